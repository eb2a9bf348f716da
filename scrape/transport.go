package scrape

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"time"

	"rung/scrape/board"
	"rung/scrape/content"
)

// Limits bound what one answer may cost. A zero field has its default.
type Limits struct {
	Body int64         // bytes of a body, decompressed; 10 MB
	Tags int           // tags of a page, each of which costs memory when it is read; 250,000
	Time time.Duration // from asking to the body's end; 60 s
	Hops int           // redirects in a row; 5
	Try  int           // times that a page is asked before it is given up; 4
	Wait time.Duration // what a host may ask to wait within one run; 5 minutes
	List int           // postings of one list, whose pages may go on without end; 50,000
	// Barren is how many pages of one shape may lead to no posting before others of
	// it are not asked; after three times as many of any shape in a row a host is
	// left alone for the run. 100.
	Barren int
}

func (l Limits) orDefault() Limits {
	return Limits{
		Body: cmp.Or(max(l.Body, 0), board.MaxBody), Tags: cmp.Or(max(l.Tags, 0), board.MaxTags), Time: cmp.Or(max(l.Time, 0), time.Minute),
		Hops: cmp.Or(max(l.Hops, 0), 5), Try: cmp.Or(max(l.Try, 0), 4), Wait: cmp.Or(max(l.Wait, 0), 5*time.Minute), List: cmp.Or(max(l.List, 0), 50_000),
		Barren: cmp.Or(max(l.Barren, 0), 100),
	}
}

// largeBody is the size in bytes from which on few bodies are held at a time.
const largeBody = 1 << 20

// netTransport is the way to the network. It knows no proxy and no environment.
func netTransport(allowPrivate bool) *http.Transport {
	return &http.Transport{
		DialContext:            dialer(allowPrivate).DialContext,
		TLSHandshakeTimeout:    10 * time.Second,
		ResponseHeaderTimeout:  30 * time.Second,
		MaxResponseHeaderBytes: 256 << 10,
		DisableCompression:     true, // decompressed here, within limits
		ForceAttemptHTTP2:      true,
		MaxIdleConns:           64,
		MaxIdleConnsPerHost:    16,
		IdleConnTimeout:        30 * time.Second,
	}
}

// exchange is one answer, or what there was of it.
type exchange struct {
	sent      http.Header // what was asked with
	status    int
	header    http.Header
	body      []byte
	truncated string // why the body ends early; empty when it does not
	release   func() // gives back the right to hold a large body; never nil
}

// guarded is the RoundTripper under colly: it bounds an answer in time and size
// while it is read, and undoes its compression.
type guarded struct {
	base   http.RoundTripper
	limits Limits
	large  chan struct{} // holds as many large bodies as may be in memory
	got    *exchange     // of the request under way; there is one at a time
}

func (g *guarded) RoundTrip(req *http.Request) (*http.Response, error) {
	if why := checkURL(req.URL); why != "" {
		return nil, &forbidden{why}
	}
	ctx, cancel := context.WithTimeoutCause(req.Context(), g.limits.Time, fmt.Errorf("the answer took longer than %v", g.limits.Time))
	req = req.WithContext(ctx)
	req.Header.Set("Accept-Encoding", content.Codings)
	g.got.sent = req.Header.Clone()
	res, err := g.base.RoundTrip(req)
	if err != nil {
		if cause := context.Cause(ctx); cause != nil && req.Context().Err() != nil {
			err = cause
		}
		cancel()
		return nil, err
	}
	b := &body{ctx: ctx, cancel: cancel, wire: &io.LimitedReader{R: res.Body, N: g.limits.Body + 1<<20}, close: res.Body, g: g, left: g.limits.Body}
	if b.r, err = content.Decode(res.Header.Get("Content-Encoding"), b.wire); err != nil {
		b.Close()
		return nil, err
	}
	g.got.status, g.got.header = res.StatusCode, res.Header
	// Colly would read the body in its own way, gunzip what is gunzipped and
	// change charsets that are not for it to know: it gets none.
	g.got.body, err = b.all()
	b.Close()
	if err != nil {
		return nil, err
	}
	res.Body, res.ContentLength, res.Uncompressed = http.NoBody, -1, true
	return res, nil
}

// checkURL says why an address cannot be asked at all; empty when it can.
func checkURL(u *url.URL) string {
	if u.Scheme != "http" && u.Scheme != "https" {
		return fmt.Sprintf("the scheme %q is not asked", u.Scheme)
	}
	if u.Host == "" {
		return "the address names no host"
	}
	if u.User != nil {
		return "the address holds a password"
	}
	if why, instead, ok := Refusal(u); ok {
		return u.Hostname() + " is not asked: " + why + "; instead, " + instead
	}
	return ""
}

type body struct {
	ctx    context.Context
	cancel func()
	wire   *io.LimitedReader // as it comes
	r      io.ReadCloser     // decompressed
	close  io.Closer
	g      *guarded
	left   int64
	read   int64
}

func (b *body) Read(p []byte) (int, error) {
	if b.left <= 0 {
		var one [1]byte
		if n, _ := b.r.Read(one[:]); n > 0 || b.wire.N <= 0 {
			b.g.got.truncated = fmt.Sprintf("longer than %d bytes: the rest was not read", b.g.limits.Body)
		}
		return 0, io.EOF
	}
	n, err := b.r.Read(p[:min(int64(len(p)), b.left)])
	b.left -= int64(n)
	if b.read < largeBody && b.read+int64(n) >= largeBody {
		select {
		case b.g.large <- struct{}{}:
			b.g.got.release = func() { <-b.g.large }
		case <-b.ctx.Done():
			return n, context.Cause(b.ctx)
		}
	}
	b.read += int64(n)
	switch {
	case err == nil:
	case b.wire.N <= 0: // whatever the decoder made of the cut
		b.g.got.truncated = fmt.Sprintf("longer than %d bytes as it was sent: the rest was not read", b.g.limits.Body+1<<20)
		err = io.EOF
	case err != io.EOF && b.ctx.Err() != nil:
		err = context.Cause(b.ctx)
	case errors.Is(err, io.ErrUnexpectedEOF):
		err = errors.New("the connection ended before the body did")
	}
	return n, err
}

func (b *body) all() ([]byte, error) {
	out := make([]byte, 0, 8<<10) // most pages
	for {
		n, err := b.Read(out[len(out):cap(out)])
		switch out = out[:len(out)+n]; {
		case err == io.EOF:
			return out, nil
		case err != nil:
			return nil, err
		case len(out) == cap(out):
			out = slices.Grow(out, 1)
		}
	}
}

func (b *body) Close() error {
	if b.r != nil {
		b.r.Close()
	}
	b.cancel()
	return b.close.Close()
}
