package board

import (
	"cmp"
	"net/url"
	"strings"
)

// bambooHR reads the careers pages of BambooHR: a list without texts, then
// each posting.
type bambooHR struct{}

func (bambooHR) Name() string { return "bamboohr" }

func (b bambooHR) Match(u *url.URL) (Ref, bool) {
	t, ok := subdomain(hostOf(u), "bamboohr.com")
	p := segments(u)
	posting := after(p, "careers")
	if posting == "list" {
		posting = ""
	}
	if len(p) > 1 && p[0] == "jobs" && p[1] == "view.php" {
		posting = u.Query().Get("id")
	}
	return ref(b, t, posting), ok
}

func (b bambooHR) Start(r Ref) []Request {
	return start(r, b.detail, get(r, List, "https://"+hostFor(r.Token, "bamboohr.com")+"/careers/list"))
}

func (bambooHR) detail(r Ref, number string) Request {
	return detail(r, number, "https://"+hostFor(r.Token, "bamboohr.com")+"/careers/"+url.PathEscape(number)+"/detail")
}

func (b bambooHR) Parse(r Request, body []byte, contentType string) (Answer, error) {
	opening := func(r Request, v value) *Job { return b.job(r, v.get("result", "jobOpening")) }
	return readAPI(r, body, contentType, "result", opening, func(v value, rows []value) Answer {
		return newListing(r, v.get("meta", "totalCount").int()).details(rows, b.detail, b.job).whole()
	})
}

func (bambooHR) job(r Request, v value) *Job {
	j := newJob(r.Posting)
	j.company(r.Token, "address")
	j.fill(v, "api", "title=jobOpeningName url=jobOpeningShareUrl employment=employmentStatusLabel department=departmentLabel posted=datePosted text=description")
	if r.Posting != "" {
		j.url("https://"+hostFor(r.Token, "bamboohr.com")+"/careers/"+url.PathEscape(r.Posting), "address")
	}
	j.apply(j.URL, j.Fields["url"])
	for _, k := range []string{"location", "atsLocation"} {
		l := v.get(k)
		if len(j.Locations) == 0 {
			j.place("api "+k, l.get("city").str(), cmp.Or(l.get("state").str(), l.get("province").str()), cmp.Or(l.get("addressCountry").str(), l.get("country").str()))
		}
	}
	j.workplace(map[string]string{"0": "on-site", "1": "remote", "2": "hybrid"}[v.get("locationType").str()], "api locationType")
	j.fill(v, "api", "remote=isRemote")
	j.payWords(v.get("compensation").str(), "api compensation")
	s := v.get("jobOpeningStatus").str()
	j.Closed = s != "" && !strings.EqualFold(s, "open")
	return j
}
