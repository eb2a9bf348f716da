package main

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"rung/corpus"
)

func TestQuarantineKeepsEveryByte(t *testing.T) {
	var kept, stderr bytes.Buffer
	s := &skipped{app: &app{stderr: &stderr}, quarantine: &output{Writer: &kept}}
	for _, raw := range []string{"{bad", "\xff\xfe"} {
		if err := s.add(&corpus.LineError{File: "in.jsonl", Line: s.n + 1, Err: errors.New("not JSON"), Raw: []byte(raw)}); err != nil {
			t.Fatal(err)
		}
	}
	want := `{"source":"in.jsonl:1","reason":"not JSON","record":"{bad"}
{"source":"in.jsonl:2","reason":"not JSON","record_base64":"//4="}
`
	if kept.String() != want {
		t.Errorf("kept\n%swant\n%s", kept.String(), want)
	}
}

func TestSkippedAreNamedUpToALimitAndAllCounted(t *testing.T) {
	var stderr bytes.Buffer
	a := &app{stderr: &stderr}
	s := &skipped{app: a}
	for i := range 30 {
		if err := s.add(&corpus.LineError{File: "in", Line: i + 1, Err: errors.New("bad")}); err != nil {
			t.Fatal(err)
		}
	}
	s.finish(5)
	lines := strings.Split(strings.TrimSpace(stderr.String()), "\n")
	if len(lines) != toldSkipped+2 || lines[toldSkipped] != "rung: skipped 10 more" || !strings.HasPrefix(lines[toldSkipped+1], "rung: 30 records skipped; ") || a.code != exitLook {
		t.Errorf("exit code %d, stderr:\n%s", a.code, stderr.String())
	}
}

func TestAFullDiskOfTheQuarantineIsAnError(t *testing.T) {
	s := &skipped{app: &app{stderr: new(bytes.Buffer)}, quarantine: &output{Writer: &failing{n: 1}}}
	if err := s.add(fmt.Errorf("bad")); err == nil || !strings.Contains(err.Error(), "quarantine") {
		t.Errorf("err = %v", err)
	}
}
