package text

import (
	_ "embed"
	"strings"
)

//go:embed headings.txt
var headingText string

var headings = func() map[uint64]Kind {
	m := map[uint64]Kind{}
	for e := range entries(headingText) {
		words, kind, _ := strings.Cut(e, " = ")
		k, ok := ParseKind(kind)
		if !ok {
			panic("text: headings.txt: unknown kind " + kind)
		}
		h := uint64(hashSeed)
		for _, t := range Tokenize(nil, words) {
			h = (h ^ t.Hash) * hashPrime
		}
		m[h] = k
	}
	return m
}()

// sections gives every line and sentence its kind and joins lines to sections.
func (d *Document) sections() {
	d.Sections = d.Sections[:0]
	kind := Other
	for i := range d.Lines {
		l := &d.Lines[i]
		k, ok := d.heading(i)
		switch {
		case ok:
			kind, l.Kind = k, Heading
			d.Sections = append(d.Sections, Section{Span: l.Span, Kind: k, Heading: l.Span})
			continue
		case len(d.Sections) == 0:
			d.Sections = append(d.Sections, Section{Span: l.Span, Kind: kind})
		}
		l.Kind = kind
		d.Sections[len(d.Sections)-1].End = l.End
	}
	for i := range d.Sentences {
		s := &d.Sentences[i]
		s.Kind = d.Lines[s.Line].Kind
	}
}

// heading says whether line i is a known heading, and of which kind.
func (d *Document) heading(i int) (Kind, bool) {
	l := d.Lines[i]
	if l.End-l.Start > 80 {
		return Other, false
	}
	h := uint64(hashSeed)
	n := 0
	first, _ := d.lineTokens(i, 0)
	for ; first < len(d.Tokens) && int(d.Tokens[first].Start) < l.End; first++ {
		if t := d.Tokens[first]; t.Class <= Number {
			h = (h ^ t.Hash) * hashPrime
			n++
		}
	}
	k, ok := headings[h]
	return k, ok && n > 0
}

// lineTokens returns the tokens of line i.
func (d *Document) lineTokens(i, from int) (first, last int) {
	l := d.Lines[i]
	lo, hi := from, len(d.Tokens)
	for lo < hi {
		m := (lo + hi) / 2
		if int(d.Tokens[m].Start) < l.Start {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo, hi
}
