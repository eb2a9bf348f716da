package board

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strings"

	"rung/corpus"
	"rung/corpus/page"
)

// records reads JSON and XML that no board here sends: lists of objects that
// have the members of postings under one of their usual names.
func records(r Request, v value) (Answer, error) {
	base, err := url.Parse(r.URL)
	if err != nil {
		return Answer{}, fmt.Errorf("%q is no address: %w", r.URL, err)
	}
	rows, company := findRecords(v)
	if len(rows) == 0 {
		return Answer{}, errors.New(r.URL + ": no records with a title were found in it")
	}
	l := newListing(r, 0)
	for _, row := range rows {
		j := record(row, base)
		if u, err := url.Parse(j.URL); err == nil && j.URL != "" && webID(u) != webID(base) {
			j.ID = webID(u)
			if j.Text == "" {
				q := entry(r, u)
				l.behind(string(q.ID), q)
				continue
			}
		}
		j.company(company, "records company")
		l.add(j)
	}
	l.a.Incomplete = "whether the records are all of a list is not known"
	return l.whole(), nil
}

// names are the usual names of a posting's members, by their letters in lower case.
// The first that is there is taken.
var names = map[string][]string{
	"title":      {"title", "jobtitle", "positiontitle", "postingtitle", "jobopeningname", "name", "position", "role", "text"},
	"company":    {"companyname", "company", "hiringorganization", "employer", "organization", "organisation", "subcompany"},
	"url":        {"joburl", "absoluteurl", "hostedurl", "careersurl", "canonicalpositionurl", "jobdetaillink", "postingurl", "url", "link", "externalurl", "permalink", "href", "path", "externalpath"},
	"apply":      {"applyurl", "applicationurl", "careersapplyurl", "joburldirect"},
	"number":     {"id", "jobid", "postingid", "shortcode", "referencenumber", "requisitionid", "reqid", "uuid", "slug"},
	"posted":     {"dateposted", "postedat", "publishedat", "publishedon", "firstpublished", "releaseddate", "posteddate", "createdat", "published", "tcreate", "date", "time", "lastupdated", "updatedat"},
	"until":      {"validthrough", "deadlineat", "deadline", "applicationdeadline", "closeat", "expires", "expirationdate"},
	"employment": {"employmenttype", "typeofemployment", "jobtype", "commitment", "employmentstatuslabel", "timetype", "schedule", "type"},
	"workplace":  {"workplacetype", "workplace", "remotetype", "remotestatus"},
	"department": {"department", "departmentname", "team", "category", "jobfunction"},
}

// places are names of members that hold locations.
var places = []string{"locations", "location", "alllocations", "primarylocation", "worklocation", "joblocation", "office", "city"}

// prose are names of members that hold text, in the order of a posting; other
// members that hold marked text follow.
var prose = []string{
	"descriptionhtml", "description", "jobdescription", "content", "body", "opening", "descriptionbody", "summary", "shortdescriptionstr", "text", "keyresponsibilities", "responsibilities",
	"duties", "examplesofduties", "requirements", "qualifications", "skillsknowledgeexpertise", "skills", "experience", "education", "benefits", "additional", "supplementalinformation",
}

// keyed is an object under the keys of its names.
func keyed(v value) map[string]value {
	m, _ := v.v.(map[string]any)
	out := make(map[string]value, len(m))
	for _, k := range sortedKeys(m) {
		if _, ok := out[key(k)]; !ok {
			out[key(k)] = value{m[k]}
		}
	}
	return out
}

// findRecords finds the list with the most objects that read like postings, and
// returns these and the company that is named above them.
func findRecords(v value) (best []value, company string) {
	type level struct {
		v       value
		company string
	}
	queue := []level{{v: v}}
	listed := false
	for visited := 0; len(queue) > 0 && visited < 100_000; visited++ {
		at := queue[0]
		queue = queue[1:]
		if m, ok := at.v.v.(map[string]any); ok {
			above := at.company
			if s, ok := m["company"].(string); ok && above == "" {
				above = s
			}
			for _, k := range sortedKeys(m) {
				switch m[k].(type) {
				case map[string]any, []any:
					queue = append(queue, level{value{m[k]}, above})
				}
			}
			if isRecord(at.v) && len(best) == 0 {
				best, company = []value{at.v}, above
			}
			continue
		}
		var found []value
		for _, e := range at.v.list() {
			if inner, ok := e.get("attributes").v.(map[string]any); ok { // JSON:API
				m := maps.Clone(inner)
				m["id"], m["links"] = e.get("id").v, e.get("links").v
				e = value{m}
			}
			if isRecord(e) {
				found = append(found, e)
			} else if e.isObject() {
				queue = append(queue, level{e, at.company})
			}
		}
		// A list of one is likelier than an object that stands alone.
		if len(found) > len(best) || len(found) == 1 && !listed {
			best, company, listed = found, at.company, true
		}
	}
	return best, company
}

