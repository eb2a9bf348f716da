package figure

import (
	"cmp"
	"fmt"
	"image/color"
	"math"
	"slices"
	"strconv"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"rung/report/table"
)

// point is one point of a curve with its interval, NaN for none.
type point struct{ x, y, low, high float64 }

// point reads a point of the row: y with its interval.
func (f *frame) point(row []table.Cell, x float64, y string) point {
	return point{x, f.number(row, y), f.number(row, "low"), f.number(row, "high")}
}

// points reads those of the rows that have an x and a y.
func (f *frame) points(x, y string) (points []point, err error) {
	for _, row := range f.t.Rows {
		if q := f.point(row, f.number(row, x), y); finite(q.x, q.y) {
			points = append(points, q)
		}
	}
	if points == nil {
		err = f.nothing(x)
	}
	return points, err
}

// runs splits points where the next x is more than gap away; 0 for never.
func runs(points []point, gap float64) [][]point {
	var list [][]point
	for len(points) > 0 {
		n := 1
		for n < len(points) && (gap == 0 || points[n].x-points[n-1].x <= gap) {
			n++
		}
		list = append(list, points[:n])
		points = points[n:]
	}
	return list
}

// bands draws the intervals of a curve: pale areas, and lines for single points.
func bands(points []point, s style, gap float64) layer {
	return func(c *draw.Canvas, x, y func(float64) vg.Length) {
		for _, run := range runs(points, gap) {
			var upper, lower []vg.Point
			for _, p := range run {
				if finite(p.low, p.high) {
					upper = append(upper, vg.Point{X: x(p.x), Y: y(p.high)})
					lower = append(lower, vg.Point{X: x(p.x), Y: y(p.low)})
				}
			}
			switch len(upper) {
			case 0:
			case 1:
				c.StrokeLine2(s.line(.8), upper[0].X, lower[0].Y, upper[0].X, upper[0].Y)
			default:
				slices.Reverse(lower)
				c.FillPolygon(color.NRGBA{s.color.R, s.color.G, s.color.B, 40}, append(upper, lower...))
			}
		}
	}
}

// curve draws a line through each run of points, and signs where they are few.
func curve(points []point, s style, gap float64) layer {
	return func(c *draw.Canvas, x, y func(float64) vg.Length) {
		for _, run := range runs(points, gap) {
			var line []vg.Point
			for _, p := range run {
				line = append(line, vg.Point{X: x(p.x), Y: y(p.y)})
			}
			st := s.line(1)
			st.Dashes = s.dash
			c.StrokeLines(st, line)
			if len(points) > 40 && len(run) > 1 {
				continue
			}
			for _, at := range line {
				s.mark(c, at, sign*.8)
			}
		}
	}
}

// months turns "2026-11" into a count of months.
func months(s string) (int, bool) {
	y, m, ok := strings.Cut(s, "-")
	year, err1 := strconv.Atoi(y)
	month, err2 := strconv.Atoi(m)
	return year*12 + month - 1, ok && err1 == nil && err2 == nil && month >= 1 && month <= 12
}

// timeline draws the share of each level by month, a plot for each level: lines
// of four levels with their bands cover one another.
func timeline(f *frame, opt Options) (*picture, error) {
	names := f.levelNames()
	list := stylesOf(names)
	points := make([][]point, len(names))
	var xs, ys []float64
	for _, row := range f.t.Rows {
		month, ok := months(f.text(row, "month"))
		q := f.point(row, float64(month), "share")
		if !ok || !finite(q.y) {
			continue
		}
		i := slices.Index(names, f.text(row, "level"))
		points[i] = append(points[i], q)
		xs, ys = append(xs, q.x), append(ys, q.y, q.low, q.high)
	}
	if len(xs) == 0 {
		return nil, f.nothing("share")
	}
	pic := &picture{head: f.axis("share"), height: vg.Length(opt.Width) * vg.Millimeter * .18, base: 18, foot: f.interval("Bands")}
	for i, n := range names {
		slices.SortStableFunc(points[i], func(a, b point) int { return cmp.Compare(a.x, b.x) })
		p := newPlot()
		p.X.Min, p.X.Max = slices.Min(xs)-.3, slices.Max(xs)+.3
		p.X.Tick.Marker = plot.ConstantTicks{}
		p.X.LineStyle.Color = white
		if i == len(names)-1 {
			p.X.Tick.Marker = monthTicks(int(opt.Width / 14))
			p.X.Label.Text = f.axis("month")
			p.X.LineStyle.Color = black
		}
		scale(&p.Y, f.column("share"), 2, append(ys, 0)...)
		p.Y.Label.Text = cut(shown(n), p.Y.Label.TextStyle, pic.height)
		p.Add(grid(p, false, true), bands(points[i], list[i], 1), curve(points[i], list[i], 1))
		pic.plots = append(pic.plots, p)
	}
	return pic, nil
}

