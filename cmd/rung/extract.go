package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rung/corpus"
	"rung/corpus/profile"
	"rung/corpus/text"
	"rung/report"
)

// extractFlags are those of rung extract beside the input's.
type extractFlags struct {
	input                          inputFlags
	to, path, quarantine, progress string
	limit, jobs                    int
	text                           bool
}

// extractFormats are the names of report.ExtractFormats.
var extractFormats = func() (names []string) {
	for _, f := range report.ExtractFormats(report.RowOptions{}) {
		names = append(names, f.Name)
	}
	return names
}()

func (a *app) extractCommand() *cobra.Command {
	var f extractFlags
	cmd := &cobra.Command{
		Use:   "extract INPUT…",
		Short: "Write what each posting states: duties, skills, experience, pay, reporting line",
		Long: "extract reads postings from files, folders, patterns and stdin (-) and writes\n" +
			"what each of them states, with its place in bytes and in code points: one JSON\n" +
			"object a posting (jsonl), one row an item (csv), or tasks for the annotation\n" +
			"tools Label Studio and doccano, with the items as predictions.",
		Example: "  rung extract jobs.csv -o profiles.jsonl\n" +
			"  rung extract jobs/ --to csv > items.csv\n" +
			"  rung extract jobs.jsonl --to labelstudio -o tasks.json",
		RunE: func(cmd *cobra.Command, args []string) error { return a.extract(cmd.Context(), &f, args) },
	}
	f.input.add(cmd)
	addProgressFlag(cmd, &f.progress)
	flags := cmd.Flags()
	flags.StringVar(&f.to, "to", "", "format of the output: "+strings.Join(extractFormats, ", ")+" (default: csv for -o FILE.csv, else jsonl)")
	flags.StringVarP(&f.path, "output", "o", "", "file to write, whole or not at all (default: stdout)")
	flags.StringVar(&f.quarantine, "quarantine", "", "file to keep skipped records in, whole, as JSON Lines")
	flags.IntVar(&f.limit, "limit", 0, "postings to read at most; 0: all")
	flags.IntVar(&f.jobs, "jobs", runtime.GOMAXPROCS(0), "postings to read at the same time")
	flags.BoolVar(&f.text, "with-text", false, "add the normalised text, which the offsets count in, to jsonl")
	offer(cmd, "to", extractFormats...)
	return cmd
}

func (f *extractFlags) validate() error {
	switch {
	case f.jobs < 1:
		return withHint(fmt.Errorf("reading the flags: --jobs %d", f.jobs), "at least one is needed")
	case f.limit < 0:
		return withHint(fmt.Errorf("reading the flags: --limit %d", f.limit), "0 reads all")
	case f.to == "" && strings.EqualFold(filepath.Ext(f.path), ".csv"):
		f.to = "csv"
	case f.to == "" && foreign(f.path):
		return notWritten(f.path, extractFormats, "--to")
	case f.to == "":
		f.to = "jsonl"
	case !slices.Contains(extractFormats, f.to):
		return withHint(fmt.Errorf("reading the flags: --to %q is not written", f.to), "it takes "+strings.Join(extractFormats, ", "))
	}
	return nil
}

func (a *app) extract(ctx context.Context, f *extractFlags, args []string) error {
	if err := f.validate(); err != nil {
		return err
	}
	args, err := a.inputs(args, "rung extract jobs.jsonl")
	if err != nil {
		return err
	}
	f.input.opt.Said = func(s string) { a.say("%s", s) }
	in, err := a.postings(&f.input, args)
	if err != nil {
		return err
	}
	onTerminal := terminal(a.stdout) && (f.path == "" || f.path == "-")
	count, done, err := a.progress(f.progress, f.limit, onTerminal)
	if err != nil {
		return err
	}
	out, skip, err := a.outputs(f.path, f.quarantine, args)
	if err != nil {
		return err
	}
	defer out.abort()
	defer skip.quarantine.abort()
	buffered := bufio.NewWriterSize(out, 1<<20)
	formats := report.ExtractFormats(report.RowOptions{Text: f.text})
	e := &extraction{in: in, format: formats[slices.Index(extractFormats, f.to)], limit: f.limit, jobs: f.jobs, out: buffered, bad: skip.add, wrote: count}
	n, err := e.run(ctx)
	done()
	if err == nil || errors.Is(err, context.Canceled) {
		err = errors.Join(err, buffered.Flush())
	}
	return a.finish(n, "extracted", err, skip, out, args)
}

