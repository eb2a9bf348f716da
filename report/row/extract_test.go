package row

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"rung/classify"
	"rung/corpus"
	"rung/corpus/profile"
	"rung/corpus/read"
	"rung/corpus/text"
)

// stated is a posting with signs of one to four bytes, combining marks and CRLF,
// as a reader hands it on.
func stated(t *testing.T) (corpus.Posting, *profile.Profile) {
	t.Helper()
	in := "The role 🚀\r\n\r\nYou’ll report to the CTO of Cafe\u0301 München 👩‍💻.\r\n\r\nResponsibilities\r\n\r\n• Lead a team of 8–12 engineers 🎉\r\n• Own the re\u0301sume\u0301 search, in Zürich\r\n\r\nRequirements\r\n\r\n• 10+ years with Kubernetes\r\n\r\nSalary: €120.000 – €150.000 a year\r\n"
	for p, err := range read.Postings(t.Context(), strings.NewReader(in), "in.txt", read.Text) {
		if err != nil {
			t.Fatal(err)
		}
		p.ID, p.Source, p.Company, p.Title = "b/acme/1", "in.txt:1", "Acme, Inc.", "=VP \"Core\""
		return p, profile.Extract(text.Parse(p.Text))
	}
	t.Fatal("no posting")
	return corpus.Posting{}, nil
}

func extractFormat(t *testing.T, name string) ExtractFormat {
	t.Helper()
	formats := ExtractFormats(Options{Text: true})
	i := slices.IndexFunc(formats, func(f ExtractFormat) bool { return f.Name == name })
	if i < 0 {
		t.Fatalf("no format %s", name)
	}
	return formats[i]
}

// back turns code points of s into the bytes they are.
func back(t *testing.T, s string, start, end int) text.Span {
	t.Helper()
	r := []rune(s)
	if start < 0 || start >= end || end > len(r) {
		t.Fatalf("code points %d to %d of %d", start, end, len(r))
	}
	at := len(string(r[:start]))
	return text.Span{Start: at, End: at + len(string(r[start:end]))}
}

func TestExtractJSONL(t *testing.T) {
	p, pr := stated(t)
	var row struct {
		ID, Title, Text string
		Facts           map[string]any
		Items           []struct {
			Field, Value, Kind, Quote string
			Marks                     []string
			Start, End                int
			RuneStart                 int `json:"rune_start"`
			RuneEnd                   int `json:"rune_end"`
		}
	}
	if err := json.Unmarshal(extractFormat(t, "jsonl").Row(nil, p, pr, &classify.Verdict{}), &row); err != nil {
		t.Fatal(err)
	}
	if row.ID != "b/acme/1" || row.Title != p.Title || row.Text != p.Text {
		t.Errorf("names: %+v", row)
	}
	for name, want := range map[string]any{"reports_to": "the CTO", "team_size_min": 8.0, "team_size_max": 12.0, "years_total_min": 10.0, "salary_min": 120000.0,
		"salary_currency": "EUR", "degree": nil, "degree_or_equivalent": nil} {
		got, ok := row.Facts[name]
		if s, isString := got.(string); isString && name == "reports_to" {
			ok = strings.HasPrefix(s, "the CTO")
			got = want
		}
		if !ok || got != want {
			t.Errorf("%s: %v, want %v", name, row.Facts[name], want)
		}
	}
	if want := pr.Items(); len(row.Items) != len(want) || len(want) < 8 {
		t.Fatalf("%d items, want %d", len(row.Items), len(want))
	}
	for _, it := range row.Items {
		if p.Text[it.Start:it.End] != it.Quote || back(t, p.Text, it.RuneStart, it.RuneEnd) != (text.Span{Start: it.Start, End: it.End}) {
			t.Errorf("%+v does not quote its place", it)
		}
	}
}

func TestExtractCarriesTheFactsOfTheJob(t *testing.T) {
	p, v := placed()
	pr := profile.Extract(text.Parse(p.Text))
	object := func(v *classify.Verdict) []byte {
		var row struct{ Facts json.RawMessage }
		if err := json.Unmarshal(extractFormat(t, "jsonl").Row(nil, p, pr, v), &row); err != nil {
			t.Fatal(err)
		}
		return row.Facts
	}
	stated := strings.Join(profile.FactNames[:], " ")
	facts := object(v)
	if got := strings.Join(keys(t, facts), " "); got != stated+" scope below above exec budget horizon hands_on build_org stage size" {
		t.Errorf("facts %s", got)
	}
	var row struct{ Above, Below Fact[string] }
	if err := json.Unmarshal(facts, &row); err != nil || row.Above.Value != "ceo" || p.Text[*row.Above.Start:*row.Above.End] != row.Above.Quote || row.Below.Value != "directors" {
		t.Errorf("%v: %+v", err, row)
	}
	unread := *v
	unread.Level = classify.Unread
	for name, v := range map[string]*classify.Verdict{"of no known rung": {Level: classify.VP}, "unread": &unread} {
		if got := strings.Join(keys(t, object(v)), " "); got != stated {
			t.Errorf("%s: facts %s", name, got)
		}
	}
	f := extractFormat(t, "csv")
	for v, want := range map[*classify.Verdict]string{v: "whole,directors,ceo,1,none,unstated,0,0,unclear,40,,,,", &unread: ",,,,,,,,,,,,,"} {
		rows, err := csv.NewReader(strings.NewReader(f.Head + string(f.Row(nil, p, pr, v)))).ReadAll()
		if err != nil || len(rows) < 2 {
			t.Fatalf("%v, %d rows", err, len(rows))
		}
		if got := strings.Join(rows[0][13:], ","); got != "fact_scope,fact_below,fact_above,fact_exec,fact_budget,fact_horizon,fact_hands_on,fact_build_org,fact_stage,fact_size,url,location,posted,row" {
			t.Errorf("columns %s", got)
		}
		for _, row := range rows[1:] {
			if got := strings.Join(row[13:], ","); got != want {
				t.Errorf("cells %s, want %s", got, want)
			}
		}
	}
}

