package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// weight is what an element holds, with all below it.
type weight struct {
	text  int // bytes of words
	link  int // of them in links
	links int
	prose int // of text, in blocks that read like a posting's
	roles int // links that read like a job's title
}

// scale weighs every element of a page.
type scale map[*html.Node]*weight

func (s scale) of(n *html.Node) *weight {
	w := s[n]
	if w == nil {
		w = &weight{}
		s[n] = w
	}
	return w
}

// weigh measures doc without what but's subtrees hold.
func weigh(doc *html.Node, but map[*html.Node]bool) scale {
	s := scale{}
	own := scale{} // of blocks, what stands directly in them
	words := map[*html.Node]int{}
	links := map[*html.Node]bool{}
	var order []*html.Node
	eachShown(doc, func(n *html.Node) bool {
		if but[n] {
			return false
		}
		if n.Type == html.ElementNode && n.DataAtom == atom.A && attr(n, "href") != "" {
			t := Lines(n)
			title := 0
			if links[n] = len(t) < 300; len(t) < 120 && hasRole(t) { // a longer one was not closed
				title = 1
			}
			for a := n; a != nil; a = a.Parent {
				w := s.of(a)
				w.links++
				w.roles += title
			}
		}
		if n.Type != html.TextNode {
			return true
		}
		size, count := 0, 0
		for f := range strings.FieldsSeq(n.Data) {
			size += len(f) + 1
			count++
		}
		if size == 0 {
			return true
		}
		block, link := n.Parent, 0
		for a := n.Parent; a != nil; a = a.Parent {
			if links[a] {
				link = size
			}
		}
		for block.Parent != nil && flowOf(block) == inline {
			block = block.Parent
		}
		if words[block] == 0 {
			order = append(order, block)
		}
		words[block] += count
		o := own.of(block)
		o.text += size
		o.link += link
		for a := n.Parent; a != nil; a = a.Parent {
			w := s.of(a)
			w.text += size
			w.link += link
		}
		return true
	})
	for _, b := range order {
		least := 8
		if b.DataAtom == atom.Li {
			least = 3
		}
		if o := own[b]; words[b] >= least && o.link*2 < o.text {
			for a := b; a != nil; a = a.Parent {
				s.of(a).prose += o.text
			}
		}
	}
	return s
}

// eachShown calls visit for every node that is shown, in order; visit says
// whether to go on below it.
func eachShown(root *html.Node, visit func(*html.Node) bool) {
	n := root
	for n != nil {
		if (n.Type != html.ElementNode || flowOf(n) != skip) && visit(n) && n.FirstChild != nil {
			n = n.FirstChild
			continue
		}
		for n != root && n.NextSibling == nil {
			n = n.Parent
		}
		if n == root {
			return
		}
		n = n.NextSibling
	}
}

// isFurniture reports whether an element is furniture by its kind, role, or
// class.
func isFurniture(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Nav, atom.Footer, atom.Form, atom.Dialog:
		return true
	case atom.Body, atom.Html, atom.Main, atom.Article, atom.H1:
		return false
	}
	class := words()["class"]
	for _, a := range n.Attr {
		if a.Key != "class" && a.Key != "id" && a.Key != "role" && a.Key != "aria-label" {
			continue
		}
		for part := range strings.FieldsFuncSeq(a.Val, func(r rune) bool { return letter(r) < 0 }) {
			if class[strings.ToLower(part)] {
				return true
			}
		}
	}
	return false
}

// mainContent is the main content of a page as lines: of the smallest element
// that holds nearly all prose, what is neither furniture nor a list of links.
// A posting is prose and lists beside each other in sections; so, other than
// for an article, no part of them is preferred. lead is what stands
// before it; roleLinks counts the page's links that read like jobs' titles.
func mainContent(doc *html.Node) (text, lead string, roleLinks int) {
	all := weigh(doc, nil)
	total := all.of(doc).prose
	drop := map[*html.Node]bool{}
	for n, w := range all {
		// What holds a large part of the prose is no furniture, whatever
		// its class says.
		part := 4
		if n.DataAtom == atom.Nav || n.DataAtom == atom.Footer {
			part = 2
		}
		if n.Type == html.ElementNode && w.prose*part <= total && isFurniture(n) {
			drop[n] = true
		}
	}
	s := weigh(doc, drop)
	page := doc
	if body := child(doc, atom.Body); body != nil {
		page = body
	}
	n := page
	for total = s.of(n).prose; total > 200; { // less may be a slogan
		var next *html.Node
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if s.of(c).prose*100 >= total*98 {
				next = c
			}
		}
		if next == nil || flowOf(next) == inline {
			break
		}
		n = next
	}
	isDropped := func(n *html.Node) bool {
		w := s.of(n)
		return drop[n] || flowOf(n) != inline && w.prose == 0 && (w.links > 2 && w.link*10 >= w.text*8 || w.links == 2 && w.link == w.text)
	}
	text = trimFurniture(linesBut(n, isDropped))
	if before, _, ok := strings.Cut(trimFurniture(linesBut(page, isDropped)), text); ok {
		lead = before
	}
	return text, lead, all.of(doc).roles
}

// child is the first element a below n.
func child(n *html.Node, a atom.Atom) *html.Node {
	for c := range n.Descendants() {
		if c.DataAtom == a {
			return c
		}
	}
	return nil
}

// trimFurniture drops the lines of a main content that are furniture: buttons'
// words wherever they stand, and all from the heading on below which a page
// speaks of other jobs or itself.
func trimFurniture(text string) string {
	lines := strings.Split(text, "\n")
	out := lines[:0]
	for i, l := range lines {
		f := fold(l)
		if isTailHeading(f) && !strings.HasPrefix(l, "- ") && isTail(lines[i+1:], len(text)) {
			break
		}
		if f == "" && strings.TrimSpace(l) != "" || words()["tail"][f] || isButton(f) || isTrail(l, f) {
			continue
		}
		out = append(out, l)
	}
	return strings.Trim(strings.Join(out, "\n"), "\n")
}

// isTailHeading reports whether a folded line is a heading below which a page
// speaks of other jobs or of itself.
func isTailHeading(f string) bool {
	w := strings.Fields(f)
	lists := words()
	return lists["tail"][f] || len(w) > 1 && len(w) <= 6 && lists["tail-first"][w[0]] && lists["tail-last"][w[len(w)-1]]
}

// isButton reports whether a folded line is what buttons and links of pages say.
func isButton(f string) bool {
	if words()["line"][f] {
		return true
	}
	w := strings.SplitN(f, " ", 8)
	return len(w) > 2 && len(w) <= 6 && words()["start"][w[0]+" "+w[1]]
}

// isTrail reports whether a line is a trail of breadcrumbs or a copyright.
func isTrail(l, folded string) bool {
	l = strings.TrimSpace(l)
	if strings.HasPrefix(l, "©") || strings.HasPrefix(folded, "copyright ") {
		return len(l) < 300
	}
	return strings.HasPrefix(folded, "home ") && len(l) < 200 && len(split(l, " / ", " > ", " » ", " › ", " → ", " | ")) > 1
}

// isTail reports whether what follows a heading is no part of a posting: it is
// the smaller part of the text and made of short lines.
func isTail(lines []string, whole int) bool {
	size, long := 0, 0
	for _, l := range lines {
		size += len(l) + 1
		if strings.Count(l, " ") >= 15 {
			long += len(l)
		}
	}
	return size*2 < whole && long*2 < size || size*5 < whole
}