// extraction reads on one goroutine, extracts and renders on jobs others, and
// writes on the caller's, in the order of the input.
type extraction struct {
	in     iter.Seq2[corpus.Posting, error]
	format report.ExtractFormat
	limit  int // postings; 0: all
	jobs   int
	out    io.Writer
	bad    func(error) error // told of every record that could not be read, in order
	wrote  func(n int)       // told of every batch
}

// batch is a run of postings on their way. Its rows are out, each up to ends.
type batch struct {
	postings []corpus.Posting
	bad      []error
	out      []byte
	ends     []int
	done     chan struct{} // closed when out is complete
}

// batchPostings is how many postings cross between goroutines at once.
const batchPostings = 16

// run returns the number of postings written and whether all input was read.
func (e *extraction) run(ctx context.Context) (n int, err error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	order := make(chan *batch, 2*e.jobs) // its size bounds the memory
	work := make(chan *batch)
	go e.read(ctx, order, work)
	for range e.jobs {
		go func() {
			d := new(text.Document)
			for b := range work {
				for _, p := range b.postings {
					d.Reset(p.Text)
					b.out = e.format.Row(b.out, p, profile.Extract(d))
					b.ends = append(b.ends, len(b.out))
				}
				close(b.done)
			}
		}()
	}
	w := joiner{Writer: e.out, between: e.format.Between}
	if _, err := io.WriteString(e.out, e.format.Head); err != nil {
		return 0, err
	}
	for {
		select {
		case b, more := <-order:
			if !more {
				if err = ctx.Err(); err == nil {
					_, err = io.WriteString(e.out, e.format.Tail)
				}
				return n, err
			}
			<-b.done
			for _, bad := range b.bad {
				if err := e.bad(bad); err != nil {
					return n, err
				}
			}
			if err := w.rows(b); err != nil {
				return n, err
			}
			n += len(b.postings)
			e.wrote(len(b.postings))
		case <-ctx.Done():
			return n, ctx.Err()
		}
	}
}

// read fills batches and hands each to order and to work.
func (e *extraction) read(ctx context.Context, order, work chan<- *batch) {
	defer close(order)
	defer close(work)
	b := &batch{done: make(chan struct{})}
	send := func() bool {
		for _, to := range []chan<- *batch{work, order} { // what is in order will be done
			select {
			case to <- b:
			case <-ctx.Done():
				return false
			}
		}
		b = &batch{done: make(chan struct{})}
		return true
	}
	total := 0
	for p, err := range e.in {
		if err != nil {
			b.bad = append(b.bad, err)
		} else {
			b.postings = append(b.postings, p)
			total++
		}
		if total == e.limit && e.limit > 0 {
			break
		}
		if len(b.postings)+len(b.bad) >= batchPostings && !send() {
			return
		}
	}
	send()
}

// joiner writes rows with something between two.
type joiner struct {
	io.Writer
	between string
	begun   bool
}

func (w *joiner) rows(b *batch) error {
	from := 0
	for _, end := range b.ends {
		if end == from {
			continue
		}
		if w.begun && w.between != "" {
			if _, err := io.WriteString(w, w.between); err != nil {
				return err
			}
		}
		w.begun = true
		if _, err := w.Write(b.out[from:end]); err != nil {
			return err
		}
		from = end
	}
	return nil
}