// monthTicks labels at most so many months, at whole steps of a year.
type monthTicks int

func (n monthTicks) Ticks(low, high float64) []plot.Tick {
	step := 12
	for _, s := range []int{1, 2, 3, 6, 12, 24, 60, 120} {
		if step = s; (high-low)/float64(s) <= float64(max(int(n), 2)) {
			break
		}
	}
	var ticks []plot.Tick
	for m := int(math.Ceil(low)); float64(m) <= high; m++ {
		if m%step == 0 {
			ticks = append(ticks, plot.Tick{Value: float64(m), Label: fmt.Sprintf("%04d-%02d", m/12, m%12+1)})
		} else if step <= 12 {
			ticks = append(ticks, plot.Tick{Value: float64(m)})
		}
	}
	return ticks
}

// calibration draws what was observed against what was said, and the number of
// postings in each bin along the bottom.
func calibration(f *frame, opt Options) (*picture, error) {
	p := newPlot()
	pic := &picture{plots: []*plot.Plot{p}, height: vg.Length(opt.Width) * vg.Millimeter * .85}
	points, err := f.points("mean_probability", "observed")
	if err != nil {
		return nil, err
	}
	most := 0.0
	for _, row := range f.t.Rows {
		most = max(most, f.count(row))
	}
	for _, a := range []*plot.Axis{&p.X, &p.Y} {
		a.Min, a.Max = 0, 1
	}
	p.X.Tick.Marker, p.Y.Tick.Marker = even{column: f.column("mean_probability"), want: 5}, even{column: f.column("observed"), want: 5}
	p.X.Label.Text, p.Y.Label.Text = f.axis("mean_probability"), f.axis("observed")
	p.Add(grid(p, true, true), layer(func(c *draw.Canvas, x, y func(float64) vg.Length) {
		for _, row := range f.t.Rows {
			n, low, high := f.number(row, "n"), f.number(row, "bin_low"), f.number(row, "bin_high")
			if !finite(n, low, high) || most == 0 {
				continue
			}
			c.FillPolygon(pale, corners(x(low)+.5, y(0), x(high)-.5, y(.16*n/most)))
		}
		c.StrokeLine2(draw.LineStyle{Color: grey, Width: .6, Dashes: []vg.Length{3, 2}}, x(0), y(0), x(1), y(1))
		s := styles[0]
		var line []vg.Point
		for _, q := range points {
			line = append(line, vg.Point{X: x(q.x), Y: y(q.y)})
			if finite(q.low, q.high) {
				c.StrokeLine2(s.line(.8), x(q.x), y(q.low), x(q.x), y(q.high))
			}
		}
		c.StrokeLines(s.line(.8), line)
		for _, at := range line {
			s.mark(c, at, sign)
		}
	}))
	pic.foot = append(pic.foot, "Dashed: what is said is what is observed.")
	pic.foot = append(pic.foot, f.interval("Lines")...)
	if most > 0 && f.has("bin_low") && f.has("bin_high") {
		pic.foot = append(pic.foot, "Grey bars: postings in each bin, at most "+whole(most)+".")
	}
	return pic, nil
}

// coverage draws the accuracy of the surest part of all verdicts.
func coverage(f *frame, opt Options) (*picture, error) {
	p := newPlot()
	pic := &picture{plots: []*plot.Plot{p}, height: vg.Length(opt.Width) * vg.Millimeter * .62}
	points, err := f.points("coverage", "accuracy")
	if err != nil {
		return nil, err
	}
	ys := []float64{1}
	for _, q := range points {
		ys = append(ys, q.y, q.low, q.high)
	}
	slices.SortStableFunc(points, func(a, b point) int { return cmp.Compare(a.x, b.x) })
	p.X.Min, p.X.Max = 0, 1
	p.X.Tick.Marker = even{column: f.column("coverage"), want: 5}
	scale(&p.Y, f.column("accuracy"), 5, ys...)
	p.X.Label.Text, p.Y.Label.Text = f.axis("coverage"), f.axis("accuracy")
	p.Add(grid(p, true, true), bands(points, styles[0], 0), curve(points, styles[0], 0))
	pic.foot = f.interval("Bands")
	return pic, nil
}
