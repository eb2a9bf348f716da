package card

import (
	"slices"
	"testing"

	"rung/corpus/profile"
	"rung/corpus/text"
)

func TestWhatAPostingStatesIsSaidPlainly(t *testing.T) {
	const posting = "The role\nYou will report to the CTO and lead four engineering managers.\n\nRequirements\n- 10+ years of software engineering experience\n\nBenefits\n- Salary: $180,000 - $210,000 a year\n"
	got := stated(profile.Extract(text.Parse(posting)))
	for _, want := range []string{"Asks for 10 years of experience.", "Pays USD 180000 to 210000 a year."} {
		if !slices.Contains(got, want) {
			t.Errorf("%q does not say %q", got, want)
		}
	}
	if got := stated(profile.Extract(text.Parse("Zebras graze."))); len(got) != 0 {
		t.Errorf("a text that states nothing is said to state %q", got)
	}
}
