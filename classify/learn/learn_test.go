package learn

import "testing"

func TestRanksOfTitles(t *testing.T) {
	for title, want := range map[string]rank{
		"CTO": above, "Head of Engineering": above, "Chief Technology Officer (remote)": above, "Head of Data": above,
		"Engineering Manager, Payments": below, "Staff Software Engineer": below, "Tech Lead": below, "Senior Manager, Engineering": below,
		"Director of Engineering": noRank, "VP Engineering": noRank, "Vice President, Head of Engineering": noRank, "Software Engineer": noRank, "": noRank,
		"Executive Assistant to the CTO": below,
	} {
		if got := rankOf(title); got != want {
			t.Errorf("rankOf(%q) = %d, want %d", title, got, want)
		}
	}
}
