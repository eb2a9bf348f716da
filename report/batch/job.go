// Package batch makes rows of many postings: in order, on all processors, in
// little memory, and so that a run that was killed goes on where it stopped and
// writes the same bytes. What makes a row of a posting is a Task; Classify is one.
//
// The output appears whole. Beside it lies a journal while it is written, and a
// manifest when it is done. The package says nothing to anybody: how far a run
// came and what was skipped is told to functions of the caller, and every reason
// not to write is a typed error.
package batch

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"maps"
	"runtime"
	"strconv"
	"strings"
	"time"

	"rung/corpus"
	"rung/scrape/inputs"
)

// Job is one run of a task over inputs. What is not set is: all postings, as many
// at a time as there are processors, a file by its name, no quarantine.
type Job struct {
	Input  *inputs.Set
	Task   *Task
	Output string    // a file, or a folder of Parquet shards; "" and "-" are Stream
	Stream io.Writer // where an output without a name goes

	Force      bool   // write over a file that no such run wrote
	Resume     bool   // go on where the same job stopped
	Quarantine string // file for skipped records, whole, as JSON Lines; "" keeps none
	NoManifest bool   // write no OUTPUT.manifest.json
	ShardRows  int    // rows of a shard; above 0 the output is a folder
	Limit      int    // postings at most; 0 is all
	Jobs       int    // postings worked on at a time; 0 is one a processor

	Version   string   // of the program: another one does not go on with a run
	Arguments []string // for the manifest: the command as it was typed

	Called   func(option string) string // what the caller calls an option, for errors; nil: by its name in the manifest
	Progress func(Position)             // told where the run begins, and how far it came; may be nil
	Skipped  func(error)                // told of every record that could not be read, in order; may be nil
	Anew     func()                     // told that an unfinished output is begun anew, not resumed; may be nil

	folder   bool
	kept     map[string]bool // columns of the input that the head has, where all are kept
	identity Identity
	at       Position
	buf      []byte
}

// Result is what a run did.
type Result struct {
	Position
	Complete bool     // there was nothing left to do: nothing was read
	Skipped  int      // records
	Long     bool     // one of them is too long to be kept whole
	Repeated int      // ids that occur more than once
	Unseen   bool     // there are more ids than were looked at for that: two million
	Late     []string // columns that were to be kept, and came after the head was written
}

// Run does the job. The error is an *Error where the output was not begun, a
// *NoPosting where nothing could be read, a *Stopped where the input did not come
// to its end; errors of the quarantine and of the last step are plain. After any
// error the output is as it was before, or can be resumed.
func (j *Job) Run(ctx context.Context) (res Result, err error) {
	j.at = Position{}
	if j.folder, err = CheckOutput(j.Output, j.Task.Format, j.ShardRows, j.Resume); err != nil {
		return res, err
	}
	j.identify()
	if j.Quarantine != "" && realPath(j.Quarantine) == realPath(j.Output) {
		return res, &Error{Problem: IsQuarantine, Path: j.Output, Err: errors.New("it is the output and the quarantine")}
	}
	if err := j.mayOverwrite(); err != nil {
		return res, err
	}
	keep, err := OpenQuarantine(j.Quarantine, j.Input)
	if err != nil {
		return res, err
	}
	defer keep.Abort()
	j.Input.Sum = !j.NoManifest
	ids := newSeenIDs(mostIDs)
	in, done := j.keeping(inputs.Limit(j.Input.Postings(ctx), j.Limit))
	defer done()
	out, err := j.open()
	if errors.Is(err, errComplete) {
		return Result{Complete: true}, nil
	}
	if err != nil {
		return res, err
	}
	defer out.abort(false)
	started, resumed := time.Now(), 0
	log := journalOf(out)
	if log != nil {
		started, resumed, log.safe = log.Started, log.resumed, j.at.Postings
	}
	j.Input.Sum = manifests(out) && !j.NoManifest
	j.tell()
	var whole error // the last error about a whole file
	p := &Pipeline[corpus.Posting, Rows]{
		In: j.skipping(ctx, ids.looking(in)), Jobs: cmp.Or(j.Jobs, runtime.GOMAXPROCS(0)), Most: j.Task.Most,
		Size: func(p *corpus.Posting) int { return len(p.Text) }, Worker: j.Task.Worker, Reset: (*Rows).reset,
		Write: func(postings []corpus.Posting, rows *Rows) error {
			for i := range postings {
				j.late(&res, &postings[i])
			}
			err := j.write(out, postings, rows)
			j.tell()
			return err
		},
		Bad: func(err error) error {
			if errors.Is(err, errOtherInput) {
				return err
			}
			res.Skipped += corpus.Records(err)
			res.Long = res.Long || errors.Is(err, corpus.ErrTooLong)
			if line := lineError(err); line.Line == 0 {
				whole = err
			}
			if j.Skipped != nil {
				j.Skipped(err)
			}
			return keep.Add(err)
		},
	}
	_, err = p.Run(ctx)
	if err == nil && j.at.Postings > 0 {
		err = out.finish(j.at)
	}
	res.Position = j.at
	if err == nil { // else the reader may still look
		res.Repeated, res.Unseen = ids.twice, ids.over
	}
	if err := j.finish(out, keep, res.Skipped, whole, err); err != nil {
		return res, err
	}
	if j.Input.Sum {
		if err := j.manifest(res, started, resumed).write(); err != nil {
			out.abort(true)
			return res, err
		}
	}
	if err := out.commit(); err != nil {
		return res, fmt.Errorf("writing %q: %w", j.Output, inputs.Cause(err))
	}
	return res, nil
}

