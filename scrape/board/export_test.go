package board

import "net/url"

// All is every Board.
var All = all

// Embeds are the boards that a page of a company shows: embedded by a script or
// frame, else linked to. address is the page's own.
func Embeds(body []byte, contentType, address string) []Ref {
	u, err := url.Parse(address)
	if err != nil {
		return nil
	}
	ref, _ := web{}.Match(u)
	d, err := readDoc(Request{Ref: ref, URL: address}, body, contentType)
	if err != nil {
		return nil
	}
	if refs := d.embeds(); len(refs) > 0 {
		return refs
	}
	return d.boards()
}
