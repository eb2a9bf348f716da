package eval

import (
	"encoding/json"
	"math"
	"os"
	"slices"
	"testing"

	"rung/corpus"
)

func near(t *testing.T, what string, got, want, within float64) {
	t.Helper()
	if !(math.Abs(got-want) <= within) {
		t.Errorf("%s = %.12f, want %.12f", what, got, want)
	}
}

func TestFiguresAreThoseOfScikitLearnAndScipy(t *testing.T) {
	b, err := os.ReadFile("testdata/independent.json")
	if err != nil {
		t.Fatal(err)
	}
	var want struct {
		Y          []bool
		P          []float64
		AUC        float64
		Bootstrap  [2]float64
		Balanced   float64 `json:"balanced_accuracy"`
		F1         float64 `json:"macro_f1"`
		Brier, ECE float64
		Quantiles  []float64
		Tables     []struct {
			Table                  [4]int
			Fisher, Log, Low, High float64
		}
		Wilson []struct {
			K, N      int
			Low, High float64
		}
		TFIDF struct {
			Texts, New []string
			VP         []bool
			LogOdds    []float64 `json:"log_odds"`
		}
	}
	if err := json.Unmarshal(b, &want); err != nil {
		t.Fatal(err)
	}
	const exact = 1e-9
	counts := Count(want.P, want.Y)
	near(t, "AUC", AUC(want.P, want.Y), want.AUC, exact)
	near(t, "balanced accuracy", counts.BalancedAccuracy(), want.Balanced, exact)
	near(t, "macro F1", counts.MacroF1(), want.F1, exact)
	near(t, "Brier", Brier(want.P, want.Y), want.Brier, exact)
	near(t, "ECE", ECE(Reliability(want.P, want.Y, 10)), want.ECE, exact)
	sorted := slices.Sorted(slices.Values(want.P))
	for i, q := range []float64{0.025, 0.5, 0.975} {
		near(t, "quantile", quantile(sorted, q), want.Quantiles[i], exact)
	}
	for _, w := range want.Tables {
		c := w.Table
		near(t, "Fisher", Fisher(c[0], c[1], c[2], c[3]), w.Fisher, exact)
		log, low, high := OddsRatio(c[0], c[1], c[2], c[3])
		near(t, "log odds ratio", log, w.Log, exact)
		near(t, "its lower end", low, w.Low, exact)
		near(t, "its upper end", high, w.High, exact)
	}
	for _, w := range want.Wilson {
		low, high := Wilson(w.K, w.N)
		near(t, "Wilson's lower end", low, w.Low, exact)
		near(t, "Wilson's upper end", high, w.High, exact)
	}

	r := rank(want.P)
	low, high := Bootstrap(want.Y, 20000, 1, func(w []float64) float64 { return r.auc(want.Y, w) })
	near(t, "the AUC's lower end", low, want.Bootstrap[0], 0.005)
	near(t, "the AUC's upper end", high, want.Bootstrap[1], 0.005)

	var train []Example
	for i, s := range want.TFIDF.Texts {
		label := Director
		if want.TFIDF.VP[i] {
			label = VP
		}
		train = append(train, Example{Posting: corpus.Posting{Text: s}, Label: label})
	}
	score, err := new(tfidf).train(train)
	if err != nil {
		t.Fatal(err)
	}
	for i, s := range want.TFIDF.New {
		near(t, "log-odds of "+s, score(corpus.Posting{Text: s}), want.TFIDF.LogOdds[i], exact)
	}
}
