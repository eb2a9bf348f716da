package report

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/clipperhouse/displaywidth"
	"golang.org/x/net/html"

	"rung/classify"
	"rung/classify/signal"
	"rung/corpus/text"
)

func exampleCard() *Card {
	p, v := example()
	return &Card{Posting: &p, Verdict: v, Low: 0.35, High: 0.65,
		Cite: func(cite string) string {
			if cite == "003:37" {
				return "A Comparison, seniority"
			}
			return ""
		},
		Change: []string{"Name the people."}, Notes: []string{"The title was guessed."}}
}

func TestCardSaysWhatARecruiterAsks(t *testing.T) {
	card := exampleCard().Text()
	for _, want := range []string{
		"Reads as a VP-level job.",
		"VP-level in about 83 of 100",
		"Director ├───",
		"The title says VP, and the duties agree.",
		"│ “Run sprint planning”",
		"│ “report to the CEO” ",
		"│ VP +++",
		"│ Director ++",
		"  1. Reports to the CEO or a founder: for VP +++\n     “You will «report to the CEO» and sit with the board.”\n     Where the role is described. Source: A Comparison, seniority.\n",
		"Worth knowing\n  • This looks like a young or small company",
		"What would change the reading\n  • Name the people.",
		"Notes of the reader\n  • The title was guessed.",
		"Model default@1234, lexicon abcd.",
	} {
		if !strings.Contains(card, want) {
			t.Errorf("the card lacks %q", want)
		}
	}
	if strings.Contains(card, "003:37") || strings.Contains(card, "\x1b") {
		t.Error("the card shows a bare line number or a colour")
	}
	if t.Failed() {
		t.Log(card)
	}
}

func TestCardKeepsToTheWidth(t *testing.T) {
	for _, width := range []int{60, 80, 120} {
		c := exampleCard()
		c.Width = width
		c.Verdict.Title = "アジャイル " + strings.Repeat("Engineering", 14)
		for _, line := range strings.Split(c.Text(), "\n") {
			if w := displaywidth.String(line); w > width {
				t.Errorf("width %d: a line of %d columns: %s", width, w, line)
			}
		}
	}
}

func TestColourOnlyAddsEscapes(t *testing.T) {
	c := exampleCard()
	plain := c.Text()
	c.Colour = true
	coloured := c.Text()
	if coloured == plain || strings.NewReplacer(bold, "", dim, "", off, "").Replace(coloured) != plain {
		t.Error("without its escapes the coloured card is not the plain card")
	}
}

func TestEveryPairOfClaimAndLevelHasItsSentence(t *testing.T) {
	c := exampleCard()
	seen := map[string]bool{}
	for claim := classify.ClaimNone; claim <= classify.ClaimOther; claim++ {
		for level := classify.Unsure; level <= classify.Neither; level++ {
			c.Verdict.Claim, c.Verdict.Level = claim, level
			s := c.view().Claim
			if !strings.HasSuffix(s, ".") || seen[s] {
				t.Errorf("%v/%v: %q", claim, level, s)
			}
			seen[s] = true
		}
	}
}

func TestEveryKeyHasItsWords(t *testing.T) {
	for k := range text.NumKinds {
		if name := text.Kind(k).String(); words()["section "+name] == "" {
			t.Errorf("words.txt lacks section %s", name)
		}
	}
	for d := range signal.NumDifferences {
		if name := signal.Difference(d).String(); words()["difference "+name] == "" {
			t.Errorf("words.txt lacks difference %s", name)
		}
	}
	if got := say("flag", "never_\x1bheard"); got != "never heard" {
		t.Errorf("an unknown key is said as %q", got)
	}
}

