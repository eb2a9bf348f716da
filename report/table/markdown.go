package table

import (
	"bytes"
	"io"
	"regexp"
)

// markup is all that Markdown, in its usual dialects, could take for its own.
var markup = regexp.MustCompile("[\\\\`*_{}\\[\\]<>#|~^$@&!]")

// mark escapes a clean text for Markdown.
func mark(s string) string { return markup.ReplaceAllString(s, `\$0`) }

// writeMarkdown writes each table under a heading, as a pipe table with numbers
// to the right; caption, counts and notes follow.
func writeMarkdown(w io.Writer, _ Options, tables []*Table) error {
	var b bytes.Buffer
	for i, t := range tables {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString("### " + mark(clean(t.Title)) + "\n\n|")
		for _, c := range t.Columns {
			b.WriteString(" " + mark(c.Heading()) + " |")
		}
		b.WriteString("\n|")
		for _, c := range t.Columns {
			if c.textual() {
				b.WriteString(":---|")
			} else {
				b.WriteString("---:|")
			}
		}
		b.WriteByte('\n')
		for _, row := range t.Rows {
			b.WriteByte('|')
			for j, cell := range row {
				b.WriteString(" " + mark(t.Columns[j].Format(cell)) + " |")
			}
			b.WriteByte('\n')
		}
		b.WriteString("\n" + mark(t.legend()) + "\n")
		for j, note := range t.Notes {
			if j == 0 {
				b.WriteByte('\n')
			}
			b.WriteString("- " + mark(clean(note)) + "\n")
		}
	}
	_, err := w.Write(b.Bytes())
	return err
}
