package study

import (
	"fmt"
	"math"
	"reflect"
	"strings"
	"testing"
	"time"

	"rung/classify"
	"rung/corpus"
	"rung/corpus/attacktest"
	"rung/corpus/boilerplate"
	"rung/corpus/stats"
	"rung/report"
	"rung/report/table"
)

// read makes a study of observations written as "level claim company month
// log-odds", one a line.
func read(t *testing.T, opt Options, lines string) *Study {
	t.Helper()
	levels := map[string]classify.Level{"director": classify.Director, "vp": classify.VP, "unsure": classify.Unsure, "neither": classify.Neither}
	claims := map[string]classify.Claim{"director": classify.ClaimDirector, "vp": classify.ClaimVP, "bank": classify.ClaimBankVP, "other": classify.ClaimOther, "none": classify.ClaimNone}
	s := New(opt)
	for line := range strings.Lines(lines) {
		f := strings.Fields(line)
		if len(f) < 5 {
			continue
		}
		o := Observation{ID: fmt.Sprint(s.Len()), Level: levels[f[0]], Answer: report.Answer(&classify.Verdict{Level: levels[f[0]]}), Claim: claims[f[1]], Company: f[2], Month: f[3]}
		if _, err := fmt.Sscan(f[4], &o.Differences[0]); err != nil {
			t.Fatal(err)
		}
		o.Probability = 1 / (1 + math.Exp(-o.Differences[0]))
		if o.Month == "-" {
			o.Month = ""
		}
		s.Add(&Reading{Observation: o})
	}
	return s
}

const some = `
director director Elm 2026-01 -2
director director Elm 2026-01 -1
director vp       Ash 2026-02 -3
vp       vp       Ash 2026-02  2
vp       vp       Oak -        4
unsure   director Oak 2026-02  0
neither  other    Elm 2026-02  1
neither  none     Elm 2026-02  1
`

// cell finds the cell of a column in the row that begins with the words.
func cell(t *testing.T, tb *table.Table, key string, words ...string) table.Cell {
	t.Helper()
	for _, row := range tb.Rows {
		ok := true
		for i, w := range words {
			ok = ok && row[i].Text == w
		}
		for j, c := range tb.Columns {
			if ok && c.Key == key {
				return row[j]
			}
		}
	}
	t.Fatalf("table %s has no %s of %q", tb.Name, key, words)
	return table.Cell{}
}

func made(t *testing.T, s *Study, name string, q Query) *table.Table {
	t.Helper()
	tb, err := s.Table(name, q)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range tb.Rows {
		if len(row) != len(tb.Columns) {
			t.Fatalf("table %s: %d cells for %d columns", name, len(row), len(tb.Columns))
		}
	}
	return tb
}

func TestLevelsAreCounted(t *testing.T) {
	s := read(t, Options{}, some)
	all := made(t, s, "levels", Query{})
	if n := cell(t, all, "n", "All", "Director").Number; n != 3 || all.N != 8 || all.Missing != 0 {
		t.Errorf("%v Directors of %d, %d missing", n, all.N, all.Missing)
	}
	if share, want := cell(t, all, "low", "All", "VP").Number, stats.Wilson(2, 8).Low; share != want {
		t.Errorf("lower bound %v, want %v", share, want)
	}
	by := made(t, s, "levels", Query{By: "company"})
	if by.Rows[0][0].Text != "Elm" || cell(t, by, "of", "Elm", "Neither").Number != 4 || cell(t, by, "n", "Ash", "VP").Number != 1 {
		t.Errorf("by company: %v", by.Rows)
	}
	top := made(t, s, "levels", Query{By: "company", Top: 1})
	if cell(t, top, "of", "All 2 others", "VP").Number != 4 {
		t.Errorf("the others: %v", top.Rows)
	}
	months := made(t, s, "time", Query{})
	if months.Missing != 1 || cell(t, months, "n", "2026-02", "Neither").Number != 2 || !cell(t, months, "share", "2026-02", "Neither").Missing {
		t.Errorf("by month: %d missing, %v", months.Missing, months.Rows)
	}
	if _, err := s.Table("levels", Query{By: "colour"}); err == nil || !strings.Contains(err.Error(), `"colour"`) {
		t.Errorf("an unknown field: %v", err)
	}
}

