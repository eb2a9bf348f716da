package measure

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rung/corpus/text"
)

// posting is labelled by hand: its lines are numbered from 0.
const posting = `{"id":"a","text":"About the role\n\nYou will report to the CTO.\n\nResponsibilities\n\n- Lead a team of engineers\n- Own the roadmap\n\nRequirements\n\n- 10+ years of experience with Kubernetes and Kubernetes tools\n",` +
	`"lines":{"heading":[[0,0],[4,4],[9,9]],"role":[[2,2]],"duties":[[6,7]],"requirements":[[11,11]]},` +
	`"fields":{"reports_to":"the CTO","years_total_min":10,"degree":"bachelor","degree_or_equivalent":null},"responsibilities":[6],"hard_skills":[[11,"Kubernetes"],[11,"Kubernetes"]],"soft_skills":[]}`

func TestEvalLines(t *testing.T) {
	postings, err := ReadLines(strings.NewReader(posting+"\n\n"), "gold")
	if err != nil {
		t.Fatal(err)
	}
	m := EvalLines(postings)
	if m.Postings != 1 || m.Lines != 7 || m.Accuracy != 1 || m.MacroF1 != 1 || len(m.Kinds) != 4 {
		t.Errorf("lines: %+v", m)
	}
	if r := m.Responsibilities; r.Precision != 0.5 || r.Recall != 1 || r.N != 1 {
		t.Errorf("responsibilities %+v", r)
	}
	if h := m.HardSkills; h.N != 2 || h.Recall != 1 {
		t.Errorf("hard skills %+v", h)
	}
	if s := m.Fields["reports_to"]; s.F1 != 1 {
		t.Errorf("reports_to %+v", s)
	}
	if s := m.Fields["degree"]; s.N != 1 || s.Recall != 0 || s.Precision != 0 {
		t.Errorf("degree %+v", s)
	}
	want := []Miss{{"a", "responsibility", "", "7"}, {"a", "manages", "", "a team of engineers"}, {"a", "degree", "bachelor", ""}}
	if len(m.Misses) != len(want) {
		t.Fatalf("misses %+v, want %+v", m.Misses, want)
	}
	for i := range want {
		if m.Misses[i] != want[i] {
			t.Errorf("miss %+v, want %+v", m.Misses[i], want[i])
		}
	}
	b, err := json.Marshal(m)
	if err != nil || !strings.Contains(string(b), `"responsibilities":{"precision":0.5,"recall":1,`) {
		t.Errorf("%s, %v", b, err)
	}
	if s := string(m.AppendText(nil)); !strings.Contains(s, "\nresponsibilities") || !strings.Contains(s, "\nsalary_min") {
		t.Errorf("table:\n%s", s)
	}
}

func TestReadLinesRefuses(t *testing.T) {
	for in, want := range map[string]string{
		"":                                "gold: no posting in it",
		`{"id":`:                          "gold:1: ",
		`{"text":"a"}`:                    `gold:1: no "lines"`,
		`{"text":"a","lines":{"who":[]}}`: `gold:1: unknown kind of line "who"`,
		posting + "\n" + `{"text":"a","lines":{"role":[[0,1]]}}`:                         "gold:2: lines 0 to 1 of 1",
		`{"text":"a","lines":{"role":[[0,0]]},"hard_skills":[[3,"Go"]]}`:                 "gold:1: a skill on line 3 of 1",
		`{"text":"a","lines":{"role":[[0,0]]},"responsibilities":"all","hard_skills":3}`: "gold:1: ",
	} {
		if _, err := ReadLines(strings.NewReader(in), "gold"); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%.60q: %v, want %s", in, err, want)
		}
	}
}

func TestPlaces(t *testing.T) {
	got := places("x\nGo and Go\n", []quote{{1, "Go"}, {1, "Go"}, {1, "Go"}, {1, "C"}, {0, ""}})
	if want := []text.Span{{Start: 2, End: 4}, {Start: 9, End: 11}}; len(got) != 2 || got[0] != want[0] || got[1] != want[1] {
		t.Errorf("got %v, want %v", got, want)
	}
}

// Quality that a change may not lose, on labelled postings. Facts that few
// postings state have no floor.
var floors = map[string]float64{"reports_to": .85, "years_total_min": .9, "years_leading_min": .9, "degree": .85, "degree_or_equivalent": .85,
	"salary_min": .9, "salary_max": .9, "salary_currency": .9, "salary_period": .9, "workplace": .9}

func TestLabelledPostings(t *testing.T) {
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for ; filepath.Dir(dir) != dir; dir = filepath.Dir(dir) {
		name := filepath.Join(dir, "shared", "data", "dev", "lines.jsonl")
		f, err := os.Open(name)
		if err != nil {
			continue
		}
		defer f.Close()
		postings, err := ReadLines(f, "lines.jsonl")
		if err != nil {
			t.Fatal(err)
		}
		m := EvalLines(postings)
		t.Logf("\n%s", m.AppendText(nil))
		for _, x := range m.Misses {
			t.Logf("%s %s: want %q, got %q", x.ID, x.Field, x.Want, x.Got)
		}
		if m.Accuracy < .85 || m.MacroF1 < .8 || m.Responsibilities.F1 < .9 || m.HardSkills.F1 < .7 {
			t.Errorf("accuracy %.3f, macro F1 %.3f, responsibilities %.3f, hard skills %.3f", m.Accuracy, m.MacroF1, m.Responsibilities.F1, m.HardSkills.F1)
		}
		for name, floor := range floors {
			if s := m.Fields[name]; s.F1 < floor {
				t.Errorf("%s: F1 %.3f, want at least %v", name, s.F1, floor)
			}
		}
		return
	}
	t.Skip("shared/data/dev/lines.jsonl is not beside the repository")
}
