package row

import (
	"bytes"
	"io"
	"strconv"
	"strings"

	"github.com/olekukonko/tablewriter"
	"github.com/olekukonko/tablewriter/tw"

	"rung/classify"
	"rung/corpus"
	"rung/report"
	"rung/report/table"
)

// tableColumns are those of the tables for people.
func tableColumns(l report.Levels) []string {
	probability := "P(VP)"
	if !l.BuiltIn() {
		probability = l.Names()[1] // of which it is one, but there is room for a word
	}
	return []string{"id", "company", "title", "level", probability, "vs title", "reason"}
}

// cells are the texts of tableColumns.
func cells(v *classify.Verdict, l report.Levels) [7]string {
	_, agreement, _ := testimony(v, l)
	return [7]string{string(v.ID), v.Company, v.Title, reads(v, l),
		strconv.Itoa(report.Percent(v.Probability)) + " %", against[agreement], because(v, l)}
}

// reads is the level for a reader, which leans where the verdict is not sure of it.
// A model that knows no ladder does not say how sure it is.
func reads(v *classify.Verdict, l report.Levels) string {
	key := l.Key(v.Level)
	if (v.Level == classify.Director || v.Level == classify.VP) && report.HasLadder(v) && !v.Sure {
		return "leans " + key
	}
	return key
}

// because is why the verdict is what it is: what the job is, or the text, where it
// is known why it has neither level or is unread, else the strongest reason.
func because(v *classify.Verdict, l report.Levels) string {
	neither, unread := whys(v)
	if why := neither + unread; why != "" {
		return whyWords[why]
	}
	return report.Strongest(v, l)
}

// whyWords are the keys why_neither and why_unread in words.
var whyWords = map[string]string{
	"below": "below Director", "above": "above VP", "other_function": "another function",
	"not_english": "not in English", "too_short": "too short", "no_duties": "no duties in it",
	"resume": "a résumé", "article": "an article", "several_jobs": "several jobs",
}

// against says how the duties read against the title's claim.
var against = [...]string{classify.Unclear: "–", classify.Agrees: "agrees", classify.ReadsLower: "lower", classify.ReadsHigher: "higher"}

// Markdown writes a table for people, with everything that comes from the
// postings escaped.
func Markdown(l report.Levels) Format {
	return Format{
		Name: "markdown",
		Head: func(dst []byte) []byte {
			columns := tableColumns(l)
			columns[4] = report.EscapeMarkdown(columns[4])
			return append(dst, "| "+strings.Join(columns, " | ")+" |\n|"+strings.Repeat("---|", len(columns))+"\n"...)
		},
		Row: func(dst []byte, _ corpus.Posting, v *classify.Verdict) []byte {
			for _, cell := range cells(v, l) {
				dst = append(dst, "| "...)
				dst = append(dst, report.EscapeMarkdown(report.Clean(cell))...)
				dst = append(dst, ' ')
			}
			return append(dst, "|\n"...)
		},
	}
}

// TableRows is the input of a Table: the cells of a row, separated by tabs.
func TableRows(l report.Levels) Format {
	return Format{Name: "table", Row: func(dst []byte, _ corpus.Posting, v *classify.Verdict) []byte {
		for _, cell := range cells(v, l) {
			dst = report.AppendClean(dst, cell)
			dst = append(dst, '\t')
		}
		dst[len(dst)-1] = '\n'
		return dst
	}}
}

// Table is an io.WriteCloser that draws the lines of TableRows as a table for a
// terminal while they come, in little memory. Each Write must end with a line.
type Table struct {
	w      io.Writer
	b      bytes.Buffer
	t      *tablewriter.Table
	head   []string
	widths []int
	out    []byte
}

// NewTable draws on w a table of width columns, at least 80.
func NewTable(w io.Writer, width int, l report.Levels) *Table {
	extra := max(width-80, 0)
	widths := []int{10 + extra/8, 9 + extra/8, 10 + extra/4, 16, 7, 10} // a level takes 14: leans director
	left := 80 + extra - len(widths)                                    // for the separators
	for _, n := range widths {
		left -= n
	}
	widths = append(widths, left)
	t := &Table{w: w, head: tableColumns(l), widths: widths}
	t.t = table.NewGrid(&t.b, widths, tablewriter.WithHeaderAlignment(tw.AlignLeft), tablewriter.WithStreaming(tw.StreamConfig{Enable: true}))
	return t
}

func (t *Table) Write(rows []byte) (int, error) {
	if err := t.start(); err != nil {
		return 0, err
	}
	for line := range strings.Lines(string(rows)) {
		if err := t.t.Append(t.cut(strings.Split(strings.TrimSuffix(line, "\n"), "\t"))); err != nil {
			return 0, err
		}
	}
	return len(rows), t.flush()
}

// cut makes the cells of a row fit their columns.
func (t *Table) cut(row []string) []string {
	for i := range row {
		row[i] = report.Truncate(row[i], t.widths[min(i, len(t.widths)-1)]-2)
	}
	return row
}

// start draws the header before the first row.
func (t *Table) start() error {
	if t.out != nil {
		return nil
	}
	t.out = []byte{}
	if err := t.t.Start(); err != nil {
		return err
	}
	t.t.Header(t.cut(t.head))
	return nil
}

// flush hands on what was drawn, because the library keeps the errors of its
// writer to itself.
func (t *Table) flush() error {
	t.out = table.TrimLines(t.out[:0], t.b.Bytes())
	t.b.Reset()
	_, err := t.w.Write(t.out)
	return err
}

// Close draws what is left: the header, where no row came.
func (t *Table) Close() error {
	if err := t.start(); err != nil {
		return err
	}
	if err := t.t.Close(); err != nil {
		return err
	}
	return t.flush()
}
