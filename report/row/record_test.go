package row

import (
	"bytes"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/parquet-go/parquet-go"
	"github.com/xuri/excelize/v2"

	"rung/classify"
	"rung/classify/signal"
	"rung/report"
)

// records are n records, of which each differs.
func records(n int, opt Options) []Record {
	list := make([]Record, n)
	for i := range list {
		p, w := placed()
		switch i % 4 {
		case 1:
			w.Ladder = classify.Ladder{} // of a model that knows none
		case 2:
			w.Level, w.Why, w.Sure = classify.Neither, classify.Below, false
		}
		w.ID = p.ID + "/" + p.ID[:0] + "x"
		w.Source = fmt.Sprintf("in.jsonl:%d", i)
		w.Company = fmt.Sprintf("Company %d", i%7)
		w.Probability = float64(i%101) / 100
		if i%3 == 0 {
			w.Reasons, w.Flags, w.Missing = nil, nil, nil
		}
		list[i] = NewRecord(p, w, opt)
	}
	return list
}

func TestARecordIsTheRow(t *testing.T) {
	p, v := placed()
	plain, odd, nothing, lower := *v, *v, *v, *v
	plain.Ladder = classify.Ladder{}
	nothing.Level, nothing.Cause, nothing.Sure = classify.Unread, classify.Resume, false
	lower.Level, lower.Why = classify.Neither, classify.Below
	odd.Company, odd.Title = "bad \xff byte", "<b>&amp;</b>\u2028x"
	odd.LogOdds, odd.Bias, odd.Differences[signal.Career] = -1e-9, 123456789.1234567, -0.0000004
	odd.Reasons = append(odd.Reasons[:1:1], odd.Reasons...)
	bare := classify.Verdict{ID: "x", Level: classify.Unsure}
	for name, c := range map[string]struct {
		v   *classify.Verdict
		opt Options
	}{
		"as it is": {v, Options{}}, "with the text": {v, Options{Text: true}}, "odd strings and numbers": {&odd, Options{}},
		"of no known rung": {&plain, Options{}}, "unread": {&nothing, Options{}}, "neither": {&lower, Options{}},
		"without reasons": {&bare, Options{}}, "other levels": {v, Options{Levels: report.Levels{"manager", "director"}}},
	} {
		want := decode(t, Append(nil, p, c.v, c.opt))
		r := NewRecord(p, c.v, c.opt)
		if d := cmp.Diff(want, r, asRead); d != "" {
			t.Errorf("%s: %s", name, d)
		}
		if math.Signbit(r.Differences.Career) && r.Differences.Career == 0 {
			t.Errorf("%s: a negative zero", name)
		}
		line, err := fromValues(r.StoreValues())
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if d := cmp.Diff(want, decode(t, line), asRead); d != "" {
			t.Errorf("%s, in a database: %s", name, d)
		}
	}
}

// asRead compares records with what was read of them: columns that only sheets have
// are not in JSON.
var asRead = cmp.Options{cmpopts.EquateEmpty(), cmpopts.IgnoreFields(Record{}, "Rung", "Why", "ReasonsText"), cmpopts.IgnoreUnexported(Reason{})}

