package table

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/clipperhouse/displaywidth"
	"github.com/parquet-go/parquet-go"
	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"
)

func written(t *testing.T, format string, opt Options, tables ...*Table) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, format, opt, tables...); err != nil {
		t.Fatalf("%s: %v", format, err)
	}
	return b.Bytes()
}

func TestPeopleReadRoundedNumbers(t *testing.T) {
	for _, c := range []struct {
		what   string
		kind   Kind
		digits int
		cell   Cell
		want   string
	}{
		{"a half goes away from zero", Number, 2, Float(1.005), "1.01"},
		{"and so it does below zero", Number, 2, Float(-1.005), "-1.01"},
		{"a share is per cent", Share, 0, Float(0.285), "29"},
		{"a share with decimals", Share, 1, Float(1.0 / 3), "33.3"},
		{"all of it", Share, 0, Float(1), "100"},
		{"nothing of it", Share, 1, Float(0), "0.0"},
		{"nothing", Number, 3, Float(0), "0.000"},
		{"nothing has no sign", Number, 1, Float(-0.04), "0.0"},
		{"nor has a negative zero", Number, 0, Float(math.Copysign(0, -1)), "0"},
		{"nines carry", Number, 1, Float(9.96), "10.0"},
		{"nines carry into thousands", Money, 0, Float(999.5), "1,000"},
		{"a half alone", Number, 0, Float(0.5), "1"},
		{"less than a half", Number, 0, Float(0.49), "0"},
		{"far below the last digit", Number, 2, Float(1e-9), "0.00"},
		{"a small number is filled up", Number, 4, Float(0.00021), "0.0002"},
		{"thousands", Count, 0, Int(1000), "1,000"},
		{"hundreds", Count, 0, Int(999), "999"},
		{"millions", Money, 2, Float(1234567.891), "1,234,567.89"},
		{"a number with trailing zeros", Count, 0, Int(1200000), "1,200,000"},
		{"digits below none are none", Number, -3, Float(1234), "1,234"},
		{"not known", Number, 2, Missing, "–"},
		{"not a number", Number, 2, Cell{Number: math.NaN()}, "–"},
		{"infinite", Number, 2, Cell{Number: math.Inf(-1)}, "–"},
		{"a text not known", Text, 0, Missing, "–"},
		{"a text on one line", Text, 0, String(" a\r\n\tb \x00c "), "a b c"},
		{"a text of nothing else", Text, 0, String("\x00 \u202e"), ""},
		{"a month", Month, 0, String("2026-11"), "2026-11"},
	} {
		if got := (Column{Kind: c.kind, Digits: c.digits}).Format(c.cell); got != c.want {
			t.Errorf("%s: %q, want %q", c.what, got, c.want)
		}
	}
}

func TestRoundingIsTheNearestDecimal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := rapid.Float64Range(-1e9, 1e9).Draw(t, "f")
		digits := rapid.IntRange(0, 8).Draw(t, "digits")
		got, err := strconv.ParseFloat(strings.ReplaceAll(round(f, 0, digits), ",", ""), 64)
		if err != nil {
			t.Fatal(err)
		}
		if off := math.Abs(got - f); off > 0.5*math.Pow10(-digits)*(1+1e-6)+math.Abs(f)*1e-15 {
			t.Fatalf("%v with %d decimals is %v", f, digits, got)
		}
	})
}

func TestExactNumbersReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := rapid.Float64().Draw(t, "f")
		if got, err := strconv.ParseFloat(exact(f), 64); err != nil || got != f {
			t.Fatalf("%v is written %s and read %v, %v", f, exact(f), got, err)
		}
	})
}

func TestCleanTextsAreOneHarmlessLine(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := clean(string(rapid.SliceOf(rapid.Byte()).Draw(t, "s")))
		if !utf8.ValidString(s) || strings.ContainsFunc(s, hidden) || s != strings.Join(strings.Fields(s), " ") || s != clean(s) {
			t.Fatalf("%q", s)
		}
	})
}

func TestEveryFormatGivesTheSameBytesTwice(t *testing.T) {
	for _, format := range Formats() {
		tables := []*Table{sampleHostile(), sampleLevels()}
		if slices.Contains([]string{"csv", "tsv", "parquet"}, format) {
			tables = tables[:1]
		}
		first := written(t, format, Options{Title: "Report"}, tables...)
		for range 3 {
			if !bytes.Equal(first, written(t, format, Options{Title: "Report"}, tables...)) {
				t.Errorf("%s: other bytes the second time", format)
				break
			}
		}
		if len(first) == 0 || Extension(format) == "" {
			t.Errorf("%s: %d bytes, extension %q", format, len(first), Extension(format))
		}
	}
}

