package main

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"net/mail"
	"net/url"
	"os"
	"runtime/debug"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"rung/corpus/store"
	"rung/report"
	"rung/scrape"
)

// scrapeFlags are those of rung scrape.
type scrapeFlags struct {
	db, out, path, userAgent, contact, progress string
	delay, fresh, time                          time.Duration
	max, requests, hosts, perHost               int
	dry, private, personal, verify              bool
}

func (a *app) scrapeCommand() *cobra.Command {
	var f scrapeFlags
	cmd := &cobra.Command{
		Use:   "scrape SOURCE…",
		Short: "Gather postings from careers pages and job boards, politely",
		Long: "scrape asks sites for postings and keeps them in a database. A source is a\n" +
			"careers page, one posting, a sitemap or a feed by its address; a board, as in\n" +
			"greenhouse:acme; a file that lists any of these, a line each; a WARC, a saved\n" +
			"page, or a folder of saved pages. Interrupted or killed, the same command goes\n" +
			"on where it stopped. It keeps to robots.txt, asks a host once a second, and\n" +
			"takes e-mail addresses, phone numbers and recruiters' names out of what it keeps.",
		Example: "  rung scrape greenhouse:acme --contact you@example.com\n" +
			"  rung scrape https://jobs.example.com/careers --db jobs.db\n" +
			"  rung scrape sources.txt --dry-run\n" +
			"  rung classify rung.db",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return withHint(errors.New("no source to ask: name an address, a board or a file"), "for example: rung scrape greenhouse:acme")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error { return a.scrape(cmd.Context(), &f, args) },
	}
	flags := cmd.Flags()
	flags.StringVar(&f.db, "db", "rung.db", "database to keep all in; it is made where there is none")
	flags.StringVar(&f.out, "out", "", "also write, at the end: jsonl (the postings) or warc (the answers)")
	flags.StringVarP(&f.path, "output", "o", "", "file for --out (default: stdout for jsonl, the database's name with .warc.gz for warc)")
	flags.IntVar(&f.max, "max", 0, "ask no more after this many postings; 0: no limit")
	flags.IntVar(&f.requests, "max-requests", 0, "ask no more after this many requests; 0: no limit")
	flags.DurationVar(&f.time, "max-time", 0, "ask no more after this time, such as 10m; 0: no limit")
	flags.DurationVar(&f.delay, "delay", time.Second, "time between two requests to a host; robots.txt may ask for more")
	flags.DurationVar(&f.fresh, "fresh", 12*time.Hour, "how long an answer is good for; 0 asks for everything again")
	flags.IntVar(&f.hosts, "hosts", 8, "hosts asked at the same time")
	flags.IntVar(&f.perHost, "per-host", 0, "requests to one host at the same time (default 1, or 8 with --delay 0s); more than 1 for your own hosts only")
	flags.StringVar(&f.contact, "contact", "", "e-mail address or web page by which a site can reach you; it is told to every site")
	flags.StringVar(&f.userAgent, "user-agent", "", "how to name yourself to sites instead")
	flags.BoolVar(&f.dry, "dry-run", false, "ask nothing; list what would be asked, and what not and why")
	flags.BoolVar(&f.private, "allow-private", false, "ask private and loopback addresses too, as on an intranet")
	flags.BoolVar(&f.personal, "keep-personal-data", false, "keep e-mail addresses, phone numbers and recruiters' names")
	flags.BoolVar(&f.verify, "warc-verify", false, "leave out the records of a web archive that differ from their digests")
	addProgressFlag(cmd, &f.progress)
	offer(cmd, "out", "jsonl", "warc")
	return cmd
}

func (f *scrapeFlags) validate() error {
	flag := func(name string, v any, hint string) error {
		return withHint(fmt.Errorf("reading the flags: --%s %v", name, v), hint)
	}
	switch {
	case f.out != "" && f.out != "jsonl" && f.out != "warc":
		return flag("out", fmt.Sprintf("%q", f.out), "it takes jsonl or warc; the database is written always")
	case f.out == "" && f.path != "":
		return flag("output", fmt.Sprintf("%q without --out", f.path), "say with --out jsonl or --out warc what the file shall hold; --db names the database")
	case f.delay < 0:
		return flag("delay", f.delay, "0s is no pause at all, for your own hosts")
	case f.fresh < 0:
		return flag("fresh", f.fresh, "0s asks for everything again")
	case f.max < 0:
		return flag("max", f.max, "0 is no limit")
	case f.requests < 0:
		return flag("max-requests", f.requests, "0 is no limit")
	case f.time < 0:
		return flag("max-time", f.time, "0 is no limit")
	case f.hosts < 1 || f.hosts > 64:
		return flag("hosts", f.hosts, "1 to 64")
	case f.perHost < 0 || f.perHost > 64:
		return flag("per-host", f.perHost, "1 to 64")
	case f.progress != "auto" && f.progress != "on" && f.progress != "off":
		return flag("progress", fmt.Sprintf("%q", f.progress), "it takes auto, on or off")
	case f.out == "warc" && f.path == "":
		f.path = strings.TrimSuffix(f.db, ".db") + ".warc.gz"
	}
	if f.perHost == 0 {
		f.perHost = 1
		if f.delay == 0 { // no politeness is wanted
			f.perHost = 8
		}
	}
	for _, s := range []string{f.contact, f.userAgent} {
		if strings.ContainsFunc(s, func(r rune) bool { return r < ' ' || r == 0x7f }) {
			return flag("contact or --user-agent", fmt.Sprintf("%q", s), "one line of text is sent to sites")
		}
	}
	return nil
}

