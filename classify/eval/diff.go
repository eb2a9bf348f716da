package eval

import (
	"cmp"
	"encoding/csv"
	"fmt"
	"io"
	"maps"
	"math"
	"slices"
	"strings"

	"rung/classify"
	"rung/corpus"
)

// Diff is what a retraining changed.
type Diff struct {
	A       string       `json:"a"` // the models, as name@hash
	B       string       `json:"b"`
	Weights []WeightDiff `json:"weights"` // largest change first
	Flips   []Flip       `json:"flips"`   // postings that read as another level, in the order of the gold
	Same    int          `json:"same"`    // postings that read as the same level
}

// WeightDiff is a rule or term whose weight differs by 0.0001 or more.
type WeightDiff struct {
	Name string  `json:"name"` // as in reasons
	A    float64 `json:"a"`    // natural log-odds; 0 where the model does not have it
	B    float64 `json:"b"`
}

// Flip is a posting that two models read as different levels.
type Flip struct {
	ID    corpus.ID      `json:"id"`
	Label Label          `json:"label"`
	A     classify.Level `json:"a"`
	B     classify.Level `json:"b"`
	PA    float64        `json:"p_a"` // calibrated P(VP)
	PB    float64        `json:"p_b"`
}

// DiffModels compares two classifiers, and what they say of the gold, if any.
func DiffModels(a, b *classify.Classifier, gold []Example) Diff {
	d := Diff{A: a.Model().String(), B: b.Model().String(), Weights: []WeightDiff{}, Flips: []Flip{}}
	weights := map[string]*WeightDiff{}
	collect := func(m *classify.Model, set func(*WeightDiff, float64)) {
		add := func(name string, w float64) {
			if weights[name] == nil {
				weights[name] = &WeightDiff{Name: name}
			}
			set(weights[name], w)
		}
		for _, r := range m.Rules {
			add(r.Name, r.Level)
		}
		for _, t := range m.Terms {
			add("term:"+strings.ReplaceAll(t.Term, " ", "_"), t.Level)
		}
	}
	collect(a.Model(), func(w *WeightDiff, x float64) { w.A = x })
	collect(b.Model(), func(w *WeightDiff, x float64) { w.B = x })
	for _, name := range slices.Sorted(maps.Keys(weights)) {
		if w := weights[name]; math.Abs(w.A-w.B) >= 1e-4 {
			d.Weights = append(d.Weights, *w)
		}
	}
	slices.SortStableFunc(d.Weights, func(x, y WeightDiff) int {
		return cmp.Compare(math.Abs(y.A-y.B), math.Abs(x.A-x.B))
	})
	va, vb := classifyAll(a, gold), classifyAll(b, gold)
	for i := range gold {
		if va[i].Level == vb[i].Level {
			d.Same++
			continue
		}
		d.Flips = append(d.Flips, Flip{gold[i].ID, gold[i].Label, va[i].Level, vb[i].Level, va[i].Probability, vb[i].Probability})
	}
	return d
}

// diffShown is how many weights the text lists; JSON and CSV hold all.
const diffShown = 40

// WriteText writes the largest changes of weight and every flip.
func (d Diff) WriteText(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "a %s\nb %s\n%d weights differ, %d postings read as another level, %d as the same\n", d.A, d.B, len(d.Weights), len(d.Flips), d.Same)
	rows := [][]string{{"rule or term", "a", "b", "change"}}
	for _, x := range d.Weights[:min(len(d.Weights), diffShown)] {
		rows = append(rows, []string{x.Name, fmt.Sprintf("%+.4f", x.A), fmt.Sprintf("%+.4f", x.B), fmt.Sprintf("%+.4f", x.B-x.A)})
	}
	section(&b, "largest changes of weight", rows)
	rows = [][]string{{"posting", "label", "a", "p", "b", "p"}}
	for _, f := range d.Flips {
		rows = append(rows, []string{string(f.ID), f.Label.String(), f.A.String(), fmt.Sprintf("%.2f", f.PA), f.B.String(), fmt.Sprintf("%.2f", f.PB)})
	}
	section(&b, "postings that read as another level", rows)
	_, err := io.WriteString(w, b.String())
	return err
}

// WriteCSV writes one record a weight and a flip; the first column says which.
func (d Diff) WriteCSV(w io.Writer) error {
	rows := [][]string{{"kind", "name", "label", "a", "b", "p_a", "p_b"}}
	for _, x := range d.Weights {
		rows = append(rows, []string{"weight", x.Name, "", number(x.A), number(x.B), "", ""})
	}
	for _, f := range d.Flips {
		rows = append(rows, []string{"flip", string(f.ID), f.Label.String(), f.A.String(), f.B.String(), number(f.PA), number(f.PB)})
	}
	return csv.NewWriter(w).WriteAll(rows)
}
