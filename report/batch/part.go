package batch

import (
	"bytes"
	"cmp"
	"os"
	"time"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// partSink writes text to a part file beside its place, with a journal of how
// far it surely came, so that a run that died goes on there.
type partSink struct {
	*journal
	Layout
	file   *os.File
	path   string                              // where commit moves it
	bytes  int64                               // in the file
	sum    uint32                              // CRC-32C of them
	begun  bool                                // a row was written
	pack   func(dst *bytes.Buffer, src []byte) // nil: not compressed
	plain  bytes.Buffer                        // not packed yet
	packed bytes.Buffer

	marked Position // where the run can go on
	synced time.Time
	sync   chan error // holds the answer of the sync under way
}

// memberPostings is how many postings share one member of a compressed file.
// Members are cut at multiples of it, so that a resumed run writes the same bytes.
const memberPostings = 1024

// packer returns what compresses a file by its extension, or nil. Every member
// is a whole file of its kind, and readers take several as one.
func packer(extension string) func(dst *bytes.Buffer, src []byte) {
	switch extension {
	case ".gz":
		w := gzip.NewWriter(nil)
		return func(dst *bytes.Buffer, src []byte) {
			w.Reset(dst)
			w.Write(src) // memory does not fail
			w.Close()
		}
	case ".zst":
		w, err := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1), zstd.WithWindowSize(1<<20))
		if err != nil {
			panic(err) // of options that are constant
		}
		return func(dst *bytes.Buffer, src []byte) { dst.Write(w.EncodeAll(src, dst.AvailableBuffer())) }
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

func (s *partSink) write(r *Rows, from, to int) (err error) {
	s.begun, err = s.put(s, r, from, to, s.begun)
	return err
}

// member closes the member of a compressed file that was begun.
func (s *partSink) member() error {
	if s.plain.Len() == 0 {
		return nil
	}
	s.packed.Reset()
	s.pack(&s.packed, s.plain.Bytes())
	s.plain.Reset()
	return s.out(s.packed.Bytes())
}

func (s *partSink) mark(p Position) error {
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
	go func(rows, journal *os.File) { done <- cmp.Or(rows.Sync(), journal.Sync()) }(s.file, s.journal.file)
	return nil
}

func (s *partSink) finish(p Position) error {
	if _, err := s.Write(s.Foot); err != nil {
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
	err := cmp.Or(s.file.Close(), os.Rename(name, s.path))
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