func (a *app) scrape(ctx context.Context, f *scrapeFlags, args []string) error {
	if err := f.validate(); err != nil {
		return err
	}
	var sources []scrape.Source
	for _, arg := range args {
		s, err := scrape.ParseSource(arg)
		if err != nil {
			return withHint(err, "rung scrape --help tells what can be named")
		}
		sources = append(sources, s...)
	}
	if f.dry {
		return a.scrapeDry(f, sources)
	}
	if f.contact == "" && f.userAgent == "" {
		a.say("name yourself with --contact, so that a site that minds can tell you")
	}
	out, err := a.create(f.outPath(), []string{f.db})
	if err != nil {
		return err
	}
	defer out.Abort()
	db, err := store.Open(f.db)
	if err != nil {
		return storeError("opening", err)
	}
	defer db.Close()
	// What is in use at a time is little, so collecting garbage less often costs
	// little memory and saves a tenth of the time.
	defer debug.SetGCPercent(debug.SetGCPercent(400))
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(100 << 20))
	live := a.live(f.progress)
	c := scrape.Crawler{
		Store: db, UserAgent: f.userAgent, Delay: orNone(f.delay), Fresh: orNone(f.fresh), Max: f.max, Requests: f.requests, Time: f.time, Hosts: f.hosts, PerHost: f.perHost,
		AllowPrivate: f.private, KeepPersonalData: f.personal, Verify: f.verify, Event: live.event,
	}
	if c.UserAgent == "" {
		c.UserAgent = scrape.DefaultUserAgent(f.contact)
	}
	if m, err := mail.ParseAddress(f.contact); err == nil {
		c.From = m.Address
	}
	sum, err := c.Run(ctx, sources)
	live.end()
	a.scrapeTable(sum)
	if err != nil && !errors.Is(err, context.Canceled) {
		return storeError("writing", err)
	}
	switch {
	case err != nil:
	case f.out == "jsonl":
		err = writePostings(ctx, db, out)
	case f.out == "warc":
		err = scrape.Archive(ctx, db, out, strings.HasSuffix(f.path, ".gz"), "rung "+version())
	}
	if err == nil {
		err = out.Commit()
	}
	switch {
	case errors.Is(err, context.Canceled):
		return withHint(fmt.Errorf("interrupted; what was gathered, %s in this run, is in %q", plural(sum.Total.Kept, "posting"), f.db), "the same command goes on where this one stopped")
	case err != nil:
		return fmt.Errorf("writing %q: %w", f.path, err)
	}
	if sum.Total.Skipped > 0 || sum.Waiting > 0 && sum.Over == "" {
		a.code = exitLook
	}
	if err := db.Close(); err != nil {
		return storeError("closing", err)
	}
	return nil
}

// outPath is where --out goes; stdout where nothing does.
func (f *scrapeFlags) outPath() string {
	if f.out == "" {
		return ""
	}
	return f.path
}

// orNone is a flag's duration as the crawler takes it: its zero is the default.
func orNone(d time.Duration) time.Duration {
	if d == 0 {
		return -1
	}
	return d
}

func storeError(doing string, err error) error {
	err = fmt.Errorf("%s the database: %w", doing, err)
	switch {
	case errors.Is(err, store.ErrLocked):
		return withHint(err, "one crawl at a time writes to a database; others may read it meanwhile")
	case errors.Is(err, store.ErrNotOurs):
		return withHint(err, "--db names a database that rung scrape made, or a new file; rung classify can put its verdicts into that afterwards, but not before")
	}
	return err
}

