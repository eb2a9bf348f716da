// Package text reads English postings: lines, sections, sentences and tokens,
// all with byte offsets into the text. It does not know what is looked for, it
// never changes the text, and it cannot fail: every string has a Document.
package text

import (
	"strings"
	"unicode/utf8"

	"rung/corpus/enum"
)

// Most is how many bytes of a posting are read at most: ten times the longest of
// 19,000 real ones. It bounds what one posting can cost, whoever made it.
const Most = 256 << 10

// Readable is the part of a text that is read: all of it, or its beginning up to
// the last line break, or the last rune, within Most. Whoever reads less than all
// says so.
func Readable(t string) string {
	if len(t) <= Most {
		return t
	}
	if i := strings.LastIndexByte(t[:Most], '\n'); i > Most/2 {
		return t[:i]
	}
	i := Most
	for i > Most-utf8.UTFMax && !utf8.RuneStart(t[i]) {
		i--
	}
	return t[:i]
}

// Span is a half-open range of bytes of Document.Text.
type Span struct{ Start, End int }

// Of returns the text of the span.
func (s Span) Of(t string) string { return t[s.Start:s.End] }

// Kind says what a section, a line or a sentence is there for.
type Kind uint8

// The kinds. Heading is a kind of lines and sentences only; a section is never a
// Heading, it has one.
const (
	Other Kind = iota
	About
	Role
	Duties
	Requirements
	Preferred
	Benefits
	Legal
	Apply
	Heading
	NumKinds = iota
)

var kindNames = enum.Names[Kind]{"other", "about", "role", "duties", "requirements", "preferred", "benefits", "legal", "apply", "heading"}

func (k Kind) String() string { return kindNames.Of(k) }

// ParseKind is the inverse of String.
func ParseKind(s string) (k Kind, ok bool) { return kindNames.Parse(s) }

// Section is a run of lines of one kind, under at most one heading.
type Section struct {
	Span    // heading included
	Kind    Kind
	Heading Span // the words of the heading line; empty when the section has none
}

// Line is one non-blank line of the text.
type Line struct {
	Span        // without white space at both ends and without the bullet sign
	Kind   Kind // Heading for a heading line, else the kind of its section or, in a flattened posting, of its own words
	Bullet bool // the line began with a bullet sign or a list number
	Number int  // 0-based index of the line in Text split at LF, blank lines counted
}

// Sentence never crosses a line.
type Sentence struct {
	Span
	Line  int  // index into Document.Lines
	Kind  Kind // its own: in a flattened posting a line holds sentences of many kinds, and headings
	First int  // tokens are Document.Tokens[First:Last]
	Last  int
}

// Class says what a token is made of.
type Class uint8

const (
	Word   Class = iota // letters, with what belongs to them: C++, Node.js, P&L, CI/CD, 401(k), n't, 's
	Number              // begins with a digit: 10, 1,000, 2.5, 250k, 3rd, 24/7
	Symbol              // $ € £ % + & @ # * = < > ~ and other signs
	Punct               // . , ; : ! ? ( ) [ ] quotes, dashes, slashes, hyphens between words
)

// Token is one word, number or sign. The tokens of a word with hyphens or slashes
// ("end-to-end", "AWS/GCP") are its parts and the Punct between them, unless
// keep.txt lists it whole.
type Token struct {
	Start, End int32
	Hash       uint64 // Hash of the token's lower-cased form (’ counts as ')
	Class      Class
}

// Document is a parsed text. Spans are in order, in bounds and on rune starts;
// sentences nest in lines, lines in sections, tokens in sentences.
type Document struct {
	Text      string
	Lines     []Line
	Sections  []Section
	Sentences []Sentence
	Tokens    []Token

	scratch scratch
}
