package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"rung/corpus"
	"rung/report/row"
)

// batchFlags are those of the commands that read many postings and write rows.
type batchFlags struct {
	input                            inputFlags
	to, path, quarantine, progress   string
	limit, jobs, shardRows           int
	text, resume, noManifest, folder bool
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
	offer(cmd, "to", formats...)
}

// outputExtensions name a format of some command.
var outputExtensions = map[string]string{
	".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".tsv": "tsv", ".tab": "tsv", ".md": "markdown", ".markdown": "markdown",
	".html": "html", ".htm": "html", ".tex": "latex", ".parquet": "parquet", ".xlsx": "xlsx",
	".db": "db", ".sqlite": "db", ".sqlite3": "db",
}

// whole are the formats of which half is nothing.
var whole = map[string]string{
	"table":   "a table for the eye is written whole or not at all; --to jsonl, csv and others can be resumed",
	"xlsx":    "a workbook is written whole or not at all; write a .csv, or a folder of Parquet shards",
	"parquet": "a Parquet file is written whole or not at all; name a folder (-o NAME/) for shards, which can be resumed",
}

// packed splits an extension of compressed files off a name.
func packed(path string) (name, extension string) {
	switch ext := strings.ToLower(filepath.Ext(path)); ext {
	case ".gz", ".zst":
		return path[:len(path)-len(ext)], ext
	}
	return path, ""
}

func (f *batchFlags) validate(formats []string, fallback string) error {
	switch {
	case f.jobs < 1:
		return withHint(fmt.Errorf("reading the flags: --jobs %d", f.jobs), "at least one is needed")
	case f.limit < 0:
		return withHint(fmt.Errorf("reading the flags: --limit %d", f.limit), "0 reads all")
	case f.shardRows < 0:
		return withHint(fmt.Errorf("reading the flags: --shard-rows %d", f.shardRows), "0 takes "+strconv.Itoa(defaultShardRows))
	case f.to != "" && !slices.Contains(formats, f.to):
		return withHint(fmt.Errorf("reading the flags: --to %q is not written", f.to), "it takes "+strings.Join(formats, ", "))
	}
	name, zip := packed(f.path)
	if slices.Contains(formats, "parquet") && f.path != "" && f.path != "-" {
		info, err := os.Stat(f.path)
		f.folder = strings.HasSuffix(f.path, "/") || f.shardRows > 0 || f.to == "parquet" && err == nil && info.IsDir()
		if f.folder && f.to == "" {
			f.to = "parquet"
		}
	}
	if f.to == "" {
		ext := strings.ToLower(filepath.Ext(name))
		switch named := outputExtensions[ext]; {
		case slices.Contains(formats, named):
			f.to = named
		case ext == ".txt" && slices.Contains(formats, "table"):
			f.to = "table"
		case named != "", foreign(name):
			return notWritten(f.path, formats, "--to")
		default:
			f.to = fallback
		}
	}
	switch {
	case f.folder && f.to != "parquet", f.shardRows > 0 && !f.folder:
		return withHint(fmt.Errorf("writing %q: a folder holds shards of Parquet", f.path), "leave out --to and --shard-rows, or name a folder and --to parquet")
	case zip != "" && (f.folder || whole[f.to] != "" || f.to == "db"):
		return withHint(fmt.Errorf("writing %q: %s is not compressed as a whole", f.path, f.to), "leave out "+zip)
	case !f.resume:
	case f.path == "" || f.path == "-":
		return withHint(errors.New("resuming stdout: what was written there is gone"), "name a file with -o")
	case whole[f.to] != "" && !f.folder:
		return withHint(fmt.Errorf("resuming %q: not with this format", f.path), whole[f.to])
	}
	return nil
}

const defaultShardRows = 50_000

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

// onTerminal reports whether the rows go to a terminal.
func (a *app) onTerminal(path string) bool {
	return terminal(a.stdout) && (path == "" || path == "-")
}

// batch is one run of a command over many postings: how each becomes rows, and
// what makes a file of them.
type batch struct {
	*batchFlags
	app     *app
	done    string // the participle: "classified"
	args    []string
	src     *sources
	run     identity
	most    int                 // postings a chunk
	worker  func() func(*chunk) // gives each goroutine what makes rows
	layout  layout              // of rows of text
	table   func(w io.Writer) io.WriteCloser
	records func(w io.Writer) row.RecordWriter // instead, of formats that hold values
	levels  []string                           // names by classify.Level; nil where none is judged
	only    *only                              // those whose rows are kept

	at  position
	buf []byte
}

