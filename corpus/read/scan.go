package read

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// The scanner below reads one JSON value in memory. It is not encoding/json or another
// module, because these refuse what data sets hold (duplicate keys, NaN, raw control
// characters, lone surrogates, broken UTF-8), and because it decodes only the values
// that are asked for.

const maxDepth = 1000 // of nested values

type jsonError struct {
	at   int
	what string
}

func (e *jsonError) Error() string {
	return fmt.Sprintf("not JSON: %s at byte %d of the record", e.what, e.at+1)
}

func badJSON(b []byte, at int, want string) error {
	if at >= len(b) {
		return &jsonError{len(b), "it ends where " + want + " is wanted"}
	}
	r, _ := utf8.DecodeRune(b[at:])
	if r == '/' {
		want += `, and no comment,`
	}
	return &jsonError{at, fmt.Sprintf("%q where %s is wanted", r, want)}
}

func skipSpace(b []byte, i int) int {
	for i < len(b) && (b[i] == ' ' || b[i] == '\n' || b[i] == '\t' || b[i] == '\r') {
		i++
	}
	return i
}

// skipString returns the index after the string that begins at b[i].
func skipString(b []byte, i int) (int, error) {
	start := i
	for i++; ; i++ {
		n := bytes.IndexByte(b[i:], '"')
		if n < 0 {
			return 0, &jsonError{start, "a string that does not end begins"}
		}
		i += n
		esc := 0
		for b[i-1-esc] == '\\' {
			esc++
		}
		if esc%2 == 0 {
			return i + 1, nil
		}
	}
}

// skipValue returns the index after the value that begins at b[i].
func skipValue(b []byte, i, depth int) (int, error) {
	if i >= len(b) {
		return 0, badJSON(b, i, "a value")
	}
	switch c := b[i]; {
	case c == '"':
		return skipString(b, i)
	case c == '{', c == '[':
		return each(b, i, depth+1, nil)
	case c == '-' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z':
		end := i + 1
		for end < len(b) && (b[end] == '.' || b[end] == '+' || b[end] == '-' || b[end] >= '0' && b[end] <= '9' || b[end]|0x20 >= 'a' && b[end]|0x20 <= 'z') {
			end++
		}
		if !isLiteral(b[i:end]) {
			return 0, badJSON(b, i, "a value")
		}
		return end, nil
	}
	return 0, badJSON(b, i, "a value")
}

// isLiteral reports whether w is a number or one of JSON's and Python's words.
func isLiteral(w []byte) bool {
	switch string(w) {
	case "true", "false", "null", "NaN", "Infinity", "-Infinity":
		return true
	}
	digits, seen := 0, 0 // seen: 1 a point, 2 an exponent
	for i, c := range w {
		switch {
		case c >= '0' && c <= '9':
			digits++
		case c == '-' && (i == 0 || w[i-1]|0x20 == 'e'), c == '+' && i > 0 && w[i-1]|0x20 == 'e':
		case c == '.' && seen == 0 && digits > 0:
			seen, digits = 1, 0
		case c|0x20 == 'e' && seen < 2 && digits > 0:
			seen, digits = 2, 0
		default:
			return false
		}
	}
	return digits > 0
}

// each calls visit, if not nil, with the place of the value of every member of the
// object, or of every element of the array, that begins at b[i], and returns the index
// after it. key is a member's, unquoted, and nil for an element.
func each(b []byte, i, depth int, visit func(key []byte, start, end int)) (int, error) {
	if depth > maxDepth {
		return 0, errors.New("not a record: values nested more than 1000 deep")
	}
	isObject, bracket := b[i] == '{', b[i]+2 // "}" and "]" are two after their openings
	if i = skipSpace(b, i+1); i < len(b) && b[i] == bracket {
		return i + 1, nil
	}
	for {
		var key []byte
		if isObject {
			if i >= len(b) || b[i] != '"' {
				return 0, badJSON(b, i, `a key in "quotes"`)
			}
			end, err := skipString(b, i)
			if err != nil {
				return 0, err
			}
			key = b[i+1 : end-1]
			if i = skipSpace(b, end); i >= len(b) || b[i] != ':' {
				return 0, badJSON(b, i, `":"`)
			}
			i = skipSpace(b, i+1)
		}
		end, err := skipValue(b, i, depth)
		if err != nil {
			return 0, err
		}
		if visit != nil {
			if bytes.IndexByte(key, '\\') >= 0 {
				if key, err = unescape(nil, key); err != nil {
					return 0, err
				}
			}
			visit(key, i, end)
		}
		switch i = skipSpace(b, end); {
		case i < len(b) && b[i] == ',':
			if i = skipSpace(b, i+1); i < len(b) && b[i] == bracket { // a comma behind the last
				return i + 1, nil
			}
		case i < len(b) && b[i] == bracket:
			return i + 1, nil
		default:
			return 0, badJSON(b, i, `"," or "`+string(bracket)+`"`)
		}
	}
}

