package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"rung/classify/eval"
	"rung/classify/learn"
)

type evalFlags struct {
	modelFlags
	gold        []string
	path        string
	readings    []string
	json, quick bool
	cv          int
	shuffles    int
	heldOut     bool
	task        string
	annotations []string
	materials   materialFlags
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
		Example: "  rung eval --gold gold.jsonl\n  rung eval --gold gold.jsonl --model reference --json\n  rung eval --gold gold.jsonl --cv 10",
		RunE: func(_ *cobra.Command, args []string) error {
			f.gold = append(f.gold, args...)
			return a.eval(&f)
		},
	}
	f.modelFlags.add(cmd)
	flags := cmd.Flags()
	flags.StringSliceVar(&f.gold, "gold", nil, "labelled postings, JSON Lines")
	flags.BoolVar(&f.json, "json", false, "print the figures as JSON")
	flags.BoolVar(&f.quick, "no-baselines", false, "leave out the simpler methods, which train for a few seconds")
	flags.IntVar(&f.cv, "cv", 0, "retrain in so many folds by company, and measure on what each has not seen")
	flags.IntVar(&f.shuffles, "shuffles", 5, "with --cv: how many times the folds are dealt anew")
	flags.BoolVar(&f.heldOut, "hold-out", false, "with --cv: also leave out each source and each layout in turn")
	flags.StringSliceVar(&f.readings, "readings", nil, "careful readings to compare with, JSON Lines; with --cv also to learn from")
	flags.StringVar(&f.task, "task", "levels", "what to measure: "+strings.Join(evalTasks, ", "))
	offer(cmd, "task", evalTasks...)
	f.materials.add(cmd)
	flags.StringSliceVar(&f.annotations, "annotations", nil, "exports of a labelled sample: agreement of the annotators with one another and with the model")
	flags.StringVarP(&f.path, "output", "o", "", "file to write, whole or not at all (default: stdout)")
	return cmd
}

func (a *app) eval(f *evalFlags) error {
	if len(f.annotations) > 0 {
		return a.evalAnnotations(f)
	}
	if f.task != "levels" {
		return a.evalTask(f)
	}
	switch {
	case f.cv < 0 || f.cv == 1:
		return withHint(fmt.Errorf("reading the flags: --cv %d", f.cv), "at least 2 folds are needed; 0 measures the model as it is")
	case f.cv > 0 && f.share != evenOdds:
		return withHint(fmt.Errorf("reading the flags: --prior-vp %v with --cv", f.share), "models that are trained in folds are measured at even odds; leave out one of the two")
	case f.shuffles < 1:
		return withHint(fmt.Errorf("reading the flags: --shuffles %d", f.shuffles), "at least one is needed")
	case len(f.gold) == 0:
		return withHint(errors.New("nothing to measure on"), "name labelled postings: rung eval --gold gold.jsonl")
	}
	gold, err := a.readGold(f.gold)
	if err != nil {
		return err
	}
	opt := eval.Options{Gold: strings.Join(f.gold, " "), SkipBaselines: f.quick}
	if f.cv > 0 || f.model != "reference" {
		if opt.Reference, err = loadModel("reference"); err != nil {
			return err
		}
	}
	if opt.Readings, err = a.readReadings(f.readings); err != nil {
		return err
	}
	var result eval.Result
	if f.cv > 0 {
		if result, err = a.crossValidate(f, gold, opt); err != nil {
			return err
		}
	} else {
		c, err := f.load()
		if err != nil {
			return err
		}
		result = eval.Evaluate(c, gold, opt)
	}
	write := result.WriteText
	if f.json {
		write = func(w io.Writer) error { return writeJSON(w, result) }
	}
	return a.writeWhole(f.path, f.gold, "the figures", write)
}

// writeJSON writes one line of JSON.
func writeJSON(w io.Writer, v any) error {
	b, err := json.Marshal(v)
	if err == nil {
		_, err = w.Write(append(b, '\n'))
	}
	return err
}

// crossValidate retrains the default model in each fold by company, five
// shuffles, and measures what it says of the fold that it has not seen.
func (a *app) crossValidate(f *evalFlags, gold []eval.Example, opt eval.Options) (eval.Result, error) {
	m, err := a.materials(&f.materials, f.gold[0], opt.Readings)
	if err != nil {
		return eval.Result{}, err
	}
	m.Prepare(m.Labelled(gold))
	t := &learn.Trainer{Recipe: learn.DefaultRecipe, Materials: m, Gold: gold}
	a.say("training %d times %d models; this takes minutes", f.shuffles, f.cv)
	var seeds []uint64
	for seed := range f.shuffles {
		seeds = append(seeds, uint64(seed))
	}
	runs, err := eval.CrossValidate(t, gold, f.cv, seeds)
	if err != nil {
		return eval.Result{}, fmt.Errorf("cross-validating: %w", err)
	}
	opt.K, opt.Shuffles = f.cv, seeds
	result := eval.Measure(runs, gold, opt)
	if f.heldOut {
		result.HeldOut, err = eval.HoldOut(t, gold, opt)
	}
	return result, err
}

// readGold reads labelled postings; one bad line fails them all.
func (a *app) readGold(args []string) ([]eval.Example, error) {
	files, err := a.inputs(args, "")
	if err != nil {
		return nil, err
	}
	var gold []eval.Example
	for _, name := range files {
		rows, err := readFile(name, "the gold", eval.ReadGold)
		if err != nil {
			return nil, withHint(err, "one bad line fails the file: a figure over part of it would be another figure")
		}
		gold = append(gold, rows...)
	}
	return gold, nil
}
