package main

import (
	"encoding/csv"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rung/corpus/read"
	"rung/report/study"
)

// TestRowsOfEveryFormatAreReadBack: what a sheet, a database and Parquet hold of a
// verdict is what JSON Lines hold, as far as a report reads it.
func TestRowsOfEveryFormatAreReadBack(t *testing.T) {
	t.Chdir(t.TempDir())
	damagedPostings(t, "jobs.jsonl", 40, 0)
	var want []string
	for _, name := range []string{"x.jsonl", "x.csv", "x.tsv", "x.db", "x.parquet", "x/"} {
		if code, stderr := asks(t, nil, "classify", "jobs.jsonl", "-o", name, "--prior-vp", "0.2", "-q"); code != exitClean {
			t.Fatalf("%s: exit code %d: %s", name, code, stderr)
		}
		var got []string
		a := &app{}
		f := &reportFlags{}
		f.input.from = "auto"
		for it, err := range a.itemsOf(f, filepath.Clean(name)) {
			if err != nil || it.row == nil {
				t.Fatalf("%s: %v, a row: %v", name, err, it.row != nil)
			}
			got = append(got, readBack(t, it.row))
		}
		if want == nil {
			want = got
		}
		if d := cmp.Diff(want, got); d != "" || len(got) != 40 {
			t.Errorf("%s: %d rows\n%s", name, len(got), d)
		}
	}
	if !slices.ContainsFunc(want, func(s string) bool { return strings.HasSuffix(s, " 0.2") }) {
		t.Errorf("no row at the prior 0.2: %q", want[0])
	}
}

func readBack(t *testing.T, row []byte) string {
	t.Helper()
	r, err := study.NewReader(study.Options{}).Row(row)
	if err != nil {
		t.Fatalf("%v\n%s", err, row)
	}
	return fmt.Sprint(r.ID, " ", r.Level, " ", r.Sure, " ", r.Why, " ", r.Cause, " ", r.Probability, " ", r.PriorVP)
}

// TestSentencesOfSomeVerdictsAreTheirOwn: the input is read again for them, and
// what --only leaves out is passed over there too.
func TestSentencesOfSomeVerdictsAreTheirOwn(t *testing.T) {
	gold, err := filepath.Abs("../../" + goldFile)
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	if code, stderr := asks(t, nil, "report", gold, "--table", "terms", "--by", "claim", "--only", "director,vp", "--examples", "x.csv", "-o", "x.md", "--resamples", "2"); code != exitClean || !strings.Contains(stderr, "left out ") {
		t.Fatalf("exit code %d: %s", code, stderr)
	}
	texts := map[string]string{}
	for p, err := range (read.Options{}).Files(t.Context(), []string{gold}) {
		if err != nil {
			t.Fatal(err)
		}
		texts[string(p.ID)] = p.Text
	}
	rows, err := csv.NewReader(strings.NewReader(contents(t, "x.csv"))).ReadAll()
	if err != nil || len(rows) < 10 {
		t.Fatalf("%d sentences, %v", len(rows), err)
	}
	for _, row := range rows[1:] {
		if !strings.Contains(texts[row[3]], strings.TrimPrefix(row[8], "'")) {
			t.Errorf("the posting %s does not say %q", row[3], row[8])
		}
	}
}
