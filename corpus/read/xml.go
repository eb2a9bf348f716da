package read

import (
	"bufio"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"rung/corpus"
	"rung/corpus/page"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
)

// xmlRecords are the elements that hold a posting each, in the feeds that boards take and
// give: job and ad, RSS and Atom, Personio, HR-XML.
var xmlRecords = listed("job position item entry vacancy ad jobposting jobpositionposting positionopening posting joboffer offer opening " +
	"requisition advert jobad record row jobinfo joblisting")

// xmlMarkup are the elements that are part of a text and not beside it.
var xmlMarkup = listed("p div ul ol li br b strong em i u h1 h2 h3 h4 h5 h6 span a table tbody thead tr td th hr font sup sub dl dt dd blockquote pre")

// xmlOthers are roots of what is no feed, and what to do about it.
var xmlOthers = map[string]string{
	"urlset":       "a sitemap, which names pages and holds no posting: save the pages",
	"sitemapindex": "a sitemap, which names pages and holds no posting: save the pages",
	"workbook":     "a workbook of Excel 2003: save it as XLSX or CSV",
	"worddocument": "a document of Word 2003: save it as DOCX",
	"package":      "a document in one XML file: save it as DOCX",
	"document":     "a document in one XML file: save it as DOCX or text",
	"svg":          "a picture: recognise its text first, or paste it as plain text",
	"plist":        "a property list: save it as JSON or CSV",
}

func listed(s string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(s) {
		m[w] = true
	}
	return m
}

// xml reads a feed: a posting for each element that holds one. Their numbers stand for
// lines, as many feeds are one line.
func (s *stream) xml(br *bufio.Reader) error {
	head, _ := br.Peek(bufSize)
	in := &xmlInput{r: xmlText(br, head)}
	br = bufio.NewReaderSize(in, bufSize) // has been looked at in UTF-8
	head, _ = br.Peek(bufSize)
	root, record := s.xmlKind(head)
	if what := xmlOthers[root]; what != "" && record == "" {
		return errors.New("not a file of postings, but " + what)
	}
	dec := newXML(br)
	r := xmlRecord{s: s}
	n := 0
	for {
		in.left = maxRecord
		t, err := dec.RawToken()
		if err == io.EOF || isEOF(err) {
			if len(r.open) > 0 {
				s.bad(n, r.raw(), errors.New("the file is cut short within this record"))
			} else if root == "" {
				return errors.New("the file is not XML")
			} else if n == 0 {
				return fmt.Errorf("XML of a kind that is not known: no element in <%s> holds a posting as <job>, <item> or <entry> do; save it as CSV or JSON", root)
			}
			return s.end()
		}
		if err != nil {
			if s.ctx.Err() != nil {
				return torn(s.ctx.Err(), 0)
			}
			if n == 0 {
				return fmt.Errorf("the XML cannot be read: %w", err)
			}
			return fmt.Errorf("reading on after record %d: %w", n, err)
		}
		switch e := t.(type) {
		case xml.StartElement:
			name := strings.ToLower(e.Name.Local)
			if len(r.open) > 0 {
				if err := r.start(e, name); err != nil {
					return fmt.Errorf("record %d: %w", n, err)
				}
			} else if record != "" && name == record || record == "" && xmlRecords[name] {
				n++
				r.begin(e)
			}
		case xml.EndElement:
			if len(r.open) > 0 && r.end(strings.ToLower(e.Name.Local)) {
				if err := r.give(n); err != nil {
					return err
				}
				if s.stopped {
					return nil
				}
			}
		case xml.CharData:
			if len(r.open) > 0 && !r.text(e) {
				return fmt.Errorf("record %d: %w", n, corpus.ErrTooLong)
			}
		}
	}
}

// isEOF reports whether an error of the decoder is the end of the file.
func isEOF(err error) bool {
	var bad *xml.SyntaxError
	return errors.As(err, &bad) && bad.Msg == "unexpected EOF"
}

func newXML(r io.Reader) *xml.Decoder {
	dec := xml.NewDecoder(r)
	dec.Strict = false
	dec.Entity = xml.HTMLEntity
	dec.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil } // it is UTF-8 by now
	return dec
}

// xmlInput bounds what one token of XML may cost in memory.
type xmlInput struct {
	r    io.Reader
	left int
}

func (x *xmlInput) Read(b []byte) (int, error) {
	n, err := x.r.Read(b)
	if x.left -= n; x.left < -4*bufSize { // what is read ahead
		return 0, corpus.ErrTooLong
	}
	return n, err
}

// xmlText is what a file of XML says in UTF-8, by the encoding that it declares; what is
// broken is marked, and signs that XML may not hold are spaces.
func xmlText(br *bufio.Reader, head []byte) io.Reader {
	var r io.Reader = decodeStream(br)
	if utf16Of(head[:min(len(head), 512)]) == nil && !bytes.HasPrefix(head, bomUTF8) {
		label := "utf-8"
		if end := bytes.Index(head, []byte("?>")); end > 0 && bytes.HasPrefix(bytes.TrimSpace(head), []byte("<?xml")) {
			if _, after, ok := bytes.Cut(head[:end], []byte("encoding=")); ok && len(after) > 2 {
				label, _, _ = strings.Cut(string(after[1:]), string(after[:1]))
			}
		}
		_, name := charset.Lookup(label)
		if known := name != "" && name != "utf-8"; known || !utf8.Valid(cutRune(head)) && !page.HasUTF8(head) {
			if !known {
				label = "windows-1252"
			}
			if e, _ := charset.Lookup(label); e != nil && !strings.HasPrefix(name, "utf-16") {
				r = transform.NewReader(r, e.NewDecoder())
			}
		}
	}
	return transform.NewReader(r, transform.Chain(runes.ReplaceIllFormed(), runes.Map(func(c rune) rune {
		if c < ' ' && c != '\n' && c != '\t' && c != '\r' || c == 0xfffe || c == 0xffff {
			return ' '
		}
		return c
	})))
}

// xmlKind looks at the head of a file: the name of its root, and that of the elements
// that hold its postings where they are called otherwise than in any feed.
func (s *stream) xmlKind(head []byte) (root, record string) {
	dec := newXML(bytes.NewReader(head))
	type level struct {
		name   string
		titled bool
	}
	var open []level
	text := 0 // bytes in the innermost element
	for {
		t, err := dec.RawToken()
		if err != nil {
			return root, record
		}
		switch e := t.(type) {
		case xml.StartElement:
			name := strings.ToLower(e.Name.Local)
			if root == "" {
				root = name
			}
			if xmlRecords[name] || len(open) > maxXMLDepth {
				return root, ""
			}
			open, text = append(open, level{name, false}), 0
		case xml.CharData:
			text += len(bytes.TrimSpace(e))
		case xml.EndElement:
			n := len(open) - 1
			if n < 1 {
				continue
			}
			switch f := s.m.column([]byte(open[n].name)).field; {
			case text == 0:
			case f == fTitle:
				for i := range n {
					open[i].titled = true
				}
			case f == fText || f == fSection:
				for i := n - 1; i >= 0 && record == ""; i-- {
					if open[i].titled {
						record = open[i].name
					}
				}
			}
			open, text = open[:n], 0
		}
	}
}

// cutRune is b without a character that its end cuts.
func cutRune(b []byte) []byte {
	for n := 1; n < utf8.UTFMax && n <= len(b); n++ {
		if c := b[len(b)-n]; utf8.RuneStart(c) {
			if !utf8.FullRune(b[len(b)-n:]) {
				return b[:len(b)-n]
			}
			break
		}
	}
	return b
}
