package read

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"rung/corpus"
	"strings"
)

// sniffComma returns the separator of a header line: of those in use, the one that is
// commonest outside quotes; the comma if there is none.
func sniffComma(line []byte) byte {
	const commas = ",\t;|"
	var n [len(commas)]int
	quoted := false
	for _, c := range line {
		if c == '"' {
			quoted = !quoted
		} else if i := strings.IndexByte(commas, c); i >= 0 && !quoted {
			n[i]++
		}
	}
	best := 0
	for i := range n {
		if n[i] > n[best] {
			best = i
		}
	}
	return commas[best]
}

// cell is one field of a record, as a place in its bytes, without quotes.
type cell struct {
	start, end int
	doubled    bool // holds doubled quotes
}

// table cuts a CSV or TSV file into records. It is lenient where that is safe:
// a quote inside a field stands for itself.
type table struct {
	br    *bufio.Reader
	comma byte
	line  int    // lines read
	first int    // line on which the record begins
	limit int    // bytes up to which the end of a record is looked for
	again []byte // was read from br before and is read once more
	at    int    // how much of again has been read
	fresh bool   // the record took bytes from br
	buf   []byte // the record as it stands
	cells []cell // of more than maxColumns, those

	state cutState
}

type cutState uint8

const (
	cellStart cutState = iota
	bare
	quoted
	closed   // after the closing quote
	overfull // has more cells than are looked at
	broken   // cannot be cut: a quoted field has not ended where it should
)

// maxColumns is how many columns a table may have: as many as a spreadsheet (Excel).
const maxColumns = 16_384

var errColumns = fmt.Errorf("more than %d columns, which no table of postings has", maxColumns)

var errQuote = errors.New(`a field in quotes does not end: its closing " is missing`)

// next reads the next record. After corpus.ErrTooLong and errQuote it can be called
// again; other errors are the reader's.
func (t *table) next() error {
	for {
		t.buf, t.cells, t.state = t.buf[:0], t.cells[:0], cellStart
		t.first, t.fresh = t.line+1, false
		err := t.record()
		if err != nil || len(bytes.TrimSpace(t.buf)) > 0 {
			return err
		}
	}
}

func (t *table) record() error {
	firstEnd := 0
	for from := 0; ; from = len(t.buf) {
		long, err := t.readLine()
		if err != nil && (err != io.EOF || from == 0 && len(t.buf) == 0) {
			return err
		}
		if firstEnd == 0 {
			firstEnd = len(t.buf)
		}
		if long {
			return corpus.ErrTooLong
		}
		if t.cut(t.buf, from); t.state != quoted && t.state != broken {
			t.limit = min(t.limit+4*len(t.buf), maxRecord)
			return nil
		}
		if t.state == broken || err == io.EOF || len(t.buf) > t.limit {
			t.giveUp(firstEnd)
			return errQuote
		}
	}
}

// leastLimit is the smallest limit, in bytes: more than most postings have.
const leastLimit = 64 << 10

// giveUp leaves only the first line in the record and has the lines below it read
// again. What is read again lowers the limit, and records that end raise it, so that a
// file full of quotes that do not end is not read over and over.
func (t *table) giveUp(firstEnd int) {
	rest := t.buf[firstEnd:]
	if t.fresh {
		t.again, t.at = bytes.Clone(rest), 0 // what there was of it is used up
	} else {
		t.at -= len(rest)
	}
	t.buf = t.buf[:firstEnd]
	t.line = t.first
	t.limit = max(t.limit-len(rest), leastLimit)
}

// readLine appends the next line with its end to t.buf.
func (t *table) readLine() (long bool, err error) {
	t.line++
	n := len(t.buf)
	if again := t.again[t.at:]; len(again) > 0 {
		if i := bytes.IndexByte(again, '\n'); i >= 0 {
			again = again[:i+1]
		}
		t.buf, t.at = append(t.buf, again...), t.at+len(again)
		if again[len(again)-1] == '\n' {
			return false, nil
		}
	}
	t.fresh = true
	for {
		b, err := t.br.ReadSlice('\n')
		if long = long || len(t.buf)-n+len(b) > maxRecord; !long {
			t.buf = append(t.buf, b...)
		}
		if err != bufio.ErrBufferFull {
			return long, err
		}
	}
}

// cut goes on cutting the record b into cells, from the line that begins at from.
func (t *table) cut(b []byte, from int) {
	for i := from; i < len(b); {
		switch c := b[i]; t.state {
		case cellStart:
			if len(t.cells) > maxColumns {
				t.state = overfull
				continue
			}
			t.cells = append(t.cells, cell{start: i, end: i})
			switch c {
			case '"':
				t.cells[len(t.cells)-1].start = i + 1
				t.state = quoted
				i++
			default:
				t.state = bare
			}
		case bare:
			n := bytes.IndexByte(b[i:], t.comma)
			end := i + n
			if n < 0 {
				end = len(b)
			}
			t.cells[len(t.cells)-1].end = end
			if i = end; n >= 0 {
				t.state = cellStart
				i++
			}
		case quoted:
			n := bytes.IndexByte(b[i:], '"')
			if n < 0 {
				return
			}
			i += n
			at := &t.cells[len(t.cells)-1]
			switch {
			case i+1 < len(b) && b[i+1] == '"':
				at.doubled = true
				i += 2
			case i+1 == len(b) || b[i+1] == t.comma || b[i+1] == '\n' || b[i+1] == '\r' && (i+2 == len(b) || b[i+2] == '\n'):
				at.end = i
				t.state = closed
				i++
			case from > 0 && (b[i-1] == t.comma || b[i-1] == '\n'):
				t.state = broken // another field begins, lines below one that did not end
				return
			default: // a quote within, not doubled as it should be
				i++
			}
		case closed:
			if c == t.comma {
				t.state = cellStart
			}
			i++
		case overfull:
			return
		}
	}
}

