package main

import (
	"context"
	"fmt"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"

	"rung/report"
)

// commitFn gives finished shards their names, and then passes their tallies on,
// so that the file with the tally says that all is there. It may be run again:
// what has its name already is done.
type commitFn struct{ Job Job }

func (f *commitFn) ProcessElement(ctx context.Context, s shard, emit func(report.Tally)) error {
	kinds := []string{""}
	if s.Bad {
		kinds = append(kinds, "-bad")
	}
	for _, kind := range kinds {
		name := f.Job.shard(kind, s.N, s.Of)
		fs, err := filesystem.New(ctx, name)
		if err != nil {
			return err
		}
		defer fs.Close()
		if err := filesystem.Rename(ctx, fs, hidden(name, s.Mark), name); err != nil {
			if _, missing := fs.Size(ctx, name); missing != nil {
				return fmt.Errorf("writing %q: %w", name, err)
			}
		}
	}
	t, err := decodeTally(s.Tally)
	if err != nil {
		return err
	}
	emit(t)
	return nil
}

// mergeFn adds tallies.
type mergeFn struct{}

func (*mergeFn) CreateAccumulator() report.Tally { return report.Tally{} }

func (*mergeFn) AddInput(a, t report.Tally) report.Tally { a.Merge(&t); return a }

func (*mergeFn) MergeAccumulators(a, b report.Tally) report.Tally { a.Merge(&b); return a }

// tallyFn writes the tally.
type tallyFn struct{ Job Job }

func (f *tallyFn) ProcessElement(ctx context.Context, t report.Tally) error {
	c, err := f.Job.classifier()
	if err != nil {
		return err
	}
	name := f.Job.tally()
	fs, err := filesystem.New(ctx, name)
	if err != nil {
		return err
	}
	defer fs.Close()
	if err := filesystem.Write(ctx, fs, name, t.JSON(c.Model().Levels)); err != nil {
		return fmt.Errorf("writing %q: %w", name, err)
	}
	return nil
}
