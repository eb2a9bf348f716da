package stats

import "math"

// LogOdds is the weighted log-odds ratio of a term that makes up a of the n
// terms of one group and b of the m terms of another, with an informative
// Dirichlet prior that counts alpha sightings of it among prior terms in all
// (Monroe, Colaresi and Quinn, "Fightin' Words", Political Analysis 16, 2008,
// equations 15, 20 and 22). Natural logarithm, positive where the term belongs
// to the first group; Value/SE is their z. Sightings may be weighted. alpha must
// be above 0 and below prior.
func LogOdds(a, n, b, m, alpha, prior float64) Estimate {
	odds := func(y, of float64) float64 { return math.Log((y + alpha) / (of + prior - y - alpha)) }
	return normal(odds(a, n)-odds(b, m), math.Sqrt(1/(a+alpha)+1/(b+alpha)), int(a+b))
}

// BenjaminiHochberg turns the p values of many tests into q values: the least
// false discovery rate at which each would be called a finding (Benjamini and
// Hochberg, "Controlling the false discovery rate", Journal of the Royal
// Statistical Society B 57, 1995). In the order of p; 0 to 1.
func BenjaminiHochberg(p []float64) []float64 {
	order := Rank(p).Order
	q, least := make([]float64, len(p)), 1.0
	for rank := len(order); rank > 0; rank-- {
		i := order[rank-1]
		least = min(least, p[i]*(float64(len(p))/float64(rank)))
		q[i] = least
	}
	return q
}

// Dispersion is DPnorm: how unevenly a term is spread over the parts of a
// corpus, from 0, as the sizes of the parts would have it, to 1, all in the
// smallest part (Gries, "Dispersions and adjusted frequencies in corpora",
// International Journal of Corpus Linguistics 13, 2008; normed as by Lijffijt
// and Gries, in the same journal, 17, 2012). counts[i] are the term's sightings
// in part i, sizes[i] the terms that part holds. NaN where the term does not
// occur or there are fewer than two parts.
func Dispersion(counts, sizes []int) float64 {
	all, size, smallest := 0, 0, math.MaxInt
	for i := range sizes {
		all += counts[i]
		size += sizes[i]
		smallest = min(smallest, sizes[i])
	}
	if all == 0 || len(sizes) < 2 || smallest == size {
		return math.NaN()
	}
	apart := 0.0
	for i := range sizes {
		apart += math.Abs(float64(counts[i])/float64(all) - float64(sizes[i])/float64(size))
	}
	return apart / 2 / (1 - float64(smallest)/float64(size))
}
