package scrape

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/url"
	"sync"
	"time"

	"rung/corpus/store"
)

// errPutOff ends the asking of a host for this run.
var errPutOff = errors.New("the host is to be left alone")

// host is one host while it is asked.
type host struct {
	crawl *crawl
	name  string

	mu       sync.Mutex
	next     time.Time     // not to be asked before
	pace     time.Duration // between two requests: the crawl's Delay, or more where robots.txt wants more
	failures int           // in a row
	robots   rules
	barren   barren
	checked  time.Time // when robots was asked for; zero: not yet
}

// pagesAtOnce is how many waiting pages are held in memory for each host.
const pagesAtOnce = 64

// askHost asks a host until nothing of it waits.
func (c *crawl) askHost(ctx context.Context, name string) error {
	known, err := c.store.Host(name)
	if err != nil {
		return err
	}
	h := &host{crawl: c, name: name, next: known.Next, failures: known.Failures, pace: c.opt.Delay}
	if !known.RobotsAt.IsZero() {
		r, age := robotsOf(known.RobotsStatus, known.Robots), time.Since(known.RobotsAt)
		if age >= 0 && (age < robotsRetry || age < robotsFresh && !r.later) { // a clock may have been set back
			h.obey(r, known.RobotsAt)
		}
	}
	clients := make([]*client, c.opt.PerHost)
	for i := range clients {
		clients[i] = c.newClient()
	}
	for cursor := store.Cursor(-1); ; {
		var pages []store.Page
		if pages, cursor, err = c.store.WaitingPages(name, cursor, pagesAtOnce*c.opt.PerHost); err != nil || len(pages) == 0 {
			return err
		}
		if err := h.askPages(ctx, clients, pages); err != nil {
			return err
		}
	}
}

// askPages shares pages among clients.
func (h *host) askPages(ctx context.Context, clients []*client, pages []store.Page) error {
	if len(clients) == 1 || len(pages) == 1 {
		for _, p := range pages {
			if err := h.ask(ctx, clients[0], p); err != nil {
				return err
			}
		}
		return nil
	}
	todo := make(chan store.Page)
	errs := make(chan error, len(clients))
	for _, f := range clients {
		go func() {
			var err error
			for p := range todo {
				if err == nil {
					err = h.ask(ctx, f, p)
				}
			}
			errs <- err
		}()
	}
	for _, p := range pages {
		todo <- p
	}
	close(todo)
	var first error
	for range clients {
		if err := <-errs; err != nil && first == nil {
			first = err
		}
	}
	return first
}

// turn waits for the host's pace and takes the next place in it. The error is
// the context's, or errPutOff.
func (h *host) turn(ctx context.Context) error {
	if h.crawl.isOver() {
		return errPutOff
	}
	if h.exhausted() {
		h.crawl.tell(h.name, "", PutOff, fmt.Sprintf("its last %d pages led to no posting", 3*h.crawl.opt.Limits.Barren), Tally{})
		return errPutOff
	}
	h.mu.Lock()
	at := h.next
	if now := time.Now(); at.Before(now) {
		at = now
	}
	wait := time.Until(at)
	if wait <= h.crawl.opt.Limits.Wait {
		h.next = at.Add(h.pace)
	}
	h.mu.Unlock()
	if !h.crawl.request(at) {
		return errPutOff
	}
	if wait > h.crawl.opt.Limits.Wait {
		h.crawl.tell(h.name, "", PutOff, fmt.Sprintf("it wants to be left alone until %s", at.UTC().Format(time.RFC3339)), Tally{})
		return errPutOff
	}
	if wait <= 0 {
		return ctx.Err()
	}
	t := time.NewTimer(wait)
	defer t.Stop()
	select {
	case <-t.C:
	case <-ctx.Done():
	}
	return ctx.Err()
}

// asked notes that the host was asked, and sets when it may be asked again: after
// its pace, or after pause where the host wants a longer one, or after a time that
// doubles with each failure in a row.
func (h *host) asked(failed bool, pause time.Duration) store.Host {
	h.mu.Lock()
	defer h.mu.Unlock()
	if failed {
		h.failures++
		pause = max(pause, backoff(max(h.pace, 10*time.Millisecond), h.failures, rand.Float64()))
	} else {
		h.failures = 0
	}
	if next := time.Now().Add(max(h.pace, pause)); next.After(h.next) {
		h.next = next
	}
	return store.Host{Name: h.name, Next: h.next, Failures: h.failures}
}

func (h *host) obey(r rules, asked time.Time) {
	h.robots, h.checked = r, asked
	h.pace = max(h.crawl.opt.Delay, r.delay)
}

// allowed says why robots.txt forbids an address; empty when it does not. later
// is true where it may allow it another time. It asks for the file first unless a
// fresh one is known.
func (h *host) allowed(ctx context.Context, f *client, u *url.URL) (why string, later bool, err error) {
	h.mu.Lock()
	known, robots := time.Since(h.checked) < robotsFresh, h.robots
	h.mu.Unlock()
	if !known {
		if robots, err = h.askRobots(ctx, f, u); err != nil {
			return "", false, err
		}
	}
	switch {
	case robots.none != "":
		return robots.none, robots.later, nil
	case !robots.allows(u.RequestURI()):
		return "robots.txt forbids it", false, nil
	}
	return "", false, nil
}

// askRobots asks for robots.txt, following up to five redirects.
func (h *host) askRobots(ctx context.Context, f *client, u *url.URL) (rules, error) {
	if err := h.turn(ctx); err != nil {
		return rules{}, err
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	if time.Since(h.checked) < robotsFresh { // by another, meanwhile
		return h.robots, nil
	}
	at := &url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/robots.txt"}
	status, body := 0, []byte(nil)
	var answers []store.Exchange
	for hop := 0; ; hop++ {
		if hop > 0 && !h.crawl.request(time.Now()) {
			return rules{}, errPutOff
		}
		x, err := f.fetch(ctx, "GET", at.String(), "", nil)
		x.release()
		if ctx.Err() != nil {
			return rules{}, ctx.Err()
		}
		if err != nil {
			r := rules{none: never(err)}
			if r.none == "" {
				r = robotsOf(0, nil)
				r.none += ": " + err.Error()
			}
			h.obey(r, time.Now())
			return r, nil // it is not kept: the next run tries again
		}
		status = x.status
		if len(x.body) > robotsLimit {
			x.body, x.truncated = x.body[:robotsLimit], "longer than is read of a robots.txt"
		}
		body = x.body
		answer, _ := h.crawl.respond(time.Now(), x)
		answers = append(answers, store.Exchange{Page: store.Page{URL: at.String()}, Response: *answer})
		if status/100 != 3 {
			break
		}
		to, err := at.Parse(x.header.Get("Location"))
		if hop == 5 || err != nil || checkURL(to) != "" {
			break
		}
		at, status = to, 0
	}
	if status/100 != 2 {
		body = nil
	}
	now := time.Now()
	h.obey(robotsOf(status, body), now)
	h.next = now.Add(h.pace)
	if h.crawl.store == nil {
		return h.robots, nil
	}
	return h.robots, h.crawl.store.SetRobots(store.Host{Name: h.name, Robots: body, RobotsAt: now, RobotsStatus: status}, answers)
}
