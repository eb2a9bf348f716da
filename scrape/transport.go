package scrape

import (
	"bufio"
	"bytes"
	"compress/flate"
	"compress/zlib"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// Limits bound what one answer may cost. A zero field has its default.
type Limits struct {
	Body int64         // bytes of a body, decompressed; 10 MB
	Tags int           // tags of a page, each of which costs memory when it is read; 200,000
	Time time.Duration // from asking to the body's end; 60 s
	Hops int           // redirects in a row; 5
	Try  int           // times that a page is asked before it is given up; 4
	Wait time.Duration // what a host may ask to wait within one run; 5 minutes
	List int           // postings of one list, whose pages may go on without end; 50,000
}

func (l Limits) orDefault() Limits {
	set := func(v, or int64) int64 {
		if v > 0 {
			return v
		}
		return or
	}
	return Limits{
		Body: set(l.Body, 10<<20), Tags: int(set(int64(l.Tags), 200_000)),
		Time: time.Duration(set(int64(l.Time), int64(60*time.Second))),
		Hops: int(set(int64(l.Hops), 5)), Try: int(set(int64(l.Try), 4)),
		Wait: time.Duration(set(int64(l.Wait), int64(5*time.Minute))), List: int(set(int64(l.List), 50_000)),
	}
}

// largeBody is from where on bodies are held one at a time.
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
	req.Header.Set("Accept-Encoding", "gzip, deflate, br, zstd")
	res, err := g.base.RoundTrip(req)
	if err != nil {
		if cause := context.Cause(ctx); cause != nil && req.Context().Err() != nil {
			err = cause
		}
		cancel()
		return nil, err
	}
	b := &body{ctx: ctx, cancel: cancel, wire: &io.LimitedReader{R: res.Body, N: g.limits.Body + 1<<20}, close: res.Body, g: g, left: g.limits.Body}
	encoding := strings.ToLower(strings.TrimSpace(res.Header.Get("Content-Encoding")))
	if b.r, err = decoder(encoding, b.wire); err != nil {
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

func decoder(encoding string, r io.Reader) (io.Reader, error) {
	switch encoding {
	case "", "identity":
		// A file that is gzip itself, as sitemaps are, is unpacked within the
		// same limits.
		return &lazy{open: func() (io.Reader, error) {
			var head [2]byte
			n, err := io.ReadFull(r, head[:])
			if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
				return nil, err
			}
			r = io.MultiReader(bytes.NewReader(head[:n]), r)
			if head == [2]byte{0x1f, 0x8b} {
				return gzip.NewReader(r)
			}
			return r, nil
		}}, nil
	case "gzip", "x-gzip":
		return &lazy{open: func() (io.Reader, error) { return gzip.NewReader(r) }}, nil
	case "deflate":
		return &lazy{open: func() (io.Reader, error) {
			// With zlib's frame, as the standard says, or without, as some do.
			br := bufio.NewReader(r)
			if head, _ := br.Peek(2); len(head) == 2 && head[0]&15 == 8 && (int(head[0])<<8|int(head[1]))%31 == 0 {
				return zlib.NewReader(br)
			}
			return flate.NewReader(br), nil
		}}, nil
	case "br":
		return &lazy{open: func() (io.Reader, error) {
			// Its first bits are the size of the window, which is held in
			// memory: at most 8 MB, as of zstd, so not 16 MB.
			br := bufio.NewReader(r)
			if head, _ := br.Peek(1); len(head) == 1 && head[0]&15 == 15 {
				return nil, &forbidden{"its compression looks back over 16 MB, which no page needs"}
			}
			return brotli.NewReader(br), nil
		}}, nil
	case "zstd":
		return &lazy{open: func() (io.Reader, error) {
			return zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxWindow(8<<20), zstd.WithDecoderMaxMemory(16<<20))
		}}, nil
	}
	return nil, &forbidden{fmt.Sprintf("the answer is in the encoding %q, which was not asked for", encoding)}
}

// lazy opens a decoder at the first read: an answer without a body, as to a
// conditional request, has no frame to open.
type lazy struct {
	open func() (io.Reader, error)
	r    io.Reader
}

func (l *lazy) Read(p []byte) (int, error) {
	if l.r == nil {
		r, err := l.open()
		if err != nil {
			return 0, err
		}
		l.r = r
	}
	return l.r.Read(p)
}

// body is a bounded body.
type body struct {
	ctx    context.Context
	cancel func()
	wire   *io.LimitedReader // as it comes
	r      io.Reader         // decompressed
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

// all reads the whole body.
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
	if l, ok := b.r.(*lazy); ok {
		if z, ok := l.r.(*zstd.Decoder); ok {
			z.Close()
		}
	}
	b.cancel()
	return b.close.Close()
}

// tooManyTags reports whether a page would cost too much memory to read.
func tooManyTags(b []byte, limit int) bool {
	return len(b) > limit && bytes.Count(b, []byte("<")) > limit
}
