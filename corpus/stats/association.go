package stats

import "math"

// OddsRatio is the natural logarithm of the odds ratio of a two-by-two table, a
// and b in its first row, c and d in its second (Woolf, "On estimating the
// relation between blood group and disease", Annals of Human Genetics 19, 1955),
// with a half added to each cell (Haldane 1956, Anscombe 1956) so that an empty
// one has a value. Positive where a goes with d.
func OddsRatio(a, b, c, d int) Estimate {
	fa, fb, fc, fd := float64(a)+.5, float64(b)+.5, float64(c)+.5, float64(d)+.5
	return normal(math.Log(fa*fd/(fb*fc)), math.Sqrt(1/fa+1/fb+1/fc+1/fd), a+b+c+d)
}

// Fisher is the two-sided exact test of a two-by-two table (Fisher, "On the
// interpretation of χ² from contingency tables", Journal of the Royal
// Statistical Society 85, 1922): the probability, its margins given, of a table
// no likelier than this one.
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
