package web

import (
	"archive/zip"
	"bufio"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"rung/corpus/paper/papertest"
)

func TestNamesUnderWhichTheServerAnswers(t *testing.T) {
	alone, open := server(t, Options{}), server(t, Options{Token: "a token of sixteen", Hosts: []string{"jobs.example.com"}})
	for _, c := range []struct {
		host        string
		alone, open bool
	}{
		{"127.0.0.1:8080", true, true},
		{"localhost:8080", true, true},
		{"LOCALHOST", true, true},
		{"[::1]:8080", true, true},
		{"[::1]", true, true},
		{"192.0.2.7:8080", false, true},
		{"jobs.example.com", false, true},
		{"rebound.example", false, false},
		{"localhost.example", false, false},
		{"127.0.0.1.example:8080", false, false},
		{"localhost.", true, true}, {"localhost.:8080", true, true}, {"localhost..", false, false},
		{"", false, false},
		{"127.0.0.1:8080:x", false, false},
	} {
		for s, want := range map[*Server]bool{alone: c.alone, open: c.open} {
			got := ask(s, "GET", "/healthz", "", "Host", c.host).Code == 200
			if got != want {
				t.Errorf("Host %q (token %v): answered %v, want %v", c.host, s.Token != "", got, want)
			}
		}
	}
}

func TestOtherSitesMayNotAsk(t *testing.T) {
	s := server(t, Options{})
	body := "text=" + strings.Repeat("x+", 50)
	for _, c := range []struct {
		name    string
		headers []string
		want    bool
	}{
		{"a program", nil, true},
		{"the page", []string{"Sec-Fetch-Site", "same-origin", "Origin", "http://127.0.0.1:8080"}, true},
		{"an address that was typed", []string{"Sec-Fetch-Site", "none"}, true},
		{"another site", []string{"Sec-Fetch-Site", "cross-site", "Origin", "https://evil.example"}, false},
		{"another port of this machine", []string{"Sec-Fetch-Site", "same-site", "Origin", "http://127.0.0.1:9999"}, false},
		{"another site in an old browser", []string{"Origin", "https://evil.example"}, false},
		{"a frame without an origin", []string{"Origin", "null"}, false},
	} {
		for _, path := range []string{"/check", "/fragment", "/upload", "/fetch", "/token", "/api/v1/check", "/api/v1/classify"} {
			got := ask(s, "POST", path, body, append([]string{"Content-Type", formType}, c.headers...)...).Code != http.StatusForbidden
			if got != c.want {
				t.Errorf("%s posts to %s: %v, want %v", c.name, path, got, c.want)
			}
		}
	}
}

func TestToken(t *testing.T) {
	const token = "a token of sixteen"
	s := server(t, Options{Token: token})
	if w := ask(s, "GET", "/", ""); w.Code != 401 || !strings.Contains(w.Body.String(), `type="password"`) {
		t.Errorf("without a token: %d", w.Code)
	}
	for header, want := range map[string]int{"": 401, "Bearer wrong": 401, "Bearer ": 401, "Basic " + token: 401, "Bearer " + token: 200} {
		w := ask(s, "POST", "/api/v1/check", example(t, "vp"), "Content-Type", "text/plain", "Authorization", header)
		if w.Code != want {
			t.Errorf("Authorization %q: %d, want %d", header, w.Code, want)
		}
	}
	if w := post(s, "/token", "token", "wrong"); w.Code != 401 || w.Header().Get("Set-Cookie") != "" {
		t.Errorf("a wrong token: %d", w.Code)
	}
	w := post(s, "/token", "token", token)
	cookie := w.Header().Get("Set-Cookie")
	if !strings.Contains(cookie, "HttpOnly") || !strings.Contains(cookie, "SameSite=Strict") || strings.Contains(cookie, token) {
		t.Errorf("the cookie is %q", cookie)
	}
	value, _, _ := strings.Cut(cookie, ";")
	if w := ask(s, "GET", "/", "", "Cookie", value); w.Code != 200 {
		t.Errorf("with the cookie: %d", w.Code)
	}
	if w := ask(s, "GET", "/metrics", ""); w.Code != 401 {
		t.Errorf("metrics without a token: %d", w.Code)
	}
}

func TestBeyondThisMachineOnlyWithAToken(t *testing.T) {
	l, err := net.Listen("tcp", "0.0.0.0:0")
	if err != nil {
		t.Skip("there is no network here: ", err)
	}
	if err := server(t, Options{}).Serve(context.Background(), l); !errors.Is(err, ErrOpen) {
		t.Errorf("served: %v", err)
	}
	if _, err := l.Accept(); err == nil {
		t.Error("the listener is still open")
	}
}

