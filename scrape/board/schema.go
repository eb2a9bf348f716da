package board

import (
	"encoding/json"
	"strings"
)

// jobPostings are the JobPostings in one script of JSON-LD. It mends only what
// can be mended without a guess: corpus/page, which reads the text, mends more.
func jobPostings(script string) []value {
	s := strings.TrimSpace(script)
	for _, w := range []string{"//<![CDATA[", "/*<![CDATA[*/", "<![CDATA[", "<!--"} {
		s = strings.TrimSpace(strings.TrimPrefix(s, w))
	}
	for _, w := range []string{"//]]>", "/*]]>*/", "]]>", "-->", ";"} {
		s = strings.TrimSpace(strings.TrimSuffix(s, w))
	}
	var v any
	if !unmarshal(s, &v) && !unmarshal(mended(s), &v) {
		return nil
	}
	return findPostings(nil, value{v}, 0)
}

func unmarshal(s string, v *any) bool {
	d := json.NewDecoder(strings.NewReader(s))
	d.UseNumber()
	return d.Decode(v) == nil
}

// mended is JSON with control characters made spaces, commas before a closing
// bracket dropped, and those forgotten before a key added.
func mended(s string) string {
	b := make([]byte, 0, len(s)+8)
	in, after := false, false // in a string; after a value
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c < ' ' {
			c = ' '
		}
		switch {
		case in && c == '\\' && i+1 < len(s):
			b = append(b, c)
			i++
			c = s[i]
		case c == '"':
			if !in && after {
				b = append(b, ',')
			}
			in = !in
			after = !in
		case in:
		case c == '}' || c == ']':
			b = dropComma(b)
			after = true
		case c == ',' || c == ':' || c == '{' || c == '[':
			after = false
		}
		b = append(b, c)
	}
	return string(b)
}

// dropComma is b without a comma at its end.
func dropComma(b []byte) []byte {
	end := len(b)
	for end > 0 && b[end-1] == ' ' {
		end--
	}
	if end > 0 && b[end-1] == ',' {
		return b[:end-1]
	}
	return b
}

// findPostings appends the JobPostings in v, however they are wrapped.
func findPostings(out []value, v value, depth int) []value {
	if depth > 20 || len(out) > 1000 {
		return out
	}
	if v.isObject() {
		for _, t := range v.get("@type").list() {
			if strings.HasSuffix(t.str(), "JobPosting") {
				return append(out, v)
			}
		}
		for _, k := range []string{"@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item", "about", "subjectOf", "hasPart"} {
			out = findPostings(out, v.get(k), depth+1)
		}
		return out
	}
	for _, e := range v.list() {
		if e.isObject() {
			out = findPostings(out, e, depth+1)
		}
	}
	return out
}

// schema sets the fields of a JobPosting of schema.org.
func (j *Job) schema(v value, source string) {
	j.title(v.get("title").str(), source+" title")
	j.company(v.get("hiringOrganization").str(), source+" hiringOrganization")
	j.url(v.get("url").str(), source+" url")
	j.posted(v.get("datePosted").time(), source+" datePosted")
	j.validThrough(v.get("validThrough").time(), source+" validThrough")
	var kinds []string
	for _, e := range v.get("employmentType").list() {
		kinds = append(kinds, e.str())
	}
	j.employment(strings.Join(kinds, ", "), source+" employmentType")
	if v.get("jobLocationType").str() == "TELECOMMUTE" {
		j.location("Remote", source+" jobLocationType")
	}
	for _, k := range []string{"jobLocation", "applicantLocationRequirements"} {
		for _, p := range v.get(k).list() {
			a := p.get("address")
			if !a.isObject() && a.str() != "" || !p.isObject() {
				a = value{map[string]any{"addressLocality": a.str() + p.str()}}
			} else if !a.isObject() {
				a = value{map[string]any{"addressCountry": p.get("name").str()}}
			}
			j.place(source+" "+k, a.get("addressLocality").str(), a.get("addressRegion").str(), a.get("addressCountry").str())
		}
	}
	j.text("", v.get("description").str(), source+" description")
	j.schemaExtras(v, source)
}

// schemaExtras sets what package page does not read: pay and workplace.
func (j *Job) schemaExtras(v value, source string) {
	j.workplace(v.get("jobLocationType").str(), source+" jobLocationType")
	for _, k := range []string{"baseSalary", "estimatedSalary"} {
		for _, s := range v.get(k).list() {
			if !s.isObject() {
				if n := s.num(); n > 0 {
					j.pay(n, n, v.get("salaryCurrency").str(), "", "", source+" "+k)
				} else {
					j.payWords(s.str(), source+" "+k)
				}
				continue
			}
			amount := s.get("value")
			if !amount.isObject() {
				amount = s
			}
			currency := s.get("currency").str()
			if currency == "" {
				currency = amount.get("currency").str() + v.get("salaryCurrency").str()
			}
			unit := amount.get("unitText").str()
			if unit == "" {
				unit = s.get("unitText").str()
			}
			lo, hi := amount.get("minValue").num(), amount.get("maxValue").num()
			if lo == 0 && hi == 0 {
				lo = amount.get("value").num()
				hi = lo
			}
			j.pay(lo, hi, currency, unit, "", source+" "+k)
			if words := amount.get("value").str(); lo == 0 && hi == 0 {
				j.payWords(words, source+" "+k)
			}
		}
	}
}
