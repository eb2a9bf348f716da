package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"rung/corpus/profile/measure"
	"rung/corpus/profile/skills"
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
	var figures any
	var table []byte
	if f.task == "lines" {
		postings, err := readFile(files[0], "the gold", measure.ReadLines)
		if err != nil {
			return err
		}
		m := measure.EvalLines(postings)
		figures, table = m, m.AppendText(nil)
	} else {
		m, err := readFile(files[0], "the gold: "+files[0], func(r io.Reader, _ string) (skills.Result, error) {
			return skills.Default().Eval(r)
		})
		if err != nil {
			return err
		}
		figures = m
		table = fmt.Appendf(nil, "%d sentences; spans found exactly\n              precision  recall  F1\nskill         %9.3f  %6.3f  %.3f\nknowledge     %9.3f  %6.3f  %.3f\n", m.Sentences,
			m.Skill.Precision, m.Skill.Recall, m.Skill.F1, m.Knowledge.Precision, m.Knowledge.Recall, m.Knowledge.F1)
	}
	return a.writeWhole(f.path, files, "the figures", func(w io.Writer) error {
		if f.json {
			return writeJSON(w, figures)
		}
		_, err := w.Write(table)
		return err
	})
}
