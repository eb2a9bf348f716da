package skills

import (
	"cmp"
	"errors"
	"io"
	"math"
	"math/rand/v2"
	"slices"
)

// Training: a linear-chain conditional random field (Lafferty, McCallum and
// Pereira 2001) over pairs of labels, by AdaGrad (Duchi, Hazan and Singer 2011).
// Several fields, each learned while a part of the features is hidden, are
// averaged: a logarithmic opinion pool (Smith, Cohn and Osborne 2005), which is
// again one field.
const (
	trainRate    = 0.03
	trainL2      = 2e-3
	trainDrop    = 0.3 // part of the features hidden in an epoch
	trainEpochs  = 15
	trainMembers = 8
	trainFolds   = 5

	initialSquare = 0.1   // what the sums of squared gradients begin with
	minGradient   = 0.004 // the error below which nothing is learned from a word
	maxFeatures   = 90_000
)

// sample is a sentence of the training data, its features as indices.
type sample struct {
	features []int32
	first    []int32 // features[first[i]:first[i+1]] are those of word i
	gold     []uint8
}

// trainer holds one field while it learns.
type trainer struct {
	w, g   []float32 // weights and sums of squared gradients, numScores a feature
	tw, tg [(numStates + 1) * numStates]float32
}

// Train learns a tagger from examples and writes its model. The costs of a span
// are chosen on the postings that each of five trainings holds out. The same
// examples give the same bytes.
func Train(w io.Writer, examples []Example) error {
	if len(examples) == 0 {
		return errors.New("no examples to learn from")
	}
	t, err := newTagger(embeddedNames(), clusterFile)
	if err != nil {
		return err
	}
	var counts costCounts
	for fold := range trainFolds {
		var most, held []Example
		for _, e := range examples {
			if e.Doc%trainFolds == fold {
				held = append(held, e)
			} else {
				most = append(most, e)
			}
		}
		t.model, _ = t.learn(most, 2)
		t.countCosts(&counts, held)
	}
	var ws []weight
	t.model, ws = t.learn(examples, trainMembers)
	t.model.costs = counts.best()
	return t.model.write(w, ws)
}

// learn learns from examples: the mean of several fields, rounded.
func (t *Tagger) learn(examples []Example, members int) (*model, []weight) {
	samples, keys := t.samples(examples)
	sum := make([]float32, len(keys)*numScores)
	m := &model{}
	for k := range members {
		tr := trainer{w: make([]float32, len(sum)), g: slices.Repeat([]float32{initialSquare}, len(sum))}
		tr.learn(samples, uint64(k+1))
		for i, v := range tr.w {
			sum[i] += v / float32(members)
		}
		for i, v := range tr.tw {
			m.trans[i] += v / float32(members)
		}
	}
	ws := m.round(sum, keys)
	m.index(ws)
	return m, ws
}

// samples computes the features of the examples and numbers them.
func (t *Tagger) samples(examples []Example) (out []sample, keys []uint32) {
	index := map[uint32]int32{}
	s := new(scratch)
	for i := range examples {
		e := &examples[i]
		if len(e.Words) == 0 {
			continue
		}
		t.load(s, e)
		x := sample{gold: e.states(), first: []int32{0}}
		for j := range s.words {
			s.features = appendFeatures(s.features[:0], s.words, j)
			for _, f := range s.features {
				id, ok := index[f]
				if !ok {
					id = int32(len(keys))
					index[f] = id
					keys = append(keys, f)
				}
				x.features = append(x.features, id)
			}
			x.first = append(x.first, int32(len(x.features)))
		}
		out = append(out, x)
	}
	return out, keys
}

// round turns the heaviest weights into integers of eight bits.
func (m *model) round(w []float32, keys []uint32) []weight {
	type heavy struct {
		at   int
		size float32
	}
	var order []heavy
	top := float32(0)
	for i := range keys {
		size := float32(0)
		for _, v := range w[i*numScores : (i+1)*numScores] {
			size = max(size, v, -v)
		}
		top = max(top, size)
		if keys[i] != 0 {
			order = append(order, heavy{i, size})
		}
	}
	slices.SortFunc(order, func(a, b heavy) int { return cmp.Or(cmp.Compare(b.size, a.size), cmp.Compare(a.at, b.at)) })
	m.unit = max(top, 1e-6) / 127
	var out []weight
	for _, h := range order[:min(len(order), maxFeatures)] {
		x := weight{key: keys[h.at]}
		zero := true
		for k := range x.row {
			x.row[k] = int8(math.Round(float64(w[h.at*numScores+k] / m.unit)))
			zero = zero && x.row[k] == 0
		}
		if !zero {
			out = append(out, x)
		}
	}
	return out
}

