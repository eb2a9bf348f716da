package scrape_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"rung/scrape"
)

// counted is a server that counts what it is asked.
func counted(t *testing.T, h http.Handler) (s *httptest.Server, n *atomic.Int64) {
	t.Helper()
	n = new(atomic.Int64)
	s = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		n.Add(1)
		h.ServeHTTP(w, r)
	}))
	t.Cleanup(s.Close)
	return s, n
}

// traps go on for ever, each in its own way.
func traps() map[string]http.Handler {
	word := func() string {
		b := make([]byte, 8)
		for i := range b {
			b[i] = byte('a' + rand.IntN(26))
		}
		return string(b)
	}
	sitemaps := http.NewServeMux()
	sitemaps.HandleFunc("/{name}", func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "application/xml")
		fmt.Fprint(w, `<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`)
		for range 20 {
			fmt.Fprintf(w, "<sitemap><loc>http://%s/%s.xml</loc></sitemap>", r.Host, word())
		}
		fmt.Fprint(w, "</sitemapindex>")
	})
	maps := http.NewServeMux() // of addresses that hold nothing
	maps.HandleFunc("/{name}", func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "application/xml")
		fmt.Fprintf(w, `<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>http://%s/set/%d.xml</loc></sitemap><sitemap><loc>http://%s/%d.xml</loc></sitemap></sitemapindex>`, r.Host, rand.Uint32(), r.Host, rand.Uint32())
	})
	maps.HandleFunc("/set/{name}", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/xml")
		fmt.Fprint(w, `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`)
		for range 20 {
			fmt.Fprintf(w, "<url><loc>http://%s/jobs/%d</loc></url>", r.Host, rand.Uint32())
		}
		fmt.Fprint(w, "</urlset>")
	})
	maps.HandleFunc("/jobs/{name}", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprint(w, "<html><body><h1>Nothing here</h1></body></html>")
	})
	made := http.NewServeMux() // a flat list of what is not there
	made.HandleFunc("/jobs", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprint(w, "<html><body><h1>Jobs</h1><ul>")
		for i := range 300 {
			fmt.Fprintf(w, `<li><a href="/jobs/%d-vp-of-engineering">VP of Engineering %d</a></li>`, i, i)
		}
		fmt.Fprint(w, "</ul></body></html>")
	})
	made.HandleFunc("/jobs/{name}", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprint(w, "<html><body><h1>Nothing here</h1></body></html>")
	})
	return map[string]http.Handler{"/sitemap.xml": sitemaps, "/sitemap_index.xml": maps, "/jobs": made}
}

func TestATrapIsLeftInTheEnd(t *testing.T) {
	for path, h := range traps() {
		server, n := counted(t, h)
		c := scrape.Crawler{Store: open(t), Delay: -1, AllowPrivate: true, MaxDepth: 1 << 20, Max: 5, Limits: scrape.Limits{Barren: 20}}
		sum, err := c.Run(context.Background(), parse(t, server.URL+path))
		if err != nil || n.Load() > 70 || sum.Total.Kept > 0 {
			t.Errorf("%s: %d requests, %+v, %v", path, n.Load(), sum.Total, err)
		}
	}
}

// TestALongListIsNoTrap: of pages that hold no posting themselves, read twice.
func TestALongListIsNoTrap(t *testing.T) {
	const pages = 30
	mux := http.NewServeMux()
	mux.HandleFunc("/jobs", func(w http.ResponseWriter, r *http.Request) {
		n := 0
		fmt.Sscan(r.URL.Query().Get("page"), &n)
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprintf(w, `<html><body><h1>Jobs</h1><ul><li><a href="/jobs/%d-director-of-engineering">Director of Engineering</a></li><li><a href="/jobs/%d-vp-of-engineering">VP of Engineering</a></li></ul>`, 2*n, 2*n+1)
		if n+1 < pages {
			fmt.Fprintf(w, `<a rel="next" href="/jobs?page=%d">Next page</a>`, n+1)
		}
		fmt.Fprint(w, "</body></html>")
	})
	mux.HandleFunc("/jobs/{id}", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprint(w, strings.ReplaceAll(ad, "four teams", "team "+r.PathValue("id")))
	})
	server, _ := counted(t, mux)
	s := open(t)
	for range 2 {
		time.Sleep(2 * time.Millisecond)
		c := scrape.Crawler{Store: s, Delay: -1, Fresh: -1, AllowPrivate: true, MaxDepth: 1000, Limits: scrape.Limits{Barren: 5}}
		sum, err := c.Run(context.Background(), parse(t, server.URL+"/jobs"))
		if err != nil || sum.Total.Kept != 2*pages || sum.Total.Skipped > 0 || sum.Total.Gone > 0 {
			t.Errorf("%+v, %v", sum.Total, err)
		}
	}
}

func TestACrawlEndsAtItsLimits(t *testing.T) {
	server, n := counted(t, site5KB(500, 2, true))
	s := open(t)
	c := scrape.Crawler{Store: s, Delay: -1, AllowPrivate: true, Requests: 10}
	sum, err := c.Run(context.Background(), parse(t, server.URL+"/jobs"))
	if err != nil || n.Load() != 10 || sum.Over != "asking ended after 10 requests" || sum.Waiting == 0 {
		t.Errorf("%d requests, %q, %d waiting, %v", n.Load(), sum.Over, sum.Waiting, err)
	}
	c = scrape.Crawler{Store: s, Delay: time.Hour, AllowPrivate: true, Time: time.Second, Limits: scrape.Limits{Wait: 2 * time.Hour}}
	before := n.Load()
	sum, err = c.Run(context.Background(), parse(t, server.URL+"/jobs"))
	if err != nil || n.Load()-before > 1 || sum.Over != "asking ended after 1s" {
		t.Errorf("%d requests, %q, %v", n.Load()-before, sum.Over, err)
	}
}
