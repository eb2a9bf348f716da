package scrape

import (
	"fmt"
	"net/url"
	"path"
	"slices"
	"strings"

	"rung/corpus/store"
)

// barren counts the pages of a host that led to nothing: no posting on them, and
// nothing new behind them but pages of their own shape. Calendars, filters and
// sitemaps that a program makes up go on like that for ever.
type barren struct {
	pages  int            // in a row
	shapes map[string]int // by shape: since one of it led to something
}

// note counts a page that was read.
func (b *barren) note(shape string, leads bool) {
	if b.shapes == nil {
		b.shapes = map[string]int{}
	}
	if leads {
		b.pages = 0
		delete(b.shapes, shape)
		return
	}
	b.pages++
	b.shapes[shape]++
}

// leads reports whether a step that queued so many pages led to something: to
// postings, to addresses that may be some, known or not, or to new pages of another
// shape.
func (b *barren) leads(st *store.Step, queued, most int) bool {
	if len(st.Postings)+len(st.Listed)+len(st.Closed) > 0 {
		return true
	}
	own := shapeOf(st.Page.URL)
	for i := range st.Next {
		next := &st.Next[i]
		shape := shapeOf(next.URL)
		switch {
		case next.State == store.Refused:
		case shape == own || b.shapes[shape] >= most:
			queued--
		case !next.List:
			return true
		}
	}
	return queued > 0
}

// trapped says why a page is not worth asking; empty when it may be.
func (h *host) trapped(address string) string {
	h.mu.Lock()
	defer h.mu.Unlock()
	shape := shapeOf(address)
	if n := h.barren.shapes[shape]; n >= h.crawl.opt.Limits.Barren {
		return fmt.Sprintf("%d pages such as this one (%s) led to no posting", n, shape)
	}
	return ""
}

// exhausted reports whether a host led nowhere for so long that it is left alone.
func (h *host) exhausted() bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.barren.pages >= 3*h.crawl.opt.Limits.Barren
}

// shapeOf is what an address has in common with those that a program makes like it:
// a segment that holds a digit, and the name of a file of addresses, is a "#", and of
// a query only the keys count.
func shapeOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	segments := strings.Split(u.Path, "/")
	for i, s := range segments {
		name, ext := s, path.Ext(s)
		for ext == ".gz" {
			name = strings.TrimSuffix(name, ext)
			ext = path.Ext(name)
		}
		switch {
		case ext == ".xml", ext == ".txt":
			segments[i] = "#" + ext
		case strings.ContainsAny(s, "0123456789"):
			segments[i] = "#"
		}
	}
	shape := strings.Join(segments, "/")
	var keys []string
	for key := range u.Query() {
		keys = append(keys, key)
	}
	if len(keys) > 0 {
		slices.Sort(keys)
		shape += "?" + strings.Join(keys, "&")
	}
	return shape
}
