package main

import (
	"io"
	"os"
	"rung/report/row"
	"time"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// sink takes the rows of a batch in their order.
type sink interface {
	// write takes the rows of the postings [from, to) of a chunk.
	write(c *chunk, from, to int) error
	// mark tells that everything up to p was written: from here a run can go on.
	mark(p position) error
	// finish completes what lies on the disk; commit makes it appear.
	finish(p position) error
	commit() error
	// abort ends a run that did not get so far: what could be resumed is kept if
	// keep is set, else no trace is left. After commit it does nothing.
	abort(keep bool)
}

// layout is how rows of text make a file.
type layout struct {
	head, between, foot []byte
}

// put writes rows with what belongs between two. It reports whether any row was
// written by now.
func (l *layout) put(w io.Writer, c *chunk, from, to int, begun bool) (bool, error) {
	if len(l.between) == 0 {
		_, err := w.Write(c.rows(from, to))
		return true, err
	}
	for i := from; i < to; i++ {
		row := c.rows(i, i+1)
		if len(row) == 0 {
			continue
		}
		if begun {
			if _, err := w.Write(l.between); err != nil {
				return begun, err
			}
		}
		begun = true
		if _, err := w.Write(row); err != nil {
			return begun, err
		}
	}
	return begun, nil
}

// streamSink writes text to stdout, a device or, as a table, a file: whole or
// not at all.
type streamSink struct {
	*output
	layout
	to    io.Writer    // output, or a table on it
	close func() error // of the table
	begun bool
}

func newStreamSink(out *output, l layout) (*streamSink, error) {
	s := &streamSink{output: out, layout: l, to: out, close: func() error { return nil }}
	if len(l.head) == 0 {
		return s, nil
	}
	_, err := out.Write(l.head)
	return s, err
}

func (s *streamSink) write(c *chunk, from, to int) (err error) {
	s.begun, err = s.put(s.to, c, from, to, s.begun)
	return err
}

func (s *streamSink) mark(position) error { return nil }

func (s *streamSink) finish(position) error {
	if err := s.close(); err != nil {
		return err
	}
	_, err := s.output.Write(s.foot)
	return err
}

func (s *streamSink) abort(bool) { s.output.abort() }

// recordSink writes records to one file, whole or not at all.
type recordSink struct {
	*output
	records row.RecordWriter
}

func (s *recordSink) write(c *chunk, from, to int) error {
	start, end := c.span(from, to)
	return s.records.Write(c.records[start:end])
}

func (s *recordSink) mark(position) error { return nil }

func (s *recordSink) finish(position) error {
	err := s.records.Close()
	s.records = nil
	return err
}

// abort closes the records too, for what they keep elsewhere; what they write at
// their end would look like a whole file.
func (s *recordSink) abort(bool) {
	if s.records != nil {
		s.Writer = io.Discard
		s.records.Close()
		s.records = nil
	}
	s.output.abort()
}

// partSink writes text to a part file beside its place, with a journal of how
// far it surely came, so that a run that died goes on there.
type partSink struct {
	*journal
	layout
	file   *os.File
	path   string                       // where commit moves it
	bytes  int64                        // in the file
	sum    uint32                       // CRC-32C of them
	begun  bool                         // a row was written
	pack   func(dst, src []byte) []byte // nil: not compressed
	plain  buffer                       // not packed yet
	packed []byte

	marked position // where the run can go on
	synced time.Time
	sync   chan error // holds the answer of the sync under way
}

// buffer is an io.Writer that only appends.
type buffer []byte

func (b *buffer) Write(p []byte) (int, error) {
	*b = append(*b, p...)
	return len(p), nil
}

// memberPostings is how many postings share one member of a compressed file.
// Members are cut at multiples of it, so that a resumed run writes the same bytes.
const memberPostings = 1024

// packer returns what compresses a file by its extension, or nil. Every member
// is a whole file of its kind, and readers take several as one.
func packer(extension string) func(dst, src []byte) []byte {
	switch extension {
	case ".gz":
		var w *gzip.Writer
		return func(dst, src []byte) []byte {
			out := buffer(dst)
			if w == nil {
				w = gzip.NewWriter(&out)
			} else {
				w.Reset(&out)
			}
			w.Write(src) // memory does not fail
			w.Close()
			return out
		}
	case ".zst":
		w, err := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1), zstd.WithWindowSize(1<<20))
		if err != nil {
			panic(err) // of options that are constant
		}
		return func(dst, src []byte) []byte { return w.EncodeAll(src, dst) }
	}
	return nil
}

// fsyncEvery is what a power cut costs at most.
const fsyncEvery = 5 * time.Second

func (s *partSink) out(b []byte) error {
	n, err := s.file.Write(b)
	s.bytes += int64(n)
	s.sum = sum(s.sum, b[:n])
	return err
}

// Write takes rows on their way to the file.
func (s *partSink) Write(b []byte) (int, error) {
	if s.pack != nil {
		return s.plain.Write(b)
	}
	return len(b), s.out(b)
}

func (s *partSink) write(c *chunk, from, to int) (err error) {
	s.begun, err = s.put(s, c, from, to, s.begun)
	return err
}

// member closes the member of a compressed file that was begun.
func (s *partSink) member() error {
	if len(s.plain) == 0 {
		return nil
	}
	s.packed = s.pack(s.packed[:0], s.plain)
	s.plain = s.plain[:0]
	return s.out(s.packed)
}

func (s *partSink) mark(p position) error {
	if err := s.member(); err != nil {
		return err
	}
	p.Bytes, p.Sum = s.bytes, s.sum
	s.marked, s.safe = p, p.Postings
	if err := s.at(p, false); err != nil {
		return err
	}
	return s.syncNow()
}

// syncNow brings what was written to the disk from time to time, beside the work.
// Should the journal get there before the rows that it tells of, their sum will
// not fit.
func (s *partSink) syncNow() error {
	select {
	case err := <-s.sync:
		s.sync = nil
		if err != nil {
			return err
		}
	default:
	}
	if s.sync != nil || time.Since(s.synced) < fsyncEvery {
		return nil
	}
	s.synced = time.Now()
	done := make(chan error, 1)
	s.sync = done
	go func(rows, journal *os.File) { done <- firstError(rows.Sync(), journal.Sync()) }(s.file, s.journal.file)
	return nil
}

func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

func (s *partSink) finish(p position) error {
	if _, err := s.Write(s.foot); err != nil {
		return err
	}
	if err := s.member(); err != nil {
		return err
	}
	s.wait()
	return s.file.Sync()
}

// wait lets the sync under way end.
func (s *partSink) wait() {
	if s.sync != nil {
		<-s.sync
		s.sync = nil
	}
}

func (s *partSink) commit() error {
	name := s.file.Name()
	err := firstError(s.file.Close(), os.Rename(name, s.path))
	s.file = nil
	if err != nil {
		return err
	}
	return s.remove()
}

func (s *partSink) abort(keep bool) {
	if s.file == nil {
		return
	}
	s.wait()
	if keep && s.marked.Postings > 0 {
		s.at(s.marked, true) // else a little is done again
	}
	if !keep {
		os.Remove(s.file.Name())
		s.remove()
	}
	s.file.Close()
	s.file = nil
	s.journal.close()
}
