package scrape

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"maps"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"rung/corpus"
	"rung/corpus/read"
	"rung/corpus/store"
	"rung/corpus/warc"
	"rung/scrape/board"
)

// replay reads an archive as if its answers came now, and asks nothing.
func (c *crawl) replay(ctx context.Context, s Source) error {
	warcs := 0
	paths := []string{s.archive}
	if info, err := os.Stat(s.archive); err == nil && info.IsDir() {
		for _, pattern := range []string{"*.warc", "*.warc.gz"} {
			found, _ := filepath.Glob(filepath.Join(s.archive, pattern)) // the pattern is good
			paths = append(paths, found...)
		}
	}
	for _, path := range paths {
		ok, err := c.replayWARC(ctx, path, s.Name)
		if err != nil {
			return err
		}
		if ok {
			warcs++
		}
	}
	if warcs > 0 && len(paths) == warcs {
		return nil
	}
	return c.replayFiles(ctx, s)
}

// replayWARC reads a WARC; ok is false when it is something else.
func (c *crawl) replayWARC(ctx context.Context, path, source string) (ok bool, err error) {
	if info, err := os.Stat(path); err != nil || info.IsDir() {
		return false, nil // of a folder, only its files
	}
	f, err := read.Open(path)
	if err != nil {
		return false, err
	}
	defer f.Close()
	err = eachResponse(f, c.limits.Body, func(x archived) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		return c.replayResponse(x, source)
	})
	var torn *tornArchive
	switch {
	case errors.Is(err, warc.ErrNot):
		return false, nil
	case errors.As(err, &torn):
		c.tell(path, "", FailedFor, err.Error(), Tally{Errors: 1, Skipped: 1})
		return true, nil // what was read before stays
	}
	return true, err
}

// archived is one answer of an archive.
type archived struct {
	wanted
	at        *url.URL
	date      time.Time
	status    int
	header    http.Header
	body      []byte
	truncated string
	err       error // why the answer could not be read
}

// tornArchive ends an archive.
type tornArchive struct{ error }

func (t *tornArchive) Unwrap() error { return t.error }

// eachResponse calls do for every answer of an archive until it fails. Another
// error is a tornArchive.
func eachResponse(r io.Reader, limit int64, do func(archived) error) error {
	records := warc.NewReader(r)
	var asked *http.Request
	for {
		rec, err := records.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return &tornArchive{err}
		}
		switch rec.Type() {
		case "request":
			asked, _ = http.ReadRequest(bufio.NewReader(rec.Block)) // one that cannot be read is as none
		case "response":
			u, err := url.Parse(strings.Trim(rec.Get("WARC-Target-URI"), "<>")) // WARC 1.0 had brackets
			if err == nil && u.Host != "" && strings.HasPrefix(rec.Get("Content-Type"), "application/http") {
				x := archived{at: u, date: rec.Date(), truncated: rec.Get("WARC-Truncated")}
				x.Request = requestFor(u, asked, rec.Get("Rung-Request"))
				x.read(rec.Block, asked, limit)
				if err := do(x); err != nil {
					return err
				}
			}
			asked = nil
		}
	}
}

// read reads an answer from a record's block, undoing what it was sent in.
func (x *archived) read(block io.Reader, asked *http.Request, limit int64) {
	res, err := http.ReadResponse(bufio.NewReader(block), asked)
	if err != nil {
		x.err = err
		return
	}
	defer res.Body.Close()
	x.status, x.header = res.StatusCode, res.Header
	r, err := decoder(strings.ToLower(res.Header.Get("Content-Encoding")), res.Body)
	if err == nil {
		x.body, err = io.ReadAll(io.LimitReader(r, limit+1))
	}
	x.err = err
	if int64(len(x.body)) > limit {
		x.body, x.truncated = x.body[:limit], fmt.Sprintf("longer than %d bytes: the rest was not read", limit)
	}
}

