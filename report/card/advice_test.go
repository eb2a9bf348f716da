package card

import (
	"slices"
	"strings"
	"testing"

	"rung/classify"
	"rung/classify/signal"
	"rung/report"
)

func TestAdviceTellsWhatEachChangeDoesAndWhereItLeads(t *testing.T) {
	open := classify.Change{Open: true, Known: true, Fact: signal.FactAbove, Value: "ceo", Add: "You report to the CEO.",
		Against: classify.Option{Value: "vp", Add: "You report to the VP.", Probability: 0.22}, Before: 0.41, Probability: 0.63, Level: classify.Unsure}
	stated := classify.Change{Known: true, Fact: signal.FactBelow, Value: "directors", Add: "Directors report to you.", Quote: "Lead\n two managers.", Before: 0.63, Probability: 0.8, Level: classify.VP, Leans: true}
	drop := classify.Change{Quote: "Run\n sprints.", Gloss: "plans in sprints", Before: 0.8, Probability: 0.95, Level: classify.VP}
	const (
		first  = "To read more like a VP's job: Say to whom the job reports. Naming the CEO or a founder would bring it from 41 to 63 of 100 for VP; a VP to 22."
		second = "Then: The posting says “Lead two managers.”; a VP-level job would say, where it is true: “Directors report to you.” That would bring it from 63 to 80 of 100 for VP."
		third  = "Then: Reword or drop “Run sprints.” (plans in sprints). That would bring it from 80 to 95 of 100 for VP."
		differ = " What is still missing is not wording: the duties themselves differ."
	)
	leaves := open
	leaves.Left = []signal.Fact{signal.FactScope, signal.FactExec}
	more := open
	more.More = true
	like := open
	like.Value, like.Against.Value = "", ""
	alone := open
	alone.Against = classify.Option{}
	still := classify.Change{Quote: "Sit with the board.", Gloss: "sits with the board", Before: 0.95, Probability: 0.9, Level: classify.VP}
	for name, c := range map[string]struct {
		target classify.Level
		list   []classify.Change
		want   []string
	}{
		"to the target":          {classify.VP, []classify.Change{open, stated, drop}, []string{first, second, third, "After that: 95 of 100 for VP, and it reads VP."}},
		"it leans":               {classify.VP, []classify.Change{open, stated}, []string{first, second, "After that: 80 of 100 for VP; it leans VP, but not surely."}},
		"not so far":             {classify.VP, []classify.Change{open}, []string{first, "After that: 63 of 100 for VP, still between the two levels." + differ}},
		"more is open":           {classify.VP, []classify.Change{leaves}, []string{first, "After that: 63 of 100 for VP, still between the two levels. Still to be said: how much of engineering it leads, whether it sits in the executive team."}},
		"more could be reworded": {classify.VP, []classify.Change{more}, []string{first, "After that: 63 of 100 for VP, still between the two levels. More of its sentences speak for the other level."}},
		"the other level still": {classify.Director, []classify.Change{still}, []string{
			"To read more like a Director's job: Reword or drop “Sit with the board.” (sits with the board). That would bring it from 95 to 90 of 100 for VP.",
			"After that: 90 of 100 for VP; it still stands nearer to VP." + differ}},
		"rules that state no fact": {classify.VP, []classify.Change{like}, []string{
			"To read more like a VP's job: Say to whom the job reports. Something like “You report to the CEO.” would bring it from 41 to 63 of 100 for VP; “You report to the VP.” to 22.",
			"After that: 63 of 100 for VP, still between the two levels." + differ}},
		"nothing speaks against": {classify.VP, []classify.Change{alone}, []string{
			"To read more like a VP's job: Say to whom the job reports. Naming the CEO or a founder would bring it from 41 to 63 of 100 for VP.",
			"After that: 63 of 100 for VP, still between the two levels." + differ}},
		"none found": {classify.Director, nil, []string{
			"No single change of wording that was tried moves it by 2 points of 100 towards Director: the duties themselves differ."}},
	} {
		if got := sentences(&classify.Verdict{Probability: 0.5}, c.target, c.list); !slices.Equal(got, c.want) {
			t.Errorf("%s:\ngot  %q\nwant %q", name, got, c.want)
		}
	}
}

func TestALeaningPostingIsAdvisedToBeSure(t *testing.T) {
	v := &classify.Verdict{Level: classify.VP}
	open := classify.Change{Open: true, Known: true, Fact: signal.FactExec, Value: "1", Add: "You sit in it.", Before: 0.8, Probability: 0.9, Level: classify.VP}
	if got := sentences(v, classify.VP, []classify.Change{open}); got[0] != "To read VP surely: Say whether it sits in the executive team. Naming a seat in it would bring it from 80 to 90 of 100 for VP." {
		t.Errorf("%q", got)
	}
	if got := sentences(v, classify.VP, nil); !strings.HasPrefix(got[0], "It leans VP already") {
		t.Errorf("%q", got)
	}
}

func TestWhatIsAdvisedDependsOnWhatIsMeant(t *testing.T) {
	for name, c := range map[string]struct {
		level classify.Level
		sure  bool
		claim classify.Claim
		means string
		want  []classify.Level
	}{
		"surely as meant":                  {classify.VP, true, classify.ClaimVP, "vp", nil},
		"leans as meant":                   {classify.VP, false, classify.ClaimVP, "vp", []classify.Level{classify.VP}},
		"leans as its title says":          {classify.VP, false, classify.ClaimVP, "", []classify.Level{classify.VP}},
		"leans otherwise":                  {classify.VP, false, classify.ClaimDirector, "", []classify.Level{classify.Director}},
		"surely as its title says":         {classify.Director, true, classify.ClaimDirector, "", []classify.Level{classify.VP}},
		"unsure, the title says something": {classify.Unsure, false, classify.ClaimDirector, "", []classify.Level{classify.Director}},
		"unsure":                           {classify.Unsure, false, classify.ClaimNone, "", []classify.Level{classify.Director, classify.VP}},
		"neither":                          {classify.Neither, false, classify.ClaimVP, "vp", nil},
		"unread":                           {classify.Unread, false, classify.ClaimVP, "vp", nil},
	} {
		v := classify.Verdict{Level: c.level, Sure: c.sure, Claim: c.claim, Ladder: classify.Ladder{0, 0, 0.5, 0.5, 0}}
		got := targets(&v, report.Levels{}, c.means)
		if len(got) != len(c.want) || len(got) > 0 && got[0] != c.want[0] {
			t.Errorf("%s: advised is %v, want %v", name, got, c.want)
		}
	}
	if got := targets(&classify.Verdict{}, report.Levels{"nurse", "chief"}, ""); got != nil {
		t.Errorf("of other levels advised is %v", got)
	}
}

func TestAnUnsettledPostingIsToldWhatLeavesItOpen(t *testing.T) {
	for want, v := range map[string]classify.Verdict{
		"Of the two levels it is nearer to Director already. Whether it stands below both": {Probability: 0.1, Ladder: classify.Ladder{0.05, 0.4, 0.5, 0.05, 0}},
		"Of the two levels it is nearer to Director already; what leaves it open is not":   {Probability: 0.1},
		"No single change": {Probability: 0.9},
	} {
		if got := sentences(&v, classify.Director, nil); len(got) != 1 || !strings.HasPrefix(got[0], want) {
			t.Errorf("got %q, want %q…", got, want)
		}
	}
}
