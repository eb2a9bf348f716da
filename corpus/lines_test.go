package corpus

import (
	"bufio"
	"errors"
	"io"
	"strings"
	"testing"
)

// zeros never ends, and never ends a line.
type zeros struct{ read int }

func (z *zeros) Read(p []byte) (int, error) {
	clear(p)
	z.read += len(p)
	return len(p), nil
}

func TestALineWithoutEndIsAnError(t *testing.T) {
	z := &zeros{}
	_, err := bufio.NewReaderSize(BoundLines(z), 1<<20).ReadBytes('\n')
	if !errors.Is(err, ErrTooLong) || z.read > MaxLine+1<<21 {
		t.Errorf("after %d bytes: %v", z.read, err)
	}
}

func TestBoundLinesLeavesLinesAsTheyAre(t *testing.T) {
	in := strings.Repeat(strings.Repeat("x", 1<<20)+"\n", MaxLine>>20+2) + "end"
	got, err := io.ReadAll(BoundLines(strings.NewReader(in)))
	if err != nil || string(got) != in {
		t.Errorf("%d bytes of %d, %v", len(got), len(in), err)
	}
}
