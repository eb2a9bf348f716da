package batch

import (
	"cmp"
	"io"
	"strconv"

	"rung/classify"
	"rung/corpus"
	"rung/corpus/boilerplate"
	"rung/report"
	"rung/report/row"
)

// ClassifyOptions say what the rows of verdicts are.
type ClassifyOptions struct {
	Format  string                 // one of ClassifyFormats
	Explain int                    // reasons a row; -1 is all
	Text    bool                   // rows hold the normalised text
	Least   float64                // a level that is less probable is unsure, 0 to 1
	Only    *Only                  // verdicts that have rows; nil: all
	Repeats *boilerplate.Sentences // what employers repeat counts half; nil: nothing does
	Width   int                    // of a table, in columns; 0 is 120
}

// ClassifyFormats are the formats of verdicts.
var ClassifyFormats = []string{"table", "jsonl", "csv", "tsv", "markdown", "html", "latex", "parquet", "xlsx", "db"}

// Classify is the task of rung classify: a verdict a posting. What comes again,
// with the same text, title and company, is judged once. An unknown format is
// written as jsonl.
func Classify(c *classify.Classifier, o ClassifyOptions) *Task {
	opt := row.Options{Text: o.Text, Levels: c.Model().Levels}
	t := &Task{
		Command: "classify", Model: c.Model().String(), Lexicon: c.Lexicon().Version, Format: o.Format, Levels: LevelNames(opt.Levels),
		Options: map[string]string{
			"with-text": strconv.FormatBool(o.Text), "explain": strconv.Itoa(o.Explain), "boilerplate": strconv.FormatBool(o.Repeats != nil),
			"min-probability": strconv.FormatFloat(o.Least, 'g', -1, 64), "only": o.Only.String(),
		},
	}
	var lines row.Format
	t.Columns = func(kept []string) {
		opt.Kept = kept
		lines = t.verdicts(o, opt)
	}
	t.Columns(nil)
	known := newDuplicates()
	t.Worker = func() func([]corpus.Posting, *Rows) {
		return func(postings []corpus.Posting, rows *Rows) {
			for i := range postings {
				p := &postings[i]
				v := known.verdict(p, func() classify.Verdict {
					v := c.ClassifyIn(o.Repeats, *p, o.Explain)
					v.Abstain(o.Least)
					return v
				})
				left := !o.Only.Keeps(v.Level, v.Sure)
				rows.Levels, rows.Left = append(rows.Levels, v.Level), append(rows.Left, left)
				switch {
				case left:
				case lines.Row != nil:
					rows.Text = lines.Row(rows.Text, *p, &v)
				case t.Format == "db":
					r := row.NewRecord(*p, &v, opt)
					rows.Results = append(rows.Results, r.StoreValues())
				default:
					rows.Records = append(rows.Records, row.NewRecord(*p, &v, opt))
				}
				rows.End()
			}
		}
	}
	return t
}

// verdicts is how rows of text are written, and sets what else the format needs.
func (t *Task) verdicts(o ClassifyOptions, opt row.Options) (lines row.Format) {
	switch o.Format {
	case "csv":
		lines = row.CSV(opt)
	case "tsv":
		lines = row.TSV(opt)
	case "markdown":
		lines = row.Markdown(opt.Levels)
	case "html":
		lines = row.HTML(opt.Levels)
	case "latex":
		lines = row.LaTeX(opt.Levels)
	case "parquet":
		t.Records = func(w io.Writer) row.RecordWriter { return row.NewParquet(w, opt) }
	case "xlsx":
		t.Records = func(w io.Writer) row.RecordWriter { return row.NewXLSX(w, opt) }
	case "db":
	case "table":
		width := cmp.Or(o.Width, 120)
		lines = row.TableRows(opt.Levels)
		t.Table = func(w io.Writer) io.WriteCloser { return row.NewTable(w, width, opt.Levels) }
	default:
		t.Format = "jsonl"
		lines = row.JSONL(opt)
	}
	if lines.Head != nil {
		t.Layout.Head = lines.Head(nil)
	}
	if lines.Foot != nil {
		t.Layout.Foot = lines.Foot(nil)
	}
	return lines
}

// LevelNames are the names of the levels in rows, by classify.Level.
func LevelNames(names report.Levels) []string {
	list := make([]string, classify.Unread+1)
	for l := range list {
		list[l] = classify.Level(l).String()
	}
	if !names.BuiltIn() {
		list[classify.Director], list[classify.VP] = names[0], names[1]
	}
	return list
}
