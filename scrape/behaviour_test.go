package scrape_test

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"rung/corpus"
	"rung/corpus/store"
	"rung/scrape"
)

// site is a server whose pages a test changes between runs; without Server, a
// handler alone.
type site struct {
	*httptest.Server
	mu    sync.Mutex
	pages map[string]string // by path; a number is a status, else it is a page
	head  map[string]string // of every answer
	asked []string          // method-less, in order
	at    []time.Time
	busy  int
	most  int // requests at the same time
}

func newSite(t *testing.T, pages map[string]string) *site {
	s := &site{pages: pages, head: map[string]string{}}
	s.Server = httptest.NewServer(s)
	t.Cleanup(s.Close)
	return s
}

func (s *site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	s.asked, s.at = append(s.asked, r.URL.RequestURI()), append(s.at, time.Now())
	s.busy++
	s.most = max(s.most, s.busy)
	body, ok := s.pages[r.URL.RequestURI()]
	for k, v := range s.head {
		w.Header().Set(k, v)
	}
	s.mu.Unlock()
	defer func() {
		s.mu.Lock()
		s.busy--
		s.mu.Unlock()
	}()
	var status int
	if _, err := fmt.Sscanf(body, "%3d", &status); err == nil || !ok {
		if !ok {
			status = 404
		}
		w.WriteHeader(status)
		return
	}
	if etag := w.Header().Get("Etag"); etag != "" && r.Header.Get("If-None-Match") == etag {
		w.WriteHeader(304)
		return
	}
	if strings.HasPrefix(body, "{") {
		w.Header().Set("Content-Type", "application/json")
	} else {
		w.Header().Set("Content-Type", "text/html")
	}
	io.WriteString(w, body)
}

// again runs once more and asks for everything anew.
func (s *site) again(t *testing.T, c scrape.Crawler, sources ...string) scrape.Summary {
	t.Helper()
	time.Sleep(2 * time.Millisecond) // times are kept in milliseconds
	s.asked, s.at, s.most = nil, nil, 0
	c.Fresh, c.AllowPrivate = -1, true
	sum, err := c.Run(context.Background(), parse(t, sources...))
	if err != nil {
		t.Fatal(err)
	}
	return sum
}

const jobsPage = `<html><body><h1>Jobs</h1><ul><li><a href="/jobs/1-director-of-engineering">Director of Engineering</a></li><li><a href="/jobs/2-vp-of-engineering">VP of Engineering</a></li></ul></body></html>`

func TestHistory(t *testing.T) {
	s := open(t)
	web := newSite(t, map[string]string{"/jobs": jobsPage, "/jobs/1-director-of-engineering": ad, "/jobs/2-vp-of-engineering": strings.ReplaceAll(ad, "Director", "VP")})
	c := scrape.Crawler{Store: s, Delay: -1}
	if sum := web.again(t, c, web.URL+"/jobs"); sum.Total.New != 2 {
		t.Fatalf("first: %+v", sum.Total)
	}
	var one, two string
	for id := range postings(t, s) {
		if strings.Contains(id, "director") {
			one = id
		} else {
			two = id
		}
	}
	first := postings(t, s)[one]

	web.pages["/jobs/1-director-of-engineering"] = strings.Replace(ad, "four teams", "five teams", 1)
	if sum := web.again(t, c, web.URL+"/jobs"); sum.Total.Changed != 1 || sum.Total.New != 0 {
		t.Errorf("changed: %+v", sum.Total)
	}
	changes, err := s.Changes(corpus.ID(one))
	if err != nil || len(changes) != 1 || !strings.HasPrefix(changes[0].Diff, "- You lead four teams") || !strings.Contains(changes[0].Diff, "\n+ You lead five teams") || changes[0].Text != first.Posting.Text {
		t.Errorf("history: %+v, %v", changes, err)
	}
	p := postings(t, s)[one]
	if !p.FirstSeen.Equal(first.FirstSeen) || !p.LastSeen.After(first.LastSeen) || p.Changed.IsZero() {
		t.Errorf("seen first %v, last %v, changed %v", p.FirstSeen, p.LastSeen, p.Changed)
	}

	web.pages["/jobs/2-vp-of-engineering"] = "410"
	if sum := web.again(t, c, web.URL+"/jobs"); sum.Total.Gone != 1 || postings(t, s)[two].GoneReason != "its page answers 410" {
		t.Errorf("410: %+v, %q", sum.Total, postings(t, s)[two].GoneReason)
	}
	web.pages["/jobs/2-vp-of-engineering"] = strings.ReplaceAll(ad, "Director", "VP")
	if web.again(t, c, web.URL+"/jobs"); !postings(t, s)[two].Gone.IsZero() {
		t.Errorf("back again: %v %q", postings(t, s)[two].Gone, postings(t, s)[two].GoneReason)
	}
	web.pages["/jobs/2-vp-of-engineering"] = "500"
	c.Limits.Try = 1
	if sum := web.again(t, c, web.URL+"/jobs"); sum.Total.Gone != 0 || !postings(t, s)[two].Gone.IsZero() {
		t.Errorf("500 is not gone: %+v", sum.Total)
	}
}

