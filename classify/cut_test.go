package classify_test

import (
	"slices"
	"strings"
	"testing"

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
