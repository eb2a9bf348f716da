package board

import (
	"cmp"
	"encoding/json"
	"net/url"
	"strings"
)

// workable reads the API behind Workable's job pages: a list by POST whose pages
// hang on tokens, then each posting. It also reads the answer of the older widget,
// which names a posting once for each place.
type workable struct{}

func (workable) Name() string { return "workable" }

func (b workable) Match(u *url.URL) (Ref, bool) {
	p := segments(u)
	host := hostOf(u)
	if host == "apply.workable.com" {
		t := after(p, "accounts")
		if len(p) > 0 && t == "" && p[0] != "api" && p[0] != "j" {
			t = p[0]
		}
		return ref(b, t, cmp.Or(after(p, "j"), after(p, "jobs"))), isToken(t)
	}
	t, ok := subdomain(host, "workable.com")
	return ref(b, t, after(p, "j")), ok && t != "jobs" && t != "apply"
}

func (b workable) Start(r Ref) []Request {
	return start(r, b.detail, b.list(r, ""))
}

func (workable) list(r Ref, token string) Request {
	body := `{"query":"","location":[],"department":[],"worktype":[],"remote":[]`
	if token != "" {
		s, _ := json.Marshal(token) // strings can be
		body += `,"token":` + string(s)
	}
	return post(r, "https://apply.workable.com/api/v3/accounts/"+r.Token+"/jobs", body+"}")
}

func (workable) detail(r Ref, number string) Request {
	return detail(r, number, "https://apply.workable.com/api/v2/accounts/"+r.Token+"/jobs/"+url.PathEscape(number))
}

func (b workable) Parse(r Request, body []byte, contentType string) (Answer, error) {
	v, err := decodeJSON(r.Board, body, contentType)
	if err != nil {
		return Answer{}, err
	}
	if r.Kind == Detail {
		return one(r, b.job(r, v, ""))
	}
	rows := v.get("results")
	if !v.has("results") {
		if rows = v.get("jobs"); !v.has("jobs") {
			return Answer{}, noList(r, "results")
		}
	}
	company := v.get("name").str()
	l := newListing(r, v.get("total").int())
	for _, e := range rows.list() {
		j := b.job(r, e, company)
		switch {
		case e.get("isInternal").is():
			l.leave(j.Number, "")
		case j.Text == "" && j.Number != "":
			l.behind(j.Number, b.detail(r.Ref, j.Number))
		default:
			l.add(j)
		}
	}
	token := v.get("nextPage").str()
	if token == "" {
		return l.whole(), nil
	}
	total := l.a.Total
	l.a.Total = 0 // the token alone says whether there is more
	a := l.paged(func(int) Request { return b.list(r.Ref, token) })
	a.Total = total
	return a, nil
}

func (workable) job(r Request, v value, company string) *Job {
	j := newJob(v.get("shortcode").line())
	j.company(company, "api name")
	j.company(r.Token, "address")
	j.fill(v, "api", "title=title url=url apply=application_url workplace=workplace")
	if j.Number != "" {
		at := "https://apply.workable.com/" + r.Token + "/j/" + url.PathEscape(j.Number) + "/"
		j.url(at, "address")
		j.apply(at+"apply/", "address")
	}
	for _, p := range append(v.get("locations").list(), v.get("location")) {
		if !p.get("hidden").is() {
			j.place("api locations", p.get("city").str(), p.get("region").str(), p.get("country").str())
		}
	}
	if len(j.Locations) == 0 {
		j.place("api city, country", v.get("city").str(), v.get("state").str(), v.get("country").str())
	}
	if v.get("remote").is() || v.get("telecommuting").is() {
		j.workplace("remote", "api remote")
	}
	j.fill(v, "api", "employment=type employment=employment_type department=department posted=published posted=published_on text=description")
	j.text("Requirements", v.get("requirements").str(), "api requirements")
	j.text("Benefits", v.get("benefits").str(), "api benefits")
	pay := v.get("salary")
	j.pay(pay.get("salary_from").num(), pay.get("salary_to").num(), pay.get("salary_currency").str(), "year", "", "api salary")
	j.Closed = strings.EqualFold(v.get("state").str(), "closed") || strings.EqualFold(v.get("state").str(), "archived")
	return j
}
