package learn

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"rung/classify"
	"rung/classify/signal"
)

// Kind is what a posting is to the learner.
type Kind uint8

const (
	Stranger Kind = iota // another job: learned from by the gate only
	Ladder               // an engineering leader above or below the two levels (Row.Rank)
	Lower                // the lower of the two levels: Director
	Higher               // the higher: VP
)

// Row is a posting to learn from.
type Row struct {
	Text    string
	Company string // rows of one company, or of none and one text, are held out together
	Kind    Kind
	Rank    Rank // of a Ladder row
}

// Recipe is how a model is learned. The zero value is not useful; see
// DefaultRecipe and models/README.md, where each number's effect is.
type Recipe struct {
	PriorScale   float64 // the reference weights of the rules are the prior means, times this
	RuleSpread   float64 // prior standard deviation of a rule's weight
	LadderWeight float64 // what a Ladder row counts beside a Lower or Higher one, for the rules
	TermSpread   float64 // prior standard deviation of a term's weight
	TermShare    float64 // weight of the terms beside the rules, each in units of its own spread over postings
	GateSpread   float64 // prior standard deviation of a gate weight of a rule
	GateTerms    float64 // the same of a term
	OtherFlagged float64 // share of the Ladder rows that the gate or the margin must keep from a level
	SureAccuracy float64 // accuracy that verdicts must reach on held-out rows to be sure
	Folds        int     // for calibration
}

// DefaultRecipe is what the default model is made with.
var DefaultRecipe = Recipe{
	PriorScale: 0.3, RuleSpread: 0.55, LadderWeight: 0.5,
	TermSpread: 2.2, TermShare: 0.6,
	GateSpread: 1, GateTerms: 4, OtherFlagged: 0.66,
	SureAccuracy: 0.94, Folds: 10,
}

// Materials are what a model is learned from besides the labelled rows.
type Materials struct {
	Lexicon   *signal.Lexicon
	Reference *classify.Model // prior means of the rules, differences and cites of terms
	Vocab     *Vocabulary
	Strangers []Row // postings of other jobs
	cache     map[string]sparse
}

// Prepare computes the features of texts once, for many trainings on parts of
// them. It is not needed, and not safe during a training.
func (m *Materials) Prepare(rows ...[]Row) {
	if m.cache == nil {
		m.cache = map[string]sparse{}
	}
	e := newExtractor(m.Lexicon, m.Vocab)
	for _, rs := range append(rows, m.Strangers) {
		for i := range rs {
			if _, ok := m.cache[rs[i].Text]; !ok {
				m.cache[rs[i].Text] = e.features(rs[i].Text)
			}
		}
	}
}

// Train learns a model: of the level, of the gate, its calibration and its
// margins. The rules are learned by maximum a posteriori with the reference
// weights as prior means, from the two levels and, at a lesser weight, from the
// ladder above and below them. The terms are learned from the ladder alone:
// postings of the two levels are few, and a term that tells them apart there
// tells their employers apart. The two parts are added in units of their spread.
func (r Recipe) Train(name string, rows []Row, m *Materials) (*classify.Model, error) {
	l := &learner{Recipe: r, m: m, rules: len(m.Lexicon.Rules), size: len(m.Lexicon.Rules) + len(m.Vocab.Terms)}
	e := newExtractor(m.Lexicon, m.Vocab)
	features := func(rows []Row) []sparse {
		out := make([]sparse, len(rows))
		for i := range rows {
			x, ok := m.cache[rows[i].Text]
			if !ok {
				x = e.features(rows[i].Text)
			}
			out[i] = x
		}
		return out
	}
	l.rows, l.x = rows, features(rows)
	l.strangers = features(m.Strangers)
	counts := map[Kind]int{}
	for i := range rows {
		counts[rows[i].Kind]++
	}
	if counts[Lower] < 5 || counts[Higher] < 5 {
		return nil, fmt.Errorf("%d postings of the lower level and %d of the higher: training wants five of each at least", counts[Lower], counts[Higher])
	}
	all := make([]int, len(rows))
	for i := range all {
		all[i] = i
	}
	level, bias := l.level(all)
	gate, gateBias := l.gate(all)
	model := &classify.Model{
		Name: name, Lexicon: m.Lexicon.Version, Levels: m.Reference.Levels, References: m.Reference.References,
		Bias: bias, GateBias: gateBias,
		Notes: []string{fmt.Sprintf("learned from %d postings of the lower level, %d of the higher, %d of the ladder around them, %d of other jobs",
			counts[Lower], counts[Higher], counts[Ladder], len(m.Strangers)+counts[Stranger])},
	}
	l.calibrate(model)
	l.write(model, level, gate)
	model.Seal()
	return model, nil
}

