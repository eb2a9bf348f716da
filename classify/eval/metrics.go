package eval

import (
	"math"
	"slices"

	"rung/corpus/stats"
)

// Throughout, y[i] is true where posting i is a VP's, and p[i] is the
// probability, 0…1, or any score that grows with it, that it is. A figure that
// the rows do not determine, such as the AUC of one class alone, is NaN.

// forced is the two-by-two table of a forced choice: p > 0.5 reads VP, all else
// Director.
type forced struct{ TrueVP, FalseVP, TrueDirector, FalseDirector int }

// Count forces the choice on every row.
func force(p []float64, y []bool) forced {
	var c forced
	for i := range p {
		switch read := p[i] > 0.5; {
		case read && y[i]:
			c.TrueVP++
		case read:
			c.FalseVP++
		case y[i]:
			c.FalseDirector++
		default:
			c.TrueDirector++
		}
	}
	return c
}

// balancedAccuracy is the mean of the two recalls (Brodersen et al. 2010).
func (c forced) balancedAccuracy() float64 {
	return (ratio(c.TrueVP, c.TrueVP+c.FalseDirector) + ratio(c.TrueDirector, c.TrueDirector+c.FalseVP)) / 2
}

// macroF1 is the mean of the F1 of either class; a class that was never read
// and never there has F1 0.
func (c forced) macroF1() float64 {
	f1 := func(right, wrong int) float64 {
		if right == 0 {
			return 0
		}
		return 2 * float64(right) / float64(2*right+wrong)
	}
	wrong := c.FalseVP + c.FalseDirector
	return (f1(c.TrueVP, wrong) + f1(c.TrueDirector, wrong)) / 2
}

// howMany counts what is so.
func howMany(list []bool) (n int) {
	for _, so := range list {
		if so {
			n++
		}
	}
	return n
}

func ratio(a, b int) float64 {
	if b == 0 {
		return math.NaN()
	}
	return float64(a) / float64(b)
}

// Bin is one row of a reliability table: the postings whose probability fell
// in [Low, High), the last bin closed.
type Bin struct {
	Low  float64 `json:"low"`
	High float64 `json:"high"`
	N    int     `json:"n"`
	Said Stat    `json:"said"` // mean probability of VP
	Was  Stat    `json:"was"`  // share of VPs
}

// Point is the accuracy over the share Coverage of the rows that are surest.
type Point struct {
	Coverage float64 `json:"coverage"`
	Accuracy Stat    `json:"accuracy"`
}

// Curve is what abstaining buys (El-Yaniv and Wiener, "On the foundations of noise-free
// selective classification", JMLR 11, 2010): the accuracy over
// the surest steps/steps, (steps-1)/steps … 1/steps of the rows. Rows that are
// equally sure share a place: a cut through them takes their mean, so that
// their order cannot show.
func curve(sure []float64, right []bool, steps int) []Point {
	order := stats.Rank(sure).Order
	slices.Reverse(order)
	hits := make([]float64, len(sure)+1) // expected rows right among the surest i
	for i := 0; i < len(order); {
		j, h := i, 0
		for ; j < len(order) && sure[order[j]] == sure[order[i]]; j++ {
			if right[order[j]] {
				h++
			}
		}
		for k := i; k < j; k++ {
			hits[k+1] = hits[k] + float64(h)/float64(j-i)
		}
		i = j
	}
	curve := make([]Point, steps)
	for s := range curve {
		coverage := float64(steps-s) / float64(steps)
		n := int(math.Round(coverage * float64(len(sure))))
		curve[s] = Point{coverage, Stat(hits[n] / float64(n))}
	}
	return curve
}
