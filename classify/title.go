package classify

import (
	_ "embed"
	"slices"
	"strings"

	"rung/corpus/text"
)

//go:embed titles.txt
var titlesText string

// titleLists are the word lists of titles.txt by name, as sets of hashes.
var titleLists = func() map[string]map[uint64]bool {
	lists := map[string]map[uint64]bool{}
	var name string
	for words := range text.Lists(titlesText) {
		if n, ok := strings.CutSuffix(words[0], ":"); ok {
			name = n
			lists[name] = map[uint64]bool{}
			continue
		}
		for _, w := range words {
			lists[name][text.Hash(w)] = true
		}
	}
	return lists
}()

// The lists, and words that stand in none.
var (
	vpWords, directorWords, bankWords = titleLists["vp"], titleLists["director"], titleLists["bank"]
	beforeBank, beforeOther           = titleLists["bank-before"], titleLists["not-director-before"]
	contributors                      = titleLists["contributor"]

	hashVice, hashTo, hashThe     = text.Hash("vice"), text.Hash("to"), text.Hash("the")
	hashPresident, hashPresidents = text.Hash("president"), text.Hash("presidents")
)

// titleMention is a level named in a title: words first to last, both included.
type titleMention struct {
	claim       Claim
	first, last int
}

// ClaimOf reads what a title claims. It is testimony: no verdict depends on it.
//
// A vice president is a VP. An "AVP" holds a bank's grade, and so does a vice president
// whom the same title calls an engineer, developer, architect or other single
// contributor. A title of both levels, of neither, or of one in between ("Head of",
// "Managing Director") is other.
func ClaimOf(title string) Claim {
	var tokens [32]text.Token // few titles are longer
	var words []uint64
	for _, t := range text.Tokenize(tokens[:0], title) {
		if t.Class == text.Word || t.Class == text.Number {
			words = append(words, t.Hash)
		}
	}
	if len(words) == 0 {
		return ClaimNone
	}
	var claims [ClaimOther + 1]bool
	mentions := titleMentions(words)
	for _, m := range mentions {
		claims[m.claim] = true
	}
	switch {
	case claims[ClaimBankVP]:
		return ClaimBankVP
	case claims[ClaimVP] && claims[ClaimDirector]:
		return ClaimOther
	case claims[ClaimDirector]:
		return ClaimDirector
	case claims[ClaimVP] && contributor(words, mentions):
		return ClaimBankVP
	case claims[ClaimVP]:
		return ClaimVP
	}
	return ClaimOther
}

func titleMentions(words []uint64) []titleMention {
	var out []titleMention
	for i := 0; i < len(words); i++ {
		w := words[i]
		vp, director, vice := vpWords[w], directorWords[w], w == hashVice
		if !vp && !director && !vice && !bankWords[w] {
			continue
		}
		before := func(n int) uint64 {
			if i-n < 0 {
				return 0
			}
			return words[i-n]
		}
		// "Assistant to the VP", "Chief of Staff to the Director": another job.
		if (vp || director || vice) && (before(1) == hashTo || before(2) == hashTo && before(1) == hashThe) {
			continue
		}
		asVP := ClaimVP
		if beforeBank[before(1)] {
			asVP = ClaimBankVP
		}
		switch {
		case bankWords[w]:
			out = append(out, titleMention{ClaimBankVP, i, i})
		case vp:
			out = append(out, titleMention{asVP, i, i})
		case vice && i+1 < len(words) && (words[i+1] == hashPresident || words[i+1] == hashPresidents):
			out = append(out, titleMention{asVP, i, i + 1})
			i++
		case director:
			c := ClaimDirector
			if beforeOther[before(1)] {
				c = ClaimOther
			}
			out = append(out, titleMention{c, i, i})
		}
	}
	return out
}

// contributor says whether the words around the level name a single
// contributor: "VP, Solution Architect", "Software Engineer - Vice President".
// "VP of Engineering" and "Vice President, Software Engineering" do not.
func contributor(words []uint64, mentions []titleMention) bool {
	for i, w := range words {
		if contributors[w] && !slices.ContainsFunc(mentions, func(m titleMention) bool { return m.first <= i && i <= m.last }) {
			return true
		}
	}
	return false
}

// agreement compares a title's claim with what the duties read.
func agreement(c Claim, l Level) Agreement {
	if l != Director && l != VP {
		return Unclear
	}
	switch {
	case c == ClaimDirector && l == Director, c == ClaimVP && l == VP:
		return Agrees
	case c == ClaimVP && l == Director:
		return ReadsLower
	case c == ClaimDirector && l == VP:
		return ReadsHigher
	}
	return Unclear
}
