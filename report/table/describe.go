package table

import (
	"strconv"
	"strings"
)

var kindNames = [...]string{Text: "text", Count: "count", Number: "number", Share: "share", Money: "money", Month: "month"}

// String is the kind's name in the dictionary: "share".
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return "kind " + strconv.Itoa(int(k))
}

// Dictionary says of every column of the tables what it holds, one a row.
func Dictionary(tables ...*Table) *Table {
	d := &Table{
		Name:    "dictionary",
		Title:   "Data dictionary",
		Caption: "Every column of every table. Files for programs name columns by key and keep every digit; tables for people show the head, and round to the digits given.",
		Columns: []Column{
			{Key: "table", Head: "Table"}, {Key: "key", Head: "Key"}, {Key: "head", Head: "Head"},
			{Key: "kind", Head: "Kind"}, {Key: "unit", Head: "Unit"}, {Key: "digits", Head: "Digits shown", Kind: Count},
		},
		Notes: []string{"A missing value is an empty cell in CSV, TSV and XLSX, null in JSON and Parquet, and a dash elsewhere.",
			"A share is a part of one in files for programs and per cent in tables for people.",
			"A text that a spreadsheet would take for a formula has an apostrophe before it in CSV and TSV."},
	}
	for _, t := range tables {
		for _, c := range t.Columns {
			unit, digits := Missing, Missing
			switch {
			case c.Kind == Share:
				unit = String("part of one")
			case c.Kind == Month:
				unit = String("year-month")
			case c.Unit != "":
				unit = String(c.Unit)
			}
			if !c.textual() {
				digits = Int(c.Digits)
			}
			d.Rows = append(d.Rows, []Cell{String(t.Name), String(c.Key), String(c.Head), String(c.Kind.String()), unit, digits})
		}
	}
	return d
}

// Captions are the tables' titles, captions, counts and notes, one table a row:
// what files that hold nothing but rows leave out.
func Captions(tables ...*Table) *Table {
	d := &Table{
		Name:    "captions",
		Title:   "Tables",
		Caption: "What each table counts, how, and of how many postings.",
		Columns: []Column{
			{Key: "table", Head: "Table"}, {Key: "title", Head: "Title"}, {Key: "n", Head: "n", Kind: Count},
			{Key: "missing", Head: "Missing", Kind: Count}, {Key: "caption", Head: "Caption"}, {Key: "notes", Head: "Notes"},
		},
	}
	for _, t := range tables {
		d.Rows = append(d.Rows, []Cell{String(t.Name), String(t.Title), Int(t.N), Int(t.Missing), String(t.Caption), String(clean(strings.Join(t.Notes, " ")))})
	}
	return d
}

// Counts says of how many postings a table speaks: "n = 288, missing 12".
func (t *Table) Counts() string {
	s := "n = " + round(float64(t.N), 0, 0)
	if t.Missing > 0 {
		s += ", missing " + round(float64(t.Missing), 0, 0)
	}
	return s
}

// legend is what stands under or over a table: caption and counts.
func (t *Table) legend() string {
	if caption := clean(t.Caption); caption != "" {
		return caption + " " + t.Counts() + "."
	}
	return t.Counts() + "."
}
