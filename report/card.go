package report

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"rung/classify"
	"rung/classify/signal"
	"rung/corpus"
)

// Card is what is shown of one posting to a person who has read no manual. The
// zero value of every field but the first two is right.
type Card struct {
	Posting *corpus.Posting
	Verdict *classify.Verdict        // with all its reasons, of Posting
	Levels  Levels                   // of the model; zero: director and vp
	Low     float64                  // between Low and High, as probabilities of VP, the model stays unsure;
	High    float64                  // no such zone is shown when they are equal
	Cite    func(cite string) string // a source in words: title of the document and place; nil or "": not shown
	Stated  []string                 // what the posting states of the job, see Stated
	Change  []string                 // what to change to read as the other level, one sentence each
	Notes   []string                 // what the reader of the file wants known, beside Posting.Notes
	Width   int                      // columns of the text card; 0 = 80
	Colour  bool                     // ANSI colours in the text card
}

// A card shows the heaviest reasons, a few sources of each, and in each cell of
// its table a few quotations.
const (
	cardReasons = 5
	cardSources = 2
	cellQuotes  = 2
)

// tiny is a log-odds that a reader may pass over: 1 % of probability at most.
// A single word moves less than it seems to say, so it is quoted in the table
// only from half of what ++ takes.
const (
	tiny     = 0.05
	tinyWord = 0.2
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
	Low, High   int    // percent; equal when there is no unsure zone
	Claim       string
	Differences []differenceView
	Reasons     []reasonView
	Doubts      []reasonView // why the posting may be another kind of job
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
}

func (c *Card) view() *view {
	w, readable := c.sentences()
	if !readable {
		return w
	}
	v := c.Verdict
	for d := range signal.NumDifferences {
		w.Differences = append(w.Differences, c.difference(signal.Difference(d)))
	}
	if v.Level != classify.Neither { // nobody asks for the level of a cook
		for i := range v.Reasons[:min(cardReasons, len(v.Reasons))] {
			w.Reasons = append(w.Reasons, c.reason(&v.Reasons[i]))
		}
		return w
	}
	for i := range v.GateReasons {
		if r := &v.GateReasons[i]; r.Contribution() < 0 {
			doubt := c.reason(r)
			doubt.For = "" // it speaks of the kind of job, not of a level
			w.Doubts = append(w.Doubts, doubt)
		}
	}
	return w
}

// sentences is the view without what quotes the text, and whether there is
// anything to quote: of a text that could not be read nothing else is worth
// saying.
func (c *Card) sentences() (w *view, readable bool) {
	p, v := c.Posting, c.Verdict
	_, _, missing := c.Levels.testimony(v)
	w = &view{
		Names:   c.Levels.names(),
		Name:    clean(v.Title),
		Where:   strings.Join(nonEmpty(clean(v.Company), clean(p.Location)), ", "),
		Source:  clean(v.Source),
		Level:   c.Levels.say(v.Level),
		Known:   v.Level != classify.Neither,
		Percent: percent(v.Probability),
		Low:     percent(c.Low),
		High:    percent(c.High),
		Flags:   sayAll("flag", v.Flags),
		Missing: sayAll("missing", missing),
		Stated:  cleanAll(c.Stated),
		Change:  cleanAll(c.Change),
		Notes:   cleanAll(slices.Concat(p.Notes, c.Notes)),
		Model:   fmt.Sprintf("Model %s, lexicon %s.", clean(v.Model), clean(v.Lexicon)),
	}
	if w.Name == "" {
		w.Name = "Posting without a title"
	}
	if c.Levels.BuiltIn() {
		w.Claim = say("claim", v.Claim.String()+"/"+v.Level.String())
	}
	if v.Level == classify.Neither {
		for _, f := range unreadable {
			if slices.Contains(v.Flags, f) {
				w.Level, w.Claim, w.Missing = say("unread", f), "", nil
				w.Flags = sayAll("flag", slices.DeleteFunc(slices.Clone(v.Flags), func(s string) bool { return s == f }))
				return w, false
			}
		}
		w.Missing = nil // nobody misses the reporting line of a cook
		if len(w.Flags) == 0 && !slices.ContainsFunc(v.GateReasons, func(r classify.Reason) bool { return r.Contribution() < 0 }) {
			w.Flags = []string{say("flag", "nothing_said")}
		}
	}
	return w, true
}

// unreadable are the flags of texts whose level cannot be asked for, the first
// one to tell first.
var unreadable = []string{classify.FlagNotEnglish, classify.FlagEmpty, classify.FlagShortText}

