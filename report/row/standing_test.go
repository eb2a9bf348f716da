package row

import (
	"encoding/csv"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rung/classify"
	"rung/classify/signal"
	"rung/corpus"
	"rung/corpus/text"
	"rung/report"
)

// placed is example, of which it is known where the job stands.
func placed() (corpus.Posting, *classify.Verdict) {
	p, v := example()
	state := func(k signal.Fact, value string, words string) {
		f := &v.Facts[k]
		f.Value = uint8(max(slices.Index(k.Values(), value), 0))
		start := strings.Index(p.Text, words)
		f.Evidence.Span = text.Span{Start: start, End: start + len(words)}
	}
	state(signal.FactScope, "whole", "About the role")
	state(signal.FactBelow, "directors", "grow directors")
	state(signal.FactAbove, "ceo", "report to the CEO")
	state(signal.FactExec, "1", "the board")
	state(signal.FactSize, "", "in München")
	v.Facts[signal.FactSize].Number = 40
	v.Sure, v.PriorVP, v.Engineering = true, 0.5, 0.97
	v.Ladder = classify.Ladder{0.01, 0.0300004, 0.22, 0.7, 0.0399996}
	v.Unread = []classify.UnreadSpan{{Span: text.Span{Start: 0, End: 14}, Cause: "title"}, {Span: text.Span{Start: 120, End: 130}, Cause: "legal"}}
	return p, v
}

func TestARowSaysWhereTheJobStands(t *testing.T) {
	p, v := placed()
	line := string(Append(nil, p, v, Options{}))
	want := `,"sure":true,"ladder":{"contributor":0.01,"first_line":0.03,"director":0.22,"vp":0.7,"chief":0.04},"function":{"engineering":0.97},` +
		`"facts":{"scope":{"value":"whole","start":0,"end":14,"quote":"About the role"},"below":{"value":"directors","start":83,"end":97,"quote":"grow directors"},` +
		`"above":{"value":"ceo","start":28,"end":45,"quote":"report to the CEO"},"exec":{"value":1,"start":59,"end":68,"quote":"the board"},` +
		`"budget":{"value":"none"},"horizon":{"value":"unstated"},"hands_on":{"value":0},"build_org":{"value":0},"stage":{"value":"unclear"},` +
		`"size":{"value":40,"start":122,"end":133,"quote":"in München"}},"prior_vp":0.5,` +
		`"unread":[{"start":0,"end":14,"cause":"title"},{"start":120,"end":130,"cause":"legal"}]}`
	if _, got, _ := strings.Cut(line, `"missing":["span"]`); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	row := decode(t, []byte(line))
	if f := row.Facts.Above; f.Value != "ceo" || p.Text[*f.Start:*f.End] != f.Quote {
		t.Errorf("above reads back as %+v", f)
	}
	if row.Facts.Exec.Value != 1 || *row.Facts.Size.Value != 40 || row.Ladder.VP != 0.7 || row.Function.Engineering != 0.97 || len(row.Unread) != 2 {
		t.Errorf("row = %+v", row)
	}
}

func TestARowLeavesOutWhatIsNotKnown(t *testing.T) {
	const all = "sure ladder function facts prior_vp unread"
	for name, c := range map[string]struct {
		change func(*classify.Verdict)
		keys   string
		want   string
	}{
		"a level":                    {func(v *classify.Verdict) {}, all, `"sure":true`},
		"a model that has no ladder": {func(v *classify.Verdict) { v.Ladder = classify.Ladder{} }, "sure prior_vp unread", `"level":"vp"`},
		"nothing but the level":      {func(v *classify.Verdict) { *v = classify.Verdict{Level: classify.VP} }, "sure prior_vp unread", `"sure":false,"prior_vp":0,"unread":[]`},
		"neither": {func(v *classify.Verdict) { v.Level, v.Why, v.Sure = classify.Neither, classify.OtherFunction, false },
			"sure ladder function facts why_neither prior_vp unread", `"why_neither":"other_function"`},
		"neither, and it is not known why": {func(v *classify.Verdict) { v.Level = classify.Neither }, all, `"level":"neither"`},
		"unread":                           {func(v *classify.Verdict) { v.Level, v.Cause = classify.Unread, classify.Resume }, "sure why_unread prior_vp unread", `"why_unread":"resume"`},
		"unread, and it is not known why":  {func(v *classify.Verdict) { v.Level = classify.Unread }, "sure prior_vp unread", `"level":"unread"`},
		"a level with what is not its own": {func(v *classify.Verdict) { v.Why, v.Cause = classify.Below, classify.Article }, all, `"level":"vp"`},
		"a number of people that is not said": {func(v *classify.Verdict) { v.Facts[signal.FactSize] = classify.FactValue{} },
			all, `"size":{"value":null}}`},
	} {
		p, v := placed()
		c.change(v)
		row := Append(nil, p, v, Options{})
		_, last, _ := strings.Cut(strings.Join(keys(t, row), " "), "missing ")
		if last != c.keys || !strings.Contains(string(row), c.want) {
			t.Errorf("%s: keys %s, want %s, and %s in\n%s", name, last, c.keys, c.want, row)
		}
	}
}

func TestFactsStandInTheOrderOfTheirNames(t *testing.T) {
	p, v := placed()
	var object struct{ Facts json.RawMessage }
	if err := json.Unmarshal(Append(nil, p, v, Options{}), &object); err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(keys(t, object.Facts), " "); got != "scope below above exec budget horizon hands_on build_org stage size" {
		t.Errorf("facts %s", got)
	}
}

