package main

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"hash"
	"io"
	"iter"
	"os"
	"strings"
	"sync/atomic"

	"rung/corpus"
	"rung/corpus/read"
	"rung/corpus/store"
	"rung/scrape"
)

// source is one input, and what was seen of it.
type source struct {
	inputState
	postings, bad int    // given
	sha256        string // of the file, in hexadecimal digits; "" where it was not read whole
}

// sources are all inputs of a run, in order.
type sources struct {
	opt   read.Options
	stdin io.Reader
	ctx   context.Context
	list  []*source
	sums  bool         // take the SHA-256 of every file
	read  atomic.Int64 // bytes
}

// bytes is the size of all, or 0 where it is not known of one.
func (s *sources) bytes() (n int64) {
	for _, src := range s.list {
		if src.Modified.IsZero() {
			return 0
		}
		n += src.Bytes
	}
	return n
}

// states are the inputs as they lay there before the run.
func (s *sources) states() []inputState {
	states := make([]inputState, len(s.list))
	for i, src := range s.list {
		states[i] = src.inputState
	}
	return states
}

// postings reads the inputs in order. Every error in the stream is a
// *corpus.LineError, and the stream goes on after it.
func (s *sources) postings() iter.Seq2[corpus.Posting, error] {
	return func(yield func(corpus.Posting, error) bool) {
		s.read.Store(0)
		for _, src := range s.list {
			src.postings, src.bad, src.sha256 = 0, 0, ""
			before := s.read.Load()
			if !s.each(src, func(p corpus.Posting, err error) bool {
				if err != nil {
					src.bad++
				} else {
					src.postings++
				}
				return yield(p, worded(err))
			}) {
				return
			}
			if !src.Modified.IsZero() {
				s.read.Store(before + src.Bytes)
			}
		}
	}
}

// each gives the postings of one input; false means that no more are wanted.
func (s *sources) each(src *source, yield func(corpus.Posting, error) bool) bool {
	some := s.plain
	info, err := os.Stat(src.Name)
	switch {
	case src.Name == "-":
	case isAddress(src.Name):
		some = s.address
	case err != nil || info.IsDir():
		some = s.file // which tells why it cannot be read
	case info.Mode().IsRegular(): // of a pipe, a look at the first bytes would take them away
		switch f := kind(s.opt.Format, src.Name); {
		case f == read.DB:
			some = s.database
		case f == read.WARC:
			some = s.archive
		case f >= read.Parquet:
			some = s.file
		}
	}
	if !some(src, yield) {
		return false
	}
	if s.sums && src.sha256 == "" && !src.Modified.IsZero() {
		if f, err := os.Open(src.Name); err == nil {
			h := sha256.New()
			if _, err := io.Copy(h, f); err == nil {
				src.sha256 = hex.EncodeToString(h.Sum(nil))
			}
			f.Close()
		}
	}
	return true
}

// kind is the format of a file by what was said of it or by its first bytes.
func kind(said read.Format, name string) read.Format {
	if said != read.Auto {
		return said
	}
	f, err := read.Open(name)
	if err != nil {
		return read.Auto // told when it is read
	}
	defer f.Close()
	head, _ := bufio.NewReader(f).Peek(64)
	return read.Detect("", head)
}

// tap counts what is read through it, and sums it up.
type tap struct {
	io.Reader
	n   *atomic.Int64
	all int64
	sum hash.Hash // may be nil
}

func (t *tap) Read(b []byte) (int, error) {
	n, err := t.Reader.Read(b)
	t.n.Add(int64(n))
	t.all += int64(n)
	if t.sum != nil {
		t.sum.Write(b[:n])
	}
	return n, err
}

