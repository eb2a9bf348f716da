// Package web is the page on which a recruiter checks a posting, and the same
// answers for programs. It shows what classify says and what the posting
// states. It fetches nothing itself, opens no file, keeps nothing on disk, asks
// no other site, and writes no word of a posting to its log.
package web

import (
	"bytes"
	"cmp"
	"context"
	"crypto/rand"
	"crypto/tls"
	"errors"
	"fmt"
	"html/template"
	"iter"
	"log"
	"net"
	"net/http"
	"runtime"
	"sync/atomic"
	"time"

	"rung/classify"
	"rung/corpus"
	"rung/corpus/read"
	"rung/report"
)

// Options say what a Server answers with. The zero value checks what is pasted
// or dropped, with the default model, in English.
type Options struct {
	Classifier *classify.Classifier                                                                              // nil: classify.Default
	Cite       func(cite string) string                                                                          // a source in words, "" where it has none; nil: not shown
	Fetch      func(ctx context.Context, address string) ([]corpus.Posting, error)                               // reads a web address; nil: the page has no field for one
	Read       func(ctx context.Context, b []byte, name string, o read.Options) iter.Seq2[corpus.Posting, error] // reads a dropped file; nil: the formats of corpus/read
	Source     Source                                                                                            // browsed beside what is dropped; nil: none
	Words      report.Words                                                                                      // nil: English
	Token      string                                                                                            // asked of everybody; empty: of nobody, and only loopback is served
	Hosts      []string                                                                                          // names beside localhost under which the server may be asked
	TLS        *tls.Config                                                                                       // see TLS; nil: HTTP is spoken
	Log        func(Access)                                                                                      // told of every answer; nil: nobody
	Now        func() time.Time                                                                                  // nil: durations are 0, no deadline is moved for a stream, and any number of wrong tokens is looked at
	Limits     Limits
}

// Limits bound what one asker can cost. A zero is the default.
type Limits struct {
	Text     int64         // bytes of one pasted posting; 1 MiB
	Upload   int64         // bytes of what is dropped at once; 64 MiB
	Postings int           // postings of one drop; 20,000
	Waiting  int           // requests that wait for a processor; 1,024
	Each     int           // requests of one address beyond this machine that are answered at a time; 16
	Bodies   int64         // bytes of long bodies that are held at a time; twice Upload and a little
	Saved    int           // checks that have a link; 256
	Tables   int           // dropped tables that are kept; 4
	Memory   int64         // bytes that the kept tables take together, and four times what the checks take; 256 MiB
	Drops    int           // drops that are read at a time; 4
	Body     time.Duration // for the body of a request to arrive; 20 s
	Fetch    time.Duration // for a web address to be read; 60 s
	Read     time.Duration // for a dropped file to be read; 20 s
	Grace    time.Duration // for open answers when the server ends; 10 s
}

func (l Limits) complete() Limits {
	l.Text = cmp.Or(l.Text, 1<<20)
	l.Upload = cmp.Or(l.Upload, 64<<20)
	l.Memory = cmp.Or(l.Memory, 256<<20)
	l.Postings = cmp.Or(l.Postings, 20_000)
	l.Waiting = cmp.Or(l.Waiting, 1024)
	l.Each = cmp.Or(l.Each, 16)
	l.Bodies = cmp.Or(l.Bodies, 2*l.Upload+4<<20)
	l.Saved = cmp.Or(l.Saved, 256)
	l.Tables = cmp.Or(l.Tables, 4)
	l.Drops = cmp.Or(l.Drops, 4)
	l.Body = cmp.Or(l.Body, 20*time.Second)
	l.Fetch = cmp.Or(l.Fetch, time.Minute)
	l.Read = cmp.Or(l.Read, 20*time.Second)
	l.Grace = cmp.Or(l.Grace, 10*time.Second)
	return l
}

// Server answers. It is safe for concurrent use.
type Server struct {
	Options
	handler http.Handler
	pages   map[string]*template.Template
	short   *queue // for a processor, of short work
	queue   *queue // the same of other work
	drops   *queue // for a place among the drops that are read
	large   *queue // the same for long lines and documents of the API
	room    room   // for bodies
	saved   *shelf[saved]
	tables  *shelf[*table]
	source  *table  // of Options.Source; nil: none
	prior   float64 // share of VPs that Options.Classifier assumes
	meter   meter
	askers  askers
	tries   tries
	pass    string // what the cookie of those who have shown the token holds: nothing that can be made of a token
	ending  atomic.Bool
}

