package board

import (
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
	if !isToken(r.Token) {
		return nil
	}
	at := "https://" + hostFor(r.Token, "recruitee.com") + "/api/offers/"
	if r.Posting != "" {
		q := detail(r, r.Posting, at+url.PathEscape(r.Posting))
		q.ID = "" // an address names an offer by its words, its answer by its number
		return []Request{q}
	}
	return []Request{get(r, List, at)}
}

func (b recruitee) Parse(r Request, body []byte, contentType string) (Answer, error) {
	v, err := decodeJSON(r.Board, body, contentType)
	if err != nil {
		return Answer{}, err
	}
	if r.Kind == Detail {
		return one(r, b.job(r, v.get("offer")))
	}
	if !v.has("offers") {
		return Answer{}, noList(r, "offers")
	}
	l := newListing(r, 0)
	for _, e := range v.get("offers").list() {
		if s := e.get("status").str(); s != "" && s != "published" {
			l.leave(e.get("id").line(), "")
			continue
		}
		l.add(b.job(r, e))
	}
	return l.whole(), nil
}

func (recruitee) job(r Request, v value) *Job {
	j := newJob(v.get("id").line())
	j.title(v.get("title").str(), "api title")
	j.company(v.get("company_name").str(), "api company_name")
	j.company(r.Token, "address")
	j.url(v.get("careers_url").str(), "api careers_url")
	j.apply(v.get("careers_apply_url").str(), "api careers_apply_url")
	for _, l := range v.get("locations").list() {
		city := l.get("city").str()
		if city == "" {
			city = l.get("name").str()
		}
		j.place("api locations", city, l.get("state").str(), l.get("country").str())
	}
	if len(j.Locations) == 0 {
		j.location(v.get("location").str(), "api location")
		j.place("api city", v.get("city").str(), v.get("country").str())
	}
	for _, w := range []struct{ flag, word string }{{"hybrid", "hybrid"}, {"remote", "remote"}, {"on_site", "on-site"}} {
		if v.get(w.flag).is() {
			j.workplace(w.word, "api "+w.flag)
		}
	}
	employment, _, _ := strings.Cut(v.get("employment_type_code").str(), "_")
	j.employment(employment, "api employment_type_code")
	j.department(v.get("department").str(), "api department")
	j.posted(v.get("published_at").time(), "api published_at")
	j.posted(v.get("created_at").time(), "api created_at")
	j.validThrough(v.get("close_at").time(), "api close_at")
	j.text("", v.get("description").str(), "api description")
	j.text("", v.get("requirements").str(), "api requirements")
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