// plain reads a file from its beginning to its end, or stdin.
func (s *sources) plain(src *source, yield func(corpus.Posting, error) bool) bool {
	name, t := src.Name, &tap{Reader: s.stdin, n: &s.read}
	if name == "-" {
		name = "stdin"
	} else {
		f, err := os.Open(name)
		if err != nil {
			return yield(corpus.Posting{}, &corpus.LineError{File: name, Err: cause(err)})
		}
		defer f.Close()
		t.Reader = f
	}
	if s.sums {
		t.sum = sha256.New()
	}
	for p, err := range s.stream(t, name) {
		var line *corpus.LineError
		if err != nil && !errors.As(err, &line) {
			if cause := errors.Unwrap(err); cause != nil {
				err = cause // without the name, which LineError adds
			}
			err = &corpus.LineError{File: name, Err: err}
		}
		if !yield(p, err) {
			return false
		}
	}
	if t.sum != nil {
		if _, err := io.Copy(io.Discard, t); err == nil { // what lies behind the last record
			src.sha256, src.Bytes = hex.EncodeToString(t.sum.Sum(nil)), t.all
		}
	}
	return true
}

// stream reads what cannot be looked at before it is read.
func (s *sources) stream(r io.Reader, name string) iter.Seq2[corpus.Posting, error] {
	if s.opt.Format != read.Auto && s.opt.Format != read.WARC && s.opt.Format != read.DB {
		return s.opt.Read(r, name)
	}
	return func(yield func(corpus.Posting, error) bool) {
		r, err := read.Decompress(r)
		if err != nil {
			yield(corpus.Posting{}, err)
			return
		}
		br := bufio.NewReaderSize(r, 64<<10)
		head, _ := br.Peek(64)
		f := s.opt.Format
		if f == read.Auto {
			f = read.Detect("", head)
		}
		switch f {
		case read.WARC:
			scrape.ReadWARC(br, name)(yield)
		case read.DB:
			yield(corpus.Posting{}, &corpus.LineError{File: name, Err: errors.New("a database is not read from a stream: save it as a file, and name that")})
		default:
			s.opt.Read(br, name)(yield)
		}
	}
}

// address asks the web for one page or board.
func (s *sources) address(src *source, yield func(corpus.Posting, error) bool) bool {
	postings, err := scrape.Fetch(s.ctx, src.Name, scrape.FetchOptions{})
	if err != nil {
		var failed *scrape.FetchError
		if errors.As(err, &failed) {
			err = errors.New(failed.Why + "; " + failed.Fix)
		}
		return yield(corpus.Posting{}, &corpus.LineError{File: src.Name, Err: err})
	}
	for _, p := range postings {
		if !yield(p, nil) {
			return false
		}
	}
	return true
}

// file reads a file of a format that is not read from its beginning to its end.
func (s *sources) file(src *source, yield func(corpus.Posting, error) bool) bool {
	for p, err := range s.opt.Files([]string{src.Name}) {
		if !yield(p, err) {
			return false
		}
	}
	return true
}

// database reads the postings that a crawl kept, also those that are gone by
// now: what they say has not changed.
func (s *sources) database(src *source, yield func(corpus.Posting, error) bool) bool {
	failed := func(err error) bool {
		why := strings.TrimPrefix(cause(err).Error(), src.Name+": ") // which LineError adds
		return yield(corpus.Posting{}, &corpus.LineError{File: src.Name, Err: errors.New(why)})
	}
	db, err := store.OpenReader(src.Name)
	switch {
	case errors.Is(err, store.ErrNotOurs) && holdsVerdicts(src.Name):
		return failed(errors.New("the database holds verdicts and no postings: rung report reads these; others read what they were made of"))
	case err != nil:
		return failed(err)
	}
	defer db.Close()
	for p, err := range db.Postings() {
		switch {
		case err != nil:
			return failed(err)
		case p.Posting.Text == "":
		case !yield(p.Posting, nil):
			return false
		}
	}
	return true
}

// archive reads the postings of the pages in a web archive.
func (s *sources) archive(src *source, yield func(corpus.Posting, error) bool) bool {
	f, err := read.Open(src.Name)
	if err != nil {
		return yield(corpus.Posting{}, &corpus.LineError{File: src.Name, Err: cause(err)})
	}
	defer f.Close()
	for p, err := range scrape.ReadWARC(f, src.Name) {
		if !yield(p, err) {
			return false
		}
	}
	return true
}
