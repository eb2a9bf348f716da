package paper

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

const (
	maxEntries = 10_000
	maxPart    = 32 << 20 // bytes of one part of the archive, inflated
	maxDepth   = 500      // elements within each other
	maxTables  = 20       // tables within each other: each line is handed on from one to the next
)

// Kind says what a zip archive holds, by the files in it: "docx", "xlsx", "odt", "ods", "zip"
// for files of any kinds, or words for something else and what to do about it.
func Kind(z *zip.Reader) string {
	kind := "zip"
	for i, f := range z.File {
		if i == maxEntries {
			break
		}
		switch {
		case f.Name == "word/document.xml":
			return "docx"
		case f.Name == "xl/workbook.xml":
			return "xlsx"
		case f.Name == "xl/workbook.bin":
			return "a binary workbook (xlsb): save it as XLSX or CSV"
		case strings.HasPrefix(f.Name, "ppt/"):
			return "a presentation: save it as PDF"
		case f.Name == "mimetype" && i == 0:
			if kind = openDocument(f); kind != "zip" {
				return kind
			}
		case f.Name == "META-INF/container.xml":
			kind = "an e-book: save it as HTML or text"
		case strings.HasPrefix(f.Name, "Index/"):
			kind = "a file of Pages or Numbers: export it as DOCX, PDF or CSV"
		case f.Name == "content.xml" && kind == "zip":
			kind = "an OpenDocument file: save it as DOCX, XLSX or PDF"
		}
	}
	return kind
}

// openDocument says what an archive is by the first file in it.
func openDocument(f *zip.File) string {
	r, err := f.Open()
	if err != nil {
		return "zip"
	}
	defer r.Close()
	b, _ := io.ReadAll(io.LimitReader(r, 200))
	switch kind, _ := strings.CutPrefix(strings.TrimSpace(string(b)), "application/vnd.oasis.opendocument."); strings.TrimSuffix(kind, "-template") {
	case "text", "text-master":
		return "odt"
	case "spreadsheet":
		return "ods"
	case "presentation", "graphics":
		return "a presentation: save it as PDF"
	case "application/epub+zip":
		return "an e-book: save it as HTML or text"
	}
	return "zip"
}

func open(b []byte) (*zip.Reader, error) {
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return nil, fmt.Errorf("the archive is damaged or cut short: %w", err)
	}
	return z, nil
}

// DOCX reads the body of a document: the text with all changes accepted, without
// comments, notes, headers and footers. Each row of a table is a line, with bars
// between its cells; but where cells hold several paragraphs, the table only sets them
// side by side, and each paragraph is a line. It fails soon after ctx ended.
func DOCX(ctx context.Context, b []byte) (text string, err error) {
	defer recovered(&err)
	z, err := open(b)
	if err != nil {
		return "", err
	}
	if len(z.File) > maxEntries {
		return "", fmt.Errorf("the archive holds %d files, which no document does", len(z.File))
	}
	d := &docx{ctx: ctx, styles: map[string]style{}}
	if b, err := part(ctx, z, "word/styles.xml"); err == nil {
		d.readStyles(b) // a document can be read without
	}
	if b, err = part(ctx, z, "word/document.xml"); err != nil {
		return "", err
	}
	if err := d.read(b); err != nil {
		return "", err
	}
	return d.lines.text()
}

func part(ctx context.Context, z *zip.Reader, name string) ([]byte, error) {
	for _, f := range z.File {
		if f.Name != name {
			continue
		}
		r, err := f.Open()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		defer r.Close()
		b, err := io.ReadAll(io.LimitReader(r, maxPart+1))
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if err != nil {
			return nil, fmt.Errorf("%s is damaged: %w", name, err)
		}
		if len(b) > maxPart {
			return nil, fmt.Errorf("%s is larger than %d MB, which no posting is", name, maxPart>>20)
		}
		return b, nil
	}
	return nil, fmt.Errorf("%s is missing", name)
}

// style is what a named style of paragraphs is.
type style struct {
	heading, item bool
}

// named says what a style is by the name that it has in every language of Word, or by
// its id where the file keeps no names.
func named(name string) style {
	n := strings.ReplaceAll(strings.ToLower(name), " ", "")
	return style{
		heading: strings.HasPrefix(n, "heading") || n == "title" || n == "subtitle",
		item:    strings.HasPrefix(n, "listbullet") || strings.HasPrefix(n, "listnumber"),
	}
}

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

type docx struct {
	ctx    context.Context
	styles map[string]style
	lines  lines
	size   int

	para   []*para      // open paragraphs: a text box is within another
	tables [][][]string // open tables: the paragraphs of each cell of the row so far
}

type para struct {
	text    strings.Builder
	style   style
	item    bool
	outline bool
}

func (d *docx) readStyles(b []byte) {
	dec := xml.NewDecoder(bytes.NewReader(b))
	id, based, s := "", "", style{}
	for {
		alive(d.ctx)
		t, err := dec.Token()
		if err != nil {
			return
		}
		switch e := t.(type) {
		case xml.StartElement:
			switch e.Name.Local {
			case "style":
				id, based, s = attr(e, "styleId"), "", style{}
			case "name":
				s = named(attr(e, "val"))
			case "basedOn":
				based = attr(e, "val")
			case "numId":
				s.item = s.item || attr(e, "val") != "0"
			}
		case xml.EndElement:
			if e.Name.Local == "style" {
				up := d.styles[based] // which stands before in all files
				d.styles[id] = style{s.heading || up.heading, s.item || up.item}
			}
		}
	}
}

