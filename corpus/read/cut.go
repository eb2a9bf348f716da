package read

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"rung/corpus"
)

// cell is one field of a record, as a place in its bytes, without quotes.
type cell struct {
	start, end int
	doubled    bool // holds doubled quotes
	escaped    bool // holds backslashes that stand before what they take the meaning of
}

// table cuts a CSV or TSV file into records. It is lenient where that is safe:
// a quote inside a field stands for itself.
type table struct {
	br    *bufio.Reader
	comma byte
	slash bool   // a backslash takes the meaning of what follows: \" within quotes
	loose int    // quotes within a field that are not doubled, but behind a backslash
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
		if err != nil || !t.blank() {
			return err
		}
	}
}

// blank reports whether a record holds nothing but separators, quotes and white space.
func (t *table) blank() bool {
	for _, c := range t.buf {
		if c != t.comma && c != '"' && c != ' ' && c != '\n' && c != '\r' && c != '\t' {
			return false
		}
	}
	return true
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
		if t.cut(t.buf, from); t.state != quoted && t.state != broken && !(t.goesOn() && err == nil) {
			t.limit = min(t.limit+4*len(t.buf), maxRecord)
			return nil
		}
		if t.state == broken || err == io.EOF || len(t.buf) > t.limit {
			t.giveUp(firstEnd)
			if t.letters() {
				return nil
			}
			return errQuote
		}
	}
}

// goesOn reports whether the record ends in a backslash, which takes the meaning of the
// line end behind it (MySQL).
func (t *table) goesOn() bool {
	end := len(bytes.TrimRight(t.buf, "\r\n"))
	return t.slash && t.state == bare && end < len(t.buf) && slashes(t.buf[:end])%2 == 1
}

// slashes is how many backslashes b ends in.
func slashes(b []byte) int { return len(b) - len(bytes.TrimRight(b, `\`)) }

// letters cuts the line of a record that has no end anew, with its quotes as letters,
// where each has its pair on the line: "Best" company, without quotes around it.
func (t *table) letters() bool {
	if bytes.Count(t.buf, []byte{'"'})%2 == 1 || bytes.IndexByte(t.buf, t.comma) < 0 {
		return false
	}
	t.cells = t.cells[:0]
	for start := 0; start <= len(t.buf) && len(t.cells) <= maxColumns; {
		n := bytes.IndexByte(t.buf[start:], t.comma)
		if n < 0 {
			n = len(t.buf) - start
		}
		c := cell{start: start, end: start + n}
		if bytes.HasPrefix(t.buf[c.start:c.end], []byte(`""`)) { // more likely torn
			return false
		}
		if in := bytes.TrimSpace(t.buf[c.start:c.end]); len(in) > 1 && in[0] == '"' && in[len(in)-1] == '"' && bytes.Count(in, []byte{'"'}) == 2 {
			c.start++
			c.end = start + bytes.LastIndexByte(t.buf[start:start+n], '"')
		}
		t.cells = append(t.cells, c)
		start += n + 1
	}
	t.state = bare
	return true
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
			at := &t.cells[len(t.cells)-1]
			if at.end = end; t.slash {
				at.escaped = at.escaped || bytes.IndexByte(b[i:end], '\\') >= 0
				if n >= 0 && slashes(b[at.start:end])%2 == 1 {
					i = end + 1
					at.end = i
					continue
				}
			}
			if i = end; n >= 0 {
				t.state = cellStart
				i++
			}
		case quoted:
			n := bytes.IndexByte(b[i:], '"')
			at := &t.cells[len(t.cells)-1]
			if t.slash {
				end := i + n
				if n < 0 {
					end = len(b)
				}
				if k := bytes.IndexByte(b[i:end], '\\'); k >= 0 {
					at.escaped = true
					i += k + 2
					continue
				}
			}
			if n < 0 {
				return
			}
			i += n
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
				if i > 0 && b[i-1] == '\\' {
					t.loose++
				}
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
	v := b[min(c.start, c.end):c.end] // of one that begins by a quote and ends there
	if c.doubled {
		v = bytes.ReplaceAll(v, []byte(`""`), []byte(`"`))
	}
	if c.escaped {
		v = unescaped(v)
	}
	if string(v) == `\N` { // what databases write for nothing
		return ""
	}
	return string(v)
}

// unescaped takes out the backslashes that take the meaning of what follows. Others stay:
// they may stand for a line end.
func unescaped(v []byte) []byte {
	out := make([]byte, 0, len(v))
	for i := 0; i < len(v); i++ {
		if v[i] == '\\' && i+1 < len(v) {
			if c := v[i+1]; c != 'N' && (c < '0' || c > '9') && (c|0x20 < 'a' || c|0x20 > 'z') && c < 0x80 {
				i++
			}
		}
		out = append(out, v[i])
	}
	return out
}
