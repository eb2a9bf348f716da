package read

import (
	"errors"
	"io"
	"slices"
	"strings"

	"rung/corpus/parquet"
)

// parquet reads the rows of a Parquet file as if they were JSON Lines, but only
// the columns that hold fields of a posting.
func (s *stream) parquet(at io.ReaderAt, size int64) error {
	f, err := parquet.Open(at, size)
	if err != nil {
		return err
	}
	if f.Rows() == 0 {
		return errors.New("the file holds no record")
	}
	names, err := s.m.choose(f.Columns())
	if err != nil {
		return err
	}
	for row, err := range f.Read(s.ctx, s.keptColumns(names, f.Columns())) {
		var lost *parquet.Lost
		if errors.As(err, &lost) {
			s.lost(int(row.Number), int(lost.To-lost.From), err)
		} else if err != nil {
			return err
		} else if err := s.jsonRecord(row.JSON, int(row.Number)); err != nil {
			return err
		}
		if s.stopped {
			return nil
		}
	}
	return s.end()
}

// choose returns those of the columns, by dotted name, that hold fields. A nested column
// goes by its whole path ("job.description"). Where no path names the text, it goes by
// its last part ("payload.body"), and so do the columns beside it. A group of columns
// can be a field, too ("employer").
func (m *mapping) choose(columns []string) ([]string, error) {
	m.settle(columns)
	var chosen []string
	var have [numSingle]bool
	take := func(name string, c column) {
		chosen = append(chosen, name)
		have[c.field%numSingle] = true
		have[fText] = have[fText] || c.field == fSection
	}
	text := column{} // the best that holds it, and the group that it is in
	group := ""
	for _, name := range columns {
		c := m.column([]byte(name))
		if c.field == fNone || slices.Contains(chosen, name) {
			continue
		}
		take(name, c)
		if c.field == fText && (text.field == fNone || c.rank < text.rank) {
			text, group = c, name[:strings.LastIndexByte(name, '.')+1]
		}
	}
	if !have[fText] {
		best := ""
		for _, name := range columns {
			i := strings.LastIndexByte(name, '.') + 1
			if c := m.lookup(name[i:]); c.field == fText && (text.field == fNone || c.rank < text.rank) {
				best, text, group = name, c, name[:i]
			}
		}
		if best != "" {
			m.nested(best, text)
			take(best, text)
		}
	}
	for _, name := range columns {
		for prefix := range prefixes(name) {
			c := m.column([]byte(prefix))
			if rest, ok := strings.CutPrefix(prefix, group); ok && c.field == fNone {
				c = m.lookup(rest)
			}
			if c.field < numSingle && have[c.field] || c.field == fNone ||
				slices.ContainsFunc(chosen, func(n string) bool {
					return n == prefix || strings.HasPrefix(n, prefix+".") || strings.HasPrefix(prefix, n+".")
				}) {
				continue
			}
			m.nested(prefix, c)
			take(prefix, c)
			break
		}
	}
	return chosen, m.require(have, columns)
}

// nested notes that a column is known by a part of its name.
func (m *mapping) nested(name string, c column) {
	if c.rank == 0 && name != fold(name) {
		c.rank = 1 // so that it is told
	}
	m.seen[name] = c
}

// prefixes gives "a", "a.b" and "a.b.c" of "a.b.c".
func prefixes(name string) func(func(string) bool) {
	return func(yield func(string) bool) {
		for i := range len(name) {
			if name[i] == '.' && !yield(name[:i]) {
				return
			}
		}
		yield(name)
	}
}
