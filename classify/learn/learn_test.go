package learn

import "testing"

func TestRanksOfTitles(t *testing.T) {
	for title, want := range map[string]Rank{
		"CTO": Above, "Head of Engineering": Above, "Chief Technology Officer (remote)": Above, "Head of Data": Above,
		"Engineering Manager, Payments": Below, "Staff Software Engineer": Below, "Tech Lead": Below, "Senior Manager, Engineering": Below,
		"Director of Engineering": NoRank, "VP Engineering": NoRank, "Vice President, Head of Engineering": NoRank, "Software Engineer": NoRank, "": NoRank,
		"Executive Assistant to the CTO": Below,
	} {
		if got := RankOf(title); got != want {
			t.Errorf("RankOf(%q) = %d, want %d", title, got, want)
		}
	}
}
