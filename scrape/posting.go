package scrape

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strconv"
	"time"

	"rung/corpus"
	"rung/corpus/store"
	"rung/scrape/board"
	"rung/scrape/personal"
)

// keptHeaders are those of an answer that are kept: what the body is, and what
// a later request or reader may need.
var keptHeaders = []string{"Content-Type", "Content-Language", "Date", "Etag", "Last-Modified", "Expires", "Cache-Control", "Link", "Tdm-Reservation", "Tdm-Policy", "Location"}

// respond prepares an answer for the store, and returns its body as it is read.
func (c *crawl) respond(at time.Time, x *exchange) (r *store.Response, read []byte) {
	r = &store.Response{At: at, Sent: x.sent, Status: x.status, Header: map[string][]string{}, Length: len(x.body), Truncated: x.truncated}
	for _, k := range keptHeaders {
		if v := x.header.Values(k); len(v) > 0 {
			r.Header[k] = v
		}
	}
	read, r.Body, r.Redacted = c.cleaned(x.body)
	sum := sha256.Sum256(r.Body)
	r.Digest = "sha256:" + hex.EncodeToString(sum[:])
	return r, read
}

// cleaned takes personal data out of a body, in so many places. Postings are read
// from read; kept is what may be kept, nil where nothing may.
func (c *crawl) cleaned(body []byte) (read, kept []byte, places int) {
	if c.opt.KeepPersonalData {
		return body, body, 0
	}
	kept, places = personal.Redact(body)
	if places > 0 && json.Valid(body) && !json.Valid(kept) {
		// It broke the record: the record is read as it is, its postings are
		// redacted one by one, and it is not kept.
		return body, nil, places
	}
	return kept, kept, places
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
			st.Page.Incomplete = fmt.Sprintf("only %d postings were wanted", c.opt.Max)
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
	if !c.opt.KeepPersonalData {
		p.Posting.Text = personal.RedactString(p.Posting.Text)
		p.Title = personal.RedactString(p.Title)
		for k, v := range details {
			details[k] = personal.RedactString(v)
		}
	}
	p.Details = details
	p.SimHash = corpus.SimHash(p.Posting.Text)
	return p
}

// amount writes a number of money; empty for 0, which is no pay.
func amount(v float64) string {
	if v == 0 {
		return ""
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}
