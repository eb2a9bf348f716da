package read

import (
	"bytes"
	"errors"
	"strconv"
	"strings"
	"unicode/utf8"
)

var errPython = errors.New("in Python's own notation, and not JSON: write it with json.dumps")

// looksPython reports whether a file begins like a dictionary of Python, or a list of them:
// with a key in single quotes.
func looksPython(b []byte) bool {
	b = bytes.TrimLeft(b, " \t\r\n[(")
	rest, ok := bytes.CutPrefix(b, []byte{'{'})
	rest = bytes.TrimLeft(rest, " \t\r\n")
	return ok && len(rest) > 0 && rest[0] == '\''
}

// pythonRecord is a record in Python's notation, or in that of a shell of a database, as
// JSON; nil where it is none.
func pythonRecord(b []byte) []byte {
	p := python{in: b, out: make([]byte, 0, len(b)+len(b)/8)}
	if len(b) > 2 && b[0] == 'b' && (b[1] == '\'' || b[1] == '"') { // b'{"title": …}'
		text, ok := p.literal()
		if ok && len(bytes.TrimSpace(p.in[p.at:])) == 0 && len(text) > 0 && (text[0] == '{' || text[0] == '[') {
			return text
		}
		return nil
	}
	if len(b) == 0 || b[0] != '{' && b[0] != '[' || !p.rewrite() {
		return nil
	}
	if end, err := skipValue(p.out, 0, 0); err != nil || len(trimBetween(p.out[end:])) > 0 || bytes.Equal(p.out, b) {
		return nil
	}
	return p.out
}

// python writes literals of Python as JSON.
type python struct {
	in   []byte
	at   int
	out  []byte
	text []byte
}

// rewrite goes through all tokens; false means that one is unknown.
func (p *python) rewrite() bool {
	for p.at < len(p.in) {
		c := p.in[p.at]
		switch {
		case c == '(':
			p.out = append(p.out, '[')
			p.at++
		case c == ')':
			p.out = append(p.out, ']')
			p.at++
		case c == '"', c == '\'':
			text, ok := p.literal()
			if !ok {
				return false
			}
			p.quote(text)
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c == '_':
			if !p.name() {
				return false
			}
		case strings.IndexByte("-+.0123456789", c) >= 0:
			n := p.at
			for n < len(p.in) && (strings.IndexByte("-+._", p.in[n]) >= 0 || isWord(p.in[n])) {
				n++
			}
			if word := p.in[p.at:n]; isLiteral(word) {
				p.out = append(p.out, word...)
			} else {
				p.out = append(p.out, "null"...) // -inf
			}
			p.at = n
		default:
			p.out = append(p.out, c)
			p.at++
		}
	}
	return true
}

