package scrape_test

import (
	"bytes"
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
	"rung/scrape/archive"
)

var (
	crash      = flag.String("crash", "400x100", "PAGESxKILLS of the crash test")
	crashChild = flag.String("crash-child", "", "address that the crash test's child gathers")
	crashDB    = flag.String("crash-db", "", "its database")
	crashWARC  = flag.String("crash-warc", "", "the archive that it writes of the database, instead")
)

// atOnce is how many requests of the child are under way at the same time.
const atOnce = 3

// TestCrashChild is the program that the crash test kills.
func TestCrashChild(t *testing.T) {
	switch {
	case *crashWARC != "":
		archiveTo(t, *crashDB, *crashWARC)
	case *crashChild != "":
		gather(t, *crashDB, *crashChild)
	default:
		t.Skip("it is run by the tests of crashes only")
	}
}

// crashing starts the child.
func crashing(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := exec.Command(self, append([]string{"-test.run=^TestCrashChild$"}, args...)...)
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	return c
}

// kill ends the child at once.
func kill(t *testing.T, c *exec.Cmd) {
	t.Helper()
	c.Process.Kill()
	var died *exec.ExitError
	if err := c.Wait(); err != nil && !errors.As(err, &died) {
		t.Fatal(err)
	}
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

// stillThere complains of postings that a database had and has not as they were; it
// returns those that it has.
func stillThere(t *testing.T, db string, had map[string]store.Posting) map[string]store.Posting {
	t.Helper()
	s, err := store.OpenReader(db)
	if errors.Is(err, os.ErrNotExist) || errors.Is(err, store.ErrNotOurs) {
		if len(had) > 0 {
			t.Fatal(err)
		}
		return had // killed before it began
	}
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	has := postings(t, s)
	for id, p := range had {
		if now, ok := has[id]; !ok || now.Posting.Text != p.Posting.Text {
			t.Errorf("%s is lost, or torn: %q", id, now.Posting.Text)
		}
	}
	return has
}

// archiveTo writes the archive of a database straight into a file.
func archiveTo(t *testing.T, db, name string) {
	s, err := store.OpenReader(db)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(scrape.Archive(context.Background(), s, f, true, "test"), f.Close()); err != nil {
		t.Fatal(err)
	}
}

// responses counts the whole answers of an archive; torn is its end.
func responses(t *testing.T, name string) (n int, torn bool) {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	_, err = archive.Each(f, 1<<20, true, func(r archive.Response) error {
		if r.Err == nil && r.Status == http.StatusOK {
			n++
		} else if changed := (*archive.DigestError)(nil); errors.As(r.Err, &changed) {
			t.Errorf("%s: %v", r.URL, r.Err)
		}
		return nil
	})
	var cut *archive.TornError
	if err != nil && !errors.As(err, &cut) {
		t.Fatal(err)
	}
	return n, err != nil
}

// An archive whose writer is killed is read up to its last whole record.
func TestAnArchiveThatWasCutOffIsReadSoFar(t *testing.T) {
	server := httptest.NewServer(pages(300))
	defer server.Close()
	dir := t.TempDir()
	db, calm, hurt := filepath.Join(dir, "a.db"), filepath.Join(dir, "calm.warc.gz"), filepath.Join(dir, "hurt.warc.gz")
	gather(t, db, server.URL+"/jobs")
	archiveTo(t, db, calm)
	whole, err := os.ReadFile(calm)
	if err != nil {
		t.Fatal(err)
	}
	all, torn := responses(t, calm)
	if torn || all < 300 {
		t.Fatalf("%d answers, torn: %v", all, torn)
	}
	pairs := func(b []byte) int { return bytes.Count(b, []byte("\x1f\x8b\x08")) / 2 }
	other := pairs(whole) - all // what is no answer: who wrote it, robots.txt
	cut := 0
	for range 8 {
		os.Remove(hurt)
		c := crashing(t, "-crash-db="+db, "-crash-warc="+hurt)
		for at := rand.Int64N(int64(len(whole))); ; time.Sleep(100 * time.Microsecond) {
			if info, err := os.Stat(hurt); err == nil && info.Size() >= at {
				break
			}
		}
		kill(t, c)
		b, err := os.ReadFile(hurt)
		if err != nil || !bytes.HasPrefix(whole, b) {
			t.Fatalf("%v; other bytes than undisturbed", err)
		}
		if len(b) < len(whole) {
			cut++
		}
		// What lies behind the last whole answer is less than one.
		n, _ := responses(t, hurt)
		if ends := pairs(b) - other; n < ends-1 {
			t.Errorf("%d answers of %d that are there", n, ends)
		}
	}
	t.Logf("%d of 8 were cut", cut)
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
	killAt := 0 // after so many requests in all
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		asked[r.URL.String()]++
		if total++; total == killAt {
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

	child := func() *exec.Cmd { return crashing(t, "-crash-child="+server.URL+"/jobs", "-crash-db="+hurt) }
	had := map[string]store.Posting{}
	for i := range kills {
		mu.Lock()
		reached = make(chan struct{})
		killAt = total + 1 + rand.IntN(max(1, (undisturbed-total)/(kills-i)))
		wait := reached
		mu.Unlock()
		c := child()
		select {
		case <-wait:
			time.Sleep(time.Duration(rand.IntN(4000)) * time.Microsecond)
		case <-time.After(5 * time.Minute):
			t.Error("the child asks nothing")
		}
		kill(t, c)
		if i%2 == 0 { // else the next run is the first to see what was left
			had = stillThere(t, hurt, had)
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
