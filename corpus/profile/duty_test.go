package profile

import (
	"slices"
	"strings"
	"testing"

	"rung/corpus/text"
)

// marked removes « and » from s and returns the text between each pair as it
// stands then.
func marked(s string) (plain string, spans []text.Span) {
	var b strings.Builder
	var open []int
	for _, r := range s {
		switch r {
		case '«':
			open = append(open, b.Len())
		case '»':
			spans = append(spans, text.Span{Start: open[len(open)-1], End: b.Len()})
			open = open[:len(open)-1]
		default:
			b.WriteRune(r)
		}
	}
	return b.String(), spans
}

// under puts a line under a heading that says what it is.
func under(heading, line string) string { return heading + "\n\n- " + line + "\n" }

func TestDuties(t *testing.T) {
	for _, c := range []struct{ name, in, verbs string }{
		{"a bullet is a duty", "Responsibilities\n\n- «Own the roadmap of the platform»\n- «Hire engineering managers for three teams»", "own/owns hire/hires"},
		{"halves that stand alone are two", "Responsibilities\n\n- «Set quarterly goals for the teams» and «report the progress to the executives»", "set/decides report/reports"},
		{"verbs that share an object are one", "Responsibilities\n\n- «Design, build and operate the services»\n- «Plan and execute the migration»", "design/builds plan/plans"},
		{"sentences of a bullet are split where each has a verb", "Responsibilities\n\n- «Coach the engineers of two squads». «Run the weekly review of incidents»", "coach/coaches run/operates"},
		{"third person, gerund and future", "Responsibilities\n\n- «Leads four managers»\n- «Building a data platform»\n- «You will mentor our senior engineers»\n- «You'll be responsible for leading the migration»", "lead/leads build/builds mentor/coaches lead/leads"},
		{"a label before the verb", "Responsibilities\n\n- «Strategy: Define where we go next»\n- «Delivery – Ship every second week»", "define/decides ship/delivers"},
		{"a noun for a verb", "Responsibilities\n\n- «Management of the engineering budget»\n- «Responsible for the on-call rota»", "manage/budgets own/owns"},
		{"adverbs and help are no verb", "Responsibilities\n\n- «Continuously improve our tests»\n- «Help recruit engineers»\n- «Help the support team with escalations»", "improve/improves recruit/hires help/partners"},
		{"the object decides", "Responsibilities\n\n- «Develop services in Go»\n- «Develop the engineers in your team»\n- «Build a team of eight»", "develop/builds develop/coaches build/hires"},
		{"what one is or knows is no duty", "Responsibilities\n\n- «Ship features every week»\n- Have a holistic view of our systems\n- Understands data governance", "ship/delivers"},
		{"an introduction is none", "Responsibilities\n\nIn this role you will be expected to:\n\n- «Review pull requests every day»", "review/measures"},
		{"a verb that the list does not know is tagged", "Responsibilities\n\n- «Skipper the weekly incident review»\n- «Own the roadmap of the platform»", "skipper/ own/owns"},
		{"a paragraph has one a sentence", "Responsibilities\n\n«Lead the platform teams through their growth.» «Own the roadmap of the payments product.» «Hire and coach engineering managers.»", "lead/leads own/owns hire/hires"},
		{"a list item without a verb", "Responsibilities\n\n- «Own the roadmap»\n- «Incidents and their analysis»", "own/owns /"},
		{"whom one reports to is none", "Responsibilities\n\n- You will report to the CTO\n- «Report progress to the CTO every week»", "report/reports"},
		{"compounds", "Responsibilities\n\n- «Co-lead the architecture group»\n- «Re-design the checkout»", "lead/leads design/builds"},
	} {
		t.Run(c.name, func(t *testing.T) {
			in, want := marked(c.in)
			p := Extract(text.Parse(in))
			var verbs []string
			var got []text.Span
			for _, d := range p.Responsibilities {
				got = append(got, d.Span)
				verbs = append(verbs, d.Verb+"/"+d.Type)
				if !d.Primary {
					t.Errorf("%q is secondary", d.Of(in))
				}
			}
			if g := strings.Join(verbs, " "); g != c.verbs {
				t.Errorf("verbs %s, want %s", g, c.verbs)
			}
			for i := range max(len(got), len(want)) {
				switch {
				case i >= len(got):
					t.Errorf("missing %q", want[i].Of(in))
				case i >= len(want):
					t.Errorf("more: %q", got[i].Of(in))
				case strings.TrimRight(got[i].Of(in), ".") != strings.TrimRight(want[i].Of(in), "."):
					t.Errorf("got %q, want %q", got[i].Of(in), want[i].Of(in))
				}
			}
		})
	}
}

