package page

import (
	"html"
	"strings"

	xhtml "golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// HTMLToText turns a fragment of HTML into lines as Lines does. It takes what
// data sets and boards keep in a field: HTML, HTML written as entities once or
// twice ("&lt;p&gt;"), text with entities, and plain text, whose line ends it
// keeps.
func HTMLToText(s string) string {
	if !hasTag(s, false) {
		if !hasEntity(s) {
			return s
		}
		for range 2 {
			if hasTag(s, false) || !hasTag(s, true) {
				break
			}
			s = html.UnescapeString(s)
		}
		if !hasTag(s, false) {
			return html.UnescapeString(s)
		}
	}
	if explodes(s) {
		s = withoutFormatting(s)
	}
	body := &xhtml.Node{Type: xhtml.ElementNode, Data: "div", DataAtom: atom.Div}
	nodes, err := xhtml.ParseFragment(strings.NewReader(s), &xhtml.Node{Type: xhtml.ElementNode, Data: "body", DataAtom: atom.Body})
	if err != nil { // nested too deep
		if nodes, err = xhtml.ParseFragment(strings.NewReader(flatten(s)), &xhtml.Node{Type: xhtml.ElementNode, Data: "body", DataAtom: atom.Body}); err != nil {
			return html.UnescapeString(s)
		}
	}
	breaks := false
	for _, n := range nodes {
		body.AppendChild(n)
	}
	for n := range body.Descendants() {
		if n.Type == xhtml.ElementNode && (n.DataAtom == atom.Br || flows[n.DataAtom] == line || flows[n.DataAtom] == block) {
			breaks = true
			break
		}
	}
	if !breaks { // only words are marked: the lines are the author's
		body.Attr = []xhtml.Attribute{{Key: "style", Val: "white-space:pre-line"}}
	}
	return Lines(body)
}

// hasEntity reports whether s holds what may be an entity.
func hasEntity(s string) bool {
	for {
		i := strings.IndexByte(s, '&')
		if i < 0 {
			return false
		}
		s = s[i+1:]
		end := 0
		for end < len(s) && end < 32 && (s[end] == '#' || s[end] >= '0' && s[end] <= '9' || s[end]|0x20 >= 'a' && s[end]|0x20 <= 'z') {
			end++
		}
		if end > 1 && end < len(s) && s[end] == ';' {
			return true
		}
	}
}

// hasTag reports whether s holds a tag of HTML, or one written with entities.
func hasTag(s string, escaped bool) bool {
	open := "<"
	if escaped {
		open = "lt;" // of "&lt;" and "&amp;lt;"
	}
	for {
		i := strings.Index(s, open)
		if i < 0 {
			return false
		}
		s = strings.TrimPrefix(s[i+len(open):], "/")
		end := 0
		for end < len(s) && end < 11 && (s[end]|0x20 >= 'a' && s[end]|0x20 <= 'z' || s[end] >= '1' && s[end] <= '6') {
			end++
		}
		if end == 0 || end == len(s) || strings.IndexByte(" />&\n\t", s[end]) < 0 {
			continue
		}
		if atom.Lookup([]byte(strings.ToLower(s[:end]))) != 0 {
			return true
		}
	}
}

// maxNesting is how deep elements may be nested before flatten lifts them; the
// parser itself refuses more than 512.
const maxNesting = 200

// flatten rewrites HTML that is nested too deep to be parsed: beyond
// maxNesting, tags become line breaks.
func flatten(s string) string {
	var b strings.Builder
	z := xhtml.NewTokenizer(strings.NewReader(s))
	depth := 0
	for {
		switch t := z.Next(); t {
		case xhtml.ErrorToken:
			return b.String()
		case xhtml.StartTagToken, xhtml.EndTagToken:
			raw := string(z.Raw())
			name, _ := z.TagName()
			a := atom.Lookup(name)
			if isVoid[a] {
				b.WriteString(raw)
				continue
			}
			if t == xhtml.StartTagToken {
				depth++
			}
			if f := flows[a]; depth <= maxNesting || f == skip {
				b.WriteString(raw)
			} else if f != inline {
				b.WriteString("<br>")
			}
			if t == xhtml.EndTagToken && depth > 0 {
				depth--
			}
		default:
			b.Write(z.Raw())
		}
	}
}

var isVoid = map[atom.Atom]bool{
	atom.Area: true, atom.Base: true, atom.Br: true, atom.Col: true, atom.Embed: true, atom.Hr: true, atom.Img: true,
	atom.Input: true, atom.Link: true, atom.Meta: true, atom.Source: true, atom.Track: true, atom.Wbr: true,
}
