package web

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
)

// refusal is why a request is not answered, for the asker to read.
type refusal struct {
	status int    // of HTTP
	key    string // of its words
	why    string // said in place of the words of key, where it is not empty
	back   string // the table where it was asked; empty: none
	after  string // seconds after which it may be asked again; empty: 1 where it is the server's fault, else never
}

func (r *refusal) Error() string { return cmp.Or(r.why, r.key) }

var (
	errOrigin   = &refusal{status: http.StatusForbidden, key: "cross_origin"}
	errLinked   = &refusal{status: http.StatusForbidden, key: "linked"}
	errHost     = &refusal{status: http.StatusMisdirectedRequest, key: "host"}
	errNoToken  = &refusal{status: http.StatusUnauthorized, key: "token"}
	errNoPage   = &refusal{status: http.StatusNotFound, key: "no_page"}
	errGone     = &refusal{status: http.StatusNotFound, key: "gone"}
	errKind     = &refusal{status: http.StatusUnsupportedMediaType, key: "kind"}
	errEmpty    = &refusal{status: http.StatusUnprocessableEntity, key: "empty"}
	errUnread   = &refusal{status: http.StatusUnprocessableEntity, key: "unread"}
	errAddress  = &refusal{status: http.StatusUnprocessableEntity, key: "address"}
	errTooLarge = &refusal{status: http.StatusRequestEntityTooLarge, key: "too_large"}
	errTooMany  = &refusal{status: http.StatusRequestEntityTooLarge, key: "too_many"}
	errTooOften = &refusal{status: http.StatusTooManyRequests, key: "too_often", after: "1"}
	errTries    = &refusal{status: http.StatusTooManyRequests, key: "tries", after: "60"}
	errBusy     = &refusal{status: http.StatusServiceUnavailable, key: "busy"}
	errTooLong  = &refusal{status: http.StatusServiceUnavailable, key: "too_long"}
	errNoAnswer = &refusal{status: http.StatusGatewayTimeout, key: "too_long"}
)

// badRequest says to a program what is wrong with its question.
func badRequest(format string, args ...any) error {
	return &refusal{status: http.StatusBadRequest, why: fmt.Sprintf(format, args...)}
}

// refusalOf says err in the terms of HTTP. An error that it does not know means
// that something could not be read.
func refusalOf(err error) *refusal {
	var known *refusal
	switch {
	case errors.As(err, &known):
		return known
	case tooLarge(err):
		return errTooLarge
	case errors.Is(err, ErrNoRow):
		return errGone
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled):
		return errTooLong
	}
	return errUnread
}

// tooLarge reports whether a body was longer than its bound.
func tooLarge(err error) bool {
	var large *http.MaxBytesError
	return errors.As(err, &large)
}

// fail says why a request is not answered: to a program as JSON, to a person as
// a page.
func (s *Server) fail(w http.ResponseWriter, r *http.Request, err error) {
	no := refusalOf(err)
	why := cmp.Or(no.why, s.Words.Say("refused", no.key))
	if after := no.after; after != "" || no.status == http.StatusServiceUnavailable {
		w.Header().Set("Retry-After", cmp.Or(after, "1"))
	}
	if forProgram(r) {
		send(w, no.status, "application/json", append(appendError(nil, 0, why), '\n'))
		return
	}
	page := struct{ Title, Problem, Back string }{s.Words.Say("ui", "refused"), why, no.back}
	if s.page(w, no.status, "problem", page) != nil {
		http.Error(w, why, no.status)
	}
}

// forProgram reports whether a request is one of the API.
func forProgram(r *http.Request) bool {
	return strings.HasPrefix(r.URL.Path, "/api/") || r.URL.Path == "/metrics"
}

// appendError appends why as JSON, with the line of the record in what was
// asked, from 1; 0: no line.
func appendError(dst []byte, line int, why string) []byte {
	b, _ := json.Marshal(struct { // strings and numbers can always be written
		Error string `json:"error"`
		Line  int    `json:"line,omitempty"`
	}{why, line})
	return append(dst, b...)
}
