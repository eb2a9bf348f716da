package table

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestWrapLosesNothing(t *testing.T) {
	for name, c := range map[string]struct {
		in    string
		width int
		want  []string
	}{
		"at spaces":      {"one two three", 7, []string{"one two", "three"}},
		"inside a word":  {"a incomprehensible b", 6, []string{"a", "incomp", "rehens", "ible b"}},
		"wide letters":   {"日本語日本語", 5, []string{"日本", "語日", "本語"}},
		"nothing":        {"", 5, []string{""}},
		"no room at all": {"ab", 0, []string{"a", "b"}},
	} {
		if diff := cmp.Diff(c.want, Wrap(c.in, c.width)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", name, diff)
		}
	}
}
