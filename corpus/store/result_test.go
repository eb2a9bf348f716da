package store

import (
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// verdicts are columns as a table of verdicts has them.
var verdicts = []Column{{"id", "TEXT NOT NULL", "not unique"}, {"probability", "REAL NOT NULL", ""}, {"log_odds", "REAL NOT NULL", ""}, {"differences", "TEXT NOT NULL", "JSON object"},
	{"text", "TEXT", "NULL where it was not asked for"}, {"sure", "INTEGER NOT NULL", ""}, {"ladder", "TEXT", ""}}

func result(n int) []any {
	return []any{fmt.Sprint("id", n), 0.75, 1.25, `{"duties":1}`, nil, false, nil}
}

// ids reads the table as any program would.
func ids(t *testing.T, path string) (list []string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	rows, err := db.Query("SELECT id FROM verdicts ORDER BY rowid")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var id string
		if err := rows.Scan(&id); err != nil {
			t.Fatal(err)
		}
		list = append(list, id)
	}
	return list
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestResultsAreTypedRowsInOrder(t *testing.T) {
	path := filepath.Join(t.TempDir(), "v.db")
	r, err := CreateResults(path, verdicts)
	must(t, err)
	one := result(1)
	one[4] = "You lead."
	must(t, r.Append([][]any{one, result(2)}))
	must(t, r.Append([][]any{result(1)}))
	if r.Count() != 3 {
		t.Errorf("Count() = %d", r.Count())
	}
	must(t, r.Close())
	if d := cmp.Diff(ids(t, path), []string{"id1", "id2", "id1"}); d != "" {
		t.Error(d)
	}
	db, err := sql.Open("sqlite", path)
	must(t, err)
	defer db.Close()
	var got string
	must(t, db.QueryRow(`SELECT typeof(probability) || ' ' || log_odds || ' ' || json_extract(differences, '$.duties') || ' ' || text FROM verdicts WHERE rowid = 1`).Scan(&got))
	if want := "real 1.25 1 You lead."; got != want {
		t.Errorf("row 1 is %q, want %q", got, want)
	}
	must(t, db.QueryRow(`SELECT count(*) FROM verdicts WHERE text IS NULL`).Scan(&got))
	if got != "2" {
		t.Errorf("%s rows without a text, want 2", got)
	}
	if files, _ := filepath.Glob(path + "*"); len(files) != 1 {
		t.Errorf("files left: %q", files)
	}
}

func TestResultsGoOnOrBeginAnew(t *testing.T) {
	path := filepath.Join(t.TempDir(), "v.db")
	if _, err := OpenResults(path, verdicts); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a missing file: %v", err)
	}
	for _, c := range []struct {
		open func(string, []Column) (*Results, error)
		want int
	}{{CreateResults, 0}, {OpenResults, 1}, {OpenResults, 2}, {CreateResults, 0}} {
		r, err := c.open(path, verdicts)
		must(t, err)
		if r.Count() != c.want {
			t.Errorf("%d rows, want %d", r.Count(), c.want)
		}
		must(t, r.Append([][]any{result(r.Count())}))
		must(t, r.Close())
	}
}

// A run that is killed leaves the file and its log as they were after the last
// transaction, or within one that does not count.
func TestResultsOfAKilledRun(t *testing.T) {
	path := filepath.Join(t.TempDir(), "v.db")
	r, err := CreateResults(path, verdicts)
	must(t, err)
	must(t, r.Append([][]any{result(1), result(2)}))
	must(t, r.Append([][]any{result(3)}))
	must(t, r.s.run(func() error { return nil }))
	dead := filepath.Join(t.TempDir(), "dead.db")
	for _, ext := range []string{"", "-wal"} {
		b, err := os.ReadFile(path + ext)
		must(t, err)
		if ext != "" {
			b = append(b, b[32:200]...) // torn: the beginning of another page
		}
		must(t, os.WriteFile(dead+ext, b, 0o666))
	}
	must(t, r.Close())
	r, err = OpenResults(dead, verdicts)
	must(t, err)
	if r.Count() != 3 {
		t.Errorf("%d rows, want 3", r.Count())
	}
	must(t, r.Append([][]any{result(4)}))
	must(t, r.Close())
	if d := cmp.Diff(ids(t, dead), []string{"id1", "id2", "id3", "id4"}); d != "" {
		t.Error(d)
	}
}

