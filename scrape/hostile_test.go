package scrape_test

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"

	"rung/corpus/store"
	"rung/scrape"
)

const ad = `<html><head><title>Director of Engineering</title></head><body><h1>Director of Engineering</h1>
<p>You lead four teams of engineers in our payments group and report to the VP of Engineering. You own the delivery of the roadmap.</p>
<ul><li>Coach engineering managers and plan hiring with them</li><li>Agree quarterly goals with product</li><li>Keep the services up</li></ul></body></html>`

// shrunk is what compress makes of size bytes of nothing.
func shrunk(t testing.TB, size int, compress func(io.Writer) io.WriteCloser) []byte {
	var b bytes.Buffer
	w := compress(&b)
	nothing := make([]byte, 1<<20)
	for range size >> 20 {
		if _, err := w.Write(nothing); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// run crawls one page of a server and returns what became of it.
func run(t *testing.T, c scrape.Crawler, server *httptest.Server, path string) (store.Page, *store.Store) {
	t.Helper()
	s := open(t)
	c.Store, c.Delay, c.AllowPrivate = s, -1, true
	address := server.URL + path
	if _, err := c.Run(context.Background(), parse(t, address)); err != nil {
		t.Fatal(err)
	}
	return pageOf(t, s, address), s
}

func pageOf(t *testing.T, s *store.Store, address string) store.Page {
	t.Helper()
	var found store.Page
	for state := store.Waiting; state <= store.Refused; state++ {
		if err := s.Pages(state, func(p store.Page) error {
			if p.URL == address {
				found = p
			}
			return nil
		}); err != nil {
			t.Fatal(err)
		}
	}
	if found.URL == "" {
		t.Fatalf("%s is not in the database", address)
	}
	return found
}

// peak is the most memory in use while do runs, above what was before.
func peak(do func()) (bytes uint64) {
	defer debug.SetGCPercent(debug.SetGCPercent(25)) // what is let go shall not count for long
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	before := m.HeapInuse + m.StackInuse
	stop, stopped := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		for {
			runtime.ReadMemStats(&m)
			bytes = max(bytes, m.HeapInuse+m.StackInuse)
			select {
			case <-stop:
				return
			case <-time.After(5 * time.Millisecond):
			}
		}
	}()
	do()
	close(stop)
	<-stopped
	return bytes - min(bytes, before)
}

func TestHostileAnswersEndWithinTheirLimits(t *testing.T) {
	// Where another limit is to end an answer, time is plenty, so that a loaded
	// machine cannot end it first.
	const outOfTime = "took longer than"
	const bomb = 64 << 20
	bodies := map[string][]byte{
		"gzip":    shrunk(t, bomb, func(w io.Writer) io.WriteCloser { return gzip.NewWriter(w) }),
		"deflate": shrunk(t, bomb, func(w io.Writer) io.WriteCloser { return zlib.NewWriter(w) }),
		"flate":   shrunk(t, bomb, func(w io.Writer) io.WriteCloser { z, _ := flate.NewWriter(w, 1); return z }),
		"zstd":    shrunk(t, bomb, func(w io.Writer) io.WriteCloser { z, _ := zstd.NewWriter(w); return z }),
		"br":      shrunk(t, bomb, func(w io.Writer) io.WriteCloser { return brotli.NewWriterLevel(w, 1) }),
	}
	var good bytes.Buffer
	z := gzip.NewWriter(&good)
	io.WriteString(z, ad)
	z.Close()
	mux := http.NewServeMux()
	for name, b := range bodies {
		mux.HandleFunc("/"+name, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/html")
			w.Header().Set("Content-Encoding", strings.Replace(name, "flate", "deflate", strings.Count(name, "de")^1))
			w.Write(b)
		})
	}
	mux.HandleFunc("/sitemap.xml.gz", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/x-gzip")
		w.Write(bodies["gzip"])
	})
	mux.HandleFunc("/window", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "br")
		z := brotli.NewWriterOptions(w, brotli.WriterOptions{Quality: 1, LGWin: 24})
		io.WriteString(z, ad)
		z.Close()
	})
	mux.HandleFunc("/lzma", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "lzma")
		w.Write(make([]byte, 1000))
	})
	mux.HandleFunc("/endless", func(w http.ResponseWriter, r *http.Request) {
		junk := bytes.Repeat([]byte("nothing "), 8<<10)
		for r.Context().Err() == nil {
			if _, err := w.Write(junk); err != nil {
				return
			}
		}
	})
	mux.HandleFunc("/drip", func(w http.ResponseWriter, r *http.Request) {
		for r.Context().Err() == nil {
			io.WriteString(w, "x")
			w.(http.Flusher).Flush()
			time.Sleep(20 * time.Millisecond)
		}
	})
	mux.HandleFunc("/silent", func(w http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	mux.HandleFunc("/heads", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("X-Long", strings.Repeat("x", 1<<20))
	})
	mux.HandleFunc("/tags", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		w.Write(bytes.Repeat([]byte("<a href=x>"), 900_000))
	})
	mux.HandleFunc("/deep", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		w.Write(bytes.Repeat([]byte("<div>"), 150_000))
	})
	mux.HandleFunc("/torn", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "1000")
		io.WriteString(w, "<html>")
		w.(http.Flusher).Flush()
		panic(http.ErrAbortHandler)
	})
	mux.HandleFunc("/tornzip", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		w.Write(good.Bytes()[:good.Len()/2])
	})
	mux.HandleFunc("/loop", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/loop2", http.StatusFound) })
	mux.HandleFunc("/loop2", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/loop", http.StatusFound) })
	mux.HandleFunc("/self", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/self", http.StatusFound) })
	mux.HandleFunc("/far/", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, r.URL.Path+"x", http.StatusFound) })
	mux.HandleFunc("/file", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Location", "file:///etc/passwd")
		w.WriteHeader(302)
	})
	mux.HandleFunc("/nowhere", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(302) })
	mux.HandleFunc("/metadata", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "http://169.254.169.254/latest/meta-data/", http.StatusFound)
	})
	mux.HandleFunc("/linkedin", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "https://de.linkedin.com/jobs/view/1", http.StatusFound)
	})
	server := httptest.NewServer(mux)
	defer server.Close()
	base := server.URL
	for _, c := range []struct {
		name, path string
		at         string // the page that has the reason, if another
		state      store.State
		reason     string
	}{
		{"a gzip bomb", "/gzip", "", store.Failed, "longer than 1048576 bytes"},
		{"a bomb of deflate with a frame", "/deflate", "", store.Failed, "longer than 1048576 bytes"},
		{"a bomb of deflate without", "/flate", "", store.Failed, "longer than 1048576 bytes"},
		{"a zstd bomb", "/zstd", "", store.Failed, "longer than 1048576 bytes"},
		{"a bomb in a file that is gzip", "/sitemap.xml.gz", "", store.Failed, "longer than 1048576 bytes"},
		{"a brotli bomb", "/br", "", store.Failed, "longer than 1048576 bytes"},
		{"a brotli window of 16 MB", "/window", "", store.Refused, "looks back over 16 MB"},
		{"an encoding that was not asked for", "/lzma", "", store.Refused, `encoding "lzma"`},
		{"a body without end", "/endless", "", store.Failed, "longer than 1048576 bytes"},
		{"a body in drops", "/drip", "", store.Failed, outOfTime},
		{"no answer at all", "/silent", "", store.Failed, outOfTime},
		{"a head without end", "/heads", "", store.Failed, "header"},
		{"too many tags", "/tags", "", store.Failed, "longer than 1048576 bytes"},
		{"tags within the limit of bytes", "/deep", "", store.Failed, "tags"},
		{"a connection that breaks", "/torn", "", store.Failed, "the connection ended before the body did"},
		{"a compressed body that breaks", "/tornzip", "", store.Failed, "the connection ended before the body did"},
		{"a loop of redirects", "/loop", base + "/loop2", store.Failed, "a loop of redirects"},
		{"a redirect to itself", "/self", "", store.Failed, "a loop of redirects"},
		{"redirects without end", "/far/", base + "/far/xxxxx", store.Failed, "more than 5 redirects in a row"},
		{"a redirect to a file", "/file", "file:///etc/passwd", store.Refused, `the scheme "file" is not asked`},
		{"a redirect to nowhere", "/nowhere", "", store.Failed, "302 without an address"},
		{"a redirect to a cloud's metadata", "/metadata", "http://169.254.169.254/latest/meta-data/", store.Refused, "a cloud's metadata"},
		{"a redirect to a site that is not asked", "/linkedin", "https://de.linkedin.com/jobs/view/1", store.Refused, "User Agreement"},
	} {
		t.Run(c.name, func(t *testing.T) {
			limits := scrape.Limits{Body: 1 << 20, Tags: 100_000, Time: time.Hour, Try: 1}
			if c.reason == outOfTime {
				limits.Time = 300 * time.Millisecond
			}
			var p store.Page
			used := peak(func() {
				var s *store.Store
				p, s = run(t, scrape.Crawler{Limits: limits}, server, c.path)
				if c.at != "" {
					p = pageOf(t, s, c.at)
				}
			})
			if p.State != c.state || !strings.Contains(p.Reason, c.reason) {
				t.Errorf("it is %v: %q, want %v and a reason with %q", p.State, p.Reason, c.state, c.reason)
			}
			if used > 100<<20 {
				t.Errorf("it took %d MB", used>>20)
			}
		})
	}
}

