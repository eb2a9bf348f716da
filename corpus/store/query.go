package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"
)

// prepared is the statement of a query; each is prepared once.
func (s *Store) prepared(query string) (*sql.Stmt, error) {
	st, ok := s.stmts[query]
	if !ok {
		var err error
		if st, err = s.conn.PrepareContext(context.Background(), query); err != nil {
			return nil, err
		}
		s.stmts[query] = st
	}
	return st, nil
}

func (s *Store) exec(query string, args ...any) (sql.Result, error) {
	st, err := s.prepared(query)
	if err != nil {
		return nil, err
	}
	return st.Exec(args...)
}

// count does what exec does and returns how many rows were written.
func (s *Store) count(query string, args ...any) (int, error) {
	r, err := s.exec(query, args...)
	if err != nil {
		return 0, err
	}
	n, _ := r.RowsAffected() // SQLite's driver always knows
	return int(n), nil
}

// scanner is a row, or the error of asking for one.
type scanner interface{ Scan(...any) error }

type failedRow struct{ error }

func (f failedRow) Scan(...any) error { return f.error }

func (s *Store) row(query string, args ...any) scanner {
	st, err := s.prepared(query)
	if err != nil {
		return failedRow{err}
	}
	return st.QueryRow(args...)
}

// orNone is nil where there is no row.
func orNone(err error) error {
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	return err
}

func (s *Store) each(do func(scanner) error, query string, args ...any) error {
	st, err := s.prepared(query)
	if err != nil {
		return err
	}
	rows, err := st.Query(args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := do(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

// all reads every row of a query with scan, in its order.
func all[T any](s *Store, scan func(scanner, *T) error, query string, args ...any) (rows []T, err error) {
	err = s.run(func() error {
		rows = rows[:0]
		return s.each(func(r scanner) error {
			var row T
			err := scan(r, &row)
			rows = append(rows, row)
			return err
		}, query, args...)
	})
	return rows, err
}

// ms is a time as it is kept: milliseconds since 1970, 0 for none.
func ms(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMilli()
}

// moment reads what ms wrote.
type moment struct{ t *time.Time }

func (m moment) Scan(v any) error {
	n, ok := v.(int64)
	if !ok {
		return fmt.Errorf("%v is no time", v)
	}
	if *m.t = time.UnixMilli(n).UTC(); n == 0 {
		*m.t = time.Time{}
	}
	return nil
}

// lines writes a header, sorted by name.
func lines(header map[string][]string) string {
	var b strings.Builder
	for _, k := range slices.Sorted(maps.Keys(header)) {
		for _, v := range header[k] {
			b.WriteString(k + ": " + v + "\n")
		}
	}
	return b.String()
}

// readLines reads what lines wrote.
func readLines(s string) map[string][]string {
	header := map[string][]string{}
	for line := range strings.Lines(s) {
		if name, value, ok := strings.Cut(strings.TrimSuffix(line, "\n"), ": "); ok {
			header[name] = append(header[name], value)
		}
	}
	return header
}
