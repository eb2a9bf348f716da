package scrape_test

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"rung/corpus/store"
	"rung/scrape"
)

// These tests run on a clock that stands still while anything is at work, so
// that times are exact on every machine. Nothing goes over a network.

func TestPace(t *testing.T) {
	for _, c := range []struct {
		robots string
		want   time.Duration
	}{{"404", time.Minute}, {"User-agent: *\nCrawl-delay: 90", 90 * time.Second}, {"User-agent: *\nCrawl-delay: 2", time.Minute}} {
		synctest.Test(t, func(t *testing.T) {
			web := &site{pages: map[string]string{"/robots.txt": c.robots, "/jobs": jobsPage, "/jobs/1-director-of-engineering": ad, "/jobs/2-vp-of-engineering": ad}}
			web.again(t, scrape.Crawler{Store: open(t), Delay: time.Minute, Transport: &anyHost{web}}, "https://elm.example/jobs")
			web.isPaced(t, 4, c.want)
		})
	}
}

// isPaced checks that n requests came, one at a time and so far apart.
func (s *site) isPaced(t *testing.T, n int, pace time.Duration) {
	t.Helper()
	if s.most != 1 || len(s.at) != n {
		t.Fatalf("asked %q, %d at the same time", s.asked, s.most)
	}
	for i := 1; i < n; i++ {
		if d := s.at[i].Sub(s.at[i-1]); d != pace {
			t.Errorf("%s came %v after the one before, want %v", s.asked[i], d, pace)
		}
	}
}

func TestFetcherKeepsThePaceOfAHost(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		web := &site{pages: map[string]string{"/job": ad}}
		o := scrape.FetchOptions{Delay: 3 * time.Second, Time: time.Minute, Transport: &anyHost{web}}
		f := scrape.Fetcher{FetchOptions: o}
		defer f.Close()
		var all sync.WaitGroup
		for range 4 {
			all.Go(func() {
				if p, err := f.Fetch(context.Background(), "https://elm.example/job"); err != nil || len(p) != 1 {
					t.Errorf("%+v, %v", p, err)
				}
			})
		}
		all.Wait()
		web.isPaced(t, 5, o.Delay)
		if web.asked[0] != "/robots.txt" {
			t.Errorf("asked %q", web.asked)
		}
		o.Delay = time.Hour
		f2 := scrape.Fetcher{FetchOptions: o}
		if _, err := f2.Fetch(context.Background(), "https://elm.example/job"); err == nil || !strings.Contains(err.Error(), "left alone") {
			t.Errorf("a pace that takes too long: %v", err)
		}
	})
}

func TestPatience(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var at []time.Time
		after := "7"
		c := scrape.Crawler{Store: open(t), Delay: -1}
		c.Transport = &anyHost{http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path == "/robots.txt" {
				return
			}
			if at = append(at, time.Now()); len(at) < 3 {
				w.Header().Set("Retry-After", after)
				w.WriteHeader(429)
				return
			}
			w.Header().Set("Content-Type", "text/html")
			io.WriteString(w, ad)
		})}
		const address = "https://elm.example/job"
		crawl := func() scrape.Summary {
			t.Helper()
			sum, err := c.Run(context.Background(), parse(t, address))
			if err != nil {
				t.Fatal(err)
			}
			return sum
		}
		crawl()
		if p := pageOf(t, c.Store, address); p.State != store.Done || len(at) != 3 || p.Tries != 3 || len(postings(t, c.Store)) != 1 {
			t.Fatalf("it is %v after %d tries: %q", p.State, len(at), p.Reason)
		}
		for i := range 2 {
			if d := at[i+1].Sub(at[i]); d != 7*time.Second {
				t.Errorf("try %d came %v after the one before", i+2, d)
			}
		}
		c.Store, at, after = open(t), nil, "0" // then it is twice as long each time, and some chance
		crawl()
		for i := range 2 {
			if d, most := at[i+1].Sub(at[i]), 20*time.Millisecond<<i; d < most/2 || d > most {
				t.Errorf("without a wish, try %d came %v after the one before", i+2, d)
			}
		}
		c.Store, at, after = open(t), nil, "3600"
		if sum := crawl(); len(at) != 1 || sum.Waiting != 1 {
			t.Errorf("an hour: %d tries, %d waiting", len(at), sum.Waiting)
		}
		if crawl(); len(at) != 1 {
			t.Errorf("the next run asked before the hour was over: %d tries", len(at))
		}
		if time.Sleep(time.Hour); fmt.Sprint(crawl().Waiting, len(at)) != "1 2" {
			t.Errorf("when it was over: %d tries", len(at))
		}
	})
}
