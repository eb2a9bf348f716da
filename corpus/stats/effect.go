package stats

import (
	"math"
	"slices"
	"sort"
)

// Hedges is the standardised difference of the means of a and b, positive where
// a is larger, with the correction for small samples and its large-sample
// standard error (Hedges, "Distribution theory for Glass's estimator of effect
// size", Journal of Educational Statistics 6, 1981; the variance as in Hedges
// and Olkin, "Statistical Methods for Meta-Analysis", 1985, with the
// denominator 2(N-3.94)). NaN where either has fewer than two values or both do
// not vary.
func Hedges(a, b []float64) Estimate {
	n, m := float64(len(a)), float64(len(b))
	all := len(a) + len(b)
	if len(a) < 2 || len(b) < 2 {
		return undetermined(all)
	}
	pooled := math.Sqrt(((n-1)*Variance(a) + (m-1)*Variance(b)) / (n + m - 2))
	if pooled == 0 {
		return undetermined(all)
	}
	g := (1 - 3/(4*(n+m)-9)) * (Mean(a) - Mean(b)) / pooled
	return normal(g, math.Sqrt((n+m)/(n*m)+g*g/(2*(n+m-3.94))), all)
}

// Cliff is Cliff's delta: how much likelier a value of a is above one of b than
// below it, -1 to 1 (Cliff, "Dominance statistics: ordinal analyses to answer
// ordinal questions", Psychological Bulletin 114, 1993). The standard error is
// the root of his unbiased estimate of the variance, and the interval the
// asymmetric one of Feng and Cliff, "Monte Carlo evaluation of ordinal d with
// improved confidence interval", Journal of Modern Applied Statistical Methods
// 3, 2004, which is NaN where no value of one lies among those of the other. NaN
// where either has fewer than two values.
func Cliff(a, b []float64) Estimate {
	n, m := len(a), len(b)
	if n < 2 || m < 2 {
		return undetermined(n + m)
	}
	rows, untied := dominance(a, b)
	columns, _ := dominance(b, a)
	delta := Mean(rows)
	fn, fm := float64(n), float64(m)
	all := untied - fn*fm*delta*delta // sum of (d_ij - delta)²
	variance := (fm*fm*squares(rows, delta) + fn*fn*squares(columns, -delta) - all) / (fn * fm * (fn - 1) * (fm - 1))
	variance = max(variance, (1-delta*delta)/(fn*fm-1)) // his least value, against a negative estimate
	se := math.Sqrt(variance)
	e := undetermined(n + m)
	e.Value, e.SE = delta, se
	if d2, z2v := delta*delta, z95*z95*variance; 1-d2+z2v > 0 {
		half := z95 * se * math.Sqrt((1-d2)*(1-d2)+z2v)
		e.Low = max(-1, (delta-delta*d2-half)/(1-d2+z2v))
		e.High = min(1, (delta-delta*d2+half)/(1-d2+z2v))
	}
	return e
}

// dominance is, for every value of a, the share of b below it less the share
// above it, and the number of pairs that are not tied.
func dominance(a, b []float64) (share []float64, untied float64) {
	sorted := slices.Clone(b)
	slices.Sort(sorted)
	share = make([]float64, len(a))
	for i, v := range a {
		below := sort.SearchFloat64s(sorted, v)
		above := len(b) - sort.Search(len(b), func(k int) bool { return sorted[k] > v })
		share[i] = float64(below-above) / float64(len(b))
		untied += float64(below + above)
	}
	return share, untied
}
