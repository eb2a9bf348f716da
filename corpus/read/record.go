package read

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
)

// maxLists is how many lists may stand one in the other around a posting.
const maxLists = 8

// jsonRecord reads the record in raw, or several that follow each other. An error ends
// the file.
func (s *stream) jsonRecord(raw []byte, line int) error {
	if err := s.ctx.Err(); err != nil {
		return err // one object may hold as many as a file
	}
	b, note := fixUTF8(raw)
	b = trimBetween(bytes.TrimSpace(b))
	for len(b) > 0 && !s.stopped {
		n, err := s.jsonOne(b, raw, note, line)
		if err != nil {
			return err
		}
		line += bytes.Count(b[:n], []byte{'\n'})
		b = trimBetween(b[n:])
		raw = b
	}
	return nil
}

// jsonOne reads the first record in b, and returns how much of b it is: all, unless
// another record follows. raw is b as it stands in the file.
func (s *stream) jsonOne(b, raw []byte, note string, line int) (n int, err error) {
	if b[0] == '[' {
		if n, err = skipValue(b, 0, 0); err == nil {
			return n, s.jsonArray(b[:n], line)
		}
	}
	if b[0] == '"' { // JSON that was written as a string of JSON
		if n, err = skipString(b, 0); err == nil {
			if in, err := unescape(nil, b[1:n-1]); err == nil && follows(in) {
				s.m.say("JSON within strings is read as JSON")
				return n, s.jsonRecord(in, line)
			}
		}
	}
	if n, err = s.jsonRow(b); n == 0 {
		d := depth{python: s.python || looksPython(b)}
		if n = d.scan(b); !follows(b[n:]) {
			n = len(b)
		}
		if out := pythonRecord(b[:n]); out != nil {
			s.m.say("Python's own notation is read as JSON")
			return n, s.jsonRecord(out, line)
		} else if looksPython(b) {
			err = errPython
		}
	} else if !follows(b[n:]) {
		if end := skipSpace(b, n); err == nil && len(trimBetween(b[end:])) > 0 {
			err = badJSON(b, end, "the end of the record")
		}
		n = len(b)
	}
	if n < len(b) {
		raw, b = b[:n], b[:n]
	}
	if err != nil {
		s.bad(line, raw, err)
		return n, nil
	}
	return n, s.jsonObject(b, raw, note, line)
}

// follows reports whether b, which stands behind a record, begins with another.
func follows(b []byte) bool {
	b = trimBetween(b)
	return len(b) > 0 && (b[0] == '{' || b[0] == '[')
}

// jsonObject reads the object b, which is in s.row: a posting, or what holds some.
func (s *stream) jsonObject(b, raw []byte, note string, line int) error {
	if (s.level > 0 || s.listed) && s.leftOut(b) {
		return nil
	}
	if s.row.parted && s.isColumns(b) {
		return s.jsonColumns(b, line)
	}
	p, ok := s.finish(line)
	if !ok && s.row.column[fText].field == fNone && len(s.row.sections) == 0 {
		hs := s.holders(b, maxWithin)
		switch {
		case len(hs) == 0:
			if header, rows := s.split(b); rows[1] > 0 {
				return s.jsonSplit(b, header, rows, line)
			}
		case len(hs) > 1 || b[hs[0].start] == '[':
			return s.jsonHolders(b, hs, line)
		default: // around the posting stands what else is said of it
			around, h := s.row, hs[0]
			if _, err := s.jsonRow(b[h.start:h.end]); err != nil {
				s.bad(line, raw, err)
				return nil
			}
			r := &s.row
			for f := range r.value {
				if r.column[f].field == fNone {
					r.value[f], r.column[f], r.name[f] = around.value[f], around.column[f], around.name[f]
				}
			}
			if strings.ContainsAny(h.key, "0123456789") { // {"job-123": {…}}
				s.given = s.keyOf(h.key)
			}
			p, ok = s.finish(line)
			s.given = given{}
		}
	}
	if !ok {
		each(b, 0, 0, func(k []byte, _, _ int) { s.row.all = append(s.row.all, string(k)) })
		return s.without(line, raw)
	}
	if note != "" {
		p.Notes = append(p.Notes, note)
	}
	p.Kept = s.keptMembers(b)
	s.post(p)
	return nil
}

