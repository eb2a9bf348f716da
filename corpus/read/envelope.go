package read

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
)

// maxWithin is how deep postings are looked for in what an answer wraps around them:
// {"data": {"jobs": {"edges": [{"node": {…}}]}}}.
const maxWithin = 6

// holder is a member that holds postings: an object that is one, or a list.
type holder struct {
	key        string // its own, or that of what is around it alone
	start, end int
}

// holders finds what holds postings in the object b, whose own members hold no text:
// members that are objects with a text or lists of such, else those in members of
// members, down to depth. What stands under the name of a company or a place is about
// that and is not looked into. Of several, those are taken that are of one kind.
func (s *stream) holders(b []byte, depth int) (found []holder) {
	if depth == 0 || b[0] != '{' {
		return nil
	}
	visit := func(look func(key string, i, j int)) {
		each(b, 0, 0, func(key []byte, i, j int) {
			f := s.m.column(key).field
			if b[i] == '{' || b[i] == '[' {
				if f == fNone || f == fTitle || f == fText && s.holdsPosting(b[i:j]) {
					look(string(key), i, j)
				}
			}
		})
	}
	visit(func(key string, i, j int) {
		if s.holdsText(b[i:j]) {
			found = append(found, holder{key, i, j})
		}
	})
	direct := len(found) > 0
	if !direct {
		visit(func(key string, i, j int) {
			if b[i] == '[' {
				if s.anyHolds(b[i:j], depth-1) {
					found = append(found, holder{key, i, j})
				}
				return
			}
			inner := s.holders(b[i:j], depth-1)
			for _, h := range inner {
				if len(inner) == 1 && h.end-h.start > 0 && b[i+h.start] == '[' {
					h.key = key
				}
				found = append(found, holder{h.key, i + h.start, i + h.end})
			}
		})
	}
	if direct && len(found) > 1 && !slices.ContainsFunc(found, func(h holder) bool { return b[h.start] == '[' }) {
		found = found[:0] // also those whose text is empty, so that they are told
		visit(func(key string, i, j int) {
			if s.holdsText(b[i:j]) || s.namesText(b[i:j]) {
				found = append(found, holder{key, i, j})
			}
		})
	}
	return s.alike(b, found, depth)
}

// namesText reports whether an object has a member for a text, empty or not.
func (s *stream) namesText(v []byte) (yes bool) {
	if v[0] == '{' {
		each(v, 0, 0, func(key []byte, _, _ int) { yes = yes || s.m.column(key).field == fText })
	}
	return yes
}

// anyHolds reports whether an object of the list v holds postings further within.
func (s *stream) anyHolds(v []byte, depth int) (yes bool) {
	each(v, 0, 0, func(_ []byte, i, j int) { yes = yes || v[i] == '{' && len(s.holders(v[i:j], depth)) > 0 })
	return yes
}

// alike are those of the holders that hold the same kind of thing as the best of them,
// the first that has titles, or goes by the name of a list. The others are told.
func (s *stream) alike(b []byte, all []holder, depth int) []holder {
	if len(all) < 2 {
		return all
	}
	marks := make([]mark, len(all))
	best, most := 0, -1
	for i, h := range all {
		marks[i] = s.mark(b[h.start:h.end], depth)
		n := 0
		if marks[i].title != "" {
			n++
		}
		if b[h.start] == '[' && columns().lists[fold(h.key)] {
			n += 2
		}
		if n > most {
			best, most = i, n
		}
	}
	var same []holder
	for i, h := range all {
		if b[h.start] == b[all[best].start] && marks[i].like(marks[best]) {
			same = append(same, h)
		} else if i != best {
			s.m.say("what stands under " + quote(h.key) + " is not read: it is of another kind than what stands under " + quote(all[best].key))
		}
	}
	return same
}

// mark is what a record calls its text and its title, which is how records of one kind
// are known.
type mark struct{ text, title string }

