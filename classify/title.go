package classify

import (
	_ "embed"
	"slices"
	"strings"

	"rung/corpus/text"
)

//go:embed titles.txt
var titlesText string

// titleLists are the word lists of titles.txt by name.
var titleLists = func() map[string]map[string]bool {
	lists := map[string]map[string]bool{}
	var name string
	for line := range strings.Lines(titlesText) {
		line, _, _ = strings.Cut(line, "#")
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		if n, ok := strings.CutSuffix(line, ":"); ok {
			name = n
			lists[name] = map[string]bool{}
			continue
		}
		for _, w := range strings.Fields(line) {
			lists[name][w] = true
		}
	}
	return lists
}()

// titleMention is a level named in a title: words first to last, both included.
type titleMention struct {
	claim       Claim
	first, last int
}

// ClaimOf reads what a title claims. It is testimony: no verdict depends on it.
//
// A vice president is a VP; "AVP" and a vice president who is by the same title
// an engineer, developer, architect or other single contributor hold a bank's
// grade. A title of both levels, of neither, or of an in-between ("Head of",
// "Managing Director") is other.
func ClaimOf(title string) Claim {
	var words []string
	for _, t := range text.Tokenize(nil, title) {
		if t.Class == text.Word || t.Class == text.Number {
			words = append(words, strings.ToLower(title[t.Start:t.End]))
		}
	}
	if len(words) == 0 {
		return ClaimNone
	}
	claims := map[Claim]bool{}
	mentions := titleMentions(words)
	for _, m := range mentions {
		claims[m.claim] = true
	}
	switch {
	case claims[ClaimBankVP]:
		return ClaimBankVP
	case claims[ClaimVP] && claims[ClaimDirector], len(claims) == 0:
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

func titleMentions(words []string) []titleMention {
	var out []titleMention
	for i := 0; i < len(words); i++ {
		w := words[i]
		before := func(n int) string {
			if i-n < 0 {
				return ""
			}
			return words[i-n]
		}
		// "Assistant to the VP", "Chief of Staff to the Director": another job.
		if i > 0 && (titleLists["vp"][w] || titleLists["director"][w] || w == "vice") && (before(1) == "to" || before(2) == "to" && before(1) == "the") {
			continue
		}
		switch {
		case titleLists["bank"][w]:
			out = append(out, titleMention{ClaimBankVP, i, i})
		case titleLists["vp"][w]:
			c := ClaimVP
			if titleLists["bank-before"][before(1)] {
				c = ClaimBankVP
			}
			out = append(out, titleMention{c, i, i})
		case w == "vice" && i+1 < len(words) && (words[i+1] == "president" || words[i+1] == "presidents"):
			c := ClaimVP
			if titleLists["bank-before"][before(1)] {
				c = ClaimBankVP
			}
			out = append(out, titleMention{c, i, i + 1})
			i++
		case titleLists["director"][w]:
			c := ClaimDirector
			if titleLists["not-director-before"][before(1)] {
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
func contributor(words []string, mentions []titleMention) bool {
	for i, w := range words {
		if titleLists["contributor"][w] && !slices.ContainsFunc(mentions, func(m titleMention) bool { return m.first <= i && i <= m.last }) {
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
