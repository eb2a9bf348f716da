package read

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"rung/corpus/workbook"
)

// workbook reads the sheets that hold postings: all in whose head a row names a column
// that holds the text or, where there is none, the first whose cells tell it.
func (s *stream) workbook(b []byte) error {
	book, err := workbook.Open(s.ctx, b, s.o.NoFiles)
	if err != nil {
		return fmt.Errorf("the workbook cannot be read: %w", err)
	}
	defer book.Close()
	var which, hidden, left []int
	for i, sh := range book.Sheets() {
		switch {
		case s.o.Sheet != "":
			if sh.Name == s.o.Sheet || fold(sh.Name) == fold(s.o.Sheet) {
				which = append(which, i)
			}
		case sh.Hidden:
			hidden = append(hidden, i)
		default:
			which = append(which, i)
		}
	}
	if s.o.Sheet != "" && len(which) == 0 {
		return &NoSheetError{s.o.Sheet, book.Sheets()}
	}
	first := error(nil)
	file := s.name
	read := 0
	for n, w := range [][]int{which, hidden} {
		if n == 1 && read == 0 {
			hidden = nil // they are read
		}
		for guess := range 2 {
			if read > 0 || s.stopped {
				break
			}
			left = left[:0]
			for _, i := range w {
				err := s.sheet(book, i, guess == 1, &read, file)
				var none *NoColumnError
				switch s.name = file; {
				case s.stopped:
					return nil
				case errors.As(err, &none), err == io.EOF:
					if err == io.EOF {
						break
					}
					if first == nil {
						first = err
					}
					left = append(left, i)
				case err != nil:
					return err
				}
				if guess == 1 && read > 0 {
					break
				}
			}
		}
	}
	switch {
	case read == 0 && first == nil:
		return errors.New("the workbook holds no record")
	case read == 0:
		return first
	}
	for _, i := range left {
		s.m.say(fmt.Sprintf("sheet %q is not read: none of its columns has a name for the text", book.Sheets()[i].Name))
	}
	for _, i := range hidden {
		s.m.say(fmt.Sprintf("sheet %q is hidden, and not read", book.Sheets()[i].Name))
	}
	return s.end()
}

// sheet reads sheet i. Its rows are named by the sheet if another one was read.
func (s *stream) sheet(book *workbook.Book, i int, guess bool, read *int, file string) error {
	name := book.Sheets()[i].Name
	rows, err := book.Rows(i)
	if err != nil {
		return fmt.Errorf("sheet %q: %w", name, err)
	}
	defer rows.Close()
	g := &grid{s: s, in: &sheetRows{Rows: rows, skip: s.o.SkipLines}}
	if err = g.find(); err == errNoHeader && guess {
		err = g.guess()
	} else if err == errNoHeader {
		err = g.unnamed()
	}
	if err != nil {
		return err
	}
	switch {
	case *read > 0:
		s.m.say(fmt.Sprintf("the postings of sheet %q are read, too", name))
		s.name = file + "#" + name
	case i > 0 && s.o.Sheet == "":
		s.m.say(fmt.Sprintf("the postings are read from sheet %q", name))
	}
	*read++
	return g.read()
}

// NoSheetError says that a workbook lacks the sheet that the Options name.
type NoSheetError struct {
	Want string
	Have []workbook.Sheet
}

func (e *NoSheetError) Error() string {
	var names []string
	for _, s := range e.Have {
		names = append(names, s.Name)
	}
	return fmt.Sprintf("no sheet %q; the sheets are %s", e.Want, strings.Join(names, ", "))
}

// sheetRows are the rows of a sheet.
type sheetRows struct {
	*workbook.Rows
	skip int
}

func (r *sheetRows) next() error {
	for {
		err := r.Rows.Next()
		if err != nil && err != io.EOF {
			return fmt.Errorf("reading on after row %d: %w", r.Line(), err)
		}
		if err != nil || r.Line() > r.skip {
			return err
		}
	}
}

func (r *sheetRows) line() int         { return r.Line() }
func (r *sheetRows) size() int         { return r.Len() }
func (r *sheetRows) cell(i int) string { return r.Cell(i) }
func (r *sheetRows) raw() []byte       { return rawRow(r.Rows) }
func (r *sheetRows) note() string      { return "" }
func (r *sheetRows) header(int)        {}

// rawRow is a row for a message, as far as one can be read.
func rawRow(rows *workbook.Rows) []byte {
	var b strings.Builder
	for i := range rows.Len() {
		if b.Len() > bufSize {
			break
		}
		if i > 0 {
			b.WriteByte('\t')
		}
		b.WriteString(rows.Cell(i))
	}
	return []byte(b.String())
}