// isRecord reports whether an object can be a posting: a title, and a text or a
// link.
func isRecord(v value) bool {
	if !v.isObject() {
		return false
	}
	m := keyed(v)
	has := func(list []string) bool {
		for _, k := range list {
			if s, ok := m[k].v.(string); ok && strings.TrimSpace(s) != "" {
				return true
			}
		}
		return false
	}
	if m["jobdetaillink"].str() != "" {
		return true
	}
	return has(names["title"]) && (has(names["url"]) || has(prose) || has(names["number"]) && has(places))
}

func record(v value, base *url.URL) *Job {
	m := keyed(v)
	j := newJob("")
	field := func(name string, set func(v, source string)) {
		for _, k := range names[name] {
			if s := m[k].line(); s != "" {
				set(s, "record "+k)
			}
		}
	}
	if m["title"].line() == "" && len(m["text"].str()) > 150 {
		first, _, _ := strings.Cut(page.HTMLToText(strings.ReplaceAll(m["text"].str(), "\n", "<br>")), "\n")
		j.title(first, "record text, first line") // a post: its head is its title
	}
	field("title", func(s, source string) {
		if len(s) < 200 {
			j.title(s, source)
		}
	})
	field("url", func(s, source string) {
		if u, err := base.Parse(s); err == nil {
			j.url(u.String(), source)
		}
	})
	for _, name := range []string{"company", "apply", "employment", "workplace", "department"} {
		field(name, func(s, source string) { setters[name](j, s, source) })
	}
	for _, k := range names["number"] {
		j.Number = cmp.Or(j.Number, m[k].line())
	}
	for _, k := range names["posted"] {
		j.posted(m[k].time(), "record "+k)
	}
	for _, k := range names["until"] {
		j.validThrough(m[k].time(), "record "+k)
	}
	if m["isremote"].is() || m["remote"].is() || m["telecommuting"].is() {
		j.workplace("remote", "record remote")
	}
	for _, k := range places {
		if len(j.Locations) > 0 {
			break
		}
		for _, l := range m[k].list() {
			if l.isObject() && l.get("city").str() != "" {
				j.place("record "+k, l.get("city").str(), l.get("region").str(), l.get("state").str(), l.get("country").str())
			} else {
				j.location(l.str(), "record "+k)
			}
		}
	}
	if m["city"].str() != "" && len(j.Locations) == 1 && j.Location == m["city"].line() {
		j.Locations, j.Location = nil, ""
		j.place("record city", m["city"].str(), m["state"].str(), m["country"].str())
	}
	j.texts(m)
	j.pay(max(m["compensationminimum"].num(), m["minamount"].num()), max(m["compensationmaximum"].num(), m["maxamount"].num()),
		cmp.Or(m["compensationcurrency"].line(), m["currency"].line()), cmp.Or(m["compensationfrequency"].line(), m["interval"].line()), m["compensation"].line(), "record pay")
	return j
}

// unhashed is a text without the signs that Markdown puts before headings.
func unhashed(s string) string {
	if !strings.HasPrefix(s, "#") && !strings.Contains(s, "\n#") {
		return s
	}
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		if h := strings.TrimLeft(l, "#"); len(h) < len(l) && strings.HasPrefix(h, " ") {
			lines[i] = h[1:]
		}
	}
	return strings.Join(lines, "\n")
}

// texts sets the text: the members for it, each under its own heading where it
// has one ("benefits_header").
func (j *Job) texts(m map[string]value) {
	done := map[string]bool{}
	add := func(k string) {
		if done[k] {
			return
		}
		done[k] = true
		s := m[k].str()
		if _, ok := m[k].v.(string); !ok || strings.TrimSpace(s) == "" || s == j.Title {
			return
		}
		if t := corpus.Normalize(page.HTMLToText(s)); !strings.Contains(j.Text, t) {
			j.text(m[k+"header"].line(), unhashed(s), "record "+k)
		}
	}
	for _, k := range prose {
		add(k)
	}
	for _, k := range slices.Sorted(maps.Keys(m)) {
		if s, ok := m[k].v.(string); ok && len(s) > 200 && strings.Contains(s, "</") {
			add(k)
		}
	}
}
