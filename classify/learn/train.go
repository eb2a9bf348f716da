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
	GatePrior    float64 // as PriorScale, for the gate
	GateSpread   float64 // prior standard deviation of a gate weight of a rule
	GateTerms    float64 // the same of a term
	OtherFlagged float64 // share of the Ladder rows that the gate or the margin keeps from a level
	StrangersOut float64 // share of the other jobs that the gate keeps out
	Low, High    float64 // probabilities between which the verdict is unsure: fixed, for on so few rows a zone fitted to each fold is noise
	Folds        int     // for calibration
}

// DefaultRecipe is what the default model is made with.
var DefaultRecipe = Recipe{
	PriorScale: 0.3, RuleSpread: 0.4, LadderWeight: 0.5,
	TermSpread: 2.2, TermShare: 0.5,
	GatePrior: 1, GateSpread: 0.5, GateTerms: 1, OtherFlagged: 0.63, StrangersOut: 0.97,
	Low: 0.2, High: 0.85, Folds: 5,
}

// Materials are what a model is learned from besides the labelled rows.
type Materials struct {
	Lexicon   *signal.Lexicon
	Reference *classify.Model // prior means of the rules, differences and cites of terms
	Vocab     *Vocabulary
	Strangers []Row // postings of other jobs
	Functions []Row // Directors' and VPs' postings of other functions
	cache     map[string]sparse
}

