package scrape_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"rung/scrape"
)

// never is longer than any test: what does not end before is not ended by a clock.
const never = time.Hour

// endless answers nothing, or without end, as long as somebody is there.
func endless(trickle bool) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		for trickle && r.Context().Err() == nil {
			fmt.Fprint(w, "<p>")
			w.(http.Flusher).Flush()
			select {
			case <-time.After(time.Millisecond):
			case <-r.Context().Done():
			}
		}
		<-r.Context().Done()
	}
}

// slowly is a way to the network that waits for answers for ever.
func slowly() *http.Transport { return &http.Transport{} }

func TestAnInterruptDoesNotWaitForASite(t *testing.T) {
	for name, c := range map[string]struct {
		path    string // of what does not end
		trickle bool
	}{
		"a page that does not answer":       {"/jobs/1-director-of-engineering", false},
		"a page that trickles":              {"/jobs/1-director-of-engineering", true},
		"a robots.txt that does not answer": {"/robots.txt", false},
		"a robots.txt that trickles":        {"/robots.txt", true},
		"a list that trickles":              {"/jobs", true},
	} {
		for _, atOnce := range []int{1, 3} {
			t.Run(fmt.Sprintf("%s, %d at once", name, atOnce), func(t *testing.T) {
				calm := &site{pages: map[string]string{"/jobs": jobsPage, "/jobs/1-director-of-engineering": ad, "/jobs/2-vp-of-engineering": strings.ReplaceAll(ad, "Director", "VP")}}
				ctx, interrupt := context.WithCancel(context.Background())
				var well atomic.Bool
				server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
					if r.URL.Path == c.path && !well.Load() {
						interrupt()
						endless(c.trickle)(w, r)
						return
					}
					calm.ServeHTTP(w, r)
				}))
				defer server.Close()
				s := open(t)
				crawler := scrape.Crawler{Store: s, Delay: -1, PerHost: atOnce, AllowPrivate: true, Limits: scrape.Limits{Time: never}, Transport: slowly()}
				if _, err := crawler.Run(ctx, parse(t, server.URL+"/jobs")); !errors.Is(err, context.Canceled) {
					t.Fatalf("%v", err)
				}
				well.Store(true)
				sum, err := crawler.Run(context.Background(), parse(t, server.URL+"/jobs"))
				if err != nil || len(postings(t, s)) != 2 || sum.Waiting != 0 || sum.Total.Errors != 0 {
					t.Errorf("going on: %d postings, %+v, %v", len(postings(t, s)), sum, err)
				}
			})
		}
	}
}

// TestOnePageIsReadWithinItsTime, whatever is there instead of it.
func TestOnePageIsReadWithinItsTime(t *testing.T) {
	var asked atomic.Int64
	next := func(w http.ResponseWriter, r *http.Request) { // somewhere else each time
		http.Redirect(w, r, fmt.Sprintf("/on/%d", asked.Load()), http.StatusFound)
	}
	pages := func(w http.ResponseWriter, r *http.Request) { // a list of nothing but another
		fmt.Fprintf(w, `<?xml version="1.0"?><sitemapindex><sitemap><loc>http://%s/%d.xml</loc></sitemap></sitemapindex>`, r.Host, asked.Load())
	}
	for _, c := range []struct {
		name         string
		robots, page http.HandlerFunc
		limit        time.Duration
		why          string
	}{
		{"a page that trickles", http.NotFound, endless(true), 200 * time.Millisecond, "it took longer than 200ms"},
		{"a page that does not answer", http.NotFound, endless(false), 200 * time.Millisecond, "it took longer than 200ms"},
		{"a robots.txt that trickles", endless(true), endless(true), 200 * time.Millisecond, "it took longer than 200ms"},
		{"a robots.txt that does not answer", endless(false), endless(false), 200 * time.Millisecond, "it took longer than 200ms"},
		{"redirects without end", http.NotFound, next, never, "more than 5 redirects in a row"},
		{"a robots.txt that redirects without end", next, next, never, "more than 5 redirects in a row"},
		{"lists without end", http.NotFound, pages, never, "was not followed"},
	} {
		t.Run(c.name, func(t *testing.T) {
			asked.Store(0)
			server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				if asked.Add(1); r.URL.Path == "/robots.txt" {
					c.robots(w, r)
					return
				}
				c.page(w, r)
			}))
			defer server.Close()
			o := loopback()
			o.Time, o.Limits.Time, o.Transport = c.limit, never, slowly()
			found, err := scrape.Fetch(context.Background(), server.URL+"/job", o)
			var e *scrape.FetchError
			if !errors.As(err, &e) || !strings.Contains(e.Why, c.why) || e.Address == "" {
				t.Errorf("%d postings, %v; want %q", len(found), err, c.why)
			}
			if n := asked.Load(); n > 20 {
				t.Errorf("%d requests", n)
			}
		})
	}
}

// A page that takes longer to read than there is time for is not waited for, and its
// host is asked again when it was read.
func TestAPageThatTakesLongToReadIsNotWaitedFor(t *testing.T) {
	heavy := `{"jobs":[` + strings.Repeat(`{"id":1,"title":"x","content":"y"},`, 280_000) + `{}]}`
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/heavy":
			fmt.Fprint(w, heavy)
		case "/job":
			fmt.Fprint(w, ad)
		default:
			http.NotFound(w, r)
		}
	}))
	defer server.Close()
	f := scrape.Fetcher{FetchOptions: loopback()}
	defer f.Close()
	f.Time = 200 * time.Millisecond
	if found, err := f.Fetch(context.Background(), server.URL+"/heavy"); err == nil || !strings.Contains(err.Error(), "it took longer than 200ms") {
		t.Errorf("%d postings, %v", len(found), err)
	}
	f.Time = never
	if found, err := f.Fetch(context.Background(), server.URL+"/job"); err != nil || len(found) != 1 {
		t.Errorf("afterwards: %d postings, %v", len(found), err)
	}
}

// A board that always names a next page, and never a posting, is left in the end.
func TestABoardWithoutEndIsLeft(t *testing.T) {
	asked := 0
	o := loopback()
	o.Time = never
	o.Transport = &anyHost{http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked++
		fmt.Fprintf(w, `{"results":[{"shortcode":"AB%d","isInternal":true}],"nextPage":"t%d"}`, asked, asked)
	})}
	_, err := scrape.Fetch(context.Background(), "workable:elm", o)
	if err == nil || !strings.Contains(err.Error(), "it leads on and on: 12 requests were made") || asked != 13 { // one for robots.txt
		t.Errorf("%d requests, %v", asked, err)
	}
}

// Every request for robots.txt counts, also where it leads to another.
func TestRedirectsOfRobotsAreRequests(t *testing.T) {
	server, n := counted(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, r.URL.Path+"x", http.StatusFound)
	}))
	c := scrape.Crawler{Store: open(t), Delay: -1, AllowPrivate: true, Requests: 3}
	sum, err := c.Run(context.Background(), parse(t, server.URL+"/jobs"))
	if err != nil || n.Load() != 3 || !strings.Contains(sum.Over, "3 requests") || sum.Waiting != 1 {
		t.Errorf("%d requests, %+v, %v", n.Load(), sum, err)
	}
}
