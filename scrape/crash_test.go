package scrape_test

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"rung/corpus/store"
	"rung/scrape"
)

var (
	crash      = flag.String("crash", "200x6", "PAGESxKILLS of the crash test")
	crashChild = flag.String("crash-child", "", "address that the crash test's child gathers")
	crashDB    = flag.String("crash-db", "", "its database")
)

// atOnce is how many requests of the child are under way at the same time.
const atOnce = 3

// TestCrashChild is the program that the crash test kills.
func TestCrashChild(t *testing.T) {
	if *crashChild == "" {
		t.Skip("it is run by TestKilledAnywhereItGoesOn only")
	}
	gather(t, *crashDB, *crashChild)
}

func gather(t *testing.T, db, address string) {
	s, err := store.Open(db)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	c := scrape.Crawler{Store: s, Delay: -1, PerHost: atOnce, AllowPrivate: true}
	if _, err := c.Run(context.Background(), parse(t, address)); err != nil {
		t.Fatal(err)
	}
}

// contents is all that a database says but when it was said.
func contents(t *testing.T, db string) map[string]string {
	s, err := store.OpenReader(db)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	all := map[string]string{}
	for id, p := range postings(t, s) {
		all["posting "+id] = fmt.Sprint(p.URL, p.Title, p.Company, p.Location, p.Details, p.Origin, p.Notes, p.SimHash, p.Near, p.Listing,
			p.Gone.IsZero(), p.Changed.IsZero(), p.Posting.Text)
	}
	for state := store.Waiting; state <= store.Refused; state++ {
		if err := s.Pages(state, func(p store.Page) error {
			all["page "+p.URL] = fmt.Sprint(state, p.Host, p.Source, p.List, string(p.Request), p.Reason, p.Incomplete, p.Status)
			return nil
		}); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Exchanges(func(e store.Exchange) error {
		all["answer "+e.URL] = fmt.Sprint(e.Response.Status, e.Digest, e.Length, e.Truncated, e.Redacted, len(e.Response.Body))
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return all
}

func TestKilledAnywhereItGoesOn(t *testing.T) {
	var n, kills int
	if _, err := fmt.Sscanf(*crash, "%dx%d", &n, &kills); err != nil || n < 1 {
		t.Fatalf("-crash %q: want PAGESxKILLS", *crash)
	}
	site := pages(n)
	var mu sync.Mutex
	asked := map[string]int{}
	total := 0
	reached := make(chan struct{})
	kill := 0 // after so many requests in all
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		asked[r.URL.String()]++
		if total++; total == kill {
			close(reached)
		}
		mu.Unlock()
		site.ServeHTTP(w, r)
	}))
	defer server.Close()
	dir := t.TempDir()
	calm, hurt := filepath.Join(dir, "calm.db"), filepath.Join(dir, "hurt.db")
	gather(t, calm, server.URL+"/jobs")
	mu.Lock()
	undisturbed := total
	clear(asked)
	total = 0
	mu.Unlock()

	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	child := func() *exec.Cmd {
		c := exec.Command(self, "-test.run=^TestCrashChild$", "-crash-child="+server.URL+"/jobs", "-crash-db="+hurt)
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		return c
	}
	for i := range kills {
		mu.Lock()
		reached = make(chan struct{})
		kill = total + 1 + rand.IntN(max(1, (undisturbed-total)/(kills-i)))
		wait := reached
		mu.Unlock()
		c := child()
		select {
		case <-wait:
			time.Sleep(time.Duration(rand.IntN(4000)) * time.Microsecond)
		case <-time.After(5 * time.Minute):
			t.Error("the child asks nothing")
		}
		c.Process.Kill()
		var died *exec.ExitError
		if err := c.Wait(); err != nil && !errors.As(err, &died) {
			t.Fatal(err)
		}
	}
	if err := child().Wait(); err != nil {
		t.Fatal("the last run: ", err)
	}
	if diff := cmp.Diff(contents(t, calm), contents(t, hurt)); diff != "" {
		t.Errorf("the database differs from an undisturbed run's (-calm +hurt):\n%s", diff)
	}
	// What was under way at a kill, and only that, is asked again: its answer
	// was never had. robots.txt is kept as soon as it is read.
	again := 0
	for _, n := range asked {
		again += n - 1
	}
	if again > kills*atOnce {
		t.Errorf("%d requests were made again after %d kills with %d under way each", again, kills, atOnce)
	}
	t.Logf("%d pages, %d kills, %d requests made again", n, kills, again)
}
