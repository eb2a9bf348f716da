package page

import (
	"strings"
	"sync"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// tree is what a page shows, laid out flat in the order of reading, so that it
// can be measured and written without following the page's own pointers again.
type tree []item

// trees are kept for the next pages.
var trees = sync.Pool{New: func() any { t := make(tree, 0, 512); return &t }}

// free gives a tree back; one of a huge page is let go.
func (t *tree) free() {
	if cap(*t) <= 1<<14 {
		clear(*t)
		*t = (*t)[:0]
		trees.Put(t)
	}
}

// item is an element that is shown, or a text.
type item struct {
	*html.Node
	up    int32 // the element around it; 0 at the top
	end   int32 // index behind all that is in it
	block int32 // the nearest element, itself included, that breaks lines

	flow    flow
	pre     bool // line ends in it are shown
	link    link
	inLink  bool
	dropped bool // it is furniture

	size, count                int32 // of a text: bytes and number of its words
	ownText, ownLink, ownWords int32 // what stands directly in a block

	text     int32 // bytes of words in it
	linkText int32 // of them in links
	links    int32 // links in it
	prose    int32 // text in it, in blocks that read like a posting's
	roles    int32 // links in it that read like a job's title
}

// link is what kind of link an element is.
type link uint8

const (
	noLink   link = iota
	openLink      // too long: it was never closed
	someLink
	roleLink // it reads like a job's title
)

// enter adds an element or a text in the element up.
func (t *tree) enter(n *html.Node, up int32, f flow) (i int32) {
	i = int32(len(*t))
	it := item{Node: n, up: up, end: i + 1, flow: f}
	switch n.Type {
	case html.TextNode:
		it.size, it.count = measure(n.Data)
	case html.ElementNode:
		it.pre = keepsLines(n)
		if it.block = i; f == inline {
			it.block = (*t)[up].block
		}
		if n.DataAtom == atom.A && attr(n, "href") != "" {
			it.link = someLink
		}
	}
	*t = append(*t, it)
	return i
}

// leave ends an element and returns the one around it.
func (t tree) leave(i int32) (up int32) {
	t[i].end = int32(len(t))
	return t[i].up
}

// measure is the bytes of a text's words, one more for each, and their number.
func measure(s string) (size, count int32) {
	in := false
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= 0x80:
			size, count = 0, 0
			for f := range strings.FieldsSeq(s) {
				size += int32(len(f)) + 1
				count++
			}
			return size, count
		case c == ' ' || c >= '\t' && c <= '\r':
			in = false
		case in:
			size++
		default:
			size, count, in = size+2, count+1, true
		}
	}
	return size, count
}

// tellLinks tells the kinds of links apart by what they say.
func (t tree) tellLinks() {
	var w writer
	for i := range t {
		if t[i].link == noLink {
			continue
		}
		w = writer{b: w.b[:0]}
		t.write(&w, int32(i), false, -1)
		s := strings.TrimRight(string(w.b), " \n")
		switch {
		case len(s) >= 300:
			t[i].link = openLink
		case len(s) < 120 && hasRole(s):
			t[i].link = roleLink
		}
	}
}

// weigh measures all that is not dropped.
func (t tree) weigh() {
	for i := range t {
		it := &t[i]
		it.ownText, it.ownLink, it.ownWords = 0, 0, 0
		it.text, it.linkText, it.links, it.prose, it.roles = 0, 0, 0, 0, 0
	}
	for i := 0; i < len(t); i++ {
		it := &t[i]
		up := &t[it.up]
		if it.dropped {
			i = int(it.end) - 1
			continue
		}
		it.inLink = up.inLink || it.link >= someLink
		if it.link > noLink {
			it.links = 1
		}
		if it.link == roleLink {
			it.roles = 1
		}
		if it.size > 0 {
			block := &t[up.block]
			block.ownText += it.size
			block.ownWords += it.count
			it.text = it.size
			if it.inLink {
				block.ownLink += it.size
				it.linkText = it.size
			}
		}
	}
	for i := len(t) - 1; i > 0; i-- {
		it := &t[i]
		up := &t[it.up]
		it.prose += it.ownProse()
		up.text += it.text
		up.linkText += it.linkText
		up.links += it.links
		up.prose += it.prose
		up.roles += it.roles
	}
	if len(t) > 0 {
		t[0].prose += t[0].ownProse()
	}
}

// ownProse is the text that stands directly in a block if it reads like a
// posting's: it has enough words, and most are not links.
func (it *item) ownProse() int32 {
	least := int32(8)
	if it.DataAtom == atom.Li {
		least = 3
	}
	if it.ownWords >= least && it.ownLink*2 < it.ownText {
		return it.ownText
	}
	return 0
}

// isDropped reports whether an item is furniture, or nothing but links.
func (it *item) isDropped() bool {
	return it.dropped || it.flow != inline && it.prose == 0 && (it.links > 2 && it.linkText*10 >= it.text*8 || it.links == 2 && it.linkText == it.text)
}

// write writes the item at root, without what is dropped if drop is true.
// What the item at mark wrote is w.b[start:end]. If alone is true, it would write
// the same by itself, apart from line ends before.
func (t tree) write(w *writer, root int32, drop bool, mark int32) (start, end int, alone bool) {
	last := int32(-1) // the innermost element around
	leave := func() {
		it := &t[last]
		if it.Type == html.ElementNode {
			w.close(it.DataAtom, it.flow, it.pre)
		}
		if last == mark {
			end = len(w.b)
		}
		last = it.up
	}
	for i := root; i < t[root].end; i++ {
		for last > root && t[last].end <= i {
			leave()
		}
		it := &t[i]
		if it.Type == html.TextNode {
			w.text(it.Data)
			continue
		}
		if drop && i != root && it.isDropped() {
			i = it.end - 1
			continue
		}
		if i == mark {
			start, alone = len(w.b), w.lists == 0 && w.pre == 0 && !w.item
		}
		if last = i; it.Type == html.ElementNode {
			w.open(it.DataAtom, it.flow, it.pre)
		}
	}
	for last > root {
		leave()
	}
	leave()
	return start, end, alone
}
