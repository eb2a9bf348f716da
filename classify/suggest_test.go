package classify

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"rung/classify/signal"
	"rung/corpus"
	"rung/corpus/text"
)

func TestSuggestionsAreComputedFromTheModel(t *testing.T) {
	c := Default()
	tried := 0
	for _, p := range gold(t)[:40] {
		v := c.Classify(p)
		for _, target := range []Level{VP, Director} {
			at, edited := v.Probability, p
			changes := c.Suggest(t.Context(), p, target, 3)
			if again := c.Suggest(t.Context(), p, target, 3); !reflect.DeepEqual(again, changes) {
				t.Fatalf("%s: the same question is answered otherwise", p.ID)
			}
			if len(changes) > 0 && (v.Level == Neither || v.Level == Unread) {
				t.Errorf("%s: a posting that reads %v is advised", p.ID, v.Level)
			}
			for i, ch := range changes {
				tried++
				gain := points(ch.Probability) - points(ch.Before)
				if target == Director {
					gain = -gain
				}
				if gain < leastEffect || ch.Before != at {
					t.Errorf("%s: a change towards %v moves the probability from %.3f to %.3f, which was %.3f", p.ID, target, ch.Before, ch.Probability, at)
				}
				at = ch.Probability
				d := text.Parse(edited.Text)
				switch {
				case ch.Open && (ch.Add == "" || ch.Quote != "" || strings.Contains(p.Text, ch.Add)):
					t.Errorf("%s: the posting leaves open, and is to say %q", p.ID, ch.Add)
				case ch.Open:
					edited.Text = (&adviser{v: Verdict{Doc: d}}).inserted(ch.Add)
				case ch.Remove.Of(edited.Text) != ch.Quote || ch.Quote == "":
					t.Fatalf("%s: the change quotes %q, which does not stand there", p.ID, ch.Quote)
				case ch.Add != "":
					edited.Text = (&adviser{v: Verdict{Doc: d}}).restated(ch.Remove, ch.Add)
				default:
					edited.Text = (&adviser{v: Verdict{Doc: d}}).without(ch.Remove)
				}
				if after := c.Classify(edited); after.Probability != ch.Probability || after.Level != ch.Level {
					t.Errorf("%s: change %d leads to %v at %.4f, and says %v at %.4f", p.ID, i, after.Level, after.Probability, ch.Level, ch.Probability)
				}
				if i > 0 && changes[i-1].Known && ch.Known && changes[i-1].Fact == ch.Fact {
					t.Errorf("%s: two changes are about %v", p.ID, ch.Fact)
				}
			}
		}
	}
	if tried == 0 {
		t.Error("no change was suggested for any posting")
	}
}

func TestSuggestingIsQuick(t *testing.T) {
	c := Default()
	all := gold(t)
	start := time.Now()
	for _, p := range all {
		c.Suggest(t.Context(), p, VP, 3)
	}
	if each := time.Since(start) / time.Duration(len(all)); each > 150*time.Millisecond {
		t.Errorf("a posting takes %v", each)
	}
	long := all[0]
	long.Text = strings.Repeat(long.Text+"\n", 1+(1<<20)/len(long.Text))
	start = time.Now()
	c.Suggest(t.Context(), long, VP, 3)
	if took := time.Since(start); took > 10*time.Second {
		t.Errorf("a long text takes %v", took)
	}
}

// stating is a verdict on a text whose first sentence states facts.
func stating(t *testing.T, content string, values map[signal.Fact]string) Verdict {
	t.Helper()
	v := Verdict{Doc: text.Parse(content), Ladder: Ladder{0, 0, 0.6, 0.4, 0}}
	for f, name := range values {
		at := slices.Index(f.Values(), name)
		if at < 0 {
			t.Fatalf("%v has no value %q", f, name)
		}
		v.Facts[f] = FactValue{Value: uint8(at), Evidence: signal.Evidence{Span: v.Doc.Sentences[0].Span}}
	}
	return v
}

