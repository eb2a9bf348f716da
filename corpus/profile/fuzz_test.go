package profile

import (
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"rung/corpus/text"
)

// check demands of a profile that every place lies in the text, on rune starts
// where the text is UTF-8, and quotes something.
func check(t *testing.T, d *text.Document, p *Profile) {
	t.Helper()
	last := 0
	for _, it := range p.Items() {
		if it.Start < 0 || it.Start >= it.End || it.End > len(d.Text) {
			t.Fatalf("%s: span %d to %d of %d bytes", it.Field, it.Start, it.End, len(d.Text))
		}
		if it.Start < last {
			t.Fatalf("%s at %d after an item at %d", it.Field, it.Start, last)
		}
		last = it.Start
		if utf8.ValidString(d.Text) && (!utf8.RuneStart(d.Text[it.Start]) || it.End < len(d.Text) && !utf8.RuneStart(d.Text[it.End])) {
			t.Fatalf("%s: span %d to %d cuts a rune", it.Field, it.Start, it.End)
		}
		if strings.TrimSpace(it.Of(d.Text)) == "" || it.Value == "" || !slices.Contains(Fields, it.Field) {
			t.Fatalf("item %+v of %q", it, it.Of(d.Text))
		}
	}
	for _, u := range p.Responsibilities {
		if l := d.Lines[u.Line]; u.Start < l.Start || u.End > l.End {
			t.Fatalf("duty %v outside of its line %v", u.Span, l.Span)
		}
	}
	if pay := p.Pay; pay != nil && (pay.Max < pay.Min || pay.Max <= 0 || pay.Period == "" || len(pay.Ranges) == 0) {
		t.Fatalf("pay %+v", pay)
	}
	for _, y := range p.Experience.Mentions {
		if y.Min < 1 || y.Min > maxYears || y.Max != 0 && y.Max < y.Min {
			t.Fatalf("years %+v", y)
		}
	}
	if facts := p.Facts(); len(facts) != len(FactNames) {
		t.Fatalf("%d facts, want %d", len(facts), len(FactNames))
	} else {
		for i, f := range facts {
			if f.Name != FactNames[i] {
				t.Fatalf("fact %d is %s, want %s", i, f.Name, FactNames[i])
			}
		}
	}
}

func FuzzExtract(f *testing.F) {
	for _, s := range []string{
		"", sample, "\xff\xfe$1k", "Reports to:", "Reports to", "- ", "$", "C$", "10 to", "a decade", "5 years",
		"Requirements\n\n- BS/MS", "Responsibilities\n\n- Lead", "Responsibilities\n\n- ȺȺȺ's", "Responsibilities\n\n- \u0301Ship 🚀 it",
		"You report to", "offices in", "series", "experience as a", "team of", "#LI-", "up to $", "between $1 and", "x\r\ny", "twenty-",
		"Pay\n\n$1,000,000,000,000,000,000,000", "99999999999999999999 years", "Responsibilities\n\n- " + strings.Repeat("(", 300), strings.Repeat("$1-", 200),
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d := text.Parse(s)
		check(t, d, Extract(d))
		r := newReader(d)
		defer r.free()
		if r.facts(&Profile{Text: s}); r.steps > 20000+4000*len(s) {
			t.Errorf("%d tokens looked at in %d bytes", r.steps, len(s))
		}
	})
}

func TestExtractRealPostings(t *testing.T) {
	for _, s := range background(t, 100) {
		d := text.Parse(s)
		check(t, d, Extract(d))
	}
}

func TestExtractSharesNothing(t *testing.T) {
	d := text.Parse(sample)
	want := Extract(d).Items()
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 5 {
				other := text.Parse("Salary: $1,000 a day. You report to the CTO.")
				Extract(other)
				got := Extract(d).Items()
				if len(got) != len(want) {
					t.Errorf("%d items, want %d", len(got), len(want))
				}
			}
		})
	}
	wg.Wait()
}

// TestExtractLinear demands that long texts end in time.
func TestExtractLinear(t *testing.T) {
	for _, unit := range []string{"1 ", "$1 ", "team of ", "reports to ", "lead ", "and lead ", ", ", "years ", "one ", "degree in ", "series A ", "offices in A, ", "Lead the ", ")", "- a\n", "to ", "up to $5 ", "remote ", "hybrid remote ", "5 years ", "(5 years) ", "BS ", "salary $50k ", "full-time ", "directors report to you ", "who directly "} {
		s := "Responsibilities\n\n- " + strings.Repeat(unit, 1<<17/len(unit))
		d := text.Parse(s)
		r := newReader(d)
		p := &Profile{Text: s}
		r.facts(p)
		r.free()
		check(t, d, p)
	}
}

// TestCues demands that the classes of cues.txt are those of the code, in its
// order.
func TestCues(t *testing.T) {
	l := cues()
	if len(l.names) != int(numClasses) {
		t.Fatalf("%d classes in cues.txt, %d in the code", len(l.names), numClasses)
	}
	for k, name := range map[class]string{cYear: "year", cPeople: "people", cWish: "wish", cPayWord: "payword", cAnnual: "annual", cRank: "rank", cRemote: "remote", cNotKind: "notkind", cStaffNoun: "staffnoun", cRankWord: "rankword"} {
		if l.names[k] != name {
			t.Errorf("class %d is %q, want %q", k, l.names[k], name)
		}
	}
}