func TestEveryEncodingIsUndone(t *testing.T) {
	for encoding, compress := range map[string]func(io.Writer) io.WriteCloser{
		"gzip":    func(w io.Writer) io.WriteCloser { return gzip.NewWriter(w) },
		"deflate": func(w io.Writer) io.WriteCloser { return zlib.NewWriter(w) },
		"zstd":    func(w io.Writer) io.WriteCloser { z, _ := zstd.NewWriter(w); return z },
		"br":      func(w io.Writer) io.WriteCloser { return brotli.NewWriter(w) },
	} {
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if !strings.Contains(r.Header.Get("Accept-Encoding"), encoding) {
				t.Errorf("%s is not asked for: %q", encoding, r.Header.Get("Accept-Encoding"))
			}
			w.Header().Set("Content-Type", "text/html")
			w.Header().Set("Content-Encoding", encoding)
			z := compress(w)
			defer z.Close()
			io.WriteString(z, ad)
		}))
		p, s := run(t, scrape.Crawler{}, server, "/job")
		server.Close()
		if p.State != store.Done || len(postings(t, s)) != 1 {
			t.Errorf("%s: %v %q", encoding, p.State, p.Reason)
		}
	}
}

func TestTenMegabytesAreTheDefaultAndManyAtOnceFitIn150(t *testing.T) {
	var servers []string
	for range 8 {
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path == "/robots.txt" {
				http.NotFound(w, r)
				return
			}
			w.Header().Set("Content-Type", "text/html")
			junk := bytes.Repeat([]byte("nothing "), 8<<10)
			for range 12 << 20 / len(junk) {
				w.Write(junk)
			}
		}))
		defer server.Close()
		servers = append(servers, server.URL+"/")
	}
	s := open(t)
	c := scrape.Crawler{Store: s, Delay: -1, AllowPrivate: true, Limits: scrape.Limits{Try: 1}}
	used := peak(func() {
		if _, err := c.Run(context.Background(), parse(t, servers...)); err != nil {
			t.Fatal(err)
		}
	})
	for _, address := range servers {
		if p := pageOf(t, s, address); p.State != store.Failed || !strings.Contains(p.Reason, "longer than 10485760 bytes") {
			t.Errorf("%s is %v: %q", address, p.State, p.Reason)
		}
	}
	if used > 150<<20 {
		t.Errorf("it took %d MB", used>>20)
	}
}

