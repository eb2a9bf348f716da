package corpus

import (
	"testing"

	"rung/corpus/attacktest"
)

// TestAttackNormalFormGrowsAsTheText: a text in normal form, its fingerprint and the
// words of its title take memory in proportion to it.
func TestAttackNormalFormGrowsAsTheText(t *testing.T) {
	for name, do := range map[string]func(string){
		"Normalize": func(s string) { Normalize(s) }, "SimHash": func(s string) { SimHash(s) },
		"RankWords": func(s string) { RankWords(s) }, "Employer": func(s string) { Employer(s) }, "ContentID": func(s string) { ContentID(Posting{Text: s, Title: s}) },
	} {
		t.Run(name, func(t *testing.T) {
			do("warm")
			attacktest.Grows(t, attacktest.Families("Senior ", "VP of ", "e\u0301\u0315"), 32<<10, 256<<10, func(s string) uint64 {
				return attacktest.Bytes(func() { do(s) })
			})
		})
	}
}
