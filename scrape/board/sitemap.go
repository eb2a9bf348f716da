package board

import (
	"fmt"
	"net/url"
	"strings"
)

// maxSitemaps bounds how deep indexes of sitemaps may point to each other.
const maxSitemaps = 4

// sitemap follows an index to its sitemaps and a sitemap to the postings in it.
// A sitemap names all of a site's pages, so that it is a whole list; which of
// them are postings is told by their addresses alone.
func (b web) sitemap(r Request, v value) Answer {
	base, err := url.Parse(r.URL)
	if err != nil {
		return Answer{}
	}
	l := newListing(r, 0)
	for _, e := range v.get("sitemap").list() {
		u, err := base.Parse(strings.TrimSpace(e.get("loc").str()))
		if err != nil || !SameSite(u, base) || r.Depth >= maxSitemaps || u.String() == r.URL {
			l.a.Incomplete = fmt.Sprintf("the sitemap %q was not followed", e.get("loc").str())
			continue
		}
		l.a.Next = append(l.a.Next, b.at(u, List, r.Depth+1))
	}
	for _, e := range v.get("url").list() {
		if len(l.a.Listed) >= maxListed {
			l.a.Incomplete = fmt.Sprintf("more than %d postings: the rest was not asked for", maxListed)
			break
		}
		u, err := base.Parse(strings.TrimSpace(e.get("loc").str()))
		if err != nil || u.Host == "" {
			continue
		}
		if q, ok := follow(r, u, "", SameSite(u, base)); ok {
			l.behind(string(q.ID), q)
		}
	}
	if l.n > 0 && len(l.a.Next) == 0 {
		l.a.Notes = append(l.a.Notes, "no address in the sitemap is one of a posting")
	}
	return l.a
}