func (c *Card) difference(d signal.Difference) differenceView {
	w := differenceView{Name: say("difference", d.String()), Lean: c.lean(c.Verdict.Differences[d])}
	var rules, terms []*classify.Reason
	for i := range c.Verdict.Reasons {
		r := &c.Verdict.Reasons[i]
		switch x := math.Abs(r.Contribution()); {
		case r.Difference != d || x < tiny || len(r.Evidence) == 0:
		case !strings.HasPrefix(r.Rule, "term:"):
			rules = append(rules, r)
		case x >= tinyWord || !c.Levels.BuiltIn(): // other pairs have only words
			terms = append(terms, r)
		}
	}
	more := map[*[]string]int{}
	for _, r := range slices.Concat(rules, terms) {
		side := &w.Higher
		if r.Contribution() < 0 {
			side = &w.Lower
		}
		words := "“" + clean(quote(c.Posting.Text, r.Evidence[0].Span)) + "” "
		switch {
		case slices.ContainsFunc(*side, func(s string) bool { return strings.HasPrefix(s, words) }):
			// The same words, which another rule quotes.
		case len(*side) == cellQuotes:
			more[side]++
		default:
			*side = append(*side, words+strength(r.Contribution()))
		}
	}
	for side, n := range more {
		*side = append(*side, fmt.Sprintf("and %d more", n))
	}
	return w
}

func (c *Card) reason(r *classify.Reason) reasonView {
	w := reasonView{Gloss: sentence(clean(r.Gloss)), For: c.Levels.side(r.Contribution()), Strength: strength(r.Contribution())}
	if len(r.Evidence) > 0 {
		e, t := &r.Evidence[0], c.Posting.Text
		w.Quote = clean(quote(t, e.Span))
		w.Section = say("section", e.Section.String())
		w.More = len(r.Evidence) - 1
		if d := c.Verdict.Doc; d != nil && w.Quote != "" && e.Sentence >= 0 && e.Sentence < len(d.Sentences) {
			if s := d.Sentences[e.Sentence]; s.Start <= e.Start && e.End <= s.End && s.End <= len(t) {
				w.Before, w.After = around(t, e.Start, e.End, s.Start, s.End, 200)
				w.Before, w.After = spaced(w.Before), spaced(w.After)
			}
		}
	}
	if c.Cite != nil {
		for _, cite := range r.Cite {
			if s := clean(c.Cite(cite)); s != "" && len(w.Sources) < cardSources && !slices.Contains(w.Sources, s) {
				w.Sources = append(w.Sources, s)
			}
		}
	}
	return w
}

// spaced cleans s but keeps a space at either end, so that the words of a
// quotation do not grow together.
func spaced(s string) string {
	c := clean(s)
	if strings.HasPrefix(s, " ") {
		c = " " + c
	}
	if strings.HasSuffix(s, " ") && s != " " {
		c += " "
	}
	return c
}

// The headings of the reasons.
const (
	headReasons = "Strongest reasons"
	headDoubts  = "Why it may be another kind of job"
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

// Odds says the probability in words.
func (w *view) Odds() string {
	s := fmt.Sprintf("Jobs that read like this one are %s-level in about %d of 100 cases and %s-level in the other %d.", w.Names[1], w.Percent, w.Names[0], 100-w.Percent)
	if w.Low < w.High {
		s += fmt.Sprintf(" From %d to %d, shaded here, the text does not settle it.", w.Low, w.High)
	}
	return s
}

// Speaks says for which level a reason speaks, and how strongly.
func (r *reasonView) Speaks() string {
	if r.For == "" {
		return r.Strength
	}
	return "for " + r.For + " " + r.Strength
}

// Place says where the quotation stands and where the rule comes from.
func (r *reasonView) Place() string {
	s := sentence(r.Section)
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

// percent never says 0 or 100: the model cannot be that sure.
func percent(probability float64) int {
	return min(max(int(math.Round(probability*100)), 1), 99)
}

// strength is + for a reason that hardly moves the odds, ++ for one that moves
// them by half, +++ for one that nearly triples them or more.
func strength(logOdds float64) string {
	switch a := math.Abs(logOdds); {
	case a >= 1:
		return "+++"
	case a >= 0.4:
		return "++"
	}
	return "+"
}

// lean says which level a difference speaks for.
func (c *Card) lean(logOdds float64) string {
	if math.Abs(logOdds) < tiny {
		return "–"
	}
	return c.Levels.side(logOdds) + " " + strength(logOdds)
}

// sentence begins s with a capital letter.
func sentence(s string) string {
	_, n := utf8.DecodeRuneInString(s)
	return strings.ToUpper(s[:n]) + s[n:]
}

func nonEmpty(list ...string) []string {
	return slices.DeleteFunc(list, func(s string) bool { return s == "" })
}

func cleanAll(list []string) []string {
	cleaned := make([]string, len(list))
	for i, s := range list {
		cleaned[i] = clean(s)
	}
	return nonEmpty(cleaned...)
}
