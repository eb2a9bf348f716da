package figure

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

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
		c.FillPolygon(faint, []vg.Point{{X: c.Min.X, Y: bottom}, {X: c.Max.X, Y: bottom}, {X: c.Max.X, Y: top}, {X: c.Min.X, Y: top}})
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
				c.FillPolygon(pale, []vg.Point{{X: x(low), Y: bottom}, {X: x(high), Y: bottom}, {X: x(high), Y: top}, {X: x(low), Y: top}})
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
		box := []vg.Point{{X: x(m.q1), Y: at - half}, {X: x(m.q3), Y: at - half}, {X: x(m.q3), Y: at + half}, {X: x(m.q1), Y: at + half}, {X: x(m.q1), Y: at - half}}
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

// level is the place of a row's level among the figure's.
func (r *rows) level(row []table.Cell) int { return slices.Index(r.levels, r.f.text(row, "level")) }

// nothing is the error of a table without a row to draw.
func (f *frame) nothing(key string) error {
	return fmt.Errorf("table %q has no row with a %s to draw", f.t.Name, key)
}

// levels draws the share of each level by group, with intervals.
func levels(f *frame, opt Options) (*picture, error) {
	groups := f.distinct("group")
	all := len(groups)
	groups = groups[:min(all, opt.Top)]
	r := newRows(f, "share")
	r.dodge, r.extent = len(groups) > 1, []float64{0}
	counts := make([]float64, len(groups))
	for _, row := range f.t.Rows {
		g := slices.Index(groups, f.text(row, "group"))
		m := rowMark{row: g, level: r.level(row), x: f.number(row, "share"), low: f.number(row, "low"), high: f.number(row, "high"), q1: math.NaN(), q3: math.NaN()}
		if g < 0 || !finite(m.x) {
			continue
		}
		if n := f.number(row, "n"); finite(n) {
			counts[g] += n
		}
		if !r.dodge {
			m.row = m.level
		}
		r.marks = append(r.marks, m)
	}
	if len(r.marks) == 0 {
		return nil, f.nothing("share")
	}
	if !r.dodge { // one group: its levels are the rows
		for _, l := range r.levels {
			r.names = append(r.names, shown(l))
		}
		p := r.picture(opt, 12)
		p.legend = nil
		return p, nil
	}
	r.names = f.labels(groups, counts, opt)
	p := r.picture(opt, max(12, 4.6*vg.Length(len(r.levels)+1)))
	if all > len(groups) {
		p.foot = append(p.foot, fmt.Sprintf("The first %d of %d groups.", len(groups), all))
	}
	return p, nil
}

// labels names rows, with their n where it is known, cut to a third of the width.
func (f *frame) labels(names []string, counts []float64, opt Options) []string {
	st := letters(bodySize, black)
	room := vg.Length(opt.Width) * vg.Millimeter * .34
	out := make([]string, len(names))
	for i, n := range names {
		tail := ""
		if counts != nil && counts[i] > 0 {
			tail = " (" + table.Column{Kind: table.Count}.Format(table.Float(counts[i])) + ")"
		}
		out[i] = cut(n, st, room-st.Width(tail)) + tail
	}
	return out
}

