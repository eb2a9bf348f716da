package main

import (
	"encoding/csv"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rung/classify"
	"rung/corpus"
	"rung/corpus/read"
	"rung/corpus/store"
	"rung/report"
	"rung/report/study"
)

func TestOnlyKeepsWhatItNames(t *testing.T) {
	verdicts := []struct {
		name  string
		level classify.Level
		sure  bool
	}{
		{"sure-director", classify.Director, true}, {"leans-director", classify.Director, false}, {"sure-vp", classify.VP, true}, {"leans-vp", classify.VP, false},
		{"unsure", classify.Unsure, false}, {"neither", classify.Neither, false}, {"unread", classify.Unread, false},
	}
	for names, want := range map[string]string{
		"":                     "sure-director leans-director sure-vp leans-vp unsure neither unread",
		"vp":                   "sure-vp leans-vp",
		"director,unsure":      "sure-director leans-director unsure",
		"sure-vp":              "sure-vp",
		"leans-director":       "leans-director",
		"sure":                 "sure-director sure-vp",
		"leans":                "leans-director leans-vp",
		"sure,leans":           "sure-director leans-director sure-vp leans-vp",
		"leans-vp,vp":          "sure-vp leans-vp",
		"neither,unread":       "neither unread",
		" Sure-VP , UNREAD":    "sure-vp unread",
		"sure-vp,leans-vp":     "sure-vp leans-vp",
		"unsure,unsure,unsure": "unsure",
	} {
		var list []string
		if names != "" {
			list = strings.Split(names, ",")
		}
		keep, err := parseOnly(list, report.Levels{})
		if err != nil {
			t.Errorf("--only %q: %v", names, err)
			continue
		}
		var kept []string
		for _, v := range verdicts {
			if keep.keeps(v.level, v.sure) {
				kept = append(kept, v.name)
			}
		}
		if got := strings.Join(kept, " "); got != want {
			t.Errorf("--only %q keeps %s, want %s", names, got, want)
		}
	}
	for _, name := range []string{"boss", "", "sure-unsure", "leans-neither", "surevp", "manager"} {
		if _, err := parseOnly([]string{"vp", name}, report.Levels{}); err == nil {
			t.Errorf("--only vp,%s is taken", name)
		}
	}
}

func TestOnlyIsTheSameInAnyOrder(t *testing.T) {
	a, _ := parseOnly([]string{"vp", "unsure"}, report.Levels{})
	b, _ := parseOnly([]string{"Unsure", "vp", "unsure"}, report.Levels{})
	if a.String() != "unsure,vp" || a.String() != b.String() || (*only)(nil).String() != "" {
		t.Errorf("%q and %q", a, b)
	}
}

func TestOnlyTakesTheLevelsOfTheModel(t *testing.T) {
	levels := report.Levels{"manager", "Chief"}
	keep, err := parseOnly([]string{"manager", "sure-chief"}, levels)
	if err != nil {
		t.Fatal(err)
	}
	if !keep.keeps(classify.Director, false) || !keep.keeps(classify.VP, true) || keep.keeps(classify.VP, false) || keep.keeps(classify.Unsure, false) {
		t.Errorf("kept: %+v", keep.keep)
	}
	if _, err := parseOnly([]string{"vp"}, levels); err == nil {
		t.Error("a level of another model is taken")
	}
}

// ledger is a sink that notes what it is told.
type ledger struct {
	rows  []string
	marks []string // postings done and rows written
}

func (l *ledger) write(c *chunk, from, to int) error {
	if rows := string(c.rows(from, to)); rows != "" {
		l.rows = append(l.rows, rows)
	}
	return nil
}

func (l *ledger) mark(p position) error {
	l.marks = append(l.marks, fmt.Sprintf("%d:%d", p.Postings, p.rows()))
	return nil
}

func (l *ledger) finish(position) error { return nil }
func (l *ledger) commit() error         { return nil }
func (l *ledger) abort(bool)            {}

// chunkOf holds one posting for each sign: one with a row, "-" one left out.
func chunkOf(signs string) *chunk {
	c := new(chunk)
	for i, sign := range signs {
		c.postings = append(c.postings, corpus.Posting{ID: corpus.ID(fmt.Sprint(i))})
		c.levels, c.left = append(c.levels, classify.Unsure), append(c.left, sign == '-')
		if sign != '-' {
			c.out = append(c.out, string(sign)...)
		}
		c.end()
	}
	return c
}

func TestShardsAreCutByRowsAndTheRestByPostings(t *testing.T) {
	for name, c := range map[string]struct {
		flags       batchFlags
		chunks      string
		rows, marks string
	}{
		"a shard has as many rows as without": {batchFlags{folder: true, shardRows: 2}, "ab cd", "ab cd", "2:2 4:4"},
		"however many are left out":           {batchFlags{folder: true, shardRows: 2}, "--a -b- -c- d", "a b c d", "5:2 10:4"},
		"none is begun for nothing":           {batchFlags{folder: true, shardRows: 2}, "---- --", "", ""},
		"several in a chunk":                  {batchFlags{folder: true, shardRows: 2}, "a-b--cde-", "ab cd e", "3:2 7:4"},
		"text goes on behind every chunk":     {batchFlags{path: "x.csv"}, "a-b --", "ab", "3:2 5:2"},
	} {
		out := new(ledger)
		b := &batch{batchFlags: &c.flags}
		for chunk := range strings.FieldsSeq(c.chunks) {
			if err := b.write(out, chunkOf(chunk)); err != nil {
				t.Fatal(err)
			}
		}
		if rows, marks := strings.Join(out.rows, " "), strings.Join(out.marks, " "); rows != c.rows || marks != c.marks {
			t.Errorf("%s: rows %q, marks %q, want %q, %q", name, rows, marks, c.rows, c.marks)
		}
		if left := strings.Count(c.chunks, "-"); b.at.Left != left || b.at.Postings != len(strings.ReplaceAll(c.chunks, " ", "")) || b.at.Levels[classify.Unsure] != b.at.Postings {
			t.Errorf("%s: at %+v, want %d left out", name, b.at, left)
		}
	}
}

// TestADatabaseGoesOnBehindTheRowsThatAreThere: where postings are left out, rows
// are fewer than postings.
func TestADatabaseGoesOnBehindTheRowsThatAreThere(t *testing.T) {
	path := filepath.Join(t.TempDir(), "v.db")
	r, err := store.CreateResults(path, []store.Column{{Name: "id", Type: "TEXT"}})
	if err != nil {
		t.Fatal(err)
	}
	if err := r.Append([][]any{{"a"}, {"a"}, {"a"}, {"a"}, {"a"}}); err != nil {
		t.Fatal(err)
	}
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	done := func(postings, left int) position { return position{Postings: postings, Left: left} }
	for name, c := range map[string]struct {
		positions []position
		want      position
		err       error
	}{
		"the last whose rows are there":        {[]position{done(4, 2), done(8, 3), done(12, 4)}, done(8, 3), nil},
		"behind those that were left out last": {[]position{done(8, 3), done(12, 7)}, done(12, 7), nil},
		"nothing left out":                     {[]position{done(5, 0), done(10, 0)}, done(5, 0), nil},
		"none fits":                            {[]position{done(8, 4), done(12, 6)}, position{}, errOtherRows},
	} {
		s, at, err := openDB(path, nil, c.positions)
		if err != c.err || at != c.want {
			t.Errorf("%s: at %+v, %v, want %+v, %v", name, at, err, c.want, c.err)
		}
		if err == nil {
			s.db.Close()
		}
	}
}

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
	for p, err := range (read.Options{}).Files([]string{gold}) {
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
