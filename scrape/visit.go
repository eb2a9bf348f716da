package scrape

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"golang.org/x/net/publicsuffix"

	"rung/corpus"
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
	case w.Depth > c.MaxDepth:
		p.Reason = fmt.Sprintf("more than %d pages away from the source", c.MaxDepth)
	case w.Offset >= c.limits.List:
		p.Reason = fmt.Sprintf("the list goes on after %d postings", w.Offset)
	case from != nil && w.Board == "web" && !sameSite(u, from):
		p.Reason = "it is on another site than the page that links to it"
	default:
		return p
	}
	p.State = store.Refused
	return p
}

// sameSite reports whether two addresses are of one registrable domain.
func sameSite(a, b *url.URL) bool {
	if strings.EqualFold(a.Host, b.Host) {
		return true
	}
	x, err := publicsuffix.EffectiveTLDPlusOne(strings.ToLower(a.Hostname()))
	y, err2 := publicsuffix.EffectiveTLDPlusOne(strings.ToLower(b.Hostname()))
	return err == nil && err2 == nil && x == y
}

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
	st := &store.Step{Fresh: h.fresh(), Page: p, Diff: diff}
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
	if err := h.turn(ctx); err != nil {
		return err
	}
	header := h.header(w)
	header["If-None-Match"], header["If-Modified-Since"] = p.ETag, p.Modified
	h.Store.Announce()
	st.Announced = true
	defer func() {
		if st.Announced { // nothing came of it
			h.Store.Withdraw()
		}
	}()
	x, err := f.fetch(ctx, cmp.Or(w.Method, "GET"), p.URL, w.Body, header)
	defer x.release()
	if ctx.Err() != nil {
		return ctx.Err() // nothing came of it, and nothing is written
	}
	st.Now = time.Now()
	st.Page.Status, st.Page.Tries = x.status, p.Tries+1
	switch {
	case never(err) != "":
		return h.refuse(st, never(err))
	case err != nil:
		return h.fail(st, err.Error(), true, 0)
	case x.status == http.StatusNotModified:
		kept, ok, err := h.Store.Response(p.Number)
		if err != nil {
			return err
		}
		if !ok { // it was not asked whether it changed
			return h.fail(st, "304 to a request without a condition", false, 0)
		}
		st.Page.ETag, st.Page.Modified = cmp.Or(x.header.Get("Etag"), p.ETag), cmp.Or(x.header.Get("Last-Modified"), p.Modified)
		return h.keep(st, w, u, kept.Header, kept.Body, Unchanged)
	case x.status >= 300 && x.status < 400:
		return h.redirect(st, w, u, x)
	case x.status == 404 || x.status == 410:
		st.Page.State, st.Page.Asked, st.Page.Reason = store.Done, st.Now, fmt.Sprintf("%d: it is not there", x.status)
		if !p.List || w.Board == "web" {
			st.Gone = fmt.Sprintf("its page answers %d", x.status)
		}
		return h.do(st, GonePage, Tally{Asked: 1})
	case x.status == 429 || x.status == 503:
		return h.fail(st, fmt.Sprintf("%d: the host asks for patience", x.status), true, retryAfter(x.header, st.Now))
	case x.status >= 500 || x.status == 408 || x.status == 425:
		return h.fail(st, fmt.Sprintf("%d: the host failed", x.status), true, retryAfter(x.header, st.Now))
	case x.status == http.StatusNoContent:
		st.Page.State, st.Page.Asked, st.Page.Reason = store.Done, st.Now, "204: it is empty"
		return h.do(st, Asked, Tally{Asked: 1})
	case x.status != http.StatusOK && x.status != http.StatusNonAuthoritativeInfo:
		return h.fail(st, fmt.Sprintf("%d: the host does not give it", x.status), false, 0)
	}
	if why := reserved(x.header, x.body); why != "" {
		return h.refuse(st, why)
	}
	st.Page.ETag, st.Page.Modified = x.header.Get("Etag"), x.header.Get("Last-Modified")
	body := h.respond(st, x.status, x.header, x.body, x.truncated)
	if x.truncated != "" || st.Response.Body == nil { // not to be read again
		st.Page.ETag, st.Page.Modified = "", ""
	}
	if x.truncated != "" {
		return h.fail(st, x.truncated, false, 0)
	}
	return h.keep(st, w, u, x.header, body, Asked)
}

