package read

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"rung/corpus"
	"slices"
	"strings"
)

// json reads the JSON family. It tells JSON Lines from a document (an array,
// or objects written over several lines) by the first bytes.
func (s *stream) json(br *bufio.Reader) error {
	head, _ := br.Peek(bufSize)
	text := trimBetween(head)
	if len(text) == 0 {
		return errors.New("the file holds nothing but white space")
	}
	if isScript(text) {
		return errScript
	}
	s.python = looksPython(text)
	if text[0] == '[' || head[0] == recordMark || bytes.HasPrefix(text, []byte("//")) {
		return s.jsonDocument(br)
	}
	first, rest, _ := bytes.Cut(text, []byte{'\n'})
	rest = trimBetween(rest)
	d := depth{python: s.python}
	if text[0] == '{' && len(rest) > 0 && d.scan(first) == len(first) && d.n > 0 {
		last := bytes.TrimRight(first, " \t\r")
		if rest[0] != '{' || d.quoted == 0 && strings.IndexByte("[:,", last[len(last)-1]) >= 0 {
			return s.jsonDocument(br)
		}
	}
	return s.jsonLines(br)
}

// recordMark stands before every record of a JSON text sequence (RFC 7464).
const recordMark = 0x1e

// between is what may stand between two records, also where it should not: files are
// put one behind the other with their commas and marks.
const between = " \t\r\n,;\x1e\ufeff"

func trimBetween(b []byte) []byte { return bytes.TrimLeft(b, between) }

func (s *stream) jsonLines(br *bufio.Reader) error {
	for line := 1; ; line++ {
		b, long, end := s.readLine(br)
		switch {
		case end != nil && end != io.EOF:
			return torn(end, line-1)
		case long:
			s.bad(line, b, corpus.ErrTooLong)
		case len(bytes.TrimSpace(b)) > 0:
			if err := s.jsonRecord(b, line); err != nil {
				return err
			}
		}
		if s.stopped {
			return nil
		}
		if end != nil {
			return s.end()
		}
	}
}

// readLine returns the next line without its line end; it is valid until the next
// call. long means that the line was longer than a record may be: b is its beginning,
// and the rest was skipped. With io.EOF, b is the last line, which has no line end.
func (s *stream) readLine(br *bufio.Reader) (b []byte, long bool, err error) {
	b, err = br.ReadSlice('\n')
	if err == bufio.ErrBufferFull {
		s.buf = append(s.buf[:0], b...)
		for err == bufio.ErrBufferFull {
			b, err = br.ReadSlice('\n')
			if long = long || len(s.buf)+len(b) > maxRecord; !long {
				s.buf = append(s.buf, b...)
			}
		}
		if b = s.buf; long {
			b = b[:bufSize]
		}
	}
	b = bytes.TrimSuffix(b, []byte{'\n'})
	return bytes.TrimSuffix(b, []byte{'\r'}), long, err
}

// end is the error of a file that ended without a record.
func (s *stream) end() error {
	if s.n == 0 && !s.stopped {
		return errors.New("the file holds no record")
	}
	return nil
}

// jsonDocument reads the elements of an array, or objects one after the other,
// whatever lines they stand on. Elements are cut by their brackets, so that a
// mistake in one costs only that one.
func (s *stream) jsonDocument(br *bufio.Reader) error {
	line := 1 // line of br's next byte
	for {
		head, err := br.Peek(1)
		if len(head) == 0 {
			if err == io.EOF {
				return s.end()
			}
			return torn(err, line)
		}
		c := head[0]
		switch {
		case c == '/' && s.comment(br):
			continue
		case c == '[' && s.opensList(br):
			s.listed = true
		case c == '[', strings.IndexByte(between+"]", c) < 0:
			c = 0
		}
		if c != 0 {
			if br.Discard(1); c == '\n' {
				line++
			}
			continue
		}
		start := line
		if err = s.readElement(br); err != nil && err != io.EOF {
			if err == corpus.ErrTooLong {
				s.bad(start, s.buf[:bufSize], err)
				return nil
			}
			return torn(err, start)
		}
		if err := s.jsonRecord(s.buf, start); err != nil || s.stopped {
			return err
		}
		line += bytes.Count(s.buf, []byte{'\n'})
	}
}

// opensList reports whether br's next byte, a "[", opens a list of records, and not a row
// of values: the first one does, and so do those before an object.
func (s *stream) opensList(br *bufio.Reader) bool {
	head, _ := br.Peek(4096)
	head = bytes.TrimLeft(head[1:], " \t\r\n")
	return len(head) == 0 || strings.IndexByte("{[]", head[0]) >= 0 || !s.listed && head[0] != '"'
}

// comment passes over the rest of a comment between two records, up to the end of its
// line.
func (s *stream) comment(br *bufio.Reader) bool {
	if next, _ := br.Peek(2); string(next) != "//" {
		return false
	}
	s.m.say("comments, which JSON does not have, are left out")
	for {
		_, err := br.ReadSlice('\n')
		if err == nil {
			br.UnreadByte() // the line end is counted where all are
		}
		if err != bufio.ErrBufferFull {
			return true
		}
	}
}