type learner struct {
	Recipe
	m           *Materials
	rules, size int
	rows        []Row
	x           []sparse
	strangers   []sparse
}

// ruleMeans are the reference weights of the rules, scaled.
func (l *learner) ruleMeans(weight func(classify.RuleWeight) float64, scale float64) []float64 {
	byName := map[string]float64{}
	for _, r := range l.m.Reference.Rules {
		byName[r.Name] = weight(r)
	}
	out := make([]float64, l.size)
	for i, r := range l.m.Lexicon.Rules {
		out[i] = scale * byName[r.Name]
	}
	return out
}

// part is a set of examples with a bias of its own, in which both targets
// count alike in all.
type pool struct {
	weight   float64
	examples []example
}

// fit appends each pool's examples with a bias feature, balances them, and
// finds the maximum. It returns the weights and the first pool's bias.
func fit(pools []pool, mean, deviation []float64) ([]float64, float64) {
	const biasSpread = 3
	size := len(mean)
	mean = append(slices.Clone(mean), make([]float64, len(pools))...)
	deviation = append(slices.Clone(deviation), make([]float64, len(pools))...)
	var all []example
	for i, p := range pools {
		deviation[size+i] = biasSpread
		var mass [2]float64
		for _, e := range p.examples {
			mass[0] += 1 - e.target
			mass[1] += e.target
		}
		for _, e := range p.examples {
			share := mass[0]
			if e.target > 0.5 {
				share = mass[1]
			}
			e.weight = p.weight * (mass[0] + mass[1]) / 2 / share
			e.x = append(slices.Clone(e.x), entry{int32(size + i), 1})
			all = append(all, e)
		}
	}
	w := maximum(all, prior{mean, deviation})
	return w[:size], w[size]
}

func (l *learner) ruleFeatures(x sparse) sparse {
	n, _ := slices.BinarySearchFunc(x, int32(l.rules), func(e entry, f int32) int { return cmp.Compare(e.feature, f) })
	return x[:n]
}

func (l *learner) termFeatures(x sparse) sparse { return x[len(l.ruleFeatures(x)):] }

// level learns the weights that tell the two levels apart from the rows at.
func (l *learner) level(at []int) (weights []float64, bias float64) {
	main, side, terms := pool{weight: 1}, pool{weight: l.LadderWeight}, pool{weight: 1}
	var levels []int
	for _, i := range at {
		switch row := &l.rows[i]; row.Kind {
		case Lower, Higher:
			levels = append(levels, i)
			main.examples = append(main.examples, example{x: l.ruleFeatures(l.x[i]), target: target(row.Kind == Higher)})
		case Ladder:
			side.examples = append(side.examples, example{x: l.ruleFeatures(l.x[i]), target: target(row.Rank == Above)})
			terms.examples = append(terms.examples, example{x: l.termFeatures(l.x[i]), target: target(row.Rank == Above)})
		}
	}
	spread := make([]float64, l.size)
	for j := range spread {
		if j < l.rules {
			spread[j] = l.RuleSpread
		}
	}
	weights, bias = fit([]pool{main, side}, l.ruleMeans(func(r classify.RuleWeight) float64 { return r.Level }, l.PriorScale), spread)
	if len(terms.examples) == 0 || l.TermShare == 0 {
		return weights, bias
	}
	for j := range spread {
		spread[j] = 0
		if j >= l.rules && !ownWord(l.m.Vocab.Terms[j-l.rules]) {
			spread[j] = l.TermSpread
		}
	}
	words, _ := fit([]pool{terms}, make([]float64, l.size), spread)
	ruleScores, termScores := make([]float64, len(levels)), make([]float64, len(levels))
	var mean [2]float64 // of the terms' scores, by level
	var n [2]float64
	for k, i := range levels {
		ruleScores[k], termScores[k] = l.x[i].dot(weights), l.x[i].dot(words)
		h := 0
		if l.rows[i].Kind == Higher {
			h = 1
		}
		mean[h] += termScores[k]
		n[h]++
	}
	scale := l.TermShare * deviation(ruleScores) / max(deviation(termScores), 1e-9)
	for j := l.rules; j < l.size; j++ {
		weights[j] = scale * words[j]
	}
	// The terms' scores shall not move the point of even odds.
	return weights, bias - scale*(mean[0]/n[0]+mean[1]/n[1])/2
}

