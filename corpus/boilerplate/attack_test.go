package boilerplate

import (
	"strings"
	"testing"

	"rung/corpus"
	"rung/corpus/attacktest"
	"rung/corpus/text"
)

// TestAttackRepeatsGrowAsTheText: what is kept of a posting is in proportion to its
// text, up to what is read of it.
func TestAttackRepeatsGrowAsTheText(t *testing.T) {
	keep := func(s string) (b Sentences) {
		b.Add(corpus.Posting{Text: s, Company: "Larkfield", Title: "Director"})
		return b
	}
	attacktest.Grows(t, attacktest.Families("You lead a team of five. "), 32<<10, 2<<20, func(s string) uint64 {
		return attacktest.Bytes(func() { keep(s) })
	})
	if b := keep(strings.Repeat("We all lead many teams here. ", 4<<20/29)); len(b.doc.Text) > text.Most {
		t.Errorf("%d bytes were read", len(b.doc.Text))
	}
}
