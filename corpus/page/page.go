// Package page reads one saved web page as the posting that it shows: by the
// page's own structured data where it has some, else by its main content. It
// opens nothing, follows no link and knows no site; what a text means is not
// for it to say.
package page

import (
	"bytes"
	"cmp"
	"errors"
	"strings"
	"time"
	"unicode"

	"golang.org/x/net/html"
)

// Kind says what a page shows.
type Kind uint8

// The kinds.
const (
	Posting Kind = iota // one posting
	Listing             // many postings, or a search for them
	Expired             // that a posting is no more
)

var kindNames = [...]string{"posting", "listing", "expired"}

func (k Kind) String() string { return kindNames[k] }

// Page is what a page says of the posting that it shows.
type Page struct {
	Kind         Kind
	ID           string // the employer's own number
	URL          string
	Title        string
	Company      string
	Location     string    // several are separated by "; "
	Employment   string    // as the page words it: FULL_TIME
	Posted       time.Time // zero when unknown
	ValidThrough time.Time // zero when unknown
	Text         string    // as lines, see Lines; not empty
	Notes        []string  // what had to be repaired, or reads otherwise than one posting
}

// Parse reads a page. contentType is that of its HTTP answer, or empty. The
// error says that the page holds no text.
func Parse(b []byte, contentType string) (Page, error) {
	b, contentType = cutAnswer(b, contentType)
	b, note := decode(b, contentType)
	doc, err := html.Parse(bytes.NewReader(b))
	if err != nil { // nested too deep
		if doc, err = html.Parse(strings.NewReader(flatten(string(b)))); err != nil {
			return Page{}, err
		}
		note = "nested very deep: read without the inner structure"
	}
	var notes []string
	if note != "" {
		notes = append(notes, note)
	}
	f := gather(doc)
	jobs, repairs := jsonLD(f.scripts)
	notes = append(notes, repairs...)

	var p Page
	if len(jobs) > 0 {
		job, sure := pick(jobs, f.h1)
		if p = pageOf(job); !sure {
			p.Kind = Listing
		}
	} else if m := microdata(doc); m != nil {
		p = *m
	}
	main, lead, roles := mainContent(doc)
	if len(jobs) == 0 {
		p.Kind = f.kindOf(Lines(doc), main, roles)
	}
	if !whole(p.Text, main) {
		p.Text = main
	}
	if p.Text == "" {
		return Page{}, errors.New("the page holds no text (is it drawn by a script?)")
	}
	if p.Title == "" && p.Kind != Listing {
		p.Title = f.jobTitle(lead, main)
	}
	facts := lead + main
	if p.Company == "" {
		p.Company = labelled(facts, "company", "company name", "employer", "hiring organization")
	}
	if p.Location == "" {
		p.Location = labelled(facts, "location", "job location", "locations")
	}
	if p.URL == "" {
		p.URL = f.url
	}
	if p.Posted.IsZero() {
		p.Posted = date(cmp.Or(f.meta["article:published_time"], f.meta["datepublished"]))
	}
	if p.Kind != Posting {
		notes = append(notes, "the page reads as "+kindNotes[p.Kind])
	}
	p.Notes = notes
	return p, nil
}

var kindNotes = [...]string{"", "a list of postings, not as one", "a posting that is no more"}

// whole reports whether the text of a page's structured data is the whole
// posting: it is not if the page's main content holds it and goes on, in the
// same line or with more of the kind.
func whole(structured, main string) bool {
	s := letters(strings.TrimRight(structured, ".… \n"))
	m := letters(main)
	end := strings.Index(m, s) + len(s)
	if s == "" || end < len(s) {
		return len(s) > 200 || len(m) < len(s)
	}
	at, more := 0, 0 // bytes of m that the lines so far make; of them prose behind s
	for l := range strings.Lines(main) {
		from := at
		at += len(letters(l))
		if from < end && at > end {
			return false
		}
		if from >= end && strings.Count(l, " ") >= 5 {
			more += at - from
		}
	}
	return more < 300
}

// pick is the job that the page's heading names, else the first; sure means
// that it is the page's only one or named.
func pick(jobs []map[string]any, h1 []string) (job map[string]any, sure bool) {
	for _, j := range jobs {
		t := plain(text(j["title"]))
		for _, h := range h1 {
			if t != "" && strings.EqualFold(t, h) {
				return j, true
			}
		}
		sure = sure || t != plain(text(jobs[0]["title"]))
	}
	return jobs[0], !sure
}

// date reads the dates of structured data; the zero time where it is none.
func date(s string) time.Time {
	for _, l := range []string{time.RFC3339Nano, "2006-01-02", "2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02T15:04:05-0700",
		"2006-01-02 15:04:05", "2006-01-02 15:04:05 -0700", "2006-01-02 15:04:05 MST", "January 2, 2006", "Jan 2, 2006", "2006-1-2", "2006/01/02"} {
		if t, err := time.Parse(l, strings.TrimSpace(s)); err == nil {
			return t.UTC()
		}
	}
	return time.Time{}
}

// letter is r in lower case if it is a letter or digit, else -1.
func letter(r rune) rune {
	switch {
	case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
		return r
	case r < 0x80 && (r < 'A' || r > 'Z'):
		return -1
	}
	if unicode.IsLetter(r) || unicode.IsDigit(r) {
		return unicode.ToLower(r)
	}
	return -1
}
