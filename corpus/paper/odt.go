package paper

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// ODT reads the body of an OpenDocument text as DOCX reads that of a document: without
// comments, notes and what was deleted.
func ODT(ctx context.Context, b []byte) (text string, err error) {
	defer recovered(&err)
	z, err := open(b)
	if err != nil {
		return "", err
	}
	if len(z.File) > maxEntries {
		return "", fmt.Errorf("the archive holds %d files, which no document does", len(z.File))
	}
	if b, err = part(ctx, z, "content.xml"); err != nil {
		return "", err
	}
	o := &odt{ctx: ctx}
	if err := o.read(b); err != nil {
		return "", err
	}
	return o.lines.text()
}

// odtSkipped are elements that hold nothing that a reader sees in the text.
var odtSkipped = listed("note annotation annotation-end tracked-changes forms sequence-decls automatic-styles font-face-decls scripts bookmark-ref-hidden " +
	"table-of-content alphabetical-index")

type odt struct {
	ctx    context.Context
	lines  lines
	size   int
	para   []*odtPara
	items  []bool       // open items of lists: whether one has had its bullet
	tables [][][]string // as of docx
}

type odtPara struct {
	text    strings.Builder
	heading bool
	space   bool // the last letter was white space, of which only the first counts
}

func (o *odt) read(b []byte) error {
	dec := xml.NewDecoder(bytes.NewReader(b))
	for depth := 0; ; {
		alive(o.ctx)
		t, err := dec.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return fmt.Errorf("content.xml is damaged: %w", err)
		}
		switch e := t.(type) {
		case xml.StartElement:
			if odtSkipped[e.Name.Local] {
				if err := dec.Skip(); err != nil {
					return fmt.Errorf("content.xml is damaged: %w", err)
				}
				continue
			}
			if depth++; depth > maxDepth {
				return errors.New("content.xml is nested deeper than any document")
			}
			o.start(e)
		case xml.EndElement:
			depth--
			o.end(e.Name.Local)
		case xml.CharData:
			if n := len(o.para); n > 0 {
				if o.size += len(e); o.size > maxText {
					return fmt.Errorf("more than %d MB of text, which no posting has", maxText>>20)
				}
				o.para[n-1].write(string(e))
			}
		}
	}
}

// write adds words; white space between them is one space, as the format has it.
func (p *odtPara) write(s string) {
	for _, r := range visible(s) {
		if r == ' ' || r == '\n' || r == '\t' || r == '\r' {
			if !p.space {
				p.text.WriteByte(' ')
			}
			p.space = true
			continue
		}
		p.text.WriteRune(r)
		p.space = false
	}
}

func (o *odt) start(e xml.StartElement) {
	if n := len(o.para); n > 0 {
		switch e.Name.Local {
		case "s":
			c, _ := strconv.Atoi(attr(e, "c"))
			o.para[n-1].text.WriteString(strings.Repeat(" ", min(max(c, 1), 100)))
		case "tab":
			o.para[n-1].text.WriteByte(' ')
		case "line-break":
			o.para[n-1].text.WriteByte('\n')
			o.para[n-1].space = true
		}
	}
	switch n := len(o.tables); e.Name.Local {
	case "p", "h":
		o.para = append(o.para, &odtPara{heading: e.Name.Local == "h" || named(strings.ReplaceAll(attr(e, "style-name"), "_20_", " ")).heading, space: true})
	case "list-item":
		o.items = append(o.items, false)
	case "table":
		if o.tables = append(o.tables, nil); len(o.tables) > maxTables {
			panic(limit("content.xml has tables nested deeper than any document"))
		}
	case "table-row":
		if n > 0 {
			o.tables[n-1] = nil
		}
	case "table-cell", "covered-table-cell":
		if n > 0 {
			o.tables[n-1] = append(o.tables[n-1], nil)
		}
	}
}

func (o *odt) end(name string) {
	switch n := len(o.tables); name {
	case "p", "h":
		if n := len(o.para); n > 0 {
			p := o.para[n-1]
			o.para = o.para[:n-1]
			o.paragraph(p)
		}
	case "list-item":
		if n := len(o.items); n > 0 {
			o.items = o.items[:n-1]
		}
	case "table-row":
		if n > 0 {
			cells := o.tables[n-1]
			o.tables = o.tables[:n-1]
			layRow(cells, o.line)
			o.tables = append(o.tables, nil)
		}
	case "table":
		if n > 0 {
			o.tables = o.tables[:n-1]
		}
	}
}

func (o *odt) paragraph(p *odtPara) {
	first := true
	for line := range strings.Lines(p.text.String()) {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		if n := len(o.items); n > 0 && !o.items[n-1] && !p.heading {
			o.items[n-1] = true
			line = "• " + strings.TrimPrefix(mark(line), "• ")
		}
		o.line(line, p.heading && first)
		first = false
	}
	if first && len(o.tables) == 0 && !p.heading {
		o.lines.gap()
	}
}

// line gives a line to the cell that is open, or to the text.
func (o *odt) line(s string, apart bool) {
	if n := len(o.tables); n > 0 && len(o.tables[n-1]) > 0 {
		cells := o.tables[n-1]
		cells[len(cells)-1] = append(cells[len(cells)-1], s)
		return
	}
	o.lines.add(s, apart)
}
