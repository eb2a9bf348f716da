package personal

import (
	"testing"

	"rung/corpus/attacktest"
)

// TestAttackRedactGrowsAsTheText: brackets and names without end are read once and
// not at each of their places.
func TestAttackRedactGrowsAsTheText(t *testing.T) {
	phrases := []string{"Contact-", "contact ", "Contact: Jane Doe-", "recruiter is ", "tel: ", "tel (", "phone +", "+1 (", "415-", "jane@example.", "&#64;", "%40a.b", "\"creator\":", "\"creator\":{\"name\":\"", "\"creator\":\"\\", "\"creator\":{ ", "<b>contact", "contact &amp;"}
	attacktest.Grows(t, attacktest.Families(phrases...), 32<<10, 2000, func(s string) uint64 {
		r := reader{b: []byte(s)}
		r.redact()
		if r.steps > 400*len(s) {
			t.Errorf("%d bytes looked at in %d: %.40q", r.steps, len(s), s)
		}
		return uint64(r.steps)
	})
}
