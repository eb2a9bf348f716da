package figure

import (
	"math"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"rung/report/table"
)

// rows is a figure whose lines are named at the left: a mark for each level on
// each line, with an interval or a box.
type rows struct {
	f      *frame
	x      string // key of the axis
	mirror bool   // values of the first level run to the left
	names  []string
	levels []string
	styles []style
	dodge  bool // levels of one row stand below one another
	join   bool // a pale line joins the levels of a row
	marks  []rowMark
	extent []float64 // more values that the axis must show
}

type rowMark struct {
	row, level int
	x          float64
	low, high  float64 // of the line; NaN for none
	q1, q3     float64 // of the box; NaN for none
}

// at is the place of a mark on the axis of rows: row 0 is at the top.
func (r *rows) at(m rowMark) float64 {
	y := -float64(m.row)
	if n := len(r.levels); r.dodge && n > 1 {
		y -= r.spread() * (float64(m.level)/float64(n-1) - .5)
	}
	return y
}

// spread is how far the levels of a row stand apart, less than rows do.
func (r *rows) spread() float64 {
	if n := float64(len(r.levels)); !r.join {
		return (n - 1) / (n + .8)
	}
	return .3
}

// picture draws the rows, each so many points high.
func (r *rows) picture(opt Options, height vg.Length) *picture {
	p := newPlot()
	width := vg.Length(opt.Width) * vg.Millimeter
	values := slices.Clone(r.extent)
	for _, m := range r.marks {
		values = append(values, m.x, m.low, m.high, m.q1, m.q3)
	}
	c, want := r.f.column(r.x), int(opt.Width/20)+1
	if c.Kind == table.Money {
		want = int(opt.Width / 21) // whose labels are wide
	}
	scale(&p.X, c, want, values...)
	p.X.Label.Text = r.f.axis(r.x)
	if r.mirror {
		e := p.X.Tick.Marker.(even)
		e.mirrored = true
		p.X.Tick.Marker = e
		const apart = "\u00a0\u00a0\u00a0\u00a0\u00a0" // which SVG does not draw as one space
		p.X.Label.Text = "← " + shown(r.levels[0]) + apart + p.X.Label.Text + apart + shown(r.levels[1]) + " →"
	}
	p.Y.Min, p.Y.Max = -float64(len(r.names))+.5, .5
	p.Y.Padding = 2
	p.Y.Width, p.Y.Tick.Length = 0, 0
	ticks := make(plot.ConstantTicks, len(r.names))
	for i, n := range r.names {
		ticks[i] = plot.Tick{Value: -float64(i), Label: n}
	}
	p.Y.Tick.Marker = ticks
	p.Y.LineStyle.Color = white
	if r.dodge && !r.join {
		p.Add(layer(r.stripes))
	}
	p.Add(grid(p, true, false), layer(r.draw))
	pic := &picture{plots: []*plot.Plot{p}, height: vg.Length(len(r.names)) * height, base: 26}
	if !slices.ContainsFunc(r.marks, func(m rowMark) bool { return finite(m.q1) }) {
		pic.foot = r.f.interval("Lines")
	}
	for i, n := range r.levels {
		pic.legend = append(pic.legend, entry{name: cut(shown(n), letters(bodySize, black), width/2), style: r.styles[i]})
	}
	return pic
}

// stripes shade every other row.
func (r *rows) stripes(c *draw.Canvas, _, y func(float64) vg.Length) {
	for i := 1; i < len(r.names); i += 2 {
		top, bottom := y(-float64(i)+.5), y(-float64(i)-.5)
		c.FillPolygon(faint, corners(c.Min.X, bottom, c.Max.X, top))
	}
}

func (r *rows) draw(c *draw.Canvas, x, y func(float64) vg.Length) {
	if r.join {
		for row := range r.names {
			low, high := math.Inf(1), math.Inf(-1)
			for _, m := range r.marks {
				if m.row == row {
					low, high = min(low, m.x), max(high, m.x)
				}
			}
			if low < high {
				top, bottom := y(-float64(row)+r.spread()/2), y(-float64(row)-r.spread()/2)
				c.FillPolygon(pale, corners(x(low), bottom, x(high), top))
			}
		}
	}
	for _, m := range r.marks {
		s, at := r.styles[m.level], y(r.at(m))
		if finite(m.low, m.high) {
			c.StrokeLine2(s.line(.8), x(m.low), at, x(m.high), at)
		}
		if !finite(m.q1, m.q3) {
			continue
		}
		const half = 2.6
		box := corners(x(m.q1), at-half, x(m.q3), at+half)
		box = append(box, box[0])
		c.FillPolygon(white, box)
		c.StrokeLines(s.line(.8), box)
	}
	for _, m := range r.marks {
		r.styles[m.level].mark(c, vg.Point{X: x(m.x), Y: y(r.at(m))}, sign)
	}
}

// newRows has the levels of a frame and their styles.
func newRows(f *frame, x string) *rows {
	names := f.levelNames()
	return &rows{f: f, x: x, levels: names, styles: stylesOf(names)}
}

// mark is the mark of a row of the table, at a row of the figure: the value on the
// axis with its interval, by the row's level.
func (r *rows) mark(row []table.Cell, at int) rowMark {
	return rowMark{row: at, level: slices.Index(r.levels, r.f.text(row, "level")), x: r.f.number(row, r.x),
		low: r.f.number(row, "low"), high: r.f.number(row, "high"), q1: math.NaN(), q3: math.NaN()}
}

// labels names rows, with their n where it is known, cut to a third of the width.
func (f *frame) labels(names []string, counts []float64, opt Options) []string {
	st := letters(bodySize, black)
	room := vg.Length(opt.Width) * vg.Millimeter * .34
	out := make([]string, len(names))
	for i, n := range names {
		tail := ""
		if counts != nil && counts[i] > 0 {
			tail = " (" + whole(counts[i]) + ")"
		}
		out[i] = cut(n, st, room-st.Width(tail)) + tail
	}
	return out
}
