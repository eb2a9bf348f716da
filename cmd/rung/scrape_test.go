package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestScrapeScripts runs stories of gathering from a site on loopback, which a
// script finds in $SITE.
func TestScrapeScripts(t *testing.T) {
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
	server := httptest.NewServer(mux)
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