// like reports whether records of the one kind are of the other: they may lack a title, or
// a text.
func (m mark) like(o mark) bool {
	return (m.text == o.text || m.text == "") && (m.title == o.title || m.title == "" || o.title == "")
}

// mark is that of v or, where it is a list, of its first record.
func (s *stream) mark(v []byte, depth int) (m mark) {
	if depth == 0 {
		return m
	}
	if v[0] == '[' {
		each(v, 0, 0, func(_ []byte, i, j int) {
			if m.text == "" && v[i] == '{' {
				m = s.mark(v[i:j], depth-1)
			}
		})
		return m
	}
	if !s.holdsText(v) {
		if hs := s.holders(v, depth-1); len(hs) > 0 {
			return s.mark(v[hs[0].start:hs[0].end], depth-1)
		}
		return m
	}
	each(v, 0, 0, func(key []byte, i, j int) {
		switch c := s.m.column(key); {
		case c.field == fText && m.text == "" && !lacks(fText, v[i:j]):
			m.text = string(key)
		case c.field == fTitle && m.title == "":
			m.title = string(key)
		}
	})
	return m
}

// jsonHolders reads several members of the object b that hold postings. Where the keys
// are no names of lists, they say whose postings these are.
func (s *stream) jsonHolders(b []byte, hs []holder, line int) error {
	owners := len(hs) > 1 && s.m.named[fCompany] == ""
	for _, h := range hs {
		owners = owners && b[h.start] == '[' && !columns().lists[fold(h.key)] && strings.ContainsFunc(h.key, unicode.IsLetter)
	}
	counted := hs[0].key == "0" || hs[0].key == "1" && len(hs) > 1 && hs[1].key == "2" // and no ids
	from := 0
	if company := s.row.value[fCompany]; company != "" && s.given.field == fNone { // {"company": "Acme", "jobs": […]}
		s.given = given{fCompany, company}
		defer func() { s.given = given{} }()
	}
	for _, h := range hs {
		line += bytes.Count(b[from:h.start], []byte{'\n'})
		from = h.start
		outer := s.given
		var err error
		switch {
		case b[h.start] == '[':
			if owners {
				s.given = given{fCompany, h.key}
			}
			err = s.jsonList(b[h.start:h.end], 0, line)
		default:
			if !counted && len(hs) > 1 {
				s.given = s.keyOf(h.key)
			}
			err = s.jsonRecord(b[h.start:h.end], line)
		}
		if s.given = outer; err != nil || s.stopped {
			return err
		}
	}
	return nil
}

// holdsText reports whether an object, or one of the objects of an array, has a
// member that holds a posting's text.
func (s *stream) holdsText(v []byte) (text bool) {
	switch v[0] {
	case '[':
		each(v, 0, 0, func(_ []byte, i, j int) { text = text || v[i] == '{' && s.holdsText(v[i:j]) })
	case '{':
		thing := false
		each(v, 0, 0, func(key []byte, i, j int) {
			f := s.m.column(key).field
			text = text || (f == fText || f == fSection) && !lacks(fText, v[i:j])
			thing = thing || f == fNone && string(key) == "@type" && isThing(v[i:j])
		})
		return text && !thing
	}
	return text
}

// holdsPosting reports whether an object, or one of the objects of an array, is surely a
// posting, or what a list says of one, and no part of a text: it has a title, a text
// or an id, and one more field.
func (s *stream) holdsPosting(v []byte) (yes bool) {
	switch v[0] {
	case '[':
		each(v, 0, 0, func(_ []byte, i, j int) { yes = yes || v[i] == '{' && s.holdsPosting(v[i:j]) })
	case '{':
		var have [numSingle + 1]bool
		each(v, 0, 0, func(key []byte, i, j int) {
			f := s.m.column(key).field
			have[f] = have[f] || f != fNone && !lacks(f, v[i:j])
		})
		yes = have[fTitle] && (have[fText] || have[fID]) && (have[fCompany] || have[fLocation] || have[fURL] || have[fPosted])
	}
	return yes
}
