package board

import (
	"cmp"
	"fmt"
	"net/url"
	"strings"
)

// lever reads the Postings API of Lever. Duties and requirements stand in
// lists beside the description. A token "eu/acme" is of its European instance.
type lever struct{}

func (lever) Name() string { return "lever" }

func (b lever) Match(u *url.URL) (Ref, bool) {
	p := segments(u)
	host := hostOf(u)
	if host == "api.lever.co" || host == "api.eu.lever.co" {
		if len(p) < 3 || p[1] != "postings" {
			return Ref{}, false
		}
		p = p[2:]
	} else if host != "jobs.lever.co" && host != "jobs.eu.lever.co" {
		return Ref{}, false
	}
	if len(p) == 0 || !isToken(p[0]) {
		return Ref{}, false
	}
	token := p[0]
	if strings.Contains(host, ".eu.") {
		token = "eu/" + token
	}
	return ref(b, token, after(p, p[0])), true
}

func (lever) base(token string) (string, bool) {
	if t, eu := strings.CutPrefix(token, "eu/"); eu {
		return "https://api.eu.lever.co/v0/postings/" + t, isToken(t)
	}
	return "https://api.lever.co/v0/postings/" + token, isToken(token)
}

func (b lever) Start(r Ref) []Request {
	base, ok := b.base(r.Token)
	if !ok {
		return nil
	}
	if r.Posting != "" {
		return []Request{detail(r, r.Posting, base+"/"+url.PathEscape(r.Posting)+"?mode=json")}
	}
	return []Request{b.list(r, 0)}
}

func (b lever) list(r Ref, offset int) Request {
	base, _ := b.base(r.Token)
	return get(r, List, fmt.Sprintf("%s?mode=json&skip=%d&limit=100", base, offset))
}

func (b lever) Parse(r Request, body []byte, contentType string) (Answer, error) {
	v, err := decodeJSON(r.Board, body, contentType)
	if err != nil {
		return Answer{}, err
	}
	if r.Kind == Detail {
		return one(r, b.job(r, v))
	}
	if v.isObject() {
		return Answer{}, fmt.Errorf("%s: want a list, got an object (%s): the board may be gone", r.Ref, cmp.Or(v.get("error").line(), "no error given"))
	}
	l := newListing(r, 0)
	for _, e := range v.list() {
		l.add(b.job(r, e))
	}
	return l.paged(func(offset int) Request { return b.list(r.Ref, offset) }), nil
}

func (lever) job(r Request, v value) *Job {
	j := newJob(v.get("id").line())
	j.company(strings.TrimPrefix(r.Token, "eu/"), "address")
	j.fill(v, "api", "title=text url=hostedUrl apply=applyUrl locations=categories.allLocations location=categories.location")
	j.fill(v, "api", "department=categories.department department=categories.team employment=categories.commitment workplace=workplaceType posted=createdAt")
	for _, texts := range []string{"text=description", "text=opening text=descriptionBody", "text=descriptionPlain"} {
		if j.Text == "" {
			j.fill(v, "api", texts)
		}
	}
	for _, l := range v.get("lists").list() {
		j.text(l.get("text").str(), "<ul>"+unescaped(l.get("content").str())+"</ul>", "api lists")
	}
	j.text("", cmp.Or(strings.TrimSpace(v.get("additional").str()), v.get("additionalPlain").str()), "api additional")
	s := v.get("salaryRange")
	j.pay(s.get("min").num(), s.get("max").num(), s.get("currency").str(), s.get("interval").str(), "", "api salaryRange")
	j.payWords(v.get("salaryDescriptionPlain").str(), "api salaryDescription")
	return j
}
