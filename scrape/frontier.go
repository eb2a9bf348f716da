package scrape

import (
	"cmp"
	"encoding/json"
	"fmt"
	"net/url"
	"slices"

	"rung/corpus/store"
	"rung/scrape/board"
)

// wanted is the frontier's record of a request.
type wanted struct {
	board.Request
	Via []string `json:",omitempty"` // addresses that redirected here, the first first
}

// admit turns requests into pages of the frontier; those that must not be asked
// are refused, with the reason. from is the page that names them, nil for a
// source's own.
func (c *crawl) admit(requests []board.Request, source string, from *url.URL) []store.Page {
	pages := make([]store.Page, 0, len(requests))
	for _, r := range requests {
		pages = append(pages, c.page(wanted{Request: r}, source, from))
	}
	return pages
}

func (c *crawl) page(w wanted, source string, from *url.URL) store.Page {
	p := store.Page{Method: cmp.Or(w.Method, "GET"), URL: w.URL, Body: w.Body, Source: source, List: w.Kind == board.List, Hops: len(w.Via)}
	p.Request, _ = json.Marshal(w) // strings and numbers always can be written
	u, err := url.Parse(w.URL)
	if err != nil {
		p.State, p.Reason = store.Refused, "the address cannot be read"
		return p
	}
	p.Host = hostName(u)
	switch why := checkURL(u); {
	case why != "":
		p.Reason = why
	case w.Depth > c.opt.MaxDepth:
		p.Reason = fmt.Sprintf("more than %d pages away from the source", c.opt.MaxDepth)
	case w.Offset >= c.opt.Limits.List:
		p.Reason = fmt.Sprintf("the list goes on after %d postings", w.Offset)
	case from != nil && w.Board == "web" && !board.SameSite(u, from):
		p.Reason = "it is on another site than the page that links to it"
	default:
		return p
	}
	p.State = store.Refused
	return p
}

// moved reads a redirect: each hop is a request of its own, with its guard, its
// robots.txt, its pace, and its place in the store.
func (c *crawl) moved(w wanted, u *url.URL, x *exchange) outcome {
	no := func(m meaning, format string, args ...any) outcome {
		return outcome{meaning: m, why: fmt.Sprintf(format, args...)}
	}
	to, err := u.Parse(x.header.Get("Location"))
	if err != nil || x.header.Get("Location") == "" {
		_, why := statusMeans(x.status)
		return no(denied, "%s", why)
	}
	to.Fragment = ""
	address := to.String()
	via := append(slices.Clone(w.Via), w.URL)
	switch {
	case slices.Contains(via, address):
		return no(denied, "a loop of redirects: it leads back to %s", address)
	case len(via) > c.opt.Limits.Hops:
		return no(denied, "more than %d redirects in a row", c.opt.Limits.Hops)
	case u.Scheme == "https" && to.Scheme == "http":
		return no(refused, "it redirects from https to http: %s", address)
	case w.Method == "POST" && x.status != 307 && x.status != 308:
		return no(denied, "%d: a POST is sent elsewhere: %s", x.status, address)
	}
	o := outcome{meaning: moved, address: address}
	if ref, ok := board.Match(to); ok && w.Board == "web" && ref.Board != "web" {
		for _, r := range board.Start(ref) {
			o.next = append(o.next, wanted{r, via})
		}
	} else {
		n := wanted{w.Request, via}
		n.URL = address
		if w.Board == "web" {
			n.Ref = ref
		}
		o.next = []wanted{n}
	}
	return o
}
