package scrape

import (
	"strings"
	"testing"

	"rung/corpus"
)

func TestDiff(t *testing.T) {
	for _, c := range []struct{ name, old, new, want string }{
		{"nothing", "a\nb", "a\nb", ""},
		{"a line came", "a\nc", "a\nb\nc", "+ b\n"},
		{"a line went", "a\nb\nc", "a\nc", "- b\n"},
		{"a line changed", "a\nb\nc", "a\nB\nc", "- b\n+ B\n"},
		{"two places", "a\nb\nc\nd\ne", "a\nB\nc\nd\nf\ne", "- b\n+ B\n+ f\n"},
		{"all", "a", "b", "- a\n+ b\n"},
		{"blank lines do not count", "a\nb", "a\n\nb", ""},
		{"too long to compare", strings.Repeat("x\n", 3000) + "end", strings.Repeat("y\n", 3000) + "end", strings.Repeat("- x\n", 3000) + strings.Repeat("+ y\n", 3000)},
	} {
		if got := diff(corpus.Posting{Text: c.old}, corpus.Posting{Text: c.new}); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	if got := diff(corpus.Posting{Title: "Director"}, corpus.Posting{Title: "VP"}); got != "- title: Director\n+ title: VP\n" {
		t.Errorf("a title: %q", got)
	}
}
