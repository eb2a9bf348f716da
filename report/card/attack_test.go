package card

import (
	"testing"

	"rung/classify"
	"rung/corpus"
	"rung/corpus/attacktest"
	"rung/corpus/profile"
)

// TestAttackCardsGrowAsTheText: a card of any form takes memory in proportion to the
// text, whatever stands in it and however often.
func TestAttackCardsGrowAsTheText(t *testing.T) {
	c := classify.Default()
	families := attacktest.Families("VP ", "lead engineering managers ", "own the P&L and the roadmap ", "You report to the CEO. ", "<b>lead</b> ", "* lead* ", "“lead ")
	attacktest.Grows(t, families, 8<<10, 2<<20, func(s string) uint64 {
		p := corpus.Posting{Text: corpus.Normalize(s), Title: "Director", Company: "Larkfield"}
		v := c.Classify(p)
		stated := profile.Extract(v.Doc)
		return attacktest.Bytes(func() {
			shown := New(c.Model(), &p, &v)
			shown.Supplement(stated, nil)
			shown.Text()
			shown.Markdown()
			shown.AppendJSON(nil)
			if _, err := shown.HTML(); err != nil {
				t.Error(err)
			}
		})
	})
}
