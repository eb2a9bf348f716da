package scrape

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"rung/corpus/store"
	"rung/corpus/warc"
	"rung/scrape/archive"
)

// Archive writes every answer that a store keeps as WARC 1.1, each as a request
// and a response, gzipped record by record where zip is true: first those for
// robots.txt, then those for pages. Requests are as they were sent. Bodies are as
// they are kept: decompressed, and without the personal data that was taken out.
func Archive(ctx context.Context, st *store.Store, w io.Writer, zip bool, software string) error {
	out := archiver{ctx: ctx, w: warc.NewWriter(w, zip), software: software}
	if err := st.Robots(out.robots); err != nil {
		return err
	}
	return st.Exchanges(out.page)
}

// archiver writes one archive.
type archiver struct {
	ctx      context.Context
	w        *warc.Writer
	software string
	begun    bool
}

// robots writes what a host answered to a request for its robots.txt.
func (a *archiver) robots(e store.Exchange) error {
	u, err := url.Parse(e.URL)
	if err != nil {
		return fmt.Errorf("robots.txt of %s in the database: %w", e.Host, err)
	}
	return a.exchange(&e, u, "GET", "", e.Sent, warc.Field{Name: archive.RobotsField, Value: e.Host})
}

// page writes what was answered to a request of the frontier.
func (a *archiver) page(e store.Exchange) error {
	var r wanted
	if err := json.Unmarshal(e.Page.Request, &r); err != nil {
		return fmt.Errorf("page %d of the database: %w", e.Number, err)
	}
	u, err := url.Parse(e.URL)
	if err != nil || r.URL == "" {
		return nil // a saved file, which no one asked for
	}
	sent := e.Sent
	if len(sent) == 0 { // it was asked before that was kept
		sent = map[string][]string{}
		for k, v := range r.Header {
			sent[k] = []string{v}
		}
	}
	return a.exchange(&e, u, cmp.Or(r.Method, "GET"), r.Body, sent, warc.Field{Name: archive.RequestField, Value: string(e.Page.Request)})
}

// exchange writes a request and its answer.
func (a *archiver) exchange(e *store.Exchange, u *url.URL, method, body string, sent map[string][]string, what warc.Field) error {
	if err := a.ctx.Err(); err != nil {
		return err
	}
	if !a.begun {
		a.begun = true
		info := "software: " + a.software + "\r\nformat: WARC File Format 1.1\r\n" +
			"description: bodies are decompressed; e-mail addresses, phone numbers and names may have been replaced\r\n"
		if _, err := a.w.Write("warcinfo", e.At, "application/warc-fields", []byte(info), -1); err != nil {
			return err
		}
	}
	head := method + " " + u.RequestURI() + " HTTP/1.1\r\nHost: " + u.Host + "\r\n"
	if body != "" {
		head += "Content-Length: " + strconv.Itoa(len(body)) + "\r\n"
	}
	request := []byte(head + fields(sent, "Content-Length") + "\r\n")
	at := warc.Field{Name: "WARC-Target-URI", Value: e.URL}
	id, err := a.w.Write("request", e.At, "application/http; msgtype=request", append(request, body...), len(request), at)
	if err != nil {
		return err
	}
	e.Header["Content-Length"] = []string{strconv.Itoa(len(e.Response.Body))}
	answer := fmt.Appendf(nil, "HTTP/1.1 %d %s\r\n%s\r\n", e.Response.Status, http.StatusText(e.Response.Status), fields(e.Header, ""))
	truncated := ""
	if e.Truncated != "" {
		truncated = "length" // the standard's word
	}
	_, err = a.w.Write("response", e.At, "application/http; msgtype=response", append(answer, e.Response.Body...), len(answer),
		at, warc.Field{Name: "WARC-Concurrent-To", Value: id}, warc.Field{Name: "WARC-Truncated", Value: truncated}, what)
	return err
}

// fields writes a header, sorted, but for one name.
func fields(header map[string][]string, without string) string {
	var b strings.Builder
	for _, k := range slices.Sorted(maps.Keys(header)) {
		for _, v := range header[k] {
			if k != without {
				b.WriteString(k + ": " + v + "\r\n")
			}
		}
	}
	return b.String()
}
