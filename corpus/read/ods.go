package read

import (
	"fmt"
	"io"

	"rung/corpus/workbook"
)

// maxODSSheets is how many sheets of an OpenDocument spreadsheet are looked at: each is
// reached through those before it.
const maxODSSheets = 50

// ods reads the sheets of an OpenDocument spreadsheet.
func (s *stream) ods(b []byte) error {
	book, err := workbook.OpenODS(s.ctx, b)
	if err != nil {
		return fmt.Errorf("the workbook cannot be read: %w", err)
	}
	defer book.Close()
	var all []sheetOf
	for {
		name, ok, err := book.Sheet()
		if err != nil {
			return fmt.Errorf("the workbook cannot be read: %w", err)
		}
		if !ok {
			return s.sheets(all)
		}
		if len(all) == maxODSSheets {
			s.m.say(fmt.Sprintf("sheets behind the first %d are not read", maxODSSheets))
			return s.sheets(all)
		}
		n := len(all) + 1
		all = append(all, sheetOf{name: name, open: func() (rows, func(), error) { return s.odsSheet(b, n) }})
	}
}

// odsSheet opens sheet n, from 1.
func (s *stream) odsSheet(b []byte, n int) (rows, func(), error) {
	r, err := workbook.OpenODS(s.ctx, b)
	for i := 0; err == nil && i < n; i++ {
		_, _, err = r.Sheet()
	}
	if err != nil {
		return nil, nil, fmt.Errorf("the workbook cannot be read: %w", err)
	}
	return &odsRows{r}, r.Close, nil
}

// odsRows are the rows of one.
type odsRows struct{ *workbook.Sheets }

func (r *odsRows) next() error {
	err := r.Next()
	if err != nil && err != io.EOF {
		err = fmt.Errorf("reading on after row %d: %w", r.Line(), err)
	}
	return err
}

func (r *odsRows) line() int         { return r.Line() }
func (r *odsRows) size() int         { return r.Len() }
func (r *odsRows) cell(i int) string { return r.Cell(i) }
func (r *odsRows) raw() []byte       { return rawRow(r) }
func (r *odsRows) note() string      { return "" }
func (r *odsRows) header(int)        {}
