package board

import (
	"net/url"
	"strings"

	"github.com/PuerkitoBio/goquery"
)

// greenhouse reads the Job Board API of Greenhouse: one answer, the text as HTML
// written as entities.
type greenhouse struct{}

func (greenhouse) Name() string { return "greenhouse" }

func (b greenhouse) Match(u *url.URL) (Ref, bool) {
	p := segments(u)
	switch host := hostOf(u); {
	case strings.HasSuffix(host, "boards-api.greenhouse.io"), strings.HasSuffix(host, "api.greenhouse.io"):
		if len(p) >= 3 && p[1] == "boards" {
			return ref(b, p[2], after(p, "jobs")), true
		}
	case strings.HasSuffix(host, "greenhouse.io") && strings.Contains(host, "boards"): // boards., job-boards., and .eu. of both
		if len(p) > 0 && p[0] == "embed" {
			q := u.Query()
			return ref(b, q.Get("for"), q.Get("token")), isToken(q.Get("for"))
		}
		if len(p) > 0 && isToken(p[0]) {
			return ref(b, p[0], after(p, "jobs")), true
		}
	}
	return Ref{}, false
}

func (b greenhouse) Start(r Ref) []Request {
	return start(r, b.detail, get(r, List, "https://boards-api.greenhouse.io/v1/boards/"+r.Token+"/jobs?content=true&pay_transparency=true"))
}

func (greenhouse) detail(r Ref, number string) Request {
	return detail(r, number, "https://boards-api.greenhouse.io/v1/boards/"+r.Token+"/jobs/"+url.PathEscape(number)+"?pay_transparency=true")
}

func (b greenhouse) Parse(r Request, body []byte, contentType string) (Answer, error) {
	return readAPI(r, body, contentType, "jobs", b.job, func(v value, rows []value) Answer {
		l := newListing(r, v.get("meta", "total").int())
		for _, e := range rows {
			if j := b.job(r, e); j.Text == "" && j.Number != "" {
				l.behind(j.Number, b.detail(r.Ref, j.Number))
			} else {
				l.add(j)
			}
		}
		return l.whole()
	})
}

func (greenhouse) job(r Request, v value) *Job {
	j := newJob(v.get("id").line())
	j.fill(v, "api", "title=title company=company_name url=absolute_url posted=first_published posted=updated_at until=application_deadline text=content")
	j.company(r.Token, "address")
	if j.URL != "" {
		j.apply(j.URL+"#app", "api absolute_url")
	}
	for l := range strings.SplitSeq(v.get("location", "name").line(), ";") {
		j.location(l, "api location.name")
	}
	if len(j.Locations) == 0 {
		for _, o := range v.get("offices").list() {
			j.location(o.get("name").str(), "api offices")
		}
	}
	for _, d := range v.get("departments").list() {
		j.department(d.get("name").str(), "api departments")
	}
	for _, m := range v.get("metadata").list() {
		name := strings.ToLower(m.get("name").line())
		switch {
		case strings.Contains(name, "workplace") || strings.Contains(name, "location type") || strings.Contains(name, "remote"):
			j.workplace(m.get("value").str(), "api metadata "+name)
		case strings.Contains(name, "employment type") || strings.Contains(name, "time type"):
			j.employment(m.get("value").str(), "api metadata "+name)
		}
	}
	for _, p := range v.get("pay_input_ranges").list() {
		j.pay(p.get("min_cents").num()/100, p.get("max_cents").num()/100, p.get("currency_type").str(), p.get("title").str(), "", "api pay_input_ranges")
	}
	if content := v.get("content").str(); j.Pay == (Pay{}) && strings.Contains(content, "pay-range") {
		j.payRange(content)
	}
	return j
}

// payRange reads the pay that the board's editor puts below a text, as marked
// HTML written as entities.
func (j *Job) payRange(content string) {
	doc, err := goquery.NewDocumentFromReader(strings.NewReader(unescaped(content)))
	if err != nil {
		return
	}
	s := doc.Find(".pay-range").First()
	words := oneLine(s.Text())
	lo, hi := amounts(words)
	per := s.SiblingsFiltered(".title").Text() + " " + words
	if perOf(per) == "" && hi >= 10_000 {
		per = "year" // the editor leaves it out for salaries
	}
	s.Children().Each(func(i int, c *goquery.Selection) {
		if i == 0 {
			words = ""
		}
		words += " " + c.Text()
	})
	j.pay(lo, hi, currencyOf(words), per, words, "api content pay-range")
}
