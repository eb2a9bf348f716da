package read

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"rung/corpus/workbook"
)

// workbook reads the first sheet whose first row names a column that holds the
// text.
func (s *stream) workbook(b []byte) error {
	book, err := workbook.Open(s.ctx, b, s.o.NoFiles)
	if err != nil {
		return fmt.Errorf("the workbook cannot be read: %w", err)
	}
	defer book.Close()
	var first error
	for i, name := range book.Sheets() {
		rows, err := book.Rows(i)
		if err != nil {
			return fmt.Errorf("sheet %q: %w", name, err)
		}
		cols, header, err := s.head(rows)
		if err == nil {
			if i > 0 && s.o.Said != nil {
				s.o.Said(fmt.Sprintf("the postings are read from sheet %q", name))
			}
			err = s.sheet(rows, header, cols)
			rows.Close()
			return err
		}
		rows.Close()
		if first == nil && err != io.EOF {
			first = err
		}
	}
	if first == nil {
		first = errors.New("the workbook holds no record")
	}
	return first
}

// head reads the first row of a sheet; io.EOF where there is none.
func (s *stream) head(rows *workbook.Rows) ([]column, []string, error) {
	if err := rows.Next(); err != nil {
		return nil, nil, err
	}
	header := cells(rows)
	cols, err := s.m.header(header)
	return cols, header, err
}

func cells(rows *workbook.Rows) []string {
	out := make([]string, rows.Len())
	for i := range out {
		out[i] = rows.Cell(i)
	}
	return out
}

func (s *stream) sheet(rows *workbook.Rows, header []string, cols []column) error {
	for {
		err := rows.Next()
		if err == io.EOF {
			return s.end()
		}
		if err != nil {
			return fmt.Errorf("reading on after row %d: %w", rows.Line(), err)
		}
		if s.cellRow(rows.Line(), header, cols, rows.Cell, func() []byte { return rawRow(rows) }, ""); s.stopped {
			return nil
		}
	}
}

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
