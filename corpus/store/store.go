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
	"sync"
	"sync/atomic"

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
