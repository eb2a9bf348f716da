package read

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"rung/corpus/workbook"
)

// workbook reads the sheets of an XLSX file.
func (s *stream) workbook(b []byte) error {
	book, err := workbook.Open(s.ctx, b, s.o.NoFiles)
	if err != nil {
		return fmt.Errorf("the workbook cannot be read: %w", err)
	}
	defer book.Close()
	var all []sheetOf
	for i, sh := range book.Sheets() {
		all = append(all, sheetOf{sh.Name, sh.Hidden, func() (rows, func(), error) {
			r, err := book.Rows(i)
			if err != nil {
				return nil, nil, fmt.Errorf("sheet %q: %w", sh.Name, err)
			}
			return &sheetRows{r}, r.Close, nil
		}})
	}
	return s.sheets(all)
}

var errNoRecord = errors.New("the workbook holds no record")

// sheetOf is one of several tables of a file.
type sheetOf struct {
	name   string
	hidden bool
	open   func() (rows, func(), error)
}

// sheets reads the sheets that hold postings: all in whose head a row names a column
// that holds the text or, where there is none, the first whose cells tell it; hidden ones
// only where there is no other.
func (s *stream) sheets(all []sheetOf) error {
	if len(all) == 0 {
		return errNoRecord
	}
	var which, hidden []sheetOf
	var names []string
	for _, sh := range all {
		names = append(names, sh.name)
		switch {
		case s.o.Sheet != "":
			if sh.name == s.o.Sheet || fold(sh.name) == fold(s.o.Sheet) {
				which = append(which, sh)
			}
		case sh.hidden:
			hidden = append(hidden, sh)
		default:
			which = append(which, sh)
		}
	}
	if s.o.Sheet != "" && len(which) == 0 {
		return &NoSheetError{s.o.Sheet, names}
	}
	r := &sheetReader{s: s, file: s.name, first: names[0]}
	for _, sheets := range [][]sheetOf{which, hidden} {
		for _, guess := range []bool{false, true} {
			if r.read > 0 {
				break
			}
			if err := r.all(sheets, guess); err != nil || s.stopped {
				return err
			}
		}
		if r.read > 0 {
			break
		}
		hidden = nil // they are read
	}
	switch {
	case r.read == 0 && r.without == nil:
		return errNoRecord
	case r.read == 0:
		return r.without
	}
	for _, name := range r.left {
		s.m.say(fmt.Sprintf("sheet %q is not read: none of its columns has a name for the text", name))
	}
	for _, sh := range hidden {
		s.m.say(fmt.Sprintf("sheet %q is hidden, and not read", sh.name))
	}
	return s.end()
}

// sheetReader reads one sheet after the other.
type sheetReader struct {
	s       *stream
	file    string // its name
	first   string // sheet of the file
	read    int    // sheets that gave rows
	without error  // why the first that did not gave none
	left    []string
}

// all reads sheets. guess says that of those without a name for the text one is read, by
// what its cells hold.
func (r *sheetReader) all(sheets []sheetOf, guess bool) error {
	r.left = nil
	for _, sh := range sheets {
		err := r.sheet(sh, guess)
		r.s.name = r.file
		var none *NoColumnError
		switch {
		case r.s.stopped:
			return nil
		case err == io.EOF: // it is empty
		case errors.As(err, &none):
			if r.without == nil {
				r.without = err
			}
			r.left = append(r.left, sh.name)
		case err != nil:
			return err
		case guess:
			return nil
		}
	}
	return nil
}

// sheet reads a sheet. Its rows are named by the sheet where another one was read.
func (r *sheetReader) sheet(sh sheetOf, guess bool) error {
	in, done, err := sh.open()
	if err != nil {
		return err
	}
	defer done()
	g := &grid{s: r.s, in: &below{in, r.s.o.SkipLines}}
	if err = g.find(); err == errNoHeader && guess {
		err = g.guess()
	} else if err == errNoHeader {
		err = g.unnamed()
	}
	if err != nil {
		return err
	}
	switch {
	case r.read > 0:
		r.s.m.say(fmt.Sprintf("the postings of sheet %q are read, too", sh.name))
		r.s.name = r.file + "#" + sh.name
		r.s.line = 0 // its lines are others
	case sh.name != r.first && r.s.o.Sheet == "":
		r.s.m.say(fmt.Sprintf("the postings are read from sheet %q", sh.name))
	}
	r.read++
	return g.read()
}

// below are the rows below those that are skipped.
type below struct {
	rows
	skip int
}

func (r *below) next() error {
	for {
		if err := r.rows.next(); err != nil || r.line() > r.skip {
			return err
		}
	}
}

// NoSheetError says that a workbook lacks the sheet that the Options name.
type NoSheetError struct {
	Want string
	Have []string
}

func (e *NoSheetError) Error() string {
	return fmt.Sprintf("no sheet %q; the sheets are %s", e.Want, strings.Join(e.Have[:min(len(e.Have), 30)], ", "))
}

// sheetRows are the rows of a sheet of an XLSX file.
type sheetRows struct{ *workbook.Rows }

func (r *sheetRows) next() error {
	err := r.Rows.Next()
	if err != nil && err != io.EOF {
		err = fmt.Errorf("reading on after row %d: %w", r.Line(), err)
	}
	return err
}

func (r *sheetRows) line() int         { return r.Line() }
func (r *sheetRows) size() int         { return r.Len() }
func (r *sheetRows) cell(i int) string { return r.Cell(i) }
func (r *sheetRows) raw() []byte       { return rawRow(r) }
func (r *sheetRows) note() string      { return "" }
func (r *sheetRows) header(int)        {}

// rawRow is a row for a message, as far as one can be read.
func rawRow(r rows) []byte {
	var b strings.Builder
	for i := range min(r.size(), 1000) {
		if b.Len() > bufSize {
			break
		}
		if i > 0 {
			b.WriteByte('\t')
		}
		b.WriteString(r.cell(i))
	}
	return []byte(b.String())
}