// Prepare computes the features of texts once, for many trainings on parts of
// them. It is not needed, and not safe during a training.
func (m *Materials) Prepare(rows ...[]Row) {
	if m.cache == nil {
		m.cache = map[string]sparse{}
	}
	e := newExtractor(m.Lexicon, m.Vocab)
	for _, rs := range append(rows, m.Strangers, m.Functions) {
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
	l.strangers, l.functions = features(m.Strangers), features(m.Functions)
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
	gate, gateBias := l.gate(all, func(int) bool { return true })
	model := &classify.Model{
		Name: name, Lexicon: m.Lexicon.Version, Levels: m.Reference.Levels, References: m.Reference.References,
		Bias: bias, GateBias: gateBias,
		Notes: []string{fmt.Sprintf("learned from %d postings of the lower level, %d of the higher, %d of the ladder around them, %d of other jobs",
			counts[Lower], counts[Higher], counts[Ladder], len(m.Strangers)+len(m.Functions)+counts[Stranger])},
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
	functions   []sparse
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

// balanced gives the examples of both targets the same weight in all, weight
// for each on the average.
func balanced(examples []example, weight float64) []example {
	var mass [2]float64
	for _, e := range examples {
		mass[0] += 1 - e.target
		mass[1] += e.target
	}
	for i := range examples {
		share := mass[0]
		if examples[i].target > 0.5 {
			share = mass[1]
		}
		examples[i].weight = weight * (mass[0] + mass[1]) / 2 / share
	}
	return examples
}

// fit finds the weights and the bias that are most probable. The examples of
// side, if any, have a bias of their own.
func fit(examples []example, mean, deviation []float64, side ...example) ([]float64, float64) {
	const biasSpread = 3
	size := len(mean)
	var all []example
	for i, part := range [][]example{examples, side} {
		for _, e := range part {
			e.x = append(slices.Clone(e.x), entry{int32(size + i), 1})
			all = append(all, e)
		}
	}
	w := maximum(all, prior{append(slices.Clone(mean), 0, 0), append(slices.Clone(deviation), biasSpread, biasSpread)})
	return w[:size], w[size]
}

func (l *learner) ruleFeatures(x sparse) sparse {
	n, _ := slices.BinarySearchFunc(x, int32(l.rules), func(e entry, f int32) int { return cmp.Compare(e.feature, f) })
	return x[:n]
}

func (l *learner) termFeatures(x sparse) sparse { return x[len(l.ruleFeatures(x)):] }

// level learns the weights that tell the two levels apart from the rows at.
func (l *learner) level(at []int) (weights []float64, bias float64) {
	var main, side, terms []example
	var levels []int
	for _, i := range at {
		switch row := &l.rows[i]; row.Kind {
		case Lower, Higher:
			levels = append(levels, i)
			main = append(main, example{x: l.ruleFeatures(l.x[i]), target: target(row.Kind == Higher)})
		case Ladder:
			side = append(side, example{x: l.ruleFeatures(l.x[i]), target: target(row.Rank == Above)})
			terms = append(terms, example{x: l.termFeatures(l.x[i]), target: target(row.Rank == Above)})
		}
	}
	spread := make([]float64, l.size)
	for j, r := range l.m.Lexicon.Rules {
		if r.Lean != 0 { // the others are there for the gate
			spread[j] = l.RuleSpread
		}
	}
	means := l.ruleMeans(func(r classify.RuleWeight) float64 { return r.Level }, l.PriorScale)
	balanced(main, 1)
	balanced(side, l.LadderWeight)
	// A weight against its rule's sources is an accident of few postings, and no
	// reader would believe the reason: such rules are set to nothing, and the
	// others learned anew, until there is none.
	for {
		weights, bias = fit(main, means, spread, side...)
		again := false
		for j, r := range l.m.Lexicon.Rules {
			if weights[j]*float64(r.Lean) < 0 {
				means[j], spread[j], again = 0, 0, true
			}
		}
		if !again {
			break
		}
	}
	if len(terms) == 0 || l.TermShare == 0 {
		return weights, bias
	}
	for j := range spread {
		spread[j] = 0
		if j >= l.rules && !ownWord(l.m.Vocab.Terms[j-l.rules]) {
			spread[j] = l.TermSpread
		}
	}
	words, _ := fit(balanced(terms, 1), make([]float64, l.size), spread)
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

// What the rows count for the gate: what stands above the two levels reads like
// them, what stands below and leaders of other functions are the near misses,
// and all other jobs together count as much as the two levels' rows do singly.
const (
	gateLevel     = 3.0
	gateAbove     = 1.5
	gateBelow     = 0.3
	gateFunctions = 0.1 // of the number of the levels' rows, all leaders of other functions together
)

// gate learns what tells the two levels' jobs from other jobs, from the rows at
// and the strangers that use lets through.
func (l *learner) gate(at []int, use func(stranger int) bool) (weights []float64, bias float64) {
	var all []example
	var strangers []sparse
	levels := 0
	for _, i := range at {
		switch row := &l.rows[i]; {
		case row.Kind == Lower || row.Kind == Higher:
			levels++
			all = append(all, example{l.x[i], 1, gateLevel})
		case row.Kind == Stranger:
			strangers = append(strangers, l.x[i])
		case row.Rank == Above:
			all = append(all, example{l.x[i], 1, gateAbove})
		default:
			all = append(all, example{l.x[i], 0, gateBelow})
		}
	}
	for i, x := range l.strangers {
		if use(i) {
			strangers = append(strangers, x)
		}
	}
	for _, x := range strangers {
		all = append(all, example{x, 0, float64(levels) / float64(len(strangers))})
	}
	for _, x := range l.functions {
		all = append(all, example{x, 0, gateFunctions * float64(levels) / float64(len(l.functions))})
	}
	spread := make([]float64, l.size)
	for j := range spread {
		spread[j] = l.GateTerms
		if j < l.rules {
			spread[j] = l.GateSpread
		}
	}
	return fit(all, l.ruleMeans(func(r classify.RuleWeight) float64 { return r.Gate }, l.GatePrior), spread)
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
		w := classify.TermWeight{Term: t, Level: level[l.rules+i], Gate: gate[l.rules+i], IDF: l.m.Vocab.IDF[i], Difference: signal.Duties}
		// The documents are cited where they speak for the same level.
		if ref, ok := known[t]; ok && ref.Level*w.Level > 0 {
			w.Difference, w.Cite = ref.Difference, ref.Cite
		}
		model.Terms = append(model.Terms, w)
	}
}
