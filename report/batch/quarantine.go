package batch

import (
	"encoding/json"
	"fmt"

	"rung/scrape/inputs"
)

// Quarantine is a file that keeps what could not be read, whole, as JSON Lines. It
// appears with Commit. The zero Quarantine keeps nothing.
type Quarantine struct{ *File }

// OpenQuarantine begins the file; without a path it is the zero Quarantine. in,
// which may be nil, is what the file must not be a part of.
func OpenQuarantine(path string, in *inputs.Set) (q Quarantine, err error) {
	if path != "" {
		q.File, err = Create(path, nil, in)
	}
	return q, err
}

// Add keeps the record of an error.
func (q Quarantine) Add(err error) error {
	if q.File == nil {
		return nil
	}
	b, err := json.Marshal(lineError(err))
	if err != nil {
		return err
	}
	if _, err := q.Write(append(b, '\n')); err != nil {
		return fmt.Errorf("writing the quarantine file: %w", err)
	}
	return nil
}
