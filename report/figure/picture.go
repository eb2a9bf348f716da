package figure

import (
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"rung/report/table"
)

// picture is a plot, or several below one another, with a legend above and a foot
// below.
type picture struct {
	plots   []*plot.Plot
	head    string // over the plots, where a label at each would be too much
	legend  []entry
	foot    []string  // sentences
	height  vg.Length // of a plot, points
	base    vg.Length // of the last plot's axis
	right   vg.Length // room to the right of the plot, for margin's texts
	margin  func(c draw.Canvas, p *plot.Plot)
	legends [][]entry // laid out
	feet    []string
}

// entry is one sign of the legend.
type entry struct {
	name  string
	style style
	curve bool // a line through the sign
}

// layer is drawn on the plot's own canvas; x and y turn data into places.
type layer func(c *draw.Canvas, x, y func(float64) vg.Length)

func (l layer) Plot(c draw.Canvas, p *plot.Plot) {
	x, y := p.Transforms(&c)
	l(&c, x, y)
}

// newPlot has axes without a box, small type and no padding that hides a zero.
func newPlot() *plot.Plot {
	p := plot.New()
	for _, a := range []*plot.Axis{&p.X, &p.Y} {
		label, tick := letters(bodySize, black), letters(bodySize, black)
		label.XAlign, label.YAlign = a.Label.TextStyle.XAlign, a.Label.TextStyle.YAlign
		tick.XAlign, tick.YAlign = a.Tick.Label.XAlign, a.Tick.Label.YAlign
		a.Label.TextStyle, a.Tick.Label = label, tick
		a.Label.Padding = 2
		a.Padding = 3
		a.Width, a.Tick.Width = .5, .5
		a.Tick.Length = 2.5
	}
	p.Y.Tick.Label.YAlign = middle - .24 // the library adds the descent
	return p
}

const (
	edge     = 3 * vg.Length(1) // points round the picture
	sign     = 2.1              // radius of a mark, points
	gapEntry = 9                // between entries of the legend
)

// layout finds the lines of legend and foot, and the picture's height.
func (p *picture) layout(width vg.Length) vg.Length {
	inner := width - 2*edge
	body, foot := letters(bodySize, black), letters(footSize, grey)
	used := inner + 1
	for _, e := range p.legend {
		wide := e.width(body)
		if used+wide > inner {
			p.legends = append(p.legends, nil)
			used = 0
		}
		last := len(p.legends) - 1
		p.legends[last] = append(p.legends[last], e)
		used += wide + gapEntry
	}
	p.feet = fold(strings.Join(p.foot, " "), foot, inner)
	if p.head != "" {
		p.legends = append(p.legends, nil)
	}
	return p.height*vg.Length(len(p.plots)) + p.base + 2*edge + vg.Length(len(p.legends))*10 + 2 + vg.Length(len(p.feet))*7.5 + 2
}

func (e entry) sample() vg.Length {
	if e.curve {
		return 16
	}
	return 2*sign + 1
}

func (e entry) width(st text.Style) vg.Length { return e.sample() + 3 + st.Width(e.name) }

func (p *picture) draw(c draw.Canvas) {
	c.SetColor(white)
	c.Fill(c.Rectangle.Path())
	c = draw.Crop(c, edge, -edge, edge, -edge)
	body := letters(bodySize, black)
	for _, line := range p.legends {
		x, y := c.Min.X, c.Max.Y-5
		for _, e := range line {
			if e.curve {
				st := e.style.line(1)
				st.Dashes = e.style.dash
				c.StrokeLine2(st, x, y, x+e.sample(), y)
			}
			e.style.mark(&c, vg.Point{X: x + e.sample()/2, Y: y}, sign)
			st := body
			st.YAlign = middle
			c.FillText(st, vg.Point{X: x + e.sample() + 3, Y: y}, e.name)
			x += e.width(body) + gapEntry
		}
		if len(line) == 0 {
			st := body
			st.YAlign = middle
			c.FillText(st, vg.Point{X: x, Y: y}, p.head)
		}
		c.Max.Y -= 10
	}
	c.Max.Y -= 2
	foot := letters(footSize, grey)
	foot.YAlign = draw.YTop
	bottom := c.Min.Y + vg.Length(len(p.feet))*7.5
	for i, line := range p.feet {
		c.FillText(foot, vg.Point{X: c.Min.X, Y: bottom - vg.Length(i)*7.5}, line)
	}
	c.Min.Y = bottom + 2
	c.Max.X -= p.right
	for i, one := range p.plots {
		part := c
		part.Max.Y -= vg.Length(i) * p.height
		if i < len(p.plots)-1 {
			part.Min.Y = part.Max.Y - p.height + 4
		}
		one.BackgroundColor = nil
		one.Draw(part)
		if p.margin != nil {
			p.margin(one.DataCanvas(part), one)
		}
	}
}

