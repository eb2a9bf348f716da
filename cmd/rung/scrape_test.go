package main

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os/exec"
	"strings"
	"syscall"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestScrapeScripts runs stories of gathering from a site on loopback, which a
// script finds in $SITE.
func TestScrapeScripts(t *testing.T) {
	server := httptest.NewServer(careers())
	t.Cleanup(server.Close) // scripts run in parallel, after this function
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/scrape",
		UpdateScripts:       *update,
		RequireUniqueNames:  true,
		RequireExplicitExec: true,
		Setup: func(e *testscript.Env) error {
			e.Setenv("SITE", server.URL)
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"exits": exits},
	})
}

// careers is a site with a list of four jobs, of which two are there.
func careers() *http.ServeMux {
	mux := http.NewServeMux()
	mux.HandleFunc("/robots.txt", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprint(w, "User-agent: *\nDisallow: /private/\n")
	})
	mux.HandleFunc("/jobs", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprint(w, `<html><body><h1>Jobs</h1><ul>
<li><a href="/jobs/1-vp-of-engineering">VP of Engineering</a></li>
<li><a href="/jobs/2-director-of-engineering">Director of Engineering</a></li>
<li><a href="/jobs/3-head-of-engineering">Head of Engineering</a></li>
<li><a href="/private/jobs/4-director-of-platform">Director of Platform</a></li></ul></body></html>`)
	})
	job := func(title, duty string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/html")
			fmt.Fprintf(w, `<html><head><title>%s</title></head><body><main><h1>%s</h1><p>Elm keeps the books of harbours, from the first survey of a berth to the last invoice of a season, and has done so for thirty years in eleven countries.</p>
<h2>What you will do</h2><ul><li>%s</li><li>Hire and coach leaders of engineering, and keep the ladder by which they grow</li><li>Agree goals with product and finance, and tell the company each month how they stand</li></ul><p>Contact: Jane Doe, jane.doe@elm.example</p></main></body></html>`, title, title, duty)
		}
	}
	mux.HandleFunc("/jobs/1-vp-of-engineering", job("VP of Engineering", "Report to the CEO and set the three-year engineering strategy with the board"))
	mux.HandleFunc("/jobs/2-director-of-engineering", job("Director of Engineering", "Report to the VP of Engineering and run the quarterly delivery of four teams"))
	return mux
}

// TestADatabaseIsReadWhileACrawlWritesIt by every command that reads postings; a
// second crawl is refused, and an interrupt ends the first, whatever the site does.
func TestADatabaseIsReadWhileACrawlWritesIt(t *testing.T) {
	t.Chdir(t.TempDir())
	mux := careers()
	reached, release := make(chan bool, 9), make(chan bool)
	mux.HandleFunc("/jobs/3-head-of-engineering", func(w http.ResponseWriter, r *http.Request) {
		reached <- true
		select {
		case <-release:
		case <-r.Context().Done():
		}
		http.NotFound(w, r)
	})
	site := httptest.NewServer(mux)
	defer site.Close()
	command := []string{"scrape", site.URL + "/jobs", "--allow-private", "--delay", "0s", "--per-host", "1", "--contact", "you@example.com"}
	crawl := exec.Command("rung", command...)
	var said bytes.Buffer
	crawl.Stderr = &said
	if err := crawl.Start(); err != nil {
		t.Fatal(err)
	}
	<-reached
	for _, c := range []struct{ args, want string }{
		{"check rung.db", "The input holds more postings"},
		{"classify rung.db --to csv", "VP of Engineering"},
		{"extract rung.db", "Director of Engineering"},
		{"report rung.db --table levels --to csv", "All,VP,1,2"},
		{"scrape greenhouse:elm --dry-run", "ask\t" + site.URL + "/jobs/3-head-of-engineering"},
	} {
		var out, stderr bytes.Buffer
		if code := run(t.Context(), strings.Fields(c.args), strings.NewReader(""), &out, &stderr); code != exitClean || !strings.Contains(out.String(), c.want) {
			t.Errorf("%s: exit code %d: %s%s", c.args, code, out.String(), stderr.String())
		}
	}
	address, stop := serving(t, "--no-log", "rung.db")
	res, err := http.Get(address + "/t/db")
	if err != nil || res.StatusCode != 200 {
		t.Errorf("serve: %v", err)
	} else {
		io.Copy(io.Discard, res.Body)
		res.Body.Close()
	}
	if code, stderr := asks(t, strings.NewReader(""), command...); code != exitNot || !strings.Contains(stderr, "another program is using the database") || !strings.Contains(stderr, "hint: one crawl at a time") {
		t.Errorf("a second crawl: exit code %d: %s", code, stderr)
	}
	if err := crawl.Process.Signal(syscall.SIGINT); err != nil {
		t.Fatal(err)
	}
	crawl.Wait()
	if code := crawl.ProcessState.ExitCode(); code != exitSignal+2 || !strings.Contains(said.String(), "interrupted; what was gathered, 2 postings in this run, is in \"rung.db\"") {
		t.Errorf("interrupted: exit code %d: %s", code, said.String())
	}
	if code, stderr := stop(); code != exitClean {
		t.Errorf("serve ends with %d: %s", code, stderr)
	}
	if files := entries(t, "."); len(files) != 1 {
		t.Errorf("left behind: %q", files)
	}
	close(release)
	if code, stderr := asks(t, strings.NewReader(""), command...); code != exitLook || !strings.Contains(stderr, "/jobs/3-head-of-engineering: 404") {
		t.Errorf("going on: exit code %d: %s", code, stderr)
	}
}
