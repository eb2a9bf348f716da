// Package stats holds the statistics of the whole program: intervals, agreement,
// effect sizes, ranks, calibration, keyness, logistic regression. Each function
// names its source and is pure: the same input and seed give the same bits. They
// are tested against independent programs (testdata/README.md). A figure that
// the data do not determine is NaN. It knows nothing of postings and rounds
// nothing.
package stats

import "math"

// z95 is the 0.975 quantile of the normal distribution, from which all 95 %
// intervals are made that rest on a normal approximation.
const z95 = 1.959963984540054

// Estimate is a figure with its standard error and its 95 % interval. SE is NaN
// where the interval does not come from one.
type Estimate struct {
	Value, SE, Low, High float64
	N                    int // observations that it rests on
}

// undetermined is the estimate that n observations do not allow.
func undetermined(n int) Estimate {
	nan := math.NaN()
	return Estimate{nan, nan, nan, nan, n}
}

// normal is an estimate whose interval is Value ± z95·SE.
func normal(value, se float64, n int) Estimate {
	return Estimate{value, se, value - z95*se, value + z95*se, n}
}

// TwoSided is the probability that a standard normal variable lies at least as
// far from 0 as z.
func TwoSided(z float64) float64 { return math.Erfc(math.Abs(z) / math.Sqrt2) }

// Mean is the arithmetic mean; NaN for no values.
func Mean(x []float64) float64 {
	sum := 0.0
	for _, v := range x {
		sum += v
	}
	return sum / float64(len(x))
}

// Variance is the unbiased sample variance; NaN for fewer than two values.
func Variance(x []float64) float64 {
	if len(x) < 2 {
		return math.NaN()
	}
	return squares(x, Mean(x)) / float64(len(x)-1)
}

// squares is the sum of the squared distances from the mean.
func squares(x []float64, mean float64) (sum float64) {
	for _, v := range x {
		sum += (v - mean) * (v - mean)
	}
	return sum
}
