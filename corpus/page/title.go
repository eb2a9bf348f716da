package page

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// facts are what the head and the headings of a page say.
type facts struct {
	scripts  []string // of JSON-LD
	title    string   // of <title>
	h1       []string
	headings []string // h2 to h4
	named    []string // elements whose class or id says that they are the job's title
	meta     map[string]string
	url      string
}

// gather reads the facts of a page into f and lays out what it shows in t, which
// is empty. marked is the first element that is marked up as a JobPosting. body is
// the item of the page's body: the whole page's where it has none, -1 where it is
// hidden.
func (t *tree) gather(doc *html.Node, f *facts) (body int32, marked *html.Node) {
	f.meta = map[string]string{}
	around, hidden := t.enter(doc, 0, inline), (*html.Node)(nil)
	for n := doc.FirstChild; n != nil; {
		switch n.Type {
		case html.ElementNode:
			f.see(n)
			if marked == nil && isJob(n) {
				marked = n
			}
			isBody := n.DataAtom == atom.Body && body == 0
			if isBody {
				body = -1
			}
			if hidden != nil {
				break
			}
			if flow := flowOf(n); flow == skip {
				hidden = n
			} else if around = t.enter(n, around, flow); isBody {
				body = around
			}
		case html.TextNode:
			if hidden == nil {
				t.enter(n, around, inline)
			}
		}
		if n.FirstChild != nil {
			n = n.FirstChild
			continue
		}
		for n != doc {
			if n == hidden {
				hidden = nil
			} else if hidden == nil && n.Type == html.ElementNode {
				around = t.leave(around)
			}
			if n.NextSibling != nil {
				break
			}
			n = n.Parent
		}
		n = n.NextSibling
	}
	t.leave(0)
	return body, marked
}

// see notes what an element says.
func (f *facts) see(n *html.Node) {
	switch n.DataAtom {
	case atom.Script:
		if strings.Contains(strings.ToLower(attr(n, "type")), "ld+json") && n.FirstChild != nil {
			f.scripts = append(f.scripts, n.FirstChild.Data)
		}
	case atom.Title:
		if f.title == "" && n.FirstChild != nil {
			f.title = plain(n.FirstChild.Data)
		}
	case atom.H1:
		f.h1 = addLine(f.h1, n)
	case atom.H2, atom.H3, atom.H4:
		f.headings = addLine(f.headings, n)
	case atom.Meta:
		k := strings.ToLower(attr(n, "property") + attr(n, "name") + attr(n, "itemprop"))
		if _, ok := f.meta[k]; !ok {
			f.meta[k] = plain(attr(n, "content"))
		}
	case atom.Link:
		if u := attr(n, "href"); attr(n, "rel") == "canonical" && strings.Contains(u, "://") {
			f.url = u
		}
	default:
		if namesTitle(attr(n, "class")) || namesTitle(attr(n, "id")) {
			f.named = addLine(f.named, n)
		}
	}
}

// addLine adds the words of n, if they are few, as one line.
func addLine(list []string, n *html.Node) []string {
	if s := plain(strings.ReplaceAll(Lines(n), "\n", " ")); s != "" && len(s) < 200 && len(list) < 50 {
		return append(list, s)
	}
	return list
}

// namesTitle reports whether a class or id is called like a job's title.
func namesTitle(s string) bool {
	if len(s) < 8 {
		return false
	}
	var small [128]byte
	b := appendLetters(small[:0], s)
	if !bytes.Contains(b, []byte("title")) {
		return false
	}
	for _, w := range []string{"jobtitle", "positiontitle", "postingtitle", "vacancytitle", "requisitiontitle", "roletitle", "openingtitle"} {
		if bytes.Contains(b, []byte(w)) {
			return true
		}
	}
	return false
}

