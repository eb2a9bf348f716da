package store

import (
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"rung/corpus/enum"
)

// State is what has become of a page.
type State uint8

const (
	Waiting State = iota
	Parked        // waiting, but for sources that the present command does not name
	Done
	Failed  // Reason says why; asked again when it is wanted again
	Refused // not asked, and Reason says why
)

var stateNames = enum.Names[State]{"waiting", "parked", "done", "failed", "refused"}

func (s State) String() string { return stateNames.Of(s) }

// Page is one request that a crawl wants, wanted or refused, and what came of
// it.
type Page struct {
	Number     int64 // given by the store
	Method     string
	URL        string
	Body       string // of a POST
	Host       string // with its port
	Source     string // what the user named that led here
	List       bool   // it names postings
	Request    []byte // the crawler's own record
	Hops       int    // redirects on the way here
	State      State
	Tries      int
	Reason     string
	Incomplete string // why a list is not all there is
	Asked      time.Time
	Status     int // of the last answer; 0: none
	ETag       string
	Modified   string
}

// key is what makes two requests the same.
func (p *Page) key() []byte {
	h := sha256.Sum256([]byte(p.Method + " " + p.URL + "\n" + p.Body))
	return h[:16]
}

// Response is the last whole answer of a page.
type Response struct {
	At        time.Time
	Sent      map[string][]string // the header that it was asked with; empty: not known
	Status    int
	Header    map[string][]string
	Length    int    // bytes of the body as it was read
	Digest    string // "sha256:" and hex, of Body
	Truncated string // why the body ends early; empty when it does not
	Redacted  int    // places where personal data was taken out
	Body      []byte
}

// Host is what is known of a host.
type Host struct {
	Name         string
	Next         time.Time // not to be asked before
	Failures     int       // in a row
	Robots       []byte    // text of its robots.txt; nil when none is kept
	RobotsAt     time.Time
	RobotsStatus int // 0: could not be reached

	Asked, Kept, Refused, Errors int
}

// Begin makes ready for a run over these sources: their pages wait, those of
// others are parked.
func (s *Store) Begin(sources []string) error {
	return s.run(func() error {
		if _, err := s.exec("UPDATE page SET state = 1 WHERE state = 0"); err != nil {
			return err
		}
		for _, name := range sources {
			// Those that failed without an answer are tried again.
			if _, err := s.exec("UPDATE page SET state = 0, tries = 0 WHERE (state = 1 OR state = 3 AND asked = 0) AND source = ?", name); err != nil {
				return err
			}
		}
		return nil
	})
}

// want puts a page into the frontier, and returns 1 if it waits now and did not
// before. One that was asked since fresh stays as it is, but is noted as wanted.
func (s *Store) want(p *Page, now, fresh time.Time) (int, error) {
	key := p.key()
	added, err := s.count(`INSERT INTO page (key, url, host, source, list, request, hops, state, seq, reason, wanted)
		VALUES (?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT (key) DO NOTHING`, key, p.URL, p.Host, p.Source, p.List, p.Request, p.Hops, p.State, s.seq+1, p.Reason, ms(now))
	if err != nil {
		return 0, err
	}
	queued := 0
	if p.State == Waiting {
		queued = 1
	}
	if added > 0 {
		s.seq++
		return queued, nil
	}
	var number, asked int64
	var state State
	err = s.row("SELECT id, state, asked FROM page WHERE key = ?", key).Scan(&number, &state, &asked)
	switch {
	case err != nil:
		return 0, err
	case state == Waiting, (state == Done || state == Failed) && asked >= ms(fresh) && asked <= ms(now.Add(time.Hour)) && p.State != Refused:
		_, err = s.exec("UPDATE page SET wanted = ? WHERE id = ?", ms(now), number)
		return 0, err
	}
	s.seq++
	_, err = s.exec("UPDATE page SET source = ?, list = ?, request = ?, hops = ?, state = ?, seq = ?, tries = 0, reason = ?, wanted = ? WHERE id = ?",
		p.Source, p.List, p.Request, p.Hops, p.State, s.seq, p.Reason, ms(now), number)
	return queued, err
}

