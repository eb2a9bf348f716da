package figure

import (
	"image/color"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	xfont "golang.org/x/image/font"
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// middle centres the letters, and not the line that they stand on.
const middle text.YAlignment = -.4

// Sizes of letters in points, as set: journals ask for 6 to 8.
const (
	bodySize = 7
	footSize = 6
)

// style is what tells a series from the others: a colour that the colour-blind
// know apart (Okabe and Ito 2008), a shape, and whether the shape is filled,
// which grey print keeps.
type style struct {
	color  color.RGBA
	shape  []vg.Point // the corners of one of radius 1; nil: a circle
	filled bool
	dash   []vg.Length
}

var (
	black  = color.RGBA{A: 255}
	grey   = color.RGBA{0x59, 0x59, 0x59, 255}
	pale   = color.RGBA{0xd9, 0xd9, 0xd9, 255}
	faint  = color.RGBA{0xf3, 0xf3, 0xf3, 255}
	white  = color.RGBA{255, 255, 255, 255}
	styles = []style{
		{color.RGBA{0x00, 0x72, 0xb2, 255}, nil, true, nil},
		{color.RGBA{0xd5, 0x5e, 0x00, 255}, square, false, []vg.Length{4, 1.5}},
		{color.RGBA{0x59, 0x59, 0x59, 255}, triangle, true, []vg.Length{1.2, 1.5}},
		{color.RGBA{0x00, 0x9e, 0x73, 255}, diamond, false, []vg.Length{5, 1.5, 1.2, 1.5}},
		{color.RGBA{0xcc, 0x79, 0xa7, 255}, diamond, true, []vg.Length{2, 2}},
		{color.RGBA{0xe6, 0x9f, 0x00, 255}, nil, false, []vg.Length{6, 2}},
		{color.RGBA{0x56, 0xb4, 0xe9, 255}, square, true, []vg.Length{3, 1}},
		{color.RGBA{0x00, 0x00, 0x00, 255}, triangle, false, []vg.Length{1, 1}},
	}
	// known levels have the same style in every figure, whichever are there.
	known = []string{"director", "vp", "unsure", "neither", "unread"}
)

// rank orders levels: the known ones first.
func rank(level string) int {
	if i := slices.Index(known, strings.ToLower(level)); i >= 0 {
		return i
	}
	return len(known)
}

// stylesOf gives each of the levels its style. Levels that are not known take
// those that no known one here uses.
func stylesOf(names []string) []style {
	used := map[int]bool{}
	for _, n := range names {
		if r := rank(n); r < len(known) {
			used[r] = true
		}
	}
	out := make([]style, len(names))
	next := 0
	for i, n := range names {
		if r := rank(n); r < len(known) {
			out[i] = styles[r]
			continue
		}
		for used[next%len(styles)] && next < len(styles) {
			next++
		}
		out[i] = styles[next%len(styles)]
		next++
	}
	return out
}

// shown is a level's name for people.
func shown(level string) string {
	if strings.EqualFold(level, "vp") {
		return "VP"
	}
	return sentence(strings.ReplaceAll(level, "_", " "))
}

// sentence begins with a capital.
func sentence(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// inside is a head within a sentence: it begins small unless it is an acronym.
func inside(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if next, _ := utf8.DecodeRuneInString(s[n:]); n == 0 || !unicode.IsLower(next) {
		return s
	}
	return string(unicode.ToLower(r)) + s[n:]
}

// corners are those of a rectangle, from the lower left on.
func corners(left, bottom, right, top vg.Length) []vg.Point {
	return []vg.Point{{X: left, Y: bottom}, {X: right, Y: bottom}, {X: right, Y: top}, {X: left, Y: top}}
}

// The corners of shapes of radius 1.
var (
	square   = []vg.Point{{X: -.88, Y: -.88}, {X: .88, Y: -.88}, {X: .88, Y: .88}, {X: -.88, Y: .88}}
	triangle = []vg.Point{{X: -1.05, Y: -.75}, {X: 1.05, Y: -.75}, {X: 0, Y: 1.1}}
	diamond  = []vg.Point{{X: 0, Y: -1.25}, {X: 1.25, Y: 0}, {X: 0, Y: 1.25}, {X: -1.25, Y: 0}}
)

// mark draws the style's sign: filled, or white within a line.
func (s style) mark(c *draw.Canvas, at vg.Point, r vg.Length) {
	var path vg.Path
	if s.shape == nil {
		path.Move(vg.Point{X: at.X + r, Y: at.Y})
		path.Arc(at, r, 0, 2*math.Pi)
	} else {
		path.Move(at.Add(s.shape[0].Scale(r)))
		for _, p := range s.shape[1:] {
			path.Line(at.Add(p.Scale(r)))
		}
	}
	path.Close()
	inner := color.Color(white)
	if s.filled {
		inner = s.color
	}
	c.SetColor(inner)
	c.Fill(path)
	c.SetLineStyle(draw.LineStyle{Color: s.color, Width: .9})
	c.Stroke(path)
}

// line is a solid line in the style's colour.
func (s style) line(width vg.Length) draw.LineStyle {
	return draw.LineStyle{Color: s.color, Width: width}
}

// letters is the type: Liberation Sans, whose widths are those of Arial and
// Helvetica.
func letters(size vg.Length, c color.Color) text.Style {
	return text.Style{
		Color:   c,
		Font:    font.From(font.Font{Typeface: "Liberation", Variant: "Sans", Weight: xfont.WeightNormal}, size),
		Handler: plot.DefaultTextHandler,
	}
}

// cut shortens s to a width and ends it with … where something is lost.
func cut(s string, st text.Style, width vg.Length) string {
	if st.Width(s) <= width {
		return s
	}
	for s != "" {
		_, n := utf8.DecodeLastRuneInString(s)
		s = s[:len(s)-n]
		if i := strings.LastIndexByte(s, ' '); i > len(s)*3/5 && st.Width(s+"…") <= width {
			s = s[:i] // whole words where little is lost
		}
		if t := strings.TrimRight(s, " ,.;:-–/&") + "…"; st.Width(t) <= width {
			return t
		}
	}
	return "…"
}

// fold breaks s at spaces into lines of a width.
func fold(s string, st text.Style, width vg.Length) []string {
	var lines []string
	line := ""
	for word := range strings.FieldsSeq(s) {
		switch longer := line + " " + word; {
		case line == "":
			line = word
		case st.Width(longer) > width:
			lines = append(lines, line)
			line = word
		default:
			line = longer
		}
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}
