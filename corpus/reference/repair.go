package reference

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	headingWords = 14  // a heading is no longer than this
	wrapMax      = 140 // bytes: a text with a longer line was not wrapped by hand
	wrapMin      = 45  // bytes: a shorter line of a wrapped text ends its paragraph
)

// raw is one non-blank line of the file on its way to a Line.
type raw struct {
	Line
	number int  // of a numbered heading or item; 0 when it has none
	glued  bool // the number stood against the word: "1Long-term"
	before bool // a blank line, or the beginning of the file, stands before it
	width  int  // bytes of the line as it stood
}

// repair turns the file into lines, in four passes: signs at either end of a
// line, paragraphs wrapped by hand, headings, noise.
func (d *Document) repair(s string) []Line {
	rs := unwrap(scan(s))
	for i := range rs {
		if isHeading(rs, i) {
			rs[i].Kind = Heading
		}
	}
	d.Notes = append(d.Notes, gaps(rs)...)
	lines := make([]Line, len(rs))
	for i := range rs {
		lines[i] = rs[i].Line
	}
	noise(lines)
	return lines
}

// scan splits s at line ends and takes the layout signs off each line.
func scan(s string) []raw {
	var rs []raw
	before := true
	row := 0
	for line := range strings.Lines(strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")) {
		row++
		t := strings.Join(strings.FieldsFunc(line, blank), " ")
		r := raw{before: before, width: len(t)}
		before = false
		t = r.unbullet(t)
		t = r.unnumber(t)
		t = r.trail(t)
		if t == "" {
			before = true
			continue
		}
		r.Text, r.rows = t, []offset{{0, row}}
		rs = append(rs, r)
	}
	return rs
}

// blank says that r takes room only.
func blank(r rune) bool {
	return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) || unicode.IsControl(r)
}

// picture says that r is an emoji or a part of one.
func picture(r rune) bool {
	return unicode.Is(unicode.So, r) || unicode.Is(unicode.Sk, r) && r > 127 || unicode.Is(unicode.Variation_Selector, r)
}

// unbullet takes the signs off the left: pictures, bullets, Markdown.
func (r *raw) unbullet(t string) string {
	if u := strings.TrimLeftFunc(t, picture); u != t {
		t = strings.TrimLeft(u, " ")
		r.note("a picture before the words")
	}
	if u := strings.TrimLeft(t, "#"); u != t && strings.HasPrefix(u, " ") {
		r.depth = len(t) - len(u)
		t = u[1:]
	}
	t = strings.ReplaceAll(strings.ReplaceAll(t, "**", ""), "__", "")
	for _, b := range []string{"• ", "· ", "‣ ", "▪ ", "◦ ", "● ", "– ", "— ", "- ", "* ", "+ "} {
		if u, ok := strings.CutPrefix(t, b); ok {
			r.Kind = Item
			return strings.TrimLeft(u, " ")
		}
	}
	return t
}

// unnumber takes a list number off the left: "1. Goals", "2) Goals", and also
// "1Goals", which is what is left of a numbered heading when its layout is
// lost. "2U", "3D models" and "24/7" keep their digits.
func (r *raw) unnumber(t string) string {
	n, i := 0, 0
	for i < len(t) && i < 2 && t[i] >= '0' && t[i] <= '9' {
		n = n*10 + int(t[i]-'0')
		i++
	}
	if i == 0 || n == 0 {
		return t
	}
	rest := t[i:]
	if u := strings.TrimLeft(rest, ".)"); u != rest && strings.HasPrefix(u, " ") {
		r.number, r.Kind = n, Item // until isHeading says otherwise
		return strings.TrimLeft(u, " ")
	}
	first, size := utf8.DecodeRuneInString(rest)
	second, _ := utf8.DecodeRuneInString(rest[size:])
	if r.Kind != Item && unicode.IsUpper(first) && unicode.IsLower(second) {
		r.number, r.glued = n, true
		r.note("a number glued to the words")
		return rest
	}
	return t
}

// trail takes a single letter off the right that follows the end of a
// sentence: the rest of a link or a footnote.
func (r *raw) trail(t string) string {
	last, size := utf8.DecodeLastRuneInString(t)
	u := strings.TrimRight(t[:len(t)-size], " ")
	if !unicode.IsLetter(last) || len(u)+size == len(t) || u == "" || !strings.ContainsRune(".!?", rune(u[len(u)-1])) {
		return t
	}
	r.note("a stray letter at the end")
	return u
}

func (r *raw) note(s string) {
	if r.Note != "" {
		r.Note += "; "
	}
	r.Note += s
}

// unwrap joins the lines of paragraphs that were wrapped by hand.
func unwrap(rs []raw) []raw {
	pairs := 0
	for i := range rs {
		if rs[i].width > wrapMax {
			return rs
		}
		if i > 0 && continues(rs[i-1].width, &rs[i]) {
			pairs++
		}
	}
	if pairs == 0 {
		return rs
	}
	out := rs[:1]
	width := rs[0].width
	for _, r := range rs[1:] {
		last := &out[len(out)-1]
		if continues(width, &r) && last.depth == 0 {
			last.rows = append(last.rows, offset{len(last.Text) + 1, r.rows[0].row})
			last.Text += " " + r.Text
		} else {
			out = append(out, r)
		}
		width = r.width
	}
	return out
}

// continues says whether r goes on with the paragraph of a line of that width.
func continues(width int, r *raw) bool {
	return width >= wrapMin && !r.before && r.depth == 0 && r.Kind == Paragraph && r.number == 0
}

// isHeading says whether line i is a heading: short, standing by itself, not a
// sentence, with something below it.
func isHeading(rs []raw, i int) bool {
	r := &rs[i]
	if r.depth > 0 || r.glued {
		return true
	}
	words := strings.Count(r.Text, " ") + 1
	if r.Kind == Item {
		// A numbered line is a heading when no other numbered line is next to it.
		return r.number > 0 && words <= headingWords && !ends(r.Text, ".!;,") && r.before &&
			i+1 < len(rs) && rs[i+1].before && rs[i+1].Kind == Paragraph && !ends(r.Text, "?!")
	}
	if words > headingWords || ends(r.Text, ".!;,") || i+1 == len(rs) || !r.before && (i == 0 || rs[i-1].Kind != Heading) {
		return false
	}
	next := &rs[i+1]
	first, _ := utf8.DecodeRuneInString(next.Text)
	return next.before || next.Kind == Item || !unicode.IsLower(first)
}

func ends(t, signs string) bool {
	return strings.ContainsRune(signs, rune(t[len(t)-1]))
}

// gaps names the headings that a numbering shows to be lost.
func gaps(rs []raw) []string {
	var notes []string
	last := 0
	for i := range rs {
		r := &rs[i]
		if r.Kind != Heading || r.number == 0 {
			continue
		}
		if last > 0 && r.number > last+1 {
			notes = append(notes, fmt.Sprintf("line %d: the numbered headings %d to %d are lost; the paragraphs before it are told apart by their own words", r.rows[0].row, last+1, r.number-1))
		}
		last = r.number
	}
	return notes
}
