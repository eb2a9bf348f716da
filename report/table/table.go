// Package table holds a table of results as a value: typed columns, cells that
// may be missing, a caption that says what was counted and how. Renderers turn
// the same value into text, files and pages, and only they round. It computes
// nothing about postings.
package table

import (
	"math"
	"slices"
)

// Kind says what the cells of a column are.
type Kind uint8

const (
	Text   Kind = iota
	Count       // a whole number of things
	Number      // a measured value, in the column's unit
	Share       // a part of one, 0 to 1; people see per cent
	Money       // an amount, in the column's unit
	Month       // text, "2026-11"
)

// Column is what stands above cells. Key is for programs and never changes
// (snake_case, unique in its table); Head is for people and holds no unit: the
// renderers add it in brackets.
type Column struct {
	Key, Head string
	Kind      Kind
	Unit      string // "years", "USD a year"; "" for none. A Share has none.
	Digits    int    // decimals that people see; programs get every digit
}

// Cell is one value: Text in a Text or Month column, Number in the others. The
// zero Cell of a number column is the number 0: what is not known is Missing.
type Cell struct {
	Text    string
	Number  float64
	Missing bool
}

// Missing is a cell without a value. It is shown as a dash to people, is empty
// in CSV and TSV, and null in JSON and Parquet.
var Missing = Cell{Missing: true}

// String is a cell of text.
func String(s string) Cell { return Cell{Text: s} }

// Int is a cell of a count.
func Int(n int) Cell { return Cell{Number: float64(n)} }

// Float is a cell of a number; what is not a finite one is missing.
func Float(f float64) Cell {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return Missing
	}
	return Cell{Number: f}
}

// Table is one table. Rows are as long as Columns.
type Table struct {
	Name    string // file name without extension: "levels", "skills"
	Title   string // one line
	Caption string // what was counted, how, and what was left out
	N       int    // postings that the table speaks of
	Missing int    // postings that lack what it counts; part of N
	Columns []Column
	Rows    [][]Cell
	Notes   []string // sources of methods, and warnings, a sentence each
}

// Index is the place of the column with a key, -1 where there is none.
func (t *Table) Index(key string) int {
	return slices.IndexFunc(t.Columns, func(c Column) bool { return c.Key == key })
}

// formatted are the cells as people read them, each through f.
func (t *Table) formatted(f func(string) string) [][]string {
	cells := make([][]string, len(t.Rows))
	for i, row := range t.Rows {
		cells[i] = make([]string, len(row))
		for j, cell := range row {
			cells[i][j] = f(t.Columns[j].Format(cell))
		}
	}
	return cells
}
