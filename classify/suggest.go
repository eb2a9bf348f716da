package classify

import (
	"context"
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

	Remove text.Span // the words to reword, in the text after the changes before this one: those that state Fact otherwise, or a sentence; empty where Open
	Quote  string    // their text
	Gloss  string    // what the change says or stops saying, in plain words
	Rule   string    // the rule that it makes fire, or the heaviest that it silences

	Before      float64       // calibrated P(VP) without this change
	Probability float64       // and with it, after those before it
	Level       Level         // what the posting then reads
	Leans       bool          // and whether it only leans to that
	Left        []signal.Fact // what it then still leaves open that would bring it nearer
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

// farSide is how far beyond even odds, on the side of the target, a posting may be that
// is unsure. Farther on, the probability is not the reason: the job is a bank's grade,
// or as near to the manager of one team as to a Director.
const farSide = 0.2

// Bounds of what is tried. A classification takes time in proportion to the
// text, so long texts are tried in fewer ways.
const (
	tryBytes    = 1 << 19 // of edited text, in one search for the best change
	tryLong     = 1 << 20 // of text, in all searches together, for a posting longer than longText
	longText    = 1 << 16 // bytes: twice the longest real one
	tryOptions  = 3       // statements of a family of rules on either side, where rules state no facts
	tryRewrites = 10      // sentences to reword
)

// openFacts are the facts that bear on the level and that a posting may leave open, each
// with the family of rules that speak of it.
var openFacts = []struct {
	fact   signal.Fact
	family string // "": only rules that state the fact speak of it
}{
	{signal.FactAbove, "reporting"}, {signal.FactBelow, "people"}, {signal.FactScope, "scope"},
	{signal.FactBudget, "money"}, {signal.FactHorizon, "horizon"}, {signal.FactExec, ""},
}

// plainest are the rules whose examples state a value most plainly. For a value without
// one, the first rule of the lexicon that states it is taken.
var plainest = []string{
	"reporting/ceo", "reporting/cto", "reporting/vp", "reporting/director", "people/directors-report", "people/engineering-managers",
	"people/leads-a-team", "scope/whole", "scope/division", "scope/multiple-teams", "money/whole-budget", "money/slice-budget",
	"horizon/years-named", "horizon/year-named", "horizon/quarter-named", "horizon/sprint-work", "authority/executive-seat",
}

// Suggest finds up to most changes after which the posting surely reads as the
// target level, or comes as near to it as changes bring it. First it says what the
// posting leaves open, if one true statement could bring it nearer; then it rewords
// sentences that speak against the target. Every change is tried on the
// text itself, so the probabilities are those of the edited posting, each after
// the changes before it. It returns nil for a posting that surely reads as the target,
// that reads neither or is unread, or that is unsure for another reason than being too
// far from the target. Where ctx ends it returns the changes found until then. A text
// that is longer than any posting is tried in few ways, and may get fewer changes.
func (c *Classifier) Suggest(ctx context.Context, p corpus.Posting, target Level, most int) []Change {
	if target != VP && target != Director {
		return nil
	}
	return c.adviser(ctx, p, target).suggest(most)
}

func (c *Classifier) adviser(ctx context.Context, p corpus.Posting, target Level) *adviser {
	a := &adviser{c: c, ctx: ctx, posting: p, target: target, sign: 1, used: map[signal.Fact]bool{}}
	if target == Director {
		a.sign = -1
	}
	return a
}

func (a *adviser) suggest(most int) []Change {
	a.read(a.posting.Text)
	if a.v.Level == Neither || a.v.Level == Unread || a.v.Level == Unsure && a.sign*(a.v.Probability-0.5) > farSide {
		return nil
	}
	a.findOpen()
	var out []Change
	for len(out) < most && !a.reached() && !a.over(0) {
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
	ctx     context.Context
	posting corpus.Posting // as edited so far
	v       Verdict        // of it
	target  Level
	sign    float64 // 1 where VP is the target, -1 where Director is
	open    []gap   // in the order of openFacts
	used    map[signal.Fact]bool
	dropped []string // sentences that a change rewords
	bytes   int      // of the edited texts that were tried in this search
	all     int      // of all texts that were classified
}

// gap is a fact that the posting leaves open.
type gap struct {
	fact         signal.Fact
	rule         *signal.Rule // of best
	best, worst  Option       // the statements that bring the posting nearest to the target, and farthest from it
	nearer, away float64      // by how many points they do
}

func (a *adviser) read(t string) {
	a.posting.Text = t
	a.all += len(text.Readable(t))
	a.v = a.c.Classify(a.posting)
}

// reached says whether the posting surely reads as the target. A model without a ladder
// does not say what is sure.
func (a *adviser) reached() bool {
	return a.v.Level == a.target && (a.v.Sure || !a.v.Ladder.Known())
}

// try classifies an edited text. ok is false if no more is to be tried, or if the text
// no longer reads as a job of the two levels.
func (a *adviser) try(edited string) (v Verdict, ok bool) {
	if a.bytes += len(edited); a.bytes > tryBytes || a.over(len(edited)) {
		return v, false
	}
	a.all += len(edited)
	v = a.c.ClassifyTop(corpus.Posting{Text: edited}, 0)
	return v, v.Level != Neither && v.Level != Unread
}

// over says whether no more is to be tried: nobody waits for it, or n bytes more are too
// many for a text longer than any posting.
func (a *adviser) over(n int) bool {
	return a.ctx.Err() != nil || len(a.posting.Text) > longText && a.all+n > tryLong
}

// gain is by how many points a probability is nearer to the target than that of the
// posting as it stands.
func (a *adviser) gain(p float64) float64 {
	return a.sign * (points(p) - points(a.v.Probability))
}

// points is a probability in points of 100, as it is shown: never 0 or 100.
func points(p float64) float64 { return min(max(math.Round(100*p), 1), 99) }
