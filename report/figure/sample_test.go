package figure

import (
	"fmt"
	"math"

	"rung/report/table"
)

// column is a column of a sample.
func column(key, head string, kind table.Kind, unit string, digits int) table.Column {
	return table.Column{Key: key, Head: head, Kind: kind, Unit: unit, Digits: digits}
}

func cells(values ...any) []table.Cell {
	row := make([]table.Cell, len(values))
	for i, v := range values {
		switch v := v.(type) {
		case string:
			row[i] = table.String(v)
		case int:
			row[i] = table.Int(v)
		case float64:
			row[i] = table.Float(v)
		default:
			row[i] = table.Missing
		}
	}
	return row
}

var (
	groupColumn = column("group", "Company", table.Text, "", 0)
	levelColumn = column("level", "Level", table.Text, "", 0)
	nColumn     = column("n", "n", table.Count, "", 0)
	shareColumn = column("share", "Share of postings", table.Share, "", 1)
	lowShare    = column("low", "95 % low", table.Share, "", 1)
	highShare   = column("high", "95 % high", table.Share, "", 1)
	lowNumber   = column("low", "95 % low", table.Number, "", 2)
	highNumber  = column("high", "95 % high", table.Number, "", 2)
)

// samples are one table for each figure.
func samples() map[string]*table.Table {
	all := map[string]*table.Table{}

	t := &table.Table{Name: "levels", Title: "Levels by company", Caption: "Postings by level & company.", N: 1288, Missing: 12,
		Columns: []table.Column{groupColumn, levelColumn, nColumn, shareColumn, lowShare, highShare}}
	for i, g := range []string{"Larkfield Commerce", "Northwind Traders International Holding and Partners", "Ab", "Škoda Søndergård", "Quarry", "Tidewater Bank", "Orchard Robotics"} {
		for j, l := range []string{"director", "vp", "unsure", "neither"} {
			s := .08 + float64((i*7+j*5)%11)/26
			t.Rows = append(t.Rows, cells(g, l, 3+i*9+j, s, max(0, s-.07), min(1, s+.09)))
		}
	}
	all["levels"] = t

	t = &table.Table{Name: "differences", Title: "The seven differences", Caption: "Mean log-odds by level.", N: 512,
		Columns: []table.Column{column("difference", "Difference", table.Text, "", 0), levelColumn, nColumn, column("mean", "Mean contribution", table.Number, "log-odds", 2), lowNumber, highNumber, column("effect", "Hedges’ g", table.Number, "", 2)}}
	for i, d := range []string{"Time horizon", "Daily duties", "Meetings", "Authority", "Measured by", "Career path", "Education"} {
		m := .15 + .3*math.Abs(math.Sin(float64(i)))
		t.Rows = append(t.Rows, cells(d, "director", 300, -m, -m-.12, -m+.11, 2*m), cells(d, "vp", 212, m*1.3, m*1.3-.15, m*1.3+.16, nil))
	}
	all["differences"] = t

	t = &table.Table{Name: "terms", Title: "Terms", Caption: "Weighted log-odds.", N: 512,
		Columns: []table.Column{column("term", "Term", table.Text, "", 0), levelColumn, nColumn, column("log_odds", "Log-odds of the term", table.Number, "", 2), lowNumber, highNumber, column("z", "z", table.Number, "", 1)}}
	for i := range 30 {
		x := 2.6 - .07*float64(i)
		l, sign := "vp", 1.0
		if i%2 == 0 {
			l, sign = "director", -1
		}
		a, b := sign*x-.4, sign*x+.4
		t.Rows = append(t.Rows, cells([]string{"p&l", "board of directors", "on-call rotation", "sprint planning and backlog refinement with product managers", "equity"}[i%5]+fmt.Sprint(" ", i), l, 40-i, sign*x, a, b, sign*x*3))
	}
	all["terms"] = t
	s := *t
	s.Name, s.Columns = "skills", append([]table.Column{column("skill", "Skill", table.Text, "", 0)}, t.Columns[1:]...)
	all["skills"] = &s
	all["responsibilities"] = t

	money := func(key, head string) table.Column { return column(key, head, table.Money, "USD a year", 0) }
	all["pay"] = &table.Table{Name: "pay", Title: "Pay", Caption: "Lower end of the range.", N: 512, Missing: 310,
		Columns: []table.Column{levelColumn, column("currency", "Currency", table.Text, "", 0), nColumn, money("median", "Median pay"), money("q1", "lower quartile"), money("q3", "upper quartile"), money("p5", "5 %"), money("p95", "95 %")},
		Rows: [][]table.Cell{
			cells("director", "USD", 120, 221000., 198000., 245000., 160000., 300500.), cells("vp", "USD", 70, 265000., 230000., 310000., 181000., 420000.),
			cells("unsure", "USD", 9, 240000., 230000., 251000., nil, nil), cells("neither", "USD", 3, 170000., nil, nil, nil, nil), cells("vp", "EUR", 4, 165000., 150000., 180000., 140000., 200000.)}}
	years := func(key, head string) table.Column { return column(key, head, table.Number, "years", 1) }
	all["experience"] = &table.Table{Name: "experience", Title: "Experience", Caption: "Years asked for.", N: 512, Missing: 88,
		Columns: []table.Column{column("group", "Kind", table.Text, "", 0), levelColumn, nColumn, years("median", "Experience asked for"), years("q1", "lower quartile"), years("q3", "upper quartile"), years("min", "least"), years("max", "most")},
		Rows: [][]table.Cell{
			cells("in all", "director", 200, 10., 8., 12., 3., 20.), cells("in all", "vp", 150, 12.5, 10., 15., 5., 25.),
			cells("as a manager", "director", 130, 5., 3., 5., 1., 10.), cells("as a manager", "vp", 90, 7., 5., 10., 3., 15.)}}

	t = &table.Table{Name: "time", Title: "By month", Caption: "Postings by month.", N: 900, Missing: 31,
		Columns: []table.Column{column("month", "Month of posting", table.Month, "", 0), levelColumn, nColumn, shareColumn, lowShare, highShare}}
	for m := range 17 {
		if m == 11 {
			continue // nothing was posted
		}
		d := .5 + .1*math.Sin(float64(m)/3)
		for _, l := range []struct {
			name  string
			share float64
		}{{"director", d}, {"vp", .8 - d}, {"unsure", .2}} {
			t.Rows = append(t.Rows, cells(fmt.Sprintf("%d-%02d", 2025+m/12, m%12+1), l.name, 20, l.share, l.share-.06, l.share+.06))
		}
	}
	all["time"] = t

	t = &table.Table{Name: "calibration", Title: "Calibration", Caption: "Reliability of the stated probability.", N: 288,
		Columns: []table.Column{column("bin_low", "from", table.Share, "", 0), column("bin_high", "to", table.Share, "", 0), nColumn, column("mean_probability", "Stated probability of VP", table.Share, "", 1), column("observed", "Observed share of VP", table.Share, "", 1), lowShare, highShare}}
	for i := range 10 {
		p := float64(i)/10 + .05
		o := p + .06*math.Sin(float64(i)*2)
		t.Rows = append(t.Rows, cells(float64(i)/10, float64(i+1)/10, 80-7*i, p, o, max(0, o-.08), min(1, o+.08)))
	}
	all["calibration"] = t

	t = &table.Table{Name: "coverage", Title: "Coverage and accuracy", Caption: "Accuracy of the surest part.", N: 288,
		Columns: []table.Column{column("coverage", "Part of the postings decided", table.Share, "", 0), column("accuracy", "Accuracy of these", table.Share, "", 1), lowShare, highShare}}
	for i := range 10 {
		a := .96 - .012*float64(i)
		t.Rows = append(t.Rows, cells(float64(i+1)/10, a, a-.1/float64(i+2)-.02, min(1, a+.02)))
	}
	all["coverage"] = t
	return all
}
