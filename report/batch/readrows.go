package batch

import (
	"errors"
	"fmt"
	"iter"
	"os"
	"strings"
	"sync/atomic"

	"rung/corpus"
	"rung/corpus/parquet"
	"rung/corpus/read"
	"rung/report/row"
	"rung/scrape/inputs"
)

// Written is a row that a run wrote, as JSON, and its place: file:line.
type Written struct {
	Row    []byte
	Source string
}

// ReadRows gives the rows that rung classify wrote to a database, a Parquet
// file, a folder of its shards, or a sheet (CSV, TSV), as the JSON that it writes
// a line of; ok is false where there are none. Every error is a *corpus.LineError.
// The bytes of the files are added to read as they are done.
func ReadRows(name string, read *atomic.Int64) (rows iter.Seq2[Written, error], ok bool) {
	files := inputs.Below(name)
	for _, file := range files {
		if info, err := os.Stat(file); err != nil || !info.Mode().IsRegular() || verdicts(file, nil) != nil {
			return nil, false
		}
	}
	return func(yield func(Written, error) bool) {
		for _, file := range files {
			n, more := 0, true
			err := verdicts(file, func(line []byte, err error) bool {
				n++
				it := Written{Row: line, Source: fmt.Sprintf("%s:%d", file, n)}
				if err != nil {
					var lost *parquet.Lost
					behind := 0
					if errors.As(err, &lost) {
						n, behind = int(lost.To), int(lost.To-lost.From)
					}
					err = &corpus.LineError{File: file, Line: n, More: behind, Err: errors.New(strings.TrimPrefix(err.Error(), file+": "))}
				}
				more = yield(it, err)
				return more
			})
			if err != nil {
				more = yield(Written{}, &corpus.LineError{File: file, Err: err})
			}
			if !more {
				return
			}
			if info, err := os.Stat(file); err == nil {
				read.Add(info.Size())
			}
		}
	}, true
}

// errNoVerdicts says that a file holds none.
var errNoVerdicts = errors.New("no verdicts in it")

// verdicts gives yield the rows of one file, or only looks whether there may be any
// where yield is nil.
func verdicts(file string, yield func([]byte, error) bool) error {
	var rows iter.Seq2[[]byte, error]
	switch inputs.Kind(read.Auto, file) {
	case read.DB:
		rows = row.FromDatabase(file)
	case read.Parquet:
		f, err := os.Open(file)
		if err != nil {
			return inputs.Cause(err)
		}
		defer f.Close()
		info, err := f.Stat()
		if err != nil {
			return inputs.Cause(err)
		}
		rows = row.FromParquet(f, info.Size())
	default:
		r, err := read.Open(file)
		if err != nil {
			return inputs.Cause(err)
		}
		defer r.Close()
		rows = row.FromSheet(r)
	}
	if rows == nil {
		return errNoVerdicts
	}
	if yield != nil {
		rows(yield)
	}
	return nil
}
