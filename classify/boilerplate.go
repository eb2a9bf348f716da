package classify

import (
	"strings"

	"rung/classify/signal"
	"rung/corpus"
	"rung/corpus/text"
)

// Boilerplate knows the sentences that an employer repeats in postings of
// different titles. They say something of the employer and little of the job, so
// what rules find in them counts half, and is marked. It is filled by Add from
// one goroutine; once filled it is safe for concurrent use.
type Boilerplate struct {
	seen map[[2]uint64]uint32 // employer and sentence → title it came with first, or repeated
	doc  text.Document
}

// repeated marks a sentence that came with two titles.
const repeated = ^uint32(0)

// leastBoilerplate is the number of words below which a sentence is a heading or
// a stock phrase that says nothing of who copied from whom.
const leastBoilerplate = 5

// FlagBoilerplate is set where a reason of the verdict stands in a repeated
// sentence only.
const FlagBoilerplate = "boilerplate"

// Add counts the sentences of a posting. A posting without a company or a title
// is left out: nothing can be said of what it repeats.
func (b *Boilerplate) Add(p corpus.Posting) {
	company, title := b.employer(p.Company), uint32(text.Hash(strings.TrimSpace(p.Title)))
	if company == 0 || strings.TrimSpace(p.Title) == "" {
		return
	}
	if b.seen == nil {
		b.seen = map[[2]uint64]uint32{}
	}
	if title == repeated {
		title--
	}
	b.doc.Reset(p.Text)
	for i := range b.doc.Sentences {
		h := sentenceHash(&b.doc, i)
		if h == 0 {
			continue
		}
		key := [2]uint64{company, h}
		if first, ok := b.seen[key]; !ok {
			b.seen[key] = title
		} else if first != title {
			b.seen[key] = repeated
		}
	}
}

func (b *Boilerplate) employer(company string) uint64 {
	if company = strings.TrimSpace(company); company == "" {
		return 0
	}
	return text.Hash(company)
}

// sentenceHash hashes the words of a sentence; 0 for one that is too short.
func sentenceHash(d *text.Document, at int) uint64 {
	s := &d.Sentences[at]
	var h uint64
	words := 0
	for i := s.First; i < s.Last; i++ {
		if c := d.Tokens[i].Class; c == text.Word || c == text.Number {
			h = (h<<5 | h>>59) ^ d.Tokens[i].Hash
			words++
		}
	}
	if words < leastBoilerplate {
		return 0
	}
	return h
}

// mark marks the evidence that stands in repeated sentences of the employer,
// and says whether there is any.
func (b *Boilerplate) mark(company string, d *text.Document, signals []signal.Signal) bool {
	if b == nil || len(b.seen) == 0 {
		return false
	}
	employer, any := b.employer(company), false
	for i := range signals {
		for j := range signals[i].Evidence {
			e := &signals[i].Evidence[j]
			if b.seen[[2]uint64{employer, sentenceHash(d, e.Sentence)}] == repeated {
				e.Boilerplate, any = true, true
			}
		}
	}
	return any
}
