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
	text := bytes.TrimLeft(head, " \t\r\n")
	if len(text) == 0 {
		return errors.New("the file holds nothing but white space")
	}
	if text[0] == '[' {
		return s.jsonDocument(br)
	}
	first, rest, _ := bytes.Cut(text, []byte{'\n'})
	rest = bytes.TrimLeft(rest, " \t\r\n")
	var d depth
	if text[0] == '{' && len(rest) > 0 && rest[0] != '{' && d.scan(first) == len(first) && d.n > 0 {
		return s.jsonDocument(br)
	}
	return s.jsonLines(br)
}

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
	line, first := 1, true // line of br's next byte
	for {
		c, err := br.ReadByte()
		switch {
		case err == io.EOF:
			return s.end()
		case err != nil:
			return torn(err, line)
		case c == '\n':
			line++
			continue
		case c == '[' && first:
			first = false
			continue
		case strings.IndexByte(" \t\r,]", c) >= 0:
			continue
		}
		first = false
		if err := br.UnreadByte(); err != nil {
			return err
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

// readElement fills s.buf with the next object or array or, where something else
// stands, with all before the next comma, bracket or line end.
func (s *stream) readElement(br *bufio.Reader) error {
	s.buf = s.buf[:0]
	var d depth
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
			done = d.n <= 0 && !d.quoted
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

// jsonRecord reads one object. An error ends the file.
func (s *stream) jsonRecord(raw []byte, line int) error {
	b, note := fixUTF8(raw)
	b = bytes.TrimSpace(b)
	if err := s.jsonRow(b); err != nil {
		s.bad(line, raw, err)
		return nil
	}
	p, ok := s.finish(line)
	if !ok && s.row.column[fText].field == fNone && len(s.row.sections) == 0 {
		start, end := s.within(b, 3)
		switch {
		case start == end:
		case b[start] == '[':
			return s.jsonList(b, start, line)
		default: // around the posting stands what else is said of it
			around := s.row
			if err := s.jsonRow(b[start:end]); err != nil {
				s.bad(line, raw, err)
				return nil
			}
			r := &s.row
			for f := range r.value {
				if r.column[f].field == fNone {
					r.value[f], r.column[f], r.name[f] = around.value[f], around.column[f], around.name[f]
				}
			}
			p, ok = s.finish(line)
		}
	}
	if !ok {
		each(b, 0, 0, func(k []byte, _, _ int) { s.row.all = append(s.row.all, string(k)) })
		return s.without(line, raw)
	}
	if note != "" {
		p.Notes = append(p.Notes, note)
	}
	s.post(p)
	return nil
}

// jsonList reads the objects of the array in b that begins at from, such as the
// answer of a board holds.
func (s *stream) jsonList(b []byte, from, line int) (err error) {
	line += bytes.Count(b[:from], []byte{'\n'})
	each(b, from, 0, func(_ []byte, start, end int) {
		if err == nil && !s.stopped {
			line += bytes.Count(b[from:start], []byte{'\n'})
			from = start
			err = s.jsonRecord(b[start:end], line)
		}
	})
	return err
}

// within finds what holds postings in the object b, whose own members hold no text:
// the first member that is an object with a text or an array of such, else the first
// in a member of a member, down to depth. What stands under the name of a company or a
// place is about that and is not looked into. An empty range means that there is none.
func (s *stream) within(b []byte, depth int) (start, end int) {
	if depth == 0 {
		return 0, 0
	}
	for _, look := range []func(v []byte) (int, int){
		func(v []byte) (int, int) {
			if s.holdsText(v) {
				return 0, len(v)
			}
			return 0, 0
		},
		func(v []byte) (int, int) {
			if v[0] == '{' {
				return s.within(v, depth-1)
			}
			if one := firstObject(v); one != nil {
				if i, j := s.within(one, depth-1); i < j {
					return 0, len(v)
				}
			}
			return 0, 0
		},
	} {
		each(b, 0, 0, func(key []byte, i, j int) {
			if f := s.m.column(key).field; start == end && (f == fNone || f == fTitle) {
				if from, to := look(b[i:j]); from < to {
					start, end = i+from, i+to
				}
			}
		})
		if start < end {
			break
		}
	}
	return start, end
}

// firstObject is the first element of an array of objects, else nil.
func firstObject(v []byte) (one []byte) {
	if v[0] == '[' {
		each(v, 0, 0, func(_ []byte, i, j int) {
			if one == nil && v[i] == '{' {
				one = v[i:j]
			}
		})
	}
	return one
}

// holdsText reports whether an object, or one of the objects of an array, has a
// member that holds a posting's text.
func (s *stream) holdsText(v []byte) (text bool) {
	switch v[0] {
	case '[':
		each(v, 0, 0, func(_ []byte, i, j int) { text = text || v[i] == '{' && s.holdsText(v[i:j]) })
	case '{':
		each(v, 0, 0, func(key []byte, i, j int) {
			f := s.m.column(key).field
			text = text || (f == fText || f == fSection) && !lacks(fText, v[i:j])
		})
	}
	return text
}

// jsonRow fills s.row from the object b.
func (s *stream) jsonRow(b []byte) error {
	r := &s.row
	*r = row{sections: r.sections[:0]}
	var at [numSingle][2]int
	var parts [][2]int
	if len(b) == 0 || b[0] != '{' {
		return badJSON(b, 0, "an object {…}")
	}
	end, err := each(b, 0, 0, func(key []byte, i, j int) {
		c := s.m.column(key)
		switch {
		case c.field == fNone, c.field == fTitle && s.holdsText(b[i:j]): // {"job": {"title": …, "description": …}}
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
		return err
	}
	if end = skipSpace(b, end); end < len(b) {
		return badJSON(b, end, "the end of the record")
	}
	for f, v := range at {
		if v[1] > 0 {
			sep := ", "
			if field(f) == fText {
				sep = "\n"
				if scalar(b[v[0]:v[1]]) {
					return fmt.Errorf("the text is %s, and not a string", b[v[0]:v[1]])
				}
			}
			if r.value[f], err = s.jsonText(b[v[0]:v[1]], sep); err != nil {
				return err
			}
		}
	}
	for i, v := range parts {
		if r.sections[i].value, err = s.jsonText(b[v[0]:v[1]], "\n"); err != nil {
			return err
		}
	}
	return nil
}

// lacks reports whether a value holds nothing for its field. A number or true may be an
// id or a title, but is no text.
func lacks(f field, v []byte) bool { return isEmptyJSON(v) || f == fText && scalar(v) }

// scalar reports whether v is a number or true.
func scalar(v []byte) bool {
	return v[0] != '"' && v[0] != '{' && v[0] != '[' && !isEmptyJSON(v)
}

func isEmptyJSON(v []byte) bool {
	switch string(v) {
	case "null", `""`, "{}", "[]", "NaN", "false":
		return true
	}
	return false
}

// jsonNames are the members that stand for an object where a string is expected, the
// best first: {"name": "Berlin"}.
var jsonNames = []string{"name", "text", "title", "value", "@value", "label", "display_name", "html", "plain", "content"}

// jsonText is a value as text: a string itself, a number as written, of an object the
// member that names it or else all its strings, of an array its elements. Several are
// joined by sep; where that is a line end, numbers are left out.
func (s *stream) jsonText(v []byte, sep string) (string, error) {
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
	best, named := len(jsonNames), ""
	var err error
	each(v, 0, 0, func(k []byte, start, end int) {
		key := string(k)
		if err != nil || strings.HasPrefix(key, "@") && key != "@value" {
			return
		}
		var t string
		if t, err = s.jsonText(v[start:end], sep); t == "" {
			return
		}
		if i := slices.Index(jsonNames, key); i >= 0 && i < best {
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