// answers is a study of a verdict of each kind.
func answers(levels [2]string) *Study {
	s, r := New(Options{Levels: levels}), NewReader(Options{Levels: levels})
	known := classify.Ladder{0.1, 0.1, 0.3, 0.4, 0.1}
	for i, v := range []classify.Verdict{
		{Level: classify.VP, Sure: true, Claim: classify.ClaimVP}, {Level: classify.VP, Claim: classify.ClaimVP}, {Level: classify.VP, Claim: classify.ClaimDirector},
		{Level: classify.Director, Sure: true}, {Level: classify.Unsure}, {Level: classify.Neither, Why: classify.Below}, {Level: classify.Neither, Why: classify.OtherFunction},
		{Level: classify.Unread, Cause: classify.Resume}, {Level: classify.Unread, Cause: classify.NotEnglish},
	} {
		v.PriorVP = 0.5
		if v.Level != classify.Unread {
			v.Ladder = known
		}
		p := duties(fmt.Sprintf("Firm%c", 'A'+i), fmt.Sprint("Lead ", i, i*i*7919), fmt.Sprint("Do thing ", i*i*104729, " with ", i*7919))
		s.Add(r.Posting(p, &v))
	}
	return s
}

func TestAnswersAreToldApart(t *testing.T) {
	s := answers([2]string{})
	q := Query{Duplicates: true}
	a := made(t, s, "answers", q)
	for answer, want := range map[string]float64{"Reads VP": 1, "Leans VP": 2, "Reads Director": 1, "Leans Director": 0, "Unsure": 1, "Below Director": 1, "Other function": 1, "Unread: resume": 1, "Unread: not english": 1} {
		n := -1.0
		for _, row := range a.Rows {
			if row[2].Text == answer {
				n = row[3].Number
			}
		}
		if n != want {
			t.Errorf("%s: %v, want %v", answer, n, want)
		}
	}
	if got := a.Rows[0][1].Text; got != "Neither" || len(a.Rows) != 9 {
		t.Errorf("the first of %d rows is of %q", len(a.Rows), got)
	}
	sum := 0.0
	for _, row := range a.Rows {
		sum += row[3].Number
	}
	if sum != 9 {
		t.Errorf("%v of 9 postings", sum)
	}
	levels := made(t, s, "levels", q)
	if cell(t, levels, "n", "All", "VP").Number != 3 || cell(t, levels, "n", "All", "Unread").Number != 2 || !strings.Contains(strings.Join(levels.Notes, " "), "Read surely are 1 of 1 Director and 1 of 3 VP; the others lean.") {
		t.Errorf("levels: %v, %q", levels.Rows, levels.Notes)
	}
	m := made(t, s, "matrix", q)
	if cell(t, m, "reads_vp", "VP").Number != 2 || cell(t, m, "leans_vp", "VP").Number != 1 || cell(t, m, "leans_vp", "Director").Number != 1 || cell(t, m, "reads_unread", "No title").Number != 2 {
		t.Errorf("matrix: %v", m.Rows)
	}
	by := made(t, s, "levels", Query{By: "answer", Duplicates: true})
	if cell(t, by, "n", "Leans VP", "VP").Number != 2 {
		t.Errorf("by answer: %v", by.Rows)
	}
	for _, tb := range []*table.Table{a, levels, m} {
		if !strings.Contains(strings.Join(tb.Notes, " "), "at even odds of the two levels.") {
			t.Errorf("table %s does not say at which odds: %q", tb.Name, tb.Notes)
		}
	}
	if c := made(t, s, "calibration", q); c.Missing < 4 {
		t.Errorf("unread postings are among the %d calibrated", c.N-c.Missing)
	}
}

func TestStudiesOfOtherLevelsNameTheirs(t *testing.T) {
	a := made(t, answers([2]string{"nurse", "matron"}), "answers", Query{Duplicates: true})
	if cell(t, a, "n", "All", "Matron", "Leans Matron").Number != 2 || cell(t, a, "n", "All", "Neither", "Below Nurse").Number != 1 {
		t.Errorf("%v", a.Rows)
	}
}

