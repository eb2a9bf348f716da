package corpus

import (
	"bytes"
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"
)

// text reads a plain text: one posting.
func (s *stream) text(b []byte) {
	t, notes := decodeText(b)
	s.one(Posting{Text: Normalize(t), Notes: notes})
}

// one gives the posting that a whole file is, completed by what the head of its
// text says.
func (s *stream) one(p Posting) {
	if p.Text == "" {
		s.bad(0, nil, errors.New("the file holds no text"))
		return
	}
	readLabels(&p)
	if p.Title == "" {
		p.Title = firstTitle(p.Text)
	}
	if p.ID == "" {
		p.ID = ContentID(p)
	}
	p.Source = s.source(1)
	s.post(p)
}

// labelLines is how many lines at the head of a text may be labelled fields.
const labelLines = 15

// readLabels fills the empty fields of p from lines like "Job Title: …" and
// "Company: …" at the head of its text.
func readLabels(p *Posting) {
	n := 0
	for line := range strings.Lines(p.Text) {
		if n++; n > 2*labelLines {
			return
		}
		label, value, ok := strings.Cut(line, ":")
		if value = strings.TrimSpace(value); !ok || value == "" || len(label) > 30 || len(value) > 150 {
			continue
		}
		if label == "http" || label == "https" {
			continue
		}
		setField(p, label, value)
	}
}

// setField fills the field that goes by the name, if it is empty still.
func setField(p *Posting, name, value string) {
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
			p.ID = ID(oneLine(value))
		}
	case fPosted:
		if p.Posted.IsZero() {
			p.Posted = parseTime(value)
		}
	}
}

// firstTitle is the first line of a text if it reads like a title: short, not
// a sentence, not the heading of a part, not the first of wrapped lines.
func firstTitle(text string) string {
	line, rest, _ := strings.Cut(text, "\n")
	line = strings.TrimSpace(line)
	words := strings.Fields(line)
	if len(words) == 0 || len(words) > 12 || utf8.RuneCountInString(line) > 100 || strings.ContainsAny(line[len(line)-1:], ".!?:;,") || rest == "" {
		return ""
	}
	if first, _ := utf8.DecodeRuneInString(line); !unicode.IsLetter(first) && !unicode.IsDigit(first) {
		return ""
	}
	if next, _ := utf8.DecodeRuneInString(rest); unicode.IsLower(next) {
		return ""
	}
	if t := columns(); t.untitled[fold(line)] || t.sentence[strings.ToLower(words[0])] && len(words) > 1 {
		return ""
	}
	return line
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
