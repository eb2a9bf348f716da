// Package boardtest holds what every board.Board promises, as checks that a test
// runs on addresses and answers of its own.
package boardtest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"net/url"
	"reflect"
	"slices"
	"strings"
	"testing"

	"rung/corpus"
	"rung/scrape/board"
)

// Sample is an answer that a board.Board can read.
type Sample struct {
	Request     board.Request
	Body        []byte
	ContentType string
}

// Conform checks what every board.Board promises, on addresses that are its own and
// on answers to requests of its own.
func Conform(t testing.TB, b board.Board, addresses []string, samples []Sample) {
	t.Helper()
	name := b.Name()
	if name == "" || strings.ToLower(name) != name || strings.ContainsAny(name, " :/#") {
		t.Errorf("name %q: want one word in lower case", name)
	}
	for _, address := range addresses {
		u, err := url.Parse(address)
		if err != nil {
			t.Errorf("%v", err)
			continue
		}
		ref, ok := b.Match(u)
		if !ok || ref.Board != name || ref.Token == "" {
			t.Errorf("%s: %s does not know it: %v", address, name, ref)
			continue
		}
		requests := b.Start(ref)
		if len(requests) == 0 {
			t.Errorf("%s: %v leads nowhere", address, ref)
		}
		for _, r := range requests {
			CheckRequest(t.Errorf, r)
			if r.Board != name || r.Token != ref.Token {
				t.Errorf("%s: the first request is of %v", address, r.Ref)
			}
		}
		if again, ok := board.ParseRef(ref.String()); name != "web" && (!ok || again != ref) {
			t.Errorf("%s: %q is read as %v", address, ref, again)
		}
	}
	for _, token := range []string{"", "..", "a/../b", "a b?c", "a\nb", "-x", "a@b", "a:1/b", "%2e%2e", strings.Repeat("a", 200)} {
		for _, r := range b.Start(board.Ref{Board: name, Token: token}) {
			t.Errorf("token %q is asked for at %s", token, r.URL)
		}
	}
	for _, s := range samples {
		conformSample(t.Errorf, b, s)
	}
}

func conformSample(errorf func(string, ...any), b board.Board, s Sample) {
	body := bytes.Clone(s.Body)
	a, err := b.Parse(s.Request, s.Body, s.ContentType)
	if err != nil {
		errorf("%s: %v", s.Request.URL, err)
		return
	}
	CheckAnswer(errorf, b, s.Request, a)
	if !bytes.Equal(body, s.Body) {
		errorf("%s: the answer's bytes were changed", s.Request.URL)
	}
	if again, _ := b.Parse(s.Request, s.Body, s.ContentType); !reflect.DeepEqual(a, again) {
		errorf("%s: read twice, it differs", s.Request.URL)
	}

	// What cannot be an answer is an error that says so.
	isJSON := json.Valid(s.Body)
	for what, body := range map[string]string{
		"nothing": "", "blanks": " \n", "a page": "<!DOCTYPE html><title>Sign in</title><p>Please wait.", "null": "null", "another object": `{"error": "not found"}`,
	} {
		a, err := b.Parse(s.Request, []byte(body), "")
		if err == nil && len(a.Jobs) > 0 {
			errorf("%s: %s gives %d postings", s.Request.URL, what, len(a.Jobs))
		}
		if err == nil && isJSON && what != "null" && !strings.HasPrefix(body, "{") {
			errorf("%s: %s is no error", s.Request.URL, what)
		}
	}
	for i := 1; i < 20; i++ {
		cut := bytes.TrimSpace(s.Body)
		cut = cut[:len(cut)*i/20]
		a, err := b.Parse(s.Request, cut, s.ContentType)
		if isJSON && err == nil {
			errorf("%s: cut short after %d bytes, it is no error", s.Request.URL, len(cut))
		}
		if err == nil {
			CheckAnswer(errorf, b, s.Request, a)
		}
	}
	// Every member missing, null, or of another type.
	var v any
	if json.Unmarshal(s.Body, &v) != nil {
		return
	}
	eachChanged(v, func(where string) {
		changed, err := json.Marshal(v)
		if err != nil {
			errorf("%v", err)
			return
		}
		if a, err := b.Parse(s.Request, changed, s.ContentType); err == nil {
			CheckAnswer(func(format string, args ...any) {
				errorf("%s, %s changed: %s", s.Request.URL, where, fmt.Sprintf(format, args...))
			}, b, s.Request, a)
		}
	})
}

