package card

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
	"rung/report"
	"rung/report/row"
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

// answered calls f with a verdict of every answer.
func answered(f func(v *classify.Verdict)) {
	known := classify.Ladder{0.1, 0.1, 0.3, 0.4, 0.1}
	for _, v := range []classify.Verdict{
		{Level: classify.VP, Sure: true}, {Level: classify.VP}, {Level: classify.Director, Sure: true}, {Level: classify.Director},
		{Level: classify.Unsure}, {Level: classify.Neither}, {Level: classify.Neither, Why: classify.Below},
		{Level: classify.Neither, Why: classify.Above}, {Level: classify.Neither, Why: classify.OtherFunction},
	} {
		v.Ladder = known
		f(&v)
	}
	for cause := classify.NoCause; cause <= classify.SeveralJobs; cause++ {
		f(&classify.Verdict{Level: classify.Unread, Cause: cause})
	}
}

func TestEveryPairOfClaimAndAnswerHasItsSentence(t *testing.T) {
	o := voice(report.Levels{})
	seen := map[string]string{}
	for claim := classify.ClaimNone; claim <= classify.ClaimOther; claim++ {
		answered(func(v *classify.Verdict) {
			v.Claim = claim
			s, answer := o.Claim(v), report.Answer(v)
			if v.Level == classify.Unread {
				if s != "" {
					t.Errorf("of a text that is unread a title is set against duties: %q", s)
				}
				return
			}
			if v.Why == classify.OtherFunction {
				answer = "neither" // another kind of job, whichever it is
			}
			if was, ok := seen[s]; !strings.HasSuffix(s, ".") || ok && was != answer {
				t.Errorf("%v/%s: %q, as of %s", claim, answer, s, was)
			}
			seen[s] = answer
		})
	}
}

func TestEveryAnswerHasItsHeadline(t *testing.T) {
	seen := map[string]bool{}
	for _, l := range []report.Levels{{}, {"nurse", "chief"}} {
		answered(func(v *classify.Verdict) {
			s := voice(l).Headline(v)
			if s == report.Answer(v) || strings.HasSuffix(s, ".") || strings.Contains(s, "{") || s != report.Capital(s) || seen[s] && v.Cause == classify.NoCause && v.Level != classify.Unread {
				t.Errorf("%s, cause %v: %q", report.Answer(v), v.Cause, s)
			}
			seen[s] = true
		})
	}
}

