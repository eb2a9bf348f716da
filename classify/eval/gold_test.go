package eval

import (
	"strings"
	"testing"

	"rung/corpus/attacktest"
)

func TestReadGold(t *testing.T) {
	gold, err := ReadGold(strings.NewReader(`{"id":"a","title":"VP, Engineering","company":"Acme","text":"Lead.\r\nHire.","label":"vp","source_repo":"s","salary":"x"}

{"id":"b","text":"Run a bank's desk.","label":"vp","bank_vp":true}
{"id":"c","text":"Code.","label":"other"}`), "g.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	if len(gold) != 3 {
		t.Fatalf("%d rows, want 3: a blank line is none", len(gold))
	}
	if a := gold[0]; a.Label != VP || a.Text != "Lead.\nHire." || a.Source != "g.jsonl:1" || a.Repo != "s" || !a.scored() {
		t.Errorf("first row: %+v", a)
	}
	if b := gold[1]; b.Source != "g.jsonl:3" || !b.BankVP || b.scored() {
		t.Errorf("a bank's grade is not scored: %+v", b)
	}
	if gold[2].scored() {
		t.Error("a row of another level is scored")
	}
}

func TestAByteOrderMarkIsNoPartOfAGoldFileOrOfReadings(t *testing.T) {
	gold, err := ReadGold(strings.NewReader("\ufeff{\"id\":\"a\",\"text\":\"Lead.\",\"label\":\"vp\"}\r\n{\"id\":\"b\",\"text\":\"Own.\",\"label\":\"director\"}\r\n"), "g")
	if err != nil || len(gold) != 2 || gold[0].Source != "g:1" {
		t.Errorf("gold: %v, %v", gold, err)
	}
	readings, err := ReadReadings(strings.NewReader("\ufeff{\"id\":\"a\",\"kind\":\"director\"}\n"), "r")
	if err != nil || len(readings) != 1 {
		t.Errorf("readings: %v, %v", readings, err)
	}
}

func TestAGoldFilesMistakesAreNamedByLine(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"a label that is none", `{"id":"a","text":"x","label":"boss"}`, `g:1: unknown label "boss" (want director, vp or other)`},
		{"no label", `{"id":"a","text":"x"}`, "g:1: no label (want director, vp or other)"},
		{"no text", `{"id":"a","text":" ","label":"vp"}`, "g:1: no text"},
		{"no id", `{"text":"x","label":"vp"}`, "g:1: no id"},
		{"an id twice", "{\"id\":\"a\",\"text\":\"x\",\"label\":\"vp\"}\n\n{\"id\":\"a\",\"text\":\"y\",\"label\":\"vp\"}", `g:3: id "a" stands on line 1 too`},
		{"no JSON", "id,text\na,b\n\nc,d\n", "g: not JSON Lines: every line holds one object {…}"},
		{"one array", "[{\"id\":\"a\"}]", "g: not JSON Lines: every line holds one object {…}"},
		{"a broken line", "{}\n{\n", "g:1: no label (want director, vp or other)\ng:2: unexpected end of JSON input"},
		{"two mistakes", "{}\n{}", "g:1: no label (want director, vp or other)\ng:2: no label (want director, vp or other)"},
		{"nothing", "\n", "g: no records"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := ReadGold(strings.NewReader(c.in), "g")
			if err == nil || err.Error() != c.want {
				t.Errorf("error %v\nwant  %s", err, c.want)
			}
		})
	}
}

func FuzzReadGold(f *testing.F) {
	f.Add("{\"id\":\"a\",\"text\":\"x\",\"label\":\"vp\"}\n")
	f.Add("{\"id\":\"a\",\"text\":\"\u0000\",\"label\":\"other\",\"bank_vp\":true}\r\n[]")
	f.Fuzz(func(t *testing.T, s string) {
		attacktest.Bounded(t, s, 512<<10, 1000, func() { ReadGold(strings.NewReader(s), "g") })
		gold, err := ReadGold(strings.NewReader(s), "g")
		if err != nil {
			return
		}
		for i := range gold {
			if gold[i].ID == "" || gold[i].Text == "" || gold[i].Source == "" {
				t.Fatalf("row %d lacks something: %+v", i, gold[i])
			}
		}
		if k := groups(gold); len(k) != len(gold) {
			t.Fatalf("%d groups of %d rows", len(k), len(gold))
		}
	})
}

func TestEveryLabelHasAName(t *testing.T) {
	for l, want := range map[int]string{-1: "label 255", 0: "other", 1: "director", 2: "vp", 3: "label 3", 255: "label 255"} {
		if got := Label(uint8(l)).String(); got != want {
			t.Errorf("Label(%d) is %q, want %q", l, got, want)
		}
	}
}
