package board_test

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rung/scrape/board"
)

// shared is the folder of saved answers beside the repository; the test is
// skipped where there is none.
func shared(t testing.TB, name string) string {
	t.Helper()
	dir := filepath.Join("../../../shared/data", name)
	if _, err := os.Stat(dir); err != nil {
		t.Skipf("no saved answers to measure on: %v", err)
	}
	return dir
}

// apis are the saved answers by what stands in their names, and what they are
// answers to. Some lists give texts only behind each posting.
var apis = []struct{ file, source string }{
	{"fixtures_greenhouse", "greenhouse:amplitude"}, {"greenhouse_", "greenhouse:reddit"}, {"fixtures_lever", "lever:acme"}, {"fixtures_ashby", "ashby:acme"},
	{"fixtures_smartrecruiters", "smartrecruiters:knight"}, {"fixtures_workable", "workable:acme"}, {"fixtures_recruitee", "recruitee:acme"},
	{"fixtures_personio", "personio:acme"}, {"fixtures_teamtailor", "teamtailor:acme"}, {"fixtures_workday", "workday:acme.wd1/Careers"},
	{"fixtures_bamboohr", "bamboohr:acme"}, {"", "https://www.acme.example/answer"},
}

func TestSharedAPIAnswers(t *testing.T) {
	dir := shared(t, "api")
	files, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	titles, texts, behind, total := 0, 0, 0, 0
	for _, f := range files {
		b, err := os.ReadFile(filepath.Join(dir, f.Name()))
		if err != nil {
			t.Fatal(err)
		}
		var source string
		for _, a := range apis {
			if strings.Contains(f.Name(), a.file) {
				source = a.source
				break
			}
		}
		ref, ok := board.ParseRef(source)
		if !ok {
			t.Fatalf("%q is no source", source)
		}
		a, err := board.Parse(board.Start(ref)[0], b, "")
		if err != nil {
			t.Errorf("%s: %v", f.Name(), err)
			continue
		}
		details := 0
		for _, q := range a.Next {
			if q.Kind == board.Detail {
				details++
			}
		}
		t.Logf("%-46s %-38s jobs %d, details %d, incomplete %q, notes %q", f.Name(), source, len(a.Jobs), details, a.Incomplete, a.Notes)
		if len(a.Jobs)+details == 0 {
			t.Errorf("%s: nothing found", f.Name())
		}
		behind += details
		for _, j := range a.Jobs {
			checkJob(t, j)
			total++
			if j.Title != "" {
				titles++
			}
			if j.Text != "" {
				texts++
			} else {
				t.Logf("%s: %s %q has no text", f.Name(), j.ID, j.Title)
			}
		}
	}
	t.Logf("%d postings, %d with a title, %d with a text; %d behind a request of their own", total, titles, texts, behind)
}

func TestSharedPages(t *testing.T) {
	dir := shared(t, "pages")
	f, err := os.Open(filepath.Join(dir, "index.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comma = '\t'
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows[1:] {
		b, err := os.ReadFile(filepath.Join(dir, row[0]))
		if err != nil {
			t.Fatal(err)
		}
		ref, _ := board.ParseRef("https://www.acme.example/jobs/page-1")
		q := board.Start(ref)[0]
		a, err := board.Parse(q, b, "")
		q.Kind = board.Detail
		d, err2 := board.Parse(q, b, "")
		title, fields := "", 0
		if len(d.Jobs) == 1 {
			title, fields = d.Jobs[0].Title, len(d.Jobs[0].Text)
		}
		t.Logf("%-8s %-30.30s list: jobs %d next %d %v %.60q; detail: %q %d %v", row[1], row[0], len(a.Jobs), len(a.Next), err, a.Incomplete, title, fields, err2)
	}
}
