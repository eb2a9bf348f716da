package read

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// What programs on the way to a file did to a text: escaped it twice, read it in a wrong
// encoding, left the backslashes of a Markdown or a CSV writer. Each is undone only where
// the whole text says so, for paths, patterns and formulas hold the same signs.

// cleanRow undoes it in the fields of s.row, empties those that hold a placeholder, and
// returns a note for each kind of repair.
func (s *stream) cleanRow() (notes []string) {
	r := &s.row
	note := func(what string) {
		for _, n := range notes {
			if n == what {
				return
			}
		}
		notes = append(notes, what)
	}
	fix := func(v *string, text bool) {
		switch {
		case *v == "":
		case placeholder(*v):
			s.m.sayFirst("fields that hold nothing but a sign for that are read as empty, such as ", quote(strings.TrimSpace(*v)))
			*v = ""
		default:
			*v = clean(*v, text, note)
		}
	}
	for f := fText; f < numSingle; f++ {
		fix(&r.value[f], f == fText)
	}
	for i := range r.sections {
		fix(&r.sections[i].value, true)
	}
	return notes
}

// clean undoes what was done to a field; only a text has lines.
func clean(v string, text bool, note func(string)) string {
	if t, ok := unbytes(v); text && ok {
		v = t
		note("written as bytes of Python: b'…'")
	}
	if t, ok := unmojibake(v); ok {
		v = t
		note("read in a wrong encoding before, and repaired: “â€™” was an apostrophe")
	}
	if strings.Contains(v, "&amp;") && !strings.Contains(v, "<") && !strings.Contains(v, "&lt;") {
		v = unamp(v)
	}
	if !text || strings.IndexByte(v, '\\') < 0 {
		return v
	}
	if t, ok := unescapeLines(strings.ReplaceAll(v, `\\n`, `\n`)); ok {
		v = t
		note(`line ends were written as \n`)
	}
	if t, ok := unslash(v); ok {
		v = t
		note(`backslashes before signs were taken out`)
	}
	return v
}

// unbytes undoes b'…', which str makes of the bytes of a text in Python.
func unbytes(v string) (string, bool) {
	v = strings.TrimSpace(v)
	if len(v) < 4 || v[0] != 'b' || v[1] != '\'' && v[1] != '"' || v[len(v)-1] != v[1] {
		return "", false
	}
	p := python{in: []byte(v)}
	t, ok := p.literal()
	return string(t), ok && p.at == len(v) && utf8.Valid(t)
}

// unmojibake undoes the reading of UTF-8 as windows-1252, where there are two such places
// at least and no character beyond ASCII is anything else.
func unmojibake(v string) (string, bool) {
	if !mayBeMojibake(v) {
		return v, false
	}
	out := make([]byte, 0, len(v))
	places := 0
	for i := 0; i < len(v); {
		n := strings.IndexFunc(v[i:], func(r rune) bool { return r >= utf8.RuneSelf })
		if n < 0 {
			out = append(out, v[i:]...)
			break
		}
		out = append(out, v[i:i+n]...)
		i += n
		start := len(out)
		for i < len(v) && v[i] >= utf8.RuneSelf {
			r, size := utf8.DecodeRuneInString(v[i:])
			b, ok := charmap.Windows1252.EncodeRune(r)
			if !ok && r < 0x100 {
				b, ok = byte(r), true // what windows-1252 leaves open
			}
			if !ok {
				return v, false
			}
			out = append(out, b)
			i += size
		}
		if bytes.HasSuffix(out[start:], []byte("\xe2\x80")) { // a closing quote lost its last byte, which is none in windows-1252
			out = append(out, 0x9d)
		}
		if bytes.HasSuffix(out[start:], []byte{0xc2}) && i < len(v) && v[i] == ' ' { // a space that does not break became a plain one
			out = out[:len(out)-1]
		}
		if !utf8.Valid(out[start:]) {
			return v, false
		}
		places++
	}
	return string(out), places > 1
}

// mayBeMojibake reports whether a text has one of the letters â Ã Â ð Å Ä Î Ð, as the
// first bytes of the commonest characters are read.
func mayBeMojibake(v string) bool {
	for {
		i := strings.IndexByte(v, 0xc3) + 1
		if i == 0 || i == len(v) {
			return false
		}
		if strings.IndexByte("\xa2\x83\x82\xb0\x85\x84\x8e\x90", v[i]) >= 0 {
			return true
		}
		v = v[i:]
	}
}

// unamp undoes the escaping of escapes: "&amp;amp;", "&amp;nbsp;".
func unamp(v string) string {
	for range 3 {
		i := strings.Index(v, "&amp;")
		var out strings.Builder
		changed := false
		rest := v
		for ; i >= 0; i = strings.Index(rest, "&amp;") {
			out.WriteString(rest[:i])
			rest = rest[i+len("&amp;"):]
			if end := strings.IndexByte(rest[:min(len(rest), 10)], ';'); end > 1 && isEntity(rest[:end]) {
				out.WriteByte('&')
				changed = true
			} else {
				out.WriteString("&amp;")
			}
		}
		if !changed {
			break
		}
		v = out.String() + rest
	}
	return v
}

