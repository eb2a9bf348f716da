package classify_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"rung/classify"
	"rung/corpus"
)

// TestWhatIsLongerThanAnyPostingIsCutAndSaysSo: the verdict is that of the
// beginning, and the rest is told as unread.
func TestWhatIsLongerThanAnyPostingIsCutAndSaysSo(t *testing.T) {
	c := classify.Default()
	line := "You lead four engineering managers and report to the VP of Engineering.\n"
	text := strings.Repeat(line, classify.MostText/len(line)+1)
	if v := c.Classify(corpus.Posting{Text: text[:classify.MostText]}); slices.Contains(v.Flags, classify.FlagCut) {
		t.Errorf("flags %q of a text that is not too long", v.Flags)
	}
	v := c.Classify(corpus.Posting{Text: text + strings.Repeat("You report to the CEO.\n", 1000)})
	last := v.Unread[len(v.Unread)-1]
	if !slices.Contains(v.Flags, classify.FlagCut) || last.Cause != classify.FlagCut || last.End != len(text)+23*1000 || last.Start%len(line) != len(line)-1 {
		t.Errorf("flags %q, unread %+v", v.Flags, v.Unread)
	}
	for _, r := range v.Reasons {
		for _, e := range r.Evidence {
			if e.End > last.Start {
				t.Errorf("%s rests on bytes %d to %d, which were not read", r.Rule, e.Start, e.End)
			}
		}
	}
}

func TestACutIsMadeBetweenLinesElseBetweenRunes(t *testing.T) {
	for name, text := range map[string]string{
		"one line":         strings.Repeat("é", classify.MostText),
		"odd by one":       "a" + strings.Repeat("é", classify.MostText),
		"an early line":    "a\n" + strings.Repeat("漢", classify.MostText),
		"lines to the end": strings.Repeat("漢字\n", classify.MostText),
	} {
		got := classify.Readable(text)
		if len(got) > classify.MostText || len(got) < classify.MostText-7 || !utf8.ValidString(got) || !strings.HasPrefix(text, got) {
			t.Errorf("%s: %d bytes, valid %v", name, len(got), utf8.ValidString(got))
		}
	}
}
