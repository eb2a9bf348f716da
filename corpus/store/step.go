package store

import (
	"bytes"
	"crypto/sha256"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"maps"
	"strings"
	"sync"
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

// hash is of all that makes a change.
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

// Step is all that one visit changes, written whole or not at all.
type Step struct {
	Now      time.Time
	Fresh    time.Time // pages asked since then are not wanted again
	Page     Page      // Number 0: found by what it asks, or made. With its new State, Reason, Incomplete, Tries, Asked, Status, ETag, Modified
	Response *Response // nil: the kept one stays
	Host     Host      // Next and Failures are set; the counts are added
	Postings []Posting // whole postings
	Listed   []corpus.ID
	Closed   []corpus.ID // postings that their source says are closed
	Gone     string      // why the postings of this page are no more; empty: they are not
	Next     []Page

	Announced bool // see Store.Announce

	// Diff words a change for the history.
	Diff func(old, new corpus.Posting) string
}

// Outcome counts what a step changed.
type Outcome struct{ New, Changed, Gone, Queued int }

// prepared is what of a step is worked out outside of the one goroutine.
type prepared struct {
	zipped   []byte
	postings []preparedPosting
}

type preparedPosting struct {
	details, origin, notes string
	hash                   []byte
}

// rooms are for what is only held until it is written.
var rooms = sync.Pool{New: func() any { b := make([]byte, 0, 8<<10); return &b }}

func freeRoom(room *[]byte) {
	if cap(*room) <= 64<<10 {
		rooms.Put(room)
	}
}

// Do writes a step.
func (s *Store) Do(st *Step) (out Outcome, err error) {
	p := prepared{postings: make([]preparedPosting, len(st.Postings))}
	if st.Response != nil {
		room := rooms.Get().(*[]byte)
		p.zipped = s.zip.EncodeAll(st.Response.Body, (*room)[:0])
		*room = p.zipped
		defer freeRoom(room)
	}
	for i := range st.Postings {
		from, to := &st.Postings[i], &p.postings[i]
		to.details, to.origin, to.notes = encode(from.Details), encode(from.Origin), encode(from.Notes)
		to.hash = from.hash(to.details)
	}
	announced := st.Announced
	st.Announced = false
	err = s.send(op{announced: announced, do: func() error {
		out = Outcome{}
		return s.step(st, &p, &out)
	}})
	return out, err
}

func (s *Store) step(st *Step, ready *prepared, out *Outcome) error {
	p, now := &st.Page, ms(st.Now)
	if p.Number == 0 {
		if err := s.ensure(p, st.Now); err != nil {
			return err
		}
	}
	if p.State == Waiting { // to be tried again, after the others
		s.seq++
		if _, err := s.exec("UPDATE page SET seq = ? WHERE id = ?", s.seq, p.Number); err != nil {
			return err
		}
	}
	if _, err := s.exec("UPDATE page SET state = ?, tries = ?, reason = ?, incomplete = ?, asked = ?, status = ?, etag = ?, modified = ? WHERE id = ?",
		p.State, p.Tries, p.Reason, p.Incomplete, ms(p.Asked), p.Status, p.ETag, p.Modified, p.Number); err != nil {
		return err
	}
	if r := st.Response; r != nil {
		if _, err := s.exec("INSERT OR REPLACE INTO response (page, at, status, header, length, digest, truncated, redacted, body) VALUES (?,?,?,?,?,?,?,?,?)",
			p.Number, ms(r.At), r.Status, lines(r.Header), r.Length, r.Digest, r.Truncated, r.Redacted, ready.zipped); err != nil {
			return err
		}
	}
	if h := &st.Host; h.Name != "" {
		sum := s.hosts[h.Name]
		s.hosts[h.Name] = Host{Next: h.Next, Failures: h.Failures, Asked: sum.Asked + h.Asked, Kept: sum.Kept + h.Kept,
			Refused: sum.Refused + h.Refused, Errors: sum.Errors + h.Errors}
	}
	if st.Gone != "" {
		r, err := s.exec("UPDATE posting SET gone = ?, gone_reason = ? WHERE page = ? AND gone = 0", now, st.Gone, p.Number)
		if err != nil {
			return err
		}
		n, _ := r.RowsAffected() // SQLite's driver always knows
		out.Gone += int(n)
	}
	for _, id := range st.Closed {
		r, err := s.exec("UPDATE posting SET gone = ?, gone_reason = ? WHERE id = ? AND gone = 0", now, Closed, string(id))
		if err != nil {
			return err
		}
		n, _ := r.RowsAffected() // SQLite's driver always knows
		out.Gone += int(n)
	}
	for _, id := range st.Listed {
		if _, err := s.exec("UPDATE posting SET last_seen = ?, gone = 0, gone_reason = '' WHERE id = ? AND gone_reason IN ('', ?)", now, string(id), Absent); err != nil {
			return err
		}
	}
	for i := range st.Postings {
		if err := s.put(st, &st.Postings[i], &ready.postings[i], out); err != nil {
			return err
		}
	}
	for i := range st.Next {
		n, err := s.want(&st.Next[i], st.Now, st.Fresh)
		if err != nil {
			return err
		}
		out.Queued += n
	}
	return nil
}

// put writes a posting that page st.Page shows. A posting belongs to the page
// that showed it first: another that shows it too, with other words, would else
// make it change to and fro.
func (s *Store) put(st *Step, p *Posting, ready *preparedPosting, out *Outcome) error {
	now := ms(st.Now)
	details, origin, notes, hash := ready.details, ready.origin, ready.notes, ready.hash
	r, err := s.exec(`INSERT INTO posting (id, page, source, url, company, title, location, posted, valid_through, text, details, origin, notes, hash, simhash, first_seen, last_seen, gone, gone_reason)
		VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT (id) DO NOTHING`, string(p.ID), st.Page.Number, st.Page.Source, p.URL, p.Company, p.Title, p.Location, ms(p.Posted), ms(p.ValidThrough),
		p.Posting.Text, details, origin, notes, hash, int64(p.SimHash), now, now, ms(p.Gone), p.GoneReason)
	if err != nil {
		return err
	}
	if n, _ := r.RowsAffected(); n > 0 { // SQLite's driver always knows
		out.New++
		return nil
	}
	var oldHash []byte
	var owner, oldGone int64
	var old Posting
	var oldDetails string
	err = s.row("SELECT page, hash, title, text, details, gone, gone_reason FROM posting WHERE id = ?", string(p.ID)).
		Scan(&owner, &oldHash, &old.Title, &old.Posting.Text, &oldDetails, &oldGone, &old.GoneReason)
	gone, reason := ms(p.Gone), p.GoneReason
	if gone == 0 && old.GoneReason == Expired && !p.ValidThrough.IsZero() && p.ValidThrough.Before(st.Now) {
		reason = Expired // still shown, and still over
	}
	if reason != "" && reason == old.GoneReason {
		gone = oldGone
	} else if gone > 0 {
		out.Gone++
	}
	switch {
	case err != nil:
		return err
	case owner != st.Page.Number && old.Posting.Text != "", bytes.Equal(hash, oldHash):
		_, err = s.exec("UPDATE posting SET last_seen = ?, valid_through = ?, gone = ?, gone_reason = ? WHERE id = ?", now, ms(p.ValidThrough), gone, reason, string(p.ID))
		return err
	}
	out.Changed++
	diff := ""
	if st.Diff != nil {
		diff = st.Diff(old.Posting, p.Posting)
	}
	if _, err := s.exec("INSERT OR REPLACE INTO change (posting, at, diff, title, text, details) VALUES (?,?,?,?,?,?)",
		string(p.ID), now, diff, old.Title, old.Posting.Text, oldDetails); err != nil {
		return err
	}
	_, err = s.exec(`UPDATE posting SET page = ?, url = ?, company = ?, title = ?, location = ?, posted = ?, valid_through = ?, text = ?, details = ?, origin = ?, notes = ?,
		hash = ?, simhash = ?, last_seen = ?, changed = ?, gone = ?, gone_reason = ? WHERE id = ?`, st.Page.Number, p.URL, p.Company, p.Title, p.Location, ms(p.Posted), ms(p.ValidThrough),
		p.Posting.Text, details, origin, notes, hash, int64(p.SimHash), now, now, gone, reason, string(p.ID))
	return err
}

// encode is JSON with sorted keys; "" for nothing.
func encode(v any) string {
	b, err := json.Marshal(v)
	if err != nil || string(b) == "null" || string(b) == "{}" || string(b) == "[]" {
		return "" // strings always can be written
	}
	return string(b)
}

// writeHosts writes what the steps of a transaction say of hosts: once a host,
// however many steps.
func (s *Store) writeHosts() error {
	for name, h := range s.hosts {
		if _, err := s.exec(`INSERT INTO host (name, next, failures, asked, kept, refused, errors) VALUES (?,?,?,?,?,?,?)
			ON CONFLICT (name) DO UPDATE SET next = excluded.next, failures = excluded.failures, asked = asked + excluded.asked,
			kept = kept + excluded.kept, refused = refused + excluded.refused, errors = errors + excluded.errors`,
			name, ms(h.Next), h.Failures, h.Asked, h.Kept, h.Refused, h.Errors); err != nil {
			return err
		}
	}
	return nil
}

const postingColumns = `id, source, url, company, title, location, posted, valid_through, text, details, origin, notes, simhash, first_seen, last_seen, changed, gone, gone_reason, near`

func scanPosting(r scanner, p *Posting) error {
	var details, origin, notes string
	var posted, valid, simhash, first, last, changed, gone int64
	if err := r.Scan(&p.ID, &p.Listing, &p.URL, &p.Company, &p.Title, &p.Location, &posted, &valid, &p.Posting.Text, &details, &origin, &notes,
		&simhash, &first, &last, &changed, &gone, &p.GoneReason, &p.Near); err != nil {
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
	p.Posted, p.ValidThrough, p.SimHash = at(posted), at(valid), uint64(simhash)
	p.FirstSeen, p.LastSeen, p.Changed, p.Gone = at(first), at(last), at(changed), at(gone)
	p.Fetched, p.Source = p.LastSeen, p.URL
	return nil
}

// Postings gives every posting, gone ones too, in the order of their IDs. An
// error is the last value.
func (s *Store) Postings() iter.Seq2[Posting, error] {
	return func(yield func(Posting, error) bool) {
		for last := ""; ; {
			var some []Posting
			err := s.run(func() error {
				some = some[:0]
				return s.each(func(r scanner) error {
					var p Posting
					err := scanPosting(r, &p)
					some = append(some, p)
					return err
				}, "SELECT "+postingColumns+" FROM posting WHERE id > ? ORDER BY id LIMIT 128", last)
			})
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
	err = s.run(func() error { return scanPosting(s.row("SELECT "+postingColumns+" FROM posting WHERE id = ?", id), &p) })
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
func (s *Store) Changes(id corpus.ID) (changes []Change, err error) {
	err = s.run(func() error {
		changes = changes[:0]
		return s.each(func(r scanner) error {
			c := Change{Posting: id}
			var when int64
			err := r.Scan(&when, &c.Diff, &c.Title, &c.Text)
			c.At = at(when)
			changes = append(changes, c)
			return err
		}, "SELECT at, diff, title, text FROM change WHERE posting = ? ORDER BY at", string(id))
	})
	return changes, err
}

// Absent is the reason of a posting that a whole listing no longer names.
const Absent = "absent from a complete listing"

// Closed is the reason of a posting whose source says so.
const Closed = "its source says that it is closed"

// Expired is the reason of a posting whose own last day has passed.
const Expired = "its last day (validThrough) has passed"

// Source is how far the listing of a source was read.
type Source struct {
	Name     string
	Started  time.Time
	Complete time.Time // when it was last read whole; zero: never
	Note     string    // why the last reading was not whole
}

// StartSource wants the first pages of a source, those asked since fresh excepted, and notes that
// its listing is begun if one of them is to be asked.
func (s *Store) StartSource(name string, pages []Page, now, fresh time.Time) (queued int, err error) {
	err = s.run(func() error {
		queued = 0
		for i := range pages {
			n, err := s.want(&pages[i], now, fresh)
			if err != nil {
				return err
			}
			queued += n
		}
		if queued == 0 {
			return nil
		}
		_, err := s.exec(`INSERT INTO source (name, started) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET started = excluded.started`, name, ms(now))
		return err
	})
	return queued, err
}

// EndSource judges by the store's own records whether the listing of a source,
// since it was started, was read whole, and if so marks its postings that the
// listing no longer names. cut, if not empty, says why it cannot be whole.
func (s *Store) EndSource(name, cut string, now time.Time) (gone int, err error) {
	err = s.run(func() error {
		gone = 0
		var started int64
		err := s.row("SELECT started FROM source WHERE name = ?", name).Scan(&started)
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		if err != nil {
			return err
		}
		pages := 0
		note := cut
		err = s.each(func(r scanner) error {
			var url, reason, incomplete string
			var state State
			var status int
			var asked int64
			if err := r.Scan(&url, &state, &status, &asked, &reason, &incomplete); err != nil {
				return err
			}
			pages++
			switch {
			case note != "":
			case state != Done || status >= 400:
				note = strings.TrimSpace(url + " was not read: " + reason)
			case asked < started:
				note = url + " was not asked again: it is fresh"
			case incomplete != "":
				note = url + ": " + incomplete
			}
			return nil
		}, "SELECT url, state, status, asked, reason, incomplete FROM page WHERE source = ? AND list = 1 AND wanted >= ? ORDER BY seq", name, started)
		if err != nil {
			return err
		}
		if pages == 0 {
			return nil // nothing of it was read this time, so nothing is known anew
		}
		if note != "" {
			_, err = s.exec("UPDATE source SET note = ? WHERE name = ?", note, name)
			return err
		}
		if _, err = s.exec("UPDATE source SET note = '', complete = ? WHERE name = ?", ms(now), name); err != nil {
			return err
		}
		r, err := s.exec(`UPDATE posting SET gone = ?, gone_reason = ? WHERE source = ? AND gone = 0 AND last_seen < ?
			AND NOT EXISTS (SELECT 1 FROM page WHERE page.id = posting.page AND list = 0 AND wanted >= ?)`, ms(now), Absent, name, started, started)
		if err != nil {
			return err
		}
		n, _ := r.RowsAffected() // SQLite's driver always knows
		gone = int(n)
		return nil
	})
	return gone, err
}

// Sources returns what is known of every source, by name.
func (s *Store) Sources() (sources []Source, err error) {
	err = s.run(func() error {
		sources = sources[:0]
		return s.each(func(r scanner) error {
			var o Source
			var started, complete int64
			err := r.Scan(&o.Name, &started, &complete, &o.Note)
			o.Started, o.Complete = at(started), at(complete)
			sources = append(sources, o)
			return err
		}, "SELECT name, started, complete, note FROM source ORDER BY name")
	})
	return sources, err
}

// Expire marks the postings whose last day lies before now.
func (s *Store) Expire(now time.Time) (gone int, err error) {
	err = s.run(func() error {
		r, err := s.exec("UPDATE posting SET gone = ?, gone_reason = ? WHERE gone = 0 AND valid_through > 0 AND valid_through < ?", ms(now), Expired, ms(now))
		if err != nil {
			return err
		}
		n, _ := r.RowsAffected() // SQLite's driver always knows
		gone = int(n)
		return nil
	})
	return gone, err
}

// Fingerprints returns what tells near-duplicates of every posting with a text.
func (s *Store) Fingerprints() (prints []corpus.Fingerprint, err error) {
	err = s.run(func() error {
		prints = prints[:0]
		return s.each(func(r scanner) error {
			var p corpus.Fingerprint
			var hash int64
			var title string
			err := r.Scan(&p.ID, &hash, &title)
			p.Hash, p.Rank = uint64(hash), corpus.RankWords(title)
			prints = append(prints, p)
			return err
		}, "SELECT id, simhash, title FROM posting WHERE text <> ''")
	})
	return prints, err
}

// Link sets the near-duplicate of every posting: the value for its ID, or none.
func (s *Store) Link(near map[corpus.ID]corpus.ID) error {
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
		}, "SELECT id, near FROM posting WHERE near <> ''")
		if err != nil {
			return err
		}
		for id, other := range changed {
			if _, err := s.exec("UPDATE posting SET near = ? WHERE id = ?", string(other), string(id)); err != nil {
				return err
			}
		}
		return nil
	})
}
