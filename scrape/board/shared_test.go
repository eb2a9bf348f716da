package board_test

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"rung/corpus/page"
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
		a, err := board.Parse(board.Start(ref)[0], b, "", board.MaxTags)
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
	if titles < total || texts < 508 || behind < 1651 {
		t.Error("worse than it was")
	}
}

// On pages of real boards: those of one posting give it, with title and text,
// also when they are the source that a user names; lists give links.
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
	var pages, closed, titles, named, marked, whole, lists, led int
	for _, row := range rows[1:] {
		b, err := os.ReadFile(filepath.Join(dir, row[0]))
		if err != nil {
			t.Fatal(err)
		}
		q := first(t, "https://www.acme.example/jobs/page-1")
		list, err := board.Parse(q, b, "", board.MaxTags)
		if err != nil {
			t.Errorf("%s: %v", row[0], err)
		}
		if row[1] == "listing" {
			lists++
			if len(list.Next) > 0 && len(list.Jobs) == 0 {
				led++
			} else {
				t.Logf("%s: a list that leads nowhere", row[0])
			}
			continue
		}
		q.Kind = board.Detail
		a, err := board.Parse(q, b, "", board.MaxTags)
		if row[1] == "expired" || len(a.Jobs) == 1 && a.Jobs[0].Closed {
			if closed++; len(a.Jobs) != 1 || !a.Jobs[0].Closed {
				t.Errorf("%s: not told to be closed", row[0])
			}
			continue
		}
		pages++
		if len(a.Jobs) != 1 {
			t.Logf("%s: no posting: %v %q", row[0], err, a.Notes)
			continue
		}
		j := a.Jobs[0]
		checkJob(t, j)
		if j.Title != "" {
			titles++
		}
		if len(list.Jobs) == 1 {
			named++
		} else {
			t.Logf("%s: taken for a list when named as the source", row[0])
		}
		if d := description(b); d != "" {
			if marked++; covers(t, row[0], j.Text, d) {
				whole++
			}
		}
	}
	t.Logf("%d pages of a posting, %d with a title, %d read as one when named as the source; %d closed; of %d with JSON-LD %d have all its sentences; of %d lists %d lead on",
		pages, titles, named, closed, marked, whole, lists, led)
	if titles*100 < pages*95 || named*100 < pages*95 || whole*100 < marked*90 || led*100 < lists*80 {
		t.Error("worse than it was")
	}
}

// description is that of the page's JobPosting where its JSON-LD is sound.
func description(b []byte) string {
	for _, part := range strings.Split(string(b), "application/ld+json")[1:] {
		_, script, _ := strings.Cut(part, ">")
		script, _, _ = strings.Cut(script, "</script>")
		var v struct {
			Type        string `json:"@type"`
			Description string `json:"description"`
		}
		if json.Unmarshal([]byte(script), &v) == nil && v.Type == "JobPosting" {
			return v.Description
		}
	}
	return ""
}

// covers reports whether a text holds 95 of 100 sentences of a description.
func covers(t *testing.T, name, text, description string) bool {
	letters := func(s string) string {
		return strings.Map(func(r rune) rune {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				return unicode.ToLower(r)
			}
			return -1
		}, s)
	}
	have, n, found := letters(text), 0, 0
	sentences := strings.FieldsFunc(page.HTMLToText(description), func(r rune) bool { return strings.ContainsRune(".!?\n…", r) })
	for _, s := range sentences[:max(len(sentences)-1, 0)] { // a teaser's last is cut short
		if s = letters(s); len(s) > 10 {
			if n++; strings.Contains(have, s) {
				found++
			}
		}
	}
	if found*100 < n*95 {
		t.Logf("%s: %d of %d sentences", name, found, n)
		return false
	}
	return true
}
