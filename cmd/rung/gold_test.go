package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const goldDir = "../../testdata/gold"

// goldRow is one line of gold.jsonl, keys in its order.
type goldRow struct {
	ID      string `json:"id"`
	Title   string `json:"title"`
	Company string `json:"company"`
	Text    string `json:"text"`
	Label   string `json:"label"`
	BankVP  bool   `json:"bank_vp"`
	Form    string `json:"form"`
	Pair    string `json:"pair"`

	titleSays, why string // for readers; not in gold.jsonl
}

// readGoldTexts reads the .txt files of testdata/gold, in the order of their ids.
func readGoldTexts(t *testing.T) []goldRow {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(goldDir, "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no postings in %s: %v", goldDir, err)
	}
	var rows []goldRow
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		id := strings.TrimSuffix(filepath.Base(name), ".txt")
		head, body, _ := strings.Cut(string(b), "\n\n")
		h := map[string]string{}
		for line := range strings.SplitSeq(head, "\n") {
			key, value, ok := strings.Cut(line, ": ")
			if _, twice := h[key]; !ok || twice || value == "" {
				t.Errorf("%s.txt: header line %q: want a key, a colon and a value, once", id, line)
			}
			h[key] = value
		}
		rows = append(rows, goldRow{ID: id, Title: h["title"], Company: h["company"], Text: strings.TrimRight(body, "\n"),
			Label: h["label"], BankVP: h["bank_vp"] == "true", Form: h["form"], Pair: h["pair"],
			titleSays: h["title_says"], why: h["why"]})
	}
	slices.SortFunc(rows, func(a, b goldRow) int { return strings.Compare(a.ID, b.ID) })
	return rows
}

func TestGoldSaysWhatItsTextFilesSay(t *testing.T) {
	var want bytes.Buffer
	enc := json.NewEncoder(&want)
	enc.SetEscapeHTML(false)
	for _, r := range readGoldTexts(t) {
		if err := enc.Encode(r); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(filepath.Join(goldDir, "gold.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want.Bytes()) {
		t.Error("gold.jsonl is not what the .txt files say: run python3 testdata/gold/make.py")
	}
}

// levelOf is the level that a title names, "" when it names none of the two.
func levelOf(title string) string {
	title = strings.ToLower(title)
	switch {
	case strings.Contains(title, "vp"), strings.Contains(title, "vice president"):
		return "vp"
	case strings.Contains(title, "director"):
		return "director"
	}
	return ""
}

func TestGoldIsWholeAndBalanced(t *testing.T) {
	count := map[string]int{}
	texts := map[string]string{} // text without its white space → id
	for _, r := range readGoldTexts(t) {
		kind := r.Label
		if r.BankVP {
			kind += " of a bank"
		}
		count[kind]++
		for key, value := range map[string]string{"title": r.Title, "company": r.Company, "form": r.Form, "why": r.why, "body": r.Text} {
			if value == "" {
				t.Errorf("%s: no %s", r.ID, key)
			}
		}
		flat := strings.Join(strings.Fields(r.Text), " ")
		if other, twice := texts[flat]; twice {
			t.Errorf("%s and %s have the same text", r.ID, other)
		}
		texts[flat] = r.ID
		if n := len(strings.Fields(flat)); n < 100 || n > 950 {
			t.Errorf("%s: %d words, want 100 to 950", r.ID, n)
		}
		// title_says marks exactly the titles that claim the other level.
		says := levelOf(r.Title)
		if says == r.Label || r.Label == "other" {
			says = ""
		}
		if r.titleSays != says {
			t.Errorf("%s: title_says is %q, want %q", r.ID, r.titleSays, says)
		}
	}
	for kind, least := range map[string]int{"director": 20, "vp": 20, "vp of a bank": 4, "other": 20} {
		if count[kind] < least {
			t.Errorf("%d postings are %s, want %d", count[kind], kind, least)
		}
		delete(count, kind)
	}
	if len(count) != 0 {
		t.Errorf("unknown labels: %v", count)
	}
}

// TestGoldPairsDifferInDuties keeps the minimal pairs minimal, and keeps titles
// from helping: over the pairs they are right as often as they are wrong, and
// without any word that names a level the partners still differ.
func TestGoldPairsDifferInDuties(t *testing.T) {
	byID := map[string]goldRow{}
	for _, r := range readGoldTexts(t) {
		byID[r.ID] = r
	}
	pairs, right, wrong := 0, 0, 0
	for id, d := range byID {
		if d.Pair == "" {
			continue
		}
		v := byID[d.Pair]
		if v.Pair != id {
			t.Errorf("%s: its partner %q does not name it", id, d.Pair)
			continue
		}
		switch levelOf(d.Title) {
		case "":
		case d.Label:
			right++
		default:
			wrong++
		}
		if d.Label != "director" {
			continue
		}
		if v.Label != "vp" {
			t.Errorf("%s and %s are %s and %s", id, v.ID, d.Label, v.Label)
		}
		pairs++
		a, b := dutyWords(d.Text), dutyWords(v.Text)
		// Half the words or more are shared, and no fewer than one in twelve is not.
		if share := 2 * float64(common(a, b)) / float64(len(a)+len(b)); share < 0.5 || share > 0.92 {
			t.Errorf("%s and %s share %.2f of their words without level words, want 0.5 to 0.92", id, v.ID, share)
		}
	}
	if pairs < 12 {
		t.Errorf("%d pairs, want 12", pairs)
	}
	if right != wrong {
		t.Errorf("titles of pairs are right %d times and wrong %d times, want as often", right, wrong)
	}
}

// dutyWords are the words of a text without those that name a level.
func dutyWords(s string) []string {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return strings.ContainsRune(" \n.,;:()*–", r) })
	return slices.DeleteFunc(words, func(w string) bool {
		switch strings.TrimSuffix(w, "s") {
		case "vp", "svp", "vice", "president", "director", "senior", "head":
			return true
		}
		return false
	})
}

// common is the length of the longest common subsequence.
func common(a, b []string) int {
	row := make([]int, len(b)+1)
	for _, x := range a {
		diagonal := 0
		for j, y := range b {
			above := row[j+1]
			if x == y {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(above, row[j])
			}
			diagonal = above
		}
	}
	return row[len(b)]
}