// jobTitle is the job's title on a page without structured data. First come
// headings and lines that name what a person does, then any that is not the
// title of a part of a site. main is the main content, lead what stands before.
func (f *facts) jobTitle(lead, main string) string {
	sources := [...]func() []string{
		func() []string { return f.h1 },
		func() []string { return f.named },
		func() []string {
			return []string{labelled(firstLines(lead+main, labelLines), "job title", "job posting title", "position title", "posting title", "title", "position")}
		},
		func() []string { return []string{f.meta["og:title"], f.title} },
		func() []string { return append(firstLines(lead, 15), firstLines(main, 3)...) },
		func() []string { return f.headings[:min(len(f.headings), 3)] },
	}
	for _, list := range sources {
		for _, s := range list() {
			if t := f.cut(s); isTitle(t) && hasRole(t) {
				return t
			}
		}
	}
	for _, list := range sources[:4] {
		for _, s := range list() {
			if t := f.cut(s); isTitle(t) {
				return t
			}
		}
	}
	return ""
}

// firstLines are the first n lines of s that are not blank.
func firstLines(s string, n int) []string {
	var out []string
	for l := range strings.Lines(s) {
		if l = strings.TrimSpace(l); l != "" {
			if out = append(out, l); len(out) == n {
				break
			}
		}
	}
	return out
}

// isTitle reports whether s has the form of a title: it is short and no
// sentence, and it is not what pages call their parts.
func isTitle(s string) bool {
	return s != "" && len(s) < 150 && len(strings.Fields(s)) <= 16 && !strings.ContainsAny(s[len(s)-1:], ".!?:;,") && !is("generic", s) && !is("closed", s)
}

// cut takes from a title what belongs to the site: the parts, at strong
// separators, that are the company's name or the name of a part of the site.
// At a hyphen or dash it cuts only what is surely not the title's own.
func (f *facts) cut(s string) string {
	s = plain(s)
	if is("generic", s) {
		return ""
	}
	parts := split(s, " | ", " :: ", " : ", " » ", " › ", " · ", " • ", " / ")
	if len(parts) == 1 {
		parts = split(s, " - ", " – ", " — ")
		if len(parts) < 4 {
			site := fold(f.meta["og:site_name"])
			generic := false
			for len(parts) > 1 {
				last := fold(parts[len(parts)-1])
				if generic = is("generic", last); !generic && last != site {
					break
				}
				parts = parts[:len(parts)-1]
			}
			if is("generic", parts[len(parts)-1]) || generic && !hasRole(strings.Join(parts, " ")) {
				return ""
			}
			return strings.Join(parts, " - ")
		}
	}
	generic := false
	for _, p := range parts {
		if hasRole(p) {
			return p
		}
		generic = generic || is("generic", p)
	}
	if generic {
		return ""
	}
	return parts[0]
}

func split(s string, seps ...string) []string {
	parts := []string{strings.TrimSpace(s)}
	for _, sep := range seps {
		if !strings.Contains(s, sep) { // as is most often so
			continue
		}
		var next []string
		for _, p := range parts {
			for q := range strings.SplitSeq(p, sep) {
				if q = strings.TrimSpace(q); q != "" {
					next = append(next, q)
				}
			}
		}
		parts = next
	}
	if len(parts) == 0 || parts[0] == "" {
		return []string{s}
	}
	return parts
}

// labelLines is how many lines of a text are looked at for labels.
const labelLines = 30

// labelled is what stands after one of the labels in some lines, on its line
// behind a colon or, as in a table, on the next.
func labelled(lines []string, labels ...string) string {
	var small [2][64]byte
	last, label := small[0][:0], small[1][:0] // lines, folded; empty where they are too long
	for _, l := range lines {
		before, value, ok := strings.Cut(l, ":")
		var more bool
		if label, more = appendFold(label[:0], before, 4); more { // more words than a label has
			label = label[:0]
		}
		named := label
		if !ok || strings.TrimSpace(value) == "" {
			named, value = last, l
			last, label = label, last
		} else {
			last = last[:0]
		}
		for _, w := range labels {
			if w == string(named) && isTitle(value) && !is("label", value) && !strings.Contains(value, ": ") {
				return plain(strings.TrimPrefix(value, "- "))
			}
		}
	}
	return ""
}
