package read

import (
	"bufio"
	"bytes"
	"errors"
	"io"
)

// csv reads a table in a file of text, however it is written.
func (s *stream) csv(br *bufio.Reader, f Format) error {
	br = bufio.NewReaderSize(br, sampleSize)
	sample, _ := br.Peek(sampleSize)
	if returns(sample) {
		br = bufio.NewReaderSize(&newlines{r: br}, sampleSize)
	}
	t := &table{br: br, limit: maxRecord}
	for range s.o.SkipLines {
		t.buf = t.buf[:0]
		if _, err := t.readLine(); err == io.EOF {
			return errors.New("the file has no more lines than are skipped")
		} else if err != nil {
			return torn(err, t.line-1)
		}
	}
	sample, err := br.Peek(sampleSize)
	usual := byte(0)
	if f == TSV {
		usual = '\t'
	}
	first, rest, _ := bytes.Cut(bytes.TrimLeft(sample, "\r\n"), []byte{'\n'})
	sep, named := bytes.CutPrefix(bytes.TrimSpace(first), []byte("sep=")) // Excel's own line
	if named = named && len(sep) <= 1; named {
		sample = rest
	}
	switch {
	case s.o.Separator != 0:
		t.comma = byte(s.o.Separator)
	case named && len(sep) == 1:
		t.comma = sep[0]
	case named:
		t.comma = '\t'
	default:
		t.comma = s.m.comma(sample, usual)
	}
	if named {
		if err := t.next(); err != nil {
			return torn(err, 0)
		}
	}
	t.slash = backslashes(sample, t.comma, err == io.EOF)
	return s.table(&csvRows{table: t, s: s}, true)
}

// cells completes t.cells for the record and returns the record in UTF-8, with a note
// if it had to be converted.
func (s *stream) cells(t *table) (b []byte, note string) {
	if b, note = fixUTF8(t.buf); len(b) != len(t.buf) {
		t.cells, t.state = t.cells[:0], cellStart
		t.cut(b, 0)
	}
	t.finish(b)
	return b, note
}