func writeAll(t testing.TB, w RecordWriter, list []Record, at int) {
	t.Helper()
	for len(list) > 0 {
		n := min(at, len(list))
		if err := w.Write(list[:n]); err != nil {
			t.Fatal(err)
		}
		list = list[n:]
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestParquetIsReadBackAsItWas(t *testing.T) {
	for _, text := range []bool{false, true} {
		opt := Options{Text: text}
		want := records(50, opt)
		var b bytes.Buffer
		writeAll(t, NewParquet(&b, opt), want, 50)
		if !text {
			got, err := parquet.Read[Record](bytes.NewReader(b.Bytes()), int64(b.Len()))
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(want, got, asRead); d != "" {
				t.Error(d)
			}
			continue
		}
		got, err := parquet.Read[textRecord](bytes.NewReader(b.Bytes()), int64(b.Len()))
		if err != nil {
			t.Fatal(err)
		}
		if got[7].Text != want[7].Text || got[7].ID != want[7].ID || len(got) != 50 {
			t.Errorf("%+v", got[7])
		}
	}
}

// The columns are those of JSON Lines, in its order, with the types that other
// programs read.
func TestParquetSchema(t *testing.T) {
	var b bytes.Buffer
	writeAll(t, NewParquet(&b, Options{Text: true}), records(1, Options{Text: true}), 1)
	f, err := parquet.OpenFile(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	var columns []string
	for _, c := range f.Root().Columns() {
		if c.Name() != "why_unread" { // which stands where why_neither does not
			columns = append(columns, c.Name())
		}
	}
	p, v := placed()
	v.Level, v.Why = classify.Neither, classify.Below
	p.URL, p.Location, p.Row, p.Posted = "https://jobs.example/1", "Cork", 1, time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)
	want := keys(t, Append(nil, p, v, Options{Text: true}))
	if d := cmp.Diff(want, columns); d != "" {
		t.Error(d)
	}
	for path, logical := range map[string]string{"level": "STRING", "reasons": "LIST", "flags": "LIST"} {
		if got := f.Root().Column(path).Type().LogicalType(); got == nil || got.String() != logical {
			t.Errorf("%s is %v, want %s", path, got, logical)
		}
	}
	if got := f.Metadata().CreatedBy; got != "rung version 1(build 0)" {
		t.Errorf("created by %q", got)
	}
}

func TestParquetBytesDoNotDependOnHowRecordsCome(t *testing.T) {
	opt := Options{}
	list := records(groupRows+500, opt)
	var one, many bytes.Buffer
	writeAll(t, NewParquet(&one, opt), list, len(list))
	writeAll(t, NewParquet(&many, opt), list, 77)
	if !bytes.Equal(one.Bytes(), many.Bytes()) {
		t.Error("the bytes differ")
	}
	f, err := parquet.OpenFile(bytes.NewReader(one.Bytes()), int64(one.Len()))
	if err != nil {
		t.Fatal(err)
	}
	if n := len(f.RowGroups()); n != 2 || f.NumRows() != int64(len(list)) {
		t.Errorf("%d row groups, %d rows", n, f.NumRows())
	}
}

func TestWorkbook(t *testing.T) {
	opt := Options{Text: true}
	p, v := placed()
	v.Reasons[1].Value = 0.5
	v.Company, v.Title = "=1+1\x01\x02", "@SUM(A1) – “größer”"
	p.Text += strings.Repeat("ü😀", 20_000)
	list := []Record{NewRecord(p, v, opt), NewRecord(p, v, opt)}
	var b, again bytes.Buffer
	writeAll(t, NewXLSX(&b, opt), list, 2)
	writeAll(t, NewXLSX(&again, opt), list, 1)
	if !bytes.Equal(b.Bytes(), again.Bytes()) {
		t.Error("the bytes differ")
	}
	f, err := excelize.OpenReader(bytes.NewReader(b.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows(sheetName, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 3 || strings.Join(rows[0], ",") != heads(sheetCells(opt), ',') {
		t.Fatalf("%d rows, the first %q", len(rows), rows[0])
	}
	const at = 20 // of the text
	table := slices.Delete(slices.Clone(rows[1]), at, at+1)
	want := strings.Split(strings.TrimSuffix(string(TSV(Options{}).Row(nil, p, v)), "\n"), "\t")
	want[2], want[3] = "=1+1", "@SUM(A1) – “größer”" // text here, which needs no apostrophe
	want[at] = "1"                                   // a cell of yes and no
	if d := cmp.Diff(want, table); d != "" {
		t.Error(d)
	}
	for cell, kind := range map[string]excelize.CellType{"C2": excelize.CellTypeInlineString, "F2": excelize.CellTypeUnset, "G2": excelize.CellTypeUnset} {
		if got, err := f.GetCellType(sheetName, cell); err != nil || got != kind {
			t.Errorf("the type of %s is %v, %v", cell, got, err)
		}
		if formula, err := f.GetCellFormula(sheetName, cell); err != nil || formula != "" {
			t.Errorf("%s is the formula %q, %v", cell, formula, err)
		}
	}
	text := rows[1][at]
	if !strings.HasPrefix(text, "About the role\n• You will") || !strings.HasSuffix(text, "…") || len([]rune(text)) > cellUnits {
		t.Errorf("the text: %d characters, %.40q", len([]rune(text)), text)
	}
	if panes, err := f.GetPanes(sheetName); err != nil || !panes.Freeze || panes.YSplit != 1 {
		t.Errorf("panes %+v, %v", panes, err)
	}
	var filter string
	for _, name := range f.GetDefinedName() {
		if name.Name == "_xlnm._FilterDatabase" {
			filter = name.RefersTo
		}
	}
	if !strings.HasSuffix(filter, "$A$1:$AU$3") {
		t.Errorf("the rows are filtered in %q", filter)
	}
}

func TestAWorkbookRefusesMoreRowsThanASheetHolds(t *testing.T) {
	x := NewXLSX(io.Discard, Options{}).(*xlsxWriter)
	x.limit = 3
	err := x.Write(records(3, Options{}))
	if err == nil || !strings.Contains(err.Error(), "holds 2 rows") {
		t.Errorf("error %v", err)
	}
	if again := x.Close(); again != err {
		t.Errorf("Close() = %v", again)
	}
}

func TestCellTextIsCutInUnitsOfTheFormat(t *testing.T) {
	for _, c := range []struct {
		in   string
		want int // UTF-16 units
	}{{strings.Repeat("a", cellUnits-2), cellUnits - 2}, {strings.Repeat("a", cellUnits), cellUnits - 1}, {strings.Repeat("😀", cellUnits), cellUnits - 2}, {"a\n\nb", 4}, {strings.Repeat("\n", 40_000), cellUnits - 1}} {
		got := 0
		for _, r := range cellText(c.in) {
			got++
			if r > 0xffff {
				got++
			}
		}
		if got > cellUnits || c.want < cellUnits-3 && got != c.want {
			t.Errorf("%.10q…: %d units", c.in, got)
		}
	}
}

// page writes two rows in a format.
func page(f Format) string {
	p, v := example()
	v.Company = `A&B <script>alert("x")</script> 100 % #1 _{~^}\`
	v.ID = "[id]*"
	b := f.Row(f.Row(f.Head(nil), p, v), p, v)
	return string(f.Foot(b))
}

func TestLaTeXTable(t *testing.T) {
	got := page(LaTeX(report.Levels{}))
	for _, want := range []string{"% \\usepackage{booktabs", "\\begin{longtable}", "\\endhead", "\\end{longtable}}\n",
		"{[}id{]}{*} & A\\&B \\textless{}script\\textgreater{}", "100 \\% \\#1 \\_\\{\\textasciitilde{}\\textasciicircum{}\\}\\textbackslash{} &", "83 \\%", " \\\\\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing in\n%s", want, got)
		}
	}
	if n := strings.Count(got, " & "); n != 6*3 {
		t.Errorf("%d cells are parted, want 18", n)
	}
}

func TestHTMLTable(t *testing.T) {
	got := page(HTML(report.Levels{}))
	for _, want := range []string{"<!DOCTYPE html>", "<html lang=\"en\">", "<caption id=\"levels\">", "<th scope=\"col\">company</th>", "<th scope=\"row\">[id]*</th>",
		"A&amp;B &lt;script&gt;", "<td class=\"n\">83 %</td>", "</html>\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing in\n%s", want, got)
		}
	}
	if strings.Contains(got, "<script") || strings.Count(got, "<tr>") != 3 {
		t.Errorf("not the rows:\n%s", got)
	}
}

func BenchmarkParquet(b *testing.B) {
	list := records(1000, Options{})
	p, v := placed()
	b.SetBytes(int64(1000 * len(Append(nil, p, v, Options{}))))
	for b.Loop() {
		writeAll(b, NewParquet(io.Discard, Options{}), list, 64)
	}
}

func BenchmarkXLSX(b *testing.B) {
	list := records(1000, Options{})
	p, v := placed()
	b.SetBytes(int64(1000 * len(Append(nil, p, v, Options{}))))
	for b.Loop() {
		writeAll(b, NewXLSX(io.Discard, Options{}), list, 64)
	}
}
