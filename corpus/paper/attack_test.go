package paper

import (
	"context"
	"errors"
	"runtime"
	"strings"
	"testing"

	"rung/corpus/attacktest"
	"rung/corpus/paper/papertest"
)

// attacks are files that are made to cost much, of about n drawing operations or
// elements.
var attacks = []struct {
	name string
	make func(n int) []byte
	read func(ctx context.Context, b []byte) (string, error)
}{
	{"one line of many strings", func(n int) []byte { return pages("BT /F 10 Tf 72 700 Td " + strings.Repeat("(ab) Tj ", n) + "ET") }, PDF},
	{"one line of many blanks", func(n int) []byte {
		return pages("BT /F 10 Tf 72 700 Td (a) Tj " + strings.Repeat("( ) Tj ", n) + "ET")
	}, PDF},
	{"one array of many strings", func(n int) []byte { return pages("BT /F 10 Tf 72 700 Td [" + strings.Repeat("(a)1", n) + "] TJ ET") }, PDF},
	{"many lines", func(n int) []byte {
		return pages("BT /F 10 Tf 72 700 Td " + strings.Repeat("0 -12 Td (lead) Tj ", n) + "ET")
	}, PDF},
	{"many lines broken by hyphens", func(n int) []byte {
		return pages("BT /F 10 Tf 72 700 Td " + strings.Repeat("0 -12 Td (lead-) Tj ", n) + "ET")
	}, PDF},
	{"many dots and lines", func(n int) []byte {
		return pages(strings.Repeat("60 703 m 63 703 l 63 706 l 60 706 l f ", n/4) + "BT /F 10 Tf 72 700 Td " + strings.Repeat("0 -12 Td (lead) Tj ", n/4) + "ET")
	}, PDF},
	{"many operands", func(n int) []byte { return pages(strings.Repeat("1 ", n) + set(700, "Lead")) }, PDF},
	{"many objects of streams", func(n int) []byte {
		return append([]byte(strings.Repeat("/ObjStm ", n)), pages(set(700, "Lead"))...)
	}, PDF},
	{"many paragraphs", func(n int) []byte { return doc(strings.Repeat(p("", "Lead"), n)) }, DOCX},
	{"one paragraph of many runs", func(n int) []byte {
		return doc("<w:p>" + strings.Repeat("<w:r><w:t>a</w:t><w:br/></w:r>", n) + "</w:p>")
	}, DOCX},
	{"tables in tables", func(n int) []byte {
		return doc(strings.Repeat("<w:tbl><w:tr><w:tc>", maxTables-1) + strings.Repeat(p("", "Lead"), n) + strings.Repeat("</w:tc></w:tr></w:tbl>", maxTables-1))
	}, DOCX},
	{"a row of many cells", func(n int) []byte {
		return doc("<w:tbl><w:tr>" + strings.Repeat("<w:tc>"+p("", "Lead")+"</w:tc>", n) + "</w:tr></w:tbl>")
	}, DOCX},
}

// TestAttackMemoryGrowsAsTheFile: what is asked for while a file is read is at most 2.2
// times as much for a file twice as large.
func TestAttackMemoryGrowsAsTheFile(t *testing.T) {
	for _, c := range attacks {
		asked := func(n int) uint64 {
			b := c.make(n)
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			c.read(t.Context(), b)
			runtime.ReadMemStats(&after)
			return after.TotalAlloc - before.TotalAlloc
		}
		const n = 20_000
		if one, two := asked(n), asked(2*n); two > one*22/10+(1<<20) {
			t.Errorf("%s: %d bytes, and %d for twice the file", c.name, one, two)
		}
	}
}

// TestAttackFilesOfTheGreatestCostAreRefused, before they cost more than any posting.
func TestAttackFilesOfTheGreatestCostAreRefused(t *testing.T) {
	font := func(says string) []byte {
		return papertest.PDF("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
			stream("", set(700, strings.Repeat("~", 100_000))), "<</Type/Font/Subtype/Type0/Encoding/Identity-H/ToUnicode 6 0 R>>", stream("", says))
	}
	for _, c := range []struct {
		name string
		in   []byte
		want string
	}{
		{"a font that says much of what is drawn", font("1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfchar " + strings.Repeat("<00> <0041> ", 200_000) + "endbfchar"), "made of more than any posting"},
		{"widths of all codes, again and again", papertest.PDF("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
			stream("", set(700, "Lead")), "<</Type/Font/Subtype/Type0/Encoding/Identity-H/DescendantFonts[6 0 R]>>", "<</Type/Font/W["+strings.Repeat("0 65535 5 ", 1500)+"]>>"), "made of more than any posting"},
		{"a page that is a program", pages(strings.Repeat("1 dict begin ", 1000) + set(700, "Lead")), "a page that is a program"},
		{"more objects than there are", append(pages(set(700, "Lead")), "<</Type/ObjStm/N 99999999999>>"...), "hides how many objects"},
		{"objects counted by an object", append(pages(set(700, "Lead")), "<</Type/ObjStm/N 4 0 R>>"...), "hides how many objects"},
		{"a name in disguise", append(pages(set(700, "Lead")), "<</Type/Obj#53tm/#4e 9>>"...), "hides how many objects"},
		{"too many tables in tables", doc(strings.Repeat("<w:tbl><w:tr><w:tc>", maxTables+1)), "tables nested deeper"},
	} {
		if _, err := PDF(t.Context(), append(c.in, "\n%%EOF"...)); err == nil || !strings.Contains(err.Error(), c.want) {
			if _, err2 := DOCX(t.Context(), c.in); err2 == nil || !strings.Contains(err2.Error(), c.want) {
				t.Errorf("%s: %v, want %q", c.name, err, c.want)
			}
		}
	}
}

// TestAttackReadingEndsWithItsContext, wherever it is: what was begun is never gone on
// with, and the context is looked at as often as there is work.
func TestAttackReadingEndsWithItsContext(t *testing.T) {
	for _, c := range attacks {
		const n = 5000
		b := c.make(n)
		all := attacktest.Unending()
		c.read(all, b)
		looks := all.Looks()
		if looks < 2 || strings.HasPrefix(c.name, "many lines") && looks < n {
			t.Errorf("%s: looked at %d times", c.name, looks)
		}
		for _, at := range []int{0, 1, looks / 2, looks - 1} {
			if text, err := c.read(&attacktest.Countdown{Context: context.Background(), Left: at}, b); !errors.Is(err, context.DeadlineExceeded) || text != "" {
				t.Errorf("%s, ended at look %d of %d: %.20q, %v", c.name, at, looks, text, err)
			}
		}
	}
}

// TestLinesFarFromEachOtherStillMakeParagraphs: a long page is one column all the same.
func TestLinesFarFromEachOtherStillMakeParagraphs(t *testing.T) {
	var b strings.Builder
	b.WriteString("BT /F 10 Tf 72 20000 Td ")
	const n = 1200
	for range n {
		b.WriteString("0 -12 Td (You will own the plan for three years and answer for it to the whole) Tj ")
	}
	b.WriteString("ET")
	got, err := PDF(t.Context(), pages(b.String()))
	if want := strings.TrimSpace(strings.Repeat("You will own the plan for three years and answer for it to the whole ", n)); got != want || err != nil {
		t.Errorf("%d bytes in %d lines, %v; want %d in one", len(got), strings.Count(got, "\n")+1, err, len(want))
	}
}
