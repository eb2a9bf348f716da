package classify

import (
	"cmp"
	"slices"
	"strings"

	"rung/classify/signal"
	"rung/corpus/text"
)

// reword is the change to a sentence that brings the posting nearest to the target, with
// the text that has it: words that state a fact give way to what a job of the target
// would state, other sentences are dropped.
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

// restatements put another value of a fact in the place of the words that state it.
// What a posting asks of the past of its applicants is no statement of the job.
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

// states says whether, where the fact has its place, a rule fired that states its value,
// rather than only going with it.
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

// removals drop the sentences that hold most of what speaks against the target.
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

// restated is the text without the words of a span and with one more line, which states
// the fact otherwise. What else the sentence says stays.
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

// LineAfter is the offset at which one more duty may be added: the end of the last line
// of the first run of duties, else of the description of the role, else of the text.
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