func TestAPostingThatItsPageCallsClosedIsGone(t *testing.T) {
	web := newSite(t, map[string]string{"/jobs": jobsPage, "/jobs/1-director-of-engineering": ad, "/jobs/2-vp-of-engineering": strings.ReplaceAll(ad, "Director", "VP")})
	s := open(t)
	c := scrape.Crawler{Store: s, Delay: -1}
	web.again(t, c, web.URL+"/jobs")
	web.pages["/jobs/2-vp-of-engineering"] = `<html><head><title>VP of Engineering</title></head><body><main><h1>VP of Engineering</h1><p>This job is no longer available.</p></main></body></html>`
	sum := web.again(t, c, web.URL+"/jobs")
	for id, p := range postings(t, s) {
		if closed := strings.Contains(id, "vp"); closed != (p.GoneReason == store.Closed) || !strings.Contains(p.Posting.Text, "four teams") {
			t.Errorf("%s: gone %q, %q", id, p.GoneReason, p.Posting.Text)
		}
	}
	if sum.Total.Gone != 1 {
		t.Errorf("%+v", sum.Total)
	}
}

// boardList is a listing of a board's API; total is what it counts.
func boardList(total int, ids ...int) string {
	var jobs []string
	for _, id := range ids {
		jobs = append(jobs, fmt.Sprintf(`{"id":%d,"title":"Director of Engineering %d","absolute_url":"https://boards.greenhouse.io/elm/jobs/%d","content":"&lt;p&gt;You lead team %d and answer for its plan.&lt;/p&gt;","location":{"name":"Oslo"}}`, id, id, id, id*7))
	}
	return fmt.Sprintf(`{"jobs":[%s],"meta":{"total":%d}}`, strings.Join(jobs, ","), total)
}

// oneHost answers for every host as a site does.
type oneHost struct{ s *site }

func (o oneHost) RoundTrip(r *http.Request) (*http.Response, error) {
	r = r.Clone(r.Context())
	r.URL.Scheme, r.URL.Host = "http", strings.TrimPrefix(o.s.URL, "http://")
	r.URL.RawQuery = ""
	return http.DefaultTransport.RoundTrip(r)
}

func TestOnlyACompleteListingMakesAPostingGone(t *testing.T) {
	const path = "/v1/boards/elm/jobs"
	web := newSite(t, map[string]string{path: boardList(3, 1, 2, 3)})
	s := open(t)
	c := scrape.Crawler{Store: s, Delay: -1, Transport: oneHost{web}, Limits: scrape.Limits{Try: 1}}
	gone := func() string {
		var ids []string
		for _, id := range []string{"1", "2", "3"} {
			if p := postings(t, s)["greenhouse/elm/"+id]; !p.Gone.IsZero() {
				ids = append(ids, id+" "+p.GoneReason)
			}
		}
		return strings.Join(ids, ", ")
	}
	for _, step := range []struct{ name, body, want string }{
		{"all there", boardList(3, 1, 2, 3), ""},
		{"the site counts more than it gives", boardList(3, 1), ""},
		{"it fails", "500", ""},
		{"the board is not there", "404", ""},
		{"it is torn", `{"jobs":[`, ""},
		{"one is absent", boardList(2, 1, 3), "2 " + store.Absent},
		{"it is back", boardList(3, 1, 2, 3), ""},
	} {
		web.pages[path] = step.body
		web.again(t, c, "greenhouse:elm")
		if got := gone(); got != step.want {
			t.Errorf("%s: gone are %q, want %q", step.name, got, step.want)
		}
	}
	c.Max = 1
	web.pages[path] = boardList(3, 1, 2, 3)
	if web.again(t, c, "greenhouse:elm"); gone() != "" {
		t.Errorf("cut by Max: gone are %q", gone())
	}
}

func TestAskedOnConditionAndTheKeptAnswerIsReadAgain(t *testing.T) {
	web := newSite(t, map[string]string{"/jobs": jobsPage, "/jobs/1-director-of-engineering": ad, "/jobs/2-vp-of-engineering": ad})
	web.head["Etag"] = `"x"`
	s := open(t)
	c := scrape.Crawler{Store: s, Delay: -1, AllowPrivate: true, Fresh: time.Millisecond}
	for run := range 2 {
		web.asked = nil
		unchanged := 0
		c.Event = func(e scrape.Event) {
			if e.What == scrape.Unchanged {
				unchanged++
			}
		}
		sum, err := c.Run(context.Background(), parse(t, web.URL+"/jobs"))
		if err != nil {
			t.Fatal(err)
		}
		if want := run * 3; unchanged != want || sum.Total.New != 2-2*run || sum.Total.Changed != 0 {
			t.Errorf("run %d: %d unchanged, want %d; %+v; asked %q", run, unchanged, want, sum.Total, web.asked)
		}
		time.Sleep(5 * time.Millisecond)
	}
}

