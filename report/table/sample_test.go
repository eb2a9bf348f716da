package table

// hostile are texts that some format could take for its own.
var hostile = []string{
	"a|b", "two\nlines\tand a tab", "=SUM(A1:A9)", "＝1+1", "+1 555", "-2", "@cmd", "bell\a and escape\x1b[31m red", "\u202eevil\u2066", "bad \xff byte",
	"<script>alert(1)</script>", `C:\temp\{x} $5 50% #1 a_b ~^&`, `"quoted", with a comma`, "*bold* `code` [link](x) ![i](y) - item",
	"工程总监 北京", "مدير الهندسة", "Škoda Søndergård", "naïve – “quotes” … € ≥ κ", "👩‍💻 emoji", "", "   ", "-", "\ufeffmark", "{{.}}", "]]>", "''", "Ünïcödé 𝕏", "Tōkyō Māori Ħ", "¡¢£¤¥¦§¨ ©ª«¬®¯°± ²³´µ¶·¸¹ º»¼½¾¿ÀÁ ÂÃÄÅÆÇÈÉ ÊËÌÍÎÏÐÑ ÒÓÔÕÖ×ØÙ ÚÛÜÝÞßàá âãäåæçèé êëìíîïðñ òóôõö÷øù úûüýþÿĀā ĂăĄąĆćĈĉ ĊċČčĎďĐ", "đĒēĔĕĖėĘ ęĚěĜĝĞğĠ ġĢģĤĥĦħĨ ĩĪīĬĭĮįİ ıĲĳĴĵĶķĸ ĹĺĻļĽľĿŀ ŁłŃńŅņŇň ŉŊŋŌōŎŏŐ őŒœŔŕŖŗŘ řŚśŜŝŞşŠ šŢţŤťŦŧŨ ũŪūŬŭŮůŰ űŲųŴŵŶŷŸ ŹźŻżŽžſ",
}

// sampleLevels is an ordinary table with every kind of column.
func sampleLevels() *Table {
	return &Table{
		Name: "levels", Title: "Levels by company & month", Caption: "Postings by level; near-duplicates are removed.", N: 12345, Missing: 17,
		Columns: []Column{
			{Key: "group", Head: "Company"}, {Key: "month", Head: "Month", Kind: Month}, {Key: "n", Head: "Postings", Kind: Count},
			{Key: "share", Head: "Share", Kind: Share, Digits: 1}, {Key: "mean", Head: "Mean", Kind: Number, Unit: "log-odds", Digits: 2}, {Key: "pay", Head: "Pay", Kind: Money, Unit: "USD a year"},
		},
		Rows: [][]Cell{
			{String("Larkfield Commerce"), String("2026-01"), Int(12000), Float(0.285), Float(-1.005), Float(221000.5)},
			{String("Tidewater"), String("2026-02"), Int(0), Float(0), Float(0.1), Missing},
			{String("Quarry"), Missing, Missing, Missing, Missing, Float(98000)},
			{String("Northwind"), String("2026-03"), Int(3), Float(1.0 / 3), Float(1e-7), Float(1234567.89)},
		},
		Notes: []string{"Intervals of shares are 95 % score intervals (Wilson 1927).", "A dash is not known."},
	}
}

// sampleHostile has every hostile text in a cell, and one in each other place.
func sampleHostile() *Table {
	t := &Table{
		Name: "hostile", Title: "<b>A & B</b> | 工程\n_x_ $y$ 100%", Caption: "=1+1 | \x00 \\end{table} 中", N: len(hostile),
		Columns: []Column{{Key: "text", Head: "Text | \n <i>"}, {Key: "other", Head: "Other"}, {Key: "number", Head: "100% #", Kind: Number, Unit: "$_^", Digits: 3}},
		Notes:   []string{"=note | <b> \n & % # _ \\"},
	}
	for i, s := range hostile {
		t.Rows = append(t.Rows, []Cell{String(s), String(hostile[len(hostile)-1-i]), Float(float64(i) / 7)})
	}
	return t
}

// sampleLong breaks over pages.
func sampleLong() *Table {
	t := &Table{Name: "long", Title: "A long table", Caption: "Many rows with long texts, which must be broken at the ends of lines and not run over the margin.", N: 120,
		Columns: []Column{{Key: "term", Head: "Term"}, {Key: "example", Head: "Sentence in which the term stands"}, {Key: "z", Head: "z", Kind: Number, Digits: 2}, {Key: "q", Head: "q", Kind: Number, Digits: 4}}}
	for i := range 120 {
		t.Rows = append(t.Rows, []Cell{String("term of some length"), String("You will own the roadmap of the platform and grow the managers who report to you across three sites."), Float(9 - float64(i)/20), Float(float64(i) / 10000)})
	}
	return t
}

// sampleWide is wider than a page.
func sampleWide() *Table {
	t := &Table{Name: "wide", Title: "A wide table", Caption: "As many columns as keyness has.", N: 9, Columns: []Column{{Key: "level", Head: "Level"}, {Key: "term", Head: "Term"}}}
	row := []Cell{String("Director"), String("quarterly planning of the road")}
	for _, head := range []string{"Sightings", "Postings", "Share of group", "Others", "Share of others", "Log-odds", "Low", "High", "z", "q", "DP", "Employers"} {
		t.Columns = append(t.Columns, Column{Key: label(head), Head: head, Kind: Number, Digits: 2})
		row = append(row, Float(-1.2345))
	}
	t.Rows = [][]Cell{row, row}
	return t
}
