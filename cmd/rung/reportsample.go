package main

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"rung/corpus"
	"rung/report/annotate"
	"rung/report/study"
)

// strata are the fields that a sample can be drawn by; none is one stratum.
var strata = []string{"level", "claim", "company", "source", "month", "none"}

// sample draws postings for people to label.
func (a *app) sample(ctx context.Context, f *reportFlags, args []string) error {
	if f.to == "" {
		f.to = map[string]string{".csv": "csv", ".json": "labelstudio", ".jsonl": "doccano"}[strings.ToLower(filepath.Ext(f.path))]
	}
	switch {
	case f.to == "":
		return withHint(errors.New("reading the flags: --sample without a format"), "add --to labelstudio, doccano or csv, or an -o that ends in .json, .jsonl or .csv")
	case !slices.Contains(annotate.Formats(), f.to):
		return withHint(fmt.Errorf("reading the flags: --to %q is no format of a sample", f.to), "it takes "+strings.Join(annotate.Formats(), ", "))
	case !slices.Contains(strata, f.stratify):
		return withHint(fmt.Errorf("reading the flags: --stratify %q", f.stratify), "it takes "+strings.Join(strata, ", "))
	}
	args, err := a.inputs(args, "rung report jobs.jsonl --sample 200 --to labelstudio")
	if err != nil {
		return err
	}
	c, err := f.judge()
	if err != nil {
		return err
	}
	f.input.opt.Said = func(s string) { a.say("%s", s) }
	out, err := a.create(f.path, args)
	if err != nil {
		return err
	}
	defer out.Abort()
	skip := &skipped{app: a}
	s := study.New(study.Options{Levels: c.Model().Levels})
	sampler := &annotate.Sampler{Size: f.sample, Seed: f.seed}
	r := study.NewReader(s.Options())
	n, left := 0, 0
	for it, err := range a.items(f, args) {
		if ctx.Err() != nil {
			return errors.New("interrupted while drawing the sample")
		}
		o := outcome{err: err}
		if err == nil {
			o = readItem(r, c, &it)
		}
		if o.err != nil {
			skip.add(o.err)
			continue
		}
		read, p := o.read, it.posting
		if it.row != nil {
			p = corpus.Posting{ID: corpus.ID(read.ID), Title: read.Title, Text: study.RowText(it.row)}
		}
		n++
		if f.leaves(&read.Observation) {
			left++
			continue
		}
		if p.Text == "" {
			continue
		}
		stratum := ""
		if f.stratify != "none" {
			stratum = s.Value(&read.Observation, f.stratify)
		}
		sampler.Add(stratum, p)
	}
	a.sayLeft(f.keep, left, n)
	tasks, counts := sampler.Tasks()
	if len(tasks) == 0 {
		return withHint(fmt.Errorf("reading %s: no posting with a text in it", strings.Join(args, " ")), "rows hold texts when rung classify wrote them with --with-text")
	}
	if err := annotate.Write(out, f.to, tasks); err != nil {
		return fmt.Errorf("writing the sample: %w", err)
	}
	if err := out.Commit(); err != nil {
		return err
	}
	var parts []string
	for _, name := range slices.Sorted(maps.Keys(counts)) {
		if name != "" {
			parts = append(parts, fmt.Sprintf("%s %d", name, counts[name]))
		}
	}
	a.say("drew %s of %d; %s", plural(len(tasks), "posting"), n, strings.Join(parts, ", "))
	if f.to == "labelstudio" {
		a.say("labelling interface: %s", annotate.Interface)
	}
	skip.finish(n)
	return nil
}
