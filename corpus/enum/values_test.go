package enum_test

import (
	"fmt"
	"strings"
	"testing"

	"rung/classify"
	"rung/classify/signal"
	"rung/corpus/profile"
	"rung/corpus/profile/skills"
	"rung/corpus/read"
	"rung/corpus/text"
)

// TestEveryValueHasAName asks the types of the program: their n values have names
// of their own, and a value beyond, which only a mistake can make, panics nowhere.
func TestEveryValueHasAName(t *testing.T) {
	named[text.Kind](t, text.NumKinds)
	named[signal.Difference](t, signal.NumDifferences)
	named[signal.Fact](t, signal.NumFacts)
	named[profile.Degree](t, int(profile.Doctor)+1)
	named[skills.Source](t, int(skills.Learned)+1)
	named[read.Format](t, int(read.DB)+1)
	named[classify.Level](t, int(classify.Unread)+1)
	named[classify.Claim](t, int(classify.ClaimOther)+1)
	named[classify.Agreement](t, int(classify.ReadsHigher)+1)
	named[classify.Rung](t, classify.NumRungs)
	named[classify.Why](t, int(classify.OtherFunction)+1)
	named[classify.Cause](t, int(classify.SeveralJobs)+1)
	for _, f := range []signal.Fact{signal.NumFacts, 255} {
		if v := f.Values(); v != nil {
			t.Errorf("%v has the values %q", f, v)
		}
	}
}

func named[T interface {
	~uint8
	fmt.Stringer
}](t *testing.T, n int) {
	t.Helper()
	seen := map[string]bool{}
	for v := range 256 {
		name := T(v).String()
		if beyond := strings.HasSuffix(name, fmt.Sprintf("(%d)", v)); seen[name] || beyond != (v >= n) {
			t.Errorf("%T %d of %d is %q", T(0), v, n, name)
		}
		seen[name] = true
	}
}
