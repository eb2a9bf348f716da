package eval

import (
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rung/classify"
	"rung/classify/signal"
	"rung/corpus"
)

var update = flag.Bool("update", false, "write the golden files anew")

// told is a classifier that answers by id.
func told(verdicts map[corpus.ID]classify.Verdict) Classifier {
	return classifyFunc(func(p corpus.Posting) classify.Verdict {
		v := verdicts[p.ID]
		v.ID, v.Model = p.ID, "told@1"
		return v
	})
}

func logit(p float64) float64 { return math.Log(p / (1 - p)) }

// panel is ten labelled rows and what was said of them.
func panel() ([]Example, Classifier) {
	var gold []Example
	verdicts := map[corpus.ID]classify.Verdict{}
	for i, r := range []struct {
		label Label
		bank  bool
		level classify.Level
		p     float64
	}{
		{VP, false, classify.VP, 0.9},
		{VP, false, classify.Unsure, 0.6},
		{VP, false, classify.Director, 0.2},
		{Director, false, classify.Director, 0.1},
		{Director, false, classify.Director, 0.3},
		{Director, false, classify.Neither, 0.55},
		{Other, false, classify.Neither, 0.4},
		{Other, false, classify.VP, 0.95},
		{VP, true, classify.VP, 0.72},
		{VP, true, classify.Director, 0.8},
	} {
		e := example(fmt.Sprint("row", i), fmt.Sprintf("company %d x", i), fmt.Sprint("Text ", i), r.label)
		e.BankVP, e.Repo = r.bank, fmt.Sprint("source ", i/4)
		gold = append(gold, e)
		verdicts[e.ID] = classify.Verdict{Level: r.level, Probability: r.p, LogOdds: logit(r.p)}
	}
	return gold, told(verdicts)
}

func leader(id corpus.ID, vp float64) Reading {
	return Reading{ID: id, Kind: KindEngLeader, Up: 0.9, VP: vp, Facts: &[signal.NumFacts]uint8{signal.FactScope: 4}}
}

func TestEvaluate(t *testing.T) {
	gold, c := panel()
	r := Evaluate(c, gold, Options{Gold: "panel", SkipBaselines: true, Resamples: 200,
		Readings: []Reading{leader("row0", 0.1), leader("row3", 0.8), {ID: "row8", Kind: KindFirstLine, Up: 0.2}, leader("elsewhere", 1)}})
	for _, f := range []struct {
		name      string
		got, want float64
	}{
		{"AUC: of nine pairs seven", float64(r.AUC), 7. / 9},
		{"balanced accuracy", float64(r.BalancedAccuracy), 2. / 3},
		{"macro F1", float64(r.MacroF1), 2. / 3},
		{"coverage: four of six", float64(r.Coverage), 2. / 3},
		{"accuracy when sure: three of four", float64(r.AccuracyWhenSure), 0.75},
		{"Brier", float64(r.Brier), (.01 + .16 + .64 + .01 + .09 + .3025) / 6},
		{"other rows flagged", float64(r.Neither.Flagged), 0.5},
		{"bank's grades read as VP", r.Bank.ReadVP, 1},
		{"of those, confident", r.Bank.Confident, 1},
		{"at most", r.Bank.MaxProbability, 0.72},
		{"AUC as the readers call them", float64(r.Readers.AUC), 0},
		{"sure VPs found: the one reads director", float64(r.Readers.SureVPFound), 0},
		{"right among those read director: none of one", float64(r.Readers.DirectorRight), 0},
		{"sure Directors found: the one reads vp", float64(r.Readers.SureDirectorFound), 0},
		{"below Director, called one of the two", float64(r.Readers.BelowCalledDirectorOrVP), 1},
	} {
		near(t, f.name, f.got, f.want, 1e-12)
	}
	if r.N != 6 || r.VP != 3 || r.Readers.N != 3 || r.Readers.Leaders != 2 || r.Bank.N != 2 || r.Neither.N != 2 {
		t.Errorf("rows: %+v", r)
	}
	want := []Row{{"director", 2, 0, 0, 1}, {"vp", 1, 1, 1, 0}, {"other", 0, 1, 0, 1}, {"bank_vp", 1, 1, 0, 0}}
	if d := cmp.Diff(want, r.Matrix); d != "" {
		t.Error(d)
	}
	var ids []string
	for _, m := range r.Misses {
		ids = append(ids, string(m.ID))
	}
	if want := []string{"row2", "row5"}; !slices.Equal(ids, want) {
		t.Errorf("misses %v, want %v: the worst first", ids, want)
	}
	if len(r.BySource) != 2 || r.BySource[0].Name != "source 0" || r.BySource[0].N != 4 {
		t.Errorf("by source: %+v", r.BySource)
	}
}

func TestRunsAreAveraged(t *testing.T) {
	gold, _ := panel()
	run := func(p ...float64) []classify.Verdict {
		v := make([]classify.Verdict, len(gold))
		for i := range p {
			v[i] = classify.Verdict{Level: classify.Director, Probability: p[i], LogOdds: logit(p[i])}
			if p[i] > 0.5 {
				v[i].Level = classify.VP
			}
		}
		return v
	}
	right, wrong := run(.9, .9, .9, .1, .1, .1), run(.1, .1, .1, .6, .6, .6)
	r := Measure([][]classify.Verdict{right, wrong}, gold, Options{SkipBaselines: true, Resamples: 50})
	near(t, "AUC", float64(r.AUC), 0.5, 1e-12)
	near(t, "balanced accuracy", float64(r.BalancedAccuracy), 0.5, 1e-12)
	if r.N != 6 || r.Runs != 2 || r.Matrix[1].VP != 1.5 {
		t.Errorf("rows: %+v", r)
	}
	for _, m := range r.Misses {
		if m.Label == Director {
			t.Errorf("%s, 0.35 on the mean, is no miss", m.ID)
		}
	}
}