// differences draws the mean of each difference by level as a dumbbell, with
// intervals, and the size of the effect at the right.
func differences(f *frame, opt Options) (*picture, error) {
	names := f.distinct("difference")
	r := newRows(f, "mean")
	r.dodge, r.join = true, true
	effects := make([]string, len(names))
	for _, row := range f.t.Rows {
		i := slices.Index(names, f.text(row, "difference"))
		m := rowMark{row: i, level: r.level(row), x: f.number(row, "mean"), low: f.number(row, "low"), high: f.number(row, "high"), q1: math.NaN(), q3: math.NaN()}
		if finite(f.number(row, "effect")) {
			effects[i] = f.text(row, "effect")
		}
		if finite(m.x) {
			r.marks = append(r.marks, m)
		}
	}
	if len(r.marks) == 0 {
		return nil, f.nothing("mean")
	}
	r.names = f.labels(names, nil, opt)
	p := r.picture(opt, max(16, 6.5*vg.Length(len(r.levels)+1)))
	p.numbers(f.column("effect").Head, effects)
	return p, nil
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

// keyness draws the strongest terms of each level, with intervals.
func keyness(f *frame, opt Options) (*picture, error) {
	x, name := f.first("log_odds", "z"), f.first("term", "skill")
	strength := f.first("z", "log_odds")
	r := newRows(f, x)
	var foot []string
	var names []string
	sure := 0
	for i, level := range r.levels {
		var mine [][]table.Cell
		for _, row := range f.t.Rows {
			if f.text(row, "level") == level && finite(f.number(row, x), f.number(row, strength)) {
				mine = append(mine, row)
			}
		}
		slices.SortStableFunc(mine, func(a, b []table.Cell) int {
			return cmp.Compare(math.Abs(f.number(b, strength)), math.Abs(f.number(a, strength)))
		})
		if n := len(mine); n > opt.Top {
			foot = append(foot, fmt.Sprintf("%s: the strongest %d of %d.", shown(level), opt.Top, n))
			mine = mine[:opt.Top]
		}
		if len(names) > 0 && len(mine) > 0 {
			names = append(names, "") // between the levels
		}
		for _, row := range mine {
			r.marks = append(r.marks, rowMark{row: len(names), level: i, x: f.number(row, x), low: f.number(row, "low"), high: f.number(row, "high"), q1: math.NaN(), q3: math.NaN()})
			label := f.text(row, name)
			if q := f.number(row, "q"); finite(q) && q < .05 {
				label += " *"
				sure++
			}
			names = append(names, label)
		}
	}
	if len(r.marks) == 0 {
		return nil, f.nothing(x)
	}
	r.extent = []float64{0}
	if len(r.levels) == 2 && !slices.ContainsFunc(r.marks, func(m rowMark) bool { return m.x < 0 }) {
		r.mirror = true
		for i, m := range r.marks {
			if m.level == 0 {
				r.marks[i].x, r.marks[i].low, r.marks[i].high = -m.x, -m.high, -m.low
			}
		}
	}
	r.names = f.labels(names, nil, opt)
	p := r.picture(opt, 9)
	switch {
	case sure > 0:
		p.foot = append(p.foot, "* q below .05.")
	case f.has("q"):
		p.foot = append(p.foot, "None has a q below .05.")
	}
	p.foot = append(p.foot, foot...)
	return p, nil
}

// quantity labels the axis of a distribution with the table's title, and what
// that does not say of the unit.
func (f *frame) quantity(currency string) string {
	title := table.Column{}.Format(table.String(f.t.Title))
	unit := f.column("median").Unit
	if strings.Contains(strings.ToLower(title), strings.ToLower(unit)) {
		unit = ""
	}
	if currency != "" && !strings.Contains(unit, currency) {
		unit = strings.TrimSpace(currency + " " + unit)
	}
	if unit == "" {
		return title
	}
	return title + " (" + unit + ")"
}

// spreads draws quartiles as boxes with the median's sign, and lines to the
// outer quantiles, by level or by group and level.
func spreads(f *frame, opt Options) (*picture, error) {
	data := *f.t
	var foot []string
	unit := ""
	if f.has("currency") {
		totals := map[string]float64{}
		currencies := f.distinct("currency")
		for _, row := range f.t.Rows {
			if n := f.number(row, "n"); finite(n) {
				totals[f.text(row, "currency")] += n
			}
		}
		slices.SortStableFunc(currencies, func(a, b string) int { return cmp.Compare(totals[b], totals[a]) })
		if len(currencies) > 1 {
			data.Rows = slices.DeleteFunc(slices.Clone(data.Rows), func(row []table.Cell) bool { return f.text(row, "currency") != currencies[0] })
			foot = append(foot, "Only "+currencies[0]+".")
		}
		if len(currencies) > 0 {
			unit = currencies[0]
		}
	}
	f = &frame{&data, f.at}
	r := newRows(f, "median")
	low, high := "p5", "p95"
	if !f.has(low) || !f.has(high) {
		low, high = "min", "max"
	}
	key := f.first("group", "measure", "level")
	r.dodge = key != "level"
	names := f.distinct(key)
	if key == "level" {
		names = r.levels
	}
	bare := false
	counts := make([]float64, len(names))
	for _, row := range data.Rows {
		i := slices.Index(names, f.text(row, key))
		m := rowMark{row: i, level: r.level(row), x: f.number(row, "median"), low: f.number(row, low), high: f.number(row, high), q1: f.number(row, "q1"), q3: f.number(row, "q3")}
		if !finite(m.x) {
			continue
		}
		if n := f.number(row, "n"); finite(n) {
			counts[i] += n
		}
		bare = bare || !finite(m.q1, m.q3, m.low, m.high)
		r.marks = append(r.marks, m)
	}
	if len(r.marks) == 0 {
		return nil, f.nothing("median")
	}
	if bare {
		foot = append(foot, "Where the table has no quantile, none is drawn.")
	}
	people := slices.Clone(names)
	for i, n := range people {
		if people[i] = sentence(n); key == "level" {
			people[i] = shown(n)
		}
	}
	r.names = f.labels(people, counts, opt)
	height := vg.Length(14)
	if r.dodge {
		height = 8.5 * vg.Length(len(r.levels)+1)
	}
	p := r.picture(opt, height)
	if key == "level" {
		p.legend = nil
	}
	p.plots[0].X.Label.Text = f.quantity(unit)
	s := "Sign: median; box: " + inside(f.column("q1").Head) + " to " + inside(f.column("q3").Head)
	if f.has(low) && f.has(high) {
		s += "; lines: " + inside(f.column(low).Head) + " to " + inside(f.column(high).Head)
	}
	p.foot = append(p.foot, s+".")
	p.foot = append(p.foot, foot...)
	return p, nil
}
