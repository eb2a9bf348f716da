package board_test

import (
	"net/url"
	"testing"

	"rung/scrape/board"
	"rung/scrape/board/boardtest"
)

// sources of the boards whose answers are JSON, XML and pages.
var (
	jsonSources = []string{"greenhouse:a", "lever:a", "ashby:a", "smartrecruiters:a", "workable:a", "recruitee:a", "workday:a.wd1/x", "bamboohr:a", "teamtailor:a", "https://a.example/jobs"}
	xmlSources  = []string{"personio:a", "teamtailor:a", "https://a.example/jobs"}
	pageSources = []string{"icims:a", "https://a.example/jobs"}
)

// fuzz reads bytes as the list and as the detail of each source.
func fuzz(t *testing.T, sources []string, body []byte) {
	for _, s := range sources {
		ref, ok := board.ParseRef(s)
		if !ok {
			t.Fatal(s)
		}
		ref.Posting = ""
		r := board.Start(ref)[0]
		for _, kind := range []board.Kind{board.List, board.Detail} {
			if r.Kind = kind; kind == board.Detail {
				r.Posting = "1"
			}
			a, err := board.Parse(r, body, "", board.MaxTags)
			if err != nil {
				continue
			}
			boardtest.CheckAnswer(t.Errorf, board.ByName(r.Board), r, a)
		}
	}
}

func FuzzJSON(f *testing.F) {
	for _, s := range []string{
		`{"jobs":[{"id":1,"title":"VP","content":"&lt;p&gt;x","location":{"name":"a; b"},"metadata":[{"name":"Remote","value":"yes"}],"pay_input_ranges":[{"min_cents":1}]}],"meta":{"total":2}}`,
		`[{"id":"a","text":"VP","lists":[{"text":"x","content":"<li>y"}],"categories":{"allLocations":["z"]},"salaryRange":{"min":1,"max":2}}]`,
		`{"content":[{"id":"1","name":"VP"}],"totalFound":9,"jobAd":{"sections":{"x":{"title":"a","text":"b"}}}}`,
		`{"results":[{"shortcode":"A","title":"VP"}],"nextPage":"t","total":3}`, `{"offers":[{"id":1,"translations":{"en":{"description":"x"}}}]}`,
		`{"total":20,"jobPostings":[{"title":"VP","externalPath":"/job/a/b_R-1"}]}`, `{"result":[{"id":"1"}],"meta":{"totalCount":"1"}}`,
		`{"items":[{"url":"https://a/jobs/1-x","_jobposting":{"@type":"JobPosting","baseSalary":{"value":{"value":"x"}}}}],"next_url":"https://a/2"}`, `{"title":"a","url":"/b","description":"c"}`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) { fuzz(t, jsonSources, b) })
}

func FuzzXML(f *testing.F) {
	for _, s := range []string{
		`<workzag-jobs><position><id>1</id><jobDescriptions><jobDescription><name>a</name><value><![CDATA[<p>b]]></value></jobDescription></jobDescriptions></position></workzag-jobs>`,
		`<rss><channel><title>a</title><item><title>b</title><link>https://a/jobs/1</link><description>&lt;p&gt;c</description></item></channel></rss>`,
		`<feed><entry><title>a</title><link href="/b"/><content>c</content></entry></feed>`, `<sitemapindex><sitemap><loc>/a</loc></sitemap></sitemapindex>`,
		`<urlset><url><loc>/jobs/123</loc></url></urlset>`, `<source><job><title>a</title><url>b</url><description>c</description></job></source>`,
		`<?xml version="1.0" encoding="latin1"?><string>&lt;a/&gt;</string>`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) { fuzz(t, xmlSources, b) })
}

func FuzzPage(f *testing.F) {
	for _, s := range []string{
		`<title>Careers</title><h1>Jobs</h1><a href="/jobs/123-vp">VP of x</a><a rel=next href="?page=2">2</a>`, `<a href="/jobs/1201/vp/job">VP</a><a href="?pr=1">2</a>`,
		`<script type="application/ld+json">{"@graph":[{"@type":"JobPosting","title":"VP","baseSalary":{"value":{"minValue":1}},}]}</script><h1>VP</h1>`,
		`<base href="//b.example/"><iframe src="https://a.jobs.personio.de/">`, `<script>x="https://api.lever.co/v0/postings/a"</script>`,
		`<div itemscope itemtype="https://schema.org/JobPosting"><b itemprop=title>VP</b><p itemprop=description>x`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		fuzz(t, pageSources, b)
		board.Embeds(b, "", "https://a.example/")
	})
}

func FuzzAddress(f *testing.F) {
	for _, s := range []string{"https://jobs.lever.co/a/b", "https://a.wd1.myworkdayjobs.com/en-US/x/job/y/z_R-1", "https://b.myworkdaysite.com/wday/cxs/a/x/jobs", "greenhouse:a#1", "https://boards.greenhouse.io/embed/job_app?for=a&token=%2f"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		ref, ok := board.ParseRef(s)
		if !ok {
			return
		}
		requests := board.Start(ref)
		if len(requests) == 0 {
			t.Fatalf("%q: %v leads nowhere", s, ref)
		}
		for _, r := range requests {
			boardtest.CheckRequest(t.Errorf, r)
		}
		if u, err := url.Parse(s); err == nil {
			board.Match(u)
		}
	})
}
