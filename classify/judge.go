package classify

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"rung/classify/signal"
	"rung/corpus/boilerplate"
	"rung/corpus/text"
)

// SignalValue is the value of a rule that fired: that of its best place. A place is
// worth 1, half of that if its sentence is conditional, and half of that again if it is
// boilerplate.
func SignalValue(s *signal.Signal) float64 {
	best := 0.0
	for _, e := range s.Evidence {
		v := 1.0
		if e.Hedged {
			v /= 2
		}
		if e.Boilerplate {
			v /= 2
		}
		best = max(best, v)
	}
	return best
}

// TermNorm is the Euclidean length of the terms' unnormalised values.
func TermNorm(hits []signal.Hit, idf func(int32) float64) float64 {
	var sum float64
	for _, h := range hits {
		x := damped(h.Count) * idf(h.Term)
		sum += x * x
	}
	return math.Sqrt(sum)
}

// TermValue is (1+ln count)·idf over the length of all: sublinear tf-idf, as in
// Manning, Raghavan and Schütze, "Introduction to Information Retrieval" (2008),
// section 6.4.
func TermValue(count int32, idf, norm float64) float64 { return damped(count) * idf / norm }

// logCount holds 1+ln n for all counts that are usual.
var logCount = func() (t [64]float64) {
	for i := range t {
		t[i] = 1 + math.Log(max(1, float64(i)))
	}
	return t
}()

func damped(count int32) float64 {
	if int(count) < len(logCount) {
		return logCount[count]
	}
	return 1 + math.Log(float64(count))
}

// read sums up what the rules and terms of the document say of the level, of the gate
// and of the outputs.
func (c *Classifier) read(s *scratch, v *Verdict, signals []signal.Signal, d *text.Document) {
	s.parts, s.gates = s.parts[:0], s.gates[:0]
	for i := range s.sums {
		s.sums[i] = 0
	}
	add := func(p part, level, gate float64, difference signal.Difference, others []other) {
		if level != 0 {
			p.weight, p.sum = level, level*p.value
			v.LogOdds += p.sum
			v.Differences[difference] += p.sum
			s.parts = append(s.parts, p)
		}
		if gate != 0 {
			p.weight, p.sum = gate, gate*p.value
			v.Gate += p.sum
			s.gates = append(s.gates, p)
		}
		for _, o := range others {
			s.sums[o.output] += float64(o.hundredths) * p.value
		}
	}
	for i := range signals {
		r := signals[i].Rule
		add(part{rule: int32(i), term: -1, value: SignalValue(&signals[i])}, c.level[r.Index], c.gate[r.Index], r.Difference, c.othersOfRule(r.Index))
	}
	s.hits = s.rules.Hits(d)
	s.norm = TermNorm(s.hits, func(t int32) float64 { return c.weights[t].idf })
	for _, h := range s.hits {
		w := &c.weights[h.Term]
		add(part{rule: -1, term: h.Term, value: TermValue(h.Count, w.idf, s.norm)}, w.level, w.gate, w.difference, c.othersOfTerm(h.Term))
	}
	for i := range s.sums {
		s.sums[i] = c.model.Outputs[i].Bias + s.sums[i]/100
	}
}

// partsOf are the contributions to one output. They stand where s.gates stood.
func (c *Classifier) partsOf(s *scratch, signals []signal.Signal, output int) []part {
	out := s.gates[:0]
	add := func(p part, others []other) {
		for _, o := range others {
			if int(o.output) == output {
				p.weight = float64(o.hundredths) / 100
				p.sum = p.weight * p.value
				out = append(out, p)
			}
		}
	}
	for i := range signals {
		add(part{rule: int32(i), term: -1, value: SignalValue(&signals[i])}, c.othersOfRule(signals[i].Rule.Index))
	}
	for _, h := range s.hits {
		add(part{rule: -1, term: h.Term, value: TermValue(h.Count, c.weights[h.Term].idf, s.norm)}, c.othersOfTerm(h.Term))
	}
	return out
}

func (c *Classifier) othersOfRule(rule int) []other {
	return c.others[c.ofRule[rule]:c.ofRule[rule+1]]
}

func (c *Classifier) othersOfTerm(term int32) []other {
	return c.others[c.ofTerm[term]:c.ofTerm[term+1]]
}