// escapes are the letters of JSON's escapes, but for "u", and what they stand for.
var escapes = [256]byte{'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}

// unescape appends to dst what stands between the quotes of a JSON string.
func unescape(dst, s []byte) ([]byte, error) {
	for {
		n := bytes.IndexByte(s, '\\')
		if n < 0 {
			return append(dst, s...), nil
		}
		dst = append(dst, s[:n]...)
		if n+1 >= len(s) {
			return nil, errors.New(`not JSON: a string ends in "\"`)
		}
		c := s[n+1]
		s = s[n+2:]
		switch plain := escapes[c]; {
		case plain != 0:
			dst = append(dst, plain)
		case c == 'u':
			r := hex4(s)
			if r < 0 {
				return nil, errors.New(`not JSON: a "\u" without four hexadecimal digits in a string`)
			}
			s = s[4:]
			if utf16.IsSurrogate(r) {
				second := rune(-1)
				if len(s) >= 6 && s[0] == '\\' && s[1] == 'u' {
					second = hex4(s[2:])
				}
				if r = utf16.DecodeRune(r, second); r != utf8.RuneError {
					s = s[6:]
				}
			}
			dst = utf8.AppendRune(dst, r)
		default:
			return nil, fmt.Errorf("not JSON: unknown escape %q in a string", `\`+string(rune(c)))
		}
	}
}

// hex4 is the value of the four hexadecimal digits that s begins with, or -1.
func hex4(s []byte) rune {
	if len(s) < 4 {
		return -1
	}
	n, err := strconv.ParseUint(string(s[:4]), 16, 16)
	if err != nil {
		return -1
	}
	return rune(n)
}

// cursor goes through the members of an object, or the elements of a list, that each has
// passed.
type cursor struct {
	b []byte
	i int // of the next, or of what stands before it
}

// next returns the key as it stands, nil in a list, and the value, nil behind the last.
func (c *cursor) next() (key, value []byte) {
	i := skipSpace(c.b, c.i+1)
	if i >= len(c.b)-1 {
		return nil, nil
	}
	if c.b[0] == '{' {
		end, err := skipString(c.b, i)
		if err != nil {
			return nil, nil
		}
		key = c.b[i:end]
		i = skipSpace(c.b, skipSpace(c.b, end)+1)
	}
	end, err := skipValue(c.b, i, 0)
	if err != nil {
		return nil, nil
	}
	c.i = skipSpace(c.b, end) // at a comma or the last bracket
	return key, c.b[i:end]
}

// depth finds where values end in a stream of bytes by their strings and brackets
// alone.
type depth struct {
	n      int
	quoted byte // the quote that a string began with, else 0
	escape bool
	python bool // strings may be in single quotes
}

// scan reads b up to the end of the first value that closes at depth zero and
// returns the index after it, or len(b) if none does.
func (d *depth) scan(b []byte) int {
	for i, c := range b {
		switch {
		case d.escape:
			d.escape = false
		case d.quoted != 0:
			switch c {
			case '\\':
				d.escape = true
			case d.quoted:
				d.quoted = 0
			}
		case c == '"', c == '\'' && d.python:
			d.quoted = c
		case c == '{' || c == '[':
			d.n++
		case c == '}' || c == ']':
			if d.n--; d.n <= 0 {
				return i + 1
			}
		}
	}
	return len(b)
}
