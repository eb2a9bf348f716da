package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// claimName is what the name of the file has behind the database's.
const claimName = "-crawl"

// claim is the right to write to a database for as long as a program likes: of one
// crawl alone, or of those that add verdicts. SQLite's locks end with a transaction,
// so it is a lock on an empty file beside the database. Who only reads needs none.
type claim struct {
	path string
	db   *sql.DB
	conn *sql.Conn
}

// claimed takes the claim on a database, sole or with others that are not, and waits
// so long for those who have it.
func claimed(path string, sole bool, wait time.Duration) (*claim, error) {
	c := &claim{path: itself(path) + claimName}
	take := []string{"PRAGMA journal_mode=OFF", "BEGIN", "SELECT count(*) FROM sqlite_master"}
	if sole {
		take = []string{"PRAGMA journal_mode=OFF", "BEGIN EXCLUSIVE"}
	}
	for range 100 {
		before, _ := os.Stat(c.path) // none: the first round makes it
		var err error
		if c.db, c.conn, err = connect(c.path, "rwc", wait, take...); err != nil {
			if e := (*sqlite.Error)(nil); errors.As(err, &e) && e.Code()&0xff == sqlite3.SQLITE_CANTOPEN {
				return nil, fmt.Errorf("%s: no file can be made in its folder", path)
			}
			return nil, word(path, err)
		}
		// Who let go meanwhile took the file away, and what is locked is no more.
		if after, err := os.Stat(c.path); err == nil && before != nil && os.SameFile(before, after) {
			return c, nil
		}
		c.drop()
	}
	return nil, fmt.Errorf("%s: %w", path, ErrLocked)
}

// itself is the path of the file that a link may stand for: what is beside it has
// that one's name.
func itself(path string) string {
	if p, err := filepath.EvalSymlinks(path); err == nil {
		return p
	}
	return path
}

func (c *claim) drop() error { return errors.Join(c.conn.Close(), c.db.Close()) }

// release gives the claim back, and takes the file away unless others have it too.
func (c *claim) release(sole bool) error {
	if c == nil {
		return nil
	}
	if !sole {
		if err := c.drop(); err != nil {
			return err
		}
		if c, err := claimed(strings.TrimSuffix(c.path, claimName), true, 0); err == nil {
			return c.release(true)
		}
		return nil
	}
	removed := os.Remove(c.path) // before another can lock it
	err := c.drop()
	if removed != nil {
		os.Remove(c.path) // where an open file cannot be removed
	}
	return err
}

// connect opens a file and does what is said. The connection is the only one.
func connect(path, mode string, wait time.Duration, first ...string) (*sql.DB, *sql.Conn, error) {
	db, err := sql.Open("sqlite", address(path, mode))
	if err != nil {
		return nil, nil, err
	}
	conn, err := db.Conn(context.Background())
	if err == nil {
		err = do(conn, pragmaWait(wait))
	}
	for i := 0; err == nil && i < len(first); i++ {
		err = do(conn, first[i])
	}
	if err != nil {
		if conn != nil {
			conn.Close()
		}
		db.Close()
		return nil, nil, err
	}
	return db, conn, nil
}
