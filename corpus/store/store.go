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
	"time"

	"github.com/klauspost/compress/zstd"
	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

//go:embed schema/*.sql
var schema embed.FS

// version is that of the newest file in schema.
const version = 3

// Store is an open database, safe for concurrent use.
type Store struct {
	path   string
	format int  // the file's version, where it is read only
	ours   bool // it holds postings or verdicts
	part   bool // it was in use when it was copied, alone
	writes bool
	claim  *claim // where it writes
	sole   bool   // it is a crawl's
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
	// ErrLocked says that another program writes to the file.
	ErrLocked = errors.New("another program is using the database; wait until it is done, or name another file")
	// ErrFull says that a write found no room.
	ErrFull = errors.New("the disk is full; what was written before is safe: make room and run the same command again")
	// ErrNotOurs says that the file is something else.
	ErrNotOurs = errors.New("not a database of postings")
)

// patient is how long others are waited for that are soon done.
const patient = time.Second

// Open opens a database for one crawl, and makes it if there is none. While it
// is open no other program can write to it, and any can read what was written; the
// operating system ends that when a program dies.
func Open(path string) (*Store, error) {
	if dir := filepath.Dir(path); dir != "." {
		if _, err := os.Stat(dir); err != nil {
			return nil, fmt.Errorf("%s: the folder must exist: %w", path, err)
		}
	}
	s, err := openToWrite(path, true, "PRAGMA cache_size=-8000", "PRAGMA wal_autocheckpoint=8000")
	if err != nil {
		return nil, err
	}
	if err := s.migrate(); err != nil {
		s.Close()
		return nil, err
	}
	// From now on the file alone, as one may copy it, is a database of postings.
	if err := do(s.conn, "PRAGMA wal_checkpoint(TRUNCATE)"); err != nil {
		s.Close()
		return nil, word(path, err)
	}
	return s, nil
}

// openToWrite opens a file for one crawl, sole, or for verdicts.
func openToWrite(path string, sole bool, pragmas ...string) (*Store, error) {
	c, err := claimed(path, sole, patient)
	if err != nil {
		return nil, err
	}
	pragmas = append(pragmas, "PRAGMA journal_mode=WAL", "PRAGMA synchronous=NORMAL")
	s, err := open(path, "rwc", pragmas...)
	if err != nil && !errors.Is(err, ErrLocked) && !errors.Is(err, ErrNotOurs) {
		// Some file systems let programs share no memory: there nobody can read meanwhile.
		if alone, none := open(path, "rwc", append([]string{"PRAGMA locking_mode=EXCLUSIVE"}, pragmas...)...); none == nil {
			s, err = alone, nil
		}
	}
	if err != nil {
		c.release(sole)
		return nil, err
	}
	s.writes, s.ours, s.claim, s.sole = true, true, c, sole
	return s, nil
}

// OpenReader opens a database that exists, to read only: what was written to it last,
// also while a crawl goes on writing.
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
	s.ours = true
	if s.part {
		var n int
		if err := s.run(func() error { return s.row("SELECT count(*) FROM (SELECT 1 FROM posting LIMIT 1)").Scan(&n) }); err != nil || n == 0 {
			s.Close()
			if err == nil {
				err = fmt.Errorf("%s: it holds no posting: %s", path, copied(path))
			}
			return nil, err
		}
	}
	return s, nil
}

// copied is what to do about a copy that is not whole.
func copied(path string) string {
	return fmt.Sprintf("a copy that is made while a crawl writes the database needs %s-wal too; copy both, or the one file when the crawl has ended", filepath.Base(path))
}

// inUse reports whether a file says that there may be more of it beside it, as one
// does that a crawl writes. SQLite is asked: to open the file and close it would take
// the locks of this program off it.
func (s *Store) inUse() bool {
	var mode string
	err := s.conn.QueryRowContext(context.Background(), "PRAGMA journal_mode").Scan(&mode)
	return err == nil && mode == "wal"
}

