// Package corpus holds postings as they were published: the Posting itself, its
// identity, its one normalisation, its near-duplicates, and the error of a record
// that could not be read. Its readers are in corpus/read. It does not interpret:
// what a text means is for corpus/text and above.
package corpus

import (
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"time"
	"unicode/utf8"
)

// ID names a posting for good: "board/company/number" where the source has
// one, else the source's own id, else a hash of the content (see ContentID).
type ID string

// Posting is one job posting as published.
type Posting struct {
	ID       ID
	URL      string
	Company  string
	Title    string // the employer's own title; testimony, never evidence
	Location string
	Fetched  time.Time // zero when unknown
	Posted   time.Time // zero when unknown
	Text     string    // normalised (see Normalize); every offset in the module counts bytes of Text
	Source   string    // file:line, or URL
	Notes    []string  // what the reader had to repair, in words; empty when nothing
}

// LineError is a record that could not be read. It is a value in the stream:
// the stream goes on after it.
type LineError struct {
	File string
	Line int    // 1-based line (row, record) of File; 0 when the whole file is meant
	Err  error  // what was wrong, in words that name the fix
	Raw  []byte // the record as it stood, for a quarantine: whole, unless Err says that it is too long; may be nil for a whole file
	More int    // records behind it that are lost with it, as those of a damaged part of a file
}

// Records is how many records an error of a stream stands for.
func Records(err error) int {
	var line *LineError
	if errors.As(err, &line) {
		return 1 + line.More
	}
	return 1
}

func (e *LineError) Error() string {
	if e.Line == 0 {
		return fmt.Sprintf("%s: %v", e.File, e.Err)
	}
	return fmt.Sprintf("%s:%d: %v", e.File, e.Line, e.Err)
}

func (e *LineError) Unwrap() error { return e.Err }

// MarshalJSON is how a quarantine keeps the record, one object a line: "source"
// (file:line), "reason", and "record" as it stood, or "record_base64" where it is
// not UTF-8; where others are lost with it, "records" counts them all.
func (e *LineError) MarshalJSON() ([]byte, error) {
	kept := struct {
		Source string `json:"source"`
		Reason string `json:"reason"`
		Record string `json:"record,omitempty"`
		Bytes  []byte `json:"record_base64,omitempty"`
		Count  int    `json:"records,omitempty"`
	}{Source: e.File, Reason: e.Err.Error()}
	if e.More > 0 {
		kept.Count = Records(e)
	}
	if e.Line > 0 {
		kept.Source += ":" + strconv.Itoa(e.Line)
	}
	if utf8.Valid(e.Raw) {
		kept.Record = string(e.Raw)
	} else {
		kept.Bytes = e.Raw
	}
	return json.Marshal(kept)
}
