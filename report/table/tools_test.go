package table

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// tool skips a test where a program is not installed.
func tool(t *testing.T, names ...string) string {
	t.Helper()
	if testing.Short() {
		t.Skip("other programs are not asked in short tests")
	}
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Skipf("%s is not installed", names[0])
	return ""
}

// file writes tables to a new file.
func file(t *testing.T, dir, name, format string, tables ...*Table) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, written(t, format, Options{}, tables...), 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}

func run(t *testing.T, dir, name string, args ...string) string {
	t.Helper()
	c := exec.Command(name, args...)
	c.Dir = dir
	out, err := c.CombinedOutput()
	if err != nil {
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
	return string(out)
}

func TestLaTeXCompilesAloneAndInAPaper(t *testing.T) {
	latex := tool(t, "pdflatex")
	dir := t.TempDir()
	file(t, dir, "tables.tex", "latex", sampleLevels(), sampleHostile(), sampleLong(), sampleWide())
	paper := "\\documentclass{article}\n\\usepackage[T1]{fontenc}\n\\usepackage{booktabs,longtable,array,lscape}\n\\begin{document}\nSee table~\\ref{tab:levels}.\n\\input{tables}\n\\input{tables}\nEnd.\n\\end{document}\n"
	if err := os.WriteFile(filepath.Join(dir, "paper.tex"), []byte(paper), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"tables", "paper"} {
		run(t, dir, latex, "-interaction=nonstopmode", "-halt-on-error", "-draftmode", name+".tex") // long tables learn their widths
		out := run(t, dir, latex, "-interaction=nonstopmode", "-halt-on-error", name+".tex")
		if !strings.Contains(out, "Output written on "+name+".pdf") {
			t.Errorf("%s.tex: no pages:\n%s", name, out)
		}
		for line := range strings.Lines(out) {
			if strings.HasPrefix(line, "Overfull \\hbox") || strings.HasPrefix(line, "Missing character") {
				t.Errorf("%s.tex: %s", name, line)
			}
		}
	}
}

func TestHTMLPassesTidyWithoutAWarning(t *testing.T) {
	tidy := tool(t, "tidy")
	dir := t.TempDir()
	path := file(t, dir, "tables.html", "html", sampleLevels(), sampleHostile(), sampleLong())
	c := exec.Command(tidy, "-errors", "-quiet", "--drop-empty-elements", "no", path)
	if out, err := c.CombinedOutput(); err != nil || len(out) > 0 {
		t.Errorf("tidy: %v\n%s", err, out)
	}
}

func TestLibreOfficeReadsTheWorkbooksCells(t *testing.T) {
	office := tool(t, "soffice", "localc")
	dir := t.TempDir()
	tables := []*Table{sampleLevels(), sampleHostile()}
	file(t, dir, "tables.xlsx", "xlsx", tables...)
	run(t, dir, office, "-env:UserInstallation=file://"+dir+"/profile", "--headless", "--convert-to",
		`csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,true,false,false,-1`, "tables.xlsx")
	for _, tab := range tables {
		b, err := os.ReadFile(filepath.Join(dir, "tables-"+tab.Name+".csv"))
		if err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(bytes.NewReader(b)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		if len(rows) != len(tab.Rows)+1 {
			t.Fatalf("%s: %d lines for %d rows and a head", tab.Name, len(rows), len(tab.Rows))
		}
		for i, row := range tab.Rows {
			for j, cell := range row {
				c := tab.Columns[j]
				want := c.Format(cell)
				switch {
				case c.missing(cell):
					want = ""
				case c.Kind == Share:
					want += "%"
				}
				if got := rows[i+1][j]; got != want {
					t.Errorf("%s: row %d: %s is %q, want %q", tab.Name, i+1, c.Key, got, want)
				}
			}
		}
	}
}

// python is Debian's, which has pandas where it is installed; another one may
// come first in the path.
func python(t *testing.T) string {
	t.Helper()
	for _, path := range []string{"/usr/bin/python3", tool(t, "python3")} {
		if exec.Command(path, "-c", "import pandas").Run() == nil {
			return path
		}
	}
	t.Skip("python3-pandas is not installed")
	return ""
}

func TestPandasReadsTheSameNumbers(t *testing.T) {
	python := python(t)
	dir := t.TempDir()
	script := `
import json, math, pandas
want = {t["name"]: t for t in json.load(open("tables.json"))["tables"]}["levels"]
for frame in pandas.read_csv("levels.csv"), pandas.read_csv("levels.tsv", sep="\t", quoting=3):
    assert list(frame.columns) == [c["key"] for c in want["columns"]], frame.columns
    assert len(frame) == len(want["rows"])
    for got, row in zip(frame.to_dict("records"), want["rows"]):
        for key, value in row.items():
            if value is None:
                assert math.isnan(got[key]), (key, got)
            else:
                assert got[key] == value, (key, got, value)
print("same")
`
	file(t, dir, "tables.json", "json", sampleLevels(), sampleHostile())
	file(t, dir, "levels.csv", "csv", sampleLevels())
	file(t, dir, "levels.tsv", "tsv", sampleLevels())
	if out := run(t, dir, python, "-c", script); out != "same\n" {
		t.Error(out)
	}
}

// duckdb runs SQL through DuckDB's own reader of Parquet, from its package for
// Node, found in DUCKDB_NODE or where npm puts global packages.
func duckdb(t *testing.T, dir, sql string) string {
	t.Helper()
	node := tool(t, "node")
	paths := os.Getenv("NODE_PATH")
	if npm, err := exec.LookPath("npm"); err == nil {
		if out, err := exec.Command(npm, "root", "-g").Output(); err == nil {
			paths += string(filepath.ListSeparator) + strings.TrimSpace(string(out))
		}
	}
	c := exec.Command(node, "-e", `
let duckdb;
try { duckdb = require("@duckdb/node-api") } catch { console.log("absent"); process.exit() }
(async () => {
  const c = await (await duckdb.DuckDBInstance.create()).connect();
  console.log(JSON.stringify((await c.runAndReadAll(process.argv[1])).getRowObjectsJson()));
})().catch(e => { console.error(e); process.exit(1) });
`, sql)
	c.Dir = dir
	c.Env = append(os.Environ(), "NODE_PATH="+paths)
	out, err := c.CombinedOutput()
	if err != nil {
		t.Fatalf("duckdb: %v\n%s", err, out)
	}
	if strings.TrimSpace(string(out)) == "absent" {
		t.Skip("the package @duckdb/node-api is not installed")
	}
	return string(out)
}

func TestDuckDBReadsTheSameNumbers(t *testing.T) {
	dir := t.TempDir()
	for _, tab := range []*Table{sampleLevels(), sampleHostile()} {
		file(t, dir, tab.Name+".parquet", "parquet", tab)
		var rows []map[string]any
		if err := json.Unmarshal([]byte(duckdb(t, dir, "select * from '"+tab.Name+".parquet'")), &rows); err != nil {
			t.Fatal(err)
		}
		if len(rows) != len(tab.Rows) {
			t.Fatalf("%s: %d rows, want %d", tab.Name, len(rows), len(tab.Rows))
		}
		for i, row := range tab.Rows {
			for j, cell := range row {
				c := tab.Columns[j]
				got := rows[i][c.Key]
				var want any = cell.Number
				switch {
				case c.missing(cell):
					want = nil
				case c.textual():
					want = clean(cell.Text)
				case c.Kind == Count: // 64-bit integers are strings in JSON
					want = c.Format(cell)
					if s, ok := want.(string); ok {
						want = strings.ReplaceAll(s, ",", "")
					}
				}
				if got != want {
					t.Errorf("%s: row %d: %s is %v, want %v", tab.Name, i+1, c.Key, got, want)
				}
			}
		}
	}
}
