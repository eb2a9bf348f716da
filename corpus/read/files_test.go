package read

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"rung/corpus"
	"strings"
	"testing"
)

// tree writes files, by name, into a new folder, makes it the working
// directory, and returns it.
func tree(t *testing.T, files map[string]string) {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
}

func zip(s string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	io.WriteString(z, s)
	z.Close()
	return b.String()
}

func list(o Options, args ...string) string {
	var out []string
	for p, err := range o.Files(context.Background(), args) {
		if err != nil {
			out = append(out, "! "+err.Error())
		} else {
			out = append(out, p.Source+" "+p.Text)
		}
	}
	return strings.Join(out, "\n")
}

func TestFiles(t *testing.T) {
	tree(t, map[string]string{
		"in/b.txt":        "b",
		"in/a.jsonl.gz":   zip("{\"text\":\"a1\"}\n{\"text\":\"a2\"}\n"),
		"in/c/d.csv":      "title,text\nx,d\n",
		"in/.hidden":      "no",
		"in/.git/x.txt":   "no",
		"in/logo.png":     "\x89PNG\r\n\x1a\n\x00\x00\x00\x00",
		"in/torn.json.gz": zip("{\"text\":\"t1\"}\n")[:12],
		"[x].txt":         "brackets",
		"none/.keep":      "",
	})
	const folder = "in/a.jsonl.gz:1 a1\nin/a.jsonl.gz:2 a2\nin/b.txt:1 b\nin/c/d.csv:2 d\n" +
		"! in/logo.png: not a file of postings, but a picture: recognise its text first (OCR), or paste it as plain text\n" +
		"! in/torn.json.gz: reading: unexpected EOF (the file is cut short)"
	for _, c := range []struct {
		name string
		args []string
		want string
	}{
		{"a folder, sorted, without what is hidden", []string{"in"}, folder},
		{"a file", []string{"in/b.txt"}, "in/b.txt:1 b"},
		{"each file once", []string{"in/b.txt", "./in/b.txt", "in/*.txt"}, "in/b.txt:1 b"},
		{"a glob over folders", []string{"i?/c*"}, "in/c/d.csv:2 d"},
		{"a name with brackets", []string{"[x].txt"}, "[x].txt:1 brackets"},
		{"what is missing, and on", []string{"no.txt", "in/b.txt", "no*.jsonl"}, "! no.txt: no such file or folder\nin/b.txt:1 b\n! no*.jsonl: no file matches"},
		{"an empty folder", []string{"none"}, "! none: the folder holds no file"},
		{"a bad pattern", []string{"a[b*"}, "! a[b*: not a pattern of file names: syntax error in pattern"},
		{"nothing", nil, ""},
	} {
		if got := list(Options{}, c.args...); got != c.want {
			t.Errorf("%s:\ngot:\n%s\nwant:\n%s", c.name, got, c.want)
		}
	}
	for _, err := range (Options{}).Files(t.Context(), []string{"no.txt"}) {
		var le *corpus.LineError
		if !errors.Is(err, fs.ErrNotExist) || !errors.As(err, &le) || le.File != "no.txt" {
			t.Errorf("a missing file: %#v", err)
		}
	}
}

func TestFilesStop(t *testing.T) {
	tree(t, map[string]string{"a/1.txt": "1", "a/2.txt": "2"})
	for _, args := range [][]string{{"a"}, {"a/*"}, {"x", "y"}} {
		n := 0
		for range (Options{}).Files(t.Context(), args) {
			n++
			break
		}
		if n != 1 {
			t.Errorf("%v: %d values", args, n)
		}
	}
}

func TestFilesSayOnce(t *testing.T) {
	tree(t, map[string]string{"1.json": `{"body":"1"}`, "2.json": `{"body":"2"}`})
	n := 0
	list(Options{Said: func(string) { n++ }}, ".")
	if n != 1 {
		t.Errorf("said %d times", n)
	}
}

func TestOpen(t *testing.T) {
	tree(t, map[string]string{"a.gz": zip("words"), "torn.gz": zip("words")[:4]})
	f, err := Open("a.gz")
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(f)
	if err := errors.Join(err, f.Close()); err != nil || string(b) != "words" {
		t.Errorf("%q, %v", b, err)
	}
	if _, err := Open("none"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("missing: %v", err)
	}
	if _, err := Open("torn.gz"); err == nil || !strings.Contains(err.Error(), "torn.gz") {
		t.Errorf("torn: %v", err)
	}
}

func TestStandardInput(t *testing.T) {
	tree(t, map[string]string{"in": "{\"text\":\"one\"}\n{"})
	f, err := os.Open("in")
	if err != nil {
		t.Fatal(err)
	}
	defer func(old *os.File) { os.Stdin = old }(os.Stdin)
	os.Stdin = f
	want := "stdin:1 one\n! stdin:2: not JSON: it ends where a key in \"quotes\" is wanted at byte 2 of the record"
	if got := list(Options{}, "-"); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// endless is JSON Lines without end, a few records over and over.
type endless struct {
	n    int
	text string
	rest string
}

func (e *endless) Read(b []byte) (int, error) {
	if e.rest == "" {
		e.n++
		e.rest = fmt.Sprintf("{\"id\":\"%d\",\"title\":\"T\",\"text\":\"%s\"}\n", e.n, e.text)
	}
	n := copy(b, e.rest)
	e.rest = e.rest[n:]
	return n, nil
}
