package scrape

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"strings"

	"github.com/gocolly/colly/v2"
	"golang.org/x/net/publicsuffix"
)

// client asks one host, one request at a time.
type client struct {
	collector *colly.Collector
	transport *guarded
}

// newClient makes a collector of its own for a host. It is made by Init, since
// NewCollector lets COLLY_ variables of the environment override the program.
// Redirects come back as answers, so that each hop is a request with all that
// belongs to one: its guard, its robots.txt, its pace, its place in the store.
func (c *crawl) newClient() *client {
	f := &client{&colly.Collector{}, &guarded{base: c.opt.Transport, limits: c.opt.Limits, large: c.large}}
	f.collector.Init()
	f.collector.UserAgent = c.opt.UserAgent
	f.collector.AllowURLRevisit = true // the store knows what was asked
	f.collector.ParseHTTPErrorResponse = true
	f.collector.MaxBodySize = 0 // bounded, and told, by guarded
	f.collector.WithTransport(f.transport)
	f.collector.SetRequestTimeout(0)
	f.collector.SetRedirectHandler(func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse })
	jar, _ := cookiejar.New(&cookiejar.Options{PublicSuffixList: publicsuffix.List}) // never fails
	f.collector.SetCookieJar(&hostJar{Jar: jar})
	return f
}

// fetch asks once. The answer is whole, or cut and says so, or there is an
// error; the exchange's release must be called in every case.
func (f *client) fetch(ctx context.Context, method, address, body string, header map[string]string) (*exchange, error) {
	x := &exchange{release: func() {}}
	f.transport.got = x
	h := http.Header{}
	for k, v := range header {
		if v != "" {
			h.Set(k, v)
		}
	}
	var r io.Reader
	if body != "" {
		r = strings.NewReader(body)
	}
	f.collector.Context = ctx
	err := f.collector.Request(method, address, r, nil, h)
	// A 304 or 302 is an answer, though http.Client words it as an error when
	// its Location cannot be read.
	if err == nil && x.status == 0 {
		err = errors.New("no answer")
	}
	var wrapped *url.Error
	if errors.As(err, &wrapped) {
		err = wrapped.Err // without the address, which is told beside it
	}
	return x, err
}

// maxCookies is how many cookies of one host are taken in a run.
const maxCookies = 64

// hostJar keeps each cookie for the very host that set it, whatever domain it
// claims.
type hostJar struct {
	*cookiejar.Jar
	taken int
}

func (j *hostJar) SetCookies(u *url.URL, cookies []*http.Cookie) {
	for _, c := range cookies {
		if j.taken++; j.taken > maxCookies {
			return
		}
		c.Domain = ""
		j.Jar.SetCookies(u, []*http.Cookie{c})
	}
}
