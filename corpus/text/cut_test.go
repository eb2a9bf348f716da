package text

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestACutIsMadeBetweenLinesElseBetweenRunes(t *testing.T) {
	for name, s := range map[string]string{
		"one line":         strings.Repeat("é", Most),
		"odd by one":       "a" + strings.Repeat("é", Most),
		"an early line":    "a\n" + strings.Repeat("漢", Most),
		"lines to the end": strings.Repeat("漢字\n", Most),
	} {
		got := Readable(s)
		if len(got) > Most || len(got) < Most-7 || !utf8.ValidString(got) || !strings.HasPrefix(s, got) {
			t.Errorf("%s: %d bytes, valid %v", name, len(got), utf8.ValidString(got))
		}
	}
}
