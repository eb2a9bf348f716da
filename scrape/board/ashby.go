package board

import (
	"net/url"
	"strings"
)

// ashby reads the posting API of Ashby: one answer that holds everything. A
// posting that is not listed is for those who have its link, and is left out.
type ashby struct{}

func (ashby) Name() string { return "ashby" }

func (b ashby) Match(u *url.URL) (Ref, bool) {
	p := segments(u)
	switch hostOf(u) {
	case "api.ashbyhq.com":
		t := after(p, "job-board")
		return ref(b, t, ""), isName(t)
	case "jobs.ashbyhq.com":
		if len(p) > 0 && isName(p[0]) {
			posting := u.Query().Get("ashby_jid")
			if len(p) > 1 && p[1] != "embed" {
				posting = p[1]
			}
			return ref(b, p[0], posting), true
		}
	}
	return Ref{}, false
}

// isName is isToken for a board whose names may hold spaces.
func isName(s string) bool { return isToken(strings.ReplaceAll(s, " ", "")) }

func (ashby) Start(r Ref) []Request {
	if !isName(r.Token) {
		return nil
	}
	return []Request{get(r, List, "https://api.ashbyhq.com/posting-api/job-board/"+url.PathEscape(r.Token)+"?includeCompensation=true")}
}

func (b ashby) Parse(r Request, body []byte, contentType string) (Answer, error) {
	return readAPI(r, body, contentType, "jobs", nil, func(_ value, rows []value) Answer {
		l := newListing(r, 0)
		for _, e := range rows {
			if e.get("isListed").isFalse() {
				l.leave(e.get("id").line(), "")
			} else {
				l.add(b.job(r, e))
			}
		}
		return l.whole()
	})
}

func (ashby) job(r Request, v value) *Job {
	j := newJob(v.get("id").line())
	j.company(r.Token, "address")
	j.fill(v, "api", "title=title url=jobUrl apply=applyUrl location=location")
	for _, s := range v.get("secondaryLocations").list() {
		if s.isObject() {
			s = s.get("location")
		}
		j.location(s.str(), "api secondaryLocations")
	}
	if a := v.get("address", "postalAddress"); len(j.Locations) == 0 {
		j.place("api address", a.get("addressLocality").str(), a.get("addressRegion").str(), a.get("addressCountry").str())
	}
	j.fill(v, "api", "workplace=workplaceType remote=isRemote employment=employmentType department=department department=team posted=publishedAt text=descriptionHtml")
	if j.Text == "" {
		j.fill(v, "api", "text=descriptionPlain")
	}
	c := v.get("compensation")
	parts := c.get("summaryComponents").list()
	for _, t := range c.get("compensationTiers").list() {
		parts = append(parts, t.get("components").list()...)
	}
	words := c.get("compensationTierSummary").str()
	for _, p := range parts {
		if p.get("compensationType").str() == "Salary" {
			j.pay(p.get("minValue").num(), p.get("maxValue").num(), p.get("currencyCode").str(), p.get("interval").str(), words, "api compensation")
		}
	}
	j.payWords(c.get("scrapeableCompensationSalarySummary").str(), "api compensation")
	return j
}
