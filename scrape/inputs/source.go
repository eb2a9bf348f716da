package inputs

import (
	"bufio"
	"bytes"
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
	"rung/scrape/archive"
)

// one gives the postings of one input.
func (s *Set) one(ctx context.Context, src *Source) iter.Seq2[corpus.Posting, error] {
	info, err := os.Stat(src.Name)
	switch {
	case src.given != nil:
		return src.given
	case src.Name == "-":
		return s.plain(ctx, src)
	case IsAddress(src.Name):
		return s.address(ctx, src.Name)
	case err != nil || info.IsDir():
		return s.Options.Files(ctx, []string{src.Name}) // which tells why it cannot be read
	case info.Mode().IsRegular(): // of a pipe, a look at the first bytes would take them away
		switch f := Kind(s.Options.Format, src.Name); {
		case f == read.DB && s.Options.SQL != "":
			return queried(ctx, src.Name, s.Options)
		case s.Options.SQL != "":
			return failed(src.Name, errors.New("not a database, and only of these rows can be selected"))
		case f == read.DB:
			return database(src.Name)
		case f == read.WARC:
			return archived(ctx, src.Name, s.Options)
		case f >= read.Parquet: // read from its end, or as a whole
			return s.Options.Files(ctx, []string{src.Name})
		}
	}
	return s.plain(ctx, src)
}

// Kind is the format of a file by what was said of it or by its first bytes; Auto
// where it cannot be opened.
func Kind(said read.Format, name string) read.Format {
	if said != read.Auto {
		return said
	}
	f, err := read.Open(name)
	if err != nil {
		return read.Auto // told when it is read
	}
	defer f.Close()
	return kindOf(said, bufio.NewReader(f))
}

// kindOf is the format of what r gives, by what was said of it or by its first bytes.
func kindOf(said read.Format, r *bufio.Reader) read.Format {
	if said != read.Auto {
		return said
	}
	head, _ := r.Peek(64)
	return read.Detect("", head)
}

