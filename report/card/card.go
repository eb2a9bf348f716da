// Package card shows one verdict to a person who has read no manual: as text, a
// page, Markdown, or JSON, with the reasons in words, what the posting states, and
// what to change in it. What is said is decided here, also for pages that lay it
// out themselves. It computes no verdict and fetches nothing.
package card

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"rung/classify"
	"rung/classify/signal"
	"rung/corpus"
	"rung/corpus/profile"
	"rung/report"
)

// Card is what is shown of one posting to a person who has read no manual. The
// zero value of every field but the first two is right.
type Card struct {
	Posting *corpus.Posting
	Verdict *classify.Verdict        // with all its reasons, of Posting
	Levels  report.Levels            // of the model; zero: director and vp
	Low     float64                  // between Low and High, as probabilities of VP, the model stays unsure;
	High    float64                  // no such zone is shown when they are equal
	Cite    func(cite string) string // a source in words: title of the document and place; nil or "": not shown
	Stated  []string                 // what the posting states of the job, see Supplement
	Change  []string                 // what to change to read as the other level, one sentence each
	Notes   []string                 // what the reader of the file wants known, beside Posting.Notes
	Width   int                      // columns of the text card; 0 = 80
	Colour  bool                     // ANSI colours in the text card
}

// New is the card of a posting and of its verdict by a model.
func New(m *classify.Model, p *corpus.Posting, v *classify.Verdict) *Card {
	return &Card{Posting: p, Verdict: v, Levels: m.Levels, Low: m.Low, High: m.High}
}

// Supplement adds what takes longer: what the posting states, by its profile, and
// what is advised to change in it.
func (c *Card) Supplement(pr *profile.Profile, advice []Advice) {
	c.Stated = stated(pr)
	for _, a := range advice {
		c.Change = append(c.Change, sentences(c.Verdict, a.Target, a.Changes)...)
	}
}

// A card shows the heaviest reasons, a few sources of each, the heaviest words
// of the wording, and in each cell of its table a few quotations.
const (
	cardReasons = 5
	cardSources = 2
	cardWords   = 5
	cellQuotes  = 2
)

// tiny is a log-odds that a reader may pass over: 1 % of probability at most.
const tiny = 0.05

func (c *Card) view() *view {
	w, readable := c.sentences()
	if !readable {
		return w
	}
	v := c.Verdict
	told := Tell(v.Reasons, c.Levels)
	for d := range signal.NumDifferences {
		w.Differences = append(w.Differences, c.difference(signal.Difference(d), told))
	}
	if !doubted(v) {
		for i := range told[:min(cardReasons, len(told))] {
			w.Reasons = append(w.Reasons, c.reason(&told[i]))
		}
		return w
	}
	told, _ = ToldOf(v, c.Levels)
	for i := range told {
		doubt := c.reason(&told[i])
		doubt.For = "" // it speaks of the kind of job, not of a level
		for i := range doubt.Words {
			doubt.Words[i].For = ""
		}
		w.Doubts = append(w.Doubts, doubt)
	}
	return w
}

// doubted reports whether the reasons shown of a verdict are those why it is
// neither of the two levels: nobody asks for the level of a cook. A job above a
// VP's is an exception, since what speaks against a leader of engineers does not
// say why it stands there.
func doubted(v *classify.Verdict) bool {
	return v.Level == classify.Neither && v.Why != classify.Above
}

// doubts are these reasons.
func doubts(v *classify.Verdict) []classify.Reason {
	return slices.DeleteFunc(slices.Clone(v.GateReasons), func(r classify.Reason) bool { return r.Contribution() >= 0 })
}

// ToldOf are the reasons of a verdict as they are shown, and whether they are
// doubts: why a posting is neither of the two levels. A text that is unread has
// none.
func ToldOf(v *classify.Verdict, levels report.Levels) (told []Told, doubt bool) {
	switch {
	case v.Level == classify.Unread:
		return nil, false
	case doubted(v):
		return Tell(doubts(v), levels), true
	}
	return Tell(v.Reasons, levels), false
}

