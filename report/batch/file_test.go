package batch

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"rung/scrape/inputs"
	"testing"
)

func entries(t *testing.T, dir string) []string {
	t.Helper()
	list, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range list {
		names = append(names, e.Name())
	}
	return names
}

func TestFileAppearsWholeOrNotAtAll(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "out.csv")
	write := func(s string) *File {
		o, err := Create(path, new(bytes.Buffer), nil)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := o.Write([]byte(s)); err != nil {
			t.Fatal(err)
		}
		return o
	}
	write("given up").Abort()
	if names := entries(t, dir); len(names) != 0 {
		t.Errorf("after abort there is %q", names)
	}
	o := write("first")
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		t.Error("the file is there before commit")
	}
	if err := o.Commit(); err != nil {
		t.Fatal(err)
	}
	o.Abort() // as a deferred call after commit
	if err := os.Chmod(path, 0o600); err != nil {
		t.Fatal(err)
	}
	write("given up").Abort()
	if b, _ := os.ReadFile(path); string(b) != "first" {
		t.Errorf("the old file holds %q", b)
	}
	if err := write("second").Commit(); err != nil {
		t.Fatal(err)
	}
	b, _ := os.ReadFile(path)
	info, err := os.Stat(path)
	if err != nil || string(b) != "second" || info.Mode().Perm() != 0o600 {
		t.Errorf("%q, %v, err %v", b, info.Mode(), err)
	}
	if names := entries(t, dir); len(names) != 1 {
		t.Errorf("left behind: %q", names)
	}
}

func TestLinkStaysALink(t *testing.T) {
	dir := t.TempDir()
	real, link := filepath.Join(dir, "real"), filepath.Join(dir, "link")
	if err := os.WriteFile(real, []byte("old"), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("real", link); err != nil {
		t.Skip("no links here")
	}
	o, err := Create(link, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := o.Write([]byte("new")); err != nil {
		t.Fatal(err)
	}
	if err := o.Commit(); err != nil {
		t.Fatal(err)
	}
	b, _ := os.ReadFile(real)
	if to, err := os.Readlink(link); err != nil || to != "real" || string(b) != "new" {
		t.Errorf("link to %q, err %v, the file holds %q", to, err, b)
	}
}

func TestInputsAreNotOverwritten(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	for _, name := range []string{"in/a.txt", "in/deep/b.txt", "other/c.txt"} {
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, nil, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		path, input string
		refused     bool
	}{
		{"in/a.txt", "in/a.txt", true},
		{filepath.Join(dir, "in/a.txt"), "./in/a.txt", true},
		{"in/a.txt", "in", true},
		{"in/deep/new.csv", "in", true},
		{"in/new.txt", "other/c.txt", false},
		{"other/c.txt", "in", false},
		{"in2.csv", "in", false},
		{"new.csv", "-", false},
	} {
		if got := sameFile(c.path, &inputs.Set{Names: []string{"other/none", c.input}}) != ""; got != c.refused {
			t.Errorf("writing %s while reading %s: refused %v, want %v", c.path, c.input, got, c.refused)
		}
	}
}

func TestADatabaseThatCouldNotBeWrittenLeavesNoTrace(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "v.db")
	j, _, err := openJournal(path)
	if err != nil {
		t.Fatal(err)
	}
	s, _, err := openDB(path, j, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, ending := range []string{"-wal", "-shm"} { // as a full disk leaves them
		if err := os.WriteFile(path+ending, nil, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	s.abort(false)
	if names := entries(t, dir); len(names) != 0 {
		t.Errorf("there is %q", names)
	}
}
