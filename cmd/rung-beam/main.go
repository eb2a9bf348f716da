// Command rung-beam is rung classify for inputs that one machine is too small
// for: an Apache Beam pipeline that runs in this process, on a job server, or on
// Flink, Spark and Dataflow. It writes the rows that rung classify writes, in
// shards, beside the records that could not be read and a tally. It holds no
// rule about postings, moves no posting between machines, and does not mark
// boilerplate, for which one machine would have to see all of an employer's
// postings.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/memfs"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/s3"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/options/jobopts"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx" // with it: gcs, local, all runners
)

// The exit codes are those of rung.
const (
	exitLook = 1 // finished, but records were skipped
	exitNot  = 2 // not finished
)

func main() {
	var j Job
	flags(&j)
	flag.Parse()
	setup()
	beam.Init() // a worker stays here
	skipped, err := run(context.Background(), &j, flag.Args(), os.Stderr)
	var h *hinted
	switch {
	case errors.As(err, &h):
		fmt.Fprintf(os.Stderr, "rung-beam: %v\nhint: %s\n", err, h.hint)
		os.Exit(exitNot)
	case err != nil:
		fmt.Fprintf(os.Stderr, "rung-beam: %v\n", err)
		os.Exit(exitNot)
	case skipped > 0:
		os.Exit(exitLook)
	}
}

// flags defines those of rung classify that have a meaning here, under the same
// names and with the same defaults.
func flags(j *Job) {
	flag.StringVar(&j.Output, "output", "", "prefix of the files to write: PREFIX-00000-of-00042.jsonl …")
	flag.StringVar(&j.From, "from", "auto", "format of the input, as rung classify --from")
	flag.StringVar(&j.Text, "text-column", "", "column or key that holds the text (default: guessed)")
	flag.StringVar(&j.Title, "title-column", "", "column or key that holds the title (default: guessed)")
	flag.StringVar(&j.Company, "company-column", "", "column or key that holds the company (default: guessed)")
	flag.StringVar(&j.ID, "id-column", "", "column or key that holds the id (default: guessed)")
	flag.StringVar(&j.Model, "model", "default", "default, reference or the name of a model file")
	flag.IntVar(&j.Explain, "explain", 3, "reasons a row; -1: all")
	flag.BoolVar(&j.WithText, "with-text", false, "add the normalised text, which the offsets count in")
	flag.Float64Var(&j.Least, "min-probability", 0, "say unsure where the level is less probable than this, 0 to 1")
	flag.Int64Var(&j.Split, "split", 64<<20, "bytes of input a shard, about")
	flag.Usage = func() {
		fmt.Fprintf(flag.CommandLine.Output(), "usage: rung-beam --output PREFIX [flags] PATTERN…\n\n"+
			"Patterns name local files, gs://…, s3://… or hdfs://…; the flags below are ours and Beam's.\n\n")
		flag.PrintDefaults()
	}
}

// run runs the job on the runner that the flags name, and returns how many
// records were skipped.
func run(ctx context.Context, j *Job, inputs []string, stderr io.Writer) (skipped int64, err error) {
	j.Inputs = inputs
	p, err := j.Pipeline(ctx)
	if err != nil {
		return 0, err
	}
	if err := beamx.Run(ctx, p); err != nil {
		return 0, fmt.Errorf("running the pipeline: %w", err)
	}
	if *jobopts.Async {
		return 0, nil
	}
	t, err := readTally(ctx, j.tally())
	if err != nil {
		return 0, withHint(err, "the job ended well; this machine does not see where the workers wrote")
	}
	fmt.Fprintf(stderr, "rung-beam: %d classified, %d skipped\n", t.Postings, t.Skipped)
	return t.Skipped, nil
}

// totals are the parts of a written tally that are told, whatever its levels
// are called.
type totals struct{ Postings, Skipped int64 }

func readTally(ctx context.Context, name string) (t totals, err error) {
	b, err := readFile(ctx, name)
	if err == nil {
		err = json.Unmarshal(b, &t)
	}
	if err != nil {
		return t, fmt.Errorf("reading the tally %q: %w", name, err)
	}
	return t, nil
}

// hinted is an error with a line that names the fix.
type hinted struct {
	error
	hint string
}

func (h *hinted) Unwrap() error { return h.error }

func withHint(err error, hint string) error { return &hinted{err, hint} }
