package row

import (
	"encoding/csv"
	"errors"
	"io"
	"rung/classify"
	"rung/report"
	"strings"
	"testing"

	"github.com/clipperhouse/displaywidth"
)

func rows(f Format, n int) []byte {
	p, v := example()
	var b []byte
	if f.Head != nil {
		b = f.Head(b)
	}
	for range n {
		b = f.Row(b, p, v)
	}
	return b
}

func TestCSVReadsBack(t *testing.T) {
	for _, opt := range []Options{{}, {Text: true}} {
		records, err := csv.NewReader(strings.NewReader(string(rows(CSV(opt), 2)))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		got := map[string]string{}
		for i, name := range records[0] {
			got[name] = records[2][i]
		}
		for name, want := range map[string]string{
			"title": `VP, Engineering | "Core"`, "company": "Acme, Inc.", "probability": "0.8335", "horizon": "-0.425432", "flags": "startup",
			"reasons": "reports-to/ceo 1.92 “report to the CEO”; manages/directors 0.366667 “Hire and grow directors”; horizon/sprint -0.4 “Run sprint planning”",
		} {
			if got[name] != want {
				t.Errorf("%s = %q, want %q", name, got[name], want)
			}
		}
		if _, ok := got["text"]; ok != opt.Text {
			t.Errorf("text column: %v, want %v", ok, opt.Text)
		}
	}
}

func TestTSVHasAsManyCellsInEveryLine(t *testing.T) {
	for line := range strings.Lines(string(rows(TSV(Options{Text: true}), 2))) {
		if n := strings.Count(line, "\t") + 1; n != len(columns)+1+len(standingColumns) {
			t.Errorf("%d cells, want %d: %s", n, len(columns)+1+len(standingColumns), line)
		}
	}
}

func TestCellsCannotBecomeFormulasOrMoveTheCursor(t *testing.T) {
	for in, want := range map[string]string{
		"=HYPERLINK(1)":             "'=HYPERLINK(1)",
		"+1":                        "'+1",
		"-1, 2":                     `"'-1, 2"`,
		"@x":                        "'@x",
		"\t=1":                      "'=1",
		"＝1+1":                      "'＝1+1",
		"a=b":                       "a=b",
		"two\r\nlines":              "two lines",
		"red \x1b[31mtext":          "red [31mtext",
		"\u202eturned\u202c\u0085x": "turned x",
		`say "hi"`:                  `"say ""hi"""`,
		"":                          "",
		"bad \xff byte":             "bad \ufffd byte",
	} {
		if got := string(appendCell(nil, in, ',')); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestMarkdownTableKeepsItsColumns(t *testing.T) {
	lines := strings.Split(strings.TrimSpace(string(rows(Markdown(report.Levels{}), 1))), "\n")
	want := "| b/acme/1 | Acme, Inc. | VP, Engineering \\| \"Core\" | vp | 83 % | agrees | reports to the CEO or a founder |"
	if lines[2] != want {
		t.Errorf("got  %s\nwant %s", lines[2], want)
	}
}

func TestTableKeepsToTheWidth(t *testing.T) {
	for _, width := range []int{0, 80, 100, 163} {
		var b strings.Builder
		table := NewTable(&b, width, report.Levels{})
		for range 2 {
			if _, err := table.Write(rows(TableRows(report.Levels{}), 2)); err != nil {
				t.Fatal(err)
			}
		}
		if err := table.Close(); err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(strings.TrimSuffix(b.String(), "\n"), "\n")
		if len(lines) != 6 || !strings.Contains(lines[0], "reason") || !strings.Contains(lines[5], "b/acme/1") {
			t.Errorf("width %d: header, line and four rows expected:\n%s", width, b.String())
		}
		for _, l := range lines {
			if w := displaywidth.String(l); w > max(width, 80) {
				t.Errorf("width %d: a line of %d columns: %s", width, w, l)
			}
		}
	}
}

func TestEmptyTableHasItsHeader(t *testing.T) {
	var b strings.Builder
	if err := NewTable(&b, 80, report.Levels{}).Close(); err != nil || !strings.Contains(b.String(), "company") {
		t.Errorf("err %v, table:\n%s", err, b.String())
	}
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }

func TestTableTellsThatItsWriterFailed(t *testing.T) {
	if _, err := NewTable(broken{}, 80, report.Levels{}).Write(rows(TableRows(report.Levels{}), 1)); !errors.Is(err, io.ErrClosedPipe) {
		t.Errorf("err = %v", err)
	}
}

func BenchmarkCSV(b *testing.B) {
	p, v := placed()
	f := CSV(Options{})
	var buf []byte
	b.SetBytes(int64(len(f.Row(nil, p, v))))
	for b.Loop() {
		buf = f.Row(buf[:0], p, v)
	}
}

func BenchmarkTable(b *testing.B) {
	line := rows(TableRows(report.Levels{}), 1)
	table := NewTable(io.Discard, 120, report.Levels{})
	b.SetBytes(int64(len(line)))
	for b.Loop() {
		if _, err := table.Write(line); err != nil {
			b.Fatal(err)
		}
	}
}

func TestRowsNameTheLevelsOfTheModel(t *testing.T) {
	p, v := example()
	opt := Options{Levels: report.Levels{"nurse", "chief"}}
	for level, want := range map[classify.Level]string{classify.Director: "nurse", classify.VP: "chief", classify.Unsure: "unsure", classify.Neither: "neither"} {
		v.Level = level
		row := decode(t, Append(nil, p, v, opt))
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
