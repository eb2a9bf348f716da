package batch

import (
	"encoding/json"
	"fmt"

	"rung/scrape/inputs"
)

// Quarantine is a file that keeps what could not be read, whole, as JSON Lines.
// The methods of a nil Quarantine do nothing.
type Quarantine struct {
	Path string
	out  *File
}

// OpenQuarantine begins the file; it appears with Commit. in, which may be nil, is
// what it must not be a part of.
func OpenQuarantine(path string, in *inputs.Set) (*Quarantine, error) {
	out, err := Create(path, nil, in)
	if err != nil {
		return nil, err
	}
	return &Quarantine{path, out}, nil
}

// Add keeps the record of an error.
func (q *Quarantine) Add(err error) error {
	if q == nil {
		return nil
	}
	b, err := json.Marshal(lineError(err))
	if err != nil {
		return err
	}
	if _, err := q.out.Write(append(b, '\n')); err != nil {
		return fmt.Errorf("writing the quarantine file: %w", err)
	}
	return nil
}

// Commit makes the file appear.
func (q *Quarantine) Commit() error {
	if q == nil {
		return nil
	}
	return q.out.Commit()
}

// Abort leaves no trace, unless Commit came before.
func (q *Quarantine) Abort() {
	if q != nil {
		q.out.Abort()
	}
}