func TestOddsAreSaidInOneSentence(t *testing.T) {
	s := New(Options{})
	if got := s.Odds(); got != "" {
		t.Errorf("of nothing: %q", got)
	}
	for _, p := range []float64{0.5, 0, 0.2, 0.5} {
		s.Add(&Reading{Observation: Observation{PriorVP: p}})
	}
	if got, want := s.Odds(), "Probabilities, and with them the levels, are at a share of 20 % VP among the two levels, or at even odds of the two levels."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestAgreementIsOfTitlesAndDuties(t *testing.T) {
	s := read(t, Options{}, some)
	a := made(t, s, "agreement", Query{By: "company"})
	want := stats.Kappa([][]int{{2, 0}, {1, 2}}, stats.Nominal)
	if n, k := cell(t, a, "n", "All").Number, cell(t, a, "kappa", "All").Number; n != 5 || k != want.Value {
		t.Errorf("kappa %v of %v, want %v of 5", k, n, want.Value)
	}
	if got, want := cell(t, a, "kappa_linear", "All").Number, stats.Kappa([][]int{{2, 1, 0}, {0, 0, 0}, {1, 0, 2}}, stats.Linear).Value; got != want {
		t.Errorf("linear kappa %v, want %v", got, want)
	}
	if cell(t, a, "reads_lower", "Ash").Number != 1 || cell(t, a, "n", "Elm").Number != 2 {
		t.Errorf("by company: %v", a.Rows)
	}
	m := made(t, s, "matrix", Query{})
	if cell(t, m, "reads_unsure", "Director").Number != 1 || cell(t, m, "n", "No title").Number != 1 || m.Missing != 1 {
		t.Errorf("matrix: %v", m.Rows)
	}
	if _, err := New(Options{Levels: [2]string{"junior", "senior"}}).Table("agreement", Query{}); err == nil {
		t.Error("titles are compared with levels that they cannot name")
	}
}

func TestDifferencesAreCompared(t *testing.T) {
	s := read(t, Options{}, some)
	d := made(t, s, "differences", Query{Resamples: 100, Seed: 3})
	if m, g := cell(t, d, "mean", "Time horizon", "Director").Number, cell(t, d, "effect", "Time horizon", "VP").Number; m != -2 || g != stats.Hedges([]float64{2, 4}, []float64{-2, -1, -3}).Value {
		t.Errorf("mean %v, effect %v", m, g)
	}
	if d.N != 5 || !strings.Contains(d.Caption, "left out: 3") {
		t.Errorf("n = %d: %s", d.N, d.Caption)
	}
	claims := made(t, s, "differences_by_claim", Query{Resamples: 100})
	if claims.Name != "differences_by_claim" || cell(t, claims, "n", "Education", "VP").Number != 3 {
		t.Errorf("%s: %v", claims.Name, claims.Rows)
	}
	if again := made(t, s, "differences", Query{Resamples: 100, Seed: 3}); !reflect.DeepEqual(again, d) {
		t.Error("the same study gives another table")
	}
}

func TestCurves(t *testing.T) {
	s := read(t, Options{}, some)
	c := made(t, s, "calibration", Query{})
	sum := 0.0
	for _, row := range c.Rows {
		sum += row[2].Number
	}
	if sum != 6 || c.Missing != 2 || !c.Rows[3][4].Missing {
		t.Errorf("%v postings in bins, %d missing: %v", sum, c.Missing, c.Rows)
	}
	v := made(t, s, "coverage", Query{})
	last := v.Rows[len(v.Rows)-1]
	if last[0].Number != 1 || last[1].Number != 6 || last[2].Number != 5.0/6 {
		t.Errorf("at full coverage: %v", last)
	}
}

// duties makes a posting whose one duty is to do the thing.
func duties(company, title, thing string) corpus.Posting {
	return corpus.Posting{ID: corpus.ID(company + "/" + title), Company: company, Title: title, Source: "jobs.jsonl:7", Posted: time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC),
		Text: "What you will do\n\n• " + thing + " for the whole of " + company + " and its customers\n• Report on progress in " + title + " matters\n\nRequirements\n\n• 8+ years of experience\n• 3+ years of experience managing people\n• Bachelor's degree in computer science\n• Kubernetes and Python\n\nPay\n\nThe salary is $100 - $120 per hour."}
}

func studyOf(opt Options, postings []corpus.Posting, level func(i int) classify.Level) *Study {
	s, r := New(opt), NewReader(opt)
	for i, p := range postings {
		s.Add(r.Posting(p, &classify.Verdict{Level: level(i), Claim: classify.ClaimOf(p.Title)}))
	}
	return s
}

