package learn

import (
	"cmp"
	"math"
	"slices"

	"rung/classify"
	"rung/classify/eval"
	"rung/classify/signal"
	"rung/corpus/stats"
	"rung/corpus/text"
)

// learner learns the parts of one model.
type learner struct {
	Recipe
	m           *Materials
	rules, size int // features: rules first, then terms
	rows        []Row
	x           []stats.Sparse
	phrases     [][]stats.Sparse // of each row, rules only
}

// parts are the weights of a model's parts: linear scores over the features.
type parts struct {
	level   linear
	outputs []linear // by classify.OutputNames
}

// linear is a score: bias plus weights times features.
type linear struct {
	weights []float64
	bias    float64
}

func (l *linear) score(x stats.Sparse) float64 { return l.bias + x.Dot(l.weights) }

func newLearner(r Recipe, rows []Row, m *Materials) *learner {
	l := &learner{Recipe: r, m: m, rules: len(m.lexicon.Rules), size: len(m.lexicon.Rules) + len(m.vocab.terms), rows: rows}
	e := newExtractor(m.lexicon, m.vocab)
	features := func(s string) stats.Sparse {
		if x, ok := m.cache[s]; ok {
			return x
		}
		return e.features(s)
	}
	for i := range rows {
		l.x = append(l.x, features(rows[i].Text))
		var ps []stats.Sparse
		for _, p := range rows[i].Phrases {
			ps = append(ps, l.ruleFeatures(features(p.Text)))
		}
		l.phrases = append(l.phrases, ps)
	}
	return l
}

// spread is a prior's deviations: one for rules, one for terms. Words of which
// titles are made earn no weight: a posting for a manager says the word because
// it is its own title, and a title is no evidence.
func (l *learner) spread(rules, terms float64) []float64 {
	out := make([]float64, l.size)
	for j := range out {
		switch {
		case j < l.rules:
			out[j] = rules
		case !ownWords[l.m.vocab.terms[j-l.rules]]:
			out[j] = terms
		}
	}
	return out
}

// ownWords are words of the titles of engineers and their leaders.
var ownWords = text.Set("cto ctos cio cios ciso head heads chief manager managers lead leads leader staff principal vpe architect supervisor")

// ruleMeans are the reference weights of the rules, scaled.
func (l *learner) ruleMeans(weight func(classify.RuleWeight) float64, scale float64) []float64 {
	byName := map[string]float64{}
	for _, r := range l.m.reference.Rules {
		byName[r.Name] = weight(r)
	}
	out := make([]float64, l.size)
	for i, r := range l.m.lexicon.Rules {
		out[i] = scale * byName[r.Name]
	}
	return out
}

// fit finds the weights and the bias that are most probable. The examples of
// side, if any, have a bias of their own.
func fit(examples []stats.Example, mean, deviation []float64, side ...stats.Example) linear {
	const biasSpread = 3
	size := len(mean)
	var all []stats.Example
	for i, part := range [][]stats.Example{examples, side} {
		for _, e := range part {
			e.X = append(slices.Clone(e.X), stats.Feature{At: int32(size + i), Value: 1})
			all = append(all, e)
		}
	}
	w := stats.Logistic(all, stats.Prior{Mean: append(slices.Clone(mean), 0, 0), Deviation: append(slices.Clone(deviation), biasSpread, biasSpread)}, false)
	return linear{w[:size], w[size]}
}

func (l *learner) ruleFeatures(x stats.Sparse) stats.Sparse {
	n, _ := slices.BinarySearchFunc(x, int32(l.rules), func(e stats.Feature, f int32) int { return cmp.Compare(e.At, f) })
	return x[:n]
}

// firstFact is the output of the first fact's second value: those before it are
// the questions.
var firstFact = classify.FactOutput(0, 1)

// learn learns every part from the rows at.
func (l *learner) learn(at []int) parts {
	p := l.ladder(at)
	for f := range signal.Fact(signal.NumFacts) {
		for v := 1; v < len(f.Values()); v++ {
			p.outputs = append(p.outputs, l.fact(at, f, v))
		}
	}
	return p
}

// ladder learns the level and the questions, without the facts.
func (l *learner) ladder(at []int) parts {
	p := parts{level: l.level(at)}
	ask := func(means []float64, of func(*Row) (target, weight float64)) linear {
		var examples []stats.Example
		for _, i := range at {
			if t, w := of(&l.rows[i]); w > 0 {
				examples = append(examples, stats.Example{X: l.x[i], Target: t, Weight: w * l.rows[i].Weight})
			}
		}
		return fit(examples, means, l.spread(l.LadderRules, l.LadderTerms))
	}
	none := make([]float64, l.size)
	p.outputs = append(p.outputs,
		ask(l.ruleMeans(func(r classify.RuleWeight) float64 { return r.Gate }, l.LadderPrior), func(r *Row) (float64, float64) { return r.Up, r.UpWeight }),
		ask(none, func(r *Row) (float64, float64) { return r.Leads, r.LeadsWeight }),
		ask(none, func(r *Row) (float64, float64) { return r.Chief, r.ChiefWeight }),
		ask(none, func(r *Row) (float64, float64) { return r.Engineering, r.EngineeringWeight }))
	return p
}