// header is what a request tells beyond what every one does.
func (c *crawl) header(w wanted) map[string]string {
	header := map[string]string{"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5", "From": c.From}
	for k, v := range w.Header {
		header[http.CanonicalHeaderKey(k)] = v
	}
	return header
}

// keptHeaders are those of an answer that are kept: what the body is, and what
// a later request or reader may need.
var keptHeaders = []string{"Content-Type", "Content-Language", "Date", "Etag", "Last-Modified", "Expires", "Cache-Control", "Link", "Tdm-Reservation", "Tdm-Policy", "Location"}

// respond prepares an answer for the store and returns its body as it is kept.
func (c *crawl) respond(st *store.Step, status int, header http.Header, body []byte, truncated string) []byte {
	r := &store.Response{At: st.Now, Status: status, Header: map[string][]string{}, Length: len(body), Truncated: truncated}
	for _, k := range keptHeaders {
		if v := header.Values(k); len(v) > 0 {
			r.Header[k] = v
		}
	}
	body, r.Body, r.Redacted = c.cleaned(body)
	sum := sha256.Sum256(r.Body)
	r.Digest = "sha256:" + hex.EncodeToString(sum[:])
	st.Response = r
	return body
}

// cleaned takes personal data out of a body: read is what postings are read
// from, kept what may be kept, nil for nothing.
func (c *crawl) cleaned(body []byte) (read, kept []byte, places int) {
	if c.KeepPersonalData {
		return body, body, 0
	}
	kept, places = redact(body)
	if places > 0 && json.Valid(body) && !json.Valid(kept) {
		// It broke the record: the record is read as it is, its postings are
		// redacted one by one, and it is not kept.
		return body, nil, places
	}
	return kept, kept, places
}

// keep reads an answer's postings and what it leads to, and writes the step.
func (h *host) keep(st *store.Step, w wanted, u *url.URL, header http.Header, body []byte, what What) error {
	st.Page.State, st.Page.Asked = store.Done, st.Now
	st.Page.Reason, st.Page.Incomplete = "", ""
	t := Tally{Asked: 1}
	if board.TooManyTags(body, h.limits.Tags) {
		return h.fail(st, fmt.Sprintf("more than %d tags: it was kept, but not read", h.limits.Tags), false, 0)
	}
	a, err := board.Parse(w.Request, body, header.Get("Content-Type"))
	if err != nil {
		return h.fail(st, strings.TrimPrefix(err.Error(), w.URL+": "), false, 0)
	}
	st.Page.Reason = strings.Join(a.Notes, "; ")
	h.take(st, &a, &t)
	for _, p := range h.admit(a.Next, st.Page.Source, u) {
		if p.State == store.Refused {
			t.Refused++
		}
		st.Next = append(st.Next, p)
	}
	return h.do(st, what, t)
}

// take puts an answer's postings into a step.
func (c *crawl) take(st *store.Step, a *board.Answer, t *Tally) {
	st.Page.Incomplete, st.Listed = a.Incomplete, a.Listed
	room := c.room()
	for i := range a.Jobs {
		j := &a.Jobs[i]
		if j.Closed && j.Posting.Text == "" {
			st.Closed = append(st.Closed, j.ID)
			continue
		}
		if room == len(st.Postings) {
			st.Page.Incomplete = fmt.Sprintf("only %d postings were wanted", c.Max)
			break
		}
		st.Postings = append(st.Postings, c.posting(j, st.Now))
	}
	t.Kept += len(st.Postings)
}

