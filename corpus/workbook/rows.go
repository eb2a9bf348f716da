package workbook

import (
	"cmp"
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

const (
	maxColumns = 16_384    // of a row; no workbook has more
	maxRows    = 1_048_576 // of a sheet, likewise
	maxRow     = 64 << 20  // bytes that stand in the cells of one row
)

// Rows are the rows of a sheet, in order, those without cells left out.
type Rows struct {
	book *Book
	part *part
	line int // of the row that was read last, from 1

	cells []cell // those that are there, from left to right
	text  []byte // of all of them
	width int    // columns up to the last of them
	next  int    // column of a cell that does not say its own
	cur   text   // of one

	merges []merge       // that begin below the row
	spans  map[int]merge // that reach it, by column
}

// cell is a cell as it stands.
type cell struct {
	column   int // from 0
	from, to int // in text
	kind     kind
	style    int
}

type kind uint8

const (
	number kind = iota
	plain
	shared
	truth
	fault // #N/A
)

// Rows begins to read sheet i.
func (b *Book) Rows(i int) (*Rows, error) {
	p, err := b.open(b.sheets[i].part)
	if err != nil {
		return nil, err
	}
	merges, err := b.merges(b.sheets[i].part)
	if err != nil {
		p.close()
		return nil, err
	}
	return &Rows{book: b, part: p, merges: merges}, nil
}

// Close ends the reading.
func (r *Rows) Close() { r.part.close() }

// Line is the number of the row, from 1, as the workbook counts them.
func (r *Rows) Line() int { return r.line }

// Len is how many cells the row has, with empty ones before others.
func (r *Rows) Len() int { return r.width }

// Cell is what cell i shows; "" where there is none. One that is merged with those
// above it shows what they show.
func (r *Rows) Cell(i int) string {
	if m, ok := r.spans[i]; ok && m.from < r.line && r.line <= m.to {
		return m.shows
	}
	return r.own(i)
}

// own is what cell i holds.
func (r *Rows) own(i int) string {
	at := i // where no cell is left out
	if at >= len(r.cells) || r.cells[at].column != i {
		var ok bool
		if at, ok = slices.BinarySearchFunc(r.cells, i, func(c cell, i int) int { return c.column - i }); !ok {
			return ""
		}
	}
	c := r.cells[at]
	s := r.text[c.from:c.to]
	switch c.kind {
	case shared:
		n, err := strconv.Atoi(strings.TrimSpace(string(s)))
		if err != nil {
			return ""
		}
		return r.book.shared.at(n)
	case truth:
		if isTrue(string(s)) {
			return "TRUE"
		}
		return "FALSE"
	case fault:
		return ""
	case number:
		if len(s) == 0 {
			return ""
		}
		var f format
		if c.style < len(r.book.formats) {
			f = r.book.formats[c.style]
		}
		return r.book.from.show(f, string(s))
	}
	return string(s)
}

// Next reads the next row that has a cell with something in it. It is io.EOF after the
// last.
func (r *Rows) Next() error {
	if r.book.shared.repeats() {
		return fmt.Errorf("texts of more than %d KB stand in so many cells that no workbook of postings does", longText>>10)
	}
	r.cells, r.text = r.cells[:0], r.text[:0]
	var inRow, inValue, inString, some bool
	at := -1 // the cell that is read
	for {
		t, err := r.part.next()
		if err == io.EOF {
			err = io.ErrUnexpectedEOF // the end comes before the end of the part
		}
		if err != nil {
			return err
		}
		switch e := t.(type) {
		case xml.StartElement:
			switch e.Name.Local {
			case "row":
				r.cells, r.text, inRow, some = r.cells[:0], r.text[:0], true, false
				r.width, r.next = 0, 0
				r.line++
				if n, err := strconv.Atoi(attr(e, "r")); err == nil && n > r.line {
					r.line = n
				}
				if r.line > maxRows {
					return fmt.Errorf("more than %d rows", maxRows)
				}
			case "c":
				if !inRow {
					continue
				}
				if at = r.begin(e); at < 0 {
					return fmt.Errorf("more than %d columns", maxColumns)
				}
			case "v":
				inValue = at >= 0
			case "is":
				inString = at >= 0
			}
		case xml.EndElement:
			switch e.Name.Local {
			case "c":
				if at >= 0 {
					r.cells[at].to = len(r.text)
					some = some || r.cells[at].to > r.cells[at].from && r.cells[at].kind != fault
					at = -1
				}
			case "v":
				inValue = false
				if at >= 0 && r.cells[at].kind == plain {
					r.text = append(r.text[:r.cells[at].from], unescaped(r.text[r.cells[at].from:])...)
				}
			case "is":
				inString = false
				r.text = append(r.text, r.cur.take()...)
			case "row":
				inRow = false
				if some {
					r.sort()
					r.merged()
					return nil
				}
			case "sheetData":
				return io.EOF
			}
		case xml.CharData:
			if inValue {
				r.text = append(r.text, e...)
			}
		}
		if inString && !r.cur.token(t) || len(r.text) > maxRow {
			return fmt.Errorf("a row of more than %d MB", maxRow>>20)
		}
	}
}

// begin adds the cell that an element begins; -1 where there are too many.
func (r *Rows) begin(e xml.StartElement) int {
	i := r.next
	if named := column(attr(e, "r")); named >= 0 {
		i = named
	}
	if i >= maxColumns || len(r.cells) == maxColumns {
		return -1
	}
	r.next, r.width = i+1, max(r.width, i+1)
	c := cell{column: i, from: len(r.text), to: len(r.text)}
	switch attr(e, "t") {
	case "s":
		c.kind = shared
	case "b":
		c.kind = truth
	case "e":
		c.kind = fault
	case "str", "inlineStr", "d":
		c.kind = plain
	}
	c.style, _ = strconv.Atoi(attr(e, "s"))
	c.style = max(c.style, 0)
	r.cells = append(r.cells, c)
	return len(r.cells) - 1
}

// sort puts cells in order that stand in another one; of two in one column the later
// counts.
func (r *Rows) sort() {
	if slices.IsSortedFunc(r.cells, func(a, b cell) int { return cmp.Or(a.column-b.column, -1) }) {
		return
	}
	slices.Reverse(r.cells)
	slices.SortStableFunc(r.cells, func(a, b cell) int { return a.column - b.column })
	r.cells = slices.CompactFunc(r.cells, func(a, b cell) bool { return a.column == b.column })
}

// column is the number of the column that a cell such as "AB12" stands in, from 0; -1
// where it does not say.
func column(ref string) int {
	n := 0
	for i := 0; i < len(ref); i++ {
		c := ref[i] | 0x20
		if c < 'a' || c > 'z' {
			break
		}
		if n = n*26 + int(c-'a') + 1; n > maxColumns {
			return maxColumns
		}
	}
	return n - 1
}
