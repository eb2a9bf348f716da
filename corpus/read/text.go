package read

import (
	"bytes"
	"errors"
	"rung/corpus"
	"strings"
	"unicode"
	"unicode/utf8"
)

func (s *stream) text(b []byte) {
	t, notes := decodeText(b)
	t, joined := unwrap(corpus.Normalize(t))
	if joined {
		notes = append(notes, "lines broken at a fixed width were joined")
	}
	s.one(corpus.Posting{Text: t, Notes: notes})
}

// unwrap joins the lines of a text that was broken at a fixed width, as by a mail
// program: there a line end is no end of a sentence. It is such a text if many of its
// lines go on in lower case on the next one. Only lines that were broken for want of
// room are joined.
func unwrap(t string) (string, bool) {
	lines := strings.Split(t, "\n")
	width, full, goes := 0, 0, 0
	for i, l := range lines {
		n := utf8.RuneCountInString(l)
		if width = max(width, n); width > 100 {
			return t, false
		}
		if l != "" {
			full++
		}
		if i+1 < len(lines) && n > 40 {
			if next, _ := utf8.DecodeRuneInString(strings.TrimLeft(lines[i+1], " ")); unicode.IsLower(next) {
				goes++
			}
		}
	}
	if width < 50 || goes < 4 || goes*4 < full {
		return t, false
	}
	var out strings.Builder
	out.WriteString(lines[0])
	room := width - utf8.RuneCountInString(lines[0])
	for i, l := range lines[1:] { // below lines[i]
		words := strings.TrimLeft(l, " ")
		word, _, _ := strings.Cut(words, " ")
		_, item := cutBullet(words)
		if lines[i] != "" && words != "" && !item && !startsNumber(words) && !strings.HasPrefix(words, "•") && utf8.RuneCountInString(word)+1 > room {
			out.WriteString(" " + words)
		} else {
			out.WriteString("\n" + l)
		}
		room = width - utf8.RuneCountInString(l)
	}
	return out.String(), true
}

// one gives the posting that a whole file is, after it filled empty fields by what the
// head of its text says.
func (s *stream) one(p corpus.Posting) { s.oneOf(p, 1) }

// oneOf gives one of the postings that a file holds whole; line is its number there.
func (s *stream) oneOf(p corpus.Posting, line int) {
	if p.Text == "" {
		s.bad(0, nil, errors.New("the file holds no text"))
		return
	}
	if len(p.Text) > maxText {
		s.bad(0, nil, errLongText)
		return
	}
	readLabels(&p)
	if p.Title == "" {
		p.Title = firstTitle(p.Text)
	}
	if p.ID == "" {
		p.ID = corpus.ContentID(p)
	}
	p.Source = s.source(line)
	s.post(p)
}

// labelLines is how many lines at the head of a text may be labelled fields.
const labelLines = 30

// readLabels fills the empty fields of p from lines like "Job Title: …" and
// "Company: …" at the head of its text.
func readLabels(p *corpus.Posting) {
	n := 0
	for line := range strings.Lines(p.Text) {
		if n++; n > labelLines {
			return
		}
		label, value, ok := strings.Cut(strings.TrimPrefix(line, "- "), ":")
		value = strings.TrimSpace(value)
		if !ok || len(label) > 30 || len(value) > 150 || columns().unlabel[fold(label)] || strings.HasPrefix(value, "//") {
			continue
		}
		if c := columns().names[fold(label)]; c.field == fTitle && !titleLike(value) {
			continue
		}
		setField(p, label, value)
	}
}

// setField fills the field that goes by the name, if it is still empty.
func setField(p *corpus.Posting, name, value string) {
	set := func(s *string) {
		if *s == "" {
			*s = oneLine(value)
		}
	}
	switch columns().names[fold(name)].field {
	case fTitle:
		set(&p.Title)
	case fCompany:
		set(&p.Company)
	case fLocation:
		set(&p.Location)
	case fURL:
		set(&p.URL)
	case fID:
		if p.ID == "" {
			p.ID = corpus.ID(oneLine(value))
		}
	case fPosted:
		if p.Posted.IsZero() {
			p.Posted = parseTime(value)
		}
	}
}

// firstTitle is the first line of a text if it reads like a title, and is neither the
// heading of a section nor the first of wrapped lines; else "".
func firstTitle(text string) string {
	line, rest, _ := strings.Cut(text, "\n")
	line = strings.TrimSpace(line)
	next, _ := utf8.DecodeRuneInString(rest)
	if rest == "" || unicode.IsLower(next) || columns().untitled[fold(line)] || !titleLike(line) {
		return ""
	}
	return line
}

// titleLike reports whether a line has the form of a title: short, begun by a
// letter, and no sentence.
func titleLike(line string) bool {
	words := strings.Fields(line)
	if len(words) == 0 || len(words) > 12 || utf8.RuneCountInString(line) > 100 || strings.ContainsAny(line[len(line)-1:], ".!?:;,") {
		return false
	}
	first, _ := utf8.DecodeRuneInString(line)
	return (unicode.IsLetter(first) || unicode.IsDigit(first)) && (len(words) == 1 || !columns().sentence[strings.ToLower(words[0])])
}

// decodeText is a whole text file as UTF-8.
func decodeText(b []byte) (string, []string) {
	if u, ok := utf16Head(b); ok {
		return string(u), nil
	}
	b, note := fixUTF8(bytes.TrimPrefix(b, bomUTF8))
	if note == "" {
		return string(b), nil
	}
	return string(b), []string{note}
}
