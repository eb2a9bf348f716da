package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
)

// lines is how many lines end in a range of a file. From these a worker that
// begins in the middle of a file knows the number of its first line.
type lines struct {
	File         string
	Start, Lines int64
}

// countFn counts the lines of the units that are ranges.
type countFn struct{}

func (*countFn) ProcessElement(ctx context.Context, u unit, emit func(lines)) error {
	if u.End == 0 {
		return nil
	}
	r, err := open(ctx, u.Files[0], u.Start)
	if err != nil {
		return err
	}
	defer r.Close()
	n, err := countLines(io.LimitReader(r, u.End-u.Start))
	if err != nil {
		return fmt.Errorf("counting the lines of %q: %w", u.Files[0], err)
	}
	emit(lines{u.Files[0], u.Start, n})
	return nil
}

func countLines(r io.Reader) (n int64, err error) {
	buf := make([]byte, 256<<10)
	for {
		k, err := r.Read(buf)
		n += int64(bytes.Count(buf[:k], []byte{'\n'}))
		if err == io.EOF {
			return n, nil
		}
		if err != nil {
			return n, err
		}
	}
}

// open opens a file at a byte; where that is not 0, splittable has seen it.
func open(ctx context.Context, name string, start int64) (*opened, error) {
	fs, err := filesystem.New(ctx, name)
	if err != nil {
		return nil, err
	}
	r, err := fs.OpenRead(ctx, name)
	if err == nil && start > 0 {
		if s, ok := r.(io.Seeker); !ok {
			err = errors.New("it cannot be entered in the middle here")
		} else {
			_, err = s.Seek(start, io.SeekStart)
		}
		if err != nil {
			r.Close()
		}
	}
	if err != nil {
		fs.Close()
		return nil, fmt.Errorf("reading %q: %w", name, err)
	}
	return &opened{r, fs}, nil
}

// opened closes its filesystem too, which may hold connections.
type opened struct {
	io.ReadCloser
	fs filesystem.Interface
}

func (o *opened) Close() error { return errors.Join(o.ReadCloser.Close(), o.fs.Close()) }

// lineRange reads the lines that begin in a range of a file, the last one to its
// end beyond the range.
type lineRange struct {
	r       *bufio.Reader
	left    int64 // bytes to the end of the range
	last    byte  // the last byte read
	skipped bool  // a line that began before the range was left out
}

// newLineRange takes r at the byte before a range of size bytes, or at the
// beginning of the file where there is none.
func newLineRange(r io.Reader, first bool, size int64) (*lineRange, error) {
	l := &lineRange{r: bufio.NewReaderSize(r, 64<<10), left: size, last: '\n'}
	if first {
		return l, nil
	}
	l.left++ // the byte before
	for {
		b, err := l.r.ReadSlice('\n')
		l.left -= int64(len(b))
		switch {
		case err == bufio.ErrBufferFull:
		case err == io.EOF:
			l.left = 0
			return l, nil
		case err != nil:
			return nil, err
		default:
			l.skipped = l.left < size
			return l, nil
		}
	}
}

func (l *lineRange) Read(p []byte) (n int, err error) {
	switch {
	case len(p) == 0:
		return 0, nil
	case l.left > 0:
		n, err = l.r.Read(p[:min(int64(len(p)), l.left)])
		l.left -= int64(n)
	case l.last == '\n':
		return 0, io.EOF
	default:
		// On to the line's end, which is one byte or a buffer away.
		b, failed := l.r.Peek(min(len(p), max(l.r.Buffered(), 1)))
		if i := bytes.IndexByte(b, '\n'); i >= 0 {
			b = b[:i+1]
		}
		if n = copy(p, b); n == 0 {
			return 0, failed
		}
		l.r.Discard(n)
	}
	if n > 0 {
		l.last = p[n-1]
	}
	return n, err
}
