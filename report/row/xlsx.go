package row

import (
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"rung/classify"
	"rung/classify/signal"
	"rung/report"
)

// Limits of the format.
const (
	sheetRows = 1 << 20 // with the header
	cellUnits = 32767   // UTF-16 units in a cell
)

// NewXLSX writes records as a workbook with one sheet: the columns of CSV under
// a header that stays in sight, numbers as numbers, text as text that is never a
// formula. A text that is too long for a cell is cut, and ends in "…". More
// records than a sheet holds are an error. Rows wait in a temporary file until
// Close writes the workbook.
func NewXLSX(w io.Writer, opt Options) RecordWriter {
	x := &xlsxWriter{w: w, text: opt.Text, limit: sheetRows, file: excelize.NewFile()}
	x.err = x.begin()
	return x
}

type xlsxWriter struct {
	w           io.Writer
	text        bool
	limit, rows int
	file        *excelize.File
	sheet       *excelize.StreamWriter
	number      int // style of log-odds
	share       int // style of probabilities
	cells       []any
	err         error
}

const sheetName = "verdicts"

// widths of the columns, in characters; the others have that of a number.
var widths = map[string]float64{"id": 22, "source": 28, "company": 22, "title": 36, "reasons": 80, "flags": 20, "missing": 24, "model": 20, "text": 60}

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
	for i, n := range columnsOf(Options{Text: x.text}) {
		width := widths[n]
		if width == 0 {
			width = 12
		}
		if err := x.sheet.SetColWidth(i+1, i+1, width); err != nil {
			return err
		}
		x.cells = append(x.cells, excelize.Cell{StyleID: head, Value: n})
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
	x.cells = append(x.cells[:0], cellText(r.ID), cellText(r.Source), cellText(r.Company), cellText(r.Title), r.Level,
		excelize.Cell{StyleID: x.share, Value: r.Probability}, excelize.Cell{StyleID: x.number, Value: r.LogOdds}, r.TitleClaim, r.Agreement)
	for _, odds := range r.Differences.list() {
		x.cells = append(x.cells, excelize.Cell{StyleID: x.number, Value: *odds})
	}
	x.cells = append(x.cells, strings.Join(r.Flags, " "), strings.Join(r.Missing, " "), cellText(r.reasons()), cellText(r.Model))
	if x.text {
		x.cells = append(x.cells, cellText(r.Text))
	}
	x.standing(r)
	return x.sheet.SetRow(fmt.Sprintf("A%d", x.rows), x.cells)
}

// standing adds the cells of standingColumns.
func (x *xlsxWriter) standing(r *Record) {
	x.cells = append(x.cells, r.Sure)
	if r.Ladder == nil {
		x.cells = append(x.cells, make([]any, 2+classify.NumRungs+signal.NumFacts)...)
	} else {
		x.cells = append(x.cells, r.Rung)
		for _, p := range r.Ladder.list() {
			x.cells = append(x.cells, excelize.Cell{StyleID: x.share, Value: *p})
		}
		f := r.Facts
		x.cells = append(x.cells, excelize.Cell{StyleID: x.share, Value: r.Function.Engineering},
			f.Scope.Value, f.Below.Value, f.Above.Value, f.Exec.Value, f.Budget.Value, f.Horizon.Value, f.HandsOn.Value, f.BuildOrg.Value, f.Stage.Value)
		if n := f.Size.Value; n != nil {
			x.cells = append(x.cells, *n)
		} else {
			x.cells = append(x.cells, nil)
		}
	}
	x.cells = append(x.cells, r.WhyNeither+r.WhyUnread, excelize.Cell{StyleID: x.share, Value: r.PriorVP})
}

// Close writes the workbook and removes what waited for it.
func (x *xlsxWriter) Close() error {
	if x.err == nil {
		x.err = x.sheet.Flush()
	}
	if x.err == nil {
		_, x.err = x.file.WriteTo(x.w)
	}
	if err := x.file.Close(); x.err == nil {
		x.err = err
	}
	return x.err
}

// reasons are the cell of reasonsCell, of numbers that are rounded already.
func (r *Record) reasons() string {
	var b []byte
	for i := range r.Reasons {
		reason := &r.Reasons[i]
		words := ""
		if len(reason.Evidence) > 0 {
			words = reason.Evidence[0].Quote
		}
		b = appendReason(b, reason.Rule, reason.Weight*reason.Value, words)
	}
	return string(b)
}

// cellText is s without the characters that XML cannot hold and those that turn
// the direction of writing, no longer than a cell may be. Lines stay.
func cellText(s string) string {
	units := 0
	var b strings.Builder
	for line := range strings.Lines(s) {
		text := report.Clean(line)
		if strings.HasSuffix(line, "\n") {
			text += "\n"
		}
		for _, c := range text {
			n := 1
			if c > 0xffff {
				n = 2
			}
			if units += n; units > cellUnits-2 {
				return b.String() + "…"
			}
			b.WriteRune(c)
		}
	}
	return b.String()
}
