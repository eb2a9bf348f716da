package learn

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"rung/classify"
	"rung/classify/signal"
	"rung/corpus/reference"
)

// Documents says what to make a model from.
type Documents struct {
	Name       string
	Levels     [2]reference.Level // lower and higher
	Sources    []reference.Source
	Background *reference.Background // nil: the embedded one
	Lexicon    *signal.Lexicon       // nil: no rules, keywords only
}

// leanWeight is what a rule of the lexicon is worth by the strength of its
// lean, in natural log-odds, before any labelled posting is seen: one plus moves
// even odds to 58 %, two to 67 %, three to 77 %. It is a convention, not a fit.
var leanWeight = [4]float64{0, 0.35, 0.7, 1.2}

// gateWeight is the same for a rule's gate.
var gateWeight = [4]float64{0, 0.5, 1, 2}

const (
	// keywordScale turns a keyword's z-score into a weight: a keyword of z 2.5
	// that is all the keywords a posting holds weighs as much as a rule of two
	// pluses.
	keywordScale = 0.28
	// gateBias is the log-odds that a posting of which no rule speaks is an
	// engineering-leadership job: most postings are none.
	gateBias = -2
)

// FromDocuments makes the model that only reference documents and the lexicon's
// leans support: nothing in it is fitted to labels. Keywords weigh by their
// z-score (package reference), rules by their lean.
func FromDocuments(in Documents) (*classify.Model, error) {
	bg := in.Background
	if bg == nil {
		bg = reference.DefaultBackground()
	}
	passages := reference.Attribute(in.Levels, in.Sources)
	keywords := reference.Mine(passages, bg, reference.Options{Levels: in.Levels})
	var sides [2]int
	for _, k := range keywords {
		if k.Z > 0 {
			sides[1]++
		} else {
			sides[0]++
		}
	}
	for i, n := range sides {
		if n == 0 {
			return nil, fmt.Errorf("the documents say nothing that tells %s from the other level: give a document about it, or one that compares the two", in.Levels[i].Name)
		}
	}
	m := &classify.Model{
		Name:   cmp.Or(in.Name, "reference"),
		Levels: [2]string{in.Levels[0].Name, in.Levels[1].Name},
		Slope:  1, Low: 0.4, High: 0.6, GateBias: gateBias,
		Notes: []string{fmt.Sprintf("%d keywords of %s, %d of %s; nothing is fitted to labels", sides[0], in.Levels[0].Name, sides[1], in.Levels[1].Name)},
	}
	for _, s := range in.Sources {
		m.References = append(m.References, classify.Origin{Name: s.Doc.Name, Hash: s.Doc.Hash})
	}
	m.Terms = keywordTerms(keywords, bg)
	if in.Lexicon != nil {
		m.Lexicon = in.Lexicon.Version
		for _, r := range in.Lexicon.Rules {
			m.Rules = append(m.Rules, classify.RuleWeight{Name: r.Name, Level: signed(leanWeight, int(r.Lean)), Gate: signed(gateWeight, int(r.Gate))})
		}
	} else {
		m.Lexicon = classify.NoLexicon
		m.GateBias = 0 // without rules nothing tells other jobs apart
	}
	m.Seal()
	return m, nil
}

func signed(table [4]float64, n int) float64 {
	if n < 0 {
		return -table[-n]
	}
	return table[n]
}

// keywordTerms writes every form of every keyword as a term. Where two
// keywords share a form, the stronger has it.
func keywordTerms(keywords []reference.Keyword, bg *reference.Background) []classify.TermWeight {
	terms := map[string]classify.TermWeight{}
	for _, k := range keywords { // strongest first
		d, _ := signal.ParseDifference(k.Difference)
		var cites []string
		for _, c := range k.Cites {
			cites = append(cites, fmt.Sprintf("%s:%d", docKey(c.Doc), c.Line))
		}
		for _, f := range k.Forms {
			if _, ok := terms[f]; ok {
				continue
			}
			terms[f] = classify.TermWeight{Term: f, Level: keywordScale * k.Z, IDF: idf(bg, f), Difference: d, Cite: cites}
		}
	}
	return slices.Collect(maps.Values(terms))
}

// idf is the inverse document frequency, 1+ln((N+1)/(df+1)), with a term's
// count in the background for its document frequency: rare words, of which
// keywords are made, seldom occur twice in a posting.
func idf(bg *reference.Background, term string) float64 {
	n := float64(bg.Documents())
	return 1 + math.Log((n+1)/(min(n, float64(bg.Count(term)))+1))
}

// docKey is how cites name a document: its file name up to the first
// underscore or dot, as in "003:37".
func docKey(name string) string {
	if i := strings.IndexAny(name, "_."); i >= 0 {
		return name[:i]
	}
	return name
}
