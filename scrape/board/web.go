package board

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"net/url"
	"slices"
	"strings"

	"rung/corpus"
)

// web reads what any site answers with. What it is — a posting, a page that
// lists some, a sitemap, a feed, records — is told by the bytes alone. A token
// is the address.
type web struct{}

// maxUnpacked bounds what a compressed sitemap may unpack to: twice what the
// protocol of sitemaps allows.
const maxUnpacked = 100 << 20

func (web) Name() string { return "web" }

func (web) Match(u *url.URL) (Ref, bool) {
	if u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return Ref{}, false
	}
	c := *u
	c.Fragment, c.User = "", nil
	return Ref{Board: "web", Token: c.String()}, true
}

func (b web) Start(r Ref) []Request {
	u, err := url.Parse(r.Token)
	if err != nil {
		return nil
	}
	if _, ok := b.Match(u); !ok {
		return nil
	}
	return []Request{b.at(u, List, 0)}
}

func (b web) at(u *url.URL, kind Kind, depth int) Request {
	ref, _ := b.Match(u)
	q := Request{Ref: ref, Kind: kind, Method: "GET", URL: ref.Token, Depth: depth}
	if kind == Detail {
		q.ID = webID(u)
	}
	return q
}

// webID is the identity of a posting that has its own page: its address without
// what only tells where the reader came from.
func webID(u *url.URL) corpus.ID {
	path := u.EscapedPath()
	if i := strings.Index(strings.ToLower(path), ";jsessionid="); i >= 0 {
		path = path[:i]
	}
	s := "web/" + strings.TrimPrefix(hostOf(u), "www.") + strings.TrimRight(path, "/")
	q := u.Query()
	for k := range q {
		low := strings.ToLower(k)
		if strings.HasPrefix(low, "utm_") || slices.Contains(trackers, low) {
			q.Del(k)
		}
	}
	if e := q.Encode(); e != "" {
		s += "?" + e
	}
	return corpus.ID(s)
}

var trackers = strings.Fields("source src ref referrer fbclid gclid gh_src lever-source lever-origin trk sid")

func (b web) Parse(r Request, body []byte, contentType string) (Answer, error) {
	body = cutHead(body)
	if bytes.HasPrefix(body, []byte{0x1f, 0x8b}) {
		z, err := gzip.NewReader(bytes.NewReader(body))
		if err != nil {
			return Answer{}, fmt.Errorf("%s: not gzip after all: %w", r.URL, err)
		}
		if body, err = io.ReadAll(io.LimitReader(z, maxUnpacked+1)); err != nil {
			return Answer{}, fmt.Errorf("%s: the gzip is broken: %w", r.URL, err)
		}
		if len(body) > maxUnpacked {
			return Answer{}, fmt.Errorf("%s: unpacks to more than %d MB", r.URL, maxUnpacked>>20)
		}
	}
	head := bytes.TrimLeft(bytes.TrimPrefix(body, []byte("\ufeff")), " \t\r\n")
	switch {
	case len(head) == 0:
		return Answer{}, fmt.Errorf("%s: the answer is empty", r.URL)
	case head[0] == '{' || head[0] == '[':
		v, err := decodeJSON(r.URL, body, contentType)
		if err != nil {
			return Answer{}, err
		}
		return records(r, v)
	case isXML(head):
		return b.xml(r, body)
	case bytes.HasPrefix(head, []byte("%PDF")):
		return Answer{}, fmt.Errorf("%s: a PDF is not read here: save it and classify the file", r.URL)
	}
	d, err := readDoc(r, body, contentType)
	if err != nil {
		return Answer{}, err
	}
	if r.Kind == Detail {
		return d.posting()
	}
	return d.list()
}

// isXML reports whether an answer that begins with head is XML and no page.
func isXML(head []byte) bool {
	head = head[:min(len(head), 1000)]
	start := bytes.ToLower(head[:min(len(head), 16)])
	for _, s := range []string{"<?xml", "<rss", "<feed", "<urlset", "<sitemapindex", "<source", "<jobs"} {
		if bytes.HasPrefix(start, []byte(s)) {
			head = bytes.ToLower(head)
			return !bytes.Contains(head, []byte("<html")) && !bytes.Contains(head, []byte("<!doctype html"))
		}
	}
	return false
}

func (b web) xml(r Request, body []byte) (Answer, error) {
	name, v, err := decodeXML(r.URL, body)
	if err != nil {
		return Answer{}, err
	}
	switch name {
	case "sitemapindex", "urlset":
		return b.sitemap(r, v), nil
	case "rss", "RDF", "feed":
		return b.feed(r, name, v), nil
	case "workzag-jobs":
		return personio{}.Parse(r, body, "")
	case "string": // XML that a service wrapped in XML
		if inner := strings.TrimSpace(v.str()); strings.HasPrefix(inner, "<") {
			return b.xml(r, []byte(inner))
		}
	}
	return records(r, v)
}

// cutHead takes off the head of an HTTP answer that was saved with its body.
func cutHead(b []byte) []byte {
	if !bytes.HasPrefix(b, []byte("HTTP/")) {
		return b
	}
	for _, end := range []string{"\r\n\r\n", "\n\n"} {
		if _, body, ok := bytes.Cut(b, []byte(end)); ok {
			return body
		}
	}
	return b
}

var errNoPosting = errors.New("no posting, and no link to one, was found: is the page drawn by a script? Try the board behind it (greenhouse:acme)")
