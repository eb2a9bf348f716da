package web

import (
	"bufio"
	"io"
	"net/http"
	"slices"

	"rung/classify"
	"rung/corpus"
	"rung/report"
	"rung/report/row"
)

// export is a format in which rows are taken along: text, or records.
type export struct {
	name, kind, ending string
	text               func(row.Options) row.Format
	records            func(io.Writer, row.Options) row.RecordWriter
}

var exports = []export{
	{name: "csv", kind: "text/csv; charset=utf-8", ending: "csv", text: row.CSV},
	{name: "tsv", kind: "text/tab-separated-values; charset=utf-8", ending: "tsv", text: row.TSV},
	{name: "xlsx", kind: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ending: "xlsx", records: row.NewXLSX},
	{name: "jsonl", kind: "application/x-ndjson", ending: "jsonl", text: row.JSONL},
	{name: "parquet", kind: "application/vnd.apache.parquet", ending: "parquet", records: row.NewParquet},
	{name: "markdown", kind: "text/markdown; charset=utf-8", ending: "md", text: ofLevels(row.Markdown)},
	{name: "html", kind: "text/html; charset=utf-8", ending: "html", text: ofLevels(row.HTML)},
	{name: "latex", kind: "application/x-latex", ending: "tex", text: ofLevels(row.LaTeX)},
}

func ofLevels(f func(report.Levels) row.Format) func(row.Options) row.Format {
	return func(o row.Options) row.Format { return f(o.Levels) }
}

// tableRows sends the rows that are asked for, in the order that is asked for,
// whole and with reasons.
func (s *Server) tableRows(w http.ResponseWriter, r *http.Request) error {
	t, err := s.table(r)
	at := slices.IndexFunc(exports, func(e export) bool { return e.name == r.PathValue("format") })
	if err != nil || at < 0 {
		return errGone
	}
	q := asking(r.URL.Query())
	var wanted []int
	t.selected(&q, func(r *entry) bool { wanted = append(wanted, r.N); return true })
	e := exports[at]
	w.Header().Set("Content-Type", e.kind)
	w.Header().Set("Content-Disposition", `attachment; filename="postings.`+e.ending+`"`)
	out := bufio.NewWriterSize(w, 64<<10)
	put, end := e.open(out, row.Options{Levels: s.levels()})
	send := func(n int) error {
		p, err := t.source.Posting(r.Context(), n)
		if err != nil {
			return err
		}
		var v classify.Verdict
		if err := s.queue.turn(r.Context(), func() { v = s.Classifier.ClassifyTop(p, 3) }); err != nil {
			return err
		}
		return put(p, &v)
	}
	for i := 0; i < len(wanted) && err == nil; i++ {
		err = send(wanted[i])
	}
	if end() != nil || out.Flush() != nil || err != nil {
		panic(http.ErrAbortHandler) // the file is not whole, and its asker must see that
	}
	return nil
}

// open begins a file; put adds a row, and end finishes.
func (e *export) open(w io.Writer, opt row.Options) (put func(corpus.Posting, *classify.Verdict) error, end func() error) {
	if e.records != nil {
		to := e.records(w, opt)
		return func(p corpus.Posting, v *classify.Verdict) error {
			return to.Write([]row.Record{row.NewRecord(p, v, opt)})
		}, to.Close
	}
	f := e.text(opt)
	var line []byte
	if f.Head != nil {
		line = f.Head(nil)
	}
	return func(p corpus.Posting, v *classify.Verdict) error {
			line = f.Row(line, p, v)
			_, err := w.Write(line)
			line = line[:0]
			return err
		}, func() error {
			if f.Foot != nil {
				line = f.Foot(line)
			}
			_, err := w.Write(line)
			return err
		}
}
