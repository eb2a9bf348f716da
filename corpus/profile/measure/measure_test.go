package measure

import (
	"os"
	"path/filepath"
	"testing"
)

func TestLabelled(t *testing.T) {
	dir, _ := os.Getwd()
	for ; filepath.Dir(dir) != dir; dir = filepath.Dir(dir) {
		name := filepath.Join(dir, "shared", "data", "dev", "lines.jsonl")
		f, err := os.Open(name)
		if err != nil {
			continue
		}
		defer f.Close()
		postings, err := ReadLines(f, name)
		if err != nil {
			t.Fatal(err)
		}
		m := EvalLines(postings)
		t.Logf("accuracy %.3f macro F1 %.3f over %d lines", m.Accuracy, m.MacroF1, m.Lines)
		t.Logf("responsibilities %+v", m.Responsibilities)
		for _, n := range fieldNames {
			t.Logf("%-22s %+v", n, m.Fields[n])
		}
		t.Logf("hard %+v", m.HardSkills)
		t.Logf("soft %+v", m.SoftSkills)
		for _, x := range m.Misses {
			if x.Field != "manages" {
				t.Logf("%s %s: want %q, got %q", x.ID, x.Field, x.Want, x.Got)
			}
		}
		return
	}
	t.Skip("shared/data/dev/lines.jsonl is not beside the repository")
}
