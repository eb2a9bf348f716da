package classify

import (
	"math"
	"testing"
)

func TestAPriorMovesTheOddsAndNothingElse(t *testing.T) {
	even := Default()
	logit := func(p float64) float64 { return math.Log(p / (1 - p)) }
	for name, p := range shipped(t) {
		was := even.Classify(p)
		if was.PriorVP != 0.5 {
			t.Errorf("%s: the prior is %v, want 0.5 where none is asked for", name, was.PriorVP)
		}
		last := 0.0
		for _, share := range []float64{0.01, 0.2, 0.5, 0.8, 0.99} {
			v := even.AtPrior(share).Classify(p)
			if v.PriorVP != share || v.LogOdds != was.LogOdds || v.Gate != was.Gate || len(v.Reasons) != len(was.Reasons) {
				t.Errorf("%s at %v: prior %v, log-odds %v (at even odds %v)", name, share, v.PriorVP, v.LogOdds, was.LogOdds)
			}
			if moved := logit(v.Probability) - logit(was.Probability); math.Abs(moved-logit(share)) > 1e-6 {
				t.Errorf("%s at %v: the odds moved by %v, want %v", name, share, moved, logit(share))
			}
			if v.Probability < last {
				t.Errorf("%s: less probable at the prior %v than at a smaller one", name, share)
			}
			last = v.Probability
			if want := even.Model().Without(&v, 0); v.Level != want {
				t.Errorf("%s at %v: reads %v, want %v of that probability", name, share, v.Level, want)
			}
		}
		if again := even.Classify(p); again.Probability != was.Probability || again.PriorVP != 0.5 {
			t.Errorf("%s: asking for another prior changed the classifier", name)
		}
	}
}

func TestEvenOddsAreThoseOfTheModel(t *testing.T) {
	c := Default()
	for name, p := range shipped(t) {
		if v := c.AtPrior(0.5).Classify(p); v.Probability != c.Model().Probability(v.LogOdds) {
			t.Errorf("%s: %v, the model says %v", name, v.Probability, c.Model().Probability(v.LogOdds))
		}
	}
}
