package scrape_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"github.com/gocolly/colly/v2"

	"rung/corpus/store"
	"rung/scrape"
)

// pages is a careers site: a list of n postings in pages of 200 links, and the
// postings, 5 KB each.
func pages(n int) http.Handler { return site5KB(n, 28, false) }

// site5KB is pages with so many tasks a posting; marked ones say them in JSON-LD
// too, as most boards' pages do.
func site5KB(n, size int, marked bool) http.Handler {
	lead := []string{"Director of Engineering", "VP of Engineering", "Senior Director, Platform", "Head of Infrastructure"}
	var tasks strings.Builder
	for i := range size {
		fmt.Fprintf(&tasks, "<li>Task %d: lead the work on the ledger, agree goals with %s, and keep the plan for the quarter in order</li>\n", i, lead[i%4])
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/jobs", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		first := 0
		fmt.Sscan(r.URL.Query().Get("page"), &first)
		io.WriteString(w, "<!doctype html><html><head><title>Jobs</title></head><body><h1>Open positions</h1><ul>")
		for i := first * 200; i < min(n, first*200+200); i++ {
			fmt.Fprintf(w, `<li><a href="/jobs/%d-director-of-engineering">%s %d</a></li>`, i, lead[i%4], i)
		}
		io.WriteString(w, "</ul>")
		if (first+1)*200 < n {
			fmt.Fprintf(w, `<a rel="next" href="/jobs?page=%d">Next page</a>`, first+1)
		}
		io.WriteString(w, "</body></html>")
	})
	mux.HandleFunc("/jobs/{id}", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		var i int
		fmt.Sscanf(r.PathValue("id"), "%d-", &i)
		mark := ""
		if marked {
			b, _ := json.Marshal(map[string]any{"@context": "https://schema.org", "@type": "JobPosting", "title": fmt.Sprint(lead[i%4], " ", i), "datePosted": "2026-03-01",
				"hiringOrganization": map[string]string{"name": "Elm"}, "description": fmt.Sprintf("<p>Elm %d keeps the books of harbours.</p><ul>%s</ul>", i, tasks.String())})
			mark = `<script type="application/ld+json">` + string(b) + `</script>`
		}
		fmt.Fprintf(w, `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>%s %d - Elm</title>%s</head><body><nav><a href="/">Home</a> <a href="/about">About</a> <a href="/jobs">Jobs</a></nav>
<main><h1>%s %d</h1><p>Elm %d keeps the books of harbours. You lead team %d, which does what this page says, and report to the chief of unit %d.</p><h2>What you will do</h2><ul>
%s</ul><h2>What you bring</h2><ul><li>%d years of leading engineers</li><li>Clear writing</li></ul></main><footer><a href="/legal">Legal</a></footer></body></html>`,
			lead[i%4], i, mark, lead[i%4], i, i, i*7, i*13, tasks.String(), i%20)
	})
	return mux
}

// BenchmarkAgainstColly measures pages without and with structured data.
func BenchmarkAgainstColly(b *testing.B) {
	b.Run("plain", func(b *testing.B) { againstColly(b, 2000, 28, false) })
	b.Run("marked", func(b *testing.B) { againstColly(b, 2000, 12, true) })
}

// againstColly gathers a site with colly and goquery alone, which read
// each page's title, text and links and forget them, and with everything that
// is done here, politeness off; eight requests at a time each.
func againstColly(b *testing.B, n, size int, marked bool) {
	server := httptest.NewServer(site5KB(n, size, marked))
	defer server.Close()
	var bare, full time.Duration
	for b.Loop() {
		started := time.Now()
		c := colly.NewCollector(colly.Async())
		if err := c.Limit(&colly.LimitRule{DomainGlob: "*", Parallelism: 8}); err != nil {
			b.Fatal(err)
		}
		c.OnHTML("a[href]", func(e *colly.HTMLElement) {
			if href := e.Attr("href"); strings.HasPrefix(href, "/jobs") {
				e.Request.Visit(href) // again and again: it says so, and that is all
			}
		})
		read := make(chan int, n)
		c.OnHTML("html", func(e *colly.HTMLElement) {
			if title := e.DOM.Find("h1").Text(); title != "Open positions" {
				read <- len(e.DOM.Find("main").Text())
			}
		})
		if err := c.Visit(server.URL + "/jobs"); err != nil {
			b.Fatal(err)
		}
		c.Wait()
		if len(read) != n {
			b.Fatalf("colly read %d pages", len(read))
		}
		bare += time.Since(started)

		gc := debug.SetGCPercent(400) // as rung scrape does
		started = time.Now()
		s, err := store.Open(filepath.Join(b.TempDir(), "rung.db"))
		if err != nil {
			b.Fatal(err)
		}
		sum, err := (&scrape.Crawler{Store: s, Delay: -1, PerHost: 8, AllowPrivate: true}).Run(context.Background(), parse(b, server.URL+"/jobs"))
		if err != nil || sum.Total.New != n {
			b.Fatalf("%v, %+v", err, sum)
		}
		s.Close()
		full += time.Since(started)
		debug.SetGCPercent(gc)
	}
	total := float64(n * b.N)
	b.ReportMetric(total/bare.Seconds(), "colly-pages/s")
	b.ReportMetric(total/full.Seconds(), "rung-pages/s")
	b.ReportMetric(bare.Seconds()/full.Seconds(), "ratio")
}
