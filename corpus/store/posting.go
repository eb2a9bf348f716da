package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"
	"time"

	"rung/corpus"
)

// Posting is a posting with its history.
type Posting struct {
	corpus.Posting
	ValidThrough time.Time         // zero when not stated
	Details      map[string]string // further fields by name: "pay", "workplace"
	Origin       map[string]string // where each field came from, by name
	SimHash      uint64
	Listing      string // the source that it was found by

	FirstSeen, LastSeen time.Time
	Changed             time.Time // zero: never
	Gone                time.Time // zero: not known to be gone
	GoneReason          string
	Near                corpus.ID // first posting, by ID, with nearly the same text; empty: none
}

// hash sums up all that counts as a change, in 16 bytes.
func (p *Posting) hash(details string) []byte {
	fields := [...]string{p.URL, p.Company, p.Title, p.Location, p.Posting.Text, details}
	room := rooms.Get().(*[]byte)
	defer freeRoom(room)
	b := (*room)[:0]
	for _, f := range fields {
		b = append(append(b, f...), 0)
	}
	*room = b
	h := sha256.Sum256(b)
	return h[:16]
}

// encode is JSON with sorted keys; "" for nothing.
func encode(v any) string {
	b, err := json.Marshal(v)
	if err != nil || string(b) == "null" || string(b) == "{}" || string(b) == "[]" {
		return "" // strings always can be written
	}
	return string(b)
}

// selectPostings is a query for scanPosting, without its conditions.
func (s *Store) selectPostings() string {
	near := "coalesce((SELECT first FROM near WHERE near.posting = posting.id), '')"
	if s.format == 1 { // it is read as it is
		near = "near"
	}
	return "SELECT id, source, url, company, title, location, posted, valid_through, text, details, origin, notes, simhash, first_seen, last_seen, changed, gone, gone_reason, " + near + " FROM posting "
}

func scanPosting(r scanner, p *Posting) error {
	var details, origin, notes string
	var simhash int64
	if err := r.Scan(&p.ID, &p.Listing, &p.URL, &p.Company, &p.Title, &p.Location, moment{&p.Posted}, moment{&p.ValidThrough}, &p.Posting.Text, &details, &origin, &notes,
		&simhash, moment{&p.FirstSeen}, moment{&p.LastSeen}, moment{&p.Changed}, moment{&p.Gone}, &p.GoneReason, &p.Near); err != nil {
		return err
	}
	for _, f := range []struct {
		s  string
		to any
	}{{details, &p.Details}, {origin, &p.Origin}, {notes, &p.Notes}} {
		if f.s != "" {
			if err := json.Unmarshal([]byte(f.s), f.to); err != nil {
				return err
			}
		}
	}
	p.SimHash, p.Fetched, p.Source = uint64(simhash), p.LastSeen, p.URL
	return nil
}

// Postings gives every posting, gone ones too, in the order of their IDs. An
// error is the last value.
func (s *Store) Postings() iter.Seq2[Posting, error] {
	return func(yield func(Posting, error) bool) {
		for last := ""; ; {
			some, err := all(s, scanPosting, s.selectPostings()+"WHERE id > ? ORDER BY id LIMIT 128", last)
			if err != nil {
				yield(Posting{}, err)
				return
			}
			if len(some) == 0 {
				return
			}
			for _, p := range some {
				if !yield(p, nil) {
					return
				}
			}
			last = string(some[len(some)-1].ID)
		}
	}
}

// ErrNoPosting says that there is no posting of an ID.
var ErrNoPosting = errors.New("no such posting")

// Posting gives the posting of an ID; without one the error is ErrNoPosting.
func (s *Store) Posting(id corpus.ID) (p Posting, err error) {
	err = s.run(func() error { return scanPosting(s.row(s.selectPostings()+"WHERE id = ?", id), &p) })
	if errors.Is(err, sql.ErrNoRows) {
		err = fmt.Errorf("%s: %q: %w", s.path, id, ErrNoPosting)
	}
	return p, err
}

// Change is what a posting was before it changed.
type Change struct {
	Posting           corpus.ID
	At                time.Time
	Diff, Title, Text string
}

// Changes returns the changes of a posting, oldest first.
func (s *Store) Changes(id corpus.ID) ([]Change, error) {
	return all(s, func(r scanner, c *Change) error {
		c.Posting = id
		return r.Scan(moment{&c.At}, &c.Diff, &c.Title, &c.Text)
	}, "SELECT at, diff, title, text FROM change WHERE posting = ? ORDER BY at", string(id))
}

// Expire marks the postings whose last day lies before now.
func (s *Store) Expire(now time.Time) (gone int, err error) {
	err = s.run(func() (err error) {
		gone, err = s.count("UPDATE posting SET gone = ?, gone_reason = ? WHERE valid_through > 0 AND valid_through < ? AND gone = 0", ms(now), Expired, ms(now))
		return err
	})
	return gone, err
}

// Fingerprints returns what tells near-duplicates of every posting with a text.
func (s *Store) Fingerprints() ([]corpus.Fingerprint, error) {
	return all(s, func(r scanner, p *corpus.Fingerprint) error {
		var hash int64
		var title string
		err := r.Scan(&p.ID, &hash, &title)
		p.Hash, p.Rank = uint64(hash), corpus.RankWords(title)
		return err
	}, "SELECT id, simhash, title FROM posting WHERE octet_length(text) > 0") // without reading it
}

// Link sets the near-duplicate of every posting: the value for its ID, or none. Where
// ctx ends before many are set, none is.
func (s *Store) Link(ctx context.Context, near map[corpus.ID]corpus.ID) error {
	return s.run(func() error {
		changed := map[corpus.ID]corpus.ID{}
		maps.Copy(changed, near)
		err := s.each(func(r scanner) error {
			var id, other corpus.ID
			err := r.Scan(&id, &other)
			if near[id] == other {
				delete(changed, id)
			} else {
				changed[id] = near[id]
			}
			return err
		}, "SELECT posting, first FROM near")
		if err != nil {
			return err
		}
		for i, id := range slices.Sorted(maps.Keys(changed)) {
			if err := ended(ctx, i); err != nil {
				return err
			}
			if other := changed[id]; other != "" {
				_, err = s.exec("INSERT OR REPLACE INTO near (posting, first) VALUES (?, ?)", string(id), string(other))
			} else {
				_, err = s.exec("DELETE FROM near WHERE posting = ?", string(id))
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
}
