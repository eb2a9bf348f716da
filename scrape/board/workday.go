package board

import (
	"cmp"
	"encoding/json"
	"fmt"
	"net/url"
	"slices"
	"strings"
)

// workday reads the API behind Workday's job sites: a list by POST in pages of at
// most 20, then each posting. The API gives only the first 2000 of a list; a longer
// one is asked for in parts. A token is "acme.wd5/External", of tenant, data centre
// and site, or "wd5.myworkdaysite.com/acme/External" for the other family of
// addresses.
type workday struct{}

const (
	workdayPage = 20
	workdayCap  = 2000
)

func (workday) Name() string { return "workday" }

func (b workday) Match(u *url.URL) (Ref, bool) {
	host, p := hostOf(u), segments(u)
	if len(p) > 4 && p[0] == "wday" && p[1] == "cxs" { // the API's own addresses
		p = p[3:]
		if strings.HasSuffix(host, ".myworkdaysite.com") {
			p = append([]string{segments(u)[2]}, p...)
		}
	} else if len(p) > 0 && isLocale(p[0]) {
		p = p[1:]
	}
	token := ""
	if t, ok := strings.CutSuffix(host, ".myworkdayjobs.com"); ok && len(p) > 0 {
		token, p = t+"/"+p[0], p[1:]
	} else if strings.HasSuffix(host, ".myworkdaysite.com") {
		if len(p) > 0 && p[0] == "recruiting" {
			p = p[1:]
		}
		if len(p) < 2 {
			return Ref{}, false
		}
		token, p = host+"/"+p[0]+"/"+p[1], p[2:]
	}
	if _, _, ok := b.base(token); !ok {
		return Ref{}, false
	}
	posting := ""
	if len(p) > 1 && (p[0] == "job" || p[0] == "details") {
		posting = strings.Join(p[1:], "/")
		posting = strings.TrimSuffix(posting, "/apply")
	}
	return ref(b, token, posting), true
}

// isLocale reports whether a segment is a language: "en-US", "de".
func isLocale(s string) bool {
	return len(s) == 2 && strings.ToLower(s) == s || len(s) == 5 && s[2] == '-'
}

// base is the address of a token's site, without and with the API's path.
func (workday) base(token string) (public, api string, ok bool) {
	p := strings.Split(token, "/")
	for _, s := range p {
		if !isToken(s) {
			return "", "", false
		}
	}
	switch {
	case len(p) == 2 && strings.Count(p[0], ".") == 1:
		host := "https://" + p[0] + ".myworkdayjobs.com/"
		return host + p[1], host + "wday/cxs/" + tenant(token) + "/" + p[1], true
	case len(p) == 3 && strings.HasSuffix(p[0], ".myworkdaysite.com"):
		host := "https://" + p[0] + "/"
		return host + "recruiting/" + p[1] + "/" + p[2], host + "wday/cxs/" + p[1] + "/" + p[2], true
	}
	return "", "", false
}

// tenant is the company of a token.
func tenant(token string) string {
	p := strings.Split(token, "/")
	if len(p) == 3 {
		return p[1]
	}
	t, _, _ := strings.Cut(p[0], ".")
	return t
}

func (b workday) Start(r Ref) []Request {
	_, api, ok := b.base(r.Token)
	switch {
	case !ok:
		return nil
	case r.Posting != "":
		q := detail(r, r.Posting, api+"/job/"+r.Posting)
		q.ID = id(r, number(r.Posting))
		return []Request{q}
	}
	return []Request{b.list(r, "{}", 0)}
}

// list asks for a page; facets is the choice among them as JSON, "{}" for none.
func (b workday) list(r Ref, facets string, offset int) Request {
	_, api, _ := b.base(r.Token)
	return post(r, api+"/jobs", fmt.Sprintf(`{"appliedFacets":%s,"limit":%d,"offset":%d,"searchText":""}`, facets, workdayPage, offset))
}

