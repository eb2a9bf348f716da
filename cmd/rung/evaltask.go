package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"rung/corpus/profile/measure"
	"rung/corpus/profile/skills"
	"rung/corpus/read"
	"rung/scrape/inputs"
)

// evalTasks are what eval can measure: levels by classify, lines by extract,
// and skills by the span tagger.
var evalTasks = []string{"levels", "lines", "skills"}

// evalTask measures the reading of postings, which no model of levels takes
// part in.
func (a *app) evalTask(f *evalFlags) error {
	if !slices.Contains(evalTasks, f.task) {
		return withHint(fmt.Errorf("reading the flags: --task %q", f.task), "it takes "+strings.Join(evalTasks, ", "))
	}
	if len(f.gold) != 1 {
		return withHint(fmt.Errorf("--task %s measures on one file, not %d", f.task, len(f.gold)), "name it: rung eval --task "+f.task+" --gold FILE")
	}
	files, err := a.inputs(f.gold, "")
	if err != nil {
		return err
	}
	if len(files) != 1 {
		return errors.New("--gold names more than one file")
	}
	gold, err := read.Open(files[0])
	if err != nil {
		return fmt.Errorf("reading %q: %w", files[0], inputs.Cause(err))
	}
	defer gold.Close()
	var figures any
	var table []byte
	if f.task == "lines" {
		postings, err := measure.ReadLines(gold, files[0])
		if err != nil {
			return fmt.Errorf("reading the gold: %w", err)
		}
		m := measure.EvalLines(postings)
		figures, table = m, m.AppendText(nil)
	} else {
		m, err := skills.Default().Eval(gold)
		if err != nil {
			return fmt.Errorf("reading the gold: %s: %w", files[0], err)
		}
		figures = m
		table = fmt.Appendf(nil, "%d sentences; spans found exactly\n              precision  recall  F1\nskill         %9.3f  %6.3f  %.3f\nknowledge     %9.3f  %6.3f  %.3f\n", m.Sentences,
			m.Skill.Precision, m.Skill.Recall, m.Skill.F1, m.Knowledge.Precision, m.Knowledge.Recall, m.Knowledge.F1)
	}
	if f.json {
		if table, err = json.Marshal(figures); err != nil {
			return err
		}
		table = append(table, '\n')
	}
	out, err := a.create(f.path, files)
	if err != nil {
		return err
	}
	defer out.Abort()
	if _, err := io.Copy(out, bytes.NewReader(table)); err != nil {
		return fmt.Errorf("writing the figures: %w", err)
	}
	return out.Commit()
}
