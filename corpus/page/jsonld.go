package page

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// jsonLD is every JobPosting that the scripts of a page hold, in their order,
// however deep, with notes of what had to be repaired. It sets Jobs.
func (d *Doc) jsonLD(scripts []string) (jobs []map[string]any, notes []string) {
	const most = 4 << 20 // bytes: its values take many times as much in memory
	size := 0
	for _, s := range scripts {
		if !namesPosting(s) {
			continue // a company, a trail of breadcrumbs
		}
		if size += len(s); size > most {
			return jobs, append(notes, "the page's JSON-LD was not read whole: it is longer than 4 MB")
		}
		v, repaired, ok := looseJSON(s)
		if !ok {
			if strings.Contains(s, "JobPosting") {
				notes = append(notes, "the page's JSON-LD could not be read")
			}
			continue
		}
		before := len(jobs)
		jobs = collectJobs(jobs, v, 0)
		if len(jobs) > before {
			notes = append(notes, repaired.notes...)
		}
		if !repaired.guessed {
			d.Jobs = append(d.Jobs, jobs[before:]...)
		}
	}
	return jobs, notes
}

// namesPosting reports whether s holds the word JobPosting in whatever case.
func namesPosting(s string) bool {
	const word = "jobposting"
	for i := 0; i+len(word) <= len(s); i++ {
		if s[i]|0x20 == 'j' && strings.EqualFold(s[i:i+len(word)], word) {
			return true
		}
	}
	return false
}

// collectJobs appends the JobPostings in v, which may stand in arrays, in
// @graph, or as a member of another thing.
func collectJobs(jobs []map[string]any, v any, depth int) []map[string]any {
	if depth > 20 {
		return jobs
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			jobs = collectJobs(jobs, e, depth+1)
		}
	case map[string]any:
		if isType(v["@type"], "JobPosting") {
			return append(jobs, v)
		}
		for _, k := range []string{"@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item", "about", "subjectOf", "hasPart"} {
			jobs = collectJobs(jobs, v[k], depth+1)
		}
	}
	return jobs
}

// isType reports whether a "@type" names the type of schema.org.
func isType(v any, want string) bool {
	switch v := v.(type) {
	case string:
		return strings.EqualFold(v[strings.LastIndexAny(v, "/:#")+1:], want)
	case []any:
		return slices.ContainsFunc(v, func(e any) bool { return isType(e, want) })
	}
	return false
}

// pageOf is a JobPosting of JSON-LD as a page.
func pageOf(job map[string]any) Page {
	p := Page{
		ID:           identifier(job["identifier"]),
		URL:          text(job["url"]),
		Title:        plain(cmp.Or(text(job["title"]), text(job["name"]))),
		Company:      plain(text(job["hiringOrganization"])),
		Location:     place(job),
		Employment:   strings.Join(list(job["employmentType"]), ", "),
		Posted:       date(text(job["datePosted"])),
		ValidThrough: date(text(job["validThrough"])),
		Text:         HTMLToText(text(job["description"])),
	}
	// What a template keeps apart from the description belongs to the text.
	for _, part := range []struct{ key, heading string }{
		{"responsibilities", "Responsibilities"}, {"qualifications", "Qualifications"}, {"skills", "Skills"},
		{"experienceRequirements", "Experience"}, {"educationRequirements", "Education"},
		{"jobBenefits", "Benefits"}, {"incentiveCompensation", ""},
	} {
		t := HTMLToText(strings.Join(list(job[part.key]), "\n"))
		if t == "" || contains(p.Text, t) {
			continue
		}
		if p.Text != "" {
			p.Text += "\n\n"
		}
		head, _, _ := strings.Cut(t, "\n")
		if part.heading != "" && !strings.Contains(strings.ToLower(head), strings.ToLower(part.heading)) {
			p.Text += part.heading + "\n"
		}
		p.Text += t
	}
	return p
}

// contains reports whether s holds t, apart from white space, bullets and case.
func contains(s, t string) bool {
	return strings.Contains(letters(s), letters(t))
}

// letters is s without anything but letters and digits, in lower case.
func letters(s string) string { return string(appendLetters(make([]byte, 0, len(s)), s)) }

func appendLetters(b []byte, s string) []byte {
	for i := 0; i < len(s); i++ {
		if s[i] < utf8.RuneSelf {
			if c := folded[s[i]]; c > '#' {
				b = append(b, c)
			}
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size - 1
		if r = letter(r); r >= 0 {
			b = utf8.AppendRune(b, r)
		}
	}
	return b
}

// text is a value of JSON-LD as a string: of a thing its name or value, of a
// list its first.
func text(v any) string {
	switch v := v.(type) {
	case string:
		return strings.TrimSpace(v)
	case json.Number:
		return v.String()
	case []any:
		for _, e := range v {
			if s := text(e); s != "" {
				return s
			}
		}
	case map[string]any:
		for _, k := range []string{"name", "value", "@value", "legalName", "credentialCategory", "description"} {
			if s := text(v[k]); s != "" {
				return s
			}
		}
	}
	return ""
}

// identifier is the value of a PropertyValue, whose name is the company's, or
// the text of what else stands there.
func identifier(v any) string {
	m, _ := v.(map[string]any)
	return cmp.Or(text(m["value"]), text(v))
}

// each is the elements of a list, or a value that is none by itself.
func each(v any) []any {
	if list, ok := v.([]any); ok {
		return list
	}
	return []any{v}
}

// list is a value as strings.
func list(v any) []string {
	var out []string
	for _, e := range each(v) {
		if s := text(e); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// place words where a job is: its addresses, and "Remote" for telecommuting.
func place(job map[string]any) string {
	var all []string
	add := func(s string) {
		if s != "" && !slices.Contains(all, s) {
			all = append(all, s)
		}
	}
	if strings.EqualFold(text(job["jobLocationType"]), "TELECOMMUTE") {
		add("Remote")
	}
	for _, k := range []string{"jobLocation", "applicantLocationRequirements"} {
		places := each(job[k])
		for _, p := range places[:min(len(places), 20)] {
			add(address(p))
		}
	}
	return strings.Join(all, "; ")
}

func address(v any) string {
	m, ok := v.(map[string]any)
	if !ok {
		return plain(text(v))
	}
	a, ok := m["address"].(map[string]any)
	if !ok {
		if s := text(m["address"]); s != "" {
			return plain(s)
		}
		a = m
	}
	var parts []string
	for _, k := range []string{"addressLocality", "addressRegion", "addressCountry"} {
		if s := plain(text(a[k])); s != "" && (len(parts) == 0 || parts[len(parts)-1] != s) {
			parts = append(parts, s)
		}
	}
	if len(parts) == 0 {
		return plain(text(m))
	}
	return strings.Join(parts, ", ")
}

// plain is a short field on one line, without tags and entities.
func plain(s string) string {
	if strings.ContainsAny(s, "<&") {
		s = HTMLToText(html.UnescapeString(s))
	}
	return strings.Join(strings.Fields(s), " ")
}
