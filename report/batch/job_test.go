package batch

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"rung/classify"
	"rung/corpus/store"
	"rung/report/row"
	"rung/scrape/inputs"
)

// TestFullDiskKeepsWhatIsSafe: /dev/full takes no byte.
func TestFullDiskKeepsWhatIsSafe(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip("there is no /dev/full here")
	}
	t.Chdir(t.TempDir())
	log, _, err := openJournal("x.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	s := &partSink{journal: log, file: full, path: "x.jsonl", synced: time.Now()}
	rows := &Rows{Text: []byte("row\n"), ends: []int{4}}
	failed := s.write(rows, 0, 1)
	if !errors.Is(failed, syscall.ENOSPC) {
		t.Errorf("err = %v on a full disk", failed)
	}
	job := &Job{Output: "x.jsonl", at: Position{Postings: 64}}
	log.safe = 63
	err = job.finish(s, Quarantine{}, 0, nil, failed)
	var stopped *Stopped
	if !errors.As(err, &stopped) || stopped.Err != syscall.ENOSPC || stopped.Postings != 64 || stopped.Safe != 63 {
		t.Errorf("err = %#v", err)
	}
	if _, err := os.Stat(".x.jsonl.journal"); err != nil {
		t.Error("the journal is gone")
	}
}

// contents are the bytes of a file, or of all files of a folder that are seen.
func contents(t *testing.T, name string) string {
	t.Helper()
	if strings.HasSuffix(name, ".db") { // whose pages lie as its transactions came
		var rows strings.Builder
		for values, err := range store.ReadResults(name, row.StoreColumns()) {
			if err != nil {
				t.Fatal(err)
			}
			fmt.Fprintln(&rows, values)
		}
		return rows.String()
	}
	names, _ := filepath.Glob(filepath.Join(name, "[^.]*"))
	if len(names) == 0 {
		names = []string{name}
	}
	var all []byte
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, b...)
	}
	return string(all)
}

// TestAJobThatWasInterruptedGoesOn in every format that is written in parts, to
// the bytes of one that was not interrupted.
func TestAJobThatWasInterruptedGoesOn(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, output := range []string{"x.jsonl", "x.csv", "y.jsonl.gz", "x.db", "x/"} {
		format, err := FormatOf(output, ClassifyFormats)
		if err != nil {
			t.Fatal(err)
		}
		job := func(output string, resume bool) *Job {
			j := &Job{
				Input: inputs.Given("given", stream(1500)), Task: Classify(classify.Reference(), ClassifyOptions{Format: format, Explain: 1}),
				Output: output, Resume: resume, Jobs: 2,
			}
			if format == "parquet" {
				j.ShardRows = 100
			}
			return j
		}
		calm, err := job("calm-"+output, false).Run(t.Context())
		if err != nil || calm.Postings != 1500 || calm.Skipped != 15 {
			t.Fatalf("%s: %+v, %v", output, calm, err)
		}
		ctx, cancel := context.WithCancel(t.Context())
		wild := job(output, false)
		wild.Progress = func(at Position) {
			if at.Postings >= 1100 {
				cancel()
			}
		}
		_, err = wild.Run(ctx)
		var stopped *Stopped
		if !errors.As(err, &stopped) || !errors.Is(err, context.Canceled) || stopped.Safe == 0 || stopped.Postings == 1500 {
			t.Fatalf("%s: %v", output, err)
		}
		again := job(output, true)
		first := -1
		again.Progress = func(at Position) {
			if first < 0 {
				first = at.Postings
			}
		}
		if res, err := again.Run(t.Context()); err != nil || res.Postings != 1500 || res.Skipped != 15 || first != stopped.Safe {
			t.Fatalf("%s: %+v from %d, want %d, %v", output, res, first, stopped.Safe, err)
		}
		if contents(t, output) != contents(t, "calm-"+output) {
			t.Errorf("%s: other bytes than in one go", output)
		}
		if res, err := job(output, true).Run(t.Context()); err != nil || !res.Complete {
			t.Errorf("%s: %+v, %v", output, res, err)
		}
		other := job(output, true)
		other.Limit = 9
		var refused *Error
		if _, err := other.Run(t.Context()); !errors.As(err, &refused) || refused.Problem != Whole || refused.Error() != fmt.Sprintf("resuming %q: it is complete, but it was begun with limit 0, not with 9", output) {
			t.Errorf("%s: %v", output, err)
		}
	}
}
