package scrape

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"time"

	"rung/corpus"
	"rung/corpus/store"
)

// Crawler gathers postings into a store. Its zero value but for Store is right:
// it is slow on purpose.
type Crawler struct {
	Store *store.Store

	UserAgent string // see DefaultUserAgent
	From      string // an e-mail address for the header of that name; may be empty

	Delay    time.Duration // between two requests to a host; 0: one second; negative: none
	Hosts    int           // hosts asked at the same time; 0: 8
	PerHost  int           // requests to a host at the same time; 0: 1
	Fresh    time.Duration // how long an answer is good for; 0: 12 hours; negative: not at all
	Max      int           // postings after which no more is asked; 0: no limit
	Requests int           // requests, also for robots.txt, after which no more is asked; 0: no limit
	Time     time.Duration // after which no more is asked; 0: no limit
	MaxDepth int           // pages from the source to a posting; 0: 4
	Limits   Limits

	AllowPrivate     bool // ask private and loopback addresses too; see NotPublic
	KeepPersonalData bool
	Verify           bool // leave out the records of archives that differ from their digests

	// Transport, if not nil, answers instead of the network. The guards on
	// addresses are the network's, so it has none of them.
	Transport http.RoundTripper

	// Event, if not nil, is told what happens. It is called by one goroutine at
	// a time and should return soon.
	Event func(Event)
}

// DefaultUserAgent tells who asks: the program, and whom to turn to.
func DefaultUserAgent(contact string) string {
	if contact == "" {
		return product + "/1 (reader of job postings; its operator gave no contact)"
	}
	return product + "/1 (reader of job postings; contact: " + contact + ")"
}

// Event is one thing that happened to a page.
type Event struct {
	Host   string
	URL    string
	What   What
	Reason string // why it failed, was refused or is put off; empty otherwise
	Tally  Tally  // of the host in this run, so far
}

// What is a kind of event.
type What uint8

const (
	Asked     What = iota // and answered
	Unchanged             // 304
	Moved                 // a redirect
	GonePage              // 404 or 410
	RefusedBy             // by robots.txt, a reservation, a guard, this program
	FailedFor             // for now or for good
	PutOff                // the host wants to be left alone for longer than this run lasts
)

// Tally counts what happened.
type Tally struct {
	Asked, Kept, Refused, Errors int
	New, Changed, Gone           int
	Skipped                      int           // pages that should have been read and were not, for good
	Pace                         time.Duration // between two requests
}

func (t *Tally) add(o Tally) {
	t.Asked += o.Asked
	t.Kept += o.Kept
	t.Refused += o.Refused
	t.Errors += o.Errors
	t.New += o.New
	t.Changed += o.Changed
	t.Gone += o.Gone
	t.Skipped += o.Skipped
}

// Summary is what a run did.
type Summary struct {
	Hosts   map[string]Tally
	Total   Tally
	Waiting int            // pages that were not asked yet
	Over    string         // why no more was asked, where a limit of the Crawler ended it; else empty
	Sources []store.Source // of this run
	Notes   []string       // what else is to be said of it
}

// crawl is one run.
type crawl struct {
	opt     Crawler // with the defaults in place of zeros
	store   *store.Store
	large   chan struct{} // see guarded
	started time.Time
	wake    chan struct{} // pages were queued, perhaps of a host that nobody asks

	mu       sync.Mutex
	hosts    map[string]Tally
	kept     int
	requests int
	over     string // why no more is asked; empty: it is
	notes    []string
}

// Run asks for all that the sources lead to, until nothing is waiting, and goes on
// where an earlier run over the same store ended. On an error, the context's too,
// the store is as the last step left it, and the summary still says what was done.
func (cr *Crawler) Run(ctx context.Context, sources []Source) (Summary, error) {
	c := newCrawl(*cr)
	names := make([]string, len(sources))
	for i, s := range sources {
		names[i] = s.Name
	}
	if err := c.store.Begin(names); err != nil {
		return Summary{}, err
	}
	err := c.all(ctx, sources)
	c.close()
	sum, sumErr := c.summary(names)
	if err == nil {
		err = sumErr
	}
	return sum, err
}

// close lets go of idle connections.
func (c *crawl) close() {
	if t, ok := c.opt.Transport.(*http.Transport); ok {
		t.CloseIdleConnections()
	}
}

func newCrawl(opt Crawler) *crawl {
	opt.Limits = opt.Limits.orDefault()
	if opt.Transport == nil {
		opt.Transport = netTransport(opt.AllowPrivate)
	}
	opt.UserAgent = cmp.Or(opt.UserAgent, DefaultUserAgent(opt.From))
	opt.Delay = max(cmp.Or(opt.Delay, time.Second), 0)
	opt.Fresh = cmp.Or(opt.Fresh, 12*time.Hour)
	opt.Hosts = cmp.Or(max(opt.Hosts, 0), 8)
	opt.PerHost = cmp.Or(max(opt.PerHost, 0), 1)
	opt.MaxDepth = cmp.Or(max(opt.MaxDepth, 0), 4)
	return &crawl{opt: opt, store: opt.Store, large: make(chan struct{}, 2), started: time.Now(),
		wake: make(chan struct{}, 1), hosts: map[string]Tally{}}
}

// fresh is the time since which an answer is good enough.
func (c *crawl) fresh() time.Time {
	if c.opt.Fresh < 0 {
		return c.started
	}
	return c.started.Add(-c.opt.Fresh)
}

