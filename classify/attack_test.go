package classify

import (
	"context"
	"strings"
	"sync"
	"testing"

	"rung/corpus"
	"rung/corpus/attacktest"
	"rung/corpus/text"
)

// TestAttackVerdictsGrowAsTheText: a verdict with all its reasons takes memory in
// proportion to the text, up to what is read of it and no further.
func TestAttackVerdictsGrowAsTheText(t *testing.T) {
	c := Default()
	phrases := []string{"VP ", "lead engineering managers ", "You will not lead, ", "own the P&L and the roadmap ", "reports to the CEO ", "résumé ", "the and of ", "Equal opportunity "}
	for i, r := range c.lexicon.Rules {
		if r.Example != "" && i%8 == 0 {
			phrases = append(phrases, r.Example)
		}
	}
	families := attacktest.Families(phrases...)
	attacktest.Grows(t, families, 16<<10, 4<<20, func(s string) uint64 {
		return attacktest.Bytes(func() {
			fresh := *c // nothing of the last text is used again
			fresh.scratch = &sync.Pool{New: c.scratch.New}
			fresh.Classify(corpus.Posting{Text: s, Title: s})
		})
	})
	for _, phrase := range phrases[:4] {
		long := corpus.Posting{Text: strings.Repeat(phrase, 4<<20/len(phrase))}
		if v := c.Classify(long); len(v.Doc.Text) > text.Most {
			t.Errorf("%q: %d bytes were read", phrase, len(v.Doc.Text))
		}
	}
}

// TestAttackAdviceIsBounded: what is tried on a text that is longer than any posting
// is bounded, and nothing is tried for whom nobody waits.
func TestAttackAdviceIsBounded(t *testing.T) {
	c := Default()
	most := 0
	for _, phrase := range []string{"lead engineering managers ", "- You lead four engineering managers.\n", "- You own the roadmap of one team.\n", "You report to the VP of Engineering. ", "own the P&L ", "lead "} {
		for _, size := range []int{longText + 1, text.Most, 2 * text.Most} {
			for _, target := range []Level{Director, VP} {
				a := c.adviser(t.Context(), corpus.Posting{Text: strings.Repeat(phrase, size/len(phrase)+1)}, target)
				a.suggest(3)
				if most = max(most, a.all); a.all > tryLong+text.Most {
					t.Errorf("%q, %d KB: %d KB were classified", phrase, size>>10, a.all>>10)
				}
			}
		}
	}
	if most < tryLong/2 {
		t.Errorf("at most %d bytes were tried: the texts ask for no advice", most)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	short := corpus.Posting{Text: "You lead four engineering managers and report to the VP of Engineering.\n" + strings.Repeat("You own the roadmap of your area.\n", 20)}
	a := c.adviser(ctx, short, VP)
	if a.suggest(3); a.all != len(short.Text) {
		t.Errorf("%d bytes were classified of %d, for whom nobody waits", a.all, len(short.Text))
	}
	if a = c.adviser(t.Context(), short, VP); len(a.suggest(3)) == 0 || a.all < 4*len(short.Text) {
		t.Errorf("%d bytes were classified: the short text asks for no advice", a.all)
	}
}
