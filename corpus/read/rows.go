package read

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"

	"rung/corpus"
)

// Rows reads the postings in the rows of a table that somebody else opened, as those of a
// file are read. The first row names the columns; an error is the last of them.
func (o Options) Rows(ctx context.Context, rows iter.Seq2[[]string, error], name string) iter.Seq2[corpus.Posting, error] {
	return func(yield func(corpus.Posting, error) bool) {
		s := &stream{ctx: ctx, o: o, m: o.mapping(), name: name, yield: yield}
		next, stop := iter.Pull2(rows)
		defer stop()
		if err := s.rows(next); err != nil && !s.stopped {
			yield(corpus.Posting{}, fmt.Errorf("%s: %w", name, err))
		}
	}
}

func (s *stream) rows(next func() ([]string, error, bool)) error {
	err := s.table(&queried{rest: next, at: -1}, false)
	if err == nil && s.n == 0 && !s.stopped {
		return errors.New("the query gives no row")
	}
	return err
}

// queried are the rows that a query gives, the names of its columns first.
type queried struct {
	rest func() ([]string, error, bool)
	row  []string
	at   int // of the row, from 1, below the names
}

func (r *queried) next() error {
	row, err, ok := r.rest()
	if !ok {
		err = io.EOF
	}
	r.row = row
	r.at++
	return err
}

func (r *queried) line() int         { return r.at }
func (r *queried) size() int         { return len(r.row) }
func (r *queried) cell(i int) string { return r.row[i] }
func (r *queried) raw() []byte       { return []byte(strings.Join(r.row, "\t")) }
func (r *queried) note() string      { return "" }
func (r *queried) header(int)        {}
