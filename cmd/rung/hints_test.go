package main

import (
	"errors"
	"testing"

	"rung/corpus"
	"rung/corpus/read"
	"rung/scrape/inputs"
)

func TestHintsNameTheFlag(t *testing.T) {
	for _, c := range []struct {
		err        error
		hint, want string
	}{
		{&read.NoColumnError{Have: []string{"a", "b; c"}}, "name it with --text-column",
			"x.csv: no column of a usual name holds the text: name it with --text-column; the columns are a, b; c"},
		{&read.NoColumnError{Want: "body", Have: []string{"a"}}, "", `x.csv: no column "body"; the columns are a`},
		{&inputs.TablesError{Tables: []string{"jobs", "firms"}}, "select rows with --sql 'select … from …'",
			"x.csv: the database is not one of postings: select rows with --sql 'select … from …'; its tables are jobs, firms"},
		{&inputs.TablesError{}, "", "x.csv: the database is not one of postings; it holds no table"},
		{errors.New("the text is empty"), "", "x.csv: the text is empty"},
	} {
		err := &corpus.LineError{File: "x.csv", Err: c.err, Raw: []byte("raw")}
		got := worded(err)
		if hintFor(err) != c.hint || got.Error() != c.want {
			t.Errorf("%v: hint %q, worded %q, want %q", err, hintFor(err), got, c.want)
		}
		var line *corpus.LineError
		if !errors.As(got, &line) || string(line.Raw) != "raw" {
			t.Errorf("%v: the record is lost", err)
		}
	}
	if worded(nil) != nil {
		t.Error("no error became one")
	}
}
