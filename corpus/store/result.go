package store

import (
	"errors"
	"fmt"
	"iter"
	"os"
	"slices"
	"strings"
)

// Column is a column of the table verdicts.
type Column struct {
	Name string
	Type string // in SQL, with its constraints: "TEXT NOT NULL"
	Note string // for who reads the schema; may be empty
}

// Results is the table verdicts of a database file, one row a verdict in the order
// of rowid, while it is written. The file is a new one or that of a crawl, which
// may be read at the same time.
type Results struct {
	s      *Store
	n      int // rows in the table
	insert string
}

// ErrNoResults says that there are no verdicts to go on from.
var ErrNoResults = errors.New("the database holds no verdicts to go on from")

// CreateResults makes the table anew, and the file if there is none. A database
// that is not one of postings or verdicts is left alone: ErrNotOurs.
func CreateResults(path string, columns []Column) (*Results, error) {
	return results(path, columns, func(s *Store) error {
		for _, q := range []string{"DROP TABLE IF EXISTS verdicts", createVerdicts(columns)} {
			if _, err := s.exec(q); err != nil {
				return err
			}
		}
		return nil
	})
}

// createVerdicts is the table in SQL, with the notes as comments.
func createVerdicts(columns []Column) string {
	var b strings.Builder
	b.WriteString("CREATE TABLE verdicts (\n")
	for i, c := range columns {
		line := fmt.Sprintf("  %-11s %s", c.Name, c.Type)
		if i < len(columns)-1 {
			line += ","
		}
		if c.Note != "" {
			line = fmt.Sprintf("%-44s-- %s", line, c.Note)
		}
		b.WriteString(line + "\n")
	}
	b.WriteString(")")
	return b.String()
}

// OpenResults goes on with a table of these columns that is there; without one, the
// error is ErrNoResults or that of a missing file.
func OpenResults(path string, columns []Column) (*Results, error) {
	if _, err := os.Stat(path); err != nil {
		return nil, err
	}
	return results(path, columns, (*Store).hasResults)
}

// hasResults is ErrNoResults of a database without the table.
func (s *Store) hasResults() error {
	var n int
	err := s.row("SELECT count(*) FROM sqlite_master WHERE name = 'verdicts'").Scan(&n)
	if err == nil && n == 0 {
		err = fmt.Errorf("%s: %w", s.path, ErrNoResults)
	}
	return err
}

// HoldsResults reports whether a file is a database with verdicts in it.
func HoldsResults(path string) bool {
	for _, err := range ReadResults(path, nil) {
		return err == nil
	}
	return false
}

// ReadResults gives the rows of the table verdicts in their order, each with the
// values of the columns asked for: a string, a float64 or an int64, nil where it
// has none or where the table is of an earlier version that lacks the column. A
// file without that table is ErrNoResults or ErrNotOurs; an error is the last in
// the stream.
func ReadResults(path string, columns []Column) iter.Seq2[[]any, error] {
	return func(yield func([]any, error) bool) {
		s, err := openToRead(path)
		if err != nil {
			yield(nil, err)
			return
		}
		defer s.Close()
		if err := s.run(s.hasResults); err != nil {
			yield(nil, err)
			return
		}
		s.ours = true
		names, err := s.namesOfResults(columns)
		if err != nil {
			yield(nil, err)
			return
		}
		for last := 0; ; {
			some, err := all(s, func(r scanner, row *[]any) error {
				*row = make([]any, len(columns))
				into := []any{&last}
				for i := range *row {
					into = append(into, &(*row)[i])
				}
				return r.Scan(into...)
			}, "SELECT "+strings.Join(append([]string{"rowid"}, names...), ", ")+" FROM verdicts WHERE rowid > ? ORDER BY rowid LIMIT 128", last)
			if err != nil {
				yield(nil, err)
				return
			}
			for _, row := range some {
				if !yield(row, nil) {
					return
				}
			}
			if len(some) == 0 {
				return
			}
		}
	}
}

// namesOfResults are the names of columns, NULL of those that the table lacks.
func (s *Store) namesOfResults(columns []Column) (names []string, err error) {
	there, err := all(s, func(r scanner, name *string) error { return r.Scan(name) }, "SELECT name FROM pragma_table_info('verdicts')")
	for _, c := range columns {
		if slices.Contains(there, c.Name) {
			names = append(names, c.Name)
		} else {
			names = append(names, "NULL")
		}
	}
	return names, err
}

func results(path string, columns []Column, begin func(*Store) error) (*Results, error) {
	s, err := openToWrite(path, false, "PRAGMA cache_size=-8000")
	if err != nil {
		return nil, err
	}
	names := "rowid"
	for _, c := range columns {
		names += ", " + c.Name
	}
	r := &Results{s: s, insert: "INSERT INTO verdicts (" + names + ") VALUES (?" + strings.Repeat(",?", len(columns)) + ")"}
	err = s.run(func() error {
		var known, others int
		if err := s.row("PRAGMA user_version").Scan(&known); err != nil {
			return err
		}
		if err := s.row("SELECT count(*) FROM sqlite_master WHERE name <> 'verdicts'").Scan(&others); err != nil {
			return err
		}
		if known > version || known == 0 && others > 0 {
			return notVersion(path, known)
		}
		if err := begin(s); err != nil {
			return err
		}
		r.n, err = r.count()
		return err
	})
	if err != nil {
		s.Close()
		return nil, err
	}
	return r, nil
}

// count is the number of the last row: rows are only ever added.
func (r *Results) count() (n int, err error) {
	err = r.s.row("SELECT coalesce(max(rowid), 0) FROM verdicts").Scan(&n)
	return n, err
}

// Count is how many rows are in the table, all of them whole.
func (r *Results) Count() int { return r.n }

// Append adds rows in their order, all or none, each with the values of the
// columns that the table was opened with. If another program has added some
// meanwhile, none are: ErrLocked.
func (r *Results) Append(rows [][]any) error {
	n := 0
	err := r.s.run(func() (err error) {
		if n, err = r.count(); err != nil {
			return err
		}
		if n != r.n {
			return fmt.Errorf("%s: %w", r.s.path, ErrLocked)
		}
		var values []any
		for _, row := range rows {
			n++
			values = append(append(values[:0], n), row...)
			if _, err := r.s.exec(r.insert, values...); err != nil {
				return err
			}
		}
		return nil
	})
	if err == nil {
		r.n = n
	}
	return err
}

// Close leaves the database as one file, see Store.Close.
func (r *Results) Close() error { return r.s.Close() }
