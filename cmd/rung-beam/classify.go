package main

import (
	"bufio"
	"bytes"
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"strconv"
	"unicode/utf8"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"

	"rung/classify"
	"rung/corpus"
	"rung/report"
)

// shard is what a unit became: files that wait for their names.
type shard struct {
	N, Of int
	Mark  string // of the attempt that wrote them
	Bad   bool   // there are records that could not be read
}

// classifyFn reads a unit, classifies its postings and writes their rows.
type classifyFn struct {
	Job        Job
	classifier *classify.Classifier
	format     report.Format
}

func (f *classifyFn) Setup() error {
	c, err := f.Job.classifier()
	if err != nil {
		return err
	}
	f.classifier = c
	f.format = report.JSONL(report.RowOptions{Text: f.Job.WithText, Levels: c.Model().Levels})
	return nil
}

func (f *classifyFn) ProcessElement(ctx context.Context, u unit, counts func(*lines) bool, emit func(shard), emitTally func(report.Tally)) (err error) {
	before := int64(0) // lines that end before the range
	if u.Start > 0 {
		var n lines
		for counts(&n) {
			if n.File == u.Files[0] && n.Start < u.Start {
				before += n.Lines
			}
		}
	}
	s := shard{N: u.N, Of: u.Of, Mark: rand.Text()[:12]}
	rows := &sink{name: hidden(f.Job.shard("", u.N, u.Of), s.Mark)}
	bad := &sink{name: hidden(f.Job.shard("-bad", u.N, u.Of), s.Mark)}
	defer func() {
		if err != nil {
			rows.abort(ctx)
			bad.abort(ctx)
		}
	}()
	if err := rows.open(ctx); err != nil {
		return err
	}
	var tally report.Tally
	var row []byte
	for p, failed := range postings(ctx, f.Job.options(), u, before) {
		if failed != nil {
			var line *corpus.LineError
			if !errors.As(failed, &line) {
				return failed // of the filesystem, which may answer when asked again
			}
			s.Bad = true
			tally.Skip(1)
			if err := bad.open(ctx); err != nil {
				return err
			}
			if err := bad.write(deadLetter(line)); err != nil {
				return err
			}
			continue
		}
		v := f.classifier.ClassifyTop(p, f.Job.Explain)
		abstain(&v, f.Job.Least)
		tally.Add(&v)
		row = f.format.Row(row[:0], p, &v)
		if err := rows.write(row); err != nil {
			return err
		}
	}
	if err := errors.Join(rows.close(), bad.close()); err != nil {
		return err
	}
	emit(s)
	emitTally(tally)
	return nil
}

// abstain makes a verdict unsure whose level is less probable than least, as
// rung classify --min-probability does.
func abstain(v *classify.Verdict, least float64) {
	p := v.Probability
	if v.Level == classify.Director {
		p = 1 - p
	}
	if (v.Level == classify.VP || v.Level == classify.Director) && p < least {
		v.Level, v.Agreement = classify.Unsure, classify.Unclear
	}
}

// postings reads a unit. An error that is no *corpus.LineError is the
// filesystem's.
func postings(ctx context.Context, opt corpus.Options, u unit, before int64) iter.Seq2[corpus.Posting, error] {
	return func(yield func(corpus.Posting, error) bool) {
		for _, name := range u.Files {
			if !postingsOf(ctx, opt, name, u, before, yield) {
				return
			}
		}
	}
}

