package reference

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var engineering = [2]Level{
	{Name: "director", Names: []string{"director", "directors"}},
	{Name: "vp", Names: []string{"vp", "vps", "vice president", "vice presidents"}},
}

// sharedDir finds the documents and data that stand beside the checkout and are
// no part of it.
func sharedDir(t *testing.T) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for range 4 {
		dir = filepath.Dir(dir)
		if _, err := os.Stat(filepath.Join(dir, "shared", "reference")); err == nil {
			return filepath.Join(dir, "shared")
		}
	}
	t.Skip("no ../shared beside the checkout: the real documents are not measured")
	return ""
}

// sharedSources reads the profile of a Director and the comparison.
func sharedSources(t *testing.T, shared string) []Source {
	t.Helper()
	var out []Source
	for _, s := range [][2]string{{"director", "000"}, {"", "003"}} {
		files, err := filepath.Glob(filepath.Join(shared, "reference", s[1]+"_*.txt"))
		if err != nil || len(files) != 1 {
			t.Skipf("no reference document %s", s[1])
		}
		f, err := os.Open(files[0])
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		d, err := Read(s[1], f)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, Source{s[0], d})
	}
	return out
}

func TestRealDocuments(t *testing.T) {
	sources := sharedSources(t, sharedDir(t))
	passages := Attribute(engineering, sources)
	seen := map[string]map[string]bool{"director": {}, "vp": {}}
	for _, p := range passages {
		seen[p.Level][p.Difference] = true
	}
	for level, ds := range seen {
		if len(ds) != len(differences) {
			t.Errorf("%s has passages about %d of %d differences: %v", level, len(ds), len(differences), ds)
		}
	}
	ks := Mine(passages, DefaultBackground(), Options{Levels: engineering})
	for _, k := range ks {
		for _, w := range strings.Fields(k.Term) {
			if strings.TrimLeft(w, "sea") == "vp" || strings.TrimSuffix(w, "s") == "director" || w == "vice" || w == "president" {
				t.Errorf("a level's name is a keyword: %q", k.Term)
			}
		}
	}
	for term, sign := range map[string]float64{
		"budgets": 1, "strategic": 1, "roi": 1, "okrs": 1, "ceo": 1, "external stakeholders": 1, "downtime": 1, "hiring decisions": 1, "next year": 1,
		"scheduling": -1, "bugs": -1, "team leads": -1, "backlog": -1, "blockers": -1, "retrospectives": -1, "tactical": -1, "cloud vendors": -1, "quarter": -1,
	} {
		if k := find(ks, term); k == nil || k.Z*sign <= 0 {
			t.Errorf("%q must speak with sign %+.0f: %+v", term, sign, k)
		}
	}
	for i := range 5 {
		if d := cmp.Diff(ks, Mine(Attribute(engineering, sources), DefaultBackground(), Options{Levels: engineering})); d != "" {
			t.Fatalf("run %d differs:\n%s", i, d)
		}
	}
	if !slices.IsSortedFunc(ks, stronger) {
		t.Error("keywords are not in order")
	}
}