// New makes a server. It fails where a template cannot be read.
func New(o Options) (*Server, error) {
	if o.Classifier == nil {
		o.Classifier = classify.Default()
	}
	if o.Words == nil {
		o.Words = English()
	}
	if o.Read == nil {
		o.Read = func(ctx context.Context, b []byte, name string, o read.Options) iter.Seq2[corpus.Posting, error] {
			return o.Read(ctx, bytes.NewReader(b), name)
		}
	}
	if o.Now == nil {
		o.Now = func() time.Time { return time.Time{} }
	}
	o.Limits = o.Limits.complete()
	processors := runtime.GOMAXPROCS(0)
	s := &Server{
		Options: o,
		short:   newQueue(processors, o.Limits.Waiting),
		queue:   newQueue(max(1, processors-1), o.Limits.Waiting),
		drops:   newQueue(o.Limits.Drops, o.Limits.Waiting),
		large:   newQueue(o.Limits.Drops, o.Limits.Waiting),
		room:    room{left: o.Limits.Bodies},
		pass:    rand.Text(),
		saved:   newShelf(o.Limits.Saved, o.Limits.Memory/4, saved.bytes),
		tables:  newShelf(o.Limits.Tables, o.Limits.Memory, (*table).bytes),
	}
	// Even the verdict on an empty text says at which odds it is given.
	s.prior = o.Classifier.ClassifyTop(corpus.Posting{}, 0).PriorVP
	var err error
	if s.pages, err = parsePages(o.Words); err != nil {
		return nil, err
	}
	if o.Source != nil {
		s.source = newTable(o.Source)
	}
	s.handler = s.guard(s.routes())
	return s, nil
}

// ServeHTTP answers one request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.handler.ServeHTTP(w, r) }

func (s *Server) routes() http.Handler {
	m := http.NewServeMux()
	handle := func(pattern string, h handler) { m.HandleFunc(pattern, s.handle(h)) }
	handle("GET /{$}", s.home)
	handle("POST /check", s.checkForm)
	handle("POST /fragment", s.fragment)
	handle("POST /save", s.save)
	handle("POST /card/{format}", s.sendCard(s.ask))
	handle("POST /upload", s.upload)
	handle("POST /fetch", s.fetchForm)
	handle("GET /s/{id}", s.savedPage)
	handle("GET /s/{id}/card/{format}", s.sendCard(s.kept))
	handle("GET /t/{id}", s.tablePage)
	handle("GET /t/{id}/rows/{format}", s.tableRows)
	handle("GET /t/{id}/compare", s.comparePage)
	handle("GET /t/{id}/p/{n}", s.tablePosting)
	handle("GET /t/{id}/p/{n}/card/{format}", s.sendCard(s.rowAsked))
	handle("POST /token", s.tokenForm)
	handle("GET /static/{name}", static)
	handle("POST /api/v1/check", s.apiCheck)
	handle("POST /api/v1/classify", s.apiClassify)
	handle("GET /api/v1/openapi.json", apiDescription)
	handle("GET /healthz", s.health)
	handle("GET /metrics", s.metrics)
	handle("/", noPage)
	return m
}

// handler answers, or says why it does not; then it has written nothing.
type handler func(http.ResponseWriter, *http.Request) error

// handle refuses what h does not answer.
func (s *Server) handle(h handler) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := h(w, r); err != nil {
			s.fail(w, r, err)
		}
	}
}

// ErrOpen says that a server without a token was to be reached from elsewhere.
var ErrOpen = errors.New("an address beyond this machine is served only with a token")

// Serve answers on l until ctx ends. Then it takes no new connection, finishes
// the open answers within Limits.Grace, and returns nil when all were given.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	if a, ok := l.Addr().(*net.TCPAddr); s.Token == "" && !(ok && a.IP.IsLoopback()) {
		l.Close()
		return fmt.Errorf("serving on %s: %w", l.Addr(), ErrOpen)
	}
	if s.TLS != nil {
		l = tls.NewListener(l, s.TLS)
	}
	work, stop := context.WithCancel(context.WithoutCancel(ctx))
	defer stop()
	srv := &http.Server{
		Handler:           s,
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       s.Limits.Body + 5*time.Second,
		IdleTimeout:       time.Minute,
		MaxHeaderBytes:    32 << 10,
		ErrorLog:          log.New(quiet{}, "", log.LstdFlags),
		BaseContext:       func(net.Listener) context.Context { return work },
	}
	if s.source != nil {
		go s.fill(work, s.source)
	}
	go s.rest(work, 5*time.Second)
	failed := make(chan error, 1)
	go func() { failed <- srv.Serve(l) }()
	select {
	case err := <-failed:
		return fmt.Errorf("serving on %s: %w", l.Addr(), err)
	case <-ctx.Done():
	}
	// From here on every answer says that its connection ends, and an asker that
	// was about to use an open one still may: closing it between two questions
	// could lose the second.
	s.ending.Store(true)
	grace, cancel := context.WithTimeout(work, s.Limits.Grace)
	defer cancel()
	tick := time.NewTicker(min(250*time.Millisecond, s.Limits.Grace/4))
	defer tick.Stop()
	<-tick.C
	l.Close()
	<-failed
	for s.meter.open.Load() > 0 && grace.Err() == nil {
		<-tick.C
	}
	if err := srv.Shutdown(grace); err != nil {
		srv.Close()
		return fmt.Errorf("ending: some answers took longer than %v and were cut", s.Limits.Grace)
	}
	return nil
}
