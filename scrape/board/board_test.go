package board_test

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rung/scrape/board"
)

func TestAddressesNameTheirBoard(t *testing.T) {
	for _, c := range []struct{ address, want string }{
		{"https://boards.greenhouse.io/acme", "greenhouse:acme"},
		{"https://job-boards.greenhouse.io/acme/jobs/4001?gh_src=abc", "greenhouse:acme#4001"},
		{"https://boards.greenhouse.io/embed/job_app?for=acme&token=4001", "greenhouse:acme#4001"},
		{"https://boards.greenhouse.io/embed/job_app?token=4001", "web:https://boards.greenhouse.io/embed/job_app?token=4001"},
		{"https://jobs.lever.co/acme/5f0c/apply", "lever:acme#5f0c"},
		{"https://jobs.eu.lever.co/acme", "lever:eu/acme"},
		{"https://jobs.ashbyhq.com/acme/90fb?utm_source=x", "ashby:acme#90fb"},
		{"https://jobs.ashbyhq.com/acme/embed?ashby_jid=90fb", "ashby:acme#90fb"},
		{"https://jobs.smartrecruiters.com/Acme/7439-vp-engineering", "smartrecruiters:Acme#7439"},
		{"https://apply.workable.com/acme/j/DD136DD7E7/apply/", "workable:acme#DD136DD7E7"},
		{"https://apply.workable.com/j/DD136DD7E7", "web:https://apply.workable.com/j/DD136DD7E7"},
		{"https://acme.recruitee.com/o/vp", "recruitee:acme#vp"},
		{"https://acme.jobs.personio.com/job/18", "personio:acme.jobs.personio.com#18"},
		{"https://acme.na.teamtailor.com/jobs/71-vp", "teamtailor:acme.na.teamtailor.com#71"},
		{"https://acme.wd5.myworkdayjobs.com/en-US/External/job/Oslo/VP_R-101?source=x", "workday:acme.wd5/External#Oslo/VP_R-101"},
		{"https://wd5.myworkdaysite.com/recruiting/acme/External", "workday:wd5.myworkdaysite.com/acme/External"},
		{"https://acme.wd5.myworkdayjobs.com/", "web:https://acme.wd5.myworkdayjobs.com/"},
		{"https://acme.bamboohr.com/careers/86", "bamboohr:acme#86"},
		{"https://www.bamboohr.com/careers/", "web:https://www.bamboohr.com/careers/"},
		{"https://careers-acme.icims.com/jobs/1201/vp/job", "icims:careers-acme#1201"},
		{"https://user@acme.example/jobs#list", "web:https://acme.example/jobs"},
		{"mailto:jobs@acme.example", ""},
		{"/careers", ""},
		{"ftp://acme.example/jobs", ""},
	} {
		u, err := url.Parse(c.address)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if ref, ok := board.Match(u); ok {
			got = ref.String()
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.address, got, c.want)
		}
	}
}

