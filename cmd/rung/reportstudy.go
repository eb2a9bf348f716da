package main

import (
	"context"
	"errors"
	"fmt"
	"math"
	"rung/classify"
	"rung/corpus"
	"rung/corpus/boilerplate"
	"rung/report/batch"
	"rung/report/study"
	"strconv"
	"strings"
	"time"
)

// reportMeter shows how far the reading came; nil where that is not wanted.
func (a *app) reportMeter(f *reportFlags, args []string) (*progress, error) {
	show, err := a.checkProgress(f.progress, f.path == "" && terminal(a.stdout) && !f.all)
	if err != nil || !show {
		return nil, err
	}
	in, err := a.open(&f.input, args)
	if err != nil {
		return nil, err
	}
	return &progress{app: a, total: f.limit, done: f.done.Load, bytes: in.Bytes()}, nil
}

// study reads the inputs; kept takes what cannot be read.
func (a *app) study(ctx context.Context, f *reportFlags, args []string, kept batch.Quarantine) (*study.Study, *skipped, error) {
	c, err := f.judge()
	if err != nil {
		return nil, nil, err
	}
	need := study.Needs(f.tables)
	f.labels.Wanted = need.Labels || f.by == "label"
	opt := study.Options{Levels: c.Model().Levels, Facts: need.Facts, Terms: need.Terms}
	f.input.opt.Said = func(s string) { a.say("%s", s) }
	if f.boilerplate == "remove" && need.Terms {
		opt.Repeated = &boilerplate.Sentences{}
		for it, err := range a.items(f, args) {
			if err == nil && it.row == nil {
				opt.Repeated.Add(it.posting)
			}
		}
	}
	meter, err := a.reportMeter(f, args)
	if err != nil {
		return nil, nil, err
	}
	s, skip := study.New(opt), &skipped{app: a, kept: f.quarantine}
	if meter != nil {
		meter.skipped = func() int { return skip.lost }
		meter.at(batch.Position{}, time.Now())
	}
	read, left, otherShare := 0, 0, 0
	bad := func(err error) error {
		s.Skipped += corpus.Records(err)
		meter.clear()
		skip.add(err)
		return kept.Add(err)
	}
	p := batch.Pipeline[item, []outcome]{
		In: a.items(f, args), Jobs: f.jobs, Bad: bad, Reset: func(out *[]outcome) { clear(*out); *out = (*out)[:0] },
		Size: func(it *item) int { return len(it.row) + len(it.posting.Text) },
		Worker: func() func([]item, *[]outcome) {
			r := study.NewReader(opt)
			return func(items []item, out *[]outcome) {
				for i := range items {
					*out = append(*out, readItem(r, c, &items[i]))
				}
			}
		},
		Write: func(_ []item, out *[]outcome) error {
			for _, o := range *out {
				if o.err != nil {
					if err := bad(o.err); err != nil {
						return err
					}
					continue
				}
				if read++; math.Abs(o.read.PriorVP-f.share) > 1e-6 { // rows are rounded
					otherShare++
				}
				if f.leaves(&o.read.Observation) {
					left++
				} else {
					s.Add(o.read)
				}
				meter.at(batch.Position{Postings: read}, time.Now())
			}
			return nil
		},
	}
	_, err = p.Run(ctx)
	meter.end(time.Now())
	switch {
	case errors.Is(err, context.Canceled):
		err = fmt.Errorf("interrupted after %s", plural(s.Len(), "posting"))
	case err != nil:
	case s.Len() == 0 && left > 0:
		err = withHint(fmt.Errorf("reading %s: --only %s leaves out all of %s", strings.Join(args, " "), f.keep, plural(left, "posting")), "a report needs some; name more verdicts")
	case s.Len() == 0 && skip.whole != nil:
		err = withHint(fmt.Errorf("reading %w", skip.whole), "nothing was counted; postings are read, and what rung classify wrote")
	case s.Len() == 0:
		err = withHint(fmt.Errorf("reading %s: no posting in it", strings.Join(args, " ")), "postings are read, and what rung classify wrote; --from names another format")
	}
	if err != nil {
		return nil, nil, err
	}
	a.sayLeft(f.keep, left, read)
	if f.shareAsked && otherShare > 0 {
		a.say("%s judged before at another share of VPs and stay so; --prior-vp moves postings alone", areRows(otherShare))
	}
	return s, skip, nil
}

// judge is the classifier of a report; with it --only is read.
func (f *reportFlags) judge() (c *classify.Classifier, err error) {
	if c, err = f.load(); err == nil {
		f.keep, err = parseOnly(f.only, c.Model().Levels)
	}
	return c, err
}

// leaves reports whether --only leaves out what was read, and keeps that in mind
// for a second reading.
func (f *reportFlags) leaves(o *study.Observation) bool {
	if f.keep == nil {
		return false
	}
	out := !f.keep.Keeps(o.Level, o.Sure)
	f.left = append(f.left, out)
	return out
}

// areRows says how many rows are something.
func areRows(n int) string {
	if n == 1 {
		return "1 row was"
	}
	return plural(n, "row") + " were"
}

// outcome is what was read of an item, or why it could not be.
type outcome struct {
	read *study.Reading
	err  error
}

func readItem(r *study.Reader, c *classify.Classifier, it *item) outcome {
	if it.row == nil {
		v := c.ClassifyTop(it.posting, 0)
		read := r.Posting(it.posting, &v)
		read.Label = it.label
		return outcome{read, nil}
	}
	read, err := r.Row(it.row)
	if err != nil {
		file, line := splitSource(it.source)
		err = &corpus.LineError{File: file, Line: line, Err: err, Raw: it.row}
	}
	return outcome{read, err}
}

func splitSource(s string) (file string, line int) {
	i := strings.LastIndexByte(s, ':')
	line, _ = strconv.Atoi(s[i+1:])
	return s[:i], line
}