// parse reads an answer's postings; the error says why it gives none.
func (x *archived) parse(body []byte, tags int) (board.Answer, error) {
	switch {
	case x.err != nil:
		return board.Answer{}, x.err
	case x.status != http.StatusOK:
		return board.Answer{}, nil
	case tooManyTags(body, tags) && !isJSON(body):
		return board.Answer{}, fmt.Errorf("more than %d tags: it was not read", tags)
	}
	return board.Parse(x.Request, body, x.header.Get("Content-Type"))
}

func (c *crawl) replayResponse(x archived, source string) error {
	w := x.wanted
	if x.date.IsZero() {
		x.date = c.started
	}
	st := &store.Step{Now: x.date, Fresh: c.fresh(), Diff: diff, Page: store.Page{
		Method: cmp.Or(w.Method, "GET"), URL: w.URL, Body: w.Body, Host: hostName(x.at), Source: source, List: w.Kind == board.List,
		State: store.Done, Tries: 1, Asked: x.date, Status: x.status,
	}}
	st.Page.Request, _ = json.Marshal(w) // strings and numbers always can be written
	t, what := Tally{Asked: 1}, Asked
	if why := reserved(x.header, x.body); why != "" {
		st.Page.State, st.Page.Reason, what = store.Refused, why, RefusedBy
		t.Refused++
	} else {
		body := x.body
		if x.err == nil {
			body = c.respond(st, x.status, x.header, x.body, x.truncated)
		}
		a, err := x.parse(body, c.limits.Tags)
		if err != nil {
			st.Page.State, st.Page.Reason, what = store.Failed, strings.TrimPrefix(err.Error(), w.URL+": "), FailedFor
			t.Errors, t.Skipped = 1, 1
		} else {
			c.take(st, &a, &t)
		}
	}
	out, err := c.Store.Do(st)
	if err != nil {
		return err
	}
	t.New, t.Changed, t.Gone = out.New, out.Changed, out.Gone
	c.tell(st.Page.Host, x.at.String(), what, st.Page.Reason, t)
	return nil
}

// ReadWARC reads the postings of an archive, called name in messages. An error
// is a *corpus.LineError.
func ReadWARC(r io.Reader, name string) iter.Seq2[corpus.Posting, error] {
	return func(yield func(corpus.Posting, error) bool) {
		limits := Limits{}.orDefault()
		done := errors.New("the reader has enough")
		err := eachResponse(r, limits.Body, func(x archived) error {
			a, err := x.parse(x.body, limits.Tags)
			if err != nil && !yield(corpus.Posting{}, &corpus.LineError{File: name, Err: fmt.Errorf("%s: %s", x.at, strings.TrimPrefix(err.Error(), x.URL+": "))}) {
				return done
			}
			for _, j := range a.Jobs {
				if j.Posting.Text != "" && !yield(j.Posting, nil) {
					return done
				}
			}
			return nil
		})
		if err != nil && err != done {
			yield(corpus.Posting{}, &corpus.LineError{File: name, Err: err})
		}
	}
}

// requestFor is the request that an archived answer is read by. An archive
// written here says it; of others, the address and method tell.
func requestFor(u *url.URL, asked *http.Request, recorded string) board.Request {
	var w wanted
	if recorded != "" && json.Unmarshal([]byte(recorded), &w) == nil && w.URL != "" {
		return w.Request
	}
	if ref, ok := board.Match(u); ok {
		for _, r := range board.Start(ref) {
			if r.URL == u.String() || ref.Board == "web" {
				return r
			}
		}
		if ref.Board != "web" { // another page of a known board
			web := board.ByName("web").Start(board.Ref{Board: "web", Token: u.String()})
			if len(web) == 1 {
				return web[0]
			}
		}
	}
	r := board.Request{Ref: board.Ref{Board: "web", Token: u.String()}, Method: "GET", URL: u.String()}
	if asked != nil {
		r.Method = asked.Method
	}
	return r
}

