package corpus

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
	for row, err := range f.Read(names) {
		if err != nil {
			s.bad(int(row.Number), nil, err)
		} else if err := s.jsonRecord(row.JSON, int(row.Number)); err != nil {
			return err
		}
		if s.stopped {
			return nil
		}
	}
	return s.end()
}

// choose returns those of the columns, by dotted name, that hold fields. A
// nested column has the name of the whole path ("job.description"), or of the
// column that it is a part of ("company.name"). Where only its last part is a
// usual name ("payload.body"), it counts if nothing better holds the text, and
// then so do the columns beside it.
func (m *mapping) choose(columns []string) ([]string, error) {
	var chosen []string
	var have [numSingle]bool
	take := func(name string, c column) {
		if !slices.Contains(chosen, name) {
			chosen = append(chosen, name)
		}
		have[c.field%numSingle] = true
		have[fText] = have[fText] || c.field == fSection
	}
	for _, name := range columns {
		for prefix := range prefixes(name) {
			if c := m.column([]byte(prefix)); c.field != fNone {
				take(prefix, c)
				break
			}
		}
	}
	beside := "" // the path of what holds the text
	for _, name := range chosen {
		if i := strings.LastIndexByte(name, '.'); i > 0 && m.column([]byte(name)).field == fText {
			beside = name[:i+1]
		}
	}
	if !have[fText] {
		best := column{}
		at := ""
		for _, name := range columns {
			i := strings.LastIndexByte(name, '.') + 1
			if c := m.lookup(name[i:]); i > 0 && c.field == fText && (best.field == fNone || c.rank < best.rank) {
				best, at, beside = c, name, name[:i]
			}
		}
		if at == "" {
			return nil, noColumn(m.named[fText], columns)
		}
		m.nested(at, best)
		take(at, best)
	}
	for _, name := range columns {
		if rest, ok := strings.CutPrefix(name, beside); ok && beside != "" {
			for prefix := range prefixes(rest) {
				if c := m.lookup(prefix); c.field != fNone && c.field != fSection && !have[c.field] {
					m.nested(beside+prefix, c)
					take(beside+prefix, c)
					break
				}
			}
		}
	}
	for f := fTitle; f < numSingle; f++ {
		if m.named[f] != "" && !have[f] {
			return nil, noColumn(m.named[f], columns)
		}
	}
	return chosen, nil
}

// nested notes that a column is known by the last part of its name.
func (m *mapping) nested(name string, c column) {
	c.rank = max(c.rank, 1) // so that it is told
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
