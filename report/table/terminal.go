package table

import (
	"bytes"
	"io"
	"slices"
	"strings"

	"github.com/clipperhouse/displaywidth"
	"github.com/olekukonko/tablewriter"
	"github.com/olekukonko/tablewriter/renderer"
	"github.com/olekukonko/tablewriter/tw"
)

// writeTerminal draws tables for a terminal: texts wrapped to the left, numbers
// to the right. Where even the narrowest columns are wider than the terminal the
// table is wider, too: no number is ever cut.
func writeTerminal(w io.Writer, opt Options, tables []*Table) error {
	width := opt.Width
	if width <= 0 {
		width = 100
	}
	var b bytes.Buffer
	for i, t := range tables {
		if i > 0 {
			b.WriteByte('\n')
		}
		for _, line := range Wrap(clean(t.Title), width) {
			b.WriteString(line + "\n")
		}
		drawGrid(&b, t, width)
		for _, line := range Wrap(t.legend(), width) {
			b.WriteString(line + "\n")
		}
		for _, note := range t.Notes {
			for j, line := range Wrap(clean(note), width-2) {
				b.WriteString([]string{"* ", "  "}[min(j, 1)] + line + "\n")
			}
		}
	}
	_, err := w.Write(b.Bytes())
	return err
}

func drawGrid(b *bytes.Buffer, t *Table, width int) {
	cells := t.formatted(flat)
	widths, _ := fit(t, cells, width, 12)
	align := make([]tw.Align, len(t.Columns))
	padded := make([]int, len(t.Columns))
	head := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		align[i] = tw.AlignRight
		if c.textual() {
			align[i] = tw.AlignLeft
		}
		padded[i] = widths[i] + 2
		head[i] = strings.Join(Wrap(c.Heading(), widths[i]), "\n")
	}
	var drawn bytes.Buffer
	g := NewGrid(&drawn, padded, tablewriter.WithHeaderAlignmentConfig(tw.CellAlignment{PerColumn: align}), tablewriter.WithAlignment(align), tablewriter.WithHeaderAutoWrap(tw.WrapNone))
	g.Header(head)
	for _, row := range cells {
		for j, s := range row {
			row[j] = strings.Join(Wrap(s, widths[j]), "\n")
		}
		g.Append(row) // writes to memory and cannot fail
	}
	g.Render()
	b.Write(TrimLines(nil, drawn.Bytes()))
}

// NewGrid begins to draw on w a table of the light lines that all tables of the
// program have: between columns and under the head. The widths are those of the
// columns, with a space on either side of what they hold; no cell is broken into
// lines here. more are what is different about the table.
func NewGrid(w io.Writer, widths []int, more ...tablewriter.Option) *tablewriter.Table {
	columns := tw.NewMapper[int, int]()
	for i, n := range widths {
		columns[i] = n
	}
	return tablewriter.NewTable(w, append([]tablewriter.Option{
		tablewriter.WithRenderer(renderer.NewBlueprint(tw.Rendition{
			Symbols:  tw.NewSymbols(tw.StyleLight),
			Borders:  tw.BorderNone,
			Settings: tw.Settings{Lines: tw.Lines{ShowHeaderLine: tw.On}, Separators: tw.Separators{BetweenRows: tw.Off, BetweenColumns: tw.On}},
		})),
		tablewriter.WithHeaderAutoFormat(tw.Off),
		tablewriter.WithRowAutoWrap(tw.WrapNone),
		tablewriter.WithColumnWidths(columns),
		tablewriter.WithEastAsian(tw.Off), // else the environment would change the bytes
	}, more...)...)
}

// TrimLines appends what was drawn without the spaces at the ends of its lines.
func TrimLines(dst, drawn []byte) []byte {
	for line := range bytes.Lines(drawn) {
		dst = append(dst, bytes.TrimRight(line, " \n")...)
		dst = append(dst, '\n')
	}
	return dst
}

// flat makes a text take the same columns on every terminal. Joined signs, which
// some draw as one and some do not, are parted. A text that runs from the right
// ends with a mark, of no width, that turns the line again: else the next columns
// are shown before it.
func flat(s string) string {
	s = strings.ReplaceAll(s, "\u200d", "")
	for _, r := range s {
		if r >= 0x590 && r <= 0x8ff || r >= 0xfb1d && r <= 0xfdff || r >= 0xfe70 && r <= 0xfefc || r >= 0x10800 && r <= 0x10fff || r >= 0x1e800 && r <= 0x1efff {
			return s + "\u200e"
		}
	}
	return s
}

// fit gives each column its width, without padding: first what its cells and
// the longest word of its head take; what is too much is taken from the widest
// columns of text, until they are narrow, and what is left is given to heads
// that are broken. It reports whether the table is then within width.
func fit(t *Table, cells [][]string, width, narrow int) ([]int, bool) {
	widths := make([]int, len(t.Columns))
	room := width - (3*len(widths) - 1) // a space on both sides, a line between
	for i, c := range t.Columns {
		for word := range strings.FieldsSeq(c.Heading()) {
			widths[i] = max(widths[i], displaywidth.String(word))
		}
		for _, row := range cells {
			widths[i] = max(widths[i], displaywidth.String(row[i]))
		}
		widths[i] = max(widths[i], 1)
		room -= widths[i]
	}
	for room < 0 {
		widest := -1
		for i, c := range t.Columns {
			if c.textual() && widths[i] > narrow && (widest < 0 || widths[i] > widths[widest]) {
				widest = i
			}
		}
		if widest < 0 {
			break
		}
		widths[widest]--
		room++
	}
	order := make([]int, len(widths))
	for i := range order {
		order[i] = i
	}
	lack := func(i int) int { return displaywidth.String(t.Columns[i].Heading()) - widths[i] }
	slices.SortStableFunc(order, func(a, b int) int { return lack(a) - lack(b) })
	for _, i := range order {
		if n := lack(i); n > 0 && n <= room {
			widths[i] += n
			room -= n
		}
	}
	return widths, room >= 0
}

// Wrap breaks a line at spaces so that no part is wider than width columns; a
// word wider than that is broken inside. There is always at least one part.
func Wrap(s string, width int) []string {
	width = max(width, 1)
	var parts []string
	var line strings.Builder
	used := 0
	flush := func() {
		parts = append(parts, line.String())
		line.Reset()
		used = 0
	}
	for word := range strings.FieldsSeq(s) {
		wide := displaywidth.String(word)
		if used > 0 && used+1+wide > width {
			flush()
		}
		if used > 0 {
			line.WriteByte(' ')
			used++
		}
		if wide <= width {
			line.WriteString(word)
			used += wide
			continue
		}
		for g := displaywidth.StringGraphemes(word); g.Next(); {
			if used > 0 && used+g.Width() > width {
				flush()
			}
			line.WriteString(g.Value())
			used += g.Width()
		}
	}
	flush()
	return parts
}
