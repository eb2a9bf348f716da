package scrape

import (
	"bytes"
	_ "embed"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"time"

	"golang.org/x/net/publicsuffix"
)

//go:embed refused.txt
var refusedFile string

// refusal is a site that is not asked.
type refusal struct{ host, why, instead string }

var refusals = sync.OnceValue(func() []refusal {
	var list []refusal
	for line := range strings.Lines(refusedFile) {
		if f := strings.Split(line, "|"); len(f) == 3 && line[0] != '#' {
			list = append(list, refusal{strings.TrimSpace(f[0]), strings.TrimSpace(f[1]), strings.TrimSpace(f[2])})
		}
	}
	return list
})

// Refusal says why a site is not asked, whoever wants it, and what to do
// instead; ok is false for other sites.
func Refusal(u *url.URL) (why, instead string, ok bool) {
	host := strings.TrimSuffix(strings.ToLower(u.Hostname()), ".")
	registered, _ := publicsuffix.EffectiveTLDPlusOne(host) // empty for an address in numbers
	label, _, _ := strings.Cut(registered, ".")
	for _, r := range refusals() {
		if name, anywhere := strings.CutSuffix(r.host, ".*"); anywhere && label == name || host == r.host || strings.HasSuffix(host, "."+r.host) {
			return r.why, r.instead, true
		}
	}
	return "", "", false
}

// reserved says where an answer reserves the right to text and data mining, by the
// protocol TDMRep of a W3C community group; empty where it does not.
func reserved(h http.Header, body []byte) string {
	if strings.TrimSpace(h.Get("Tdm-Reservation")) == "1" {
		return "its header tdm-reservation reserves text and data mining"
	}
	head := body[:min(len(body), 64<<10)]
	for {
		i := bytes.Index(head, []byte("tdm-reservation"))
		if i < 0 {
			return ""
		}
		open := bytes.LastIndexByte(head[:i], '<')
		end := bytes.IndexByte(head[i:], '>')
		if open < 0 || end < 0 {
			return ""
		}
		tag := bytes.ToLower(head[open : i+end])
		if bytes.HasPrefix(tag, []byte("<meta")) {
			tag = bytes.ReplaceAll(bytes.ReplaceAll(tag, []byte(`"`), nil), []byte(`'`), nil)
			if bytes.Contains(tag, []byte("content=1")) {
				return "its meta element tdm-reservation reserves text and data mining"
			}
		}
		head = head[i+end:]
	}
}

// longestPause is how long a host is left alone at most, whatever it says: some
// name the year 9999.
const longestPause = 7 * 24 * time.Hour

// retryAfter reads the header of that name: seconds or a date. 0 means none.
func retryAfter(h http.Header, now time.Time) time.Duration {
	v := strings.TrimSpace(h.Get("Retry-After"))
	if n, err := strconv.ParseFloat(v, 64); err == nil && n >= 0 {
		return time.Duration(min(n, longestPause.Seconds()) * float64(time.Second))
	}
	if t, err := http.ParseTime(v); err == nil && t.After(now) {
		return min(t.Sub(now), longestPause)
	}
	return 0
}

// backoff is how long a host is left alone after so many failures in a row:
// twice as long each time, up to five minutes, and between half and all of it
// by chance (0 <= random < 1), so that hosts that failed together are not asked
// together again.
func backoff(base time.Duration, failures int, random float64) time.Duration {
	d := min(base<<min(failures, 16), 5*time.Minute)
	return time.Duration(float64(d) * (0.5 + random/2))
}
