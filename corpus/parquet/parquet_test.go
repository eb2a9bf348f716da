package parquet

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"time"

	pq "github.com/parquet-go/parquet-go"
)

type duty struct {
	Heading string   `parquet:"heading"`
	Items   []string `parquet:"items,list"`
}

type posting struct {
	ID     int64   `parquet:"id"`
	Title  *string `parquet:"title,optional,dict"`
	Job    *job    `parquet:"job,optional"`
	Duties []duty  `parquet:"duties,list"`
	Tags   []string
	Posted time.Time `parquet:"posted,timestamp(microsecond)"`
	Salary float64   `parquet:"salary"`
	Cents  int64     `parquet:"cents,decimal(2:12)"`
	Remote bool      `parquet:"remote"`
	Day    int32     `parquet:"day,date"`
	Raw    []byte    `parquet:"raw"`
}

type job struct {
	Description string `parquet:"description,zstd"`
	Company     struct {
		Name string `parquet:"name"`
	} `parquet:"company"`
}

func write[T any](t testing.TB, rows []T, options ...pq.WriterOption) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := pq.Write(&b, rows, options...); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func example(t testing.TB) []byte {
	title := "VP \"Core\""
	j := &job{Description: "Lead.\n• Own \\ it\x01"}
	j.Company.Name = "Acme"
	return write(t, []posting{
		{ID: 7, Title: &title, Job: j, Duties: []duty{{"You", []string{"hire", "plan"}}, {"We", nil}}, Tags: []string{"a", "b"},
			Posted: time.Date(2026, 3, 4, 5, 6, 7, 0, time.UTC), Salary: 1e6, Cents: -1234, Remote: true, Day: 20000, Raw: []byte("gr\xf6\xdfer")},
		{ID: -1, Salary: 0.5, Posted: time.Unix(0, 0)},
	})
}

func rows(t testing.TB, b []byte, names ...string) string {
	t.Helper()
	f, err := Open(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return "! " + err.Error()
	}
	var out []string
	for row, err := range f.Read(context.Background(), names) {
		if err != nil {
			out = append(out, "! "+err.Error())
			continue
		}
		out = append(out, string(row.JSON))
	}
	return strings.Join(out, "\n")
}

func TestColumnsAreNamedWithoutTheStepsOfLists(t *testing.T) {
	b := example(t)
	f, err := Open(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	want := "id title job.description job.company.name duties.heading duties.items Tags posted salary cents remote day raw"
	if got := strings.Join(f.Columns(), " "); got != want {
		t.Errorf("columns %s\nwant    %s", got, want)
	}
	if f.Rows() != 2 {
		t.Errorf("%d rows", f.Rows())
	}
}

func TestReadGivesRowsAsJSON(t *testing.T) {
	b := example(t)
	for _, c := range []struct{ names, want string }{
		{"id", "{\"id\":7}\n{\"id\":-1}"},
		{"title id", `{"title":"VP \"Core\"","id":7}` + "\n" + `{"title":null,"id":-1}`},
		{"job.description", `{"job.description":"Lead.\n• Own \\ it\u0001"}` + "\n" + `{"job.description":null}`},
		{"job", `{"job":{"description":"Lead.\n• Own \\ it\u0001","company":{"name":"Acme"}}}` + "\n" + `{"job":null}`},
		{"job.company.name", `{"job.company.name":"Acme"}` + "\n" + `{"job.company.name":null}`},
		{"duties", `{"duties":[{"heading":"You","items":["hire","plan"]},{"heading":"We","items":[]}]}` + "\n" + `{"duties":[]}`},
		{"duties.items", `{"duties":[{"heading":"You","items":["hire","plan"]},{"heading":"We","items":[]}]}` + "\n" + `{"duties":[]}`},
		{"Tags", `{"Tags":["a","b"]}` + "\n" + `{"Tags":[]}`},
		{"posted day", `{"posted":"2026-03-04T05:06:07Z","day":"2024-10-04"}` + "\n" + `{"posted":"1970-01-01T00:00:00Z","day":"1970-01-01"}`},
		{"salary cents remote", `{"salary":1000000,"cents":-12.34,"remote":true}` + "\n" + `{"salary":0.5,"cents":0.00,"remote":false}`},
		{"raw", "{\"raw\":\"gr\xf6\xdfer\"}\n{\"raw\":\"\"}"},
		{"nothing", "{}\n{}"},
	} {
		if got := rows(t, b, strings.Fields(c.names)...); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.names, got, c.want)
		}
	}
}

