package web

import (
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
	e := exports[at]
	out := &outlet{to: w, seat: seat{ctx: r.Context(), queue: s.queue, bytes: usualText}}
	defer out.seat.leave()
	if err := out.seat.enter(); err != nil {
		return err
	}
	t.selected(&q, func(r *entry) bool { wanted = append(wanted, r.N); return true })
	w.Header().Set("Content-Type", e.kind)
	w.Header().Set("Content-Disposition", `attachment; filename="postings.`+e.ending+`"`)
	put, end := e.open(out, row.Options{Levels: s.levels()})
	send := func(n int) error {
		p, err := t.source.Posting(r.Context(), n)
		if err != nil {
			return err
		}
		v := s.Classifier.ClassifyTop(p, 3)
		if err := put(p, &v); err != nil {
			return err
		}
		out.seat.leave() // others may go before the next
		return out.seat.enter()
	}
	for i := 0; i < len(wanted) && out.err == nil; i++ {
		out.err = send(wanted[i])
	}
	// Where the asker is gone, the end is not written, and what waits for it is removed.
	if end() != nil || out.flush() != nil {
		panic(http.ErrAbortHandler) // the file is not whole, and its asker must see that
	}
	return nil
}

// usualText is about how long a posting is, in bytes.
const usualText = 8 << 10

// outlet takes what is written in a turn of the queue to an asker who may be slow: the
// turn is given back meanwhile.
type outlet struct {
	to    io.Writer
	seat  seat
	ready []byte
	err   error // nothing is taken any more
}

func (o *outlet) Write(b []byte) (int, error) {
	const enough = 64 << 10
	if o.err == nil {
		o.ready = append(o.ready, b...)
		if len(o.ready) >= enough {
			o.err = o.flush()
		}
	}
	if o.err != nil {
		return 0, o.err
	}
	return len(b), nil
}

func (o *outlet) flush() error {
	if o.err == nil {
		_, o.err = o.seat.without(func() (int, error) { return o.to.Write(o.ready) })
		o.ready = o.ready[:0]
	}
	return o.err
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
