package main

import (
	"fmt"
	"time"

	"rung/report"
	"rung/scrape"
)

// live tells of a crawl while it runs: on a terminal a line for each of the
// hosts heard of last, redrawn in place; elsewhere only what went wrong.
type live struct {
	app   *app
	draw  bool
	told  int
	drawn int // lines on the screen
	last  time.Time
	lines []liveLine // the host heard of last comes last
}

type liveLine struct {
	host string
	scrape.Tally
}

const (
	liveHosts = 8  // lines
	toldPages = 20 // pages that went wrong and are named; all are in the database
)

func (a *app) live(mode string) *live {
	return &live{app: a, draw: mode == "on" || mode == "auto" && terminal(a.stderr) && !a.quiet}
}

// event is told what happened to a page.
func (l *live) event(e scrape.Event) {
	switch e.What {
	case scrape.RefusedBy, scrape.FailedFor, scrape.GonePage, scrape.PutOff:
		if l.told++; l.told <= toldPages && !l.app.quiet {
			l.clear()
			what := e.URL
			if what == "" {
				what = e.Host
			}
			fmt.Fprintf(l.app.stderr, "rung: %s: %s\n", report.Clean(what), report.Clean(refusal(e.Reason)))
		}
	}
	if !l.draw {
		return
	}
	for i, line := range l.lines {
		if line.host == e.Host {
			l.lines = append(l.lines[:i], l.lines[i+1:]...)
			break
		}
	}
	l.lines = append(l.lines, liveLine{e.Host, e.Tally})
	if len(l.lines) > liveHosts {
		l.lines = l.lines[1:]
	}
	if time.Since(l.last) < 100*time.Millisecond {
		return
	}
	l.last = time.Now()
	l.clear()
	for _, line := range l.lines {
		pace := "no pause"
		if line.Pace > 0 {
			pace = "one each " + line.Pace.String()
		}
		fmt.Fprintf(l.app.stderr, "%-32.32s asked %d, kept %d, refused %d, errors %d, %s\n",
			report.Clean(line.host), line.Asked, line.Kept, line.Refused, line.Errors, pace)
	}
	l.drawn = len(l.lines)
}

// clear takes the lines off the screen.
func (l *live) clear() {
	if l.drawn > 0 {
		fmt.Fprintf(l.app.stderr, "\x1b[%dA\x1b[J", l.drawn)
		l.drawn = 0
	}
}

// end takes the lines away and counts what was not named.
func (l *live) end() {
	l.clear()
	if l.told > toldPages {
		l.app.say("%d more pages went wrong; rung scrape --dry-run lists them with the reasons", l.told-toldPages)
	}
}
