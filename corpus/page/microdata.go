package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// itemPage is the JobPosting that a page marks up, below job, with itemprop
// (microdata) or property (RDFa).
func itemPage(job *html.Node) Page {
	props := map[string][]*html.Node{}
	for n := range job.Descendants() {
		for _, p := range strings.Fields(prop(n)) {
			props[p] = append(props[p], n)
		}
	}
	get := func(name string) string {
		for _, n := range props[name] {
			if s := propText(n); s != "" {
				return s
			}
		}
		return ""
	}
	p := Page{
		Title: get("title"), URL: get("url"), Employment: get("employmentType"),
		Posted: date(get("datePosted")), ValidThrough: date(get("validThrough")),
	}
	for _, n := range props["hiringOrganization"] {
		if p.Company == "" {
			p.Company = nested(n, "name")
		}
	}
	if places := props["jobLocation"]; len(places) > 0 {
		n := places[0]
		var parts []string
		for _, k := range []string{"addressLocality", "addressRegion", "addressCountry"} {
			if s := nested(n, k); s != "" && s != propText(n) {
				parts = append(parts, s)
			}
		}
		if p.Location = strings.Join(parts, ", "); p.Location == "" {
			p.Location = propText(n)
		}
	}
	var text []string
	for _, k := range []string{"description", "responsibilities", "qualifications", "skills", "experienceRequirements", "educationRequirements", "jobBenefits"} {
		for _, n := range props[k] {
			if s := Lines(n); s != "" && !contains(strings.Join(text, "\n"), s) {
				text = append(text, s)
			}
		}
	}
	p.Text = strings.Join(text, "\n\n")
	return p
}

func prop(n *html.Node) string {
	if s := attr(n, "itemprop"); s != "" {
		return s
	}
	return strings.TrimPrefix(attr(n, "property"), "schema:")
}

// nested is the property of the thing that n is, or its text if n is a string.
func nested(n *html.Node, name string) string {
	for c := range n.Descendants() {
		if prop(c) == name {
			return propText(c)
		}
	}
	return propText(n)
}

// propText is the value of a property on one line.
func propText(n *html.Node) string {
	for _, k := range []string{"content", "datetime"} {
		if s := attr(n, k); s != "" {
			return plain(s)
		}
	}
	if (n.DataAtom == atom.A || n.DataAtom == atom.Link) && prop(n) == "url" {
		return attr(n, "href")
	}
	return plain(strings.ReplaceAll(Lines(n), "\n", " "))
}
