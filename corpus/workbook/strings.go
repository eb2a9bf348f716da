package workbook

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
)

const (
	maxStrings = 4_000_000 // texts that are shared
	inMemory   = 64 << 20  // bytes of them that are kept in memory
)

// table is the table of shared strings: one after the other, the text i between
// ends[i-1] and ends[i].
type table struct {
	ends []int64
	text []byte   // what is not in the file, or not yet
	file *os.File // nil: all is in text

	given int // bytes of long texts that were given, again and again
}

const (
	longText = 128 << 10 // bytes; a cell of Excel holds 32,767 characters
	maxGiven = 512 << 20
)

// repeats reports whether a few long texts stand in so many cells that to read them all
// would cost far more than the file is large.
func (t *table) repeats() bool { return t.given > maxGiven }

func (b *Book) readStrings(name string, memory bool) (t *table, err error) {
	t = &table{}
	p, err := b.open(name)
	if errors.Is(err, errAbsent) {
		return t, nil
	}
	if err != nil {
		return nil, err
	}
	defer p.close()
	defer func() {
		if err != nil {
			t.close()
		}
	}()
	var read text
	for {
		token, err := p.next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
		if end, ok := token.(xml.EndElement); ok && end.Name.Local == "si" {
			if t.text = append(t.text, read.take()...); len(t.ends) == maxStrings {
				return nil, fmt.Errorf("more than %d texts in %s", maxStrings, name)
			}
			t.ends = append(t.ends, t.size()+int64(len(t.text)))
			switch {
			case len(t.text) <= inMemory:
			case memory:
				return nil, fmt.Errorf("more than %d MB of text: save it as CSV, which is read line by line", inMemory>>20)
			default:
				if err := t.flush(); err != nil {
					return nil, err
				}
			}
			continue
		}
		if !read.token(token) {
			return nil, fmt.Errorf("%s: a text of more than %d MB", name, maxToken>>20)
		}
	}
	if t.file != nil {
		return t, t.flush()
	}
	return t, nil
}

// size is how much the file holds.
func (t *table) size() int64 {
	if t.file == nil {
		return 0
	}
	n, _ := t.file.Seek(0, io.SeekCurrent)
	return n
}

// flush moves what is in memory to the file.
func (t *table) flush() error {
	if t.file == nil {
		f, err := os.CreateTemp("", "rung-*")
		if err != nil {
			return fmt.Errorf("the texts of a workbook of this size are written to a temporary file: %w", err)
		}
		os.Remove(f.Name()) // at once where the system lets a file go on without a name
		t.file = f
	}
	_, err := t.file.Write(t.text)
	t.text = t.text[:0]
	return err
}

func (t *table) close() {
	if t != nil && t.file != nil {
		t.file.Close()
		os.Remove(t.file.Name())
	}
}

// at is text i; "" where there is none.
func (t *table) at(i int) string {
	if i < 0 || i >= len(t.ends) {
		return ""
	}
	from := int64(0)
	if i > 0 {
		from = t.ends[i-1]
	}
	if n := int(t.ends[i] - from); n > longText {
		if t.given += n; t.repeats() {
			return ""
		}
	}
	if t.file == nil {
		return string(t.text[from:t.ends[i]])
	}
	b := make([]byte, t.ends[i]-from)
	if _, err := t.file.ReadAt(b, from); err != nil {
		return "" // a disk that fails under a file that is open
	}
	return string(b)
}

// text gathers what the elements of a rich text show: its runs, without the readings
// that stand beside words in Japanese.
type text struct {
	b      []byte
	inText bool
	beside int
}

// token takes the next token; false where the text is too long.
func (x *text) token(t xml.Token) bool {
	switch t := t.(type) {
	case xml.StartElement:
		x.inText = t.Name.Local == "t"
		if t.Name.Local == "rPh" {
			x.beside++
		}
	case xml.EndElement:
		x.inText = false
		if t.Name.Local == "rPh" {
			x.beside--
		}
	case xml.CharData:
		if x.inText && x.beside == 0 {
			x.b = append(x.b, t...)
		}
	}
	return len(x.b) <= maxToken
}

// take gives the text, valid until the next, and begins anew.
func (x *text) take() []byte {
	b := x.b
	*x = text{b: x.b[:0]}
	return unescaped(b)
}

// unescaped undoes "_x000D_", by which a workbook writes what XML cannot hold
// (ECMA-376, part 1, 22.4.2.4), in place.
func unescaped(b []byte) []byte {
	at := bytes.Index(b, []byte("_x"))
	if at < 0 {
		return b
	}
	out := b[:at]
	for i := at; i < len(b); i++ {
		if i+7 <= len(b) && b[i] == '_' && b[i+1] == 'x' && b[i+6] == '_' {
			if n, err := strconv.ParseUint(string(b[i+2:i+6]), 16, 16); err == nil && n < 0x80 {
				out = append(out, byte(n))
				i += 6
				continue
			}
		}
		out = append(out, b[i])
	}
	return out
}
