package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestCards compares the cards of testdata/postings with those kept in
// testdata/cards; -update writes them anew, after a change of rules or models.
func TestCards(t *testing.T) {
	kept, err := filepath.Abs("testdata/cards")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(kept); os.IsNotExist(err) && !*update {
		t.Skip("no cards are kept yet: go test ./cmd/rung -run TestCards -update")
	}
	t.Chdir("../../testdata/postings")
	var postings []string
	for _, pattern := range []string{"*.txt", "*.html"} {
		names, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		postings = append(postings, names...)
	}
	if len(postings) < 6 {
		t.Fatalf("only %q in testdata/postings", postings)
	}
	for _, name := range postings {
		var stdout, stderr bytes.Buffer
		if code := run(t.Context(), []string{"check", name}, strings.NewReader(""), &stdout, &stderr); code != exitClean || stderr.Len() > 0 {
			t.Errorf("%s: exit code %d, stderr %q", name, code, stderr.String())
		}
		file := filepath.Join(kept, strings.TrimSuffix(name, filepath.Ext(name))+".txt")
		if *update {
			if err := os.MkdirAll(kept, 0o777); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(file, stdout.Bytes(), 0o666); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Errorf("%v; go test ./cmd/rung -update writes it", err)
			continue
		}
		if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(stdout.String(), "\n")); diff != "" {
			t.Errorf("%s: another card (-kept +now); -update keeps it\n%s", name, diff)
		}
	}
}
