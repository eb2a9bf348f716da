package main

import (
	"errors"
	"fmt"

	"rung/corpus"
	"rung/report"
)

// skipped tells of the records that could not be read.
type skipped struct {
	app   *app
	kept  string // the quarantine file; "": none was asked for
	n     int    // errors
	lost  int    // records that they stand for
	long  bool   // one of them is too long to be kept whole
	whole error  // the last error about a whole file
	held  error  // the first such error is not told yet: alone, it is the reason why the run failed
}

// toldSkipped is how many skipped records are named; all are counted.
const toldSkipped = 20

func (s *skipped) add(err error) {
	err = worded(err)
	s.n++
	s.lost += corpus.Records(err)
	s.long = s.long || errors.Is(err, corpus.ErrTooLong)
	var line *corpus.LineError
	if errors.As(err, &line) && line.Line == 0 {
		s.whole = err
	}
	if s.n == 1 && s.whole != nil {
		s.held = err
		return
	}
	s.tell()
	if s.n <= toldSkipped {
		fmt.Fprintf(s.app.stderr, "rung: skipped %s\n", told(report.Clean(err.Error())))
	}
}

// tell tells what was held back.
func (s *skipped) tell() {
	if s.held != nil {
		fmt.Fprintf(s.app.stderr, "rung: skipped %s\n", told(report.Clean(s.held.Error())))
		s.held = nil
	}
}

// finish counts and sets the exit code, after a run that gave n postings.
func (s *skipped) finish(n int) {
	if s.n == 0 || n == 0 && s.held != nil {
		return
	}
	s.tell()
	s.app.code = exitLook
	where := "name a file with --quarantine to keep them"
	if s.kept != "" {
		where = fmt.Sprintf("kept whole in %q", s.kept)
		if s.long {
			where += ", but of one longer than 64 MB only the beginning"
		}
		if s.lost > s.n {
			where += ", but of rows that are lost together only how many they are"
		}
	}
	if s.n > toldSkipped {
		fmt.Fprintf(s.app.stderr, "rung: skipped %d more\n", s.n-toldSkipped)
	}
	fmt.Fprintf(s.app.stderr, "rung: %s skipped; %s\n", plural(s.lost, "record"), where)
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
