package learn

import (
	"cmp"
	"hash/fnv"
	"math"
	"slices"

	"rung/classify"
	"rung/classify/eval"
)

// heldOut is what parts that had not seen a row said of it.
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
		name := cmp.Or(r.Voice, eval.Company(r.Company), r.Text)
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
// engineering, at even odds of the two levels, with Platt's smoothed targets:
// "Probabilistic outputs for support vector machines" (1999). Found and written
// postings count alike and are balanced apart, for their shares of VPs differ.
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
	var examples []example
	for _, h := range held {
		r := &l.rows[h.row]
		if !r.Leader {
			continue
		}
		w, v := at(r)
		target := 1 / (n[0] + 2)
		if v == 1 {
			target = (n[1] + 1) / (n[1] + 2)
		}
		examples = append(examples, example{sparse{{0, h.level}, {1, 1}}, target, r.Weight * (n[0] + n[1]) / 4 / mass[w][v]})
	}
	w := maximum(examples, prior{mean: []float64{1, 0}, deviation: []float64{3, 3}})
	return max(w[0], 0.05), w[1]
}

// thresholds sets below which answers of the questions a verdict is neither, so
// that few leaders of engineering are lost, and from which probabilities on it is
// sure.
func (l *learner) thresholds(model *classify.Model, held []heldOut) {
	model.Low, model.High = l.Low, l.High
	model.Outputs = make([]classify.Output, len(classify.OutputNames))
	var up, chief, engineering []float64
	for _, h := range held {
		if r := &l.rows[h.row]; r.Leader && r.Voice == "" {
			up, chief, engineering = append(up, h.up), append(chief, h.chief), append(engineering, h.engineering)
		}
	}
	least := func(scores []float64, share float64) float64 {
		slices.Sort(scores)
		return scores[int(share*float64(len(scores)))]
	}
	model.Outputs[0].Least, model.Outputs[0].Enough = least(up, l.LeadersOut), least(up, l.LeadersUnsure)
	model.Outputs[2].Least = least(chief, 1-l.ChiefsAmongLeaders)
	model.Outputs[3].Least = least(engineering, l.FunctionOut)
	model.SureLow = l.sure(model, held, false)
	model.SureHigh = l.sure(model, held, true)
}

// sure is the least probability of a level's rung, times that of the function,
// from which on verdicts of held-out rows are right as often as wanted.
func (l *learner) sure(model *classify.Model, held []heldOut, vp bool) float64 {
	type verdict struct {
		confidence, weight float64
		right              bool
	}
	var list []verdict
	for _, h := range held {
		r := &l.rows[h.row]
		p := sigmoid(h.level)
		if r.UpWeight == 0 || vp && p < model.High || !vp && p > model.Low ||
			h.up < model.Outputs[0].Enough || h.engineering < model.Outputs[3].Least || h.chief >= model.Outputs[2].Least && p > model.Low {
			continue
		}
		c := sigmoid(h.up) * sigmoid(h.engineering)
		if vp {
			c *= p * (1 - sigmoid(h.chief))
		} else {
			c *= 1 - p
		}
		list = append(list, verdict{c, r.Weight, r.Up >= 0.5 && r.Engineering > 0.5 && (r.VP > 0.5) == vp})
	}
	slices.SortStableFunc(list, func(a, b verdict) int { return cmp.Compare(b.confidence, a.confidence) })
	const few = 10 // rows of which nothing can be said
	threshold, right, all := 0.999, 0.0, 0.0
	for _, v := range list {
		all += v.weight
		if v.right {
			right += v.weight
		}
		if all < few {
			continue
		}
		if right < l.SurePrecision*all {
			break
		}
		threshold = v.confidence
	}
	return math.Ceil(threshold*100) / 100
}
