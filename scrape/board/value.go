package board

import (
	"bytes"
	"cmp"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"maps"
	"mime"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/net/html/charset"

	"rung/corpus"
)

// value is a value of JSON, or of XML brought into the same form, that is read
// as what the reader needs: a missing member, null, or a value of another type
// reads as empty, never as an error. Boards change what they send.
type value struct{ v any }

// decodeJSON reads a whole answer. Its errors tell the three usual accidents
// apart: a page where JSON is due, an answer cut short, and one garbled.
func decodeJSON(board string, body []byte, contentType string) (value, error) {
	body = bytes.TrimSpace(bytes.TrimPrefix(body, []byte("\ufeff")))
	switch {
	case len(body) == 0:
		return value{}, fmt.Errorf("%s: the answer is empty", board)
	case body[0] == '<':
		t, _, _ := mime.ParseMediaType(contentType)
		return value{}, fmt.Errorf("%s: want JSON, got a page (%s): the board may have moved, or asks for a browser", board, cmp.Or(t, "HTML"))
	}
	d := json.NewDecoder(bytes.NewReader(body))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			return value{}, fmt.Errorf("%s: the JSON ends too early, after %d bytes: ask again", board, len(body))
		}
		return value{}, fmt.Errorf("%s: no JSON at byte %d: %w", board, d.InputOffset(), err)
	}
	return value{v}, nil
}

// decodeXML reads a whole answer: an element is a map of its children by their
// local names, lists where they repeat, "@name" for attributes and "" for its
// own words; an element of words alone is a string.
func decodeXML(board string, body []byte) (name string, v value, err error) {
	d := xml.NewDecoder(bytes.NewReader(bytes.TrimLeft(bytes.TrimPrefix(body, []byte("\ufeff")), " \t\r\n")))
	d.Strict = false
	d.Entity = xml.HTMLEntity
	d.CharsetReader = charset.NewReaderLabel
	type element struct {
		name string
		kids map[string]any
		text strings.Builder
	}
	var stack []*element
	for {
		t, err := d.Token()
		if err != nil {
			if len(stack) > 0 {
				return "", value{}, fmt.Errorf("%s: the XML ends too early or is broken at byte %d: ask again: %w", board, d.InputOffset(), err)
			}
			return "", value{}, fmt.Errorf("%s: want XML, got none", board)
		}
		switch t := t.(type) {
		case xml.StartElement:
			if len(stack) > 1000 {
				return "", value{}, fmt.Errorf("%s: the XML is nested too deep", board)
			}
			e := &element{name: t.Name.Local, kids: map[string]any{}}
			for _, a := range t.Attr {
				e.kids["@"+a.Name.Local] = a.Value
			}
			stack = append(stack, e)
		case xml.CharData:
			if len(stack) > 0 {
				stack[len(stack)-1].text.Write(t)
			}
		case xml.EndElement:
			if len(stack) == 0 {
				continue
			}
			e := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			var v any = strings.TrimSpace(e.text.String())
			if len(e.kids) > 0 {
				if v != "" {
					e.kids[""] = v
				}
				v = e.kids
			}
			if len(stack) == 0 {
				return e.name, value{v}, nil
			}
			up := stack[len(stack)-1].kids
			switch have := up[e.name].(type) {
			case nil:
				up[e.name] = v
			case []any:
				up[e.name] = append(have, v)
			default:
				up[e.name] = []any{have, v}
			}
		}
	}
}

// get is the member at the end of a path of names.
func (v value) get(path ...string) value {
	for _, k := range path {
		m, ok := v.v.(map[string]any)
		if !ok {
			return value{}
		}
		v = value{m[k]}
	}
	return v
}

// has reports whether v is an object with such a member, whatever its value.
func (v value) has(name string) bool {
	m, _ := v.v.(map[string]any)
	_, ok := m[name]
	return ok
}

func (v value) isObject() bool {
	_, ok := v.v.(map[string]any)
	return ok
}

func sortedKeys(m map[string]any) []string { return slices.Sorted(maps.Keys(m)) }

// str is v as words: of an object its name or value, of a list its first; not
// trimmed where it is a string.
func (v value) str() string {
	switch x := v.v.(type) {
	case string:
		return x
	case json.Number:
		return x.String()
	case bool:
		return strconv.FormatBool(x)
	case []any:
		for _, e := range x {
			if s := (value{e}).str(); s != "" {
				return s
			}
		}
	case map[string]any:
		for _, k := range []string{"name", "label", "value", "@value", "", "descriptor", "title", "id"} {
			switch x[k].(type) {
			case string, json.Number:
				if s := (value{x[k]}).str(); s != "" {
					return s
				}
			}
		}
	}
	return ""
}

// key is a word by its letters and digits of ASCII, in lower case.
func key(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			return r
		case r >= 'A' && r <= 'Z':
			return r + 'a' - 'A'
		}
		return -1
	}, s)
}

// line is str on one line, without marks.
func (v value) line() string { return oneLine(v.str()) }

// list is v as a list: of one where it is no list, of none where it is null.
func (v value) list() []value {
	switch x := v.v.(type) {
	case nil:
		return nil
	case []any:
		out := make([]value, len(x))
		for i, e := range x {
			out[i] = value{e}
		}
		return out
	}
	return []value{v}
}

// num is v as a number, 0 where it is none.
func (v value) num() float64 {
	s := strings.TrimSpace(v.str())
	if f, err := strconv.ParseFloat(s, 64); err == nil && f > -1e15 && f < 1e15 {
		return f
	}
	return 0
}

func (v value) int() int { return int(v.num()) }

// is reports whether v is true, also as a word or number.
func (v value) is() bool {
	s := strings.ToLower(v.str())
	return s == "true" || s == "1" || s == "yes"
}

// isFalse reports whether v says no, which a missing value does not.
func (v value) isFalse() bool {
	s := strings.ToLower(v.str())
	return s == "false" || s == "0" || s == "no"
}

// time is v as a date, the zero time where it is none.
func (v value) time() time.Time { return corpus.ParseTime(v.str(), layouts) }

var layouts = []string{
	time.RFC3339Nano, "2006-01-02", "2006-01-02 15:04:05 MST", "2006-01-02 15:04:05 -0700", "2006-01-02T15:04:05-0700", "2006-01-02T15:04:05",
	"2006-01-02T15:04", "2006-01-02 15:04:05", "Mon, 2 Jan 2006 15:04:05 MST", "Mon, 2 Jan 2006 15:04:05 -0700", "2 Jan 2006 15:04:05 MST",
	"2-Jan-2006", "2 Jan 2006", "Jan 2, 2006", "January 2, 2006", "2006-1-2", "2006/01/02",
}
