package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rung/classify"
	"rung/report"
)

// classifyFlags are those of rung classify beside the input's.
type classifyFlags struct {
	input                                 inputFlags
	model, to, path, quarantine, progress string
	explain, limit, jobs                  int
	text, boilerplate                     bool
	least                                 float64
}

func (a *app) classifyCommand() *cobra.Command {
	var f classifyFlags
	cmd := &cobra.Command{
		Use:   "classify INPUT…",
		Short: "Classify a batch of postings, one row each",
		Long: "classify reads postings from files, folders, patterns and stdin (-) and writes\n" +
			"one row a posting, in the order of the input. A record that cannot be read is\n" +
			"named, counted and skipped.",
		Example: "  rung classify jobs.csv -o levels.jsonl\n" +
			"  rung classify jobs/ --to csv > levels.csv\n" +
			"  zcat jobs.jsonl.gz | rung classify --explain 1 -",
		RunE: func(cmd *cobra.Command, args []string) error { return a.classify(cmd.Context(), &f, args) },
	}
	f.input.add(cmd)
	addModelFlag(cmd, &f.model)
	addProgressFlag(cmd, &f.progress)
	flags := cmd.Flags()
	flags.StringVar(&f.to, "to", "", "format of the output: "+strings.Join(formats, ", ")+" (default: by the extension of -o, else a table on a terminal and jsonl in a pipe)")
	flags.StringVarP(&f.path, "output", "o", "", "file to write, whole or not at all (default: stdout)")
	flags.StringVar(&f.quarantine, "quarantine", "", "file to keep skipped records in, whole, as JSON Lines")
	flags.IntVar(&f.explain, "explain", 3, "reasons a row; -1: all")
	flags.IntVar(&f.limit, "limit", 0, "postings to read at most; 0: all")
	flags.IntVar(&f.jobs, "jobs", runtime.GOMAXPROCS(0), "postings to classify at the same time")
	flags.BoolVar(&f.text, "with-text", false, "add the normalised text, which the offsets count in")
	flags.BoolVar(&f.boilerplate, "boilerplate", false, "read the input twice, and let what an employer repeats in postings of other titles count half")
	flags.Float64Var(&f.least, "min-probability", 0, "say unsure where the level is less probable than this, 0 to 1")
	offer(cmd, "to", formats...)
	return cmd
}

// formats of rung classify.
var formats = []string{"table", "jsonl", "csv", "tsv", "markdown"}

func (f *classifyFlags) validate(stdoutIsTerminal bool) error {
	switch {
	case f.least < 0 || f.least > 1:
		return withHint(fmt.Errorf("reading the flags: --min-probability %v", f.least), "a probability lies between 0 and 1")
	case f.explain < -1:
		return withHint(fmt.Errorf("reading the flags: --explain %d", f.explain), "-1 lists every reason")
	case f.jobs < 1:
		return withHint(fmt.Errorf("reading the flags: --jobs %d", f.jobs), "at least one is needed")
	case f.limit < 0:
		return withHint(fmt.Errorf("reading the flags: --limit %d", f.limit), "0 reads all")
	case f.to == "":
		f.to = defaultFormat(f.path, stdoutIsTerminal)
		if f.to == "" {
			return notWritten(f.path, formats, "--to")
		}
	case !slices.Contains(formats, f.to):
		return withHint(fmt.Errorf("reading the flags: --to %q is not written", f.to), "it takes "+strings.Join(formats, ", "))
	}
	if f.to == "table" {
		f.explain = max(f.explain, 1) // the strongest reason is a column
	}
	return nil
}

// defaultFormat goes by the extension of the output file; "" is one that
// promises what is not written here.
func defaultFormat(path string, stdoutIsTerminal bool) string {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".csv":
		return "csv"
	case ".tsv", ".tab":
		return "tsv"
	case ".md", ".markdown":
		return "markdown"
	case ".txt":
		return "table"
	case ".html", ".htm":
		return ""
	}
	if foreign(path) {
		return ""
	}
	if stdoutIsTerminal && (path == "" || path == "-") {
		return "table"
	}
	return "jsonl"
}

// foreign reports whether the extension of a file promises what no command
// writes.
func foreign(path string) bool {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".gz", ".zst", ".zip", ".parquet", ".xls", ".xlsx", ".tex", ".db", ".sqlite", ".pdf", ".doc", ".docx":
		return true
	}
	return false
}