// scrapeDry lists what a run would ask first and what waits from an earlier
// one, and what is refused and why.
func (a *app) scrapeDry(f *scrapeFlags, sources []scrape.Source) error {
	w := bufio.NewWriter(a.stdout)
	for _, s := range sources {
		for _, r := range s.Requests() {
			u, err := url.Parse(r.URL)
			if err != nil {
				return fmt.Errorf("source %q: %w", s.Name, err)
			}
			if why, instead, no := scrape.Refusal(u); no {
				fmt.Fprintf(w, "refused\t%s\t%s; instead, %s\n", r.URL, why, instead)
			} else {
				fmt.Fprintf(w, "ask\t%s\t%s, if its robots.txt allows\n", r.URL, s.Name)
			}
		}
		if len(s.Requests()) == 0 {
			fmt.Fprintf(w, "read\t%s\n", s.Name)
		}
	}
	if _, err := os.Stat(f.db); err == nil {
		db, err := store.OpenReader(f.db)
		if err != nil {
			return storeError("opening", err)
		}
		defer db.Close()
		for _, state := range []store.State{store.Waiting, store.Parked, store.Failed, store.Refused} {
			word := state.String()
			if state <= store.Parked {
				word = "ask"
			}
			err := db.Pages(state, func(p store.Page) error {
				_, err := fmt.Fprintf(w, "%s\t%s\t%s\n", word, p.URL, strings.TrimSpace(refusal(p.Reason)))
				return err
			})
			if err != nil {
				return storeError("reading", err)
			}
		}
	}
	return w.Flush()
}

// refusal is why a page was not asked, with the flag that would let it be.
func refusal(reason string) string {
	if strings.HasSuffix(reason, scrape.NotPublic) {
		return reason + "; --allow-private would allow it"
	}
	return reason
}

// scrapeTable tells at the end what was done, a line a host.
func (a *app) scrapeTable(sum scrape.Summary) {
	if a.quiet {
		return
	}
	w := tabwriter.NewWriter(a.stderr, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "host\tasked\tkept\tnew\tchanged\tgone\trefused\terrors")
	row := func(name string, t scrape.Tally) {
		fmt.Fprintf(w, "%s\t%d\t%d\t%d\t%d\t%d\t%d\t%d\n", name, t.Asked, t.Kept, t.New, t.Changed, t.Gone, t.Refused, t.Errors)
	}
	for _, name := range slices.Sorted(maps.Keys(sum.Hosts)) {
		row(report.Clean(name), sum.Hosts[name])
	}
	if len(sum.Hosts) != 1 || sum.Total.Gone > 0 {
		row("all", sum.Total)
	}
	w.Flush() // talk that cannot be written is no reason to stop
	for _, s := range sum.Sources {
		if s.Note != "" && sum.Total.Asked > 0 {
			a.say("%s was not read whole: %s; no posting is taken for gone by its absence", report.Clean(s.Name), report.Clean(s.Note))
		}
	}
	for _, note := range sum.Notes {
		a.say("%s", hinting(note))
	}
	if sum.Waiting > 0 {
		a.say("%s still to be asked; the same command goes on", plural(sum.Waiting, "page"))
	}
}

// posted is a posting as --out jsonl writes it; rung reads it back.
type posted struct {
	ID           string            `json:"id"`
	URL          string            `json:"url,omitempty"`
	Company      string            `json:"company,omitempty"`
	Title        string            `json:"title,omitempty"`
	Location     string            `json:"location,omitempty"`
	Posted       string            `json:"posted,omitempty"`
	ValidThrough string            `json:"valid_through,omitempty"`
	Fetched      string            `json:"fetched"`
	FirstSeen    string            `json:"first_seen"`
	Gone         string            `json:"gone,omitempty"`
	GoneReason   string            `json:"gone_reason,omitempty"`
	Near         string            `json:"near_duplicate_of,omitempty"`
	Text         string            `json:"text"`
	Details      map[string]string `json:"details,omitempty"`
	Origin       map[string]string `json:"origin,omitempty"`
	Notes        []string          `json:"notes,omitempty"`
}

func writePostings(ctx context.Context, db *store.Store, out io.Writer) error {
	w := bufio.NewWriter(out)
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	stamp := func(t time.Time) string {
		if t.IsZero() {
			return ""
		}
		return t.Format(time.RFC3339)
	}
	for p, err := range db.Postings() {
		if err = cmp.Or(err, ctx.Err()); err == nil {
			err = enc.Encode(posted{string(p.ID), p.URL, p.Company, p.Title, p.Location, stamp(p.Posted), stamp(p.ValidThrough), stamp(p.LastSeen), stamp(p.FirstSeen),
				stamp(p.Gone), p.GoneReason, string(p.Near), p.Posting.Text, p.Details, p.Origin, p.Notes})
		}
		if err != nil {
			return err
		}
	}
	return w.Flush()
}
