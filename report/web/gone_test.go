package web

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"iter"
	"mime/multipart"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"rung/corpus"
	"rung/corpus/read"
)

// sending is a request as it goes over a connection.
func sending(method, path, kind, body string) string {
	return fmt.Sprintf("%s %s HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s", method, path, kind, len(body), body)
}

// uploading is a form with one file, and its kind.
func uploading(name, file string) (body, kind string) {
	var b bytes.Buffer
	m := multipart.NewWriter(&b)
	w, _ := m.CreateFormFile("file", name)
	_, _ = io.WriteString(w, file)
	_ = m.Close()
	return b.String(), m.FormDataContentType()
}

// asBefore waits until the server works for nobody.
func asBefore(t *testing.T, s *Server) {
	t.Helper()
	until(t, func() bool {
		for _, q := range []*queue{s.short, s.queue, s.drops, s.large} {
			if working, waiting, _ := q.state(); working > 0 || waiting > 0 {
				return false
			}
		}
		return s.meter.open.Load() == 0 && s.room.free() == s.Limits.Bodies
	})
}

// TestWhoIsGoneWaitsNoLonger cuts every kind of request off while it waits for its
// turn.
func TestWhoIsGoneWaitsNoLonger(t *testing.T) {
	s := server(t, Options{Source: endless{n: 10}})
	address, end := serving(t, s)
	until(t, func() bool { _, done, _ := s.source.state(); return done })
	posting := example(t, "vp")
	long := strings.Repeat(posting+"\n\n", shortText/len(posting)+1)
	saved := s.keep(saved{form{Text: posting}, corpus.Posting{Text: posting}})
	saved, _, _ = strings.Cut(saved, "#")
	file, kind := uploading("x.txt", posting)
	form := url.Values{"text": {posting}}.Encode()
	for name, request := range map[string]string{
		"a check of the API":       sending("POST", "/api/v1/check", "text/plain", posting),
		"a long check of the API":  sending("POST", "/api/v1/check", "text/plain", long),
		"a check":                  sending("POST", "/check", formType, form),
		"a check while one types":  sending("POST", "/fragment", formType, form),
		"a long one":               sending("POST", "/fragment", formType, url.Values{"text": {long}}.Encode()),
		"a check that is kept":     sending("POST", "/save", formType, form),
		"a card":                   sending("POST", "/card/html", formType, form),
		"a saved check":            sending("GET", saved, "", ""),
		"a saved card":             sending("GET", saved+"/card/md", "", ""),
		"an upload":                sending("POST", "/upload", kind, file),
		"a stream":                 sending("POST", "/api/v1/classify", "application/x-ndjson", lineOf(t, "a", "vp")+"\n"),
		"a document":               sending("POST", "/api/v1/classify", "application/json", "["+lineOf(t, "a", "vp")+"]"),
		"a page of a table":        sending("GET", "/t/db?sort=title", "", ""),
		"rows as a workbook":       sending("GET", "/t/db/rows/xlsx", "", ""),
		"rows as text":             sending("GET", "/t/db/rows/csv", "", ""),
		"a row":                    sending("GET", "/t/db/p/1", "", ""),
		"a card of a row":          sending("GET", "/t/db/p/1/card/json", "", ""),
		"two rows side by side":    sending("GET", "/t/db/compare?n=0&n=1", "", ""),
		"a long line of a stream":  sending("POST", "/api/v1/classify", "application/x-ndjson", `{"text":"`+strings.Repeat("x ", shortText)+"\"}\n"),
		"a stream without its end": strings.Replace(sending("POST", "/api/v1/classify", "application/x-ndjson", lineOf(t, "a", "vp")+"\n"), "Content-Length: ", "Content-Length: 9", 1),
	} {
		for _, q := range []*queue{s.short, s.queue} {
			for range q.places {
				if err := q.enter(t.Context()); err != nil {
					t.Fatal(err)
				}
			}
		}
		c := dial(t, address)
		if _, err := io.WriteString(c, request); err != nil {
			t.Fatal(err)
		}
		waiting := func() int {
			_, short, _ := s.short.state()
			_, other, _ := s.queue.state()
			return short + other
		}
		until(t, func() bool { return waiting() == 1 })
		c.Close()
		if name == "a stream without its end" { // nobody can know before there is an answer
			s.short.leave()
			until(t, func() bool { return s.meter.open.Load() == 0 })
			s.queue.leave()
			for range s.short.places - 1 {
				s.short.leave()
			}
			for range s.queue.places - 1 {
				s.queue.leave()
			}
			asBefore(t, s)
			continue
		}
		for end := time.Now().Add(20 * time.Second); waiting() > 0 || s.meter.open.Load() > 0; time.Sleep(time.Millisecond) {
			if time.Now().After(end) {
				t.Fatalf("%s waits for an asker who is gone", name)
			}
		}
		for _, q := range []*queue{s.short, s.queue} {
			for range q.places {
				q.leave()
			}
		}
		asBefore(t, s)
	}
	if err := end(); err != nil {
		t.Error(err)
	}
}

