package batch

import (
	"fmt"
	"path/filepath"
	"rung/classify"
	"rung/corpus"
	"rung/corpus/store"
	"rung/report"
	"strings"
	"testing"
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
		keep, err := ParseOnly(list, report.Levels{})
		if err != nil {
			t.Errorf("--only %q: %v", names, err)
			continue
		}
		var kept []string
		for _, v := range verdicts {
			if keep.Keeps(v.level, v.sure) {
				kept = append(kept, v.name)
			}
		}
		if got := strings.Join(kept, " "); got != want {
			t.Errorf("--only %q keeps %s, want %s", names, got, want)
		}
	}
	for _, name := range []string{"boss", "", "sure-unsure", "leans-neither", "surevp", "manager"} {
		if _, err := ParseOnly([]string{"vp", name}, report.Levels{}); err == nil {
			t.Errorf("--only vp,%s is taken", name)
		}
	}
}

func TestOnlyIsTheSameInAnyOrder(t *testing.T) {
	a, _ := ParseOnly([]string{"vp", "unsure"}, report.Levels{})
	b, _ := ParseOnly([]string{"Unsure", "vp", "unsure"}, report.Levels{})
	if a.String() != "unsure,vp" || a.String() != b.String() || (*Only)(nil).String() != "" {
		t.Errorf("%q and %q", a, b)
	}
}

func TestOnlyTakesTheLevelsOfTheModel(t *testing.T) {
	levels := report.Levels{"manager", "Chief"}
	keep, err := ParseOnly([]string{"manager", "sure-chief"}, levels)
	if err != nil {
		t.Fatal(err)
	}
	if !keep.Keeps(classify.Director, false) || !keep.Keeps(classify.VP, true) || keep.Keeps(classify.VP, false) || keep.Keeps(classify.Unsure, false) {
		t.Errorf("kept: %+v", keep.keep)
	}
	if _, err := ParseOnly([]string{"vp"}, levels); err == nil {
		t.Error("a level of another model is taken")
	}
}

// ledger is a sink that notes what it is told.
type ledger struct {
	rows  []string
	marks []string // postings done and rows written
}

func (l *ledger) write(r *Rows, from, to int) error {
	if rows := string(r.text(from, to)); rows != "" {
		l.rows = append(l.rows, rows)
	}
	return nil
}

func (l *ledger) mark(p Position) error {
	l.marks = append(l.marks, fmt.Sprintf("%d:%d", p.Postings, p.Rows()))
	return nil
}

func (l *ledger) finish(Position) error { return nil }
func (l *ledger) commit() error         { return nil }
func (l *ledger) abort(bool)            {}

// rowsOf are a posting for each sign: one with a row, "-" one left out.
func rowsOf(signs string) (postings []corpus.Posting, r *Rows) {
	r = new(Rows)
	for i, sign := range signs {
		postings = append(postings, corpus.Posting{ID: corpus.ID(fmt.Sprint(i))})
		r.Levels, r.Left = append(r.Levels, classify.Unsure), append(r.Left, sign == '-')
		if sign != '-' {
			r.Text = append(r.Text, string(sign)...)
		}
		r.End()
	}
	return postings, r
}

func TestShardsAreCutByRowsAndTheRestByPostings(t *testing.T) {
	for name, c := range map[string]*struct {
		job         Job
		chunks      string
		rows, marks string
	}{
		"a shard has as many rows as without": {Job{folder: true, ShardRows: 2}, "ab cd", "ab cd", "2:2 4:4"},
		"however many are left out":           {Job{folder: true, ShardRows: 2}, "--a -b- -c- d", "a b c d", "5:2 10:4"},
		"none is begun for nothing":           {Job{folder: true, ShardRows: 2}, "---- --", "", ""},
		"several in a chunk":                  {Job{folder: true, ShardRows: 2}, "a-b--cde-", "ab cd e", "3:2 7:4"},
		"text goes on behind every chunk":     {Job{Output: "x.csv"}, "a-b --", "ab", "3:2 5:2"},
	} {
		out := new(ledger)
		b := &c.job
		b.Task = &Task{}
		for chunk := range strings.FieldsSeq(c.chunks) {
			postings, rows := rowsOf(chunk)
			if err := b.write(out, postings, rows); err != nil {
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
	r, err := store.CreateResults(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := r.Append(make([]store.Result, 5)); err != nil {
		t.Fatal(err)
	}
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	done := func(postings, left int) Position { return Position{Postings: postings, Left: left} }
	for name, c := range map[string]struct {
		positions []Position
		want      Position
		err       error
	}{
		"the last whose rows are there":        {[]Position{done(4, 2), done(8, 3), done(12, 4)}, done(8, 3), nil},
		"behind those that were left out last": {[]Position{done(8, 3), done(12, 7)}, done(12, 7), nil},
		"nothing left out":                     {[]Position{done(5, 0), done(10, 0)}, done(5, 0), nil},
		"none fits":                            {[]Position{done(8, 4), done(12, 6)}, Position{}, errOtherRows},
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
