package web

import (
	"bytes"
	"context"
	"io"
	"iter"
	"net/http"
	"strings"
	"testing"
	"time"

	"rung/corpus"
	"rung/corpus/read"
)

// blanks is the end of a file that never ends, and holds no record.
type blanks struct{}

func (blanks) Read(b []byte) (int, error) { return copy(b, strings.Repeat(" \n", len(b)/2+1)), nil }

// TestAttackAnUploadGivesItsPlaceBackAtItsDeadline: one that would be read for ever ends
// inside its reader, and the one place there is is free again.
func TestAttackAnUploadGivesItsPlaceBackAtItsDeadline(t *testing.T) {
	s, err := New(Options{
		Limits: Limits{Drops: 1, Read: 300 * time.Millisecond, Fetch: time.Minute},
		Read: func(ctx context.Context, b []byte, name string, o read.Options) iter.Seq2[corpus.Posting, error] {
			var in io.Reader = bytes.NewReader(b)
			if strings.Contains(name, "endless") {
				in, o.Format = io.MultiReader(in, blanks{}), read.JSONL
			}
			return o.Read(ctx, in, name)
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	for range 3 {
		if code := drop(s, "endless.jsonl", `{"text":"You lead."}`).Code; code != errTooLong.status {
			t.Errorf("an endless file is answered with %d", code)
		}
	}
	if code := drop(s, "a.txt", "You lead four engineering managers and report to the CEO.").Code; code != http.StatusSeeOther {
		t.Errorf("after it, a small one is answered with %d", code)
	}
}
