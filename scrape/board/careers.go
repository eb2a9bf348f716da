package board

import (
	"cmp"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
	"golang.org/x/net/publicsuffix"

	"rung/corpus/page"
)

// maxDepth is how many pages may lie between the page that a user names and one
// that lists postings: home, careers, openings.
const maxDepth = 2

// list is the page read as the source that a user named: one posting, or a way
// to some.
func (d *doc) list() (Answer, error) {
	links := d.postings()
	if d.isPosting(len(links.Next)) {
		return d.posting()
	}
	refs := d.embeds()
	if len(refs) == 0 {
		if a := d.marked(); len(a.Listed) > 1 {
			return a, nil
		}
		if len(links.Next) > 0 {
			return links, nil
		}
		refs = d.boards()
	}
	if len(refs) > 0 {
		a := Answer{}
		for _, ref := range refs {
			for _, q := range Start(ref) {
				q.Depth = d.r.Depth + 1
				a.Next = append(a.Next, q)
			}
			a.Notes = append(a.Notes, "the page shows the board "+ref.String())
		}
		return a, nil
	}
	if a := d.data(); len(a.Jobs)+len(a.Next) > 0 {
		return a, nil
	}
	if a := (Answer{Next: d.openings()}); len(a.Next) > 0 {
		return a, nil
	}
	return Answer{Incomplete: errNoPosting.Error()}, nil
}

// isPosting reports whether the page shows one posting: by its marks, by its
// heading, or because it reads as one and has few links to others.
func (d *doc) isPosting(links int) bool {
	if d.err != nil || d.page.Kind == page.Listing {
		return false
	}
	if d.page.Kind == page.Expired {
		return links <= 10
	}
	if len(d.ld) == 1 || d.marks == 1 {
		return true
	}
	if h1, title := d.Find("h1").First().Text(), d.Find("title").First().Text(); d.page.Title != "" && (hasRole(h1) || hasRole(title)) {
		return true
	}
	// A page about working here may name its only opening, with a link to it.
	return links <= 5 && len(d.page.Text) >= 800 && d.page.Title != "" && !isOpenings(d.page.Title) && !d.linked[strings.ToLower(d.page.Title)]
}

// isOpenings reports whether words promise a list of postings.
func isOpenings(s string) bool {
	for w := range strings.FieldsSeq(strings.ToLower(s)) {
		if words()["openings"][w] {
			return true
		}
	}
	return false
}

// postings follows the links that lead to postings, and to more of the list.
func (d *doc) postings() Answer {
	l := newListing(d.r, 0)
	seen := map[string]bool{string(webID(d.base)): true}
	d.linked = map[string]bool{}
	around := map[*html.Node]bool{} // links of the site, on all its pages
	for _, n := range d.Find("nav a[href], footer a[href]").Nodes {
		around[n] = true
	}
	d.anchors.Each(func(_ int, s *goquery.Selection) {
		u := d.link(s)
		if u == nil || around[s.Nodes[0]] {
			return
		}
		if id := string(webID(u)); seen[id] {
			return
		} else if q, ok := follow(d.r, u, linkText(s), SameSite(u, d.base)); ok {
			seen[id] = true
			d.linked[strings.ToLower(oneLine(s.Text()))] = true
			l.behind(string(q.ID), q)
		}
	})
	if l.n == 0 {
		return Answer{}
	}
	// A link may be missed or found where there is none, so that an absence
	// from such a list means nothing.
	l.a.Incomplete = "postings were told by the form of their links"
	if next := d.next(); next != nil && d.r.After != l.first {
		q := web{}.at(next, List, d.r.Depth)
		q.After, q.Offset = l.first, d.r.Offset+l.n
		l.a.Next = append(l.a.Next, q)
	}
	return l.a
}

// follow is the request for the posting that a link on the page of r leads to,
// if it does. A posting of a board that cannot be asked for one alone is read
// off its page.
func follow(r Request, u *url.URL, text string, sameSite bool) (Request, bool) {
	ref, _ := Match(u)
	if ref.Board == "web" {
		return web{}.at(u, Detail, r.Depth+1), leadsToPosting(u, text, sameSite)
	}
	if ref.Posting == "" {
		return Request{}, false
	}
	if qs := Start(ref); len(qs) == 1 && qs[0].Kind == Detail {
		qs[0].Depth = r.Depth + 1
		return qs[0], true
	}
	q := web{}.at(u, Detail, r.Depth+1)
	q.ID = id(ref, ref.Posting)
	return q, true
}

// entry is the request for what an entry of a feed or a record links to, which
// is taken for a posting whatever its address.
func entry(r Request, u *url.URL) Request {
	q, ok := follow(r, u, "", true)
	if !ok {
		q = web{}.at(u, Detail, r.Depth+1)
	}
	return q
}