// many is a file of several row groups and pages.
func many(t testing.TB, n int) []byte {
	type row struct {
		N    int64    `parquet:"n"`
		Text string   `parquet:"text"`
		List []string `parquet:"list,list"`
	}
	var all []row
	for i := range n {
		all = append(all, row{int64(i), strings.Repeat("lead ", i%50), strings.Fields("a b c d e")[:i%5]})
	}
	return write(t, all, pq.MaxRowsPerRowGroup(1000), pq.PageBufferSize(4000))
}

func TestReadGoesOnOverPagesAndRowGroups(t *testing.T) {
	b := many(t, 3500)
	f, err := Open(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	n, listed := int64(0), 0
	for row, err := range f.Read(context.Background(), []string{"list", "n"}) {
		if err != nil {
			t.Fatal(err)
		}
		if n++; row.Number != n {
			t.Fatalf("row %d is number %d", n, row.Number)
		}
		listed += bytes.Count(row.JSON, []byte(`"`))/2 - 2
	}
	if n != 3500 || listed != 3500*2 {
		t.Errorf("%d rows, %d elements", n, listed)
	}
}

func TestADamagedPageCostsTheRestOfItsRowGroup(t *testing.T) {
	b := many(t, 3000)
	f, err := Open(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	chunk := f.file.Metadata().RowGroups[1].Columns[1].MetaData
	for i := range 3000 {
		b[chunk.DataPageOffset+chunk.TotalCompressedSize/2+int64(i)%(chunk.TotalCompressedSize/2)] = 0xff
	}
	good, bad := 0, ""
	for _, err := range f.Read(context.Background(), []string{"text"}) {
		if err != nil {
			bad += err.Error()
			continue
		}
		good++
	}
	if good < 2000 || good >= 3000 || !strings.HasPrefix(bad, "row") || !strings.Contains(bad, " to 2000 cannot be read: ") {
		t.Errorf("%d good rows, then %q", good, bad)
	}
}

func TestOpenSaysWhatIsWrong(t *testing.T) {
	b := example(t)
	for _, c := range []struct{ name, in, want string }{
		{"the end is missing", string(b[:len(b)-20]), "! the file is cut short: its footer is missing"},
		{"too short", "PAR1PAR1", "! the file is cut short: its footer is missing"},
		{"a footer longer than the file", "PAR1xxxxxxxx\xff\xff\xff\x7fPAR1", "! the file is cut short: its footer is missing"},
		{"encrypted", "PARExxxxxxxx\x01\x00\x00\x00PARE", "! the file is encrypted"},
	} {
		if got := rows(t, []byte(c.in)); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	b = append(bytes.Clone(b[:len(b)-60]), bytes.Repeat([]byte{0xee}, 52)...)
	b = append(b, 52, 0, 0, 0, 'P', 'A', 'R', '1')
	if got := rows(t, b); !strings.HasPrefix(got, "! the f") || !strings.Contains(got, "damaged") {
		t.Errorf("a damaged footer: %q", got)
	}
}

// FuzzRead reads anything: no panic, rows in order, JSON in braces.
func FuzzRead(f *testing.F) {
	f.Add(example(f), 0, byte(0))
	f.Add(many(f, 50), 300, byte(7))
	f.Fuzz(func(t *testing.T, b []byte, at int, x byte) {
		if len(b) > 0 && at >= 0 {
			b = bytes.Clone(b)
			b[at%len(b)] ^= x
		}
		file, err := Open(bytes.NewReader(b), int64(len(b)))
		if err != nil {
			return
		}
		last, n := int64(0), 0
		for row, err := range file.Read(context.Background(), file.Columns()) {
			if row.Number <= last || err == nil && (row.JSON[0] != '{' || row.JSON[len(row.JSON)-1] != '}') {
				t.Fatalf("row %d after %d: %s", row.Number, last, row.JSON)
			}
			last = row.Number
			if n++; n > 10_000 {
				break
			}
		}
	})
}
