package scrape_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rung/corpus/store"
	"rung/scrape"
	"rung/scrape/archive"
)

const sites = "../testdata/sites"

// web serves testdata/sites on loopback and counts what it is asked.
type web struct {
	server *httptest.Server
	routes []route
	mu     sync.Mutex
	asked  map[string]int
}

type route struct{ method, address, body, file, status, contentType string }

func newWeb(t testing.TB) *web {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(sites, "routes.txt"))
	if err != nil {
		t.Fatal(err)
	}
	w := &web{asked: map[string]int{}}
	for line := range strings.Lines(string(b)) {
		ask, reply, ok := strings.Cut(line, "->")
		f, g := strings.Fields(ask), strings.Fields(reply)
		if !ok || line[0] == '#' || len(f) < 3 {
			continue
		}
		r := route{f[0], f[1] + f[2], "", g[0], "200", ""}
		if len(f) > 3 {
			r.body = f[3]
		}
		for _, s := range g[1:] {
			if strings.Contains(s, "/") {
				r.contentType = s
			} else {
				r.status = s
			}
		}
		w.routes = append(w.routes, r)
	}
	w.server = httptest.NewServer(w)
	t.Cleanup(w.server.Close)
	return w
}

func (w *web) ServeHTTP(res http.ResponseWriter, req *http.Request) {
	body, _ := io.ReadAll(req.Body)
	address := req.Header.Get("X-Host") + req.URL.EscapedPath()
	if req.URL.RawQuery != "" {
		address += "?" + req.URL.RawQuery
	}
	w.mu.Lock()
	w.asked[req.Method+" "+address+" "+string(body)]++
	w.mu.Unlock()
	for _, r := range w.routes {
		if r.method != req.Method || r.address != address || !bytes.Contains(body, []byte(r.body)) {
			continue
		}
		b, err := os.ReadFile(filepath.Join(sites, r.file))
		if err != nil {
			http.Error(res, err.Error(), 500)
			return
		}
		if r.contentType != "" {
			res.Header().Set("Content-Type", r.contentType)
		} else if strings.HasSuffix(r.file, ".json") {
			res.Header().Set("Content-Type", "application/json")
		}
		status, _ := strconv.Atoi(r.status)
		res.WriteHeader(status)
		res.Write(b)
		return
	}
	http.NotFound(res, req)
}

// RoundTrip asks the server for what is meant for any host.
func (w *web) RoundTrip(req *http.Request) (*http.Response, error) {
	to, _ := url.Parse(w.server.URL)
	r := req.Clone(req.Context())
	r.Header.Set("X-Host", r.URL.Host)
	r.URL.Scheme, r.URL.Host = to.Scheme, to.Host
	return http.DefaultTransport.RoundTrip(r)
}

