package classify

import (
	"cmp"
	"math"
	"slices"
	"strings"

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

// findOpen tries every statement of every fact that the posting leaves open.
func (a *adviser) findOpen() {
	a.bytes = 0
	for _, o := range openFacts {
		if !a.leavesOpen(o.fact, o.family) {
			continue
		}
		g := gap{fact: o.fact}
		for _, s := range a.statements(o.fact, o.family) {
			if clashes(&a.v.Facts, o.fact, s.value) {
				continue
			}
			after, ok := a.try(a.inserted(s.rule.Example))
			if !ok || a.saysOther(&after, o.fact, s.value) {
				continue
			}
			option := Option{s.name, s.rule.Example, s.rule.Gloss, after.Probability}
			x := a.gain(after.Probability)
			if x > g.nearer {
				g.best, g.nearer, g.rule = option, x, s.rule
			}
			if -x > g.away {
				g.worst, g.away = option, -x
			}
		}
		if g.nearer >= leastEffect {
			a.open = append(a.open, g)
		}
	}
}

// leavesOpen says whether the posting says nothing of a fact. Where the model
// knows no facts, its family of rules must have been silent.
func (a *adviser) leavesOpen(f signal.Fact, family string) bool {
	if a.v.Ladder.Known() {
		return !a.v.Facts.Stated(f)
	}
	return family != "" && slices.Contains(a.v.Missing, family)
}

// statement is a rule whose example states a value of a fact.
type statement struct {
	rule  *signal.Rule
	value uint8
	name  string // of the value; "" where the rule states no fact
}

// statements are the rules that state a fact, one for each value; where there
// are none, the heaviest rules of its family on either side.
func (a *adviser) statements(f signal.Fact, family string) []statement {
	var out []statement
	for _, r := range a.c.lexicon.Rules {
		for _, s := range r.States {
			if s.Fact != f || s.Value == 0 || r.Example == "" || r.Flag != "" {
				continue
			}
			n := statement{r, s.Value, f.Values()[s.Value]}
			at := slices.IndexFunc(out, func(o statement) bool { return o.value == s.Value })
			switch {
			case at < 0:
				out = append(out, n)
			case slices.Contains(plainest, r.Name):
				out[at] = n
			}
		}
	}
	if len(out) == 0 && family != "" {
		for _, r := range a.heaviest(family) {
			out = append(out, statement{rule: r})
		}
	}
	return out
}

// heaviest are the rules of a family that speak most for the target, and those
// that speak most against it.
func (a *adviser) heaviest(family string) []*signal.Rule {
	weight := func(r *signal.Rule) float64 { return a.sign * a.c.level[r.Index] }
	var rules []*signal.Rule
	for _, r := range a.c.lexicon.Rules {
		if r.File == family+".lex" && r.Lean != 0 && r.Example != "" && r.Flag == "" && weight(r) != 0 {
			rules = append(rules, r)
		}
	}
	slices.SortStableFunc(rules, func(x, y *signal.Rule) int { return cmp.Compare(weight(y), weight(x)) })
	if len(rules) > 2*tryOptions {
		rules = slices.Concat(rules[:tryOptions], rules[len(rules)-tryOptions:])
	}
	return rules
}

// saysOther says whether the verdict on an edited text reads another value of a
// fact than was to be stated.
func (a *adviser) saysOther(after *Verdict, f signal.Fact, value uint8) bool {
	return value != 0 && after.Facts.Stated(f) && after.Facts[f].Value != value
}

// clashes says whether a value of a fact contradicts what the posting states.
func clashes(facts *Facts, f signal.Fact, value uint8) bool {
	is := func(k signal.Fact, values ...string) bool {
		return facts.Stated(k) && slices.Contains(values, facts.Value(k))
	}
	if value == 0 {
		return false
	}
	switch name := f.Values()[value]; {
	case f == signal.FactExec && name == "1":
		return is(signal.FactAbove, "manager", "director", "vp") || is(signal.FactScope, "team", "teams", "division")
	case f == signal.FactScope && name == "whole":
		return is(signal.FactAbove, "manager", "director", "vp")
	case f == signal.FactScope && name == "team":
		return is(signal.FactBelow, "managers", "directors")
	case f == signal.FactBelow && name == "directors":
		return is(signal.FactAbove, "manager", "director") || is(signal.FactScope, "team")
	case f == signal.FactBelow && (name == "none" || name == "ics"):
		return is(signal.FactScope, "division", "whole", "teams")
	case f == signal.FactAbove && (name == "manager" || name == "director"):
		return is(signal.FactScope, "whole") || is(signal.FactExec, "1") || is(signal.FactBelow, "directors")
	case f == signal.FactAbove && name == "vp":
		return is(signal.FactScope, "whole") || is(signal.FactExec, "1")
	}
	return false
}

// fillIn is the change that says what is left open and brings the posting
// nearest to the target; nil where none does by enough.
func (a *adviser) fillIn() (*Change, string) {
	a.bytes = 0
	var best *Change
	var bestText string
	for i := range a.open {
		g := &a.open[i]
		if a.used[g.fact] || clashesNow(a, g) || g.fact == signal.FactExec && a.opensFirst() {
			continue
		}
		edited := a.inserted(g.best.Add)
		after, ok := a.try(edited)
		if !ok || a.gain(after.Probability) < leastEffect || best != nil && a.sign*(after.Probability-best.Probability) <= 0 {
			continue
		}
		best = &Change{Open: true, Fact: g.fact, Known: true, Value: g.best.Value, Add: g.best.Add, Gloss: g.best.Gloss, Rule: g.rule.Name,
			Before: a.v.Probability, Probability: after.Probability}
		bestText = edited
		if g.away >= leastEffect {
			best.Against = g.worst
		}
	}
	if best == nil {
		return nil, ""
	}
	a.used[best.Fact] = true
	a.against(best)
	return best, bestText
}

// opensFirst says whether the posting still leaves open to whom the job reports.
// Who sits among the executives is asked after that, and of few jobs.
func (a *adviser) opensFirst() bool {
	return slices.ContainsFunc(a.open, func(g gap) bool { return g.fact == signal.FactAbove && !a.used[g.fact] && !clashesNow(a, &g) })
}

// clashesNow says whether what a change before it states, or what it showed, now
// contradicts the best way to fill a gap.
func clashesNow(a *adviser, g *gap) bool {
	at := slices.Index(g.fact.Values(), g.best.Value)
	return at > 0 && clashes(&a.v.Facts, g.fact, uint8(at))
}

// against tries the statement that speaks most against the target on the text as
// it now stands, and forgets it where it does not.
func (a *adviser) against(ch *Change) {
	if ch.Against == (Option{}) {
		return
	}
	after, ok := a.try(a.inserted(ch.Against.Add))
	if !ok || -a.gain(after.Probability) < leastEffect {
		ch.Against = Option{}
		return
	}
	ch.Against.Probability = after.Probability
}

// left are the gaps that no change has filled yet.
func (a *adviser) left() (facts []signal.Fact) {
	for i := range a.open {
		if g := &a.open[i]; !a.used[g.fact] && !clashesNow(a, g) {
			facts = append(facts, g.fact)
		}
	}
	return facts
}

// reword is the change to a sentence that brings the posting nearest to the
// target: words that state a fact are set against what a job of the target would
// state, other sentences are dropped.
func (a *adviser) reword() (*Change, string) {
	a.bytes = 0
	var best *Change
	var bestText string
	consider := func(ch Change, edited string) {
		after, ok := a.try(edited)
		if !ok || a.gain(after.Probability) < leastEffect || best != nil && a.sign*(after.Probability-best.Probability) <= 0 ||
			ch.Value != "" && after.Facts.Value(ch.Fact) != ch.Value {
			return
		}
		ch.Before, ch.Probability = a.v.Probability, after.Probability
		best, bestText = &ch, edited
	}
	for _, ch := range a.restatements() {
		consider(ch, a.restated(ch.Remove, ch.Add))
	}
	for _, ch := range a.removals() {
		consider(ch, a.without(ch.Remove))
	}
	if best == nil {
		return nil, ""
	}
	if best.Known {
		a.used[best.Fact] = true
	}
	a.dropped = append(a.dropped, best.Quote, best.Add)
	return best, bestText
}

// restatements set another value of a fact in the place of the words that state
// it. What a posting asks of the past of people is no statement of the job.
func (a *adviser) restatements() []Change {
	var out []Change
	for _, o := range openFacts {
		f := &a.v.Facts[o.fact]
		s := f.Evidence.Span
		if a.used[o.fact] || !a.v.Facts.Stated(o.fact) || !a.states(o.fact) || f.Evidence.Section == text.Requirements || f.Evidence.Section == text.Preferred ||
			s.End > len(a.v.Doc.Text) || slices.Contains(a.dropped, s.Of(a.v.Doc.Text)) {
			continue
		}
		for _, n := range a.statements(o.fact, "") {
			others := a.v.Facts
			others[o.fact] = FactValue{}
			if n.value == f.Value || clashes(&others, o.fact, n.value) {
				continue
			}
			out = append(out, Change{Fact: o.fact, Known: true, Value: n.name, Add: n.rule.Example, Remove: s, Quote: s.Of(a.v.Doc.Text), Gloss: n.rule.Gloss, Rule: n.rule.Name})
		}
	}
	return out
}

// states says whether a rule that states the fact's value, and does not only go
// with it, fired where the fact has its place.
func (a *adviser) states(f signal.Fact) bool {
	at := a.v.Facts[f].Evidence.Span
	for i := range a.v.Reasons {
		r := &a.v.Reasons[i]
		if slices.ContainsFunc(r.Evidence, func(e signal.Evidence) bool { return e.Span == at }) &&
			slices.Contains(a.statementsOf(r.Rule), signal.Statement{Fact: f, Value: a.v.Facts[f].Value}) {
			return true
		}
	}
	return false
}

// statementsOf are the facts that a rule states, by its name.
func (a *adviser) statementsOf(rule string) []signal.Statement {
	at := slices.IndexFunc(a.c.lexicon.Rules, func(r *signal.Rule) bool { return r.Name == rule })
	if at < 0 {
		return nil
	}
	return a.c.lexicon.Rules[at].States
}

// removals are the sentences that hold most of what speaks against the target.
func (a *adviser) removals() []Change {
	type weight struct {
		sum, top float64
		reason   *Reason
	}
	held := map[int]*weight{}
	for i := range a.v.Reasons {
		r := &a.v.Reasons[i]
		// Only a reason whose places are all in one sentence goes with it.
		s := r.Evidence[0].Sentence
		if slices.ContainsFunc(r.Evidence, func(e signal.Evidence) bool { return e.Sentence != s }) {
			continue
		}
		w := held[s]
		if w == nil {
			w = &weight{}
			held[s] = w
		}
		x := -a.sign * r.Contribution()
		w.sum += x
		if !strings.HasPrefix(r.Rule, "term:") && x > w.top {
			w.top, w.reason = x, r
		}
	}
	var at []int
	for s, w := range held {
		if w.sum > 0 && w.reason != nil && !slices.Contains(a.dropped, a.v.Doc.Sentences[s].Of(a.v.Doc.Text)) {
			at = append(at, s)
		}
	}
	slices.SortFunc(at, func(x, y int) int {
		return cmp.Or(cmp.Compare(held[y].sum, held[x].sum), cmp.Compare(x, y))
	})
	var out []Change
	for _, s := range at[:min(len(at), tryRewrites)] {
		span, rule := a.v.Doc.Sentences[s].Span, held[s].reason.Rule
		ch := Change{Remove: span, Quote: span.Of(a.v.Doc.Text), Gloss: held[s].reason.Gloss, Rule: rule}
		if ch.Fact, ch.Known = a.stated(rule); ch.Known && a.used[ch.Fact] {
			continue
		}
		out = append(out, ch)
	}
	return out
}

// stated is the fact that a rule states, if it states one of openFacts.
func (a *adviser) stated(rule string) (signal.Fact, bool) {
	for _, s := range a.statementsOf(rule) {
		for _, o := range openFacts {
			if o.fact == s.Fact {
				return s.Fact, true
			}
		}
	}
	return 0, false
}

// without is the text without the words of a span.
func (a *adviser) without(s text.Span) string {
	t := a.v.Doc.Text
	return t[:s.Start] + t[s.End:]
}

// restated is the text without the words of a span, and with one more line that
// states the fact otherwise: what else the sentence says stays.
func (a *adviser) restated(s text.Span, sentence string) string {
	t, at, line := a.v.Doc.Text, LineAfter(a.v.Doc), "\n- "+sentence
	if at <= s.Start {
		return t[:at] + line + t[at:s.Start] + t[s.End:]
	}
	at = max(at, s.End)
	return t[:s.Start] + t[s.End:at] + line + t[at:]
}

// inserted is the text with one more line, after the last line of the duties, or
// of the role, or at the end.
func (a *adviser) inserted(sentence string) string {
	d := a.v.Doc
	at := LineAfter(d)
	return d.Text[:at] + "\n- " + sentence + d.Text[at:]
}

// LineAfter is where one more duty may stand: the end of the last line of the
// first run of duties, or of the description of the role, or of the text.
func LineAfter(d *text.Document) int {
	for _, k := range []text.Kind{text.Duties, text.Role} {
		i := slices.IndexFunc(d.Lines, func(l text.Line) bool { return l.Kind == k })
		if i < 0 {
			continue
		}
		for i+1 < len(d.Lines) && d.Lines[i+1].Kind == k {
			i++
		}
		return d.Lines[i].End
	}
	return len(d.Text)
}
