package study

import (
	"errors"
	"testing"
)

// TestEveryKindIsATable makes each table that is listed, and holds what every
// table owes its readers.
func TestEveryKindIsATable(t *testing.T) {
	s := read(t, Options{Facts: true, Terms: true}, some)
	seen := map[string]bool{}
	for _, k := range Kinds() {
		tb, err := s.Table(k.Name, Query{})
		if err != nil && !errors.Is(err, ErrNothing) {
			t.Errorf("%s: %v", k.Name, err)
		}
		if seen[k.Name] || k.Title == "" {
			t.Errorf("%s: a name that is taken, or no title", k.Name)
		}
		seen[k.Name] = true
		if err != nil {
			continue
		}
		if tb.Name != k.Name || tb.Caption == "" || len(tb.Columns) == 0 {
			t.Errorf("%s makes the table %q of %d columns, with the caption %q", k.Name, tb.Name, len(tb.Columns), tb.Caption)
		}
		for _, c := range tb.Columns {
			if c.Key == "" || c.Head == "" {
				t.Errorf("%s: the column %q %q has no key or no head", k.Name, c.Key, c.Head)
			}
		}
		for _, row := range tb.Rows {
			if len(row) != len(tb.Columns) {
				t.Errorf("%s: %d cells for %d columns", k.Name, len(row), len(tb.Columns))
			}
		}
	}
}
