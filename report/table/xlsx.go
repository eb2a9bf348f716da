package table

import (
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/clipperhouse/displaywidth"
	"github.com/xuri/excelize/v2"
)

// writeXLSX writes a workbook with a sheet a table: heads frozen in the first
// row, cells with their types and every digit, shown as people's formats round
// them. The last sheet, Notes, has titles, captions, counts and notes. A text is
// never a formula: it is stored as text.
func writeXLSX(w io.Writer, opt Options, tables []*Table) error {
	f := excelize.NewFile()
	defer f.Close()
	title := clean(opt.Title)
	if title == "" && len(tables) > 0 {
		title = clean(tables[0].Title)
	}
	// The library would else tell its own name and year.
	if err := f.SetDocProps(&excelize.DocProperties{Title: title, Creator: "rung", LastModifiedBy: "rung", Created: "2000-01-01T00:00:00Z", Modified: "2000-01-01T00:00:00Z"}); err != nil {
		return err
	}
	taken := map[string]bool{}
	for i, t := range append(tables[:len(tables):len(tables)], notesSheet(tables)) {
		name := sheetName(t.Name, taken)
		if i == 0 {
			if err := f.SetSheetName("Sheet1", name); err != nil {
				return err
			}
		} else if _, err := f.NewSheet(name); err != nil {
			return err
		}
		if err := fillSheet(f, name, t); err != nil {
			return err
		}
	}
	f.SetActiveSheet(0)
	_, err := f.WriteTo(w)
	return err
}

// notesSheet holds what stands beside the tables, a row for each.
func notesSheet(tables []*Table) *Table {
	n := Captions(tables...)
	n.Name = "Notes"
	return n
}

func fillSheet(f *excelize.File, sheet string, t *Table) error {
	for j, c := range t.Columns {
		wide := 0
		for _, row := range t.Rows {
			wide = max(wide, displaywidth.String(c.Format(row[j])))
		}
		column, err := excelize.ColumnNumberToName(j + 1)
		if err != nil {
			return err
		}
		heading := clean(c.Head)
		if c.Kind != Share { // its cells show the sign
			heading = c.Heading()
		}
		wide = max(min(wide, 60), min(displaywidth.String(heading), 24)) + 2
		if err := f.SetColWidth(sheet, column, column, float64(wide)); err != nil {
			return err
		}
		style, err := f.NewStyle(headStyle(c))
		if err != nil {
			return err
		}
		if err := setCell(f, sheet, column+"1", style, heading); err != nil {
			return err
		}
		if style, err = f.NewStyle(bodyStyle(c)); err != nil {
			return err
		}
		for i, row := range t.Rows {
			value := c.value(row[j])
			if value == nil {
				continue
			}
			if err := setCell(f, sheet, column+strconv.Itoa(i+2), style, value); err != nil {
				return err
			}
		}
	}
	if err := f.SetPanes(sheet, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	last, err := excelize.CoordinatesToCellName(len(t.Columns), len(t.Rows)+1)
	if err != nil {
		return err
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return f.AutoFilter(sheet, "A1:"+last, nil)
}

func setCell(f *excelize.File, sheet, at string, style int, value any) error {
	if err := f.SetCellValue(sheet, at, value); err != nil {
		return err
	}
	return f.SetCellStyle(sheet, at, at, style)
}

// headStyle and bodyStyle are those of a column; the library makes equal ones once.
func headStyle(c Column) *excelize.Style {
	side := "left"
	if !c.textual() {
		side = "right"
	}
	return &excelize.Style{
		Font:      &excelize.Font{Bold: true},
		Alignment: &excelize.Alignment{Horizontal: side, Vertical: "bottom", WrapText: true},
		Border:    []excelize.Border{{Type: "bottom", Color: "000000", Style: 1}},
	}
}

func bodyStyle(c Column) *excelize.Style {
	if c.textual() {
		text := 49 // "@": typed as text also when a reader edits the cell
		return &excelize.Style{NumFmt: text, Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}}
	}
	format := "#,##0"
	if c.Kind != Count && c.Digits > 0 {
		format += "." + strings.Repeat("0", min(c.Digits, 30))
	}
	if c.Kind == Share {
		format += "%"
	}
	return &excelize.Style{CustomNumFmt: &format, Alignment: &excelize.Alignment{Vertical: "top"}}
}

// sheetName is a name that a workbook allows: up to 31 characters, none of
// :\/?*[] and no apostrophe, of its own whatever the case.
func sheetName(name string, taken map[string]bool) string {
	name = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:\/?*[]'`, r) {
			return '-'
		}
		return r
	}, clean(name))
	cut := func(n int) string {
		s := name
		for utf8.RuneCountInString(s) > n || len(s) > 3*n {
			_, size := utf8.DecodeLastRuneInString(s)
			s = s[:len(s)-size]
		}
		return s
	}
	for i, s := 2, cut(31); ; i++ {
		if key := strings.ToLower(s); s != "" && !taken[key] {
			taken[key] = true
			return s
		}
		s = cut(26) + " " + strconv.Itoa(i)
	}
}
