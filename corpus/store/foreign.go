package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"iter"
	"os"
	"strconv"
	"strings"
	"time"

	"modernc.org/sqlite"
)

// Limits of SQLite (sqlite3_limit) for a query that somebody else wrote.
const (
	limitLength   = 0 // bytes of a value, and of a row
	limitAttached = 7 // files beside the one that is open

	maxValue = 64 << 20
)

// Query gives the rows that a query selects from the tables of any database: first the
// names of the columns, then the values of each row as text, "" for NULL. The file is
// only read, no other is opened, and a query that would write fails. An error is the last
// in the stream; so is that of ctx, also while the query works.
func Query(ctx context.Context, path, query string) iter.Seq2[[]string, error] {
	return func(yield func([]string, error) bool) {
		conn, done, err := openForeign(path)
		if err != nil {
			yield(nil, err)
			return
		}
		defer done()
		if err := queryRows(ctx, conn, query, yield); err != nil {
			if ctx.Err() != nil {
				err = ctx.Err()
			}
			yield(nil, err)
		}
	}
}

func queryRows(ctx context.Context, conn *sql.Conn, query string, yield func([]string, error) bool) error {
	if !selects(query) {
		return errors.New("the query is no SELECT, and others are not run")
	}
	rows, err := conn.QueryContext(ctx, query)
	if err != nil {
		return sqlError(err)
	}
	defer rows.Close()
	names, err := rows.Columns()
	if err != nil {
		return sqlError(err)
	}
	if !yield(names, nil) {
		return nil
	}
	values := make([]any, len(names))
	into := make([]any, len(names))
	for i := range values {
		into[i] = &values[i]
	}
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			return sqlError(err)
		}
		texts := make([]string, len(values))
		for i, v := range values {
			texts[i] = textOf(v)
		}
		if !yield(texts, nil) {
			return nil
		}
	}
	return sqlError(rows.Err())
}

// selects reports whether a query only asks.
func selects(query string) bool {
	q := strings.TrimSpace(query)
	for strings.HasPrefix(q, "--") {
		_, q, _ = strings.Cut(q, "\n")
		q = strings.TrimSpace(q)
	}
	q = strings.ToLower(q)
	for _, word := range []string{"select", "with", "values"} {
		if rest, ok := strings.CutPrefix(q, word); ok && (rest == "" || strings.ContainsAny(rest[:1], " \t\r\n(*'\"")) {
			return true
		}
	}
	return false
}

// sqlError is an error of SQLite without its own number.
func sqlError(err error) error {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return err
	}
	why := strings.TrimPrefix(e.Error(), "SQL logic error: ")
	if i := strings.LastIndex(why, " ("); i > 0 && strings.HasSuffix(why, ")") {
		why = why[:i]
	}
	return errors.New("the query: " + why)
}

func textOf(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return v
	case []byte:
		return string(v)
	case int64:
		return strconv.FormatInt(v, 10)
	case float64:
		return strconv.FormatFloat(v, 'g', -1, 64)
	case time.Time:
		return v.Format(time.RFC3339Nano)
	}
	return fmt.Sprint(v)
}

// Tables lists the tables and views of any database, by name.
func Tables(path string) ([]string, error) {
	conn, done, err := openForeign(path)
	if err != nil {
		return nil, err
	}
	defer done()
	var names []string
	err = queryRows(context.Background(), conn, "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name LIMIT 100",
		func(row []string, _ error) bool {
			names = append(names, row[0])
			return true
		})
	if err != nil || len(names) == 0 {
		return nil, err
	}
	return names[1:], nil // the first is that of the column
}

// openForeign opens a database of whatever tables, to read only.
func openForeign(path string) (conn *sql.Conn, done func(), err error) {
	if _, err := os.Stat(path); err != nil {
		return nil, nil, err
	}
	var db *sql.DB
	for _, mode := range []string{"ro", "ro&immutable=1"} {
		if mode != "ro" {
			if wal, no := os.Stat(itself(path) + "-wal"); no == nil && wal.Size() > 0 {
				break // a part of it is there
			}
		}
		if db, conn, err = connect(path, mode, patient, "PRAGMA query_only=1", "PRAGMA trusted_schema=0", "PRAGMA schema_version"); err == nil {
			break
		}
	}
	if err != nil {
		return nil, nil, word(path, err)
	}
	done = func() {
		conn.Close()
		db.Close()
	}
	for _, l := range [][2]int{{limitLength, maxValue}, {limitAttached, 0}} {
		if _, err := sqlite.Limit(conn, l[0], l[1]); err != nil {
			done()
			return nil, nil, err
		}
	}
	return conn, done, nil
}