func open(t testing.TB) *store.Store {
	t.Helper()
	s, err := store.Open(filepath.Join(t.TempDir(), "rung.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func parse(t testing.TB, args ...string) []scrape.Source {
	t.Helper()
	var all []scrape.Source
	for _, a := range args {
		s, err := scrape.ParseSource(a)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, s...)
	}
	return all
}

func postings(t testing.TB, s *store.Store) map[string]store.Posting {
	t.Helper()
	all := map[string]store.Posting{}
	for p, err := range s.Postings() {
		if err != nil {
			t.Fatal(err)
		}
		all[string(p.ID)] = p
	}
	return all
}

// answer is what the key says of a posting, as far as a store keeps it.
type answer struct {
	ID, URL, Company, Title, Text, ApplyURL          string
	Locations                                        []string
	Workplace, Employment, Department, Posted, Valid string
	Pay                                              struct {
		Min, Max            float64
		Currency, Per, Text string
	}
	ValidThrough string
	Source       string
	Closed       bool
}

func TestEveryPostingOfTheSmallWebIsKept(t *testing.T) {
	w := newWeb(t)
	b, err := os.ReadFile(filepath.Join(sites, "answers.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]answer{}
	var sources []string
	for line := range bytes.Lines(b) {
		var a answer
		if err := json.Unmarshal(line, &a); err != nil {
			t.Fatal(err)
		}
		if !slices.Contains(sources, a.Source) {
			sources = append(sources, a.Source)
		}
		if !a.Closed {
			want[a.ID] = a
		}
	}
	s := open(t)
	c := scrape.Crawler{Store: s, Transport: w, Delay: -1, KeepPersonalData: true}
	sum, err := c.Run(context.Background(), parse(t, sources...))
	if err != nil {
		t.Fatal(err)
	}
	got := postings(t, s)
	if diff := cmp.Diff(slices.Sorted(maps.Keys(want)), slices.Sorted(maps.Keys(got))); diff != "" {
		t.Errorf("postings (-want +got):\n%s", diff)
	}
	for id, a := range want {
		p := got[id]
		d := p.Details
		num := func(v float64) string {
			if v == 0 {
				return ""
			}
			return strconv.FormatFloat(v, 'f', -1, 64)
		}
		for _, f := range [][3]string{
			{"url", a.URL, p.URL}, {"company", a.Company, p.Company}, {"title", a.Title, p.Title}, {"text", a.Text, p.Posting.Text},
			{"location", strings.Join(a.Locations, "; "), p.Location}, {"workplace", a.Workplace, d["workplace"]}, {"employment", a.Employment, d["employment"]},
			{"department", a.Department, d["department"]}, {"apply", a.ApplyURL, d["apply_url"]}, {"pay", a.Pay.Text, d["pay"]},
			{"pay min", num(a.Pay.Min), d["pay_min"]}, {"pay max", num(a.Pay.Max), d["pay_max"]}, {"currency", a.Pay.Currency, d["pay_currency"]},
		} {
			if f[1] != f[2] {
				t.Errorf("%s: %s is %q, want %q", id, f[0], f[2], f[1])
			}
		}
		if a.Posted != "" && p.Posted.Format("2006-01-02") != a.Posted {
			t.Errorf("%s: posted %v, want %s", id, p.Posted, a.Posted)
		}
	}
	for address, n := range w.asked {
		if n != 1 {
			t.Errorf("%s was asked %d times", address, n)
		}
	}
	for _, src := range sum.Sources {
		// What the web board reads may always be less than all there is.
		if remote := strings.HasPrefix(src.Name, "https:"); src.Note != "" && !remote || src.Complete.IsZero() && !remote {
			t.Errorf("%s is not complete: %s", src.Name, src.Note)
		}
	}

	// Within its freshness nothing is asked again, and nothing changes.
	clear(w.asked)
	if sum, err = c.Run(context.Background(), parse(t, sources...)); err != nil {
		t.Fatal(err)
	}
	if len(w.asked) != 0 || sum.Total.New+sum.Total.Changed+sum.Total.Gone != 0 {
		t.Errorf("a second run asked %v and counts %+v", w.asked, sum.Total)
	}

	// Asked again, everything is as it was.
	c.Fresh = -1
	if sum, err = c.Run(context.Background(), parse(t, sources...)); err != nil {
		t.Fatal(err)
	}
	if sum.Total.New+sum.Total.Changed+sum.Total.Gone != 0 {
		t.Errorf("a third run counts %+v", sum.Total)
	}

	// An archive of it gives the same postings offline.
	var warc bytes.Buffer
	if err := scrape.Archive(context.Background(), s, &warc, true, "test"); err != nil {
		t.Fatal(err)
	}
	n := 0
	for j, err := range archive.Read(bytes.NewReader(warc.Bytes()), "crawl.warc.gz", false, nil) {
		if p := got[string(j.ID)]; err != nil || p.Title != j.Title || p.Posting.Text != j.Text {
			t.Errorf("read without a store, %s differs: %v", j.ID, err)
		}
		n++
	}
	if n < len(got) {
		t.Errorf("read without a store, the archive gives %d postings, want %d", n, len(got))
	}
	path := filepath.Join(t.TempDir(), "crawl.warc.gz")
	if err := os.WriteFile(path, warc.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
	again := open(t)
	c = scrape.Crawler{Store: again, Transport: nobody{t}, KeepPersonalData: true}
	if _, err = c.Run(context.Background(), parse(t, path)); err != nil {
		t.Fatal(err)
	}
	replayed := postings(t, again)
	for id, p := range got {
		r := replayed[id]
		if r.Title != p.Title || r.Posting.Text != p.Posting.Text || r.Location != p.Location || !maps.Equal(r.Details, p.Details) {
			t.Errorf("replayed, %s differs: %s", id, cmp.Diff(p.Posting, r.Posting))
		}
	}
	if len(replayed) != len(got) {
		t.Errorf("the archive gives %d postings, want %d", len(replayed), len(got))
	}
}

// nobody fails a test that asks.
type nobody struct{ t *testing.T }

func (n nobody) RoundTrip(r *http.Request) (*http.Response, error) {
	n.t.Errorf("%s was asked", r.URL)
	return nil, http.ErrServerClosed
}
