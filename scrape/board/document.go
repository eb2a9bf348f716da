package board

import (
	"fmt"
	"net/url"
	"slices"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"rung/corpus"
	"rung/corpus/page"
)

type doc struct {
	*goquery.Document
	r    Request
	base *url.URL  // against which its links are read
	page page.Page // what it shows as a whole
	err  error     // of reading page
	ld   []value   // its JobPostings in JSON-LD, as far as they are plain to read

	anchors *goquery.Selection // a[href]
	site    string             // the site's name, as og:site_name says it
	marks   int                // elements that are a posting in microdata or RDFa
	linked  map[string]bool    // texts, in lower case, of its links to postings
}

func readDoc(r Request, body []byte, contentType string) (*doc, error) {
	base, err := url.Parse(r.URL)
	if err != nil {
		return nil, fmt.Errorf("%q is no address: %w", r.URL, err)
	}
	opened, err := page.Open(body, contentType)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", r.URL, err)
	}
	d := &doc{Document: goquery.NewDocumentFromNode(opened.Root), r: r, base: base}
	d.page, d.err = opened.Page()
	d.walk()
	for _, job := range opened.Jobs {
		d.ld = append(d.ld, value{job})
	}
	return d, nil
}

// walk finds, in one go, what every page is asked for.
func (d *doc) walk() {
	d.anchors = &goquery.Selection{}
	base, based := "", false
	for n := range d.Nodes[0].Descendants() {
		if n.Type == html.ElementNode && len(n.Attr) > 0 {
			switch n.DataAtom {
			case atom.A:
				if _, ok := attr(n, "href"); ok {
					d.anchors.Nodes = append(d.anchors.Nodes, n)
				}
			case atom.Base:
				if v, ok := attr(n, "href"); ok && !based {
					base, based = v, true
				}
			case atom.Meta:
				if p, _ := attr(n, "property"); p == "og:site_name" && d.site == "" {
					d.site, _ = attr(n, "content")
				}
			}
			item, _ := attr(n, "itemtype")
			kind, _ := attr(n, "typeof")
			if strings.HasSuffix(item, "/JobPosting") || strings.HasSuffix(kind, "JobPosting") {
				d.marks++
			}
		}
	}
	if u, err := d.base.Parse(strings.TrimSpace(base)); based && err == nil && u.Host != "" {
		d.base = u
	}
}

func attr(n *html.Node, key string) (v string, ok bool) {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val, true
		}
	}
	return "", false
}

// link is where an element leads, nil where it leads to no page.
func (d *doc) link(s *goquery.Selection) *url.URL {
	href, _ := s.Attr("href")
	return d.resolve(href)
}

func (d *doc) resolve(href string) *url.URL {
	href = strings.TrimSpace(href)
	if href == "" || href[0] == '#' || len(href) > 2000 {
		return nil
	}
	u, err := d.base.Parse(href)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return nil
	}
	u.Fragment, u.RawFragment, u.User = "", "", nil
	return u
}

// posting reads the page as that of one posting.
func (d *doc) posting() (Answer, error) {
	if d.err != nil {
		return Answer{}, fmt.Errorf("%s: %w", d.r.URL, d.err)
	}
	if d.page.Kind == page.Listing && len(d.ld) != 1 {
		return Answer{Notes: append(d.page.Notes, "no posting was read from it")}, nil
	}
	j := d.job()
	// Without marks, a page is a posting by being asked for as one and by
	// having as much to say.
	if !j.Closed && !d.isMarked() && (len(j.Text) < 200 || j.Title == "" && len(j.Text) < 800) {
		return Answer{}, fmt.Errorf("%s: the page holds no posting, only %d bytes of text: is it drawn by a script, or a page to sign in?", d.r.URL, len(j.Text))
	}
	return Answer{Jobs: []Job{j}}, nil
}

// isMarked reports whether the page has the structured data of a posting.
func (d *doc) isMarked() bool {
	return len(d.ld) > 0 || d.isRepaired() || d.marks > 0
}

// isRepaired reports whether something was guessed to read the page's JSON-LD.
func (d *doc) isRepaired() bool {
	return len(d.ld) == 0 && strings.Contains(strings.Join(d.page.Notes, "\n"), "JSON-LD: ")
}