func TestPeoplesFormatsSayWhatIsCounted(t *testing.T) {
	for _, format := range []string{"table", "markdown", "html", "latex"} {
		got := string(written(t, format, Options{Width: 300}, sampleLevels()))
		for _, want := range []string{"n = 12,345, missing 17", "near", "Wilson 1927", "28.5", "221,001", "1,234,568", "33.3"} {
			if !strings.Contains(got, want) {
				t.Errorf("%s: no %q in\n%s", format, want, got)
			}
		}
		for _, head := range []string{"Share (%)", "Mean (log-odds)", "Pay (USD a year)"} {
			if format == "latex" {
				head = latex(head)
			}
			if !strings.Contains(strings.ReplaceAll(got, `\\`, " "), head) {
				t.Errorf("%s: no unit in the head %q", format, head)
			}
		}
	}
}

func TestProgramsReadEveryDigit(t *testing.T) {
	tab := sampleLevels()
	for format, comma := range map[string]rune{"csv": ',', "tsv": '\t'} {
		r := csv.NewReader(bytes.NewReader(written(t, format, Options{}, tab)))
		r.Comma = comma
		rows, err := r.ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(rows[0], " "); got != "group month n share mean pay" {
			t.Errorf("%s: head %q", format, got)
		}
		if got := strings.Join(rows[4], " "); got != "Northwind 2026-03 3 0.3333333333333333 0.0000001 1234567.89" && got != "Northwind 2026-03 3 0.3333333333333333 1e-07 1234567.89" {
			t.Errorf("%s: row %q", format, got)
		}
		if got := strings.Join(rows[3], "|"); got != "Quarry|||||98000" {
			t.Errorf("%s: row with missing values %q", format, got)
		}
	}
	var read struct {
		Tables []struct {
			Name       string
			N, Missing int
			Columns    []struct{ Key, Kind, Unit string }
			Rows       []map[string]any
			Notes      []string
		}
	}
	if err := json.Unmarshal(written(t, "json", Options{}, tab, sampleHostile()), &read); err != nil {
		t.Fatal(err)
	}
	first := read.Tables[0]
	if len(read.Tables) != 2 || first.N != 12345 || first.Missing != 17 || len(first.Notes) != 2 || first.Columns[3].Kind != "share" {
		t.Errorf("json: %+v", first)
	}
	if row := first.Rows[3]; row["share"] != 1.0/3 || row["mean"] != 1e-7 || row["n"] != 3.0 {
		t.Errorf("json: row %v", row)
	}
	if row := first.Rows[2]; row["share"] != nil || row["group"] != "Quarry" {
		t.Errorf("json: row with missing values %v", row)
	}
}