// readElement fills s.buf with the next object or array or, where something else
// stands, with all before the next comma, bracket or line end.
func (s *stream) readElement(br *bufio.Reader) error {
	s.buf = s.buf[:0]
	d := depth{python: s.python}
	for {
		if _, err := br.Peek(1); err != nil {
			return err
		}
		b, _ := br.Peek(br.Buffered())
		var n int
		done := len(s.buf) == 0 && b[0] != '{' && b[0] != '['
		if done {
			if n = bytes.IndexAny(b[1:], ",]}\n") + 1; n == 0 {
				n = len(b)
			}
		} else {
			n = d.scan(b)
			done = d.n <= 0 && d.quoted == 0
		}
		s.buf = append(s.buf, b[:n]...)
		br.Discard(n)
		if done {
			return nil
		}
		if len(s.buf) > maxRecord {
			return corpus.ErrTooLong
		}
	}
}

// jsonRow fills s.row from the object that b begins with, and returns the index after it.
func (s *stream) jsonRow(b []byte) (end int, err error) {
	r := &s.row
	*r = row{sections: r.sections[:0]}
	var at [numSingle][2]int
	var parts [][2]int
	if len(b) == 0 || b[0] != '{' {
		return 0, badJSON(b, 0, "an object {…}")
	}
	texts, schema := 0, false
	end, err = each(b, 0, 0, func(key []byte, i, j int) {
		c := s.m.column(key)
		if c.field == fText {
			texts++
		}
		switch {
		case c.field == fNone && string(key) == "@type":
			schema = isType(b[i:j], "jobposting")
		case c.field == fNone && string(key) == "descriptionBody": // of Lever
			texts++
		case c.field == fNone, c.field == fTitle && s.holdsText(b[i:j]): // {"job": {"title": …, "description": …}}
		case c.field == fText && b[i] != '"' && s.holdsPosting(b[i:j]): // {"content": [{"title": …, "description": …}]}
		case lacks(c.field, b[i:j]) && r.column[c.field%numSingle].field != fNone:
		case c.field == fSection:
			r.sections = append(r.sections, part{column: c, name: string(key)})
			parts = append(parts, [2]int{i, j})
		default:
			old := r.column[c.field]
			if v := at[c.field]; old.field == fNone || lacks(c.field, b[v[0]:v[1]]) || c.rank < old.rank {
				r.column[c.field], at[c.field] = c, [2]int{i, j}
				if c.rank > 0 {
					r.name[c.field] = string(key)
				}
			}
		}
	})
	if err != nil {
		return 0, err
	}
	for f, v := range at {
		if v[1] > 0 {
			sep, names := ", ", jsonNames
			switch field(f) {
			case fText:
				sep = "\n"
				if scalar(b[v[0]:v[1]]) {
					return end, fmt.Errorf("the text is %s, and not a string", b[v[0]:v[1]])
				}
				r.parted = b[v[0]] == '{' || b[v[0]] == '['
			case fID:
				names = idNames
			}
			if r.value[f], err = s.jsonText(b[v[0]:v[1]], sep, names); err != nil {
				return end, err
			}
		}
	}
	for i, v := range parts {
		if r.sections[i].value, err = s.jsonText(b[v[0]:v[1]], "\n", jsonNames); err != nil {
			return end, err
		}
	}
	if schema {
		err = s.schemaParts(b)
	}
	if texts > 1 && err == nil && r.column[fText].rank == 0 && r.value[fTitle] == "" {
		err = s.leverParts(b)
	}
	return end, err
}

// lacks reports whether a value holds nothing for its field. A number or true may be an
// id or a title, but is no text.
func lacks(f field, v []byte) bool {
	return isEmptyJSON(v) || f == fText && scalar(v) || len(v) < longPlaceholder && placeholder(strings.Trim(string(v), `"`))
}

// scalar reports whether v is a number or true.
func scalar(v []byte) bool {
	return v[0] != '"' && v[0] != '{' && v[0] != '[' && !isEmptyJSON(v)
}

func isEmptyJSON(v []byte) bool {
	switch string(v) {
	case "null", `""`, "{}", "[]", "NaN", "Infinity", "-Infinity", "false":
		return true
	}
	return false
}

// jsonNames are the members that stand for an object where a string is expected, the
// best first: {"name": "Berlin"}.
var jsonNames = []string{"name", "text", "title", "value", "@value", "label", "display_name", "html", "plain", "content"}

// idNames are those of an id: the name beside it is of what the id is for.
var idNames = []string{"value", "@value", "id", "name", "text", "title", "label"}

// jsonText is a value as text: a string itself, a number as written, of an object the
// member that names it, the first of names, or else all its strings, of an array its elements. Several are
// joined by sep; where that is a line end, numbers are left out.
func (s *stream) jsonText(v []byte, sep string, names []string) (string, error) {
	switch {
	case v[0] == '"':
		if v = v[1 : len(v)-1]; bytes.IndexByte(v, '\\') < 0 {
			return string(v), nil
		}
		var err error
		s.scratch, err = unescape(s.scratch[:0], v)
		return string(s.scratch), err
	case isEmptyJSON(v), string(v) == "true", scalar(v) && sep == "\n":
		return "", nil
	case scalar(v):
		return string(v), nil
	}
	var all []string
	best, named := len(names), ""
	var err error
	each(v, 0, 0, func(k []byte, start, end int) {
		key := string(k)
		if err != nil || strings.HasPrefix(key, "@") && key != "@value" {
			return
		}
		var t string
		if t, err = s.jsonText(v[start:end], sep, names); t == "" {
			return
		}
		if i := slices.Index(names, key); i >= 0 && i < best {
			best, named = i, t
		}
		all = append(all, t)
	})
	// A text keeps all of its parts: {"heading": …, "content": …}.
	if named != "" && sep != "\n" {
		return named, err
	}
	return strings.Join(all, sep), err
}