// markBoilerplate marks the evidence that stands in sentences that the employer
// repeats, and says whether there is any.
func markBoilerplate(employer boilerplate.Employer, d *text.Document, signals []signal.Signal) bool {
	found := false
	for i := range signals {
		for j := range signals[i].Evidence {
			if e := &signals[i].Evidence[j]; employer.Repeats(d, e.Sentence) {
				e.Boilerplate, found = true, true
			}
		}
	}
	return found
}

// judge makes the verdict on the document in s, with the n heaviest reasons (n < 0: all).
func (c *Classifier) judge(s *scratch, b *boilerplate.Sentences, company string, n int) Verdict {
	d := &s.doc
	signals := s.rules.Find(d)
	repeats := markBoilerplate(b.Of(company), d, signals)
	v := Verdict{
		Model: c.model.String(), Lexicon: c.lexicon.Version, PriorVP: c.prior,
		Bias: c.model.Bias, LogOdds: c.model.Bias, Gate: c.model.GateBias,
	}
	c.read(s, &v, signals, d)
	r := readingOf(d)
	isEnglish := english(d, &r)
	v.Cause, v.Unread = unread(d, &r, isEnglish), unreadSpans(d)
	v.Flags, v.Missing = flags(&r, isEnglish, signals), missing(signals)
	if repeats {
		v.Flags = append([]string{FlagBoilerplate}, v.Flags...)
		slices.Sort(v.Flags)
	}
	question := -1
	if len(s.sums) > 0 {
		copy(v.questions[:], s.sums)
		v.Facts = c.facts(s.sums, d, signals)
		question = c.model.doubt(&v)
	}
	c.model.decide(&v)
	shown, rest := heaviest(s.parts, n)
	for _, p := range rest {
		v.Rest += p.sum
	}
	v.Reasons = c.reasons(d, signals, shown)
	if n < 0 {
		if question >= 0 {
			s.gates = c.partsOf(s, signals, question)
		}
		shown, _ = heaviest(s.gates, gateReasons)
		v.GateReasons = c.reasons(d, signals, shown)
	}
	return v
}

// gateReasons is how many reasons are given for and against a posting being an
// engineering-leadership job.
const gateReasons = 8

// labelled is the cite of a word that only labelled postings speak for.
var labelled = []string{"postings"}

// heaviest puts the n heaviest parts first (n < 0: all), the heaviest of all before the
// others, and splits them off.
func heaviest(parts []part, n int) (shown, rest []part) {
	heavier := func(a, b part) int {
		return cmp.Or(cmp.Compare(math.Abs(b.sum), math.Abs(a.sum)), cmp.Compare(b.rule, a.rule), cmp.Compare(a.term, b.term))
	}
	if n < 0 || n >= len(parts)/8 {
		slices.SortFunc(parts, heavier)
		if n < 0 || n > len(parts) {
			n = len(parts)
		}
		return parts[:n], parts[n:]
	}
	// A few of many: select them one by one.
	for i := range n {
		best := i
		for j := i + 1; j < len(parts); j++ {
			if math.Abs(parts[j].sum) >= math.Abs(parts[best].sum) && heavier(parts[j], parts[best]) < 0 {
				best = j
			}
		}
		parts[i], parts[best] = parts[best], parts[i]
	}
	return parts[:n], parts[n:]
}

// reasons writes parts out as reasons, with their evidence.
func (c *Classifier) reasons(d *text.Document, signals []signal.Signal, parts []part) []Reason {
	var wanted []int32
	for _, p := range parts {
		if p.rule < 0 {
			wanted = append(wanted, p.term)
		}
	}
	places := c.terms.Places(d, wanted)
	out := make([]Reason, 0, len(parts))
	for _, p := range parts {
		if p.rule >= 0 {
			sg := &signals[p.rule]
			r := sg.Rule
			out = append(out, Reason{
				Rule: r.Name, Gloss: r.Gloss, Difference: r.Difference, Cite: r.Cite,
				Weight: p.weight, Value: p.value, Evidence: slices.Clone(sg.Evidence),
			})
			continue
		}
		t := &c.model.Terms[p.term]
		gloss, cite := "uses the word “"+t.Term+"”", t.Cite
		if strings.Contains(t.Term, " ") {
			gloss = "uses the words “" + t.Term + "”"
		}
		if len(cite) == 0 {
			cite = labelled
		}
		out = append(out, Reason{
			Rule: "term:" + strings.ReplaceAll(t.Term, " ", "_"), Gloss: gloss, Difference: t.Difference, Cite: cite,
			Weight: p.weight, Value: p.value, Evidence: places[0],
		})
		places = places[1:]
	}
	return out
}