// costCounts are the spans found and right at each cost that is tried.
type costCounts [numKinds][20]tally

// countCosts adds what the tagger finds in examples at each cost.
func (t *Tagger) countCosts(counts *costCounts, examples []Example) {
	s := new(scratch)
	for i := range examples {
		e := &examples[i]
		t.load(s, e)
		if len(s.words) == 0 {
			continue
		}
		t.tag(s, [numKinds]float32{1, 1})
		states := e.states()
		for kind := range counts {
			gold := spansOf(nil, states, kind)
			for c := range counts[kind] {
				s.choose(t.model.tr, kind, costAt(c))
				counts[kind][c].add(s.chosen[kind], gold)
			}
		}
	}
}

// best returns the costs with the highest F1, counted together with the neighbouring
// costs, because a single cost may just be lucky.
func (counts *costCounts) best() (best [numKinds]float32) {
	for kind := range counts {
		top := -1.0
		for c := range counts[kind] {
			var near tally
			for _, n := range counts[kind][max(0, c-3):min(len(counts[kind]), c+4)] {
				near.found += n.found
				near.right += n.right
				near.both += n.both
			}
			if f := near.score().F1; f > top {
				top, best[kind] = f, float32(costAt(c))
			}
		}
	}
	return best
}

func costAt(c int) float64 { return 0.05 + 0.02*float64(c) }

// learn runs the epochs of one field.
func (t *trainer) learn(samples []sample, seed uint64) {
	rng := rand.New(rand.NewPCG(seed, 7))
	for i := range t.tg {
		t.tg[i] = initialSquare
	}
	hidden := make([]bool, len(t.w)/numScores)
	tr := expTransitions(&t.tw)
	order := rng.Perm(len(samples))
	var l lattice
	for range trainEpochs {
		for i := range hidden {
			hidden[i] = rng.Float64() < trainDrop
		}
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, k := range order {
			s := &samples[k]
			l.resize(len(s.gold))
			for i := range s.gold {
				var v [numScores]float32
				for _, f := range s.features[s.first[i]:s.first[i+1]] {
					if !hidden[f] {
						for x, w := range t.w[int(f)*numScores : int(f+1)*numScores] {
							v[x] += w
						}
					}
				}
				var e [numScores]float64
				for x, d := range relative(&v) {
					e[x] = math.Exp(float64(d) / (1 - trainDrop))
				}
				l.fill(i, &e)
			}
			l.run(tr)
			t.step(s, &l, tr, hidden)
			tr = expTransitions(&t.tw)
		}
	}
}

// step moves the weights along the gradient of the log-likelihood of one sentence: what
// is observed less what the field expects.
func (t *trainer) step(s *sample, l *lattice, tr *transitions, hidden []bool) {
	var turns [(numStates + 1) * numStates]float64
	for i, g := range s.gold {
		g := int(g)
		var d [numScores]float32
		for st := range numStates {
			p := float32(l.marginal(i, st))
			d[label(st, kindSkill)] -= p
			d[numLabels+label(st, kindKnowledge)] -= p
		}
		d[label(g, kindSkill)]++
		d[numLabels+label(g, kindKnowledge)]++
		if i == 0 {
			for st := range numStates {
				turns[st] -= l.marginal(0, st)
			}
			turns[g]++
		} else {
			for a := range numStates {
				for b := range numStates {
					turns[(a+1)*numStates+b] -= l.alpha[i-1][a] * tr.next[a][b] * l.emit[i][b] * l.scale[i] * l.beta[i][b]
				}
			}
			turns[(int(s.gold[i-1])+1)*numStates+g]++
		}
		if max(d[0], -d[0], d[1], -d[1], d[2], -d[2], d[3], -d[3], d[4], -d[4], d[5], -d[5]) < minGradient {
			continue
		}
		for _, f := range s.features[s.first[i]:s.first[i+1]] {
			if hidden[f] {
				continue
			}
			w := t.w[int(f)*numScores : int(f+1)*numScores]
			q := t.g[int(f)*numScores : int(f+1)*numScores]
			for x := range w {
				adagrad(&w[x], &q[x], d[x])
			}
		}
	}
	for i, d := range turns {
		adagrad(&t.tw[i], &t.tg[i], float32(d))
	}
}

// adagrad moves w along d; g is its sum of squared gradients.
func adagrad(w, g *float32, d float32) {
	d -= trainL2 * *w
	*g += d * d
	*w += trainRate * d / float32(math.Sqrt(float64(*g)))
}
