package main

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"rung/corpus"
)

func TestSkippedAreNamedUpToALimitAndAllCounted(t *testing.T) {
	var stderr bytes.Buffer
	a := &app{stderr: &stderr}
	s := &skipped{app: a}
	for i := range 30 {
		s.add(&corpus.LineError{File: "in", Line: i + 1, Err: errors.New("bad")})
	}
	s.finish(5)
	lines := strings.Split(strings.TrimSpace(stderr.String()), "\n")
	if len(lines) != toldSkipped+2 || lines[toldSkipped] != "rung: skipped 10 more" || !strings.HasPrefix(lines[toldSkipped+1], "rung: 30 records skipped; ") || a.code != exitLook {
		t.Errorf("exit code %d, stderr:\n%s", a.code, stderr.String())
	}
}

func TestRowsThatAreLostTogetherAreAllCounted(t *testing.T) {
	var stderr bytes.Buffer
	s := &skipped{app: &app{stderr: &stderr}, kept: "q"}
	s.add(&corpus.LineError{File: "in", Line: 1, Err: errors.New("rows 1 to 500 cannot be read"), More: 499})
	s.finish(5)
	want := "rung: skipped in:1: rows 1 to 500 cannot be read\nrung: 500 records skipped; kept whole in \"q\", but of rows that are lost together only how many they are\n"
	if stderr.String() != want {
		t.Errorf("%s\nwant %s", stderr.String(), want)
	}
}
