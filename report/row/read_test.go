package row

import (
	"bytes"
	"encoding/json"
	"errors"
	"iter"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rung/classify"
	"rung/classify/signal"
	"rung/corpus"
	"rung/corpus/store"
	"rung/corpus/text"
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
	opt := Options{Text: true}
	var want []Record
	var records []Record
	var results [][]any
	for i := range verdicts {
		var line Record
		if err := json.Unmarshal(Append(nil, p, &verdicts[i], opt), &line); err != nil {
			t.Fatal(err)
		}
		r := NewRecord(p, &verdicts[i], opt)
		want, records, results = append(want, line), append(records, r), append(results, r.StoreValues())
	}
	if want[0].Facts.Above.Quote != "You report to the CEO" || want[1].WhyNeither != "other_function" || want[2].WhyUnread != "several_jobs" || want[3].Facts != nil {
		t.Fatalf("rows %+v", want)
	}
	dir := t.TempDir()
	db := filepath.Join(dir, "x.db")
	r, err := store.CreateResults(db, StoreColumns())
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(r.Append(results), r.Close()); err != nil {
		t.Fatal(err)
	}
	var columns bytes.Buffer
	w := NewParquet(&columns, opt)
	if err := errors.Join(w.Write(records), w.Close()); err != nil {
		t.Fatal(err)
	}
	for name, rows := range map[string]iter.Seq2[[]byte, error]{"a database": FromDatabase(db), "Parquet": FromParquet(bytes.NewReader(columns.Bytes()), int64(columns.Len()))} {
		var got []Record
		for line, err := range rows {
			var row Record
			if err == nil {
				err = json.Unmarshal(line, &row)
			}
			if err != nil {
				t.Fatalf("%s: %v in %s", name, err, line)
			}
			got = append(got, row)
		}
		if d := cmp.Diff(want, got, asRead); d != "" {
			t.Errorf("%s (-JSON Lines +got)\n%s", name, d)
		}
	}
}

func TestACellOfASheetSaysWhy(t *testing.T) {
	for name, c := range map[string]struct {
		level string
		cells map[string]string
		want  string
	}{
		"of an earlier version":  {"vp", nil, `"sure":false`},
		"sure":                   {"vp", map[string]string{"sure": "true", "prior_vp": "0.2"}, `"sure":true,"prior_vp":0.2`},
		"saved by a spreadsheet": {"vp", map[string]string{"sure": "TRUE", "prior_vp": "0.5"}, `"sure":true,"prior_vp":0.5`},
		"neither":                {"neither", map[string]string{"sure": "false", "why": "below"}, `"sure":false,"why_neither":"below"`},
		"unread":                 {"unread", map[string]string{"why": "resume"}, `"sure":false,"why_unread":"resume"`},
		"half a ladder":          {"vp", map[string]string{"ladder_vp": "0.5"}, `"sure":false`},
		"a ladder": {"vp", map[string]string{"ladder_contributor": "0", "ladder_first_line": "0", "ladder_director": "0", "ladder_vp": "1", "ladder_chief": "0"},
			`"sure":false,"ladder":{"contributor":0,"first_line":0,"director":0,"vp":1,"chief":0}`},
		"no number":   {"vp", map[string]string{"prior_vp": "half"}, `the prior_vp is "half", and no number`},
		"no log-odds": {"vp", map[string]string{"log_odds": "NaN"}, `the log_odds is "NaN", and no number`},
		"no career":   {"vp", map[string]string{"career": ""}, `the career is "", and no number`},
	} {
		of := map[string]string{}
		for _, name := range needed {
			of[name] = "0"
		}
		of["level"], of["title_claim"], of["title"] = c.level, "vp", "'=1+1"
		maps.Copy(of, c.cells)
		var head, cells []string
		for _, name := range slices.Sorted(maps.Keys(of)) {
			head, cells = append(head, name), append(cells, of[name])
		}
		got, err := fromCells(head, cells)
		want := `{"id":"","source":"","company":"","title":"=1+1","level":"` + c.level + `","probability":0,"log_odds":0,"title_claim":"vp","agreement":"0",` +
			`"differences":{"horizon":0,"duties":0,"meetings":0,"authority":0,"metrics":0,"career":0,"education":0},"model":"",` + c.want + "}"
		if err != nil {
			if err.Error() != c.want {
				t.Errorf("%s: %v, want %s", name, err, c.want)
			}
			continue
		}
		if d := cmp.Diff(object(t, want), object(t, string(got))); d != "" {
			t.Errorf("%s (-want +got)\n%s", name, d)
		}
	}
}

func object(t *testing.T, line string) (m map[string]any) {
	t.Helper()
	if err := json.Unmarshal([]byte(line), &m); err != nil {
		t.Fatalf("%v in %s", err, line)
	}
	return m
}

func TestWhatIsNoSheetOfVerdicts(t *testing.T) {
	head := strings.Join(needed, ",")
	for in, want := range map[string]int{"": -1, "a,b\n": -1, head: 0, head + "\n": 0, head + "\n\n1\n": 1, strings.Repeat("x", 1<<17): -1} {
		rows, n := FromSheet(strings.NewReader(in)), -1
		if rows != nil {
			n = 0
			for _, err := range rows {
				if n++; err == nil || err.Error() != "1 cell where the header has 12" {
					t.Errorf("%.20q…: %v", in, err)
				}
			}
		}
		if n != want {
			t.Errorf("%.20q…: %d rows, want %d", in, n, want)
		}
	}
}
