package skills

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

// labelled makes an example of a text in which [skills] and {knowledge} are
// marked.
func labelled(doc int, s string) Example {
	e := Example{Doc: doc}
	skill, knowledge := "O", "O"
	for w := range strings.FieldsSeq(s) {
		if strings.HasPrefix(w, "[") {
			skill, w = "B", w[1:]
		}
		if strings.HasPrefix(w, "{") {
			knowledge, w = "B", w[1:]
		}
		a, b := skill, knowledge
		next := func(l string) string {
			if l == "O" {
				return l
			}
			return "I"
		}
		skill, knowledge = next(skill), next(knowledge)
		if strings.HasSuffix(w, "}") {
			knowledge, w = "O", w[:len(w)-1]
		}
		if strings.HasSuffix(w, "]") {
			skill, w = "O", w[:len(w)-1]
		}
		e.Words, e.Skill, e.Knowledge = append(e.Words, w), append(e.Skill, a), append(e.Knowledge, b)
	}
	return e
}

// drills are sentences of one pattern, so that little training suffices.
func drills(from, n int) (out []Example) {
	tools := []string{"Kafka", "Quorn", "Terraform", "Blixt", "Postgres", "Zandoo"}
	deeds := []string{"planning", "mentoring", "reviewing", "testing", "writing"}
	for i := from; i < from+n; i++ {
		out = append(out,
			labelled(i, fmt.Sprintf("Experience with {%s} and {%s systems} .", tools[i%6], tools[(i+1)%6])),
			labelled(i, fmt.Sprintf("You enjoy [%s complex things] every day .", deeds[i%5])))
	}
	return out
}

func TestTrainLearnsAndIsDeterministic(t *testing.T) {
	var a, b bytes.Buffer
	if err := Train(&a, drills(0, 20)); err != nil {
		t.Fatal(err)
	}
	if err := Train(&b, drills(0, 20)); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Error("two trainings on the same examples differ")
	}
	m, err := readModel(a.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	tagger, err := newTagger(embeddedNames(), clusterFile)
	if err != nil {
		t.Fatal(err)
	}
	tagger.model = m
	var counts [numKinds]tally
	s := new(scratch)
	for _, e := range drills(100, 10) {
		tagger.load(s, &e)
		tagger.tag(s, m.costs)
		for kind := range counts {
			counts[kind].add(s.chosen[kind], spansOf(nil, e.states(), kind))
		}
	}
	for kind, c := range counts {
		if f := c.score().F1; f < 0.95 {
			t.Errorf("kind %d: F1 %.3f on sentences like those learned, want at least 0.95", kind, f)
		}
	}
}

func TestTrainRefusesNothing(t *testing.T) {
	if err := Train(new(bytes.Buffer), nil); err == nil {
		t.Error("trained on no examples")
	}
}

func TestClusters(t *testing.T) {
	var lines []string
	for i := range 400 {
		animal, metal := []string{"cat", "dog", "cow"}[i%3], []string{"iron", "zinc", "gold"}[i%3]
		lines = append(lines, fmt.Sprintf("the hungry %s eats", animal), fmt.Sprintf("we melt %s slowly here", metal))
	}
	var a, b bytes.Buffer
	for _, w := range []*bytes.Buffer{&a, &b} {
		if err := Clusters(w, lines); err != nil {
			t.Fatal(err)
		}
	}
	if a.String() != b.String() {
		t.Error("the same lines give different clusters")
	}
	table, err := readClusters(a.String())
	if err != nil {
		t.Fatal(err)
	}
	if len(table) != 13 {
		t.Errorf("%d words have a cluster, want 13: %q", len(table), a.String())
	}
}

func TestBrokenFiles(t *testing.T) {
	if _, err := readModel([]byte("something else")); err == nil {
		t.Error("read a model without its first line")
	}
	for _, n := range []int{len(modelMagic), len(modelMagic) + 20, len(modelFile) / 2, len(modelFile) - 1} {
		if _, err := readModel(modelFile[:n]); err == nil {
			t.Errorf("read a model cut after %d bytes", n)
		}
	}
	if _, err := readClusters("1 2 no colon\n"); err == nil || !strings.HasPrefix(err.Error(), "clusters.txt:1:") {
		t.Errorf("clusters without a colon: %v", err)
	}
	for file, want := range map[string]string{
		"Go | golang":            "a.txt:1: \"Go | golang\" stands before",
		"family x\nA | ":         "a.txt:2: empty name",
		"family x\n# fine\n|\n|": "a.txt:3: empty name",
	} {
		_, err := loadGazetteer(fstest.MapFS{"a.txt": {Data: []byte(file)}})
		if err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: error %v, want %s…", file, err, want)
		}
	}
	for _, line := range []string{"perhaps before x", "cue beside x", "not Go after ", "not Nobody after x", "cue before |"} {
		if _, err := loadGazetteer(fstest.MapFS{"context.txt": {Data: []byte(line)}}); err == nil {
			t.Errorf("context.txt: read %q", line)
		}
	}
	for _, line := range []string{`{"tokens":["a"],"tags_skill":[],"tags_knowledge":["O"]}`, `{`} {
		if _, err := ReadExamples(strings.NewReader("\n" + line)); err == nil || !strings.HasPrefix(err.Error(), "line 2:") {
			t.Errorf("%s: error %v, want one of line 2", line, err)
		}
	}
}

func FuzzReadModel(f *testing.F) {
	f.Add(modelFile[:4096])
	f.Add([]byte(modelMagic + "\x00"))
	f.Fuzz(func(t *testing.T, b []byte) {
		if m, err := readModel(b); err == nil && len(m.cells) == 0 {
			t.Error("a model without cells")
		}
	})
}

func TestEvalCountsExactSpans(t *testing.T) {
	const file = `{"tokens":["Experience","with","Kafka","and","Terraform","."],"tags_skill":["O","O","O","O","O","O"],"tags_knowledge":["O","O","B","O","B","O"]}
{"tokens":["Strong","communication","skills"],"tags_skill":["O","O","B"],"tags_knowledge":["O","O","O"]}
`
	r, err := Default().Eval(strings.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	if r.Sentences != 2 || r.Knowledge != (Score{1, 1, 1}) || r.Skill.F1 != 0 {
		t.Errorf("got %+v", r)
	}
}

// shared opens a file of the data that lies beside the repository.
func shared(t *testing.T, name string) []byte {
	t.Helper()
	dir, err := os.Getwd()
	for err == nil {
		b, err := os.ReadFile(filepath.Join(dir, "shared", "data", name))
		if err == nil {
			return b
		}
		if filepath.Dir(dir) == dir {
			break
		}
		dir = filepath.Dir(dir)
	}
	t.Skipf("shared/data/%s is not beside the repository", name)
	return nil
}

func TestSkillSpan(t *testing.T) {
	r, err := Default().Eval(bytes.NewReader(shared(t, "skillspan/dev.json")))
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%+v", r)
	if r.Skill.F1 < 0.37 || r.Knowledge.F1 < 0.54 {
		t.Errorf("skill F1 %.3f, knowledge F1 %.3f; want at least 0.37 and 0.54", r.Skill.F1, r.Knowledge.F1)
	}
}