// failed is a stream of one error.
func failed(name string, err error) iter.Seq2[corpus.Posting, error] {
	return func(yield func(corpus.Posting, error) bool) {
		yield(corpus.Posting{}, &corpus.LineError{File: name, Err: err})
	}
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

// plain reads a file from its beginning to its end, or standard input.
func (s *Set) plain(ctx context.Context, src *Source) iter.Seq2[corpus.Posting, error] {
	return func(yield func(corpus.Posting, error) bool) {
		name, t := src.Name, &tap{Reader: s.Stdin, n: &s.done}
		if name == "-" {
			name = "stdin"
		} else {
			f, err := os.Open(name)
			if err != nil {
				yield(corpus.Posting{}, &corpus.LineError{File: name, Err: Cause(err)})
				return
			}
			defer f.Close()
			t.Reader = f
		}
		if s.Sum {
			t.sum = sha256.New()
		}
		for p, err := range Stream(ctx, t, name, s.Options) {
			if !yield(p, lineError(name, err)) {
				return
			}
		}
		if t.sum != nil {
			if _, err := io.Copy(io.Discard, t); err == nil { // what lies behind the last record
				src.SHA256, src.Bytes = hex.EncodeToString(t.sum.Sum(nil)), t.all
			}
		}
	}
}

// lineError makes an error about a whole file a *corpus.LineError.
func lineError(name string, err error) error {
	var line *corpus.LineError
	if err == nil || errors.As(err, &line) {
		return err
	}
	if cause := errors.Unwrap(err); cause != nil {
		err = cause // without the name, which LineError adds
	}
	return &corpus.LineError{File: name, Err: err}
}

// sumUp takes the checksum of a file that was not read from its beginning to its
// end. One that cannot be read any more has none.
func (s *Set) sumUp(src *Source) {
	if !s.Sum || src.SHA256 != "" || src.Modified.IsZero() {
		return
	}
	f, err := os.Open(src.Name)
	if err != nil {
		return
	}
	defer f.Close()
	h := sha256.New()
	if _, err = io.Copy(h, f); err == nil {
		src.SHA256 = hex.EncodeToString(h.Sum(nil))
	}
}

// Stream reads what cannot be looked at before it is read: a pipe, an upload, an
// object of a store. An error in the stream is a *corpus.LineError, after which it
// goes on, or the last.
func Stream(ctx context.Context, r io.Reader, name string, opt read.Options) iter.Seq2[corpus.Posting, error] {
	if opt.Format != read.Auto && opt.Format != read.WARC && opt.Format != read.DB {
		return opt.Read(ctx, r, name)
	}
	return func(yield func(corpus.Posting, error) bool) {
		r, err := read.Decompress(r)
		if err != nil {
			yield(corpus.Posting{}, err)
			return
		}
		br := bufio.NewReaderSize(r, 64<<10)
		switch kindOf(opt.Format, br) {
		case read.WARC:
			archive.Read(read.Until(ctx, br), name, opt.Verify, opt.Said)(yield)
		case read.DB:
			yield(corpus.Posting{}, &corpus.LineError{File: name, Err: errors.New("a database is not read from a stream: save it as a file, and name that")})
		default:
			opt.Read(ctx, br, name)(yield)
		}
	}
}

// Bytes reads a file that is in memory: what Stream reads, and formats that are
// read from their end without a copy.
func Bytes(ctx context.Context, b []byte, name string, opt read.Options) iter.Seq2[corpus.Posting, error] {
	f := opt.Format
	if r, err := read.Decompress(bytes.NewReader(b)); err == nil {
		f = kindOf(f, bufio.NewReader(r))
	}
	if f == read.WARC || f == read.DB {
		return Stream(ctx, bytes.NewReader(b), name, opt)
	}
	return opt.Read(ctx, bytes.NewReader(b), name)
}

// address asks the web for one page or board.
func (s *Set) address(ctx context.Context, address string) iter.Seq2[corpus.Posting, error] {
	if s.Fetch == nil {
		return failed(address, errors.New("web addresses are not read here"))
	}
	return func(yield func(corpus.Posting, error) bool) {
		postings, err := s.Fetch(ctx, address)
		if err != nil {
			yield(corpus.Posting{}, &corpus.LineError{File: address, Err: err})
			return
		}
		for _, p := range postings {
			if !yield(p, nil) {
				return
			}
		}
	}
}

// database reads the postings that a crawl kept, also those that are gone by
// now: what they say has not changed.
func database(name string) iter.Seq2[corpus.Posting, error] {
	return func(yield func(corpus.Posting, error) bool) {
		fail := func(err error) {
			why := strings.TrimPrefix(Cause(err).Error(), name+": ") // which LineError adds
			yield(corpus.Posting{}, &corpus.LineError{File: name, Err: errors.New(why)})
		}
		db, err := store.OpenReader(name)
		switch {
		case errors.Is(err, store.ErrNotOurs) && store.HoldsResults(name):
			fail(errors.New("the database holds verdicts and no postings: rung report reads these; others read what they were made of"))
			return
		case errors.Is(err, store.ErrNotOurs):
			if tables, none := store.Tables(name); none == nil {
				yield(corpus.Posting{}, &corpus.LineError{File: name, Err: &TablesError{tables}})
				return
			}
			fail(err)
			return
		case err != nil:
			fail(err)
			return
		}
		defer db.Close()
		for p, err := range db.Postings() {
			switch {
			case err != nil:
				fail(err)
				return
			case p.Posting.Text == "":
			case !yield(p.Posting, nil):
				return
			}
		}
	}
}

// TablesError says that a database is not one of postings, but of other tables.
type TablesError struct{ Tables []string }

func (e *TablesError) Error() string {
	if len(e.Tables) == 0 {
		return "the database is not one of postings; it holds no table"
	}
	list := strings.Join(e.Tables[:min(len(e.Tables), 20)], ", ")
	if len(e.Tables) > 20 {
		list += ", …"
	}
	return "the database is not one of postings; its tables are " + list
}

// queried reads the rows that a query selects from a database of whatever tables.
func queried(ctx context.Context, name string, opt read.Options) iter.Seq2[corpus.Posting, error] {
	return func(yield func(corpus.Posting, error) bool) {
		for p, err := range opt.Rows(ctx, store.Query(ctx, name, opt.SQL), name) {
			if !yield(p, lineError(name, err)) {
				return
			}
		}
	}
}

// archived reads the postings of the pages in a web archive.
func archived(ctx context.Context, name string, opt read.Options) iter.Seq2[corpus.Posting, error] {
	return func(yield func(corpus.Posting, error) bool) {
		f, err := read.Open(name)
		if err != nil {
			yield(corpus.Posting{}, &corpus.LineError{File: name, Err: Cause(err)})
			return
		}
		defer f.Close()
		archive.Read(read.Until(ctx, f), name, opt.Verify, opt.Said)(yield)
	}
}
