package table

import (
	"bufio"
	"io"
	"strings"
)

// delimited writes values under the columns' keys: between commas as in RFC 4180,
// but with LF; between tabs without any quoting, since no cell holds a tab or a line
// break.
func delimited(comma byte) func(w io.Writer, t *Table) error {
	return func(w io.Writer, t *Table) error {
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
				switch v := t.Columns[i].value(cell).(type) {
				case nil, string:
					s, _ := v.(string)
					if s == "" && len(row) == 1 && comma == ',' {
						b.WriteString(`""`) // a line must not be blank
					}
					b.Write(AppendCell(b.AvailableBuffer(), s, comma))
				default:
					b.WriteString(decimal(v))
				}
			}
			b.WriteByte('\n')
		}
		return b.Flush()
	}
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