func TestTheChoiceIsForcedAtEvenLogOdds(t *testing.T) {
	gold, _ := panel()
	run := make([]classify.Verdict, len(gold))
	for i := range gold {
		run[i] = classify.Verdict{LogOdds: -1, Probability: 0.1}
		if gold[i].Label == VP {
			run[i] = classify.Verdict{LogOdds: 1, Probability: 0.4} // calibrated where VPs are rare
		}
	}
	r := Measure([][]classify.Verdict{run}, gold, Options{SkipBaselines: true, Resamples: 50})
	near(t, "at even log-odds", float64(r.BalancedAccuracy), 1, 1e-12)
	near(t, "at one half", float64(r.BalancedAtHalf), 0.5, 1e-12)
}

func TestTheReferenceIsComparedOnTheSameRows(t *testing.T) {
	gold, c := panel()
	coin := classifyFunc(func(p corpus.Posting) classify.Verdict {
		return classify.Verdict{Probability: 0.5, Model: "coin"}
	})
	r := Evaluate(c, gold, Options{SkipBaselines: true, Reference: coin, Resamples: 200})
	if r.Reference.Name != "coin" || r.Reference.AUC != 0.5 || r.Reference.Gain != r.AUC-0.5 {
		t.Errorf("reference: %+v", r.Reference)
	}
	same := Evaluate(c, gold, Options{SkipBaselines: true, Reference: c, Resamples: 200}).Reference
	if same.GainLow != 0 || same.GainHigh != 0 {
		t.Errorf("a classifier is ahead of itself by %v to %v", same.GainLow, same.GainHigh)
	}
}

func TestTheJSONHasTheContractsKeys(t *testing.T) {
	gold, c := panel()
	b, err := json.Marshal(Evaluate(c, gold, Options{Gold: "panel", Resamples: 20, K: 3, Shuffles: []uint64{1}}))
	if err != nil {
		t.Fatal(err)
	}
	var got struct {
		Keys      map[string]json.RawMessage
		Baselines map[string]float64
		Curve     []map[string]float64
		Misses    []map[string]any
		Neither   map[string]float64
	}
	if err := json.Unmarshal(b, &got); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, &got.Keys); err != nil {
		t.Fatal(err)
	}
	for _, key := range strings.Fields("gold n vp auc auc_low auc_high balanced_accuracy macro_f1 coverage accuracy_when_sure ece neither baselines curve misses") {
		if _, ok := got.Keys[key]; !ok {
			t.Errorf("no key %q", key)
		}
	}
	for _, name := range []string{"majority", "title_words", "length", "tfidf_lr"} {
		if _, ok := got.Baselines[name]; !ok {
			t.Errorf("no baseline %q", name)
		}
	}
	if len(got.Curve) == 0 || got.Curve[0]["coverage"] != 1 || len(got.Misses) == 0 || got.Misses[0]["label"] != "vp" || got.Neither["n"] != 2 {
		t.Errorf("curve, misses or neither: %s", b)
	}
}

func TestGoldThatTellsNothingIsMeasuredWithAWarning(t *testing.T) {
	for name, gold := range map[string][]Example{
		"no rows":        nil,
		"one row":        {example("a", "A", "Text.", VP)},
		"no such levels": {example("a", "A", "Text.", Other), example("b", "B", "More.", Other)},
	} {
		t.Run(name, func(t *testing.T) {
			_, c := panel()
			r := Evaluate(c, gold, Options{Resamples: 10})
			if len(r.Warnings) == 0 {
				t.Error("no warning")
			}
			b, err := json.Marshal(r)
			if err != nil || !strings.Contains(string(b), `"auc":null`) {
				t.Errorf("%s, %v", b, err)
			}
			if err := r.WriteText(&strings.Builder{}); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestAFewCompaniesMakeAFewFolds(t *testing.T) {
	gold, c := panel()
	for i := range gold {
		gold[i].Company = fmt.Sprintf("company %d x", i%3)
	}
	if r := Evaluate(c, gold, Options{Resamples: 10}); len(r.Warnings) > 0 || len(r.BaselineRows) != len(baselines()) {
		t.Errorf("warnings %q, %d baselines", r.Warnings, len(r.BaselineRows))
	}
}

func TestARowThatStandsTwiceIsWarnedOf(t *testing.T) {
	gold, c := panel()
	r := Evaluate(c, append(gold, gold[0]), Options{SkipBaselines: true, Resamples: 10})
	if want := []string{`id "row0" stands in the gold twice, so it counts twice`}; !slices.Equal(r.Warnings, want) {
		t.Errorf("warnings %q, want %q", r.Warnings, want)
	}
}

// golden compares got with a file of testdata, or writes it.
func golden(t *testing.T, name, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile("testdata/"+name, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), got); d != "" {
		t.Errorf("%s (-update writes it anew): %s", name, d)
	}
}

func TestWriteText(t *testing.T) {
	gold, c := panel()
	r := Evaluate(c, gold, Options{Gold: "panel", Resamples: 200, K: 3, Shuffles: []uint64{1}, Reference: c,
		Readings: []Reading{leader("row0", 0.8), leader("row3", 0.6)}})
	var b strings.Builder
	if err := r.WriteText(&b); err != nil {
		t.Fatal(err)
	}
	golden(t, "panel.txt", b.String())
}