// replayFiles reads saved pages, and other files of postings.
func (c *crawl) replayFiles(ctx context.Context, s Source) error {
	n := 0
	for p, err := range (read.Options{}).Files([]string{s.archive}) {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		var line *corpus.LineError
		if errors.As(err, &line) {
			if read.Detect(line.File, nil) != read.WARC {
				c.tell(s.Name, line.File, FailedFor, line.Err.Error(), Tally{Errors: 1, Skipped: 1})
			}
			continue
		}
		if err != nil {
			return err
		}
		n++
		st := &store.Step{Now: c.started, Fresh: c.fresh(), Diff: diff, Page: store.Page{
			Method: "GET", URL: "file:" + filepath.ToSlash(p.Source), Host: s.Name, Source: s.Name, State: store.Done, Tries: 1, Asked: c.started, Request: []byte("{}"),
		}}
		if p.URL == "" {
			p.URL = "file:" + filepath.ToSlash(p.Source)
		}
		st.Postings = []store.Posting{c.posting(&board.Job{Posting: p}, c.started)}
		out, err := c.Store.Do(st)
		if err != nil {
			return err
		}
		c.tell(s.Name, p.Source, Asked, "", Tally{Asked: 1, Kept: 1, New: out.New, Changed: out.Changed})
	}
	return nil
}

// Archive writes every answer that a store keeps as WARC 1.1, each as a request
// and a response, gzipped record by record where zip is true. Bodies are as
// they are kept: decompressed, and without the personal data that was taken out.
func Archive(st *store.Store, w io.Writer, zip bool, software string) (n int, err error) {
	out := warc.NewWriter(w, zip)
	info := "software: " + software + "\r\nformat: WARC File Format 1.1\r\n" +
		"description: bodies are decompressed; e-mail addresses, phone numbers and names may have been replaced\r\n"
	first := true
	err = st.Exchanges(func(e store.Exchange) error {
		if first {
			first = false
			if _, err := out.Write("warcinfo", e.At, "application/warc-fields", []byte(info), -1); err != nil {
				return err
			}
		}
		var r wanted
		if err := json.Unmarshal(e.Page.Request, &r); err != nil {
			return fmt.Errorf("page %d of the database: %w", e.Number, err)
		}
		u, err := url.Parse(e.URL)
		if err != nil || r.URL == "" {
			return nil // a saved file, which no one asked for
		}
		n++
		head := cmp.Or(r.Method, "GET") + " " + u.RequestURI() + " HTTP/1.1\r\nHost: " + u.Host + "\r\n"
		if r.Body != "" {
			head += "Content-Length: " + strconv.Itoa(len(r.Body)) + "\r\n"
		}
		request := []byte(head + fields(r.Header) + "\r\n")
		id, err := out.Write("request", e.At, "application/http; msgtype=request", append(request, r.Body...), len(request),
			warc.Field{Name: "WARC-Target-URI", Value: e.URL})
		if err != nil {
			return err
		}
		e.Header["Content-Length"] = []string{strconv.Itoa(len(e.Response.Body))}
		answer := fmt.Appendf(nil, "HTTP/1.1 %d %s\r\n", e.Response.Status, http.StatusText(e.Response.Status))
		for _, k := range slices.Sorted(maps.Keys(e.Header)) {
			for _, v := range e.Header[k] {
				answer = append(answer, k+": "+v+"\r\n"...)
			}
		}
		answer = append(answer, "\r\n"...)
		truncated := ""
		if e.Truncated != "" {
			truncated = "length" // the standard's word
		}
		_, err = out.Write("response", e.At, "application/http; msgtype=response", append(answer, e.Response.Body...), len(answer),
			warc.Field{Name: "WARC-Target-URI", Value: e.URL}, warc.Field{Name: "WARC-Concurrent-To", Value: id},
			warc.Field{Name: "WARC-Truncated", Value: truncated}, warc.Field{Name: "Rung-Request", Value: string(e.Page.Request)})
		return err
	})
	return n, err
}

// fields writes a request's header, sorted.
func fields(header map[string]string) string {
	var b strings.Builder
	for _, k := range slices.Sorted(maps.Keys(header)) {
		b.WriteString(k + ": " + header[k] + "\r\n")
	}
	return b.String()
}