// ensure gives a page that did not come from the frontier its number.
func (s *Store) ensure(p *Page, now time.Time) error {
	key := p.key()
	err := s.row("SELECT id FROM page WHERE key = ?", key).Scan(&p.Number)
	if !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	s.seq++
	r, err := s.exec(`INSERT INTO page (key, url, host, source, list, request, state, seq, wanted) VALUES (?,?,?,?,?,?,?,?,?)`,
		key, p.URL, p.Host, p.Source, p.List, p.Request, p.State, s.seq, ms(now))
	if err != nil {
		return err
	}
	p.Number, err = r.LastInsertId()
	return err
}

// NextHost returns the first host, by name after the given one, that has
// waiting pages; empty when there is none.
func (s *Store) NextHost(after string) (name string, err error) {
	err = s.run(func() error {
		name = ""
		return orNone(s.row("SELECT host FROM page WHERE state = 0 AND host > ? ORDER BY host LIMIT 1", after).Scan(&name))
	})
	return name, err
}

// Cursor is a place in the order of asking.
type Cursor int64

// WaitingPages returns up to n waiting pages of a host after a cursor, in the
// order of asking, and the cursor after them.
func (s *Store) WaitingPages(host string, after Cursor, n int) (pages []Page, next Cursor, err error) {
	next = after
	pages, err = all(s, func(r scanner, p *Page) error {
		p.Host = host
		return r.Scan(&p.Number, &p.URL, &p.Source, &p.List, &p.Request, &p.Hops, &next, &p.Tries, moment{&p.Asked}, &p.Status, &p.ETag, &p.Modified)
	}, "SELECT id, url, source, list, request, hops, seq, tries, asked, status, etag, modified FROM page WHERE state = 0 AND host = ? AND seq > ? ORDER BY seq LIMIT ?", host, int64(after), n)
	return pages, next, err
}

// Host returns what is known of a host.
func (s *Store) Host(name string) (h Host, err error) {
	err = s.run(func() error {
		h = Host{Name: name}
		return orNone(s.row("SELECT next, failures, robots, robots_at, robots_status, asked, kept, refused, errors FROM host WHERE name = ?", name).
			Scan(moment{&h.Next}, &h.Failures, &h.Robots, moment{&h.RobotsAt}, &h.RobotsStatus, &h.Asked, &h.Kept, &h.Refused, &h.Errors))
	})
	return h, err
}

// SetRobots keeps a host's robots.txt, and the answers that led to it in their order.
func (s *Store) SetRobots(h Host, answers []Exchange) error {
	zipped := make([][]byte, len(answers))
	for i := range answers {
		zipped[i] = s.zip.EncodeAll(answers[i].Response.Body, nil)
	}
	return s.run(func() error {
		if _, err := s.exec("DELETE FROM robots WHERE host = ?", h.Name); err != nil {
			return err
		}
		for hop := range answers {
			r := &answers[hop].Response
			if _, err := s.exec("INSERT INTO robots (host, hop, url, at, status, header, length, digest, truncated, redacted, body, sent) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
				h.Name, hop, answers[hop].URL, ms(r.At), r.Status, lines(r.Header), r.Length, r.Digest, r.Truncated, r.Redacted, zipped[hop], lines(r.Sent)); err != nil {
				return err
			}
		}
		_, err := s.exec(`INSERT INTO host (name, robots, robots_at, robots_status) VALUES (?,?,?,?)
			ON CONFLICT (name) DO UPDATE SET robots = excluded.robots, robots_at = excluded.robots_at, robots_status = excluded.robots_status`,
			h.Name, h.Robots, ms(h.RobotsAt), h.RobotsStatus)
		return err
	})
}

// Response returns the last whole answer of a page; ok is false when none is
// kept.
func (s *Store) Response(page int64) (r Response, ok bool, err error) {
	err = s.run(func() error {
		r = Response{}
		err := s.scanResponse(s.row("SELECT "+s.answer()+" FROM response r WHERE page = ?", page), &r)
		ok = err == nil
		return orNone(err)
	})
	return r, ok, err
}