func TestNeitherSaysWhichAndHowSurely(t *testing.T) {
	for want, v := range map[string]classify.Verdict{
		"Below Director: one team's manager, 81 of 100":                                       {Why: classify.Below, Ladder: classify.Ladder{0.1, 0.81, 0.08, 0.01, 0}},
		"Below Director: a single contributor, 93 of 100":                                     {Why: classify.Below, Ladder: classify.Ladder{0.93, 0.07, 0, 0, 0}},
		"Below Director: one team's manager or a single contributor, 80 of 100":               {Why: classify.Below, Ladder: classify.Ladder{0.42, 0.38, 0.2, 0, 0}},
		"Above VP: runs the company's technology, 70 of 100":                                  {Why: classify.Above, Ladder: classify.Ladder{0, 0, 0.1, 0.2, 0.7}},
		"Another function than engineering; there it stands at VP level, 70 of 100":           {Why: classify.OtherFunction, Ladder: classify.Ladder{0, 0, 0.2, 0.7, 0.1}},
		"Another function than engineering; there it stands as one team's manager, 60 of 100": {Why: classify.OtherFunction, Ladder: classify.Ladder{0.2, 0.6, 0.2, 0, 0}},
		"Below Director": {Why: classify.Below},
	} {
		v.Level = classify.Neither
		if got := voice(report.Levels{}).Headline(&v); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestUnsureIsACoinFlipOnlyNearEvenOdds(t *testing.T) {
	for p, want := range map[float64]string{0.5: "near a coin flip", 0.62: "near a coin flip", 0.9: "the text does not settle it"} {
		if got := voice(report.Levels{}).Headline(&classify.Verdict{Probability: p}); !strings.Contains(got, want) {
			t.Errorf("at %v: %q", p, got)
		}
	}
}

func TestUnsureMayBeUnsureOfStandingBelow(t *testing.T) {
	v := classify.Verdict{Probability: 0.1, Ladder: classify.Ladder{0.05, 0.4, 0.5, 0.05, 0}}
	if got := voice(report.Levels{}).Headline(&v); got != "Could be a Director or stand below: the text does not settle it" {
		t.Error(got)
	}
}

func TestAJobAboveShowsWhatSpeaksForIt(t *testing.T) {
	c := ladderCard()
	v := c.Verdict
	v.Level, v.Why, v.Ladder, v.GateReasons = classify.Neither, classify.Above, classify.Ladder{0, 0, 0.1, 0.2, 0.7}, v.Reasons
	card := c.Text()
	if !strings.Contains(card, "Above VP: runs the company's technology, 70 of 100.") || !strings.Contains(card, headReasons+"\n  1. Reports to the CEO") || strings.Contains(card, headDoubts) {
		t.Error(card)
	}
}

func TestWhatFactsSayIsNotMissed(t *testing.T) {
	c := ladderCard()
	c.Verdict.Missing = []string{"reporting", "money", "metrics"}
	got := c.view().Missing
	if want := []string{report.Say("missing", "money"), report.Say("missing", "metrics")}; !slices.Equal(got, want) {
		t.Errorf("missed are %q, want %q", got, want)
	}
}

func TestOddsSayOfWhichMixtureTheyAre(t *testing.T) {
	for prior, want := range map[float64]string{
		0:      "in the other 17. From 35",
		0.5:    "in the other 17. That is at even odds of the two levels, as if both were equally common. From 35",
		0.2:    "That is where 20 of 100 jobs of the two levels are VP-level. From 35",
		1. / 3: "That is where 33.3 of 100 jobs",
	} {
		c := exampleCard()
		c.Verdict.PriorVP = prior
		if got := c.view().Odds; !strings.Contains(got, want) {
			t.Errorf("at the prior %v: %q", prior, got)
		}
	}
}

func TestTheUnsureZoneNeverContradictsTheVerdict(t *testing.T) {
	for _, c := range []struct {
		level classify.Level
		p     float64
		want  bool
	}{
		{classify.VP, 0.83, true}, {classify.VP, 0.5, false}, {classify.Director, 0.2, true}, {classify.Director, 0.5, false},
		{classify.Unsure, 0.5, true}, {classify.Unsure, 0.9, false}, // a bank's grade
		{classify.Neither, 0.5, false}, {classify.Unread, 0, false},
	} {
		card := exampleCard()
		card.Verdict.Level, card.Verdict.Probability = c.level, c.p
		w := card.view()
		if got := strings.Contains(w.Odds, "shaded here") && w.Low < w.High; got != c.want {
			t.Errorf("%v at %v: the zone is shown: %v", c.level, c.p, got)
		}
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
	more.Evidence = []signal.Evidence{{Span: text.Span{Start: 0, End: 14}}}
	c.Verdict.Reasons = append(c.Verdict.Reasons, twin, more)
	got := c.view().Differences[signal.Authority].Higher
	if want := []string{"“report to the CEO” +++", "“Hire and grow directors” +", "and 1 more"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestSingleWordsAreNotQuotedInTheTable(t *testing.T) {
	c := exampleCard()
	word := c.Verdict.Reasons[0]
	word.Rule, word.Weight, word.Evidence = "term:sprint", 0.5, c.Verdict.Reasons[2].Evidence
	c.Verdict.Reasons = append([]classify.Reason{word}, c.Verdict.Reasons[1])
	got := c.view().Differences[signal.Authority].Higher
	if want := []string{"“Hire and grow directors” +", "wording ++"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	c.Levels = report.Levels{"nurse", "chief"}
	got = c.view().Differences[signal.Authority].Higher
	if want := []string{"“Run sprint planning” ++", "“Hire and grow directors” +"}; !slices.Equal(got, want) {
		t.Errorf("of other levels, which know only words: got %q, want %q", got, want)
	}
}

func TestTheWordingIsOneReasonThatOpensIntoItsWords(t *testing.T) {
	c := exampleCard()
	for i, w := range []string{"founders", "board", "seed_round", "on-call", "squad", "roadmap", "growth"} {
		r := c.Verdict.Reasons[0]
		r.Rule, r.Weight = "term:"+w, 0.4-float64(i)*0.05
		if w == "on-call" {
			r.Weight = -r.Weight
		}
		c.Verdict.Reasons = append(c.Verdict.Reasons, r)
	}
	page, err := c.HTML()
	if err != nil {
		t.Fatal(err)
	}
	const five = "“founders” (VP), “board” (VP), “seed round” (VP), “on-call” (Director), “squad” (VP), and 2 more."
	for name, card := range map[string]string{"text": c.Text(), "markdown": c.Markdown(), "html": string(page)} {
		flat := strings.Join(strings.Fields(card), " ")
		for _, want := range []string{"Wording as a whole: for VP", five} {
			if !strings.Contains(strings.ReplaceAll(flat, "&#43;", "+"), want) {
				t.Errorf("%s: the card lacks %q:\n%s", name, want, card)
			}
		}
		if strings.Contains(card, "uses the word") {
			t.Errorf("%s: a word is a reason by itself", name)
		}
	}
	if want := "<details><summary>" + five + "</summary><p>“founders” (VP), “board” (VP), “seed round” (VP), “on-call” (Director), “squad” (VP), “roadmap” (VP), “growth” (VP).</p></details>"; !strings.Contains(string(page), want) {
		t.Errorf("the page does not open into the words:\n%s", page)
	}
}

// ladderCard is a card of a verdict that knows all.
func ladderCard() *Card {
	c := exampleCard()
	v := c.Verdict
	v.Sure, v.PriorVP, v.Engineering = true, 0.5, 0.97
	v.Ladder = classify.Ladder{0.001, 0.029, 0.22, 0.71, 0.04}
	v.Facts[signal.FactAbove] = classify.FactValue{Value: 5, Evidence: v.Reasons[0].Evidence[0]}
	v.Facts[signal.FactBelow] = classify.FactValue{Value: 5, Evidence: v.Reasons[1].Evidence[0]}
	v.Facts[signal.FactSize] = classify.FactValue{Number: 40, Evidence: v.Reasons[2].Evidence[0]}
	return c
}

func TestTheCardShowsLadderAndFacts(t *testing.T) {
	c := ladderCard()
	page, err := c.HTML()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"The ladder\n  Chief       ██ 4 %\n  VP          ████████████████████████████ 71 %\n  Director    █████████ 22 %\n  One team    █ 3 %\n  Contributor ▏ < 1 %\nThe function is engineering in about 97 of 100 cases.\n",
		"The job in facts\n  Leads            not said\n  Below it         directors — “Hire and grow directors”\n  Reports to       the CEO or a founder — “report to the CEO”\n  Executive team   not said\n",
		"  People led       40 — “Run sprint planning”\n\nThe title says VP, and the duties agree.",
	} {
		if !strings.Contains(c.Text(), want) {
			t.Errorf("the card lacks %q:\n%s", want, c.Text())
		}
	}
	for _, want := range []string{"| VP | 71 % | ██████████████ |", "| Contributor | \\< 1 % |  |", "| Reports to | the CEO or a founder | “report to the CEO” |", "| Leads | not said |  |"} {
		if !strings.Contains(c.Markdown(), want) {
			t.Errorf("markdown lacks %q:\n%s", want, c.Markdown())
		}
	}
	for _, want := range []string{`<tr class="best"><th scope="row">VP</th><td><i style="width: 71%"></i></td><td>71 %</td></tr>`, `<th scope="row">Reports to</th><td>the CEO or a founder</td><td>“report to the CEO”</td>`, `<tr class="place"><th scope="row">Leads</th><td>not said</td><td></td></tr>`} {
		if !strings.Contains(string(page), want) {
			t.Errorf("the page lacks %q:\n%s", want, page)
		}
	}
	for _, order := range [][]string{{"Reads as a VP-level job", "The ladder", "The job in facts", "The title says VP", "The seven differences", headReasons, "What the posting does not say", "What would change"}} {
		at := 0
		for _, s := range order {
			i := strings.Index(c.Text()[at:], s)
			if i < 0 {
				t.Fatalf("%q does not stand where it belongs:\n%s", s, c.Text())
			}
			at += i
		}
	}
}

func TestAModelWithoutALadderShowsNone(t *testing.T) {
	card := exampleCard().Text()
	for _, never := range []string{headLadder, headFacts, "even odds"} {
		if strings.Contains(card, never) {
			t.Errorf("%q in the card:\n%s", never, card)
		}
	}
}

func TestALevelThatIsNotSureLeans(t *testing.T) {
	c := ladderCard()
	c.Verdict.Sure = false
	page, err := c.HTML()
	if err != nil {
		t.Fatal(err)
	}
	for name, card := range map[string]string{"text": c.Text(), "markdown": c.Markdown(), "html": string(page), "json": string(c.AppendJSON(nil))} {
		if !strings.Contains(card, "Leans VP-level: more likely than Director-level, but not surely.") || !strings.Contains(card, "the duties lean the same way") || strings.Contains(card, "Reads as") {
			t.Errorf("%s: the card does not lean:\n%s", name, card)
		}
	}
}

func TestAnotherFunctionLeadsAllOfItsOwn(t *testing.T) {
	c := ladderCard()
	v := c.Verdict
	v.Level, v.Why = classify.Neither, classify.OtherFunction
	v.Facts[signal.FactScope] = classify.FactValue{Value: 4, Evidence: v.Reasons[0].Evidence[0]}
	if card := c.Text(); !strings.Contains(card, "Leads            all of its function") {
		t.Error(card)
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
	for cause, want := range map[classify.Cause]string{
		classify.NotEnglish:  "This text is not in English; rung reads English only, so it gets no level.",
		classify.TooShort:    "Too little text to say: paste the whole posting.",
		classify.NoDuties:    "This text says nothing of what one does in the job, so it gets no level.",
		classify.Resume:      "This looks like a curriculum vitae. rung scores postings, never people.",
		classify.Article:     "This looks like a text about such jobs, not like a posting of one.",
		classify.SeveralJobs: "Several jobs in one text: paste one.",
		classify.NoCause:     "No level can be read from this text.",
	} {
		c := ladderCard()
		v := c.Verdict
		v.Level, v.Cause, v.Flags = classify.Unread, cause, []string{classify.FlagNotEnglish, classify.FlagShortText, "startup"}
		v.GateReasons = v.Reasons
		page, err := c.HTML()
		if err != nil {
			t.Fatal(err)
		}
		for _, card := range []string{c.Text(), c.Markdown(), string(page), string(c.AppendJSON(nil))} {
			if !strings.Contains(card, want) || !strings.Contains(card, "young or small company") {
				t.Errorf("%v: the card lacks %q or the other flag:\n%s", cause, want, card)
			}
			for _, never := range []string{"another kind of job", "seven differences", report.Say("flag", classify.FlagNotEnglish), "does not say", "Name the people", headLadder, headFacts, "The title says", "even odds"} {
				if strings.Contains(card, never) {
					t.Errorf("%v: %q in the card:\n%s", cause, never, card)
				}
			}
		}
	}
	c := exampleCard()
	c.Verdict.Flags = []string{classify.FlagShortText}
	if card := c.Text(); !strings.Contains(card, "Reads as a VP-level job.") || !strings.Contains(card, report.Say("flag", classify.FlagShortText)) {
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
		if got := report.Percent(p); got != want {
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
		row.Row
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

func TestOtherLevelsHaveTheirOwnNames(t *testing.T) {
	c := exampleCard()
	c.Levels = report.Levels{"ward_nurse", "chief"}
	page, err := c.HTML()
	if err != nil {
		t.Fatal(err)
	}
	for name, card := range map[string]string{"text": c.Text(), "markdown": c.Markdown(), "html": string(page)} {
		for _, want := range []string{
			"Reads as a job of the higher level, Chief",
			"Chief-level in about 83 of 100",
			"speaks for Ward nurse",
			"for Chief",
		} {
			if !strings.Contains(strings.Join(strings.Fields(card), " "), want) {
				t.Errorf("%s: the card lacks %q:\n%s", name, want, card)
			}
		}
		for _, never := range []string{"VP-level", "for VP", "Director", "The title says", "does not say"} {
			if strings.Contains(card, never) {
				t.Errorf("%s: %q in the card:\n%s", name, never, card)
			}
		}
	}
	if s := string(c.AppendJSON(nil)); !strings.Contains(s, `"summary":"Reads as a job of the higher level, Chief."`) || !strings.Contains(s, `"missing_said":[]`) {
		t.Error(s)
	}
}
