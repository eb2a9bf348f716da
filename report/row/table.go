package row

import (
	"bytes"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/olekukonko/tablewriter"
	"github.com/olekukonko/tablewriter/tw"

	"rung/classify"
	"rung/classify/signal"
	"rung/corpus"
	"rung/report"
	"rung/report/table"
)

// Format is a way of writing verdicts one a row. Its functions append to dst
// and may be called from many goroutines; a file is Head, then rows in order,
// then Foot.
type Format struct {
	Name string
	Head func(dst []byte) []byte // nil: none
	Row  func(dst []byte, p corpus.Posting, v *classify.Verdict) []byte
	Foot func(dst []byte) []byte // nil: none
}

// JSONL writes one JSON object a line: see Append.
func JSONL(opt Options) Format {
	return Format{Name: "jsonl", Row: func(dst []byte, p corpus.Posting, v *classify.Verdict) []byte {
		return append(Append(dst, p, v, opt), '\n')
	}}
}

// columns are those of CSV and TSV: all of a row that fits a cell. The
// differences stand in the order of package signal; reasons are "rule
// contribution “quotation”", separated by "; ". Programs may count columns: new
// ones come last, even behind the text.
var columns = slices.Concat(
	[]string{"id", "source", "company", "title", "level", "probability", "log_odds", "title_claim", "agreement"},
	differences[:],
	[]string{"flags", "missing", "reasons", "model"})

// standingColumns are those on where the job stands: rung is the most probable,
// why is why_neither or why_unread. The cells of what a row does not have are
// empty.
var standingColumns = func() []string {
	names := []string{"sure", "rung"}
	for r := range classify.NumRungs {
		names = append(names, "ladder_"+classify.Rung(r).String())
	}
	names = append(names, "engineering")
	names = append(names, factColumns...)
	return append(names, "why", "prior_vp")
}()

// factColumns are those of the facts of the job.
var factColumns = func() (names []string) {
	for k := range signal.NumFacts {
		names = append(names, "fact_"+signal.Fact(k).String())
	}
	return names
}()

// columnsOf are the columns of a sheet.
func columnsOf(opt Options) []string {
	if opt.Text {
		return slices.Concat(columns, []string{"text"}, standingColumns)
	}
	return slices.Concat(columns, standingColumns)
}

// CSV writes comma-separated values as in RFC 4180, but with LF, under a
// header. A cell of text that a spreadsheet would take for a formula gets an
// apostrophe before it; control characters are dropped.
func CSV(opt Options) Format { return separated("csv", ',', opt) }

// TSV writes tab-separated values under a header, without any quoting: no cell
// holds a tab or a line break.
func TSV(opt Options) Format { return separated("tsv", '\t', opt) }

func separated(name string, comma byte, opt Options) Format {
	return Format{
		Name: name,
		Head: func(dst []byte) []byte {
			for i, n := range columnsOf(opt) {
				if i > 0 {
					dst = append(dst, comma)
				}
				dst = append(dst, n...)
			}
			return append(dst, '\n')
		},
		Row: func(dst []byte, p corpus.Posting, v *classify.Verdict) []byte {
			text := func(s string) {
				dst = appendCell(dst, s, comma)
				dst = append(dst, comma)
			}
			claim, agreement, missing := testimony(v, opt.Levels)
			number := func(f float64) {
				dst = report.AppendFloat(dst, f)
				dst = append(dst, comma)
			}
			text(string(v.ID))
			text(v.Source)
			text(v.Company)
			text(v.Title)
			text(opt.Levels.Key(v.Level))
			number(v.Probability)
			number(v.LogOdds)
			text(claim.String())
			text(agreement.String())
			for _, odds := range v.Differences {
				number(odds)
			}
			text(strings.Join(v.Flags, " "))
			text(strings.Join(missing, " "))
			text(reasonsCell(p.Text, v))
			text(v.Model)
			if opt.Text {
				text(p.Text)
			}
			dst = appendStandingCells(dst, v, comma)
			dst[len(dst)-1] = '\n'
			return dst
		},
	}
}

