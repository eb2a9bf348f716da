// Package workbook reads the rows of an XLSX workbook (ECMA-376, SpreadsheetML) as
// lines of texts: what a cell shows, dates as ISO 8601. A workbook is read as a
// stream, in memory that does not grow with its rows: the strings that its cells
// share are kept, in a temporary file where they are many. It does not know what a
// column means.
//
// github.com/xuri/excelize, which writes workbooks here, reads them too, but cannot be
// stopped: of 600 KB that inflate to 240 MB of shared strings it makes 17 seconds of
// work and 900 MB, of 350 KB of styles 3.3 GB.
package workbook

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"golang.org/x/net/html/charset"
)

const (
	maxInflated = 4 << 30 // bytes of one part of the archive
	maxToken    = 8 << 20 // bytes of one text or element within a part
	maxSheets   = 1000
	maxFiles    = 10_000 // in the archive
)

// Book is an open workbook.
type Book struct {
	ctx     context.Context
	files   map[string]*zip.File // by their names in lower case
	sheets  []sheet
	shared  *table
	formats []format // of the styles of cells
	from    epoch
}

type sheet struct {
	Sheet
	part string
}

// Sheet is what a workbook says of one of its sheets.
type Sheet struct {
	Name   string
	Hidden bool
}

// Open reads all of a workbook but its sheets. It and what is read of the Book fail
// soon after ctx ended. memory says that nothing may be put into a temporary file; a
// workbook of more strings than memory should hold is then an error.
func Open(ctx context.Context, b []byte, memory bool) (*Book, error) {
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return nil, fmt.Errorf("the archive is damaged or cut short: %w", err)
	}
	if len(z.File) > maxFiles {
		return nil, fmt.Errorf("the archive holds %d files, which no workbook does", len(z.File))
	}
	book := &Book{ctx: ctx, files: map[string]*zip.File{}}
	for _, f := range z.File {
		book.files[strings.ToLower(strings.ReplaceAll(f.Name, "\\", "/"))] = f
	}
	rels, err := book.relations("xl/_rels/workbook.xml.rels")
	if err == nil {
		err = book.readSheets(rels)
	}
	if err == nil {
		err = book.readFormats(rels.of("styles", "xl/styles.xml"))
	}
	if err == nil {
		book.shared, err = book.readStrings(rels.of("sharedStrings", "xl/sharedStrings.xml"), memory)
	}
	if err != nil {
		return nil, err
	}
	return book, nil
}

// Close lets go of the temporary file.
func (b *Book) Close() { b.shared.close() }

// Sheets are the sheets in their order.
func (b *Book) Sheets() []Sheet {
	all := make([]Sheet, len(b.sheets))
	for i, s := range b.sheets {
		all[i] = s.Sheet
	}
	return all
}

// errAbsent says that the archive has no such part.
var errAbsent = errors.New("is missing")

// part is one part of the archive while it is read.
type part struct {
	*xml.Decoder
	ctx  context.Context
	name string
	r    io.ReadCloser
	left int   // bytes of the token that is read
	all  int64 // bytes read
}

func (b *Book) open(name string) (*part, error) {
	f := b.files[strings.ToLower(name)]
	if f == nil {
		return nil, fmt.Errorf("%s %w", name, errAbsent)
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("%s is damaged: %w", name, err)
	}
	p := &part{ctx: b.ctx, name: name, r: r}
	p.Decoder = xml.NewDecoder(p)
	p.CharsetReader = charset.NewReaderLabel
	return p, nil
}

// Read gives the bytes of the part within its bounds.
func (p *part) Read(b []byte) (int, error) {
	if err := p.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := p.r.Read(b[:min(len(b), 32<<10)])
	p.left -= n
	p.all += int64(n)
	switch {
	case p.left < -64<<10: // what is read ahead
		return 0, fmt.Errorf("a cell of more than %d MB", maxToken>>20)
	case p.all > maxInflated:
		return 0, fmt.Errorf("larger than %d GB", int64(maxInflated)>>30)
	}
	return n, err
}

// next is the next token; io.EOF at the end.
func (p *part) next() (xml.Token, error) {
	p.left = maxToken
	t, err := p.RawToken()
	if err != nil && err != io.EOF {
		if p.ctx.Err() != nil {
			return nil, p.ctx.Err()
		}
		err = fmt.Errorf("%s is damaged: %w", p.name, err)
	}
	return t, err
}

func (p *part) close() { p.r.Close() }

func attr(e xml.StartElement, name string) string {
	for i := range e.Attr {
		if e.Attr[i].Name.Local == name {
			return e.Attr[i].Value
		}
	}
	return ""
}

// relation is one part that another one names.
type relation struct{ id, kind, target string }

type relations []relation

func (b *Book) relations(name string) (relations, error) {
	p, err := b.open(name)
	if err != nil {
		return nil, err
	}
	defer p.close()
	var all relations
	for {
		t, err := p.next()
		if err == io.EOF {
			return all, nil
		}
		if err != nil {
			return nil, err
		}
		if e, ok := t.(xml.StartElement); ok && e.Name.Local == "Relationship" {
			target := attr(e, "Target")
			if !strings.HasPrefix(target, "/") {
				target = path.Join("xl", target)
			}
			if all = append(all, relation{attr(e, "Id"), path.Base(attr(e, "Type")), strings.TrimPrefix(target, "/")}); len(all) > maxFiles {
				return nil, fmt.Errorf("%s names more parts than a workbook has", name)
			}
		}
	}
}

// of is the part of a kind, or else the usual one.
func (r relations) of(kind, usual string) string {
	for _, rel := range r {
		if rel.kind == kind {
			return rel.target
		}
	}
	return usual
}

// readSheets lists the sheets that hold cells, and sees from when days are counted.
func (b *Book) readSheets(rels relations) error {
	p, err := b.open("xl/workbook.xml")
	if err != nil {
		return err
	}
	defer p.close()
	parts := map[string]string{}
	for _, rel := range rels {
		if rel.kind == "worksheet" {
			parts[rel.id] = rel.target
		}
	}
	b.from = since1900
	for {
		t, err := p.next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		e, ok := t.(xml.StartElement)
		switch {
		case !ok:
		case e.Name.Local == "workbookPr" && isTrue(attr(e, "date1904")):
			b.from = since1904
		case e.Name.Local == "sheet" && len(b.sheets) < maxSheets:
			if part, ok := parts[attr(e, "id")]; ok {
				b.sheets = append(b.sheets, sheet{Sheet{attr(e, "name"), strings.Contains(strings.ToLower(attr(e, "state")), "hidden")}, part})
			}
		}
	}
}

func isTrue(s string) bool { return s == "1" || s == "true" }
