package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestAnOutputIsNotTheFileThatStdinComesFrom(t *testing.T) {
	name := filepath.Join(t.TempDir(), "jobs.jsonl")
	in := []byte(`{"text":"You lead four engineering managers."}` + "\n")
	if err := os.WriteFile(name, in, 0o666); err != nil {
		t.Fatal(err)
	}
	for _, command := range [][]string{{"classify"}, {"classify", "-", "--to", "parquet"}, {"extract"}} {
		stdin, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		var stdout, stderr bytes.Buffer
		code := run(t.Context(), append(command, "-o", name), stdin, &stdout, &stderr)
		stdin.Close()
		want := fmt.Sprintf("rung: writing %q: it is read as part of the input \"stdin\"\nhint: write to another place\n", name)
		if after, err := os.ReadFile(name); code != exitNot || stderr.String() != want || err != nil || !bytes.Equal(after, in) {
			t.Errorf("%q: exit %d, %q, %v", command, code, stderr.String(), err)
		}
	}
}

// TestAFileOfOthersIsNotWrittenOver unless that is asked for, and one that was written
// before is, in every format, with a manifest beside it or without.
func TestAFileOfOthersIsNotWrittenOver(t *testing.T) {
	t.Chdir(t.TempDir())
	const posting = `{"id":"a","text":"You lead four engineering managers."}` + "\n"
	for _, c := range [][]string{
		{"classify", "x.jsonl"}, {"classify", "x.csv"}, {"classify", "x.tsv"}, {"classify", "x.xlsx"}, {"classify", "x.parquet"}, {"classify", "x.md"}, {"classify", "x.html"},
		{"classify", "x.tex"}, {"classify", "x.txt"}, {"classify", "x.jsonl.gz"}, {"classify", "x.csv.zst"}, {"extract", "y.jsonl"}, {"extract", "y.csv"},
	} {
		args := []string{c[0], "-", "-q", "--no-manifest", "-o", c[1]}
		for _, others := range []string{"title,text\nmine,a year of work\n", posting, "PK\x03\x04 no workbook", "PAR1 of others PAR1"} {
			if err := os.WriteFile(c[1], []byte(others), 0o666); err != nil {
				t.Fatal(err)
			}
			code, stderr := asks(t, strings.NewReader(posting), args...)
			if after, _ := os.ReadFile(c[1]); code != exitNot || string(after) != others || !strings.Contains(stderr, "\nhint: --force writes over it") {
				t.Errorf("%q over %.20q: exit %d, %s", args, others, code, stderr)
			}
		}
		if code, stderr := asks(t, strings.NewReader(posting), append(args, "--force")...); code != exitClean {
			t.Errorf("%q --force: exit %d, %s", args, code, stderr)
		}
		if code, stderr := asks(t, strings.NewReader(posting), args...); code != exitClean {
			t.Errorf("%q over its own: exit %d, %s", args, code, stderr)
		}
	}
}

func TestAnEndingThatNoFormatHasIsRefused(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, name := range []string{"x.ods", "x.parq", "x.feather", "x.jsonl.bz2", "x.json", "x.jsonx", "x.ods.gz", "x.pdf"} {
		for _, command := range []string{"classify", "extract"} {
			code, stderr := asks(t, strings.NewReader(`{"text":"You lead four engineering managers."}`), command, "-", "-o", name)
			_, err := os.Stat(name)
			if code != exitNot || err == nil || !strings.Contains(stderr, "files of that kind are not written") || !strings.Contains(stderr, "jsonl") {
				t.Errorf("%s -o %s: exit %d, %s", command, name, code, stderr)
			}
		}
	}
	if code, stderr := asks(t, strings.NewReader(`{"text":"You lead four engineering managers."}`), "classify", "-", "-o", "x.json", "--to", "jsonl"); code != exitClean || !strings.Contains(stderr, "will hold JSON Lines") {
		t.Errorf("with --to: exit %d, %s", code, stderr)
	}
}

// entries are the names in a folder, also hidden ones.
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
