package eval

import (
	"encoding/json"
	"math"
	"os"
	"testing"

	"rung/corpus"
)

func near(t *testing.T, what string, got, want, within float64) {
	t.Helper()
	if !(math.Abs(got-want) <= within) {
		t.Errorf("%s = %.12f, want %.12f", what, got, want)
	}
}

func TestFiguresAreThoseOfScikitLearn(t *testing.T) {
	b, err := os.ReadFile("testdata/independent.json")
	if err != nil {
		t.Fatal(err)
	}
	var want struct {
		Y        []bool
		P        []float64
		Balanced float64 `json:"balanced_accuracy"`
		F1       float64 `json:"macro_f1"`
		TFIDF    struct {
			Texts, New []string
			VP         []bool
			LogOdds    []float64 `json:"log_odds"`
		}
	}
	if err := json.Unmarshal(b, &want); err != nil {
		t.Fatal(err)
	}
	const exact = 1e-9
	counts := force(want.P, want.Y)
	near(t, "balanced accuracy", counts.balancedAccuracy(), want.Balanced, exact)
	near(t, "macro F1", counts.macroF1(), want.F1, exact)
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
