package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestContributingNamesWhatThereIs holds CONTRIBUTING.md to tests and files that
// exist.
func TestContributingNamesWhatThereIs(t *testing.T) {
	t.Chdir("../..")
	b, err := os.ReadFile("CONTRIBUTING.md")
	if err != nil {
		t.Fatal(err)
	}
	doc := string(b)
	var tests strings.Builder
	err = filepath.WalkDir(".", func(path string, d os.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, "_test.go") {
			return err
		}
		b, err := os.ReadFile(path)
		tests.Write(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range regexp.MustCompile(`\b(Test|Fuzz)[A-Z]\w+`).FindAllString(doc, -1) {
		if !strings.Contains(tests.String(), "\nfunc "+name+"(") {
			t.Errorf("there is no %s", name)
		}
	}
	for _, m := range regexp.MustCompile("`([a-z]+/[^` ]+)`").FindAllStringSubmatch(doc, -1) {
		if path := m[1]; !strings.ContainsAny(path, "A*") {
			if _, err := os.Stat(path); err != nil {
				t.Error(err)
			}
		}
	}
}
