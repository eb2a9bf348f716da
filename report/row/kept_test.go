package row

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"iter"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"rung/corpus"
	"rung/corpus/profile"
	"rung/corpus/store"
	"rung/corpus/text"
)

// keptColumnsOfTest are the columns that carrying carries, but for the last.
var keptColumnsOfTest = []string{"code", "note", "change", "phone", "salary", "tags", "nothing", "a,b", "not there"}

// carrying is a record that carries columns of every kind.
func carrying() Record {
	p, v := placed()
	p.URL, p.Location, p.Posted, p.Row = "https://jobs.example/1", "Cork", time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC), 7
	p.Kept = []corpus.Field{
		{Name: "code", Value: "00120"}, {Name: "note", Value: "two  spaces,\n\"quoted\"\nÜmlaut 😀"}, {Name: "change", Value: "-5"}, {Name: "phone", Value: "+353 21"},
		{Name: "salary", Value: "123456.789012345", JSON: true}, {Name: "tags", Value: `["a",{"b":null}]`, JSON: true},
		{Name: "nothing", Value: "null", JSON: true}, {Name: "a,b", Value: "x"},
	}
	return NewRecord(p, v, Options{Kept: keptColumnsOfTest})
}

func TestWhatIsKeptComesBackFromEveryFormatOfRows(t *testing.T) {
	opt := Options{Kept: keptColumnsOfTest}
	p, v := placed()
	r := carrying()
	p.URL, p.Location, p.Posted, p.Row, p.Kept = r.URL, r.Location, time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC), 7, r.Kept
	var columns bytes.Buffer
	w := NewParquet(&columns, opt)
	if err := errors.Join(w.Write([]Record{r, r}), w.Close()); err != nil {
		t.Fatal(err)
	}
	db := filepath.Join(t.TempDir(), "rows.db")
	stored, err := store.CreateResults(db, StoreColumns())
	if err == nil {
		err = errors.Join(stored.Append([][]any{r.StoreValues(), r.StoreValues()}), stored.Close())
	}
	if err != nil {
		t.Fatal(err)
	}
	sheet := func(f Format) iter.Seq2[[]byte, error] {
		b := f.Head(nil)
		for range 2 {
			b = f.Row(b, p, v)
		}
		return FromSheet(bytes.NewReader(b))
	}
	jsonl := Append(nil, p, v, opt)
	for name, c := range map[string]struct {
		rows iter.Seq2[[]byte, error]
		note string // as it comes back
		null bool
	}{
		"jsonl": {func(yield func([]byte, error) bool) {
			for range 2 {
				yield(jsonl, nil)
			}
		}, r.Kept[1].Value, true},
		"db":      {FromDatabase(db), r.Kept[1].Value, true},
		"parquet": {FromParquet(bytes.NewReader(columns.Bytes()), int64(columns.Len())), r.Kept[1].Value, false},
		"csv":     {sheet(CSV(opt)), r.Kept[1].Value, false},
		"tsv":     {sheet(TSV(opt)), "two  spaces, \"quoted\" Ümlaut 😀", false},
	} {
		n := 0
		for line, err := range c.rows {
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			n++
			var row struct {
				URL, Location, Posted string
				Row                   int
				Kept                  map[string]any
			}
			d := json.NewDecoder(bytes.NewReader(line))
			d.UseNumber()
			if err := d.Decode(&row); err != nil {
				t.Fatalf("%s: %v in %s", name, err, line)
			}
			want := map[string]any{"code": "00120", "note": c.note, "change": "-5", "phone": "+353 21", "salary": "123456.789012345", "tags": `["a",{"b":null}]`, "a,b": "x"}
			if c.null {
				want["salary"], want["tags"], want["nothing"] = json.Number("123456.789012345"), []any{"a", map[string]any{"b": nil}}, nil
			}
			for k, v := range row.Kept {
				if v == nil && !c.null {
					delete(row.Kept, k) // no value is none
				}
			}
			if d := cmp.Diff(want, row.Kept); d != "" || row.URL != p.URL || row.Location != "Cork" || row.Posted != "2026-03-01" || row.Row != 7 {
				t.Errorf("%s: %+v\n%s", name, row, d)
			}
		}
		if n != 2 {
			t.Errorf("%s: %d rows", name, n)
		}
	}
}

