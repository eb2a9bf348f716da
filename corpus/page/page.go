// Package page reads one saved web page as the posting that it shows.
package page

import "time"

// Page is what a page says.
type Page struct {
	ID, URL, Title, Company, Location, Employment string
	Posted, ValidThrough                          time.Time
	Text                                          string
	Notes                                         []string
}

func Parse(b []byte, contentType string) (Page, error) { return Page{Text: HTMLToText(string(b))}, nil }