func mixed(n int) ([]corpus.Posting, func(int) classify.Level) {
	var postings []corpus.Posting
	for i := range n {
		thing := "Review sprint backlogs with squads"
		if i%2 == 1 {
			thing = "Present capital budgets to investors"
		}
		postings = append(postings, duties(fmt.Sprintf("Firm%c", 'A'+i%7), fmt.Sprintf("Lead of item %d in part %d", i, i*i), thing))
	}
	return postings, func(i int) classify.Level { return []classify.Level{classify.Director, classify.VP}[i%2] }
}

func TestTermsTellGroupsApart(t *testing.T) {
	postings, level := mixed(40)
	s := studyOf(Options{Terms: true, Facts: true}, postings, level)
	q := Query{Duplicates: true, Top: 5}
	terms := made(t, s, "terms", q)
	if n := cell(t, terms, "n", "Director", "sprint backlogs").Number; n != 20 {
		t.Errorf("%v postings: %v", n, terms.Rows)
	}
	row := func(key string) float64 { return cell(t, terms, key, "VP", "capital budgets").Number }
	if row("other_n") != 0 || row("z") < 3 || row("q") > .01 || row("share") != 1 || row("employers") != 7 || row("low") >= row("log_odds") {
		t.Errorf("capital budgets: others %v, z %v, q %v, share %v, employers %v", row("other_n"), row("z"), row("q"), row("share"), row("employers"))
	}
	for _, r := range terms.Rows {
		if strings.Contains(r[1].Text, "director") || strings.Contains(r[1].Text, "the") && len(r[1].Text) == 3 {
			t.Errorf("term %q", r[1].Text)
		}
	}
	skills := made(t, s, "skills", q)
	if skills.Missing != 0 || len(skills.Rows) == 0 {
		t.Errorf("skills: %d missing, %v", skills.Missing, skills.Rows)
	}
	if three := made(t, s, "terms", Query{By: "company", Duplicates: true, Employers: 1}); len(three.Rows) == 0 {
		t.Error("no terms by company")
	}
	if _, err := studyOf(Options{}, postings, level).Table("terms", q); err == nil {
		t.Error("terms of a study that read none")
	}
}

func TestFactsAreOfTheYear(t *testing.T) {
	postings, level := mixed(12)
	s := studyOf(Options{Facts: true}, postings, level)
	q := Query{Duplicates: true}
	pay := made(t, s, "pay", q)
	if m, n := cell(t, pay, "median", "VP", "USD").Number, cell(t, pay, "converted", "VP", "USD").Number; m != 110*2080 || n != 6 {
		t.Errorf("median %v, %v converted", m, n)
	}
	years := made(t, s, "experience", q)
	if cell(t, years, "median", "Director", "Total").Number != 8 || cell(t, years, "median", "Director", "Leading").Number != 3 {
		t.Errorf("years: %v", years.Rows)
	}
	school := made(t, s, "education", q)
	if cell(t, school, "share", "VP", "Bachelor").Number != 1 || cell(t, school, "n", "VP", "Not stated").Number != 0 || !cell(t, school, "or_equivalent", "VP", "Doctor").Missing {
		t.Errorf("schooling: %v", school.Rows)
	}
}

func TestNearDuplicatesAreCountedOnce(t *testing.T) {
	p := duties("Elm", "Director of Engineering", "Lead the teams that build the till and the ledger, and answer for their plans and their budgets,")
	other := duties("Ash", "Director of Engineering", "Buy cloth, cut it, sew it, and sell what was sewn to people in towns by the sea and up the river,")
	s := studyOf(Options{}, []corpus.Posting{p, p, other}, func(int) classify.Level { return classify.Director })
	if all := made(t, s, "levels", Query{}); all.N != 2 || !strings.Contains(all.Caption, "removed: 1.") {
		t.Errorf("n = %d: %s", all.N, all.Caption)
	}
	if all := made(t, s, "levels", Query{Duplicates: true}); all.N != 3 || !strings.Contains(all.Caption, "kept: 1.") {
		t.Errorf("n = %d: %s", all.N, all.Caption)
	}
}

