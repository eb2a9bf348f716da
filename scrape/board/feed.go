package board

import (
	"cmp"
	"net/url"
	"strings"

	"rung/corpus"
	"rung/corpus/page"
)

// feed reads RSS 1 and 2 and Atom. An entry whose text is a summary is asked
// for at its link.
func (b web) feed(r Request, root string, v value) Answer {
	base, err := url.Parse(r.URL)
	if err != nil {
		return Answer{}
	}
	entries, company := v.get("channel", "item").list(), v.get("channel", "title").line()
	switch root {
	case "feed":
		entries, company = v.get("entry").list(), v.get("title").line()
	case "RDF":
		entries = v.get("item").list()
	}
	l := newListing(r, 0)
	for _, e := range entries {
		j := feedJob(e, base)
		if u, err := url.Parse(j.URL); err == nil && j.URL != "" && isSummary(e, j.Text) {
			q := entry(r, u)
			l.behind(string(q.ID), q)
			continue
		}
		j.company(company, "feed title")
		l.add(j)
	}
	l.a.Incomplete = "a feed may hold its latest entries only"
	if l.n == 0 {
		l.a.Notes = append(l.a.Notes, "the feed has no entries")
	}
	return l.whole()
}

// isSummary reports whether an entry gives only the beginning of its text.
func isSummary(e value, text string) bool {
	for _, k := range append([]string{"encoded", "content"}, feedParts...) {
		if e.get(k).str() != "" {
			return false
		}
	}
	return len(text) < 600 && !strings.Contains(text, "\n- ") || strings.HasSuffix(text, "…") || strings.HasSuffix(text, "...")
}

// feedParts are what a feed of jobs keeps apart from the description.
var feedParts = []string{"examplesofduties", "responsibilities", "qualifications", "requirements", "supplementalinformation", "benefits"}

func feedJob(e value, base *url.URL) *Job {
	j := newJob("")
	j.fill(e, "feed", "title=title company=company locations=location locations=locations locations=city department=department") // its author is a person
	j.fill(e, "feed", "posted=pubDate posted=published posted=date posted=updated")
	for _, l := range e.get("link").list() {
		if rel := l.get("@rel").str(); rel == "" || rel == "alternate" {
			href := cmp.Or(l.get("@href").str(), l.line())
			if u, err := base.Parse(href); err == nil && href != "" {
				j.url(u.String(), "feed link")
			}
		}
	}
	j.url(e.get("guid").line(), "feed guid")
	if u, err := url.Parse(j.URL); err == nil && j.URL != "" {
		j.ID = webID(u)
	}
	for _, k := range []string{"jobId", "identifier", "guid", "id"} {
		j.Number = cmp.Or(j.Number, e.get(k).line())
	}
	for _, k := range []string{"encoded", "content", "description", "summary"} {
		if j.Text == "" {
			j.fill(e, "feed", "text="+k)
		}
	}
	for _, k := range feedParts {
		if t := corpus.Normalize(page.HTMLToText(e.get(k).str())); t != "" && !strings.Contains(j.Text, t) {
			j.text("", t, "feed "+k)
		}
	}
	j.pay(e.get("minimumSalary").num(), e.get("maximumSalary").num(), e.get("salaryCurrency").str(), e.get("salaryInterval").str(), "", "feed salary")
	return j
}
