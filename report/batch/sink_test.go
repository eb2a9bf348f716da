package batch

import (
	"bytes"
	"io"
	"rung/report/row"
	"testing"
)

// ended is a writer of records that writes only when it is closed.
type ended struct {
	w      io.Writer
	closed int
}

func (e *ended) Write([]row.Record) error { return nil }

func (e *ended) Close() error {
	e.closed++
	_, err := io.WriteString(e.w, "end")
	return err
}

func TestRecordsAreClosedOnceAndAnAbortedFileHasNoEnd(t *testing.T) {
	for name, want := range map[string]string{"finished": "end", "aborted": ""} {
		var b bytes.Buffer
		out := &File{Writer: &b}
		records := &ended{w: out}
		s := &recordSink{out, records}
		if name == "finished" {
			if err := s.finish(Position{}); err != nil {
				t.Fatal(err)
			}
		}
		s.abort(false)
		s.abort(false)
		if records.closed != 1 || b.String() != want {
			t.Errorf("%s: closed %d times, wrote %q, want %q", name, records.closed, &b, want)
		}
	}
}
