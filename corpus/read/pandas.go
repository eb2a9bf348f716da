package read

import (
	"bytes"
	"encoding/json"
	"slices"
)

// The forms in which pandas (DataFrame.to_json, to_dict) and other tools write a table
// into one object. Each row is made an object again, and read as one.

// tableColumn is a member of a table that is written by columns.
type tableColumn struct {
	key    []byte // quoted, as it stands
	values cursor
	field  field
}

// columnsOf are the members of the object b that hold a field, where all members are
// columns: objects, or lists, all with the same keys. None are where one is not.
func (s *stream) columnsOf(b []byte) (cols []tableColumn) {
	var bracket byte
	c := cursor{b: b}
	for key, v := c.next(); v != nil; key, v = c.next() {
		if isEmptyJSON(v) {
			continue
		}
		if bracket == 0 {
			bracket = v[0]
		}
		if v[0] != bracket || bracket != '{' && bracket != '[' || len(cols) > maxColumns {
			return nil
		}
		name, err := unescape(nil, key[1:len(key)-1])
		if err != nil {
			return nil
		}
		cols = append(cols, tableColumn{key, cursor{b: v}, s.m.column(name).field})
	}
	return cols
}

// isColumns reports whether the object b is a table by columns: {"title": {"0": …,
// "1": …}, "text": {"0": …, "1": …}}, or with lists. A text that has parts or is
// written in several languages is none.
func (s *stream) isColumns(b []byte) bool {
	cols := s.columnsOf(b)
	if len(cols) < 2 {
		return false
	}
	if cols[0].values.b[0] == '[' && !slices.ContainsFunc(cols, func(c tableColumn) bool { return c.field == fTitle || c.field == fID || c.field == fURL }) {
		return false // lists of sentences
	}
	rows := 0
	for {
		var first []byte
		for i := range cols {
			key, v := cols[i].values.next()
			if i == 0 {
				if first = v; v != nil && key != nil {
					if first = key; s.isPart(key) {
						return false
					}
				}
				continue
			}
			if (v == nil) != (first == nil) || key != nil && !bytes.Equal(key, first) ||
				v != nil && cols[i].field == fText && v[0] != '"' && !isEmptyJSON(v) {
				return false
			}
		}
		if first == nil {
			return rows > 1 || rows == 1 && cols[0].values.b[0] == '{'
		}
		rows++
	}
}

// isPart reports whether a quoted key is that of a part of a value, or of a language, and
// not of a row.
func (s *stream) isPart(key []byte) bool {
	name := string(key[1 : len(key)-1])
	if _, part := columns().names[fold(name)]; part || name == "" || name[0] == '@' || name[0] == '$' {
		return true
	}
	switch fold(name) {
	case "value", "label", "html", "plain", "raw", "rendered", "heading", "displayname":
		return true
	}
	return len(name) == 2 && isLetters(name) || len(name) == 5 && (name[2] == '-' || name[2] == '_') && isLetters(name[:2]+name[3:])
}

func isLetters(s string) bool {
	for _, c := range []byte(s) {
		if c|0x20 < 'a' || c|0x20 > 'z' {
			return false
		}
	}
	return true
}

// jsonColumns reads a table by columns. The keys are ids, where they do not only count.
func (s *stream) jsonColumns(b []byte, line int) error {
	cols := s.columnsOf(b)
	s.m.say("the table is read by its columns, as pandas writes it")
	var object []byte
	counted := false
	for row := 0; ; row++ {
		object = append(object[:0], '{')
		var first []byte
		for i := range cols {
			key, v := cols[i].values.next()
			if v == nil {
				return nil
			}
			if i == 0 {
				first = key
			}
			if cols[i].field != fNone {
				object = member(object, cols[i].key, v)
			}
		}
		counted = counted || row == 0 && string(first) == `"0"`
		s.giveID(first, counted)
		err := s.jsonRecord(append(object, '}'), line)
		if s.given = (given{}); err != nil || s.stopped {
			return err
		}
	}
}

// giveID has the key of a row, a JSON value, be its id where it has none, unless the keys
// only count.
func (s *stream) giveID(key []byte, counted bool) {
	if !counted && key != nil && s.m.named[fID] == "" {
		id, _ := s.jsonText(key, ", ", idNames)
		s.given = given{fID, id}
	}
}

// split finds a table whose columns are named in one member and whose rows stand in
// another: {"columns": ["title", "text"], "index": [0], "data": [["VP", "Lead"]]}. Where
// the columns are not named, the first row may do it, and header is empty.
func (s *stream) split(b []byte) (header, rows [2]int) {
	each(b, 0, 0, func(key []byte, i, j int) {
		if b[i] != '[' {
			return
		}
		_, first := (&cursor{b: b[i:j]}).next()
		switch {
		case first == nil:
		case first[0] == '[' && rows[1] == 0:
			rows = [2]int{i, j}
		case header[1] == 0:
			switch fold(string(key)) {
			case "columns", "header", "headers", "fields", "names", "columnnames", "schema":
				header = [2]int{i, j}
			}
		}
	})
	return header, rows
}

// jsonSplit reads the rows of a table that is split.
func (s *stream) jsonSplit(b []byte, header, rows [2]int, line int) error {
	outer := s.header
	defer func() { s.header = outer }()
	s.header = nil
	if header[1] > 0 {
		c := cursor{b: b[header[0]:header[1]]}
		var names []string
		for _, v := c.next(); v != nil && len(names) <= maxColumns; _, v = c.next() {
			name, _ := s.jsonText(v, ", ", jsonNames) // {"name": "title", "type": "string"}
			names = append(names, name)
			quoted, _ := json.Marshal(name)
			s.header = append(s.header, quoted)
		}
		if _, err := s.m.header(names); err != nil {
			return err
		}
	}
	index := cursor{b: []byte("[]")}
	each(b, 0, 0, func(key []byte, i, j int) {
		if b[i] == '[' && string(key) == "index" {
			index.b = b[i:j]
		}
	})
	counted, first := false, true
	line += bytes.Count(b[:rows[0]], []byte{'\n'})
	from := rows[0]
	var err error
	each(b, rows[0], 0, func(_ []byte, i, j int) {
		if err != nil || s.stopped {
			return
		}
		line += bytes.Count(b[from:i], []byte{'\n'})
		from = i
		_, key := index.next()
		counted = counted || first && string(key) == "0"
		first = false
		if s.header == nil && b[i] == '[' {
			err = s.jsonValues(b[i:j], line)
			return
		}
		s.giveID(key, counted)
		err = s.jsonCells(s.header, b[i:j], line)
		s.given = given{}
	})
	return err
}
