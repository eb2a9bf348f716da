// Package figure draws tables of results as figures for print: SVG and PNG,
// legible at the width of a journal's column, told apart without colour. What it
// shows stands in the table it is given, so that the two cannot disagree. It
// computes no statistic, and rounds nothing but labels.
package figure

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"
	"gonum.org/v1/plot/vg/vgsvg"

	"rung/report/table"
)

// Options are what a figure may be told. The zero value is right.
type Options struct {
	Width float64 // millimetres; 0 for 84, a journal's column. Below 60 it is 60.
	Top   int     // terms of each level, or groups, that are drawn; 0 for 12. The figure says how many it leaves out.
	DPI   int     // of a PNG; 0 for 300
}

// kind is a figure: the columns it reads, and how it is drawn.
type kind struct {
	name    string
	columns string // keys it must have, and in brackets those it may have; "a|b" one of them
	draw    func(f *frame, opt Options) (*picture, error)
}

// kinds are all figures, as Draw describes them.
var kinds = []kind{
	{"levels", "group level share [n low high]", levels},
	{"differences", "difference level mean [low high effect]", differences},
	{"terms", "term level log_odds|z [z low high q]", keyness},
	{"skills", "term|skill level log_odds|z [z low high q]", keyness},
	{"responsibilities", "term level log_odds|z [z low high q]", keyness},
	{"pay", "level median q1 q3 [group n p5 p95 min max currency]", spreads},
	{"experience", "level median q1 q3 [group n p5 p95 min max]", spreads},
	{"time", "month level share [n low high]", timeline},
	{"calibration", "mean_probability observed [low high n bin_low bin_high]", calibration},
	{"coverage", "coverage accuracy [low high]", coverage},
}

// Figures are the names that Draw knows.
func Figures() []string {
	names := make([]string, len(kinds))
	for i, k := range kinds {
		names[i] = k.name
	}
	return names
}

// Formats are the formats that Draw knows.
func Formats() []string { return []string{"svg", "png"} }

// Draw writes the figure of a table in a format, "svg" or "png". The same table
// gives the same bytes. An error is an unknown name, a table without the columns
// of the figure or without a row that can be drawn, or w's own.
//
// A figure reads the columns with these keys: in brackets those that the table may
// lack; "a|b" is one of the two. It may have more.
//
//	levels       group level share [n low high]
//	differences  difference level mean [low high effect]
//	terms        term level log_odds|z [z low high q]
//	skills       term|skill level log_odds|z [z low high q]
//	responsibilities as terms
//	pay          level median q1 q3 [group n p5 p95 min max currency]
//	experience   level median q1 q3 [group n p5 p95 min max]
//	time         month level share [n low high]
//	calibration  mean_probability observed [low high n bin_low bin_high]
//	coverage     coverage accuracy [low high]
//
// group, level, difference, term, skill, month and currency are texts. A row is
// one level of one group, difference or month; a term or skill has a row for
// each level that it is a keyword of. Axes are labelled with the columns' heads
// and units. Of pay, only the currency with most postings is drawn.
func Draw(w io.Writer, name, format string, t *table.Table, opt Options) error {
	i := slices.IndexFunc(kinds, func(k kind) bool { return k.name == name })
	if i < 0 {
		return fmt.Errorf("unknown figure %q: want one of %s", name, strings.Join(Figures(), ", "))
	}
	if !slices.Contains(Formats(), format) {
		return fmt.Errorf("unknown format %q of a figure: want svg or png", format)
	}
	if opt.Width <= 0 {
		opt.Width = 84
	}
	opt.Width = max(opt.Width, 60)
	if opt.Top <= 0 {
		opt.Top = 12
	}
	if opt.DPI <= 0 {
		opt.DPI = 300
	}
	f, err := newFrame(t, kinds[i])
	if err != nil {
		return err
	}
	p, err := kinds[i].draw(f, opt)
	if err != nil {
		return err
	}
	p.foot = append([]string{t.Counts() + "."}, p.foot...)
	width := vg.Length(opt.Width) * vg.Millimeter
	height := p.layout(width)
	if format == "png" {
		c := vgimg.PngCanvas{Canvas: vgimg.NewWith(vgimg.UseWH(width, height), vgimg.UseDPI(opt.DPI))}
		p.draw(draw.New(c))
		_, err = c.WriteTo(w)
		return err
	}
	c := vgsvg.New(width, height)
	p.draw(draw.New(c))
	var b bytes.Buffer
	if _, err := c.WriteTo(&b); err != nil {
		return err
	}
	_, err = w.Write(describe(b.Bytes(), t))
	return err
}

// describe gives an SVG a title and a description for those who do not see it,
// and fonts for machines without the first.
func describe(svg []byte, t *table.Table) []byte {
	escape := strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")
	text := func(s string) string { return escape.Replace(oneLine(s)) }
	svg = bytes.Replace(svg, []byte("<svg "), []byte(`<svg role="img" `), 1)
	if i := bytes.Index(svg, []byte("<svg ")); i >= 0 {
		end := i + bytes.IndexByte(svg[i:], '>') + 1
		svg = slices.Insert(svg, end, []byte("\n<title>"+text(t.Title)+"</title>\n<desc>"+text(t.Caption)+"</desc>")...)
	}
	return bytes.ReplaceAll(svg, []byte("font-family:Liberation Sans;"), []byte("font-family:'Liberation Sans',Arial,Helvetica,sans-serif;"))
}
