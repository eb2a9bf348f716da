// Package signal finds, in a parsed posting, the places that bear on the level
// of the job, and quotes them. What it looks for is data: the rules of
// lexicon/*.lex. It does not weigh, rank or judge, and it never sees a title.
package signal

import (
	"rung/corpus/enum"
	"rung/corpus/text"
)

// Difference is one of the seven things in which a Director and a VP differ, by the
// comparison of the two roles in the reference documents.
type Difference uint8

const (
	Horizon        Difference = iota // long-term against short-term goals
	Duties                           // responsibilities of the day
	Meetings                         // which meetings, with whom
	Authority                        // seniority, scope, who decides, who reports to whom
	Metrics                          // what success is measured by
	Career                           // where one comes from and goes to
	Education                        // schooling and experience
	NumDifferences = iota
)

var differenceNames = enum.Names[Difference]{"horizon", "duties", "meetings", "authority", "metrics", "career", "education"}

func (d Difference) String() string { return differenceNames.Of(d) }

// ParseDifference is the inverse of String.
func ParseDifference(s string) (d Difference, ok bool) { return differenceNames.Parse(s) }

// Evidence is a place in the text that a rule or a keyword matched.
type Evidence struct {
	text.Span             // bytes of the document's text
	Section     text.Kind // kind of the sentence it stands in
	Sentence    int       // index into Document.Sentences
	Hedged      bool      // the sentence makes it conditional: "when required", "may", "preferred"
	Boilerplate bool      // the employer repeats the sentence in postings of other titles (set by classify)
}

// Lean says which level a rule speaks for in the judgement of its sources, and how
// surely: from -3, surely Director, to +3, surely VP; 0 for flags and for rules that
// only tell engineering leadership from other jobs. It is what the sources testify;
// weights are the model's.
type Lean int8

// Rule is one rule of the lexicon.
type Rule struct {
	Name       string // "reports-to/ceo": file and rule
	Difference Difference
	Lean       Lean
	Gate       int8        // -3…+3: speaks against/for the posting being an engineering-leadership job at all
	Flag       string      // set on the verdict when the rule fires: "bank_grade", "startup"…; else ""
	Cite       []string    // "003:37", "reader", "domain:12": line of a reference document, or a named source
	Gloss      string      // a few plain words for the card: "reports to the CEO or a founder"
	Example    string      // a sentence that says it: the rule's first yes line
	States     []Statement // facts of the job that it states by firing; few rules state one
	Line       int         // line of the .lex file, for messages
	File       string
	Index      int // in Lexicon.Rules

	kinds       uint16 // bit k: counts in sections of kind k
	keepNegated bool   // fires under negation too
	keepHedged  bool   // a condition does not halve it
}

// Counts says whether the rule counts in sections of kind k.
func (r *Rule) Counts(k text.Kind) bool { return r.kinds>>k&1 == 1 }

// Signal is a rule that fired.
type Signal struct {
	Rule     *Rule
	Evidence []Evidence // every place, in text order; never empty
}
