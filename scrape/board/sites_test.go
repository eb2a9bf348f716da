package board_test

import (
	"bufio"
	"encoding/json"
	"mime"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"rung/scrape/board"
)

const sites = "../../testdata/sites"

// route is a line of routes.txt.
type route struct{ method, address, body, file, status, contentType string }

func readRoutes(t testing.TB) []route {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(sites, "routes.txt"))
	if err != nil {
		t.Fatal(err)
	}
	var routes []route
	for line := range strings.Lines(string(b)) {
		if strings.HasPrefix(line, "#") || strings.TrimSpace(line) == "" {
			continue
		}
		ask, reply, ok := strings.Cut(line, "->")
		f, g := strings.Fields(ask), strings.Fields(reply)
		if !ok || len(f) < 3 || len(g) < 1 {
			t.Fatalf("routes.txt: %q", line)
		}
		r := route{method: f[0], address: f[1] + f[2], file: g[0], status: "200"}
		if len(f) > 3 {
			r.body = f[3]
		}
		for _, s := range g[1:] {
			if strings.Contains(s, "/") {
				r.contentType = s
			} else {
				r.status = s
			}
		}
		if r.contentType == "" {
			r.contentType = mime.TypeByExtension(filepath.Ext(r.file))
		}
		routes = append(routes, r)
	}
	return routes
}

// ask is the answer to a request; ok is false for any status but 200.
func ask(t testing.TB, routes []route, r board.Request) (body []byte, contentType string, ok bool) {
	t.Helper()
	u, err := url.Parse(r.URL)
	if err != nil {
		t.Fatal(err)
	}
	target := u.Host + u.EscapedPath()
	if u.RawQuery != "" {
		target += "?" + u.RawQuery
	}
	for _, route := range routes {
		if route.method == r.Method && route.address == target && strings.Contains(r.Body, route.body) {
			b, err := os.ReadFile(filepath.Join(sites, route.file))
			if err != nil {
				t.Fatal(err)
			}
			return b, route.contentType, route.status == "200"
		}
	}
	return nil, "", false
}

// crawl asks for all that a source leads to, each request once.
func crawl(t testing.TB, routes []route, source string) (jobs []board.Job, incomplete, refused []string) {
	t.Helper()
	ref, ok := board.ParseRef(source)
	if !ok {
		t.Fatalf("%q is no source", source)
	}
	queue := board.Start(ref)
	asked := map[string]bool{}
	for len(queue) > 0 {
		r := queue[0]
		queue = queue[1:]
		key := r.Method + r.URL + r.Body
		if asked[key] {
			continue
		}
		asked[key] = true
		body, contentType, ok := ask(t, routes, r)
		if !ok {
			refused = append(refused, r.URL)
			continue
		}
		a, err := board.Parse(r, body, contentType, board.MaxTags)
		if err != nil {
			t.Errorf("%s: %v", r.URL, err)
			continue
		}
		if a.Incomplete != "" {
			incomplete = append(incomplete, a.Incomplete)
		}
		jobs = append(jobs, a.Jobs...)
		queue = append(queue, a.Next...)
	}
	return jobs, incomplete, refused
}

// answer is a line of answers.jsonl.
type answer struct {
	Source       string   `json:"source"`
	ID           string   `json:"id"`
	URL          string   `json:"url"`
	Company      string   `json:"company"`
	Title        string   `json:"title"`
	Text         string   `json:"text"`
	Locations    []string `json:"locations"`
	Workplace    string   `json:"workplace"`
	Employment   string   `json:"employment"`
	Department   string   `json:"department"`
	Pay          pay      `json:"pay"`
	Posted       string   `json:"posted"`
	ValidThrough string   `json:"validThrough"`
	ApplyURL     string   `json:"applyURL"`
	Closed       bool     `json:"closed"`
}

type pay struct {
	Min      float64 `json:"min"`
	Max      float64 `json:"max"`
	Currency string  `json:"currency"`
	Per      string  `json:"per"`
	Text     string  `json:"text"`
}

func answerOf(source string, j board.Job) answer {
	day := func(t time.Time) string {
		if t.IsZero() {
			return ""
		}
		return t.Format("2006-01-02")
	}
	return answer{
		source, string(j.ID), j.URL, j.Company, j.Title, j.Text, j.Locations, j.Workplace, j.Employment, j.Department,
		pay(j.Pay), day(j.Posted), day(j.ValidThrough), j.ApplyURL, j.Closed,
	}
}

func readAnswers(t testing.TB) (sources []string, want map[string][]answer) {
	t.Helper()
	f, err := os.Open(filepath.Join(sites, "answers.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	want = map[string][]answer{}
	s := bufio.NewScanner(f)
	for s.Scan() {
		var a answer
		if err := json.Unmarshal(s.Bytes(), &a); err != nil {
			t.Fatal(err)
		}
		if want[a.Source] == nil {
			sources = append(sources, a.Source)
		}
		want[a.Source] = append(want[a.Source], a)
	}
	return sources, want
}

func TestEveryPostingOfTheSmallWebIsFoundWithEveryField(t *testing.T) {
	routes := readRoutes(t)
	sources, want := readAnswers(t)
	for _, source := range sources {
		t.Run(source, func(t *testing.T) {
			jobs, _, refused := crawl(t, routes, source)
			var got []answer
			for _, j := range jobs {
				got = append(got, answerOf(source, j))
				checkJob(t, j)
			}
			byID := func(a, b answer) int { return strings.Compare(a.ID, b.ID) }
			slices.SortFunc(got, byID)
			slices.SortFunc(want[source], byID)
			if d := cmp.Diff(want[source], got); d != "" {
				t.Errorf("missing (-), too much (+):\n%s", d)
			}
			if len(refused) > 0 {
				t.Errorf("asked for what the web has not: %q", refused)
			}
		})
	}
}

// checkJob checks what holds for every posting, whatever the board.
func checkJob(t testing.TB, j board.Job) {
	t.Helper()
	if j.ID == "" || j.Source == "" {
		t.Errorf("%q: ID %q, source %q", j.Title, j.ID, j.Source)
	}
	for name, set := range map[string]bool{
		"title": j.Title != "", "company": j.Company != "", "text": j.Text != "", "url": j.URL != "", "location": j.Location != "", "workplace": j.Workplace != "",
		"employment": j.Employment != "", "department": j.Department != "", "pay": j.Pay != board.Pay{}, "posted": !j.Posted.IsZero(), "validthrough": !j.ValidThrough.IsZero(), "applyurl": j.ApplyURL != "",
	} {
		if (j.Fields[name] != "") != set {
			t.Errorf("%s: field %s is set: %v, its source is %q", j.ID, name, set, j.Fields[name])
		}
	}
}