// identify fills in what makes the rows, beside options of the command's own.
func (b *batch) identify(command string, options map[string]string) {
	opt := &b.input.opt
	for name, value := range map[string]string{
		"to": b.to, "from": b.input.from, "limit": strconv.Itoa(b.limit), "with-text": strconv.FormatBool(b.text),
		"text-column": opt.TextColumn, "title-column": opt.TitleColumn, "company-column": opt.CompanyColumn, "id-column": opt.IDColumn,
	} {
		options[name] = value
	}
	if b.folder {
		if b.shardRows == 0 {
			b.shardRows = defaultShardRows
		}
		options["shard-rows"] = strconv.Itoa(b.shardRows)
	}
	b.run = identity{Rung: version(), Command: command, Options: options, Inputs: b.src.states()}
}

// execute is the whole of a batch once its parts are known.
func (b *batch) execute(ctx context.Context) error {
	a := b.app
	show, err := a.checkProgress(b.progress, a.onTerminal(b.path))
	if err != nil {
		return err
	}
	if name, _ := packed(b.path); b.to == "jsonl" && strings.EqualFold(filepath.Ext(name), ".json") {
		a.say("%q will hold JSON Lines, one object a line; as .jsonl other programs know it", b.path)
	}
	skip := &skipped{app: a}
	if b.quarantine != "" {
		if realPath(b.quarantine) == realPath(b.path) {
			return withHint(fmt.Errorf("writing %q: it is the output and the quarantine", b.path), "name two files")
		}
		if skip.quarantine, err = a.create(b.quarantine, b.args); err != nil {
			return err
		}
		defer skip.quarantine.abort()
	}
	out, err := b.open()
	if errors.Is(err, errComplete) {
		a.say("%q is complete", b.path)
		return nil
	}
	if err != nil {
		return err
	}
	defer out.abort(false)
	started, resumed := time.Now(), 0
	if j := journalOf(out); j != nil {
		started, resumed, j.safe = j.Started, j.resumed, b.at.Postings
	}
	b.src.sums = b.manifests(out) && !b.noManifest
	var meter *progress
	if show {
		meter = &progress{app: a, total: b.limit, src: b.src, bytes: b.src.bytes(), levels: b.levels, skipped: func() int { return skip.n }}
		meter.start(b.at, time.Now())
	}
	p := &pipeline{
		in: skipping(ctx, limited(b.src.postings(), b.limit), b.at), jobs: b.jobs, most: b.most, worker: b.worker,
		write: func(c *chunk) error {
			err := b.write(out, c)
			meter.at(b.at, time.Now())
			return err
		},
		bad: func(err error) error {
			if errors.Is(err, errOtherInput) {
				return err
			}
			meter.clear()
			return skip.add(err)
		},
	}
	_, err = p.run(ctx)
	if err == nil && b.at.Postings > 0 {
		err = out.finish(b.at)
	}
	meter.end(time.Now())
	if err := b.finish(out, skip, err); err != nil {
		return err
	}
	if b.src.sums {
		if err := b.manifest(skip, started, resumed).write(); err != nil {
			out.abort(true)
			return err
		}
	}
	if err := out.commit(); err != nil {
		return fmt.Errorf("writing %q: %w", b.path, cause(err))
	}
	return nil
}

// write hands the rows of a chunk to the output, and marks where a run may go on.
func (b *batch) write(out sink, c *chunk) error {
	every := b.every()
	for from := 0; from < len(c.postings); {
		at, to, full := b.at, from, false
		for to < len(c.postings) && !full {
			before := b.cut(at)
			b.count(&at, c, to)
			to++
			full = every > 0 && b.cut(at) > before && b.cut(at)%every == 0
		}
		if err := out.write(c, from, to); err != nil {
			return err
		}
		b.at, from = at, to
		if every == 0 || full {
			if err := out.mark(b.at); err != nil {
				return err
			}
		}
	}
	return nil
}

// count moves a position behind one posting more, the i-th of a chunk.
func (b *batch) count(at *position, c *chunk, i int) {
	at.Postings++
	at.Input, b.buf = sumPosting(at.Input, b.buf, &c.postings[i])
	if len(c.levels) > 0 {
		at.Levels[c.levels[i]]++
	}
	if len(c.left) > 0 && c.left[i] {
		at.Left++
	}
}

// cut is what every counts: postings, and in a folder rows, so that shards are
// alike however many postings are left out.
func (b *batch) cut(at position) int {
	if b.folder {
		return at.rows()
	}
	return at.Postings
}

