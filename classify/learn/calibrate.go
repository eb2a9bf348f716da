package learn

import (
	"cmp"
	"hash/fnv"
	"slices"

	"rung/classify"
	"rung/corpus"
	"rung/corpus/stats"
)

// heldOut are the scores of a row by parts that were learned without it, as
// log-odds.
type heldOut struct {
	row                          int
	level                        float64
	up, lead, chief, engineering float64
}

// folds assigns rows to folds by voice or company, the largest groups first,
// each to the fold that has the fewest leaders and then the fewest rows. The
// order depends on the names only.
func (l *learner) folds() []int {
	type group struct {
		name    string
		hash    uint64
		rows    []int
		leaders int
	}
	byName := map[string]*group{}
	var groups []*group
	for i := range l.rows {
		r := &l.rows[i]
		name := cmp.Or(r.Voice, corpus.EmployerKey(r.Company), r.Text)
		g := byName[name]
		if g == nil {
			h := fnv.New64a()
			h.Write([]byte(name))
			g = &group{name: name, hash: h.Sum64()}
			byName[name] = g
			groups = append(groups, g)
		}
		g.rows = append(g.rows, i)
		if r.Leader {
			g.leaders++
		}
	}
	slices.SortFunc(groups, func(a, b *group) int {
		return cmp.Or(cmp.Compare(b.leaders, a.leaders), cmp.Compare(a.hash, b.hash), cmp.Compare(a.name, b.name))
	})
	fold := make([]int, len(l.rows))
	load := make([][2]int, l.Folds) // leaders, rows
	for _, g := range groups {
		best := 0
		for f := range load {
			if cmp.Or(cmp.Compare(load[f][0]*min(1, g.leaders), load[best][0]*min(1, g.leaders)), cmp.Compare(load[f][1], load[best][1])) < 0 {
				best = f
			}
		}
		load[best][0] += g.leaders
		load[best][1] += len(g.rows)
		for _, i := range g.rows {
			fold[i] = best
		}
	}
	return fold
}

// calibrate sets what turns scores into probabilities and verdicts, from scores
// of held-out rows, and brings the level to the scale of log-odds.
func (l *learner) calibrate(model *classify.Model, p *parts) {
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
		q := l.ladder(train)
		for _, i := range test {
			x := l.x[i]
			held = append(held, heldOut{i, q.level.score(x), q.outputs[0].score(x), q.outputs[1].score(x), q.outputs[2].score(x), q.outputs[3].score(x)})
		}
	}
	slices.SortFunc(held, func(a, b heldOut) int { return cmp.Compare(a.row, b.row) })
	slope, shift := l.platt(held)
	p.level.bias = slope*p.level.bias + shift
	for j := range p.level.weights {
		p.level.weights[j] *= slope
	}
	for i := range held {
		held[i].level = slope*held[i].level + shift
	}
	l.thresholds(model, held)
}

// platt fits log-odds = slope*score + shift on the held-out leaders of
// engineering, at even odds of the two levels, in two steps: the score that means
// even odds comes from the readers' own probabilities, the slope from their calls
// (Platt, "Probabilistic outputs for support vector machines", 1999,
// with his smoothed targets). Found and written postings count alike and are
// balanced apart, for their shares of VPs differ.
func (l *learner) platt(held []heldOut) (slope, shift float64) {
	var mass [2][2]float64 // by written, by level
	at := func(r *Row) (written, vp int) {
		if r.Voice != "" {
			written = 1
		}
		if r.VP > 0.5 {
			vp = 1
		}
		return written, vp
	}
	var n [2]float64
	for _, h := range held {
		if r := &l.rows[h.row]; r.Leader {
			w, v := at(r)
			mass[w][v] += r.Weight
			n[v]++
		}
	}
	fitted := func(zero float64, target func(r *Row) float64, deviation []float64) []float64 {
		var examples []stats.Example
		for _, h := range held {
			if r := &l.rows[h.row]; r.Leader {
				w, v := at(r)
				examples = append(examples, stats.Example{
					X: stats.Sparse{{At: 0, Value: h.level - zero}, {At: 1, Value: 1}}, Target: target(r), Weight: r.Weight * (n[0] + n[1]) / 4 / mass[w][v]})
			}
		}
		return stats.Logistic(examples, stats.Prior{Mean: []float64{1, 0}, Deviation: deviation}, false)
	}
	believed := fitted(0, func(r *Row) float64 { return r.VP }, []float64{3, 3})
	zero := -believed[1] / max(believed[0], 0.05)
	called := fitted(zero, func(r *Row) float64 {
		if r.VP > 0.5 {
			return (n[1] + 1) / (n[1] + 2)
		}
		return 1 / (n[0] + 2)
	}, []float64{3, 0})
	slope = max(called[0], 0.05)
	return slope, -slope * zero
}

// thresholds sets how much the ladder and the function must speak for a leader of
// engineering, low enough that few of those held out are lost, and the
// probabilities from which on a verdict is sure.
func (l *learner) thresholds(model *classify.Model, held []heldOut) {
	model.Low, model.High = l.Low, l.High
	model.Outputs = make([]classify.Output, len(classify.OutputNames))
	var gates []float64
	for _, h := range held {
		if r := &l.rows[h.row]; r.Leader && r.Voice == "" {
			gates = append(gates, h.gate())
		}
	}
	slices.Sort(gates)
	least := func(share float64) float64 { return gates[int(share*float64(len(gates)))] }
	model.GateMin, model.Enough = least(l.LeadersOut), least(l.LeadersUnsure)
	model.SureLow = l.sure(model, held, false)
	model.SureHigh = l.sure(model, held, true)
}

// gate is what classify.Verdict.Gate holds.
func (h *heldOut) gate() float64 {
	return classify.Gate(stats.Sigmoid(h.up), stats.Sigmoid(h.lead), stats.Sigmoid(h.engineering))
}

// sure finds the probabilities from which on verdicts of a level are right as
// often as wanted, on held-out rows that readers read, whether found or written.
// Among the pairs of thresholds with which they are, it takes the one that most
// verdicts reach.
func (l *learner) sure(model *classify.Model, held []heldOut, vp bool) classify.Surety {
	best, most := classify.Surety{Rung: 1, Level: 1}, 0
	for _, rung := range []float64{0.7, 0.75, 0.8, 0.85, 0.9, 0.95} {
		for _, level := range []float64{0.6, 0.7, 0.8, 0.9, 0.95, 0.97, 0.98, 0.99} {
			right, all := 0, 0
			for _, h := range held {
				r, p := &l.rows[h.row], stats.Sigmoid(h.level)
				if !vp {
					p = 1 - p
				}
				if r.Facts == nil && r.Voice == "" || p < level || min(stats.Sigmoid(h.up), stats.Sigmoid(h.engineering)) < rung || h.gate() < model.Enough {
					continue
				}
				all++
				if r.Up >= 0.5 && r.Engineering > 0.5 && (r.VP > 0.5) == vp {
					right++
				}
			}
			if all > most && float64(right) >= l.SurePrecision*float64(all) {
				best, most = classify.Surety{Rung: rung, Level: level}, all
			}
		}
	}
	return best
}
