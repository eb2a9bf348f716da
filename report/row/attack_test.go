package row

import (
	"strings"
	"testing"
	"unicode/utf8"

	"rung/corpus/text"
)

// TestAttackPlacesAreCountedOnce: many places in a text that is longer than any posting
// are told in code points without reading the text anew for each.
func TestAttackPlacesAreCountedOnce(t *testing.T) {
	for _, size := range []int{256, 16 << 10, text.Most, 4 << 20} {
		s := strings.Repeat("né ", size/4)
		c := newRuneCounter(s)
		places := 0
		for at := 0; at < min(len(s), text.Most); at += 4 {
			if got := c.at(at); got != at/4*3 {
				t.Fatalf("%d bytes: byte %d is code point %d", size, at, got)
			}
			places++
		}
		if c.steps > 3*text.Most || c.steps > 3*len(s) {
			t.Errorf("%d bytes: %d were read for %d places", size, c.steps, places)
		}
		for _, at := range []int{len(s), 0, len(s) / 2, 5, len(s) - 3, len(s)} {
			at = min(max(at, 0), len(s))
			for !utf8.RuneStart((s + "a")[at]) {
				at--
			}
			if got, want := c.at(at), utf8.RuneCountInString(s[:at]); got != want {
				t.Errorf("%d bytes: byte %d is code point %d, want %d", size, at, got, want)
			}
		}
	}
}
