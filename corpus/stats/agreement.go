package stats

import (
	"math"
	"math/rand/v2"
	"slices"
)

// Weighting says how far two different categories of a scale count as agreeing.
type Weighting uint8

const (
	Nominal   Weighting = iota // not at all
	Linear                     // less with the distance of their places
	Quadratic                  // less with the square of that distance
)

// Kappa is Cohen's kappa of a square table of counts, one rater's categories in
// rows and the other's in columns, in the same order (Cohen, "A coefficient of
// agreement for nominal scales", Educational and Psychological Measurement 20,
// 1960; weighted: "Weighted kappa", Psychological Bulletin 70, 1968). The
// standard error is that of Fleiss, Cohen and Everitt, "Large sample standard
// errors of kappa and weighted kappa", Psychological Bulletin 72, 1969, and the
// interval ends at -1 and 1; there is none where a rater used only one category.
// NaN where chance alone would agree fully.
func Kappa(table [][]int, w Weighting) Estimate {
	k, total := len(table), 0
	row, column := make([]float64, k), make([]float64, k)
	for i := range table {
		for j, n := range table[i] {
			total += n
			row[i] += float64(n)
			column[j] += float64(n)
		}
	}
	if total == 0 {
		return undetermined(0)
	}
	n := float64(total)
	for i := range k {
		row[i] /= n
		column[i] /= n
	}
	agree := func(i, j int) float64 {
		d := math.Abs(float64(i-j)) / float64(max(k-1, 1))
		switch {
		case i == j:
			return 1
		case w == Linear:
			return 1 - d
		case w == Quadratic:
			return 1 - d*d
		}
		return 0
	}
	observed, chance := 0.0, 0.0
	byRow, byColumn := make([]float64, k), make([]float64, k) // mean weights
	for i := range k {
		for j := range k {
			a := agree(i, j)
			observed += a * float64(table[i][j]) / n
			chance += a * row[i] * column[j]
			byRow[i] += a * column[j]
			byColumn[j] += a * row[i]
		}
	}
	if 1-chance < 1e-12 {
		return undetermined(total)
	}
	sum := 0.0
	for i := range k {
		for j := range k {
			d := agree(i, j)*(1-chance) - (byRow[i]+byColumn[j])*(1-observed)
			sum += float64(table[i][j]) / n * d * d
		}
	}
	centre := observed*chance - 2*chance + observed
	variance := (sum - centre*centre) / (n * math.Pow(1-chance, 4))
	e := normal((observed-chance)/(1-chance), math.Sqrt(max(0, variance)), total)
	e.Low, e.High = max(-1, e.Low), min(1, e.High)
	if variance < 1e-15 && observed < 1 { // one of the raters knows one category only
		e.Low, e.High = math.NaN(), math.NaN()
	}
	return e
}

// Absent marks a unit that a coder has not judged.
const Absent = -1

// Krippendorff is Krippendorff's alpha of any number of coders, some of whose
// judgements may be Absent: ratings[u][c] is the category, from 0, that coder c
// gave unit u. With ordinal the categories are ranks of a scale. Units with
// fewer than two judgements do not count (Krippendorff, "Content Analysis", 2nd
// edition, 2004, chapter 11; "Computing Krippendorff's alpha-reliability",
// 2011). It also returns the number of judgements that could be paired. NaN where
// there is only one category.
func Krippendorff(ratings [][]int, ordinal bool) (alpha float64, pairable int) {
	k := 0
	for _, unit := range ratings {
		for _, c := range unit {
			k = max(k, c+1)
		}
	}
	coincide := make([]float64, k*k)
	values := make([]float64, k) // coincidences of a category with any
	counts := make([]float64, k)
	for _, unit := range ratings {
		judged := countJudged(unit)
		if judged < 2 {
			continue
		}
		pairable += judged
		clear(counts)
		for _, c := range unit {
			if c >= 0 {
				counts[c]++
			}
		}
		for c := range k {
			values[c] += counts[c]
			for d := range k {
				pairs := counts[c] * counts[d]
				if c == d {
					pairs = counts[c] * (counts[c] - 1)
				}
				coincide[c*k+d] += pairs / float64(judged-1)
			}
		}
	}
	distance := func(c, d int) float64 {
		if !ordinal {
			return 1
		}
		between := -(values[c] + values[d]) / 2
		for g := c; g <= d; g++ {
			between += values[g]
		}
		return between * between
	}
	observed, expected := 0.0, 0.0
	for c := range k {
		for d := c + 1; d < k; d++ {
			delta := distance(c, d)
			observed += coincide[c*k+d] * delta
			expected += values[c] * values[d] * delta
		}
	}
	if expected == 0 {
		return math.NaN(), pairable
	}
	return 1 - float64(pairable-1)*observed/expected, pairable
}

func countJudged(unit []int) (n int) {
	for _, c := range unit {
		if c >= 0 {
			n++
		}
	}
	return n
}

// KrippendorffInterval is Krippendorff with the 95 % percentile interval of that
// many resamples of the units that have two judgements or more, drawn with
// replacement (Zapf, Castell, Morawietz and Karch, "Measuring inter-rater
// reliability for nominal data", BMC Medical Research Methodology 16, 2016).
// Resamples with only one category say nothing and are left out; N counts the
// judgements. A single unit has no interval.
func KrippendorffInterval(ratings [][]int, ordinal bool, resamples int, seed uint64) Estimate {
	rng := rand.New(rand.NewPCG(seed, 0x616c7068))
	return krippendorffInterval(ratings, ordinal, resamples, rng.IntN)
}

func krippendorffInterval(ratings [][]int, ordinal bool, resamples int, draw func(n int) int) Estimate {
	alpha, judgements := Krippendorff(ratings, ordinal)
	e := undetermined(judgements)
	e.Value = alpha
	units := slices.DeleteFunc(slices.Clone(ratings), func(unit []int) bool { return countJudged(unit) < 2 })
	if len(units) < 2 {
		return e
	}
	var alphas []float64
	sample := make([][]int, len(units))
	for range resamples {
		for i := range sample {
			sample[i] = units[draw(len(units))]
		}
		if a, _ := Krippendorff(sample, ordinal); !math.IsNaN(a) {
			alphas = append(alphas, a)
		}
	}
	if len(alphas) > 1 {
		e.percentiles(alphas)
	}
	return e
}