func TestRepeatedSentencesAreLeftOut(t *testing.T) {
	postings, level := mixed(20)
	for i := range postings {
		postings[i].Text = strings.Replace(postings[i].Text, "\n\nReq", "\n• Celebrate our marvellous values with every colleague\n\nReq", 1)
	}
	b := &boilerplate.Sentences{}
	for _, p := range postings {
		b.Add(p)
	}
	count := func(b *boilerplate.Sentences) int {
		s := studyOf(Options{Terms: true, Repeated: b}, postings, level)
		for id, name := range s.vocab[term].names {
			if name == "marvellous values" {
				return int(s.vocab[term].postings[id])
			}
		}
		return 0
	}
	if kept, removed := count(nil), count(b); kept != 20 || removed != 0 {
		t.Errorf("a repeated sentence counts %d times when kept, %d when removed", kept, removed)
	}
	b = &boilerplate.Sentences{}
	for i := range postings {
		postings[i].Company = "Confidential"
		b.Add(postings[i])
	}
	if kept := count(b); kept != 20 {
		t.Errorf("among postings that hide their employer it counts %d times, want 20", kept)
	}
}

// TestForgetting: a small vocabulary gives the same frequent terms.
func TestForgetting(t *testing.T) {
	postings, level := mixed(60)
	full, small := New(Options{Terms: true}), New(Options{Terms: true})
	small.vocab[term].limit = 80
	r := NewReader(Options{Terms: true})
	for i, p := range postings {
		p.Text = strings.Replace(p.Text, "\n\nReq", fmt.Sprintf("\n• Mend gadget%c%c and tools%c%c\n\nReq", 'a'+i/8, 'a'+i%8, 'a'+i/8, 'a'+i%8), 1)
		read := r.Posting(p, &classify.Verdict{Level: level(i)})
		full.Add(read)
		small.Add(read)
	}
	if len(small.vocab[term].names) > 80 || small.vocab[term].floor == 0 || small.vocab[term].floor >= 20 { // half of the postings say it
		t.Fatalf("%d terms, floor %d", len(small.vocab[term].names), small.vocab[term].floor)
	}
	q := Query{Duplicates: true, Top: 3}
	a, b := made(t, full, "terms", q), made(t, small, "terms", q)
	if got, want := cell(t, b, "z", "VP", "capital budgets").Number, cell(t, a, "z", "VP", "capital budgets").Number; got != want {
		t.Errorf("z is %v with a small vocabulary, %v with a large one", got, want)
	}
}

func TestRowsOfClassifyAreRead(t *testing.T) {
	line := []byte(`{"id":"a","source":"jobs.jsonl:3","company":"None","title":"VP of Engineering","level":"director","probability":0.2,"log_odds":-1.5,"title_claim":"vp","agreement":"reads_lower","reasons":[],"differences":{"horizon":-0.5,"duties":-1,"meetings":0,"authority":0,"metrics":0,"career":0,"education":0},"flags":["startup"],"model":"default@1","gate":2}`)
	if !IsRow(line) || IsRow([]byte(`{"id":"a","title":"VP","text":"Lead"}`)) || IsRow([]byte("{")) {
		t.Fatal("a row is not told from a posting")
	}
	r := NewReader(Options{})
	got, err := r.Row(line)
	if err != nil {
		t.Fatal(err)
	}
	o := got.Observation
	if o.Level != classify.Director || o.Claim != classify.ClaimVP || o.Agreement != classify.ReadsLower || o.Differences[1] != -1 || o.Source != "jobs.jsonl" || o.Company != "" {
		t.Errorf("read %+v", o)
	}
	if o.Sure || o.PriorVP != 0.5 {
		t.Errorf("a row of an earlier version: sure %v, prior %v, want neither sure nor other odds than even", o.Sure, o.PriorVP)
	}
	if second, err := r.Row([]byte(strings.Replace(string(line), "jobs.jsonl:3", "jobs.jsonl:3#2", 1))); err != nil || second.Observation.Source != "jobs.jsonl" {
		t.Errorf("of the second record on a line: %q, %v", second.Observation.Source, err)
	}
	for _, bad := range []string{`{`, `{"id":"a"}`, strings.Replace(string(line), `"director"`, `"captain"`, 1)} {
		if _, err := r.Row([]byte(bad)); err == nil {
			t.Errorf("no error of %s", bad)
		}
	}
}

