package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"rung/classify/eval"
)

// writeFigures writes figures in the format asked for.
func (a *app) writeFigures(f eval.Figures, to, path string, inputs []string) error {
	write := eval.FiguresAs(f, to)
	if write == nil {
		return withHint(fmt.Errorf("reading the flags: --to %q", to), "figures are written as table, csv or json")
	}
	return a.writeWhole(path, inputs, "the figures", write)
}

func addFigureFlags(cmd *cobra.Command, to, path *string) {
	cmd.Flags().StringVar(to, "to", "table", "table, csv or json")
	offer(cmd, "to", "table", "csv", "json")
	cmd.Flags().StringVarP(path, "output", "o", "", "file to write (default: stdout)")
}

func (a *app) modelAuditCommand() *cobra.Command {
	var gold []string
	var model, to, path string
	cmd := &cobra.Command{
		Use:   "audit --gold FILE…",
		Short: "Say of each rule and term where it fires, whom for, and what hangs on it",
		Long: "audit lists rules that never fire, that fire for both levels alike, that decide a\n" +
			"posting alone, and whose postings contradict their source.",
		Example: "  rung model audit --gold gold.jsonl\n  rung model audit --gold gold.jsonl --to csv -o audit.csv",
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			if len(gold) == 0 {
				return withHint(errors.New("nothing to audit on"), "name labelled postings: rung model audit --gold gold.jsonl")
			}
			examples, err := a.readGold(gold)
			if err != nil {
				return err
			}
			c, err := loadModel(model)
			if err != nil {
				return err
			}
			return a.writeFigures(eval.AuditModel(c, examples), to, path, gold)
		},
	}
	addModelFlag(cmd, &model)
	cmd.Flags().StringSliceVar(&gold, "gold", nil, "labelled postings, JSON Lines")
	addFigureFlags(cmd, &to, &path)
	return cmd
}

func (a *app) modelDiffCommand() *cobra.Command {
	var gold []string
	var to, path string
	cmd := &cobra.Command{
		Use:     "diff A B",
		Short:   "Say what a retraining changed, and which postings it reads anew",
		Example: "  rung model diff default my.model --gold gold.jsonl",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 2 {
				return withHint(fmt.Errorf("%d models named, two are compared", len(args)), "for example: rung model diff default my.model")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			before, err := loadModel(args[0])
			if err != nil {
				return err
			}
			after, err := loadModel(args[1])
			if err != nil {
				return err
			}
			var examples []eval.Example
			if len(gold) > 0 {
				if examples, err = a.readGold(gold); err != nil {
					return err
				}
			}
			return a.writeFigures(eval.DiffModels(before, after, examples), to, path, append(gold, args...))
		},
	}
	cmd.Flags().StringSliceVar(&gold, "gold", nil, "labelled postings, JSON Lines")
	addFigureFlags(cmd, &to, &path)
	return cmd
}
