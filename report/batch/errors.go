package batch

import (
	"errors"
	"fmt"

	"rung/scrape/inputs"
)

// Problem is what keeps an output from being written.
type Problem uint8

// The problems.
const (
	NotOpened    Problem = iota // it cannot be opened or made
	IsInput                     // it is read as part of an input
	IsFolder                    // a file is wanted
	IsQuarantine                // skipped records go there
	Busy                        // another run is writing it
	NoFile                      // what goes to a stream or a device cannot be resumed
	NotInParts                  // its format is written whole or not at all
	Whole                       // it is complete, and of another run
	OtherRun                    // another run began it
	OtherRows                   // its rows are not those that the journal tells of
	OtherInput                  // the input is not the one that it was begun with
	NotOurs                     // a database of another program
	OtherShards                 // the folder holds shards of another run
	NoFormat                    // its extension promises what is not written
	ShardsOnly                  // a folder holds Parquet alone
	NotPacked                   // the format is not compressed as a whole
	Existing                    // a file lies there that is of no such run
)

// Error is an output that was not begun.
type Error struct {
	Problem Problem
	Resume  bool // it was to be resumed
	Path    string
	Format  string // of the rows, where it is the problem
	Err     error  // in words
}

func (e *Error) Error() string {
	doing := "writing"
	if e.Resume {
		doing = "resuming"
	}
	if e.Path == "" || e.Path == "-" {
		return fmt.Sprintf("%s stdout: %v", doing, e.Err)
	}
	return fmt.Sprintf("%s %q: %v", doing, e.Path, e.Err)
}

func (e *Error) Unwrap() error { return e.Err }

// NoPosting is a run whose input had no posting: there is no output.
type NoPosting struct {
	Inputs  []string
	Skipped int   // records
	Whole   error // the last error about a whole file; nil: none
}

func (e *NoPosting) Error() string { return fmt.Sprintf("reading %q: no posting in it", e.Inputs) }

// Stopped is a run that ended before its input did.
type Stopped struct {
	Err      error // of the context, or of what could not be written
	Postings int   // done
	Safe     int   // of them, those that a resumed run need not do again; 0: nothing was kept
}

func (e *Stopped) Error() string {
	return fmt.Sprintf("stopped after %d postings: %v", e.Postings, e.Err)
}

func (e *Stopped) Unwrap() error { return e.Err }

// errBusy is told of an output that another process is writing.
var errBusy = errors.New("another run is writing it")

// notOpened says why an output cannot be begun.
func notOpened(path string, err error) error {
	problem := NotOpened
	if errors.Is(err, errBusy) {
		problem = Busy
	}
	return &Error{Problem: problem, Path: path, Err: inputs.Cause(err)}
}
