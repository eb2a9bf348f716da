package page

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed words.txt
var wordsFile string

// words is words.txt: lists of phrases, in the form of fold.
var words = sync.OnceValue(func() map[string]map[string]bool {
	lists := map[string]map[string]bool{}
	var list map[string]bool
	name := ""
	for line := range strings.Lines(wordsFile) {
		line = strings.TrimSpace(line)
		switch {
		case line == "", strings.HasPrefix(line, "# ") && name != "listing":
		case line[0] == '[':
			name = strings.Trim(line, "[]")
			list = map[string]bool{}
			lists[name] = list
		case name == "class", name == "role", strings.HasPrefix(name, "tail-"):
			for _, w := range strings.Fields(line) {
				list[w] = true
			}
		default:
			list[fold(line)] = true
		}
	}
	return lists
})

// fold is s as words of letters and digits in lower case with single spaces;
// apostrophes vanish, "#" stays.
func fold(s string) string {
	b := make([]byte, 0, len(s)+8)
	gap := false
	for _, r := range s {
		switch l := letter(r); {
		case l >= 0 || r == '#':
			if gap && len(b) > 0 {
				b = append(b, ' ')
			}
			gap = false
			if r == '#' {
				l = r
			}
			b = utf8.AppendRune(b, l)
		case r != '\'' && r != '’':
			gap = true
		}
	}
	return string(b)
}

// is reports whether the phrase is in a list.
func is(list, phrase string) bool { return words()[list][fold(phrase)] }

// hasRole reports whether a word of s names what a person does.
func hasRole(s string) bool {
	roles := words()["role"]
	for w := range strings.FieldsSeq(fold(s)) {
		if roles[w] {
			return true
		}
	}
	return false
}

// numberless is a folded line with "#" for every number.
func numberless(s string) string {
	var out []string
	for w := range strings.FieldsSeq(fold(strings.ReplaceAll(s, ",", ""))) {
		if w[0] >= '0' && w[0] <= '9' {
			w = "#"
		}
		out = append(out, w)
	}
	return strings.Join(out, " ")
}