// skipped are elements that hold nothing that a reader sees in the text.
var skipped = map[string]bool{"del": true, "moveFrom": true, "instrText": true, "delText": true, "Fallback": true, "sectPr": true, "rPr": true, "tblPr": true, "tcPr": true, "trPr": true}

func (d *docx) read(b []byte) error {
	dec := xml.NewDecoder(bytes.NewReader(b))
	depth := 0
	inText := false
	for {
		alive(d.ctx)
		t, err := dec.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return fmt.Errorf("word/document.xml is damaged: %w", err)
		}
		switch e := t.(type) {
		case xml.StartElement:
			if skipped[e.Name.Local] {
				if err := dec.Skip(); err != nil {
					return fmt.Errorf("word/document.xml is damaged: %w", err)
				}
				continue
			}
			if depth++; depth > maxDepth {
				return errors.New("word/document.xml is nested deeper than any document")
			}
			inText = e.Name.Local == "t"
			d.start(e)
		case xml.EndElement:
			depth--
			inText = false
			d.end(e.Name.Local)
		case xml.CharData:
			if inText {
				if d.size += len(e); d.size > maxText {
					return fmt.Errorf("more than %d MB of text, which no posting has", maxText>>20)
				}
				d.write(visible(string(e)))
			}
		}
	}
}

func (d *docx) write(s string) {
	if n := len(d.para); n > 0 {
		d.para[n-1].text.WriteString(s)
	}
}

func (d *docx) start(e xml.StartElement) {
	switch e.Name.Local {
	case "p":
		d.para = append(d.para, &para{})
	case "tbl":
		if d.tables = append(d.tables, nil); len(d.tables) > maxTables {
			panic(limit("word/document.xml has tables nested deeper than any document"))
		}
	case "tr":
		if n := len(d.tables); n > 0 {
			d.tables[n-1] = nil
		}
	case "tc":
		if n := len(d.tables); n > 0 {
			d.tables[n-1] = append(d.tables[n-1], nil)
		}
	case "tab":
		d.write(" ")
	case "br", "cr":
		d.write("\n")
	case "noBreakHyphen":
		d.write("-")
	case "sym":
		d.write(symbol(attr(e, "font"), attr(e, "char")))
	}
	n := len(d.para)
	if n == 0 {
		return
	}
	p := d.para[n-1]
	switch e.Name.Local {
	case "pStyle":
		id := attr(e, "val")
		s, known := d.styles[id]
		if !known {
			s = named(id)
		}
		p.style = s
	case "outlineLvl":
		p.outline = attr(e, "val") < "9"
	case "numId":
		if p.item = attr(e, "val") != "0"; !p.item {
			p.style.item = false // the list of its style is taken off
		}
	}
}

func (d *docx) end(name string) {
	switch name {
	case "p":
		n := len(d.para)
		if n == 0 {
			return
		}
		p := d.para[n-1]
		d.para = d.para[:n-1]
		d.paragraph(p)
	case "tr":
		if n := len(d.tables); n > 0 {
			d.row(d.tables[n-1])
		}
	case "tbl":
		if n := len(d.tables); n > 0 {
			d.tables = d.tables[:n-1]
		}
	}
}

// paragraph ends a paragraph: its lines are items of a list, a heading or text.
func (d *docx) paragraph(p *para) {
	heading := p.style.heading || p.outline
	first := true
	for line := range strings.Lines(p.text.String()) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		if first && !heading && (p.item || p.style.item) {
			line = "• " + line
		}
		d.line(line, heading && first)
		first = false
	}
	if first && len(d.tables) == 0 && !heading {
		d.lines.gap()
	}
}

// line gives a line to the cell that is open, or to the text.
func (d *docx) line(s string, heading bool) {
	if n := len(d.tables); n > 0 && len(d.tables[n-1]) > 0 {
		cells := d.tables[n-1]
		cells[len(cells)-1] = append(cells[len(cells)-1], s)
		return
	}
	d.lines.add(s, heading)
}

// row ends a row of the innermost table. A table within a cell of another gives its
// lines to that cell.
func (d *docx) row(cells [][]string) {
	outer := d.tables[:len(d.tables)-1]
	d.tables = outer
	defer func() { d.tables = append(outer, nil) }()
	layRow(cells, d.line)
}

// layRow gives the lines that a row of a table is: one, with bars between its cells; but
// where cells hold several paragraphs, each is a line.
func layRow(cells [][]string, line func(s string, apart bool)) {
	var firsts []string
	single := true
	for _, c := range cells {
		if len(c) > 0 {
			firsts = append(firsts, c[0])
			single = single && len(c) == 1
		}
	}
	switch {
	case single && len(firsts) == 2 && len(firsts[0]) <= 30:
		line(strings.TrimSuffix(firsts[0], ":")+": "+firsts[1], false)
	case single:
		line(strings.Join(firsts, " | "), false)
	default:
		for _, c := range cells {
			for i, s := range c {
				line(s, i == 0)
			}
		}
	}
}
