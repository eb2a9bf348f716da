// Package boilerplate finds the sentences that an employer repeats in postings
// of other titles. They say something of the employer and little of the job. It
// does not judge what they say.
package boilerplate

import (
	"strings"

	"rung/corpus"
	"rung/corpus/text"
)

// Sentences knows the sentences that employers repeat in postings of different
// titles. It is filled by Add from one goroutine; once filled it is safe for
// concurrent use.
type Sentences struct {
	titles map[key]uint32 // title that a sentence came with first, or several
	doc    text.Document
}

// key is the hash of an employer's name and of a sentence's words.
type key struct{ employer, sentence uint64 }

// several marks a sentence that came with two titles.
const several = ^uint32(0)

// leastWords is the number of words below which a sentence is a heading or a
// stock phrase, which says nothing of who copied from whom.
const leastWords = 5

// Add counts the sentences of a posting. One without a title, or whose company
// names nobody (see corpus.Employer), is left out: nothing can be said of what
// it repeats.
func (b *Sentences) Add(p corpus.Posting) {
	employer, title := corpus.Employer(p.Company), strings.TrimSpace(p.Title)
	if employer == "" || title == "" {
		return
	}
	if b.titles == nil {
		b.titles = map[key]uint32{}
	}
	t := uint32(text.Hash(title)) &^ 1 // never several
	b.doc.Reset(text.Readable(p.Text))
	for i := range b.doc.Sentences {
		k, ok := keyOf(employer, &b.doc, i)
		if !ok {
			continue
		}
		if first, known := b.titles[k]; !known {
			b.titles[k] = t
		} else if first != t {
			b.titles[k] = several
		}
	}
}

// Employer is what one employer repeats. The zero Employer repeats nothing.
type Employer struct {
	name   string
	titles map[key]uint32
}

// Of returns what a company repeats: nothing where its name names nobody, or b is
// nil.
func (b *Sentences) Of(company string) (e Employer) {
	if b != nil && len(b.titles) > 0 {
		if e.name = corpus.Employer(company); e.name != "" {
			e.titles = b.titles
		}
	}
	return e
}

// Repeats reports whether the employer repeats the i-th sentence of a document.
func (e Employer) Repeats(d *text.Document, i int) bool {
	if e.titles == nil {
		return false
	}
	k, ok := keyOf(e.name, d, i)
	return ok && e.titles[k] == several
}

// keyOf is the key of a sentence; ok is false for one that is too short.
func keyOf(employer string, d *text.Document, i int) (k key, ok bool) {
	s := &d.Sentences[i]
	words := 0
	for _, t := range d.Tokens[s.First:s.Last] {
		if t.Class == text.Word || t.Class == text.Number {
			k.sentence = (k.sentence<<7 | k.sentence>>57) ^ t.Hash*0x9e3779b97f4a7c15
			words++
		}
	}
	k.employer = text.Hash(employer)
	return k, words >= leastWords
}