func (c *crawl) all(ctx context.Context, sources []Source) error {
	for _, s := range sources {
		if s.archive != "" {
			if err := c.replay(ctx, s); err != nil {
				return err
			}
			continue
		}
		pages := c.admit(s.start, s.Name, nil)
		if _, err := c.store.StartSource(s.Name, pages, c.started, c.fresh()); err != nil {
			return err
		}
		for _, p := range pages {
			if p.State == store.Refused {
				c.tell(p.Host, p.URL, RefusedBy, p.Reason, Tally{Refused: 1, Skipped: 1})
			}
		}
	}
	if err := c.askAll(ctx); err != nil {
		return err
	}
	now := time.Now()
	cut := c.overWhy()
	for _, s := range sources {
		if s.archive == "" {
			gone, err := c.store.EndSource(s.Name, cut, now)
			if err != nil {
				return err
			}
			c.count("", Tally{Gone: gone})
		}
	}
	gone, err := c.store.Expire(now)
	if err != nil {
		return err
	}
	c.count("", Tally{Gone: gone})
	prints, err := c.store.Fingerprints()
	if err != nil {
		return err
	}
	var near map[corpus.ID]corpus.ID
	if err := meanwhile(ctx, func() { near = corpus.Near(prints) }); err != nil {
		return err
	}
	return c.store.Link(ctx, near)
}

// meanwhile does what may take seconds for one answer or all postings, however short
// of time the user is: it returns when ctx ends, and what do makes is then nobody's.
func meanwhile(ctx context.Context, do func()) error {
	done := make(chan struct{})
	go func() {
		do()
		close(done)
	}()
	select {
	case <-done:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// askAll asks the hosts that have pages waiting, up to Hosts of them at a time,
// each in a goroutine of its own.
func (c *crawl) askAll(ctx context.Context) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	type ended struct {
		host string
		err  error
	}
	ends := make(chan ended)
	active, off := map[string]bool{}, map[string]bool{}
	var failed error
	for {
		for host := ""; failed == nil && ctx.Err() == nil && len(active) < c.opt.Hosts && !c.isOver(); {
			if host, failed = c.store.NextHost(host); host == "" {
				break
			}
			if !active[host] && !off[host] {
				active[host] = true
				go func() { ends <- ended{host, c.askHost(ctx, host)} }()
			}
		}
		if len(active) == 0 {
			break
		}
		select {
		case e := <-ends:
			delete(active, e.host)
			switch {
			case errors.Is(e.err, errPutOff):
				off[e.host] = true
			case e.err != nil && failed == nil:
				failed = e.err
				cancel(e.err)
			}
		case <-c.wake:
		}
	}
	if failed == nil {
		failed = ctx.Err()
	}
	return failed
}

func (c *crawl) isOver() bool { return c.overWhy() != "" }

// overWhy says why no more is asked; empty where it is.
func (c *crawl) overWhy() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.over
}

// request counts a request that is sent at a time, and reports whether it may be.
func (c *crawl) request(at time.Time) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	switch {
	case c.over != "":
	case c.opt.Time > 0 && at.Sub(c.started) >= c.opt.Time:
		c.over = fmt.Sprintf("asking ended after %v", c.opt.Time)
	case c.opt.Requests > 0 && c.requests >= c.opt.Requests:
		c.over = fmt.Sprintf("asking ended after %d requests", c.opt.Requests)
	default:
		c.requests++
	}
	return c.over == ""
}

// room is how many more postings may be kept; negative: any number.
func (c *crawl) room() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.opt.Max <= 0 {
		return -1
	}
	return max(0, c.opt.Max-c.kept)
}

// count adds to a host's tally and tells of it.
func (c *crawl) count(host string, t Tally) Tally {
	c.mu.Lock()
	defer c.mu.Unlock()
	sum := c.hosts[host]
	sum.add(t)
	if t.Pace > 0 {
		sum.Pace = t.Pace
	}
	c.hosts[host] = sum
	c.kept += t.Kept
	if c.over == "" && c.opt.Max > 0 && c.kept >= c.opt.Max {
		c.over = fmt.Sprintf("asking ended at %d postings", c.opt.Max)
	}
	return sum
}

func (c *crawl) tell(host, url string, what What, reason string, t Tally) {
	sum := c.count(host, t)
	if c.opt.Event != nil {
		c.mu.Lock()
		defer c.mu.Unlock()
		c.opt.Event(Event{host, url, what, reason, sum})
	}
}

func (c *crawl) summary(names []string) (Summary, error) {
	s := Summary{Hosts: maps.Clone(c.hosts), Over: c.over, Notes: c.notes}
	for _, t := range c.hosts {
		s.Total.add(t)
	}
	delete(s.Hosts, "")
	n, err := c.store.Count()
	if err != nil {
		return s, err
	}
	s.Waiting = n[store.Waiting]
	all, err := c.store.Sources()
	for _, o := range all {
		if slices.Contains(names, o.Name) {
			s.Sources = append(s.Sources, o)
		}
	}
	return s, err
}

// hostName is a host with its port, unless that is the scheme's own. A pace is
// kept for each.
func hostName(u *url.URL) string {
	host := strings.ToLower(u.Host)
	switch u.Scheme {
	case "http":
		host = strings.TrimSuffix(host, ":80")
	case "https":
		host = strings.TrimSuffix(host, ":443")
	}
	return host
}
