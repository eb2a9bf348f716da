package corpus

import (
	"bytes"
	"errors"
	"io"
)

// MaxLine is the longest line that is read, in bytes: far beyond any posting, and
// what one line may cost in memory.
const MaxLine = 64 << 20

// ErrTooLong is the error of a line or record that is longer than MaxLine.
var ErrTooLong = errors.New("the record is longer than 64 MB, which no posting is")

// BoundLines gives what r gives, for readers that gather lines of any length: where
// a line is longer than MaxLine it fails with ErrTooLong instead of going on.
func BoundLines(r io.Reader) io.Reader { return &boundLines{r: r} }

type boundLines struct {
	r io.Reader
	n int // bytes of the line so far
}

func (b *boundLines) Read(p []byte) (int, error) {
	if b.n > MaxLine {
		return 0, ErrTooLong
	}
	n, err := b.r.Read(p)
	if i := bytes.LastIndexByte(p[:n], '\n'); i >= 0 {
		b.n = n - i - 1
	} else {
		b.n += n
	}
	return n, err
}
