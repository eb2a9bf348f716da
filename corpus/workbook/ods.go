package workbook

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Sheets reads the sheets of an OpenDocument spreadsheet (ISO 26300), each row once and
// in order. It fails soon after ctx ended.
type Sheets struct {
	part  *part
	inTab bool
	line  int
	name  string

	cells  []string
	repeat int // rows that are the same and come next
}

// OpenODS begins to read.
func OpenODS(ctx context.Context, b []byte) (*Sheets, error) {
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return nil, fmt.Errorf("the archive is damaged or cut short: %w", err)
	}
	book := &Book{ctx: ctx, files: map[string]*zip.File{}}
	for _, f := range z.File[:min(len(z.File), maxFiles)] {
		book.files[strings.ToLower(f.Name)] = f
	}
	p, err := book.open("content.xml")
	if err != nil {
		return nil, err
	}
	return &Sheets{part: p}, nil
}

// Close ends the reading.
func (s *Sheets) Close() { s.part.close() }

// Sheet goes on to the next sheet; false after the last.
func (s *Sheets) Sheet() (name string, ok bool, err error) {
	for {
		t, err := s.part.next()
		if err == io.EOF {
			return "", false, nil
		}
		if err != nil {
			return "", false, err
		}
		if e, ok := t.(xml.StartElement); ok && e.Name.Local == "table" {
			s.name, s.line, s.repeat, s.inTab = attr(e, "name"), 0, 0, true
			return s.name, true, nil
		}
	}
}

// Line is the number of the row, from 1.
func (s *Sheets) Line() int { return s.line }

// Len is how many cells the row has.
func (s *Sheets) Len() int { return len(s.cells) }

// Cell is what cell i shows; "" where there is none.
func (s *Sheets) Cell(i int) string {
	if i >= len(s.cells) {
		return ""
	}
	return s.cells[i]
}

// Next reads the next row that has a cell with something in it. It is io.EOF after the
// last of the sheet.
func (s *Sheets) Next() error {
	if s.repeat > 0 {
		s.repeat--
		s.line++
		return nil
	}
	for s.inTab {
		t, err := s.part.next()
		if err == io.EOF {
			err = io.ErrUnexpectedEOF
		}
		if err != nil {
			return err
		}
		switch e := t.(type) {
		case xml.StartElement:
			if e.Name.Local != "table-row" {
				continue
			}
			times := max(atoi(attr(e, "number-rows-repeated")), 1)
			size, err := s.row()
			if err != nil {
				return err
			}
			s.line++
			if s.line > maxRows {
				return fmt.Errorf("more than %d rows", maxRows)
			}
			if len(s.cells) > 0 {
				if s.repeat = min(times-1, maxRows-s.line); s.repeat*size > maxRow {
					return fmt.Errorf("a row of %d bytes that is there %d times", size, times)
				}
				return nil
			}
			s.line += min(times-1, maxRows)
		case xml.EndElement:
			if e.Name.Local == "table" {
				s.inTab = false
			}
		}
	}
	return io.EOF
}

func atoi(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// row reads the cells of a row up to its end; those that are empty at its end are left out.
func (s *Sheets) row() (size int, err error) {
	s.cells = s.cells[:0]
	empty := 0 // cells so far since the last with something in it
	times, depth, skip := 1, 0, 0
	var shown strings.Builder // what a cell shows
	value, paras := "", 0     // what it is where that is a date or a number
	for {
		t, err := s.part.next()
		if err == io.EOF {
			err = io.ErrUnexpectedEOF
		}
		if err != nil {
			return 0, err
		}
		switch e := t.(type) {
		case xml.StartElement:
			switch e.Name.Local {
			case "table-cell", "covered-table-cell":
				times, value, paras = max(atoi(attr(e, "number-columns-repeated")), 1), attr(e, "date-value"), 0
				shown.Reset()
				if attr(e, "value-type") == "float" {
					value = attr(e, "value")
				}
			case "annotation":
				skip++
			case "p":
				if skip == 0 {
					if depth++; paras > 0 && depth == 1 {
						shown.WriteByte('\n')
					}
					paras++
				}
			case "line-break":
				shown.WriteByte('\n')
			case "s":
				shown.WriteString(strings.Repeat(" ", min(max(atoi(attr(e, "c")), 1), 100)))
			case "tab":
				shown.WriteByte('\t')
			}
		case xml.EndElement:
			switch e.Name.Local {
			case "annotation":
				skip = max(skip-1, 0)
			case "p":
				if skip == 0 {
					depth = max(depth-1, 0)
				}
			case "table-cell", "covered-table-cell":
				text := shown.String()
				if value != "" && text != "" {
					text = strings.TrimSuffix(value, "T00:00:00")
				}
				if text == "" || isFault(text) {
					empty += min(times, maxColumns)
					break
				}
				if len(s.cells)+empty+times > maxColumns {
					return 0, fmt.Errorf("more than %d columns", maxColumns)
				}
				size += len(text)
				for ; empty > 0; empty-- {
					s.cells = append(s.cells, "")
				}
				for range times {
					s.cells = append(s.cells, text)
				}
			case "table-row":
				return size, nil
			}
		case xml.CharData:
			if depth > 0 && skip == 0 {
				shown.Write(e)
			}
		}
		if size+shown.Len() > maxRow {
			return 0, fmt.Errorf("a row of more than %d MB", maxRow>>20)
		}
	}
}

// isFault reports whether a cell shows a mistake of a formula.
func isFault(s string) bool {
	return s == "#N/A" || s == "#NAME?" || s == "#REF!" || s == "#VALUE!" || s == "#DIV/0!" || s == "#NUM!" || s == "#NULL!" || strings.HasPrefix(s, "Err:5")
}
