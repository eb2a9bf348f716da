package figure

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"

	"rung/report/table"
)

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
		m := r.mark(row, g)
		if g < 0 || !finite(m.x) {
			continue
		}
		counts[g] += f.count(row)
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

// differences draws the mean of each difference by level as a dumbbell, with
// intervals, and the size of the effect at the right.
func differences(f *frame, opt Options) (*picture, error) {
	names := f.distinct("difference")
	r := newRows(f, "mean")
	r.dodge, r.join = true, true
	effects := make([]string, len(names))
	for _, row := range f.t.Rows {
		i := slices.Index(names, f.text(row, "difference"))
		m := r.mark(row, i)
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

// keyness draws the strongest terms of each level, with intervals.
func keyness(f *frame, opt Options) (*picture, error) {
	x, name := f.first("log_odds", "z"), f.first("term", "skill")
	strength := f.first("z", "log_odds")
	r := newRows(f, x)
	var foot []string
	var names []string
	sure := 0
	for _, level := range r.levels {
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
			r.marks = append(r.marks, r.mark(row, len(names)))
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

// quantity labels the axis of a distribution with the table's title, and with the
// unit where the title does not name it.
func (f *frame) quantity(currency string) string {
	title := oneLine(f.t.Title)
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
			totals[f.text(row, "currency")] += f.count(row)
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
	f = &frame{&data}
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
		m := r.mark(row, i)
		m.low, m.high, m.q1, m.q3 = f.number(row, low), f.number(row, high), f.number(row, "q1"), f.number(row, "q3")
		if !finite(m.x) {
			continue
		}
		counts[i] += f.count(row)
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
