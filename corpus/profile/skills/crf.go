package skills

// The tagger reads two label sequences at once, as its training data has them:
// skills (what one can do) and knowledge (what one knows), each begun (B),
// continued (I) or out of (O). A state is a pair of labels.
const (
	outside = iota
	begin
	inside
	numLabels
	numStates = numLabels * numLabels // skill*numLabels + knowledge
	numScores = 2 * numLabels         // skill O B I, knowledge O B I
)

// The kinds of span: index of the label sequence.
const (
	kindSkill = iota
	kindKnowledge
	numKinds
)

// label returns the label of state s in the sequence of a kind.
func label(s, kind int) int {
	if kind == kindSkill {
		return s / numLabels
	}
	return s % numLabels
}

// allowed reports whether state b may follow state a: no span continues what
// has not begun.
func allowed(a, b int) bool {
	return !(label(a, kindSkill) == outside && label(b, kindSkill) == inside ||
		label(a, kindKnowledge) == outside && label(b, kindKnowledge) == inside)
}

// lattice holds the forward-backward quantities of one sentence; its slices are
// reused.
type lattice struct {
	n     int
	emit  [][numStates]float64 // exp of the scores, less the word's greatest
	alpha [][numStates]float64 // scaled
	beta  [][numStates]float64 // scaled
	scale []float64
}

// transitions holds exp of the transition scores: the first state's, and from
// each state to each.
type transitions struct {
	start [numStates]float64
	next  [numStates][numStates]float64
}

func (l *lattice) resize(n int) {
	l.n = n
	if cap(l.emit) < n {
		l.emit = make([][numStates]float64, n)
		l.alpha = make([][numStates]float64, n)
		l.beta = make([][numStates]float64, n)
		l.scale = make([]float64, n)
	}
	l.emit, l.alpha, l.beta, l.scale = l.emit[:n], l.alpha[:n], l.beta[:n], l.scale[:n]
}

// fill sets the emissions of a word to the products of what it says of the two
// sequences, each relative to that sequence's greatest.
func (l *lattice) fill(i int, e *[numScores]float64) {
	for x := range numLabels {
		for y := range numLabels {
			l.emit[i][x*numLabels+y] = e[x] * e[numLabels+y]
		}
	}
}

// relative returns the differences of scores to the greatest of each sequence.
func relative[T int32 | float32](s *[numScores]T) (d [numScores]T) {
	a, b := max(s[0], s[1], s[2]), max(s[3], s[4], s[5])
	for k := range numLabels {
		d[k], d[numLabels+k] = s[k]-a, s[numLabels+k]-b
	}
	return d
}

// run computes the forward and backward quantities from the emissions.
func (l *lattice) run(tr *transitions) {
	for i := range l.n {
		cur := &l.alpha[i]
		sum := 0.0
		if i == 0 {
			for s := range numStates {
				cur[s] = tr.start[s] * l.emit[0][s]
				sum += cur[s]
			}
		} else {
			prev := &l.alpha[i-1]
			*cur = [numStates]float64{}
			for p := range numStates {
				v, next := prev[p], &tr.next[p]
				for s := range numStates {
					cur[s] += v * next[s]
				}
			}
			for s := range numStates {
				cur[s] *= l.emit[i][s]
				sum += cur[s]
			}
		}
		inv := 1 / sum
		for s := range numStates {
			cur[s] *= inv
		}
		l.scale[i] = inv
	}
	n := l.n
	for s := range numStates {
		l.beta[n-1][s] = 1
	}
	for i := n - 2; i >= 0; i-- {
		var e [numStates]float64
		for s := range numStates {
			e[s] = l.beta[i+1][s] * l.emit[i+1][s] * l.scale[i+1]
		}
		for p := range numStates {
			sum, next := 0.0, &tr.next[p]
			for s := range numStates {
				sum += next[s] * e[s]
			}
			l.beta[i][p] = sum
		}
	}
}

// marginal returns the probability of state s at word i.
func (l *lattice) marginal(i, s int) float64 { return l.alpha[i][s] * l.beta[i][s] }

// spanScore is a candidate span with its probability.
type spanScore struct {
	first, last int32 // words, half open
	p           float64
}

// minBegin is the probability below which no span is looked for at a word.
const minBegin = 0.04

// maxSpan is the most words of a span.
const maxSpan = 16

// spans appends every span of a kind whose probability is at least floor.
func (l *lattice) spans(dst []spanScore, tr *transitions, kind int, floor float64) []spanScore {
	for i := range l.n {
		var v [numStates]float64
		p := 0.0
		for s := range numStates {
			if label(s, kind) == begin {
				v[s] = l.alpha[i][s]
				p += v[s] * l.beta[i][s]
			}
		}
		if p < minBegin || p < floor {
			continue
		}
		for j := i; j < l.n && j < i+maxSpan; j++ {
			// Probability that the span goes on after j, and with which states.
			var on [numStates]float64
			going, here := 0.0, 0.0
			for s, x := range v {
				if x > 0 {
					here += x * l.beta[j][s]
				}
			}
			if j+1 < l.n {
				for s, x := range v {
					if x == 0 {
						continue
					}
					for t := range numStates {
						if label(t, kind) == inside {
							on[t] += x * tr.next[s][t]
						}
					}
				}
				for t := range numStates {
					on[t] *= l.emit[j+1][t] * l.scale[j+1]
					going += on[t] * l.beta[j+1][t]
				}
			}
			if q := here - going; q >= floor {
				dst = append(dst, spanScore{int32(i), int32(j + 1), q})
			}
			if going < floor {
				break
			}
			v = on
		}
	}
	return dst
}

// choose keeps, of candidate spans ordered by their first word, the set without
// overlap whose summed probability less cost is greatest: with cost half the
// expected F1, the set that is best for F1 over exact spans.
func choose(dst, cand []spanScore, n int, cost float64, best []float64, back []int32) []spanScore {
	// best[i]: the greatest sum over words i and after.
	best[n] = 0
	k := len(cand)
	for i := n - 1; i >= 0; i-- {
		best[i], back[i] = best[i+1], -1
		for k > 0 && int(cand[k-1].first) == i {
			k--
			if v := cand[k].p - cost + best[cand[k].last]; v > best[i] {
				best[i], back[i] = v, int32(k)
			}
		}
	}
	for i := 0; i < n; {
		if back[i] < 0 {
			i++
			continue
		}
		dst = append(dst, cand[back[i]])
		i = int(cand[back[i]].last)
	}
	return dst
}
