package figure

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"rung/report/table"
)

// frame reads a table by the keys of its columns.
type frame struct{ t *table.Table }

// newFrame finds the columns that a figure must have.
func newFrame(t *table.Table, k kind) (*frame, error) {
	f := &frame{t}
	var have []string
	for _, c := range t.Columns {
		have = append(have, c.Key)
	}
	must, _, _ := strings.Cut(k.columns, "[")
	for _, one := range strings.Fields(must) {
		if !slices.ContainsFunc(strings.Split(one, "|"), f.has) {
			return nil, fmt.Errorf("figure %s: table %q has no column %s, but %s", k.name, t.Name, strings.ReplaceAll(one, "|", " or "), strings.Join(have, ", "))
		}
	}
	return f, nil
}

func (f *frame) has(key string) bool { return f.t.Index(key) >= 0 }

// first is the first of the keys that the table has, and "" where it has none.
func (f *frame) first(keys ...string) string {
	for _, k := range keys {
		if f.has(k) {
			return k
		}
	}
	return ""
}

// column is the column with a key; a column without one is a nameless number.
func (f *frame) column(key string) table.Column {
	if i := f.t.Index(key); i >= 0 {
		return f.t.Columns[i]
	}
	return table.Column{Kind: table.Number}
}

// number is a cell's value, and NaN where it, or its column, is missing.
func (f *frame) number(row []table.Cell, key string) float64 {
	i := f.t.Index(key)
	if i < 0 || row[i].Missing || math.IsInf(row[i].Number, 0) {
		return math.NaN()
	}
	return row[i].Number
}

// count is the number of postings of a row, 0 where it is not known.
func (f *frame) count(row []table.Cell) float64 {
	if n := f.number(row, "n"); finite(n) {
		return n
	}
	return 0
}

// text is what people read in a cell, and "" where its column is missing.
func (f *frame) text(row []table.Cell, key string) string {
	i := f.t.Index(key)
	if i < 0 {
		return ""
	}
	return f.t.Columns[i].Format(row[i])
}

// axis labels an axis.
func (f *frame) axis(key string) string { return f.column(key).Heading() }

// interval says in the foot what the lines or bands round the marks are: what
// the table notes of its intervals, else the heads of their columns.
func (f *frame) interval(what string) []string {
	if !f.has("low") || !f.has("high") {
		return nil
	}
	for _, note := range f.t.Notes {
		for clause := range strings.SplitSeq(oneLine(note), ";") {
			if low := strings.ToLower(clause); !strings.Contains(low, "interval") && !strings.Contains(low, "bounds") {
				continue
			}
			clause, _, _ = strings.Cut(clause, ". ")
			if head, _, more := strings.Cut(clause, ","); more && len(clause) > 90 {
				clause = head // the table has the rest
			}
			clause = strings.TrimSuffix(strings.TrimSpace(clause), ".") + "."
			if strings.Contains(clause, "nterval") {
				return []string{sentence(clause)}
			}
			return []string{what + ": " + inside(clause)}
		}
	}
	return []string{what + ": " + inside(f.column("low").Head) + " to " + inside(f.column("high").Head) + "."}
}

// distinct are the values of a column in the order of their first rows.
func (f *frame) distinct(key string) []string {
	var list []string
	for _, row := range f.t.Rows {
		if s := f.text(row, key); !slices.Contains(list, s) {
			list = append(list, s)
		}
	}
	return list
}

// levelNames are the levels in the order of a legend: the two first.
func (f *frame) levelNames() []string {
	list := f.distinct("level")
	slices.SortStableFunc(list, func(a, b string) int { return rank(a) - rank(b) })
	return list
}

func finite(list ...float64) bool {
	return !slices.ContainsFunc(list, func(x float64) bool { return math.IsNaN(x) || math.IsInf(x, 0) })
}

// nothing is the error of a table without a row to draw.
func (f *frame) nothing(key string) error {
	return fmt.Errorf("table %q has no row with a %s to draw", f.t.Name, key)
}

// oneLine is a text as people read it in a cell.
func oneLine(s string) string { return table.Column{}.Format(table.String(s)) }

// whole is a count as people read it in a cell.
func whole(n float64) string { return table.Column{Kind: table.Count}.Format(table.Float(n)) }