// finish ends the cutting of b: a separator or nothing at its end is an empty
// last cell, a line end belongs to no cell.
func (t *table) finish(b []byte) {
	end := len(bytes.TrimRight(b, "\r\n"))
	if t.state == cellStart {
		t.cells = append(t.cells, cell{start: end, end: end})
	}
	if last := &t.cells[len(t.cells)-1]; t.state == bare {
		last.end = max(last.start, min(last.end, end))
	}
}

// get is the text of a cell of b.
func (c cell) get(b []byte) string {
	v := b[c.start:c.end]
	if c.doubled {
		v = bytes.ReplaceAll(v, []byte(`""`), []byte(`"`))
	}
	return string(v)
}

func (s *stream) csv(br *bufio.Reader, f Format) error {
	head, _ := br.Peek(bufSize)
	head, _, _ = bytes.Cut(bytes.TrimLeft(head, "\r\n"), []byte{'\n'})
	t := &table{br: br, comma: '\t', limit: maxRecord}
	if f == CSV {
		t.comma = sniffComma(head)
	}
	if sep, ok := bytes.CutPrefix(bytes.TrimSpace(head), []byte("sep=")); ok && len(sep) == 1 { // Excel's own line
		t.comma = sep[0]
		if err := t.next(); err != nil {
			return torn(err, 0)
		}
	}
	if err := t.next(); err != nil {
		if err == io.EOF {
			return errors.New("the file holds nothing but white space")
		}
		return fmt.Errorf("the header: %w", err)
	}
	b, _ := s.cells(t)
	if len(t.cells) > maxColumns {
		return errColumns
	}
	header := make([]string, len(t.cells))
	for i, c := range t.cells {
		header[i] = c.get(b)
	}
	cols, err := s.m.header(header)
	if err != nil {
		return err
	}
	for {
		err := t.next()
		switch {
		case err == io.EOF:
			return s.end()
		case err == corpus.ErrTooLong || err == errQuote:
			s.bad(t.first, t.buf[:min(len(t.buf), bufSize)], err)
		case err != nil:
			return torn(err, t.line-1)
		default:
			s.csvRow(t, header, cols)
		}
		if s.stopped {
			return nil
		}
	}
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

func (s *stream) csvRow(t *table, header []string, cols []column) {
	b, note := s.cells(t)
	if len(t.cells) > maxColumns {
		s.bad(t.first, t.buf[:min(len(t.buf), bufSize)], errColumns)
		return
	}
	if len(t.cells) != len(header) {
		s.bad(t.first, t.buf, fmt.Errorf("%s where the header has %d", count(len(t.cells), "field"), len(header)))
		return
	}
	s.cellRow(t.first, header, cols, func(i int) string { return t.cells[i].get(b) }, func() []byte { return t.buf }, note)
}

// cellRow reads a row of a table by its cells; raw is the row as it stands, and note
// what had to be repaired in it.
func (s *stream) cellRow(line int, header []string, cols []column, cell func(i int) string, raw func() []byte, note string) {
	r := &s.row
	*r = row{all: header, sections: r.sections[:0]}
	for i, c := range cols {
		if c.field == fNone {
			continue
		}
		if v := cell(i); v != "" {
			s.setCell(c, header[i], v)
		}
	}
	p, ok := s.finish(line)
	if !ok {
		s.bad(line, raw(), r.without())
		return
	}
	if note != "" {
		p.Notes = append(p.Notes, note)
	}
	s.post(p)
}

// header says what the columns of a table hold. It trims white space off names.
func (m *mapping) header(names []string) ([]column, error) {
	cols := make([]column, len(names))
	have := [numSingle]bool{}
	for i, n := range names {
		names[i] = strings.TrimSpace(n)
		cols[i] = m.column([]byte(names[i]))
		have[cols[i].field%numSingle] = true
		have[fText] = have[fText] || cols[i].field == fSection
	}
	return cols, m.require(have, names)
}

// setCell puts the value of a column that holds a field into s.row; it is not empty.
func (s *stream) setCell(c column, name, value string) {
	r := &s.row
	switch {
	case c.field == fSection && isNumber(value): // a rating or a count, and no text
	case c.field == fSection:
		r.sections = append(r.sections, part{column: c, name: name, value: value})
	case r.column[c.field].field == fNone || placeholder(r.value[c.field]) || c.rank < r.column[c.field].rank && !placeholder(value):
		r.column[c.field], r.name[c.field], r.value[c.field] = c, name, value
	}
}

// isNumber reports whether s is made of digits and what stands between them.
func isNumber(s string) bool { return strings.Trim(s, "0123456789.,+-eE% ") == "" }

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
