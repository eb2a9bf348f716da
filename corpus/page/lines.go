package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// flow is how an element breaks the text around it.
type flow uint8

const (
	inline flow = iota
	line        // begins and ends a line
	block       // stands apart by a blank line
	skip        // holds nothing that is read
)

var flows = map[atom.Atom]flow{
	atom.Script: skip, atom.Style: skip, atom.Noscript: skip, atom.Template: skip, atom.Svg: skip, atom.Iframe: skip,
	atom.Object: skip, atom.Head: skip, atom.Select: skip, atom.Textarea: skip, atom.Canvas: skip, atom.Audio: skip,
	atom.Video: skip, atom.Noembed: skip, atom.Noframes: skip, atom.Math: skip, atom.Datalist: skip,

	atom.P: block, atom.H1: block, atom.H2: block, atom.H3: block, atom.H4: block, atom.H5: block, atom.H6: block,
	atom.Ul: block, atom.Ol: block, atom.Dl: block, atom.Table: block, atom.Section: block, atom.Article: block,
	atom.Blockquote: block, atom.Pre: block, atom.Hr: block, atom.Figure: block, atom.Fieldset: block, atom.Menu: block,

	atom.Div: line, atom.Li: line, atom.Tr: line, atom.Td: line, atom.Th: line, atom.Dt: line, atom.Dd: line,
	atom.Header: line, atom.Footer: line, atom.Main: line, atom.Nav: line, atom.Aside: line, atom.Form: line,
	atom.Address: line, atom.Details: line, atom.Summary: line, atom.Caption: line, atom.Legend: line, atom.Center: line,
	atom.Hgroup: line, atom.Figcaption: line, atom.Body: line, atom.Html: line, atom.Option: line, atom.Dir: line,
	atom.Tbody: line, atom.Thead: line, atom.Tfoot: line, atom.Button: line,
}

// flowOf is how n breaks the text, its inline style considered.
func flowOf(n *html.Node) flow {
	f := flows[n.DataAtom]
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			if a.Val != "until-found" {
				return skip
			}
		case "style":
			if len(a.Val) > 11 {
				s := squeeze(a.Val)
				switch {
				case strings.Contains(s, "display:none"), strings.Contains(s, "visibility:hidden"):
					return skip
				case f == inline && strings.Contains(s, "display:block"):
					f = line
				}
			}
		}
	}
	return f
}

// squeeze is s in lower case without spaces.
func squeeze(s string) string {
	return strings.ToLower(strings.Join(strings.Fields(s), ""))
}

// keepsLines reports whether line ends in the text of n are shown as such.
func keepsLines(n *html.Node) bool {
	return n.DataAtom == atom.Pre || strings.Contains(squeeze(attr(n, "style")), "white-space:pre")
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// Lines is the text of n as a reader sees it, a line a line: blocks, table
// cells and <br> break lines, list items begin with "- ", two spaces further in
// for each list around theirs. Scripts, forms' choices and what is hidden by
// its own attributes are left out. It does not recurse, so no depth of nesting
// is too much.
func Lines(root *html.Node) string {
	var w writer
	n := root
	for n != nil {
		enter := false
		switch n.Type {
		case html.TextNode:
			w.text(n.Data)
		case html.ElementNode:
			if f := flowOf(n); f != skip {
				w.open(n.DataAtom, f, keepsLines(n))
				enter = true
			}
		case html.DocumentNode:
			enter = true
		}
		if enter && n.FirstChild != nil {
			n = n.FirstChild
			continue
		}
		if enter {
			w.closeNode(n)
		}
		for n != root && n.NextSibling == nil {
			n = n.Parent
			w.closeNode(n)
		}
		if n == root {
			break
		}
		n = n.NextSibling
	}
	return strings.TrimRight(string(w.b), " \n")
}

// writer lays text out in lines.
type writer struct {
	b      []byte
	breaks int  // line ends that stand between b and the next text: 1 a new line, 2 a blank one
	space  bool // a space stands there
	item   bool // a list item has begun, its text has not
	lists  int  // lists around
	pre    int  // elements around that keep their line ends
}

func (w *writer) open(a atom.Atom, f flow, pre bool) {
	switch a {
	case atom.Br:
		w.breaks++
		return
	case atom.Ul, atom.Ol, atom.Menu, atom.Dir:
		if w.lists++; w.lists > 1 {
			w.atLeast(1)
			w.item = false // <li><ul>: the outer item has no text of its own
		} else {
			w.atLeast(2)
		}
		return
	case atom.Li:
		w.atLeast(1)
		w.item = true
		return
	}
	if pre {
		w.pre++
	}
	w.atLeast(w.flow(f))
}

func (w *writer) close(a atom.Atom, f flow, pre bool) {
	switch a {
	case atom.Br:
		return
	case atom.Ul, atom.Ol, atom.Menu, atom.Dir:
		w.lists--
	case atom.Li:
		w.item = false
	}
	if pre {
		w.pre--
	}
	w.atLeast(w.flow(f))
}

func (w *writer) closeNode(n *html.Node) {
	if n.Type == html.ElementNode {
		w.close(n.DataAtom, flowOf(n), keepsLines(n))
	}
}

// flow of an element in a list: paragraphs of an item stand close together.
func (w *writer) flow(f flow) int {
	if f == block && w.lists > 0 {
		f = line
	}
	return int(f)
}

func (w *writer) atLeast(n int) {
	if n > 0 {
		w.breaks = max(w.breaks, n)
	}
}

func (w *writer) text(s string) {
	for i := 0; i < len(s); {
		switch s[i] {
		case '\n', '\r':
			if w.pre > 0 {
				if s[i] == '\n' {
					w.breaks++
				}
			} else {
				w.space = true
			}
			i++
			continue
		case ' ', '\t', '\f':
			w.space = true
			i++
			continue
		}
		// Words of ASCII with a space between stand as they are.
		end := i + 1
		for end < len(s) {
			if c := s[end]; c == ' ' {
				if s[i] >= 0x80 || end+1 == len(s) || s[end+1] <= ' ' || s[end+1] >= 0x80 {
					break
				}
			} else if c <= '\r' && (c == '\n' || c == '\t' || c == '\r' || c == '\f') {
				break
			}
			end++
		}
		w.word(s[i:end])
		i = end
	}
}

// word writes a word, or several of which the others begin with ASCII.
func (w *writer) word(s string) {
	if s[0] >= 0x80 {
		// A lone no-break space holds a paragraph open; it is no text.
		if strings.Trim(s, "\u00a0\u200b\ufeff") == "" {
			w.space = true
			return
		}
		if w.item {
			if s = strings.TrimLeft(s, "•·▪●○◦‣\u00a0"); s == "" {
				return
			}
		}
	}
	switch {
	case len(w.b) == 0:
	case w.breaks > 0:
		w.b = append(w.b, "\n\n"[:min(w.breaks, 2)]...)
	case w.space && !w.item:
		w.b = append(w.b, ' ')
	}
	if w.item {
		for range min(w.lists, 8) - 1 { // no posting means more; templates do it
			w.b = append(w.b, "  "...)
		}
		w.b = append(w.b, "- "...)
	}
	w.breaks, w.space, w.item = 0, false, false
	w.b = append(w.b, s...)
}