// level learns the weights that tell the two levels apart. A weight against its
// rule's sources is an accident of few postings, and no reader would believe the
// reason: such rules are set to nothing, and the others learned anew, until
// there is none.
func (l *learner) level(at []int) linear {
	var main, side []stats.Example
	for _, i := range at {
		r := &l.rows[i]
		if r.VPWeight > 0 {
			main = append(main, stats.Example{X: l.x[i], Target: r.VP, Weight: r.VPWeight * r.Weight})
		}
		for k, p := range r.Phrases {
			if x := l.phrases[i][k]; len(x) > 0 {
				side = append(side, stats.Example{X: x, Target: phraseTarget(p), Weight: l.Rationales * float64(p.Strength) / 2})
			}
		}
	}
	means, spread := l.ruleMeans(func(r classify.RuleWeight) float64 { return r.Level }, l.PriorScale), l.spread(l.RuleSpread, l.TermSpread)
	for {
		fitted := fit(main, means, spread, side...)
		again := false
		for j, r := range l.m.lexicon.Rules {
			if fitted.weights[j]*float64(r.Lean) < 0 {
				means[j], spread[j], again = 0, 0, true
			}
		}
		if !again {
			return fitted
		}
	}
}

// phraseTarget is what a phrase alone makes of the odds: a rationale teaches the
// rules which way it points (Zaidan, Eisner and Piatko, "Using annotator
// rationales to improve machine learning for text categorization", NAACL 2007).
func phraseTarget(p eval.Phrase) float64 {
	if p.VP {
		return stats.Sigmoid(1)
	}
	return stats.Sigmoid(-1)
}

// fact learns the score of one value of a fact against all others. Rare values
// count as much as the rest together.
func (l *learner) fact(at []int, f signal.Fact, value int) linear {
	var examples []stats.Example
	var mass [2]float64
	for _, i := range at {
		r := &l.rows[i]
		if r.Facts == nil {
			continue
		}
		t := 0
		if int(r.Facts[f]) == value {
			t = 1
		}
		mass[t] += r.Weight
		examples = append(examples, stats.Example{X: l.x[i], Target: float64(t), Weight: r.Weight})
	}
	if mass[1] < 2 {
		return linear{make([]float64, l.size), -9} // nobody has seen it
	}
	for i := range examples {
		if examples[i].Target == 1 {
			examples[i].Weight *= (mass[0] + mass[1]) / mass[1]
		}
	}
	means := make([]float64, l.size)
	for j, r := range l.m.lexicon.Rules {
		if slices.Contains(r.States, signal.Statement{Fact: f, Value: uint8(value)}) {
			means[j] = l.Stated
		}
	}
	return fit(examples, means, l.spread(l.FactRules, l.FactTerms))
}

// leastWeight is the weight of an output that is not worth a place in the model;
// that of a term for a fact, whose value is a small part of 1, leastTerm.
const (
	leastWeight = 0.1
	leastTerm   = 0.3
)

// write puts the weights into the model, with each term's difference.
func (l *learner) write(model *classify.Model, p *parts) {
	known := map[string]classify.TermWeight{}
	for _, t := range l.m.reference.Terms {
		known[t.Term] = t
	}
	model.Bias = p.level.bias
	for i := range p.outputs {
		model.Outputs[i].Bias = p.outputs[i].bias
	}
	others := func(feature int) []classify.OutputWeight {
		var out []classify.OutputWeight
		for i := range p.outputs {
			least := leastWeight
			if feature >= l.rules && i >= firstFact {
				least = leastTerm
			}
			if w := p.outputs[i].weights[feature]; math.Abs(w) >= least {
				out = append(out, classify.OutputWeight{Output: uint8(i), Weight: w})
			}
		}
		return out
	}
	for i, r := range l.m.lexicon.Rules {
		model.Rules = append(model.Rules, classify.RuleWeight{Name: r.Name, Level: p.level.weights[i], Others: others(i)})
	}
	for i, t := range l.m.vocab.terms {
		j := l.rules + i
		w := classify.TermWeight{Term: t, Level: p.level.weights[j], IDF: l.m.vocab.idf[i], Difference: signal.Duties, Others: others(j)}
		// The documents are cited where they speak for the same level.
		if ref, ok := known[t]; ok && ref.Level*w.Level > 0 {
			w.Difference, w.Cite = ref.Difference, ref.Cite
		}
		model.Terms = append(model.Terms, w)
	}
}
