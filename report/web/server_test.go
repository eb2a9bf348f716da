package web

import (
	"bytes"
	"context"
	"errors"
	"io"
	"mime/multipart"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rung/classify"
	"rung/corpus"
)

// hostile is a posting full of markup.
const hostile = "VP of Engineering <script>hit=1</script>\nCompany: </textarea><script>hit=1</script> & Sons\n\n" +
	"You will report to the CEO <img src=x onerror=\"hit=1\"> and own the engineering budget.\n" +
	"• Lead the engineering organisation of <b onclick=hit=1>120 engineers</b> through <iframe src=//evil.example></iframe> directors.\n" +
	"• Set the multi-year <style>body{display:none}</style> technology strategy with executive peers {{.}} ${7*7} javascript:hit=1.\n" +
	"• Present to the board \" onmouseover=hit=1 x=\" each quarter <!-- and --> ]]> ' ; --\n" +
	"• Hire and grow leaders across engineering, and be accountable for delivery and cost of the whole function.\n" +
	"• Own headcount planning, compensation and the organisation's structure with the executive team.\n"

func server(t testing.TB, o Options) *Server {
	t.Helper()
	o.Now = time.Now
	if o.Classifier == nil {
		o.Classifier = classify.Default()
	}
	o.Cite = o.Classifier.Lexicon().Sources.Show
	s, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func example(t testing.TB, name string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("../../testdata/postings", name+".txt"))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// ask asks the server without a network. Headers are pairs.
func ask(s http.Handler, method, path, body string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, path, strings.NewReader(body))
	r.Host = "127.0.0.1:8080"
	for i := 0; i+1 < len(headers); i += 2 {
		if headers[i] == "Host" {
			r.Host = headers[i+1]
		}
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w
}

const formType = "application/x-www-form-urlencoded"

// post sends a form; fields are pairs.
func post(s http.Handler, path string, fields ...string) *httptest.ResponseRecorder {
	v := url.Values{}
	for i := 0; i+1 < len(fields); i += 2 {
		v.Set(fields[i], fields[i+1])
	}
	return ask(s, "POST", path, v.Encode(), "Content-Type", formType)
}

// drop uploads files; files are pairs of name and content.
func drop(s http.Handler, files ...string) *httptest.ResponseRecorder {
	var b bytes.Buffer
	m := multipart.NewWriter(&b)
	for i := 0; i+1 < len(files); i += 2 {
		w, _ := m.CreateFormFile("file", files[i])
		_, _ = io.WriteString(w, files[i+1])
	}
	_ = m.Close()
	return ask(s, "POST", "/upload", b.String(), "Content-Type", m.FormDataContentType())
}

// leads is the address that an answer leads to, without the place on its page.
func leads(w *httptest.ResponseRecorder) string {
	at, _, _ := strings.Cut(w.Header().Get("Location"), "#")
	return at
}

func TestOnePasteGivesAVerdictWithoutScript(t *testing.T) {
	s := server(t, Options{})
	w := post(s, "/check", "text", example(t, "director"))
	at := leads(w)
	if w.Code != http.StatusSeeOther || !strings.HasPrefix(at, "/s/") {
		t.Fatalf("answered %d to %q, want a link", w.Code, at)
	}
	got := ask(s, "GET", at, "").Body.String()
	for _, want := range []string{"Reads as a Director-level job", "The title says Director, and the duties agree.", "Reports to a vice president",
		`class="mark director`, "To read VP", "The seven differences", "Comparison of Director and VP of Engineering"} {
		if !strings.Contains(got, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	if strings.Contains(got, "003:") {
		t.Error("the page shows a bare line of a document")
	}
}

func TestAnEditStandsBesideWhatItBeganWith(t *testing.T) {
	s := server(t, Options{})
	text := example(t, "director")
	id := post(s, "/save", "text", text).Body.String()
	same := post(s, "/fragment", "text", text, "before", id).Body.String()
	if strings.Contains(same, "Your edit") {
		t.Error("an unchanged text is called an edit")
	}
	edited := strings.Replace(text, "• Manage the", "• You sit on the executive team.\n• Manage the", 1)
	got := post(s, "/fragment", "text", edited, "before", id).Body.String()
	for _, want := range []string{"Your edit", "Before", "Now", "Newly said", `line changed`} {
		if !strings.Contains(got, want) {
			t.Errorf("the fragment does not say %q", want)
		}
	}
}

func TestWhatToChangeIsAlwaysAnswered(t *testing.T) {
	s := server(t, Options{})
	for _, c := range []struct{ posting, means, want string }{
		{"vp", "vp", "It reads VP, as you mean"},
		{"vp", "director", "To read Director"},
		{"nurse", "vp", "Changes are tried only on"},
	} {
		at := leads(post(s, "/check", "text", example(t, c.posting), "means", c.means))
		if got := ask(s, "GET", at, "").Body.String(); !strings.Contains(got, c.want) {
			t.Errorf("%s, meant to be %s: the page does not say %q", c.posting, c.means, c.want)
		}
	}
}

func TestWhatWasTypedIsKept(t *testing.T) {
	w := post(server(t, Options{}), "/check", "text", " ", "title", "VP, Tooling", "means", "vp")
	if got := w.Body.String(); w.Code != 422 || !strings.Contains(got, `value="VP, Tooling"`) || !strings.Contains(got, `value="vp" checked`) || !strings.Contains(got, "There is no text to read") {
		t.Errorf("%d, or the form is empty", w.Code)
	}
}

func TestSharing(t *testing.T) {
	s := server(t, Options{})
	at := leads(post(s, "/check", "text", example(t, "vp"), "means", "director"))
	for format, want := range map[string]string{"html": "<!doctype html>", "txt": "Reads as a VP-level job", "md": "# VP of Engineering", "json": `"level":"vp"`} {
		for _, w := range []*httptest.ResponseRecorder{ask(s, "GET", at+"/card/"+format, ""), post(s, "/card/"+format, "text", example(t, "vp"))} {
			if w.Code != 200 || !strings.Contains(w.Body.String(), want) {
				t.Errorf("card %s: %d %.80q, want %q", format, w.Code, w.Body, want)
			}
		}
	}
	if w := ask(s, "GET", at+"/card/exe", ""); w.Code != 404 {
		t.Errorf("a card of no known format is answered %d", w.Code)
	}
}

func TestLinksAreForgottenOldestFirst(t *testing.T) {
	s := server(t, Options{Limits: Limits{Saved: 2}})
	var ids []string
	for _, n := range []string{"vp", "director", "nurse"} {
		ids = append(ids, post(s, "/save", "text", example(t, n)).Body.String())
	}
	for i, want := range []int{404, 200, 200} {
		if got := ask(s, "GET", "/s/"+ids[i], "").Code; got != want {
			t.Errorf("link %d is answered %d, want %d", i, got, want)
		}
	}
}

func TestATableIsFilteredSortedAndTakenAlong(t *testing.T) {
	s := server(t, Options{})
	var files []string
	for _, n := range []string{"director", "vp", "startup-vp", "bank-vp", "nurse"} {
		files = append(files, n+".txt", example(t, n))
	}
	at := drop(s, files...).Header().Get("Location")
	if !strings.HasPrefix(at, "/t/") {
		t.Fatalf("a drop of many leads to %q", at)
	}
	rows := func(query string) string {
		got := ask(s, "GET", at+query, "").Body.String()
		_, got, _ = strings.Cut(got, "<tbody>")
		got, _, _ = strings.Cut(got, "</tbody>")
		return got
	}
	for query, want := range map[string]int{"": 5, "?level=vp": 2, "?level=neither": 2, "?q=larkfield": 1, "?q=LARKFIELD": 1, "?title=bank_vp": 1, "?title=agrees": 3, "?level=vp&q=larkfield": 0, "?page=7": 0, "?sort=nonsense&page=-3": 5} {
		if got := strings.Count(rows(query), "<th scope"); got != want {
			t.Errorf("%q shows %d rows, want %d", query, got, want)
		}
	}
	up, down := rows("?sort=company"), rows("?sort=company&down=1")
	if strings.Index(up, "Harrow") > strings.Index(up, "Larkfield") || strings.Index(down, "Harrow") < strings.Index(down, "Larkfield") {
		t.Error("the rows are not sorted by company")
	}
	taken := ask(s, "GET", at+"/rows/csv?sort=company&down=1", "").Body.String()
	if a, b := strings.Index(taken, "Larkfield"), strings.Index(taken, "Harrow"); a < 0 || b < a {
		t.Error("the rows are not taken along in the order in which they are shown")
	}
	for _, e := range exports {
		w := ask(s, "GET", at+"/rows/"+e.name+"?level=vp", "")
		b := w.Body.String()
		if w.Code != 200 || w.Header().Get("Content-Type") != e.kind || len(b) < 100 {
			t.Errorf("%s: %d, %q, %d bytes", e.name, w.Code, w.Header().Get("Content-Type"), len(b))
		}
		if e.text != nil && (!strings.Contains(b, "VP of Engineering") || strings.Contains(b, "Larkfield")) {
			t.Errorf("%s holds other rows than the filtered: %.200s", e.name, b)
		}
	}
	if got := ask(s, "GET", at+"/compare?n=0&n=1", "").Body.String(); strings.Count(got, `class="posting"`) != 2 {
		t.Error("the comparison does not show two postings")
	}
	// What was asked of the table is still asked when one comes back to it.
	const asked = "?down=1&level=vp&q=eng&sort=company"
	if w := ask(s, "GET", at+"/compare"+asked+"&n=0", ""); w.Code != 422 || !strings.Contains(w.Body.String(), strings.ReplaceAll(at+asked, "&", "&amp;")) {
		t.Errorf("one posting is compared: %d", w.Code)
	}
	for _, path := range []string{at + "/compare" + asked + "&n=0&n=1", at + "/p/1" + asked} {
		if got := ask(s, "GET", path, "").Body.String(); !strings.Contains(got, strings.ReplaceAll(at+asked, "&", "&amp;")) {
			t.Errorf("%s does not lead back to what was asked", path)
		}
	}
	if got := ask(s, "GET", at+asked, "").Body.String(); !strings.Contains(got, `<input type="hidden" name="q" value="eng">`) || !strings.Contains(got, "/p/1"+strings.ReplaceAll(asked, "&", "&amp;")+"#result") {
		t.Error("the table forgets what was asked")
	}
	for n, want := range map[string]int{"1": 200, "5": 404, "-1": 404, "x": 404} {
		if got := ask(s, "GET", at+"/p/"+n, "").Code; got != want {
			t.Errorf("row %s is answered %d, want %d", n, got, want)
		}
	}
}

func TestAnAddressIsReadByItsFunction(t *testing.T) {
	s := server(t, Options{Fetch: func(_ context.Context, address string) ([]corpus.Posting, error) {
		if address != "https://jobs.example.com/1" {
			return nil, errors.New("private address <b>refused</b>")
		}
		return []corpus.Posting{{Title: "VP of Engineering", Text: corpus.Normalize(example(t, "vp"))}}, nil
	}})
	if w := post(s, "/fetch", "url", " https://jobs.example.com/1 "); !strings.HasPrefix(w.Header().Get("Location"), "/s/") {
		t.Errorf("the address leads to %d %q", w.Code, w.Header().Get("Location"))
	}
	w := post(s, "/fetch", "url", "http://169.254.169.254/")
	if w.Code != http.StatusBadGateway || !strings.Contains(w.Body.String(), "private address &lt;b&gt;") {
		t.Errorf("a refused address is answered %d %.300s", w.Code, w.Body)
	}
	for _, a := range []string{"file:///etc/passwd", "javascript:hit=1", "/etc/passwd", ""} {
		if w := post(s, "/fetch", "url", a); w.Code != 422 {
			t.Errorf("%q is answered %d", a, w.Code)
		}
	}
	if w := post(server(t, Options{}), "/fetch", "url", "https://jobs.example.com/1"); w.Code != 404 {
		t.Errorf("without a function an address is answered %d", w.Code)
	}
}

func TestFirstPaintIsLight(t *testing.T) {
	s := server(t, Options{})
	total := ask(s, "GET", "/", "").Body.Len()
	for _, f := range []string{"page.css", "page.js", "icon.svg"} {
		w := ask(s, "GET", "/static/"+f, "")
		if w.Code != 200 {
			t.Fatalf("%s: %d", f, w.Code)
		}
		total += w.Body.Len()
	}
	if total > 200_000 {
		t.Errorf("the first page weighs %d bytes, want at most 200,000", total)
	}
}

func TestServingEndsWithoutLosingAnAnswer(t *testing.T) {
	s := server(t, Options{Limits: Limits{Body: time.Hour, Grace: time.Hour}})
	address, end := serving(t, s)
	// A request whose body is on its way when the server is told to end.
	r, w := io.Pipe()
	answer := make(chan error, 1)
	go func() {
		req, _ := http.NewRequest("POST", "http://"+address+"/api/v1/check", r)
		req.Header.Set("Content-Type", "text/plain")
		res, err := http.DefaultClient.Do(req)
		if err == nil {
			defer res.Body.Close()
			if b, _ := io.ReadAll(res.Body); res.StatusCode != 200 || !strings.Contains(string(b), `"level":"vp"`) {
				err = errors.New(res.Status)
			}
		}
		answer <- err
	}()
	text := example(t, "vp")
	_, _ = io.WriteString(w, text[:500])
	for s.meter.open.Load() == 0 {
		time.Sleep(time.Millisecond)
	}
	ended := make(chan error, 1)
	go func() { ended <- end() }()
	for !s.ending.Load() {
		time.Sleep(time.Millisecond)
	}
	if got := ask(s, "GET", "/healthz", "").Code; got != 503 {
		t.Errorf("health while ending is %d", got)
	}
	_, _ = io.WriteString(w, text[500:])
	w.Close()
	if err := <-answer; err != nil {
		t.Errorf("the open answer was lost: %v", err)
	}
	if err := <-ended; err != nil {
		t.Error(err)
	}
	if _, err := net.DialTimeout("tcp", address, time.Second); err == nil {
		t.Error("the server still takes connections")
	}
}

func TestTranslatedWords(t *testing.T) {
	w, err := ReadWords(strings.NewReader("# Deutsch\npage lang de\nui check Prüfen\n"), "de.txt")
	if err != nil {
		t.Fatal(err)
	}
	got := ask(server(t, Options{Words: w}), "GET", "/", "").Body.String()
	if !strings.Contains(got, `lang="de"`) || !strings.Contains(got, "Prüfen") || !strings.Contains(got, "Start again") {
		t.Error("the page is not half translated")
	}
	for file, want := range map[string]string{"ui nosuch x": `de.txt:1: nothing says "ui nosuch"`, "\nui check": "de.txt:2: want a kind"} {
		if _, err := ReadWords(strings.NewReader(file), "de.txt"); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", file, err, want)
		}
	}
}

// TestWordsAreThoseOfTheCards holds the words that cards say too to theirs. What
// a Voice says the page says in its own words, so it has all of these.
func TestWordsAreThoseOfTheCards(t *testing.T) {
	b, err := os.ReadFile("../words.txt")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for line := range strings.Lines(string(b)) {
		f := strings.Fields(line)
		if len(f) < 3 || f[0] == "#" {
			continue
		}
		n++
		if ours, want := English()[f[0]+" "+f[1]], strings.Join(f[2:], " "); ours != want {
			t.Errorf("%s %s: %q, and on cards %q", f[0], f[1], ours, want)
		}
	}
	if n < 100 {
		t.Errorf("%d words are shared, want more", n)
	}
}

func FuzzPaint(f *testing.F) {
	f.Add(hostile)
	f.Add("You will report to the VP\nof Engineering 👩‍💻 \x00\xff")
	s := server(f, Options{})
	f.Fuzz(func(t *testing.T, text string) {
		p, err := pasted(t.Context(), form{Text: text})
		if err != nil {
			return
		}
		c, err := s.judge(context.Background(), p, 0)
		if err != nil {
			t.Fatal(err)
		}
		view := s.view(c, "")
		var whole strings.Builder
		for _, piece := range view.Text {
			if piece.Text == "" || piece.Anchor != "" && strings.TrimSpace(piece.Text) == "" {
				t.Error("an empty piece, or a link of nothing")
			}
			whole.WriteString(piece.Text)
		}
		if whole.String() != p.Text {
			t.Errorf("the pieces make %q of %q", whole.String(), p.Text)
		}
		lines := beside(view.Text, p.Text)
		for _, l := range lines {
			if l.Changed {
				t.Error("a line of the same text is called changed")
			}
		}
	})
}
