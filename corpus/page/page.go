// Package page reads one saved web page as the posting that it shows: by the
// page's own structured data where it has some, else by its main content. It
// opens nothing, follows no link and knows no site; what a text means is not
// for it to say.
package page

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode"

	"golang.org/x/net/html"

	"rung/corpus/enum"
)

// Kind says what a page shows.
type Kind uint8

const (
	Posting Kind = iota // one posting
	Listing             // many postings, or a search for them
	Expired             // that a posting is no more
)

var kindNames = enum.Names[Kind]{"posting", "listing", "expired"}

func (k Kind) String() string { return kindNames.Of(k) }

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
	d, err := Open(b, contentType)
	if err != nil {
		return Page{}, err
	}
	return d.Page()
}

// Doc is a page that is parsed, once for all who read it. They must not change
// it.
type Doc struct {
	Root *html.Node
	// Jobs are the JobPostings of its JSON-LD, in their order, as far as nothing
	// had to be guessed to read them. Numbers are json.Number.
	Jobs []map[string]any

	note string
}

// MaxTags is how many tags of a page or of a text are read: each costs some hundred
// bytes of memory, and no page of a posting has a tenth of them.
const MaxTags = 250_000

// ErrTags is the error of a page with more tags than are read.
var ErrTags = fmt.Errorf("more than %d tags: it was not read", MaxTags)

// TooManyTags reports whether a page or a text may have more tags than are read.
func TooManyTags[T string | []byte](s T) bool {
	return len(s) > MaxTags && bytes.Count([]byte(s), []byte("<")) > MaxTags
}

// MaxText is how many bytes of a page may stand between its tags, outside scripts and
// styles; they are held several times while it is read.
const MaxText = 12 << 20

// ErrLong is the error of a page with more text than is read.
var ErrLong = fmt.Errorf("more than %d MB of text: it was not read", MaxText>>20)

// tooLong reports whether a page may have more text than is read.
func tooLong(b []byte) bool {
	for n := 0; len(b) > MaxText-n; {
		i := bytes.IndexByte(b, '<')
		if i < 0 {
			i = len(b)
		}
		if n += i; n > MaxText {
			return true
		}
		b = b[i:]
		end := ">"
		switch {
		case bytes.HasPrefix(b, []byte("<!--")):
			end = "-->"
		case opens(b, "script"):
			end = "</script"
		case opens(b, "style"):
			end = "</style"
		}
		if _, b, _ = bytes.Cut(b, []byte(end)); end[0] == '<' {
			_, b, _ = bytes.Cut(b, []byte{'>'})
		}
	}
	return false
}

// opens reports whether b begins with this tag, in whatever case.
func opens(b []byte, name string) bool {
	return len(b) > len(name) && bytes.EqualFold(b[1:len(name)+1], []byte(name))
}

// Open parses a page. One of too many tags is ErrTags, one of too much text ErrLong.
func Open(b []byte, contentType string) (*Doc, error) {
	b, contentType = cutAnswer(b, contentType)
	b, note := decode(b, contentType)
	if TooManyTags(b) {
		return nil, ErrTags
	}
	if tooLong(b) {
		return nil, ErrLong
	}
	if explodes(b) {
		b, note = []byte(withoutFormatting(string(b))), "formatting left open: read without it"
	}
	root, err := html.Parse(bytes.NewReader(b))
	if err != nil { // nested too deep
		if root, err = html.Parse(strings.NewReader(flatten(string(b)))); err != nil {
			return nil, err
		}
		note = "nested very deep: read without the inner structure"
	}
	return &Doc{Root: root, note: note}, nil
}

// Page reads the posting that the page shows, and sets Jobs. The error says that
// the page holds no text.
func (d *Doc) Page() (Page, error) {
	var notes []string
	if d.note != "" {
		notes = append(notes, d.note)
	}
	var f facts
	shown := trees.Get().(*tree)
	defer shown.free()
	body, marked := shown.gather(d.Root, &f)
	jobs, repairs := d.jsonLD(f.scripts)
	notes = append(notes, repairs...)

	var p Page
	if len(jobs) > 0 {
		job, sure := pick(jobs, f.h1)
		if p = pageOf(job); !sure {
			p.Kind = Listing
		}
	} else if marked != nil {
		p = itemPage(marked)
	}
	main, lead, roles := shown.content(body)
	if len(jobs) == 0 {
		p.Kind = f.kindOf(func() string { return Lines(d.Root) }, main, roles)
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
	if p.Company == "" || p.Location == "" {
		facts := firstLines(lead+main, labelLines)
		if p.Company == "" {
			p.Company = labelled(facts, "company", "company name", "employer", "hiring organization")
		}
		if p.Location == "" {
			p.Location = labelled(facts, "location", "job location", "locations")
		}
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
	s := appendLetters(make([]byte, 0, len(structured)), strings.TrimRight(structured, ".… \n"))
	if len(s) == 0 {
		return false
	}
	m := make([]byte, 0, len(main))
	ends := make([]int, 0, 64) // of the lines in m
	for l := range strings.Lines(main) {
		m = appendLetters(m, l)
		ends = append(ends, len(m))
	}
	end := bytes.Index(m, s) + len(s)
	if end < len(s) {
		return len(s) > 200 || len(m) < len(s)
	}
	from, more := 0, 0 // where the line begins; bytes of prose behind s
	at := 0
	for l := range strings.Lines(main) {
		to := ends[at]
		if from < end && to > end {
			return false
		}
		if from >= end && strings.Count(l, " ") >= 5 {
			more += to - from
		}
		from = to
		at++
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
	if s = strings.TrimSpace(s); s == "" {
		return time.Time{}
	}
	for _, l := range []string{time.RFC3339Nano, "2006-01-02", "2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02T15:04:05-0700",
		"2006-01-02 15:04:05", "2006-01-02 15:04:05 -0700", "2006-01-02 15:04:05 MST", "January 2, 2006", "Jan 2, 2006", "2006-1-2", "2006/01/02"} {
		if t, err := time.Parse(l, s); err == nil {
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
