package board

import (
	"cmp"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"rung/corpus"
)

// maxListed bounds the postings of one list: a list that goes on beyond it is
// taken for one that never ends.
const maxListed = 50_000

// listing gathers one page of a list.
type listing struct {
	r     Request
	a     Answer
	n     int    // postings on this page, those left out included
	first string // the first one's number
	seen  map[corpus.ID]bool
}

func newListing(r Request, total int) *listing {
	return &listing{r: r, a: Answer{Total: max(total, r.Total)}, seen: map[corpus.ID]bool{}}
}

// list notes that the list holds a posting; an ID that is still unknown is left
// to the posting's own answer.
func (l *listing) list(id corpus.ID) (isNew bool) {
	if id == "" {
		return true
	}
	if l.seen[id] {
		return false
	}
	l.seen[id] = true
	l.a.Listed = append(l.a.Listed, id)
	return true
}

// count notes that the page names a posting, and reports whether it is wanted.
func (l *listing) count(number string) bool {
	if l.n == 0 {
		l.first = number
	}
	l.n++
	return l.r.Posting == "" || l.r.Posting == number
}

// add adds a whole posting.
func (l *listing) add(j *Job) {
	if j.finish(l.r); l.count(j.Number) {
		l.a.Jobs = append(l.a.Jobs, *j)
		l.list(j.ID)
	}
}

// behind adds a posting that must be asked for on its own; a page that names
// itself is not.
func (l *listing) behind(number string, r Request) {
	if l.count(number) && r.URL != l.r.URL && l.list(r.ID) {
		l.a.Next = append(l.a.Next, r)
	}
}

// addByPage adds a posting; one whose text the list lacks is asked for at its own page.
func (l *listing) addByPage(j *Job) {
	u, err := url.Parse(j.URL)
	if err != nil || j.Text != "" || j.URL == "" {
		l.add(j)
		return
	}
	q := web{}.at(u, Detail, l.r.Depth+1)
	q.ID = id(l.r.Ref, j.Number)
	l.behind(j.Number, q)
}

// leave leaves a posting out and says why, if there is anything to say.
func (l *listing) leave(number, why string) {
	if l.count(number); why != "" {
		l.a.Notes = append(l.a.Notes, why)
	}
}

// whole is the answer of a list that comes in one page.
func (l *listing) whole() Answer {
	if l.a.Total > l.r.Offset+l.n {
		l.a.Incomplete = fmt.Sprintf("the site counts %d postings, %d came", l.a.Total, l.r.Offset+l.n)
	}
	if l.r.Posting != "" && l.r.Kind == List && len(l.a.Jobs)+len(l.a.Next) == 0 {
		l.a.Notes = append(l.a.Notes, fmt.Sprintf("the list has no posting %q: it may be closed", l.r.Posting))
	}
	l.a.Jobs = merge(l.a.Jobs)
	return l.a
}

// paged is the answer of a list in pages; next is the request for the page at an
// offset. A list with a total ends there, one without at a page without postings.
// The size of pages that was asked for tells nothing: sites cap it silently.
func (l *listing) paged(next func(offset int) Request) Answer {
	offset := l.r.Offset + l.n
	switch {
	case l.n == 0:
	case l.r.After != "" && l.r.After == l.first:
		l.a.Jobs, l.a.Next, l.a.Listed = nil, nil, nil
		l.a.Incomplete = "the site gave the same page twice: it does not follow its own paging"
		return l.a
	case l.a.Total > 0 && offset >= l.a.Total:
	case offset >= maxListed:
		l.a.Incomplete = fmt.Sprintf("more than %d postings: the rest was not asked for", maxListed)
	default:
		r := next(offset)
		if r.URL == l.r.URL && r.Body == l.r.Body {
			l.a.Incomplete = "the site names this page as the next one"
			break
		}
		r.Offset, r.Total, r.After, r.Depth = offset, l.a.Total, l.first, l.r.Depth
		l.a.Next = append(l.a.Next, r)
		offset = l.a.Total // not missing, but to come
	}
	a := l.a
	if a.Incomplete == "" && a.Total > offset {
		a.Incomplete = fmt.Sprintf("the site counts %d postings, %d came", a.Total, offset)
	}
	a.Jobs = merge(a.Jobs)
	return a
}

// one is the answer to a Detail.
func one(r Request, j *Job) (Answer, error) {
	if j.Title == "" && j.Text == "" {
		return Answer{}, fmt.Errorf("%s: the answer holds no posting: it may be closed", r.Ref)
	}
	j.finish(r)
	return Answer{Jobs: []Job{*j}}, nil
}

