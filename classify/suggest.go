package classify

import (
	"math"

	"rung/classify/signal"
	"rung/corpus"
	"rung/corpus/text"
)

// Change is one edit that moves a posting towards the other level. It says what
// the posting leaves open, or rewords a sentence that speaks against the target.
type Change struct {
	Open bool // the posting leaves Fact open; else Remove is reworded

	Fact    signal.Fact // what the change is about, where Known
	Known   bool
	Value   string // of Fact in the names of its Values, that Add states; "" where rules state none
	Add     string // a sentence that says it, to be used where it is true; of a rewording it may be empty
	Against Option // the statement of Fact that speaks most against the target; zero: none by much

	Remove text.Span // the words to reword, in the text after the changes before; empty where Open: those that state Fact otherwise, or a sentence
	Quote  string    // their text
	Gloss  string    // what the change says or stops saying, in plain words
	Rule   string    // the rule that it makes fire, or the heaviest that it silences

	Before      float64       // calibrated P(VP) without this change
	Probability float64       // and with it, after those before it
	Level       Level         // what the posting then reads,
	Leans       bool          // and not surely
	Left        []signal.Fact // what the posting then still leaves open that would bring it nearer
	More        bool          // of the last change: another sentence could be reworded to the same end
}

// Option is one way to say what a posting leaves open.
type Option struct {
	Value       string // as in Change
	Add         string
	Gloss       string
	Probability float64 // calibrated P(VP) of the posting that says it
}

// leastEffect is the effect below which a change is not worth a sentence, in
// points of 100 as they are shown.
const leastEffect = 2

// farSide is how far beyond even odds a posting is that is unsure for another
// reason than the probability: a bank's grade, or a job as near to one team's
// manager as to a Director.
const farSide = 0.2

// Bounds of what is tried. A classification takes time in proportion to the
// text, so long texts are tried in fewer ways.
const (
	tryBytes    = 1 << 19 // of edited text, in one search for the best change
	tryOptions  = 3       // statements of a family of rules on either side, where rules state no facts
	tryRewrites = 10      // sentences to reword
)

// openFacts are the facts that bear on the level and that a posting may say
// nothing of, with the family of rules that speak of each.
var openFacts = []struct {
	fact   signal.Fact
	family string // "": none but rules that state the fact
}{
	{signal.FactAbove, "reporting"}, {signal.FactBelow, "people"}, {signal.FactScope, "scope"},
	{signal.FactBudget, "money"}, {signal.FactHorizon, "horizon"}, {signal.FactExec, ""},
}

// plainest are the rules whose examples state a value most plainly. A value of
// which none is here is stated by the first rule of the lexicon that states it.
var plainest = []string{
	"reporting/ceo", "reporting/cto", "reporting/vp", "reporting/director", "people/directors-report", "people/engineering-managers",
	"people/leads-a-team", "scope/whole", "scope/division", "scope/multiple-teams", "money/whole-budget", "money/slice-budget",
	"horizon/years-named", "horizon/year-named", "horizon/quarter-named", "horizon/sprint-work", "authority/executive-seat",
}

// Suggest finds up to most changes after which the posting surely reads as the
// target level, or comes as near to it as they bring it. First it says what the
// posting leaves open, where one true statement could bring it nearer; then it
// rewords sentences that speak against the target. Every change is tried on the
// text itself, so the probabilities are those of the edited posting, each after
// the changes before it. It returns nil for a posting that surely reads as
// target, or that reads neither or is unread, and for one that is unsure for
// another reason than that it is too far from the target.
func (c *Classifier) Suggest(p corpus.Posting, target Level, most int) []Change {
	if target != VP && target != Director {
		return nil
	}
	a := &adviser{c: c, posting: p, target: target, sign: 1, used: map[signal.Fact]bool{}}
	if target == Director {
		a.sign = -1
	}
	a.read(p.Text)
	if a.v.Level == Neither || a.v.Level == Unread || a.v.Level == Unsure && a.sign*(a.v.Probability-0.5) > farSide {
		return nil
	}
	a.findOpen()
	var out []Change
	for len(out) < most && !a.reached() {
		change, edited := a.fillIn()
		if change == nil {
			change, edited = a.reword()
		}
		if change == nil {
			break
		}
		a.read(edited)
		change.Level, change.Leans, change.Left = a.v.Level, a.v.Ladder.Known() && !a.v.Sure, a.left()
		out = append(out, *change)
	}
	if n := len(out); n > 0 && n == most && !a.reached() {
		another, _ := a.reword()
		out[n-1].More = another != nil
	}
	return out
}

// adviser is one search for changes.
type adviser struct {
	c       *Classifier
	posting corpus.Posting // as edited so far
	v       Verdict        // of it
	target  Level
	sign    float64 // 1 where VP is the target, -1 where Director is
	open    []gap   // in the order of openFacts
	used    map[signal.Fact]bool
	dropped []string // sentences that a change rewords
	bytes   int      // tried
}

// gap is a fact that the posting leaves open.
type gap struct {
	fact         signal.Fact
	rule         *signal.Rule // of the statement that brings it nearest to the target,
	best, worst  Option       // and that which brings it farthest away
	nearer, away float64      // by how much, towards the target and from it
}

func (a *adviser) read(t string) {
	a.posting.Text = t
	a.v = a.c.Classify(a.posting)
}

// reached says whether there is nothing more to want. A model that knows no
// ladder does not say what is sure.
func (a *adviser) reached() bool {
	return a.v.Level == a.target && (a.v.Sure || !a.v.Ladder.Known())
}

// try classifies an edited text, if there is time for it and the text is still
// one of the two levels.
func (a *adviser) try(edited string) (v Verdict, ok bool) {
	if a.bytes += len(edited); a.bytes > tryBytes {
		return v, false
	}
	v = a.c.ClassifyTop(corpus.Posting{Text: edited}, 0)
	return v, v.Level != Neither && v.Level != Unread
}

// gain is by how much a probability is nearer to the target than that of the
// posting as it stands, in points.
func (a *adviser) gain(p float64) float64 {
	return a.sign * (points(p) - points(a.v.Probability))
}

// points are a probability of 100, as it is shown: never 0 or 100.
func points(p float64) float64 { return min(max(math.Round(100*p), 1), 99) }
