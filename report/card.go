package report

import (
	"fmt"
	"math"
	"slices"
	"strconv"
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

// doubted says of a verdict whether its reasons are those why it is neither of
// the two levels: nobody asks which level a cook is of. What speaks against a
// leader of engineers does not say why a job stands above a VP's.
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
func ToldOf(v *classify.Verdict, levels Levels) (told []Told, doubt bool) {
	switch {
	case v.Level == classify.Unread:
		return nil, false
	case doubted(v):
		return Tell(doubts(v), levels), true
	}
	return Tell(v.Reasons, levels), false
}

// MissingToTell are the keys of what the posting does not say, without those of
// which the facts of the job say something.
func MissingToTell(v *classify.Verdict) []string {
	of := map[string]signal.Fact{"reporting": signal.FactAbove, "people": signal.FactBelow, "scope": signal.FactScope, "money": signal.FactBudget, "horizon": signal.FactHorizon}
	return slices.DeleteFunc(slices.Clone(v.Missing), func(key string) bool {
		f, ok := of[key]
		return ok && v.Facts.Stated(f)
	})
}

// sentences is the view without what quotes the text, and whether there is
// anything to quote: of a text that could not be read nothing else is worth
// saying.
func (c *Card) sentences() (w *view, readable bool) {
	p, v, o := c.Posting, c.Verdict, c.Levels.voice()
	var missing []string
	if HasOdds(v) && c.Levels.BuiltIn() { // nobody misses the reporting line of a cook
		missing = MissingToTell(v)
	}
	w = &view{
		Names:      c.Levels.names(),
		Name:       clean(v.Title),
		Where:      strings.Join(nonEmpty(clean(v.Company), clean(p.Location)), ", "),
		Source:     clean(v.Source),
		Level:      o.Headline(v),
		Claim:      o.Claim(v),
		Ladder:     o.Ladder(v),
		Function:   o.Function(v),
		Facts:      o.Facts(v, p.Text),
		HeadDoubts: headDoubts,
		Flags:      sayAll("flag", FlagsToTell(v)),
		Missing:    sayAll("missing", missing),
		Stated:     cleanAll(c.Stated),
		Change:     cleanAll(c.Change),
		Notes:      cleanAll(slices.Concat(p.Notes, c.Notes)),
		Model:      fmt.Sprintf("Model %s, lexicon %s.", clean(v.Model), clean(v.Lexicon)),
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
	w.Known, w.Percent = true, percent(v.Probability)
	w.Odds = c.Levels.voice().Odds(v)
	if low, high, ok := Zone(v, c.Low, c.High); ok {
		w.Low, w.High = low, high
		w.Odds += " " + say("odds", "zone", "{low}", strconv.Itoa(low), "{high}", strconv.Itoa(high))
	}
}

// FlagsToTell are the flags that a reader hears of: without those that a headline
// says which names the cause, and with one where nothing else says why a posting
// is neither.
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
	w := differenceView{Name: say("difference", d.String()), Lean: c.lean(c.Verdict.Differences[d])}
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
		words := "“" + clean(quote(c.Posting.Text, t.Evidence[0].Span)) + "” "
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
		*to = append(*to, say("reason", "wording_cell")+" "+strength(x))
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
	w := reasonView{For: c.Levels.side(told.Sum), Strength: strength(told.Sum)}
	if told.Reason == nil {
		w.Gloss = say("reason", "wording")
		for _, r := range told.Words {
			w.Words = append(w.Words, wordView{clean(Word(r)), c.Levels.side(r.Contribution())})
		}
		return w
	}
	r := told.Reason
	w.Gloss = sentence(clean(r.Gloss))
	if len(told.Evidence) > 0 {
		e, t := &told.Evidence[0], c.Posting.Text
		w.Quote = clean(quote(t, e.Span))
		w.Section = say("section", e.Section.String())
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
