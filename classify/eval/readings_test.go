package eval

import (
	"strings"
	"testing"

	"rung/classify/signal"
)

func TestReadReadings(t *testing.T) {
	const facts = `"scope":"whole","below":"managers","above":"ceo","exec":1,"budget":"own","horizon":"annual","hands_on":0,"build_org":1,"stage":"seed","size":40`
	got, err := ReadReadings(strings.NewReader(
		`{"id":"a","set":"leadership","kind":"eng_leader","p_up":80.5,"p_vp":70,`+facts+`,"marks":[{"t":"own it","d":"v","s":3},{"t":"hands-on","d":"b","s":2}],"moved":[{"t":"own it","d":"v"},{"t":"two teams","d":"d"}]}
{"id":"w1-1","kind":"director"}`), "r")
	if err != nil || len(got) != 2 {
		t.Fatal(got, err)
	}
	a, w := got[0], got[1]
	if a.Up != 0.805 || a.VP != 0.7 || a.Written || a.Size != 40 || !a.Leader() || !a.readsVP() {
		t.Errorf("%+v", a)
	}
	if v := signal.FactBelow.Values()[a.Facts[signal.FactBelow]]; v != "managers" || a.Facts[signal.FactExec] != 1 || a.Facts[signal.FactHandsOn] != 0 {
		t.Errorf("facts %v", a.Facts)
	}
	// A phrase that is marked and moved counts once; what speaks of neither level, not at all.
	if want := []Phrase{{"own it", true, 3}, {"two teams", false, 2}}; len(a.Phrases) != 2 || a.Phrases[0] != want[0] || a.Phrases[1] != want[1] {
		t.Errorf("phrases %v, want %v", a.Phrases, want)
	}
	if !w.Written || w.Kind != KindEngLeader || w.Facts != nil || w.VP > 0.5 || !w.Leader() {
		t.Errorf("%+v", w)
	}
	for in, want := range map[string]string{
		`{"id":"a","kind":"boss"}`:                       `r:1: kind "boss" is none of those known`,
		`{"id":"a","kind":"eng_leader","p_up":50}`:       "r:1: p_up or p_vp is missing",
		`{"id":"a","kind":"ic","p_up":50,"p_vp":150}`:    "r:1: probability 150 is not a percentage",
		`{"id":"a","kind":"ic","p_up":50,"p_vp":"high"}`: "r:1: json: cannot unmarshal string into Go struct field .p_vp of type float64",
	} {
		if _, err := ReadReadings(strings.NewReader(in), "r"); err == nil || err.Error() != want {
			t.Errorf("%s: error %v, want %s", in, err, want)
		}
	}
}