// facetsOf is the choice that a request made.
func facetsOf(body string) string {
	var asked struct {
		Facets json.RawMessage `json:"appliedFacets"`
	}
	if json.Unmarshal([]byte(body), &asked) != nil || len(asked.Facets) == 0 {
		return "{}"
	}
	return string(asked.Facets)
}

// number is the requisition at the end of a posting's path:
// "/job/Oslo/VP-Engineering_R-101", of which "-1" is the second address.
func number(path string) string {
	s := path[strings.LastIndex(path, "/")+1:]
	return s[strings.LastIndex(s, "_")+1:]
}

func (b workday) Parse(r Request, body []byte, contentType string) (Answer, error) {
	return readAPI(r, body, contentType, "jobPostings", b.job, func(v value, rows []value) Answer { return b.page(r, v, rows) })
}

func (b workday) page(r Request, v value, rows []value) Answer {
	l := newListing(r, v.get("total").int())
	_, api, _ := b.base(r.Token)
	for _, e := range rows {
		path := strings.TrimPrefix(e.get("externalPath").line(), "/job/")
		if path == "" {
			l.leave(e.get("title").line(), fmt.Sprintf("%q has no address and was left out", e.get("title").line()))
			continue
		}
		q := detail(r.Ref, path, api+"/job/"+path)
		q.ID = id(r.Ref, number(path))
		l.behind(path, q)
	}
	facets := facetsOf(r.Body)
	a := l.paged(func(offset int) Request { return b.list(r.Ref, facets, offset) })
	if a.Total < workdayCap {
		return a
	}
	// Beyond the cap the API answers with an error, or with the same again.
	a.Incomplete = fmt.Sprintf("the API gives the first %d postings only", workdayCap)
	if facets == "{}" && r.Offset == 0 {
		if parts := b.split(r, v.get("facets")); len(parts) > 0 {
			a.Next = append(slices.DeleteFunc(a.Next, isList), parts...)
			a.Incomplete = ""
			a.Notes = append(a.Notes, fmt.Sprintf("more than the API gives at once: asked for in %d parts", len(parts)))
		}
	} else if r.Offset+l.n >= workdayCap {
		a.Next = slices.DeleteFunc(a.Next, isList)
	}
	return a
}

func isList(r Request) bool { return r.Kind == List }

// split asks for a list in the parts of the facet that has the most postings in
// all and in none of its parts too many; nil if there is no such facet.
func (b workday) split(r Request, facets value) (parts []Request) {
	most := 0
	for _, f := range facets.list() {
		var these []Request
		name, sum := f.get("facetParameter").line(), 0
		for _, v := range f.get("values").list() {
			n, part := v.get("count").int(), v.get("id").line()
			if sum += n; n <= 0 || n >= workdayCap || part == "" {
				sum = 0
				break
			}
			choice, _ := json.Marshal(map[string][]string{name: {part}}) // strings can be
			q := b.list(r.Ref, string(choice), 0)
			q.Depth = r.Depth
			these = append(these, q)
		}
		if name != "" && sum >= workdayCap && sum > most {
			most, parts = sum, these
		}
	}
	return parts
}

func (b workday) job(r Request, v value) *Job {
	public, _, _ := b.base(r.Token)
	info := v.get("jobPostingInfo")
	j := newJob(cmp.Or(number(r.Posting), info.get("jobReqId").line()))
	j.fill(info, "api", "title=title url=externalUrl location=location locations=additionalLocations workplace=remoteType employment=timeType")
	j.fill(info, "api", "posted=startDate until=endDate text=jobDescription")
	j.company(v.get("hiringOrganization", "name").str(), "api hiringOrganization")
	j.company(tenant(r.Token), "address")
	j.url(public+"/job/"+r.Posting, "address")
	j.apply(j.URL+"/apply", j.Fields["url"])
	j.Closed = info.get("posted").isFalse()
	return j
}
