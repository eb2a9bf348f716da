package read

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"strings"

	"rung/corpus"
	"rung/corpus/page"
)

// html reads a page: one posting, or each of those whose texts its structured data hold,
// numbered as rows of a table are.
func (s *stream) html(b []byte) { s.pageOf(b, "", corpus.Posting{}, 1) }

// pageOf reads a page that stands in a file, as number first; what it does not say is as
// in known.
func (s *stream) pageOf(b []byte, contentType string, known corpus.Posting, first int) {
	pages, less, err := page.All(b, contentType)
	if err != nil {
		if first == 1 {
			first = 0 // the whole file
		}
		s.bad(first, nil, err)
		return
	}
	if len(pages) > 1 {
		s.m.say("a page holds several postings: each is read by itself")
	}
	for i, pg := range pages {
		p := corpus.Posting{
			ID: corpus.ID(pg.ID), URL: cmp.Or(pg.URL, known.URL), Company: cmp.Or(oneLine(pg.Company), known.Company),
			Title: titleOf(pg, known.Title), Location: oneLine(pg.Location),
			Posted: pg.Posted, Text: corpus.Normalize(unmark(pg.Text)), Notes: pg.Notes,
		}
		if p.Posted.IsZero() {
			p.Posted = known.Posted
		}
		if s.oneOf(p, first+i); s.stopped {
			return
		}
	}
	if less > 0 {
		s.bad(0, nil, fmt.Errorf("%s named on the page without a text of its own: save the page of each", count(less, "more posting")))
	}
}

// titleOf is the title of a page, or the known one where the page has none but some line
// within its text.
func titleOf(pg page.Page, known string) string {
	title := oneLine(pg.Title)
	if known == "" {
		return title
	}
	n := 0
	for l := range strings.Lines(pg.Text) {
		if l = oneLine(l); l == "" {
			continue
		}
		if n++; n > 1 && l == title {
			return known
		}
	}
	return cmp.Or(title, known)
}

// unmark turns HTML, also HTML that was escaped, and Markdown into lines; other
// text is returned as it is, but for entities.
func unmark(s string) string {
	if strings.IndexByte(s, '<') >= 0 || strings.IndexByte(s, '&') >= 0 {
		s = page.HTMLToText(s)
	}
	if isMarked(s) {
		s = reduce(s, false)
	}
	return s
}

// Document is what r gives as a text: of a page what it shows, of anything else the bytes
// as they are. Where a page shows no text, its reading is an error.
func Document(r io.Reader) io.Reader {
	br := bufio.NewReaderSize(r, bufSize)
	if head, _ := br.Peek(4096); Detect("", head) != HTML {
		return br
	}
	b, err := whole(br, HTML)
	if err != nil {
		return &failing{err}
	}
	pg, err := page.Parse(b, "")
	if err != nil {
		return &failing{err}
	}
	return strings.NewReader(pg.Text)
}

// failing is a reader that only fails.
type failing struct{ err error }

func (f *failing) Read([]byte) (int, error) { return 0, f.err }
