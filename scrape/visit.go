package scrape

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"

	"rung/corpus/store"
	"rung/scrape/board"
)

// ask asks one page and writes what came of it. The error is the store's, the
// context's, or errPutOff; what goes wrong with a page is in the store.
func (h *host) ask(ctx context.Context, f *client, p store.Page) error {
	var w wanted
	if err := json.Unmarshal(p.Request, &w); err != nil {
		return fmt.Errorf("page %d of the database: %w", p.Number, err)
	}
	u, err := url.Parse(p.URL)
	if err != nil {
		return fmt.Errorf("page %d of the database: %w", p.Number, err)
	}
	st := &store.Step{Fresh: h.crawl.fresh(), Page: p, Diff: diff, Context: ctx}
	why, later, err := h.allowed(ctx, f, u)
	switch {
	case err != nil:
		return err
	case later: // the next run tries again
		st.Page.State, st.Page.Reason, st.Page.Asked = store.Failed, why, time.Time{}
		return h.do(st, RefusedBy, Tally{Refused: 1, Skipped: 1})
	case why != "":
		return h.refuse(st, why)
	}
	if why := h.trapped(p.URL); why != "" {
		return h.refuse(st, why)
	}
	if err := h.turn(ctx); err != nil {
		return err
	}
	header := h.crawl.header(w)
	header["If-None-Match"], header["If-Modified-Since"] = p.ETag, p.Modified
	h.crawl.store.Announce()
	st.Announced = true
	defer func() {
		if st.Announced { // nothing came of it
			h.crawl.store.Withdraw()
		}
	}()
	x, err := f.fetch(ctx, cmp.Or(w.Method, "GET"), p.URL, w.Body, header)
	defer x.release()
	if ctx.Err() != nil {
		return ctx.Err() // nothing came of it, and nothing is written
	}
	st.Now = time.Now()
	st.Page.Status, st.Page.Tries = x.status, p.Tries+1
	o := h.crawl.outcome(w, u, x, err)
	switch o.meaning {
	case refused:
		return h.refuse(st, o.why)
	case postponed:
		return h.fail(st, o.why, true, o.pause)
	case denied:
		return h.fail(st, o.why, false, 0)
	case unchanged:
		kept, ok, err := h.crawl.store.Response(p.Number)
		if err != nil {
			return err
		}
		if !ok { // it was not asked whether it changed
			return h.fail(st, o.why, false, 0)
		}
		st.Page.ETag, st.Page.Modified = cmp.Or(x.header.Get("Etag"), p.ETag), cmp.Or(x.header.Get("Last-Modified"), p.Modified)
		return h.keep(ctx, st, w, u, kept.Header, kept.Body, Unchanged)
	case moved:
		for _, n := range o.next {
			st.Next = append(st.Next, h.crawl.page(n, st.Page.Source, nil))
		}
		return h.done(st, fmt.Sprintf("%d: it moved to %s", x.status, o.address), Moved)
	case absent:
		if !p.List || w.Board == "web" {
			st.Gone = fmt.Sprintf("its page answers %d", x.status)
		}
		return h.done(st, o.why, GonePage)
	case empty:
		return h.done(st, o.why, Asked)
	}
	st.Page.ETag, st.Page.Modified = x.header.Get("Etag"), x.header.Get("Last-Modified")
	var body []byte
	st.Response, body = h.crawl.respond(st.Now, x)
	if o.meaning == cut || st.Response.Body == nil { // not to be read again
		st.Page.ETag, st.Page.Modified = "", ""
	}
	if o.meaning == cut {
		return h.fail(st, o.why, false, 0)
	}
	return h.keep(ctx, st, w, u, x.header, body, Asked)
}

// header is what a request tells beyond what every one does.
func (c *crawl) header(w wanted) map[string]string {
	header := map[string]string{"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5", "From": c.opt.From}
	for k, v := range w.Header {
		header[http.CanonicalHeaderKey(k)] = v
	}
	return header
}

