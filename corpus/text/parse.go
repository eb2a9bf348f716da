package text

import (
	"strings"
	"unicode/utf8"
)

// Parse reads s. Every string has a Document; of one longer than two gigabytes
// only the beginning is read.
func Parse(s string) *Document {
	d := new(Document)
	d.Reset(s)
	return d
}

// Reset makes d the Document of s. It reuses the slices of d, so what they held
// before is no longer valid.
func (d *Document) Reset(s string) { d.reset(s, learned()) }

// Warm loads what Parse would load when it first needs it, so that goroutines that
// read many texts wait neither for it nor for one another.
func Warm() {
	learned()
	punkt()
}

func (d *Document) reset(s string, m *model) {
	s = s[:min(len(s), maxLen)]
	d.Text = s
	d.Lines = lines(d.Lines[:0], s)
	d.Sentences, d.Tokens = d.Sentences[:0], d.Tokens[:0]
	for i := range d.Lines {
		d.line(i)
	}
	d.sections(m)
}

// line reads the tokens and sentences of line i. The items of a flattened list
// are sentences, and their bullet signs no tokens.
func (d *Document) line(i int) {
	l := d.Lines[i]
	sign := flattened(d.Text[l.Start:l.End])
	for at := l.Start; at < l.End; {
		end, next := nextSign(d.Text, at, l.End, sign)
		d.scratch.steps += end - at
		for at < end {
			stop, on := nextBullet(d.Text, at, end)
			d.scratch.steps += stop - at
			first := len(d.Tokens)
			d.Tokens = tokenize(d.Tokens, d.Text, at, stop)
			last := len(d.Tokens)
			if stop < l.End { // "… the budget Qualifications • 10+ years …"
				last = d.tail(first)
			}
			d.split(i, first, last)
			if last < len(d.Tokens) {
				d.sentence(i, last, len(d.Tokens))
			}
			at = on
		}
		at = next
	}
}

// minLoneHeading is the least length in bytes of a single word that counts as a
// heading glued to the item before it: "Responsibilities", not "Product".
const minLoneHeading = 8

// tail returns the first token of the known heading that the item of tokens
// [first:] ends with, or the end of the tokens where it ends with none. The
// heading is in capitals or begins with one, and stands after other words.
func (d *Document) tail(first int) int {
	end := len(d.Tokens)
	if _, ok := headings.find(phrase(d.Tokens[first:])); ok {
		return end
	}
	for i := max(first+1, end-6); i < end; i++ {
		c := d.Text[d.Tokens[i].Start]
		if !isUpper(c) || d.Text[d.Tokens[i-1].Start] == '-' || d.Text[d.Tokens[i-1].Start] == '&' {
			continue
		}
		h, ok := headings.find(phrase(d.Tokens[i:]))
		if ok && (i+1 < end || h.kind >= Duties && h.kind <= Benefits && d.Tokens[i].End-d.Tokens[i].Start >= minLoneHeading) {
			return i
		}
	}
	return end
}

// A list that lost its line breaks is a paragraph of at least minFlat bytes with at
// least minSigns asterisks between spaces, or one more dash: fewer are dashes,
// footnotes or products.
const (
	minFlat  = 150
	minSigns = 2
)

// flattened returns the sign that separates the items of the list in s, or "".
func flattened(s string) string {
	if len(s) < minFlat {
		return ""
	}
	for _, sign := range [...]string{" * ", " - "} {
		n := 0
		for at := 0; ; {
			stop, next := nextSign(s, at, len(s), sign)
			if stop == len(s) {
				break
			}
			n++
			at = next
		}
		if n >= minSigns+b2i(sign != " * ") {
			return sign
		}
	}
	return ""
}

// beginsItem reports whether an item can begin with c after the sign: a dash
// before a number makes a range.
func beginsItem(c byte, sign string) bool {
	return isUpper(c) || sign == " * " && class[c] == isDigit
}

// nextSign returns where the item that begins at s[i] ends and where the next begins,
// if items are separated by sign; "" is none.
func nextSign(s string, i, end int, sign string) (stop, next int) {
	free := i // where the space before a sign may stand
	for j := i; sign != "" && j < end; {
		k := strings.IndexByte(s[j:end], sign[1])
		if k < 0 {
			break
		}
		j += k + 1
		if j-2 >= free && s[j-2] == ' ' && j+1 < end && s[j] == ' ' {
			if beginsItem(s[j+1], sign) {
				return j - 2, j + 1
			}
			free = j + 1
		}
	}
	return end, end
}

// nextBullet does the same for the signs that are always bullets.
func nextBullet(s string, i, end int) (stop, next int) {
	for j := i; j < end; {
		k := strings.IndexByte(s[j:end], 0xe2) // every bullet sign but a few begins with it
		if k < 0 {
			break
		}
		j += k
		r, n := utf8.DecodeRuneInString(s[j:end])
		if bullets[r] && (spaceAt(s, j+n) || j > i && spaceAt(s, j-1)) {
			return j, j + n
		}
		j += n
	}
	return end, end
}
