package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
)

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