func TestParquetKeepsTypesOrderAndWhatIsCounted(t *testing.T) {
	b := written(t, "parquet", Options{}, sampleLevels())
	f, err := parquet.OpenFile(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	var keys []string
	for _, c := range f.Root().Columns() {
		keys = append(keys, c.Name()+" "+c.Type().String())
		if !c.Optional() {
			t.Errorf("%s cannot be null", c.Name())
		}
	}
	if got, want := strings.Join(keys, ", "), "group STRING, month STRING, n INT(64,true), share DOUBLE, mean DOUBLE, pay DOUBLE"; got != want {
		t.Errorf("columns %s, want %s", got, want)
	}
	for key, want := range map[string]string{"n": "12345", "missing": "17", "unit:pay": "USD a year", "title": "Levels by company & month"} {
		if got, _ := f.Lookup(key); got != want {
			t.Errorf("metadata %s is %q, want %q", key, got, want)
		}
	}
}

func TestWorkbookHasTypedCellsAndNoFormulas(t *testing.T) {
	f, err := excelize.OpenReader(bytes.NewReader(written(t, "xlsx", Options{}, sampleLevels(), sampleHostile())))
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(f.GetSheetList(), " "); got != "levels hostile Notes" {
		t.Errorf("sheets %s", got)
	}
	for at, want := range map[string]string{"C2": "12000", "D2": "0.285", "D5": "0.333333333333333", "E2": "-1.005", "F2": "221000.5", "D4": "", "A4": "Quarry"} {
		got, err := f.GetCellValue("levels", at, excelize.Options{RawCellValue: true})
		if err != nil || !strings.HasPrefix(got, want) || want == "" && got != "" {
			t.Errorf("levels!%s is %q, want %q (%v)", at, got, want, err)
		}
		kind, _ := f.GetCellType("levels", at)
		if number := kind == excelize.CellTypeUnset || kind == excelize.CellTypeNumber; number == (at == "A4") {
			t.Errorf("levels!%s has type %v", at, kind)
		}
	}
	for i, s := range hostile {
		at := "A" + strconv.Itoa(i+2)
		if formula, err := f.GetCellFormula("hostile", at); err != nil || formula != "" {
			t.Errorf("hostile!%s is the formula %q", at, formula)
		}
		if got, err := f.GetCellValue("hostile", at); err != nil || got != clean(s) {
			t.Errorf("hostile!%s is %q, want %q", at, got, clean(s))
		}
	}
	panes, err := f.GetPanes("levels")
	if err != nil || !panes.Freeze || panes.YSplit != 1 {
		t.Errorf("the head is not frozen: %+v, %v", panes, err)
	}
	if got, _ := f.GetCellValue("Notes", "C2"); got != "12,345" {
		t.Errorf("Notes!C2 is %q, want n", got)
	}
}

func TestSheetNamesAreAllowedAndTheirOwn(t *testing.T) {
	taken := map[string]bool{}
	for _, c := range [][2]string{{"levels", "levels"}, {"Levels", "Levels 2"}, {"a/b:c?*[d]", "a-b-c---d-"}, {strings.Repeat("x", 40), strings.Repeat("x", 31)}, {strings.Repeat("x", 41), strings.Repeat("x", 26) + " 2"}, {"'", "-"}} {
		if got := sheetName(c[0], taken); got != c[1] {
			t.Errorf("%q: %q, want %q", c[0], got, c[1])
		}
	}
}

func TestFormulasInTextAreTextInCSVAndTSV(t *testing.T) {
	for _, format := range []string{"csv", "tsv"} {
		for line := range strings.Lines(string(written(t, format, Options{}, sampleHostile()))) {
			for cell := range strings.SplitSeq(strings.TrimSuffix(line, "\n"), map[string]string{"csv": ",", "tsv": "\t"}[format]) {
				if cell = strings.TrimLeft(cell, `"`); cell != "" && strings.ContainsRune("=+-@", rune(cell[0])) {
					t.Errorf("%s: %q", format, cell)
				}
			}
		}
	}
}

func TestNoTextBreaksARow(t *testing.T) {
	tab := sampleHostile()
	for format, want := range map[string]int{"tsv": len(tab.Rows) + 1, "csv": len(tab.Rows) + 1} {
		if got := bytes.Count(written(t, format, Options{}, tab), []byte("\n")); got != want {
			t.Errorf("%s: %d lines, want %d", format, got, want)
		}
	}
	rows := 0
	for line := range strings.Lines(string(written(t, "markdown", Options{}, tab))) {
		if strings.HasPrefix(line, "|") {
			rows++
			if bars := strings.Count(line, "|") - strings.Count(line, `\|`); bars != len(tab.Columns)+1 {
				t.Errorf("markdown: %d bars in %q", bars, line)
			}
		}
	}
	if rows != len(tab.Rows)+2 {
		t.Errorf("markdown: %d lines of the table, want %d", rows, len(tab.Rows)+2)
	}
	page := string(written(t, "html", Options{}, tab))
	if got := strings.Count(page, "<tr>"); got != len(tab.Rows)+1 {
		t.Errorf("html: %d rows, want %d", got, len(tab.Rows)+1)
	}
	if strings.Contains(page, "<script>alert") {
		t.Error("html: a script of the text's own")
	}
}

func TestTerminalColumnsStandInLineAtEveryWidth(t *testing.T) {
	for _, width := range []int{1, 40, 80, 200} {
		for _, tab := range []*Table{sampleLevels(), sampleHostile(), sampleWide()} {
			var places []int
			for line := range strings.Lines(string(written(t, "table", Options{Width: width}, tab))) {
				if !strings.Contains(line, "│") {
					continue
				}
				var at []int
				for i, r := range line {
					if r == '│' {
						at = append(at, displaywidth.String(line[:i]))
					}
				}
				if places == nil {
					places = at
				} else if !slices.Equal(places, at) {
					t.Errorf("%s at width %d: columns end at %v and %v in %q", tab.Name, width, places, at, line)
				}
			}
			if last := places[len(places)-1]; tab.Name == "hostile" && width >= 80 && last > width {
				t.Errorf("%s: %d columns wide at width %d", tab.Name, last, width)
			}
		}
	}
}

func TestDictionaryAndCaptionsSayWhatPureFilesLeaveOut(t *testing.T) {
	got := string(written(t, "csv", Options{}, Dictionary(sampleLevels())))
	for _, want := range []string{"levels,share,Share,share,part of one,1\n", "levels,pay,Pay,money,USD a year,0\n", "levels,group,Company,text,,\n", "levels,month,Month,month,year-month,\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	got = string(written(t, "csv", Options{}, Captions(sampleLevels())))
	if want := "levels,Levels by company & month,12345,17,Postings by level; near-duplicates are removed.,Intervals of shares are 95 % score intervals (Wilson 1927). A dash is not known.\n"; !strings.HasSuffix(got, want) {
		t.Errorf("captions end with %q, want %q", got, want)
	}
}

func TestWhatCannotBeWrittenIsAnError(t *testing.T) {
	ok := func() *Table { return &Table{Name: "t", Columns: []Column{{Key: "a"}, {Key: "n", Kind: Count}}} }
	for want, tables := range map[string][]*Table{
		"a table without a name":       {{Columns: ok().Columns}},
		`two tables are named "t"`:     {ok(), ok()},
		"has no columns":               {{Name: "t"}},
		`key of its own, not "a"`:      {{Name: "t", Columns: []Column{{Key: "a"}, {Key: "a"}}}},
		"row 1: 1 cells for 2 columns": {{Name: "t", Columns: ok().Columns, Rows: [][]Cell{{String("x")}}}},
		"want a whole number":          {{Name: "t", Columns: ok().Columns, Rows: [][]Cell{{String("x"), Float(1.5)}}}},
	} {
		if err := Write(io.Discard, "html", Options{}, tables...); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %q", err, want)
		}
	}
	two := ok()
	two.Name = "u"
	if err := Write(io.Discard, "csv", Options{}, ok(), two); err == nil || !strings.Contains(err.Error(), "holds one table, not 2") {
		t.Errorf("two tables in a CSV file: %v", err)
	}
	if err := Write(io.Discard, "docx", Options{}, ok()); err == nil || !strings.Contains(err.Error(), `unknown format "docx": want one of table, markdown`) {
		t.Errorf("unknown format: %v", err)
	}
}

// full is a writer without room.
type full struct{}

var errFull = errors.New("no room")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestAWritersErrorComesBack(t *testing.T) {
	for _, format := range Formats() {
		if err := Write(full{}, format, Options{}, sampleLong()); !errors.Is(err, errFull) {
			t.Errorf("%s: %v", format, err)
		}
	}
}

func TestEveryFormatWritesATableWithoutRows(t *testing.T) {
	for _, format := range Formats() {
		if got := written(t, format, Options{}, &Table{Name: "t", Columns: []Column{{Key: "a", Head: "A"}}}); len(got) == 0 {
			t.Errorf("%s: nothing", format)
		}
	}
}

func FuzzEveryFormatTakesEveryText(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		tab := &Table{Name: "t" + s, Title: s, Caption: s, Notes: []string{s}, Columns: []Column{{Key: "a", Head: s, Unit: s}, {Key: "b", Head: s}}, Rows: [][]Cell{{String(s), String(s)}}}
		for _, format := range Formats() {
			got := written(t, format, Options{Title: s, Width: 40}, tab)
			switch format {
			case "csv":
				rows, err := csv.NewReader(bytes.NewReader(got)).ReadAll()
				if err != nil || len(rows) != 2 || strings.TrimPrefix(rows[1][1], "'") != strings.TrimPrefix(clean(s), "'") {
					t.Errorf("csv: %q, %v", rows, err)
				}
			case "json":
				if !json.Valid(got) {
					t.Errorf("json: %s", got)
				}
			case "table", "markdown", "html", "latex":
				if !utf8.Valid(got) {
					t.Errorf("%s: bad bytes", format)
				}
			}
		}
	})
}