// MissingToTell are the keys of what the posting does not say, but for what the
// facts of the job say already.
func MissingToTell(v *classify.Verdict) []string {
	of := map[string]signal.Fact{"reporting": signal.FactAbove, "people": signal.FactBelow, "scope": signal.FactScope, "money": signal.FactBudget, "horizon": signal.FactHorizon}
	return slices.DeleteFunc(slices.Clone(v.Missing), func(key string) bool {
		f, ok := of[key]
		return ok && v.Facts.Stated(f)
	})
}

// sentences is the view without quotations, and whether quotations are worth
// adding: they are not where the text could not be read.
func (c *Card) sentences() (w *view, readable bool) {
	p, v, o := c.Posting, c.Verdict, voice(c.Levels)
	var missing []string
	if report.HasOdds(v) && c.Levels.BuiltIn() { // nobody misses the reporting line of a cook
		missing = MissingToTell(v)
	}
	w = &view{
		Names:      c.Levels.Names(),
		Name:       report.Clean(v.Title),
		Where:      strings.Join(nonEmpty(report.Clean(v.Company), report.Clean(p.Location)), ", "),
		Source:     report.Clean(v.Source),
		Level:      o.Headline(v),
		Claim:      o.Claim(v),
		Ladder:     o.Ladder(v),
		Function:   o.Function(v),
		Facts:      o.Facts(v, p.Text),
		HeadDoubts: headDoubts,
		Flags:      report.SayAll("flag", FlagsToTell(v)),
		Missing:    report.SayAll("missing", missing),
		Stated:     cleanAll(c.Stated),
		Change:     cleanAll(c.Change),
		Notes:      cleanAll(slices.Concat(p.Notes, c.Notes)),
		Model:      fmt.Sprintf("Model %s, lexicon %s.", report.Clean(v.Model), report.Clean(v.Lexicon)),
	}
	if w.Name == "" {
		w.Name = "Posting without a title"
	}
	switch {
	case v.Level == classify.Unread:
		w.Stated, w.Change = nil, nil
		return w, false
	case v.Level == classify.Neither:
		if v.Why == classify.Below {
			w.HeadDoubts = headBelow
		}
	default:
		w.odds(c)
	}
	return w, true
}

// odds fills in the probability.
func (w *view) odds(c *Card) {
	v := c.Verdict
	w.Known, w.Percent = true, report.Percent(v.Probability)
	w.Odds = voice(c.Levels).Odds(v)
	if low, high, ok := Zone(v, c.Low, c.High); ok {
		w.Low, w.High = low, high
		w.Odds += " " + report.Say("odds", "zone", "{low}", strconv.Itoa(low), "{high}", strconv.Itoa(high))
	}
}

// FlagsToTell are the flags that a reader is told. Those that the headline of an
// unread text says already are left out, and one is added where nothing else says
// why a posting is neither.
func FlagsToTell(v *classify.Verdict) []string {
	switch {
	case v.Level == classify.Unread:
		return slices.DeleteFunc(slices.Clone(v.Flags), func(flag string) bool {
			return slices.Contains([]string{classify.FlagNotEnglish, classify.FlagEmpty, classify.FlagShortText}, flag)
		})
	case v.Level == classify.Neither && v.Why == classify.NoWhy && len(v.Flags) == 0 && len(doubts(v)) == 0:
		return []string{"nothing_said"}
	}
	return v.Flags
}

