// Package inputs reads postings from whatever a person names: files of every
// format, folders, patterns, standard input, web addresses, the database of a
// crawl and web archives. It looks at what lies there once, counts what came of
// it and takes its checksum. It asks no site itself: whoever may hands it a Fetch.
package inputs

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"time"

	"rung/corpus"
	"rung/corpus/read"
)

// Source is one input, and what was seen of it.
type Source struct {
	Name     string    // of a file, an address, or "-"
	Bytes    int64     // of a regular file, as it lay there before it was read; else 0
	Modified time.Time // of a regular file; else zero

	Postings, Skipped int    // that the last reading gave
	SHA256            string // of the file, in hexadecimal digits; "" where it was not read whole

	given iter.Seq2[corpus.Posting, error] // what there is instead of a file
}

// Set are the inputs of a run, in order.
type Set struct {
	Options read.Options
	Stdin   io.Reader                                                           // what "-" names
	Fetch   func(ctx context.Context, address string) ([]corpus.Posting, error) // asks the web; nil: addresses are not read
	Sum     bool                                                                // take the SHA-256 of every file
	Names   []string                                                            // as they were given to New
	Sources []*Source                                                           // the files of folders one by one, each once

	done atomic.Int64
}

// New lists what the names stand for; it reads nothing yet. Names are as Find
// gives them.
func New(opt read.Options, names ...string) *Set {
	s := &Set{Options: opt.SayOnce(), Stdin: strings.NewReader(""), Names: names}
	seen := map[string]bool{}
	for _, name := range names {
		for _, file := range Below(name) {
			clean := filepath.Clean(file)
			if IsAddress(file) {
				clean = file
			}
			if seen[clean] {
				continue
			}
			seen[clean] = true
			src := &Source{Name: file}
			if info, err := os.Stat(file); err == nil && info.Mode().IsRegular() {
				src.Bytes, src.Modified = info.Size(), info.ModTime().UTC()
			}
			s.Sources = append(s.Sources, src)
		}
	}
	return s
}

// Given is a set of postings that the program has already, under a name for
// messages.
func Given(name string, postings iter.Seq2[corpus.Posting, error]) *Set {
	return &Set{Names: []string{name}, Sources: []*Source{{Name: name, given: postings}}}
}

// Find returns the files and folders that an argument names: itself, or what it
// matches as a pattern. The error wraps fs.ErrNotExist, or tells why what is there
// cannot be looked at.
func Find(arg string) ([]string, error) {
	if arg == "-" || IsAddress(arg) {
		return []string{arg}, nil
	}
	_, err := os.Stat(arg)
	if err == nil {
		return []string{arg}, nil
	}
	if names, bad := filepath.Glob(arg); bad == nil && len(names) > 0 {
		return names, nil
	}
	return nil, err
}

// IsAddress reports whether an argument is a web address.
func IsAddress(arg string) bool {
	return strings.HasPrefix(arg, "http://") || strings.HasPrefix(arg, "https://")
}

// Below lists the files of a folder and of all below it. What cannot be listed,
// or is no folder, is given back: reading it tells why.
func Below(name string) []string {
	if info, err := os.Stat(name); err != nil || !info.IsDir() {
		return []string{name}
	}
	var files []string
	for path, err := range read.Expand(name) {
		if err != nil {
			return []string{name}
		}
		files = append(files, path)
	}
	return files
}

// Bytes is the size of all inputs, 0 where that of one is not known.
func (s *Set) Bytes() (n int64) {
	for _, src := range s.Sources {
		if src.Modified.IsZero() {
			return 0
		}
		n += src.Bytes
	}
	return n
}

// Done is how many bytes of the inputs were read; it may be asked at any time.
func (s *Set) Done() int64 { return s.done.Load() }

// Postings reads the inputs in order. Every error in the stream is a
// *corpus.LineError, and the stream goes on after it.
func (s *Set) Postings(ctx context.Context) iter.Seq2[corpus.Posting, error] {
	return func(yield func(corpus.Posting, error) bool) {
		s.done.Store(0)
		for _, src := range s.Sources {
			src.Postings, src.Skipped, src.SHA256 = 0, 0, ""
			before := s.done.Load()
			for p, err := range s.one(ctx, src) {
				if err != nil {
					src.Skipped += corpus.Records(err)
				} else {
					src.Postings++
					p.Row = src.Postings + src.Skipped
				}
				if !yield(p, err) {
					return
				}
			}
			s.sumUp(src)
			if !src.Modified.IsZero() {
				s.done.Store(before + src.Bytes)
			}
		}
	}
}

// Limit gives n postings at most, and the errors before the last; 0 gives all.
func Limit(in iter.Seq2[corpus.Posting, error], n int) iter.Seq2[corpus.Posting, error] {
	if n == 0 {
		return in
	}
	return func(yield func(corpus.Posting, error) bool) {
		given := 0
		for p, err := range in {
			if err == nil {
				given++
			}
			if !yield(p, err) || given == n {
				return
			}
		}
	}
}

// Cause is the reason of a file error without the name, where that is told
// already.
func Cause(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	var link *os.LinkError
	if errors.As(err, &link) {
		return link.Err
	}
	return err
}