// TestTheEndOfABodyIsReadBeforeItsTurn: until then the server does not see that the asker
// is gone.
func TestTheEndOfABodyIsReadBeforeItsTurn(t *testing.T) {
	s := server(t, Options{})
	address, end := serving(t, s)
	file, kind := uploading("x.txt", strings.Repeat("You will lead engineers. ", shortText/10))
	for range s.queue.places {
		if err := s.queue.enter(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	c := dial(t, address)
	fmt.Fprintf(c, "POST /upload HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: %s\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n", kind, len(file), file)
	until(t, func() bool { return s.room.free() == s.Limits.Bodies-int64(len(file)-smallBody) }) // all but the end is there
	_, _ = io.WriteString(c, "0\r\n\r\n")
	until(t, func() bool { _, n, _ := s.queue.state(); return n == 1 })
	c.Close()
	until(t, func() bool { _, n, _ := s.queue.state(); return n == 0 })
	for range s.queue.places {
		s.queue.leave()
	}
	asBefore(t, s)
	if err := end(); err != nil {
		t.Error(err)
	}
}

// counting is a Source that says how many postings were asked of it.
type counting struct {
	endless
	asked *atomic.Int64
}

func (c counting) Posting(ctx context.Context, n int) (corpus.Posting, error) {
	c.asked.Add(1)
	return c.endless.Posting(ctx, n)
}

// TestWorkForWhoIsGoneEnds cuts connections off in the midst of work that would go on
// for long.
func TestWorkForWhoIsGoneEnds(t *testing.T) {
	const many = 100_000
	var asked atomic.Int64
	source := counting{endless{n: many}, &asked}
	s := server(t, Options{})
	s.source = newTable(source)
	for i := range many { // a table that is whole without any work
		s.source.rows = append(s.source.rows, entry{N: i})
	}
	s.source.done = true
	h := httptest.NewServer(s)
	defer h.Close()
	address := h.Listener.Addr().String()
	for _, e := range exports {
		asked.Store(0)
		c := dial(t, address)
		_, _ = io.WriteString(c, sending("GET", "/t/db/rows/"+e.name, "", ""))
		until(t, func() bool { return asked.Load() > 20 })
		c.Close()
		asBefore(t, s)
		if n := asked.Load(); n == many {
			t.Errorf("%s: all rows were made for an asker who is gone", e.name)
		}
	}

	judged := func() (n int64) {
		for i := range s.meter.verdicts {
			n += s.meter.verdicts[i].Load()
		}
		return n
	}
	var rows strings.Builder
	for i := range many / 10 {
		fmt.Fprintf(&rows, "{\"text\":\"You lead %d engineers and report to the VP of Engineering.\"}\n", i)
	}
	file, kind := uploading("rows.jsonl", rows.String())
	for name, request := range map[string]string{
		"the table of an upload": sending("POST", "/upload", kind, file),
		"a stream":               sending("POST", "/api/v1/classify", "application/x-ndjson", rows.String()),
		"a document":             sending("POST", "/api/v1/classify", "application/json", "["+strings.ReplaceAll(strings.TrimSpace(rows.String()), "\n", ",")+"]"),
	} {
		before := judged()
		c := dial(t, address)
		go func() { _, _ = io.WriteString(c, request) }()
		until(t, func() bool { return judged() > before+20 })
		c.Close()
		asBefore(t, s)
		if n := judged() - before; n == many/10 {
			t.Errorf("%s: all postings were read for an asker who is gone", name)
		}
	}
}

// TestTheEndOfTheServerEndsTheFilling ends a server whose table is being filled.
func TestTheEndOfTheServerEndsTheFilling(t *testing.T) {
	s := server(t, Options{Source: endless{n: 1_000_000}})
	_, end := serving(t, s)
	until(t, func() bool { n, _, _ := s.source.state(); return n > 0 })
	if err := end(); err != nil {
		t.Error(err)
	}
	asBefore(t, s)
	if n, done, _ := s.source.state(); n == 1_000_000 || done {
		t.Errorf("%d rows are there, whole: %v", n, done)
	}
}

// TestSlowUploadsKeepNobodyWaiting holds more uploads in the middle than are read at a
// time.
func TestSlowUploadsKeepNobodyWaiting(t *testing.T) {
	s := server(t, Options{Limits: Limits{Drops: 2, Body: time.Hour}})
	address, end := serving(t, s)
	file, kind := uploading("x.txt", strings.Repeat(example(t, "vp")+"\n\n", 100))
	request := sending("POST", "/upload", kind, file)
	var slow []net.Conn
	for range 6 {
		c := dial(t, address)
		_, _ = io.WriteString(c, request[:len(request)-1000])
		slow = append(slow, c)
	}
	until(t, func() bool { return s.room.free() <= s.Limits.Bodies-int64(6*(len(file)-smallBody-2000)) })
	if w := drop(s, "x.txt", example(t, "vp")); w.Code != http.StatusSeeOther {
		t.Errorf("an upload beside slow ones is answered %d", w.Code)
	}
	for _, c := range slow {
		c.Close()
	}
	asBefore(t, s)
	if err := end(); err != nil {
		t.Error(err)
	}
}

// TestBodiesThatArriveAreCounted sends many large bodies that do not come to their end.
func TestBodiesThatArriveAreCounted(t *testing.T) {
	s := server(t, Options{Limits: Limits{Upload: 1 << 20, Body: time.Hour}})
	address, end := serving(t, s)
	file, kind := uploading("x.txt", strings.Repeat("x", 1<<20-1000))
	var held, refused atomic.Int64
	var all []net.Conn
	const many = 50
	for range many {
		c := dial(t, address)
		all = append(all, c)
		go func() {
			request := sending("POST", "/upload", kind, file)
			_, _ = io.WriteString(c, request[:len(request)-100])
			held.Add(1)
		}()
		go func() {
			b := make([]byte, 1<<10)
			if n, _ := io.ReadAtLeast(c, b, len("HTTP/1.1 503")); n > 0 && strings.HasPrefix(string(b), "HTTP/1.1 503") && strings.Contains(string(b[:n]), "Retry-After: ") {
				refused.Add(1)
			}
		}()
	}
	until(t, func() bool { return held.Load()+refused.Load() >= many && refused.Load() > 0 })
	if n := s.room.free(); n < 0 || n > s.Limits.Bodies {
		t.Errorf("there is room for %d bytes of %d", n, s.Limits.Bodies)
	}
	// Who asks for little finds room, and who asks for more than that is told.
	if w := ask(s, "POST", "/api/v1/check", example(t, "vp"), "Content-Type", "text/plain"); w.Code != 200 {
		t.Errorf("a short text beside them is answered %d", w.Code)
	}
	for _, c := range all {
		c.Close()
	}
	asBefore(t, s)
	if w := drop(s, "x.txt", strings.Repeat("You lead teams. ", 60_000)); w.Code != http.StatusSeeOther {
		t.Errorf("afterwards a large upload is answered %d", w.Code)
	}
	if err := end(); err != nil {
		t.Error(err)
	}
}

// TestOneBodyLeavesRoomForOthers: none may take more than it leaves.
func TestOneBodyLeavesRoomForOthers(t *testing.T) {
	r := room{left: 1000}
	for i, want := range []int64{500, 250, 125} {
		n := int64(0)
		for r.take(n, 1) {
			n++
		}
		if n != want {
			t.Errorf("body %d may hold %d bytes, want %d", i, n, want)
		}
	}
}

func TestAnUploadOfWhoIsGoneIsGivenUp(t *testing.T) {
	var reading atomic.Bool
	s := server(t, Options{Read: func(ctx context.Context, b []byte, name string, o read.Options) iter.Seq2[corpus.Posting, error] {
		reading.Store(true)
		o.Format = read.JSONL
		return o.Read(ctx, io.MultiReader(strings.NewReader("{}\n"), blanks{}), name) // for ever
	}})
	address, end := serving(t, s)
	file, kind := uploading("x.txt", "x")
	c := dial(t, address)
	_, _ = io.WriteString(c, sending("POST", "/upload", kind, file))
	until(t, reading.Load)
	c.Close()
	until(t, func() bool { return s.meter.open.Load() == 0 })
	asBefore(t, s)
	if n := s.saved.len() + s.tables.len(); n != 0 {
		t.Errorf("%d things are kept for an asker who is gone", n)
	}
	if err := end(); err != nil {
		t.Error(err)
	}
}