func (j *Job) tell() {
	if j.Progress != nil {
		j.Progress(j.at)
	}
}

// identify says what makes the rows.
func (j *Job) identify() {
	opt := &j.Input.Options
	options := map[string]string{
		"to": j.Task.Format, "from": opt.Format.String(), "limit": strconv.Itoa(j.Limit),
		"text-column": opt.TextColumn, "title-column": opt.TitleColumn, "company-column": opt.CompanyColumn, "id-column": opt.IDColumn,
	}
	if len(opt.Keep) > 0 {
		options["keep"] = strings.Join(opt.Keep, ",")
	}
	if opt.Verify {
		options["warc-verify"] = "true"
	}
	if opt.SkipLines != 0 {
		options["skip-lines"] = strconv.Itoa(opt.SkipLines)
	}
	if sep, _ := opt.Separator.MarshalText(); len(sep) > 0 {
		options["separator"] = string(sep)
	}
	if opt.Sheet != "" {
		options["sheet"] = opt.Sheet
	}
	if j.folder {
		options["shard-rows"] = strconv.Itoa(cmp.Or(j.ShardRows, ShardRows))
	}
	maps.Copy(options, j.Task.Options)
	j.identity = Identity{Rung: j.Version, Command: j.Task.Command, Options: options, Model: j.Task.Model, Lexicon: j.Task.Lexicon}
	for _, src := range j.Input.Sources {
		j.identity.Inputs = append(j.identity.Inputs, inputState{src.Name, src.Bytes, src.Modified})
	}
}

// write hands the rows of a chunk to the output, and marks where a run may go on.
func (j *Job) write(out sink, postings []corpus.Posting, rows *Rows) error {
	every := j.every()
	for from := 0; from < len(postings); {
		at, to, full := j.at, from, false
		for to < len(postings) && !full {
			before := j.cut(at)
			j.count(&at, &postings[to], rows, to)
			to++
			full = every > 0 && j.cut(at) > before && j.cut(at)%every == 0
		}
		if err := out.write(rows, from, to); err != nil {
			return err
		}
		j.at, from = at, to
		if every == 0 || full {
			if err := out.mark(j.at); err != nil {
				return err
			}
		}
	}
	return nil
}

// count moves a position behind one posting more, the i-th of its chunk.
func (j *Job) count(at *Position, p *corpus.Posting, rows *Rows, i int) {
	at.Postings++
	at.Input, j.buf = sumPosting(at.Input, j.buf, p)
	if len(rows.Levels) > 0 {
		at.Levels[rows.Levels[i]]++
	}
	if len(rows.Left) > 0 && rows.Left[i] {
		at.Left++
	}
}

// cut is what every counts: postings, and in a folder rows, so that shards are
// alike however many postings are left out.
func (j *Job) cut(at Position) int {
	if j.folder {
		return at.Rows()
	}
	return at.Postings
}

// every is after how many, as cut counts them, a file is cut; 0 is never.
func (j *Job) every() int {
	switch {
	case j.folder:
		return cmp.Or(j.ShardRows, ShardRows)
	case j.Task.Format == "db":
		return transactionRows
	}
	if _, zip := packed(j.Output); zip != "" {
		return memberPostings
	}
	return 0
}

// errOtherInput is told where the postings of a run before are not in the input.
var errOtherInput = errors.New("the input does not begin with the postings that were done before")

// skipping leaves out the postings that a run before wrote. What could not be
// read among them is given again.
func (j *Job) skipping(ctx context.Context, in iter.Seq2[corpus.Posting, error]) iter.Seq2[corpus.Posting, error] {
	done := j.at
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

// finish ends the reading: the quarantine file appears, and what went wrong gets
// its type.
func (j *Job) finish(out sink, keep Quarantine, skipped int, whole, err error) error {
	if err := keep.Commit(); err != nil {
		out.abort(true)
		return err
	}
	safe := 0
	if log := journalOf(out); log != nil {
		safe = log.safe
	}
	switch {
	case errors.Is(err, errOtherInput):
		out.abort(true)
		return &Error{Problem: OtherInput, Resume: true, Path: j.Output, Err: err}
	case err != nil:
		out.abort(safe > 0)
		return &Stopped{Err: inputs.Cause(err), Postings: j.at.Postings, Safe: safe}
	case j.at.Postings == 0:
		return &NoPosting{Inputs: j.Input.Names, Skipped: skipped, Whole: whole}
	}
	return nil
}

// lineError is an error of a record, or of a whole file.
func lineError(err error) *corpus.LineError {
	line := &corpus.LineError{Err: err}
	errors.As(err, &line)
	return line
}
