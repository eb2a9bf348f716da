package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rung/classify"
	"rung/corpus"
)

// TestFromGo builds the programs of README.md, "From Go", in a module of their own
// outside of this one. It asks no network: the modules that they need are those that
// this test was built with.
func TestFromGo(t *testing.T) {
	if testing.Short() {
		t.Skip("it links programs")
	}
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	edits, programs := fromGo(t, filepath.Join(root, "README.md"))
	dir := t.TempDir()
	sums, err := os.ReadFile(filepath.Join(root, "go.sum"))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{"go.sum": string(sums), "one/main.go": programs[0], "many/main.go": programs[1]}
	for name, content := range files {
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(content), 0o666); err != nil {
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
	if out, err := run("list", "-deps", "./..."); err != nil {
		t.Skipf("modules that the programs need are not in the cache: %s", out)
	}
	if out, err := run("build", "-o", "bin/", "./..."); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	t.Run("one posting after the other", func(t *testing.T) { classifiesFive(t, root, filepath.Join(dir, "bin/one")) })
	t.Run("a batch that is killed once", func(t *testing.T) { goesOnAfterAKill(t, filepath.Join(dir, "bin/many")) })
}

func classifiesFive(t *testing.T, root, program string) {
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
	got, err := exec.Command(program, names...).CombinedOutput()
	if err != nil || string(got) != want.String() {
		t.Errorf("%v, it says\n%swant\n%s", err, got, want.String())
	}
}

func goesOnAfterAKill(t *testing.T, program string) {
	const postings, everyBad = 8000, 400
	dir := t.TempDir()
	jobs := filepath.Join(dir, "jobs.jsonl")
	damagedPostings(t, jobs, postings, everyBad)
	batch := func(place string) *exec.Cmd {
		cmd := exec.Command(program, jobs)
		cmd.Dir = filepath.Join(dir, place)
		if err := os.MkdirAll(cmd.Dir, 0o777); err != nil {
			t.Fatal(err)
		}
		return cmd
	}
	calm, err := batch("calm").Output()
	if err != nil {
		t.Fatal(err)
	}
	wild := batch("wild")
	if err := wild.Start(); err != nil {
		t.Fatal(err)
	}
	part := filepath.Join(wild.Dir, ".levels.jsonl.part")
	for range 10000 {
		if info, err := os.Stat(part); err == nil && info.Size() > 1<<20 {
			break
		}
		time.Sleep(time.Millisecond)
	}
	wild.Process.Kill()
	wild.Wait()
	if _, err := os.Stat(part); err != nil {
		t.Fatalf("it was not killed on its way: %v", err)
	}
	again, err := batch("wild").Output()
	if err != nil || string(again) != string(calm) {
		t.Errorf("%v, it says %swant %s", err, again, calm)
	}
	if contents(t, filepath.Join(dir, "calm/levels.jsonl")) != contents(t, filepath.Join(dir, "wild/levels.jsonl")) {
		t.Error("other bytes than without the kill")
	}
}

// fromGo is what the section "From Go" of a document says: the arguments of its
// go commands but for go mod tidy, which needs the tests' modules too, and its two
// programs.
func fromGo(t *testing.T, name string) (edits [][]string, programs []string) {
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
	for _, block := range strings.Split(section, "```go\n")[1:] {
		program, _, _ := strings.Cut(block, "```")
		programs = append(programs, program)
	}
	if len(programs) != 2 || len(edits) == 0 {
		t.Fatalf("%s: want a section \"From Go\" with commands and two programs", name)
	}
	return edits, programs
}
