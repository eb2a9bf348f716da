package row

import (
	"bufio"
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"rung/classify"
	"rung/corpus"
	"rung/corpus/parquet"
	"rung/corpus/store"
	"rung/report/table"
)

// FromDatabase gives the rows of a database of verdicts, each as Append writes it;
// what a table of an earlier version lacks is missing in them. It is nil for a file
// that holds none, and for the database of a crawl, whatever else it holds. An error
// is the last in the stream.
func FromDatabase(path string) iter.Seq2[[]byte, error] {
	if db, err := store.OpenReader(path); err == nil {
		db.Close()
		return nil
	}
	if !store.HoldsResults(path) {
		return nil
	}
	return func(yield func([]byte, error) bool) {
		for values, err := range store.ReadResults(path, StoreColumns()) {
			var row []byte
			if err == nil {
				row, err = fromValues(values)
			}
			if !yield(row, err) {
				return
			}
		}
	}
}

// fromValues is a row of the values of StoreColumns.
func fromValues(values []any) ([]byte, error) {
	row := map[string]any{}
	for i, c := range storedColumns {
		switch v := values[i].(type) {
		case nil:
		case int64:
			row[c.name] = v
			if c.typ.Kind() == reflect.Bool {
				row[c.name] = v != 0
			}
		case string:
			if row[c.name] = v; c.typ.Kind() != reflect.String {
				row[c.name] = json.RawMessage(v)
			}
		default:
			row[c.name] = v
		}
	}
	return json.Marshal(row)
}

// FromParquet gives the rows of a Parquet file of so many bytes, each as JSON. It
// is nil for a file that holds no verdicts, or that cannot be read.
func FromParquet(r io.ReaderAt, size int64) iter.Seq2[[]byte, error] {
	p, err := parquet.Open(r, size)
	if err != nil {
		return nil
	}
	var names []string
	for _, name := range p.Columns() {
		if strings.HasPrefix(name, keptPrefix) {
			names = append(names, name)
		} else if top, _, _ := strings.Cut(name, "."); !slices.Contains(names, top) {
			names = append(names, top)
		}
	}
	if lacks(names, "level", "log_odds", "differences") {
		return nil
	}
	return func(yield func([]byte, error) bool) {
		for row, err := range p.Read(context.Background(), names) {
			line := slices.Clone(row.JSON)
			if err == nil {
				line, err = gatherKept(line)
			}
			if !yield(line, err) {
				return
			}
		}
	}
}

func lacks(names []string, wanted ...string) bool {
	return slices.ContainsFunc(wanted, func(name string) bool { return !slices.Contains(names, name) })
}

// FromSheet gives the rows of a sheet, CSV or TSV, each as JSON, once. They have no
// reasons, no facts and no text: its cells hold no places and no line breaks. It is
// nil for what is no sheet of verdicts. A row that is none is an error, after which
// others may come.
func FromSheet(r io.Reader) iter.Seq2[[]byte, error] {
	lines := bufio.NewReaderSize(corpus.BoundLines(r), 64<<10)
	first, err := lines.ReadSlice('\n')
	if err != nil && err != io.EOF {
		return nil // no header is that long
	}
	line := strings.TrimRight(string(first), "\r\n")
	tabs := strings.Contains(line, "\t")
	head := cutSheet(line, tabs)
	if lacks(head, needed...) {
		return nil
	}
	return func(yield func([]byte, error) bool) {
		var err error
		for err == nil {
			var line string
			line, err = lines.ReadString('\n')
			for !tabs && err == nil && strings.Count(line, `"`)%2 == 1 && len(line) < corpus.MaxLine { // what is kept may have lines
				var more string
				more, err = lines.ReadString('\n')
				line += more
			}
			if line = strings.TrimRight(line, "\r\n"); line != "" && !yield(fromCells(head, cutSheet(line, tabs))) {
				return
			}
		}
		if err != io.EOF {
			yield(nil, err)
		}
	}
}

// needed are the cells without which a sheet is none of verdicts.
var needed = func() []string {
	names := []string{"level", "probability", "log_odds", "title_claim", "agreement"}
	for _, c := range columns {
		if c.name == "differences" {
			for _, cell := range c.cells {
				names = append(names, cell.name)
			}
		}
	}
	return names
}()

// cutSheet cuts a line; between tabs nothing is quoted.
func cutSheet(line string, tabs bool) []string {
	if tabs {
		return strings.Split(line, "\t")
	}
	r := csv.NewReader(strings.NewReader(line)) // of one record, whatever lines it has
	r.LazyQuotes = true
	cells, _ := r.Read()
	return cells
}

// fromCells is a row of the cells under a head.
func fromCells(head, cells []string) ([]byte, error) {
	if len(cells) != len(head) {
		noun := "cells"
		if len(cells) == 1 {
			noun = "cell"
		}
		return nil, fmt.Errorf("%d %s where the header has %d", len(cells), noun, len(head))
	}
	of := map[string]string{}
	for i, name := range head {
		of[name] = cells[i]
	}
	row := map[string]any{}
	for _, c := range columns {
		if !c.inJSON || c.sheet == 0 || c.name == textColumn {
			continue
		}
		switch c.typ.Kind() {
		case reflect.String:
			if s := plain(of[c.name]); s != "" || !c.omits {
				row[c.name] = s
			}
		case reflect.Int64:
			if n, err := strconv.ParseInt(of[c.name], 10, 64); err == nil {
				row[c.name] = n
			}
		case reflect.Bool:
			row[c.name] = strings.EqualFold(of[c.name], "true") // a spreadsheet saves TRUE
		case reflect.Float64:
			f, err := finite(c.name, of)
			if err == nil {
				row[c.name] = f
			} else if of[c.name] != "" || slices.Contains(needed, c.name) && !(c.level && noLevel(of["level"])) {
				return nil, err
			}
		case reflect.Struct, reflect.Pointer: // of numbers, or of facts, which are left out
			object := map[string]float64{}
			for _, cell := range c.cells {
				f, err := finite(cell.name, of)
				if err != nil && !c.omits {
					return nil, err
				}
				if err == nil {
					object[cell.key] = f
				}
			}
			if len(object) == len(c.cells) {
				row[c.name] = object
			}
		}
	}
	// A sheet has one cell for two keys, of which the level tells the one that is meant.
	switch of["level"] {
	case classify.Neither.String():
		row["why_neither"] = of["why"]
	case classify.Unread.String():
		row["why_unread"] = of["why"]
	}
	var kept Kept
	for i, name := range head {
		if name, ok := strings.CutPrefix(name, keptPrefix); ok && cells[i] != "" {
			kept = append(kept, corpus.Field{Name: name, Value: plain(cells[i])})
		}
	}
	if kept != nil {
		row["kept"] = kept
	}
	return json.Marshal(row)
}

// plain is a text without the apostrophe that keeps a spreadsheet from computing.
func plain(s string) string {
	if rest, ok := strings.CutPrefix(s, "'"); ok && table.Formula(rest) {
		return rest
	}
	return s
}

// finite is the number in a cell, one that JSON has.
func finite(name string, of map[string]string) (float64, error) {
	f, err := strconv.ParseFloat(of[name], 64)
	if err != nil || math.IsNaN(f) || math.IsInf(f, 0) {
		return 0, fmt.Errorf("the %s is %q, and no number", name, of[name])
	}
	return f, nil
}