// appendStandingCells appends the cells of standingColumns, each with the comma
// behind it. None of them holds a sign that must be quoted.
func appendStandingCells(dst []byte, v *classify.Verdict, comma byte) []byte {
	dst = append(strconv.AppendBool(dst, v.Sure), comma)
	if report.HasLadder(v) {
		dst = append(append(dst, v.Ladder.Best().String()...), comma)
		for _, p := range v.Ladder {
			dst = append(report.AppendFloat(dst, p), comma)
		}
		dst = append(report.AppendFloat(dst, v.Engineering), comma)
	} else {
		for range 2 + classify.NumRungs {
			dst = append(dst, comma)
		}
	}
	dst = appendFactCells(dst, v, comma)
	neither, unread := whys(v)
	dst = append(append(append(dst, neither...), unread...), comma)
	return append(report.AppendFloat(dst, v.PriorVP), comma)
}

// appendFactCells appends the cells of factColumns, each with the comma behind it.
func appendFactCells(dst []byte, v *classify.Verdict, comma byte) []byte {
	stated := report.HasLadder(v)
	for k := range v.Facts {
		if stated {
			dst = appendFactCell(dst, &v.Facts, signal.Fact(k))
		}
		dst = append(dst, comma)
	}
	return dst
}

// reasonsCell lists the reasons in one line.
func reasonsCell(text string, v *classify.Verdict) string {
	var b []byte
	for i := range v.Reasons {
		r := &v.Reasons[i]
		words := ""
		if len(r.Evidence) > 0 {
			words = report.Quote(text, r.Evidence[0].Span)
		}
		b = appendReason(b, r.Rule, r.Contribution(), words)
	}
	return string(b)
}

// appendReason appends one reason to those of its cell.
func appendReason(b []byte, rule string, contribution float64, words string) []byte {
	if len(b) > 0 {
		b = append(b, "; "...)
	}
	b = append(b, rule...)
	b = append(b, ' ')
	b = report.AppendFloat(b, contribution)
	if words != "" {
		b = append(b, " “"...)
		b = report.AppendClean(b, words)
		b = append(b, "”"...)
	}
	return b
}

// appendCell appends s, cleaned, as one cell.
func appendCell(dst []byte, s string, comma byte) []byte {
	from := len(dst)
	dst = report.AppendClean(dst, s)
	cell := dst[from:]
	if r, n := utf8.DecodeRune(cell); n > 0 && strings.ContainsRune("=+-@＝＋－＠", r) {
		dst = slices.Insert(dst, from, '\'')
		cell = dst[from:]
	}
	if comma == '\t' || !bytes.ContainsAny(cell, `",`) {
		return dst
	}
	quoted := bytes.ReplaceAll(cell, []byte(`"`), []byte(`""`))
	dst = append(dst[:from], '"')
	dst = append(dst, quoted...)
	return append(dst, '"')
}

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
		string(appendPercent(nil, v.Probability)), against(agreement), because(v, l)}
}

// reads is the level for a reader: one that the verdict is not sure of leans. A
// model that knows no ladder does not say how sure it is.
func reads(v *classify.Verdict, l report.Levels) string {
	key := l.Key(v.Level)
	if (v.Level == classify.Director || v.Level == classify.VP) && report.HasLadder(v) && !v.Sure {
		return "leans " + key
	}
	return key
}

// because is why the verdict is what it is: of one that is neither or unread what
// it is instead, where that is known, else the strongest reason.
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

func appendPercent(dst []byte, probability float64) []byte {
	n := report.Percent(probability)
	if n >= 10 {
		dst = append(dst, byte('0'+n/10))
	}
	return append(dst, byte('0'+n%10), ' ', '%')
}

// against says how the duties read against the title's claim.
func against(a classify.Agreement) string {
	switch a {
	case classify.Agrees:
		return "agrees"
	case classify.ReadsLower:
		return "lower"
	case classify.ReadsHigher:
		return "higher"
	}
	return "–"
}

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