// posting is a board's job as it is kept.
func (c *crawl) posting(j *board.Job, now time.Time) store.Posting {
	p := store.Posting{Posting: j.Posting, ValidThrough: j.ValidThrough, Origin: j.Fields}
	if j.Closed {
		p.Gone, p.GoneReason = now, store.Closed
	}
	details := map[string]string{
		"workplace": j.Workplace, "employment": j.Employment, "department": j.Department,
		"pay": j.Pay.Text, "apply_url": j.ApplyURL,
	}
	if j.Pay.Text != "" || j.Pay.Min != 0 || j.Pay.Max != 0 {
		details["pay_min"], details["pay_max"] = amount(j.Pay.Min), amount(j.Pay.Max)
		details["pay_currency"], details["pay_per"] = j.Pay.Currency, j.Pay.Per
	}
	for k, v := range details {
		if v == "" {
			delete(details, k)
		}
	}
	if !c.KeepPersonalData {
		p.Posting.Text = redacted(p.Posting.Text)
		p.Title = redacted(p.Title)
		for k, v := range details {
			details[k] = redacted(v)
		}
	}
	p.Details = details
	p.SimHash = corpus.SimHash(p.Posting.Text)
	return p
}

// amount is a number as it is written; 0, which no pay is, is left out.
func amount(v float64) string {
	if v == 0 {
		return ""
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

func redacted(s string) string {
	if s == "" {
		return s
	}
	room := rooms.Get().(*[]byte)
	defer rooms.Put(room)
	*room = append((*room)[:0], s...)
	b, n := redact(*room)
	if n == 0 {
		return s
	}
	return string(b)
}

// rooms are for texts that are looked through.
var rooms = sync.Pool{New: func() any { return new([]byte) }}

// redirect turns a redirect into a page of its own: it has its own guard,
// robots.txt, pace and place in the store.
func (h *host) redirect(st *store.Step, w wanted, u *url.URL, x *exchange) error {
	m := h.moved(w, u, x)
	switch {
	case m.fails != "":
		return h.fail(st, m.fails, false, 0)
	case m.refused != "":
		return h.refuse(st, m.refused)
	}
	for _, n := range m.next {
		st.Next = append(st.Next, h.page(n, st.Page.Source, nil))
	}
	st.Page.State, st.Page.Asked, st.Page.Reason = store.Done, st.Now, fmt.Sprintf("%d: it moved to %s", x.status, m.address)
	return h.do(st, Moved, Tally{Asked: 1})
}

// move is what a redirect leads to, or why it is not followed.
type move struct {
	next           []wanted
	address        string
	refused, fails string
}

func (c *crawl) moved(w wanted, u *url.URL, x *exchange) (m move) {
	to, err := u.Parse(x.header.Get("Location"))
	if err != nil || x.header.Get("Location") == "" {
		m.fails = fmt.Sprintf("%d without an address that can be read", x.status)
		return m
	}
	to.Fragment = ""
	m.address = to.String()
	via := append(slices.Clone(w.Via), w.URL)
	switch {
	case slices.Contains(via, m.address):
		m.fails = "a loop of redirects: it leads back to " + m.address
	case len(via) > c.limits.Hops:
		m.fails = fmt.Sprintf("more than %d redirects in a row", c.limits.Hops)
	case u.Scheme == "https" && to.Scheme == "http":
		m.refused = "it redirects from https to http: " + m.address
	case w.Method == "POST" && x.status != 307 && x.status != 308:
		m.fails = fmt.Sprintf("%d: a POST is sent elsewhere: %s", x.status, m.address)
	}
	if m.fails != "" || m.refused != "" {
		return m
	}
	if ref, ok := board.Match(to); ok && w.Board == "web" && ref.Board != "web" {
		for _, r := range board.Start(ref) {
			m.next = append(m.next, wanted{r, via})
		}
	} else {
		n := wanted{w.Request, via}
		n.URL = m.address
		if w.Board == "web" {
			n.Ref = ref
		}
		m.next = []wanted{n}
	}
	return m
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
	case again && st.Page.Tries < h.limits.Try:
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
	out, err := h.Store.Do(st)
	if err != nil {
		return err
	}
	t.New, t.Changed, t.Gone = out.New, out.Changed, out.Gone
	h.mu.Lock()
	t.Pace = h.delay
	h.mu.Unlock()
	reason := ""
	if what == RefusedBy || what == FailedFor || what == GonePage || what == Moved {
		reason = st.Page.Reason
	}
	h.tell(h.name, st.Page.URL, what, reason, t)
	if out.Queued > 0 {
		select {
		case h.wake <- struct{}{}:
		default:
		}
	}
	return nil
}
