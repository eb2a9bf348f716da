package web

import (
	"net/http"
	"strconv"
	"strings"
	"testing"

	"rung/classify"
	"rung/classify/signal"
	"rung/corpus"
	"rung/corpus/text"
	"rung/report/card"
)

const sample = "About us\n\nWe sell tea.\n\nWhat you will do\n\n- Report to the CEO and lead all of engineering.\n- Run sprints with squads.\n\nBenefits\n\n- Free tea.\n"

// known is a check of a verdict that knows all: for VP "Report to the CEO" and
// "lead all of engineering", for Director "Run sprints", and words.
func known(t *testing.T) *checked {
	t.Helper()
	at := func(words string) signal.Evidence {
		i := strings.Index(sample, words)
		if i < 0 {
			t.Fatalf("no %q in the text", words)
		}
		return signal.Evidence{Span: text.Span{Start: i, End: i + len(words)}, Section: text.Duties}
	}
	d := text.Parse(sample)
	reason := func(rule, gloss string, weight float64, d signal.Difference, words ...string) classify.Reason {
		r := classify.Reason{Rule: rule, Gloss: gloss, Weight: weight, Value: 1, Difference: d}
		for _, w := range words {
			r.Evidence = append(r.Evidence, at(w))
		}
		return r
	}
	v := classify.Verdict{
		Title: "VP of Engineering", Level: classify.VP, Sure: true, Probability: 0.83, PriorVP: 0.5, Engineering: 0.97,
		Ladder: classify.Ladder{0.004, 0.026, 0.22, 0.71, 0.04}, Claim: classify.ClaimVP, Agreement: classify.Agrees, Doc: d,
		Reasons: []classify.Reason{
			reason("reporting/ceo", "reports to the CEO or a founder", 1.2, signal.Authority, "Report to the CEO"),
			reason("term:tea", "uses the word “tea”", 0.5, signal.Duties, "tea"),
			reason("horizon/sprint", "works in sprints", -0.45, signal.Horizon, "Run sprints"),
			reason("term:squads", "uses the word “squads”", -0.2, signal.Duties, "squads"),
			reason("authority/ceo", "works for a CEO", -0.3, signal.Meetings, "CEO and"),
		},
	}
	for i := range v.Reasons {
		v.LogOdds += v.Reasons[i].Contribution()
		v.Differences[v.Reasons[i].Difference] += v.Reasons[i].Contribution()
	}
	v.Facts[signal.FactAbove] = classify.FactValue{Value: 5, Evidence: at("Report to the CEO")}
	v.Facts[signal.FactScope] = classify.FactValue{Value: 4, Evidence: at("lead all of engineering")}
	v.Unread = []classify.UnreadSpan{{Span: at("- Free tea.").Span, Cause: "benefits"}}
	return &checked{Posting: corpus.Posting{Title: v.Title, Text: sample}, Verdict: v}
}

// shownPage is the part of the page that answers.
func shownPage(t *testing.T, s *Server, c *checked) (*checkView, string) {
	t.Helper()
	view := s.view(c, "")
	var b strings.Builder
	if err := s.pages["check"].ExecuteTemplate(&b, "result", &checkPage{Check: view}); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(b.String(), "style=") {
		t.Error("a style in the page, which the browser is told to refuse")
	}
	return view, b.String()
}

