package eval

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
)

// Throughout, y[i] is true where posting i is a VP's, and p[i] is the
// probability, 0…1, or any score that grows with it, that it is. A figure that
// the rows do not determine, such as the AUC of one class alone, is NaN.

// AUC is the probability that a VP's posting scores above a Director's, ties
// counting half: the Mann–Whitney U over the product of the class sizes (Hanley
// and McNeil 1982). NaN when a class is empty.
func AUC(p []float64, y []bool) float64 {
	return rank(p).auc(y, nil)
}

// ranking is the order of the rows by score, kept so that the AUC of a
// resample costs one pass and no sort.
type ranking struct {
	order []int  // rows, lowest score first
	tied  []bool // tied[i]: row order[i] scores the same as order[i-1]
}

func rank(p []float64) ranking {
	r := ranking{make([]int, len(p)), make([]bool, len(p))}
	for i := range p {
		r.order[i] = i
	}
	slices.SortStableFunc(r.order, func(a, b int) int { return cmp.Compare(p[a], p[b]) })
	for i := 1; i < len(p); i++ {
		r.tied[i] = p[r.order[i]] == p[r.order[i-1]]
	}
	return r
}

// auc counts row i weight[i] times, or once where weight is nil.
func (r ranking) auc(y []bool, weight []float64) float64 {
	var u, below, director, vp float64 // below: Directors strictly under the tied block; director, vp: in it
	var allVP float64
	for i, row := range r.order {
		if !r.tied[i] {
			u += vp * (below + director/2)
			below += director
			director, vp = 0, 0
		}
		w := 1.0
		if weight != nil {
			w = weight[row]
		}
		if y[row] {
			vp += w
			allVP += w
		} else {
			director += w
		}
	}
	u += vp * (below + director/2)
	if allDirector := below + director; allVP > 0 && allDirector > 0 {
		return u / (allVP * allDirector)
	}
	return math.NaN()
}

// Bootstrap is the 95 % percentile interval of a statistic (Efron 1979), with
// the classes resampled apart, so that a resample holds as many VPs as the
// sample. The statistic is given how often each row was drawn. The same seed
// gives the same interval.
func Bootstrap(y []bool, resamples int, seed uint64, statistic func(weight []float64) float64) (low, high float64) {
	var class [2][]int
	for i, vp := range y {
		c := 0
		if vp {
			c = 1
		}
		class[c] = append(class[c], i)
	}
	rng := rand.New(rand.NewPCG(seed, 0x72756e67))
	weight := make([]float64, len(y))
	values := make([]float64, resamples)
	for b := range values {
		clear(weight)
		for _, rows := range class {
			for range rows {
				weight[rows[rng.IntN(len(rows))]]++
			}
		}
		values[b] = statistic(weight)
	}
	slices.Sort(values)
	return quantile(values, 0.025), quantile(values, 0.975)
}

// quantile interpolates linearly between the order statistics of sorted values
// (type 7 of Hyndman and Fan 1996). NaN when there are none.
func quantile(sorted []float64, q float64) float64 {
	if len(sorted) == 0 {
		return math.NaN()
	}
	at := q * float64(len(sorted)-1)
	i := int(at)
	if i+1 == len(sorted) {
		return sorted[i]
	}
	return sorted[i] + (at-float64(i))*(sorted[i+1]-sorted[i])
}

// Counts is the two-by-two table of a forced choice: p > 0.5 reads VP, all else
// Director.
type Counts struct{ TrueVP, FalseVP, TrueDirector, FalseDirector int }

