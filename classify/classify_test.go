package classify

import (
	"bytes"
	"encoding/json"
	"math"
	"os"
	"strings"
	"testing"

	"rung/classify/signal"
	"rung/corpus"
	"rung/corpus/read"
)

// shipped are the example postings, by file name.
func shipped(t testing.TB) map[string]corpus.Posting {
	t.Helper()
	out := map[string]corpus.Posting{}
	for p, err := range (read.Options{Format: read.Text}).Files(t.Context(), []string{"../testdata/postings/*.txt"}) {
		if err != nil {
			t.Fatal(err)
		}
		out[p.Source] = p
	}
	if len(out) < 5 {
		t.Fatalf("%d example postings in ../testdata/postings, want five at least", len(out))
	}
	return out
}

// gold is the shipped benchmark, and the labelled postings of ../shared where
// they are.
func gold(t testing.TB) []corpus.Posting {
	t.Helper()
	var out []corpus.Posting
	for i, name := range []string{"../testdata/gold/gold.jsonl", "../../shared/data/dev/leadership.jsonl"} {
		f, err := os.Open(name)
		if err != nil {
			if i == 0 {
				t.Fatal(err)
			}
			continue
		}
		defer f.Close()
		for p, err := range read.Postings(t.Context(), f, name, read.JSONL) {
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, p)
		}
	}
	return out
}

func TestReasonsAndBiasAddUpToTheLogOdds(t *testing.T) {
	for _, c := range []*Classifier{Default(), Reference()} {
		for _, p := range gold(t) {
			v := c.Classify(p)
			sum := v.Bias
			var differences [signal.NumDifferences]float64
			for i := range v.Reasons {
				r := &v.Reasons[i]
				sum += r.Contribution()
				differences[r.Difference] += r.Contribution()
				if len(r.Evidence) == 0 || r.Gloss == "" {
					t.Fatalf("%s: reason %s has no evidence or no gloss", p.ID, r.Rule)
				}
				if i > 0 && math.Abs(r.Contribution()) > math.Abs(v.Reasons[i-1].Contribution()) {
					t.Fatalf("%s: reason %s is heavier than the one before it", p.ID, r.Rule)
				}
			}
			if math.Abs(sum-v.LogOdds) > 1e-9 {
				t.Errorf("%s: bias and reasons add up to %v, the log-odds are %v", p.ID, sum, v.LogOdds)
			}
			for d := range differences {
				if math.Abs(differences[d]-v.Differences[d]) > 1e-9 {
					t.Errorf("%s: reasons of %v add up to %v, the difference is %v", p.ID, signal.Difference(d), differences[d], v.Differences[d])
				}
			}
			top := c.ClassifyTop(p, 3)
			part := top.Bias + top.Rest
			for i := range top.Reasons {
				part += top.Reasons[i].Contribution()
			}
			if math.Abs(part-v.LogOdds) > 1e-9 || top.Level != v.Level {
				t.Errorf("%s: three reasons and the rest add up to %v, the log-odds are %v", p.ID, part, v.LogOdds)
			}
		}
	}
}

func TestATitleChangesNothing(t *testing.T) {
	c := Default()
	for _, p := range gold(t) {
		want := c.ClassifyTop(p, 0)
		for _, title := range []string{"", "VP of Engineering", "Director of Engineering", "Registered Nurse", "AVP"} {
			p.Title = title
			if got := c.ClassifyTop(p, 0); got.LogOdds != want.LogOdds || got.Level != want.Level || got.Gate != want.Gate {
				t.Fatalf("%s: with the title %q the verdict is %v at %v, with its own %v at %v", p.ID, title, got.Level, got.LogOdds, want.Level, want.LogOdds)
			}
		}
	}
}

func TestTheOwnTitleInsideTheBodyChangesNothing(t *testing.T) {
	c := Default()
	const body = "We are looking for a TITLE. As TITLE you lead the engineering managers of the payments domain, report to the CTO, own the roadmap of four teams and their delivery, hire engineers, and run the architecture reviews. The TITLE works with product and design to plan each quarter. TITLE: apply now."
	want := c.Classify(corpus.Posting{Text: strings.ReplaceAll(body, "TITLE", "Director of Engineering")})
	for _, title := range []string{"VP of Engineering", "Vice President of Engineering", "SVP of Engineering"} {
		got := c.Classify(corpus.Posting{Text: strings.ReplaceAll(body, "TITLE", title)})
		if math.Abs(got.LogOdds-want.LogOdds) > 1e-9 || got.Level != want.Level {
			t.Errorf("as %q the log-odds are %v, as a Director %v", title, got.LogOdds, want.LogOdds)
			for i := range got.Reasons {
				t.Log(got.Reasons[i].Rule, got.Reasons[i].Contribution())
			}
		}
	}
}