func TestAListWithoutEndHasALimit(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		n := 0
		fmt.Sscan(r.URL.Query().Get("page"), &n)
		w.Header().Set("Content-Type", "text/html")
		switch r.URL.Path {
		case "/robots.txt":
		case "/jobs":
			fmt.Fprintf(w, `<h1>Jobs</h1><ul><li><a href="/jobs/%d-director-of-engineering">Director of Engineering</a></li><li><a href="/jobs/%d-vp-of-engineering">VP of Engineering</a></li></ul><a rel="next" href="/jobs?page=%d">Next</a>`, n, n, n+1)
		default:
			fmt.Fprint(w, ad)
		}
	}))
	defer server.Close()
	_, s := run(t, scrape.Crawler{Limits: scrape.Limits{List: 10}}, server, "/jobs")
	if p := pageOf(t, s, server.URL+"/jobs?page=5"); p.State != store.Refused || p.Reason != "the list goes on after 10 postings" || len(postings(t, s)) != 10 {
		t.Errorf("the page is %v: %q; %d postings", p.State, p.Reason, len(postings(t, s)))
	}
}

func TestAddressesOfThisMachineAreNotAsked(t *testing.T) {
	asked := false
	server := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { asked = true }))
	defer server.Close()
	_, port, _ := strings.Cut(strings.TrimPrefix(server.URL, "http://"), ":")
	for _, host := range []string{"127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "[64:ff9b::7f00:1]", "[2002:7f00:1::]"} {
		s := open(t)
		address := "http://" + host + ":" + port + "/"
		c := scrape.Crawler{Store: s, Delay: -1, Limits: scrape.Limits{Try: 1}}
		if _, err := c.Run(context.Background(), parse(t, address)); err != nil {
			t.Fatal(err)
		}
		if p := pageOf(t, s, address); p.State != store.Refused || !strings.HasSuffix(p.Reason, ", "+scrape.NotPublic) || strings.Contains(p.Reason, "--") {
			t.Errorf("%s is %v: %q", address, p.State, p.Reason)
		}
	}
	if asked {
		t.Error("the server was asked")
	}
}

