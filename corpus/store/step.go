package store

import (
	"bytes"
	"context"
	"sync"
	"time"

	"rung/corpus"
)

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

	// Context, if not nil, ends the writing of a step that takes long; nothing of it
	// is kept then.
	Context context.Context

	// Diff words a change for the history.
	Diff func(old, new corpus.Posting) string
}

// few is how many rows are written whether or not the user wants to wait: what is
// short is kept.
const few = 256

// ended is the context's error before row i, once in a while.
func ended(ctx context.Context, i int) error {
	if ctx == nil || i%few != few-1 {
		return nil
	}
	return ctx.Err()
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
		if _, err := s.exec("INSERT OR REPLACE INTO response (page, at, status, header, length, digest, truncated, redacted, body, sent) VALUES (?,?,?,?,?,?,?,?,?,?)",
			p.Number, ms(r.At), r.Status, lines(r.Header), r.Length, r.Digest, r.Truncated, r.Redacted, ready.zipped, lines(r.Sent)); err != nil {
			return err
		}
	}
	if h := &st.Host; h.Name != "" {
		sum := s.hosts[h.Name]
		s.hosts[h.Name] = Host{Next: h.Next, Failures: h.Failures, Asked: sum.Asked + h.Asked, Kept: sum.Kept + h.Kept,
			Refused: sum.Refused + h.Refused, Errors: sum.Errors + h.Errors}
	}
	if st.Gone != "" {
		n, err := s.count("UPDATE posting SET gone = ?, gone_reason = ? WHERE page = ? AND gone = 0", now, st.Gone, p.Number)
		if err != nil {
			return err
		}
		out.Gone += n
	}
	for i, id := range st.Closed {
		if err := ended(st.Context, i); err != nil {
			return err
		}
		n, err := s.count("UPDATE posting SET gone = ?, gone_reason = ? WHERE id = ? AND gone = 0", now, Closed, string(id))
		if err != nil {
			return err
		}
		out.Gone += n
	}
	for i, id := range st.Listed {
		if err := ended(st.Context, i); err != nil {
			return err
		}
		if _, err := s.exec("UPDATE posting SET last_seen = ?, gone = 0, gone_reason = '' WHERE id = ? AND gone_reason IN ('', ?)", now, string(id), Absent); err != nil {
			return err
		}
	}
	for i := range st.Postings {
		if err := ended(st.Context, i); err != nil {
			return err
		}
		if err := s.put(st, &st.Postings[i], &ready.postings[i], out); err != nil {
			return err
		}
	}
	for i := range st.Next {
		if err := ended(st.Context, i); err != nil {
			return err
		}
		n, err := s.want(&st.Next[i], st.Now, st.Fresh)
		if err != nil {
			return err
		}
		out.Queued += n
	}
	return nil
}

// put writes a posting that page st.Page shows. A posting belongs to the page
// that showed it first: otherwise another that shows it too, in other words, would
// make it change to and fro.
func (s *Store) put(st *Step, p *Posting, ready *preparedPosting, out *Outcome) error {
	now := ms(st.Now)
	details, origin, notes, hash := ready.details, ready.origin, ready.notes, ready.hash
	added, err := s.count(`INSERT INTO posting (id, page, source, url, company, title, location, posted, valid_through, text, details, origin, notes, hash, simhash, first_seen, last_seen, gone, gone_reason)
		VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT (id) DO NOTHING`, string(p.ID), st.Page.Number, st.Page.Source, p.URL, p.Company, p.Title, p.Location, ms(p.Posted), ms(p.ValidThrough),
		p.Posting.Text, details, origin, notes, hash, int64(p.SimHash), now, now, ms(p.Gone), p.GoneReason)
	if err != nil {
		return err
	}
	if added > 0 {
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
