package text

import (
	"strings"
	"testing"
)

// check demands what Document promises of its spans.
func check(t *testing.T, d *Document) {
	t.Helper()
	s := d.Text
	starts := make([]bool, len(s)+1)
	starts[len(s)] = true
	for i := range s {
		starts[i] = true
	}
	in := func(what string, i int, in, out Span) {
		t.Helper()
		if in.Start < out.Start || in.End > out.End || in.Start >= in.End || !starts[in.Start] || !starts[in.End] {
			t.Fatalf("%s %d: %v in %v of %q", what, i, in, out, s)
		}
	}
	section, end := 0, 0
	for i, x := range d.Sections {
		in("section", i, x.Span, Span{end, len(s)})
		end = x.End
		if x.Kind >= Heading {
			t.Fatalf("section %d: kind %v", i, x.Kind)
		}
		if x.Heading != (Span{}) {
			in("heading", i, x.Heading, x.Span)
		}
	}
	end, number := 0, -1
	for i, x := range d.Lines {
		for section < len(d.Sections) && d.Sections[section].End < x.End {
			section++
		}
		if section == len(d.Sections) {
			t.Fatalf("line %d: in no section of %q", i, s)
		}
		in("line", i, x.Span, Span{max(end, d.Sections[section].Start), d.Sections[section].End})
		if x.Number <= number {
			t.Fatalf("line %d: number %d after %d", i, x.Number, number)
		}
		end, number = x.End, x.Number
	}
	end = 0
	last, line := 0, 0
	for i, x := range d.Sentences {
		if x.Line < line || x.Line >= len(d.Lines) {
			t.Fatalf("sentence %d: line %d after %d", i, x.Line, line)
		}
		line = x.Line
		in("sentence", i, x.Span, Span{max(end, d.Lines[line].Start), d.Lines[line].End})
		if x.First != last || x.Last <= x.First || x.Last > len(d.Tokens) {
			t.Fatalf("sentence %d: tokens %d to %d after %d of %q", i, x.First, x.Last, last, s)
		}
		at := x.Start
		for j := x.First; j < x.Last; j++ {
			k := d.Tokens[j]
			in("token", j, Span{int(k.Start), int(k.End)}, Span{at, x.End})
			at = int(k.End)
			if k.Hash != Hash(d.TokenText(j)) {
				t.Fatalf("token %d %q: wrong hash", j, d.TokenText(j))
			}
		}
		end, last = x.End, x.Last
	}
	if last != len(d.Tokens) {
		t.Fatalf("%d tokens, %d in sentences", len(d.Tokens), last)
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{
		"", "\n", "• Own the roadmap. Lead 40 people.\n• Hire", "About us\n\nWe build things at Acme Inc. We ship.",
		"a@b.com.c@d", "e.g.U.S.A. x", "don’t\xff’s", "1.\n2) x\n(a) y", "x • y • z", "Dr. No. 5. \"Quoted.\" (Yes.) No...Yes",
	} {
		f.Add(s)
	}
	d := new(Document)
	f.Fuzz(func(t *testing.T, s string) {
		d.scratch.steps = 0
		d.Reset(s)
		check(t, d)
		if d.scratch.steps > 1000+10*len(s) {
			t.Errorf("%d steps in %d bytes", d.scratch.steps, len(s))
		}
	})
}

// TestLongTexts demands that a megabyte of anything is read to its end. What is
// not linear in the text does not come to its end here.
func TestLongTexts(t *testing.T) {
	d := new(Document)
	for _, unit := range []string{
		")", "(", "word ", "w", "a.a.a.", "• ", "\n", "'", "a'", "\u2019s", "x@", ".com", "a.com/", "http://", " * A", " - A", "•  * A",
		"A. ", "Inc. A ", "U.S. ", "\xff", "é", "1,", "1. ", "(a) ", "…", "!? A", ".", "a-", "_", "401", "n't",
	} {
		text := strings.Repeat(unit, 1<<20/len(unit))
		d.Reset(text)
		check(t, d)
		if len(d.Tokens) == 0 && unit != "•" && strings.Trim(unit, "• \n") != "" {
			t.Errorf("%q repeated: no tokens", unit)
		}
	}
}
