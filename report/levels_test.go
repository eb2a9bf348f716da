package report

import (
	"encoding/csv"
	"strings"
	"testing"

	"rung/classify"
)

func TestOtherLevelsHaveTheirOwnNames(t *testing.T) {
	c := exampleCard()
	c.Levels = Levels{"ward_nurse", "chief"}
	page, err := c.HTML()
	if err != nil {
		t.Fatal(err)
	}
	for name, card := range map[string]string{"text": c.Text(), "markdown": c.Markdown(), "html": string(page)} {
		for _, want := range []string{
			"Reads as a job of the higher level, Chief",
			"Chief-level in about 83 of 100",
			"speaks for Ward nurse",
			"for Chief",
		} {
			if !strings.Contains(strings.Join(strings.Fields(card), " "), want) {
				t.Errorf("%s: the card lacks %q:\n%s", name, want, card)
			}
		}
		for _, never := range []string{"VP-level", "for VP", "Director", "The title says", "does not say"} {
			if strings.Contains(card, never) {
				t.Errorf("%s: %q in the card:\n%s", name, never, card)
			}
		}
	}
	if s := string(c.AppendJSON(nil)); !strings.Contains(s, `"summary":"Reads as a job of the higher level, Chief."`) || !strings.Contains(s, `"missing_said":[]`) {
		t.Error(s)
	}
}

func TestRowsNameTheLevelsOfTheModel(t *testing.T) {
	p, v := example()
	opt := RowOptions{Levels: Levels{"nurse", "chief"}}
	for level, want := range map[classify.Level]string{classify.Director: "nurse", classify.VP: "chief", classify.Unsure: "unsure", classify.Neither: "neither"} {
		v.Level = level
		row := decode(t, AppendRow(nil, p, v, opt))
		if row.Level != want || row.TitleClaim != "none" || row.Agreement != "unclear" || len(row.Missing) != 0 {
			t.Errorf("%v: %q, %q, %q, %q", level, row.Level, row.TitleClaim, row.Agreement, row.Missing)
		}
		cells, err := csv.NewReader(strings.NewReader(string(CSV(opt).Row(nil, p, v)))).Read()
		if err != nil || cells[4] != want || cells[7] != "none" || cells[8] != "unclear" {
			t.Errorf("%v: %q, %v", level, cells, err)
		}
	}
	v.Level = classify.VP
	if got := string(Markdown(opt.Levels).Head(nil)) + string(Markdown(opt.Levels).Row(nil, p, v)); !strings.Contains(got, "| level | Chief |") || !strings.Contains(got, "| chief | 83 % | – |") {
		t.Error(got)
	}
}

func TestThePairOfTheProgramNeedsNoNames(t *testing.T) {
	for _, l := range []Levels{{}, {"director", "vp"}} {
		if !l.BuiltIn() || l.key(classify.VP) != "vp" || l.side(-1) != "Director" {
			t.Errorf("%q: %v, %s, %s", l, l.BuiltIn(), l.key(classify.VP), l.side(-1))
		}
	}
	if (Levels{"vp", "director"}).BuiltIn() {
		t.Error("turned round, the pair is another")
	}
}
