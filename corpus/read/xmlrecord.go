package read

import (
	"encoding/xml"
	"errors"
	"html"
	"slices"
	"strings"
	"time"
)

const (
	maxXMLDepth  = 200   // elements within each other
	maxXMLFields = 5_000 // of one record
)

// xmlRecord is one element that holds a posting, while it is read.
type xmlRecord struct {
	s      *stream
	open   []xmlElement // the record itself first
	fields []xmlField   // that ended
	size   int          // bytes of text so far
}

type xmlElement struct {
	name   string
	text   strings.Builder
	markup bool     // text is HTML
	inner  []string // open elements of that HTML
}

// xmlField is what stands in one element that holds text.
type xmlField struct {
	path  []string // of names in lower case below the record, the element's own last
	value string
}

func (r *xmlRecord) begin(e xml.StartElement) {
	r.fields, r.size = r.fields[:0], 0
	r.open = append(r.open[:0], xmlElement{name: strings.ToLower(e.Name.Local)})
	for _, a := range e.Attr {
		if a.Name.Space != "xmlns" && a.Name.Local != "xmlns" {
			r.add([]string{strings.ToLower(a.Name.Local)}, a.Value)
		}
	}
}

func (r *xmlRecord) start(e xml.StartElement, name string) error {
	top := &r.open[len(r.open)-1]
	if (len(r.open) > 1 || len(top.inner) > 0) && xmlMarkup[name] {
		if !top.markup {
			before := top.text.String()
			top.text = strings.Builder{}
			top.text.WriteString(html.EscapeString(before))
			top.markup = true
		}
		top.text.WriteString("<" + name + ">")
		top.inner = append(top.inner, name)
	} else {
		r.open = append(r.open, xmlElement{name: name})
		for _, a := range e.Attr {
			if name == "link" && a.Name.Local == "href" { // of Atom, which has several kinds
				if rel := attrOf(e, "rel"); rel == "" || rel == "alternate" {
					r.add([]string{name}, a.Value)
				}
			}
		}
	}
	if len(r.open)+len(top.inner) > maxXMLDepth || len(r.fields) > maxXMLFields {
		return errors.New("elements nested deeper, or more of them, than a posting has")
	}
	return nil
}