// finish sets what is set alike for all boards, and notes what is missing.
func (j *Job) finish(r Request) {
	j.Source = r.URL
	if j.Number = cmp.Or(j.Number, r.Posting, lastSegment(j.URL)); j.Number == "" {
		j.Number = string(corpus.ContentID(j.Posting))
	}
	j.ID = cmp.Or(j.ID, r.ID, id(r.Ref, j.Number))
	for _, l := range j.Locations {
		if w := workplaceOf(l); w != "on-site" {
			j.workplace(w, j.Fields["location"])
		}
	}
	if j.Title == "" {
		j.Notes = append(j.Notes, "the source gives no title")
	}
	if j.Text == "" && !j.Closed {
		j.Notes = append(j.Notes, "the source gives no text")
	}
}

func lastSegment(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	if p := segments(u); len(p) > 0 {
		return p[len(p)-1]
	}
	return ""
}

// start asks for the posting that a ref names, where the site gives one alone, else
// for the list; nil for a token that is none.
func start(r Ref, detail func(r Ref, number string) Request, list Request) []Request {
	switch {
	case !isToken(r.Token):
		return nil
	case r.Posting != "" && detail != nil:
		return []Request{detail(r, r.Posting)}
	}
	return []Request{list}
}

// details adds the rows of a list that only names postings, and returns l; a row
// without a number is read as it stands.
func (l *listing) details(rows []value, detail func(Ref, string) Request, job func(Request, value) *Job) *listing {
	for _, e := range rows {
		if number := e.get("id").line(); number != "" {
			l.behind(number, detail(l.r.Ref, number))
		} else {
			l.add(job(l.r, e))
		}
	}
	return l
}

// readAPI reads an answer in JSON. That to a Detail is the posting that job reads;
// that to a List holds postings under member, which list gathers. Where job is
// nil, only lists are asked for.
func readAPI(r Request, body []byte, contentType, member string, job func(Request, value) *Job, list func(v value, rows []value) Answer) (Answer, error) {
	v, err := decodeJSON(r.Board, body, contentType)
	switch {
	case err != nil:
		return Answer{}, err
	case r.Kind == Detail && job != nil:
		return one(r, job(r, v))
	case !v.has(member):
		return Answer{}, noList(r, member)
	}
	return list(v, v.get(member).list()), nil
}

// noList is the error of an answer that is well formed and no list.
func noList(r Request, member string) error {
	return fmt.Errorf("%s: the answer has no %q: the board may be gone, or its API has changed", r.Ref, member)
}

// get is a request for JSON.
func get(r Ref, kind Kind, address string) Request {
	return Request{Ref: r, Kind: kind, Method: "GET", URL: address, Header: map[string]string{"Accept": "application/json"}}
}

// detail asks for one posting of a board.
func detail(r Ref, number, address string) Request {
	q := get(r, Detail, address)
	q.Posting, q.ID = number, id(r, number)
	return q
}

// post is a request that sends JSON.
func post(r Ref, address, body string) Request {
	q := get(r, List, address)
	q.Method, q.Body = "POST", body
	q.Header["Content-Type"] = "application/json"
	return q
}

func ref(b Board, token, posting string) Ref { return Ref{b.Name(), token, posting} }

// hostOf is the host without port, in lower case.
func hostOf(u *url.URL) string { return strings.ToLower(u.Hostname()) }

// segments are the parts of a path that are not empty.
func segments(u *url.URL) []string {
	return strings.FieldsFunc(u.Path, func(r rune) bool { return r == '/' })
}

// after is the segment behind one of that name, empty where there is none.
func after(p []string, name string) string {
	if i := slices.Index(p, name); i >= 0 && i+1 < len(p) {
		return p[i+1]
	}
	return ""
}

// isToken reports whether s can be a company's name in an address, or its host.
func isToken(s string) bool {
	if s == "" || len(s) > 100 || strings.Contains(s, "..") || s[0] == '.' || s[0] == '-' {
		return false
	}
	for _, c := range []byte(s) {
		if (c|0x20 < 'a' || c|0x20 > 'z') && (c < '0' || c > '9') && c != '-' && c != '_' && c != '.' {
			return false
		}
	}
	return true
}

// subdomain is the first label of a host of the form LABEL.domain, if it can be
// a company's.
func subdomain(host, domain string) (string, bool) {
	s, ok := strings.CutSuffix(host, "."+domain)
	if !ok || s == "" {
		return "", false
	}
	switch s {
	case "www", "api", "app", "help", "support", "developer", "developers", "docs", "blog", "status", "info", "resources", "partners", "login", "marketing", "go":
		return "", false
	}
	return s, isToken(s)
}

// hostFor is the host of a token: a host itself if it has a dot, else a label
// of the domain.
func hostFor(token, domain string) string {
	if strings.Contains(token, ".") {
		return token
	}
	return token + "." + domain
}
