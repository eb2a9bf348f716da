package board

import (
	"net/url"
	"strings"
)

// personio reads the XML of a Personio careers site: one answer, English texts
// where there are some. A token is a subdomain of jobs.personio.de, or a host
// of jobs.personio.com.
type personio struct{}

func (personio) Name() string { return "personio" }

func (b personio) Match(u *url.URL) (Ref, bool) {
	host := hostOf(u)
	posting := after(segments(u), "job")
	if t, ok := subdomain(host, "jobs.personio.de"); ok {
		return ref(b, t, posting), true
	}
	_, ok := subdomain(host, "jobs.personio.com")
	return ref(b, host, posting), ok
}

func (personio) Start(r Ref) []Request {
	q := get(r, List, "https://"+hostFor(r.Token, "jobs.personio.de")+"/xml?language=en")
	q.Header["Accept"] = "application/xml"
	return start(r, nil, q)
}

func (b personio) Parse(r Request, body []byte, _ string) (Answer, error) {
	name, v, err := decodeXML(r.Board, body)
	if err != nil {
		return Answer{}, err
	}
	if name != "workzag-jobs" {
		return Answer{}, noList(r, "workzag-jobs")
	}
	l := newListing(r, 0)
	for _, e := range v.get("position").list() {
		l.addByPage(b.job(r, e)) // one that is written in another language only has no text here
	}
	return l.whole(), nil
}

func (personio) job(r Request, v value) *Job {
	j := newJob(v.get("id").line())
	j.fill(v, "api", "title=name company=subcompany location=office department=department posted=createdAt")
	company, _, _ := strings.Cut(r.Token, ".")
	j.company(company, "address")
	if j.Number != "" {
		at := "https://" + hostFor(r.Token, "jobs.personio.de") + "/job/" + url.PathEscape(j.Number)
		j.url(at, "address")
		j.apply(at+"#apply", "address")
	}
	for _, o := range v.get("additionalOffices", "office").list() {
		j.location(o.str(), "api additionalOffices")
	}
	switch e := v.get("employmentType").str(); e {
	case "intern", "trainee", "freelance", "temporary", "working_student":
		j.employment(e, "api employmentType")
	}
	j.fill(v, "api", "employment=schedule")
	for _, d := range v.get("jobDescriptions", "jobDescription").list() {
		j.text(d.get("name").str(), d.get("value").str(), "api jobDescriptions")
	}
	return j
}
