package page

import (
	"strings"
)

// kindOf says what a page without structured data shows, by what it says of
// itself and by how much of it are links to jobs.
func (f *facts) kindOf(text string, roleLinks int) Kind {
	lists := words()
	short := len(text) < 1500
	n := 0
	for l := range strings.Lines(f.title + "\n" + strings.Join(f.h1, "\n") + "\n" + text) {
		l = strings.TrimSpace(l)
		if l == "" {
			continue
		}
		// A posting may say anywhere of something that it is closed; a page
		// of a closed posting says it at its head or says little else.
		if n++; n > 12 && !short {
			break
		}
		if f := fold(l); len(l) < 250 {
			for p := range lists["closed"] {
				if strings.Contains(f, p) {
					return Expired
				}
			}
		}
		if lists["listing"][numberless(l)] {
			roleLinks += 5
		}
	}
	switch {
	case roleLinks >= 5 && len(text) < 400*roleLinks:
		return Listing
	}
	return Posting
}
