package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
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