func BenchmarkWrite(b *testing.B) {
	tab := sampleLevels()
	for len(tab.Rows) < 10_000 {
		tab.Rows = append(tab.Rows, tab.Rows...)
	}
	for _, format := range Formats() {
		b.Run(format, func(b *testing.B) {
			var out bytes.Buffer
			for b.Loop() {
				out.Reset()
				if err := Write(&out, format, Options{}, tab); err != nil {
					b.Fatal(err)
				}
			}
			b.SetBytes(int64(out.Len()))
		})
	}
}

func TestEveryKindHasAName(t *testing.T) {
	for k := -1; k <= len(kindNames)+1; k++ {
		want := "kind " + strconv.Itoa(int(uint8(k)))
		if k >= 0 && k < len(kindNames) {
			want = kindNames[k]
		}
		if got := Kind(uint8(k)).String(); got != want {
			t.Errorf("Kind(%d) is %q, want %q", k, got, want)
		}
	}
}

func TestWhatASpreadsheetMayTakeForAFormula(t *testing.T) {
	for s, want := range map[string]bool{
		"": false, "VP": false, "a=1": false, "'=1": false, `"VP" of it`: false, "“=1”": false,
		"=1+1": true, "+1": true, "-1": true, "@a": true, "＝1": true, "＋1": true, "－1": true, "＠a": true, "\t=1": true, "\r=1": true, `"=1+1"`: true, `""=1`: true,
	} {
		if got := Formula(s); got != want {
			t.Errorf("%q: %v, want %v", s, got, want)
		}
	}
}