func TestDutiesOfAShortPosting(t *testing.T) {
	p := Extract(text.Parse("About the role\n\nWe are looking for a director of engineering. You will lead four teams and own the roadmap. The role is new."))
	if len(p.Responsibilities) != 1 || p.Responsibilities[0].Verb != "lead" || p.Responsibilities[0].Primary {
		t.Errorf("got %+v, want one secondary duty", p.Responsibilities)
	}
	if len(p.Definition) == 0 {
		t.Error("no definition of the role")
	}
}

func TestDifferences(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{"Own the multi-year roadmap", "horizon"},
		{"Run sprint planning, stand-ups and retrospectives", "meetings"},
		{"Report on KPIs, velocity and uptime", "metrics"},
		{"Approve the budget and the headcount", "authority"},
		{"Mentor engineers in their careers", "career"},
		{"Organize workshops and training", "education"},
		{"Write code", "duties"},
	} {
		p := Extract(text.Parse(under("Responsibilities", c.line)))
		if len(p.Responsibilities) != 1 || p.Responsibilities[0].Difference != c.want {
			t.Errorf("%q: %+v, want %s", c.line, p.Responsibilities, c.want)
		}
	}
}

func TestImperative(t *testing.T) {
	for line, want := range map[string]bool{
		"Skipper the weekly incident review": true,
		"Database administration":            false,
		"Powerful tools for our users":       false,
		"":                                   false,
		"ȺȺȺ's own the roadmap":              false,
		"\xff\xfe":                           false,
		strings.Repeat(")", 100000):          false,
		strings.Repeat("Shepherd the ", 9):   true,
	} {
		if got := imperative(line); got != want {
			t.Errorf("imperative(%.40q) = %v, want %v", line, got, want)
		}
	}
}

func TestVerbForms(t *testing.T) {
	for word, want := range map[string]verb{
		"lead": {"lead", "leads", bare}, "leads": {"lead", "leads", third}, "leading": {"lead", "leads", gerund}, "led": {"lead", "leads", past},
		"planning": {"plan", "plans", gerund}, "carries": {"carry", "delivers", third}, "oversaw": {"oversee", "leads", past}, "overseeing": {"oversee", "leads", gerund},
		"coaches": {"coach", "coaches", third}, "leadership": {"lead", "leads", noun}, "manages": {"manage", "leads", third}, "being": {"be", "owns", gerund},
	} {
		if got := verbs().forms[text.Hash(word)]; got != want {
			t.Errorf("%s: %+v, want %+v", word, got, want)
		}
	}
}

// TestVerbList demands that every verb that another line names has a type.
func TestVerbList(t *testing.T) {
	types := []string{""}
	for _, v := range verbs().forms {
		types = append(types, v.typ)
		if v.typ == "" {
			t.Errorf("%s has no type", v.lemma)
		}
	}
	for lemma, objects := range verbs().objects {
		if _, ok := verbs().forms[text.Hash(lemma)]; !ok {
			t.Errorf("objects: %s is no verb", lemma)
		}
		for class, typ := range objects {
			if !slices.Contains([]string{"people", "money", "*"}, class) || !slices.Contains(types, typ) {
				t.Errorf("objects: %s %s = %s", lemma, class, typ)
			}
		}
	}
}
