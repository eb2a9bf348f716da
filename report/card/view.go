package card

import (
	"fmt"
	"slices"
	"strings"

	"rung/report"
)

// view is the card in words, the same for every rendering.
type view struct {
	Name        string    // title
	Names       [2]string // of the levels
	Where       string    // company, location
	Source      string
	Level       string // a sentence without its full stop
	Known       bool   // there is a probability worth showing
	Percent     int    // 1…99, of the higher level
	Low, High   int    // percent; equal when there is no unsure zone to show
	Odds        string // the probability in words
	Ladder      []Step
	Function    string
	Facts       []JobFact
	Claim       string
	Differences []differenceView
	Reasons     []reasonView
	Doubts      []reasonView // why the posting may be another kind of job
	HeadDoubts  string
	Flags       []string
	Missing     []string
	Stated      []string
	Change      []string
	Notes       []string
	Model       string
}

type differenceView struct {
	Name   string
	Lower  []string // quotations with their strength, rules before words, heaviest first
	Higher []string
	Lean   string
}

// reasonView has methods on its pointer; html/template calls them on the
// elements of a slice, which have an address.
type reasonView struct {
	Gloss                string
	For                  string // the level it speaks for
	Strength             string // + ++ +++
	Before, Quote, After string // the quotation in its sentence
	Section              string
	More                 int // further places
	Sources              []string
	Words                []wordView // of the wording as a whole, heaviest first
}

// wordView is a word of the wording as a whole.
type wordView struct{ Word, For string }

// The headings of the reasons.
const (
	headReasons = "Strongest reasons"
	headDoubts  = "Why it may be another kind of job"
	headBelow   = "Why it may stand below a Director's job"
)

// The headings of the facts and of the ladder.
const (
	headLadder = "The ladder"
	headFacts  = "The job in facts"
)

// list is a section of plain sentences.
type list struct {
	Heading string
	Items   []string
}

// Lists returns the sections of plain sentences that have any.
func (w *view) Lists() []list {
	all := []list{
		{"Worth knowing", w.Flags},
		{"What the posting states", w.Stated},
		{"What the posting does not say", w.Missing},
		{"What would change the reading", w.Change},
		{"Notes of the reader", w.Notes},
	}
	return slices.DeleteFunc(all, func(l list) bool { return len(l.Items) == 0 })
}

// Zone is the width of the unsure zone in percent.
func (w *view) Zone() int { return w.High - w.Low }

// Speaks says for which level a reason speaks, and how strongly.
func (r *reasonView) Speaks() string {
	if r.For == "" {
		return r.Strength
	}
	return "for " + r.For + " " + r.Strength
}

// Heaviest names the heaviest words of the wording as a whole; "" of another
// reason.
func (r *reasonView) Heaviest() string {
	if len(r.Words) == 0 {
		return ""
	}
	var said []string
	for _, w := range r.Words[:min(cardWords, len(r.Words))] {
		said = append(said, w.Said())
	}
	s := strings.Join(said, ", ")
	if n := len(r.Words) - len(said); n > 0 {
		s += fmt.Sprintf(", and %d more", n)
	}
	return s + "."
}

// Said is the word, quoted, and the level that it speaks for.
func (w wordView) Said() string {
	if w.For == "" {
		return "“" + w.Word + "”"
	}
	return "“" + w.Word + "” (" + w.For + ")"
}

// Place says where the quotation stands and where the rule comes from; "" of the
// wording as a whole.
func (r *reasonView) Place() string {
	if len(r.Words) > 0 {
		return ""
	}
	s := report.Capital(r.Section)
	switch {
	case r.More == 1:
		s += ", and at one more place"
	case r.More > 1:
		s += fmt.Sprintf(", and at %d more places", r.More)
	}
	if len(r.Sources) > 0 {
		s += ". Source: " + strings.Join(r.Sources, "; ")
	}
	return s + "."
}
