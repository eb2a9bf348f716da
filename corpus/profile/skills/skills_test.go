package skills

import (
	"strings"
	"testing"

	"rung/corpus/attacktest"
	"rung/corpus/text"
)

// posting puts lines under a heading of requirements.
func posting(lines ...string) *text.Document {
	return text.Parse("Requirements\n\n- " + strings.Join(lines, "\n- ") + "\n")
}

// marked returns the text without its « » and the spans between them.
func marked(s string) (string, []string) {
	var want []string
	for rest := s; ; {
		_, after, ok := strings.Cut(rest, "«")
		if !ok {
			break
		}
		quote, tail, _ := strings.Cut(after, "»")
		want = append(want, quote)
		rest = tail
	}
	return strings.NewReplacer("«", "", "»", "").Replace(s), want
}

func TestOrdinaryWordsCountOnlyInContext(t *testing.T) {
	g := Default().names
	for _, tt := range []struct{ name, line string }{
		{"go as a language in an enumeration", "We write «Go», «Rust» and «Python»."},
		{"go after a cue", "Services written in «Go»."},
		{"go the verb", "You go beyond the brief. Go live with us? Go further."},
		{"the market phrase is its own name", "Own the «go-to-market» plan."},
		{"golang needs no context", "Ten years of «Golang»."},
		{"C among languages", "Fluent in «C», «C++» and «C#»."},
		{"C-level is a rank", "Present to C-level executives after our Series C round."},
		{"R among languages", "Statistics in «R», «SAS» or «Stata»."}, // the field itself is listed too

		{"R&D is a department", "Lead the R&D department."},
		{"react as a framework", "Screens in «React» or «Angular»."},
		{"react the verb", "React quickly to customers. We react to change."},
		{"swift the adjective", "Swift response to incidents we value."},
		{"swift the language", "Apps in «Swift» and «Kotlin»."},
		{"spring the season", "Start this Spring or in the early Spring 2025."},
		{"spring the framework", "«Java» with «Spring», «Hibernate»."},
		{"chef and puppet vouch for each other", "Servers by «Chef», «Puppet» or «Salt»."},
		{"chef the cook", "A private Chef cooks lunch."},
		{"excel the verb", "Excel at what you do and excel in a team."},
		{"excel the program", "Proficient in «Excel», «Word» and «PowerPoint»."},
		{"node of a cluster", "Every Node of the mesh."},
		{"node the platform", "«Node» and «TypeScript» daily."},
		{"express the verb", "Express yourself clearly."},
		{"express the library", "Built with «Express» and «MongoDB»."},
		{"access the noun", "Access to mentors and data."},
		{"teams of people", "Lead Teams of engineers across Teams."},
		{"slack as a tool", "Tools such as «Slack», «Jira»."},
		{"box in an idiom", "Think outside the Box."},
		{"segment of a market", "Each Segment of the market."},
		{"segment in a stack", "«Segment», «Amplitude» and «Mixpanel»."},
		{"oracle in a list", "«PostgreSQL», «Oracle» or «MySQL»."},
		{"sage advice", "Sage advice from founders."},
		{"scheme of a pension", "Pension Scheme and bonus Scheme."},
		{"dart beside flutter", "«Flutter»/«Dart» apps."},
		{"make sure", "Make sure that it works."},
		{"make among platforms", "Platforms (Relevant Co, «n8n», «Make», «Zapier»)."},
		{"small letters are no language", "ready to go, swift and rust-free"},
	} {
		line, want := marked(tt.line)
		ks := text.Tokenize(nil, line)
		var got []string
		for _, f := range g.find(nil, line, ks) {
			if e := g.entries[f.leaf.entry]; e.Hard && e.Family != "subject" {
				got = append(got, line[ks[f.first].Start:ks[f.last-1].End])
			}
		}
		if strings.Join(got, "|") != strings.Join(want, "|") {
			t.Errorf("%s: %q: got %q, want %q", tt.name, line, got, want)
		}
	}
}

func TestNamesAreNormalised(t *testing.T) {
	g := Default().names
	for line, want := range map[string]string{
		"k8s":                    "Kubernetes/infrastructure",
		"Postgres":               "PostgreSQL/database",
		"amazon web services":    "AWS/cloud",
		"REACT.JS":               "React/framework",
		"data pipelines":         "Data pipelines/architecture",
		"event-driven systems":   "Event-driven architecture/architecture",
		"ci / cd":                "CI/CD/method",
		"object‑oriented design": "Object-oriented programming/architecture",
		"team player":            "Teamwork/collaboration",
	} {
		ks := text.Tokenize(nil, line)
		got := ""
		for _, f := range g.find(nil, line, ks) {
			e := g.entries[f.leaf.entry]
			got += e.Name + "/" + e.Family
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", line, got, want)
		}
	}
}

