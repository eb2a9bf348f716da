package annotate

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"math"
	"reflect"
	"strings"
	"testing"

	"rung/corpus"
	"rung/corpus/attacktest"
	"rung/corpus/stats"
	"rung/report/table"
)

// words make texts that are no near-duplicates of one another.
func words(seed, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "w%d ", (seed*7919+i*i*31+i)%4096)
	}
	return b.String()
}

func postings(n int) (out []corpus.Posting) {
	for i := range n {
		title := fmt.Sprintf("Director of Item %d", i)
		out = append(out, corpus.Posting{ID: corpus.ID(fmt.Sprintf("id%d", i)), Title: title, Text: "As DIRECTOR of item " + fmt.Sprint(i) + " you lead. " + words(i, 60)})
	}
	return out
}

func TestTheSampleIsOfTheSeed(t *testing.T) {
	all := postings(60)
	draw := func(seed uint64, order func(i int) int) ([]Task, map[string]int) {
		s := &Sampler{Size: 10, Seed: seed}
		for i := range all {
			k := order(i)
			s.Add([]string{"few", "many"}[min(1, k/4)], all[k])
		}
		return s.Tasks()
	}
	a, counts := draw(1, func(i int) int { return i })
	b, _ := draw(1, func(i int) int { return len(all) - 1 - i })
	c, _ := draw(2, func(i int) int { return i })
	if !reflect.DeepEqual(a, b) {
		t.Error("the order of the postings shows in the sample")
	}
	if reflect.DeepEqual(a, c) {
		t.Error("another seed draws the same sample")
	}
	if len(a) != 10 || counts["few"] != 4 || counts["many"] != 6 {
		t.Errorf("%d tasks, %v", len(a), counts)
	}
	for _, task := range a {
		if strings.Contains(strings.ToLower(task.Text), "director") || !strings.Contains(task.Text, masked) {
			t.Errorf("the title shows in %.40q", task.Text)
		}
	}
}

func TestNearDuplicatesAreDrawnOnce(t *testing.T) {
	s := &Sampler{Size: 5}
	for i := range 4 {
		s.Add("", corpus.Posting{ID: corpus.ID(fmt.Sprint(i)), Text: words(1, 80)})
	}
	if tasks, _ := s.Tasks(); len(tasks) != 1 {
		t.Errorf("%d tasks of four copies", len(tasks))
	}
}

// TestThereAndBack writes tasks, fills them in as the tools do, and reads them.
func TestThereAndBack(t *testing.T) {
	tasks := []Task{{"=id/1", "You lead.\nAnd plan."}, {"id,2", "+ “You” own"}, {"3", "unlabelled"}}
	labels := []string{"director", "vp", ""}
	want := []Judgement{{"=id/1", "ann", "director", tasks[0].Text}, {"id,2", "ann", "vp", tasks[1].Text}}
	fill := map[string]func([]byte) string{
		"csv": func(b []byte) string {
			rows, err := csv.NewReader(bytes.NewReader(b)).ReadAll()
			if err != nil {
				t.Fatal(err)
			}
			var out strings.Builder
			w := csv.NewWriter(&out)
			for i, row := range rows {
				if i > 0 {
					row[1] = labels[i-1]
				}
				w.Write(row)
			}
			w.Flush()
			return "\ufeff" + out.String()
		},
		"doccano": func(b []byte) string {
			var out strings.Builder
			for i, line := range strings.Split(strings.TrimSpace(string(b)), "\n") {
				var row map[string]any
				if err := json.Unmarshal([]byte(line), &row); err != nil {
					t.Fatal(err)
				}
				row["id"] = 100 + i // doccano's own
				if labels[i] != "" {
					row["label"] = []string{labels[i]}
				}
				j, _ := json.Marshal(row)
				out.Write(append(j, '\n'))
			}
			return out.String()
		},
		"labelstudio": func(b []byte) string {
			var list []map[string]any
			if err := json.Unmarshal(b, &list); err != nil {
				t.Fatal(err)
			}
			for i := range list {
				list[i]["id"] = i
				result := []any{}
				if labels[i] != "" {
					result = append(result, map[string]any{"type": "choices", "value": map[string]any{"choices": []string{labels[i]}}})
				}
				list[i]["annotations"] = []any{
					map[string]any{"completed_by": map[string]any{"id": 7, "email": "ann"}, "result": result},
					map[string]any{"completed_by": 8, "was_cancelled": true, "result": []any{map[string]any{"value": map[string]any{"choices": []string{"vp"}}}}},
				}
			}
			j, _ := json.Marshal(list)
			return string(j)
		},
	}
	for _, format := range Formats() {
		var b bytes.Buffer
		if err := Write(&b, format, tasks); err != nil {
			t.Fatal(err)
		}
		got, err := Read(strings.NewReader(fill[format](b.Bytes())), "exports/ann.jsonl")
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: read %q, %v", format, got, err)
		}
	}
	if err := Write(&bytes.Buffer{}, "paper", tasks); err == nil {
		t.Error("an unknown format is written")
	}
}

