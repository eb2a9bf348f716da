package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"log/slog"
	"net"
	"os"
	"runtime/debug"
	"strings"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"rung/corpus"
	"rung/corpus/store"
	"rung/corpus/text"
	"rung/report/web"
	"rung/scrape"
	"rung/scrape/inputs"
)

type serveFlags struct {
	modelFlags
	addr, tokenFile, words string
	cert, key              string
	hosts                  []string
	noLog                  bool
}

func (a *app) serveCommand() *cobra.Command {
	var f serveFlags
	cmd := &cobra.Command{
		Use:   "serve [DATABASE]",
		Short: "Open a page on this machine to check postings",
		Long: "serve opens a page on this machine where a posting is pasted, dropped or linked,\n" +
			"and shows while one types how it reads, why, and what to change. It runs until it\n" +
			"is interrupted. A database of rung scrape is browsed on the same page. Programs\n" +
			"ask POST /api/v1/check and /api/v1/classify; /api/v1/openapi.json describes them.",
		Example: "  rung serve\n  rung serve rung.db\n" +
			"  rung serve --addr 0.0.0.0:8080 --token-file token.txt --host jobs.example.com",
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return a.serve(cmd.Context(), &f, args) },
	}
	f.modelFlags.add(cmd)
	flags := cmd.Flags()
	flags.StringVar(&f.addr, "addr", "127.0.0.1:8080", "address and port; beyond this machine only with --token-file; port 0: any free one")
	flags.StringVar(&f.tokenFile, "token-file", "", "file that holds the token everybody is asked for")
	flags.StringVar(&f.cert, "tls-cert", "", "file with a certificate in PEM; the page is at https then, and a renewed file is taken at once")
	flags.StringVar(&f.key, "tls-key", "", "file with the key of --tls-cert")
	flags.StringSliceVar(&f.hosts, "host", nil, "name under which the page is reached, beside localhost")
	flags.StringVar(&f.words, "words", "", "file with the page's words in another language")
	flags.BoolVar(&f.noLog, "no-log", false, "log no answers on stderr")
	return cmd
}

func (a *app) serve(ctx context.Context, f *serveFlags, args []string) error {
	// A check leaves little behind: collecting garbage less often costs little
	// memory and saves a fifth of the time under load. A table of many postings
	// is what the limit is for.
	defer debug.SetGCPercent(debug.SetGCPercent(400))
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(512 << 20))
	fetcher := &scrape.Fetcher{}
	defer fetcher.Close()
	for _, h := range f.hosts {
		if h == "" || strings.ContainsAny(h, "/:@*? ") {
			return withHint(fmt.Errorf("--host %q is no name", h), "--host takes a name alone, without scheme and port, as jobs.example.com")
		}
	}
	opt := web.Options{Hosts: f.hosts, Now: time.Now, Fetch: fetcher.Fetch, Read: inputs.Bytes}
	var err error
	if opt.Classifier, err = f.load(); err != nil {
		return err
	}
	go text.Warm() // before the first who asks
	opt.Cite = cites(opt.Classifier)
	if f.tokenFile != "" {
		if opt.Token, err = readToken(f.tokenFile); err != nil {
			return err
		}
	}
	if opt.TLS, err = web.TLS(f.cert, f.key, func(name string) ([]byte, error) { return head(name, 1<<20) }); err != nil {
		return withHint(err, "--tls-cert and --tls-key go together: a certificate and its key, each a file in PEM")
	}
	if f.words != "" {
		b, err := head(f.words, 1<<20)
		if err != nil {
			return withHint(fmt.Errorf("reading the words %q: %w", f.words, err), "--words takes a copy of report/web/words.txt in another language")
		}
		if opt.Words, err = web.ReadWords(bytes.NewReader(b), f.words); err != nil {
			return fmt.Errorf("reading the words: %w", err)
		}
	}
	if !a.quiet && !f.noLog {
		log := slog.New(slog.NewTextHandler(a.stderr, nil))
		opt.Log = func(e web.Access) {
			log.Info("answered", "method", e.Method, "route", e.Route, "status", e.Status, "bytes", e.Bytes, "ms", e.Duration.Milliseconds())
		}
	}
	if len(args) == 1 {
		db, err := store.OpenReader(args[0])
		if err != nil {
			return withHint(fmt.Errorf("reading %q: %w", args[0], inputs.Cause(err)), "serve browses a database that rung scrape made; other files are dropped on the page")
		}
		defer db.Close()
		opt.Source = &databaseSource{name: args[0], db: db}
	}
	srv, err := web.New(opt)
	if err != nil {
		return err
	}
	l, err := net.Listen("tcp", f.addr)
	if err != nil {
		return withHint(fmt.Errorf("serving on %q: %w", f.addr, inputs.Cause(err)), "is another program there? --addr 127.0.0.1:0 takes any free port")
	}
	scheme := "http"
	if opt.TLS != nil {
		scheme = "https"
	}
	if addr, ok := l.Addr().(*net.TCPAddr); opt.Token != "" || ok && addr.IP.IsLoopback() {
		a.say("the page is at %s://%s/ until you press Ctrl-C", scheme, l.Addr())
	}
	a.grace.Store(int64(15 * time.Second)) // more than open answers get
	err = srv.Serve(ctx, l)
	if errors.Is(err, web.ErrOpen) {
		return withHint(err, "leave --addr out, or name a file with a token of your own by --token-file")
	}
	if err == nil {
		a.say("all questions are answered; the page is closed")
	}
	return err
}

// head reads the beginning of a small file: a device may have no end.
func head(name string, most int64) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, inputs.Cause(err)
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, most))
}

// readToken reads the first line of a file.
func readToken(name string) (string, error) {
	b, err := head(name, 4096)
	if err != nil {
		return "", withHint(fmt.Errorf("reading the token %q: %w", name, err), "--token-file names a file with one line")
	}
	line, _, _ := strings.Cut(string(b), "\n")
	const least = 16
	if line = strings.TrimSpace(line); len(line) < least {
		return "", withHint(fmt.Errorf("reading the token %q: shorter than %d characters", name, least), "for example: head -c 24 /dev/urandom | base64 > "+name)
	}
	return line, nil
}

// databaseSource browses the postings that a crawl kept. A posting's number is
// where it stood when it was first come by, which a later crawl does not move.
type databaseSource struct {
	name string
	db   *store.Store
	mu   sync.RWMutex
	ids  []corpus.ID // of those that have a text
}

func (d *databaseSource) Name() string { return d.name }

// Postings reads all from the beginning; the table asks for them once.
func (d *databaseSource) Postings() iter.Seq2[corpus.Posting, error] {
	return func(yield func(corpus.Posting, error) bool) {
		d.mu.Lock()
		d.ids = nil
		d.mu.Unlock()
		for p, err := range d.db.Postings() {
			if err != nil {
				yield(corpus.Posting{}, err)
				return
			}
			if p.Posting.Text == "" {
				continue
			}
			d.mu.Lock()
			d.ids = append(d.ids, p.ID)
			d.mu.Unlock()
			if !yield(p.Posting, nil) {
				return
			}
		}
	}
}

func (d *databaseSource) Posting(_ context.Context, n int) (corpus.Posting, error) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	if n < 0 || n >= len(d.ids) {
		return corpus.Posting{}, web.ErrNoRow
	}
	p, err := d.db.Posting(d.ids[n])
	if errors.Is(err, store.ErrNoPosting) {
		err = web.ErrNoRow
	}
	return p.Posting, err
}
