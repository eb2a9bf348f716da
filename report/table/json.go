package table

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"strconv"
)

// writeJSON writes {"tables": [{"name", "title", "caption", "n", "missing",
// "columns": [{"key", "head", "kind", "unit", "digits"}], "rows": [{key: value}],
// "notes": []}]}, a row a line, its members in the order of the columns.
func writeJSON(w io.Writer, _ Options, tables []*Table) error {
	b := bufio.NewWriter(w)
	var quoted bytes.Buffer
	e := json.NewEncoder(&quoted)
	e.SetEscapeHTML(false)
	text := func(s string) {
		quoted.Reset()
		e.Encode(clean(s)) // a string has a JSON form always
		b.Write(bytes.TrimSuffix(quoted.Bytes(), []byte{'\n'}))
	}
	member := func(key, value string) {
		b.WriteString(key)
		text(value)
	}
	b.WriteString(`{"tables": [`)
	for i, t := range tables {
		if i > 0 {
			b.WriteByte(',')
		}
		member("\n{\"name\": ", t.Name)
		member(",\n \"title\": ", t.Title)
		member(",\n \"caption\": ", t.Caption)
		b.WriteString(",\n \"n\": " + strconv.Itoa(t.N) + ", \"missing\": " + strconv.Itoa(t.Missing))
		b.WriteString(",\n \"columns\": [")
		for j, c := range t.Columns {
			if j > 0 {
				b.WriteByte(',')
			}
			member("\n  {\"key\": ", c.Key)
			member(", \"head\": ", c.Head)
			member(", \"kind\": ", c.Kind.String())
			member(", \"unit\": ", c.Unit)
			b.WriteString(", \"digits\": " + strconv.Itoa(c.Digits) + "}")
		}
		b.WriteString("],\n \"rows\": [")
		for j, row := range t.Rows {
			if j > 0 {
				b.WriteByte(',')
			}
			b.WriteString("\n  {")
			for k, cell := range row {
				if k > 0 {
					b.WriteString(", ")
				}
				c := t.Columns[k]
				text(c.Key)
				b.WriteString(": ")
				switch v := c.value(cell).(type) {
				case nil:
					b.WriteString("null")
				case string:
					text(v)
				default:
					b.WriteString(decimal(v))
				}
			}
			b.WriteByte('}')
		}
		b.WriteString("],\n \"notes\": [")
		for j, note := range t.Notes {
			if j > 0 {
				b.WriteString(", ")
			}
			text(note)
		}
		b.WriteString("]}")
	}
	b.WriteString("\n]}\n")
	return b.Flush()
}
