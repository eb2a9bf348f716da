package profile

import (
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/jdkato/prose/v2"
)

// tagModel is prose's model. It takes a quarter of a second and some thirty
// megabytes to load, so it is loaded when the first line is met whose leading
// word verbs.txt does not know.
var tagModel = sync.OnceValue(func() *prose.Model {
	d, err := prose.NewDocument("You lead.", prose.WithExtraction(false), prose.WithSegmentation(false))
	if err != nil {
		return nil
	}
	return d.Model
})

// How much of a line is tagged, at most: the two words after the leading one decide
// what that is.
const (
	maxTagged = 120 // bytes
	maxWords  = 5
)

// imperative reports whether the word that line begins with is a verb. It asks
// the tagger twice. Of imperatives that begin a line it knows only half, and
// after "You will" nearly all, but then it takes most nouns for verbs as well;
// so a word that looks like a noun by itself must be followed by what a noun
// is not: an article or a possessive.
func imperative(line string) bool {
	line = strings.ToValidUTF8(line[:min(len(line), maxTagged)], "")
	spaces := 0
	if end := strings.IndexFunc(line, func(r rune) bool {
		if r == ' ' {
			spaces++
		}
		return spaces == maxWords
	}); end > 0 {
		line = line[:end]
	}
	if !plain(line) {
		return false
	}
	alone := tags(line)
	if len(alone) == 0 {
		return false
	}
	first := alone[0]
	switch first {
	case "VB", "VBP", "VBZ", "VBG":
		return true
	case "NNS", "CD", "DT", "PRP", "RB", "WRB", "WP", "JJR", "JJS":
		return false
	}
	r, n := utf8.DecodeRuneInString(line)
	after := tags("You will " + strings.ToLower(string(r)) + line[n:])
	if len(after) < 4 || !strings.HasPrefix(after[2], "VB") {
		return false
	}
	return after[3] == "DT" || after[3] == "PRP$"
}

// plain reports whether prose can be trusted with a line: it panics on words whose
// lower case has another length, and takes quadratic time for runs of brackets.
func plain(line string) bool {
	for i := range len(line) {
		if line[i] >= utf8.RuneSelf {
			s := line[i:]
			r, _ := utf8.DecodeRuneInString(s)
			if !strings.ContainsRune("’‘“”–—…é•®™&", r) && r < 0x2000 {
				return false
			}
		}
	}
	return !strings.Contains(line, "))))") && !strings.Contains(line, "((((")
}

// tags returns the part of speech of each token of a line. Lines are tagged one by one,
// because prose gives a word the same tag at all its places in a document.
func tags(line string) (out []string) {
	defer func() {
		if recover() != nil { // prose panics on some words
			out = nil
		}
	}()
	m := tagModel()
	if m == nil {
		return nil
	}
	d, err := prose.NewDocument(line, prose.UsingModel(m), prose.WithExtraction(false), prose.WithSegmentation(false))
	if err != nil {
		return nil
	}
	for _, t := range d.Tokens() {
		out = append(out, t.Tag)
	}
	return out
}
