package learn

import (
	_ "embed"
	"strings"

	"rung/corpus/text"
)

// Rank is where a title stands on the ladder of engineering leaders, seen from
// the two levels.
type Rank int8

const (
	Below  Rank = -1 // a team's manager, a technical lead, a staff or principal engineer
	NoRank Rank = 0  // a Director, a VP, or no engineering leader
	Above  Rank = 1  // a chief or a head
)

//go:embed ladder.txt
var ladderText string

type rung struct {
	rank  Rank
	words []string
}

var ladder = func() []rung {
	var out []rung
	for line := range strings.Lines(ladderText) {
		line, _, _ = strings.Cut(line, "#")
		if f := strings.Fields(line); len(f) > 1 {
			out = append(out, rung{map[string]Rank{"above": Above, "below": Below, "none": NoRank}[f[0]], f[1:]})
		}
	}
	return out
}()

// RankOf reads the rank of an engineering leader's title. It is used to label
// postings for training only.
func RankOf(title string) Rank {
	have := map[string]bool{}
	for _, t := range text.Tokenize(nil, title) {
		have[strings.ToLower(title[t.Start:t.End])] = true
	}
next:
	for _, r := range ladder {
		for _, w := range r.words {
			if !have[w] {
				continue next
			}
		}
		return r.rank
	}
	return NoRank
}
