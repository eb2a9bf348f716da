package paper

import (
	"strings"
	"testing"
)

// TestAHyphenThatBreaksAWordGoes: as hyphenation sets it in narrow columns; that of a
// compound stays.
func TestAHyphenThatBreaksAWordGoes(t *testing.T) {
	for _, words := range []string{
		"Dif-ficult manag-ing soft-ware equiva-lent flu-ent ful-filment in-cident ex-perience en-gineering part-ner over-see market-ing under-standing out-standing",
		"knowl-edge al-ready fron-tier inter-national high-light hard-ware work-flow data-base stake-holder depart-ment busi-ness strat-egy start-ing up-date on-going with-out",
	} {
		for w := range strings.FieldsSeq(words) {
			a, b, _ := strings.Cut(w, "-")
			if before, last := join("The "+a+"-", b+" is", nil); before+last != "The "+a+b+" is" {
				t.Errorf("%s: %q", w, before+last)
			}
		}
	}
	for w := range strings.FieldsSeq("cross-functional self-starter well-being full-time part-time real-time data-driven customer-facing on-call in-house hands-on go-to-market " +
		"day-to-day state-of-the-art long-term high-level two-year decision-making non-profit mid-level award-winning trade-off 24-hour sign-off company-wide start-up third-party") {
		at := strings.LastIndexByte(w, '-')
		if i := strings.IndexByte(w, '-'); len(w)%2 == 0 {
			at = i
		}
		if before, last := join("The "+w[:at+1], w[at+1:]+" is", nil); before+last != "The "+w+" is" {
			t.Errorf("%s: %q", w, before+last)
		}
	}
	if before, last := join("a co-", "operation", map[string]bool{"co-operation": true}); before+last != "a co-operation" {
		t.Errorf("a hyphen that the document has elsewhere is gone: %q", before+last)
	}
	if before, last := join("the day-", "shift", map[string]bool{"dayshift": true}); before+last != "the dayshift" {
		t.Errorf("a word that the document has elsewhere is broken: %q", before+last)
	}
}