// notWritten refuses an output file, where a flag could name one of formats.
func notWritten(path string, formats []string, flag string) error {
	return withHint(fmt.Errorf("writing %q: files of that kind are not written", path), "use another extension, or say with "+flag+" which of "+strings.Join(formats, ", ")+" it shall hold")
}

func (a *app) classify(ctx context.Context, f *classifyFlags, args []string) error {
	onTerminal := terminal(a.stdout) && (f.path == "" || f.path == "-")
	if err := f.validate(onTerminal); err != nil {
		return err
	}
	args, err := a.inputs(args, "rung classify jobs.jsonl")
	if err != nil {
		return err
	}
	f.input.opt.Said = func(s string) { a.say("%s", s) }
	in, err := a.postings(&f.input, args)
	if err != nil {
		return err
	}
	count, done, err := a.progress(f.progress, f.limit, onTerminal)
	if err != nil {
		return err
	}
	c, err := loadModel(f.model)
	if err != nil {
		return err
	}
	var repeats *classify.Boilerplate
	if f.boilerplate {
		if slices.Contains(args, "-") {
			return withHint(errors.New("reading stdin twice: --boilerplate reads its input first to see what repeats"), "save the postings to a file")
		}
		repeats = &classify.Boilerplate{}
		n := 0
		for p, err := range in {
			if err == nil {
				repeats.Add(p)
				if n++; n == f.limit {
					break
				}
			}
		}
	}
	out, skip, err := a.outputs(f.path, f.quarantine, args)
	if err != nil {
		return err
	}
	defer out.abort()
	defer skip.quarantine.abort()
	buffered := bufio.NewWriterSize(out, 1<<20)
	p := &pipeline{in: in, classifier: c, boilerplate: repeats, explain: f.explain, abstain: f.least, limit: f.limit, jobs: f.jobs,
		out: buffered, bad: skip.add, wrote: count}
	closeTable := func() error { return nil }
	opt := report.RowOptions{Text: f.text, Levels: c.Model().Levels}
	switch f.to {
	case "jsonl":
		p.format = report.JSONL(opt)
	case "csv":
		p.format = report.CSV(opt)
	case "tsv":
		p.format = report.TSV(opt)
	case "markdown":
		p.format = report.Markdown(opt.Levels)
	case "table":
		width := 120 // of a file, whatever the terminal
		if onTerminal {
			width = a.columns()
		}
		table := report.NewTable(buffered, width, opt.Levels)
		p.format, p.out, closeTable = report.TableRows(opt.Levels), table, table.Close
	}
	n, err := p.run(ctx)
	done()
	if err == nil || errors.Is(err, context.Canceled) {
		err = errors.Join(err, closeTable(), buffered.Flush())
	}
	return a.finish(n, "classified", err, skip, out, args)
}

// outputs opens what a batch writes: the rows, and the quarantine file where one
// is asked for.
func (a *app) outputs(path, quarantine string, args []string) (out *output, skip *skipped, err error) {
	skip = &skipped{app: a}
	if quarantine != "" {
		if realPath(quarantine) == realPath(path) {
			return nil, nil, withHint(fmt.Errorf("writing %q: it is the output and the quarantine", path), "name two files")
		}
		if skip.quarantine, err = a.create(quarantine, args); err != nil {
			return nil, nil, err
		}
	}
	if out, err = a.create(path, args); err != nil {
		skip.quarantine.abort()
	}
	return out, skip, err
}

// finish ends a batch, of which n postings were done: the files appear, or the
// reason is told why not.
func (a *app) finish(n int, done string, err error, skip *skipped, out *output, args []string) error {
	if skip.quarantine != nil {
		if err := skip.quarantine.commit(); err != nil {
			return err
		}
	}
	skip.finish(n)
	switch {
	case errors.Is(err, context.Canceled):
		err = fmt.Errorf("interrupted after %s", plural(n, "posting"))
		if out.file != nil {
			return withHint(err, fmt.Sprintf("%q was not written", out.path))
		}
		return err
	case err != nil:
		return fmt.Errorf("writing the rows: %w", err)
	case n == 0 && skip.whole != nil:
		return withHint(fmt.Errorf("reading %w", skip.whole), "nothing was "+done)
	case n == 0 && skip.n > 0:
		return withHint(fmt.Errorf("reading %s: nothing was %s: every record was skipped", strings.Join(args, " "), done), "--text-column names the column that holds the text, --from the format")
	case n == 0:
		return withHint(fmt.Errorf("reading %s: no posting in it", strings.Join(args, " ")), "is it the right file? --from names its format")
	}
	return out.commit()
}
