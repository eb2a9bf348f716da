package read

import (
	"strings"

	"rung/corpus"
	"rung/corpus/page"
)

func (s *stream) html(b []byte) {
	pg, err := page.Parse(b, "")
	if err != nil {
		s.bad(0, nil, err)
		return
	}
	p := corpus.Posting{
		ID: corpus.ID(pg.ID), URL: pg.URL, Company: oneLine(pg.Company), Title: oneLine(pg.Title), Location: oneLine(pg.Location),
		Posted: pg.Posted, Text: corpus.Normalize(unmark(pg.Text)), Notes: pg.Notes,
	}
	s.one(p)
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
