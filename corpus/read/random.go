package read

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
)

// maxSpool is how much of an input that can only be read forwards is kept in a
// temporary file, for formats that are read from their end.
const maxSpool = 4 << 30

// randomAccess returns r as something that can be read at any place, with its size, or
// nil. That is so of an uncompressed file, or bytes in memory, of which nothing has
// been read yet.
func randomAccess(r io.Reader) (io.ReaderAt, int64) {
	switch r := r.(type) {
	case *opened:
		if _, plain := r.Reader.(*bufio.Reader); plain && r.file != os.Stdin {
			if info, err := r.file.Stat(); err == nil && info.Mode().IsRegular() {
				return r.file, info.Size()
			}
		}
	case interface {
		io.ReaderAt
		Len() int
		Size() int64
	}: // of package bytes or strings
		if r.Size() == int64(r.Len()) {
			return r, r.Size()
		}
	}
	return nil, 0
}

// Until reads from r until ctx ends, and then fails with its error.
func Until(ctx context.Context, r io.Reader) io.Reader { return until{ctx, r} }

type until struct {
	ctx context.Context
	io.Reader
}

func (u until) Read(b []byte) (int, error) {
	if err := u.ctx.Err(); err != nil {
		return 0, err
	}
	return u.Reader.Read(b)
}

// untilAt is Until for what is read at any place.
type untilAt struct {
	ctx context.Context
	io.ReaderAt
}

func (u untilAt) ReadAt(b []byte, at int64) (int, error) {
	if err := u.ctx.Err(); err != nil {
		return 0, err
	}
	return u.ReaderAt.ReadAt(b, at)
}

// spool writes r to a temporary file; done removes it.
func (s *stream) spool(r io.Reader) (at io.ReaderAt, size int64, done func(), err error) {
	if s.o.NoFiles {
		return nil, 0, nil, errors.New("a file of this kind is read from its end: save it uncompressed")
	}
	f, err := os.CreateTemp("", "rung-*")
	if err != nil {
		return nil, 0, nil, fmt.Errorf("a file of this kind is read from its end, so it is written to a temporary file first: %w", err)
	}
	os.Remove(f.Name()) // at once where the system lets a file go on without a name
	done = func() {
		f.Close()
		os.Remove(f.Name())
	}
	size, err = io.Copy(f, io.LimitReader(r, maxSpool+1))
	if err == nil && size > maxSpool {
		err = fmt.Errorf("larger than %d GB, and of a kind that is read from its end: save it uncompressed, and name the file", maxSpool>>30)
	} else if err != nil {
		err = torn(err, 0)
	}
	if err != nil {
		done()
		return nil, 0, nil, err
	}
	return f, size, done, nil
}

// whole reads a file that is one posting, or is held in memory.
func whole(r io.Reader, f Format) ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(r, maxRecord+1))
	if err != nil {
		return nil, torn(err, 0)
	}
	if (f == Text || f == Markdown) && len(b) > 4*maxText { // also in UTF-16, or with as many blanks
		return nil, errLongText
	}
	if len(b) > maxRecord {
		return nil, errors.New("larger than 64 MB, which no posting is")
	}
	return b, nil
}
