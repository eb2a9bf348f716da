package stats

import (
	"math"
	"math/rand/v2"
	"slices"
)

// Wilson is a share of k in n and its 95 % score interval (Wilson, "Probable
// inference, the law of succession, and statistical inference", JASA 22, 1927).
// Of n = 0 the share is NaN and the interval is 0 to 1.
func Wilson(k, n int) Estimate {
	if n == 0 {
		return Estimate{math.NaN(), math.NaN(), 0, 1, 0}
	}
	const z2 = Z95 * Z95
	size := float64(n)
	share := float64(k) / size
	centre := (share + z2/(2*size)) / (1 + z2/size)
	half := Z95 / (1 + z2/size) * math.Sqrt(share*(1-share)/size+z2/(4*size*size))
	e := Estimate{share, math.NaN(), max(0, centre-half), min(1, centre+half), n}
	switch k { // where rounding must not part the bound from the share
	case 0:
		e.Low = 0
	case n:
		e.High = 1
	}
	return e
}

// Quantile interpolates linearly between the order statistics of x, which must
// be sorted: type 7 of Hyndman and Fan, "Sample quantiles in statistical
// packages", The American Statistician 50, 1996. q is 0 to 1. NaN of nothing.
func Quantile(sorted []float64, q float64) float64 {
	if len(sorted) == 0 {
		return math.NaN()
	}
	at := q * float64(len(sorted)-1)
	i := int(at)
	if i+1 >= len(sorted) {
		return sorted[len(sorted)-1]
	}
	return sorted[i] + (at-float64(i))*(sorted[i+1]-sorted[i])
}

// BootstrapMean is the mean of x with the 95 % percentile interval of that many
// resamples (Efron, "Bootstrap methods: another look at the jackknife", Annals
// of Statistics 7, 1979): the 2.5th and 97.5th percentile, by Quantile, of the
// means of samples of len(x) drawn from x with replacement. SE is the standard
// deviation of those means. The same seed gives the same interval. Of one value
// there is no interval.
func BootstrapMean(x []float64, resamples int, seed uint64) Estimate {
	rng := rand.New(rand.NewPCG(seed, 0x72756e67))
	return bootstrapMean(x, resamples, rng.IntN)
}

func bootstrapMean(x []float64, resamples int, draw func(n int) int) Estimate {
	if len(x) < 2 || resamples < 2 {
		e := undetermined(len(x))
		e.Value = Mean(x)
		return e
	}
	means := make([]float64, resamples)
	for b := range means {
		sum := 0.0
		for range x {
			sum += x[draw(len(x))]
		}
		means[b] = sum / float64(len(x))
	}
	slices.Sort(means)
	return Estimate{Mean(x), math.Sqrt(Variance(means)), Quantile(means, 0.025), Quantile(means, 0.975), len(x)}
}
