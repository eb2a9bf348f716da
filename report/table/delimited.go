package table

import (
	"bufio"
	"io"
	"strings"
)

// writeCSV writes comma-separated values as in RFC 4180, but with LF, under the
// columns' keys.
func writeCSV(w io.Writer, t *Table) error { return writeDelimited(w, t, ',') }

// writeTSV writes tab-separated values under the columns' keys, without any
// quoting: no cell holds a tab or a line break.
func writeTSV(w io.Writer, t *Table) error { return writeDelimited(w, t, '\t') }

func writeDelimited(w io.Writer, t *Table, comma byte) error {
	b := bufio.NewWriter(w)
	for i, c := range t.Columns {
		if i > 0 {
			b.WriteByte(comma)
		}
		b.Write(AppendCell(b.AvailableBuffer(), clean(c.Key), comma))
	}
	b.WriteByte('\n')
	for _, row := range t.Rows {
		for i, cell := range row {
			if i > 0 {
				b.WriteByte(comma)
			}
			c := t.Columns[i]
			switch {
			case c.missing(cell), c.textual() && clean(cell.Text) == "": // nothing, but a line must not be blank
				if len(row) == 1 && comma == ',' {
					b.WriteString(`""`)
				}
			case c.textual():
				b.Write(AppendCell(b.AvailableBuffer(), clean(cell.Text), comma))
			default:
				b.WriteString(c.value(cell))
			}
		}
		b.WriteByte('\n')
	}
	return b.Flush()
}

// AppendCell appends a text, one line without control characters, as a cell that no
// spreadsheet takes for a formula: between tabs as it is, between commas quoted
// where it must be.
func AppendCell(dst []byte, s string, comma byte) []byte {
	s = Harmless(s)
	if comma == '\t' || !strings.ContainsAny(s, `",`) {
		return append(dst, s...)
	}
	dst = append(dst, '"')
	dst = append(dst, strings.ReplaceAll(s, `"`, `""`)...)
	return append(dst, '"')
}