func TestCharsetsRightWrongAndMissing(t *testing.T) {
	latin := strings.ReplaceAll(ad, "Coach", "F\xfchre") // windows-1252
	for _, c := range []struct{ name, contentType, body, want string }{
		{"named in the head of the answer", "text/html; charset=windows-1252", latin, "Führe"},
		{"named in the page", "text/html", strings.Replace(latin, "<head>", `<head><meta charset="iso-8859-1">`, 1), "Führe"},
		{"not named", "text/html", latin, "Führe"},
		{"UTF-8, not named", "text/html", strings.ReplaceAll(ad, "Coach", "Führe"), "Führe"},
		{"UTF-8, named otherwise", "text/html; charset=utf-8", strings.ReplaceAll(ad, "Coach", "Führe"), "Führe"},
		{"of a name that nobody knows", "text/html; charset=klingon", strings.ReplaceAll(ad, "Coach", "Führe"), "Führe"},
	} {
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", c.contentType)
			io.WriteString(w, c.body)
		}))
		_, s := run(t, scrape.Crawler{}, server, "/job")
		server.Close()
		found := false
		for _, p := range postings(t, s) {
			found = found || strings.Contains(p.Posting.Text, c.want)
		}
		if !found {
			t.Errorf("%s: %q is not in %v", c.name, c.want, postings(t, s))
		}
	}
}

func TestCookiesStayWithTheHostThatSetThem(t *testing.T) {
	var mu sync.Mutex
	got := map[string]string{}
	handler := func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		defer mu.Unlock()
		if r.URL.Path != "/robots.txt" {
			got[r.Host+r.URL.Path] = r.Header.Get("Cookie")
		}
		if strings.HasPrefix(r.Host, "one.") {
			http.SetCookie(w, &http.Cookie{Name: "a", Value: "1", Domain: "jobs.example"})
		}
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprintf(w, `<html><body><h1>Jobs</h1><a href="http://one.jobs.example/jobs/director-of-engineering">Director of Engineering</a> <a href="http://two.jobs.example/jobs/vp-of-engineering">VP of Engineering</a></body></html>`)
	}
	w := &anyHost{http.HandlerFunc(handler)}
	s := open(t)
	c := scrape.Crawler{Store: s, Delay: -1, Transport: w}
	if _, err := c.Run(context.Background(), parse(t, "http://one.jobs.example/jobs")); err != nil {
		t.Fatal(err)
	}
	if c := got["one.jobs.example/jobs/director-of-engineering"]; c != "a=1" {
		t.Errorf("the host itself was told %q", c)
	}
	if c, ok := got["two.jobs.example/jobs/vp-of-engineering"]; !ok || c != "" {
		t.Errorf("another host was told %q (asked: %v)", c, ok)
	}
}

// anyHost answers for every host without a network.
type anyHost struct{ http.Handler }

func (a *anyHost) RoundTrip(r *http.Request) (*http.Response, error) {
	w := httptest.NewRecorder()
	r = r.Clone(r.Context())
	r.Host = r.URL.Host
	a.ServeHTTP(w, r)
	return w.Result(), nil
}

func TestEnvironmentIsNotRead(t *testing.T) {
	for _, e := range []string{"COLLY_USER_AGENT", "COLLY_FOLLOW_REDIRECTS", "COLLY_MAX_BODY_SIZE", "COLLY_DISABLE_COOKIES", "COLLY_CACHE_DIR", "COLLY_MAX_REQUESTS"} {
		t.Setenv(e, "1")
	}
	t.Setenv("HTTP_PROXY", "http://127.0.0.1:1/")
	agent := ""
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		agent = r.UserAgent()
		if r.URL.Path == "/job" {
			w.Header().Set("Content-Type", "text/html")
			io.WriteString(w, ad)
		}
	}))
	defer server.Close()
	p, _ := run(t, scrape.Crawler{UserAgent: scrape.DefaultUserAgent("you@example.com")}, server, "/job")
	if p.State != store.Done || !strings.HasPrefix(agent, "rung/1 ") || !strings.Contains(agent, "you@example.com") {
		t.Errorf("the page is %v (%s), asked by %q", p.State, p.Reason, agent)
	}
}
