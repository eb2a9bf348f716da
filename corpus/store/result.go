package store

import (
	"errors"
	"fmt"
	"iter"
	"os"
)

// Result is one row of the table verdicts. What is a list or an object stands
// there as JSON.
type Result struct {
	ID, Source, Company, Title, Level string
	Probability, LogOdds              float64
	TitleClaim, Agreement             string
	Reasons, Differences, Flags       string // JSON
	Model, Lexicon                    string
	Bias, Rest, Gate                  float64
	Missing                           string // JSON
	Text                              string // empty: not kept
	Sure                              bool
	Ladder, Function, Facts           string // JSON; empty: not known
	WhyNeither, WhyUnread             string // empty: the level is another, or why is not known
	PriorVP                           float64
	Unread                            string // JSON; empty in a table of an earlier version
}

// Results is the table verdicts of a database file, while it is written. The file
// is a new one or that of a crawl, which may be read at the same time.
type Results struct {
	s *Store
	n int // rows in the table
}

// ErrNoResults says that there are no verdicts to go on from.
var ErrNoResults = errors.New("the database holds no verdicts to go on from")

// CreateResults makes the table anew, and the file if there is none. A database
// that is not one of postings or verdicts is left alone: ErrNotOurs.
func CreateResults(path string) (*Results, error) {
	return results(path, func(s *Store) error {
		sql, err := schema.ReadFile("schema/verdicts.sql")
		if err != nil {
			return err
		}
		for _, q := range []string{"DROP TABLE IF EXISTS verdicts", string(sql)} {
			if _, err := s.exec(q); err != nil {
				return err
			}
		}
		return nil
	})
}

// OpenResults goes on with a table that is there; without one, the error is
// ErrNoResults or that of a missing file.
func OpenResults(path string) (*Results, error) {
	if _, err := os.Stat(path); err != nil {
		return nil, err
	}
	return results(path, func(s *Store) error {
		var n int
		if err := s.row("SELECT count(*) FROM sqlite_master WHERE name = 'verdicts'").Scan(&n); err != nil {
			return err
		}
		if n == 0 {
			return fmt.Errorf("%s: %w", path, ErrNoResults)
		}
		return nil
	})
}

// ReadResults gives the rows of the table verdicts in their order. A file without
// that table is ErrNoResults or ErrNotOurs; an error is the last in the stream.
func ReadResults(path string) iter.Seq2[Result, error] {
	return func(yield func(Result, error) bool) {
		s, err := openResults(path)
		if err != nil {
			yield(Result{}, err)
			return
		}
		defer s.Close()
		standing, err := standingColumns(s)
		if err != nil {
			yield(Result{}, err)
			return
		}
		for last := 0; ; {
			var some []Result
			err := s.run(func() error {
				some = some[:0]
				return s.each(func(r scanner) error {
					var row Result
					err := r.Scan(&last, &row.ID, &row.Source, &row.Company, &row.Title, &row.Level, &row.Probability, &row.LogOdds, &row.TitleClaim, &row.Agreement,
						&row.Reasons, &row.Differences, &row.Flags, &row.Model, &row.Lexicon, &row.Bias, &row.Rest, &row.Gate, &row.Missing, &row.Text,
						&row.Sure, &row.Ladder, &row.Function, &row.Facts, &row.WhyNeither, &row.WhyUnread, &row.PriorVP, &row.Unread)
					some = append(some, row)
					return err
				}, "SELECT rowid, "+resultColumns+", coalesce(text, ''), "+standing+" FROM verdicts WHERE rowid > ? ORDER BY rowid LIMIT 128", last)
			})
			if err != nil {
				yield(Result{}, err)
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

// openResults opens a file with a table of verdicts to read it.
func openResults(path string) (*Store, error) {
	s, err := openToRead(path)
	if err != nil {
		return nil, err
	}
	var n int
	err = s.run(func() error {
		return s.row("SELECT count(*) FROM sqlite_master WHERE name = 'verdicts'").Scan(&n)
	})
	if err == nil && n == 0 {
		err = fmt.Errorf("%s: %w", path, ErrNoResults)
	}
	if err != nil {
		s.Close()
		return nil, err
	}
	return s, nil
}

// resultColumns are the columns of the table before the text.
const resultColumns = `id, source, company, title, level, probability, log_odds, title_claim, agreement,
	reasons, differences, flags, model, lexicon, bias, rest, gate, missing`

// standingColumns are the columns behind the text as they are read. A table of an
// earlier version has none of them: its verdicts were at even odds and not said
// to be sure.
func standingColumns(s *Store) (string, error) {
	var n int
	err := s.run(func() error {
		return s.row("SELECT count(*) FROM pragma_table_info('verdicts') WHERE name = 'sure'").Scan(&n)
	})
	if n == 0 {
		return `0, '', '', '', '', '', 0.5, ''`, err
	}
	return `sure, coalesce(ladder, ''), coalesce(function, ''), coalesce(facts, ''), coalesce(why_neither, ''), coalesce(why_unread, ''), prior_vp, unread`, err
}

func results(path string, begin func(*Store) error) (*Results, error) {
	s, err := open(path, "rwc", "PRAGMA journal_mode=WAL", "PRAGMA synchronous=NORMAL", "PRAGMA cache_size=-8000")
	if err != nil {
		return nil, err
	}
	s.writes = true
	r := &Results{s: s}
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

// Append adds rows in their order, all or none. If another program has added
// some meanwhile, none are: ErrLocked.
func (r *Results) Append(rows []Result) error {
	n := 0
	err := r.s.run(func() (err error) {
		if n, err = r.count(); err != nil {
			return err
		}
		if n != r.n {
			return fmt.Errorf("%s: %w", r.s.path, ErrLocked)
		}
		for i := range rows {
			row := &rows[i]
			n++
			if _, err := r.s.exec("INSERT INTO verdicts (rowid, "+resultColumns+`, text, sure, ladder, function, facts, why_neither, why_unread, prior_vp, unread)
				VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`,
				n, row.ID, row.Source, row.Company, row.Title, row.Level, row.Probability, row.LogOdds, row.TitleClaim, row.Agreement,
				row.Reasons, row.Differences, row.Flags, row.Model, row.Lexicon, row.Bias, row.Rest, row.Gate, row.Missing, orNull(row.Text),
				row.Sure, orNull(row.Ladder), orNull(row.Function), orNull(row.Facts), orNull(row.WhyNeither), orNull(row.WhyUnread), row.PriorVP, row.Unread); err != nil {
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

// orNull is NULL for what a row does not have.
func orNull(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// Close leaves the database as one file, unless another program reads it.
func (r *Results) Close() error {
	if err := r.s.Close(); !errors.Is(err, ErrLocked) {
		return err
	}
	return nil
}
