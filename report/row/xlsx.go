package row

import (
	"cmp"
	"fmt"
	"io"
	"reflect"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"rung/corpus"
	"rung/report"
	"rung/report/table"
)

// Limits of the format.
const (
	sheetRows = 1 << 20 // with the header
	cellUnits = 32767   // UTF-16 units in a cell
)

// NewXLSX writes records as a workbook with one sheet: the columns of CSV under
// a header that stays in sight, numbers as numbers, text as text that is never a
// formula, not even when a reader edits it. A text that is too long for a cell is
// cut, and ends in "…". More records than a sheet holds are an error. Rows wait in
// a temporary file until Close writes the workbook.
func NewXLSX(w io.Writer, opt Options) RecordWriter {
	x := &xlsxWriter{w: w, columns: sheetCells(opt), limit: sheetRows, file: excelize.NewFile()}
	x.err = x.begin()
	return x
}

type xlsxWriter struct {
	w           io.Writer
	columns     []cell
	limit, rows int
	file        *excelize.File
	sheet       *excelize.StreamWriter
	number      int // style of log-odds
	share       int // style of probabilities
	cells       []any
	err         error
}

const sheetName = "verdicts"

func (x *xlsxWriter) begin() error {
	const day = "2000-01-01T00:00:00Z" // equal records give equal bytes
	if err := x.file.SetDocProps(&excelize.DocProperties{Title: "Levels of postings", Creator: "rung", LastModifiedBy: "rung", Created: day, Modified: day}); err != nil {
		return err
	}
	if err := x.file.SetSheetName("Sheet1", sheetName); err != nil {
		return err
	}
	head, err := x.file.NewStyle(&excelize.Style{
		Font:      &excelize.Font{Bold: true, Color: "FFFFFF"},
		Fill:      excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"2F4B7C"}},
		Alignment: &excelize.Alignment{Vertical: "center"},
	})
	if err != nil {
		return err
	}
	if x.number, err = x.file.NewStyle(&excelize.Style{NumFmt: 2}); err != nil { // 0.00
		return err
	}
	if x.share, err = x.file.NewStyle(&excelize.Style{NumFmt: 9}); err != nil { // 0 %
		return err
	}
	if x.sheet, err = x.file.NewStreamWriter(sheetName); err != nil {
		return err
	}
	for i, c := range x.columns {
		if err := x.sheet.SetColWidth(i+1, i+1, cmp.Or(c.width, 12)); err != nil {
			return err
		}
		x.cells = append(x.cells, excelize.Cell{StyleID: head, Value: c.name})
	}
	if err := x.sheet.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	x.rows = 1
	return x.sheet.SetRow("A1", x.cells, excelize.RowOpts{Height: 20})
}

func (x *xlsxWriter) Write(records []Record) error {
	for i := range records {
		if x.err == nil {
			x.err = x.row(&records[i])
		}
	}
	return x.err
}

func (x *xlsxWriter) row(r *Record) error {
	if x.rows++; x.rows > x.limit {
		return fmt.Errorf("a sheet of a workbook holds %d rows and there are more; write csv or parquet", x.limit-1)
	}
	x.cells = x.cells[:0]
	of := reflect.ValueOf(r).Elem()
	for i := range x.columns {
		value, err := x.cell(&x.columns[i], of)
		if err != nil {
			return err
		}
		x.cells = append(x.cells, value)
	}
	return x.sheet.SetRow(fmt.Sprintf("A%d", x.rows), x.cells)
}

// cell is the value of a cell with its style; nil: there is none.
func (x *xlsxWriter) cell(c *cell, of reflect.Value) (any, error) {
	v, ok := c.value(of)
	switch {
	case !ok:
		return nil, nil
	case c.kept:
		f := v.Interface().(corpus.Field)
		if f.JSON {
			if n, err := strconv.ParseFloat(f.Value, 64); err == nil && strconv.FormatFloat(n, 'f', -1, 64) == f.Value {
				return n, nil // as written: a long number stays a text
			}
			if f.Value == "true" || f.Value == "false" {
				return f.Value == "true", nil
			}
		}
		return x.text(keptText(f.Value))
	case v.Kind() == reflect.String:
		return x.text(cellText(v.String()))
	case v.Kind() == reflect.Float64 && c.share:
		return excelize.Cell{StyleID: x.share, Value: v.Float()}, nil
	case v.Kind() == reflect.Float64:
		return excelize.Cell{StyleID: x.number, Value: v.Float()}, nil
	}
	return v.Interface(), nil
}

// text is a cell of text that is never a formula.
func (x *xlsxWriter) text(s string) (any, error) {
	if !table.Formula(s) {
		return s, nil
	}
	typed, err := x.file.NewStyle(&excelize.Style{NumFmt: 49}) // "@": it stays a text when a reader edits it
	return excelize.Cell{StyleID: typed, Value: s}, err
}

// Close writes the workbook and removes what waited for it.
func (x *xlsxWriter) Close() error {
	if x.err == nil { // readers filter by its header
		var last string
		if last, x.err = excelize.CoordinatesToCellName(len(x.columns), x.rows); x.err == nil {
			x.err = x.sheet.Flush()
		}
		if x.err == nil {
			x.err = x.file.AutoFilter(sheetName, "A1:"+last, nil)
		}
	}
	if x.err == nil {
		_, x.err = x.file.WriteTo(x.w)
	}
	if err := x.file.Close(); x.err == nil {
		x.err = err
	}
	return x.err
}

// cellText is s without the characters that XML cannot hold and those that turn
// the direction of writing, no longer than a cell may be. Lines stay.
func cellText(s string) string {
	var b strings.Builder
	for line := range strings.Lines(s) {
		b.WriteString(report.Clean(line))
		if strings.HasSuffix(line, "\n") {
			b.WriteByte('\n')
		}
	}
	return cutCell(b.String())
}

// cutCell is s, no longer than a cell may be.
func cutCell(s string) string {
	units := 0
	for i, c := range s {
		if units++; c > 0xffff {
			units++
		}
		if units > cellUnits-2 {
			return s[:i] + "…"
		}
	}
	return s
}
