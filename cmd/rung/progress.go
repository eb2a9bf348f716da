package main

import (
	"fmt"
	"os"
	"rung/report/batch"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/term"
)

func addProgressFlag(cmd *cobra.Command, mode *string) {
	cmd.Flags().StringVar(mode, "progress", "auto", "progress on stderr: auto (on a terminal), on or off")
	offer(cmd, "progress", "auto", "on", "off")
}

// progress tells how far a batch came: on a terminal in one line, which is drawn
// again and again, elsewhere in a line from time to time. A nil progress tells
// nothing.
type progress struct {
	app      *app
	redraw   bool
	every    time.Duration
	total    int          // postings; 0: not known
	done     func() int64 // bytes read
	bytes    int64        // of them; 0: not known
	levels   []string     // names
	started  time.Time
	last     time.Time
	from, to batch.Position // where this run began, and where it is
	skipped  func() int
	drawn    bool
}

// checkProgress refuses a mode that there is not, and reports whether progress
// is to be shown. In auto there is none where the data goes to the same terminal.
func (a *app) checkProgress(mode string, dataOnTerminal bool) (show bool, err error) {
	switch mode {
	case "on":
		return true, nil
	case "auto":
		return terminal(a.stderr) && !dataOnTerminal && !a.quiet, nil
	case "off":
		return false, nil
	}
	return false, withHint(fmt.Errorf("reading the flags: --progress %q", mode), "it takes auto, on or off")
}

const (
	redrawEvery = 200 * time.Millisecond
	lineEvery   = 30 * time.Second
)

// at tells of a position; the first is where the run begins.
func (p *progress) at(to batch.Position, now time.Time) {
	if p == nil {
		return
	}
	if p.started.IsZero() {
		p.redraw, p.every = terminal(p.app.stderr), lineEvery
		if p.redraw {
			p.every = redrawEvery
		}
		p.started, p.last, p.from = now, now, to
	}
	p.to = to
	if now.Sub(p.last) < p.every {
		return
	}
	p.last = now
	p.draw(now)
}

func (p *progress) draw(now time.Time) {
	line := p.line(now)
	if !p.redraw {
		fmt.Fprintf(p.app.stderr, "rung: %s\n", line)
		return
	}
	// Longer than the terminal is wide, it could not be taken away again.
	if runes := []rune(line); len(runes) >= p.width() {
		line = string(runes[:p.width()-1])
	}
	fmt.Fprintf(p.app.stderr, "\r%s\x1b[K", line)
	p.drawn = true
}

func (p *progress) width() int {
	stream := p.app.stderr
	if l, ok := stream.(*locked); ok {
		stream = l.w
	}
	if f, ok := stream.(*os.File); ok {
		if width, _, err := term.GetSize(int(f.Fd())); err == nil && width > 1 {
			return width
		}
	}
	return 80
}

// line is the state in words: the part done, the postings, their rate, the time
// left, the levels, what was skipped.
func (p *progress) line(now time.Time) string {
	var b strings.Builder
	took := now.Sub(p.started)
	done := 0.0
	switch {
	case p.total > 0:
		done = float64(p.to.Postings) / float64(p.total)
	case p.bytes > 0:
		done = float64(p.done()) / float64(p.bytes)
	}
	if done > 0 {
		fmt.Fprintf(&b, "%d %% · ", int(100*min(done, 1)))
	}
	b.WriteString(plural(p.to.Postings, "posting"))
	if n := p.to.Postings - p.from.Postings; n > 0 && took > 0 {
		fmt.Fprintf(&b, " · %.0f/s", float64(n)/took.Seconds())
	}
	if done > 0 && done < 1 {
		left := time.Duration(float64(took) * (1 - done) / done)
		fmt.Fprintf(&b, " · %v left", left.Round(time.Second))
	}
	for i, name := range p.levels {
		if i == 0 {
			b.WriteString(" ·")
		}
		fmt.Fprintf(&b, " %s %d", name, p.to.Levels[i])
	}
	fmt.Fprintf(&b, " · %d skipped", p.skipped())
	return b.String()
}

// clear takes the line away, for a moment or for good.
func (p *progress) clear() {
	if p != nil && p.drawn {
		fmt.Fprint(p.app.stderr, "\r\x1b[K")
		p.drawn = false
	}
}

// end takes the line away; where lines stay, the last one tells of all.
func (p *progress) end(now time.Time) {
	if p == nil {
		return
	}
	p.clear()
	if p.redraw { // what stays on a terminal
		fmt.Fprintf(p.app.stderr, "rung: %s · took %v\n", p.line(now), now.Sub(p.started).Round(time.Second))
		return
	}
	p.draw(now)
}
