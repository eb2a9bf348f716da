package stats

import "math"

// Brier is the mean squared distance of probabilities from what was so (Brier,
// "Verification of forecasts expressed in terms of probability", Monthly Weather
// Review 78, 1950): 0 is perfect, 0.25 is a coin.
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

// Bin is one row of a reliability table: the predictions whose probability lies
// in [Low, High), the last bin closed.
type Bin struct {
	Low, High float64
	N, Ones   int     // predictions, and those of them that came true
	Said      float64 // mean probability; NaN of none
}

// Was is the share that came true; NaN of none.
func (b Bin) Was() float64 { return float64(b.Ones) / float64(b.N) }

// Reliability puts predictions into bins of equal width over 0…1: p[i] is the
// probability that y[i] holds.
func Reliability(p []float64, y []bool, bins int) []Bin {
	table := make([]Bin, bins)
	for i := range p {
		b := &table[max(0, min(int(p[i]*float64(bins)), bins-1))]
		b.N++
		b.Said += p[i]
		if y[i] {
			b.Ones++
		}
	}
	for i := range table {
		b := &table[i]
		b.Low, b.High, b.Said = float64(i)/float64(bins), float64(i+1)/float64(bins), b.Said/float64(b.N)
	}
	return table
}

// ECE is the expected calibration error of a reliability table, 0…1: the
// distance of what was said from what was, averaged over the predictions
// (Naeini, Cooper and Hauskrecht, "Obtaining well calibrated probabilities using
// Bayesian binning", AAAI 2015). It is of the probability that y holds, not of
// the likelier class. With few rows a bin, it is biased upwards.
func ECE(table []Bin) float64 {
	sum, n := 0.0, 0
	for _, b := range table {
		if b.N > 0 {
			sum += float64(b.N) * math.Abs(b.Said-b.Was())
			n += b.N
		}
	}
	return sum / float64(n)
}