// Count forces the choice on every row.
func Count(p []float64, y []bool) Counts {
	var c Counts
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

// Accuracy is the share of rows read right.
func (c Counts) Accuracy() float64 {
	return ratio(c.TrueVP+c.TrueDirector, c.TrueVP+c.TrueDirector+c.FalseVP+c.FalseDirector)
}

// BalancedAccuracy is the mean of the two recalls (Brodersen et al. 2010).
func (c Counts) BalancedAccuracy() float64 {
	return (ratio(c.TrueVP, c.TrueVP+c.FalseDirector) + ratio(c.TrueDirector, c.TrueDirector+c.FalseVP)) / 2
}

// MacroF1 is the mean of the F1 of either class; a class that was never read
// and never there has F1 0.
func (c Counts) MacroF1() float64 {
	f1 := func(right, wrong int) float64 {
		if right == 0 {
			return 0
		}
		return 2 * float64(right) / float64(2*right+wrong)
	}
	wrong := c.FalseVP + c.FalseDirector
	return (f1(c.TrueVP, wrong) + f1(c.TrueDirector, wrong)) / 2
}

func ratio(a, b int) float64 {
	if b == 0 {
		return math.NaN()
	}
	return float64(a) / float64(b)
}

// Brier is the mean squared distance of the probability from what was so
// (Brier 1950): 0 is perfect, 0.25 is a coin.
func Brier(p []float64, y []bool) float64 {
	sum := 0.0
	for i := range p {
		d := p[i]
		if y[i] {
			d--
		}
		sum += d * d
	}
	return sum / float64(len(p))
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

// Reliability puts the rows into bins of equal width over 0…1.
func Reliability(p []float64, y []bool, bins int) []Bin {
	said, was, n := make([]float64, bins), make([]int, bins), make([]int, bins)
	for i := range p {
		b := max(0, min(int(p[i]*float64(bins)), bins-1))
		n[b]++
		said[b] += p[i]
		if y[i] {
			was[b]++
		}
	}
	table := make([]Bin, bins)
	for b := range table {
		table[b] = Bin{float64(b) / float64(bins), float64(b+1) / float64(bins), n[b],
			Stat(said[b] / float64(n[b])), Stat(ratio(was[b], n[b]))}
	}
	return table
}

// ECE is the expected calibration error of a reliability table: the distance
// of what was said from what was, averaged over the postings (Naeini, Cooper
// and Hauskrecht 2015). It is of the probability of VP, not of the likelier
// class. With few rows a bin, it is biased upwards.
func ECE(table []Bin) float64 {
	sum, n := 0.0, 0
	for _, b := range table {
		if b.N > 0 {
			sum += float64(b.N) * math.Abs(float64(b.Said-b.Was))
			n += b.N
		}
	}
	return sum / float64(n)
}

const z95 = 1.959963984540054 // the normal distribution's 0.975 quantile

// Wilson is the 95 % score interval of a share of k in n (Wilson 1927): 0…1
// where n is 0.
func Wilson(k, n int) (low, high float64) {
	if n == 0 {
		return 0, 1
	}
	nn := float64(n)
	share := float64(k) / nn
	centre := (share + z95*z95/(2*nn)) / (1 + z95*z95/nn)
	half := z95 / (1 + z95*z95/nn) * math.Sqrt(share*(1-share)/nn+z95*z95/(4*nn*nn))
	return max(0, centre-half), min(1, centre+half)
}

// Point is the accuracy over the share Coverage of the rows that are surest.
type Point struct {
	Coverage float64 `json:"coverage"`
	Accuracy Stat    `json:"accuracy"`
}

// Curve is what abstaining buys (El-Yaniv and Wiener 2010): the accuracy over
// the surest steps/steps, (steps-1)/steps … 1/steps of the rows. Rows that are
// equally sure share a place: a cut through them takes their mean, so that
// their order cannot show.
func Curve(sure []float64, right []bool, steps int) []Point {
	r := rank(sure)
	slices.Reverse(r.order)
	hits := make([]float64, len(sure)+1) // expected rows right among the surest i
	for i := 0; i < len(r.order); {
		j, h := i, 0
		for ; j < len(r.order) && sure[r.order[j]] == sure[r.order[i]]; j++ {
			if right[r.order[j]] {
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

// OddsRatio is the natural logarithm of the odds ratio of a two-by-two table
// and its 95 % interval (Woolf 1955), with a half added to each cell (Haldane
// 1956, Anscombe 1956) so that an empty one has a value. Positive where a goes
// with d.
func OddsRatio(a, b, c, d int) (log, low, high float64) {
	fa, fb, fc, fd := float64(a)+.5, float64(b)+.5, float64(c)+.5, float64(d)+.5
	log = math.Log(fa * fd / (fb * fc))
	half := z95 * math.Sqrt(1/fa+1/fb+1/fc+1/fd)
	return log, log - half, log + half
}

// Fisher is the two-sided exact test of a two-by-two table (Fisher 1922): the
// probability, its margins given, of a table no likelier than this one.
func Fisher(a, b, c, d int) float64 {
	choose := func(n, k int) float64 { return lnFactorial(n) - lnFactorial(k) - lnFactorial(n-k) }
	row, column, n := a+b, a+c, a+b+c+d
	chance := func(x int) float64 {
		return math.Exp(choose(row, x) + choose(n-row, column-x) - choose(n, column))
	}
	// Tables as likely as this one but for rounding belong to the sum.
	limit := chance(a) * (1 + 1e-7)
	sum := 0.0
	for x := max(0, row+column-n); x <= min(row, column); x++ {
		if c := chance(x); c <= limit {
			sum += c
		}
	}
	return min(1, sum)
}

func lnFactorial(n int) float64 {
	l, _ := math.Lgamma(float64(n) + 1)
	return l
}
