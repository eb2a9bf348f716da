package dossier

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"rung/report/table"
)

func sample() (Run, []*table.Table) {
	share := func(key, head string) table.Column {
		return table.Column{Key: key, Head: head, Kind: table.Share, Digits: 1}
	}
	levels := &table.Table{Name: "levels", Title: "Levels & more", Caption: "Postings by level.", N: 4,
		Columns: []table.Column{{Key: "group", Head: "Group"}, {Key: "level", Head: "Level"}, {Key: "n", Head: "Postings", Kind: table.Count}, share("share", "Share"), share("low", "Low"), share("high", "High")},
		Rows:    [][]table.Cell{{table.String("All"), table.String("Director"), table.Int(3), table.Float(.75), table.Float(.3), table.Float(.95)}, {table.String("All"), table.String("VP"), table.Int(1), table.Float(.25), table.Float(.05), table.Float(.7)}}}
	answers := &table.Table{Name: "answers", Title: "Answers", Caption: "Postings by answer.", N: 4,
		Columns: []table.Column{{Key: "group", Head: "Group"}, {Key: "answer", Head: "Answer"}, {Key: "n", Head: "Postings", Kind: table.Count}, share("share", "Share")},
		Rows:    [][]table.Cell{{table.String("All"), table.String("Reads Director"), table.Int(3), table.Float(.75)}, {table.String("All"), table.String("Leans VP"), table.Int(0), table.Float(0)}}}
	byCompany := *levels
	byCompany.Name = "levels_by_company"
	run := Run{Title: "A <study>", Program: "rung 1", Command: "rung report 'a b.jsonl' --all", Created: "2026-11-21", Model: "default@1", Lexicon: "2", Odds: "Probabilities are at even odds.", Inputs: []Input{{"a b.jsonl", 7, "00"}}, Postings: 5, Duplicates: 1, Texts: 5, Resamples: 2000}
	return run, []*table.Table{levels, answers, &byCompany}
}

func TestFilesAreListedWithTheirSums(t *testing.T) {
	run, tables := sample()
	data := map[string][]byte{}
	last := ""
	for f, err := range Files(run, tables) {
		if err != nil {
			t.Fatal(err)
		}
		data[f.Name], last = f.Data, f.Name
	}
	var manifest struct {
		Command string
		Files   []Input
	}
	if err := json.Unmarshal(data["manifest.json"], &manifest); err != nil || last != "manifest.json" {
		t.Fatalf("the last file is %s: %v", last, err)
	}
	if len(manifest.Files) != len(data)-1 || manifest.Command != run.Command {
		t.Errorf("%d files are listed of %d, command %q", len(manifest.Files), len(data)-1, manifest.Command)
	}
	for _, f := range manifest.Files {
		sum := sha256.Sum256(data[f.Name])
		if f.SHA256 != hex.EncodeToString(sum[:]) || f.Bytes != int64(len(data[f.Name])) {
			t.Errorf("%s is listed with another sum or size", f.Name)
		}
	}
	for _, name := range []string{"tables/levels.csv", "tables/levels_by_company.tex", "tables/captions.parquet", "figures/levels.svg", "figures/levels_by_company.png", "references.bib"} {
		if len(data[name]) == 0 {
			t.Errorf("there is no %s", name)
		}
	}
	for f, err := range Files(run, tables) {
		if err != nil || !bytes.Equal(f.Data, data[f.Name]) {
			t.Errorf("%s is another file the second time", f.Name)
		}
	}
}

func TestTheMethodHoldsTheNumbers(t *testing.T) {
	run, tables := sample()
	text := Markdown(run, tables)
	for _, want := range []string{"Of 4 postings the duties read: Director 3 (75.0 %; 95 % interval 30.0 % to 95.0 %), VP 1 (25.0 %; 95 % interval 5.0 % to 70.0 %).", "Told apart further: Reads Director 3 (75.0 %).", "Probabilities are at even odds. Another share moves", "a level without that leans", "5 postings were read from 1 input", "1, removed; 4 postings are counted",
		"default@1", "of 2000 resamples, seed 0", run.Command, "rung 1, 2026-11-21.", "Monroe, Burt L.; Colaresi, Michael P.; Quinn, Kevin M. (2008)"} {
		if !strings.Contains(text, want) {
			t.Errorf("the method does not say %q", want)
		}
	}
}

// TestEverySourceIsInTheBibliography: what the text cites can be looked up.
func TestEverySourceIsInTheBibliography(t *testing.T) {
	list := strings.Join(sources(), "\n")
	if n := len(bibliography()); n != 21 {
		t.Errorf("%d sources are read, want 21", n)
	}
	for _, s := range bibliography() {
		if s["author"] == "" || s["title"] == "" || s["in"] == "" || len(s["year"]) != 4 {
			t.Errorf("an entry lacks a field: %q", s)
		}
	}
	for _, cite := range []string{"Wilson (1927)", "Efron (1979)", "Hedges (1981)", "Cliff (1993)", "Feng (2004)", "Cohen (1960)", "Cohen (1968)", "Fleiss (1969)", "Monroe (2008)", "Benjamini (1995)", "Gries (2008)", "Lijffijt (2012)", "Hyndman (1996)", "Charikar (2002)", "Kish (1965)", "Liang (1986)", "Davison (1997)", "Manku (2002)", "Zapf (2016)", "Krippendorff (2004)", "Saerens (2002)"} {
		name, year, _ := strings.Cut(cite, " ")
		found := false
		for line := range strings.Lines(list) {
			found = found || strings.HasPrefix(line, name) && strings.Contains(line, year)
		}
		if !found {
			t.Errorf("there is no %s", cite)
		}
	}
}

func TestThePageIsWhole(t *testing.T) {
	run, tables := sample()
	var b bytes.Buffer
	if err := HTML(&b, run, tables); err != nil {
		t.Fatal(err)
	}
	page := b.String()
	for _, want := range []string{"<h1>A &lt;study&gt;</h1>", "<h2>Findings</h2>", `alt="Levels &amp; more: figure of the table below"`} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not hold %s", want)
		}
	}
	if n := strings.Count(page, "data:image/svg+xml"); n != 2 {
		t.Errorf("%d figures", n)
	}
	tidy, err := exec.LookPath("tidy")
	if err != nil {
		t.Skip("tidy is not installed: the page is not checked by it")
	}
	name := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(name, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command(tidy, "-q", "-e", name).CombinedOutput(); err != nil {
		t.Errorf("tidy: %v\n%s", err, out)
	}
}