func TestRowsTellWhyAndHowSurely(t *testing.T) {
	const row = `{"log_odds":1,"differences":{},"level":`
	for line, want := range map[string]Observation{
		row + `"vp","sure":true,"prior_vp":0.2}`:                   {Level: classify.VP, Sure: true, PriorVP: 0.2},
		row + `"neither","sure":false,"why_neither":"below"}`:      {Level: classify.Neither, Why: classify.Below, PriorVP: 0.5},
		row + `"unread","why_unread":"several_jobs","unread":[]}`:  {Level: classify.Unread, Cause: classify.SeveralJobs, PriorVP: 0.5},
		row + `"neither","why_neither":null,"ladder":{"chief":1}}`: {Level: classify.Neither, PriorVP: 0.5},
	} {
		r := NewReader(Options{})
		got, err := r.Row([]byte(line))
		if err != nil {
			t.Errorf("%s: %v", line, err)
			continue
		}
		if o := got.Observation; o.Level != want.Level || o.Sure != want.Sure || o.Why != want.Why || o.Cause != want.Cause || o.PriorVP != want.PriorVP || o.Answer == "" {
			t.Errorf("%s: read %v, sure %v, %v, %v, prior %v", line, o.Level, o.Sure, o.Why, o.Cause, o.PriorVP)
		}
		v := classify.Verdict{Level: want.Level, Sure: want.Sure, Why: want.Why, Cause: want.Cause, PriorVP: want.PriorVP}
		if o := r.Posting(corpus.Posting{}, &v).Observation; o.Level != want.Level || o.Sure != want.Sure || o.Why != want.Why || o.Cause != want.Cause || o.PriorVP != want.PriorVP {
			t.Errorf("the verdict of %s is read otherwise: %+v", line, o)
		}
	}
	for line, want := range map[string]string{
		row + `"vp","sure":false,"ladder":{"vp":0.6}}`: "leans_vp",
		row + `"vp","sure":true,"ladder":{"vp":0.6}}`:  "reads_vp",
		row + `"vp","sure":false}`:                     "reads_vp", // whose model does not say how sure it is
		row + `"neither","why_neither":"above"}`:       "above",
	} {
		if got, err := NewReader(Options{}).Row([]byte(line)); err != nil || got.Answer != want {
			t.Errorf("%s: %q, %v, want %s", line, got.Answer, err, want)
		}
	}
	if _, err := NewReader(Options{}).Row([]byte(row + `"neither","why_neither":"sideways"}`)); err == nil {
		t.Error("no error of a why that is none")
	}
}

func TestSentencesHoldTheirTerms(t *testing.T) {
	r := NewReader(Options{})
	p := duties("Elm", "Director", "Review sprint backlogs with squads, and sprint backlogs again")
	for table, c := range map[string][2]string{"terms": {"sprint backlogs", "Review sprint backlogs"}, "skills": {"Kubernetes", "Kubernetes and"}, "responsibilities": {"reports", "Report on"}} {
		got := r.Sentences(p.Company, p.Text, map[string]map[string]string{table: {strings.ToLower(c[0]): c[0]}})
		if len(got) != 1 || got[0].Of(p.Text) != got[0].Text || !strings.HasPrefix(got[0].Text, c[1]) || got[0].Table != table || got[0].Term != c[0] {
			t.Errorf("%s: sentences %+v", table, got)
		}
	}
}

func FuzzRow(f *testing.F) {
	f.Add([]byte(`{"id":"a","level":"vp","log_odds":1,"differences":{"horizon":1},"text":"You lead."}`))
	f.Add([]byte(`{"level":"neither","log_odds":0,"differences":{},"posted":"2026-01"}`))
	f.Add([]byte(`{"level":"unread","log_odds":0,"differences":{},"why_unread":"resume","prior_vp":0.2}`))
	f.Fuzz(func(t *testing.T, line []byte) {
		opt := Options{Terms: true}
		attacktest.Bounded(t, string(line), 8<<20, 2000, func() { NewReader(opt).Row(line) })
		read, err := NewReader(opt).Row(line)
		if err != nil {
			return
		}
		s := New(opt)
		s.Add(read)
		for _, name := range []string{"levels", "agreement", "terms", "coverage"} {
			if _, err := s.Table(name, Query{}); err != nil {
				t.Fatal(err)
			}
		}
	})
}
