package batch

import (
	"errors"
	"io/fs"
	"os"

	"rung/corpus/store"
)

// dbSink writes rows to a database, so many in one transaction. The journal
// tells of a transaction before it is made: the position that fits the rows that
// are there is where a run goes on.
type dbSink struct {
	*journal
	path  string
	isNew bool // there was no such file
	db    *store.Results
	rows  []store.Result // of the next transaction
}

// transactionRows is how many postings share one transaction.
const transactionRows = 512

var errOtherRows = errors.New("the rows in it are not those that its journal tells of")

// openDB opens the table of verdicts, anew or behind what is there, which is the
// position returned.
func openDB(path string, j *journal, positions []Position) (*dbSink, Position, error) {
	s := &dbSink{journal: j, path: path}
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		s.isNew = true
	}
	var err error
	if len(positions) > 0 {
		s.db, err = store.OpenResults(path)
		if err == nil && s.db.Count() > 0 {
			at := Position{}
			for _, p := range positions {
				if p.Rows() == s.db.Count() {
					at = p // the last: what lies between was left out
				}
			}
			if at.Postings > 0 {
				return s, at, nil
			}
			s.db.Close()
			return nil, Position{}, errOtherRows
		}
		if err == nil {
			return s, Position{}, nil
		}
		if !errors.Is(err, store.ErrNoResults) && !errors.Is(err, fs.ErrNotExist) {
			return nil, Position{}, err
		}
	}
	s.db, err = store.CreateResults(path)
	return s, Position{}, err
}

func (s *dbSink) write(r *Rows, from, to int) error {
	start, end := r.span(from, to)
	s.rows = append(s.rows, r.Results[start:end]...)
	return nil
}

func (s *dbSink) mark(p Position) error {
	if len(s.rows) == 0 {
		return nil
	}
	if err := s.at(p, true); err != nil {
		return err
	}
	err := s.db.Append(s.rows)
	clear(s.rows)
	s.rows = s.rows[:0]
	if err == nil {
		s.safe = p.Postings
	}
	return err
}

func (s *dbSink) finish(p Position) error {
	if err := s.mark(p); err != nil {
		return err
	}
	return s.db.Close()
}

func (s *dbSink) commit() error { return s.remove() }

func (s *dbSink) abort(keep bool) {
	if s.journal.file == nil {
		return
	}
	s.db.Close()
	if !keep {
		if s.isNew {
			for _, beside := range []string{"", "-wal", "-shm", "-journal"} {
				os.Remove(s.path + beside)
			}
		}
		s.remove()
	}
	s.journal.close()
}
