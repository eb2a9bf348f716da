package stats

import (
	"math"
	"math/rand/v2"
	"testing"
)

func TestTheMaximumIsWhereTheGradientVanishes(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	const features = 40
	p := Prior{make([]float64, features), make([]float64, features)}
	for j := range features {
		p.Mean[j] = r.NormFloat64()
		p.Deviation[j] = float64(j%4) / 2 // some weights stay at their mean
		if j%8 == 7 {
			p.Deviation[j] = math.Inf(1)
		}
	}
	var examples []Example
	for range 60 {
		var x Sparse
		for j := range features {
			if r.Float64() < 0.3 {
				x = append(x, Feature{int32(j), r.NormFloat64()})
			}
		}
		examples = append(examples, Example{x, r.Float64(), 0.5 + r.Float64()})
	}
	for exact, within := range map[bool]float64{false: 1e-3, true: 1e-8} {
		w := Logistic(examples, p, exact)
		for j := range features {
			if p.Deviation[j] == 0 {
				if w[j] != p.Mean[j] {
					t.Errorf("weight %d has no spread and moved from %v to %v", j, p.Mean[j], w[j])
				}
				continue
			}
			g := -(w[j] - p.Mean[j]) / (p.Deviation[j] * p.Deviation[j])
			for _, e := range examples {
				for _, f := range e.X {
					if int(f.At) == j {
						g += e.Weight * (e.Target - Sigmoid(e.X.Dot(w))) * f.Value
					}
				}
			}
			if math.Abs(g) > within {
				t.Errorf("exactly %v: weight %d: gradient %g, want 0", exact, j, g)
			}
		}
	}
}

func TestWithoutExamplesThePriorStands(t *testing.T) {
	w := Logistic(nil, Prior{[]float64{1, -2}, []float64{1, 3}}, false)
	if w[0] != 1 || w[1] != -2 {
		t.Errorf("weights %v, want the prior's means 1 and -2", w)
	}
}

func TestAPriorThatIsSureAndWrongIsOvercome(t *testing.T) {
	var examples []Example
	for range 1000 {
		examples = append(examples, Example{Sparse{{0, 1}}, 1, 1})
	}
	w := Logistic(examples, Prior{[]float64{-30}, []float64{5}}, false)
	if !(w[0] > 0) || math.IsNaN(w[0]) {
		t.Errorf("weight %v after 1,000 examples for the higher level, want above 0", w[0])
	}
}