func TestOtherExportsAreRead(t *testing.T) {
	for name, export := range map[string]string{
		"JSON-MIN with a number":      `[{"id":1,"posting_id":"p","text":"t","level":"vp","annotator":4}]`,
		"a label that is no list":     `{"posting_id":"p","text":"t","label":"VP","annotator":"4"}`,
		"an id among doccano's meta":  `{"id":9,"text":"t","label":["vp"],"meta":{"posting_id":"p"},"annotator":4}`,
		"semicolons, columns between": "text;id;level;annotator;posting_id\nt;8;vp;4;p\n",
	} {
		if got, err := Read(strings.NewReader(export), "x.json"); err != nil || len(got) != 1 || got[0] != (Judgement{"p", "4", "vp", "t"}) {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
	for name, export := range map[string]string{
		"nothing":            " ",
		"an unknown label":   `{"posting_id":"p","label":["boss"]}`,
		"two labels":         `{"posting_id":"p","label":["vp","director"]}`,
		"no posting":         `{"label":["vp"]}`,
		"columns of another": "id,label\n1,vp\n",
		"broken JSON":        `[{"data":`,
	} {
		if _, err := Read(strings.NewReader(export), "x.json"); err == nil || !strings.HasPrefix(err.Error(), "x.json: ") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestAgreementOfAnnotators(t *testing.T) {
	var all []Judgement
	say := func(who string, labels string) {
		for i, l := range strings.Fields(labels) {
			if l != "-" {
				all = append(all, Judgement{fmt.Sprint(i), who, map[string]string{"d": "director", "u": "unsure", "v": "vp", "n": "neither"}[l], ""})
			}
		}
	}
	say("ann", "d d u v v n d -")
	say("bob", "d u u v d n - v")
	verdicts := map[string]string{"0": "director", "3": "vp", "4": "director", "5": "neither"}
	tb := Agreement(all, verdicts)
	got := map[string][]table.Cell{}
	for _, row := range tb.Rows {
		got[row[0].Text+"+"+row[1].Text] = row
	}
	pair := got["ann+bob"]
	if pair == nil || pair[2].Number != 6 || pair[3].Number != 4.0/6 {
		t.Fatalf("ann and bob: %v", pair)
	}
	kappa := stats.Kappa([][]int{{1, 1, 0, 0}, {0, 1, 0, 0}, {1, 0, 1, 0}, {0, 0, 0, 1}}, stats.Nominal)
	alpha, _ := stats.Krippendorff([][]int{{0, 0}, {0, 1}, {1, 1}, {2, 2}, {2, 0}, {3, 3}}, false)
	if math.Abs(pair[6].Number-kappa.Value) > 1e-12 || math.Abs(got["all annotators+one another"][10].Number-alpha) > 1e-12 {
		t.Errorf("kappa %v, alpha %v", pair[6].Number, got["all annotators+one another"][10].Number)
	}
	if with := got["bob+rung"]; with[2].Number != 4 || with[3].Number != 1 {
		t.Errorf("bob and the model: %v", with)
	}
	if m := got["the majority+rung"]; m[2].Number != 3 { // of posting 4 there is none
		t.Errorf("the majority: %v", m)
	}
	if tb.N != 8 || tb.Missing != 2 {
		t.Errorf("n = %d, missing %d", tb.N, tb.Missing)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(`[{"data":{"posting_id":"a"},"annotations":[{"completed_by":1,"result":[{"value":{"choices":["vp"]}}]}]}]`))
	f.Add([]byte(`{"posting_id":"a","label":["vp"]}`))
	f.Add([]byte("posting_id,level\na,vp\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		attacktest.Bounded(t, string(b), 256<<10, 500, func() { Read(bytes.NewReader(b), "x") })
		got, err := Read(bytes.NewReader(b), "x")
		if err != nil {
			return
		}
		for _, j := range got {
			if j.ID == "" || j.Label == "" {
				t.Fatalf("judgement %+v", j)
			}
		}
		Agreement(got, nil)
	})
}
