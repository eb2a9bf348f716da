package web

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"
	"time"
)

func TestOtherSitesMayNotHaveWorkDone(t *testing.T) {
	s := server(t, Options{Source: endless{n: 10}})
	s.fill(t.Context(), s.source)
	saved := leads(post(s, "/check", "text", example(t, "vp")))
	image := []string{"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "no-cors", "Sec-Fetch-Dest", "image"}
	other := []string{"Sec-Fetch-Site", "same-site", "Sec-Fetch-Mode", "no-cors", "Sec-Fetch-Dest", "script"}
	frame := []string{"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "iframe"}
	link := []string{"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document"}
	typed := []string{"Sec-Fetch-Site", "none", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document"}
	page := []string{"Sec-Fetch-Site", "same-origin", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document"}
	paths := []string{"/", saved, saved + "/card/html", "/t/db", "/t/db?sort=title", "/t/db/p/1", "/t/db/p/1/card/json", "/t/db/compare?n=0&n=1", "/metrics"}
	for _, e := range exports {
		paths = append(paths, "/t/db/rows/"+e.name)
	}
	for _, path := range paths {
		for _, c := range []struct {
			name    string
			headers []string
			want    bool
		}{
			{"an image of another site", image, false},
			{"a script of another port", other, false},
			{"a frame of another site", frame, false},
			{"a link of another site", link, path == "/" || path == saved},
			{"an address that was typed", typed, true},
			{"the page", page, true},
			{"a program", nil, true},
		} {
			for _, method := range []string{"GET", "HEAD"} {
				w := ask(s, method, path, "", c.headers...)
				if got := w.Code == http.StatusOK; got != c.want || !got && w.Code != http.StatusForbidden {
					t.Errorf("%s asks %s %s: %d", c.name, method, path, w.Code)
				}
			}
		}
	}
	for _, path := range []string{"/static/page.css", "/healthz", "/api/v1/openapi.json"} {
		if w := ask(s, "GET", path, "", image...); w.Code != http.StatusOK {
			t.Errorf("%s, which costs nothing, is answered %d", path, w.Code)
		}
	}
	if w := ask(s, "GET", "/t/db", "", link...); !strings.Contains(w.Body.String(), "paste its address") {
		t.Errorf("who follows a link is told %.300s", w.Body)
	}
}

// askFrom is ask from an address.
func askFrom(s *Server, address, method, path, body string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, path, strings.NewReader(body))
	r.Host, r.RemoteAddr = "127.0.0.1:8080", address
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w
}

func TestWrongTokensAreFew(t *testing.T) {
	const token = "a token of sixteen"
	s := server(t, Options{Token: token})
	now := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	s.Now = func() time.Time { return now }
	form := func(address, token string) *httptest.ResponseRecorder {
		return askFrom(s, address, "POST", "/token", "token="+strings.ReplaceAll(token, " ", "+"), "Content-Type", formType)
	}
	bearer := func(address, token string) int {
		return askFrom(s, address, "GET", "/metrics", "", "Authorization", "Bearer "+token).Code
	}
	const stranger, other = "192.0.2.1:1", "192.0.2.2:1"
	for i := range 2 * triesEach {
		want := http.StatusUnauthorized
		if i >= triesEach {
			want = http.StatusTooManyRequests
		}
		got := form(stranger, "wrong").Code
		if i%2 == 1 {
			now = now.Add(time.Second)
		}
		if got != want {
			t.Errorf("wrong token %d is answered %d, want %d", i, got, want)
		}
	}
	// From there no token is looked at any more, not even the right one, however it is
	// shown. Another address is not shut out.
	w := form(stranger, token)
	if w.Code != http.StatusTooManyRequests || w.Header().Get("Retry-After") == "" || !strings.Contains(w.Body.String(), "wrong tokens") {
		t.Errorf("the right token after wrong ones is answered %d %v", w.Code, w.Header())
	}
	if got := bearer(stranger, token); got != http.StatusTooManyRequests {
		t.Errorf("the right token of a program after wrong ones is answered %d", got)
	}
	w = form(other, token)
	if w.Code != http.StatusSeeOther || bearer(other, token) != http.StatusOK {
		t.Errorf("from another address the right token is answered %d", w.Code)
	}
	// A cookie cannot be guessed, and who has it goes on wherever he is.
	cookie, _, _ := strings.Cut(w.Header().Get("Set-Cookie"), ";")
	if w := askFrom(s, stranger, "GET", "/", "", "Cookie", cookie); w.Code != http.StatusOK {
		t.Errorf("a cookie from the stranger's address is answered %d", w.Code)
	}
	now = now.Add(time.Minute)
	if got := form(stranger, token).Code; got != http.StatusSeeOther {
		t.Errorf("a minute later the right token is answered %d", got)
	}

	// Many addresses together are slower than each alone, and shut nobody out.
	refused := 0
	for i := range 3 * triesFree * 10 {
		from := "198.51.100." + string(rune('0'+i%10)) + ":1"
		if form(from, "wrong").Code == http.StatusTooManyRequests {
			refused++
		}
	}
	if refused != 2*triesFree*10 {
		t.Errorf("%d wrong tokens of many addresses were refused unlooked at, want %d", refused, 2*triesFree*10)
	}
	if got := form("203.0.113.7:1", token).Code; got != http.StatusSeeOther {
		t.Errorf("the right token while many guess is answered %d", got)
	}
	// One network of IPv6 is one asker.
	now = now.Add(time.Hour)
	refused = 0
	for i := range 2 * triesEach {
		now = now.Add(time.Second / 2)
		if form("[2001:db8::"+string(rune('a'+i%6))+"]:1", "wrong").Code == http.StatusTooManyRequests {
			refused++
		}
	}
	if refused == 0 {
		t.Error("a network of many addresses may guess without end")
	}
}

func TestAddressesThatGuessedAreForgotten(t *testing.T) {
	var all tries
	now := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	r := httptest.NewRequest("POST", "/token", nil)
	for i := range 3 * triesKept {
		r.RemoteAddr = "10." + strings.Join([]string{strconv.Itoa(i >> 16), strconv.Itoa(i >> 8 & 255), strconv.Itoa(i & 255)}, ".") + ":1"
		all.judge(r, now, false)
	}
	if n := len(all.of); n > triesKept {
		t.Errorf("%d addresses are kept", n)
	}
}

// TestOneAddressDoesNotFillTheQueue opens more streams from one address beyond this
// machine than it may.
func TestOneAddressDoesNotFillTheQueue(t *testing.T) {
	const token, stranger = "a token of sixteen", "192.0.2.1:1"
	s := server(t, Options{Token: token, Limits: Limits{Each: 3}})
	asking := func(address string) int {
		return askFrom(s, address, "POST", "/api/v1/check", example(t, "vp"), "Content-Type", "text/plain", "Authorization", "Bearer "+token).Code
	}
	var bodies []*io.PipeWriter
	ended := make(chan struct{})
	open := func(address string) {
		body, w := io.Pipe()
		bodies = append(bodies, w)
		r := httptest.NewRequest("POST", "/api/v1/classify", body)
		r.Host, r.RemoteAddr = "127.0.0.1:8080", address
		r.Header.Set("Content-Type", "application/x-ndjson")
		r.Header.Set("Authorization", "Bearer "+token)
		go func() { s.ServeHTTP(httptest.NewRecorder(), r); ended <- struct{}{} }()
		_, _ = io.WriteString(w, "\n") // it is being read
	}
	for range 3 {
		open(stranger)
	}
	for range 20 {
		open("127.0.0.1:1")
		open("@")
	}
	w := askFrom(s, stranger, "POST", "/api/v1/check", "x", "Content-Type", "text/plain", "Authorization", "Bearer "+token)
	if w.Code != http.StatusTooManyRequests || w.Header().Get("Retry-After") == "" {
		t.Errorf("a fourth question of one address is answered %d %s", w.Code, w.Body)
	}
	if got := askFrom(s, stranger, "GET", "/healthz", "").Code; got != http.StatusOK {
		t.Errorf("its question for the health is answered %d", got)
	}
	for _, other := range []string{"192.0.2.2:1", "[2001:db8::1]:1", "127.0.0.1:2", "[::1]:2"} {
		if got := asking(other); got != http.StatusOK {
			t.Errorf("a question of %s beside them is answered %d", other, got)
		}
	}
	for _, w := range bodies {
		w.Close()
		<-ended
	}
	if got := asking(stranger); got != http.StatusOK {
		t.Errorf("afterwards a question is answered %d", got)
	}
	if n := len(s.askers.open); n != 0 {
		t.Errorf("%d addresses still count", n)
	}
}

// TestACookieIsOfItsServerAlone: what a cookie holds cannot be made of the token, so that
// guessing goes through the limits.
func TestACookieIsOfItsServerAlone(t *testing.T) {
	const token = "a token of sixteen"
	a, b := server(t, Options{Token: token}), server(t, Options{Token: token})
	cookie, _, _ := strings.Cut(post(a, "/token", "token", token).Header().Get("Set-Cookie"), ";")
	if w := ask(b, "GET", "/", "", "Cookie", cookie); w.Code != http.StatusUnauthorized {
		t.Errorf("another server answers %d", w.Code)
	}
}
