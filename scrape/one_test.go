package scrape_test

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"rung/scrape"
)

// loopback are options for a server of a test.
func loopback() scrape.FetchOptions {
	return scrape.FetchOptions{AllowPrivate: true, Delay: -1, Time: time.Minute}
}

func TestFetchReadsOnePosting(t *testing.T) {
	mail := strings.Replace(ad, "You own", "Write to jane.doe@elm.example. You own", 1)
	web := newSite(t, map[string]string{
		"/robots.txt": "User-agent: *\nDisallow: /private/",
		"/job":        mail, "/private/job": ad, "/list": jobsPage,
		"/jobs/1-director-of-engineering": ad,
		"/only":                           `<html><body><h1>Jobs</h1><a href="/jobs/1-director-of-engineering">Director of Engineering</a></body></html>`,
		"/empty":                          "<html><body></body></html>", "/closed": "410", "/busy": "503",
		"/tdm": strings.Replace(ad, "<head>", `<head><meta name="tdm-reservation" content="1">`, 1),
	})
	for _, path := range []string{"/job", "/only"} {
		p, err := scrape.Fetch(context.Background(), web.URL+path, loopback())
		if err != nil || len(p) != 1 || p[0].Title != "Director of Engineering" || !strings.Contains(p[0].Text, "- Coach engineering managers") || p[0].Fetched.IsZero() || p[0].ID == "" {
			t.Fatalf("%s: %+v, %v", path, p, err)
		}
		if strings.Contains(p[0].Text, "jane.doe") {
			t.Errorf("%s: personal data is in %q", path, p[0].Text)
		}
	}
	o := loopback()
	o.KeepPersonalData = true
	if p, err := scrape.Fetch(context.Background(), web.URL+"/job", o); err != nil || !strings.Contains(p[0].Text, "jane.doe@elm.example") {
		t.Errorf("personal data that is wanted: %+v, %v", p, err)
	}

	for _, c := range []struct{ address, why, fix string }{
		{web.URL + "/private/job", "robots.txt forbids it", "save the page"},
		{web.URL + "/list", "it is a list, which names 2 postings", "rung scrape"},
		{web.URL + "/empty", "no posting", "save the page"},
		{web.URL + "/closed", "410: it is not there", "closed"},
		{web.URL + "/busy", "503: the host asks for patience", "again later"},
		{web.URL + "/tdm", "reserves text and data mining", "save the page"},
		{"director.txt", "it is no web address", "as in https://"},
		{"file:///etc/passwd", "it is no web address", "as in https://"},
		{"https://www.linkedin.com/jobs/view/1", "www.linkedin.com is not asked: its User Agreement", "employer's own board"},
		{"http://169.254.169.254/latest/meta-data/", "metadata", "save the page"},
	} {
		p, err := scrape.Fetch(context.Background(), c.address, loopback())
		var e *scrape.FetchError
		if !errors.As(err, &e) || e.Address != c.address || !strings.Contains(e.Why, c.why) || !strings.Contains(e.Fix, c.fix) {
			t.Errorf("%s: %v, %v; want %q and %q", c.address, p, err, c.why, c.fix)
		}
	}
	if _, err := scrape.Fetch(context.Background(), web.URL+"/job", scrape.FetchOptions{Delay: -1}); err == nil || !strings.Contains(err.Error(), "127.0.0.1") || strings.Contains(err.Error(), "--") {
		t.Errorf("an address of this machine: %v", err)
	}
}

func TestFetchIsGuardedAgainstHostileAnswers(t *testing.T) {
	mux := http.NewServeMux()
	mux.HandleFunc("/silent", func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	mux.HandleFunc("/long", func(w http.ResponseWriter, _ *http.Request) { w.Write(make([]byte, 2<<20)) })
	for from, to := range map[string]string{
		"/loop": "/loop2", "/loop2": "/loop", "/meta": "http://169.254.169.254/", "/linkedin": "https://de.linkedin.com/jobs/view/1", "/good": "/job",
	} {
		mux.Handle(from, http.RedirectHandler(to, http.StatusFound))
	}
	mux.HandleFunc("/job", func(w http.ResponseWriter, _ *http.Request) { w.Write([]byte(ad)) })
	server := httptest.NewServer(mux)
	defer server.Close()
	o := loopback()
	o.Limits.Body = 1 << 20
	for path, why := range map[string]string{
		"/silent": "it took longer than 30ms", "/long": "longer than 1048576 bytes", "/loop": "a loop of redirects",
		"/meta": "a cloud's metadata", "/linkedin": "de.linkedin.com is not asked",
	} {
		o := o
		if path == "/silent" {
			o.Time = 30 * time.Millisecond
		}
		if p, err := scrape.Fetch(context.Background(), server.URL+path, o); err == nil || !strings.Contains(err.Error(), why) {
			t.Errorf("%s: %v, %v; want %q", path, p, err, why)
		}
	}
	if p, err := scrape.Fetch(context.Background(), server.URL+"/good", loopback()); err != nil || len(p) != 1 || p[0].URL != server.URL+"/job" {
		t.Errorf("a redirect: %+v, %v", p, err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := scrape.Fetch(ctx, server.URL+"/job", loopback()); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

// TestFetchAsksTheBoard asks a board for a posting by its page's address, and
// pages through one that cannot be asked for a posting alone.
func TestFetchAsksTheBoard(t *testing.T) {
	var asked []string
	o := loopback()
	o.Transport = &anyHost{http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch asked = append(asked, r.Host+r.URL.Path); r.Host + r.URL.Path {
		case "boards-api.greenhouse.io/v1/boards/elm/jobs/12":
			w.Write([]byte(`{"id":12,"title":"VP of Engineering","absolute_url":"https://boards.greenhouse.io/elm/jobs/12","content":"&lt;p&gt;You lead the engineering of the books of harbours.&lt;/p&gt;"}`))
		case "api.ashbyhq.com/posting-api/job-board/elm":
			w.Write([]byte(`{"jobs":[{"id":"11111111-1111-1111-1111-111111111111","title":"One","descriptionPlain":"You lead one team."},{"id":"22222222-2222-2222-2222-222222222222","title":"Two","descriptionPlain":"You lead two teams."}]}`))
		default:
			http.NotFound(w, r)
		}
	})}
	p, err := scrape.Fetch(context.Background(), "https://boards.greenhouse.io/elm/jobs/12", o)
	if err != nil || len(p) != 1 || p[0].ID != "greenhouse/elm/12" || p[0].Title != "VP of Engineering" {
		t.Errorf("greenhouse: %+v, %v (asked %v)", p, err, asked)
	}
	p, err = scrape.Fetch(context.Background(), "https://jobs.ashbyhq.com/elm/22222222-2222-2222-2222-222222222222", o)
	if err != nil || len(p) != 1 || p[0].Title != "Two" {
		t.Errorf("ashby: %+v, %v (asked %v)", p, err, asked)
	}
	p, err = scrape.Fetch(context.Background(), "ashby:elm", o)
	if err != nil || len(p) != 2 {
		t.Errorf("a whole board: %+v, %v", p, err)
	}
	_, err = scrape.Fetch(context.Background(), "https://jobs.ashbyhq.com/elm/33333333-3333-3333-3333-333333333333", o)
	if err == nil || !strings.Contains(err.Error(), "it may be closed") {
		t.Errorf("a posting that is not on its board: %v", err)
	}
}