// difference is one of the seven: what is told of it, rules before the wording.
func (c *Card) difference(d signal.Difference, told []Told) differenceView {
	w := differenceView{Name: report.Say("difference", d.String()), Lean: c.lean(c.Verdict.Differences[d])}
	more := map[*[]string]int{}
	side := func(x float64) *[]string {
		if x < 0 {
			return &w.Lower
		}
		return &w.Higher
	}
	for i := range told {
		t := &told[i]
		if t.Reason == nil || t.Reason.Difference != d || math.Abs(t.Sum) < tiny || len(t.Evidence) == 0 {
			continue
		}
		to := side(t.Sum)
		words := "“" + report.Clean(report.Quote(c.Posting.Text, t.Evidence[0].Span)) + "” "
		switch {
		case slices.ContainsFunc(*to, func(s string) bool { return strings.HasPrefix(s, words) }):
			// The same words, which another rule quotes.
		case len(*to) == cellQuotes:
			more[to]++
		default:
			*to = append(*to, words+strength(t.Sum))
		}
	}
	for to, n := range more {
		*to = append(*to, fmt.Sprintf("and %d more", n))
	}
	if x := WordingOf(d, told); math.Abs(x) >= tiny {
		to := side(x)
		*to = append(*to, report.Say("reason", "wording_cell")+" "+strength(x))
	}
	return w
}

// WordingOf is what the wording as a whole weighs in one difference.
func WordingOf(d signal.Difference, told []Told) (sum float64) {
	for i := range told {
		for _, r := range told[i].Words {
			if r.Difference == d {
				sum += r.Contribution()
			}
		}
	}
	return sum
}

func (c *Card) reason(told *Told) reasonView {
	w := reasonView{For: c.side(told.Sum), Strength: strength(told.Sum)}
	if told.Reason == nil {
		w.Gloss = report.Say("reason", "wording")
		for _, r := range told.Words {
			w.Words = append(w.Words, wordView{report.Clean(report.Word(r)), c.side(r.Contribution())})
		}
		return w
	}
	r := told.Reason
	w.Gloss = report.Capital(report.Clean(r.Gloss))
	if len(told.Evidence) > 0 {
		e, t := &told.Evidence[0], c.Posting.Text
		w.Quote = report.Clean(report.Quote(t, e.Span))
		w.Section = report.Say("section", e.Section.String())
		w.More = len(told.Evidence) - 1
		if d := c.Verdict.Doc; d != nil && w.Quote != "" && e.Sentence >= 0 && e.Sentence < len(d.Sentences) {
			if s := d.Sentences[e.Sentence]; s.Start <= e.Start && e.End <= s.End && s.End <= len(t) {
				w.Before, w.After = around(t, e.Start, e.End, s.Start, s.End, 200)
				w.Before, w.After = spaced(w.Before), spaced(w.After)
			}
		}
	}
	if c.Cite != nil {
		for _, cite := range r.Cite {
			if s := report.Clean(c.Cite(cite)); s != "" && len(w.Sources) < cardSources && !slices.Contains(w.Sources, s) {
				w.Sources = append(w.Sources, s)
			}
		}
	}
	return w
}

// spaced cleans s but keeps a space at either end, so that the words of a
// quotation do not grow together.
func spaced(s string) string {
	c := report.Clean(s)
	if strings.HasPrefix(s, " ") {
		c = " " + c
	}
	if strings.HasSuffix(s, " ") && s != " " {
		c += " "
	}
	return c
}

// Grade is 1 for a reason that hardly moves the odds, 2 for one that moves them by
// half, 3 for one that nearly triples them or more.
func Grade(logOdds float64) int {
	switch a := math.Abs(logOdds); {
	case a >= 1:
		return 3
	case a >= 0.4:
		return 2
	}
	return 1
}

// strength is a grade in as many plus signs.
func strength(logOdds float64) string { return strings.Repeat("+", Grade(logOdds)) }

// side names the level that log-odds speak for.
func (c *Card) side(logOdds float64) string { return voice(c.Levels).Side(logOdds) }

// lean says which level a difference speaks for.
func (c *Card) lean(logOdds float64) string {
	if math.Abs(logOdds) < tiny {
		return "–"
	}
	return c.side(logOdds) + " " + strength(logOdds)
}

func nonEmpty(list ...string) []string {
	return slices.DeleteFunc(list, func(s string) bool { return s == "" })
}

func cleanAll(list []string) []string {
	cleaned := make([]string, len(list))
	for i, s := range list {
		cleaned[i] = report.Clean(s)
	}
	return nonEmpty(cleaned...)
}
