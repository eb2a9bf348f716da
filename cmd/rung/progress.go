package main

import (
	"fmt"
	"time"

	"github.com/schollz/progressbar/v3"
	"github.com/spf13/cobra"
)

func addProgressFlag(cmd *cobra.Command, mode *string) {
	cmd.Flags().StringVar(mode, "progress", "auto", "progress bar on stderr: auto (on a terminal), on or off")
	offer(cmd, "progress", "auto", "on", "off")
}

// progress returns a function that counts finished postings and one that
// clears the bar. In auto there is no bar where the data goes to the same
// terminal.
func (a *app) progress(mode string, total int, dataOnTerminal bool) (count func(int), done func(), err error) {
	show := false
	switch mode {
	case "on":
		show = true
	case "auto":
		show = terminal(a.stderr) && !dataOnTerminal && !a.quiet
	case "off":
	default:
		return nil, nil, withHint(fmt.Errorf("reading the flags: --progress %q", mode), "it takes auto, on or off")
	}
	if !show {
		return func(int) {}, func() {}, nil
	}
	if total <= 0 {
		total = -1 // unknown: a count that spins
	}
	bar := progressbar.NewOptions(total,
		progressbar.OptionSetWriter(a.stderr),
		progressbar.OptionSetDescription("postings"),
		progressbar.OptionShowCount(),
		progressbar.OptionShowIts(),
		progressbar.OptionSetItsString("postings"),
		progressbar.OptionThrottle(100*time.Millisecond),
		progressbar.OptionSetSpinnerChangeInterval(0), // else a goroutine draws too, and races with Add
		progressbar.OptionClearOnFinish(),
	)
	return func(n int) { bar.Add(n) }, func() { bar.Finish() }, nil // a bar that cannot be drawn is no reason to stop
}