func target(higher bool) float64 {
	if higher {
		return 1
	}
	return 0
}

func deviation(v []float64) float64 {
	var sum, squares float64
	for _, x := range v {
		sum += x
		squares += x * x
	}
	n := float64(len(v))
	return math.Sqrt(max(0, squares/n-sum/n*sum/n))
}

// ownWord says whether a term holds a word of the titles of the ladder: a
// posting for a CTO names its own title, one for a VP names another's.
func ownWord(term string) bool {
	for w := range strings.SplitSeq(term, " ") {
		switch w {
		case "cto", "ctos", "cio", "head", "heads", "chief", "manager", "lead", "leads", "staff", "principal", "vpe":
			return true
		}
	}
	return false
}

// gate learns what tells the two levels' jobs from other jobs. Of the ladder,
// only what stands below is another job to it; what stands above reads like a
// VP's job, and is left out.
func (l *learner) gate(at []int) (weights []float64, bias float64) {
	var p pool
	p.weight = 1
	var strangers, below []example // negative
	for _, i := range at {
		switch row := &l.rows[i]; {
		case row.Kind == Lower || row.Kind == Higher:
			p.examples = append(p.examples, example{x: l.x[i], target: 1})
		case row.Kind == Stranger:
			strangers = append(strangers, example{x: l.x[i]})
		case row.Rank == Below:
			below = append(below, example{x: l.x[i]})
		}
	}
	for _, x := range l.strangers {
		strangers = append(strangers, example{x: x})
	}
	spread := make([]float64, l.size)
	for j := range spread {
		spread[j] = l.GateTerms
		if j < l.rules {
			spread[j] = l.GateSpread
		}
	}
	means := l.ruleMeans(func(r classify.RuleWeight) float64 { return r.Gate }, 0.5)
	// Two tasks in one model: against other jobs, and against the ladder
	// below. Each has its own bias; the second's is the harder line and the one
	// that is used.
	a := pool{weight: 0.5, examples: append(slices.Clone(p.examples), strangers...)}
	b := pool{weight: 1, examples: append(slices.Clone(p.examples), below...)}
	if len(below) == 0 {
		return fit([]pool{a}, means, spread)
	}
	return fit([]pool{b, a}, means, spread)
}

// write puts the weights into the model, with each term's difference.
func (l *learner) write(model *classify.Model, level, gate []float64) {
	known := map[string]classify.TermWeight{}
	for _, t := range l.m.Reference.Terms {
		known[t.Term] = t
	}
	for i, r := range l.m.Lexicon.Rules {
		model.Rules = append(model.Rules, classify.RuleWeight{Name: r.Name, Level: level[i], Gate: gate[i]})
	}
	for i, t := range l.m.Vocab.Terms {
		ref := known[t]
		d := ref.Difference
		if ref.Term == "" {
			d = signal.Duties
		}
		model.Terms = append(model.Terms, classify.TermWeight{
			Term: t, Level: level[l.rules+i], Gate: gate[l.rules+i], IDF: l.m.Vocab.IDF[i], Difference: d, Cite: ref.Cite,
		})
	}
}
