// Package corpus holds postings as they were published: the Posting itself, its
// identity, its one normalisation, and the readers that turn files of many
// formats into streams of postings. It does not interpret: what a text means is
// for corpus/text and above.
package corpus

import (
	"fmt"
	"time"
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
	Raw  []byte // the record as it stood, whole, for a quarantine; may be nil for a whole file
}

func (e *LineError) Error() string {
	if e.Line == 0 {
		return fmt.Sprintf("%s: %v", e.File, e.Err)
	}
	return fmt.Sprintf("%s:%d: %v", e.File, e.Line, e.Err)
}

func (e *LineError) Unwrap() error { return e.Err }
