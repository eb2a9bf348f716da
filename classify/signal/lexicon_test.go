package signal

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"rung/corpus/text"
)

// parseLine reads one sentence as a posting's line of the given kind.
func parseLine(s string, k text.Kind) *text.Document {
	d := text.Parse(s)
	for i := range d.Sentences {
		d.Sentences[i].Kind = k
	}
	for i := range d.Lines {
		d.Lines[i].Kind = k
	}
	return d
}

func firstKind(r *Rule) text.Kind {
	for _, k := range []text.Kind{text.Duties, text.Role, text.Requirements, text.About} {
		if r.Counts(k) {
			return k
		}
	}
	for k := range text.Kind(text.NumKinds) {
		if r.Counts(k) && k != text.Heading {
			return k
		}
	}
	return text.Other
}

func TestEveryRuleProvesItself(t *testing.T) {
	lx := Default()
	if len(lx.Rules) == 0 {
		t.Fatal("the lexicon holds no rule")
	}
	f := lx.NewFinder()
	yes, no := map[int]int{}, map[int]int{}
	for _, p := range lx.proofs {
		r := lx.Rules[p.rule]
		d := parseLine(p.sentence, firstKind(r))
		fired := false
		for _, s := range f.Find(d) {
			fired = fired || s.Rule == r
		}
		if p.yes {
			yes[p.rule]++
		} else {
			no[p.rule]++
		}
		if fired != p.yes {
			t.Errorf("lexicon/%s:%d: rule %s: fired = %v on %q", r.File, p.line, r.Name, fired, p.sentence)
		}
	}
	for i, r := range lx.Rules {
		if yes[i] == 0 || no[i] == 0 {
			t.Errorf("lexicon/%s:%d: rule %s has %d yes and %d no: want one of each", r.File, r.Line, r.Name, yes[i], no[i])
		}
		for _, c := range r.Cite {
			if lx.Sources.Show(c) == c {
				t.Errorf("lexicon/%s:%d: rule %s: cite %q is not in sources.txt", r.File, r.Line, r.Name, c)
			}
		}
	}
	t.Logf("%d rules, %d proofs, %d patterns, version %s", len(lx.Rules), len(lx.proofs), len(lx.patterns.programs), lx.Version)
}

// compile makes a lexicon of one rule that says the pattern.
func compile(t testing.TB, pattern string) *Lexicon {
	t.Helper()
	lx, err := Load(fstest.MapFS{"t.lex": {Data: []byte("family authority\nset boss = ceo|founder|(chief executive officer)\nnegates not|n't|no\naffirms not only\nhedges when required\nrule t\ngloss g\ncite reader\nsay " + pattern + "\n")}})
	if err != nil {
		t.Fatal(err)
	}
	return lx
}

func TestPatternsMatchWhatTheLanguagePromises(t *testing.T) {
	// The wanted match stands between « and »; no marks, no match.
	for _, c := range []struct{ name, pattern, in string }{
		{"a word", "budget", "Own the «budget»."},
		{"case does not count", "budget", "Own the «BUDGET»."},
		{"a hyphen is a space", "hands-on", "A «hands on» job, truly."},
		{"a space is a hyphen", "hands on", "A «hands-on» job."},
		{"P&L is a word", "own the P&L", "You «own the P&L»."},
		{"alternatives", "own|run the budget", "You «run the budget»."},
		{"a group", "to (the big boss)|ceo", "Report «to the big boss» now."},
		{"optional absent", "to [our|the] ceo", "Report «to CEO» today."},
		{"optional present", "to [our|the] ceo", "Report «to our CEO» today."},
		{"optional sequence", "report [directly up] to", "You «report directly up to» us."},
		{"inflections", "~manage managers", "You have «managed managers»."},
		{"irregular inflections", "~lead teams", "You have «led teams»."},
		{"a gap", "own ..2 budget", "You «own the whole budget»."},
		{"a gap too long", "own ..2 budget", "You own the whole yearly budget."},
		{"a gap does not cross a sentence", "own ..5 budget", "You own it. The budget is small."},
		{"a gap does not cross a line", "own ..5 budget", "You own it\nThe budget is small"},
		{"the longest", "lead teams [of engineers]", "You «lead teams of engineers»."},
		{"any number", "{n} engineers", "Lead «12 engineers»."},
		{"a number in words", "{n} engineers", "Lead «twenty-five engineers»."},
		{"a number with a multiplier", "{1000000..} in revenue", "Over «5 million in revenue»."},
		{"a number with a suffix", "$$ {200000..300000}", "Pay is «$250k» a year."},
		{"a number with commas", "$$ {200000..300000}", "Pay is «$250,000» a year."},
		{"a number out of range", "{20..} engineers", "Lead 12 engineers."},
		{"a plus sign is passed over", "{10..} years", "Bring «10+ years» of it."},
		{"a range counts by its lower end", "{15..} years", "Bring 10-15 years of it."},
		{"a range in range", "{10..} years", "Bring «10-15 years» of it."},
		{"a range in words", "{8..} years", "Bring «eight to ten years» of it."},
		{"a set", "report to @boss", "You «report to Chief Executive Officer» directly."},
		{"vice president is vp", "to the vp", "You report «to the Vice President» of it."},
		{"vp is vice president", "to the (vice president)", "You report «to the VP» of it."},
		{"the beginning", "^ own", "«Own» the budget you own."},
		{"not the beginning", "^ own", "You own it."},
		{"punctuation is passed over", "reports to cto", "«Reports to: CTO»"},
		{"and is &", "research and development", "Lead «research & development»."},
		{"part of a word is no match", "vp", "Set up the VPN."},
		{"negated", "own the budget", "You will not own the budget."},
		{"negated by n't", "own the budget", "You won't own the budget."},
		{"not only is no negation", "own the budget", "You not only «own the budget»."},
		{"a far negation does not reach", "own the budget", "It is no small thing at all that you «own the budget»."},
		{"broken bytes", "own the budget", "\xff\xfe «own the budget» \xc3"},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := strings.NewReplacer("«", "", "»", "").Replace(c.in)
			d := parseLine(in, text.Duties)
			got := in
			for _, s := range compile(t, c.pattern).Find(d) {
				for i := len(s.Evidence) - 1; i >= 0; i-- {
					e := s.Evidence[i]
					got = got[:e.Start] + "«" + got[e.Start:e.End] + "»" + got[e.End:]
				}
			}
			if got != c.in {
				t.Errorf("pattern %q:\n got %s\nwant %s", c.pattern, got, c.in)
			}
		})
	}
}

