package stats

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
			if got := Rank(c.p).AUC(y, nil); got != c.want && !(math.IsNaN(got) && math.IsNaN(c.want)) {
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
		if a, b := Rank(p).AUC(y, nil), Rank(other).AUC(y, nil); a != b {
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
		if a, b := Rank(p).AUC(y, nil), Rank(p).AUC(swapped, nil); math.Abs(a+b-1) > 1e-12 {
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
		if a, b := Rank(p).AUC(y, weight), Rank(rp).AUC(ry, nil); math.Abs(a-b) > 1e-12 {
			t.Fatalf("weighted %v, repeated %v", a, b)
		}
	})
}

func TestTheBootstrapRepeatsItself(t *testing.T) {
	p := []float64{.1, .4, .35, .8, .7, .2, .9, .5}
	y := []bool{false, false, true, true, false, false, true, true}
	r := Rank(p)
	auc := func(w []float64) float64 { return r.AUC(y, w) }
	low, high := Bootstrap(y, 500, 7, auc)
	low2, high2 := Bootstrap(y, 500, 7, auc)
	if low != low2 || high != high2 {
		t.Errorf("one seed gave %v to %v, then %v to %v", low, high, low2, high2)
	}
	if got := r.AUC(y, nil); !(low <= got && got <= high) {
		t.Errorf("%v to %v leaves out the AUC %v itself", low, high, got)
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

func TestReliabilityPutsEveryRowInOneBin(t *testing.T) {
	table := Reliability([]float64{0, 0.1, 0.19, 0.95, 1}, []bool{false, true, false, true, true}, 10)
	for b, want := range []int{1, 2, 0, 0, 0, 0, 0, 0, 0, 2} {
		if table[b].N != want {
			t.Errorf("bin from %v holds %d, want %d", table[b].Low, table[b].N, want)
		}
	}
	if got := table[1].Was(); got != 0.5 {
		t.Errorf("the second bin's share is %v, want 0.5", got)
	}
	if got := table[5].Said; !math.IsNaN(got) {
		t.Errorf("an empty bin says %v", got)
	}
}

func BenchmarkBootstrap(b *testing.B) {
	p, y := make([]float64, 300), make([]bool, 300)
	for i := range p {
		p[i], y[i] = float64(i*37%301), i%4 == 0
	}
	r := Rank(p)
	for b.Loop() {
		Bootstrap(y, 2000, 1, func(w []float64) float64 { return r.AUC(y, w) })
	}
}

func TestSpearmanIsThatOfScipy(t *testing.T) {
	// scipy.stats.spearmanr
	same(t, "Spearman with ties", Spearman([]float64{1, 2, 2, 3, 5, 4}, []float64{2, 1, 4, 4, 6, 5}), 0.8676470588235294)
	same(t, "Spearman reversed", Spearman([]float64{1, 2, 3}, []float64{3, 2, 1}), -1)
	if !math.IsNaN(Spearman([]float64{1, 1}, []float64{1, 2})) {
		t.Error("the correlation with a constant is a number")
	}
}