// linkText is what a link says, else what it is labelled with.
func linkText(s *goquery.Selection) string {
	t := oneLine(s.Text())
	for _, k := range []string{"aria-label", "title"} {
		if v, ok := s.Attr(k); ok && !hasRole(t) {
			t = oneLine(t + " " + v)
		}
	}
	return t
}

// SameSite reports whether two addresses are of one host, or of one registrable
// domain.
func SameSite(a, b *url.URL) bool {
	if hostOf(a) == hostOf(b) {
		return true
	}
	x, err := publicsuffix.EffectiveTLDPlusOne(hostOf(a))
	y, err2 := publicsuffix.EffectiveTLDPlusOne(hostOf(b))
	return err == nil && err2 == nil && x == y
}

// marked are the postings of a page that has several in JSON-LD; one that has
// a page of its own and only a teaser here is asked for there.
func (d *doc) marked() Answer {
	l := newListing(d.r, 0)
	for _, v := range d.ld {
		u := d.resolve(v.get("url").line())
		own := u != nil && webID(u) != webID(d.base)
		if own && len(v.get("description").str()) < 600 {
			q := web{}.at(u, Detail, d.r.Depth+1)
			l.behind(string(q.ID), q)
			continue
		}
		j := newJob(cmp.Or(v.get("identifier", "value").line(), v.get("identifier").line()))
		j.schema(v, "json-ld")
		if own {
			j.ID = webID(u)
		}
		l.add(j)
	}
	l.a.Incomplete = "the page may show a part of its postings only"
	return l.whole()
}

// data are the postings in the JSON from which a page's script draws it.
func (d *doc) data() (a Answer) {
	d.Find(`script[type="application/json"]`).EachWithBreak(func(_ int, s *goquery.Selection) bool {
		if v, err := decodeJSON(d.r.URL, []byte(s.Text()), ""); err == nil {
			if found, err := records(d.r, v); err == nil {
				a = found
			}
		}
		return len(a.Jobs)+len(a.Next) == 0
	})
	// What a page holds beside postings has titles too.
	a.Jobs = slices.DeleteFunc(a.Jobs, func(j Job) bool { return !hasRole(j.Title) })
	base, _ := url.Parse(d.r.URL)
	a.Next = slices.DeleteFunc(a.Next, func(q Request) bool {
		u, err := url.Parse(q.URL)
		return err != nil || !leadsToPosting(u, "", SameSite(u, base))
	})
	a.Listed = nil
	return a
}

// next is the list's next page: the one that a link calls so, else the one with
// the next number.
func (d *doc) next() (found *url.URL) {
	here := max(pageOf(d.base), 1)
	d.Find(`a[href], link[rel~="next"]`).EachWithBreak(func(_ int, s *goquery.Selection) bool {
		u := d.link(s)
		if u == nil || !SameSite(u, d.base) || u.String() == d.base.String() {
			return true
		}
		rel, _ := s.Attr("rel")
		t := strings.ToLower(linkText(s))
		switch {
		case strings.Contains(" "+rel+" ", " next "), words()["next"][strings.ReplaceAll(t, " ", "-")]:
			found = u
			return false
		case found == nil && t == strconv.Itoa(here+1) && pageOf(u) > 0 && u.Path == d.base.Path:
			found = u
		}
		return true
	})
	return found
}

// pageOf is the number of the page that an address names; 0 where it names none,
// which means the first.
func pageOf(u *url.URL) int {
	for k, v := range u.Query() {
		if words()["page"][strings.ToLower(k)] {
			if n, err := strconv.Atoi(v[0]); err == nil && n > 0 && n < 1e6 {
				return n
			}
		}
	}
	return 0
}

// openings are requests for pages that promise a list of postings.
func (d *doc) openings() (out []Request) {
	if d.r.Depth >= maxDepth {
		return nil
	}
	seen := map[string]bool{string(webID(d.base)): true}
	d.anchors.Each(func(_ int, s *goquery.Selection) {
		u := d.link(s)
		if u == nil || seen[string(webID(u))] || len(out) >= 5 || !SameSite(u, d.base) {
			return
		}
		t := linkText(s)
		p := segments(u)
		named := len(p) > 0 && words()["jobs"][strings.ToLower(p[len(p)-1])]
		named = named || len(t) < 50 && isOpenings(t)
		for _, s := range p {
			named = named && (!words()["furniture"][strings.ToLower(s)] || s == "search")
		}
		if named {
			seen[string(webID(u))] = true
			out = append(out, web{}.at(u, List, d.r.Depth+1))
		}
	})
	return out
}