func postingsOf(ctx context.Context, opt corpus.Options, name string, u unit, before int64, yield func(corpus.Posting, error) bool) bool {
	fs, r, err := openAt(ctx, name, max(u.Start-1, 0))
	if err != nil {
		return yield(corpus.Posting{}, err)
	}
	defer fs.Close()
	defer r.Close()
	watched := &watch{Reader: r}
	var in io.Reader = watched
	shift := 0
	if u.End > 0 {
		part, err := newLineRange(watched, u.Start == 0, u.End-u.Start)
		if err != nil {
			return yield(corpus.Posting{}, fmt.Errorf("reading %q: %w", name, err))
		}
		in, opt.Format = part, corpus.JSONL
		if u.Start > 0 {
			in = io.MultiReader(prelude(opt.TextColumn), part)
			shift = int(before) - 1
			if part.skipped {
				shift++
			}
		}
	}
	first := u.Start > 0
	for p, err := range opt.Read(in, name) {
		var line *corpus.LineError
		switch {
		case watched.err != nil && err != nil:
			err = fmt.Errorf("reading %q: %w", name, watched.err)
		case err == nil && first:
			first = false // the prelude's
			continue
		case err == nil && shift != 0:
			p.Source = moved(p.Source, name, shift)
		case errors.As(err, &line):
			if line.Line > 0 {
				line.Line += shift
			}
		case err != nil:
			if cause := errors.Unwrap(err); cause != nil {
				err = cause // without the name, which LineError adds
			}
			err = &corpus.LineError{File: name, Err: err}
		}
		if !yield(p, err) {
			return false
		}
	}
	return true
}

// prelude is a record that goes before a range. It tells corpus that the file
// is JSON Lines with a text, which the first range has shown: otherwise a
// hundred records without one at the beginning of a range would end it.
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
	if n, err := strconv.Atoi(source[min(len(name)+1, len(source)):]); err == nil {
		return name + ":" + strconv.Itoa(n+shift)
	}
	return source
}

// watch remembers the error of a reader, which corpus would take for one of the
// file: the network's is no reason to drop a file.
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

// record is one line of the files of bad records, as rung classify --quarantine
// writes it.
type record struct {
	Source string `json:"source"`                  // file:line
	Reason string `json:"reason"`                  //
	Record string `json:"record,omitempty"`        // as it stood
	Bytes  []byte `json:"record_base64,omitempty"` // instead, where the record is not UTF-8
}

func deadLetter(line *corpus.LineError) []byte {
	r := record{Source: line.File, Reason: line.Err.Error()}
	if line.Line > 0 {
		r.Source += ":" + strconv.Itoa(line.Line)
	}
	if utf8.Valid(line.Raw) {
		r.Record = string(line.Raw)
	} else {
		r.Bytes = line.Raw
	}
	b, err := json.Marshal(r)
	if err != nil {
		panic(err) // strings
	}
	return append(b, '\n')
}

// sink is a file that is written under a hidden name.
type sink struct {
	name string
	fs   filesystem.Interface
	file io.WriteCloser
	buf  *bufio.Writer
}

// open creates the file, the first time.
func (s *sink) open(ctx context.Context) error {
	if s.file != nil {
		return nil
	}
	fs, err := filesystem.New(ctx, s.name)
	if err != nil {
		return err
	}
	w, err := fs.OpenWrite(ctx, s.name)
	if err != nil {
		fs.Close()
		return fmt.Errorf("writing %q: %w", s.name, err)
	}
	s.fs, s.file, s.buf = fs, w, bufio.NewWriterSize(w, 1<<20)
	return nil
}

func (s *sink) write(b []byte) error {
	if _, err := s.buf.Write(b); err != nil {
		return fmt.Errorf("writing %q: %w", s.name, err)
	}
	return nil
}

// close finishes the file, if open was called.
func (s *sink) close() error {
	if s.file == nil {
		return nil
	}
	err := errors.Join(s.buf.Flush(), s.file.Close(), s.fs.Close())
	s.file = nil
	if err != nil {
		return fmt.Errorf("writing %q: %w", s.name, err)
	}
	return nil
}

// abort removes the file, as far as the filesystem lets it.
func (s *sink) abort(ctx context.Context) {
	if s.fs == nil {
		return
	}
	if s.file != nil {
		s.file.Close()
		s.fs.Close()
	}
	if fs, err := filesystem.New(ctx, s.name); err == nil {
		if r, ok := fs.(filesystem.Remover); ok {
			r.Remove(ctx, s.name)
		}
		fs.Close()
	}
}
