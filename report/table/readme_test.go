package table

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// blocks are the fenced blocks of a language in the folder's README, in order.
func blocks(t *testing.T, language string) []string {
	t.Helper()
	b, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, part := range strings.Split(string(b), "\n```"+language+"\n")[1:] {
		code, _, _ := strings.Cut(part, "\n```\n")
		list = append(list, code)
	}
	return list
}

// reportFolder has the files that the README's blocks read, and returns the
// folder above it.
func reportFolder(t *testing.T) string {
	t.Helper()
	share := func(key, head string) Column { return Column{Key: key, Head: head, Kind: Share, Digits: 1} }
	number := func(key, head string) Column { return Column{Key: key, Head: head, Kind: Number, Digits: 2} }
	level, n := Column{Key: "level", Head: "Level"}, Column{Key: "n", Head: "Postings", Kind: Count}
	levels := &Table{Name: "levels", Title: "Levels", Caption: "Postings by level.", N: 40,
		Columns: []Column{{Key: "group", Head: "Group"}, level, n, {Key: "of", Head: "Of", Kind: Count}, share("share", "Share"), share("low", "Low"), share("high", "High")},
		Rows: [][]Cell{
			{String("All"), String("Director"), Int(25), Int(40), Float(0.625), Float(0.4703), Float(0.758)},
			{String("All"), String("VP"), Int(10), Int(40), Float(0.25), Float(0.1419), Float(0.4019)},
			{String("All"), String("Unsure"), Int(5), Int(40), Float(0.125), Float(0.0546), Float(0.2611)}}}
	terms := &Table{Name: "terms", Title: "Terms", Caption: "Words.", N: 35,
		Columns: []Column{level, {Key: "term", Head: "Term"}, n, number("log_odds", "Log-odds"), number("low", "Low"), number("high", "High"), number("z", "z"), number("q", "q"), {Key: "years", Head: "Years", Kind: Number, Unit: "years"}},
		Rows: [][]Cell{
			{String("Director"), String("on-call"), Int(12), Float(1.5), Float(0.75), Float(2.25), Float(3.9), Float(0.001), Missing},
			{String("Director"), String("sprint"), Int(9), Float(1.25), Float(0.5), Float(2), Float(3.3), Float(0.01), Missing},
			{String("VP"), String("board"), Int(7), Float(2.125), Float(1), Float(3.25), Float(3.7), Float(0.002), Float(3)},
			{String("VP"), String("culture"), Int(3), Float(0.25), Float(-1), Float(1.5), Float(0.4), Float(0.8), Missing}}}
	top := t.TempDir()
	dir := filepath.Join(top, "report", "tables")
	if err := os.MkdirAll(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	for _, tab := range []*Table{levels, terms, Dictionary(levels, terms), Captions(levels, terms)} {
		for _, format := range []string{"csv", "parquet"} {
			file(t, dir, tab.Name+"."+format, format, tab)
		}
	}
	return top
}

func wants(t *testing.T, got string, want ...string) {
	t.Helper()
	for _, w := range want {
		if !strings.Contains(strings.Join(strings.Fields(got), " "), w) {
			t.Errorf("no %q in\n%s", w, got)
		}
	}
}

func TestTheReadmesChunksRunInR(t *testing.T) {
	r := tool(t, "Rscript")
	dir := reportFolder(t)
	if err := os.WriteFile(filepath.Join(dir, "chunks.R"), []byte(strings.Join(blocks(t, "{r}"), "\n")), 0o666); err != nil {
		t.Fatal(err)
	}
	wants(t, run(t, dir, r, "--vanilla", "chunks.R"), "Director 25 62.5 % (47.0 to 75.8)", "Postings by level. n = 40", "levels share part of one", "terms years years")
	if _, err := os.Stat(filepath.Join(dir, "Rplots.pdf")); err != nil {
		t.Errorf("no chart: %v", err)
	}
}

func TestTheReadmesLinesRunInPandas(t *testing.T) {
	python := python(t)
	wants(t, run(t, reportFolder(t), python, "-c", strings.Join(blocks(t, "python"), "\n")), "Director 62.5 47.0 75.8", "Director on-call 3.9", "VP board 3.7")
}

func TestTheReadmesQueriesRunInDuckDB(t *testing.T) {
	dir := reportFolder(t)
	queries := blocks(t, "sql")
	if len(queries) != 3 {
		t.Fatalf("%d queries", len(queries))
	}
	var results [][]map[string]any
	for _, q := range queries {
		var rows []map[string]any
		if err := json.Unmarshal([]byte(duckdb(t, dir, q)), &rows); err != nil {
			t.Fatal(err)
		}
		results = append(results, rows)
	}
	if first := results[0]; len(first) != 3 || first[0]["term"] != "on-call" || first[2]["log_odds"] != 2.13 {
		t.Errorf("terms: %v", first)
	}
	for _, row := range results[1] {
		if row["part"] != row["share"] {
			t.Errorf("the share of %v is %v, and its part %v", row["level"], row["share"], row["part"])
		}
	}
	said := map[any]any{}
	for _, row := range results[2] {
		said[row["key"]] = row["value"]
	}
	if said["n"] != "40" || said["caption"] != "Postings by level." {
		t.Errorf("metadata: %v", said)
	}
}
