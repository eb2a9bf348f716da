package text

import (
	_ "embed"
	"iter"
	"strings"
)

//go:embed keep.txt
var keepText string

// keep is keep.txt.
var keep = readKeep(keepText)

// keepList finds tokens that are listed whole at a place of a text.
type keepList struct {
	byAtom  map[uint64][]string // entries by the hash of their leading letters and digits, longest first
	byStop  []string            // entries that begin with a full stop
	endings map[uint64]ending   // by hash: js for *.js
	next    [256]bool           // the bytes that follow a leading atom in some entry
	atoms   Sieve               // of the hashes in byAtom
}

// begins reports whether an entry may begin with the atom of hash h when c follows
// it.
func (k *keepList) begins(h uint64, c byte) bool {
	return k.next[c] && k.atoms.Passes(h)
}

// ending says what the letters after its full stop make of a word.
type ending uint8

const (
	ofNothing ending = iota
	ofWord           // Node.js
	ofSite           // acme.com, after which a path may follow
)

func readKeep(file string) *keepList {
	k := &keepList{byAtom: map[uint64][]string{}, endings: map[uint64]ending{}}
	for e := range entries(file) {
		if end, ok := strings.CutPrefix(e, "*."); ok {
			end, site := strings.CutSuffix(end, "/")
			k.endings[Hash(end)] = map[bool]ending{false: ofWord, true: ofSite}[site]
			continue
		}
		if e[0] == '.' {
			k.byStop = longestFirst(k.byStop, e)
			continue
		}
		n := strings.IndexFunc(e, func(r rune) bool { return class[r] != isLetter && class[r] != isDigit })
		h := Hash(e[:n])
		k.byAtom[h] = longestFirst(k.byAtom[h], e)
		k.next[e[n]] = true
		k.atoms.Add(h)
	}
	return k
}

// entries yields the lines of a file whose entries may hold blanks and #, but for
// comments, which stand on lines of their own, and blank lines.
func entries(file string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for line := range strings.Lines(file) {
			line = strings.TrimSpace(line)
			if line != "" && !strings.HasPrefix(line, "# ") && line != "#" && !yield(line) {
				return
			}
		}
	}
}

func longestFirst(list []string, e string) []string {
	i := 0
	for i < len(list) && len(list[i]) >= len(e) {
		i++
	}
	return append(list[:i], append([]string{e}, list[i:]...)...)
}

// match returns the end of the longest of list that stands at s[i:end], or 0.
func match(list []string, s string, i, end int) int {
next:
	for _, e := range list {
		if end-i < len(e) {
			continue
		}
		for j := range len(e) {
			if lower[s[i+j]] != e[j] {
				continue next
			}
		}
		if c := e[len(e)-1]; class[c] == isLetter && inWord(s, i+len(e), end) {
			continue
		}
		return i + len(e)
	}
	return 0
}

// inWord reports whether a letter or digit stands at s[i:end].
func inWord(s string, i, end int) bool {
	if i >= end {
		return false
	}
	_, k := kindAt(s, i)
	return k == isLetter || k == isDigit
}
