package web

import (
	"crypto/sha256"
	"crypto/subtle"
	"net"
	"net/http"
	"slices"
	"strings"
	"time"
)

// Access is one answer, for a log. It holds nothing of a posting: no path, since
// a path may name one, and no query.
type Access struct {
	Method   string
	Route    string // the pattern that answered: "POST /check"; empty where it was refused before
	Status   int
	Bytes    int64 // of the answer's body
	Duration time.Duration
}

// policy lets the page use its own style, script and answers and nothing else.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// guard stands before every route.
func (s *Server) guard(next http.Handler) http.Handler {
	same := http.NewCrossOriginProtection() // by Sec-Fetch-Site, else by Origin against Host
	same.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.fail(w, r, errOrigin)
	}))
	inner := same.Handler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := elsewhere(r); err != nil {
			s.fail(w, r, err)
			return
		}
		if s.Token != "" && r.URL.Path != "/healthz" && !strings.HasPrefix(r.URL.Path, "/static/") {
			if a, local := from(r); !local {
				if !s.askers.enter(a, s.Limits.Each) {
					s.fail(w, r, errTooOften)
					return
				}
				defer s.askers.leave(a)
			}
			if r.URL.Path != "/token" {
				known, err := s.known(r)
				if err != nil {
					s.fail(w, r, err)
					return
				}
				if !known {
					s.handle(s.askToken)(w, r)
					return
				}
			}
		}
		next.ServeHTTP(w, r)
	}))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		start := s.Now()
		s.meter.open.Add(1)
		c := &counted{ResponseWriter: w, s: s, status: http.StatusOK, lost: true}
		defer func() { // also for an answer that is broken off
			s.room.give(c.holds)
			s.meter.open.Add(-1)
			if c.lost {
				s.meter.lost.Add(1)
			}
			d := s.Now().Sub(start)
			s.meter.answered(r.Pattern, c.status, d)
			if s.Log != nil {
				s.Log(Access{Method: method(r.Method), Route: r.Pattern, Status: c.status, Bytes: c.bytes, Duration: d})
			}
		}()
		h := w.Header()
		for i := range always {
			h[always[i].name] = always[i].value
		}
		most := s.Limits.Upload + 1<<20 // routes set narrower ones
		switch {
		case !s.host(r.Host):
			s.fail(c, r, errHost)
		case r.ContentLength > most:
			s.fail(c, r, errTooLarge)
		default:
			r.Body = http.MaxBytesReader(c, r.Body, most)
			inner.ServeHTTP(c, r)
		}
		c.wait() // the end of a stream comes after its last write
		c.lost = c.failed
	})
}

// always are the headers of every answer. Nothing changes their values.
var always = [...]struct {
	name  string
	value []string
}{
	{"Content-Security-Policy", []string{policy}},
	{"X-Content-Type-Options", []string{"nosniff"}},
	{"Referrer-Policy", []string{"same-origin"}},
	{"Cross-Origin-Resource-Policy", []string{"same-origin"}},
	{"Cross-Origin-Opener-Policy", []string{"same-origin"}},
	{"Cache-Control", []string{"no-store"}},
}

// method keeps what an asker made up out of the log.
func method(m string) string {
	if slices.Contains([]string{"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}, m) {
		return m
	}
	return "other"
}

// host reports whether the server goes by this name. A page of another site may
// have its name resolve to this machine (DNS rebinding); it still sends its own
// name.
func (s *Server) host(name string) bool {
	if h, _, err := net.SplitHostPort(name); err == nil {
		name = h
	}
	name = strings.ToLower(strings.Trim(strings.TrimSuffix(name, "."), "[]"))
	if ip := net.ParseIP(name); ip != nil {
		return ip.IsLoopback() || s.Token != "" // no name, so nothing was rebound
	}
	return name == "localhost" || slices.ContainsFunc(s.Hosts, func(h string) bool { return strings.EqualFold(h, name) })
}

const tokenCookie = "rung"

// known reports whether the asker has shown the token. It fails with errTries where too
// many wrong ones were shown.
func (s *Server) known(r *http.Request) (bool, error) {
	if t, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer "); ok {
		return s.right(r, t)
	}
	c, err := r.Cookie(tokenCookie)
	return err == nil && equal(c.Value, s.pass), nil
}

// right reports whether a token is the right one, and takes as long for every other.
func (s *Server) right(r *http.Request, token string) (bool, error) {
	right := equal(token, s.Token)
	if !s.tries.judge(r, s.Now(), right) {
		return false, errTries
	}
	return right, nil
}

func equal(a, b string) bool {
	x, y := sha256.Sum256([]byte(a)), sha256.Sum256([]byte(b))
	return subtle.ConstantTimeCompare(x[:], y[:]) == 1
}

func (s *Server) askToken(w http.ResponseWriter, r *http.Request) error {
	if forProgram(r) {
		w.Header().Set("WWW-Authenticate", `Bearer realm="rung"`)
		return errNoToken
	}
	return s.page(w, errNoToken.status, "token", nil)
}

func (s *Server) tokenForm(w http.ResponseWriter, r *http.Request) error {
	r.Body = http.MaxBytesReader(w, r.Body, 4096)
	if s.Token == "" {
		return s.askToken(w, r)
	}
	right, err := s.right(r, r.PostFormValue("token"))
	if err != nil {
		return err
	}
	if !right {
		return s.askToken(w, r)
	}
	http.SetCookie(w, &http.Cookie{Name: tokenCookie, Value: s.pass, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode, Secure: r.TLS != nil})
	http.Redirect(w, r, "/", http.StatusSeeOther)
	return nil
}

// counted counts what is answered, and waits for an asker that is slow to take
// it, but not for ever.
type counted struct {
	http.ResponseWriter
	s      *Server
	status int
	bytes  int64
	begun  bool
	failed bool  // a write did
	lost   bool  // the answer did not come to its end
	holds  int64 // bytes of the body that count, see room
}

func (c *counted) WriteHeader(status int) {
	c.begin(status)
	c.wait()
	c.ResponseWriter.WriteHeader(status)
}

func (c *counted) Write(b []byte) (int, error) {
	c.begin(http.StatusOK)
	c.wait()
	n, err := c.ResponseWriter.Write(b)
	c.bytes += int64(n)
	c.failed = c.failed || err != nil
	return n, err
}

func (c *counted) begin(status int) {
	if c.begun {
		return
	}
	c.status, c.begun = status, true
	if c.s.ending.Load() {
		c.Header().Set("Connection", "close")
	}
}

// wait gives the asker time to take what is written next.
func (c *counted) wait() {
	if now := c.s.Now(); !now.IsZero() {
		_ = http.NewResponseController(c.ResponseWriter).SetWriteDeadline(now.Add(c.s.Limits.Body)) // a test's recorder has none
	}
}

// Unwrap is for http.ResponseController.
func (c *counted) Unwrap() http.ResponseWriter { return c.ResponseWriter }
