package eval

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"rung/classify"
	"rung/classify/signal"
	"rung/corpus"
	"rung/corpus/stats"
)

const auditLexicon = `family authority

rule test/board
  gloss answers to the board
  cite  here
  lean  vp ++
  say   answer to the board
  yes   You answer to the board.
  no    You surf on the board.

rule test/sprint
  gloss runs sprints
  cite  here
  lean  vp +
  say   run sprints
  yes   You run sprints.
  no    You run races.

rule test/strategy
  gloss has a strategy
  cite  here
  lean  director +
  say   own a strategy
  yes   You own a strategy.
  no    You own a car.

rule test/moon
  gloss flies to the moon
  cite  here
  lean  vp +++
  say   fly to the moon
  yes   You fly to the moon.
  no    You fly home.
`

// audited is a model of that lexicon, and gold on which board speaks for VP,
// sprint for Director in spite of its lean, strategy for neither, and the
// moon never.
func audited(t *testing.T) (*classify.Classifier, []Example) {
	t.Helper()
	lx, err := signal.Load(fstest.MapFS{"test.lex": {Data: []byte(auditLexicon)}})
	if err != nil {
		t.Fatal(err)
	}
	m := &classify.Model{Name: "audited", Lexicon: lx.Version, Levels: [2]string{"director", "vp"}, Slope: 1, Low: 0.4, High: 0.6, GateMin: -1,
		Rules: []classify.RuleWeight{{Name: "test/board", Level: 2}, {Name: "test/sprint", Level: -1.5}, {Name: "test/strategy", Level: 0.1}},
		Terms: []classify.TermWeight{{Term: "quarter", Level: -0.2, IDF: 1, Cite: []string{"here"}}}}
	m.Seal()
	c, err := classify.New(m, lx)
	if err != nil {
		t.Fatal(err)
	}
	var gold []Example
	const more = "\nYou work with other engineers and managers, and write down what you decide." // a text as short as the rest is not read
	add := func(n int, l Label, sentences string) {
		for range n {
			id := fmt.Sprint("row", len(gold))
			gold = append(gold, example(id, id+" works", sentences+more, l))
		}
	}
	add(8, VP, "You answer to the board.\nYou own a strategy.")
	add(1, VP, "You run sprints.\nIn your first quarter you own a strategy.")
	add(9, Director, "You run sprints.\nYou own a strategy.")
	add(1, Director, "You answer to the board.")
	add(1, Other, "You run sprints.")
	gold = append(gold, Example{Posting: corpus.Posting{ID: "bank", Text: "You answer to the board." + more}, Label: VP, BankVP: true})
	return c, gold
}

func TestAuditModel(t *testing.T) {
	c, gold := audited(t)
	rows := map[string]AuditRow{}
	var order []string
	for _, r := range AuditModel(c, gold) {
		rows[r.Rule] = r
		order = append(order, r.Rule)
	}
	if want := []string{"test/board", "test/sprint", "test/strategy", "test/moon", "term:quarter"}; !slices.Equal(order, want) {
		t.Fatalf("rows %v, want %v", order, want)
	}
	for _, c := range []struct {
		rule                                                 string
		lean, director, vp, other, bank, flips, helped, hurt int
		findings                                             []string
	}{
		{"test/board", 2, 1, 8, 0, 1, 10, 8, 2, []string{Decides}},
		{"test/sprint", 1, 9, 1, 1, 0, 11, 9, 2, []string{Contradicts, Reweighed, Decides}},
		{"test/strategy", -1, 9, 9, 0, 0, 0, 0, 0, []string{Alike, LeansOff, Reweighed}},
		{"test/moon", 3, 0, 0, 0, 0, 0, 0, 0, []string{NeverFires}},
		{"term:quarter", 0, 0, 1, 0, 0, 0, 0, 0, []string{Rare}},
	} {
		r := rows[c.rule]
		got := []int{r.Lean, r.Director, r.VP, r.Other, r.Bank, len(r.Flips), r.Helped, r.Hurt}
		if want := []int{c.lean, c.director, c.vp, c.other, c.bank, c.flips, c.helped, c.hurt}; !slices.Equal(got, want) {
			t.Errorf("%s: lean, director, vp, other, bank, flips, helped, hurt = %v, want %v", c.rule, got, want)
		}
		if !slices.Equal(r.Findings, c.findings) {
			t.Errorf("%s: findings %q, want %q", c.rule, r.Findings, c.findings)
		}
	}
	near(t, "coverage of the board", float64(rows["test/board"].Coverage), 9./19, 1e-12)
	near(t, "ratio of the board", float64(rows["test/board"].Ratio), (8./9)/(1./10), 1e-12)
	near(t, "p of the board", rows["test/board"].P, stats.Fisher(8, 1, 1, 9), 0)
}

func TestAnAuditIsWritten(t *testing.T) {
	c, gold := audited(t)
	audit := AuditModel(c, gold)
	var text, table strings.Builder
	if err := audit.WriteText(&text); err != nil {
		t.Fatal(err)
	}
	golden(t, "audit.txt", text.String())
	if err := audit.WriteCSV(&table); err != nil {
		t.Fatal(err)
	}
	golden(t, "audit.csv", table.String())
	b, err := json.Marshal(audit)
	if err != nil {
		t.Fatal(err)
	}
	var back Audit
	if err := json.Unmarshal(b, &back); err != nil {
		t.Fatal(err)
	}
	if len(back) != len(audit) || back[0].P != audit[0].P || back[3].Ratio == back[3].Ratio {
		t.Errorf("JSON does not come back: %s", b)
	}
}
