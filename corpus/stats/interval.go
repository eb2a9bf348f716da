package stats

import (
	"math"
	"math/rand/v2"
	"slices"
)

// Wilson is a share of k in n and its 95 % score interval (Wilson, "Probable
// inference, the law of succession, and statistical inference", JASA 22, 1927).
// For n = 0 the share is NaN and the interval is 0 to 1.
func Wilson(k, n int) Estimate {
	if n == 0 {
		return Estimate{math.NaN(), math.NaN(), 0, 1, 0}
	}
	const z2 = z95 * z95
	size := float64(n)
	share := float64(k) / size
	centre := (share + z2/(2*size)) / (1 + z2/size)
	half := z95 / (1 + z2/size) * math.Sqrt(share*(1-share)/size+z2/(4*size*size))
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
// packages", The American Statistician 50, 1996. q is 0 to 1. NaN for no values.
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

// Part is what one cluster holds of a sample: the sum of its values and their
// number.
type Part struct {
	Sum float64
	N   int
}

// BootstrapMean is the mean of all values with the 95 % percentile interval of
// that many resamples of whole clusters (Efron, "Bootstrap methods: another look
// at the jackknife", Annals of Statistics 7, 1979; of clusters: Davison and
// Hinkley, "Bootstrap Methods and their Application", 1997, section 3.8): the
// 2.5th and 97.5th percentile, by Quantile, of the means of as many clusters
// drawn with replacement. SE is the standard deviation of those means. Clusters
// of one value make it the plain bootstrap. The same seed gives the same
// interval. A single cluster has none.
func BootstrapMean(clusters []Part, resamples int, seed uint64) Estimate {
	rng := rand.New(rand.NewPCG(seed, 0x72756e67))
	return bootstrapMean(clusters, resamples, rng.IntN)
}

func bootstrapMean(clusters []Part, resamples int, draw func(n int) int) Estimate {
	var all Part
	for _, c := range clusters {
		all.Sum += c.Sum
		all.N += c.N
	}
	e := undetermined(all.N)
	e.Value = all.Sum / float64(all.N)
	if len(clusters) < 2 || resamples < 2 {
		return e
	}
	means := make([]float64, resamples)
	for b := range means {
		sum, n := 0.0, 0
		for range clusters {
			c := &clusters[draw(len(clusters))]
			sum += c.Sum
			n += c.N
		}
		means[b] = sum / float64(n)
	}
	e.percentiles(means)
	return e
}

// percentiles sets the standard error and the interval to those of the values
// that a bootstrap found, which it sorts.
func (e *Estimate) percentiles(values []float64) {
	slices.Sort(values)
	e.SE, e.Low, e.High = math.Sqrt(Variance(values)), Quantile(values, 0.025), Quantile(values, 0.975)
}

// Bootstrap is the 95 % percentile interval of a statistic of rows of two classes
// (Efron 1979), with the classes resampled apart, so that a resample holds as
// many rows with y as the sample. The statistic is given how often each row was
// drawn. The same seed gives the same interval.
func Bootstrap(y []bool, resamples int, seed uint64, statistic func(weight []float64) float64) (low, high float64) {
	var class [2][]int
	for i, in := range y {
		c := 0
		if in {
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
	var e Estimate
	e.percentiles(values)
	return e.Low, e.High
}

// DesignEffect is how many times the variance of a share is that of independent
// values, since values of one cluster are alike: each Part has the number of
// ones as its Sum. The variance is the linearised one of a ratio, with the
// correction for few clusters (Kish, "Survey Sampling", 1965; the sandwich of
// Liang and Zeger, Biometrika 73, 1986). An interval that allows for
// it is wider by its root. NaN for fewer than two clusters, and where all values
// are the same.
func DesignEffect(clusters []Part) float64 {
	ones, n := 0.0, 0.0
	for _, c := range clusters {
		ones += c.Sum
		n += float64(c.N)
	}
	share := ones / n
	if len(clusters) < 2 || ones == 0 || ones == n {
		return math.NaN()
	}
	squares := 0.0
	for _, c := range clusters {
		e := c.Sum - share*float64(c.N)
		squares += e * e
	}
	k := float64(len(clusters))
	return k / (k - 1) * squares / (n * share * (1 - share))
}
