package page

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// leastText is how much text a posting among several must have of its own, in bytes: a
// list of postings has a line of each, or its first words.
const leastText = 60

// hasText reports whether that is a text of its own.
func hasText(t string) bool {
	return len(t) >= leastText && (len(t) > 600 || !strings.HasSuffix(t, "…") && !strings.HasSuffix(t, "..."))
}

// All reads a page as the postings that its structured data hold, each by its own text.
// A page of one posting, and one that names several without their texts, is one Page, as
// Parse gives it. less is how many postings are named beside those given, without a text.
func All(b []byte, contentType string) (pages []Page, less int, err error) {
	d, err := Open(b, contentType)
	if err != nil {
		return nil, 0, err
	}
	if few := bytes.Count(b, []byte("JobPosting")); few > 1 || few == 0 && bytes.IndexByte(b, 0) >= 0 { // in UTF-16 it is not found
		if pages, less = d.several(); len(pages) > 1 {
			return pages, less, nil
		}
	}
	p, err := d.Page()
	if err != nil {
		return nil, 0, err
	}
	return []Page{p}, 0, nil
}

// several are the postings with texts of their own that a page marks up.
func (d *Doc) several() (pages []Page, less int) {
	var notes []string
	if d.note != "" {
		notes = append(notes, d.note)
	}
	scripts, items := marks(d.Root)
	was := d.Jobs
	jobs, repairs := d.jsonLD(scripts)
	d.Jobs = was // Page sets them
	notes = append(notes, repairs...)
	for _, job := range jobs {
		pages = append(pages, pageOf(job))
	}
	if len(jobs) == 0 {
		for _, item := range items {
			pages = append(pages, itemPage(item))
		}
	}
	type self struct{ id, url, title, company, location, text string }
	seen := map[self]bool{}
	out := pages[:0]
	for _, p := range pages {
		me := self{p.ID, p.URL, p.Title, p.Company, p.Location, p.Text}
		switch {
		case seen[me]: // marked up twice
		case !hasText(p.Text):
			less++
		default:
			p.Notes = notes
			out = append(out, p)
		}
		seen[me] = true
	}
	return out, less
}

// marks are the scripts of JSON-LD of a page, and the elements that are marked up as a
// JobPosting, those within another left out.
func marks(root *html.Node) (scripts []string, items []*html.Node) {
	var f facts
	f.meta = map[string]string{}
	for n := root.FirstChild; n != nil; {
		item := false
		if n.Type == html.ElementNode {
			if n.DataAtom == atom.Script {
				f.see(n)
			}
			if item = isJob(n); item {
				items = append(items, n)
			}
		}
		if n.FirstChild != nil && !item {
			n = n.FirstChild
			continue
		}
		for n != root && n.NextSibling == nil {
			n = n.Parent
		}
		n = n.NextSibling
	}
	return f.scripts, items
}

// isJob reports whether an element is marked up as a JobPosting, by microdata or RDFa.
func isJob(n *html.Node) bool {
	return strings.HasSuffix(attr(n, "itemtype"), "/JobPosting") || strings.HasSuffix(attr(n, "typeof"), "JobPosting")
}