func TestEveryAnswerIsGuarded(t *testing.T) {
	s := server(t, Options{})
	for _, path := range []string{"/", "/static/page.js", "/nosuch", "/s/nosuch", "/t/nosuch", "/api/v1/openapi.json", "/healthz", "/metrics"} {
		h := ask(s, "GET", path, "").Header()
		csp := h.Get("Content-Security-Policy")
		if !strings.HasPrefix(csp, "default-src 'none'") || strings.Contains(csp, "unsafe") || h.Get("X-Content-Type-Options") != "nosniff" || h.Get("Content-Type") == "" {
			t.Errorf("%s: %v", path, h)
		}
	}
	whole := ask(s, "GET", "/", "").Body.String()
	for _, bad := range []string{" style=", "<style", " onclick", "<script>", "http://", "https://"} {
		if strings.Contains(strings.ReplaceAll(whole, `placeholder="https://"`, ""), bad) {
			t.Errorf("the page holds %q, which its policy or its manners forbid", bad)
		}
	}
}

func TestNoPathReachesFiles(t *testing.T) {
	s := server(t, Options{})
	for _, path := range []string{"/static/../words.txt", "/static/..%2fwords.txt", "/static/%2e%2e/server.go", "/static/..\\server.go", "//etc/passwd", "/static/", "/static/page.css/",
		"/s/..%2f..%2fetc%2fpasswd", "/t/db", "/t/../../etc", "/s/%00", "/static/page.js%00.css", "/api/v1/../../etc/passwd"} {
		r := httptest.NewRequest("GET", "http://127.0.0.1/", nil)
		r.URL.Path, r.URL.RawPath, r.RequestURI = path, path, path
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		if w.Code == 200 {
			t.Errorf("%q is answered %d: %.80q", path, w.Code, w.Body)
		}
	}
	for _, name := range []string{"../../etc/passwd", `..\..\x.txt`, "/etc/passwd", "a\x00b.txt", "con.txt", strings.Repeat("x", 5000) + ".txt"} {
		w := drop(s, name, example(t, "vp"))
		if w.Code != http.StatusSeeOther && !(strings.Contains(name, "\x00") && w.Code == 422) { // no form's name holds a zero
			t.Errorf("a file of the name %.40q is answered %d", name, w.Code)
		}
	}
}

func TestWhatIsTooLargeOrSlow(t *testing.T) {
	s := server(t, Options{Limits: Limits{Text: 10_000, Upload: 50_000, Body: 300 * time.Millisecond}})
	long := strings.Repeat("You will lead engineers. ", 8000)
	for name, w := range map[string]*httptest.ResponseRecorder{
		"form":      post(s, "/check", "text", long),
		"fragment":  post(s, "/fragment", "text", long),
		"drop":      drop(s, "x.txt", long),
		"check":     ask(s, "POST", "/api/v1/check", long, "Content-Type", "text/plain"),
		"json":      ask(s, "POST", "/api/v1/check", `{"text":"`+long+`"}`, "Content-Type", "application/json"),
		"long form": post(s, "/check", "text", "x", "title", long),
	} {
		if w.Code != http.StatusRequestEntityTooLarge {
			t.Errorf("%s: %d, want 413", name, w.Code)
		}
	}
	address, end := serving(t, s)
	// One byte now and then, for longer than a body may take. The limit of the
	// stream counts from its last byte, so nothing is sent at all.
	c := dial(t, address)
	fmt.Fprintf(c, "POST /api/v1/classify HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-ndjson\r\nContent-Length: 1000\r\n\r\n")
	_ = c.SetReadDeadline(time.Now().Add(30 * time.Second))
	res, err := http.ReadResponse(bufio.NewReader(c), nil)
	if err == nil {
		_, err = io.ReadAll(res.Body)
		res.Body.Close()
	}
	var timeout net.Error
	if errors.As(err, &timeout) && timeout.Timeout() {
		t.Error("a body that never comes holds its connection")
	}
	if err := end(); err != nil {
		t.Error(err)
	}
}

func dial(t *testing.T, address string) net.Conn {
	t.Helper()
	c, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	return c
}

// narrow is a listener whose connections hold little that is not taken yet.
type narrow struct{ net.Listener }

func (l narrow) Accept() (net.Conn, error) {
	c, err := l.Listener.Accept()
	if err == nil {
		err = c.(*net.TCPConn).SetWriteBuffer(4 << 10)
	}
	return c, err
}

