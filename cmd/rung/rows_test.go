package main

import (
	"encoding/json"
	"errors"
	"iter"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"rung/classify"
	"rung/classify/signal"
	"rung/corpus"
	"rung/corpus/store"
	"rung/corpus/text"
	"rung/report/row"
)

// handMade are a posting and verdicts of every kind on it.
func handMade() (corpus.Posting, []classify.Verdict) {
	p := corpus.Posting{ID: "a", Text: "You report to the CEO and lead all of engineering."}
	stated := classify.Verdict{ID: "a", Level: classify.VP, Sure: true, PriorVP: 0.2, Engineering: 0.97, Ladder: classify.Ladder{0.01, 0.02, 0.2, 0.7, 0.07},
		Unread: []classify.UnreadSpan{{Span: text.Span{Start: 0, End: 3}, Cause: "title"}}}
	stated.Facts[signal.FactAbove] = classify.FactValue{Value: 5, Evidence: signal.Evidence{Span: text.Span{Start: 0, End: 21}}} // from the first byte on
	stated.Facts[signal.FactExec] = classify.FactValue{Value: 1, Evidence: signal.Evidence{Span: text.Span{Start: 18, End: 21}}}
	stated.Facts[signal.FactSize] = classify.FactValue{Number: 40, Evidence: signal.Evidence{Span: text.Span{Start: 26, End: 30}}}
	neither, unread := stated, stated
	neither.Level, neither.Sure, neither.Why, neither.Facts = classify.Neither, false, classify.OtherFunction, classify.Facts{}
	unread.Level, unread.Sure, unread.Cause = classify.Unread, false, classify.SeveralJobs
	return p, []classify.Verdict{stated, neither, unread, {ID: "a", Level: classify.Unsure, PriorVP: 0.5}}
}

// TestRowsOfColumnsAreThoseOfJSONLines: what says where a job stands comes back
// from a database and from Parquet as it was.
func TestRowsOfColumnsAreThoseOfJSONLines(t *testing.T) {
	p, verdicts := handMade()
	opt := row.Options{Text: true}
	var want []row.Row
	var records []row.Record
	var results []store.Result
	for i := range verdicts {
		var line row.Row
		if err := json.Unmarshal(row.Append(nil, p, &verdicts[i], opt), &line); err != nil {
			t.Fatal(err)
		}
		r := row.NewRecord(p, &verdicts[i], opt)
		want, records, results = append(want, line), append(records, r), append(results, r.Result())
	}
	if want[0].Facts["above"].Quote != "You report to the CEO" || want[1].WhyNeither != "other_function" || want[2].WhyUnread != "several_jobs" || want[3].Facts != nil {
		t.Fatalf("rows %+v", want)
	}
	dir := t.TempDir()
	db, columns := filepath.Join(dir, "x.db"), filepath.Join(dir, "x.parquet")
	r, err := store.CreateResults(db)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(r.Append(results), r.Close()); err != nil {
		t.Fatal(err)
	}
	f, err := os.Create(columns)
	if err != nil {
		t.Fatal(err)
	}
	w := row.NewParquet(f, opt)
	if err := errors.Join(w.Write(records), w.Close(), f.Close()); err != nil {
		t.Fatal(err)
	}
	for name, rows := range map[string]iter.Seq2[[]byte, error]{"a database": databaseRows(db), "Parquet": parquetRows(columns)} {
		var got []row.Row
		for line, err := range rows {
			var row row.Row
			if err == nil {
				err = json.Unmarshal(line, &row)
			}
			if err != nil {
				t.Fatalf("%s: %v in %s", name, err, line)
			}
			got = append(got, row)
		}
		if d := cmp.Diff(want, got, cmpopts.EquateEmpty()); d != "" {
			t.Errorf("%s (-JSON Lines +got)\n%s", name, d)
		}
	}
}
