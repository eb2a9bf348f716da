// Package store keeps what a crawl knows in one SQLite file: the requests it
// wants, what came of them, the answers, the postings and their history. Each
// step of a crawl is written whole or not at all, so that a program that dies
// anywhere goes on where it was. It does not decide what to ask, what a posting
// is or when one is gone, and no SQL leaves it.
package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/klauspost/compress/zstd"
	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

//go:embed schema/*.sql
var schema embed.FS

// version is that of the newest file in schema.
const version = 2

// Store is an open database, safe for concurrent use.
type Store struct {
	path   string
	format int // the file's version, where it is read only
	writes bool
	db     *sql.DB
	conn   *sql.Conn
	stmts  map[string]*sql.Stmt
	ops    chan op
	coming atomic.Int32 // steps that are announced and not yet here
	ended  chan struct{}
	once   sync.Once

	seq   int64           // of the last page that was put in order
	hosts map[string]Host // what the transaction under way changes

	zip   *zstd.Encoder
	unzip *zstd.Decoder
}

// op is one piece of work of the only goroutine that uses the database.
type op struct {
	do        func() error
	done      chan error
	announced bool
}

var (
	// ErrLocked says that another program has the file open.
	ErrLocked = errors.New("another program is using the database; wait until it is done, or name another file")
	// ErrFull says that a write found no room.
	ErrFull = errors.New("the disk is full; what was written before is safe: make room and run the same command again")
	// ErrNotOurs says that the file is something else.
	ErrNotOurs = errors.New("not a database of postings")
)

// Open opens a database for one crawl, and makes it if there is none. While it
// is open no other program can use it; the operating system ends that when a
// program dies.
func Open(path string) (*Store, error) {
	if dir := filepath.Dir(path); dir != "." {
		if _, err := os.Stat(dir); err != nil {
			return nil, fmt.Errorf("%s: the folder must exist: %w", path, err)
		}
	}
	s, err := open(path, "rwc", "PRAGMA locking_mode=EXCLUSIVE", "PRAGMA journal_mode=WAL", "PRAGMA synchronous=NORMAL",
		"PRAGMA cache_size=-8000", "PRAGMA wal_autocheckpoint=8000")
	if err != nil {
		return nil, err
	}
	s.writes = true
	if err := s.migrate(); err != nil {
		s.Close()
		return nil, err
	}
	return s, nil
}

// OpenReader opens a database that exists, to read only.
func OpenReader(path string) (*Store, error) {
	s, err := openToRead(path)
	if err != nil {
		return nil, err
	}
	if err := s.run(func() error { return s.row("PRAGMA user_version").Scan(&s.format) }); err != nil || s.format == 0 || s.format > version {
		s.Close()
		if err == nil {
			err = notVersion(path, s.format)
		}
		return nil, err
	}
	return s, nil
}

// openToRead opens a file that exists, whatever tables it holds.
func openToRead(path string) (*Store, error) {
	if _, err := os.Stat(path); err != nil {
		return nil, err
	}
	// A database whose crawl was killed has to be recovered, which writes; in a
	// folder that cannot be written, plain reading is the best that can be done.
	s, err := open(path, "rw", "PRAGMA query_only=1")
	if err != nil && !errors.Is(err, ErrLocked) && !errors.Is(err, ErrNotOurs) {
		s, err = open(path, "ro", "PRAGMA query_only=1")
	}
	return s, err
}

func notVersion(path string, n int) error {
	if n > version {
		return fmt.Errorf("%s: written by a newer program (format %d, this one knows %d)", path, n, version)
	}
	return fmt.Errorf("%s: %w", path, ErrNotOurs)
}

func open(path, mode string, pragmas ...string) (*Store, error) {
	u := url.URL{Scheme: "file", Opaque: (&url.URL{Path: filepath.ToSlash(path)}).EscapedPath(), RawQuery: "mode=" + mode}
	db, err := sql.Open("sqlite", u.String())
	if err != nil {
		return nil, err
	}
	s := &Store{path: path, db: db, stmts: map[string]*sql.Stmt{}, hosts: map[string]Host{}, ops: make(chan op), ended: make(chan struct{})}
	s.zip, _ = zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderConcurrency(2), zstd.WithWindowSize(128<<10))
	s.unzip, _ = zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(64<<20))
	if s.conn, err = db.Conn(context.Background()); err == nil {
		for _, p := range append([]string{"PRAGMA busy_timeout=1000"}, pragmas...) {
			if _, err = s.conn.ExecContext(context.Background(), p); err != nil {
				break
			}
		}
	}
	if err == nil { // the first read: is it a database, and free?
		var n int
		err = s.conn.QueryRowContext(context.Background(), "SELECT count(*) FROM sqlite_master").Scan(&n)
	}
	if err != nil {
		db.Close()
		return nil, s.word(err)
	}
	go s.work()
	return s, nil
}

