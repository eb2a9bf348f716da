package read

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// maxSheets is how much the sheets of a workbook may hold, inflated.
const maxSheets = 1 << 30

// workbook reads the first sheet whose first row names a column that holds the
// text.
func (s *stream) workbook(b []byte) (err error) {
	var f *excelize.File
	guard(&err, func() {
		f, err = excelize.OpenReader(bytes.NewReader(b), excelize.Options{UnzipSizeLimit: maxSheets, UnzipXMLSizeLimit: 16 << 20})
	})
	if err != nil {
		return fmt.Errorf("the workbook cannot be read: %w", err)
	}
	defer f.Close()
	first := errors.New("the workbook holds no record")
	for i, name := range f.GetSheetList() {
		rows := &sheet{}
		guard(&err, func() { rows.rows, err = f.Rows(name) })
		if err != nil {
			continue // a chart
		}
		header, err := rows.next()
		if err == nil && len(header) > 0 {
			var cols []column
			if cols, err = s.m.header(header); err == nil {
				if i > 0 && s.o.Said != nil {
					s.o.Said(fmt.Sprintf("the postings are read from sheet %q", name))
				}
				return s.sheet(rows, header, cols)
			}
			if first.Error() == "the workbook holds no record" {
				first = err
			}
		}
		rows.rows.Close()
	}
	return first
}

// guard makes an error of a panic of the library.
func guard(err *error, do func()) {
	defer func() {
		if x := recover(); x != nil {
			*err = fmt.Errorf("the file is damaged: %v", x)
		}
	}()
	do()
}

// sheet gives rows that are not empty.
type sheet struct {
	rows *excelize.Rows
	line int // of the last row
}

func (t *sheet) next() (cells []string, err error) {
	guard(&err, func() {
		for t.rows.Next() {
			t.line++
			if cells, err = t.rows.Columns(); err != nil || slices.ContainsFunc(cells, func(c string) bool { return strings.TrimSpace(c) != "" }) {
				return
			}
		}
		cells, err = nil, t.rows.Error()
	})
	return cells, err
}

func (s *stream) sheet(t *sheet, header []string, cols []column) error {
	defer t.rows.Close()
	for {
		cells, err := t.next()
		if err != nil {
			return fmt.Errorf("reading on after row %d: %w", t.line, err)
		}
		if len(cells) == 0 {
			return s.end()
		}
		cell := func(i int) string {
			if i >= len(cells) {
				return ""
			}
			return cells[i]
		}
		if s.cellRow(t.line, header, cols, cell, func() []byte { return []byte(strings.Join(cells, "\t")) }, ""); s.stopped {
			return nil
		}
	}
}