// jsonArray reads a list: of records, or a row of values.
func (s *stream) jsonArray(b []byte, line int) error {
	_, first := (&cursor{b: b}).next()
	switch {
	case len(first) == 0:
		return nil
	case first[0] == '{' || first[0] == '[' || bytes.HasPrefix(first, []byte(`"{`)):
		return s.jsonList(b, 0, line)
	}
	return s.jsonValues(b, line)
}

// jsonList reads the elements of the array in b that begins at from, such as the
// answer of a board holds.
func (s *stream) jsonList(b []byte, from, line int) (err error) {
	line += bytes.Count(b[:from], []byte{'\n'})
	if s.level++; s.level > maxLists {
		err = fmt.Errorf("lists of more than %d lists, which hold no postings", maxLists)
		s.bad(line, b[from:], err)
		err = nil
	} else {
		_, err = s.elements(b, from, line)
	}
	s.level--
	return err
}

func (s *stream) elements(b []byte, from, line int) (end int, err error) {
	end, _ = each(b, from, 0, func(_ []byte, start, end int) {
		if err == nil && !s.stopped {
			line += bytes.Count(b[from:start], []byte{'\n'})
			from = start
			err = s.jsonRecord(b[start:end], line)
		}
	})
	return end, err
}

var errValues = errors.New(`rows of values without the names of their columns (pandas calls it orient="values"): write objects, with to_json(orient="records")`)

// jsonValues reads a row of values. The first row names the columns, where it does.
func (s *stream) jsonValues(b []byte, line int) error {
	if s.header == nil {
		var keys [][]byte
		var names []string
		var err error
		each(b, 0, 0, func(_ []byte, i, j int) {
			switch {
			case len(keys) > maxColumns:
				err = errColumns
			case b[i] == '"':
				name, _ := unescape(nil, b[i+1:j-1])
				keys, names = append(keys, b[i:j]), append(names, string(name))
			case string(b[i:j]) == "null": // above the numbers of rows
				keys, names = append(keys, []byte(`""`)), append(names, "")
			default:
				err = errValues
			}
		})
		if err == nil {
			_, err = s.m.header(names)
		}
		switch {
		case err == nil:
			for _, k := range keys {
				s.header = append(s.header, bytes.Clone(k))
			}
			return nil
		case s.n == 0:
			return errValues
		}
		s.bad(line, b, badJSON(b, 0, "an object {…}"))
		return nil
	}
	return s.jsonCells(s.header, b, line)
}

// jsonCells reads a row of values by the names of their columns.
func (s *stream) jsonCells(header [][]byte, b []byte, line int) error {
	object := []byte{'{'}
	n := 0
	if b[0] == '[' {
		each(b, 0, 0, func(_ []byte, i, j int) {
			if n < len(header) {
				object = member(object, header[n], b[i:j])
			}
			n++
		})
	}
	if n != len(header) {
		s.bad(line, b, fmt.Errorf("%s where the header has %d", count(n, "field"), len(header)))
		return nil
	}
	return s.jsonRecord(append(object, '}'), line)
}

// member adds one to an object that is being written.
func member(object, key, value []byte) []byte {
	if len(object) > 1 {
		object = append(object, ',')
	}
	object = append(append(object, key...), ':')
	return append(object, value...)
}

// given is a field of the records that are being read that stands outside of them.
type given struct {
	field field
	value string
}

// keyOf is what the key of an object that is a posting says of it: an address, a title in
// several words, else the id.
func (s *stream) keyOf(key string) given {
	g := given{fID, key}
	switch {
	case strings.Contains(key, "://"):
		g.field = fURL
	case strings.Contains(key, " ") && !strings.ContainsAny(key, "0123456789") && titleLike(key):
		g.field = fTitle
	}
	if s.m.named[g.field] != "" {
		return given{}
	}
	return g
}

// fill gives the row what stands outside of it, and that it has none of.
func (s *stream) fill() {
	g, r := s.given, &s.row
	if g.field == fNone || g.value == "" || r.value[g.field] != "" && !placeholder(r.value[g.field]) {
		return
	}
	r.value[g.field], r.column[g.field] = g.value, column{field: g.field}
	s.m.sayFirst(fieldNames.Of(g.field)+" is read from what stands around the records, such as ", quote(g.value))
}
