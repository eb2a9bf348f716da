package text

import (
	"testing"

	"rung/corpus/attacktest"
)

// TestAttackParseGrowsAsTheText: what is looked for beyond a place is looked for once,
// and a new document takes memory in proportion to the text.
func TestAttackParseGrowsAsTheText(t *testing.T) {
	Warm()
	phrases := []string{"You lead - Own the roadmap", " * A ", " - a ", "• ", "Inc. A", "a.B.c. D", "e.g. U.S. A", "Qualifications • 10", "a.com/", "www.", "x@é", "A-b@", "http://)"}
	for e := range entries(headingText) {
		if len(phrases) < 60 {
			phrases = append(phrases, e)
		}
	}
	families := attacktest.Families(phrases...)
	attacktest.Grows(t, families, 16<<10, 4000, func(s string) uint64 {
		d := new(Document)
		d.Reset(s)
		return uint64(d.scratch.steps)
	})
	for _, f := range families {
		s := f.Make(16 << 10)
		// Each line and each sentence has a unit of its scores, and lists double as they grow.
		attacktest.Bounded(t, s, 1<<20, 700, func() { new(Document).Reset(s) })
	}
}
