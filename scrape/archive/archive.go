// Package archive reads job postings out of web archives: each answer that a WARC
// holds, as if it came now. It asks no site, keeps nothing, and knows no store.
package archive

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"net/http"
	"net/url"
	"strings"
	"time"

	"rung/corpus"
	"rung/corpus/warc"
	"rung/scrape/board"
	"rung/scrape/content"
)

// RequestField names the field of a response's record that holds, in JSON, the
// board.Request which the response answers.
const RequestField = "Rung-Request"

// RobotsField names the field of a response's record that holds the host which it
// is an answer for robots.txt of.
const RobotsField = "Rung-Robots"

// Response is one answer of an archive.
type Response struct {
	Request   board.Request // what it is parsed by
	URL       *url.URL      // of the record, absolute
	Date      time.Time     // when it was asked for; zero when the archive does not say
	Sent      http.Header   // what it was asked with; nil when the archive does not say
	Status    int           // of HTTP; 0 where Err is set early
	Header    http.Header
	Body      []byte // decompressed
	Truncated string // why Body ends early; empty when it is whole
	Err       error  // why the answer could not be read; nil when it could
}

// TornError ends an archive that is cut short, broken, or none at all, which
// wraps warc.ErrNot.
type TornError struct{ Err error }

func (e *TornError) Error() string { return e.Err.Error() }

func (e *TornError) Unwrap() error { return e.Err }

// DigestError says that a record is not what its digest was taken of.
type DigestError struct {
	Record int    // its place in the archive: 1, 2, …
	Kind   string // "response", …
	Field  string // that holds the digest
}

func (e *DigestError) Error() string {
	return fmt.Sprintf("record %d, a %s, differs from its %s: it was changed or damaged", e.Record, e.Kind, e.Field)
}

// Each calls do for every answer of an archive but those for robots.txt, in its order,
// until do fails, and returns do's error; any other error is a *TornError. Of a body
// at most limit bytes are read. differ is how many records differ from their digests.
// Where they are to be verified, each of these, of any kind, is given to do too, with
// nothing but its address and a *DigestError.
func Each(r io.Reader, limit int64, verify bool, do func(Response) error) (differ int, err error) {
	records := warc.NewReader(r)
	records.Thorough = verify
	var asked *http.Request
	for {
		rec, err := records.Next()
		if err == io.EOF {
			return differ, nil
		}
		if err != nil {
			return differ, &TornError{err}
		}
		u, badURL := url.Parse(strings.Trim(rec.Get("WARC-Target-URI"), "<>")) // WARC 1.0 had brackets
		var x *Response
		switch rec.Type() {
		case "request":
			asked, _ = http.ReadRequest(bufio.NewReader(rec.Block)) // one that cannot be read is as none
		case "response":
			robots := rec.Get(RobotsField) != "" || badURL == nil && u.Path == "/robots.txt"
			if badURL == nil && u.Host != "" && !robots && strings.HasPrefix(rec.Get("Content-Type"), "application/http") {
				x = &Response{URL: u, Date: rec.Date(), Truncated: rec.Get("WARC-Truncated")}
				x.Request = requestFor(u, asked, rec.Get(RequestField))
				if asked != nil {
					x.Sent = asked.Header
				}
				x.read(rec.Block, asked, limit)
			}
			asked = nil
		}
		if field := rec.Differs(); field != "" {
			if differ++; verify {
				if badURL != nil {
					u = &url.URL{}
				}
				x = &Response{URL: u, Err: &DigestError{rec.Number, rec.Type(), field}}
			}
		}
		if x != nil {
			if err := do(*x); err != nil {
				return differ, err
			}
		}
	}
}

// read reads an answer from a record's block, undoing what it was sent in.
func (x *Response) read(block io.Reader, asked *http.Request, limit int64) {
	res, err := http.ReadResponse(bufio.NewReader(block), asked)
	if err != nil {
		x.Err = err
		return
	}
	defer res.Body.Close()
	x.Status, x.Header = res.StatusCode, res.Header
	r, err := content.Decode(res.Header.Get("Content-Encoding"), res.Body)
	if err != nil {
		x.Err = err
		return
	}
	defer r.Close()
	x.Body, x.Err = io.ReadAll(io.LimitReader(r, limit+1))
	if int64(len(x.Body)) > limit {
		x.Body, x.Truncated = x.Body[:limit], fmt.Sprintf("longer than %d bytes: the rest was not read", limit)
	}
}

// Parse reads the postings of an answer whose body, perhaps cleaned by the
// caller, is body, and has at most so many tags. The error says why it gives
// none, without its address; an answer of another status than 200 gives none and
// no error.
func (x *Response) Parse(body []byte, tags int) (board.Answer, error) {
	switch {
	case x.Err != nil:
		return board.Answer{}, x.Err
	case x.Status != http.StatusOK:
		return board.Answer{}, nil
	}
	a, err := board.Parse(x.Request, body, x.Header.Get("Content-Type"), tags)
	if err != nil {
		err = errors.New(strings.TrimPrefix(err.Error(), x.Request.URL+": "))
	}
	return a, err
}

// Read reads the postings of an archive, called name in messages. An error is a
// *corpus.LineError; an answer that gives no posting does not end the stream. Records
// that differ from their digests are errors too where verify is set; else said, if not
// nil, is told at the end how many there are.
func Read(r io.Reader, name string, verify bool, said func(string)) iter.Seq2[corpus.Posting, error] {
	return func(yield func(corpus.Posting, error) bool) {
		done := errors.New("the reader has enough")
		differ, err := Each(r, board.MaxBody, verify, func(x Response) error {
			a, err := x.Parse(x.Body, board.MaxTags)
			if at := x.URL.String(); err != nil && at != "" {
				err = fmt.Errorf("%s: %w", at, err)
			}
			if err != nil && !yield(corpus.Posting{}, &corpus.LineError{File: name, Err: err}) {
				return done
			}
			for _, j := range a.Jobs {
				if j.Posting.Text != "" && !yield(j.Posting, nil) {
					return done
				}
			}
			return nil
		})
		if differ > 0 && !verify && said != nil {
			said(Differ(name, differ))
		}
		if err != nil && err != done {
			yield(corpus.Posting{}, &corpus.LineError{File: name, Err: err})
		}
	}
}

// Differ says how many records of an archive differ from their digests.
func Differ(name string, n int) string {
	if n == 1 {
		return fmt.Sprintf("archive %s has a record that differs from its digest, which was read all the same", name)
	}
	return fmt.Sprintf("archive %s has %d records that differ from their digests, which were read all the same", name, n)
}

// requestFor is the request that an archived answer is parsed by. An archive
// that this program wrote says it; of others, the address and method tell.
func requestFor(u *url.URL, asked *http.Request, recorded string) board.Request {
	var r board.Request
	if recorded != "" && json.Unmarshal([]byte(recorded), &r) == nil && r.URL != "" {
		return r
	}
	if ref, ok := board.Match(u); ok {
		for _, r := range board.Start(ref) {
			if r.URL == u.String() || ref.Board == "web" {
				return r
			}
		}
		if ref.Board != "web" { // another page of a known board
			web := board.ByName("web").Start(board.Ref{Board: "web", Token: u.String()})
			if len(web) == 1 {
				return web[0]
			}
		}
	}
	r = board.Request{Ref: board.Ref{Board: "web", Token: u.String()}, Method: "GET", URL: u.String()}
	if asked != nil {
		r.Method = asked.Method
	}
	return r
}