func attrOf(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// text adds to the innermost element; false means that the record is too long.
func (r *xmlRecord) text(b []byte) bool {
	top := &r.open[len(r.open)-1]
	if r.size += len(b); r.size > maxRecord {
		return false
	}
	if top.markup {
		top.text.WriteString(html.EscapeString(string(b)))
	} else {
		top.text.Write(b)
	}
	return true
}

// end ends the element of this name, and those within it that were left open; true means
// that it is the record. The end of one that is not open is passed over.
func (r *xmlRecord) end(name string) bool {
	top := &r.open[len(r.open)-1]
	if i := lastIndex(top.inner, name); i >= 0 {
		for _, n := range slices.Backward(top.inner[i:]) {
			top.text.WriteString("</" + n + ">")
		}
		top.inner = top.inner[:i]
		return false
	}
	for i := len(r.open) - 1; i >= 0; i-- {
		if r.open[i].name != name {
			continue
		}
		for n := len(r.open) - 1; n >= max(i, 1); n-- {
			path := make([]string, n)
			for j := range path {
				path[j] = r.open[j+1].name
			}
			r.add(path, r.open[n].text.String())
		}
		r.open = r.open[:i]
		return i == 0
	}
	return false
}

func lastIndex(list []string, s string) int {
	for i, v := range slices.Backward(list) {
		if v == s {
			return i
		}
	}
	return -1
}

func (r *xmlRecord) add(path []string, value string) {
	if value = strings.TrimSpace(value); value != "" {
		r.fields = append(r.fields, xmlField{path, value})
	}
}

// raw is the record for a message and for the quarantine, as far as it was read.
func (r *xmlRecord) raw() []byte {
	var b []byte
	for _, f := range r.fields {
		b = append(b, "<"+f.path[len(f.path)-1]+">"+html.EscapeString(f.value)+"</"+f.path[len(f.path)-1]+">\n"...)
	}
	return b
}

// xmlNames are what feeds call their fields beside the names that tables use.
var xmlNames = map[string]column{
	"encoded": {field: fText, rank: 0}, "shortdescription": {field: fText, rank: 90}, "jobpositiondescription": {field: fText, rank: 1},
	"positionformatteddescription": {field: fText, rank: 1}, "formattedpositiondescription": {field: fText, rank: 1},
	"positiondescription": {field: fText, rank: 2}, "postingdescription": {field: fText, rank: 2}, "jobtext": {field: fText, rank: 2},
	"jobpositionrequirements": {field: fSection, heading: "Requirements"}, "skills": {field: fSection, heading: "Skills"},
	"positiontitle": {field: fTitle, rank: 1}, "jobpositiontitle": {field: fTitle, rank: 1}, "name": {field: fTitle, rank: 90},
	"hiringorg": {field: fCompany, rank: 2}, "hiringorgname": {field: fCompany, rank: 1}, "organizationname": {field: fCompany, rank: 1},
	"subcompany": {field: fCompany, rank: 80}, "advertiser": {field: fCompany, rank: 81}, "creator": {field: fCompany, rank: 82},
	"referencenumber": {field: fID, rank: 1}, "uniqueid": {field: fID, rank: 2}, "refno": {field: fID, rank: 3}, "jobreference": {field: fID, rank: 3},
	"referenceid": {field: fID, rank: 3}, "sourcejobid": {field: fID, rank: 3}, "documentid": {field: fID, rank: 4}, "guid": {field: fID, rank: 50},
	"pubdate": {field: fPosted, rank: 1}, "publishdate": {field: fPosted, rank: 1}, "datecreated": {field: fPosted, rank: 3}, "updated": {field: fPosted, rank: 90},
	"deeplink": {field: fURL, rank: 20}, "jobpositionlocation": {field: fLocation, rank: 5}, "positionlocation": {field: fLocation, rank: 5},
}

// xmlPlace are the parts of a place, in the order in which they are written.
var xmlPlace = map[string]int{"city": 0, "town": 0, "municipality": 0, "cityname": 0, "state": 1, "region": 1, "county": 1, "province": 1, "countrysubdivisioncode": 1, "country": 2, "countrycode": 2}

// column says what an element of a record holds: the element around it that is known
// decides, so that the description of a company is no posting's.
func (r *xmlRecord) column(path []string) (c column, name string) {
	for i, name := range path {
		folded := fold(name)
		c := r.s.m.column([]byte(name))
		if named, ok := xmlNames[folded]; ok && c.rank >= 0 && (named.field >= numSingle || r.s.m.named[named.field] == "") {
			c = named
		}
		last := i == len(path)-1
		switch _, place := xmlPlace[folded]; {
		case c.field == fNone || c.field == fTitle && !last && folded != "title", c.field == fID && !last, folded == "name" && i > 0:
			continue // <position><details>…
		case place && c.rank >= 0:
			return column{field: fLocation, rank: 1}, name
		case !last && c.field == fCompany && !is(path[len(path)-1], "name", "title", "value", "text", "hiringorgname", "organizationname", "companyname", "legalname", "display_name"):
			return column{}, name
		}
		return c, name
	}
	return column{}, ""
}

func is(s string, any ...string) bool { return slices.Contains(any, s) }

// give makes a posting of the record. Its number is n.
func (r *xmlRecord) give(n int) error {
	s := r.s
	s.row = row{sections: s.row.sections[:0]}
	values := make([]xmlValue, 0, len(r.fields))
	var place [3]string
	heading := ""
	for _, f := range r.fields {
		own := f.path[len(f.path)-1]
		s.row.all = append(s.row.all, own)
		if i, ok := xmlPlace[fold(own)]; ok {
			if c, _ := r.column(f.path); c.rank >= 0 && (c.field == fLocation || c.field == fNone) {
				if place[i] == "" {
					place[i] = oneLine(f.value)
				}
				continue
			}
		}
		c, name := r.column(f.path)
		switch {
		case c.field == fNone && len(f.path) > 1 && is(own, "heading", "header", "headline"):
			heading = oneLine(f.value)
			continue
		case c.field == fNone:
			if len(f.value) >= 200 && strings.Count(f.value, " ") > 20 {
				s.m.unread(own)
			}
			continue
		case (c.field == fText || c.field == fSection) && name != own && is(own, "name", "title", "heading", "header", "label"):
			heading = oneLine(f.value) // of what comes next
			continue
		}
		if c.field == fPosted {
			f.value = mailDate(f.value)
		}
		values = put(values, xmlValue{c, name, f.value, false}, heading)
		heading = ""
	}
	for _, v := range values {
		s.setCell(v.column, v.name, v.value)
	}
	if s.row.value[fLocation] == "" {
		var parts []string
		for _, p := range place {
			if p != "" && !slices.Contains(parts, p) {
				parts = append(parts, p)
			}
		}
		s.row.value[fLocation] = strings.Join(parts, ", ")
	}
	if strings.Contains(s.row.value[fURL], "{") { // a template
		s.row.value[fURL] = ""
	}
	p, ok := s.finish(n)
	if !ok {
		return s.without(n, r.raw())
	}
	s.post(p)
	return nil
}

// mailDate is a date of messages and RSS, where the day may have one digit, as ISO 8601;
// others are as they were.
func mailDate(s string) string {
	for _, l := range []string{"Mon, 2 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 2006 15:04:05 MST", "Mon, 2 Jan 2006 15:04 -0700", "2 Jan 2006 15:04:05 -0700", "2 Jan 2006 15:04:05 MST", "Mon, 2 Jan 2006"} {
		if t, err := time.Parse(l, strings.TrimSpace(s)); err == nil {
			return t.Format(time.RFC3339)
		}
	}
	return s
}

// xmlValue is the value of one column of a record.
type xmlValue struct {
	column
	name, value string
	lines       bool // value is lines by now, without marks
}

// put adds a value; one of a text that has more elements is added below, with the heading
// that stands over it.
func put(values []xmlValue, v xmlValue, heading string) []xmlValue {
	text := v.field == fText || v.field == fSection
	if text && heading != "" {
		v.value, v.lines = heading+"\n"+unmark(v.value), true
	}
	for i := range values {
		old := &values[i]
		if old.field != v.field || old.name != v.name {
			continue
		}
		switch {
		case len(old.value) > maxText || strings.Contains(old.value, v.value): // too long already, or said twice
		case text:
			if !old.lines {
				old.value, old.lines = unmark(old.value), true
			}
			if !v.lines {
				v.value = unmark(v.value)
			}
			old.value += "\n\n" + v.value
		case v.field == fLocation:
			old.value += ", " + v.value
		}
		return values
	}
	return append(values, v)
}

// unread says, once, that an element with prose is not read.
func (m *mapping) unread(name string) {
	if say := "also there, not read: " + name; m.o.Said != nil && !m.told[say] && len(m.told) < 1<<10 {
		m.told[say] = true
		m.o.Said(say)
	}
}
