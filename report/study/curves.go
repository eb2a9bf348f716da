package study

import (
	"cmp"
	"math"
	"slices"

	"rung/report/table"
)

const testimonyNote = "The title's claim stands in for a label that nobody gave: it is testimony, and titles are inflated. Figures against careful readers are those of rung eval."

// claimed are the postings whose title claims one of the two levels: the
// probability of the higher, and whether that is claimed.
func (s *Study) claimed(q Query) (p []float64, higher []bool, counted int) {
	g := s.everyone(q)
	for i, at := range g.of {
		if at < 0 {
			continue
		}
		o := s.all[i]
		if c := place(claimName(o.Claim)); (c == 1 || c == 3) && place(s.level(o.Level)) > 0 {
			p = append(p, o.Probability)
			higher = append(higher, c == 3)
		}
	}
	return p, higher, g.counted
}

// bins of the calibration table.
const bins = 10

func (s *Study) calibrationTable(q Query) (*table.Table, error) {
	p, higher, counted := s.claimed(q)
	t := &table.Table{
		Caption: "Postings by the probability of the higher level that the model gives, and the share of titles that claim it. Missing are postings that claim neither level or read neither." + s.leftOut(q, nil),
		N:       counted, Missing: counted - len(p),
		Columns: []table.Column{shareCol("bin_low", "From"), shareCol("bin_high", "To"), countCol("n", "Postings"), shareCol("mean_probability", "Mean probability"), shareCol("observed", "Claim the higher level"), shareCol("low", "Low"), shareCol("high", "High")},
		Notes:   []string{testimonyNote, wilsonNote},
	}
	for b := range bins {
		n, k, sum := 0, 0, 0.0
		for i := range p {
			if min(int(p[i]*bins), bins-1) == b {
				n++
				sum += p[i]
				if higher[i] {
					k++
				}
			}
		}
		row := []table.Cell{table.Float(float64(b) / bins), table.Float(float64(b+1) / bins), table.Int(n), table.Float(sum / float64(n))}
		t.Rows = append(t.Rows, append(row, shareCells(k, n)...))
	}
	return t, nil
}

// steps of the coverage table.
const steps = 20

func (s *Study) coverageTable(q Query) (*table.Table, error) {
	p, higher, counted := s.claimed(q)
	order := make([]int, len(p))
	for i := range order {
		order[i] = i
	}
	sure := func(i int) float64 { return math.Abs(p[i] - .5) }
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(sure(b), sure(a)) })
	t := &table.Table{
		Caption: "How often the likelier level is the title's claim, among the surest postings. Where several are equally sure, all of them are counted." + s.leftOut(q, nil),
		N:       counted, Missing: counted - len(p),
		Columns: []table.Column{shareCol("coverage", "Coverage"), countCol("n", "Postings"), shareCol("accuracy", "Agree"), shareCol("low", "Low"), shareCol("high", "High"), shareCol("least", "Least probability")},
		Notes:   []string{testimonyNote, wilsonNote},
	}
	last := 0
	for step := 1; step <= steps && len(p) > 0; step++ {
		n := int(math.Ceil(float64(step) / steps * float64(len(p))))
		for n < len(p) && sure(order[n]) == sure(order[n-1]) {
			n++
		}
		if n == last {
			continue
		}
		last = n
		right := 0
		for _, i := range order[:n] {
			if (p[i] > .5) == higher[i] {
				right++
			}
		}
		row := append([]table.Cell{table.Float(float64(n) / float64(len(p))), table.Int(n)}, shareCells(right, n)...)
		t.Rows = append(t.Rows, append(row, table.Float(.5+sure(order[n-1]))))
	}
	return t, nil
}
