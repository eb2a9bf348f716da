package learn

import (
	_ "embed"
	"slices"
	"strings"

	"rung/corpus/text"
)

// rank is where a title stands on the ladder of engineering leaders, seen from
// the two levels.
type rank int8

const (
	below  rank = -1 // a team's manager, a technical lead, a staff or principal engineer
	noRank rank = 0  // a Director, a VP, or no engineering leader
	above  rank = 1  // a chief or a head
)

//go:embed ladder.txt
var ladderText string

type rung struct {
	rank  rank
	words []string
}

var ladder = func() []rung {
	var out []rung
	for f := range text.Lists(ladderText) {
		out = append(out, rung{map[string]rank{"above": above, "below": below, "none": noRank}[f[0]], f[1:]})
	}
	return out
}()

// rankOf reads the rank of an engineering leader's title. It is used to label
// postings for training only.
func rankOf(title string) rank {
	have := map[string]bool{}
	for _, t := range text.Tokenize(nil, title) {
		have[strings.ToLower(title[t.Start:t.End])] = true
	}
	for _, r := range ladder {
		if !slices.ContainsFunc(r.words, func(w string) bool { return !have[w] }) {
			return r.rank
		}
	}
	return noRank
}
