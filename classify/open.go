package classify

import (
	"cmp"
	"slices"

	"rung/classify/signal"
)

// findOpen tries every statement of every fact that the posting leaves open, and keeps
// the gaps that are worth filling.
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

// leavesOpen says whether the posting says nothing of a fact. If the model knows no
// facts, it goes by whether the family of rules was silent.
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

// statements are the rules that state a fact, one for each value; if there are none,
// the heaviest rules of its family on either side.
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

// fillIn is the change that fills a gap and brings the posting nearest to the target,
// with the text that has it; nil if none brings it near enough.
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
// Whether it sits among the executives is asked only after that, and of few jobs.
func (a *adviser) opensFirst() bool {
	return slices.ContainsFunc(a.open, func(g gap) bool { return g.fact == signal.FactAbove && !a.used[g.fact] && !clashesNow(a, &g) })
}

// clashesNow says whether the best way to fill a gap contradicts what the posting states
// by now, after the changes so far.
func clashesNow(a *adviser, g *gap) bool {
	at := slices.Index(g.fact.Values(), g.best.Value)
	return at > 0 && clashes(&a.v.Facts, g.fact, uint8(at))
}

// against tries, on the text as it now stands, the statement that speaks most against
// the target, and drops it where it no longer does.
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
