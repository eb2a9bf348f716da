package scrape

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"

	"rung/corpus"
	"rung/scrape/board"
)

// FetchOptions say how single addresses are read. The zero value is right.
type FetchOptions struct {
	UserAgent string        // see DefaultUserAgent
	From      string        // an e-mail address for the header of that name; may be empty
	Delay     time.Duration // between two requests to a host; 0: one second; negative: none
	Time      time.Duration // for one address, waiting included; 0: 20 s
	Limits    Limits

	AllowPrivate     bool // ask private and loopback addresses too
	KeepPersonalData bool

	// Transport, if not nil, answers instead of the network. The guards on
	// addresses are the network's, so it has none of them.
	Transport http.RoundTripper
}

// FetchError says why an address gave no posting.
type FetchError struct {
	Address string // as it was given
	Why     string
	Fix     string // what to do instead
}

func (e *FetchError) Error() string { return fmt.Sprintf("%q: %s; %s", e.Address, e.Why, e.Fix) }

// Fetcher reads single addresses with the manners and the guards of a crawl,
// and keeps nothing but, in memory, what it knows of hosts: their robots.txt
// and when they may be asked again. It is safe for concurrent use.
type Fetcher struct {
	FetchOptions

	mu    sync.Mutex
	crawl *crawl
	hosts map[string]*oneHost
}

// oneHost is a host that is asked by one Fetch at a time.
type oneHost struct {
	*host
	client *client
	busy   chan struct{} // holds one value while someone asks
}

// Fetch reads one address, see Fetcher.Fetch.
func Fetch(ctx context.Context, address string, o FetchOptions) ([]corpus.Posting, error) {
	f := Fetcher{FetchOptions: o}
	p, err := f.Fetch(ctx, address)
	f.Close()
	return p, err
}

// FetchOne reads one address, see Fetcher.Fetch. Its error does not name the address, for
// who does.
func FetchOne(ctx context.Context, address string) ([]corpus.Posting, error) {
	p, err := Fetch(ctx, address, FetchOptions{})
	var failed *FetchError
	if errors.As(err, &failed) {
		err = errors.New(failed.Why + "; " + failed.Fix)
	}
	return p, err
}

const (
	// maxRequests bounds what one address may lead to: redirects, a board
	// behind a page, the pages of its list.
	maxRequests = 12
	// maxHosts is how many hosts are remembered.
	maxHosts = 256
	// robotsAgain is how soon a robots.txt that could not be had is asked for
	// again when a user waits for it.
	robotsAgain = time.Minute
)

// Fetch reads the posting at a web address, or those of a board's list that
// shows them whole; "greenhouse:acme#123" names a posting too. Its error is a
// *FetchError, or the context's.
func (f *Fetcher) Fetch(ctx context.Context, address string) ([]corpus.Posting, error) {
	limit := f.limit()
	within, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	var found []corpus.Posting
	var err error
	late := meanwhile(within, func() { found, err = f.fetch(within, strings.TrimSpace(address)) })
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case late != nil:
		return nil, &FetchError{Address: address, Why: fmt.Sprintf("it took longer than %v", limit), Fix: fixSave}
	case err != nil && within.Err() != nil:
		err = &FetchError{Why: fmt.Sprintf("it took longer than %v", limit), Fix: fixSave}
	}
	var e *FetchError
	if errors.As(err, &e) {
		e.Address = address
	}
	return found, err
}

func (f *Fetcher) limit() time.Duration {
	return cmp.Or(max(f.Time, 0), 20*time.Second)
}

// Close lets go of idle connections.
func (f *Fetcher) Close() {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.crawl != nil {
		f.crawl.close()
	}
}

// What to do instead.
const (
	fixSave   = "open it in a browser, save the page or copy its text, and use that"
	fixAgain  = "try again later"
	fixList   = "name one posting, or gather them all with rung scrape"
	fixTyping = "name a page by its address, as in https://jobs.example.com/jobs/1"
)