func TestOnlyWhatIsNotStatedIsLeftOpen(t *testing.T) {
	a := &adviser{v: stating(t, "You report to the VP.", map[signal.Fact]string{signal.FactAbove: "vp"})}
	if a.leavesOpen(signal.FactAbove, "reporting") || !a.leavesOpen(signal.FactBelow, "people") || !a.leavesOpen(signal.FactExec, "") {
		t.Error("a stated fact is open, or one that is not stated is not")
	}
	a.v.Ladder, a.v.Facts, a.v.Missing = Ladder{}, Facts{}, []string{"people"}
	if a.leavesOpen(signal.FactAbove, "reporting") || !a.leavesOpen(signal.FactBelow, "people") || a.leavesOpen(signal.FactExec, "") {
		t.Error("without facts, a family is open that has spoken, or one is not that was silent")
	}
}

func TestAnAdviceContradictsNoFact(t *testing.T) {
	v := stating(t, "You report to the VP.", map[signal.Fact]string{signal.FactAbove: "vp", signal.FactScope: "team"})
	value := func(f signal.Fact, name string) uint8 { return uint8(slices.Index(f.Values(), name)) }
	for name, c := range map[string]struct {
		fact  signal.Fact
		value string
		want  bool
	}{
		"no seat among executives for who reports to a VP": {signal.FactExec, "1", true},
		"nor is all of engineering theirs":                 {signal.FactScope, "whole", true},
		"no directors in one team":                         {signal.FactBelow, "directors", true},
		"engineers may":                                    {signal.FactBelow, "ics", false},
		"nor does a budget":                                {signal.FactBudget, "own", false},
	} {
		if got := clashes(&v.Facts, c.fact, value(c.fact, c.value)); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// rules makes a lexicon of reporting lines, some of which state whom the job
// answers to.
func rules(t *testing.T) *signal.Lexicon {
	t.Helper()
	const lex = `family authority

rule reporting/ceo
  gloss reports to the CEO
  cite  reader
  lean  vp +++
  fact  above ceo
  say   report|reports to the ceo
  yes   You report to the CEO.
  no    The CEO reports.

rule reporting/vp
  gloss reports to a vice president
  cite  reader
  lean  director +++
  fact  above vp
  say   report|reports to the vp
  yes   You report to the VP.
  no    The VP reports.

rule reporting/other
  gloss reports to somebody
  cite  reader
  lean  vp +
  say   report|reports to somebody
  yes   You report to somebody.
  no    Somebody reports.
`
	lx, err := signal.Load(fstest.MapFS{"reporting.lex": {Data: []byte(lex)}, "sources.txt": {Data: []byte("source reader A reader\n")}})
	if err != nil {
		t.Fatal(err)
	}
	return lx
}

func TestWhatIsLeftOpenIsTriedInEveryWayThatRulesKnow(t *testing.T) {
	lx := rules(t)
	m := &Model{Name: "x", Lexicon: lx.Version, Levels: [2]string{"director", "vp"}, Slope: 1, Low: 0.1, High: 0.8, GateMin: -1, Bias: -0.2,
		Rules: []RuleWeight{{Name: "reporting/ceo", Level: 1}, {Name: "reporting/vp", Level: -1}, {Name: "reporting/other", Level: 3}}}
	m.Seal()
	c, err := New(m, lx)
	if err != nil {
		t.Fatal(err)
	}
	p := corpus.Posting{Text: "What you will do\n\n- Lead the engineers of the firm and their work on all that we sell.\n- Hire."}
	changes := c.Suggest(t.Context(), p, VP, 3)
	if len(changes) != 1 {
		t.Fatalf("%d changes, want one: %+v", len(changes), changes)
	}
	ch := changes[0]
	// The rule that states no fact is not tried, though it is the heaviest.
	if !ch.Open || ch.Fact != signal.FactAbove || ch.Value != "ceo" || ch.Add != "You report to the CEO." || ch.Against.Value != "vp" || ch.Level != Unsure {
		t.Errorf("%+v", ch)
	}
	if !(ch.Against.Probability < ch.Before && ch.Before < ch.Probability) {
		t.Errorf("from %v to %v, and against it %v", ch.Before, ch.Probability, ch.Against.Probability)
	}
	p.Text += "\n- You report to the VP."
	if changes = c.Suggest(t.Context(), p, VP, 3); len(changes) != 1 || changes[0].Open || changes[0].Quote != "You report to the VP." {
		t.Errorf("a stated reporting line is reworded: %+v", changes)
	}
	p.Text = strings.Replace(p.Text, "the VP", "the CEO", 1)
	if changes = c.Suggest(t.Context(), p, VP, 3); len(changes) != 0 {
		t.Errorf("what the posting says already is proposed: %+v", changes)
	}
}

func TestAStatedFactIsSetAgainstAnother(t *testing.T) {
	lx := rules(t)
	v := stating(t, "You report to the VP.\n\nHire.", map[signal.Fact]string{signal.FactAbove: "vp"})
	at := text.Span{Start: 4, End: 20}
	v.Facts[signal.FactAbove].Evidence.Span = at
	v.Reasons = []Reason{{Rule: "reporting/vp", Evidence: []signal.Evidence{{Span: at}}}}
	a := &adviser{c: &Classifier{lexicon: lx}, v: v, sign: 1, target: VP, used: map[signal.Fact]bool{}}
	got := a.restatements()
	if len(got) != 1 || got[0].Open || got[0].Value != "ceo" || got[0].Quote != "report to the VP" || got[0].Add != "You report to the CEO." {
		t.Fatalf("%+v", got)
	}
	if edited := a.restated(got[0].Remove, got[0].Add); edited != "You .\n\nHire.\n- You report to the CEO." {
		t.Errorf("the text becomes %q", edited)
	}
	for name, change := range map[string]func(a *adviser){
		"the same fact again":                       func(a *adviser) { a.used = map[signal.Fact]bool{signal.FactAbove: true} },
		"what is asked of people is not the job":    func(a *adviser) { a.v.Facts[signal.FactAbove].Evidence.Section = text.Requirements },
		"a place that a rule only goes with":        func(a *adviser) { a.v.Reasons[0].Rule = "reporting/other" },
		"a statement that another fact contradicts": func(a *adviser) { a.v.Facts[signal.FactBelow] = FactValue{}; a.v.Facts[signal.FactAbove] = FactValue{} },
	} {
		b := *a
		b.v.Reasons = slices.Clone(a.v.Reasons)
		change(&b)
		if got := b.restatements(); len(got) != 0 {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

func TestAPostingThatIsUnsureForAnotherReasonIsNotAdvised(t *testing.T) {
	lx := rules(t)
	m := &Model{Name: "x", Lexicon: lx.Version, Levels: [2]string{"director", "vp"}, Slope: 1, Low: 0.01, High: 0.99, GateMin: -1, Bias: 2,
		Rules: []RuleWeight{{Name: "reporting/ceo", Level: 1}}}
	m.Seal()
	c, err := New(m, lx)
	if err != nil {
		t.Fatal(err)
	}
	p := corpus.Posting{Text: "What you will do\n\n- Lead the engineers of the firm and their work on all that we sell.\n- Hire."}
	if v := c.Classify(p); v.Level != Unsure || v.Probability < 0.8 {
		t.Fatalf("%v at %v", v.Level, v.Probability)
	}
	if got := c.Suggest(t.Context(), p, VP, 3); got != nil {
		t.Errorf("%+v", got)
	}
}

func TestPlainestRulesAreInTheLexicon(t *testing.T) {
	a := &adviser{c: Default()}
	for _, name := range plainest {
		if len(a.statementsOf(name)) == 0 {
			t.Errorf("no rule %s states a fact", name)
		}
	}
}
