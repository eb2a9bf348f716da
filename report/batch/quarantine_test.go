package batch

import (
	"bytes"
	"errors"
	"fmt"
	"rung/corpus"
	"strings"
	"testing"
)

func TestQuarantineKeepsEveryByte(t *testing.T) {
	var kept bytes.Buffer
	q := Quarantine{&File{Writer: &kept}}
	for i, raw := range []string{"{bad", "\xff\xfe"} {
		if err := q.Add(&corpus.LineError{File: "in.jsonl", Line: i + 1, Err: errors.New("not JSON"), Raw: []byte(raw)}); err != nil {
			t.Fatal(err)
		}
	}
	if err := q.Add(&corpus.LineError{File: "in.parquet", Line: 7, Err: errors.New("rows 7 to 9 cannot be read"), More: 2}); err != nil {
		t.Fatal(err)
	}
	want := `{"source":"in.jsonl:1","reason":"not JSON","record":"{bad"}
{"source":"in.jsonl:2","reason":"not JSON","record_base64":"//4="}
{"source":"in.parquet:7","reason":"rows 7 to 9 cannot be read","records":3}
`
	if kept.String() != want {
		t.Errorf("kept\n%swant\n%s", kept.String(), want)
	}
}

func TestAFullDiskOfTheQuarantineIsAnError(t *testing.T) {
	q := Quarantine{&File{Writer: &failing{n: 1}}}
	if err := q.Add(fmt.Errorf("bad")); err == nil || !strings.Contains(err.Error(), "quarantine") {
		t.Errorf("err = %v", err)
	}
}