func TestResultsStandBesidePostingsThatAreRead(t *testing.T) {
	path := filepath.Join(t.TempDir(), "rung.db")
	s, err := Open(path)
	must(t, err)
	must(t, s.Close())
	if _, err := OpenResults(path, verdicts); !errors.Is(err, ErrNoResults) {
		t.Errorf("without verdicts: %v", err)
	}
	reader, err := OpenReader(path)
	must(t, err)
	r, err := CreateResults(path, verdicts)
	must(t, err)
	must(t, r.Append([][]any{result(1)}))
	if _, err := reader.Count(); err != nil {
		t.Errorf("reading meanwhile: %v", err)
	}
	must(t, r.Close())
	must(t, reader.Close())
	again, err := Open(path) // the crawl goes on
	must(t, err)
	must(t, again.Close())
	if got := ids(t, path); len(got) != 1 {
		t.Errorf("verdicts: %q", got)
	}
}

func TestResultsLeaveOthersAlone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "other.db")
	db, err := sql.Open("sqlite", path)
	must(t, err)
	_, err = db.Exec("CREATE TABLE mine (x)")
	must(t, err)
	must(t, db.Close())
	if _, err := CreateResults(path, verdicts); !errors.Is(err, ErrNotOurs) {
		t.Errorf("a database of something else: %v", err)
	}
	path = filepath.Join(t.TempDir(), "v.db")
	a, err := CreateResults(path, verdicts)
	must(t, err)
	b, err := OpenResults(path, verdicts)
	must(t, err)
	must(t, a.Append([][]any{result(1)}))
	if err := b.Append([][]any{result(2)}); !errors.Is(err, ErrLocked) {
		t.Errorf("two writers: %v", err)
	}
	must(t, b.Close())
	must(t, a.Close())
	if got := ids(t, path); len(got) != 1 {
		t.Errorf("verdicts: %q", got)
	}
}

func BenchmarkAppend(b *testing.B) {
	r, err := CreateResults(filepath.Join(b.TempDir(), "v.db"), verdicts)
	if err != nil {
		b.Fatal(err)
	}
	defer r.Close()
	batch := make([][]any, 256)
	for i := range batch {
		batch[i] = result(i)
		batch[i][3] = `[` + string(make([]byte, 1000)) + `]`
	}
	b.SetBytes(256 * 1200)
	for b.Loop() {
		if err := r.Append(batch); err != nil {
			b.Fatal(err)
		}
	}
}

func TestResultsAreReadAsTheyWereWritten(t *testing.T) {
	path := filepath.Join(t.TempDir(), "v.db")
	r, err := CreateResults(path, verdicts)
	must(t, err)
	var want [][]any
	for n := range 300 { // more than are read at once
		row := result(n)
		switch {
		case n%2 == 1:
			row[4] = "You lead."
		case n%3 == 0:
			row[5], row[6] = true, `{"vp":0.7}`
		}
		want = append(want, row)
	}
	must(t, r.Append(want))
	must(t, r.Close())
	for _, row := range want {
		row[5] = map[bool]int64{true: 1}[row[5].(bool)]
	}
	var got [][]any
	for row, err := range ReadResults(path, verdicts) {
		must(t, err)
		got = append(got, row)
	}
	if d := cmp.Diff(got, want); d != "" {
		t.Error(d)
	}
	for range ReadResults(path, verdicts) {
		break // which must leave nothing behind
	}
	if files, _ := filepath.Glob(path + "*"); len(files) != 1 {
		t.Errorf("files left: %q", files)
	}
}

func TestResultsOfAnEarlierVersionAreRead(t *testing.T) {
	path := filepath.Join(t.TempDir(), "v.db")
	r, err := CreateResults(path, verdicts)
	must(t, err)
	row := result(1)
	row[5], row[6] = true, `{"vp":0.7}`
	must(t, r.Append([][]any{row}))
	must(t, r.Close())
	db, err := sql.Open("sqlite", path)
	must(t, err)
	for _, column := range []string{"sure", "ladder"} {
		_, err := db.Exec("ALTER TABLE verdicts DROP COLUMN " + column)
		must(t, err)
	}
	must(t, db.Close())
	want := result(1)
	want[5] = nil
	for got, err := range ReadResults(path, verdicts) {
		must(t, err)
		if d := cmp.Diff(got, want); d != "" {
			t.Error(d)
		}
	}
}

func TestResultsOfAFileThatHoldsNone(t *testing.T) {
	dir := t.TempDir()
	crawl := filepath.Join(dir, "crawl.db")
	s, err := Open(crawl)
	must(t, err)
	must(t, s.Close())
	text := filepath.Join(dir, "a.txt")
	must(t, os.WriteFile(text, []byte("no database, though long enough to be looked at as one"), 0o666))
	for path, want := range map[string]error{crawl: ErrNoResults, text: ErrNotOurs, filepath.Join(dir, "none.db"): fs.ErrNotExist} {
		n := 0
		for _, err := range ReadResults(path, verdicts) {
			if n++; !errors.Is(err, want) {
				t.Errorf("%s: %v, want %v", path, err, want)
			}
		}
		if n != 1 {
			t.Errorf("%s: %d errors", path, n)
		}
	}
}
