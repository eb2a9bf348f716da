package learn

import (
	"math"
	"math/rand/v2"
	"testing"
)

func TestTheMaximumIsWhereTheGradientVanishes(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	const features = 40
	p := prior{make([]float64, features), make([]float64, features)}
	for j := range features {
		p.mean[j] = r.NormFloat64()
		p.deviation[j] = float64(j%4) / 2 // some weights stay at their mean
	}
	var examples []example
	for range 60 {
		var x sparse
		for j := range features {
			if r.Float64() < 0.3 {
				x = append(x, entry{int32(j), r.NormFloat64()})
			}
		}
		examples = append(examples, example{x, r.Float64(), 0.5 + r.Float64()})
	}
	w := maximum(examples, p)
	for j := range features {
		if p.deviation[j] == 0 {
			if w[j] != p.mean[j] {
				t.Errorf("weight %d has no spread and moved from %v to %v", j, p.mean[j], w[j])
			}
			continue
		}
		g := -(w[j] - p.mean[j]) / (p.deviation[j] * p.deviation[j])
		for _, e := range examples {
			for _, f := range e.x {
				if int(f.feature) == j {
					g += e.weight * (e.target - sigmoid(e.x.dot(w))) * f.value
				}
			}
		}
		if math.Abs(g) > 1e-3 {
			t.Errorf("weight %d: gradient %g, want 0", j, g)
		}
	}
}

func TestWithoutExamplesThePriorStands(t *testing.T) {
	w := maximum(nil, prior{[]float64{1, -2}, []float64{1, 3}})
	if w[0] != 1 || w[1] != -2 {
		t.Errorf("weights %v, want the prior's means 1 and -2", w)
	}
}

func TestAPriorThatIsSureAndWrongIsOvercome(t *testing.T) {
	var examples []example
	for range 1000 {
		examples = append(examples, example{sparse{{0, 1}}, 1, 1})
	}
	w := maximum(examples, prior{[]float64{-30}, []float64{5}})
	if !(w[0] > 0) || math.IsNaN(w[0]) {
		t.Errorf("weight %v after 1,000 examples for the higher level, want above 0", w[0])
	}
}

func TestRanksOfTitles(t *testing.T) {
	for title, want := range map[string]Rank{
		"CTO": Above, "Head of Engineering": Above, "Chief Technology Officer (remote)": Above, "Head of Data": Above,
		"Engineering Manager, Payments": Below, "Staff Software Engineer": Below, "Tech Lead": Below, "Senior Manager, Engineering": Below,
		"Director of Engineering": NoRank, "VP Engineering": NoRank, "Vice President, Head of Engineering": NoRank, "Software Engineer": NoRank, "": NoRank,
		"Executive Assistant to the CTO": Below,
	} {
		if got := RankOf(title); got != want {
			t.Errorf("RankOf(%q) = %d, want %d", title, got, want)
		}
	}
}