func TestExtractCSV(t *testing.T) {
	p, pr := stated(t)
	f := extractFormat(t, "csv")
	rows, err := csv.NewReader(strings.NewReader(f.Head + string(f.Row(nil, p, pr, &classify.Verdict{})))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	items := pr.Items()
	if len(rows) != len(items)+1 {
		t.Fatalf("%d rows, want %d", len(rows), len(items)+1)
	}
	for i, row := range rows[1:] {
		start, _ := strconv.Atoi(row[8])
		end, _ := strconv.Atoi(row[9])
		if (text.Span{Start: start, End: end}) != items[i].Span || row[4] != items[i].Field || row[3] != `'=VP "Core"` {
			t.Errorf("row %q of item %+v", row, items[i])
		}
	}
}

func TestExtractLabelStudio(t *testing.T) {
	p, pr := stated(t)
	f := extractFormat(t, "labelstudio")
	file := f.Head + string(f.Row(nil, p, pr, &classify.Verdict{})) + f.Between + string(f.Row(nil, p, pr, &classify.Verdict{})) + f.Tail
	var tasks []struct {
		Data        struct{ ID, Text string }
		Predictions []struct {
			Result []struct {
				ID    string
				Type  string
				Value struct {
					Start, End int
					Text       string
					Labels     []string
				}
			}
		}
	}
	if err := json.Unmarshal([]byte(file), &tasks); err != nil {
		t.Fatal(err)
	}
	if len(tasks) != 2 || len(tasks[0].Predictions) != 1 {
		t.Fatalf("%d tasks", len(tasks))
	}
	items := pr.Items()
	result := tasks[1].Predictions[0].Result
	if len(result) != len(items) || tasks[1].Data.Text != p.Text {
		t.Fatalf("%d regions, want %d", len(result), len(items))
	}
	for i, r := range result {
		if r.Type != "labels" || back(t, tasks[1].Data.Text, r.Value.Start, r.Value.End) != items[i].Span || r.Value.Text != items[i].Of(p.Text) || !slices.Equal(r.Value.Labels, []string{items[i].Field}) {
			t.Errorf("region %+v of item %+v", r, items[i])
		}
	}
}

func TestExtractDoccano(t *testing.T) {
	p, pr := stated(t)
	row := extractFormat(t, "doccano").Row(nil, p, pr, &classify.Verdict{})
	if strings.Count(string(row), "\n") != 1 || row[len(row)-1] != '\n' {
		t.Fatalf("not one line: %q", row)
	}
	var line struct {
		Text  string
		Label [][3]any
	}
	if err := json.Unmarshal(row, &line); err != nil {
		t.Fatal(err)
	}
	items := pr.Items()
	if len(line.Label) != len(items) {
		t.Fatalf("%d labels, want %d", len(line.Label), len(items))
	}
	for i, l := range line.Label {
		start, _ := l[0].(float64)
		end, _ := l[1].(float64)
		if back(t, line.Text, int(start), int(end)) != items[i].Span || l[2] != items[i].Field {
			t.Errorf("label %v of item %+v", l, items[i])
		}
	}
}

// TestWhatWasNotReadIsToldInEveryFormat: the end of a text that no posting reaches.
func TestWhatWasNotReadIsToldInEveryFormat(t *testing.T) {
	long := strings.Repeat("You lead four engineering managers.\n", text.Most/36+1000)
	p := corpus.Posting{ID: "x", Text: long}
	for _, f := range ExtractFormats(Options{}) {
		for _, c := range []struct {
			text string
			told bool
		}{{long, true}, {long[:text.Most], false}} {
			p.Text = c.text
			v := classify.Default().ClassifyTop(p, 0)
			out := string(f.Row(nil, p, profile.Extract(text.Parse(text.Readable(p.Text))), &v))
			want := fmt.Sprintf(`"unread":[{"start":%d,"end":%d,"cause":"cut"}]`, len(text.Readable(long)), len(long))
			if f.Name == "csv" {
				want = fmt.Sprintf(",unread,cut,,,%d,%d,", len(text.Readable(long)), len(long))
			} else if !json.Valid([]byte(out)) {
				t.Errorf("%s is no JSON", f.Name)
			}
			if strings.Contains(out, want) != c.told || strings.Contains(out, "unread") != c.told {
				t.Errorf("%s of %d bytes: %s, told: %v", f.Name, len(p.Text), want, !c.told)
			}
		}
	}
}

func TestExtractOfNothing(t *testing.T) {
	p := corpus.Posting{ID: "x"}
	pr := profile.Extract(text.Parse(""))
	for _, f := range ExtractFormats(Options{}) {
		row := string(f.Row(nil, p, pr, &classify.Verdict{}))
		if f.Name == "csv" {
			if row != "" {
				t.Errorf("csv: %q", row)
			}
		} else if !json.Valid([]byte(row)) {
			t.Errorf("%s: %q", f.Name, row)
		}
	}
}

func BenchmarkAppendProfile(b *testing.B) {
	p := corpus.Posting{ID: "x", Text: strings.Repeat("You report to the CTO and lead a team of 8 engineers. 5+ years with Go – Zürich.\n", 60)}
	pr := profile.Extract(text.Parse(p.Text))
	var dst []byte
	b.SetBytes(int64(len(p.Text)))
	for b.Loop() {
		dst = appendProfile(dst[:0], p, pr, &classify.Verdict{}, Options{})
	}
}