func TestThePageShowsLadderFactsAndReasons(t *testing.T) {
	view, got := shownPage(t, server(t, Options{}), known(t))
	for _, want := range []string{
		`<p class="level vp">Reads as a VP-level job</p>`,
		"That is at even odds of the two levels",
		`<tr class="best"><th scope="row">VP</th>`, `class="rung vp" x="0" y="0" width="71"`, "&lt; 1 %", "The function is engineering in about 97 of 100 cases.",
		`<th scope="row">Reports to</th><td>the CEO or a founder <a class="quote" href="#e` + strconv.Itoa(strings.Index(sample, "Report to")),
		`<tr class="unsaid"><th scope="row">Budget</th><td>not said`,
		"Wording as a whole", "its words, heaviest first", "“tea”", "“squads”",
		`<span class="unread" title="Not read: what is offered">- Free tea.</span>`, "Not read: what is offered",
		`<span class="fact" id="e` + strconv.Itoa(strings.Index(sample, "lead all")) + `" title="Leads: all of engineering">lead all of engineering</span>`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	if strings.Contains(got, "uses the word") || strings.Contains(got, "works for a CEO") {
		t.Error("a word is a reason, or words speak for both sides")
	}
	if t.Failed() {
		t.Log(got)
	}
	// Every link leads somewhere, and no name is used twice.
	for _, part := range strings.Split(got, `href="#`)[1:] {
		to, _, _ := strings.Cut(part, `"`)
		if n := strings.Count(got, `id="`+to+`"`); n != 1 {
			t.Errorf("%d places are called %s", n, to)
		}
	}
	sides := map[string]string{}
	for _, r := range view.Reasons {
		sides[r.Rule] = r.Side + " " + r.Amount
	}
	for rule, want := range map[string]string{"reporting/ceo": "vp +0.90", "horizon/sprint": "director -0.45", "wording": "vp +0.30"} {
		if sides[rule] != want {
			t.Errorf("%s is shown as %q, want %q", rule, sides[rule], want)
		}
	}
	if d := view.Differences[signal.Duties]; d.Wording != "slightly VP" || len(d.Reasons) != 0 {
		t.Errorf("the duties hold %q and %d reasons", d.Wording, len(d.Reasons))
	}
}

func TestThePageTellsLeansFromReads(t *testing.T) {
	c := known(t)
	c.Verdict.Sure = false
	if _, got := shownPage(t, server(t, Options{}), c); !strings.Contains(got, `<p class="level vp leans">Leans VP-level`) || strings.Contains(got, "Reads as") {
		t.Error("a level that is not sure does not lean")
	}
}

func TestAVerdictThatIsNeitherSaysWhich(t *testing.T) {
	c := known(t)
	c.Verdict.Level, c.Verdict.Why, c.Verdict.Ladder = classify.Neither, classify.Below, classify.Ladder{0.1, 0.81, 0.09, 0, 0}
	view, got := shownPage(t, server(t, Options{}), c)
	if !strings.Contains(got, "Below Director: one team&#39;s manager, 81 of 100") || view.Known || strings.Contains(got, `class="scale"`) || !strings.Contains(got, `class="ladder"`) {
		t.Errorf("known %v:\n%s", view.Known, got)
	}
}

func TestAnUnreadVerdictShowsItsCauseAndNoReasons(t *testing.T) {
	c := known(t)
	v := &c.Verdict
	v.Level, v.Cause, v.Flags, v.Missing = classify.Unread, classify.Resume, []string{classify.FlagShortText}, []string{"people"}
	c.More = true
	view, got := shownPage(t, server(t, Options{}), c)
	for _, want := range []string{"This looks like a curriculum vitae. rung scores postings, never people", "Changes are tried only on"} {
		if !strings.Contains(got, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	for _, never := range []string{`class="ladder"`, `class="facts"`, `class="scale"`, "seven differences", "does not say", "The title says", `class="mark`} {
		if strings.Contains(got, never) {
			t.Errorf("the page holds %q", never)
		}
	}
	if len(view.Reasons) > 0 || len(view.Flags) > 0 {
		t.Errorf("%d reasons, flags %q", len(view.Reasons), view.Flags)
	}
}

func TestWhatIsLeftOpenCanBePutIn(t *testing.T) {
	c := known(t)
	c.Verdict.Sure, c.More = false, true
	c.Change = []card.Advice{{Target: classify.VP, Changes: []classify.Change{{Open: true, Known: true, Fact: signal.FactBudget, Value: "own", Add: "You own the budget.", Before: 0.83, Probability: 0.9, Level: classify.VP, Leans: true, Left: []signal.Fact{signal.FactExec}}}}}
	view := server(t, Options{}).view(c, "")
	a := view.Advice[0]
	if a.Heading != "To read VP surely" || len(a.Changes) != 1 || a.Closing != "After that: 90 of 100 for VP; it leans VP, but not surely. Still to be said: whether it sits in the executive team." {
		t.Errorf("%+v", a)
	}
	if ch := a.Changes[0]; ch.Do != "Say what budget it holds." || ch.Effect != "Naming a budget of its own would bring it from 83 to 90 of 100 for VP." || ch.Place != "Run sprints with squads." {
		t.Errorf("%+v", ch)
	}
	c.Change[0].Changes = nil
	if a := server(t, Options{}).view(c, "").Advice[0]; !strings.HasPrefix(a.Closing, "It leans VP already") {
		t.Errorf("%+v", a)
	}
}

func TestTheShareOfVPsIsChosenOnThePage(t *testing.T) {
	s := server(t, Options{})
	for _, c := range []struct{ prior, share, chosen, says string }{
		{"", "", `value="50" selected`, "at even odds"},
		{"50", "7", `value="50" selected`, "at even odds"},
		{"20", "", `value="20" selected`, "where 20 of 100 jobs"},
		{"own", "12.5", `value="own" selected`, "where 12.5 of 100 jobs"},
		{"own", "0", `value="50" selected`, "at even odds"},
		{"own", "many", `value="50" selected`, "at even odds"},
	} {
		text := example(t, "director")
		at := leads(post(s, "/check", "text", text, "prior", c.prior, "share", c.share))
		page := ask(s, "GET", at, "").Body.String()
		fragment := post(s, "/fragment", "text", text, "prior", c.prior, "share", c.share).Body.String()
		card := ask(s, "GET", at+"/card/json", "").Body.String()
		if !strings.Contains(page, c.says) || !strings.Contains(page, c.chosen) || !strings.Contains(fragment, c.says) {
			t.Errorf("asked for %q %q, the page does not say %q, or has not chosen %q", c.prior, c.share, c.says, c.chosen)
		}
		if w := post(s, "/card/txt", "text", text, "prior", c.prior, "share", c.share); w.Code != http.StatusOK || !strings.Contains(strings.Join(strings.Fields(w.Body.String()), " "), c.says) || card == "" {
			t.Errorf("asked for %q %q, the card does not say %q", c.prior, c.share, c.says)
		}
	}
	other := server(t, Options{Classifier: classify.Default().AtPrior(0.3)})
	if got := ask(other, "GET", "/", "").Body.String(); !strings.Contains(got, `value="own" selected`) || !strings.Contains(got, `value="30"`) {
		t.Error("the page does not show the share that the server is set to")
	}
}

func TestATableTellsAnswersApart(t *testing.T) {
	s := server(t, Options{})
	table := newTable(&memory{name: "rows"})
	table.done = true
	for i, answer := range []string{"reads_vp", "leans_vp", "reads_director", "leans_director", "unsure", "below", "above", "other_function", "neither", "unread"} {
		level := map[string]classify.Level{"vp": classify.VP, "director": classify.Director, "unsure": classify.Unsure, "unread": classify.Unread}[answer[strings.LastIndex(answer, "_")+1:]]
		if strings.Contains("below above other_function neither", answer) {
			level = classify.Neither
		}
		table.rows = append(table.rows, entry{N: i, Title: answer, Level: level, Answer: answer, Percent: 50})
	}
	at := "/t/" + s.tables.put(table)
	for query, want := range map[string]int{"": 10, "?level=vp": 2, "?level=leans_vp": 1, "?level=reads_director": 1, "?level=neither": 4, "?level=below": 1, "?level=unread": 1} {
		got := ask(s, "GET", at+query, "").Body.String()
		if n := strings.Count(got, `<th scope="row"`); n != want {
			t.Errorf("%q shows %d rows, want %d", query, n, want)
		}
	}
	got := ask(s, "GET", at, "").Body.String()
	for _, want := range []string{`<span class="chip vp">reads VP</span>`, `<span class="chip vp leans">leans VP</span>`, ">below Director</span>", ">above VP</span>", ">another function</span>", ">unread</span>"} {
		if !strings.Contains(got, want) {
			t.Errorf("the table lacks %q", want)
		}
	}
	if n := strings.Count(got, `<td class="num">50 %`); n != 5 {
		t.Errorf("%d rows have a probability, want 5", n)
	}
}
