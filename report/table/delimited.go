package table

import (
	"bytes"
	"io"
	"strconv"
	"strings"
)

// writeCSV writes comma-separated values as in RFC 4180, but with LF, under the
// columns' keys.
func writeCSV(w io.Writer, t *Table) error { return writeDelimited(w, t, ',') }

// writeTSV writes tab-separated values under the columns' keys, without any
// quoting: no cell holds a tab or a line break.
func writeTSV(w io.Writer, t *Table) error { return writeDelimited(w, t, '\t') }

func writeDelimited(w io.Writer, t *Table, comma byte) error {
	var b bytes.Buffer
	for i, c := range t.Columns {
		if i > 0 {
			b.WriteByte(comma)
		}
		b.Write(AppendCell(nil, clean(c.Key), comma))
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
				b.Write(AppendCell(nil, clean(cell.Text), comma))
			case c.Kind == Count:
				b.WriteString(strconv.FormatInt(int64(cell.Number), 10))
			default:
				b.WriteString(exact(cell.Number))
			}
		}
		b.WriteByte('\n')
		if b.Len() > 1<<16 {
			if _, err := w.Write(b.Bytes()); err != nil {
				return err
			}
			b.Reset()
		}
	}
	_, err := w.Write(b.Bytes())
	return err
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
