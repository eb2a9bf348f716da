package batch_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"rung/classify"
	"rung/corpus/read"
	"rung/report/batch"
	"rung/scrape/inputs"
)

// A batch that goes on where it stopped: run again after a kill, it writes what is
// missing, and the same bytes.
func ExampleJob_Run() {
	dir, _ := os.MkdirTemp("", "levels")
	defer os.RemoveAll(dir)
	job := batch.Job{
		Input:   inputs.New(read.Options{}, "../../testdata/postings"),
		Task:    batch.Classify(classify.Default(), batch.ClassifyOptions{Format: "jsonl", Explain: 3}),
		Output:  filepath.Join(dir, "levels.jsonl"),
		Resume:  true,
		Skipped: func(err error) { fmt.Println("skipped", err) },
	}
	done, err := job.Run(context.Background())
	fmt.Println(done.Postings, "postings,", done.Levels[classify.VP], "of them VP-level,", err)
	again, err := job.Run(context.Background())
	fmt.Println("complete:", again.Complete, err)
	// Output:
	// 7 postings, 3 of them VP-level, <nil>
	// complete: true <nil>
}
