package report

import (
	"testing"

	"rung/classify"
)

func TestThePairOfTheProgramNeedsNoNames(t *testing.T) {
	for _, l := range []Levels{{}, {"director", "vp"}} {
		if !l.BuiltIn() || l.Key(classify.VP) != "vp" || l.Names()[0] != "Director" {
			t.Errorf("%q: %v, %s, %s", l, l.BuiltIn(), l.Key(classify.VP), l.Names()[0])
		}
	}
	if (Levels{"vp", "director"}).BuiltIn() {
		t.Error("turned round, the pair is another")
	}
}
