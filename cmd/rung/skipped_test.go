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