func TestAPostingOfAnotherKindShowsNoOdds(t *testing.T) {
	c := exampleCard()
	c.Verdict.Level = classify.Neither
	c.Verdict.GateReasons = c.Verdict.Reasons
	card := c.Text()
	if !strings.Contains(card, headDoubts+"\n  1. Plans in sprints: ++\n") || strings.Contains(card, "  2. Reports to the CEO or a founder: +++\n") {
		t.Errorf("only what speaks against shall be listed:\n%s", card)
	}
	for _, never := range []string{"of 100 cases", "●", "does not say", headReasons} {
		if strings.Contains(card, never) {
			t.Errorf("%q in the card:\n%s", never, card)
		}
	}
}

func TestANeitherWithoutDoubtsSaysWhy(t *testing.T) {
	c := exampleCard()
	c.Verdict.Level, c.Verdict.Flags = classify.Neither, nil
	if card := c.Text(); !strings.Contains(card, "Nothing in the text speaks of leading engineers.") {
		t.Error(card)
	}
}

func TestTableQuotesTheSameWordsOnce(t *testing.T) {
	c := exampleCard()
	twin := c.Verdict.Reasons[0]
	twin.Weight = 0.5
	more := c.Verdict.Reasons[1]
	more.Evidence = c.Verdict.Reasons[2].Evidence
	c.Verdict.Reasons = append(c.Verdict.Reasons, twin, more)
	got := c.view().Differences[signal.Authority].Higher
	if want := []string{"“report to the CEO” +++", "“Hire and grow directors” +", "and 1 more"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestSingleWordsStandBehindRulesAndOnlyWhereTheyCount(t *testing.T) {
	c := exampleCard()
	word := c.Verdict.Reasons[0]
	word.Rule, word.Weight, word.Evidence = "term:sprint", 0.5, c.Verdict.Reasons[2].Evidence
	slight := c.Verdict.Reasons[1]
	slight.Rule, slight.Weight, slight.Value = "term:directors", 0.19, 1
	c.Verdict.Reasons = append([]classify.Reason{word, slight}, c.Verdict.Reasons[1])
	got := c.view().Differences[signal.Authority].Higher
	if want := []string{"“Hire and grow directors” +", "“Run sprint planning” ++"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestHeadingsOfANarrowTableKeepTheLevels(t *testing.T) {
	for width, want := range map[int]string{60: "│ Director ", 70: "│ Director ", 80: "│ speaks for Director "} {
		c := exampleCard()
		c.Width = width
		if card := c.Text(); !strings.Contains(card, want) {
			t.Errorf("width %d: no %q in\n%s", width, want, card)
		}
	}
}

func TestATextThatCouldNotBeReadIsNotJudged(t *testing.T) {
	for flag, want := range map[string]string{
		classify.FlagNotEnglish: "This text is not in English; rung reads English only, so it gets no level.",
		classify.FlagEmpty:      "Too little text to say: paste the whole posting.",
		classify.FlagShortText:  "Too little text to say: paste the whole posting.",
	} {
		c := exampleCard()
		c.Verdict.Level, c.Verdict.Flags = classify.Neither, []string{flag, "startup"}
		c.Verdict.GateReasons = c.Verdict.Reasons
		page, err := c.HTML()
		if err != nil {
			t.Fatal(err)
		}
		for _, card := range []string{c.Text(), c.Markdown(), string(page), string(c.AppendJSON(nil))} {
			if !strings.Contains(card, want) || !strings.Contains(card, "young or small company") {
				t.Errorf("%s: the card lacks %q or the other flag:\n%s", flag, want, card)
			}
			for _, never := range []string{"another kind of job", "seven differences", say("flag", flag), "does not say"} {
				if strings.Contains(card, never) {
					t.Errorf("%s: %q in the card:\n%s", flag, never, card)
				}
			}
		}
	}
	c := exampleCard()
	c.Verdict.Flags = []string{classify.FlagShortText}
	if card := c.Text(); !strings.Contains(card, "Reads as a VP-level job.") || !strings.Contains(card, say("flag", classify.FlagShortText)) {
		t.Errorf("a short text that reads a level keeps it:\n%s", card)
	}
}

func TestFewSourcesAndEachOnce(t *testing.T) {
	c := exampleCard()
	c.Cite = func(s string) string { return s[:1] }
	c.Verdict.Reasons[0].Cite = []string{"a1", "a2", "b", "c"}
	if got := c.view().Reasons[0].Sources; !slices.Equal(got, []string{"a", "b"}) {
		t.Errorf("sources %q", got)
	}
}

func TestCertaintyIsNeverShownAsWhole(t *testing.T) {
	for p, want := range map[float64]int{0: 1, 1: 99, 0.5: 50, 0.996: 99, 0.835: 84} {
		if got := percent(p); got != want {
			t.Errorf("percent(%v) = %d, want %d", p, got, want)
		}
	}
}

func TestLongSentencesAreCutRoundTheQuotation(t *testing.T) {
	in := strings.Repeat("früh ", 60) + "own the P&L" + strings.Repeat(" spät", 60)
	start := strings.Index(in, "own")
	before, after := around(in, start, start+len("own the P&L"), 0, len(in), 120)
	if !strings.HasPrefix(before, "… früh ") || !strings.HasSuffix(after, " spät …") || len(before)+len(after) > 130 {
		t.Errorf("before %q\nafter %q", before, after)
	}
	if before, after = around("you own it now", 4, 7, 0, 14, 120); before != "you " || after != " it now" {
		t.Errorf("a short sentence: %q, %q", before, after)
	}
}

func TestHostileTextStaysText(t *testing.T) {
	c := exampleCard()
	c.Verdict.Title = "<script>alert(1)</script> *VP* \x1b[2J"
	c.Verdict.Company = "[x](http://example.org) | a"
	page, err := c.HTML()
	if err != nil {
		t.Fatal(err)
	}
	doc, err := html.Parse(strings.NewReader(string(page)))
	if err != nil {
		t.Fatal(err)
	}
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode && n.Data == "script" {
			t.Error("the title became a script")
		}
	}
	if s := c.Text(); strings.Contains(s, "\x1b") {
		t.Error("the text card moves the cursor")
	}
	if s := c.Markdown(); !strings.Contains(s, `# \<script\>alert(1)\</script\> \*VP\* \[2J`) || !strings.Contains(s, `\[x\](http://example.org) \| a`) {
		t.Errorf("markdown:\n%s", s)
	}
}

func TestHTMLCardHoldsTheSame(t *testing.T) {
	page, err := exampleCard().HTML()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"<p>Jobs that read like this one are VP-level in about 83 of 100 cases and Director-level in the other 17.",
		`<i style="left: 35%; width: 30%"></i><b style="left: 83%"></b>`,
		"“You will <mark>report to the CEO</mark> and sit with the board.”",
		"Source: A Comparison, seniority.",
		"<h2>Notes of the reader</h2>",
	} {
		if !strings.Contains(string(page), want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	if !strings.HasPrefix(string(page), "<!doctype html>") {
		t.Error("the page does not begin with its doctype")
	}
	for _, never := range []string{"http://", "https://", "src=", "ZgotmplZ"} {
		if strings.Contains(string(page), never) {
			t.Errorf("the page holds %q", never)
		}
	}
}

func TestJSONCardIsARowAndMore(t *testing.T) {
	var card struct {
		Row
		Summary string   `json:"summary"`
		Flags   []string `json:"flags_said"`
		Missing []string `json:"missing_said"`
		Change  []string `json:"change"`
		Notes   []string `json:"notes"`
	}
	if err := json.Unmarshal(exampleCard().AppendJSON(nil), &card); err != nil {
		t.Fatal(err)
	}
	if len(card.Reasons) != 3 || card.Summary != "Reads as a VP-level job. The title says VP, and the duties agree." || len(card.Flags) != 1 || card.Change[0] != "Name the people." || len(card.Notes) != 1 || len(card.Missing) != 1 {
		t.Errorf("%+v", card)
	}
}
