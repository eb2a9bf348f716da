package read

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// rows are the rows of a table, whatever kind of file it stands in.
type rows interface {
	next() error       // io.EOF after the last; a *badRow costs only itself; others end the table
	line() int         // of the row, from 1
	size() int         // how many cells it has
	cell(i int) string // "" where there is none
	raw() []byte       // the row for a message, valid until the next
	note() string      // what had to be repaired in it
	header(n int)      // says how many columns the table has
}

// badRow is a row that cannot be read.
type badRow struct {
	line int
	raw  []byte
	err  error
}

func (e *badRow) Error() string { return e.err.Error() }

// kept is a row that is held back while the table is looked at, or why there is none.
type kept struct {
	at    int
	cells []string
	bytes []byte
	said  string
	err   error
}

func (k *kept) line() int { return k.at }
func (k *kept) size() int { return len(k.cells) }
func (k *kept) cell(i int) string {
	if i >= len(k.cells) {
		return ""
	}
	return k.cells[i]
}
func (k *kept) raw() []byte  { return k.bytes }
func (k *kept) note() string { return k.said }
func (k *kept) next() error  { return k.err }
func (k *kept) header(int)   {}

// filled is how many cells hold something.
func (k *kept) filled() (n int) {
	for _, c := range k.cells {
		if strings.TrimSpace(c) != "" {
			n++
		}
	}
	return n
}

// What is held back of a table before its rows are given: so many rows, or bytes of them;
// and more where the order of day and month is still open.
const (
	heldRows, heldBytes   = 100, 1 << 20
	datedRows, datedBytes = 1000, 4 << 20
)

// grid is a table while it is read.
type grid struct {
	s      *stream
	in     rows
	strict bool // cells beyond the header are a mistake
	held   []kept
	bytes  int      // in held
	cells  []string // of a row that is looked at as a whole
	head   []string
	cols   []column
	after  int // the row number that stands before the cells, without a name: 1, else 0
}

// errNoHeader says that a table has no column for the text; it is worded by noHeader.
var errNoHeader = errors.New("no column holds a text")

// table reads a table. strict says that cells beyond its header are a mistake.
func (s *stream) table(in rows, strict bool) error {
	g := &grid{s: s, in: in, strict: strict}
	err := g.find()
	if err == errNoHeader {
		err = g.guess()
	}
	switch {
	case err == io.EOF:
		return errors.New("the file holds nothing but white space")
	case err != nil:
		return err
	}
	if err := g.read(); err != nil || s.stopped {
		return err
	}
	return s.end()
}

// hold reads one more row to be held back; false after the last.
func (g *grid) hold() bool {
	if n := len(g.held); n > 0 {
		var bad *badRow
		if last := g.held[n-1].err; last != nil && !errors.As(last, &bad) {
			return false
		}
	}
	k := kept{err: g.in.next()}
	if k.err == nil {
		k.at, k.said, k.bytes = g.in.line(), g.in.note(), slices.Clone(g.in.raw())
		k.cells = make([]string, g.in.size())
		for i := range k.cells {
			k.cells[i] = g.in.cell(i)
			g.bytes += len(k.cells[i]) + 16
		}
		g.bytes += len(k.bytes)
	}
	g.held = append(g.held, k)
	return k.err == nil || errors.As(k.err, new(*badRow))
}

// find reads up to the header: the first row that names columns of a table, or else
// the first of all if it names one that holds the text. Rows above it are dropped.
func (g *grid) find() error {
	if !g.hold() {
		return g.held[0].err
	}
	if err := g.held[0].err; err != nil {
		if errors.Is(err, errColumns) || err.(*badRow).err == errColumns {
			return errColumns
		}
		return fmt.Errorf("the header: %w", err.(*badRow).err)
	}
	for i := 0; i < headerRows && (i < len(g.held) || g.bytes < heldBytes && g.hold()); i++ {
		if k := &g.held[i]; k.err == nil && g.s.m.names(k.cells) {
			return g.begin(i)
		}
	}
	if _, err := g.s.m.columns(g.held[0].cells); err == nil {
		return g.begin(0)
	}
	return errNoHeader
}

