package page

import (
	"bytes"
	"strings"
	"sync"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

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

// content is the main content of a page as lines: what is neither furniture nor a
// list of links in the smallest element that holds nearly all prose. A posting is
// prose and lists beside each other in sections, so that, unlike in an article, no
// part of them is preferred. page is the body, or negative where it is hidden; lead
// is what stands before the content; roleLinks counts the links that read like
// jobs' titles.
func (t tree) content(page int32) (text, lead string, roleLinks int) {
	if page < 0 {
		return "", "", 0
	}
	t.tellLinks()
	t.weigh()
	roleLinks = int(t[0].roles)
	again := false
	for i, total := 0, t[0].prose; i < len(t); i++ {
		// What holds a large part of the prose is no furniture, whatever
		// its class says.
		it := &t[i]
		part := int32(4)
		if it.DataAtom == atom.Nav || it.DataAtom == atom.Footer {
			part = 2
		}
		if it.Type == html.ElementNode && it.text+it.links > 0 && it.prose*part <= total && isFurniture(it.Node) {
			it.dropped, again = true, true
			i = int(it.end) - 1
		}
	}
	if again {
		t.weigh()
	}
	n := page
	for total := int(t[n].prose); total > 200; { // less may be a slogan
		next := int32(-1)
		for c := n + 1; c < t[n].end; c = t[c].end {
			if int(t[c].prose)*100 >= total*98 {
				next = c
			}
		}
		if next < 0 || t[next].flow == inline {
			break
		}
		n = next
	}
	room := rooms.Get().(*[]byte)
	defer func() {
		if cap(*room) <= 1<<20 {
			rooms.Put(room)
		}
	}()
	w := writer{b: (*room)[:0]}
	start, end, alone := t.write(&w, page, true, n)
	*room = w.b
	whole := strings.TrimRight(string(w.b), " \n")
	rows := rowsOf(whole)
	if n == page {
		return trimmed(rows, len(whole)), "", roleLinks
	}
	if alone && start < end {
		for start < end && w.b[start] == '\n' {
			start++
		}
		text = trimmed(within(rows, start, end), end-start)
	} else {
		w = writer{b: w.b[:0]}
		t.write(&w, n, true, -1)
		*room = w.b
		alone := strings.TrimRight(string(w.b), " \n")
		text = trimmed(rowsOf(alone), len(alone))
	}
	if before, _, ok := strings.Cut(trimmed(rows, len(whole)), text); ok {
		lead = before
	}
	return text, lead, roleLinks
}

// rooms are for contents while they are written.
var rooms = sync.Pool{New: func() any { return new([]byte) }}

// row is a line of a main content.
type row struct {
	string
	text      string // from this line on to the end of all
	furniture bool   // a button's words, or a trail
	tail      bool   // a heading below which a page speaks of other jobs or itself
}

// rowsOf tells the lines of a text apart.
func rowsOf(text string) []row {
	rows := make([]row, 0, strings.Count(text, "\n")+1)
	lists := words()
	tail, line, start := lists["tail"], lists["line"], lists["start"]
	most := phraseWords()
	b := make([]byte, 0, 256)
	at := 0
	for l := range strings.SplitSeq(text, "\n") {
		var more bool
		b, more = appendFold(b[:0], l, most)
		r := row{string: l, text: text[at:]}
		at += len(l) + 1
		switch {
		case more: // no phrase is so long
		case len(b) == 0:
			r.furniture = strings.TrimSpace(l) != ""
		default:
			r.tail = !strings.HasPrefix(l, "- ") && isTailHeading(b)
			r.furniture = tail[string(b)] || line[string(b)] || isButton(b, start)
		}
		r.furniture = r.furniture || isTrail(l, b)
		rows = append(rows, r)
	}
	return rows
}

// within are the rows in text[start:end].
func within(rows []row, start, end int) []row {
	first, at := -1, 0
	for i, r := range rows {
		if at >= end && first >= 0 {
			return rows[first:i]
		}
		if at >= start && first < 0 {
			first = i
		}
		at += len(r.string) + 1
	}
	return rows[max(first, 0):]
}

// trimmed is a main content of size bytes without the lines that are furniture:
// the words of buttons wherever they stand, and all from the heading on under which
// a page speaks of other jobs or of itself.
func trimmed(rows []row, size int) string {
	plain := true // nothing is left out
	for i, r := range rows {
		if r.tail && isTail(rows[i+1:], size) {
			rows, plain = rows[:i], false
			break
		}
		plain = plain && !r.furniture
	}
	if plain && len(rows) > 0 {
		return strings.Trim(rows[0].text[:min(size, len(rows[0].text))], "\n")
	}
	var b strings.Builder
	b.Grow(size)
	for _, r := range rows {
		if !r.furniture {
			b.WriteString(r.string)
			b.WriteByte('\n')
		}
	}
	return strings.Trim(b.String(), "\n")
}

// isTailHeading reports whether a folded line is a heading below which a page
// speaks of other jobs or of itself.
func isTailHeading(f []byte) bool {
	lists := words()
	if lists["tail"][string(f)] {
		return true
	}
	last := bytes.LastIndexByte(f, ' ')
	return last > 0 && bytes.Count(f, []byte(" ")) < 6 && lists["tail-first"][string(f[:bytes.IndexByte(f, ' ')])] && lists["tail-last"][string(f[last+1:])]
}

// isButton reports whether a folded line begins as buttons and links of pages do.
func isButton(f []byte, start map[string]bool) bool {
	if n := bytes.Count(f, []byte(" ")); n < 2 || n > 5 {
		return false
	}
	one := bytes.IndexByte(f, ' ') + 1
	two := one + bytes.IndexByte(f[one:], ' ')
	return start[string(f[:two])]
}

// isTrail reports whether a line is a trail of breadcrumbs or a copyright.
// folded are at least its first words.
func isTrail(l string, folded []byte) bool {
	l = strings.TrimSpace(l)
	if strings.HasPrefix(l, "©") || bytes.HasPrefix(folded, []byte("copyright ")) {
		return len(l) < 300
	}
	return bytes.HasPrefix(folded, []byte("home ")) && len(l) < 200 && len(split(l, " / ", " > ", " » ", " › ", " → ", " | ")) > 1
}

// isTail reports whether what follows a heading is no part of a posting: it is
// the smaller part of the text and made of short lines.
func isTail(rows []row, whole int) bool {
	size, long := 0, 0
	for _, r := range rows {
		size += len(r.string) + 1
		if strings.Count(r.string, " ") >= 15 {
			long += len(r.string)
		}
	}
	return size*2 < whole && long*2 < size || size*5 < whole
}
