package board

import (
	"cmp"
	"fmt"
	"net/url"
	"slices"
	"strings"
)

// smartRecruiters reads the Posting API of SmartRecruiters: pages of a list
// without texts, then each posting. Its creator is not read: that is whoever wrote
// the posting, not whom the job reports to.
type smartRecruiters struct{}

func (smartRecruiters) Name() string { return "smartrecruiters" }

func (b smartRecruiters) Match(u *url.URL) (Ref, bool) {
	p := segments(u)
	switch hostOf(u) {
	case "api.smartrecruiters.com":
		t := after(p, "companies")
		return ref(b, t, after(p, "postings")), isToken(t)
	case "jobs.smartrecruiters.com", "careers.smartrecruiters.com":
		if len(p) == 0 || !isToken(p[0]) || p[0] == "ni" || p[0] == "oneclick-ui" {
			return Ref{}, false
		}
		posting := ""
		if len(p) > 1 {
			posting, _, _ = strings.Cut(p[1], "-") // 743999671674844-title
		}
		return ref(b, p[0], posting), true
	}
	return Ref{}, false
}

func (b smartRecruiters) Start(r Ref) []Request {
	return start(r, b.detail, b.list(r, 0))
}

func (smartRecruiters) list(r Ref, offset int) Request {
	return get(r, List, fmt.Sprintf("https://api.smartrecruiters.com/v1/companies/%s/postings?limit=100&offset=%d", r.Token, offset))
}

func (smartRecruiters) detail(r Ref, number string) Request {
	return detail(r, number, "https://api.smartrecruiters.com/v1/companies/"+r.Token+"/postings/"+url.PathEscape(number))
}

func (b smartRecruiters) Parse(r Request, body []byte, contentType string) (Answer, error) {
	return readAPI(r, body, contentType, "content", b.job, func(v value, rows []value) Answer {
		l := newListing(r, v.get("totalFound").int()).details(rows, b.detail, b.job)
		return l.paged(func(offset int) Request { return b.list(r.Ref, offset) })
	})
}

func (smartRecruiters) job(r Request, v value) *Job {
	j := newJob(v.get("id").line())
	j.fill(v, "api", "title=name company=company.name url=postingUrl apply=applyUrl location=location.fullLocation hybrid=location.hybrid remote=location.remote")
	j.company(r.Token, "address")
	if j.URL == "" && j.Number != "" {
		j.url("https://jobs.smartrecruiters.com/"+r.Token+"/"+j.Number, "address")
	}
	if where := v.get("location"); len(j.Locations) == 0 {
		j.place("api location", where.get("city").str(), where.get("region").str(), where.get("country").str())
	}
	j.fill(v, "api", "employment=typeOfEmployment department=department posted=releasedDate")
	sections := v.get("jobAd", "sections")
	for _, s := range smartSections {
		part := sections.get(s.key)
		if part.isObject() {
			j.text(cmp.Or(part.get("title").str(), s.heading), part.get("text").str(), "api jobAd.sections")
		} else {
			j.text(s.heading, part.str(), "api jobAd.sections")
		}
	}
	if m, ok := sections.v.(map[string]any); ok {
		for _, k := range sortedKeys(m) {
			if !slices.ContainsFunc(smartSections, func(s struct{ key, heading string }) bool { return s.key == k }) {
				j.text(sections.get(k, "title").str(), sections.get(k, "text").str(), "api jobAd.sections")
			}
		}
	}
	pay := v.get("compensation", "salary")
	if !pay.isObject() {
		pay = v.get("compensation")
	}
	j.pay(pay.get("min").num(), pay.get("max").num(), pay.get("currency").str(), pay.get("period").str(), "", "api compensation")
	return j
}

// smartSections are the sections of a posting in the order of its page; others
// follow by name.
var smartSections = []struct{ key, heading string }{
	{"companyDescription", "Company Description"}, {"jobDescription", "Job Description"},
	{"qualifications", "Qualifications"}, {"additionalInformation", "Additional Information"},
}
