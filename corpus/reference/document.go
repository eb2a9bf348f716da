package reference

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// maxBytes is the largest document that Read takes.
const maxBytes = 8 << 20

// Kind says what a line is there for.
type Kind uint8

const (
	Paragraph Kind = iota // running text
	Item                  // a list item, without its bullet sign
	Heading               // a heading, or a line that introduces a list
	Noise                 // a banner, an advertisement, a byline, a list of names: kept, never counted
)

// Line is one paragraph, list item or heading. In a document that was wrapped
// by hand it holds several lines of the file.
type Line struct {
	Kind Kind
	Text string // repaired: without bullet signs, pictures, glued numbers and stray letters; never empty
	Note string // what was repaired, or why the line is noise; empty when nothing

	depth int      // of a Markdown heading; 0 where it cannot be known
	rows  []offset // where the lines of the file begin in Text; rows[0].at is 0
}

type offset struct{ at, row int }

// Row is the 1-based line of the file that byte at of Text stands on.
func (l *Line) Row(at int) int {
	row := l.rows[0].row
	for _, o := range l.rows[1:] {
		if o.at > at {
			break
		}
		row = o.row
	}
	return row
}

// Document is a reference document as it was understood.
type Document struct {
	Name  string
	Hash  string   // first 16 hex digits of the SHA-256 of the bytes read
	Lines []Line   // in the order of the file; blank lines are left out
	Notes []string // what is missing in the whole document, such as headings that a numbering shows to be lost
}

// Read reads a plain-text or Markdown document and repairs what copying from a
// web page does to one. It fails on what is no text, on a text of more than
// 8 MiB, and on one without a word. Name stands in citations.
func Read(name string, r io.Reader) (*Document, error) {
	raw, err := io.ReadAll(io.LimitReader(r, maxBytes+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("reading reference document %q: %w", name, err)
	case len(raw) > maxBytes:
		return nil, fmt.Errorf("reference document %q: larger than %d MiB; give the text alone", name, maxBytes>>20)
	case bytes.IndexByte(raw, 0) >= 0:
		return nil, fmt.Errorf("reference document %q: not a text; save it as plain text or Markdown", name)
	}
	sum := sha256.Sum256(raw)
	d := &Document{Name: name, Hash: hex.EncodeToString(sum[:8])}
	s := string(raw)
	if !utf8.ValidString(s) {
		s = strings.ToValidUTF8(s, " ")
		d.Notes = append(d.Notes, "bytes that are no UTF-8 were dropped")
	}
	d.Lines = d.repair(s)
	if !slices.ContainsFunc(d.Lines, func(l Line) bool { return l.Kind != Noise }) {
		return nil, fmt.Errorf("reference document %q: no sentence in it", name)
	}
	return d, nil
}
