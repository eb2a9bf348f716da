package text

import (
	"reflect"
	"slices"
	"testing"
)

func TestListsHaveNoComments(t *testing.T) {
	const file = "# a head\nlead leads # of teams\n\n  own\n"
	if got, want := slices.Collect(Lists(file)), [][]string{{"lead", "leads"}, {"own"}}; !reflect.DeepEqual(got, want) {
		t.Errorf("lists %q, want %q", got, want)
	}
	if got, want := Set(file), map[string]bool{"lead": true, "leads": true, "own": true}; !reflect.DeepEqual(got, want) {
		t.Errorf("set %v, want %v", got, want)
	}
}