func TestEvidenceQuotesTheText(t *testing.T) {
	c := Default()
	for _, p := range gold(t) {
		v := c.Classify(p)
		for _, r := range v.Reasons {
			for i, e := range r.Evidence {
				s := v.Doc.Sentences[e.Sentence]
				if e.Start < s.Start || e.End > s.End || e.Start >= e.End || e.Section != s.Kind {
					t.Fatalf("%s: %s: evidence %v lies outside its sentence %v", p.ID, r.Rule, e.Span, s.Span)
				}
				if i > 0 && e.Start < r.Evidence[i-1].Start {
					t.Fatalf("%s: %s: evidence is not in text order", p.ID, r.Rule)
				}
			}
			if term, ok := strings.CutPrefix(r.Rule, "term:"); ok {
				quote := strings.ToLower(r.Evidence[0].Of(p.Text))
				if first, _, _ := strings.Cut(term, "_"); first != "0" && !strings.HasPrefix(strings.ReplaceAll(quote, "’", "'"), first) {
					t.Errorf("%s: the term %q quotes %q", p.ID, term, quote)
				}
			}
		}
	}
}

func TestAnIrrelevantSentenceChangesNoRule(t *testing.T) {
	c := Reference()
	for name, p := range shipped(t) {
		rules := func(text string) string {
			var b strings.Builder
			v := c.Classify(corpus.Posting{Text: text})
			for _, r := range v.Reasons {
				if !strings.HasPrefix(r.Rule, "term:") {
					b.WriteString(r.Rule + " ")
				}
			}
			return b.String()
		}
		if got, want := rules(p.Text+"\n\nZebras graze."), rules(p.Text); got != want {
			t.Errorf("%s: rules %s\nwant %s", name, got, want)
		}
	}
}

func TestWhatTitlesClaim(t *testing.T) {
	for title, want := range map[string]Claim{
		"": ClaimNone, "  ": ClaimNone, "VP of Engineering": ClaimVP, "V.P. Engineering": ClaimVP, "Vice President, Software Engineering": ClaimVP,
		"SVP Engineering": ClaimVP, "Senior Vice President of Technology": ClaimVP, "Director of Engineering": ClaimDirector,
		"Senior Director, Platform": ClaimDirector, "Associate Director, Data": ClaimDirector, "Director/VP of Engineering": ClaimOther,
		"Head of Engineering": ClaimOther, "CTO": ClaimOther, "Registered Nurse": ClaimOther, "Managing Director": ClaimOther, "Art Director": ClaimOther,
		"AVP, Android Development": ClaimBankVP, "Assistant Vice President": ClaimBankVP, "VP, Solution Architect": ClaimBankVP,
		"Site Reliability Engineer - Vice President": ClaimBankVP, "Executive Assistant to the VP of Sales": ClaimOther,
		"Personal Assistant to Director": ClaimOther, "VP Engineering (m/f/d)": ClaimVP,
	} {
		if got := ClaimOf(title); got != want {
			t.Errorf("ClaimOf(%q) = %v, want %v", title, got, want)
		}
	}
}

func TestLanguagesAreToldApart(t *testing.T) {
	c := Default()
	for text, want := range map[string]bool{
		"You lead the engineering teams of our platform and report to the chief technology officer, with a budget of your own.":                          true,
		"Sie leiten die Entwicklungsabteilung mit vierzig Mitarbeitern und berichten direkt an die Geschäftsführung in München, wo auch das Team sitzt.": false,
		"Vous dirigez l'ensemble des équipes techniques et vous êtes responsable du budget ainsi que du recrutement de nos ingénieurs à Lyon.":           false,
		"Go, Kubernetes, Terraform, Postgres, Kafka, Redis, gRPC, AWS, Linux, Docker, Prometheus, Grafana, Helm, Jenkins":                                true,
	} {
		v := c.Classify(corpus.Posting{Text: text})
		if got := strings.Contains(strings.Join(v.Flags, " "), FlagNotEnglish); got == want {
			t.Errorf("%q: flags %v", text, v.Flags)
		}
	}
}

func TestEveryTextHasAVerdict(t *testing.T) {
	c := Default()
	for _, text := range []string{"", " ", "\n\n", "\xff\xfe", strings.Repeat(")", 1<<16), strings.Repeat("a", 1<<16), "💼", "•", "$", "10-", "VP"} {
		v := c.Classify(corpus.Posting{Text: text})
		if v.Level != Unread || math.IsNaN(v.LogOdds) {
			t.Errorf("%.20q reads %v at %v, want unread", text, v.Level, v.LogOdds)
		}
	}
}

