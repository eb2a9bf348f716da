package store

import (
	"strings"
	"time"
)

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

// StartSource puts the first pages of a source into the frontier, except those that
// were asked since fresh, and notes that its listing has begun if one of them is to
// be asked. queued is how many are.
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

// EndSource judges by the store's own records whether the listing of a source was
// read whole since it was started. If so, it marks as gone the postings that the
// listing no longer names. cut, if not empty, says why it cannot be whole.
func (s *Store) EndSource(name, cut string, now time.Time) (gone int, err error) {
	err = s.run(func() error {
		gone = 0
		var started int64
		err := s.row("SELECT started FROM source WHERE name = ?", name).Scan(&started)
		if err != nil {
			return orNone(err)
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
		gone, err = s.count(`UPDATE posting SET gone = ?, gone_reason = ? WHERE source = ? AND gone = 0 AND last_seen < ?
			AND NOT EXISTS (SELECT 1 FROM page WHERE page.id = posting.page AND list = 0 AND wanted >= ?)`, ms(now), Absent, name, started, started)
		return err
	})
	return gone, err
}

// Sources returns what is known of every source, by name.
func (s *Store) Sources() ([]Source, error) {
	return all(s, func(r scanner, o *Source) error {
		return r.Scan(&o.Name, moment{&o.Started}, moment{&o.Complete}, &o.Note)
	}, "SELECT name, started, complete, note FROM source ORDER BY name")
}
