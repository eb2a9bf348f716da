package page

import (
	"encoding/json"
	"html"
	"strings"
)

// looseJSON reads JSON as pages hold it. Where it is not JSON, it is repaired:
// the defects are those seen in pages of real boards. notes names them.
func looseJSON(s string) (v any, notes []string, ok bool) {
	s = strings.TrimSpace(strings.TrimPrefix(s, "\ufeff"))
	if v, ok = decodeJSON(s); ok {
		return v, nil, true
	}
	note := func(what string) {
		for _, n := range notes {
			if n == what {
				return
			}
		}
		notes = append(notes, what)
	}
	if t := unwrap(s); t != s {
		s = t
		note("JSON-LD: comment or CDATA marks around it taken off")
		if v, ok = decodeJSON(s); ok {
			return v, notes, true
		}
	}
	if !strings.Contains(s, `"`) && strings.Contains(s, "&quot;") || strings.HasPrefix(s, "{&quot;") {
		s = html.UnescapeString(s)
		note("JSON-LD: written with entities")
		if v, ok = decodeJSON(s); ok {
			return v, notes, true
		}
	}
	if v, ok = decodeJSON(repair(s, note)); ok {
		return v, notes, true
	}
	return nil, notes, false
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
func repair(s string, note func(string)) string {
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
			note("JSON-LD: a missing comma added")
		}
		value, comma = false, false
	}
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case c == '"':
			begin()
			i = repairString(&b, s, i, note)
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
				note("JSON-LD: a superfluous comma dropped")
			}
			for len(open) > 0 {
				last := open[len(open)-1]
				open = open[:len(open)-1]
				b.WriteByte(last)
				if last == c {
					break
				}
				note("JSON-LD: a missing bracket added")
			}
			value, comma = true, false
		case c == ',':
			if comma || !value {
				note("JSON-LD: a superfluous comma dropped")
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
			note("JSON-LD: a comment dropped")
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
			note("JSON-LD: a comment dropped")
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
			}
			value = true
			i = end
			continue
		}
		i++
	}
	if len(open) > 0 {
		note("JSON-LD: a missing bracket added")
	}
	for len(open) > 0 {
		b.WriteByte(open[len(open)-1])
		open = open[:len(open)-1]
	}
	return b.String()
}

// repairString writes the string that begins at s[i] and returns the index
// after it.
func repairString(b *strings.Builder, s string, i int, note func(string)) int {
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
				note("JSON-LD: an unknown escape dropped")
			}
		case c == '"':
			if closes(s[i+1:]) {
				b.WriteByte('"')
				return i + 1
			}
			b.WriteString(`\"`)
			note("JSON-LD: a quote within a string escaped")
		case c == '\n':
			b.WriteString(`\n`)
			note("JSON-LD: line ends within a string escaped")
		case c < ' ':
			b.WriteByte(' ')
			note("JSON-LD: control characters dropped")
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