func TestSourcesAsPeopleTypeThem(t *testing.T) {
	for in, want := range map[string]string{
		"greenhouse:acme": "greenhouse:acme", " Lever:acme ": "lever:acme", "workday:acme.wd5/External": "workday:acme.wd5/External", "lever:acme#1": "lever:acme#1",
		"https://jobs.lever.co/acme": "lever:acme", "https://acme.example/jobs": "web:https://acme.example/jobs",
		"greenhouse:": "", "greenhouse:a b": "", "monster:acme": "", "web:acme": "", "workday:acme": "", "acme": "", "": "", "http://": "",
	} {
		got := ""
		if ref, ok := board.ParseRef(in); ok {
			got = ref.String()
		}
		if got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// first is the first request for a source.
func first(t testing.TB, source string) board.Request {
	t.Helper()
	ref, ok := board.ParseRef(source)
	if !ok {
		t.Fatalf("%q is no source", source)
	}
	return board.Start(ref)[0]
}

func TestWhatIsNoAnswerIsAnErrorThatNamesItsCause(t *testing.T) {
	for _, c := range []struct{ source, body, contentType, want string }{
		{"greenhouse:acme", "", "", "greenhouse: the answer is empty"},
		{"greenhouse:acme", "<!DOCTYPE html><p>Just a moment", "text/html; charset=utf-8", "greenhouse: want JSON, got a page (text/html)"},
		{"greenhouse:acme", `{"jobs":[{"id":1,"title":"V`, "", "greenhouse: the JSON ends too early, after 27 bytes"},
		{"greenhouse:acme", `{"jobs":[{"id":1,,}]}`, "", "greenhouse: no JSON at byte"},
		{"greenhouse:acme", `{"status":404,"error":"Job not found"}`, "", `greenhouse:acme: the answer has no "jobs"`},
		{"lever:acme", `{"ok":false,"error":"Document not found"}`, "", "lever:acme: want a list, got an object (Document not found)"},
		{"personio:acme", "<workzag-jobs><position><id>1</id>", "", "personio: the XML ends too early"},
		{"personio:acme", "<html><body>gone</body></html>", "", `personio:acme: the answer has no "workzag-jobs"`},
		{"teamtailor:acme", "moved", "", "teamtailor: want XML, got none"},
		{"https://acme.example/jobs", "%PDF-1.7", "", "a PDF is not read here"},
		{"https://acme.example/jobs", "\x1f\x8bnonsense", "", "https://acme.example/jobs: not gzip after all"},
		{"https://acme.example/jobs", "[1, 2]", "", "no records with a title"},
	} {
		_, err := board.Parse(first(t, c.source), []byte(c.body), c.contentType, board.MaxTags)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s answers %q: %v, want %q", c.source, c.body, err, c.want)
		}
	}
}

func TestAListIsCompleteOnlyWhenItSaysSo(t *testing.T) {
	later := func(source string, offset, total int, after string) board.Request {
		r := first(t, source)
		r.Offset, r.Total, r.After = offset, total, after
		return r
	}
	workday := func(n, total int) string {
		var rows []string
		for i := range n {
			rows = append(rows, fmt.Sprintf(`{"title":"VP","externalPath":"/job/Oslo/VP_R-%d"}`, i))
		}
		return fmt.Sprintf(`{"total":%d,"jobPostings":[%s]}`, total, strings.Join(rows, ","))
	}
	site := "workday:acme.wd5/External"
	for _, c := range []struct {
		name       string
		r          board.Request
		body       string
		pages      int // requests for further pages
		incomplete string
	}{
		{"one answer, as many as it counts", first(t, "greenhouse:acme"), `{"jobs":[{"id":1,"title":"VP","content":"x"}],"meta":{"total":1}}`, 0, ""},
		{"one answer, fewer than it counts", first(t, "greenhouse:acme"), `{"jobs":[{"id":1,"title":"VP","content":"x"}],"meta":{"total":3}}`, 0, "the site counts 3 postings, 1 came"},
		{"a board without jobs", first(t, "greenhouse:acme"), `{"jobs":[],"meta":{"total":0}}`, 0, ""},
		{"a page of a list without total", first(t, "lever:acme"), `[{"id":"a","text":"VP"}]`, 1, ""},
		{"the empty page at its end", later("lever:acme", 1, 0, "a"), `[]`, 0, ""},
		{"the same page again", later("lever:acme", 1, 0, "a"), `[{"id":"a","text":"VP"}]`, 0, "the site gave the same page twice: it does not follow its own paging"},
		{"the first page of three postings", first(t, site), workday(2, 3), 1, ""},
		{"the last page, its total forgotten", later(site, 2, 3, "x"), workday(1, 0), 0, ""},
		{"a page that is empty too early", later(site, 20, 45, "x"), workday(0, 0), 0, "the site counts 45 postings, 20 came"},
		{"at the cap", later(site, 1980, 2000, "x"), workday(20, 0), 0, "the API gives the first 2000 postings only"},
		{"a total at the cap", first(t, site), workday(20, 2000), 1, "the API gives the first 2000 postings only"},
		{"a total at the cap that can be split", first(t, site), strings.TrimSuffix(workday(20, 2000), "}") + `,"facets":[{"facetParameter":"type","values":[{"id":"t","count":2400}]},
			{"facetParameter":"country","values":[{"id":"no","count":1900},{"id":"se","count":500}]},{"facetParameter":"time","values":[{"id":"f","count":7}]}]}`, 2, ""},
		{"a part at the cap", later(site, 1980, 2000, "x"), workday(20, 0), 0, "the API gives the first 2000 postings only"},
		{"a list that never ends", later("lever:acme", 60_000, 0, "x"), `[{"id":"a","text":"VP"}]`, 0, "more than 50000 postings: the rest was not asked for"},
		{"a token to the next page", first(t, "workable:acme"), `{"total":11,"results":[{"shortcode":"A","title":"VP"}],"nextPage":"t1"}`, 1, ""},
		{"no token, and some missing", first(t, "workable:acme"), `{"total":11,"results":[{"shortcode":"A","title":"VP"}]}`, 0, "the site counts 11 postings, 1 came"},
		{"a feed", first(t, "https://acme.example/jobs.rss"), `<rss><channel><item><title>VP</title><link>/jobs/123</link></item></channel></rss>`, 0, "a feed may hold its latest entries only"},
		{"links on a page", first(t, "https://acme.example/careers"), `<h1>Careers</h1><a href="/careers/vp-engineering-123">VP Engineering</a>`, 0, "postings were told by the form of their links"},
	} {
		a, err := board.Parse(c.r, []byte(c.body), "", board.MaxTags)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		pages := 0
		for _, q := range a.Next {
			if q.Kind == board.List {
				pages++
			}
		}
		if pages != c.pages || a.Incomplete != c.incomplete {
			t.Errorf("%s: %d further pages, incomplete %q; want %d, %q", c.name, pages, a.Incomplete, c.pages, c.incomplete)
		}
	}
}

func TestTheNextPageKnowsWhatCameBefore(t *testing.T) {
	a, err := board.Parse(first(t, "workday:acme.wd5/External"), []byte(`{"total":3,"jobPostings":[{"title":"VP","externalPath":"/job/Oslo/VP_R-1"},{"title":"Dir","externalPath":"/job/Oslo/Dir_R-2"}]}`), "", board.MaxTags)
	if err != nil {
		t.Fatal(err)
	}
	last := a.Next[len(a.Next)-1]
	if last.Offset != 2 || last.Total != 3 || last.After != "Oslo/VP_R-1" || !strings.Contains(last.Body, `"offset":2,`) {
		t.Errorf("%+v", last)
	}
	want := []string{"workday/acme/R-1", "workday/acme/R-2"}
	if got := fmt.Sprint(a.Listed); got != fmt.Sprint(want) {
		t.Errorf("listed %v, want %v", got, want)
	}
}

func TestOnePostingOfABoardCanBeNamed(t *testing.T) {
	for source, want := range map[string]string{
		"greenhouse:acme#41":                 "detail https://boards-api.greenhouse.io/v1/boards/acme/jobs/41?pay_transparency=true greenhouse/acme/41",
		"lever:eu/acme#5f":                   "detail https://api.eu.lever.co/v0/postings/acme/5f?mode=json lever/acme/5f",
		"workday:acme.wd5/Ext#Oslo/VP_R-101": "detail https://acme.wd5.myworkdayjobs.com/wday/cxs/acme/Ext/job/Oslo/VP_R-101 workday/acme/R-101",
		"bamboohr:acme#86":                   "detail https://acme.bamboohr.com/careers/86/detail bamboohr/acme/86",
		"ashby:acme#90fb":                    "list https://api.ashbyhq.com/posting-api/job-board/acme?includeCompensation=true ",
	} {
		r := first(t, source)
		if got := fmt.Sprint(r.Kind, " ", r.URL, " ", r.ID); got != want {
			t.Errorf("%s: %q, want %q", source, got, want)
		}
	}
	a, err := board.Parse(first(t, "ashby:acme#b"), []byte(`{"jobs":[{"id":"a","title":"VP"},{"id":"b","title":"Director"}]}`), "", board.MaxTags)
	if err != nil || len(a.Jobs) != 1 || a.Jobs[0].Title != "Director" {
		t.Errorf("%v, %v", a.Jobs, err)
	}
}

func TestEmbeddedBoardsAreRecognised(t *testing.T) {
	for _, c := range []struct{ page, want string }{
		{`<script src="https://boards.greenhouse.io/embed/job_board/js?for=acme"></script>`, "greenhouse:acme"},
		{`<script src="//boards.greenhouse.io/embed/job_board/js?for=acme"></script>`, "greenhouse:acme"},
		{`<iframe src="https://acme.jobs.personio.de/?language=en"></iframe>`, "personio:acme"},
		{`<iframe data-src="https://careers-acme.icims.com/jobs/intro?in_iframe=1"></iframe>`, "icims:careers-acme"},
		{`<script src="https://jobs.ashbyhq.com/acme/embed"></script>`, "ashby:acme"},
		{`<div id="BambooHR" data-domain="acme.bamboohr.com" data-version="1.0.0"></div>`, "bamboohr:acme"},
		{`<script>fetch("https://api.lever.co/v0/postings/acme?mode=json").then(show)</script>`, "lever:acme"},
		{`<script>window.leverJobsOptions = {accountName: 'acme', includeCss: true};</script>`, "lever:acme"},
		{`<script>var u = 'https:\/\/apply.workable.com\/api\/v1\/widget\/accounts\/acme?details=true'</script>`, "workable:acme"},
		{`<link rel="alternate" type="application/rss+xml" href="/jobs.rss"><script src="https://assets.teamtailor-cdn.com/a.js"></script>`, "teamtailor:www.acme.example"},
		{`<script src="https://d.recruiteecdn.com/a.js"></script><a href="/o/vp">VP</a>`, "recruitee:www.acme.example"},
		{`<a href="https://jobs.lever.co/acme">Open roles</a>`, "lever:acme"},
		{`<a href="https://www.linkedin.com/company/acme">us</a><script src="https://www.greenhouse.io/x.js"></script>`, ""},
	} {
		var got []string
		for _, ref := range board.Embeds([]byte("<html><body><h1>Jobs</h1>"+c.page), "", "https://www.acme.example/jobs") {
			got = append(got, ref.String())
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %q, want %q", c.page, got, c.want)
		}
	}
}

func TestLinksThatLeadToPostings(t *testing.T) {
	// Links that are followed are marked with «».
	page := `<html><head><title>Careers at Acme</title></head><body>
		<nav><a href="/jobs/999-director">Director</a></nav><h1>Careers</h1>
		<a href="«/careers/vp-engineering»">VP Engineering</a>
		<a href="«/jobs/4711»">View job</a>
		<a href="«/jobs?gh_jid=4001»">Details</a>
		<a href="«?jobId=8812»">Apply today for this</a>
		<a href="«https://boards.greenhouse.io/other/jobs/4001»">Head of Data</a>
		<a href="«https://jobs.acme.example/position/director-platform-8»">Director, Platform</a>
		<a href="/careers">Careers</a> <a href="/careers/benefits">Benefits for every engineer</a> <a href="/blog/2026/staff-engineer">A staff engineer writes</a>
		<a href="/jobs/4711/apply">Apply as engineer</a> <a href="/team/vp-engineering">Our VP Engineering</a> <a href="/jobs/engineering">Engineering</a>
		<a href="https://news.example/jobs/engineer">An engineer in the news</a> <a href="mailto:jobs@acme.example">VP of mail</a> <a href="#top">Lead me up</a>
		<footer><a href="/jobs/1-engineer">Engineer</a></footer></body></html>`
	var want []string
	base, _ := url.Parse("https://www.acme.example/careers")
	for _, part := range strings.Split(page, "«")[1:] {
		href, _, _ := strings.Cut(part, "»")
		u, _ := base.Parse(href)
		if strings.Contains(href, "greenhouse") {
			u, _ = url.Parse("https://boards-api.greenhouse.io/v1/boards/other/jobs/4001?pay_transparency=true")
		}
		want = append(want, u.String())
	}
	page = strings.NewReplacer("«", "", "»", "").Replace(page)
	a, err := board.Parse(first(t, base.String()), []byte(page), "", board.MaxTags)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, q := range a.Next {
		got = append(got, q.URL)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestTheNextPageOfACareersPage(t *testing.T) {
	for _, c := range []struct{ links, want string }{
		{`<a rel="next" href="?page=2">older</a>`, "https://acme.example/careers?page=2"},
		{`<a href="?p=2">Next page</a>`, "https://acme.example/careers?p=2"},
		{`<a href="?page=1">1</a> <a href="?page=2">2</a> <a href="?page=3">3</a>`, "https://acme.example/careers?page=2"},
		{`<a href="/news?page=2">2</a>`, ""},
		{`<a rel="next" href="https://elsewhere.example/?page=2">Next</a>`, ""},
	} {
		page := `<h1>Careers</h1><a href="/careers/vp-engineering">VP Engineering</a>` + c.links
		a, err := board.Parse(first(t, "https://acme.example/careers"), []byte(page), "", board.MaxTags)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, q := range a.Next {
			if q.Kind == board.List {
				got = q.URL
			}
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.links, got, c.want)
		}
	}
}

func TestAPageThatOnlyLeadsOn(t *testing.T) {
	page := `<h1>Acme</h1><p>We make things.</p><a href="/about">About</a><a href="/company/careers">Join us</a><a href="/x">See our open positions</a>`
	r := first(t, "https://acme.example/")
	a, err := board.Parse(r, []byte(page), "", board.MaxTags)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, q := range a.Next {
		got = append(got, fmt.Sprint(q.Kind, q.Depth, " ", q.URL))
	}
	want := []string{"list 1 https://acme.example/company/careers", "list 1 https://acme.example/x"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	r.Depth = 2
	if a, _ := board.Parse(r, []byte(page), "", board.MaxTags); len(a.Next) > 0 || !strings.Contains(a.Incomplete, "no posting") {
		t.Errorf("two pages on: %v, %q", a.Next, a.Incomplete)
	}
}

func TestSitemapsLeadToPostingsOnly(t *testing.T) {
	r := first(t, "https://acme.example/sitemap.xml")
	xml := `<urlset><url><loc> https://acme.example/jobs/123-vp </loc></url><url><loc>https://acme.example/about</loc></url>
		<url><loc>https://boards.greenhouse.io/acme/jobs/7</loc></url><url><loc>https://acme.example/careers/director-of-data</loc></url><url></url></urlset>`
	var zipped bytes.Buffer
	z := gzip.NewWriter(&zipped)
	fmt.Fprint(z, xml)
	z.Close()
	for name, body := range map[string][]byte{"plain": []byte(xml), "gzipped": zipped.Bytes()} {
		a, err := board.Parse(r, body, "", board.MaxTags)
		if err != nil {
			t.Fatal(err)
		}
		want := "[web/acme.example/jobs/123-vp greenhouse/acme/7 web/acme.example/careers/director-of-data]"
		if got := fmt.Sprint(a.Listed); got != want || a.Incomplete != "" {
			t.Errorf("%s: %s, want %s; incomplete %q", name, got, want, a.Incomplete)
		}
	}
	index := `<sitemapindex><sitemap><loc>https://acme.example/s1.xml</loc></sitemap><sitemap><loc>https://elsewhere.example/s2.xml</loc></sitemap></sitemapindex>`
	a, err := board.Parse(r, []byte(index), "", board.MaxTags)
	if err != nil || len(a.Next) != 1 || a.Next[0].Kind != board.List || a.Incomplete == "" {
		t.Errorf("%+v, %v", a, err)
	}
	r.Depth = 9
	if a, _ := board.Parse(r, []byte(index), "", board.MaxTags); len(a.Next) > 0 {
		t.Errorf("an index of indexes without end is followed: %v", a.Next)
	}
}

func TestABombIsRefused(t *testing.T) {
	var bomb bytes.Buffer
	z := gzip.NewWriter(&bomb)
	zeros := make([]byte, 1<<20)
	for range 101 {
		z.Write(zeros)
	}
	z.Close()
	_, err := board.Parse(first(t, "https://acme.example/sitemap.xml.gz"), bomb.Bytes(), "", board.MaxTags)
	if err == nil || !strings.Contains(err.Error(), "unpacks to more than 100 MB") {
		t.Error(err)
	}
}

func TestAddressesOfAPostingThatMeanTheSame(t *testing.T) {
	page := []byte(`<html><head><title>VP</title><script type="application/ld+json">{"@type":"JobPosting","title":"VP","description":"Lead."}</script></head><body><h1>VP</h1><p>Lead.`)
	for _, address := range []string{
		"https://www.acme.example/jobs/1", "https://acme.example/jobs/1/", "https://ACME.example/jobs/1?utm_source=x&ref=y", "https://acme.example/jobs/1;jsessionid=AB12?gh_src=z#apply",
	} {
		a, err := board.Parse(first(t, address), page, "", board.MaxTags)
		if err != nil || len(a.Jobs) != 1 || a.Jobs[0].ID != "web/acme.example/jobs/1" {
			t.Errorf("%s: %v, %v", address, a.Jobs, err)
		}
	}
}

func TestPayAsSourcesStateIt(t *testing.T) {
	ld := func(pay string) board.Pay {
		page := `<html><script type="application/ld+json">{"@type":"JobPosting","title":"VP","description":"Lead.",` + pay + `}</script><body><h1>VP</h1><p>Lead.`
		a, err := board.Parse(first(t, "https://acme.example/jobs/1"), []byte(page), "", board.MaxTags)
		if err != nil || len(a.Jobs) != 1 {
			t.Fatal(pay, err)
		}
		return a.Jobs[0].Pay
	}
	words := func(s string) board.Pay {
		a, err := board.Parse(first(t, "bamboohr:acme#1"), []byte(fmt.Sprintf(`{"result":{"jobOpening":{"jobOpeningName":"VP","compensation":%q}}}`, s)), "", board.MaxTags)
		if err != nil || len(a.Jobs) != 1 {
			t.Fatal(s, err)
		}
		return a.Jobs[0].Pay
	}
	for _, c := range []struct {
		name string
		got  board.Pay
		want board.Pay
	}{
		{"a range", ld(`"baseSalary":{"currency":"EUR","value":{"minValue":100000,"maxValue":120000,"unitText":"YEAR"}}`), board.Pay{Min: 100000, Max: 120000, Currency: "EUR", Per: "year", Text: "EUR 100000 - 120000 YEAR"}},
		{"one amount, as text", ld(`"baseSalary":{"currency":"usd","value":{"value":"25.5","unitText":"HOUR"}}`), board.Pay{Min: 25.5, Max: 25.5, Currency: "USD", Per: "hour", Text: "USD 25.5 HOUR"}},
		{"an amount without a value", ld(`"baseSalary":{"currency":"GBP","minValue":"50000","unitText":"ANNUM"}`), board.Pay{Min: 50000, Currency: "GBP", Per: "year", Text: "GBP 50000 ANNUM"}},
		{"a bare number", ld(`"baseSalary":90000,"salaryCurrency":"CHF"`), board.Pay{Min: 90000, Max: 90000, Currency: "CHF", Text: "CHF 90000"}},
		{"words", ld(`"baseSalary":"$120k - $150k per year"`), board.Pay{Min: 120000, Max: 150000, Currency: "USD", Per: "year", Text: "$120k - $150k per year"}},
		{"nothing", ld(`"baseSalary":{"currency":"EUR","value":{"minValue":0,"maxValue":0}}`), board.Pay{}},
		{"below nothing", ld(`"baseSalary":{"currency":"EUR","value":-1}`), board.Pay{}},
		{"by the hour", words("$24 per hour"), board.Pay{Min: 24, Max: 24, Currency: "USD", Per: "hour", Text: "$24 per hour"}},
		{"with fractions", words("€1.234,50 - €2.000,00 monthly"), board.Pay{Min: 1234.5, Max: 2000, Currency: "EUR", Per: "month", Text: "€1.234,50 - €2.000,00 monthly"}},
		{"in Canada", words("C$90,000–110,000 a year"), board.Pay{Min: 90000, Max: 110000, Currency: "CAD", Per: "year", Text: "C$90,000–110,000 a year"}},
		{"a share is no pay", words("10% bonus"), board.Pay{}},
		{"a promise is no pay", words("Competitive"), board.Pay{}},
	} {
		if c.got != c.want {
			t.Errorf("%s: %+v, want %+v", c.name, c.got, c.want)
		}
	}
}

func TestAPartOfAListIsPagedAsThatPart(t *testing.T) {
	r := first(t, "workday:acme.wd5/External")
	r.Body = strings.Replace(r.Body, `{}`, `{"country":["no"]}`, 1)
	a, err := board.Parse(r, []byte(`{"total":2,"jobPostings":[{"title":"VP","externalPath":"/job/Oslo/VP_R-1"}]}`), "", board.MaxTags)
	if err != nil || len(a.Next) != 2 || a.Next[1].Body != `{"appliedFacets":{"country":["no"]},"limit":20,"offset":1,"searchText":""}` {
		t.Errorf("%+v, %v", a.Next, err)
	}
}

func TestPostingsInTheDataOfADrawnPage(t *testing.T) {
	page := `<html><title>Careers</title><div id="__next"></div><script id="__NEXT_DATA__" type="application/json">{"props":{"nav":[{"title":"About","url":"/about"}],"jobs":[
		{"id":1,"title":"VP of Engineering","url":"/careers/vp-of-engineering"},{"id":2,"title":"Director of Data","url":"/careers/director-of-data"}]}}</script>`
	a, err := board.Parse(first(t, "https://acme.example/careers"), []byte(page), "", board.MaxTags)
	if err != nil || len(a.Next) != 2 || a.Next[1].URL != "https://acme.example/careers/director-of-data" || a.Next[1].ID != "web/acme.example/careers/director-of-data" {
		t.Errorf("%+v, %v", a, err)
	}
}

func TestRecordsOfUnknownBoards(t *testing.T) {
	r := first(t, "https://api.acme.example/v2/postings")
	a, err := board.Parse(r, []byte(`{"company":"Acme","result":{"items":[
		{"Id": 7, "JobTitle": "VP of Engineering", "jobUrl": "/postings/7", "workplace_type": "remote", "location": {"name": "Oslo"}, "description": "<p>Lead all.</p>",
		 "benefits_header": "What we give", "benefits": "<ul><li>Time</li></ul>", "compensation_minimum": 90000, "compensation_maximum": 100000, "compensation_currency": "EUR", "compensation_frequency": "year"},
		{"Id": 8, "JobTitle": "Director", "jobUrl": "/postings/8"},
		{"note": "no posting"}]}}`), "", board.MaxTags)
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Jobs) != 1 || len(a.Next) != 1 || a.Next[0].URL != "https://api.acme.example/postings/8" {
		t.Fatalf("%+v", a)
	}
	j := a.Jobs[0]
	got := []string{string(j.ID), j.Title, j.Company, j.Location, j.Workplace, j.Text, j.Pay.Text, j.Fields["title"]}
	want := []string{"web/api.acme.example/postings/7", "VP of Engineering", "Acme", "Oslo", "remote", "Lead all.\n\nWhat we give\n\n- Time", "EUR 90000 - 100000 year", "record jobtitle"}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestRecordsAreTheListNotWhatStandsAroundIt(t *testing.T) {
	for name, body := range map[string]string{
		"beside the company": `{"company":{"name":"Acme","url":"https://acme.example"},"jobs":[{"title":"VP","url":"/jobs/1","description":"Lead all."}]}`,
		"one alone":          `{"title":"VP","description":"Lead all."}`,
		"JSON:API":           `{"data":[{"id":"1","type":"jobs","attributes":{"title":"VP","body":"<p>Lead all.</p>"}}]}`,
		"XML":                `<source><publisher>x</publisher><job><title><![CDATA[VP]]></title><url>/jobs/1</url><description>&lt;p&gt;Lead all.</description></job></source>`,
	} {
		a, err := board.Parse(first(t, "https://api.acme.example/v1"), []byte(body), "", board.MaxTags)
		if err != nil || len(a.Jobs) != 1 || a.Jobs[0].Title != "VP" || a.Jobs[0].Text != "Lead all." {
			t.Errorf("%s: %+v, %v", name, a.Jobs, err)
		}
	}
}

func TestAPageWithSeveralPostingsInItsMarks(t *testing.T) {
	long := strings.Repeat("You will lead people who lead people. ", 20)
	page := fmt.Sprintf(`<html><title>Jobs</title><script type="application/ld+json">{"@type":"ItemList","itemListElement":[
		{"@type":"ListItem","item":{"@type":"JobPosting","title":"VP","url":"/jobs/1","description":%q}},
		{"@type":"ListItem","item":{"@type":"JobPosting","title":"Director","url":"/jobs/2","description":"Short."}},
		{"@type":"ListItem","item":{"@type":"JobPosting","title":"Lead","identifier":"L3","description":%q}}]}</script><h1>Jobs</h1>`, long, long)
	a, err := board.Parse(first(t, "https://acme.example/jobs"), []byte(page), "", board.MaxTags)
	if err != nil || len(a.Jobs) != 2 || len(a.Next) != 1 {
		t.Fatalf("%+v, %v", a, err)
	}
	if got, want := fmt.Sprint(a.Listed), "[web/acme.example/jobs/1 web/acme.example/jobs/2 web/acme.example/jobs#L3]"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestAnUnlistedPostingIsNeitherKeptNorListed(t *testing.T) {
	a, err := board.Parse(first(t, "ashby:acme"), []byte(`{"jobs":[{"id":"a","title":"VP","isListed":false},{"id":"b","title":"Director","isListed":true},{"id":"c","title":"Lead"}]}`), "", board.MaxTags)
	if err != nil || len(a.Jobs) != 2 || fmt.Sprint(a.Listed) != "[ashby/acme/b ashby/acme/c]" {
		t.Errorf("%+v, %v", a, err)
	}
}

func TestAPostingThatNamesLittleIsKeptAndSaysSo(t *testing.T) {
	a, err := board.Parse(first(t, "lever:acme"), []byte(`[{"text":"VP"},{"id":"b"},null,7,"x",{"id":"c","text":{"a":1},"lists":"no","categories":[]}]`), "", board.MaxTags)
	if err != nil {
		t.Fatal(err)
	}
	for _, j := range a.Jobs {
		if j.ID == "" || !slices.Contains(j.Notes, "the source gives no text") {
			t.Errorf("%q: notes %q", j.ID, j.Notes)
		}
	}
	if len(a.Jobs) == 0 || a.Jobs[0].Title != "VP" {
		t.Errorf("%+v", a.Jobs)
	}
}

func TestAClosedPostingIsSaidToBeClosed(t *testing.T) {
	for source, body := range map[string]string{
		"workable:acme#A":               `{"shortcode":"A","title":"VP","state":"closed"}`,
		"bamboohr:acme#1":               `{"result":{"jobOpening":{"jobOpeningName":"VP","jobOpeningStatus":"Closed"}}}`,
		"workday:acme.wd5/X#Oslo/V_R-1": `{"jobPostingInfo":{"title":"VP","posted":false}}`,
		"https://acme.example/jobs/1":   `<html><title>Job closed</title><h1>This position has been filled</h1><p>Thank you.`,
	} {
		a, err := board.Parse(first(t, source), []byte(body), "", board.MaxTags)
		if err != nil || len(a.Jobs) != 1 || !a.Jobs[0].Closed {
			t.Errorf("%s: %+v, %v", source, a.Jobs, err)
		}
	}
}