// TestWhoTakesNothingHoldsNothing asks for more than a connection's buffers hold
// and reads none of it.
func TestWhoTakesNothingHoldsNothing(t *testing.T) {
	s := server(t, Options{Source: endless{n: 1000}, Limits: Limits{Body: 100 * time.Millisecond}})
	s.fill(context.Background(), s.source)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address, end := servingOn(s, narrow{l})
	c := dial(t, address)
	if err := c.(*net.TCPConn).SetReadBuffer(4 << 10); err != nil {
		t.Fatal(err)
	}
	fmt.Fprintf(c, "GET /t/db/rows/jsonl HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
	for s.meter.lost.Load() == 0 { // for ever, where an asker that takes nothing is waited for
		time.Sleep(10 * time.Millisecond)
	}
	if n := s.meter.open.Load(); n != 0 {
		t.Errorf("%d requests are still open", n)
	}
	if err := end(); err != nil {
		t.Error(err)
	}
}

func TestOnlySoManyDropsAreHeldAtATime(t *testing.T) {
	s := server(t, Options{Limits: Limits{Drops: 1}})
	if err := s.drops.enter(t.Context()); err != nil {
		t.Fatal(err)
	}
	s.Limits.Read = 10 * time.Millisecond
	if w := drop(s, "x.txt", example(t, "vp")); w.Code != http.StatusServiceUnavailable || w.Header().Get("Retry-After") == "" {
		t.Errorf("a drop too many is answered %d", w.Code)
	}
	s.Limits.Read = time.Minute
	s.drops.leave()
	for range 3 {
		if w := drop(s, "x.txt", example(t, "vp")); w.Code != http.StatusSeeOther {
			t.Errorf("a drop alone is answered %d", w.Code)
		}
	}
}

func TestALengthThatIsTooLargeIsRefusedUnread(t *testing.T) {
	s := server(t, Options{})
	r := httptest.NewRequest("POST", "http://127.0.0.1/api/v1/check", iotest.ErrReader(errors.New("it was read")))
	r.Header.Set("Content-Type", "text/plain")
	r.ContentLength = 1 << 40
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	if w.Code != http.StatusRequestEntityTooLarge {
		t.Errorf("answered %d: %s", w.Code, w.Body)
	}
}

// TestFilesThatWouldOvercomeTheirReaders drops files made to be large, deep or
// broken. Each is refused or read in bounded memory, by its reader's own bounds and
// not because the time is over.
func TestFilesThatWouldOvercomeTheirReaders(t *testing.T) {
	s := server(t, Options{Limits: Limits{Read: time.Hour}})
	var before runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	for name, file := range map[string]string{
		"bomb.docx":     docx(strings.Repeat("<w:p><w:r><w:t>You will lead engineers.</w:t></w:r></w:p>", 600_000)), // 34 MB
		"bomb.txt.gz":   strings.Repeat(zipped(strings.Repeat("\x00", 1<<20)), 300),
		"bomb.csv.gz":   zipped("title,text\n\"VP\",\"") + strings.Repeat(zipped(strings.Repeat("lead ", 1<<20)), 40),
		"deep.json":     strings.Repeat("[", 1_000_000),
		"deep.html":     "<html>" + strings.Repeat("<div>", 200_000) + "You will lead engineers.",
		"tags.html":     "<html>" + strings.Repeat("<b>x</b>", 300_000) + "You will lead engineers.",
		"pages.pdf":     pdf(10_000),
		"cut.pdf":       pdf(3)[:400],
		"cut.docx":      docx("<w:p>")[:60],
		"empty.txt":     "",
		"binary.txt":    strings.Repeat("\x00\x01\x02\xff", 1000),
		"entities.html": "<html><p>" + strings.Repeat("&amp;", 500_000),
		"sql.db":        "SQLite format 3\x00" + strings.Repeat("\x00", 4096),
	} {
		want := http.StatusUnprocessableEntity
		if name == "deep.html" {
			want = http.StatusSeeOther
		}
		if w := drop(s, name, file); w.Code != want {
			t.Errorf("%s is answered %d, want %d: %.300q", name, w.Code, want, w.Body)
		}
	}
	var after runtime.MemStats
	s.saved, s.tables = newShelf(1, 1<<20, saved.bytes), newShelf(1, 1<<20, (*table).bytes)
	runtime.GC()
	runtime.ReadMemStats(&after)
	if grown := int64(after.HeapAlloc) - int64(before.HeapAlloc); grown > 200<<20 {
		t.Errorf("the heap has grown by %d MB", grown>>20)
	}
}

func TestReadingIsGivenUpWhenItsTimeIsOver(t *testing.T) {
	s := server(t, Options{Limits: Limits{Read: time.Nanosecond}})
	if w := drop(s, "x.txt", example(t, "vp")); w.Code != http.StatusServiceUnavailable || !strings.Contains(w.Body.String(), "took too long") {
		t.Errorf("answered %d: %.300q", w.Code, w.Body)
	}
}

// zipped is one member of a gzip file; members one after the other are a file too.
func zipped(s string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_, _ = io.WriteString(z, s)
	_ = z.Close()
	return b.String()
}

func docx(paragraphs string) string {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestSpeed) })
	w, _ := z.Create("word/document.xml")
	_, _ = io.WriteString(w, `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`+paragraphs+`</w:body></w:document>`)
	_ = z.Close()
	return b.String()
}

