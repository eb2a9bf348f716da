package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"rung/report/batch"
	"rung/scrape/inputs"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"
)

// batchFlags are those of the commands that read many postings and write rows.
type batchFlags struct {
	input                          inputFlags
	to, path, quarantine, progress string
	limit, jobs, shardRows         int
	text, resume, noManifest       bool
	force                          bool
}

// add defines the flags of a command that writes formats; fallback says in words
// which one where neither --to nor an extension does.
func (f *batchFlags) add(cmd *cobra.Command, formats []string, fallback string) {
	f.input.add(cmd)
	addProgressFlag(cmd, &f.progress)
	flags := cmd.Flags()
	flags.StringVar(&f.to, "to", "", "format of the output: "+strings.Join(formats, ", ")+" (default: by the extension of -o, else "+fallback+")")
	flags.StringVarP(&f.path, "output", "o", "", "file to write, whole or not at all (default: stdout); .gz and .zst are compressed")
	flags.StringVar(&f.quarantine, "quarantine", "", "file to keep skipped records in, whole, as JSON Lines")
	flags.IntVar(&f.limit, "limit", 0, "postings to read at most; 0: all")
	flags.IntVar(&f.jobs, "jobs", runtime.GOMAXPROCS(0), "postings to work on at the same time")
	flags.BoolVar(&f.text, "with-text", false, "add the normalised text, which the offsets count in")
	flags.BoolVar(&f.resume, "resume", false, "go on where the same command stopped or was killed")
	flags.BoolVar(&f.noManifest, "no-manifest", false, "write no FILE.manifest.json, which tells what made the output, and of what")
	flags.BoolVar(&f.force, "force", false, "write over a file that rung did not write")
	flags.StringSliceVar(&f.input.opt.Keep, "keep", nil, "columns of the input, or keys, that the rows carry: all, or names")
	offer(cmd, "to", formats...)
}

func (f *batchFlags) validate(formats []string, fallback string) error {
	switch {
	case f.jobs < 1:
		return withHint(fmt.Errorf("reading the flags: --jobs %d", f.jobs), "at least one is needed")
	case f.limit < 0:
		return withHint(fmt.Errorf("reading the flags: --limit %d", f.limit), "0 reads all")
	case f.shardRows < 0:
		return withHint(fmt.Errorf("reading the flags: --shard-rows %d", f.shardRows), "0 takes "+strconv.Itoa(batch.ShardRows))
	case f.to != "" && !slices.Contains(formats, f.to):
		return withHint(fmt.Errorf("reading the flags: --to %q is not written", f.to), "it takes "+strings.Join(formats, ", "))
	}
	if f.to == "" && f.shardRows > 0 && f.path != "" && f.path != "-" {
		f.to = "parquet"
	}
	if f.to == "" {
		named, err := batch.FormatOf(f.path, formats)
		if err != nil {
			if strings.EqualFold(filepath.Ext(f.path), ".json") {
				return withHint(fmt.Errorf("writing %q: files of that kind are not written", f.path), "name it .jsonl, one object a line, or say with --to jsonl that it shall hold that")
			}
			return notWritten(f.path, formats, "--to")
		}
		f.to = cmp.Or(named, fallback)
	}
	_, err := batch.CheckOutput(f.path, f.to, f.shardRows, f.resume)
	return err
}

// notWritten refuses an output file, where a flag could name one of formats.
func notWritten(path string, formats []string, flag string) error {
	return withHint(fmt.Errorf("writing %q: files of that kind are not written", path), "use another extension, or say with "+flag+" which of "+strings.Join(formats, ", ")+" it shall hold")
}

// onTerminal reports whether the rows go to a terminal.
func (a *app) onTerminal(path string) bool {
	return terminal(a.stdout) && (path == "" || path == "-")
}

// runBatch runs a task over the inputs, with everything that is told meanwhile;
// done is its participle: "classified". It returns how many postings were read,
// and how many of them have no row.
func (a *app) runBatch(ctx context.Context, f *batchFlags, in *inputs.Set, task *batch.Task, done string) (n, left int, err error) {
	show, err := a.checkProgress(f.progress, a.onTerminal(f.path))
	if err != nil {
		return 0, 0, err
	}
	if name := strings.TrimSuffix(strings.TrimSuffix(f.path, ".gz"), ".zst"); f.to == "jsonl" && strings.EqualFold(filepath.Ext(name), ".json") {
		a.say("%q will hold JSON Lines, one object a line; as .jsonl other programs know it", f.path)
	}
	skip := &skipped{app: a, kept: f.quarantine}
	var meter *progress
	if show {
		meter = &progress{app: a, total: f.limit, done: in.Done, bytes: in.Bytes(), levels: task.Levels, skipped: func() int { return skip.lost }}
	}
	job := &batch.Job{
		Input: in, Task: task, Output: f.path, Stream: a.stdout, Resume: f.resume, Force: f.force, Quarantine: f.quarantine, NoManifest: f.noManifest, ShardRows: f.shardRows,
		Limit: f.limit, Jobs: f.jobs, Version: version(), Arguments: a.args,
		Called:   func(option string) string { return "--" + option },
		Progress: func(at batch.Position) { meter.at(at, time.Now()) },
		Skipped: func(err error) {
			meter.clear()
			skip.add(err)
		},
		Anew: func() { a.say("%q was begun before, and is begun anew; --resume would have gone on", f.path) },
	}
	res, err := job.Run(ctx)
	meter.end(time.Now())
	for _, note := range res.Notes() {
		a.say("%s", hinting(note))
	}
	if res.Complete {
		a.say("%q is complete", f.path)
		return 0, 0, nil
	}
	var begun *batch.Error
	if !errors.As(err, &begun) {
		skip.finish(res.Postings)
	}
	return res.Postings, res.Left, notFinished(err, f.path, done)
}

// notFinished says in the words of the command why a batch ended early, and how
// it is gone on with.
func notFinished(err error, path, done string) error {
	var none *batch.NoPosting
	var stopped *batch.Stopped
	switch {
	case errors.As(err, &none):
		names := strings.Join(none.Inputs, " ")
		switch {
		case none.Whole != nil:
			return withHint(fmt.Errorf("reading %w", worded(none.Whole)), "nothing was "+done)
		case none.Skipped > 0:
			return withHint(fmt.Errorf("reading %s: nothing was %s: every record was skipped", names, done), "the lines above say why; --text-column names the column that holds the text, --from the format")
		}
		return withHint(fmt.Errorf("reading %s: no posting in it", names), "is it the right file? --from names its format")
	case !errors.As(err, &stopped):
		return err
	}
	n, safe := stopped.Postings, stopped.Safe
	hint := "the same command with --resume goes on"
	if safe < n {
		hint += " after " + plural(safe, "posting")
	}
	if errors.Is(err, context.Canceled) {
		err = fmt.Errorf("interrupted after %s", plural(n, "posting"))
		switch {
		case safe > 0:
			return withHint(err, hint)
		case path != "" && path != "-":
			return withHint(err, fmt.Sprintf("%q was not written", path))
		}
		return err
	}
	err = fmt.Errorf("writing the rows: %w", stopped.Err)
	switch {
	case safe == 0:
		return err
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EFBIG), errors.Is(err, syscall.EDQUOT):
		hint = "make room, and " + hint
	}
	return withHint(err, hint)
}
