package learn

import (
	"cmp"
	_ "embed"
	"math"
	"slices"
	"strings"

	"rung/classify"
	"rung/classify/signal"
	"rung/corpus"
	"rung/corpus/stats"
	"rung/corpus/text"
)

// vocabulary is the set of terms that a model may weigh, with their inverse
// document frequencies. It comes from postings without labels, so that no fold
// of a cross-validation is seen by it.
type vocabulary struct {
	terms []string // sorted
	idf   []float64
	index *signal.Terms
}

// What a vocabulary holds: single words.
const (
	minDocuments = 200 // a rarer word belongs to one employer or one topic
	maxShare     = 0.5 // a word in more of the postings than this tells nothing
)

//go:embed stop.txt
var stopText string

var stopWords = text.Set(stopText)

// mostlyCapital is the share of a word's places inside sentences from which on
// it counts as a name: of a place, a product, an employer. Names tell topics and
// employers, not levels.
const mostlyCapital = 0.6

// countVocabulary counts the words of postings, without stop words and names. A text
// that came before is not counted again.
func countVocabulary(postings []corpus.Posting) *vocabulary {
	type count struct {
		documents int32
		last      int32 // document that it was counted in last
		inner     int32 // places inside a sentence
		capital   int32 // those with a capital
		name      string
	}
	counts := map[uint64]*count{}
	seen := map[uint64]bool{}
	var d text.Document
	n := int32(0)
	for i := range postings {
		t := postings[i].Text
		h := text.Hash(t)
		if seen[h] {
			continue
		}
		seen[h] = true
		n++
		d.Reset(t)
		signal.EachTerm(&d, func(h uint64, sentence, first, last int) {
			c := counts[h]
			if c == nil {
				c = &count{}
				counts[h] = c
			}
			if first > d.Sentences[sentence].First {
				c.inner++
				if w := d.Text[d.Tokens[first].Start:d.Tokens[first].End]; len(w) > 1 && 'A' <= w[0] && w[0] <= 'Z' && 'a' <= w[1] && w[1] <= 'z' {
					c.capital++ // CEO and KPI are no names
				}
			}
			if c.last != n {
				c.last = n
				c.documents++
				if int(c.documents) == minDocuments {
					c.name = signal.Term(&d, first, last)
				}
			}
		})
	}
	v := &vocabulary{}
	most := int32(maxShare * float64(n))
	var terms []*count
	for _, c := range counts {
		name := float64(c.capital) >= mostlyCapital*float64(c.inner)
		if c.name != "" && c.documents <= most && !strings.Contains(c.name, " ") && !name && !stopWords[c.name] {
			terms = append(terms, c)
		}
	}
	slices.SortFunc(terms, func(a, b *count) int { return cmp.Compare(a.name, b.name) })
	for _, t := range terms {
		v.terms = append(v.terms, t.name)
		v.idf = append(v.idf, 1+math.Log(float64(n+1)/float64(t.documents+1)))
	}
	v.index = signal.NewTerms(v.terms)
	return v
}

// extractor turns texts into features: rules of the lexicon first, then terms
// of the vocabulary, valued as the classifier values them.
type extractor struct {
	lexicon *signal.Lexicon
	vocab   *vocabulary
	doc     text.Document
	rules   *signal.Finder
	terms   *signal.TermFinder
}

func newExtractor(lx *signal.Lexicon, v *vocabulary) *extractor {
	return &extractor{lexicon: lx, vocab: v, rules: lx.NewFinder(), terms: v.index.NewFinder()}
}

func (e *extractor) features(s string) stats.Sparse {
	e.doc.Reset(s)
	var x stats.Sparse
	signals := e.rules.Find(&e.doc)
	for i := range signals {
		x = append(x, stats.Feature{At: int32(signals[i].Rule.Index), Value: classify.SignalValue(&signals[i])})
	}
	hits := slices.Clone(e.terms.Find(&e.doc))
	slices.SortFunc(hits, func(a, b signal.Hit) int { return cmp.Compare(a.Term, b.Term) })
	norm := classify.TermNorm(hits, func(t int32) float64 { return e.vocab.idf[t] })
	base := int32(len(e.lexicon.Rules))
	for _, h := range hits {
		x = append(x, stats.Feature{At: base + h.Term, Value: classify.TermValue(h.Count, e.vocab.idf[h.Term], norm)})
	}
	return x
}
