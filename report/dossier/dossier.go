// Package dossier puts the tables of a study together as a report that can be
// printed, checked and cited: the method in words with the numbers of the run,
// tables and figures in many formats, a data dictionary, the sources of the
// methods, and a manifest of all. It counts nothing itself, opens no file and
// looks at no clock: the same study gives the same bytes.
package dossier

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"html"
	"io"
	"iter"
	"slices"
	"strings"

	"rung/report/figure"
	"rung/report/table"
)

// Run is what is told of the run beside its tables.
type Run struct {
	Title      string  `json:"title"`
	Program    string  `json:"program"` // with its version
	Command    string  `json:"command"`
	Created    string  `json:"created,omitempty"` // a date, if the report is to bear one
	Model      string  `json:"model"`             // "default@hash"
	Lexicon    string  `json:"lexicon"`
	Odds       string  `json:"odds,omitempty"` // at which odds of the two levels probabilities are, a sentence
	Inputs     []Input `json:"inputs"`
	Postings   int     `json:"postings"` // read
	Duplicates int     `json:"duplicates"`
	Texts      int     `json:"texts"` // postings that came with their text
	Skipped    int     `json:"skipped"`
	Seed       uint64  `json:"seed"`
	Resamples  int     `json:"resamples"`
	Boilerplate,
	KeptDuplicates bool
}

// Input is a file that was read.
type Input struct {
	Name   string `json:"name"`
	Bytes  int64  `json:"bytes"`
	SHA256 string `json:"sha256"`
}

// File is one file of a report.
type File struct {
	Name string // with slashes
	Data []byte
}

//go:embed references.bib
var references []byte

// tableFormats are those that each table is written in.
var tableFormats = []string{"csv", "markdown", "latex", "json", "parquet"}

// Files makes the files of a report one after the other, the manifest last.
func Files(run Run, tables []*table.Table) iter.Seq2[File, error] {
	return func(yield func(File, error) bool) {
		var listed []Input
		put := func(name string, write func(io.Writer) error) bool {
			var b bytes.Buffer
			if err := write(&b); err != nil {
				yield(File{}, fmt.Errorf("%s: %w", name, err))
				return false
			}
			sum := sha256.Sum256(b.Bytes())
			listed = append(listed, Input{name, int64(b.Len()), hex.EncodeToString(sum[:])})
			return yield(File{name, b.Bytes()}, nil)
		}
		opt := table.Options{Title: run.Title}
		if !put("report.html", func(w io.Writer) error { return HTML(w, run, tables) }) ||
			!put("method.md", func(w io.Writer) error { _, err := io.WriteString(w, Markdown(run, tables)); return err }) ||
			!put("tables.xlsx", func(w io.Writer) error { return table.Write(w, "xlsx", opt, tables...) }) {
			return
		}
		for _, t := range slices.Concat(tables, []*table.Table{table.Dictionary(tables...), table.Captions(tables...)}) {
			for _, format := range tableFormats {
				name := "tables/" + t.Name + "." + table.Extension(format)
				if !put(name, func(w io.Writer) error { return table.Write(w, format, opt, t) }) {
					return
				}
			}
		}
		for _, t := range drawn(tables) {
			for _, format := range figure.Formats() {
				if !put("figures/"+t.Name+"."+format, func(w io.Writer) error { return figure.Draw(w, figureOf(t), format, t, figure.Options{}) }) {
					return
				}
			}
		}
		if !put("references.bib", func(w io.Writer) error { _, err := w.Write(references); return err }) ||
			!put("CITATION.cff", func(w io.Writer) error { _, err := io.WriteString(w, citation(run)); return err }) {
			return
		}
		put("manifest.json", func(w io.Writer) error {
			b, err := json.MarshalIndent(struct {
				Run
				Files []Input `json:"files"`
			}{run, listed}, "", "  ")
			if err == nil {
				_, err = w.Write(append(b, '\n'))
			}
			return err
		})
	}
}

// drawn are the tables that have a figure, and rows to draw.
func drawn(tables []*table.Table) []*table.Table {
	var out []*table.Table
	for _, t := range tables {
		if slices.Contains(figure.Figures(), figureOf(t)) && figure.Draw(io.Discard, figureOf(t), "svg", t, figure.Options{}) == nil {
			out = append(out, t)
		}
	}
	return out
}

// figureOf names the figure of a table, which may be of other groups.
func figureOf(t *table.Table) string {
	name, _, _ := strings.Cut(t.Name, "_by_")
	return name
}

// HTML writes the report as one page that needs no other file.
func HTML(w io.Writer, run Run, tables []*table.Table) error {
	opt := table.Options{Title: run.Title, Above: map[string]string{}}
	for _, t := range drawn(tables) {
		var svg bytes.Buffer
		if err := figure.Draw(&svg, figureOf(t), "svg", t, figure.Options{Width: 120}); err != nil {
			return err
		}
		opt.Above[t.Name] = fmt.Sprintf(`<figure><img alt="%s: figure of the table below" src="data:image/svg+xml;base64,%s"></figure>`,
			html.EscapeString(t.Title), base64.StdEncoding.EncodeToString(svg.Bytes()))
	}
	var text strings.Builder
	for _, p := range method(run, tables) {
		tag := "p"
		if p.heading {
			tag = "h2"
		}
		fmt.Fprintf(&text, "<%s>%s</%s>\n", tag, html.EscapeString(p.text), tag)
	}
	text.WriteString("<h2>Sources</h2>\n<ul>\n")
	for _, s := range sources() {
		fmt.Fprintf(&text, "<li>%s</li>\n", html.EscapeString(s))
	}
	opt.Lead = text.String() + "</ul>"
	return table.Write(w, "html", opt, append(slices.Clone(tables), table.Dictionary(tables...))...)
}
