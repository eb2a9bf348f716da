package board

import (
	"bytes"
	"cmp"
	"fmt"
	"net/url"
	"strings"
)

// teamtailor reads the RSS of a Teamtailor careers site, in pages, and its JSON
// feed. A token is a subdomain of teamtailor.com, or a host.
type teamtailor struct{}

func (teamtailor) Name() string { return "teamtailor" }

func (b teamtailor) Match(u *url.URL) (Ref, bool) {
	host := hostOf(u)
	t, ok := subdomain(host, "teamtailor.com")
	if strings.Contains(t, ".") { // acme.na.teamtailor.com
		t = host
	}
	return ref(b, t, leadingNumber(after(segments(u), "jobs"))), ok
}

// leadingNumber is the number at the head of "123-title".
func leadingNumber(s string) string {
	return s[:len(s)-len(strings.TrimLeft(s, "0123456789"))]
}

func (b teamtailor) Start(r Ref) []Request {
	return start(r, nil, b.list(r, 0))
}

func (teamtailor) list(r Ref, offset int) Request {
	q := get(r, List, fmt.Sprintf("https://%s/jobs.rss?offset=%d&per_page=50", hostFor(r.Token, "teamtailor.com"), offset))
	q.Header["Accept"] = "application/rss+xml, application/xml"
	return q
}

func (b teamtailor) Parse(r Request, body []byte, contentType string) (Answer, error) {
	if t := bytes.TrimSpace(body); len(t) > 0 && t[0] == '{' {
		return b.json(r, body, contentType)
	}
	name, v, err := decodeXML(r.Board, body)
	if err != nil {
		return Answer{}, err
	}
	if name != "rss" {
		return Answer{}, noList(r, "rss")
	}
	l := newListing(r, 0)
	for _, e := range v.get("channel", "item").list() {
		l.add(b.job(r, e, v.get("channel", "title").str()))
	}
	return l.paged(func(offset int) Request { return b.list(r.Ref, offset) }), nil
}

func (b teamtailor) job(r Request, v value, company string) *Job {
	link := v.get("link").line()
	j := newJob(leadingNumber(lastSegment(link)))
	j.fill(v, "feed", "title=title workplace=remoteStatus posted=pubDate text=description")
	j.company(company, "feed channel title")
	j.company(r.Token, "address")
	j.url(link, "feed link")
	if link != "" {
		j.apply(strings.TrimRight(link, "/")+"/applications/new", "feed link")
	}
	for _, l := range v.get("locations", "location").list() {
		j.place("feed tt:locations", cmp.Or(l.get("city").str(), l.get("name").str()), l.get("country").str())
	}
	j.department(v.get("department").str(), "feed tt:department")
	return j
}

// json reads the JSON feed, in which each item brings its JSON-LD.
func (b teamtailor) json(r Request, body []byte, contentType string) (Answer, error) {
	v, err := decodeJSON(r.Board, body, contentType)
	if err != nil {
		return Answer{}, err
	}
	l := newListing(r, 0)
	for _, e := range v.get("items").list() {
		link := e.get("url").line()
		j := newJob(leadingNumber(lastSegment(link)))
		j.url(link, "feed url")
		j.fill(e, "feed", "title=title posted=date_published")
		j.schema(e.get("_jobposting"), "feed _jobposting")
		j.text("", e.get("content_html").str(), "feed content_html")
		j.company(v.get("title").str(), "feed title")
		l.addByPage(j)
	}
	a := l.whole()
	if next := v.get("next_url").line(); strings.HasPrefix(next, "https://") && next != r.URL {
		q := get(r.Ref, List, next)
		q.Depth = r.Depth
		a.Next = append(a.Next, q)
	}
	return a, nil
}