func TestAModelReadsBackAsItself(t *testing.T) {
	for _, c := range []*Classifier{Default(), Reference()} {
		var b bytes.Buffer
		if _, err := c.Model().WriteTo(&b); err != nil {
			t.Fatal(err)
		}
		again, err := ReadModel(bytes.NewReader(b.Bytes()), "again")
		if err != nil {
			t.Fatal(err)
		}
		if again.String() != c.Model().String() {
			t.Errorf("model %s reads back as %s", c.Model(), again)
		}
		if b.Len() > 3<<20 {
			t.Errorf("model %s has %d bytes, want under 3 MB", c.Model(), b.Len())
		}
	}
}

func TestAModelOfAnotherLexiconIsRefused(t *testing.T) {
	_, err := Load(strings.NewReader("rung-model 1\nname x\nlexicon 000000000000\nlevels a b\n"), "x.model")
	if err == nil || !strings.Contains(err.Error(), "was made for lexicon 000000000000") {
		t.Errorf("got %v", err)
	}
}

func TestMistakesInAModelAreNamedByLine(t *testing.T) {
	const head = "rung-model 1\nname x\nlexicon none\nlevels a b\n"
	for in, want := range map[string]string{
		"":                                   "m:",
		"model":                              `m:1: begins with "model"`,
		head + "bias x":                      `m:5: bias: "x" is not a number`,
		head + "bias NaN":                    `m:5: bias: "NaN" is not a number`,
		head + "rule a 1":                    `m:5: rule: want NAME LEVEL GATE`,
		head + "term 1 0 1 fun - word":       `m:5: term "word": no difference is called "fun"`,
		head + "term 1 0 1 duties - a b c d": `m:5: term "a b c d" has 4 words: want 3 at most`,
		head + "wieght 1":                    `m:5: "wieght" is not a line of a model`,
		"rung-model 1\nname x\n":             "lacks its name, lexicon or levels",
	} {
		_, err := ReadModel(strings.NewReader(in), "m")
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want …%s…", in, err, want)
		}
	}
}

func TestLevelsAreTextInJSON(t *testing.T) {
	for _, l := range []Level{Unsure, Director, VP, Neither} {
		b, err := json.Marshal(l)
		if err != nil {
			t.Fatal(err)
		}
		var back Level
		if err := json.Unmarshal(b, &back); err != nil || back != l {
			t.Errorf("%v is written as %s and read back as %v, %v", l, b, back, err)
		}
	}
	if err := new(Level).UnmarshalText([]byte("boss")); err == nil {
		t.Error(`the level "boss" is accepted`)
	}
}

func FuzzReadModel(f *testing.F) {
	var b bytes.Buffer
	Reference().Model().WriteTo(&b)
	f.Add(b.String()[:2000])
	f.Add("rung-model 1\nname x\nlexicon none\nlevels a b\nbias 1\nterm 1 0 1 duties 003:1 a b\nunsure 0.4 0.6\n")
	f.Fuzz(func(t *testing.T, in string) {
		m, err := ReadModel(strings.NewReader(in), "fuzz")
		if err != nil {
			return
		}
		m.Lexicon = NoLexicon
		m.Rules = nil
		c, err := New(m, nil)
		if err != nil {
			return
		}
		v := c.Classify(corpus.Posting{Text: "You lead a b and the budget of the team."})
		if math.IsNaN(v.LogOdds) || math.IsNaN(v.Probability) {
			t.Fatalf("log-odds %v, probability %v", v.LogOdds, v.Probability)
		}
	})
}

func TestAbstaining(t *testing.T) {
	for _, c := range []struct {
		name        string
		level       Level
		probability float64
		least       float64
		want        Level
	}{
		{"sure enough of VP", VP, 0.9, 0.8, VP},
		{"not sure enough of VP", VP, 0.7, 0.8, Unsure},
		{"sure enough of Director", Director, 0.1, 0.8, Director},
		{"not sure enough of Director", Director, 0.3, 0.8, Unsure},
		{"another kind of job stays so", Neither, 0.5, 0.8, Neither},
		{"nothing asked", VP, 0.6, 0, VP},
	} {
		v := Verdict{Level: c.level, Sure: true, Probability: c.probability, Agreement: Agrees}
		v.Abstain(c.least)
		if abstained := v.Level != c.level; v.Level != c.want || abstained != (v.Agreement == Unclear) || abstained == v.Sure {
			t.Errorf("%s: %v, %v, sure %v", c.name, v.Level, v.Agreement, v.Sure)
		}
	}
}