// pdf is a document of n pages, all of the same content.
func pdf(n int) string {
	var kids strings.Builder
	for i := range n {
		fmt.Fprintf(&kids, "%d 0 R ", i+5)
	}
	const stream = "BT /F1 12 Tf 72 700 Td (You will lead the engineers of one team.) Tj ET"
	objects := []string{
		"<</Type/Catalog/Pages 2 0 R>>",
		fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]>>", n, kids.String()),
		"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
		fmt.Sprintf("<</Length %d>>stream\n%s\nendstream", len(stream), stream),
	}
	for range n {
		objects = append(objects, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 3 0 R>>>>/Contents 4 0 R>>")
	}
	return string(papertest.PDF(objects...))
}

func TestMarkupIsShownAndNeverRun(t *testing.T) {
	s := server(t, Options{})
	const evil = `"><script>hit=1</script><img src=x onerror=hit=1>`
	at := leads(post(s, "/check", "text", hostile, "title", evil, "company", evil))
	table := drop(s, evil+".csv", "title,company,location,text\n"+
		`"""><script>hit=1</script>","<b onclick=hit=1>",x,"`+strings.ReplaceAll(hostile, `"`, `""`)+"\"\n=HYPERLINK(1),b,c,You will lead engineers\n").Header().Get("Location")
	if !strings.HasPrefix(table, "/t/") {
		t.Fatalf("the table leads to %q", table)
	}
	for _, path := range []string{at, at + "/card/html", table, table + "/p/0", table + "/compare?n=0&n=1", table + "/rows/html", table + "?q=" + "%22%3E%3Cscript%3Ehit%3D1%3C%2Fscript%3E"} {
		w := ask(s, "GET", path, "")
		got := strings.ToLower(w.Body.String())
		if w.Code != 200 || strings.HasPrefix(path, at) && !strings.Contains(got, "&lt;") {
			t.Errorf("%s: %d, or nothing is escaped", path, w.Code)
		}
		for _, bad := range []string{"<script>", "<img", "<iframe", "<b onclick", "<style>body{"} {
			if strings.Contains(got, bad) {
				t.Errorf("%s holds %s", path, bad)
			}
		}
	}
	if got := ask(s, "GET", table+"/rows/csv", "").Body.String(); strings.Contains(got, ",=HYPERLINK") {
		t.Error("a spreadsheet would run a title")
	}
}

func TestLogHoldsNoPosting(t *testing.T) {
	var log []Access
	s := server(t, Options{Log: func(a Access) { log = append(log, a) }})
	at := leads(post(s, "/check", "text", example(t, "vp"), "title", "SECRET"))
	ask(s, "GET", at, "")
	ask(s, "GET", "/t/SECRET?q=SECRET", "")
	ask(s, "SECRET", "/SECRET", "")
	ask(s, "GET", "/", "", "Host", "SECRET.example")
	all := fmt.Sprintf("%+v", log)
	if len(log) != 5 || strings.Contains(all, "SECRET") || strings.Contains(all, "Ostrava") {
		t.Errorf("%d lines: %s", len(log), all)
	}
	if log[0].Route != "POST /check" || log[0].Status != 303 || log[4].Status != http.StatusMisdirectedRequest {
		t.Errorf("%+v", log)
	}
	if got := ask(s, "GET", "/metrics", "").Body.String(); strings.Contains(got, "SECRET") || !strings.Contains(got, `rung_answers_total{route="POST /check",status="303"} 1`) {
		t.Errorf("metrics: %s", got)
	}
}

func TestManyWaitAndTooManyAreTold(t *testing.T) {
	s := server(t, Options{Limits: Limits{Waiting: 3}})
	for range s.short.places {
		if err := s.short.enter(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 3)
	for range 3 {
		go func() { done <- s.short.enterWith(ctx, 100, false) }()
	}
	until(t, func() bool { _, n, _ := s.short.state(); return n == 3 })
	w := ask(s, "POST", "/api/v1/check", example(t, "vp"), "Content-Type", "text/plain")
	if w.Code != 503 || w.Header().Get("Retry-After") == "" {
		t.Errorf("the fourth that waits is answered %d", w.Code)
	}
	if w := ask(s, "GET", "/healthz", ""); w.Code != 200 || !strings.Contains(w.Body.String(), "degraded") {
		t.Errorf("the health of a full queue is %d %s", w.Code, w.Body)
	}
	cancel()
	for range 3 {
		if err := <-done; !errors.Is(err, context.Canceled) {
			t.Error(err)
		}
	}
	if _, n, _ := s.short.state(); n != 0 {
		t.Errorf("%d still wait", n)
	}
	if w := ask(s, "GET", "/healthz", ""); w.Body.String() != "ok\n" {
		t.Errorf("the health of a queue that has room is %s", w.Body)
	}
}
