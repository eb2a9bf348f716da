package main

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rung/classify"
	"rung/corpus"
)

const goldFile = "testdata/gold/gold.jsonl"

// TestQualityIsKept compares what rung eval says of the shipped benchmark with
// testdata/golden/eval.txt, so that a review sees quality move; -update writes it
// anew.
func TestQualityIsKept(t *testing.T) {
	t.Chdir("../..")
	var stdout, stderr bytes.Buffer
	if code := run(t.Context(), []string{"eval", "--gold", goldFile}, strings.NewReader(""), &stdout, &stderr); code != exitClean {
		t.Fatalf("exit code %d, stderr %q", code, stderr.String())
	}
	const kept = "testdata/golden/eval.txt"
	if *update {
		if err := os.WriteFile(kept, stdout.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(kept)
	if err != nil {
		t.Fatalf("%v; go test ./cmd/rung -update writes it", err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(stdout.String(), "\n")); diff != "" {
		t.Errorf("other figures (-kept +now); -update keeps them\n%s", diff)
	}
}

// TestMinimalPairsFlip: the same posting, turned from one level to the other by
// few edits, lies on the other side of even odds.
func TestMinimalPairsFlip(t *testing.T) {
	t.Chdir("../..")
	b, err := os.ReadFile(goldFile)
	if err != nil {
		t.Fatal(err)
	}
	type row struct{ ID, Title, Text, Label, Pair string }
	rows := map[string]row{}
	for line := range bytes.Lines(b) {
		var r row
		if err := json.Unmarshal(line, &r); err != nil {
			t.Fatal(err)
		}
		rows[r.ID] = r
	}
	c := classify.Default()
	read := func(r row) classify.Verdict {
		return c.ClassifyTop(corpus.Posting{Title: r.Title, Text: corpus.Normalize(r.Text)}, 0)
	}
	pairs := 0
	for _, r := range rows {
		if r.Label != "director" || r.Pair == "" {
			continue
		}
		pairs++
		d, v := read(r), read(rows[r.Pair])
		if !(d.LogOdds < 0 && v.LogOdds > 0) {
			t.Errorf("%s and %s: log-odds %+.2f and %+.2f, want below and above 0", r.ID, r.Pair, d.LogOdds, v.LogOdds)
		}
		if d.Level == classify.VP || v.Level == classify.Director {
			t.Errorf("%s reads %v, %s reads %v", r.ID, d.Level, r.Pair, v.Level)
		}
	}
	if pairs < 12 {
		t.Errorf("%d minimal pairs, want at least 12", pairs)
	}
}