func TestRobotsAreObeyed(t *testing.T) {
	for _, c := range []struct {
		name, robots string
		asked        int // beside robots.txt
		reason       string
	}{
		{"there is none", "404", 3, ""},
		{"it forbids one", "User-agent: *\nDisallow: /jobs/2", 2, "robots.txt forbids it"},
		{"it fails", "503", 0, "robots.txt answers 503, which forbids all"},
		{"it asks for patience", "429", 0, "robots.txt answers 429"},
		{"it is forbidden itself", "403", 3, ""},
	} {
		web := newSite(t, map[string]string{"/robots.txt": c.robots, "/jobs": jobsPage, "/jobs/1-director-of-engineering": ad, "/jobs/2-vp-of-engineering": ad})
		s := open(t)
		cr := scrape.Crawler{Store: s, Delay: -1}
		web.again(t, cr, web.URL+"/jobs")
		reason := ""
		for _, state := range []store.State{store.Refused, store.Failed} {
			if err := s.Pages(state, func(p store.Page) error { reason = p.Reason; return nil }); err != nil {
				t.Fatal(err)
			}
		}
		if len(web.asked) != c.asked+1 || !strings.Contains(reason, c.reason) || (reason == "") != (c.reason == "") {
			t.Errorf("%s: asked %q, reason %q", c.name, web.asked, reason)
		}
		web.again(t, cr, web.URL+"/jobs")
		if len(web.asked) != c.asked {
			t.Errorf("%s: robots.txt was asked for again: %q", c.name, web.asked)
		}
	}
}

func TestRobotsThatMoved(t *testing.T) {
	var asked []string
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked = append(asked, r.URL.Path)
		switch {
		case r.URL.Path == "/r5":
			io.WriteString(w, "User-agent: *\nDisallow: /")
		case r.URL.Path == "/robots.txt":
			http.Redirect(w, r, "/r1", http.StatusMovedPermanently)
		case strings.HasPrefix(r.URL.Path, "/r"):
			http.Redirect(w, r, fmt.Sprintf("/r%c", r.URL.Path[2]+1), http.StatusFound)
		}
	}))
	defer server.Close()
	p, _ := run(t, scrape.Crawler{}, server, "/job")
	if p.State != store.Refused || len(asked) != 6 {
		t.Errorf("the page is %v after %q", p.State, asked)
	}
}

func TestReservedPagesAreNotKept(t *testing.T) {
	web := newSite(t, map[string]string{"/job": strings.Replace(ad, "<head>", `<head><meta name="tdm-reservation" content="1">`, 1)})
	p, s := run(t, scrape.Crawler{}, web.Server, "/job")
	if p.State != store.Refused || !strings.Contains(p.Reason, "tdm-reservation") || len(postings(t, s)) != 0 {
		t.Errorf("it is %v: %q", p.State, p.Reason)
	}
	if _, kept, err := s.Response(p.Number); kept || err != nil {
		t.Errorf("its answer is kept: %v, %v", kept, err)
	}
}

