package batch

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"rung/classify"
	"rung/corpus"
	"rung/scrape/inputs"
)

func TestColumnsThatComeBehindTheFirstRecordsAreTold(t *testing.T) {
	t.Chdir(t.TempDir())
	in := inputs.Given("given", func(yield func(corpus.Posting, error) bool) {
		for i := range peekPostings + 2 {
			p := corpus.Posting{ID: corpus.ID(fmt.Sprint(i)), Text: "You lead four engineering managers.", Kept: []corpus.Field{{Name: "n", Value: fmt.Sprint(i)}}}
			if i == 7 || i == peekPostings+1 {
				p.Kept = append(p.Kept, corpus.Field{Name: fmt.Sprint("of ", i), Value: "x"})
			}
			if !yield(p, nil) {
				return
			}
		}
	})
	in.Options.Keep = []string{"all"}
	job := &Job{Input: in, Task: Classify(classify.Reference(), ClassifyOptions{Format: "csv"}), Output: "x.csv"}
	res, err := job.Run(t.Context())
	if err != nil || res.Postings != peekPostings+2 || len(res.Late) != 1 || res.Late[0] != fmt.Sprint("of ", peekPostings+1) {
		t.Fatalf("%+v, %v", res, err)
	}
	b, _ := os.ReadFile("x.csv")
	lines := strings.Split(strings.TrimSuffix(string(b), "\n"), "\n")
	if len(lines) != peekPostings+3 || !strings.HasSuffix(lines[0], ",kept.n,kept.of 7") || !strings.HasSuffix(lines[8], ",7,x") || !strings.HasSuffix(lines[9], ",8,") {
		t.Errorf("%d lines: %q", len(lines), lines[:2])
	}
}
