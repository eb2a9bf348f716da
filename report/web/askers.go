package web

import (
	"net"
	"net/http"
	"net/netip"
	"strings"
	"sync"
	"time"
)

// from is the address that asks, as far as one asker has it: of IPv6 a whole network of
// 64 bits. local: everybody on this machine, or behind a proxy there, is that one; what
// comes without an address, as over a socket of the file system, comes from there too.
func from(r *http.Request) (a netip.Prefix, local bool) {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		host = r.RemoteAddr
	}
	ip, _ := netip.ParseAddr(host)
	ip = ip.Unmap().WithZone("")
	bits := 32
	if ip.Is6() {
		bits = 64
	}
	a, _ = ip.Prefix(bits)
	return a, !ip.IsValid() || ip.IsLoopback()
}

// askers are how many requests of each address are answered now.
type askers struct {
	mu   sync.Mutex
	open map[netip.Prefix]int
}

// enter reports whether an address may ask one more, at most most at a time; leave ends
// it.
func (a *askers) enter(from netip.Prefix, most int) bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.open[from] >= most {
		return false
	}
	if a.open == nil {
		a.open = map[netip.Prefix]int{}
	}
	a.open[from]++
	return true
}

func (a *askers) leave(from netip.Prefix) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.open[from]--; a.open[from] == 0 {
		delete(a.open, from)
	}
}

// Wrong tokens may be shown so often, and after that no token is looked at for a while.
const (
	triesEach = 5    // a minute, from one address beyond this machine
	triesAll  = 5    // a second, over all
	triesFree = 3    // from one address, whatever others do
	triesKept = 4096 // addresses
)

// tries counts wrong tokens. What others try does not shut out who shows the right one
// from an address of his own.
type tries struct {
	mu  sync.Mutex
	of  map[netip.Prefix]*level
	all level
}

// level is of something that comes in and runs out again.
type level struct {
	high float64
	at   time.Time
}

func (l *level) fall(now time.Time, perSecond float64) float64 {
	l.high = max(0, l.high-perSecond*now.Sub(l.at).Seconds())
	l.at = now
	return l.high
}

// judge reports whether a token may be looked at, and counts it where it is wrong.
func (t *tries) judge(r *http.Request, now time.Time, right bool) (looked bool) {
	if now.IsZero() {
		return true // without a clock nothing is limited
	}
	a, local := from(r)
	t.mu.Lock()
	defer t.mu.Unlock()
	of := t.of[a]
	if of == nil {
		of = &level{at: now}
	}
	all, own := t.all.fall(now, triesAll) > triesAll-1, of.fall(now, triesEach/60.)
	if !local && own > triesEach-1 || all && (local || own > triesFree-1) {
		return false
	}
	if right {
		return true
	}
	of.high++
	t.all.high++
	if t.of == nil {
		t.of = map[netip.Prefix]*level{}
	}
	t.of[a] = of
	for other, l := range t.of {
		if len(t.of) <= triesKept && l.fall(now, triesEach/60.) > 0 {
			break // there is room, and the rest is looked through another time
		}
		if other != a {
			delete(t.of, other)
		}
	}
	return true
}

// elsewhere says why a request is not answered because of where it comes from; nil: it is.
// A page of another site may not have work done here, though it would not see what
// comes of it. A link there may be followed to where no work is done, or to a saved
// check, of which nobody knows the name by chance.
func elsewhere(r *http.Request) error {
	site := r.Header.Get("Sec-Fetch-Site")
	if site != "cross-site" && site != "same-site" || cheap(r) {
		return nil
	}
	followed := r.Header.Get("Sec-Fetch-Mode") == "navigate" && (r.Header.Get("Sec-Fetch-Dest") == "document" || r.Header.Get("Sec-Fetch-Dest") == "")
	saved, ok := strings.CutPrefix(r.URL.Path, "/s/")
	switch {
	case !followed:
		return errOrigin
	case r.URL.Path == "/" || ok && !strings.Contains(saved, "/"):
		return nil
	}
	return errLinked
}

// cheap reports whether a request costs next to nothing.
func cheap(r *http.Request) bool {
	return strings.HasPrefix(r.URL.Path, "/static/") || r.URL.Path == "/healthz" || r.URL.Path == "/api/v1/openapi.json"
}
