package inputs

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rung/corpus"
	"rung/corpus/read"
	"rung/corpus/warc"
)

// lay writes files, and returns the folder that they are in.
func lay(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// said are the titles of postings and the errors of a stream, in order.
func said(in iter.Seq2[corpus.Posting, error]) string {
	var list []string
	for p, err := range in {
		var line *corpus.LineError
		switch {
		case err == nil:
			list = append(list, p.Title)
		case errors.As(err, &line):
			list = append(list, fmt.Sprintf("(%s:%d)", filepath.Base(line.File), line.Line))
		default:
			list = append(list, "NO LINE: "+err.Error())
		}
	}
	return strings.Join(list, " ")
}

const (
	csvJobs  = "title,text\nCook,You cook.\nBaker,You bake.\n"
	jsonJobs = `{"title":"Nurse","text":"You nurse."}` + "\n{bad\n" + `{"title":"Smith","text":"You forge."}` + "\n"
	textJob  = "Title: Guard\n\nYou guard the gate.\n"
)

func TestASetReadsWhatItsNamesStandFor(t *testing.T) {
	dir := lay(t, map[string]string{"a.csv": csvJobs, "in/b.jsonl": jsonJobs, "in/deep/c.txt": textJob, "in/.hidden": csvJobs, "empty.csv": ""})
	path := func(name string) string { return filepath.Join(dir, name) }
	for _, c := range []struct {
		name  string
		names []string
		want  string
	}{
		{"one file", []string{path("a.csv")}, "Cook Baker"},
		{"a folder and all below it", []string{path("in")}, "Nurse (b.jsonl:2) Smith Guard"},
		{"each file once", []string{path("in/deep"), path("in"), path("in/deep/../deep/c.txt")}, "Guard Nurse (b.jsonl:2) Smith"},
		{"stdin between files", []string{path("a.csv"), "-", path("in/deep")}, "Cook Baker Porter Guard"},
		{"what is not there", []string{path("none.csv"), path("a.csv")}, "(none.csv:0) Cook Baker"},
		{"an empty file is told, and the next is read", []string{path("empty.csv"), path("a.csv")}, "(empty.csv:0) Cook Baker"},
		{"an address that nobody asks", []string{"https://example.com/jobs/1"}, "(1:0)"},
	} {
		s := New(read.Options{}, c.names...)
		s.Stdin = strings.NewReader("title,text\nPorter,You carry.\n")
		if got := said(s.Postings(t.Context())); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestASetCountsAndSums(t *testing.T) {
	dir := lay(t, map[string]string{"a.csv": csvJobs, "b.jsonl": jsonJobs})
	s := New(read.Options{}, filepath.Join(dir, "a.csv"), filepath.Join(dir, "b.jsonl"))
	s.Sum = true
	if n := s.Bytes(); n != int64(len(csvJobs)+len(jsonJobs)) {
		t.Errorf("%d bytes before reading", n)
	}
	for range 2 { // a second reading counts anew
		said(s.Postings(t.Context()))
	}
	if s.Done() != s.Bytes() {
		t.Errorf("%d of %d bytes read", s.Done(), s.Bytes())
	}
	for i, want := range []struct {
		content           string
		postings, skipped int
	}{{csvJobs, 2, 0}, {jsonJobs, 2, 1}} {
		src := s.Sources[i]
		sum := sha256.Sum256([]byte(want.content))
		if src.Postings != want.postings || src.Skipped != want.skipped || src.SHA256 != hex.EncodeToString(sum[:]) {
			t.Errorf("%+v, want %+v", src, want)
		}
	}
	for range s.Postings(t.Context()) {
		break
	}
	if src := s.Sources[0]; src.SHA256 != "" || src.Postings != 1 {
		t.Errorf("%+v after the first posting alone", src)
	}
	s = New(read.Options{}, filepath.Join(dir, "a.csv"), "-")
	if n := s.Bytes(); n != 0 {
		t.Errorf("%d bytes, of which stdin has an unknown part", n)
	}
}

func TestAddressesAreAskedByWhomTheSetHas(t *testing.T) {
	s := New(read.Options{}, "https://example.com/jobs/1", "https://example.com/jobs/2")
	s.Fetch = func(_ context.Context, address string) ([]corpus.Posting, error) {
		if strings.HasSuffix(address, "2") {
			return nil, errors.New("gone")
		}
		return []corpus.Posting{{Title: "Cook"}, {Title: "Baker"}}, nil
	}
	if got := said(s.Postings(t.Context())); got != "Cook Baker (2:0)" {
		t.Error(got)
	}
}

func TestGivenPostingsAreASet(t *testing.T) {
	s := Given("mine", func(yield func(corpus.Posting, error) bool) {
		_ = yield(corpus.Posting{Title: "Cook"}, nil) && yield(corpus.Posting{}, &corpus.LineError{File: "mine", Line: 2}) && yield(corpus.Posting{Title: "Baker"}, nil)
	})
	if got := said(s.Postings(t.Context())); got != "Cook (mine:2) Baker" || s.Sources[0].Postings != 2 || s.Sources[0].Skipped != 1 {
		t.Errorf("%s, %+v", got, s.Sources[0])
	}
	if got := said(Limit(s.Postings(t.Context()), 1)); got != "Cook" {
		t.Errorf("%s with a limit of one", got)
	}
}

func TestFind(t *testing.T) {
	dir := lay(t, map[string]string{"a.txt": "", "b.txt": "", "[x].txt": ""})
	t.Chdir(dir)
	for arg, want := range map[string]string{
		"-": "-", "https://example.com/?": "https://example.com/?", "a.txt": "a.txt", ".": ".", "?.txt": "a.txt b.txt", "[x].txt": "[x].txt", "none*": "",
	} {
		got, err := Find(arg)
		if strings.Join(got, " ") != want || (want == "") != errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s: %q, %v, want %s", arg, got, err, want)
		}
	}
}

// TestWhatIsInMemoryIsReadAsAFileIs: compressed or not, tables, archives, and the
// database that cannot be read so.
func TestWhatIsInMemoryIsReadAsAFileIs(t *testing.T) {
	page := "<html><body><script type=\"application/ld+json\">{\"@type\":\"JobPosting\",\"title\":\"Cook\",\"description\":\"<p>You lead the kitchen of a hospital, plan the meals of the week and answer for its budget. You hire and train cooks, and report to the head of supply.</p>\"}</script></body></html>"
	var archive bytes.Buffer
	block := fmt.Sprintf("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%s", len(page), page)
	w := warc.NewWriter(&archive, true)
	if _, err := w.Write("response", time.Unix(0, 0), "application/http; msgtype=response", []byte(block), len(block)-len(page), warc.Field{Name: "WARC-Target-URI", Value: "https://jobs.example/1"}); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct{ in, want string }{
		"a.csv":     {csvJobs, "Cook Baker"},
		"a.warc.gz": {archive.String(), "Cook"},
		"a.db":      {"SQLite format 3\x00 and so on", "(a.db:0)"},
		"a.jsonl":   {jsonJobs, "Nurse (a.jsonl:2) Smith"},
	} {
		if got := said(Bytes(t.Context(), []byte(c.in), name, read.Options{})); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
	if got := said(Bytes(t.Context(), []byte(csvJobs), "a.csv", read.Options{Format: read.Text})); strings.Contains(got, "Baker") {
		t.Errorf("read as a table against what was said: %s", got)
	}
}

// TestRowsOfAnotherDatabaseAreSelected: without a query its tables are told.
func TestRowsOfAnotherDatabaseAreSelected(t *testing.T) {
	dir := lay(t, map[string]string{"a.csv": csvJobs})
	path := filepath.Join(dir, "jobs.db")
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec("CREATE TABLE jobs (name TEXT, words TEXT); INSERT INTO jobs VALUES ('Cook', 'You cook.'), ('Baker', ''), ('Smith', 'You forge.')"); err != nil {
		t.Fatal(err)
	}
	db.Close()
	for _, err := range New(read.Options{}, path).Postings(t.Context()) {
		var tables *TablesError
		if !errors.As(err, &tables) || strings.Join(tables.Tables, " ") != "jobs" {
			t.Errorf("without a query: %v", err)
		}
	}
	for query, want := range map[string]string{
		"select name as title, words as text from jobs": "Cook (jobs.db:2) Smith",
		"select name from jobs":                         "(jobs.db:0)",
		"select name, words as text from jobs limit 0":  "(jobs.db:0)",
	} {
		if got := said(New(read.Options{SQL: query}, path).Postings(t.Context())); got != want {
			t.Errorf("%s: %s, want %s", query, got, want)
		}
	}
	if got := said(New(read.Options{SQL: "select 1"}, filepath.Join(dir, "a.csv")).Postings(t.Context())); got != "(a.csv:0)" {
		t.Errorf("a query for a file of rows: %s", got)
	}
}
