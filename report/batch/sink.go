package batch

import (
	"io"
	"rung/report/row"
)

// sink takes the rows of a batch in their order.
type sink interface {
	// write takes the rows of the postings [from, to) of a chunk.
	write(r *Rows, from, to int) error
	// mark tells that everything up to p was written: from here a run can go on.
	mark(p Position) error
	// finish completes what lies on the disk; commit makes it appear.
	finish(p Position) error
	commit() error
	// abort ends a run that did not get so far: what could be resumed is kept if
	// keep is set, else no trace is left. After commit it does nothing.
	abort(keep bool)
}

// Layout is how rows of text make a file.
type Layout struct {
	Head, Between, Foot []byte
}

// put writes rows with what belongs between two. It reports whether any row was
// written by now.
func (l *Layout) put(w io.Writer, r *Rows, from, to int, begun bool) (bool, error) {
	if len(l.Between) == 0 {
		_, err := w.Write(r.text(from, to))
		return true, err
	}
	for i := from; i < to; i++ {
		row := r.text(i, i+1)
		if len(row) == 0 {
			continue
		}
		if begun {
			if _, err := w.Write(l.Between); err != nil {
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
	*File
	Layout
	to    io.Writer    // output, or a table on it
	close func() error // of the table
	begun bool
}

func newStreamSink(out *File, l Layout) (*streamSink, error) {
	s := &streamSink{File: out, Layout: l, to: out, close: func() error { return nil }}
	if len(l.Head) == 0 {
		return s, nil
	}
	_, err := out.Write(l.Head)
	return s, err
}

func (s *streamSink) write(r *Rows, from, to int) (err error) {
	s.begun, err = s.put(s.to, r, from, to, s.begun)
	return err
}

func (s *streamSink) mark(Position) error { return nil }

func (s *streamSink) finish(Position) error {
	if err := s.close(); err != nil {
		return err
	}
	_, err := s.File.Write(s.Foot)
	return err
}

func (s *streamSink) commit() error { return s.Commit() }

func (s *streamSink) abort(bool) { s.Abort() }

// recordSink writes records to one file, whole or not at all.
type recordSink struct {
	*File
	records row.RecordWriter
}

func (s *recordSink) write(r *Rows, from, to int) error {
	start, end := r.span(from, to)
	return s.records.Write(r.Records[start:end])
}

func (s *recordSink) mark(Position) error { return nil }

func (s *recordSink) finish(Position) error {
	err := s.records.Close()
	s.records = nil
	return err
}

func (s *recordSink) commit() error { return s.Commit() }

// abort closes the records too, for what they keep elsewhere; what they write at
// their end would look like a whole file.
func (s *recordSink) abort(bool) {
	if s.records != nil {
		s.Writer = io.Discard
		s.records.Close()
		s.records = nil
	}
	s.Abort()
}
