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
	row         int
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
		gate, gateBias := l.gate(train)
		for _, i := range test {
			held = append(held, heldOut{i, bias + l.x[i].dot(level), gateBias + l.x[i].dot(gate)})
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
		switch l.rows[h.row].Kind {
		case Lower:
			n[0]++
		case Higher:
			n[1]++
		}
	}
	var examples []example
	for _, h := range held {
		k := l.rows[h.row].Kind
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

// margins sets the gate's threshold and the zone of unsure: the smallest zone
// in which the held-out verdicts outside it reach the wanted accuracy, and the
// most open gate that keeps the wanted share of the ladder from a level.
func (l *learner) margins(model *classify.Model, held []heldOut) {
	type point struct {
		sure, gate     float64
		right, outside bool
	}
	var points []point
	for _, h := range held {
		k := l.rows[h.row].Kind
		if k == Stranger {
			continue
		}
		p := sigmoid(model.Slope*h.score + model.Shift)
		points = append(points, point{math.Abs(p - 0.5), h.gate, (p > 0.5) == (k == Higher), k == Ladder})
	}
	// The zone first, on the rows of the two levels alone.
	var levels []point
	ladder := 0
	for _, p := range points {
		if p.outside {
			ladder++
		} else {
			levels = append(levels, p)
		}
	}
	slices.SortFunc(levels, func(a, b point) int { return cmp.Compare(b.sure, a.sure) })
	zone, right := 0.45, 0
	for i, p := range levels {
		if p.right {
			right++
		}
		if float64(right) >= l.SureAccuracy*float64(i+1) && i+1 >= len(levels)/4 {
			zone = p.sure
		}
	}
	zone = min(max(zone, 0.05), 0.45)
	model.Low, model.High = 0.5-zone, 0.5+zone
	// Then the gate: from the most open to the tightest, until enough of the
	// ladder is kept out.
	if ladder == 0 {
		return
	}
	var gates []float64
	for _, p := range points {
		gates = append(gates, p.gate)
	}
	slices.Sort(gates)
	for _, g := range gates {
		out := 0
		for _, p := range points {
			if p.outside && (p.gate < g || p.sure < zone) {
				out++
			}
		}
		if float64(out) >= l.OtherFlagged*float64(ladder) {
			model.GateMin = g
			return
		}
	}
}