// every is after how many, as cut counts them, a file is cut; 0 is never.
func (b *batch) every() int {
	switch {
	case b.folder:
		return b.shardRows
	case b.to == "db":
		return transactionRows
	}
	if _, zip := packed(b.path); zip != "" {
		return memberPostings
	}
	return 0
}

// limited reads n postings at most; 0 reads all.
func limited(in iter.Seq2[corpus.Posting, error], n int) iter.Seq2[corpus.Posting, error] {
	if n == 0 {
		return in
	}
	return func(yield func(corpus.Posting, error) bool) {
		read := 0
		for p, err := range in {
			if err == nil {
				read++
			}
			if !yield(p, err) || read == n {
				return
			}
		}
	}
}

// errOtherInput is told where the postings of a run before are not in the input.
var errOtherInput = errors.New("the input does not begin with the postings that were done before")

// skipping leaves out the postings that a run before wrote. What could not be
// read among them is given again.
func skipping(ctx context.Context, in iter.Seq2[corpus.Posting, error], done position) iter.Seq2[corpus.Posting, error] {
	if done.Postings == 0 {
		return in
	}
	return func(yield func(corpus.Posting, error) bool) {
		n, sum := 0, uint32(0)
		var buf []byte
		for p, err := range in {
			switch {
			case n == done.Postings || err != nil:
				if !yield(p, err) {
					return
				}
				continue
			case ctx.Err() != nil:
				return
			}
			sum, buf = sumPosting(sum, buf, &p)
			if n++; n == done.Postings && sum != done.Input {
				break
			}
		}
		if ctx.Err() == nil && (n < done.Postings || sum != done.Input) {
			yield(corpus.Posting{}, errOtherInput)
		}
	}
}

// finish ends the reading: the quarantine file appears, and what went wrong is
// told.
func (b *batch) finish(out sink, skip *skipped, err error) error {
	n := b.at.Postings
	if skip.quarantine != nil {
		if err := skip.quarantine.commit(); err != nil {
			out.abort(true)
			return err
		}
	}
	if errors.Is(err, errOtherInput) {
		out.abort(true)
		return withHint(fmt.Errorf("resuming %q: %w", b.path, err), "without --resume it is begun anew")
	}
	skip.finish(n)
	safe := 0
	if j := journalOf(out); j != nil {
		safe = j.safe
	}
	if err != nil {
		out.abort(safe > 0)
	}
	hint := "the same command with --resume goes on"
	if safe < n {
		hint += " after " + plural(safe, "posting")
	}
	switch {
	case errors.Is(err, context.Canceled):
		err = fmt.Errorf("interrupted after %s", plural(n, "posting"))
		switch {
		case safe > 0:
			return withHint(err, hint)
		case b.path != "" && b.path != "-":
			return withHint(err, fmt.Sprintf("%q was not written", b.path))
		}
		return err
	case err != nil:
		err = fmt.Errorf("writing the rows: %w", cause(err))
		switch {
		case safe == 0:
			return err
		case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EFBIG), errors.Is(err, syscall.EDQUOT):
			hint = "make room, and " + hint
		}
		return withHint(err, hint)
	case n == 0 && skip.whole != nil:
		return withHint(fmt.Errorf("reading %w", skip.whole), "nothing was "+b.done)
	case n == 0 && skip.n > 0:
		return withHint(fmt.Errorf("reading %s: nothing was %s: every record was skipped", strings.Join(b.args, " "), b.done), "the lines above say why; --text-column names the column that holds the text, --from the format")
	case n == 0:
		return withHint(fmt.Errorf("reading %s: no posting in it", strings.Join(b.args, " ")), "is it the right file? --from names its format")
	}
	b.app.sayLeft(b.only, b.at.Left, n)
	return nil
}

func (b *batch) manifest(skip *skipped, started time.Time, resumed int) *manifest {
	m := &manifest{Output: b.path, Arguments: b.app.args, Run: b.run, Postings: b.at.Postings, LeftOut: b.at.Left, Skipped: skip.n, Quarantine: b.quarantine,
		Started: started.UTC(), Finished: time.Now().UTC(), Resumed: resumed}
	for i, name := range b.levels {
		if m.Levels == nil {
			m.Levels = map[string]int{}
		}
		m.Levels[name] = b.at.Levels[i]
	}
	for _, src := range b.src.list {
		m.Inputs = append(m.Inputs, manifestInput{src.Name, src.Bytes, src.sha256, src.postings, src.bad})
	}
	return m
}
