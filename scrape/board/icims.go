package board

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"github.com/PuerkitoBio/goquery"
)

// icims reads iCIMS job sites: pages of a search, as they stand within the
// company's own page, then each posting's page with its JSON-LD. A token is
// the subdomain of icims.com, such as "careers-acme".
type icims struct{}

func (icims) Name() string { return "icims" }

func (b icims) Match(u *url.URL) (Ref, bool) {
	t, ok := subdomain(hostOf(u), "icims.com")
	return ref(b, t, leadingNumber(after(segments(u), "jobs"))), ok
}

func (b icims) Start(r Ref) []Request {
	return start(r, func(r Ref, number string) Request { return b.detail(r, number, "/jobs/"+url.PathEscape(number)+"/job") }, b.list(r, 0))
}

func (icims) list(r Ref, page int) Request {
	q := get(r, List, fmt.Sprintf("https://%s/jobs/search?ss=1&in_iframe=1&pr=%d", hostFor(r.Token, "icims.com"), page))
	q.Header = nil
	return q
}

func (icims) detail(r Ref, number, path string) Request {
	q := detail(r, number, "https://"+hostFor(r.Token, "icims.com")+path+"?in_iframe=1")
	q.Header = nil
	return q
}

func (b icims) Parse(r Request, body []byte, contentType string) (Answer, error) {
	d, err := readDoc(r, body, contentType)
	if err != nil {
		return Answer{}, err
	}
	if r.Kind == Detail {
		a, err := d.posting()
		for i := range a.Jobs {
			a.Jobs[i].company(r.Token, "address")
		}
		return a, err
	}
	here := pageNumber(d.base)
	l := newListing(r, 0)
	last := here
	d.anchors.Each(func(_ int, s *goquery.Selection) {
		u := d.link(s)
		if u == nil {
			return
		}
		if n := leadingNumber(after(segments(u), "jobs")); n != "" && strings.HasSuffix(u.Path, "/job") {
			l.behind(n, b.detail(r.Ref, n, u.EscapedPath()))
		} else if u.Query().Has("pr") {
			last = max(last, pageNumber(u))
		}
	})
	if l.n == 0 && len(strings.TrimSpace(d.Find("body").Text())) == 0 {
		return Answer{}, fmt.Errorf("%s: the page is empty (is it drawn by a script?)", r.Ref)
	}
	if here >= last {
		return l.whole(), nil
	}
	return l.paged(func(int) Request { return b.list(r.Ref, here+1) }), nil
}

func pageNumber(u *url.URL) int {
	n, _ := strconv.Atoi(u.Query().Get("pr"))
	return n
}