func TestAConditionHedgesTheEvidence(t *testing.T) {
	lx := compile(t, "own the budget")
	for in, want := range map[string]bool{
		"You own the budget.":                false,
		"When required, you own the budget.": true,
	} {
		s := lx.Find(parseLine(in, text.Duties))
		if len(s) != 1 || s[0].Evidence[0].Hedged != want {
			t.Errorf("%q: %+v, want one signal with Hedged = %v", in, s, want)
		}
	}
}

func TestSectionsFilterRules(t *testing.T) {
	lx := compile(t, "own the budget\nin role duties")
	for k, want := range map[text.Kind]int{text.Duties: 1, text.Role: 1, text.Other: 1, text.Heading: 1, text.Benefits: 0, text.About: 0} {
		if got := len(lx.Find(parseLine("You own the budget.", k))); got != want {
			t.Errorf("in %v: %d signals, want %d", k, got, want)
		}
	}
}

func TestMistakesInALexiconAreNamedByPlace(t *testing.T) {
	const head = "family authority\nrule a\ngloss g\ncite reader\n"
	for in, want := range map[string]string{
		head + "say (own the":                        `t.lex:5: rule a: unclosed bracket`,
		head + "say own |":                           `t.lex:5: rule a: `,
		head + "say ..3 own":                         `may not begin with a gap`,
		head + "say own ..99 it":                     `a gap is ..1 to ..8`,
		head + "say [own]":                           `matches nothing at all`,
		head + "say a ..8 b ..8 c ..8 d ..8 e ..8 f": `could be 46 words long`,
		head + "say @bosses":                         `there is no set "bosses"`,
		head + "say {9..2} years":                    `the range is empty`,
		head + "say own ^ it":                        `^ may only stand first`,
		head + "sya own":                             `t.lex:5: rule a: "sya" is not a statement`,
		head + "lean up +":                           `lean "up +"`,
		head + "in heaven":                           `no kind of section "heaven"`,
		head:                                         `rule a: has no say line`,
		"rule a\n":                                   `the file must begin with its family`,
		"family authority\nrule a\nsay own":          `has no gloss`,
		"family authority\nrule a\ngloss g\nsay own": `has no cite`,
		head + "say own\nrule a\n":                   `rule a is defined twice`,
		"family fun\n":                               `family "fun"`,
		"family authority\nset a = b\nset a = c":     `set "a" is defined twice`,
	} {
		_, err := Load(fstest.MapFS{"t.lex": {Data: []byte(in)}})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q:\n got %v\nwant …%s…", in, err, want)
		}
	}
}

func TestLongSentencesAreReadToTheirEnd(t *testing.T) {
	lx := compile(t, "own ..8 the budget\nunless poor")
	f := lx.NewFinder()
	for before := range 150 {
		for _, c := range []struct {
			after string
			fires bool
		}{{"", true}, {strings.Repeat(" and so", 70), true}, {strings.Repeat(" and so", 70) + " poor", false}} {
			in := strings.Repeat("we ", before) + "own one two three four five six the budget" + c.after
			got := f.Find(parseLine(in, text.Duties))
			if (len(got) == 1) != c.fires {
				t.Fatalf("%d words before, %d bytes after: %d signals, want fired = %v", before, len(c.after), len(got), c.fires)
			}
			if !c.fires {
				continue
			}
			if e := got[0].Evidence; len(e) != 1 || in[e[0].Start:e[0].End] != "own one two three four five six the budget" {
				t.Fatalf("%d words before: evidence %v", before, e)
			}
		}
	}
}