func isWord(c byte) bool { return c == '_' || c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z' }

// name writes a word: a constant, the letters before a string, or a call, of which the
// first string is kept: Timestamp('2024-03-05'), ObjectId("…").
func (p *python) name() bool {
	n := p.at
	for n < len(p.in) && (isWord(p.in[n]) || p.in[n] == '.') {
		n++
	}
	word := string(p.in[p.at:n])
	next := byte(0)
	if n < len(p.in) {
		next = p.in[n]
	}
	switch {
	case next == '\'' || next == '"':
		if len(word) > 2 || strings.Trim(word, "bBuUrR") != "" {
			return false
		}
		text, ok := p.literal()
		if ok {
			p.quote(text)
		}
		return ok
	case next == '(':
		p.at = n + 1
		return p.call()
	}
	p.at = n
	switch word {
	case "True", "true":
		word = "true"
	case "False", "false":
		word = "false"
	case "None", "null", "nan", "NaN", "inf", "Infinity", "NaT", "undefined":
		word = "null"
	default:
		return false
	}
	p.out = append(p.out, word...)
	return true
}

// call writes the first string between the brackets of a call, the day of its numbers, or
// null.
func (p *python) call() bool {
	depth, wrote := 1, false
	start := p.at
	for p.at < len(p.in) {
		switch c := p.in[p.at]; {
		case c == '"' || c == '\'':
			text, ok := p.literal()
			if !ok {
				return false
			}
			if !wrote {
				p.quote(text)
			}
			wrote = true
			continue
		case c == '(':
			depth++
		case c == ')':
			if depth--; depth == 0 {
				if !wrote {
					p.out = append(p.out, dayOf(string(p.in[start:p.at]))...)
				}
				p.at++
				return true
			}
		}
		p.at++
	}
	return false
}

// dayOf is "2024-03-05" of "2024, 3, 5, 0, 0", quoted, else null.
func dayOf(args string) string {
	parts := strings.SplitN(args, ",", 4)
	if len(parts) < 3 {
		return "null"
	}
	var n [3]int
	for i := range n {
		var err error
		if n[i], err = strconv.Atoi(strings.TrimSpace(parts[i])); err != nil || n[i] < 1 {
			return "null"
		}
	}
	pad := func(n, width int) string {
		s := strconv.Itoa(n)
		return strings.Repeat("0", max(0, width-len(s))) + s
	}
	return `"` + pad(n[0], 4) + "-" + pad(n[1], 2) + "-" + pad(n[2], 2) + `"`
}

// quote writes text as a JSON string. Strings that follow each other are one.
func (p *python) quote(text []byte) {
	if n := len(bytes.TrimRight(p.out, " \t\r\n")); n > 0 && p.out[n-1] == '"' && n > 1 {
		p.out = p.out[:n-1]
	} else {
		p.out = append(p.out, '"')
	}
	for _, c := range text {
		switch {
		case c == '"' || c == '\\':
			p.out = append(p.out, '\\', c)
		case c == '\n':
			p.out = append(p.out, `\n`...)
		default:
			p.out = append(p.out, c)
		}
	}
	p.out = append(p.out, '"')
}

// literal reads the string at p.at, with the letters before it, and unescapes it. The
// result is valid until the next call.
func (p *python) literal() ([]byte, bool) {
	raw, ofBytes := false, false
	for p.at < len(p.in)-1 && isWord(p.in[p.at]) {
		raw = raw || p.in[p.at]|0x20 == 'r'
		ofBytes = ofBytes || p.in[p.at]|0x20 == 'b'
		p.at++
	}
	q := p.in[p.at]
	p.text = p.text[:0]
	for i := p.at + 1; i < len(p.in); i++ {
		switch c := p.in[i]; {
		case c == q:
			p.at = i + 1
			return p.text, true
		case c == '\\' && i+1 < len(p.in):
			if raw {
				p.text = append(p.text, c, p.in[i+1])
				i++
				continue
			}
			i += p.escape(p.in[i+1:], ofBytes)
		default:
			p.text = append(p.text, c)
		}
	}
	return nil, false
}

// escape writes what stands for the escape whose letters b begins with, and returns how
// many these are. In a string of bytes, b'\xe2\x80\x99' is one character.
func (p *python) escape(b []byte, ofBytes bool) int {
	digits := map[byte]int{'x': 2, 'u': 4, 'U': 8}[b[0]]
	if digits > 0 && len(b) > digits {
		if n, err := strconv.ParseUint(string(b[1:1+digits]), 16, 32); err == nil {
			if digits == 2 && ofBytes {
				p.text = append(p.text, byte(n))
			} else {
				p.text = utf8.AppendRune(p.text, rune(n))
			}
			return 1 + digits
		}
	}
	switch plain := escapes[b[0]]; {
	case b[0] == '\n': // goes on in the next line
	case plain != 0:
		p.text = append(p.text, plain)
	case b[0] == '\'':
		p.text = append(p.text, b[0])
	default:
		p.text = append(p.text, '\\', b[0])
	}
	return 1
}
