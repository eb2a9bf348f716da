package page

import "strings"

// kindOf says what a page without structured data shows, by what it says of
// itself and by how many of its links, roles, read like jobs' titles. all is
// the text of the page, furniture included, main that of its main content.
func (f *facts) kindOf(all, main string, roles int) Kind {
	// A posting may say anywhere of something that it is closed; a page of a
	// closed posting says it at its head, or says little else.
	n := 0
	for l := range strings.Lines(f.title + "\n" + strings.Join(f.h1, "\n") + "\n" + main) {
		if strings.TrimSpace(l) == "" {
			continue
		}
		if n++; n > 12 && len(main) > 1500 {
			break
		}
		if len(l) > 250 {
			continue
		}
		folded := fold(l)
		for p := range words()["closed"] {
			if strings.Contains(folded, p) {
				return Expired
			}
		}
	}
	says := false
	for l := range strings.Lines(all) {
		says = says || len(l) < 100 && words()["listing"][numberless(l)]
	}
	switch {
	case says && len(main) < 400:
		return Listing
	case f.isHeaded():
		return Posting // with other jobs beside it
	case roles >= 10, says && roles >= 3:
		return Listing
	}
	return Posting
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
