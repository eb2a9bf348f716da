package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"rung/classify"
	"rung/corpus"
	"rung/corpus/profile"
	"rung/corpus/read"
	"rung/corpus/text"
	"rung/report/annotate"
	"rung/report/row"
	"rung/report/table"
)

// formulas begin with every sign that a spreadsheet takes for the beginning of a
// formula.
var formulas = []string{"=1+1", "+1+1", "-1+1", "@SUM(A1)", "＝cmd|' /C calc'!A0", "＋1", "－1", "＠SUM(A1)", "\t=1+1", "\r=1+1", "\t+1", "-1,2", `="a"`}

// TestNoWriterOfSheetsWritesAFormula: whatever a posting says, no cell of any file
// for spreadsheets begins as a formula does.
func TestNoWriterOfSheetsWritesAFormula(t *testing.T) {
	p := corpus.Posting{Text: corpus.Normalize("What you will do\n\n• Lead a team of 8 engineers with Kubernetes\n")}
	rows := func(f row.Format) func(string) []byte {
		return func(s string) []byte {
			v := classify.Verdict{ID: corpus.ID(s), Source: s, Company: s, Title: s, Flags: []string{s}, Missing: []string{s}, Model: s, Reasons: []classify.Reason{{Rule: s}}}
			return f.Row(f.Head(nil), corpus.Posting{Text: s}, &v)
		}
	}
	records := func(s string) []byte {
		var b bytes.Buffer
		opt := row.Options{Text: true}
		v := classify.Verdict{ID: corpus.ID(s), Company: s, Title: s, Model: s}
		w := row.NewXLSX(&b, opt)
		if err := errors.Join(w.Write([]row.Record{row.NewRecord(corpus.Posting{Text: s}, &v, opt)}), w.Close()); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	extracted := func(s string) []byte {
		formats := row.ExtractFormats(row.Options{})
		f := formats[slices.IndexFunc(formats, func(f row.ExtractFormat) bool { return f.Name == "csv" })]
		of := p
		of.ID, of.Company, of.Title, of.Source = corpus.ID(s), s, s, s
		return f.Row([]byte(f.Head), of, profile.Extract(text.Parse(p.Text)), &classify.Verdict{})
	}
	tables := func(format string) func(string) []byte {
		return func(s string) []byte {
			tab := &table.Table{Name: "x", Title: s, Columns: []table.Column{{Key: "a", Head: "A"}, {Key: "b", Head: "B", Kind: table.Month}}, Rows: [][]table.Cell{{{Text: s}, {Text: s}}}}
			var b bytes.Buffer
			if err := table.Write(&b, format, table.Options{}, tab); err != nil {
				t.Fatal(err)
			}
			return b.Bytes()
		}
	}
	tasks := func(s string) []byte {
		var b bytes.Buffer
		if err := annotate.Write(&b, "csv", []annotate.Task{{ID: s, Text: s}}); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	for name, write := range map[string]func(string) []byte{
		"classify.csv": rows(row.CSV(row.Options{Text: true})), "classify.tsv": rows(row.TSV(row.Options{Text: true})), "classify.xlsx": records,
		"extract.csv": extracted, "report.csv": tables("csv"), "report.tsv": tables("tsv"), "report.xlsx": tables("xlsx"), "sample.csv": tasks,
	} {
		for _, s := range formulas {
			if n := formulasIn(t, name, write(s)); n == 0 {
				t.Errorf("%s: %q is in no cell", name, s)
			}
		}
	}
}

// formulasIn fails for cells that are formulas, and counts those that would be one
// if nothing were done about them.
func formulasIn(t *testing.T, name string, b []byte) (guarded int) {
	t.Helper()
	if filepath.Ext(name) == ".xlsx" {
		f, err := excelize.OpenReader(bytes.NewReader(b))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		sheet := f.GetSheetName(0)
		rows, _ := f.GetRows(sheet)
		for i, row := range rows {
			for j, cell := range row {
				at, _ := excelize.CoordinatesToCellName(j+1, i+1)
				if kind, _ := f.GetCellType(sheet, at); kind == excelize.CellTypeUnset || !table.Formula(cell) {
					continue // a number, or harmless
				}
				guarded++
				if formula, err := f.GetCellFormula(sheet, at); err != nil || formula != "" {
					t.Errorf("%s: %s is the formula %q", name, at, formula)
				}
				id, _ := f.GetCellStyle(sheet, at)
				if style, err := f.GetStyle(id); err != nil || style.NumFmt != 49 {
					t.Errorf("%s: %s becomes a formula when it is edited: %q", name, at, cell)
				}
			}
		}
		return guarded
	}
	var rows [][]string
	if filepath.Ext(name) == ".tsv" {
		for line := range strings.Lines(string(b)) {
			rows = append(rows, strings.Split(strings.TrimSuffix(line, "\n"), "\t"))
		}
	} else {
		var err error
		if rows, err = csv.NewReader(bytes.NewReader(b)).ReadAll(); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
	for _, row := range rows {
		for _, cell := range row {
			rest, quoted := strings.CutPrefix(cell, "'")
			if quoted && table.Formula(rest) {
				guarded++
			}
			var number json.Number
			if table.Formula(cell) && json.Unmarshal([]byte(cell), &number) != nil {
				t.Errorf("%s: a cell is the formula %q", name, cell)
			}
		}
	}
	return guarded
}

// TestExamplesAreNoFormulas: the employers of all postings are formulas.
func TestExamplesAreNoFormulas(t *testing.T) {
	var lines []byte
	n := 0
	for p, err := range (read.Options{}).Files(t.Context(), []string{"../../" + goldFile}) {
		if err != nil {
			t.Fatal(err)
		}
		b, err := json.Marshal(map[string]string{"id": fmt.Sprintf("%s %d", formulas[n%8], n), "title": p.Title, "company": formulas[n%8], "text": p.Text})
		if err != nil {
			t.Fatal(err)
		}
		lines = append(append(lines, b...), '\n')
		n++
	}
	t.Chdir(t.TempDir())
	if err := os.WriteFile("jobs.jsonl", lines, 0o666); err != nil {
		t.Fatal(err)
	}
	if code, stderr := asks(t, nil, "report", "jobs.jsonl", "--table", "terms", "--by", "claim", "--examples", "x.csv", "-o", "x.md", "--resamples", "2"); code != exitClean {
		t.Fatalf("exit code %d: %s", code, stderr)
	}
	if n := formulasIn(t, "x.csv", []byte(contents(t, "x.csv"))); n < 10 {
		t.Errorf("%d cells are guarded", n)
	}
}