// begin takes row i for the header, and drops it and those above it.
func (g *grid) begin(i int) error {
	k := &g.held[i]
	cols, err := g.s.m.header(k.cells)
	if err != nil {
		return err
	}
	above := 0
	for j := range i {
		if above++; g.held[j].err == nil && strings.HasPrefix(g.held[j].cell(0), "#") {
			above--
		}
	}
	if above > 0 {
		g.s.m.say(fmt.Sprintf("the columns are named in line %d; what stands above it is left out", k.at))
	}
	g.head, g.cols = k.cells, cols
	g.held = slices.Delete(g.held, 0, i+1)
	g.in.header(len(g.head))
	return nil
}

// read gives the rows.
func (g *grid) read() error {
	for len(g.held) < heldRows && g.bytes < heldBytes && g.hold() {
	}
	g.numbered()
	g.sections()
	for f := fPosted; f <= fFetched; f++ {
		for n := 0; g.s.learn(f, g.dates(f, n)) && len(g.held) < datedRows && g.bytes < datedBytes; {
			if n = len(g.held); !g.hold() {
				break
			}
		}
	}
	for i := range g.held {
		if err := g.row(&g.held[i]); err != nil || g.s.stopped {
			return eof(err)
		}
		g.held[i] = kept{}
	}
	g.held = nil
	for {
		if err := g.in.next(); err != nil {
			err = g.row(&kept{err: err})
			if err != nil || g.s.stopped {
				return eof(err)
			}
			continue
		}
		if g.row(g.in); g.s.stopped {
			return nil
		}
	}
}

func eof(err error) error {
	if err == io.EOF {
		return nil
	}
	return err
}

// numbered sees whether each row begins with its number, for which the header has no
// name (R).
func (g *grid) numbered() {
	n := 0
	for i := range g.held {
		k := &g.held[i]
		if k.err != nil {
			continue
		}
		if len(k.cells) != len(g.head)+1 || strings.Trim(k.cells[0], "0123456789") != "" || k.cells[0] == "" || k.cells[len(k.cells)-1] == "" {
			return
		}
		n++
	}
	if n > 0 {
		g.after = 1
	}
}

// row gives the posting of one row; an error ends the table.
func (g *grid) row(r rows) error {
	if k, ok := r.(*kept); ok && k.err != nil {
		var bad *badRow
		if !errors.As(k.err, &bad) {
			return k.err
		}
		g.s.bad(bad.line, bad.raw, bad.err)
		return nil
	}
	s, n := g.s, r.size()-g.after
	if g.strict {
		for i := n; i > len(g.head); i-- {
			if strings.TrimSpace(r.cell(i-1+g.after)) != "" {
				s.bad(r.line(), r.raw(), g.ragged(n))
				return nil
			}
		}
	}
	if g.strict && !s.m.told[unnamedColumn] {
		for i := min(n, len(g.head)); i > 0 && g.head[i-1] == ""; i-- {
			if strings.TrimSpace(r.cell(i-1+g.after)) != "" {
				s.m.say(unnamedColumn)
			}
		}
	}
	s.row = row{all: g.head, sections: s.row.sections[:0]}
	text := 0
	for i, c := range g.cols {
		if c.field == fNone {
			continue
		}
		if v := r.cell(i + g.after); v != "" {
			s.setCell(c, g.head[i], v)
			if c.field == fText || c.field == fSection {
				text += len(v)
			}
		}
	}
	if text < shortText && g.aside(r) {
		return nil
	}
	p, ok := s.finish(r.line())
	if !ok {
		err := s.row.without()
		if g.strict && n < len(g.head) && text == 0 {
			err = g.ragged(n)
		}
		s.bad(r.line(), r.raw(), err)
		return nil
	}
	if g.strict && n < len(g.head) && strings.TrimSpace(strings.Join(g.head[max(n, 0):], "")) != "" {
		s.m.say("some rows have fewer fields than the header; those that are missing are read as empty")
	}
	if note := r.note(); note != "" {
		p.Notes = append(p.Notes, note)
	}
	p.Kept = s.keptCells(g.head, func(i int) string { return r.cell(i + g.after) })
	s.post(p)
	return nil
}

const unnamedColumn = "some rows hold something in columns without a name; it is not read"

func (g *grid) ragged(n int) error {
	return fmt.Errorf("%s where the header has %d", count(n, "field"), len(g.head))
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