func TestAWorkbookHoldsWhatIsKeptAsTextsAndNumbers(t *testing.T) {
	opt := Options{Kept: keptColumnsOfTest}
	var b bytes.Buffer
	writeAll(t, NewXLSX(&b, opt), []Record{carrying()}, 1)
	f, err := excelize.OpenReader(bytes.NewReader(b.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows(sheetName, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	at := slices.Index(rows[0], "kept.code")
	if d := cmp.Diff([]string{"kept.code", "kept.note", "kept.change", "kept.phone", "kept.salary", "kept.tags", "kept.nothing", "kept.a,b", "kept.not there"}, rows[0][at:]); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]string{"00120", "two  spaces,\n\"quoted\"\nÜmlaut 😀", "-5", "+353 21", "123456.789012345", `["a",{"b":null}]`, "", "x"}, rows[1][at:]); d != "" {
		t.Error(d)
	}
	for i, want := range []excelize.CellType{excelize.CellTypeInlineString, excelize.CellTypeInlineString, excelize.CellTypeInlineString, excelize.CellTypeInlineString, excelize.CellTypeUnset} {
		name, _ := excelize.CoordinatesToCellName(at+i+1, 2)
		if got, err := f.GetCellType(sheetName, name); err != nil || got != want {
			t.Errorf("%s: the type of %s is %v, %v", rows[0][at+i], name, got, err)
		}
	}
}

func TestWhereThereIsNoLevelASheetHasNoProbability(t *testing.T) {
	p, v := placed()
	for level, want := range map[string]string{"vp": "0.83", "unsure": "0.83", "neither": "", "unread": ""} {
		v := *v
		if err := v.Level.UnmarshalText([]byte(level)); err != nil {
			t.Fatal(err)
		}
		v.Probability = 0.83
		f := TSV(Options{})
		line := string(f.Row(f.Head(nil), p, &v))
		rows := strings.Split(line, "\n")
		i := slices.Index(strings.Split(rows[0], "\t"), "probability")
		if got := strings.Split(rows[1], "\t")[i]; got != want {
			t.Errorf("%s: %q", level, got)
		}
		for row, err := range FromSheet(strings.NewReader(line)) {
			if err != nil || !bytes.Contains(row, []byte(level)) {
				t.Errorf("%s reads back as %s, %v", level, row, err)
			}
		}
	}
}

func TestExtractCarriesWhatIsKept(t *testing.T) {
	p, v := placed()
	r := carrying()
	p.URL, p.Row, p.Kept = r.URL, 7, r.Kept
	pr := profile.Extract(text.Parse(p.Text))
	formats := ExtractFormats(Options{Kept: keptColumnsOfTest})
	var object struct {
		URL  string
		Row  int
		Kept map[string]any
	}
	if err := json.Unmarshal(formats[0].Row(nil, p, pr, v), &object); err != nil || object.URL != p.URL || object.Row != 7 || object.Kept["code"] != "00120" {
		t.Errorf("%+v, %v", object, err)
	}
	rows, err := csv.NewReader(strings.NewReader(formats[1].Head + string(formats[1].Row(nil, p, pr, v)))).ReadAll()
	if err != nil || len(rows) < 2 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	for column, want := range map[string]string{"url": p.URL, "row": "7", "kept.code": "00120", "kept.change": "-5", "kept.phone": "'+353 21", "kept.a,b": "x"} {
		if i := slices.Index(rows[0], column); i < 0 || rows[1][i] != want {
			t.Errorf("%s at %d of %q", column, i, rows[1])
		}
	}
}
