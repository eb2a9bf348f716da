package page

import (
	"encoding/json"
	"html"
	"slices"
	"strings"
)

// repairs are the defects of a script of JSON-LD that were mended.
type repairs struct {
	notes   []string // each once
	guessed bool     // some leave a choice of what was meant
}

func (r *repairs) mend(what string) {
	if what = "JSON-LD: " + what; !slices.Contains(r.notes, what) {
		r.notes = append(r.notes, what)
	}
}

func (r *repairs) guess(what string) {
	r.mend(what)
	r.guessed = true
}

// looseJSON reads JSON as pages hold it. Where it is not JSON, it is repaired:
// the defects are those seen in pages of real boards.
func looseJSON(s string) (v any, r repairs, ok bool) {
	s = strings.TrimSpace(strings.TrimPrefix(s, "\ufeff"))
	if v, ok = decodeJSON(s); ok {
		return v, r, true
	}
	if t := unwrap(s); t != s {
		s = t
		r.mend("comment or CDATA marks around it taken off")
		if v, ok = decodeJSON(s); ok {
			return v, r, true
		}
	}
	if !strings.Contains(s, `"`) && strings.Contains(s, "&quot;") || strings.HasPrefix(s, "{&quot;") {
		s = html.UnescapeString(s)
		r.guess("written with entities")
		if v, ok = decodeJSON(s); ok {
			return v, r, true
		}
	}
	v, ok = decodeJSON(r.repair(s))
	return v, r, ok
}

// decodeJSON reads one value, or several one after the other as an array.
func decodeJSON(s string) (any, bool) {
	d := json.NewDecoder(strings.NewReader(s))
	d.UseNumber()
	var all []any
	for d.More() {
		var v any
		if d.Decode(&v) != nil {
			return nil, false
		}
		all = append(all, v)
	}
	if len(all) == 1 {
		return all[0], true
	}
	return all, len(all) > 0
}

// unwrap takes off what hides a script from old parsers.
func unwrap(s string) string {
	for {
		t := s
		for _, w := range []string{"<!--", "//<!--", "// <!--", "//<![CDATA[", "// <![CDATA[", "/*<![CDATA[*/", "/* <![CDATA[ */", "<![CDATA["} {
			s = strings.TrimSpace(strings.TrimPrefix(s, w))
		}
		for _, w := range []string{"-->", "//-->", "// -->", "//]]>", "// ]]>", "/*]]>*/", "/* ]]> */", "]]>", "//", ";"} {
			s = strings.TrimSpace(strings.TrimSuffix(s, w))
		}
		if s == t {
			return s
		}
	}
}

// repair writes s as JSON, guessing what was meant: it escapes raw line ends
// and quotes within strings, drops comments, superfluous commas and unknown
// escapes, adds missing commas, and closes what is open at the end.
func (r *repairs) repair(s string) string {
	var b strings.Builder
	var open []byte // brackets to be closed
	value := false  // a value or a key has just ended
	comma := false  // a comma is due before the next value
	begin := func() {
		switch {
		case comma:
			b.WriteByte(',')
		case value:
			b.WriteByte(',')
			r.mend("a missing comma added")
		}
		value, comma = false, false
	}
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case c == '"':
			begin()
			i = r.repairString(&b, s, i)
			value = true
			if rest := strings.TrimLeft(s[i:], " \t\r\n"); strings.HasPrefix(rest, ":") {
				b.WriteByte(':')
				i = len(s) - len(rest) + 1
				value = false
			}
			continue
		case c == '{' || c == '[':
			begin()
			b.WriteByte(c)
			open = append(open, c+2) // "}" and "]" are two after their openings
		case c == '}' || c == ']':
			if comma {
				r.mend("a superfluous comma dropped")
			}
			for len(open) > 0 {
				last := open[len(open)-1]
				open = open[:len(open)-1]
				b.WriteByte(last)
				if last == c {
					break
				}
				r.guess("a missing bracket added")
			}
			value, comma = true, false
		case c == ',':
			if comma || !value {
				r.mend("a superfluous comma dropped")
			} else {
				comma = true
			}
			value = false
		case strings.HasPrefix(s[i:], "//"):
			n := strings.IndexByte(s[i:], '\n')
			if n < 0 {
				n = len(s) - i
			}
			i += n
			r.guess("a comment dropped")
			continue
		case strings.HasPrefix(s[i:], "/*"), strings.HasPrefix(s[i:], "<!--"):
			end := "*/"
			if c == '<' {
				end = "-->"
			}
			n := strings.Index(s[i:], end)
			if n < 0 {
				n = len(s) - i - len(end)
			}
			i += n + len(end)
			r.guess("a comment dropped")
			continue
		case c == '-' || c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z':
			end := i + 1
			for end < len(s) && strings.IndexByte(" \t\r\n,]}:\"", s[end]) < 0 {
				end++
			}
			begin()
			word := s[i:end]
			if json.Valid([]byte(word)) {
				b.WriteString(word)
			} else {
				b.WriteString("null")
				r.guessed = true
			}
			value = true
			i = end
			continue
		}
		i++
	}
	if len(open) > 0 {
		r.guess("a missing bracket added")
	}
	for len(open) > 0 {
		b.WriteByte(open[len(open)-1])
		open = open[:len(open)-1]
	}
	return b.String()
}

// repairString writes the string that begins at s[i] and returns the index
// after it.
func (r *repairs) repairString(b *strings.Builder, s string, i int) int {
	b.WriteByte('"')
	for i++; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\\' && i+1 < len(s):
			i++
			switch e := s[i]; {
			case strings.IndexByte(`"\/bfnrtu`, e) >= 0:
				b.WriteByte('\\')
				b.WriteByte(e)
			case e == '\n':
				b.WriteString(`\n`)
			default:
				b.WriteByte(e)
				r.guess("an unknown escape dropped")
			}
		case c == '"':
			if closes(s[i+1:]) {
				b.WriteByte('"')
				return i + 1
			}
			b.WriteString(`\"`)
			r.guess("a quote within a string escaped")
		case c == '\n':
			b.WriteString(`\n`)
			r.mend("line ends within a string escaped")
		case c < ' ':
			b.WriteByte(' ')
			r.mend("control characters dropped")
		default:
			b.WriteByte(c)
		}
	}
	b.WriteByte('"')
	return i
}

// closes reports whether a quote before rest ends its string: what follows is
// what follows strings in JSON, or the next key, its comma forgotten.
func closes(rest string) bool {
	t := strings.TrimLeft(rest, " \t\r\n")
	if t == "" || strings.IndexByte("}]:", t[0]) >= 0 || strings.HasPrefix(t, "//") || strings.HasPrefix(t, "/*") {
		return true
	}
	if t[0] == ',' {
		t = strings.TrimLeft(t[1:], " \t\r\n")
		return t == "" || strings.IndexByte(`"{[]},`, t[0]) >= 0 || strings.HasPrefix(t, "//") || strings.HasPrefix(t, "/*")
	}
	if t[0] != '"' {
		return false
	}
	key, after, ok := strings.Cut(t[1:], `"`)
	return ok && !strings.ContainsAny(key, " ,\n") && strings.HasPrefix(strings.TrimLeft(after, " \t\r\n"), ":")
}
