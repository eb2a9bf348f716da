package reference

import (
	"strings"
	"testing"

	"rung/corpus/attacktest"
)

// TestAttackMiningGrowsAsTheDocument: clauses, lists and headings without end, and a word
// that is new each time, take memory in proportion to the document.
func TestAttackMiningGrowsAsTheDocument(t *testing.T) {
	do := func(s string) {
		d, err := Read("doc", strings.NewReader(s))
		if err != nil {
			return
		}
		Mine(Attribute(bakery, []Source{{"", d}, {"baker", d}}), DefaultBackground(), Options{Levels: bakery})
	}
	do("The baker rises.")
	families := attacktest.Families("The baker rises and the mb sings", "The baker, while ", "than a baker", "# mb\n", "- the baker\n", "they ", "the baker-\n", "1.2.3 ", "both bakers and mbs ")
	attacktest.Grows(t, families, 16<<10, 4<<20, func(s string) uint64 {
		return attacktest.Bytes(func() { do(s) })
	})
}
