package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"strconv"
	"strings"

	"rung/corpus"
	"rung/corpus/read"
	"rung/scrape/inputs"
)

// postings reads a unit, of whose file so many lines end before it. An error is
// a *corpus.LineError, or the filesystem's: then another attempt may succeed.
func postings(ctx context.Context, opt read.Options, u unit, before int64) iter.Seq2[corpus.Posting, error] {
	return func(yield func(corpus.Posting, error) bool) {
		if u.End > 0 {
			postingsOfRange(ctx, opt, u, before, yield)
			return
		}
		for _, name := range u.Files {
			if !postingsOfFile(ctx, opt, name, yield) {
				return
			}
		}
	}
}

// postingsOfFile reads a whole file; false means stop.
func postingsOfFile(ctx context.Context, opt read.Options, name string, yield func(corpus.Posting, error) bool) bool {
	f, err := open(ctx, name, 0)
	switch {
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, fs.ErrPermission):
		var path *fs.PathError
		if errors.As(err, &path) {
			err = path.Err
		}
		return yield(corpus.Posting{}, &corpus.LineError{File: name, Err: err})
	case err != nil:
		return yield(corpus.Posting{}, err)
	}
	defer f.Close()
	w := &watch{Reader: f}
	for p, err := range inputs.Stream(ctx, w, name, opt) {
		if !yield(p, w.explain(name, err)) {
			return false
		}
	}
	return true
}

// postingsOfRange reads the records of JSON Lines that begin in a range.
func postingsOfRange(ctx context.Context, opt read.Options, u unit, before int64, yield func(corpus.Posting, error) bool) {
	name := u.Files[0]
	f, err := open(ctx, name, max(u.Start-1, 0))
	if err != nil {
		yield(corpus.Posting{}, err)
		return
	}
	defer f.Close()
	w := &watch{Reader: f}
	part, err := newLineRange(w, u.Start == 0, u.End-u.Start)
	if err != nil {
		yield(corpus.Posting{}, fmt.Errorf("reading %q: %w", name, err))
		return
	}
	var in io.Reader = part
	shift, preluded := 0, u.Start > 0
	if preluded {
		in = io.MultiReader(prelude(opt.TextColumn), part)
		shift = int(before) - 1 // the prelude is a line
		if part.skipped {
			shift++
		}
	}
	opt.Format = read.JSONL
	for p, err := range opt.Read(ctx, in, name) {
		if preluded {
			preluded = false
			continue
		}
		err = w.explain(name, err)
		var line *corpus.LineError
		if errors.As(err, &line) && line.Line > 0 {
			line.Line += shift
		} else if err == nil && shift != 0 {
			p.Source = moved(p.Source, name, shift)
		}
		if !yield(p, err) {
			return
		}
	}
}

// prelude is a record that goes before a range. It tells corpus that the file
// is JSON Lines with a text, which its beginning has shown: otherwise a hundred
// records without one at the beginning of a range would end it.
func prelude(column string) io.Reader {
	if column == "" {
		column = "text"
	}
	b, err := json.Marshal(map[string]string{column: "."})
	if err != nil {
		panic(err) // strings
	}
	return bytes.NewReader(append(b, '\n'))
}

// moved is source with its line moved by shift.
func moved(source, name string, shift int) string {
	line, record, _ := strings.Cut(source[min(len(name)+1, len(source)):], "#") // of several on the line
	if n, err := strconv.Atoi(line); err == nil {
		return strings.TrimSuffix(name+":"+strconv.Itoa(n+shift)+"#"+record, "#")
	}
	return source
}

// watch remembers the error of a reader, which corpus would take for one of the
// file: a broken connection is no reason to drop a file.
type watch struct {
	io.Reader
	err error
}

func (w *watch) Read(p []byte) (int, error) {
	n, err := w.Reader.Read(p)
	if err != nil && err != io.EOF {
		w.err = err
	}
	return n, err
}

// explain gives an error of the stream its kind: see postings.
func (w *watch) explain(name string, err error) error {
	var line *corpus.LineError
	switch {
	case err == nil:
		return nil
	case w.err != nil:
		return fmt.Errorf("reading %q: %w", name, w.err)
	case errors.As(err, &line):
		return err
	}
	if cause := errors.Unwrap(err); cause != nil {
		err = cause // without the name, which LineError adds
	}
	return &corpus.LineError{File: name, Err: err}
}
