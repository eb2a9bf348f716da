package store

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"rung/corpus"
)

var day = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)

func openNew(t testing.TB) *Store {
	t.Helper()
	s, err := Open(filepath.Join(t.TempDir(), "a b#c?d%.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func page(n int) Page {
	return Page{Method: "GET", URL: fmt.Sprintf("https://a.example/jobs/%d", n), Host: "a.example", Source: "src", Request: []byte(`{"URL":"x"}`)}
}

func posting(n int, text string) Posting {
	return Posting{Posting: corpus.Posting{ID: corpus.ID(fmt.Sprintf("a/b/%04d", n)), Title: "Director", Text: text, Notes: []string{"x"}},
		Details: map[string]string{"pay": "€1"}, Origin: map[string]string{"title": "api"}, SimHash: 1 << 63}
}

// waiting puts n pages into the frontier and returns the first of them.
func waiting(t testing.TB, s *Store, n int) []Page {
	t.Helper()
	var pages []Page
	for i := range n {
		pages = append(pages, page(i))
	}
	if _, err := s.StartSource("src", pages, day, day.Add(-time.Hour)); err != nil {
		t.Fatal(err)
	}
	got, _, err := s.WaitingPages("a.example", -1, n)
	if err != nil || len(got) != n {
		t.Fatalf("%d pages wait, %v", len(got), err)
	}
	return got
}

func TestAStepIsKept(t *testing.T) {
	s := openNew(t)
	p := waiting(t, s, 1)[0]
	p.State, p.Tries, p.Asked, p.Status, p.ETag = Done, 1, day, 200, `"e"`
	body := bytes.Repeat([]byte("You lead. "), 1000)
	out, err := s.Do(&Step{Now: day, Page: p, Response: &Response{At: day, Status: 200, Header: map[string][]string{"A": {"1", "2"}, "B": {"3"}}, Length: 7, Digest: "sha256:x", Body: body},
		Host: Host{Name: "a.example", Next: day.Add(time.Second), Asked: 1}, Postings: []Posting{posting(1, "text")}, Next: []Page{page(0), page(7)}})
	if err != nil || out != (Outcome{New: 1, Queued: 1}) {
		t.Fatalf("%+v, %v", out, err)
	}
	r, ok, err := s.Response(p.Number)
	if err != nil || !ok || !bytes.Equal(r.Body, body) || fmt.Sprint(r.Header) != "map[A:[1 2] B:[3]]" || !r.At.Equal(day) || r.Length != 7 {
		t.Errorf("%v, %v, %v", r.Header, ok, err)
	}
	if _, ok, err := s.Response(999); ok || err != nil {
		t.Errorf("an answer that is not there: %v, %v", ok, err)
	}
	h, err := s.Host("a.example")
	if err != nil || !h.Next.Equal(day.Add(time.Second)) || h.Asked != 1 {
		t.Errorf("%+v, %v", h, err)
	}
	for p, err := range s.Postings() {
		if err != nil || p.Posting.Text != "text" || p.Details["pay"] != "€1" || p.Origin["title"] != "api" || p.Notes[0] != "x" || p.SimHash != 1<<63 || !p.FirstSeen.Equal(day) || p.Listing != "src" {
			t.Errorf("%+v, %v", p, err)
		}
	}
	for p := range s.Postings() {
		if one, err := s.Posting(p.ID); err != nil || one.Posting.Text != "text" || one.Listing != "src" {
			t.Errorf("by its id: %+v, %v", one, err)
		}
	}
	if _, err := s.Posting("nosuch"); !errors.Is(err, ErrNoPosting) {
		t.Errorf("a posting that is not there: %v", err)
	}
	n, err := s.Count()
	if err != nil || n != [5]int{Waiting: 1, Done: 1} {
		t.Errorf("%v, %v", n, err)
	}
}

func TestAPostingBelongsToThePageThatShowedItFirst(t *testing.T) {
	s := openNew(t)
	pages := waiting(t, s, 2)
	for i, text := range []string{"first", "second"} {
		p := pages[i]
		p.State, p.Asked = Done, day
		out, err := s.Do(&Step{Now: day, Page: p, Postings: []Posting{posting(1, text)}})
		if err != nil || out.Changed != 0 {
			t.Errorf("%+v, %v", out, err)
		}
	}
	for p := range s.Postings() {
		if p.Posting.Text != "first" {
			t.Errorf("it is %q", p.Posting.Text)
		}
	}
}

func TestLinks(t *testing.T) {
	s := openNew(t)
	p := waiting(t, s, 1)[0]
	p.State, p.Asked = Done, day
	if _, err := s.Do(&Step{Now: day, Page: p, Postings: []Posting{posting(1, "x"), posting(2, "x"), posting(3, "x"), posting(4, "")}}); err != nil {
		t.Fatal(err)
	}
	if prints, err := s.Fingerprints(); err != nil || len(prints) != 3 || prints[0].Rank != "director" || prints[0].Hash != 1<<63 {
		t.Errorf("%v, %v", prints, err)
	}
	for _, near := range []map[corpus.ID]corpus.ID{{"a/b/0002": "a/b/0001", "a/b/0003": "a/b/0001"}, {"a/b/0003": "a/b/0002"}, nil} {
		if err := s.Link(t.Context(), near); err != nil {
			t.Fatal(err)
		}
		for p := range s.Postings() {
			if p.Near != near[p.ID] {
				t.Errorf("%s is near %q, want %q", p.ID, p.Near, near[p.ID])
			}
		}
	}
}

// A file of the first format is read as it is, and brought to the newest when a
// crawl goes on with it.
func TestAnOlderFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	b, err := schema.ReadFile("schema/1.sql")
	if err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec(string(b) + `;PRAGMA user_version=1;
		INSERT INTO page (id, key, url, host, source, list, request, state, seq, wanted) VALUES (7, x'01', 'https://a.example/7', 'a.example', 'src', 0, '{}', 2, 1, 1);
		INSERT INTO posting (id, page, source, url, company, title, location, posted, valid_through, text, details, origin, notes, hash, simhash, first_seen, last_seen, changed, gone, gone_reason, near)
		VALUES ('a/1', 7, 'src', 'u', 'Elm', 'Director', 'Ulm', 1, 2, 'You lead.', '{"pay":"1"}', '{"title":"api"}', '["n"]', x'02', -3, 4, 5, 6, 7, 'why', ''),
			('a/2', 7, 'src', 'u2', 'Elm', 'VP', '', 0, 0, 'You lead.', '', '', '', x'03', -3, 4, 5, 0, 0, '', 'a/1');
		INSERT INTO change (posting, at, diff, title, text, details) VALUES ('a/1', 6, '-x', 'Lead', 'x', '');`); err != nil {
		t.Fatal(err)
	}
	db.Close()
	all := func(s *Store, err error) (kept []Posting, changes []Change) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		for p, err := range s.Postings() {
			if err != nil {
				t.Fatal(err)
			}
			one, err := s.Posting(p.ID)
			if err != nil || !cmp.Equal(one, p) {
				t.Errorf("by its id: %+v, %v", one, err)
			}
			kept = append(kept, p)
		}
		if changes, err = s.Changes("a/1"); err != nil {
			t.Fatal(err)
		}
		return kept, changes
	}
	old, oldChanges := all(OpenReader(path))
	if len(old) != 2 || old[1].Near != "a/1" || old[0].Posting.Text != "You lead." || len(oldChanges) != 1 {
		t.Fatalf("%+v, %+v", old, oldChanges)
	}
	for name, open := range map[string]func(string) (*Store, error){"to go on": Open, "once more": Open} {
		now, changes := all(open(path))
		if d := cmp.Diff(old, now) + cmp.Diff(oldChanges, changes); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
	if now, _ := all(OpenReader(path)); !cmp.Equal(old, now) {
		t.Errorf("read again: %+v", now)
	}
	s, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if out, err := s.Do(&Step{Now: day, Page: Page{Number: 7, State: Done, Asked: day}, Gone: "404"}); err != nil || out.Gone != 1 {
		t.Errorf("%+v, %v", out, err)
	}
}

// A file of the second format has answers without what they were asked with, and
// none for robots.txt.
func TestAFileOfTheSecondFormat(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	s, err := Open(path)
	must(t, err)
	p := waiting(t, s, 1)[0]
	p.State, p.Asked = Done, day
	_, err = s.Do(&Step{Now: day, Page: p, Response: &Response{At: day, Status: 200, Sent: map[string][]string{"A": {"b"}}, Body: []byte("You lead.")}})
	must(t, err)
	must(t, s.SetRobots(Host{Name: "a.example", RobotsAt: day}, []Exchange{{Page: Page{URL: "https://a.example/robots.txt"}, Response: Response{At: day, Status: 404}}}))
	must(t, s.run(func() error {
		_, err := s.conn.ExecContext(t.Context(), "ALTER TABLE response DROP COLUMN sent; DROP TABLE robots; PRAGMA user_version=2")
		return err
	}))
	must(t, s.Close())
	for name, open := range map[string]func(string) (*Store, error){"read as it is": OpenReader, "gone on with": Open} {
		s, err := open(path)
		must(t, err)
		n := 0
		must(t, s.Robots(func(Exchange) error { n++; return nil }))
		must(t, s.Exchanges(func(e Exchange) error {
			if n++; string(e.Response.Body) != "You lead." || len(e.Sent) != 0 {
				t.Errorf("%s: %+v", name, e)
			}
			return nil
		}))
		if r, ok, err := s.Response(p.Number); !ok || err != nil || string(r.Body) != "You lead." || n != 1 {
			t.Errorf("%s: %+v, %v, %v, %d answers", name, r, ok, err, n)
		}
		must(t, s.Close())
	}
}

// A user who interrupts does not wait for a long step, and loses no short one.
func TestALongStepEndsWithItsContext(t *testing.T) {
	s := openNew(t)
	p := waiting(t, s, 1)[0]
	p.State, p.Asked = Done, day
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	many := func(n int) (list []Posting, near map[corpus.ID]corpus.ID) {
		near = map[corpus.ID]corpus.ID{}
		for i := range n {
			list = append(list, posting(i, "x"))
			near[list[i].ID] = list[0].ID
		}
		return list, near
	}
	for _, c := range []struct {
		n    int
		want error
	}{{300, context.Canceled}, {3, nil}} {
		list, near := many(c.n)
		if _, err := s.Do(&Step{Now: day, Page: p, Postings: list, Context: ctx}); err != c.want {
			t.Errorf("%d postings: %v", c.n, err)
		}
		var pages []Page
		for i := range c.n {
			pages = append(pages, page(1000+i))
		}
		if out, err := s.Do(&Step{Now: day, Page: p, Next: pages, Context: ctx}); err != c.want || err == nil && out.Queued != c.n {
			t.Errorf("%d pages: %v, %+v", c.n, err, out)
		}
		if err := s.Link(ctx, near); err != c.want {
			t.Errorf("%d links: %v", c.n, err)
		}
	}
	n := 0
	for p, err := range s.Postings() {
		if n++; err != nil || p.Near != "a/b/0000" {
			t.Errorf("%v: %s is near %q", err, p.ID, p.Near)
		}
	}
	if n != 3 {
		t.Errorf("%d postings", n)
	}
}

func TestAFailedStepLeavesNothing(t *testing.T) {
	s := openNew(t)
	p := waiting(t, s, 1)[0]
	p.State = Done
	bad := posting(2, "x")
	_, err := s.Do(&Step{Now: day, Page: p, Postings: []Posting{posting(1, "y"), bad}, Diff: nil,
		Next: []Page{{Method: "GET", URL: "u", Host: "h", Source: "s", Request: nil}}}) // a request must be
	if err == nil {
		t.Fatal("it did not fail")
	}
	for p := range s.Postings() {
		t.Errorf("%s is there", p.ID)
	}
	if n, err := s.Count(); err != nil || n[Waiting] != 1 {
		t.Errorf("%v, %v", n, err)
	}
}

func TestAFullDiskIsToldAndTheFileIsIntact(t *testing.T) {
	s := openNew(t)
	pages := waiting(t, s, 200)
	if err := s.run(func() error { return s.row("PRAGMA max_page_count=120").Scan(new(int)) }); err != nil {
		t.Fatal(err)
	}
	done := 0
	var err error
	for i, p := range pages {
		p.State, p.Asked = Done, day
		var junk []byte
		for j := range 400 {
			junk = fmt.Appendf(junk, "%d %d ", i*j*7919, j)
		}
		if _, err = s.Do(&Step{Now: day, Page: p, Response: &Response{At: day, Status: 200, Body: junk}, Postings: []Posting{posting(i, string(junk))}}); err != nil {
			break
		}
		done++
	}
	if !errors.Is(err, ErrFull) || !strings.Contains(err.Error(), "run the same command again") {
		t.Fatalf("%v", err)
	}
	path := s.path
	s.Close()
	if s, err = Open(path); err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	check, kept := "", 0
	if err := s.run(func() error { return s.row("PRAGMA integrity_check").Scan(&check) }); err != nil || check != "ok" {
		t.Errorf("%s, %v", check, err)
	}
	for range s.Postings() {
		kept++
	}
	if n, err := s.Count(); err != nil || done == 0 || kept != done || n[Done] != done || n[Waiting] != 200-done {
		t.Errorf("%d steps were done, %d postings kept, %v, %v", done, kept, n, err)
	}
}

func TestOneCrawlAtATime(t *testing.T) {
	s := openNew(t)
	if _, err := Open(s.path); !errors.Is(err, ErrLocked) {
		t.Errorf("a second crawl: %v", err)
	}
	link := filepath.Join(t.TempDir(), "link.db")
	must(t, os.Symlink(s.path, link))
	if _, err := Open(link); !errors.Is(err, ErrLocked) {
		t.Errorf("a second crawl by another name: %v", err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	oneFile(t, s.path)
	r, err := OpenReader(s.path)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if r2, err := OpenReader(s.path); err != nil {
		t.Errorf("a second reader: %v", err)
	} else {
		r2.Close()
	}
	if _, err := r.StartSource("x", []Page{page(1)}, day, day); err == nil {
		t.Error("a reader wrote")
	}
}

func TestFilesThatAreSomethingElse(t *testing.T) {
	dir := t.TempDir()
	text, newer := filepath.Join(dir, "text.db"), filepath.Join(dir, "newer.db")
	if err := os.WriteFile(text, []byte(strings.Repeat("not a database ", 100)), 0o666); err != nil {
		t.Fatal(err)
	}
	s, err := Open(newer)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.run(func() error { _, err := s.exec("PRAGMA user_version=99"); return err }); err != nil {
		t.Fatal(err)
	}
	s.Close()
	for name, c := range map[string]struct{ path, want string }{
		"a text": {text, ErrNotOurs.Error()}, "a newer format": {newer, "written by a newer program"}, "no folder": {filepath.Join(dir, "a", "b.db"), "the folder must exist"},
	} {
		if _, err := Open(c.path); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := OpenReader(filepath.Join(dir, "nosuch.db")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("none: %v", err)
	}
}

var million = flag.Bool("million", false, "fill the frontier with a million pages, not fifty thousand")

func TestTheFrontierTakesLittleMemory(t *testing.T) {
	n := 50_000
	if *million {
		n = 1_000_000
	}
	s := openNew(t)
	for first := 0; first < n; first += 1000 {
		var pages []Page
		for i := range 1000 {
			pages = append(pages, page(first+i))
		}
		if _, err := s.StartSource("src", pages, day, day); err != nil {
			t.Fatal(err)
		}
	}
	seen := 0
	for cursor := Cursor(-1); ; {
		pages, next, err := s.WaitingPages("a.example", cursor, 1000)
		if err != nil {
			t.Fatal(err)
		}
		if len(pages) == 0 {
			break
		}
		seen, cursor = seen+len(pages), next
	}
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	if seen != n || m.HeapInuse > 60<<20 {
		t.Errorf("%d of %d pages, %d MB", seen, n, m.HeapInuse>>20)
	}
	t.Logf("%d pages, %d MB of heap", seen, m.HeapInuse>>20)
}

func BenchmarkSteps(b *testing.B) {
	s := openNew(b)
	pages := waiting(b, s, b.N)
	body := bytes.Repeat([]byte("You lead four teams and report to the VP of Engineering. "), 90)
	b.SetBytes(int64(len(body)))
	b.ResetTimer()
	for i, p := range pages {
		p.State, p.Asked = Done, day
		if _, err := s.Do(&Step{Now: day, Page: p, Response: &Response{At: day, Status: 200, Body: body}, Host: Host{Name: "a.example", Asked: 1},
			Postings: []Posting{posting(i, string(body))}, Next: []Page{page(1_000_000 + i)}}); err != nil {
			b.Fatal(err)
		}
	}
}
