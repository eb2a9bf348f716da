package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"rung/classify"
	"rung/corpus"
)

// TestFromGo builds the program of README.md, "From Go", in a module of its own
// outside of this one, and lets it classify five postings. It asks no network: the
// modules that it needs are those that this test was built with.
func TestFromGo(t *testing.T) {
	if testing.Short() {
		t.Skip("it links a program")
	}
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	edits, program := fromGo(t, filepath.Join(root, "README.md"))
	dir := t.TempDir()
	sums, err := os.ReadFile(filepath.Join(root, "go.sum"))
	if err != nil {
		t.Fatal(err)
	}
	for name, b := range map[string][]byte{"main.go": []byte(program), "go.sum": sums} {
		if err := os.WriteFile(filepath.Join(dir, name), b, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	run := func(args ...string) (string, error) {
		cmd := exec.Command("go", args...)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "GOFLAGS=-mod=mod", "GOPROXY=off", "GOSUMDB=off", "GOWORK=off")
		b, err := cmd.CombinedOutput()
		return string(b), err
	}
	for _, args := range edits {
		if out, err := run(args...); err != nil {
			t.Fatalf("go %s: %v\n%s", strings.Join(args, " "), err, out)
		}
	}
	if out, err := run("mod", "edit", "-replace=rung="+root); err != nil {
		t.Fatal(err, out)
	}
	if out, err := run("list", "-deps", "."); err != nil {
		t.Skipf("modules that the program needs are not in the cache: %s", out)
	}
	if out, err := run("build", "-o", "levels", "."); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	var names []string
	var want strings.Builder
	for _, name := range []string{"director", "vp", "startup-vp", "bank-vp", "nurse"} {
		name = filepath.Join(root, "testdata/postings", name+".txt")
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		v := classify.Default().Classify(corpus.Posting{Text: corpus.Normalize(string(b))})
		fmt.Fprintf(&want, "%s: %v, sure: %v, P(VP) %.2f, %d reasons\n", name, v.Level, v.Sure, v.Probability, len(v.Reasons))
		names = append(names, name)
	}
	got, err := exec.Command(filepath.Join(dir, "levels"), names...).CombinedOutput()
	if err != nil || string(got) != want.String() {
		t.Errorf("%v, it says\n%swant\n%s", err, got, want.String())
	}
}

// fromGo is what the section "From Go" of a document says: the arguments of its
// go commands but for go mod tidy, which needs the tests' modules too, and its
// program.
func fromGo(t *testing.T, name string) (edits [][]string, program string) {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	_, section, _ := strings.Cut(string(b), "\n## From Go\n")
	section, _, _ = strings.Cut(section, "\n## ")
	for line := range strings.Lines(section) {
		if command, ok := strings.CutPrefix(line, "    go "); ok && !strings.HasPrefix(command, "mod tidy") {
			edits = append(edits, strings.Fields(command))
		}
	}
	_, program, _ = strings.Cut(section, "```go\n")
	program, _, ok := strings.Cut(program, "```")
	if !ok || len(edits) == 0 {
		t.Fatalf("%s: no section \"From Go\" with commands and a program", name)
	}
	return edits, program
}