func TestPersonalDataIsNowhereInTheFile(t *testing.T) {
	page := strings.Replace(ad, "</body>", `<p>Contact: <a href="mailto:jane.doe@elm.example">Jane Doe</a>, tel: +47 22 12 34 56</p></body>`, 1)
	web := newSite(t, map[string]string{"/job": page})
	for _, keep := range []bool{false, true} {
		path := filepath.Join(t.TempDir(), "rung.db")
		s, err := store.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		c := scrape.Crawler{Store: s, Delay: -1, KeepPersonalData: keep}
		web.again(t, c, web.URL+"/job")
		var body, text string
		if err := s.Exchanges(func(e store.Exchange) error { body = string(e.Response.Body); return nil }); err != nil {
			t.Fatal(err)
		}
		for _, p := range postings(t, s) {
			text = p.Posting.Text
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, secret := range []string{"jane.doe", "Jane Doe", "22 12 34 56"} {
			if found := strings.Contains(body+text+string(b), secret); found != keep {
				t.Errorf("kept on purpose %v, found %q: %v", keep, secret, found)
			}
		}
	}
}

func TestNearDuplicatesAreLinkedNotMerged(t *testing.T) {
	long := strings.Replace(ad, "</ul>", strings.Repeat("<li>Own the plan, the people and the budget of a group that grows, and tell its story to those who ask</li>", 3)+
		"<li>Write down what was decided, with whom, and until when it holds</li><li>Choose vendors with finance, and leave them when they no longer serve</li></ul>", 1)
	web := newSite(t, map[string]string{"/jobs": jobsPage + `<a href="/jobs/3-director-of-engineering">Director of Engineering</a>`,
		"/jobs/1-director-of-engineering": long, "/jobs/2-vp-of-engineering": strings.ReplaceAll(long, "Director of Engineering</", "VP of Engineering</"),
		"/jobs/3-director-of-engineering": strings.Replace(long, "payments", "treasury", 1)})
	s := open(t)
	web.again(t, scrape.Crawler{Store: s, Delay: -1}, web.URL+"/jobs")
	near := map[string]string{}
	for id, p := range postings(t, s) {
		near[id[strings.LastIndexByte(id, '/')+1:]] = string(p.Near[strings.LastIndexByte(string(p.Near), '/')+1:])
	}
	if len(near) != 3 || near["3-director-of-engineering"] != "1-director-of-engineering" || near["1-director-of-engineering"] != "" || near["2-vp-of-engineering"] != "" {
		t.Errorf("near: %q", near)
	}
}

func TestInterruptedItStopsSoonAndGoesOn(t *testing.T) {
	server := httptest.NewServer(pages(100))
	defer server.Close()
	s := open(t)
	ctx, stop := context.WithCancel(context.Background())
	c := scrape.Crawler{Store: s, Delay: -1, AllowPrivate: true}
	n := 0
	c.Event = func(e scrape.Event) {
		if n++; n == 20 {
			stop()
		}
	}
	sum, err := c.Run(ctx, parse(t, server.URL+"/jobs"))
	if err != context.Canceled || sum.Total.Kept < 15 || sum.Total.Kept > 25 || sum.Waiting == 0 {
		t.Errorf("%v, %+v", err, sum)
	}
	if sum, err = c.Run(context.Background(), parse(t, server.URL+"/jobs")); err != nil || len(postings(t, s)) != 100 || sum.Waiting != 0 {
		t.Errorf("%v, %d postings, %+v", err, len(postings(t, s)), sum)
	}
}

func TestMaxEndsTheAsking(t *testing.T) {
	server := httptest.NewServer(pages(100))
	defer server.Close()
	s := open(t)
	c := scrape.Crawler{Store: s, Delay: -1, AllowPrivate: true, Max: 7}
	sum, err := c.Run(context.Background(), parse(t, server.URL+"/jobs"))
	if err != nil || len(postings(t, s)) != 7 || sum.Total.Asked != 8 {
		t.Errorf("%v, %d postings, %+v", err, len(postings(t, s)), sum.Total)
	}
}

func TestSources(t *testing.T) {
	dir := t.TempDir()
	list, page, empty := filepath.Join(dir, "list.txt"), filepath.Join(dir, "page.html"), filepath.Join(dir, "empty")
	bad := filepath.Join(dir, "bad.txt")
	for name, text := range map[string]string{list: "# ours\ngreenhouse:elm\n\nhttps://Elm.example/jobs#top # theirs\ngreenhouse:elm\n", page: ad, empty: "", bad: "greenhouse:elm\nelm.example\n"} {
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for arg, want := range map[string]string{
		"greenhouse:elm":       "greenhouse:elm",
		"https://elm.example/": "https://elm.example/",
		list:                   "greenhouse:elm https://elm.example/jobs",
		page:                   page,
		dir:                    dir,
		empty:                  "error: source " + `"` + empty + `": the file is empty`,
		bad:                    "error: " + bad + `:2: "elm.example" is neither`,
		"nosuch":               `error: source "nosuch": neither an address`,
		"ftp://elm.example":    `error: source "ftp://elm.example": only http and https`,
	} {
		var names []string
		all, err := scrape.ParseSource(arg)
		for _, s := range all {
			names = append(names, s.Name)
		}
		got := strings.Join(names, " ")
		if err != nil {
			got = "error: " + err.Error()
		}
		if got != want && !(err != nil && strings.HasPrefix(got, want)) {
			t.Errorf("%s: %q, want %q", arg, got, want)
		}
	}
}

func TestSavedPagesAreReadOffline(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a.html"), []byte(ad), 0o666); err != nil {
		t.Fatal(err)
	}
	s := open(t)
	for range 2 {
		c := scrape.Crawler{Store: s, Transport: nobody{t}}
		if _, err := c.Run(context.Background(), parse(t, dir)); err != nil {
			t.Fatal(err)
		}
		if all := postings(t, s); len(all) != 1 {
			t.Errorf("%d postings", len(all))
		}
	}
}
