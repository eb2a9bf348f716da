package table

import (
	"fmt"
	"io"
	"strings"
)

// Options are what a renderer may be told. The zero value is right.
type Options struct {
	Width int    // columns of a terminal; 0 for 100. Other formats ignore it.
	Title string // of a page or workbook; "" for the title of the first table

	// What stands on a page of HTML under its title, and above each table by its
	// name. It is HTML, and is written as it is: whoever makes it escapes it.
	Lead  string
	Above map[string]string
}

// rendering writes tables that have passed check.
type rendering struct {
	name, extension string
	write           func(w io.Writer, opt Options, tables []*Table) error
}

// renderings are all formats: people's first.
var renderings = []rendering{
	{"table", "txt", writeTerminal},
	{"markdown", "md", writeMarkdown},
	{"latex", "tex", writeLaTeX},
	{"html", "html", writeHTML},
	{"xlsx", "xlsx", writeXLSX},
	{"csv", "csv", single("csv", delimited(','))},
	{"tsv", "tsv", single("tsv", delimited('\t'))},
	{"json", "json", writeJSON},
	{"parquet", "parquet", single("parquet", writeParquet)},
}

// Formats are the names that Write knows, people's formats first.
func Formats() []string {
	names := make([]string, len(renderings))
	for i, r := range renderings {
		names[i] = r.name
	}
	return names
}

// Extension is the usual end of a file's name in a format, without its dot, and
// "" for a format that Write does not know.
func Extension(format string) string {
	for _, r := range renderings {
		if r.name == format {
			return r.extension
		}
	}
	return ""
}

// Write writes tables in a format, which is one of Formats.
//
// People's formats (table, markdown, latex, html) round to the Digits of a
// column, show shares as per cent and say beside the table what it counts. A
// workbook shows the same and keeps every digit. Programs' formats (csv, tsv,
// json, parquet) name columns by Key, give shares as parts of one and keep every
// digit. A csv, tsv or parquet file holds one table and nothing but it: what
// else belongs to it is written by Dictionary and Captions. The same tables give
// the same bytes.
//
// An error is a table that contradicts itself, more tables than a format holds,
// or w's own.
func Write(w io.Writer, format string, opt Options, tables ...*Table) error {
	for _, r := range renderings {
		if r.name != format {
			continue
		}
		if err := check(tables); err != nil {
			return err
		}
		return r.write(w, opt, tables)
	}
	return fmt.Errorf("unknown format %q: want one of %s", format, strings.Join(Formats(), ", "))
}

// single is a renderer of formats that hold one table.
func single(name string, write func(io.Writer, *Table) error) func(io.Writer, Options, []*Table) error {
	return func(w io.Writer, _ Options, tables []*Table) error {
		if len(tables) != 1 {
			return fmt.Errorf("a %s file holds one table, not %d: write each to a file of its own, or choose html, xlsx or json", name, len(tables))
		}
		return write(w, tables[0])
	}
}

// check finds what no renderer could write truly.
func check(tables []*Table) error {
	names := map[string]bool{}
	for _, t := range tables {
		switch {
		case t.Name == "":
			return fmt.Errorf("a table without a name: %q", t.Title)
		case names[t.Name]:
			return fmt.Errorf("two tables are named %q", t.Name)
		case len(t.Columns) == 0:
			return fmt.Errorf("table %q has no columns", t.Name)
		}
		names[t.Name] = true
		keys := map[string]bool{}
		for i, c := range t.Columns {
			if c.Key == "" || keys[c.Key] {
				return fmt.Errorf("table %q: column %d: want a key of its own, not %q", t.Name, i+1, c.Key)
			}
			keys[c.Key] = true
		}
		for i, row := range t.Rows {
			if len(row) != len(t.Columns) {
				return fmt.Errorf("table %q: row %d: %d cells for %d columns", t.Name, i+1, len(row), len(t.Columns))
			}
			for j, cell := range row {
				if t.Columns[j].Kind == Count && !cell.Missing && cell.Number != float64(int64(cell.Number)) {
					return fmt.Errorf("table %q: row %d: %s counts %v things: want a whole number", t.Name, i+1, t.Columns[j].Key, cell.Number)
				}
			}
		}
	}
	return nil
}
