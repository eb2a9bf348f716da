package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path"
	"reflect"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/options/jobopts"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"rung/classify"
	"rung/cmd/rung-beam/hdfs"
	"rung/corpus/read"
	"rung/report"
)

// Job is what the flags say. It travels to the workers as JSON.
type Job struct {
	Inputs   []string // patterns of Beam's filesystems
	Output   string   // prefix
	From     string
	Text     string // columns
	Title    string
	Company  string
	ID       string
	Model    string // built in, or a file
	Weights  []byte // of a model file, so that no worker needs it
	Explain  int
	WithText bool
	Least    float64
	Split    int64 // bytes a unit, about
}

// setup registers with Beam what workers run and what travels between them.
func setup() {
	hdfs.Register(os.Getenv("HADOOP_USER_NAME"))
	register.DoFn3x1[context.Context, []byte, func(unit), error](&planFn{})
	register.DoFn3x1[context.Context, unit, func(lines), error](&countFn{})
	register.DoFn4x1[context.Context, unit, func(*lines) bool, func(shard), error](&classifyFn{})
	register.DoFn3x1[context.Context, shard, func(report.Tally), error](&commitFn{})
	register.DoFn2x1[context.Context, report.Tally, error](&tallyFn{})
	register.Combiner1[report.Tally](&mergeFn{})
	register.Emitter1[unit]()
	register.Emitter1[lines]()
	register.Emitter1[shard]()
	register.Emitter1[report.Tally]()
	register.Iter1[lines]()
	beam.RegisterType(reflect.TypeFor[unit]())
	beam.RegisterType(reflect.TypeFor[lines]())
	beam.RegisterType(reflect.TypeFor[shard]())
	beam.RegisterCoder(reflect.TypeFor[report.Tally](), encodeTally, decodeTally)
}

func encodeTally(t report.Tally) ([]byte, error) { return json.Marshal(t) }

func decodeTally(b []byte) (t report.Tally, err error) {
	err = json.Unmarshal(b, &t)
	return t, err
}

// Pipeline checks the job at the door and makes its pipeline:
//
//	plan ─▶ units ─┬▶ count lines of split files ─┐ (a side input)
//	               └▶ read, classify, write ◀─────┘
//	                    └▶ shards ─▶ name them ─▶ tallies ─▶ merge ─▶ write
//
// Only names and counts cross between stages: a posting is read, classified and
// written by one worker in one step.
func (j *Job) Pipeline(ctx context.Context) (*beam.Pipeline, error) {
	if err := j.validate(ctx); err != nil {
		return nil, err
	}
	p, s := beam.NewPipelineWithRoot()
	units := beam.Reshuffle(s.Scope("Spread"), beam.ParDo(s.Scope("Plan"), &planFn{Job: *j}, beam.Impulse(s)))
	counts := beam.ParDo(s.Scope("CountLines"), &countFn{}, units)
	shards := beam.ParDo(s.Scope("Classify"), &classifyFn{Job: *j}, units, beam.SideInput{Input: counts})
	tallies := beam.ParDo(s.Scope("Commit"), &commitFn{Job: *j}, beam.Reshuffle(s.Scope("Done"), shards))
	beam.ParDo0(s.Scope("Tally"), &tallyFn{Job: *j}, beam.Combine(s.Scope("Merge"), &mergeFn{}, tallies))
	return p, nil
}

func (j *Job) validate(ctx context.Context) error {
	switch {
	case len(j.Inputs) == 0:
		return withHint(errors.New("no posting to read: name a file or a pattern"), "for example: rung-beam --output out/levels 'jobs/*.jsonl'")
	case j.Output == "":
		return withHint(errors.New("nowhere to write"), "--output takes a prefix, such as out/levels or gs://bucket/levels")
	case j.Least < 0 || j.Least > 1:
		return withHint(fmt.Errorf("reading the flags: --min-probability %v", j.Least), "a probability lies between 0 and 1")
	case j.Explain < -1:
		return withHint(fmt.Errorf("reading the flags: --explain %d", j.Explain), "-1 lists every reason")
	case j.Split < 1:
		return withHint(fmt.Errorf("reading the flags: --split %d", j.Split), "it counts bytes, for example 67108864")
	}
	if f, err := read.ParseFormat(j.From); err != nil {
		return fmt.Errorf("reading the flags: --from: %w", err)
	} else if f == read.DB {
		return withHint(errors.New("reading the flags: --from db"), "a database is a file of one machine: rung classify reads it")
	}
	// Where the workers are in this process, they see the same files.
	if *jobopts.Endpoint == "" || jobopts.IsLoopback() {
		if _, err := list(ctx, j.Inputs); err != nil {
			return withHint(err, "local files and folders, gs://, s3://, hdfs:// and patterns of these can be named")
		}
	}
	if j.Model != "default" && j.Model != "reference" {
		b, err := readFile(ctx, j.Model)
		if err != nil {
			return withHint(fmt.Errorf("reading the model %q: %w", j.Model, err), "--model takes default, reference or the name of a model file")
		}
		j.Weights = b
	}
	if _, err := j.classifier(); err != nil {
		return fmt.Errorf("reading the model: %w", err)
	}
	fs, err := filesystem.New(ctx, j.Output)
	if err != nil {
		return withHint(fmt.Errorf("writing %q: %w", j.Output, err), "local paths, gs://, s3:// and hdfs:// can be named")
	}
	defer fs.Close()
	old, err := fs.List(ctx, j.prefix()+"-*-of-*.jsonl")
	switch {
	case err != nil:
		return fmt.Errorf("writing %q: %w", j.Output, err)
	case len(old) > 0:
		return withHint(fmt.Errorf("writing %q: %q is there already", j.Output, old[0]), "name another prefix, or remove the old shards")
	}
	return nil
}

// classifier loads the job's model.
func (j *Job) classifier() (*classify.Classifier, error) {
	switch {
	case j.Weights != nil:
		return classify.Load(bytes.NewReader(j.Weights), j.Model)
	case j.Model == "default":
		return classify.Default(), nil // once for all of a worker's threads
	}
	return classify.Builtin(j.Model)
}

func (j *Job) options() read.Options {
	f, _ := read.ParseFormat(j.From) // validate has seen it
	return read.Options{Format: f, TextColumn: j.Text, TitleColumn: j.Title, CompanyColumn: j.Company, IDColumn: j.ID}
}

// shard names the file of a kind's nth of of shards.
func (j *Job) shard(kind string, n, of int) string {
	return fmt.Sprintf("%s%s-%05d-of-%05d.jsonl", j.prefix(), kind, n, of)
}

// hidden is the name beside name that an attempt writes to. Its mark keeps two
// attempts at one shard apart.
func hidden(name, mark string) string {
	dir, base := path.Split(name)
	return dir + "." + base + "." + mark + ".tmp"
}

func (j *Job) tally() string { return j.prefix() + "-tally.json" }

func (j *Job) prefix() string { return strings.TrimSuffix(j.Output, ".jsonl") }

func readFile(ctx context.Context, name string) ([]byte, error) {
	fs, err := filesystem.New(ctx, name)
	if err != nil {
		return nil, err
	}
	defer fs.Close()
	return filesystem.Read(ctx, fs, name)
}
