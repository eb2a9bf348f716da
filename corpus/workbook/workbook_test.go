package workbook

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"rung/corpus/attacktest"
	"runtime"
	"strings"
	"testing"
)

// parts of a workbook by their names; what is not given is as usual.
type parts map[string]string

func (p parts) zip() []byte {
	all := parts{
		"xl/workbook.xml":            `<workbook xmlns:r="r"><sheets><sheet name="Chart" sheetId="2" r:id="rId9"/><sheet name="Jobs" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId9" Type="x/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>`,
	}
	for name, content := range p {
		all[name] = content
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, content := range all {
		if content == "" {
			continue
		}
		w, err := z.Create(name)
		if err != nil {
			panic(err)
		}
		io.WriteString(w, content)
	}
	z.Close()
	return b.Bytes()
}

// sheetOf is a workbook of one sheet with these rows.
func sheetOf(rows string, more ...string) []byte {
	p := parts{"xl/worksheets/sheet1.xml": "<worksheet><sheetData>" + rows + "</sheetData><mergeCells/></worksheet>"}
	for i := 0; i < len(more); i += 2 {
		p[more[i]] = more[i+1]
	}
	return p.zip()
}

const (
	styles = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\.mm\.yyyy;@"/><numFmt numFmtId="165" formatCode="00000"/><numFmt numFmtId="166" formatCode="[h]:mm"/><numFmt numFmtId="167" formatCode="&quot;day&quot; 0"/></numFmts>` +
		`<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="22"/></cellXfs></styleSheet>`
	strs = `<sst><si><t>Lead</t></si><si><r><rPr><b/></rPr><t xml:space="preserve">two </t></r><r><t>runs</t></r><rPh sb="0" eb="1"><t>reading</t></rPh></si><si/><si><t>a_x000D__x000A_b _xZZZZ_ _x</t></si></sst>`
)

// show is a workbook's first sheet: a line a row, its number first, bars between cells.
func show(ctx context.Context, b []byte, memory bool) (string, error) {
	book, err := Open(ctx, b, memory)
	if err != nil {
		return "", err
	}
	defer book.Close()
	if len(book.Sheets()) == 0 {
		return "", errors.New("no sheet")
	}
	rows, err := book.Rows(0)
	if err != nil {
		return "", err
	}
	defer rows.Close()
	var out strings.Builder
	for {
		if err := rows.Next(); err != nil {
			if err == io.EOF {
				err = nil
			}
			return out.String(), err
		}
		fmt.Fprint(&out, rows.Line())
		for i := range rows.Len() {
			fmt.Fprintf(&out, "|%s", rows.Cell(i))
		}
		out.WriteByte('\n')
	}
}

func TestACellIsWhatItShows(t *testing.T) {
	for _, c := range []struct{ name, cell, want string }{
		{"a number", `<c><v>45356</v></c>`, "45356"},
		{"a long number", `<c><v>4000123456789</v></c>`, "4000123456789"},
		{"more digits than a workbook has", `<c><v>0.30000000000000004</v></c>`, "0.3"},
		{"a power", `<c><v>1E+20</v></c>`, "1e+20"},
		{"a date", `<c s="1"><v>45356</v></c>`, "2024-03-05"},
		{"a date of a format of its own", `<c s="2"><v>45356</v></c>`, "2024-03-05"},
		{"a date and time", `<c s="6"><v>45356.75</v></c>`, "2024-03-05T18:00:00"},
		{"a text in a column of dates", `<c s="1" t="str"><v>soon</v></c>`, "soon"},
		{"a date beyond time", `<c s="1"><v>99999999999</v></c>`, "99999999999"},
		{"zeros in front", `<c s="3"><v>42</v></c>`, "00042"},
		{"a span of time", `<c s="4"><v>1.5</v></c>`, "1.5"},
		{"a word in a format", `<c s="5"><v>7</v></c>`, "7"},
		{"a style that is not there", `<c s="999"><v>7</v></c>`, "7"},
		{"a shared text", `<c t="s"><v>0</v></c>`, "Lead"},
		{"a shared text of runs", `<c t="s"><v>1</v></c>`, "two runs"},
		{"what XML cannot hold", `<c t="s"><v>3</v></c>`, "a\r\nb _xZZZZ_ _x"},
		{"a shared text that is not there", `<c t="s"><v>99</v></c>`, ""},
		{"a text in the cell", `<c t="inlineStr"><is><r><t>in </t></r><r><t>line</t></r></is></c>`, "in line"},
		{"what a formula gives", `<c t="str"><f>A1&amp;"x"</f><v>given</v></c>`, "given"},
		{"true", `<c t="b"><v>1</v></c>`, "TRUE"},
		{"false", `<c t="b"><v>0</v></c>`, "FALSE"},
		{"an error", `<c t="e"><v>#REF!</v></c>`, ""},
		{"no number", `<c><v>n/a</v></c>`, "n/a"},
	} {
		got, err := show(t.Context(), sheetOf(`<row>`+c.cell+`<c t="str"><v>.</v></c></row>`, "xl/styles.xml", styles, "xl/sharedStrings.xml", strs), true)
		if want := "1|" + c.want + "|.\n"; got != want || err != nil {
			t.Errorf("%s: %q, %v, want %q", c.name, got, err, want)
		}
	}
	got, err := show(t.Context(), sheetOf(`<row><c s="1"><v>43894</v></c></row>`, "xl/styles.xml", styles,
		"xl/workbook.xml", `<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="Jobs" r:id="rId1"/></sheets></workbook>`), true)
	if got != "1|2024-03-05\n" || err != nil {
		t.Errorf("days from 1904: %q, %v", got, err)
	}
}

func TestRowsStandWhereTheySay(t *testing.T) {
	const x = `<v>7</v>`
	for _, c := range []struct{ name, rows, want string }{
		{"one after the other", `<row><c>` + x + `</c></row><row><c>` + x + `</c></row>`, "1|7\n2|7\n"},
		{"far down", `<row r="9"><c>` + x + `</c></row><row><c>` + x + `</c></row>`, "9|7\n10|7\n"},
		{"empty ones are left out", `<row/><row><c/></row><row><c t="str"><v></v></c></row><row><c>` + x + `</c></row>`, "4|7\n"},
		{"cells far to the right", `<row><c r="AB1">` + x + `</c></row>`, "1" + strings.Repeat("|", 28) + "7\n"},
		{"a cell twice", `<row><c r="A1"><v>3</v></c><c r="A1">` + x + `</c><c><v>5</v></c></row>`, "1|7|5\n"},
		{"cells in another order", `<row><c r="B1">` + x + `</c><c r="A1"><v>3</v></c></row>`, "1|3|7\n"},
		{"none", ``, ""},
	} {
		if got, err := show(t.Context(), sheetOf(c.rows), true); got != c.want || err != nil {
			t.Errorf("%s: %q, %v, want %q", c.name, got, err, c.want)
		}
	}
}

func TestAWorkbookSaysWhatIsWrong(t *testing.T) {
	row := `<row><c t="str"><v>x</v></c></row>`
	for _, c := range []struct {
		name string
		in   []byte
		want string
	}{
		{"no archive", []byte("PK"), "the archive is damaged or cut short"},
		{"no workbook", parts{"xl/workbook.xml": ""}.zip(), "xl/workbook.xml is missing"},
		{"no relations", parts{"xl/_rels/workbook.xml.rels": ""}.zip(), "xl/_rels/workbook.xml.rels is missing"},
		{"no sheet", parts{}.zip(), "xl/worksheets/sheet1.xml is missing"},
		{"damaged in a row", sheetOf(row + "<row><c t=></row>"), "xl/worksheets/sheet1.xml is damaged"},
		{"cut short", parts{"xl/worksheets/sheet1.xml": "<worksheet><sheetData>" + row}.zip(), "unexpected EOF"},
		{"damaged texts", sheetOf(row, "xl/sharedStrings.xml", "<sst><si><t>a</t"), "xl/sharedStrings.xml is damaged"},
		{"too many columns", sheetOf("<row>" + strings.Repeat("<c/>", maxColumns+1) + "</row>"), "more than 16384 columns"},
		{"a column too far", sheetOf(`<row><c r="ZZZZZZ1"><v>1</v></c></row>`), "more than 16384 columns"},
		{"a row too far", sheetOf(`<row r="99999999"/>`), "more than 1048576 rows"},
		{"a cell too long", sheetOf(`<row><c t="str"><v>` + strings.Repeat("x", maxToken+1<<20) + `</v></c></row>`), "a cell of more than 8 MB"},
		{"a row too long", sheetOf("<row>" + strings.Repeat(`<c t="str"><v>`+strings.Repeat("x", 1<<20)+`</v></c>`, 65) + "</row>"), "a row of more than 64 MB"},
		{"a long text in many cells", sheetOf(strings.Repeat("<row>"+strings.Repeat(`<c t="s"><v>0</v></c>`, 100)+"</row>", 20), "xl/sharedStrings.xml", "<sst><si><t>"+strings.Repeat("x", 1<<20)+"</t></si></sst>"), "texts of more than 128 KB stand in so many cells"},
		{"a text too long", sheetOf(row, "xl/sharedStrings.xml", "<sst><si>"+strings.Repeat("<r><t>"+strings.Repeat("x", 1<<20)+"</t></r>", 9)+"</si></sst>"), "a text of more than 8 MB"},
	} {
		if _, err := show(t.Context(), c.in, true); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
}

// TestManyTextsStandInAFile: as many as would fill the memory, and none where no file
// may be made.
func TestManyTextsStandInAFile(t *testing.T) {
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	const n = 80
	b := sheetOf(`<row><c t="s"><v>0</v></c><c t="s"><v>79</v></c><c t="s"><v>80</v></c></row>`, "xl/sharedStrings.xml",
		"<sst><si><t>first</t></si>"+strings.Repeat("<si><t>"+strings.Repeat("x", 1<<20)+"</t></si>", n-2)+"<si><t>last but one</t></si><si><t>last</t></si></sst>")
	if got, err := show(t.Context(), b, false); got != "1|first|last but one|last\n" || err != nil {
		t.Errorf("%.50q, %v", got, err)
	}
	if left, _ := os.ReadDir(temp); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	if _, err := show(t.Context(), b, true); err == nil || !strings.Contains(err.Error(), "save it as CSV") {
		t.Errorf("without a file: %v", err)
	}
}

// attacks are workbooks that are made to cost much, of about n elements.
var attacks = map[string]func(n int) []byte{
	"rows":   func(n int) []byte { return sheetOf(strings.Repeat(`<row><c t="str"><v>x</v></c></row>`, n)) },
	"blanks": func(n int) []byte { return sheetOf(strings.Repeat(`<row/>`, n)) },
	"texts": func(n int) []byte {
		return sheetOf("<row/>", "xl/sharedStrings.xml", "<sst>"+strings.Repeat("<si><t>x</t></si>", n)+"</sst>")
	},
	"runs": func(n int) []byte {
		return sheetOf("<row/>", "xl/sharedStrings.xml", "<sst><si>"+strings.Repeat("<r><t>x</t></r>", n)+"</si></sst>")
	},
	"styles": func(n int) []byte {
		return sheetOf("<row/>", "xl/styles.xml", "<styleSheet><cellXfs>"+strings.Repeat(`<xf numFmtId="1"/>`, n)+"</cellXfs></styleSheet>")
	},
	"depth": func(n int) []byte { return sheetOf(strings.Repeat("<a>", n)) },
	"attributes": func(n int) []byte {
		return sheetOf("<row " + strings.Repeat(`a="1" `, n/100) + "/>")
	},
	"one text in all cells": func(n int) []byte {
		return sheetOf(strings.Repeat(`<row>`+strings.Repeat(`<c t="s"><v>0</v></c>`, 100)+`</row>`, n/100), "xl/sharedStrings.xml", "<sst><si><t>"+strings.Repeat("x", 1000)+"</t></si></sst>")
	},
}

func TestAttackMemoryOfAWorkbookGrowsAsTheFile(t *testing.T) {
	for name, make := range attacks {
		asked := func(n int) uint64 {
			b := make(n)
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			show(t.Context(), b, true)
			runtime.ReadMemStats(&after)
			return after.TotalAlloc - before.TotalAlloc
		}
		const n = 20_000
		if one, two := asked(n), asked(2*n); two > one*22/10+(1<<20) {
			t.Errorf("%s: %d bytes, and %d for twice the file", name, one, two)
		}
	}
}

func TestAttackAWorkbookEndsWithItsContext(t *testing.T) {
	for name, make := range attacks {
		b := make(50_000)
		all := attacktest.Unending()
		show(all, b, true)
		looks := all.Looks()
		for _, at := range []int{0, 1, looks / 2, looks - 2} {
			if _, err := show(&attacktest.Countdown{Context: context.Background(), Left: at}, b, true); !errors.Is(err, context.DeadlineExceeded) {
				t.Errorf("%s, ended at look %d of %d: %v", name, at, looks, err)
			}
		}
	}
}

// FuzzWorkbook reads any parts: no panic, an end, lines that grow.
func FuzzWorkbook(f *testing.F) {
	f.Add(`<row r="2"><c r="B2" t="s" s="1"><v>1</v></c><c t="inlineStr"><is><t>x</t></is></c></row>`, strs, styles)
	f.Add(`<row><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c></row></sheetData><row>`, "<si><t>_x000A_</t></si>", "<numFmt/><cellXfs><xf/>")
	f.Fuzz(func(t *testing.T, rows, shared, styles string) {
		book, err := Open(t.Context(), sheetOf(rows, "xl/sharedStrings.xml", shared, "xl/styles.xml", styles), true)
		if err != nil {
			return
		}
		defer book.Close()
		r, err := book.Rows(0)
		if err != nil {
			t.Fatal(err)
		}
		defer r.Close()
		for last := 0; r.Next() == nil; last = r.Line() {
			if r.Line() <= last {
				t.Fatalf("row %d after %d", r.Line(), last)
			}
			for i := range r.Len() {
				r.Cell(i)
			}
		}
	})
}

func BenchmarkRows(b *testing.B) {
	in := sheetOf(strings.Repeat(`<row><c r="A1" t="s"><v>0</v></c><c r="B1"><v>45356</v></c><c t="inlineStr"><is><t>`+strings.Repeat("You lead teams. ", 100)+`</t></is></c></row>`, 5000), "xl/sharedStrings.xml", strs)
	size := 0
	for b.Loop() {
		got, err := show(b.Context(), in, true)
		if err != nil {
			b.Fatal(err)
		}
		size = len(got)
	}
	b.SetBytes(int64(size))
}
