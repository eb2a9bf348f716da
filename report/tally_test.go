package report_test

import (
	"encoding/json"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rung/classify"
	"rung/report"
)

// someVerdicts draws verdicts with every field that a Tally counts.
func someVerdicts() *rapid.Generator[[]classify.Verdict] {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) classify.Verdict {
		v := classify.Verdict{
			Level:       classify.Level(rapid.IntRange(0, 4).Draw(t, "level")),
			Sure:        rapid.Bool().Draw(t, "sure"),
			Why:         classify.Why(rapid.IntRange(0, 3).Draw(t, "why")),
			Cause:       classify.Cause(rapid.IntRange(0, 6).Draw(t, "cause")),
			Ladder:      classify.Ladder{rapid.Float64Range(0, 1).Draw(t, "ladder")},
			Claim:       classify.Claim(rapid.IntRange(0, 4).Draw(t, "claim")),
			Agreement:   classify.Agreement(rapid.IntRange(0, 3).Draw(t, "agreement")),
			Probability: rapid.Float64Range(0, 1).Draw(t, "probability"),
			Flags:       rapid.SliceOfDistinct(rapid.SampledFrom([]string{"bank_grade", "short_text", "startup"}), rapid.ID).Draw(t, "flags"),
		}
		for d := range v.Differences {
			v.Differences[d] = float64(rapid.IntRange(-1, 1).Draw(t, "difference"))
		}
		return v
	}), 0, 40)
}

func encode(t interface{ Fatal(...any) }, tally report.Tally) string {
	b, err := json.Marshal(tally)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestMergingInAnyOrderIsOnePass(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		verdicts := someVerdicts().Draw(t, "verdicts")
		var whole report.Tally
		parts := make([]report.Tally, rapid.IntRange(1, 5).Draw(t, "parts"))
		for i := range verdicts {
			whole.Add(&verdicts[i])
			parts[rapid.IntRange(0, len(parts)-1).Draw(t, "part")].Add(&verdicts[i])
		}
		whole.Skip(int64(len(parts)))
		var merged report.Tally
		for _, i := range rapid.Permutation(indices(len(parts))).Draw(t, "order") {
			parts[i].Skip(1)
			// Through bytes, as a part travels between machines.
			var part report.Tally
			if err := json.Unmarshal([]byte(encode(t, parts[i])), &part); err != nil {
				t.Fatal(err)
			}
			merged.Merge(&part)
		}
		if got, want := encode(t, merged), encode(t, whole); got != want {
			t.Fatalf("merged:\n%s\none pass:\n%s", got, want)
		}
		if whole.Postings() != int64(len(verdicts)) {
			t.Fatalf("%d postings of %d", whole.Postings(), len(verdicts))
		}
	})
}

func indices(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

func TestMergeLeavesTheOtherAlone(t *testing.T) {
	var a, b report.Tally
	b.Add(&classify.Verdict{Flags: []string{"startup"}})
	before := encode(t, b)
	a.Merge(&b)
	a.Add(&classify.Verdict{Flags: []string{"startup"}})
	if got := encode(t, b); got != before {
		t.Errorf("after Merge and Add on the other:\n%s\nbefore:\n%s", got, before)
	}
}

func TestTallyCounts(t *testing.T) {
	var tally report.Tally
	v := classify.Verdict{Level: classify.VP, Claim: classify.ClaimDirector, Agreement: classify.ReadsHigher, Probability: 1, Flags: []string{"startup"}}
	v.Differences[0], v.Differences[2] = 0.5, -0.25
	tally.Add(&v)
	tally.Add(&classify.Verdict{Level: classify.Neither, Claim: classify.ClaimOther, Probability: 0.5})
	tally.Add(&classify.Verdict{Level: classify.Unread, Probability: 0.5})
	tally.Add(&classify.Verdict{Probability: math.NaN()})
	tally.Skip(2)
	if n := tally.Level(classify.VP); n != 1 {
		t.Errorf("vp: %d", n)
	}
	if n := tally.Claim(classify.ClaimDirector, classify.VP); n != 1 {
		t.Errorf("titles of a director that read vp: %d", n)
	}
	if n := tally.Skipped(); n != 2 {
		t.Errorf("skipped: %d", n)
	}
	got := string(tally.JSON(report.Levels{"staff", "principal"}))
	for _, want := range []string{
		`"postings": 4`, `"unread": 1`, `"skipped": 2`, `"staff": 0`, `"principal": 1`, `"reads_higher": 1`, `"startup": 1`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
	// Unsure without a probability stands in the first bin, vp at 1 in the
	// last, neither and unread in none.
	if got := encode(t, tally); !strings.Contains(got, `"probability":[1,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,1]`) ||
		!strings.Contains(got, `"horizon":{"director":0,"silent":3,"vp":1}`) || !strings.Contains(got, `"meetings":{"director":1,"silent":3,"vp":0}`) {
		t.Error(got)
	}
}

func TestATallyTellsAnswersApart(t *testing.T) {
	var tally report.Tally
	known := classify.Ladder{0, 0, 0.5, 0.5, 0}
	for _, v := range []classify.Verdict{
		{Level: classify.VP, Sure: true, Ladder: known}, {Level: classify.VP, Ladder: known}, {Level: classify.VP, Ladder: known},
		{Level: classify.Director}, {Level: classify.Neither, Why: classify.Below}, {Level: classify.Unread, Cause: classify.Resume}, {Level: classify.Unread},
	} {
		tally.Add(&v)
	}
	got := encode(t, tally)
	for _, want := range []string{
		`"answers":{"above":0,"below":1,"leans_director":0,"leans_vp":2,"neither":0,"other_function":0,"reads_director":1,"reads_vp":1,"unread":2,"unsure":0}`,
		`"why_unread":{"article":0,"no_duties":0,"not_english":0,"resume":1,"several_jobs":0,"too_short":0,"unknown":1}`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
}

func TestATallyThatNoneWroteIsRefused(t *testing.T) {
	var tally report.Tally
	tally.Add(&classify.Verdict{Level: classify.VP, Flags: []string{"startup"}})
	good := encode(t, tally)
	for name, change := range map[string][2]string{
		"an unknown level":          {`"levels":{`, `"levels":{"cto":1,`},
		"a missing claim":           {`"bank_vp":{"director":0,"neither":0,"unread":0,"unsure":0,"vp":0},`, ``},
		"levels that do not add up": {`"postings":1`, `"postings":2`},
		"an unknown answer":         {`"answers":{`, `"answers":{"king":1,`},
		"answers of other levels":   {`"reads_director":0,"reads_vp":1`, `"reads_director":1,"reads_vp":0`},
		"a cause of nothing":        {`"resume":0`, `"resume":1`},
		"a negative flag":           {`"startup":1`, `"startup":-1`},
		"a negative skip":           {`"skipped":0`, `"skipped":-1`},
		"a bin too few":             {`"probability":[1,`, `"probability":[`},
		"a fraction":                {`"startup":1`, `"startup":1.5`},
		"no tally":                  {good, `[]`},
	} {
		bad := strings.Replace(good, change[0], change[1], 1)
		if bad == good {
			t.Fatalf("%s: %q is not in %s", name, change[0], good)
		}
		var read report.Tally
		if err := json.Unmarshal([]byte(bad), &read); err == nil {
			t.Errorf("%s: read as %s", name, encode(t, read))
		}
	}
}
