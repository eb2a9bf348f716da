package stats

import (
	"encoding/json"
	"math"
	"os"
	"testing"

	"pgregory.net/rapid"
)

// expected is what other programs computed; see testdata/README.md.
type expected struct {
	Wilson []struct {
		K, N      int
		Low, High float64
	}
	Quantile []struct {
		X        []float64
		Q, Value float64
	}
	Bootstrap struct {
		X                   []float64
		Resamples           int
		Draws               []int
		Mean, SE, Low, High float64
	}
	Clusters struct {
		Sums                []float64
		Sizes, Draws        []int
		Resamples           int
		Mean, SE, Low, High float64
	}
	DesignEffect []struct {
		Ones, Sizes []int
		Value       float64
	} `json:"design_effect"`
	AlphaInterval struct {
		Units         [][]int
		Draws         []int
		Resamples     int
		SE, Low, High float64
	} `json:"alpha_interval"`
	Kappa []struct {
		Table     [][]int
		Weights   string
		Kappa, SE float64
	}
	Krippendorff []struct {
		Units  [][]int
		Method string
		Alpha  float64
	}
	Effect []struct {
		A, B      []float64
		G         float64
		GSE       float64 `json:"g_se"`
		GLow      float64 `json:"g_low"`
		GHigh     float64 `json:"g_high"`
		Delta     float64
		DeltaSE   float64 `json:"delta_se"`
		DeltaLow  float64 `json:"delta_low"`
		DeltaHigh float64 `json:"delta_high"`
	}
	Scores struct {
		Y               []bool
		P, Bootstrap    []float64
		AUC, Brier, ECE float64
	}
	Tables []struct {
		Table                  [4]int
		Fisher, Log, Low, High float64
	}
	LogOdds []struct {
		A, N, B, M, Alpha, Prior float64
		Value, Z, P              float64
	} `json:"log_odds"`
	Q          []struct{ P, Q []float64 }
	Dispersion []struct {
		Counts, Sizes []int
		DPnorm        float64
	}
}

