package board

import (
	_ "embed"
	"net/url"
	"strings"
	"sync"
	"unicode"
)

//go:embed words.txt
var wordsFile string

// words are the lists of words.txt, read once.
var words = sync.OnceValue(func() map[string]map[string]bool {
	lists := map[string]map[string]bool{}
	var list map[string]bool
	for line := range strings.Lines(wordsFile) {
		line = strings.TrimSpace(line)
		if name, ok := strings.CutPrefix(line, "["); ok {
			list = map[string]bool{}
			lists[strings.TrimSuffix(name, "]")] = list
			continue
		}
		if line == "" || line[0] == '#' {
			continue
		}
		for w := range strings.FieldsSeq(line) {
			list[w] = true
		}
	}
	return lists
})

// hasRole reports whether s names what one person does.
func hasRole(s string) bool {
	role := words()["role"]
	for w := range strings.FieldsFuncSeq(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if role[w] {
			return true
		}
	}
	return false
}

// hasDigits reports whether s holds n digits in a row.
func hasDigits(s string, n int) bool {
	run := 0
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			run = 0
		} else if run++; run >= n {
			return true
		}
	}
	return false
}

// leadsToPosting reports whether a link with this text leads to a posting, by its
// form. A link to another site must also have a number.
func leadsToPosting(u *url.URL, text string, sameSite bool) bool {
	list := words()
	n := 0 // what speaks for it
	behind, numbered := false, false
	p := segments(u)
	for i, s := range p {
		s = strings.ToLower(s)
		s, _, _ = strings.Cut(s, ".") // jobs.html
		if list["furniture"][s] {
			return false
		}
		if list["jobs"][s] && i+1 < len(p) {
			behind = true
		}
	}
	if behind {
		n++
	}
	if len(p) > 0 {
		last := p[len(p)-1]
		if list["jobs"][strings.ToLower(last)] && u.RawQuery == "" {
			return false // a list itself
		}
		if hasDigits(last, 3) {
			numbered = true
			n++
		}
		if behind && hasRole(last) {
			n++
		}
	}
	for k, v := range u.Query() {
		if list["id"][strings.ToLower(k)] && (hasDigits(v[0], 3) || len(v[0]) > 15) {
			numbered = true
			n++
			if strings.ToLower(k) != "id" {
				n++
			}
		}
	}
	if len(text) <= 200 && strings.Contains(text, " ") && hasRole(text) {
		n += 2
	}
	if sameSite {
		return n >= 2
	}
	return n >= 3 && numbered
}
