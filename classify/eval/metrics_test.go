package eval

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestAUC(t *testing.T) {
	for _, c := range []struct {
		name string
		p    []float64
		y    string // v a VP's, d a Director's
		want float64
	}{
		{"every VP above every Director", []float64{.1, .2, .8, .9}, "ddvv", 1},
		{"the other way round", []float64{.1, .2, .8, .9}, "vvdd", 0},
		{"all tied", []float64{.5, .5, .5}, "dvd", 0.5},
		{"a tie counts half", []float64{.3, .3, .9}, "dvv", 0.75},
		{"two ties across the classes", []float64{.2, .2, .7, .7}, "dvdv", 0.5},
		{"one class alone has none", []float64{.2, .9}, "vv", math.NaN()},
		{"no rows have none", nil, "", math.NaN()},
	} {
		t.Run(c.name, func(t *testing.T) {
			y := make([]bool, len(c.y))
			for i := range c.y {
				y[i] = c.y[i] == 'v'
			}
			if got := AUC(c.p, y); got != c.want && !(math.IsNaN(got) && math.IsNaN(c.want)) {
				t.Errorf("AUC = %v, want %v", got, c.want)
			}
		})
	}
}

// rows draws scores with many ties, and labels.
func rows(t *rapid.T) (p []float64, y []bool) {
	n := rapid.IntRange(2, 40).Draw(t, "n")
	for range n {
		p = append(p, float64(rapid.IntRange(0, 12).Draw(t, "p"))/12)
		y = append(y, rapid.Bool().Draw(t, "vp"))
	}
	y[0], y[1] = true, false
	return p, y
}

func TestAUCIsThatOfTheOrderAlone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, y := rows(t)
		other := make([]float64, len(p))
		for i := range p {
			other[i] = math.Exp(3*p[i]) - 7
		}
		if a, b := AUC(p, y), AUC(other, y); a != b {
			t.Fatalf("AUC %v became %v under a monotone map", a, b)
		}
	})
}

func TestSwappedLabelsGiveTheRestOfTheAUC(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, y := rows(t)
		swapped := make([]bool, len(y))
		for i := range y {
			swapped[i] = !y[i]
		}
		if a, b := AUC(p, y), AUC(p, swapped); math.Abs(a+b-1) > 1e-12 {
			t.Fatalf("AUC %v and, labels swapped, %v do not add up to 1", a, b)
		}
	})
}

func TestAWeightIsARepeatedRow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, y := rows(t)
		weight := make([]float64, len(p))
		var rp []float64
		var ry []bool
		for i := range p {
			k := rapid.IntRange(0, 3).Draw(t, "times")
			if i < 2 {
				k++
			}
			weight[i] = float64(k)
			for range k {
				rp, ry = append(rp, p[i]), append(ry, y[i])
			}
		}
		if a, b := rank(p).auc(y, weight), AUC(rp, ry); math.Abs(a-b) > 1e-12 {
			t.Fatalf("weighted %v, repeated %v", a, b)
		}
	})
}

func TestTheBootstrapRepeatsItself(t *testing.T) {
	p := []float64{.1, .4, .35, .8, .7, .2, .9, .5}
	y := []bool{false, false, true, true, false, false, true, true}
	r := rank(p)
	auc := func(w []float64) float64 { return r.auc(y, w) }
	low, high := Bootstrap(y, 500, 7, auc)
	low2, high2 := Bootstrap(y, 500, 7, auc)
	if low != low2 || high != high2 {
		t.Errorf("one seed gave %v to %v, then %v to %v", low, high, low2, high2)
	}
	if got := AUC(p, y); !(low <= got && got <= high) {
		t.Errorf("%v to %v leaves out the AUC %v itself", low, high, got)
	}
}

func TestCounts(t *testing.T) {
	p := []float64{0.9, 0.51, 0.5, 0.2, 0.1}
	y := []bool{true, false, true, false, false}
	if got, want := Count(p, y), (Counts{TrueVP: 1, FalseVP: 1, TrueDirector: 2, FalseDirector: 1}); got != want {
		t.Errorf("%+v, want %+v: 0.5 itself reads Director", got, want)
	}
	none := Counts{TrueDirector: 4}
	if got := none.MacroF1(); got != 0.5 {
		t.Errorf("macro F1 without a VP = %v, want 0.5: the F1 of a class that is not there is 0", got)
	}
	if got := none.BalancedAccuracy(); !math.IsNaN(got) {
		t.Errorf("balanced accuracy without a VP = %v, want none", got)
	}
}

func TestReliabilityPutsEveryRowInOneBin(t *testing.T) {
	table := Reliability([]float64{0, 0.1, 0.19, 0.95, 1}, []bool{false, true, false, true, true}, 10)
	for b, want := range []int{1, 2, 0, 0, 0, 0, 0, 0, 0, 2} {
		if table[b].N != want {
			t.Errorf("bin from %v holds %d, want %d", table[b].Low, table[b].N, want)
		}
	}
	if got := table[1].Was; got != 0.5 {
		t.Errorf("the second bin's share is %v, want 0.5", got)
	}
	if got := float64(table[5].Said); !math.IsNaN(got) {
		t.Errorf("an empty bin says %v", got)
	}
}

func TestTheCurveDoesNotDependOnTheOrderOfTies(t *testing.T) {
	sure := []float64{.5, .3, .3, .1}
	want := []float64{0.5, 2. / 3, 0.75, 1}
	for _, right := range [][]bool{{true, true, false, false}, {true, false, true, false}} {
		for i, p := range Curve(sure, right, 4) {
			if math.Abs(float64(p.Accuracy)-want[i]) > 1e-12 {
				t.Errorf("%v: accuracy at %v = %v, want %v", right, p.Coverage, p.Accuracy, want[i])
			}
		}
	}
}

func TestFisherDoesNotCareHowTheTableLies(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cell := rapid.IntRange(0, 30)
		a, b, c, d := cell.Draw(t, "a"), cell.Draw(t, "b"), cell.Draw(t, "c"), cell.Draw(t, "d")
		p := Fisher(a, b, c, d)
		if p < 0 || p > 1 {
			t.Fatalf("p = %v", p)
		}
		for _, q := range []float64{Fisher(c, d, a, b), Fisher(b, a, d, c), Fisher(a, c, b, d)} {
			if math.Abs(p-q) > 1e-9 {
				t.Fatalf("p = %v and, turned, %v", p, q)
			}
		}
	})
}