func TestFind(t *testing.T) {
	for _, tt := range []struct {
		name string
		line string // hard skills marked
	}{
		{"an enumeration", "Experience with «Kubernetes», «Terraform» and «PostgreSQL» is required."},
		{"a name inside a longer span", "Knowledge of «distributed systems»."},
		{"a degree is education", "Bachelor's degree in Computer Science or Mathematics."},
		{"a skill beside a degree", "Degree in Physics and 5 years of experience with «Python»."},
	} {
		line, want := marked(tt.line)
		d := posting(line)
		var got []string
		for _, s := range Default().Find(d) {
			if s.Hard {
				got = append(got, s.Of(d.Text))
			}
		}
		if strings.Join(got, "|") != strings.Join(want, "|") {
			t.Errorf("%s: got %q, want %q", tt.name, got, want)
		}
	}
}

func TestFindSoft(t *testing.T) {
	d := posting("Excellent communication skills and a collaborative mindset.", "You mentor engineers and resolve conflicts in the team.")
	n := 0
	for _, s := range Default().Find(d) {
		if s.Hard {
			t.Errorf("%q is no hard skill", s.Of(d.Text))
		}
		n++
	}
	if n < 3 {
		t.Errorf("%d soft skills found, want at least three", n)
	}
}

func TestFindKeepsToItsSections(t *testing.T) {
	const benefits = "Benefits\n\n- Dental insurance and a yearly Python conference\n- 401(k) with matching\n"
	for _, s := range Default().Find(text.Parse(benefits)) {
		t.Errorf("found %q among benefits", s.Of(benefits))
	}
}

// TestFindIsSound: spans are in the text, in order by sentence, and without
// overlap among the hard and among the soft ones.
func checkSkills(t *testing.T, d *text.Document, found []Skill) {
	t.Helper()
	var last [2]text.Span
	for _, s := range found {
		k := 0
		if s.Hard {
			k = 1
		}
		sent := d.Sentences[s.Sentence]
		if s.Start >= s.End || s.Start < sent.Start || s.End > sent.End {
			t.Fatalf("span %v of %q outside its sentence %v", s.Span, s.Name, sent.Span)
		}
		if s.Start < last[k].End {
			t.Fatalf("%q overlaps what stands before it", s.Of(d.Text))
		}
		last[k] = s.Span
		if s.Name == "" || s.Source == Listed && s.Family == "" {
			t.Fatalf("skill at %v without name or family: %+v", s.Span, s)
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add("Requirements\n- 5+ years of Go, C++ (and R), CI/CD; AWS/GCP.\n- Strong, (communication skills")
	f.Add("Duties\n• Lead … «teams»\u2011wide ȺȺȺ's \xff\xfe , , ,")
	f.Add("You will build data pipelines, mentor engineers, own the P&L. " + strings.Repeat("(a, ", 40))
	f.Fuzz(func(t *testing.T, s string) {
		d := text.Parse(s)
		checkSkills(t, d, Default().Find(d))
		attacktest.Bounded(t, s, 1<<20, 2000, func() { Default().Find(d) })
	})
}

func TestFindSharesNothing(t *testing.T) {
	d := posting("Experience with Kafka, Spark and Airflow.", "Mentor engineers and communicate clearly.")
	want := Default().Find(d)
	done := make(chan []Skill)
	for range 8 {
		go func() { done <- Default().Find(d) }()
	}
	for range 8 {
		got := <-done
		if len(got) != len(want) {
			t.Fatalf("%d skills in parallel, %d alone", len(got), len(want))
		}
		for i := range got {
			if got[i] != want[i] {
				t.Errorf("skill %d: %+v in parallel, %+v alone", i, got[i], want[i])
			}
		}
	}
}

func BenchmarkFind(b *testing.B) {
	line := "- Lead and mentor teams that build data pipelines with Kafka and Spark on AWS, and own the roadmap for the platform.\n"
	d := text.Parse("What you will do\n\n" + strings.Repeat(line, 20) + "\nRequirements\n\n" + strings.Repeat(line, 20))
	t := Default()
	b.SetBytes(int64(len(d.Text)))
	for b.Loop() {
		t.Find(d)
	}
}
