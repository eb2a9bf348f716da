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
		writeValue(b, clean(c.Key), comma, false)
	}
	b.WriteByte('\n')
	for _, row := range t.Rows {
		for i, cell := range row {
			if i > 0 {
				b.WriteByte(comma)
			}
			c := t.Columns[i]
			switch {
			case c.missing(cell): // nothing, but a line must not be blank
				if len(row) == 1 && comma == ',' {
					b.WriteString(`""`)
				}
			case c.textual():
				writeValue(b, clean(cell.Text), comma, len(row) == 1)
			default:
				b.WriteString(c.value(cell))
			}
		}
		b.WriteByte('\n')
	}
	return b.Flush()
}

// writeValue writes a text as one cell.
func writeValue(b *bufio.Writer, s string, comma byte, alone bool) {
	s = harmless(s)
	if comma == '\t' || !strings.ContainsAny(s, `",`) && !(alone && s == "") {
		b.WriteString(s)
		return
	}
	b.WriteByte('"')
	b.WriteString(strings.ReplaceAll(s, `"`, `""`))
	b.WriteByte('"')
}