// migrate brings an empty or older file to version.
func (s *Store) migrate() error {
	return s.run(func() error {
		var n, tables int
		if err := s.row("PRAGMA user_version").Scan(&n); err != nil {
			return err
		}
		if err := s.row("SELECT count(*) FROM sqlite_master").Scan(&tables); err != nil {
			return err
		}
		if n > version || n == 0 && tables > 0 {
			return notVersion(s.path, n)
		}
		for n++; n <= version; n++ {
			b, err := fs.ReadFile(schema, fmt.Sprintf("schema/%d.sql", n))
			if err != nil {
				return err
			}
			if _, err := s.conn.ExecContext(context.Background(), string(b)+fmt.Sprintf(";PRAGMA user_version=%d", n)); err != nil {
				return err
			}
		}
		return s.row("SELECT coalesce(max(seq), 0) FROM page").Scan(&s.seq)
	})
}

// Close ends the work. A database that was written is left as one file.
func (s *Store) Close() error {
	var err error
	s.once.Do(func() {
		close(s.ops)
		<-s.ended
		for _, st := range s.stmts {
			st.Close()
		}
		if s.writes {
			// Without this, another program could not read the file where it
			// may not write beside it.
			_, err = s.conn.ExecContext(context.Background(), "PRAGMA journal_mode=DELETE")
		}
		s.unzip.Close()
		err = s.word(errors.Join(err, s.conn.Close(), s.db.Close()))
	})
	return err
}

const (
	// batch is how many steps at most share one transaction.
	batch = 64
	// patience is how long a transaction waits for steps that are announced.
	patience = 2 * time.Millisecond
)

// Announce says that a step may soon come: a transaction that could begin waits
// a moment for it. Do it with Announced set, or Withdraw it.
func (s *Store) Announce() { s.coming.Add(1) }

// Withdraw takes an Announce back.
func (s *Store) Withdraw() { s.coming.Add(-1) }

// work is the only goroutine that uses the database. What waits at the same
// time is written in one transaction, which costs little more than one step. It
// begins when half as many steps are announced as are here, so that a third of
// those who ask goes on while the steps of the others are written.
func (s *Store) work() {
	defer close(s.ended)
	for first := range s.ops {
		ops := []op{first}
		arrived := func(o op, ok bool) bool {
			if ok {
				ops = append(ops, o)
			}
			if ok && o.announced {
				s.coming.Add(-1)
			}
			return ok
		}
		if first.announced {
			s.coming.Add(-1)
		}
		late := time.NewTimer(patience)
	gather:
		for len(ops) < batch {
			select {
			case o, ok := <-s.ops:
				if !arrived(o, ok) {
					break gather
				}
				continue
			default:
			}
			if 2*int(s.coming.Load()) <= len(ops) {
				break
			}
			select {
			case o, ok := <-s.ops:
				if !arrived(o, ok) {
					break gather
				}
			case <-late.C:
				break gather
			}
		}
		late.Stop()
		err := s.transaction(ops...)
		if err != nil && len(ops) > 1 {
			for _, o := range ops { // one spoils it for all: each by itself
				o.done <- s.transaction(o)
			}
			continue
		}
		for _, o := range ops {
			o.done <- err
		}
	}
}

func (s *Store) transaction(ops ...op) error {
	seq := s.seq
	_, err := s.exec("BEGIN")
	for i := 0; i < len(ops) && err == nil; i++ {
		err = ops[i].do()
	}
	if err == nil {
		err = s.writeHosts()
	}
	clear(s.hosts)
	if err == nil {
		_, err = s.exec("COMMIT")
	}
	if err != nil {
		s.seq = seq
		s.exec("ROLLBACK") // fails where SQLite has rolled back itself
	}
	return s.word(err)
}

// run does one piece of work, all or nothing.
func (s *Store) run(do func() error) error { return s.send(op{do: do}) }

func (s *Store) send(o op) error {
	o.done = make(chan error, 1)
	s.ops <- o
	return <-o.done
}

// word turns what SQLite says into words for a user.
func (s *Store) word(err error) error {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return err
	}
	switch e.Code() & 0xff {
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return fmt.Errorf("%s: %w", s.path, ErrLocked)
	case sqlite3.SQLITE_FULL:
		return fmt.Errorf("%s: %w", s.path, ErrFull)
	case sqlite3.SQLITE_NOTADB:
		return fmt.Errorf("%s: %w", s.path, ErrNotOurs)
	case sqlite3.SQLITE_READONLY:
		return fmt.Errorf("%s: the file, or its folder, cannot be written", s.path)
	case sqlite3.SQLITE_CORRUPT:
		return fmt.Errorf("%s: the database is damaged: %w", s.path, err)
	}
	return fmt.Errorf("%s: %w", s.path, err)
}

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

// each calls do for every row.
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

func ms(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMilli()
}

func at(ms int64) time.Time {
	if ms == 0 {
		return time.Time{}
	}
	return time.UnixMilli(ms).UTC()
}

func lines(header map[string][]string) string {
	var b strings.Builder
	for _, k := range sortedKeys(header) {
		for _, v := range header[k] {
			b.WriteString(k + ": " + v + "\n")
		}
	}
	return b.String()
}