func (f *Fetcher) fetch(ctx context.Context, address string) (found []corpus.Posting, err error) {
	source, ok := remote(address)
	if !ok {
		return nil, &FetchError{Why: "it is no web address", Fix: fixTyping}
	}
	todo := make([]wanted, len(source.start))
	for i, r := range source.start {
		todo[i].Request = r
	}
	said := ""
	for n := 0; len(todo) > 0; n++ {
		if n == maxRequests {
			return nil, &FetchError{Why: fmt.Sprintf("it leads on and on: %d requests were made", n), Fix: fixSave}
		}
		w := todo[0]
		a, next, err := f.ask(ctx, w)
		if err != nil {
			return nil, err
		}
		todo = append(next, todo[1:]...)
		said = cmp.Or(strings.Join(a.Notes, "; "), a.Incomplete, said)
		for i := range a.Jobs {
			if ctx.Err() != nil { // nobody waits any more
				return nil, ctx.Err()
			}
			j := &a.Jobs[i]
			if j.Posting.Text == "" && j.Closed {
				said = "the posting is closed"
			} else if j.Posting.Text != "" {
				p := f.crawl.posting(j, time.Now()).Posting
				p.Fetched = time.Now()
				found = append(found, p)
			}
		}
		switch {
		case w.Posting != "" && len(found) > 0:
			return found, nil
		case w.Posting != "" || len(a.Next) == 1 && len(found) == 0:
			for _, r := range a.Next {
				todo = append(todo, wanted{Request: r})
			}
		case len(a.Next) > 0:
			return nil, &FetchError{Why: fmt.Sprintf("it is a list, which names %d postings or more pages", max(len(a.Listed), len(a.Next))), Fix: fixList}
		}
	}
	if len(found) == 0 {
		return nil, &FetchError{Why: cmp.Or(said, "no posting was found there"), Fix: fixSave}
	}
	return found, nil
}

// ask makes one request. next is where a redirect leads.
func (f *Fetcher) ask(ctx context.Context, w wanted) (a board.Answer, next []wanted, err error) {
	no := func(why, fix string) (board.Answer, []wanted, error) {
		if len(w.Via) > 0 || w.Board != "web" { // it is not what the user typed
			why = w.URL + ": " + why
		}
		return board.Answer{}, nil, &FetchError{Why: why, Fix: fix}
	}
	u, err := url.Parse(w.URL)
	if err != nil {
		return no("the address cannot be read", fixTyping)
	}
	if why, instead, refused := Refusal(u); refused {
		return no(u.Hostname()+" is not asked: "+why, "instead, "+instead)
	}
	if why := checkURL(u); why != "" {
		return no(why, fixTyping)
	}
	h := f.host(u)
	select {
	case h.busy <- struct{}{}:
		defer func() { <-h.busy }()
	case <-ctx.Done():
		return a, nil, ctx.Err()
	}
	if h.robots.later && time.Since(h.checked) > robotsAgain {
		h.checked = time.Time{}
	}
	later := fmt.Sprintf("it wants to be left alone for %v", time.Until(h.next).Round(time.Second))
	why, again, err := h.allowed(ctx, h.client, u)
	switch {
	case errors.Is(err, errPutOff):
		return no(later, fixAgain)
	case err != nil:
		return a, nil, err
	case again:
		return no(why, fixAgain)
	case why != "":
		return no(why, fixSave)
	}
	if err := h.turn(ctx); errors.Is(err, errPutOff) {
		return no(later, fixAgain)
	} else if err != nil {
		return a, nil, err
	}
	x, err := h.client.fetch(ctx, cmp.Or(w.Method, "GET"), w.URL, w.Body, f.crawl.header(w))
	defer x.release()
	if ctx.Err() != nil {
		return a, nil, ctx.Err()
	}
	o := f.crawl.outcome(w, u, x, err)
	h.asked(o.meaning == postponed, o.pause)
	switch o.meaning {
	case readable:
	case moved:
		return a, o.next, nil
	case postponed:
		return no(o.why, fixAgain)
	case absent:
		return no(o.why, "the posting may be closed")
	default:
		return no(o.why, fixSave)
	}
	body, _, _ := f.crawl.cleaned(x.body)
	if a, err = board.Parse(w.Request, body, x.header.Get("Content-Type"), f.crawl.opt.Limits.Tags); err != nil {
		return no(strings.TrimPrefix(err.Error(), w.URL+": "), fixSave)
	}
	return a, nil, nil
}

// host is what is known of an address's host.
func (f *Fetcher) host(u *url.URL) *oneHost {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.crawl == nil {
		cr := Crawler{UserAgent: f.UserAgent, From: f.From, Delay: f.Delay, Limits: f.Limits, AllowPrivate: f.AllowPrivate,
			KeepPersonalData: f.KeepPersonalData, Transport: f.Transport}
		cr.Limits.Wait = f.limit()
		f.crawl, f.hosts = newCrawl(cr), map[string]*oneHost{}
	}
	name := hostName(u)
	h := f.hosts[name]
	if h != nil {
		return h
	}
	if len(f.hosts) >= maxHosts { // those that may be asked now have the least to remember
		for k, old := range f.hosts {
			select {
			case old.busy <- struct{}{}:
				if old.next.Before(time.Now()) {
					delete(f.hosts, k)
				}
				<-old.busy
			default:
			}
		}
	}
	h = &oneHost{host: &host{crawl: f.crawl, name: name, pace: f.crawl.opt.Delay}, client: f.crawl.newClient(), busy: make(chan struct{}, 1)}
	f.hosts[name] = h
	return h
}