// eachChanged calls visit for v with every one of its members in turn taken
// away or made something else, and leaves v as it was.
func eachChanged(v any, visit func(where string)) {
	others := []any{nil, "x", 7.5, map[string]any{}, []any{nil, "y", map[string]any{"z": nil}}}
	switch v := v.(type) {
	case map[string]any:
		for _, k := range slices.Sorted(maps.Keys(v)) {
			was := v[k]
			for _, o := range others {
				v[k] = o
				visit(k)
			}
			delete(v, k)
			visit(k)
			v[k] = was
			eachChanged(was, visit)
		}
	case []any:
		for i, was := range v[:min(len(v), 2)] {
			for _, o := range others {
				v[i] = o
				visit(fmt.Sprint("element ", i))
			}
			v[i] = was
			eachChanged(was, visit)
		}
	}
}

// absolute reads the address of a page; nil for anything else.
func absolute(s string) *url.URL {
	u, err := url.Parse(s)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return nil
	}
	return u
}

// CheckRequest checks that a request can be asked: absolute, with a body where it
// is a POST only, and of a board that exists. errorf is told what is wrong.
func CheckRequest(errorf func(string, ...any), r board.Request) {
	if u := absolute(r.URL); u == nil || u.User != nil || u.Fragment != "" {
		errorf("request for %q: not an absolute address", r.URL)
	}
	if (r.Method == "POST") != (r.Body != "") || r.Method != "POST" && r.Method != "GET" {
		errorf("%s %s with %d bytes", r.Method, r.URL, len(r.Body))
	}
	if r.Method == "POST" && r.Header["Content-Type"] == "" {
		errorf("%s: no content type", r.URL)
	}
	if board.ByName(r.Board) == nil {
		errorf("%s: no board %q", r.URL, r.Board)
	}
}

// CheckAnswer checks what holds of every answer that b reads, whatever its bytes:
// it leads on to other requests only, and the fields of its postings are clean,
// unique where they must be, and say where they come from. errorf is told what is
// wrong.
func CheckAnswer(errorf func(string, ...any), b board.Board, r board.Request, a board.Answer) {
	for _, next := range a.Next {
		CheckRequest(errorf, next)
		if next.Method == r.Method && next.URL == r.URL && next.Body == r.Body {
			errorf("%s leads to itself", r.URL)
		}
	}
	if slices.Contains(a.Listed, "") {
		errorf("%s: a posting without ID is listed", r.URL)
	}
	seen := map[corpus.ID]bool{}
	for _, j := range a.Jobs {
		if seen[j.ID] {
			errorf("%s: %s twice", r.URL, j.ID)
		}
		seen[j.ID] = true
		if j.Source == "" || !strings.HasPrefix(string(j.ID), b.Name()+"/") || strings.HasSuffix(string(j.ID), "/") && b.Name() != "web" {
			errorf("%s: ID %q, source %q", r.URL, j.ID, j.Source)
		}
		if corpus.Normalize(j.Text) != j.Text {
			errorf("%s: the text of %s is not normal", r.URL, j.ID)
		}
		if strings.Join(j.Locations, "; ") != j.Location {
			errorf("%s: locations %q, location %q", r.URL, j.Locations, j.Location)
		}
		for field, v := range map[string]string{
			"title": j.Title, "company": j.Company, "location": j.Location, "url": j.URL, "applyurl": j.ApplyURL,
			"workplace": j.Workplace, "employment": j.Employment, "department": j.Department, "pay": j.Pay.Text,
		} {
			if strings.ContainsAny(v, "\n\r\t") || strings.TrimSpace(v) != v {
				errorf("%s: %s %q", r.URL, field, v)
			}
			if (v != "") != (j.Fields[field] != "") {
				errorf("%s: %s is %q, its source %q", r.URL, field, v, j.Fields[field])
			}
		}
		for _, address := range []string{j.URL, j.ApplyURL} {
			if address != "" && absolute(address) == nil {
				errorf("%s: %q is no address", r.URL, address)
			}
		}
		if j.Pay.Min < 0 || j.Pay.Max < 0 {
			errorf("%s: pay %v", r.URL, j.Pay)
		}
	}
}
