package read

import (
	"bytes"
	"strings"
)

// isType reports whether a "@type", a string or a list of them, names one type of
// schema.org, folded.
func isType(v []byte, want string) bool {
	return anyType(v, func(name string) bool { return name == want })
}

// isThing reports whether a "@type" names what stands beside a posting and is none.
func isThing(v []byte) bool {
	return anyType(v, func(name string) bool { return columns().things[name] })
}

func anyType(v []byte, is func(name string) bool) (yes bool) {
	switch v[0] {
	case '[':
		each(v, 0, 0, func(_ []byte, i, j int) { yes = yes || v[i] == '"' && anyType(v[i:j], is) })
	case '"':
		name := string(v[1 : len(v)-1])
		yes = is(fold(name[strings.LastIndexAny(name, "/:#")+1:]))
	}
	return yes
}

// leftOut reports whether the object b, one of a list, is a thing of schema.org that is no
// posting, and says so.
func (s *stream) leftOut(b []byte) (out bool) {
	each(b, 0, 0, func(key []byte, i, j int) {
		if string(key) == "@type" && isThing(b[i:j]) {
			out = true
			s.m.say("what is of the type " + strings.ReplaceAll(string(b[i:j]), `\`, "") + " and no JobPosting is not read")
		}
	})
	return out
}

// schemaParts adds what a JobPosting of schema.org keeps apart from its description, and
// what no other record calls so.
func (s *stream) schemaParts(b []byte) (err error) {
	each(b, 0, 0, func(key []byte, i, j int) {
		heading := ""
		switch string(key) {
		case "skills":
			heading = "Skills"
		case "experienceRequirements":
			heading = "Experience"
		case "educationRequirements":
			heading = "Education"
		}
		if heading == "" || err != nil || b[i] == '{' { // which has codes and numbers
			return
		}
		var text string
		if text, err = s.jsonText(b[i:j], "\n", jsonNames); text != "" {
			s.row.sections = append(s.row.sections, part{column{field: fSection, heading: heading}, string(key), text})
		}
	})
	return err
}

// leverParts reads the object b as a posting of Lever if it is one: what it calls its text
// is the title, and the text stands in parts.
func (s *stream) leverParts(b []byte) (err error) {
	if s.m.named[fText] != "" {
		return nil
	}
	parts := map[string][]byte{}
	each(b, 0, 0, func(key []byte, i, j int) {
		switch k := string(key); k {
		case "text", "description", "descriptionPlain", "opening", "descriptionBody", "lists", "additional", "additionalPlain", "hostedUrl", "categories":
			parts[k] = b[i:j]
		}
	})
	if t := parts["text"]; t == nil || t[0] != '"' || parts["lists"] == nil && parts["hostedUrl"] == nil && parts["categories"] == nil {
		return nil
	}
	var text []string
	add := func(v []byte, around func(string) string) (full bool) {
		if err != nil || v == nil || v[0] != '"' {
			return false
		}
		var t string
		if t, err = s.jsonText(v, "\n", jsonNames); strings.TrimSpace(t) == "" {
			return false
		}
		text = append(text, unmark(around(t)))
		return true
	}
	plain := func(t string) string { return t }
	name := "description"
	switch {
	case add(parts["description"], plain):
	case add(parts["descriptionBody"], plain):
		name = "descriptionBody"
		if body := text; add(parts["opening"], plain) {
			text = append(text[1:], body...)
		}
	case add(parts["descriptionPlain"], plain):
		name = "descriptionPlain"
	default:
		return err
	}
	if lists := parts["lists"]; lists != nil && lists[0] == '[' {
		each(lists, 0, 0, func(_ []byte, i, j int) {
			if lists[i] != '{' {
				return
			}
			var heading, content []byte
			each(lists[i:j], 0, 0, func(key []byte, from, to int) {
				switch string(key) {
				case "text":
					heading = lists[i+from : i+to]
				case "content":
					content = lists[i+from : i+to]
				}
			})
			n := len(text)
			if add(heading, plain) && add(content, func(t string) string { return "<ul>" + t + "</ul>" }) {
				text = append(text[:n], text[n]+"\n"+text[n+1])
			}
		})
	}
	if !add(parts["additional"], plain) {
		add(parts["additionalPlain"], plain)
	}
	r := &s.row
	if err == nil {
		r.value[fTitle], err = s.jsonText(parts["text"], ", ", jsonNames)
		r.column[fTitle], r.name[fTitle] = column{field: fTitle, rank: 1}, "text"
	}
	r.value[fText], r.column[fText], r.name[fText] = strings.Join(text, "\n\n"), column{field: fText, rank: 1}, name
	if len(text) > 1 {
		s.m.tell(column{field: fSection}, "lists")
	}
	if v := parts["hostedUrl"]; v != nil && err == nil {
		r.value[fURL], err = s.jsonText(v, ", ", jsonNames)
		r.column[fURL], r.name[fURL] = column{field: fURL, rank: 1}, "hostedUrl"
	}
	if v := parts["categories"]; v != nil && v[0] == '{' && r.value[fLocation] == "" {
		each(v, 0, 0, func(key []byte, i, j int) {
			if string(key) == "location" && err == nil {
				r.value[fLocation], err = s.jsonText(v[i:j], ", ", jsonNames)
			}
		})
	}
	return err
}

// errScript is a file of JavaScript that holds records.
var errScript = scriptError{}

type scriptError struct{}

func (scriptError) Error() string {
	return `a script around JSON ("var jobs = […]" or "callback(…)"), and no JSON: keep what stands between the first "[" or "{" and the last "]" or "}"`
}

// isScript reports whether a file begins like a script that holds JSON: a name, and "=" or
// "(" before a bracket.
func isScript(b []byte) bool {
	b = b[:min(len(b), 200)]
	for _, w := range []string{"var ", "let ", "const ", "export default ", "export const ", "/**/"} {
		if rest, ok := bytes.CutPrefix(b, []byte(w)); ok {
			if b = bytes.TrimLeft(rest, " "); w == "export default " && len(b) > 0 && (b[0] == '{' || b[0] == '[') {
				return true
			}
		}
	}
	n := 0
	for n < len(b) && (b[n] == '_' || b[n] == '$' || b[n] == '.' || b[n] >= '0' && b[n] <= '9' || b[n]|0x20 >= 'a' && b[n]|0x20 <= 'z') {
		n++
	}
	if n == 0 || n == len(b) {
		return false
	}
	b = bytes.TrimLeft(b[n:], " ")
	if len(b) == 0 || b[0] != '=' && b[0] != '(' {
		return false
	}
	b = bytes.TrimLeft(b[1:], " \r\n\t")
	return len(b) > 0 && (b[0] == '{' || b[0] == '[')
}
