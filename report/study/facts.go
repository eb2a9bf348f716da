package study

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"rung/corpus/profile"
	"rung/corpus/stats"
	"rung/report/table"
)

func degreeName(d int8) string { return levelName(profile.Degree(d).String()) }

// spreadColumns are those of a distribution.
func spreadColumns(unit string, digits int, kind table.Kind) []table.Column {
	var out []table.Column
	for _, c := range [][2]string{{"min", "Least"}, {"p5", "5th percentile"}, {"q1", "Lower quartile"}, {"median", "Median"}, {"q3", "Upper quartile"}, {"p95", "95th percentile"}, {"max", "Most"}} {
		out = append(out, table.Column{Key: c[0], Head: c[1], Kind: kind, Unit: unit, Digits: digits})
	}
	return out
}

// Of fewer values a quartile, or a percentile, would be little but the values
// next to it.
const (
	leastQuartile   = 5
	leastPercentile = 20
)

// spread are the cells of a distribution; it sorts x.
func spread(x []float64) []table.Cell {
	slices.Sort(x)
	var out []table.Cell
	for _, q := range []float64{0, .05, .25, .5, .75, .95, 1} {
		least := 1
		switch q {
		case .25, .75:
			least = leastQuartile
		case .05, .95:
			least = leastPercentile
		}
		if len(x) < least {
			out = append(out, table.Missing)
			continue
		}
		out = append(out, table.Float(stats.Quantile(x, q)))
	}
	return out
}

var quantileNote = fmt.Sprintf("Quantiles are of type 7 (Hyndman and Fan 1996); quartiles are shown of %d values or more, the 5th and 95th percentile of %d.", leastQuartile, leastPercentile)

// experienceTable is how many years are asked for.
func (s *Study) experienceTable(q Query, g *grouping) *table.Table {
	t := &table.Table{
		Caption: "Years of experience asked for: the most that one statement of a posting demands." + s.leftOut(q, g), N: g.counted - g.other, Missing: g.missing,
		Columns: append([]table.Column{textCol("level", groupHead(g)), textCol("group", "Experience"), countCol("n", "Stated"), countCol("missing", "Not stated")}, spreadColumns("years", 1, table.Number)...),
		Notes:   []string{quantileNote, "Leading is years in which people were led."},
	}
	for m, measure := range []string{"Total", "Leading"} {
		for at, name := range g.names {
			var x []float64
			for in, o := range s.members(g) {
				if v := []float64{o.Facts.Years, o.Facts.YearsLeading}[m]; in == at && v > 0 {
					x = append(x, v)
				}
			}
			t.Rows = append(t.Rows, append([]table.Cell{table.String(name), table.String(measure), table.Int(len(x)), table.Int(g.n[at] - len(x))}, spread(x)...))
		}
	}
	return t
}

// educationTable is what schooling must be.
func (s *Study) educationTable(q Query, g *grouping) *table.Table {
	t := &table.Table{
		Caption: "The least degree that must be. The share is of the postings that say something of schooling; not stated is of all." + s.leftOut(q, g), N: g.counted - g.other, Missing: g.missing,
		Columns: slices.Concat([]table.Column{textCol("level", groupHead(g)), textCol("degree", "Degree")}, countCols, []table.Column{shareCol("or_equivalent", "Or equivalent experience")}),
		Notes:   []string{wilsonNote, "None is a posting that names a degree only as a wish, or a school certificate."},
	}
	for at, name := range g.names {
		var n, equivalent [profile.Doctor + 1]int
		stated := 0
		for in, o := range s.members(g) {
			if f := &o.Facts; in == at && f.Read && f.Degree >= 0 {
				stated++
				n[f.Degree]++
				if f.OrEquivalent {
					equivalent[f.Degree]++
				}
			}
		}
		add := func(degree string, k, of int, equal table.Cell) {
			t.Rows = append(t.Rows, slices.Concat([]table.Cell{table.String(name), table.String(degree)}, countCells(k, of), []table.Cell{equal}))
		}
		for d := range n {
			add(degreeName(int8(d)), n[d], stated, shareCells(equivalent[d], n[d])[0])
		}
		add("Not stated", g.n[at]-stated, g.n[at], table.Missing)
	}
	return t
}

// payTable is what a year pays, by currency.
func (s *Study) payTable(q Query, g *grouping) *table.Table {
	t := &table.Table{
		Caption: "Pay a year in the currency stated: the middle of the range, or the only sum. Quartiles are of the middles; the medians of the lower and the upper ends stand beside them." + s.leftOut(q, g), N: g.counted - g.other,
		Columns: append(append([]table.Column{textCol("level", groupHead(g)), textCol("currency", "Currency"), countCol("n", "Stated")},
			spreadColumns("a year", 0, table.Money)...), table.Column{Key: "median_low", Head: "Median lower end", Kind: table.Money, Unit: "a year"}, table.Column{Key: "median_high", Head: "Median upper end", Kind: table.Money, Unit: "a year"}, countCol("converted", "Not stated by the year")),
		Notes: []string{quantileNote, fmt.Sprintf("Pay of another period counts %v hours, %v days, %v weeks or %v months a year. No currency is converted. Pay on target (OTE) and base pay are not told apart.", periods["hour"], periods["day"], periods["week"], periods["month"])},
	}
	type cell struct {
		at       int
		currency string
	}
	values := map[cell][3][]float64{}
	converted := map[cell]int{}
	totals := map[string]int{}
	stated := 0
	for at, o := range s.members(g) {
		f := &o.Facts
		if f.PayHigh == 0 {
			continue
		}
		stated++
		c := cell{at, cmp.Or(f.Currency, "not stated")}
		low := cmp.Or(f.PayLow, f.PayHigh)
		v := values[c]
		v[0], v[1], v[2] = append(v[0], (low+f.PayHigh)/2), append(v[1], low), append(v[2], f.PayHigh)
		values[c] = v
		if f.Period != "year" {
			converted[c]++
		}
		totals[c.currency]++
	}
	currencies := slices.SortedFunc(maps.Keys(totals), func(a, b string) int { return cmp.Or(totals[b]-totals[a], cmp.Compare(a, b)) })
	for _, currency := range currencies {
		for at, name := range g.names {
			c := cell{at, currency}
			v, ok := values[c]
			if !ok {
				continue
			}
			slices.Sort(v[1])
			slices.Sort(v[2])
			row := append([]table.Cell{table.String(name), table.String(currency), table.Int(len(v[0]))}, spread(v[0])...)
			t.Rows = append(t.Rows, append(row, table.Float(stats.Quantile(v[1], .5)), table.Float(stats.Quantile(v[2], .5)), table.Int(converted[c])))
		}
	}
	t.Missing = g.counted - g.other - stated
	return t
}