func (d *doc) job() Job {
	p := d.page
	u, _ := url.Parse(d.r.URL)
	j := Job{
		Posting: corpus.Posting{ID: d.r.ID, Source: d.r.URL, Notes: slices.Clone(p.Notes)},
		Number:  d.r.Posting, Fields: map[string]string{}, Closed: p.Kind == page.Expired,
	}
	if j.ID == "" {
		if j.ID = webID(u); d.r.Board != "web" {
			j.ID = id(d.r.Ref, d.r.Posting)
		}
	}
	if j.Number == "" {
		j.Number = p.ID
	}
	if canonical := d.resolve(p.URL); canonical != nil && canonical.Host == u.Host && canonical.Path == u.Path {
		j.url(canonical.String(), "page")
	}
	j.url(d.r.URL, "address")
	if j.Closed {
		return j
	}
	ld := d.schema()
	marked := d.isMarked()
	source := func(name, v string, prop ...string) string {
		for _, k := range prop {
			if ld.has(k) && v != "" {
				return "json-ld " + k
			}
		}
		switch {
		case v != "" && d.isRepaired():
			return "json-ld, repaired"
		case len(d.ld) == 0 && marked:
			return "microdata"
		}
		return name
	}
	j.title(p.Title, source("page heading", p.Title, "title", "name"))
	j.company(p.Company, source("page", p.Company, "hiringOrganization"))
	// The site is the employer's if the posting speaks of it; else it may be
	// anybody's board.
	if d.site != "" && strings.Contains(p.Text, d.site) {
		j.company(d.site, "page og:site_name")
	}
	for l := range strings.SplitSeq(p.Location, "; ") {
		j.location(l, source("page", p.Location, "jobLocation", "applicantLocationRequirements"))
	}
	j.employment(p.Employment, source("page", p.Employment, "employmentType"))
	j.posted(p.Posted, source("page", "x", "datePosted"))
	j.validThrough(p.ValidThrough, source("page", "x", "validThrough"))
	j.Text = corpus.Normalize(p.Text)
	if first, rest, _ := strings.Cut(j.Text, "\n"); strings.EqualFold(first, j.Title) && !marked { // the page's heading
		j.Text = strings.TrimLeft(rest, "\n")
	}
	j.Fields["text"] = "main content"
	if s := source("main content", "x", "description"); s != "main content" && j.quotes(ld) {
		j.Fields["text"] = s
	}
	j.schemaExtras(ld, "json-ld")
	if a := d.applyLink(); a != nil {
		j.apply(a.String(), "page link")
	}
	j.finish(d.r)
	return j
}

// quotes reports whether the text is that of the page's structured data, not of
// its main content.
func (j *Job) quotes(ld value) bool {
	d := ld.get("description").str()
	d = d[:min(len(d), 1000)]
	// Most begin like this, and need no parsing.
	words, rest, ends := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(d, "<div>"), "<p>"), "<")
	ends = ends && (strings.HasPrefix(rest, "/p>") || strings.HasPrefix(rest, "br>")) // a line
	if words = words[:min(len(words), 50)]; len(words) == 50 || ends && words != "" {
		if !strings.ContainsAny(words, "&\n\t") && strings.HasPrefix(j.Text, words) {
			return true
		}
	}
	first, _, _ := strings.Cut(corpus.Normalize(page.HTMLToText(d)), "\n")
	return strings.HasPrefix(j.Text, first[:min(len(first), 50)])
}

// schema is the JobPosting of the page's title, else its only one.
func (d *doc) schema() value {
	for _, v := range d.ld {
		if strings.EqualFold(v.get("title").line(), d.page.Title) {
			return v
		}
	}
	if len(d.ld) == 1 {
		return d.ld[0]
	}
	return value{}
}

// applyLink is where the page's first button to apply leads.
func (d *doc) applyLink() (found *url.URL) {
	d.anchors.EachWithBreak(func(_ int, s *goquery.Selection) bool {
		t := strings.ToLower(oneLine(s.Text()))
		if len(t) < 50 && (strings.HasPrefix(t, "apply") || strings.HasPrefix(t, "bewerben") || strings.HasPrefix(t, "jetzt bewerben") || strings.HasPrefix(t, "postuler")) {
			found = d.link(s)
		}
		return found == nil
	})
	return found
}