// answer are the columns of an answer for scanResponse.
func (s *Store) answer() string {
	sent := "sent"
	if s.format == 1 || s.format == 2 { // it is read as it is
		sent = "''"
	}
	return "at, r.status, header, length, digest, truncated, redacted, body, " + sent
}

func (s *Store) scanResponse(row scanner, r *Response, more ...any) error {
	var header, sent string
	var zipped []byte
	if err := row.Scan(append([]any{moment{&r.At}, &r.Status, &header, &r.Length, &r.Digest, &r.Truncated, &r.Redacted, &zipped, &sent}, more...)...); err != nil {
		return err
	}
	r.Header, r.Sent = readLines(header), readLines(sent)
	var err error
	r.Body, err = s.unzip.DecodeAll(zipped, nil)
	return err
}

// Exchange is a page and its answer.
type Exchange struct {
	Page
	Response
}

// Exchanges calls do for every page with a kept answer, in the order of the
// pages' numbers, until it fails.
func (s *Store) Exchanges(do func(Exchange) error) error {
	for last := int64(-1); ; {
		one, err := all(s, func(r scanner, e *Exchange) error {
			return s.scanResponse(r, &e.Response, &e.Number, &e.URL, &e.Host, &e.Source, &e.List, &e.Request)
		}, "SELECT "+s.answer()+`, p.id, url, host, source, list, request
			FROM response r JOIN page p ON p.id = r.page WHERE page > ? ORDER BY page LIMIT 1`, last)
		if err != nil || len(one) == 0 {
			return err
		}
		last = one[0].Number
		if err := do(one[0]); err != nil {
			return err
		}
	}
}

// Robots calls do for every answer to a request for robots.txt, by host, until it
// fails.
func (s *Store) Robots(do func(Exchange) error) error {
	host, hop := "", -1
	for s.format == 0 || s.format > 2 { // before, none were kept
		one, err := all(s, func(r scanner, e *Exchange) error {
			return s.scanResponse(r, &e.Response, &e.URL, &e.Host, &hop)
		}, "SELECT "+s.answer()+", url, host, hop FROM robots r WHERE (host, hop) > (?, ?) ORDER BY host, hop LIMIT 1", host, hop)
		if err != nil || len(one) == 0 {
			return err
		}
		host = one[0].Host
		if err := do(one[0]); err != nil {
			return err
		}
	}
	return nil
}

// Pages calls do for every page in a state, in the order of asking, until it
// fails.
func (s *Store) Pages(state State, do func(Page) error) error {
	for last := int64(-1); ; {
		pages, err := all(s, func(r scanner, p *Page) error {
			p.State = state
			return r.Scan(&last, &p.Number, &p.URL, &p.Host, &p.Source, &p.List, &p.Request, &p.Tries, &p.Reason, &p.Incomplete, moment{&p.Asked}, &p.Status)
		}, "SELECT seq, id, url, host, source, list, request, tries, reason, incomplete, asked, status FROM page WHERE state = ? AND seq > ? ORDER BY seq LIMIT 256", state, last)
		if err != nil || len(pages) == 0 {
			return err
		}
		for _, p := range pages {
			if err := do(p); err != nil {
				return err
			}
		}
	}
}

// Hosts returns what is known of every host, by name.
func (s *Store) Hosts() ([]Host, error) {
	return all(s, func(r scanner, h *Host) error {
		return r.Scan(&h.Name, moment{&h.Next}, &h.Failures, &h.Asked, &h.Kept, &h.Refused, &h.Errors)
	}, "SELECT name, next, failures, asked, kept, refused, errors FROM host ORDER BY name")
}

// Count is how many pages are in each state.
func (s *Store) Count() (n [Refused + 1]int, err error) {
	err = s.run(func() error {
		n = [Refused + 1]int{}
		return s.each(func(r scanner) error {
			var state State
			var pages int
			err := r.Scan(&state, &pages)
			if int(state) >= len(n) {
				return fmt.Errorf("%s: a page has the unknown state %d", s.path, state)
			}
			n[state] = pages
			return err
		}, "SELECT state, count(*) FROM page GROUP BY state")
	})
	return n, err
}
