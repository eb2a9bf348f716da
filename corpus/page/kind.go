package page

import (
	"strings"
	"sync"
)

// kindOf says what a page without structured data shows, by what it says of
// itself and by how many of its links, roles, read like jobs' titles. all gives
// the text of the page, furniture included, main is that of its main content.
func (f *facts) kindOf(all func() string, main string, roles int) Kind {
	// A posting may say anywhere of something that it is closed; a page of a
	// closed posting says it at its head, or says little else.
	n := 0
	head := make([]byte, 0, 1024)
	for _, part := range []string{f.title, strings.Join(f.h1, "\n"), main} {
		for l := range strings.Lines(part) {
			if strings.TrimSpace(l) == "" {
				continue
			}
			if n++; n > 12 && len(main) > 1500 {
				break
			}
			if len(strings.TrimSuffix(l, "\n")) < 250 {
				head, _ = appendFold(append(head, '\n'), l, len(l))
			}
		}
	}
	if saysClosed(head) {
		return Expired
	}
	switch {
	case len(main) < 400 && saysListing(all()):
		return Listing
	case f.isHeaded():
		return Posting // with other jobs beside it
	case roles >= 10, roles >= 3 && saysListing(all()):
		return Listing
	}
	return Posting
}

// phrases are sorted by their first letter, with a bit for each letter that comes
// second: nearly all text begins otherwise, and is passed over at a glance.
type phrases struct {
	second [256]uint32
	by     [256][]string
}

// closedBy is what pages say of a posting that is no more.
var closedBy = sync.OnceValue(func() *phrases {
	var c phrases
	for p := range words()["closed"] {
		c.second[p[0]] |= 1 << (p[1] & 31)
		c.by[p[0]] = append(c.by[p[0]], p)
	}
	return &c
})

// saysClosed reports whether folded lines hold any of it.
func saysClosed(folded []byte) bool {
	closed := closedBy()
	for i := 0; i+1 < len(folded); i++ {
		if closed.second[folded[i]]>>(folded[i+1]&31)&1 == 0 {
			continue
		}
		for _, p := range closed.by[folded[i]] {
			if len(folded)-i >= len(p) && string(folded[i:i+len(p)]) == p {
				return true
			}
		}
	}
	return false
}

// saysListing reports whether a page says of itself that it lists postings.
func saysListing(text string) bool {
	for l := range strings.Lines(text) {
		if len(l) < 100 && words()["listing"][numberless(l)] {
			return true
		}
	}
	return false
}

// isHeaded reports whether the page has a job's title over it.
func (f *facts) isHeaded() bool {
	for _, s := range append([]string{f.title}, f.h1[:min(len(f.h1), 1)]...) {
		if hasRole(f.cut(s)) {
			return true
		}
	}
	return false
}