// even are ticks at 1, 2 or 5 times a power of ten, about as many as wanted,
// labelled as the column's cells are.
type even struct {
	column   table.Column
	want     int
	fixed    float64 // the step; 0 to find one
	mirrored bool    // labels have no sign
}

func (e even) Ticks(low, high float64) []plot.Tick {
	step := e.step(low, high)
	c := e.column
	c.Digits = max(0, int(-math.Floor(math.Log10(step)+1e-9)))
	if c.Kind == table.Share {
		c.Digits = max(0, c.Digits-2)
	} else if c.Kind == table.Count {
		c.Kind = table.Number
	}
	var ticks []plot.Tick
	for i := math.Ceil(low/step - 1e-9); i*step <= high+step*1e-9; i++ {
		label := c.Format(table.Float(i * step))
		if e.mirrored {
			label = strings.TrimPrefix(label, "-")
		}
		ticks = append(ticks, plot.Tick{Value: i * step, Label: strings.Replace(label, "-", "−", 1)})
	}
	return ticks
}

func (e even) step(low, high float64) float64 {
	if e.fixed > 0 {
		return e.fixed
	}
	raw := (high - low) / float64(max(e.want, 1))
	if raw <= 0 {
		return 1
	}
	power := math.Pow(10, math.Floor(math.Log10(raw)))
	for _, m := range []float64{1, 2, 5} {
		if m*power >= raw*.999 {
			return m * power
		}
	}
	return 10 * power
}

// scale sets an axis to whole steps round the values, from zero where they come
// near it.
func scale(a *plot.Axis, c table.Column, want int, values ...float64) {
	low, high := math.Inf(1), math.Inf(-1)
	for _, v := range values {
		if finite(v) {
			low, high = min(low, v), max(high, v)
		}
	}
	if low > high {
		low, high = 0, 1
	}
	if low > 0 && low < .4*high {
		low = 0
	}
	if high < 0 && high > .4*low {
		high = 0
	}
	if low == high {
		low, high = low-.5, high+.5
	}
	e := even{column: c, want: want}
	step := e.step(low, high)
	e.fixed = step
	low, high = math.Floor(low/step+1e-9)*step, math.Ceil(high/step-1e-9)*step
	if c.Kind == table.Share {
		low, high = max(low, 0), min(high, 1)
	}
	a.Min, a.Max = low, high
	a.Tick.Marker = e
}

// grid draws pale lines at the ticks of one axis or both, and a darker one at
// zero where zero is inside.
func grid(p *plot.Plot, vertical, horizontal bool) layer {
	st := draw.LineStyle{Color: pale, Width: .4}
	zero := draw.LineStyle{Color: grey, Width: .6}
	lines := func(a *plot.Axis, stroke func(st draw.LineStyle, at float64)) {
		for _, t := range a.Tick.Marker.Ticks(a.Min, a.Max) {
			stroke(st, t.Value)
		}
		if a.Min < 0 && a.Max > 0 {
			stroke(zero, 0)
		}
	}
	return func(c *draw.Canvas, x, y func(float64) vg.Length) {
		if vertical {
			lines(&p.X, func(st draw.LineStyle, at float64) { c.StrokeLine2(st, x(at), c.Min.Y, x(at), c.Max.Y) })
		}
		if horizontal {
			lines(&p.Y, func(st draw.LineStyle, at float64) { c.StrokeLine2(st, c.Min.X, y(at), c.Max.X, y(at)) })
		}
	}
}

// numbers writes a text at the right of each row, under a head.
func (p *picture) numbers(head string, texts []string) {
	if !slices.ContainsFunc(texts, func(s string) bool { return s != "" }) {
		return
	}
	st := letters(bodySize, black)
	st.XAlign, st.YAlign = draw.XRight, middle
	wide := st.Width(head)
	for _, s := range texts {
		wide = max(wide, st.Width(s))
	}
	p.right = wide + 5
	p.margin = func(c draw.Canvas, pl *plot.Plot) {
		_, y := pl.Transforms(&c)
		for i, s := range texts {
			if len(s) > 0 && s[0] == '-' {
				s = "−" + s[1:]
			}
			c.FillText(st, vg.Point{X: c.Max.X + p.right, Y: y(-float64(i))}, s)
		}
		hs := letters(footSize, grey)
		hs.XAlign, hs.YAlign = draw.XRight, draw.YBottom
		c.FillText(hs, vg.Point{X: c.Max.X + p.right, Y: c.Max.Y}, head)
	}
}
