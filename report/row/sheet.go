package row

import (
	"reflect"
	"strconv"
	"strings"

	"rung/classify"
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

// CSV writes comma-separated values as in RFC 4180, but with LF, under a
// header. A cell of text that a spreadsheet would take for a formula gets an
// apostrophe before it; control characters are dropped.
func CSV(opt Options) Format { return separated("csv", ',', opt) }

// TSV writes tab-separated values under a header, without any quoting: no cell
// holds a tab or a line break.
func TSV(opt Options) Format { return separated("tsv", '\t', opt) }

func separated(name string, comma byte, opt Options) Format {
	cells := sheetCells(opt)
	return Format{
		Name: name,
		Head: func(dst []byte) []byte { return append(append(dst, heads(cells, comma)...), '\n') },
		Row: func(dst []byte, p corpus.Posting, v *classify.Verdict) []byte {
			w := writtens.Get().(*written)
			w.sheet = true
			w.fill(&w.Record, p, v, opt)
			dst = appendCells(dst, &w.Record, cells, comma)
			w.sheet = false
			writtens.Put(w)
			return append(dst, '\n')
		},
	}
}

// heads is the header of a sheet without its line end.
func heads(cells []cell, comma byte) string {
	names := make([]string, len(cells))
	for i, c := range cells {
		if names[i] = c.name; c.kept {
			names[i] = string(appendKept(nil, c.name, comma))
		}
	}
	return strings.Join(names, string(comma))
}

func appendCells(dst []byte, r *Record, cells []cell, comma byte) []byte {
	of := reflect.ValueOf(r).Elem()
	for i := range cells {
		if i > 0 {
			dst = append(dst, comma)
		}
		v, ok := cells[i].value(of)
		if !ok {
			continue
		}
		switch v.Kind() {
		case reflect.Struct:
			dst = appendKept(dst, v.Interface().(corpus.Field).Value, comma)
		case reflect.String:
			dst = table.AppendCell(dst, report.Clean(v.String()), comma)
		case reflect.Float64:
			dst = report.AppendFloat(dst, v.Float())
		case reflect.Int64:
			dst = strconv.AppendInt(dst, v.Int(), 10)
		case reflect.Bool:
			dst = strconv.AppendBool(dst, v.Bool())
		}
	}
	return dst
}
