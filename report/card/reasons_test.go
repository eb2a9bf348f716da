package card

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"rung/classify"
	"rung/classify/signal"
	"rung/corpus/text"
	"rung/report"
)

func reasonAt(rule string, weight float64, spans ...text.Span) classify.Reason {
	r := classify.Reason{Rule: rule, Gloss: rule, Weight: weight, Value: 1}
	for _, s := range spans {
		r.Evidence = append(r.Evidence, signal.Evidence{Span: s})
	}
	return r
}

func TestSingleWordsAreOneReason(t *testing.T) {
	told := Tell([]classify.Reason{
		reasonAt("term:founders", 0.5, text.Span{Start: 0, End: 8}, text.Span{Start: 40, End: 48}),
		reasonAt("reporting/ceo", 0.45, text.Span{Start: 30, End: 50}),
		reasonAt("term:on-call", -0.2, text.Span{Start: 60, End: 67}),
		reasonAt("term:seed_round", 0.3, text.Span{Start: 70, End: 80}),
		reasonAt("term:a", 0.01, text.Span{Start: 90, End: 91}),
	}, report.Levels{})
	if len(told) != 2 || told[0].Reason != nil || told[1].Reason.Rule != "reporting/ceo" {
		t.Fatalf("%d reasons, want the wording before the rule", len(told))
	}
	w := told[0]
	if math.Abs(w.Sum-0.61) > 1e-9 || len(w.Words) != 4 || report.Word(w.Words[1]) != "seed round" {
		t.Errorf("the wording weighs %v, of %d words", w.Sum, len(w.Words))
	}
	// Its places are those of its side, loud, and outside of other reasons.
	if len(w.Evidence) != 2 || w.Evidence[0].Start != 0 || w.Evidence[1].Start != 70 {
		t.Errorf("places %v", w.Evidence)
	}
	if other := Tell([]classify.Reason{reasonAt("term:ward", 1, text.Span{End: 4})}, report.Levels{"nurse", "chief"}); len(other) != 1 || other[0].Reason == nil {
		t.Error("of other levels a word stays a reason")
	}
}

func TestAPlaceSpeaksForOneSide(t *testing.T) {
	for name, c := range map[string]struct {
		reasons []classify.Reason
		want    map[string]float64
	}{
		"the heavier has it, less what the other weighs": {
			[]classify.Reason{reasonAt("a", 1, text.Span{Start: 0, End: 20}), reasonAt("b", -0.4, text.Span{Start: 10, End: 30})},
			map[string]float64{"a": 0.6}},
		"two of a side outweigh one": {
			[]classify.Reason{reasonAt("a", -1, text.Span{Start: 0, End: 20}), reasonAt("b", 0.75, text.Span{Start: 0, End: 20}), reasonAt("c", 0.75, text.Span{Start: 5, End: 9})},
			map[string]float64{"b": 0.25, "c": 0.25}},
		"a place elsewhere stays": {
			[]classify.Reason{reasonAt("a", 1, text.Span{Start: 0, End: 20}), reasonAt("b", -0.4, text.Span{Start: 10, End: 30}, text.Span{Start: 40, End: 50})},
			map[string]float64{"a": 0.8, "b": -0.2}},
		"side by side is not over one another": {
			[]classify.Reason{reasonAt("a", 1, text.Span{Start: 0, End: 20}), reasonAt("b", -0.4, text.Span{Start: 20, End: 30})},
			map[string]float64{"a": 1, "b": -0.4}},
		"the same side may say more": {
			[]classify.Reason{reasonAt("a", 1, text.Span{Start: 0, End: 20}), reasonAt("b", 0.4, text.Span{Start: 0, End: 10})},
			map[string]float64{"a": 1, "b": 0.4}},
		"sides that weigh the same say nothing": {
			[]classify.Reason{reasonAt("a", 0.5, text.Span{Start: 0, End: 20}), reasonAt("b", -0.5, text.Span{Start: 0, End: 10})},
			map[string]float64{}},
	} {
		told := Tell(c.reasons, report.Levels{})
		if len(told) != len(c.want) {
			t.Errorf("%s: %d are shown, want %d", name, len(told), len(c.want))
		}
		for _, r := range told {
			if want, ok := c.want[r.Reason.Rule]; !ok || math.Abs(r.Sum-want) > 1e-9 {
				t.Errorf("%s: %s weighs %v, want %v", name, r.Reason.Rule, r.Sum, want)
			}
		}
	}
}

// TestWhatIsToldAddsUp: whatever reasons overlap, the sums are kept, no reason
// changes sides, and no byte has two.
func TestWhatIsToldAddsUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var reasons []classify.Reason
		sum := 0.0
		for i := range rapid.IntRange(0, 8).Draw(t, "reasons") {
			rule := "rule"
			if rapid.Bool().Draw(t, "word") {
				rule = "term:x"
			}
			r := reasonAt(rule, rapid.Float64Range(-2, 2).Draw(t, "weight"))
			for range rapid.IntRange(1, 3).Draw(t, "places") {
				start := rapid.IntRange(0, 40).Draw(t, "start")
				r.Evidence = append(r.Evidence, signal.Evidence{Span: text.Span{Start: start, End: start + rapid.IntRange(1, 12).Draw(t, "length")}, Sentence: i})
			}
			sum += r.Contribution()
			reasons = append(reasons, r)
		}
		got := 0.0
		side := map[int]float64{}
		for _, r := range Tell(reasons, report.Levels{}) {
			got += r.Sum
			if r.Reason != nil && r.Sum*r.Reason.Contribution() < 0 {
				t.Fatalf("a reason of %v is told as %v", r.Reason.Contribution(), r.Sum)
			}
			for _, e := range r.Evidence {
				for b := e.Start; b < e.End; b++ {
					if side[b]*r.Sum < 0 {
						t.Fatalf("byte %d speaks for both sides", b)
					}
					side[b] = r.Sum
				}
			}
		}
		if math.Abs(got-sum) > 1e-9 {
			t.Fatalf("told are %v of %v", got, sum)
		}
	})
}