// isEntity reports whether a name is that of an entity which is often escaped twice.
func isEntity(name string) bool {
	if name[0] == '#' {
		return strings.Trim(name[1:], "0123456789abcdefxABCDEFX") == ""
	}
	switch name {
	case "amp", "nbsp", "quot", "apos", "rsquo", "lsquo", "rdquo", "ldquo", "ndash", "mdash", "bull", "hellip", "middot", "eacute", "reg", "trade":
		return true
	}
	return false
}

// unescapeLines writes line ends and characters for \n, \t, \r and \u2022, in a text that
// has no line ends of its own. It is one where two \n stand before what begins a line, or
// one after the end of a sentence, and no backslash before what is none of JSON's letters.
func unescapeLines(v string) (string, bool) {
	if strings.IndexByte(v, '\n') >= 0 {
		return v, false
	}
	begins, ends, others := 0, 0, 0
	for i := 0; i < len(v)-1; i++ {
		if v[i] != '\\' {
			continue
		}
		i++
		switch c := v[i]; {
		case c == 'n':
			next := strings.TrimLeft(v[i+1:min(len(v), i+9)], " ")
			if next != "" && next[0] >= 'a' && next[0] <= 'z' {
				others++
				continue
			}
			if begins++; i > 1 && strings.IndexByte(".!?:", v[i-2]) >= 0 {
				ends++
			}
		case c == 'u' && hex4([]byte(v[i+1:min(len(v), i+5)])) >= 0:
		case c == 'r' || c == 't' || c == '\\' || c >= 0x80:
		case c == '"' || c == '/' || c == '\'' || isEscapedSign(c):
		default:
			return v, false
		}
	}
	if begins < 2 && ends == 0 || others > begins || isPath(v) {
		return v, false
	}
	out := make([]byte, 0, len(v))
	for i := 0; i < len(v); i++ {
		if v[i] != '\\' || i+1 == len(v) {
			out = append(out, v[i])
			continue
		}
		i++
		switch v[i] {
		case 'n':
			out = append(out, '\n')
		case 't':
			out = append(out, ' ')
		case 'r':
			if !strings.HasPrefix(v[i+1:], `\n`) {
				out = append(out, '\n')
			}
		case '"', '/', '\'':
			out = append(out, v[i])
		case 'u':
			one, err := unescape(nil, []byte(v[i-1:min(len(v), i+5)]))
			if err == nil {
				if pair, err := unescape(nil, []byte(v[i-1:min(len(v), i+11)])); err == nil && len(one) == 3 && utf8.RuneCount(pair) == 1 && len(pair) == 4 {
					one, i = pair, i+6
				}
				out = append(out, one...)
				i += 4
				continue
			}
			out = append(out, '\\', 'u')
		default:
			out = append(out, '\\', v[i])
		}
	}
	return string(out), true
}

// isPath reports whether a text has the path of a file in Windows: C:\new, \\server\name.
func isPath(v string) bool {
	i := strings.Index(v, `:\`)
	return i > 0 && v[i-1]|0x20 >= 'a' && v[i-1]|0x20 <= 'z' && (i == 1 || !isWord(v[i-2])) || strings.HasPrefix(v, `\\`) || strings.Contains(v, ` \\`)
}

// isEscapedSign reports whether writers of Markdown and of CSV put a backslash before c.
func isEscapedSign(c byte) bool { return strings.IndexByte("-&+.!#*_~()[]|>\"'", c) >= 0 }

// unslash takes out backslashes before signs, where every backslash of the text stands
// before one and none in a word that has the signs of a pattern. Those of Markdown are
// left, one of two, for who reads that.
func unslash(v string) (string, bool) {
	out := make([]byte, 0, len(v))
	slashed, pattern := false, false // of the word
	for i := 0; i < len(v); i++ {
		switch c := v[i]; c {
		case ' ', '\n', '\t':
			slashed, pattern = false, false
		case '^', '*', '+', '?', '[', ']', '{', '}', '|':
			pattern = true
		case '\\':
			slashed = true
			if i+1 < len(v) && v[i+1] == '\\' { // one that was itself escaped
				i++
			}
			if i++; i >= len(v) || !isEscapedSign(v[i]) {
				return v, false
			}
			if strings.IndexByte(markdownSigns, v[i]) >= 0 {
				out = append(out, '\\')
			}
		}
		if slashed && pattern {
			return v, false
		}
		out = append(out, v[i])
	}
	return string(out), len(out) < len(v)
}
