package read

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"rung/corpus"
)

// Separator is what stands between the columns of a table in a file of text; zero means
// that it is seen from the file.
type Separator byte

// separators are those that are looked for, the likelier first.
const separators = ",\t;|^~\x01"

// UnmarshalText takes one character, or the word "tab".
func (s *Separator) UnmarshalText(b []byte) error {
	switch w := string(b); {
	case w == "" || w == "auto":
		*s = 0
	case strings.EqualFold(w, "tab") || w == `\t`:
		*s = '\t'
	case len(w) == 1 && w[0] != '"' && w[0] != '\n' && w[0] != '\r' && w[0] < 0x80:
		*s = Separator(w[0])
	default:
		return errors.New(`a separator is one character, or the word "tab"`)
	}
	return nil
}

// MarshalText is the inverse of UnmarshalText.
func (s Separator) MarshalText() ([]byte, error) {
	switch s {
	case 0:
		return nil, nil
	case '\t':
		return []byte("tab"), nil
	}
	return []byte{byte(s)}, nil
}

// sniffComma returns the separator of a header line: of those in use, the one that is
// commonest outside quotes; the comma if there is none.
func sniffComma(line []byte) byte {
	var n [len(separators)]int
	quoted := false
	for _, c := range line {
		if c == '"' {
			quoted = !quoted
		} else if i := strings.IndexByte(separators, c); i >= 0 && !quoted {
			n[i]++
		}
	}
	best := 0
	for i := range n {
		if n[i] > n[best] {
			best = i
		}
	}
	return separators[best]
}

// split are the columns that a header line names, by a separator.
func split(line []byte, comma byte) []string {
	t := &table{comma: comma, buf: line}
	t.cut(line, 0)
	t.finish(line)
	names := make([]string, len(t.cells))
	for i, c := range t.cells {
		if c.end < c.start { // in quotes that do not end
			c.end = len(line)
		}
		names[i] = c.get(line)
	}
	return names
}

// headerRows is in how many rows at the head of a table its header is looked for.
const headerRows = 20

// comma is the separator of a file that begins with sample: by it the first of the first
// lines that names the columns of a table names them. Where there is no such line it is
// the commonest of the first line that has any, and usual where that is among them.
func (m *mapping) comma(sample []byte, usual byte) byte {
	n, other := 0, byte(0)
	for line := range bytes.Lines(sample) {
		line = bytes.TrimSpace(line)
		if len(line) == 0 {
			continue
		}
		if n++; n > headerRows {
			break
		}
		line = line[:min(len(line), bufSize)]
		first := sniffComma(line)
		if usual != 0 && bytes.IndexByte(line, usual) >= 0 {
			first = usual
		}
		for i := -1; i < len(separators); i++ {
			c := first
			if i >= 0 {
				c = separators[i]
			}
			if bytes.IndexByte(line, c) >= 0 && m.names(split(line, c)) {
				return c
			}
		}
		if other == 0 && bytes.IndexByte(line, first) >= 0 {
			other = first
		}
	}
	if other == 0 {
		other = usual
	}
	if other == 0 {
		other = ','
	}
	return other
}

// backslashes reports whether in a file that begins with sample a backslash takes the
// meaning of the quote, separator or line end behind it, as Spark, Hive, MySQL and Redshift
// write it: whichever reading makes more records whole.
func backslashes(sample []byte, comma byte, whole bool) bool {
	if bytes.IndexByte(sample, '\\') < 0 {
		return false
	}
	if end := bytes.LastIndexByte(sample, '\n'); !whole && end > 0 {
		sample = sample[:end+1]
	}
	plain, looseQuotes := ragged(sample, comma, false)
	slashed, _ := ragged(sample, comma, true)
	return slashed < plain || slashed == plain && looseQuotes > 0
}

// ragged is how many records of sample have another number of fields than most, or no
// end, and how many quotes stand behind backslashes though they end no field.
func ragged(sample []byte, comma byte, slash bool) (bad, loose int) {
	t := &table{br: bufio.NewReader(bytes.NewReader(sample)), comma: comma, slash: slash, limit: len(sample)}
	sizes := map[int]int{}
	n, most := 0, 0
	for {
		switch err := t.next(); err {
		case nil:
			t.finish(t.buf)
			sizes[len(t.cells)]++
			most = max(most, sizes[len(t.cells)])
		case io.EOF:
			return n - most, t.loose
		}
		n++
	}
}

// returns reports whether the lines of a file end in carriage returns alone, as of old
// on a Mac; within quotes there may be others.
func returns(sample []byte) bool {
	quoted, found := false, false
	for i, c := range sample {
		switch {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '\n':
			return false
		case c == '\r' && i+1 < len(sample):
			if sample[i+1] == '\n' {
				return false
			}
			found = true
		}
	}
	return found
}

// newlines makes carriage returns line ends, and of two in a row ("\r\n") one.
type newlines struct {
	r    io.Reader
	last byte
}

func (n *newlines) Read(b []byte) (int, error) {
	for {
		k, err := n.r.Read(b)
		out := b[:0]
		for _, c := range b[:k] {
			if c == '\r' || c != '\n' || n.last != '\r' {
				was := c
				if c == '\r' {
					c = '\n'
				}
				out = append(out, c)
				c = was
			}
			n.last = c
		}
		if len(out) > 0 || err != nil || len(b) == 0 {
			return len(out), err
		}
	}
}

// sampleSize is how much of a file of text is looked at to see how it is written.
const sampleSize = 256 << 10

// csvRows are the rows of a file of text.
type csvRows struct {
	*table
	s    *stream
	want int // columns of the header; 0 while it is not known
	b    []byte
	said string // what had to be repaired in the row
}

func (r *csvRows) next() error {
	if r.table.line&63 == 0 && r.s.ctx.Err() != nil { // much may be read already, to be read again
		return torn(r.s.ctx.Err(), r.table.line)
	}
	switch err := r.table.next(); {
	case err == errQuote || err == corpus.ErrTooLong:
		return &badRow{r.first, bytes.Clone(r.buf[:min(len(r.buf), bufSize)]), err}
	case err == io.EOF:
		return err
	case err != nil:
		return torn(err, r.table.line-1)
	}
	r.b, r.said = r.s.cells(r.table)
	if len(r.cells) > maxColumns {
		return &badRow{r.first, bytes.Clone(r.buf[:min(len(r.buf), bufSize)]), errColumns}
	}
	if r.want > 0 && len(r.cells) != r.want && !r.slash && bytes.IndexByte(r.b, '\\') >= 0 {
		other := *r.table
		other.slash, other.cells, other.state = true, nil, cellStart
		if other.cut(r.b, 0); other.state != quoted && other.state != broken {
			if other.finish(r.b); len(other.cells) == r.want {
				r.slash, r.cells = true, other.cells // and in the rows below
			}
		}
	}
	return nil
}

func (r *csvRows) line() int { return r.first }
func (r *csvRows) size() int { return len(r.cells) }
func (r *csvRows) cell(i int) string {
	if i >= len(r.cells) {
		return ""
	}
	return r.cells[i].get(r.b)
}
func (r *csvRows) raw() []byte  { return r.buf }
func (r *csvRows) note() string { return r.said }
func (r *csvRows) header(n int) { r.want = n }

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%s %ss", strconv.Itoa(n), what)
}
