package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"rung/report"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/term"
)

// The exit codes.
const (
	exitClean = 0 // finished
	exitLook  = 1 // finished, but look: input was skipped, or a check failed
	exitNot   = 2 // not finished

	exitSignal = 128 // and the number of the signal that ended it: 130 of an interrupt
)

// interruption is the cause of a context that a signal ended.
type interruption struct{ os.Signal }

func (i interruption) Error() string { return i.String() }

// exitCode is that of a run that ended with an error.
func exitCode(ctx context.Context) int {
	var by interruption
	number := syscall.SIGINT
	if errors.As(context.Cause(ctx), &by) {
		number = by.Signal.(syscall.Signal)
	}
	if ctx.Err() == nil {
		return exitNot
	}
	return exitSignal + int(number)
}

// app is one run of the command: its streams and what it has to tell at the end.
type app struct {
	stdin  io.Reader
	stdout io.Writer
	stderr io.Writer
	ctx    context.Context
	args   []string // of the command line
	quiet  bool
	grace  atomic.Int64 // what else a time.Duration is waited for after an interruption
	code   int          // of a run that finished
}

// run is the whole command; only main touches the process.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	stderr = &locked{w: stderr}
	a := &app{stdin: stdin, stdout: stdout, stderr: stderr, ctx: ctx, args: args}
	root := a.root()
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	err := a.unlessInterrupted(func() error { return root.ExecuteContext(ctx) })
	if err == nil {
		return a.code
	}
	if errors.Is(err, syscall.EPIPE) || errors.Is(err, io.ErrClosedPipe) {
		return exitClean // whoever read has read enough
	}
	if ctx.Err() != nil && errors.Is(err, context.Canceled) {
		err = errors.New("interrupted") // whatever it was at
	}
	fmt.Fprintf(stderr, "rung: %s\n", told(err.Error()))
	var h *hinted
	hint := outputHint(err)
	if errors.As(err, &h) {
		hint = h.hint
	}
	if hint != "" {
		fmt.Fprintf(stderr, "hint: %s\n", told(hint))
	}
	return exitCode(ctx)
}

// unlessInterrupted waits for a command, and once it is interrupted, for a little
// longer. Some work looks at no context, such as training, or cannot, such as reading
// from a terminal; what is written is whole or not there at all, whenever it ends.
func (a *app) unlessInterrupted(do func() error) (err error) {
	done := make(chan error, 1)
	go func() { done <- do() }()
	select {
	case err = <-done:
		return err
	case <-a.ctx.Done():
	}
	select {
	case err = <-done:
		return err
	case <-time.After(time.Second*9/10 + time.Duration(a.grace.Load())):
		return errors.New("interrupted")
	}
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "rung",
		Short: "Tell Director-level from VP-level engineering jobs by their duties",
		Long: "rung reads job postings and says, from the duties and not from the title,\n" +
			"whether the job is Director-level or VP-level, with its evidence.",
		Version:       version(),
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          noSuchCommand,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SetVersionTemplate("rung {{.Version}}\n")
	root.PersistentFlags().BoolVarP(&a.quiet, "quiet", "q", false, "say nothing on stderr but what went wrong")
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return withHint(fmt.Errorf("reading the flags: %w", err), cmd.CommandPath()+" --help lists them")
	})
	root.AddCommand(a.checkCommand(), a.classifyCommand(), a.extractCommand(), a.modelCommand(), a.evalCommand(), a.scrapeCommand(), a.reportCommand(), a.serveCommand())
	return root
}

// noSuchCommand refuses the arguments of a command that has only commands.
func noSuchCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	cmd.SuggestionsMinimumDistance = 2
	hint := cmd.CommandPath() + " --help lists the commands"
	if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
		hint = "did you mean " + cmd.CommandPath() + " " + strings.Join(near, " or ") + "?"
	}
	return withHint(fmt.Errorf("unknown command %q", args[0]), hint)
}

// offer completes the values of a flag in the shell.
func offer(cmd *cobra.Command, flag string, values ...string) {
	if err := cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveDefault)); err != nil {
		panic(err) // no such flag: a mistake of the program, which every test would meet
	}
}

// release is the newest version of CHANGELOG.md.
const release = "0.13.0"

// version is the release, the commit where the build knows it, and Go's version:
// another program does not go on with a run.
func version() string {
	v := release
	if info, ok := debug.ReadBuildInfo(); ok && strings.HasPrefix(info.Main.Version, "v0.0.0-") {
		v += " " + info.Main.Version
	}
	return v + " " + runtime.Version()
}

// hinted is an error with a line that names the fix.
type hinted struct {
	error
	hint string
}

func (h *hinted) Unwrap() error { return h.error }

func withHint(err error, hint string) error { return &hinted{err, hint} }

// say writes a line of talk.
func (a *app) say(format string, args ...any) {
	if !a.quiet {
		fmt.Fprintf(a.stderr, "rung: %s\n", told(fmt.Sprintf(format, args...)))
	}
}

// longestLine is how many columns of a message are told: what a file or a library
// says may be of any length.
const longestLine = 2000

// told makes a message safe on a terminal, whoever wrote the names and the causes in
// it: no control characters, no marks that turn the direction of writing, and lines
// of a bounded length.
func told(message string) string {
	lines := strings.Split(message, "\n")
	for i, line := range lines {
		rest := strings.TrimLeft(line, " ")
		lines[i] = line[:len(line)-len(rest)] + report.Truncate(report.Clean(rest), longestLine)
	}
	return strings.Join(lines, "\n")
}

// locked lets the reader, the writer and the progress bar talk at once.
type locked struct {
	mu sync.Mutex
	w  io.Writer
}

func (l *locked) Write(b []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.w.Write(b)
}

// terminal reports whether a stream is one.
func terminal(stream any) bool {
	if l, ok := stream.(*locked); ok {
		stream = l.w
	}
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// columns is the width of the terminal that stdout is, else 80.
func (a *app) columns() int {
	if f, ok := a.stdout.(*os.File); ok {
		if width, _, err := term.GetSize(int(f.Fd())); err == nil && width > 0 {
			return width
		}
	}
	return 80
}

// colour reports whether escapes are welcome on stdout.
func (a *app) colour() bool {
	return terminal(a.stdout) && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
}