func TestASheetSaysWhereTheJobStandsBehindItsOldColumns(t *testing.T) {
	p, v := placed()
	const before = "id,source,company,title,level,probability,log_odds,title_claim,agreement,horizon,duties,meetings,authority,metrics,career,education,flags,missing,reasons,model,"
	const standing = 26 // cells behind the text
	const behind = "sure,rung,ladder_contributor,ladder_first_line,ladder_director,ladder_vp,ladder_chief,engineering," +
		"fact_scope,fact_below,fact_above,fact_exec,fact_budget,fact_horizon,fact_hands_on,fact_build_org,fact_stage,fact_size,why,prior_vp,gate,url,location,posted,row,reasons_text\n"
	for _, opt := range []Options{{}, {Text: true}} {
		f := CSV(opt)
		head, between := string(f.Head(nil)), ""
		if opt.Text {
			between = "text,"
		}
		if head != before+between+behind {
			t.Errorf("header %s", head)
		}
		rows, err := csv.NewReader(strings.NewReader(head + string(f.Row(nil, p, v)))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		got := rows[1][len(rows[1])-standing:]
		want := []string{"true", "vp", "0.01", "0.03", "0.22", "0.7", "0.04", "0.97", "whole", "directors", "ceo", "1", "none", "unstated", "0", "0", "unclear", "40", "", "0.5",
			"2.5", "", "", "", "", "reports to the CEO or a founder; manages directors; plans in sprints"}
		if d := cmp.Diff(want, got); d != "" {
			t.Error(d)
		}
	}
	cells := func(v *classify.Verdict) string {
		line := strings.TrimSuffix(string(CSV(Options{}).Row(nil, p, v)), "\n")
		return strings.Join(strings.Split(line, ",")[strings.Count(line, ",")+1-standing:], ",")
	}
	const nothing = ",,,,,,,,,,,,,,,,,"
	for name, c := range map[string]struct {
		v    classify.Verdict
		want string
	}{
		"of no known rung": {classify.Verdict{Level: classify.VP, PriorVP: 0.2}, "false," + nothing + ",0.2,0,,,,,"},
		"unread":           {classify.Verdict{Level: classify.Unread, Cause: classify.TooShort, Ladder: v.Ladder, PriorVP: 0.5}, "false," + nothing + "too_short,0.5,0,,,,,"},
		"neither": {classify.Verdict{Level: classify.Neither, Why: classify.Below, Ladder: classify.Ladder{1}, PriorVP: 0.5},
			"false,contributor,1,0,0,0,0,0,none,unstated,unstated,0,none,unstated,0,0,unclear,,below,0.5,0,,,,,"},
		"neither, and it is not known why": {classify.Verdict{Level: classify.Neither, PriorVP: 0.5}, "false," + nothing + "unknown,0.5,0,,,,,"},
	} {
		if got := cells(&c.v); got != c.want {
			t.Errorf("%s: got %s, want %s", name, got, c.want)
		}
	}
}

func TestTablesForPeopleTellSureFromLeaning(t *testing.T) {
	_, v := placed()
	other := report.Levels{"manager", "chief"}
	for name, c := range map[string]struct {
		change        func(*classify.Verdict)
		levels        report.Levels
		level, reason string
	}{
		"sure":                   {func(v *classify.Verdict) {}, report.Levels{}, "vp", v.Reasons[0].Gloss},
		"leaning":                {func(v *classify.Verdict) { v.Sure = false }, report.Levels{}, "leans vp", v.Reasons[0].Gloss},
		"leaning to Director":    {func(v *classify.Verdict) { v.Sure, v.Level = false, classify.Director }, report.Levels{}, "leans director", v.Reasons[0].Gloss},
		"of no known rung":       {func(v *classify.Verdict) { v.Sure, v.Ladder = false, classify.Ladder{} }, other, "chief", v.Reasons[0].Gloss},
		"unsure":                 {func(v *classify.Verdict) { v.Sure, v.Level = false, classify.Unsure }, report.Levels{}, "unsure", v.Reasons[0].Gloss},
		"neither":                {func(v *classify.Verdict) { v.Level = classify.Neither }, report.Levels{}, "neither", v.Reasons[0].Gloss},
		"below Director":         {func(v *classify.Verdict) { v.Level, v.Why = classify.Neither, classify.Below }, report.Levels{}, "neither", "below Director"},
		"another function":       {func(v *classify.Verdict) { v.Level, v.Why = classify.Neither, classify.OtherFunction }, report.Levels{}, "neither", "another function"},
		"a résumé":               {func(v *classify.Verdict) { v.Level, v.Cause = classify.Unread, classify.Resume }, report.Levels{}, "unread", "a résumé"},
		"unread for some reason": {func(v *classify.Verdict) { v.Level, v.Cause = classify.Unread, classify.NoCause }, report.Levels{}, "unread", v.Reasons[0].Gloss},
	} {
		_, v := placed()
		c.change(v)
		if got := cells(v, c.levels); got[3] != c.level || got[6] != c.reason {
			t.Errorf("%s: %q because %q, want %q because %q", name, got[3], got[6], c.level, c.reason)
		}
	}
	for why := range whyWords {
		if new(classify.Why).UnmarshalText([]byte(why)) != nil && new(classify.Cause).UnmarshalText([]byte(why)) != nil {
			t.Errorf("%q is no cause", why)
		}
	}
	for w := classify.Below; w <= classify.OtherFunction; w++ {
		if whyWords[w.String()] == "" {
			t.Errorf("no words for %v", w)
		}
	}
	for c := classify.NotEnglish; c <= classify.SeveralJobs; c++ {
		if whyWords[c.String()] == "" {
			t.Errorf("no words for %v", c)
		}
	}
}
