package study

import (
	"cmp"
	"math"
	"slices"

	"rung/classify"
	"rung/corpus/stats"
	"rung/report/table"
)

// truth is what verdicts are compared with: the labels of the input where it has
// any, else what titles claim.
type truth struct {
	p                []float64 // probability of the higher level
	higher           []bool    // it is that
	counted          int
	what, head, note string
}

func (s *Study) truth(q Query) truth {
	g := s.everyone(q)
	t := truth{counted: g.counted, what: "what the title claims", head: "Claim higher",
		note: "The title's claim stands in for a label that nobody gave: it is testimony, and titles are inflated. Figures against careful readers are those of rung eval."}
	labelled := slices.ContainsFunc(s.all, func(o *Observation) bool { return o.Label != "" })
	if labelled {
		t.what, t.head = "the label of the input", "Labelled higher"
		t.note = "The labels are those of the input, in its key label: the figures are as good as these. Where the model learned from the same postings they flatter it; rung eval --cv measures it without that."
	}
	for _, o := range s.members(g) {
		if o.Level == classify.Neither || o.Level == classify.Unread {
			continue
		}
		lower, higher := o.Claim == classify.ClaimDirector, o.Claim == classify.ClaimVP
		if labelled {
			lower, higher = o.Label == s.opt.Levels[0], o.Label == s.opt.Levels[1]
		} else if s.opt.Levels != defaultLevels {
			continue // titles claim no other levels
		}
		if lower || higher {
			t.p, t.higher = append(t.p, o.Probability), append(t.higher, higher)
		}
	}
	return t
}

// truthNotes say what the truth is, and at which odds probabilities are.
func (s *Study) truthNotes(t truth) []string {
	notes := []string{t.note}
	if odds := s.Odds(); odds != "" {
		notes = append(notes, odds+" Where another share of the postings is of the higher level, the observed shares lie off the stated ones.")
	}
	return append(notes, wilsonNote)
}

// bins of the calibration table.
const bins = 10

func (s *Study) calibrationTable(q Query) (*table.Table, error) {
	truth := s.truth(q)
	t := &table.Table{
		Caption: "Postings by the probability of the higher level that the model gives, and the share of which it is " + truth.what + ". Missing are postings of which that is neither level, and those that read neither or are unread." + s.leftOut(q, nil),
		N:       truth.counted, Missing: truth.counted - len(truth.p),
		Columns: []table.Column{shareCol("bin_low", "From"), shareCol("bin_high", "To"), countCol("n", "Postings"), shareCol("mean_probability", "Mean probability"), shareCol("observed", truth.head), shareCol("low", "Low"), shareCol("high", "High")},
		Notes:   s.truthNotes(truth),
	}
	for _, b := range stats.Reliability(truth.p, truth.higher, bins) {
		row := []table.Cell{table.Float(b.Low), table.Float(b.High), table.Int(b.N), table.Float(b.Said)}
		t.Rows = append(t.Rows, append(row, shareCells(b.Ones, b.N)...))
	}
	return t, nil
}

// steps of the coverage table.
const steps = 20

func (s *Study) coverageTable(q Query) (*table.Table, error) {
	truth := s.truth(q)
	p, higher := truth.p, truth.higher
	order := make([]int, len(p))
	for i := range order {
		order[i] = i
	}
	sure := func(i int) float64 { return math.Abs(p[i] - .5) }
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(sure(b), sure(a)) })
	t := &table.Table{
		Caption: "How often the likelier level is " + truth.what + ", among the surest postings. Where several are equally sure, all of them are counted. Missing are postings of which that is neither level, and those that read neither or are unread." + s.leftOut(q, nil),
		N:       truth.counted, Missing: truth.counted - len(p),
		Columns: []table.Column{shareCol("coverage", "Coverage"), countCol("n", "Postings"), shareCol("accuracy", "Agree"), shareCol("low", "Low"), shareCol("high", "High"), shareCol("least", "Least probability")},
		Notes:   s.truthNotes(truth),
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
