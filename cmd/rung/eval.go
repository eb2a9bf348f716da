package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"rung/classify"
	"rung/classify/eval"
	"rung/corpus"
)

type evalFlags struct {
	gold        []string
	model, path string
	json, quick bool
}

func (a *app) evalCommand() *cobra.Command {
	var f evalFlags
	cmd := &cobra.Command{
		Use:   "eval --gold FILE…",
		Short: "Measure a model on labelled postings",
		Long: "eval classifies postings whose level is known and says how often the model is\n" +
			"right, how sure it may be, and what simpler methods get right on the same rows.\n" +
			"A gold file is JSON Lines with id, title, company, text and label (director, vp\n" +
			"or other); bank_vp marks a bank's grade.",
		Example: "  rung eval --gold gold.jsonl\n  rung eval --gold gold.jsonl --model reference --json",
		RunE: func(_ *cobra.Command, args []string) error {
			f.gold = append(f.gold, args...)
			return a.eval(&f)
		},
	}
	addModelFlag(cmd, &f.model)
	flags := cmd.Flags()
	flags.StringSliceVar(&f.gold, "gold", nil, "labelled postings, JSON Lines")
	flags.BoolVar(&f.json, "json", false, "print the figures as JSON")
	flags.BoolVar(&f.quick, "no-baselines", false, "leave out the simpler methods, which train for a few seconds")
	flags.StringVarP(&f.path, "output", "o", "", "file to write, whole or not at all (default: stdout)")
	return cmd
}

func (a *app) eval(f *evalFlags) error {
	if len(f.gold) == 0 {
		return withHint(errors.New("nothing to measure on"), "name labelled postings: rung eval --gold gold.jsonl")
	}
	files, err := a.inputs(f.gold, "")
	if err != nil {
		return err
	}
	var gold []eval.Example
	for _, name := range files {
		r, err := corpus.Open(name)
		if err != nil {
			return fmt.Errorf("reading %q: %w", name, cause(err))
		}
		rows, err := eval.ReadGold(r, name)
		r.Close()
		if err != nil {
			return withHint(fmt.Errorf("reading the gold: %w", err), "one bad line fails the file: a figure over part of it would be another figure")
		}
		gold = append(gold, rows...)
	}
	c, err := loadModel(f.model)
	if err != nil {
		return err
	}
	opt := eval.Options{Gold: strings.Join(f.gold, " "), SkipBaselines: f.quick}
	if f.model != "reference" {
		opt.Reference = classify.Reference()
	}
	result := eval.Evaluate(c, gold, opt)
	out, err := a.create(f.path, files)
	if err != nil {
		return err
	}
	defer out.abort()
	if f.json {
		var b []byte
		if b, err = json.Marshal(result); err == nil {
			_, err = out.Write(append(b, '\n'))
		}
	} else {
		err = result.WriteText(out)
	}
	if err != nil {
		return fmt.Errorf("writing the figures: %w", err)
	}
	return out.commit()
}
