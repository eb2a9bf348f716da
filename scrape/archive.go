package scrape

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"rung/corpus"
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
	f, err := corpus.Open(path)
	if err != nil {
		return false, err
	}
	defer f.Close()
	r := warc.NewReader(f)
	var asked *http.Request
	for n := 0; ; n++ {
		if err := ctx.Err(); err != nil {
			return true, err
		}
		rec, err := r.Next()
		if err == io.EOF {
			return true, nil
		}
		if errors.Is(err, warc.ErrNot) && n == 0 {
			return false, nil
		}
		if err != nil {
			c.tell(path, "", FailedFor, err.Error(), Tally{Errors: 1})
			return true, nil // what was read before stays
		}
		switch rec.Type() {
		case "request":
			asked, _ = http.ReadRequest(bufio.NewReader(rec.Block)) // one that cannot be read is as none
		case "response":
			if err := c.replayResponse(rec, asked, source); err != nil {
				return true, err
			}
			asked = nil
		}
	}
}

func (c *crawl) replayResponse(rec *warc.Record, asked *http.Request, source string) error {
	target := strings.Trim(rec.Get("WARC-Target-URI"), "<>") // WARC 1.0 had brackets
	fail := func(why string) {
		c.tell(source, target, FailedFor, why, Tally{Errors: 1})
	}
	u, err := url.Parse(target)
	if err != nil || u.Host == "" {
		return nil // dns: and the like
	}
	if !strings.HasPrefix(rec.Get("Content-Type"), "application/http") {
		return nil
	}
	res, err := http.ReadResponse(bufio.NewReader(rec.Block), asked)
	if err != nil {
		fail(err.Error())
		return nil
	}
	body, truncated, err := c.archived(res)
	if err != nil {
		fail(err.Error())
		return nil
	}
	truncated = cmp.Or(truncated, rec.Get("WARC-Truncated"))
	w := wanted{Request: requestFor(u, asked, rec.Get("Rung-Request"))}
	st := &store.Step{Now: rec.Date(), Fresh: c.fresh(), Diff: diff, Page: store.Page{
		Method: cmp.Or(w.Method, "GET"), URL: w.URL, Body: w.Body, Host: hostName(u), Source: source, List: w.Kind == board.List,
		State: store.Done, Tries: 1, Asked: rec.Date(), Status: res.StatusCode,
	}}
	st.Page.Request, _ = json.Marshal(w) // strings and numbers always can be written
	t := Tally{Asked: 1}
	if res.StatusCode == http.StatusOK {
		if why := reserved(res.Header, body); why != "" {
			st.Page.State, st.Page.Reason = store.Refused, why
			t.Refused++
		} else {
			kept := c.respond(st, res.StatusCode, res.Header, body, truncated)
			switch a, err := board.Parse(w.Request, kept, res.Header.Get("Content-Type")); {
			case tooManyTags(body, c.limits.Tags) && !isJSON(body):
				st.Page.State, st.Page.Reason = store.Failed, fmt.Sprintf("more than %d tags: it was not read", c.limits.Tags)
			case err != nil:
				st.Page.State, st.Page.Reason = store.Failed, err.Error()
			default:
				c.take(st, &a, &t)
			}
		}
	} else {
		st.Page.Reason = strconv.Itoa(res.StatusCode)
	}
	if st.Page.State == store.Failed {
		t.Errors++
	}
	out, err := c.Store.Do(st)
	if err != nil {
		return err
	}
	t.New, t.Changed, t.Gone = out.New, out.Changed, out.Gone
	c.tell(st.Page.Host, target, Asked, st.Page.Reason, t)
	return nil
}

// archived reads the body of an archived answer, undoing what it was sent in.
func (c *crawl) archived(res *http.Response) (body []byte, truncated string, err error) {
	defer res.Body.Close()
	r, err := decoder(strings.ToLower(res.Header.Get("Content-Encoding")), res.Body)
	if err != nil {
		return nil, "", err
	}
	if body, err = io.ReadAll(io.LimitReader(r, c.limits.Body+1)); err != nil {
		return nil, "", err
	}
	if int64(len(body)) > c.limits.Body {
		return body[:c.limits.Body], fmt.Sprintf("longer than %d bytes: the rest was not read", c.limits.Body), nil
	}
	return body, "", nil
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
	for p, err := range (corpus.Options{}).Files([]string{s.archive}) {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		var line *corpus.LineError
		if errors.As(err, &line) {
			if corpus.Detect(line.File, nil) != corpus.WARC {
				c.tell(s.Name, line.File, FailedFor, line.Err.Error(), Tally{Errors: 1})
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
