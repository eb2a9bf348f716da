package scrape

import (
	"fmt"
	"net/http"
	"net/url"
	"time"
)

// meaning is what an answer, or the lack of one, means for the page that was
// asked for.
type meaning uint8

const (
	readable  meaning = iota // the body can be parsed
	cut                      // its beginning came, which is kept and not parsed
	unchanged                // the answer that is kept is still good
	moved                    // it is elsewhere
	empty                    // there is nothing to read
	absent                   // it is no more, and so are its postings
	postponed                // it may come at another time
	denied                   // it is not given
	refused                  // it must not be asked for, or not be used
)

// statusMeans says what a status of HTTP means for a page, and why it is not
// read. robots.txt has rules of its own: robotsOf.
func statusMeans(status int) (m meaning, why string) {
	switch {
	case status == http.StatusOK, status == http.StatusNonAuthoritativeInfo:
		return readable, ""
	case status == http.StatusNoContent:
		m, why = empty, ": it is empty"
	case status == http.StatusNotModified:
		m, why = unchanged, " to a request without a condition"
	case status >= 300 && status < 400:
		m, why = moved, " without an address that can be read"
	case status == http.StatusNotFound, status == http.StatusGone:
		m, why = absent, ": it is not there"
	case status == http.StatusTooManyRequests, status == http.StatusServiceUnavailable:
		m, why = postponed, ": the host asks for patience"
	case status >= 500, status == http.StatusRequestTimeout, status == http.StatusTooEarly:
		m, why = postponed, ": the host failed"
	default: // 401 and 403 too: a page that wants a login is not for us
		m, why = denied, ": the host does not give it"
	}
	return m, fmt.Sprint(status, why)
}

// outcome is what came of a request.
type outcome struct {
	meaning meaning
	why     string        // it is not read; empty where it is
	pause   time.Duration // that the host asks for; 0: none
	address string        // where it moved
	next    []wanted      // what to ask there
}

// outcome weighs the answer to a request for w at u, or the error of asking.
func (c *crawl) outcome(w wanted, u *url.URL, x *exchange, err error) outcome {
	if why := never(err); why != "" {
		return outcome{meaning: refused, why: why}
	}
	if err != nil {
		return outcome{meaning: postponed, why: err.Error()}
	}
	m, why := statusMeans(x.status)
	o := outcome{meaning: m, why: why}
	switch m {
	case moved:
		return c.moved(w, u, x)
	case postponed:
		o.pause = retryAfter(x.header, time.Now())
	case readable:
		if why := reserved(x.header, x.body); why != "" {
			o.meaning, o.why = refused, why
		} else if x.truncated != "" {
			o.meaning, o.why = cut, x.truncated
		}
	}
	return o
}
