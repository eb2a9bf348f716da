// Package board turns the bytes of one page or API answer into postings: each
// applicant-tracking system is a Board, and the board "web" reads whatever any
// other site answers with — a page of one posting, a page that lists some, a
// sitemap, a feed, records in JSON or XML. It says what to ask next and never
// asks: it opens no connection and no file, looks at no clock, and does not
// decide whether a posting matters or is still open today.
package board

import (
	"bytes"
	"fmt"
	"net/url"
	"strings"
	"time"

	"rung/corpus"
	"rung/corpus/enum"
	"rung/corpus/page"
)

// Board is one kind of site. Its methods are pure and safe for concurrent use.
type Board interface {
	// Name is a short word in lower case: "greenhouse".
	Name() string

	// Match reads which board, and perhaps which posting of it, a public URL
	// is about; ok is false where the URL is not of this kind.
	Match(u *url.URL) (ref Ref, ok bool)

	// Start is what to ask first. A ref with a Posting asks for that posting
	// alone where the site can be asked so. A token that no such site can
	// have gives nil.
	Start(ref Ref) []Request

	// Parse reads the answer to a request. The error is about the answer as a
	// whole, names the board, and is worded for a user; what is wrong with a
	// single posting is in its Notes.
	Parse(r Request, body []byte, contentType string) (Answer, error)
}

// Ref names a board of a company, and perhaps one posting of it.
type Ref struct {
	Board   string `json:",omitempty"` // Board.Name
	Token   string `json:",omitempty"` // as the site names the company: "acme"; a host where that is what counts
	Posting string `json:",omitempty"` // the posting's number; empty when all are meant
}

// String is the form that ParseRef reads: "greenhouse:acme", "lever:acme#1234".
func (r Ref) String() string {
	s := r.Board + ":" + r.Token
	if r.Posting != "" {
		s += "#" + r.Posting
	}
	return s
}

// Kind says what a request asks for.
type Kind uint8

const (
	List   Kind = iota // postings, or where they are
	Detail             // one posting
)

func (k Kind) String() string { return enum.Names[Kind]{"list", "detail"}.Of(k) }

// Request is what to ask. It holds only strings and numbers, so that a frontier
// can keep it, and all that Parse needs to know of what came before. Most fields
// of most requests are empty, and are not kept.
type Request struct {
	Ref
	Kind   Kind      `json:",omitempty"`
	ID     corpus.ID `json:",omitempty"` // of the posting that a Detail is about; empty while unknown
	Method string    `json:",omitempty"` // GET or POST
	URL    string
	Header map[string]string `json:",omitempty"` // beyond the crawler's own: Accept, Content-Type
	Body   string            `json:",omitempty"` // of a POST

	Depth  int    `json:",omitempty"` // pages between the source that was named and this one, itself 0
	Offset int    `json:",omitempty"` // postings on the list's pages before this one
	Total  int    `json:",omitempty"` // postings of the whole list, as an earlier page said; 0 when unknown
	After  string `json:",omitempty"` // first posting of the page before: a page that begins with it again ends the paging
}

// Answer is what an answer holds.
type Answer struct {
	Jobs   []Job       // whole postings, in the page's order
	Next   []Request   // to be asked next: the list's other pages, the postings' own
	Listed []corpus.ID // of a List: every posting that this page of it names, in Jobs or behind Next
	Total  int         // postings of the whole list as the site counts them; 0 when it does not say

	// Incomplete says why this page, together with Next, is not all of the
	// list; empty when it is. A list is complete when each of its pages was
	// read and none says otherwise: only then is an absent posting gone.
	Incomplete string
	Notes      []string // what was repaired or left out, in words
}

// Job is one posting with the fields that boards state beside its text.
type Job struct {
	corpus.Posting // Location is Locations joined; Text may be empty where the source has none

	Number       string   // the site's own, the last part of ID
	Locations    []string // as the site words them, without repeats
	Workplace    string   // remote, hybrid, on-site; empty when not stated
	Employment   string   // full-time, part-time, contract, temporary, internship, or the site's own word
	Department   string
	Pay          Pay
	ValidThrough time.Time // zero when not stated
	ApplyURL     string
	Closed       bool // the source says that the posting is no more

	// Fields says where each field that is set came from, under its name in
	// lower case ("title", "pay"): "api title", "json-ld datePosted",
	// "microdata", "page heading", "main content", "address".
	Fields map[string]string
}

// Pay is what a posting pays, as its source states it. The zero Pay is none.
type Pay struct {
	Min, Max float64 // in Currency; equal where one amount is stated, 0 where that end is open
	Currency string  // ISO 4217: "EUR"; empty when not stated
	Per      string  // hour, day, week, month, year; empty when not stated
	Text     string  // the source's own words or numbers
}

// all is every Board, the one that takes any address last.
func all() []Board {
	return []Board{
		greenhouse{}, lever{}, ashby{}, smartRecruiters{}, workable{}, recruitee{},
		personio{}, teamtailor{}, workday{}, bambooHR{}, icims{}, web{},
	}
}

// ByName is the board of that name, or nil.
func ByName(name string) Board {
	for _, b := range all() {
		if b.Name() == name {
			return b
		}
	}
	return nil
}

// ParseRef reads what a user names a source by: a ref as Ref.String writes it,
// or an address with http or https. ok is false for anything else.
func ParseRef(s string) (ref Ref, ok bool) {
	s = strings.TrimSpace(s)
	if name, token, found := strings.Cut(s, ":"); found && !strings.HasPrefix(token, "//") {
		b := ByName(strings.ToLower(name))
		if b == nil || b.Name() == "web" {
			return Ref{}, false
		}
		ref := Ref{Board: b.Name()}
		ref.Token, ref.Posting, _ = strings.Cut(token, "#")
		return ref, b.Start(ref) != nil
	}
	u, err := url.Parse(s)
	if err != nil {
		return Ref{}, false
	}
	return Match(u)
}

// Match is the ref of the first board that knows an address; every absolute
// address with http or https has one.
func Match(u *url.URL) (ref Ref, ok bool) {
	if u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return Ref{}, false
	}
	for _, b := range all() {
		if ref, ok := b.Match(u); ok {
			return ref, true
		}
	}
	return Ref{}, false
}

// Start is what to ask first for a ref; nil if there is no such board, or none
// of that token.
func Start(ref Ref) []Request {
	if b := ByName(ref.Board); b != nil {
		return b.Start(ref)
	}
	return nil
}

// How much of an answer is read, unless a caller bounds it otherwise.
const (
	MaxBody = 10 << 20 // bytes, decompressed
	MaxTags = page.MaxTags
)

// Parse reads the answer to a request with the board that made it. A page of
// more than maxTags tags, each of which costs memory, is an error.
func Parse(r Request, body []byte, contentType string, maxTags int) (Answer, error) {
	if len(body) > maxTags && bytes.Count(body, []byte("<")) > maxTags && !isJSON(body) {
		return Answer{}, fmt.Errorf("more than %d tags: it was not read", maxTags)
	}
	b := ByName(r.Board)
	if b == nil {
		b = web{}
	}
	return b.Parse(r, body, contentType)
}

func isJSON(body []byte) bool {
	body = bytes.TrimLeft(body, " \t\r\n")
	return len(body) > 0 && (body[0] == '{' || body[0] == '[')
}