func TestRulesOfQuietSections(t *testing.T) {
	lex := "family authority\nrule a\ngloss g\ncite r\nin legal\nsay vps sign\nsay {20..} days\nsay the program\nsay terms and conditions\n"
	for i := range 200 {
		lex += fmt.Sprintf("rule b%d\ngloss g\ncite r\nsay filler%d\n", i, i)
	}
	lx, err := Load(fstest.MapFS{"t.lex": {Data: []byte(lex)}})
	if err != nil {
		t.Fatal(err)
	}
	if lx.patterns.quiet[text.Legal] == nil || lx.patterns.quiet[text.Duties] != nil {
		t.Fatal("legal sections should be quiet, duties not")
	}
	f := lx.NewFinder()
	for in, fires := range map[string]bool{
		"Vice presidents sign it.": true, "It takes 30 days.": true, "It takes thirty days.": true, "It takes 3 days.": false,
		"The programme ends.": true, "Terms & conditions apply.": true, "All filler1 is equal.": false,
	} {
		if got := len(f.Find(parseLine(in, text.Legal))) == 1; got != fires {
			t.Errorf("%q: fired = %v", in, got)
		}
	}
}

func TestTermsAreCountedInTheReadingForRules(t *testing.T) {
	a := text.Parse("Own the budget, the 3-year budget and the roadmap.\n\nBenefits\n- A learning budget\n")
	b := text.Parse("Lead 12 teams. Own the roadmap.\n")
	for _, names := range [][]string{{"budget", "0", "roadmap"}, {"budget", "the roadmap"}, {}} {
		terms := NewTerms(names)
		f, alone := Default().NewCounter(terms), terms.NewFinder()
		for _, d := range []*text.Document{a, b, a} {
			f.Find(d)
			if got, want := fmt.Sprint(f.Hits(d)), fmt.Sprint(alone.Find(d)); got != want {
				t.Errorf("terms %q: hits %s, want %s", names, got, want)
			}
		}
		f.Find(a) // nobody asks for its hits
		f.Find(b)
		if got, want := fmt.Sprint(f.Hits(b)), fmt.Sprint(alone.Find(b)); got != want {
			t.Errorf("terms %q: hits %s after a document that nobody asked about, want %s", names, got, want)
		}
	}
}

func TestInflections(t *testing.T) {
	for in, want := range map[string]string{
		"manage": "manage managed manages managing", "plan": "plan planned planning plans", "own": "own owned owning owns",
		"carry": "carry carried carries carrying", "coach": "coach coached coaches coaching", "lead": "lead leading leads led",
		"deploy": "deploy deployed deploying deploys", "mentor": "mentor mentored mentoring mentors",
	} {
		if got := strings.Join(inflect(in), " "); got != want {
			t.Errorf("inflect(%q) = %s, want %s", in, got, want)
		}
	}
}

func FuzzLexicon(f *testing.F) {
	f.Add("family authority\nrule a\ngloss g\ncite reader\nsay ~own [the] ..3 budget|{2..}|(a b)\n", "Own the budget.")
	f.Add("family duties\nset x = a|b\nrule a\ngloss g\ncite r\nsay ^ @x $$ {n}\nunless c\nyes y\nno n\n", "a $5")
	f.Add("family duties\nrule a\ngloss g\ncite r\nsay own ..4 budget\n", "Own the whole budget.")
	f.Fuzz(func(t *testing.T, lex, posting string) {
		lx, err := Load(fstest.MapFS{"t.lex": {Data: []byte(lex)}})
		if err != nil {
			return
		}
		d := text.Parse(posting)
		for _, s := range lx.Find(d) {
			if len(s.Evidence) == 0 {
				t.Fatalf("rule %s fired without evidence", s.Rule.Name)
			}
			for _, e := range s.Evidence {
				if e.Start < 0 || e.End > len(posting) || e.Start >= e.End {
					t.Fatalf("evidence %v out of bounds", e)
				}
			}
		}
	})
}

func BenchmarkFind(b *testing.B) {
	var s strings.Builder
	for i := range 40 {
		fmt.Fprintf(&s, "- Lead and mentor a team of %d engineering managers and own the roadmap of the payments platform.\n", i)
	}
	d := text.Parse(s.String())
	f := Default().NewFinder()
	b.SetBytes(int64(s.Len()))
	b.ReportAllocs()
	for b.Loop() {
		f.Find(d)
	}
}

func TestSingleWordsAreCountedAlikeOnEitherWay(t *testing.T) {
	d := text.Parse("Own the budget, the 3-year budget and the vp-level roadmap.\nLead 12 teams/squads.\n\nBenefits\n- A learning budget\n")
	count := func(names ...string) map[string]int32 {
		out := map[string]int32{}
		terms := NewTerms(names)
		for _, h := range terms.NewFinder().Find(d) {
			out[names[h.Term]] = h.Count
		}
		return out
	}
	alone, beside := count("budget", "squads", "0", "roadmap"), count("budget", "squads", "0", "roadmap", "no such run")
	if fmt.Sprint(alone) != fmt.Sprint(beside) || alone["budget"] < 2 || alone["0"] != 2 {
		t.Errorf("alone %v, beside longer terms %v", alone, beside)
	}
}
