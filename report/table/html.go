package table

import (
	"html/template"
	"io"

	_ "embed"
)

//go:embed page.html
var pageHTML string

// page is what page.html shows.
type page struct {
	Title  string
	Lead   template.HTML
	Tables []htmlTable
}

type htmlTable struct {
	Name, Title, Legend string
	Above               template.HTML
	Columns             []htmlColumn
	Rows                [][]htmlCell
	Notes               []string
}

type htmlColumn struct {
	Heading string
	Class   string // "" or "n"
}

type htmlCell struct {
	Text, Value string // Value sorts; "" for a text and where it is missing
	Class       string
	Head        bool // heads its row
}

// writeHTML writes one page that needs no other file: tables with captions and
// headers that a screen reader knows, sorted by a click where scripts run.
func writeHTML(w io.Writer, opt Options, tables []*Table) error {
	tmpl, err := template.New("page").Parse(pageHTML)
	if err != nil {
		return err
	}
	p := page{Title: clean(opt.Title), Lead: template.HTML(opt.Lead)}
	for i, t := range tables {
		if p.Title == "" && i == 0 {
			p.Title = clean(t.Title)
		}
		h := htmlTable{Name: label(t.Name), Title: clean(t.Title), Legend: t.legend(), Above: template.HTML(opt.Above[t.Name])}
		for _, c := range t.Columns {
			h.Columns = append(h.Columns, htmlColumn{c.Heading(), class(c)})
		}
		for _, row := range t.Rows {
			cells := make([]htmlCell, len(row))
			for j, cell := range row {
				c := t.Columns[j]
				cells[j] = htmlCell{Text: c.Format(cell), Class: class(c), Head: j == 0 && c.textual()}
				if !c.textual() && !c.missing(cell) {
					cells[j].Text = people(cells[j].Text, "−")
					cells[j].Value = exact(cell.Number)
				}
			}
			h.Rows = append(h.Rows, cells)
		}
		for _, note := range t.Notes {
			h.Notes = append(h.Notes, clean(note))
		}
		p.Tables = append(p.Tables, h)
	}
	return tmpl.Execute(w, p)
}

func class(c Column) string {
	if c.textual() {
		return ""
	}
	return "n"
}
