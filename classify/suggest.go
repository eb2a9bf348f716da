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

// Change is one edit that moves a posting towards the other level.
type Change struct {
	Add         string    // a sentence to state, where it is true; empty when a sentence is to be reworded
	Remove      text.Span // the sentence to drop or reword; empty when one is to be added
	Quote       string    // the text of Remove
	Gloss       string    // what the change says or stops saying, in plain words
	Rule        string    // the rule it makes fire, or the heaviest that it silences
	Probability float64   // calibrated P(VP) after this change and those before it
	Level       Level     // what the posting then reads
}

// suggestTries is how many candidates of each kind are tried at each step.
const suggestTries = 10

// Suggest finds up to most changes after which the posting reads as the target
// level, or comes as near to it as they bring it: sentences to add where they
// are true (a rule that did not fire, in the words of its own example), and
// sentences to reword. Each step tries the likeliest candidates on the text
// itself and keeps the best, so the probabilities are those of the edited
// posting. It returns nil for a posting that reads as target already, or that
// reads neither.
func (c *Classifier) Suggest(p corpus.Posting, target Level, most int) []Change {
	v := c.Classify(p)
	if target != VP && target != Director || v.Level == target || v.Level == Neither {
		return nil
	}
	sign := 1.0
	if target == Director {
		sign = -1
	}
	var out []Change
	said := map[string]bool{} // families that a change already speaks of
	for len(out) < most && v.Level != target {
		best, edited := c.bestChange(&v, p, sign, said)
		if best == nil || sign*(best.Probability-v.Probability) <= 0.005 {
			break
		}
		said[family(best.Rule)] = true
		out = append(out, *best)
		p.Text = edited
		v = c.Classify(p)
	}
	return out
}

func family(rule string) string {
	f, _, _ := strings.Cut(rule, "/")
	return f
}

func (c *Classifier) bestChange(v *Verdict, p corpus.Posting, sign float64, said map[string]bool) (*Change, string) {
	var best *Change
	var bestText string
	for _, ch := range append(c.additions(v, sign, said), removals(v, sign)...) {
		edited := apply(v.Doc, &ch)
		after := c.ClassifyTop(corpus.Posting{Text: edited}, 0)
		if after.Level == Neither {
			continue
		}
		ch.Probability, ch.Level = after.Probability, after.Level
		if best == nil || sign*(ch.Probability-best.Probability) > 0 {
			best, bestText = &ch, edited
		}
	}
	return best, bestText
}

// additions are the heaviest rules for the target that did not fire, one a
// family.
func (c *Classifier) additions(v *Verdict, sign float64, said map[string]bool) []Change {
	fired := map[string]bool{}
	for i := range v.Reasons {
		fired[v.Reasons[i].Rule] = true
	}
	var rules []int
	for i, r := range c.lexicon.Rules {
		if sign*c.level[i] > 0 && !fired[r.Name] && !said[family(r.Name)] && r.Flag == "" && r.Example != "" && sign*float64(r.Lean) > 0 {
			rules = append(rules, i)
		}
	}
	slices.SortFunc(rules, func(a, b int) int {
		return cmp.Or(cmp.Compare(math.Abs(c.level[b]), math.Abs(c.level[a])), cmp.Compare(a, b))
	})
	var out []Change
	seen := map[string]bool{}
	for _, i := range rules {
		r := c.lexicon.Rules[i]
		if f := family(r.Name); !seen[f] && len(out) < suggestTries {
			seen[f] = true
			out = append(out, Change{Add: r.Example, Gloss: r.Gloss, Rule: r.Name})
		}
	}
	return out
}

// removals are the sentences that hold most of what speaks against the target.
func removals(v *Verdict, sign float64) []Change {
	type weight struct {
		sum, top float64
		reason   *Reason
	}
	held := map[int]*weight{}
	for i := range v.Reasons {
		r := &v.Reasons[i]
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
		x := -sign * r.Contribution()
		w.sum += x
		if !strings.HasPrefix(r.Rule, "term:") && x > w.top {
			w.top, w.reason = x, r
		}
	}
	var at []int
	for s, w := range held {
		if w.sum > 0 && w.reason != nil {
			at = append(at, s)
		}
	}
	slices.SortFunc(at, func(a, b int) int {
		return cmp.Or(cmp.Compare(held[b].sum, held[a].sum), cmp.Compare(a, b))
	})
	var out []Change
	for _, s := range at[:min(len(at), suggestTries)] {
		span := v.Doc.Sentences[s].Span
		out = append(out, Change{Remove: span, Quote: span.Of(v.Doc.Text), Gloss: held[s].reason.Gloss, Rule: held[s].reason.Rule})
	}
	return out
}

// apply edits the text: an added sentence becomes a line of its own after the
// last line of the duties, or after the last line of the role, or at the end.
func apply(d *text.Document, ch *Change) string {
	if ch.Add == "" {
		return d.Text[:ch.Remove.Start] + d.Text[ch.Remove.End:]
	}
	at := len(d.Text)
	for _, k := range []text.Kind{text.Duties, text.Role} {
		i := slices.IndexFunc(d.Lines, func(l text.Line) bool { return l.Kind == k })
		if i < 0 {
			continue
		}
		for i+1 < len(d.Lines) && d.Lines[i+1].Kind == k {
			i++
		}
		at = d.Lines[i].End
		break
	}
	return d.Text[:at] + "\n- " + ch.Add + d.Text[at:]
}