func read(t *testing.T) (e expected) {
	t.Helper()
	b, err := os.ReadFile("testdata/expected.json")
	if err == nil {
		err = json.Unmarshal(b, &e)
	}
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// single are clusters of one value each.
func single(x []float64) []Part {
	var parts []Part
	for _, v := range x {
		parts = append(parts, Part{v, 1})
	}
	return parts
}

// same demands agreement to one in a million.
func same(t *testing.T, what string, got, want float64) {
	t.Helper()
	if !(math.Abs(got-want) <= 1e-6) {
		t.Errorf("%s is %v, want %v", what, got, want)
	}
}

func TestFiguresAreThoseOfOtherPrograms(t *testing.T) {
	e := read(t)
	if len(e.Wilson) == 0 || len(e.DesignEffect) == 0 || len(e.Quantile) == 0 || len(e.Kappa) == 0 || len(e.Krippendorff) == 0 || len(e.Effect) == 0 || len(e.LogOdds) == 0 || len(e.Q) == 0 || len(e.Scores.P) == 0 || len(e.Tables) == 0 || len(e.Dispersion) == 0 {
		t.Fatal("expected.json lacks a statistic")
	}
	for _, c := range e.Wilson {
		got := Wilson(c.K, c.N)
		same(t, "Wilson's lower bound", got.Low, c.Low)
		same(t, "Wilson's upper bound", got.High, c.High)
		same(t, "the share", got.Value, float64(c.K)/float64(c.N))
	}
	for _, c := range e.Quantile {
		same(t, "a quantile", Quantile(c.X, c.Q), c.Value)
	}
	replay := func(draws []int) func(int) int {
		at := 0
		return func(int) int { at++; return draws[at-1] }
	}
	boot := bootstrapMean(single(e.Bootstrap.X), e.Bootstrap.Resamples, replay(e.Bootstrap.Draws))
	same(t, "the mean", boot.Value, e.Bootstrap.Mean)
	same(t, "the bootstrap's standard error", boot.SE, e.Bootstrap.SE)
	same(t, "the bootstrap's lower bound", boot.Low, e.Bootstrap.Low)
	same(t, "the bootstrap's upper bound", boot.High, e.Bootstrap.High)
	var parts []Part
	for i, sum := range e.Clusters.Sums {
		parts = append(parts, Part{sum, e.Clusters.Sizes[i]})
	}
	boot = bootstrapMean(parts, e.Clusters.Resamples, replay(e.Clusters.Draws))
	same(t, "the mean of clusters", boot.Value, e.Clusters.Mean)
	same(t, "its standard error", boot.SE, e.Clusters.SE)
	same(t, "its lower bound", boot.Low, e.Clusters.Low)
	same(t, "its upper bound", boot.High, e.Clusters.High)
	for _, c := range e.DesignEffect {
		parts = nil
		for i, n := range c.Ones {
			parts = append(parts, Part{float64(n), c.Sizes[i]})
		}
		same(t, "the design effect", DesignEffect(parts), c.Value)
	}
	alpha := krippendorffInterval(e.AlphaInterval.Units, false, e.AlphaInterval.Resamples, replay(e.AlphaInterval.Draws))
	same(t, "alpha's standard error", alpha.SE, e.AlphaInterval.SE)
	same(t, "alpha's lower bound", alpha.Low, e.AlphaInterval.Low)
	same(t, "alpha's upper bound", alpha.High, e.AlphaInterval.High)
	weights := map[string]Weighting{"nominal": Nominal, "linear": Linear, "quadratic": Quadratic}
	for _, c := range e.Kappa {
		got := Kappa(c.Table, weights[c.Weights])
		same(t, c.Weights+" kappa", got.Value, c.Kappa)
		same(t, c.Weights+" kappa's standard error", got.SE, c.SE)
	}
	for _, c := range e.Krippendorff {
		got, _ := Krippendorff(c.Units, c.Method == "ordinal")
		same(t, c.Method+" alpha", got, c.Alpha)
	}
	for _, c := range e.Effect {
		g, d := Hedges(c.A, c.B), Cliff(c.A, c.B)
		same(t, "Hedges' g", g.Value, c.G)
		same(t, "g's standard error", g.SE, c.GSE)
		same(t, "g's lower bound", g.Low, c.GLow)
		same(t, "g's upper bound", g.High, c.GHigh)
		same(t, "Cliff's delta", d.Value, c.Delta)
		same(t, "delta's standard error", d.SE, c.DeltaSE)
		same(t, "delta's lower bound", d.Low, c.DeltaLow)
		same(t, "delta's upper bound", d.High, c.DeltaHigh)
	}
	scores, ranking := e.Scores, Rank(e.Scores.P)
	same(t, "the AUC", ranking.AUC(scores.Y, nil), scores.AUC)
	same(t, "the Brier score", Brier(scores.P, scores.Y), scores.Brier)
	same(t, "the calibration error", ECE(Reliability(scores.P, scores.Y, 10)), scores.ECE)
	for _, c := range e.Tables {
		x := c.Table
		got := OddsRatio(x[0], x[1], x[2], x[3])
		same(t, "Fisher's p", Fisher(x[0], x[1], x[2], x[3]), c.Fisher)
		same(t, "the log odds ratio", got.Value, c.Log)
		same(t, "its lower bound", got.Low, c.Low)
		same(t, "its upper bound", got.High, c.High)
	}
	low, high := Bootstrap(scores.Y, 20000, 1, func(w []float64) float64 { return ranking.AUC(scores.Y, w) })
	if math.Abs(low-scores.Bootstrap[0]) > .005 || math.Abs(high-scores.Bootstrap[1]) > .005 { // other draws than numpy's
		t.Errorf("the AUC's interval is %v to %v, want %v", low, high, scores.Bootstrap)
	}
	for _, c := range e.LogOdds {
		got := LogOdds(c.A, c.N, c.B, c.M, c.Alpha, c.Prior)
		same(t, "the log-odds", got.Value, c.Value)
		same(t, "their z", got.Value/got.SE, c.Z)
		same(t, "their p", TwoSided(got.Value/got.SE), c.P)
	}
	for _, c := range e.Q {
		for i, q := range BenjaminiHochberg(c.P) {
			same(t, "q", q, c.Q[i])
		}
	}
	for _, c := range e.Dispersion {
		same(t, "DPnorm", Dispersion(c.Counts, c.Sizes), c.DPnorm)
	}
}

// TestPublishedAlpha is the worked example of Krippendorff 2011: .743 nominal
// and .815 ordinal.
func TestPublishedAlpha(t *testing.T) {
	units := read(t).Krippendorff[0].Units
	for _, c := range []struct {
		ordinal bool
		want    float64
	}{{false, .743}, {true, .815}} {
		if got, n := Krippendorff(units, c.ordinal); math.Round(got*1000)/1000 != c.want || n != 40 {
			t.Errorf("ordinal %v: alpha %.4f of %d judgements, want %v of 40", c.ordinal, got, n, c.want)
		}
	}
}

func TestLogOddsByHand(t *testing.T) {
	// Monroe, Colaresi and Quinn, equations 15, 16 and 22, with y = (3, 1), n = 100, alpha = 2 of 50.
	got, want := LogOdds(3, 100, 1, 100, 2, 50), math.Log(5.0/145)-math.Log(3.0/147)
	same(t, "the log-odds", got.Value, want)
	same(t, "their standard error", got.SE, math.Sqrt(1.0/5+1.0/3))
}

func TestWhatTheDataDoNotDetermineIsNaN(t *testing.T) {
	alpha, _ := Krippendorff([][]int{{0, 0}, {0, Absent}}, false)
	for what, v := range map[string]float64{
		"a share of nothing":           Wilson(0, 0).Value,
		"a quantile of nothing":        Quantile(nil, .5),
		"an interval of one value":     BootstrapMean(single([]float64{3}), 100, 1).Low,
		"the interval of one unit":     KrippendorffInterval([][]int{{0, 1}}, false, 100, 1).Low,
		"the design of one cluster":    DesignEffect([]Part{{1, 2}}),
		"the design of equals":         DesignEffect([]Part{{1, 1}, {2, 2}}),
		"a mean of nothing":            BootstrapMean(nil, 100, 1).Value,
		"kappa of nothing":             Kappa([][]int{{0, 0}, {0, 0}}, Nominal).Value,
		"kappa of one category":        Kappa([][]int{{4, 0}, {0, 0}}, Linear).Value,
		"alpha of one category":        alpha,
		"g of constants":               Hedges([]float64{1, 1}, []float64{1, 1}).Value,
		"g of one value":               Hedges([]float64{1}, []float64{1, 2}).Value,
		"delta of one value":           Cliff([]float64{1}, []float64{1, 2}).Value,
		"an interval of delta 1":       Cliff([]float64{5, 6}, []float64{1, 2}).Low,
		"the dispersion of no term":    Dispersion([]int{0, 0}, []int{5, 5}),
		"the dispersion over one part": Dispersion([]int{3}, []int{5}),
		"the variance of one":          Variance([]float64{2}),
	} {
		if !math.IsNaN(v) {
			t.Errorf("%s is %v, want NaN", what, v)
		}
	}
}

// TestSeed: one seed, one interval; another seed, another, but not far off.
func TestSeed(t *testing.T) {
	x := make([]float64, 60)
	for i := range x {
		x[i] = float64(i % 13)
	}
	a, b, c := BootstrapMean(single(x), 2000, 7), BootstrapMean(single(x), 2000, 7), BootstrapMean(single(x), 2000, 8)
	if a != b {
		t.Errorf("one seed gives %v and %v", a, b)
	}
	if a == c || math.Abs(a.Low-c.Low) > .2 || math.Abs(a.High-c.High) > .2 {
		t.Errorf("two seeds give %v and %v", a, c)
	}
}

func TestBoundsHold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 500).Draw(t, "n")
		k := rapid.IntRange(0, n).Draw(t, "k")
		if w := Wilson(k, n); w.Low < 0 || w.High > 1 || w.Low > w.Value || w.High < w.Value {
			t.Fatalf("Wilson(%d, %d) = %+v", k, n, w)
		}
		p := rapid.SliceOfN(rapid.Float64Range(0, 1), 1, 40).Draw(t, "p")
		for i, q := range BenjaminiHochberg(p) {
			if q < p[i] || q > 1 {
				t.Fatalf("q %v of p %v", q, p[i])
			}
		}
		a, b := rapid.SliceOfN(rapid.Float64Range(-9, 9), 2, 20).Draw(t, "a"), rapid.SliceOfN(rapid.Float64Range(-9, 9), 2, 20).Draw(t, "b")
		if d, e := Cliff(a, b), Cliff(b, a); math.Abs(d.Value+e.Value) > 1e-12 || d.Low > d.Value+1e-12 || d.High < d.Value-1e-12 {
			t.Fatalf("Cliff %+v and %+v the other way", d, e)
		}
	})
}
