package board

import (
	"cmp"
	"net/url"
	"strings"
)

// recruitee reads the offers of a Recruitee careers site: one answer. A token
// is a subdomain of recruitee.com, or the host of a company's own domain.
type recruitee struct{}

func (recruitee) Name() string { return "recruitee" }

func (b recruitee) Match(u *url.URL) (Ref, bool) {
	t, ok := subdomain(hostOf(u), "recruitee.com")
	return ref(b, t, after(segments(u), "o")), ok
}

func (recruitee) Start(r Ref) []Request {
	at := "https://" + hostFor(r.Token, "recruitee.com") + "/api/offers/"
	return start(r, func(r Ref, name string) Request {
		q := detail(r, name, at+url.PathEscape(name))
		q.ID = "" // an address names an offer by its words, its answer by its number
		return q
	}, get(r, List, at))
}

func (b recruitee) Parse(r Request, body []byte, contentType string) (Answer, error) {
	offer := func(r Request, v value) *Job { return b.job(r, v.get("offer")) }
	return readAPI(r, body, contentType, "offers", offer, func(_ value, rows []value) Answer {
		l := newListing(r, 0)
		for _, e := range rows {
			if s := e.get("status").str(); s != "" && s != "published" {
				l.leave(e.get("id").line(), "")
			} else {
				l.add(b.job(r, e))
			}
		}
		return l.whole()
	})
}

func (recruitee) job(r Request, v value) *Job {
	j := newJob(v.get("id").line())
	j.fill(v, "api", "title=title company=company_name url=careers_url apply=careers_apply_url hybrid=hybrid remote=remote on-site=on_site")
	j.company(r.Token, "address")
	for _, l := range v.get("locations").list() {
		j.place("api locations", cmp.Or(l.get("city").str(), l.get("name").str()), l.get("state").str(), l.get("country").str())
	}
	if len(j.Locations) == 0 {
		j.location(v.get("location").str(), "api location")
		j.place("api city", v.get("city").str(), v.get("country").str())
	}
	employment, _, _ := strings.Cut(v.get("employment_type_code").str(), "_")
	j.employment(employment, "api employment_type_code")
	j.fill(v, "api", "department=department posted=published_at posted=created_at until=close_at text=description text=requirements")
	if j.Text == "" { // in another language only
		if m, ok := v.get("translations").v.(map[string]any); ok {
			for _, k := range sortedKeys(m) {
				t := v.get("translations", k)
				if j.Text == "" {
					j.title(t.get("title").str(), "api translations")
					j.text("", t.get("description").str(), "api translations")
					j.text("", t.get("requirements").str(), "api translations")
				}
			}
		}
	}
	s := v.get("salary")
	j.pay(s.get("min").num(), s.get("max").num(), s.get("currency").str(), s.get("period").str(), "", "api salary")
	return j
}