// keep reads an answer's postings and what it leads to, and writes the step.
func (h *host) keep(ctx context.Context, st *store.Step, w wanted, u *url.URL, header http.Header, body []byte, what What) error {
	st.Page.State, st.Page.Asked = store.Done, st.Now
	st.Page.Reason, st.Page.Incomplete = "", ""
	t := Tally{Asked: 1}
	var a board.Answer
	var bad error
	if err := meanwhile(ctx, func() {
		if a, bad = board.Parse(w.Request, body, header.Get("Content-Type"), h.crawl.opt.Limits.Tags); bad == nil {
			h.crawl.take(st, &a, &t)
		}
	}); err != nil {
		return err // and nothing is written
	}
	if bad != nil {
		return h.fail(st, strings.TrimPrefix(bad.Error(), w.URL+": "), false, 0)
	}
	st.Page.Reason = strings.Join(a.Notes, "; ")
	for _, p := range h.crawl.admit(a.Next, st.Page.Source, u) {
		if p.State == store.Refused {
			t.Refused++
		}
		st.Next = append(st.Next, p)
	}
	return h.do(st, what, t)
}

// done notes that an answer was all there is to have of a page, and why it was
// not read.
func (h *host) done(st *store.Step, why string, what What) error {
	st.Page.State, st.Page.Asked, st.Page.Reason = store.Done, st.Now, why
	return h.do(st, what, Tally{Asked: 1})
}

// refuse notes that a page is not asked, or not used, and why.
func (h *host) refuse(st *store.Step, why string) error {
	st.Page.State, st.Page.Reason = store.Refused, why
	st.Response, st.Postings, st.Next = nil, nil, nil
	return h.do(st, RefusedBy, Tally{Refused: 1, Skipped: 1})
}

// fail notes that a page could not be had. One that may come later waits again,
// at the end of the queue, until it was tried often enough; pause is how long
// the host wants to be left alone.
func (h *host) fail(st *store.Step, why string, again bool, pause time.Duration) error {
	st.Page.Reason = why
	switch {
	case again && st.Page.Tries < h.crawl.opt.Limits.Try:
		st.Page.State = store.Waiting
	case again:
		st.Page.State, st.Page.Asked = store.Failed, time.Time{} // the next run tries again
	default:
		st.Page.State, st.Page.Asked = store.Failed, st.Now
	}
	st.Postings, st.Next = nil, nil
	if again {
		st.Host = h.asked(true, pause)
	}
	t := Tally{Errors: 1}
	if st.Page.State == store.Failed {
		t.Skipped = 1
	}
	if st.Page.Status != 0 {
		t.Asked = 1
	}
	return h.do(st, FailedFor, t)
}

// do writes a step and tells of it.
func (h *host) do(st *store.Step, what What, t Tally) error {
	if st.Now.IsZero() {
		st.Now = time.Now()
	}
	if st.Host.Name == "" {
		if what == RefusedBy && st.Page.Tries == 0 { // nothing was asked
			h.mu.Lock()
			st.Host = store.Host{Name: h.name, Next: h.next, Failures: h.failures}
			h.mu.Unlock()
		} else {
			st.Host = h.asked(false, 0)
		}
	}
	st.Host.Asked, st.Host.Kept, st.Host.Refused, st.Host.Errors = t.Asked, t.Kept, t.Refused, t.Errors
	out, err := h.crawl.store.Do(st)
	if err != nil {
		return err
	}
	t.New, t.Changed, t.Gone = out.New, out.Changed, out.Gone
	h.mu.Lock()
	t.Pace = h.pace
	if st.Page.State == store.Done && what != GonePage || st.Page.State == store.Failed && st.Page.Status/100 == 2 {
		h.barren.note(shapeOf(st.Page.URL), h.barren.leads(st, out.Queued, h.crawl.opt.Limits.Barren))
	}
	h.mu.Unlock()
	reason := ""
	if what == RefusedBy || what == FailedFor || what == GonePage || what == Moved {
		reason = st.Page.Reason
	}
	h.crawl.tell(h.name, st.Page.URL, what, reason, t)
	if out.Queued > 0 {
		select {
		case h.crawl.wake <- struct{}{}:
		default:
		}
	}
	return nil
}