// openToRead opens a file that exists, whatever tables it holds.
func openToRead(path string) (*Store, error) {
	if _, err := os.Stat(path); err != nil {
		return nil, err
	}
	beside := itself(path) + "-wal"
	_, alone := os.Stat(beside)
	// A database whose crawl was killed has to be recovered, which writes; in a
	// folder that cannot be written, plain reading is the best that can be done.
	s, err := open(path, "rw", "PRAGMA query_only=1")
	if err == nil {
		s.part = alone != nil && s.inUse()
	}
	if err == nil || errors.Is(err, ErrLocked) || errors.Is(err, ErrNotOurs) {
		return s, err
	}
	if s, err := open(path, "ro", "PRAGMA query_only=1"); err == nil {
		return s, nil
	}
	// What remains is a database that was in use, where no file can be made beside it.
	if wal, no := os.Stat(beside); no == nil && wal.Size() > 0 {
		return nil, fmt.Errorf("%s: a part of it is in %s, and no file can be made in their folder: copy both into one that can be written, and read the copy", path, filepath.Base(beside))
	}
	if s, err := open(path, "ro&immutable=1", "PRAGMA query_only=1"); err == nil {
		s.part = true
		return s, nil
	}
	return nil, err
}

func notVersion(path string, n int) error {
	if n > version {
		return fmt.Errorf("%s: written by a newer program (format %d, this one knows %d)", path, n, version)
	}
	return fmt.Errorf("%s: %w", path, ErrNotOurs)
}

// address is a file as SQLite's driver takes it.
func address(path, mode string) string {
	u := url.URL{Scheme: "file", Opaque: (&url.URL{Path: filepath.ToSlash(path)}).EscapedPath(), RawQuery: "mode=" + mode}
	return u.String()
}

// do asks for what gives no rows that matter.
func do(conn *sql.Conn, query string) error {
	_, err := conn.ExecContext(context.Background(), query)
	return err
}

// pragmaWait sets how long others are waited for.
func pragmaWait(d time.Duration) string {
	return fmt.Sprintf("PRAGMA busy_timeout=%d", d.Milliseconds())
}

func open(path, mode string, pragmas ...string) (*Store, error) {
	// The last is the first read: is it a database, and free?
	db, conn, err := connect(path, mode, patient, append(pragmas, "SELECT count(*) FROM sqlite_master")...)
	if err != nil {
		return nil, word(path, err)
	}
	s := &Store{path: path, db: db, conn: conn, stmts: map[string]*sql.Stmt{}, hosts: map[string]Host{}, ops: make(chan op), ended: make(chan struct{})}
	s.zip, _ = zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderConcurrency(2), zstd.WithWindowSize(128<<10))
	s.unzip, _ = zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(64<<20))
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

// Close ends the work. A database that was written is left as one file, by its
// last reader where others read it still.
func (s *Store) Close() error {
	var err error
	s.once.Do(func() {
		close(s.ops)
		<-s.ended
		for _, st := range s.stmts {
			st.Close()
		}
		if s.writes {
			err = s.oneFile()
		} else {
			s.tidy()
		}
		s.unzip.Close()
		err = s.word(errors.Join(err, s.conn.Close(), s.db.Close(), s.claim.release(s.sole)))
	})
	return err
}

// oneFile brings all into the one file, as far as readers let it. Without this,
// another program could not read the file where it may not write beside it, and who
// copies it would have to know of the others.
func (s *Store) oneFile() error {
	if err := do(s.conn, pragmaWait(100*time.Millisecond)); err != nil {
		return err
	}
	err := do(s.conn, "PRAGMA journal_mode=DELETE")
	if errors.Is(s.word(err), ErrLocked) { // the last reader does it
		return do(s.conn, "PRAGMA wal_checkpoint(TRUNCATE)")
	}
	return err
}

// tidy is what a reader does at its end for a database that was left as several
// files, unless somebody writes to it. What cannot be done is done another time.
func (s *Store) tidy() {
	if !s.ours || !s.inUse() {
		return
	}
	c, err := claimed(s.path, true, 0)
	if err != nil {
		return
	}
	if do(s.conn, "PRAGMA query_only=0") == nil {
		s.oneFile()
	}
	c.release(true)
}

func (s *Store) word(err error) error { return word(s.path, err) }

// word turns what SQLite says of a file into words for a user.
func word(path string, err error) error {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return err
	}
	switch e.Code() & 0xff {
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return fmt.Errorf("%s: %w", path, ErrLocked)
	case sqlite3.SQLITE_FULL:
		return fmt.Errorf("%s: %w", path, ErrFull)
	case sqlite3.SQLITE_NOTADB:
		return fmt.Errorf("%s: %w", path, ErrNotOurs)
	case sqlite3.SQLITE_READONLY:
		return fmt.Errorf("%s: the file, or its folder, cannot be written", path)
	case sqlite3.SQLITE_CORRUPT:
		return fmt.Errorf("%s: the database is damaged: %w; %s", path, err, copied(path))
	}
	return fmt.Errorf("%s: %w", path, err)
}
