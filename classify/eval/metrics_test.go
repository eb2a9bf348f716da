package eval

import (
	"math"
	"testing"
)

func TestCounts(t *testing.T) {
	p := []float64{0.9, 0.51, 0.5, 0.2, 0.1}
	y := []bool{true, false, true, false, false}
	if got, want := force(p, y), (forced{TrueVP: 1, FalseVP: 1, TrueDirector: 2, FalseDirector: 1}); got != want {
		t.Errorf("%+v, want %+v: 0.5 itself reads Director", got, want)
	}
	none := forced{TrueDirector: 4}
	if got := none.macroF1(); got != 0.5 {
		t.Errorf("macro F1 without a VP = %v, want 0.5: the F1 of a class that is not there is 0", got)
	}
	if got := none.balancedAccuracy(); !math.IsNaN(got) {
		t.Errorf("balanced accuracy without a VP = %v, want none", got)
	}
}

func TestTheCurveDoesNotDependOnTheOrderOfTies(t *testing.T) {
	sure := []float64{.5, .3, .3, .1}
	want := []float64{0.5, 2. / 3, 0.75, 1}
	for _, right := range [][]bool{{true, true, false, false}, {true, false, true, false}} {
		for i, p := range curve(sure, right, 4) {
			if math.Abs(float64(p.Accuracy)-want[i]) > 1e-12 {
				t.Errorf("%v: accuracy at %v = %v, want %v", right, p.Coverage, p.Accuracy, want[i])
			}
		}
	}
}
