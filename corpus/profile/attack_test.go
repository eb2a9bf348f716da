package profile

import (
	"strings"
	"testing"

	"rung/corpus/attacktest"
	"rung/corpus/text"
)

// TestAttackFactsGrowAsTheText: what any cue begins is read on from it only so far, in
// sections of every kind, and a run of signs once.
func TestAttackFactsGrowAsTheText(t *testing.T) {
	phrases := []string{"Offices In ", "offices in The ", "employs 100 staff ", "USD EUR ", "$ 1 to ", "US$", "1 - $ ", "Reports to (", "directly report to ", "reports to director ", "director, ", "supervisor and ", "5 years ", "(5 years) ", "BS ", "or equivalent ", "10,000 ", "and lead the ", "; lead ", "with directly ", "will ", "directors report to you "}
	for _, entries := range text.Named(cueFile) {
		phrases = append(phrases, entries[0]+" ", entries[len(entries)-1]+" to ")
	}
	late := attacktest.Family{Name: "staff after people that come late", Make: func(n int) string {
		return strings.Repeat("so ", n/6) + "people " + strings.Repeat("employs 100 staff ", n/36)
	}}
	for heading, families := range map[string][]attacktest.Family{
		"Responsibilities\n\n- ": attacktest.Families(phrases...),
		"About the role\n\n":     append(attacktest.Phrases(phrases...), late),
		"Requirements\n\n":       attacktest.Phrases(phrases...),
		"About us\n\n":           attacktest.Phrases(phrases...),
	} {
		attacktest.Grows(t, families, 8<<10, 5000, func(s string) uint64 {
			r := newReader(text.Parse(heading + s))
			defer r.free()
			r.facts(&Profile{Text: heading + s})
			return uint64(r.steps)
		})
	}
}
