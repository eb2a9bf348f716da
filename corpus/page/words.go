package page

import (
	"bytes"
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

// phraseWords is the number of words of the longest phrase, and at least that of
// the longest line which is known as furniture by its form.
var phraseWords = sync.OnceValue(func() int {
	most := 6
	for _, list := range []string{"line", "tail"} {
		for p := range words()[list] {
			most = max(most, strings.Count(p, " ")+1)
		}
	}
	return most
})

// folded maps a character of ASCII to its form in fold: 0 parts words, 1
// vanishes.
var folded = func() (t [utf8.RuneSelf]byte) {
	for c := range t {
		if l := letter(rune(c)); l >= 0 {
			t[c] = byte(l)
		}
	}
	t['#'], t['\''] = '#', 1
	return t
}()

// fold is s as words of letters and digits in lower case with single spaces;
// apostrophes vanish, "#" stays.
func fold(s string) string {
	var small [128]byte
	b, _ := appendFold(small[:0], s, len(s))
	return string(b)
}

// appendFold appends the first words of fold(s) to b, at least as many as most
// says if there are; more means that others follow.
func appendFold(b []byte, s string, most int) (out []byte, more bool) {
	start, gap := len(b), false
	for i := 0; i < len(s); i++ {
		c := byte(0)
		r, size := rune(-1), 1
		if s[i] < utf8.RuneSelf {
			c = folded[s[i]]
			if c >= 2 && !gap { // most, within a word
				b = append(b, c)
				continue
			}
		} else if r, size = utf8.DecodeRuneInString(s[i:]); r == '’' {
			c = 1
		} else if r = letter(r); r >= 0 {
			c = 2
		}
		i += size - 1
		if c < 2 {
			gap = gap || c == 0
			continue
		}
		if gap && len(b) > start {
			if most--; most <= 0 {
				return b, true
			}
			b = append(b, ' ')
		}
		if gap = false; r >= 0 {
			b = utf8.AppendRune(b, r)
		} else {
			b = append(b, c)
		}
	}
	return b, false
}

// is reports whether the phrase is in a list.
func is(list, phrase string) bool { return words()[list][fold(phrase)] }

// hasRole reports whether a word of s names what a person does.
func hasRole(s string) bool {
	roles := words()["role"]
	var small [128]byte
	b, _ := appendFold(small[:0], s, len(s))
	for w := range bytes.FieldsSeq(b) {
		if roles[string(w)] {
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
