package learn

import (
	"cmp"
	"hash/fnv"
	"math"
	"slices"
	"strings"

	"rung/classify"
)

// heldOut is what a model said of a row that it had not seen.
type heldOut struct {
	row         int // -1: one of Materials.Strangers
	score, gate float64
}

// folds assigns rows to folds by company, so that the largest companies are
// dealt out first and each fold gets its share of the higher level. The order
// depends on the companies' names only.
func (l *learner) folds() []int {
	type group struct {
		name        string
		hash        uint64
		rows        []int
		high, level int
	}
	byName := map[string]*group{}
	var groups []*group
	for i := range l.rows {
		name := strings.ToLower(strings.TrimSpace(l.rows[i].Company))
		if name == "" {
			name = l.rows[i].Text
		}
		g := byName[name]
		if g == nil {
			h := fnv.New64a()
			h.Write([]byte(name))
			g = &group{name: name, hash: h.Sum64()}
			byName[name] = g
			groups = append(groups, g)
		}
		g.rows = append(g.rows, i)
		switch l.rows[i].Kind {
		case Higher:
			g.high++
			g.level++
		case Lower:
			g.level++
		}
	}
	slices.SortFunc(groups, func(a, b *group) int {
		return cmp.Or(cmp.Compare(b.high, a.high), cmp.Compare(b.level, a.level), cmp.Compare(a.hash, b.hash), cmp.Compare(a.name, b.name))
	})
	fold := make([]int, len(l.rows))
	load := make([][3]int, l.Folds) // higher, of either level, rows
	for _, g := range groups {
		best := 0
		for f := range load {
			if cmp.Or(cmp.Compare(load[f][0]*min(1, g.high), load[best][0]*min(1, g.high)),
				cmp.Compare(load[f][1], load[best][1]), cmp.Compare(load[f][2], load[best][2])) < 0 {
				best = f
			}
		}
		load[best][0] += g.high
		load[best][1] += g.level
		load[best][2] += len(g.rows)
		for _, i := range g.rows {
			fold[i] = best
		}
	}
	return fold
}

// calibrate sets what turns scores into probabilities and verdicts, from
// scores of held-out rows: by company, nothing of a row's fold is seen when it is
// scored.
func (l *learner) calibrate(model *classify.Model) {
	fold := l.folds()
	var held []heldOut
	for f := range l.Folds {
		var train, test []int
		for i := range l.rows {
			if fold[i] == f {
				test = append(test, i)
			} else {
				train = append(train, i)
			}
		}
		level, bias := l.level(train)
		gate, gateBias := l.gate(train, func(stranger int) bool { return stranger%l.Folds != f })
		for _, i := range test {
			held = append(held, heldOut{i, bias + l.x[i].dot(level), gateBias + l.x[i].dot(gate)})
		}
		for i := f; i < len(l.strangers); i += l.Folds {
			held = append(held, heldOut{row: -1, gate: gateBias + l.strangers[i].dot(gate)})
		}
	}
	l.platt(model, held)
	l.margins(model, held)
}

// platt fits probability = sigmoid(slope*score + shift) on the held-out rows of
// the two levels, with Platt's smoothed targets (1999): the probability is that
// of a posting from a population with the rows' share of the higher level.
func (l *learner) platt(model *classify.Model, held []heldOut) {
	var n [2]float64
	for _, h := range held {
		switch l.kind(h) {
		case Lower:
			n[0]++
		case Higher:
			n[1]++
		}
	}
	var examples []example
	for _, h := range held {
		k := l.kind(h)
		if k != Lower && k != Higher {
			continue
		}
		t := 1 / (n[0] + 2)
		if k == Higher {
			t = (n[1] + 1) / (n[1] + 2)
		}
		examples = append(examples, example{x: sparse{{0, h.score}, {1, 1}}, target: t, weight: 1})
	}
	w := maximum(examples, prior{mean: []float64{1, 0}, deviation: []float64{3, 3}})
	model.Slope, model.Shift = max(w[0], 0.05), w[1]
}

func (l *learner) kind(h heldOut) Kind {
	if h.row < 0 {
		return Stranger
	}
	return l.rows[h.row].Kind
}

// margins sets the zone of unsure and the gate's threshold, the lowest that
// keeps the wanted shares of other jobs and of the ladder from a level.
func (l *learner) margins(model *classify.Model, held []heldOut) {
	model.Low, model.High = l.Low, l.High
	var strangers []float64
	for _, h := range held {
		if l.kind(h) == Stranger {
			strangers = append(strangers, h.gate)
		}
	}
	if len(strangers) > 0 {
		slices.Sort(strangers)
		model.GateMin = strangers[min(len(strangers)-1, int(l.StrangersOut*float64(len(strangers))))]
	}
	ladder, out := 0, 0
	var gates []float64
	for _, h := range held {
		if l.kind(h) != Ladder {
			continue
		}
		ladder++
		if v := model.Level(h.score, h.gate, nil); v == classify.Neither || v == classify.Unsure {
			out++
		} else {
			gates = append(gates, h.gate)
		}
	}
	slices.Sort(gates)
	if need := int(math.Ceil(l.OtherFlagged*float64(ladder))) - out; need > 0 {
		model.GateMin = gates[min(need, len(gates)-1)]
	}
}
