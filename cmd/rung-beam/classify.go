package main

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"

	"rung/classify"
	"rung/corpus"
	"rung/report"
	"rung/report/row"
)

// shard is what a unit became: files that wait for their names, and the tally
// of them.
type shard struct {
	N, Of int
	Mark  string // of the attempt that wrote them
	Bad   bool   // there are records that could not be read
	Tally []byte // as JSON
}

// classifyFn reads a unit, classifies its postings and writes their rows.
type classifyFn struct {
	Job        Job
	classifier *classify.Classifier
	format     row.Format
}

func (f *classifyFn) Setup() error {
	c, err := f.Job.classifier()
	if err != nil {
		return err
	}
	f.classifier = c
	f.format = row.JSONL(row.Options{Text: f.Job.WithText, Levels: c.Model().Levels})
	return nil
}

func (f *classifyFn) ProcessElement(ctx context.Context, u unit, counts func(*lines) bool, emit func(shard)) (err error) {
	before := int64(0) // lines that end before the range
	if u.Start > 0 {
		var n lines
		for counts(&n) {
			if n.File == u.Files[0] && n.Start < u.Start {
				before += n.Lines
			}
		}
	}
	s := shard{N: u.N, Of: u.Of, Mark: rand.Text()[:12]}
	rows := &sink{name: hidden(f.Job.shard("", u.N, u.Of), s.Mark)}
	bad := &sink{name: hidden(f.Job.shard("-bad", u.N, u.Of), s.Mark)}
	defer func() {
		if err != nil {
			rows.abort(ctx)
			bad.abort(ctx)
		}
	}()
	if err := rows.open(ctx); err != nil {
		return err
	}
	var tally report.Tally
	var row []byte
	for p, failed := range postings(ctx, f.Job.options(), u, before) {
		if failed != nil {
			var line *corpus.LineError
			if !errors.As(failed, &line) {
				return failed // of the filesystem, which may answer when asked again
			}
			s.Bad = true
			tally.Skip(1)
			if err := bad.open(ctx); err != nil {
				return err
			}
			kept, err := json.Marshal(line)
			if err != nil {
				return err
			}
			if err := bad.write(append(kept, '\n')); err != nil {
				return err
			}
			continue
		}
		v := f.classifier.ClassifyTop(p, f.Job.Explain)
		v.Abstain(f.Job.Least)
		tally.Add(&v)
		row = f.format.Row(row[:0], p, &v)
		if err := rows.write(row); err != nil {
			return err
		}
	}
	if err := errors.Join(rows.close(), bad.close()); err != nil {
		return err
	}
	if s.Tally, err = json.Marshal(tally); err != nil {
		return err
	}
	emit(s)
	return nil
}
