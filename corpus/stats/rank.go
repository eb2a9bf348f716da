package stats

import (
	"cmp"
	"math"
	"slices"
)

// Ranking is the order of rows by a score, kept so that the AUC of a resample
// costs one pass and no sort.
type Ranking struct {
	Order []int  // rows, lowest score first; rows of one score as they came
	tied  []bool // tied[i]: row Order[i] scores the same as Order[i-1]
}

// Rank orders rows by their scores, score[i] being that of row i.
func Rank(score []float64) Ranking {
	r := Ranking{make([]int, len(score)), make([]bool, len(score))}
	for i := range score {
		r.Order[i] = i
	}
	slices.SortStableFunc(r.Order, func(a, b int) int { return cmp.Compare(score[a], score[b]) })
	for i := 1; i < len(score); i++ {
		r.tied[i] = score[r.Order[i]] == score[r.Order[i-1]]
	}
	return r
}

// AUC is the probability that a row of which y holds ranks above one of which it
// does not, 0…1, ties counting half: the Mann–Whitney U over the product of the
// sizes of both classes (Hanley and McNeil, "The meaning and use of the area
// under a receiver operating characteristic curve", Radiology 143, 1982). Row i
// counts weight[i] times, or once where weight is nil. NaN where a class is
// empty.
func (r Ranking) AUC(y []bool, weight []float64) float64 {
	var u, below, no, yes float64 // below: rows without y strictly under the tied block; no, yes: rows in it
	var all float64               // rows with y
	for i, row := range r.Order {
		if !r.tied[i] {
			u += yes * (below + no/2)
			below += no
			no, yes = 0, 0
		}
		w := 1.0
		if weight != nil {
			w = weight[row]
		}
		if y[row] {
			yes += w
			all += w
		} else {
			no += w
		}
	}
	u += yes * (below + no/2)
	if others := below + no; all > 0 && others > 0 {
		return u / (all * others)
	}
	return math.NaN()
}

// means are the rows' ranks, from 1, ties at their mean.
func (r Ranking) means() []float64 {
	out := make([]float64, len(r.Order))
	for i := 0; i < len(out); {
		j := i + 1
		for j < len(out) && r.tied[j] {
			j++
		}
		for _, row := range r.Order[i:j] {
			out[row] = float64(i+1+j) / 2
		}
		i = j
	}
	return out
}

// Spearman is the rank correlation of two lists of one length, -1 to 1, ties at
// their mean rank (Spearman, "The proof and measurement of association between
// two things", American Journal of Psychology 15, 1904); NaN where one of them
// is constant.
func Spearman(a, b []float64) float64 {
	x, y := Rank(a).means(), Rank(b).means()
	n := float64(len(x))
	mean := (n + 1) / 2
	var xy, xx, yy float64
	for i := range x {
		xy += (x[i] - mean) * (y[i] - mean)
		xx += (x[i] - mean) * (x[i] - mean)
		yy += (y[i] - mean) * (y[i] - mean)
	}
	if xx == 0 || yy == 0 {
		return math.NaN()
	}
	return xy / math.Sqrt(xx*yy)
}
