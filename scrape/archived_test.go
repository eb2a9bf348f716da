package scrape_test

import (
	"bufio"
	"bytes"
	"context"
	"errors"
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

	"github.com/google/go-cmp/cmp"

	"rung/corpus/store"
	"rung/corpus/warc"
	"rung/scrape"
	"rung/scrape/archive"
)

// pair is a request and its response as an archive holds them.
type pair struct {
	sent     http.Header
	status   int
	body     string
	together bool // the response names the request
}

// pairs are those of an archive by address.
func pairs(t *testing.T, b []byte) (all map[string]pair, order []string) {
	t.Helper()
	all = map[string]pair{}
	r := warc.NewReader(bytes.NewReader(b))
	var asked *http.Request
	id := ""
	for {
		rec, err := r.Next()
		if err == io.EOF {
			return all, order
		}
		if err != nil {
			t.Fatal(err)
		}
		switch rec.Type() {
		case "request":
			if asked, err = http.ReadRequest(bufio.NewReader(rec.Block)); err != nil {
				t.Fatal(err)
			}
			id = rec.Get("WARC-Record-ID")
		case "response":
			res, err := http.ReadResponse(bufio.NewReader(rec.Block), asked)
			if err != nil {
				t.Fatal(err)
			}
			body, _ := io.ReadAll(res.Body)
			address := rec.Get("WARC-Target-URI")
			all[address] = pair{asked.Header, res.StatusCode, string(body), rec.Get("WARC-Concurrent-To") == id}
			order = append(order, address)
		}
	}
}

func TestAnArchiveHoldsWhatWasAskedAndTheRobotsThatAllowedIt(t *testing.T) {
	var mu sync.Mutex
	seen := map[string]http.Header{}
	mux := http.NewServeMux()
	mux.Handle("/robots.txt", http.RedirectHandler("/moved/robots", http.StatusFound))
	mux.HandleFunc("/moved/robots", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Set-Cookie", "seen=1")
		fmt.Fprint(w, "# ask ops@elm.example\nUser-agent: *\nDisallow: /private\n")
	})
	mux.HandleFunc("/jobs/1-director-of-engineering", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, ad) })
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		seen["http://"+r.Host+r.URL.Path] = r.Header.Clone()
		mu.Unlock()
		mux.ServeHTTP(w, r)
	}))
	defer server.Close()
	s := open(t)
	c := scrape.Crawler{Store: s, Delay: -1, AllowPrivate: true, From: "me@birch.example"}
	if _, err := c.Run(context.Background(), parse(t, server.URL+"/jobs/1-director-of-engineering")); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := scrape.Archive(context.Background(), s, &b, true, "test"); err != nil {
		t.Fatal(err)
	}
	all, order := pairs(t, b.Bytes())
	if d := cmp.Diff(order, []string{server.URL + "/robots.txt", server.URL + "/moved/robots", server.URL + "/jobs/1-director-of-engineering"}); d != "" {
		t.Fatal(d)
	}
	for address, p := range all {
		if d := cmp.Diff(p.sent, seen[address]); d != "" || p.sent.Get("User-Agent") == "" || p.sent.Get("From") != "me@birch.example" && strings.Contains(address, "jobs") {
			t.Errorf("%s was asked with other fields (-archive +server):\n%s", address, d)
		}
		if !p.together {
			t.Errorf("the answer of %s does not name its request", address)
		}
	}
	if all[order[0]].status != 302 || all[order[1]].body != "# ask [e-mail]\nUser-agent: *\nDisallow: /private\n" {
		t.Errorf("robots.txt: %+v, %+v", all[order[0]], all[order[1]])
	}
	n := 0
	for p, err := range archive.Read(bytes.NewReader(b.Bytes()), "a.warc.gz", false, nil) {
		if n++; err != nil || p.Title != "Director of Engineering" {
			t.Errorf("read back: %v, %v", p.Title, err)
		}
	}
	if n != 1 {
		t.Errorf("%d postings", n)
	}

	// What an archive says of its requests is kept when it is gathered from.
	path := filepath.Join(t.TempDir(), "a.warc.gz")
	writeFile(t, path, b.Bytes())
	again := open(t)
	c = scrape.Crawler{Store: again, Transport: nobody{t}}
	if _, err := c.Run(context.Background(), parse(t, path)); err != nil {
		t.Fatal(err)
	}
	if err := again.Exchanges(func(e store.Exchange) error {
		if d := cmp.Diff(http.Header(e.Sent), seen[e.URL]); d != "" {
			t.Errorf("%s: %s", e.URL, d)
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := scrape.Archive(ctx, s, io.Discard, true, "test"); !errors.Is(err, context.Canceled) {
		t.Errorf("interrupted: %v", err)
	}
}

func writeFile(t *testing.T, name string, b []byte) {
	t.Helper()
	if err := os.WriteFile(name, b, 0o666); err != nil {
		t.Fatal(err)
	}
}

func TestChangedRecordsOfAnArchiveAreToldOrLeftOut(t *testing.T) {
	var b bytes.Buffer
	w := warc.NewWriter(&b, false)
	answer := "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + ad
	for _, n := range []string{"1", "2"} {
		if _, err := w.Write("response", time.Unix(1e9, 0), "application/http; msgtype=response", []byte(answer), len(answer)-len(ad), warc.Field{Name: "WARC-Target-URI", Value: "https://jobs.example/" + n}); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(t.TempDir(), "a.warc")
	writeFile(t, path, bytes.Replace(b.Bytes(), []byte("four teams"), []byte("five teams"), 1))
	for verify, want := range map[bool]int{false: 2, true: 1} {
		s := open(t)
		var told []string
		c := scrape.Crawler{Store: s, Transport: nobody{t}, Verify: verify, Event: func(e scrape.Event) {
			if e.What == scrape.FailedFor {
				told = append(told, e.URL+": "+e.Reason)
			}
		}}
		sum, err := c.Run(context.Background(), parse(t, path))
		if err != nil || len(postings(t, s)) != want || sum.Total.Skipped != 2-want {
			t.Errorf("verify %v: %d postings, %+v, %v", verify, len(postings(t, s)), sum, err)
		}
		told = append(told, sum.Notes...)
		if got := strings.Join(told, "\n"); verify && got != "https://jobs.example/1: record 1, a response, differs from its WARC-Block-Digest: it was changed or damaged" ||
			!verify && got != "archive "+path+" has a record that differs from its digest, which was read all the same" {
			t.Errorf("verify %v: %s", verify, got)
		}
	}
}
