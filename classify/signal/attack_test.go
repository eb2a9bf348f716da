package signal

import (
	"strings"
	"testing"

	"rung/corpus/text"
)

// TestAttackWorkGrowsAsTheText: what every rule says, denies and hedges, repeated as
// one sentence, as many, and as lines, takes at most 2.2 times the steps for twice the
// text.
func TestAttackWorkGrowsAsTheText(t *testing.T) {
	lx := Default()
	phrases := []string{"VP ", "VP of Engineering ", "not only lead teams, ", "you will not lead engineering managers ", "$12m budget ", "10-15 years ",
		"preferred reports to the CEO ", "vice president ", "ten to fifteen to ", "we own the P&L and the roadmap and hire managers of managers ", "lead; ", "1 ", "((( ", "\"lead\" "}
	for _, r := range lx.Rules {
		if r.Example != "" {
			phrases = append(phrases, r.Example)
		}
	}
	if testing.Short() {
		phrases = phrases[:40]
	}
	f := lx.NewFinder()
	steps := func(s string) int {
		before := f.steps + f.window.steps
		f.Find(text.Parse(s))
		return f.steps + f.window.steps - before
	}
	const size = 4 << 10
	for _, p := range phrases {
		for _, way := range []string{strings.TrimRight(p, ". ") + " ", strings.TrimRight(p, ". ") + ". ", "- " + p + "\n"} {
			n := size/len(way) + 1
			one, two := steps(strings.Repeat(way, n)), steps(strings.Repeat(way, 2*n))
			if two > one*22/10+1000 {
				t.Errorf("%q: %d steps, and %d for twice the text", way, one, two)
			}
		}
	}
}
