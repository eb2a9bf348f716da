package report

import (
	"slices"
	"testing"

	"rung/classify"
)

func TestChangesTellWhereTheyLead(t *testing.T) {
	add := classify.Change{Add: "You report to the CEO.", Gloss: "reports to the CEO", Probability: 0.55, Level: classify.Unsure}
	drop := classify.Change{Quote: "Run\n sprints.", Gloss: "plans in sprints", Probability: 0.83, Level: classify.VP}
	const first = "To read more like a VP's job: say, where it is true, something like “You report to the CEO.” (reports to the CEO). It would be VP-level in 55 of 100 cases."
	for name, c := range map[string]struct {
		target classify.Level
		list   []classify.Change
		want   []string
	}{
		"to the target": {classify.VP, []classify.Change{add, drop}, []string{first,
			"Then: reword or drop “Run sprints.” (plans in sprints). It would be VP-level in 83 of 100 cases, and read VP."}},
		"not so far": {classify.VP, []classify.Change{add}, []string{first,
			"No few changes of wording make this a VP's job: the duties themselves differ."}},
		"none found": {classify.Director, nil, []string{
			"No few changes of wording make this a Director's job: the duties themselves differ."}},
	} {
		if got := Changes(c.target, c.list); !slices.Equal(got, c.want) {
			t.Errorf("%s:\ngot  %q\nwant %q", name, got, c.want)
		}
	}
}
