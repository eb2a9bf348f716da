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
	Source   string    // file:line, file:line#2 for the second record that begins on a line, or URL
	Notes    []string  // what the reader had to repair, in words; empty when nothing
	Row      int       // number of the record in its input, from 1, those that could not be read among them; 0 when unknown
	Kept     []Field   // columns of the record as they stood, in their order, where a reader was asked to keep them
}

// Field is a column of a record, or a member of a JSON object.
type Field struct {
	Name, Value string
	JSON        bool // Value is a JSON value that is no string: a number, true, null, a list, an object
}

// LineError is a record that could not be read. It is a value in the stream:
// the stream goes on after it.
type LineError struct {
	File   string
	Line   int    // 1-based line (row, record) of File; 0 when the whole file is meant
	Record int    // which of those that begin on the line, from 2; 0 for the first
	Err    error  // what was wrong, in words that name the fix
	Raw    []byte // the record as it stood, for a quarantine: whole, unless Err says that it is too long; may be nil for a whole file
	More   int    // records behind it that are lost with it, as those of a damaged part of a file
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
	return fmt.Sprintf("%s: %v", e.source(), e.Err)
}

// source is the place of the record: "jobs.json:7", "jobs.json:7#2", or the file.
func (e *LineError) source() string {
	at := e.File
	if e.Line > 0 {
		at += ":" + strconv.Itoa(e.Line)
	}
	if e.Record > 0 {
		at += "#" + strconv.Itoa(e.Record)
	}
	return at
}

func (e *LineError) Unwrap() error { return e.Err }

// MarshalJSON is how a quarantine keeps the record, one object a line: "source"
// (file:line, or file:line#2), "reason", and "record" as it stood, or "record_base64" where it is
// not UTF-8; where others are lost with it, "records" counts them all.
func (e *LineError) MarshalJSON() ([]byte, error) {
	kept := struct {
		Source string `json:"source"`
		Reason string `json:"reason"`
		Record string `json:"record,omitempty"`
		Bytes  []byte `json:"record_base64,omitempty"`
		Count  int    `json:"records,omitempty"`
	}{Source: e.source(), Reason: e.Err.Error()}
	if e.More > 0 {
		kept.Count = Records(e)
	}
	if utf8.Valid(e.Raw) {
		kept.Record = string(e.Raw)
	} else {
		kept.Bytes = e.Raw
	}
	return json.Marshal(kept)
}
