package main

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"rung/corpus/boilerplate"
	"rung/corpus/text"
	"rung/report"
	"rung/report/batch"
	"rung/scrape/inputs"
)

// classifyFlags are those of rung classify beside every batch's.
type classifyFlags struct {
	batchFlags
	modelFlags
	explain     int
	boilerplate bool
	least       float64
	only        []string
}

func (a *app) classifyCommand() *cobra.Command {
	var f classifyFlags
	cmd := &cobra.Command{
		Use:   "classify INPUT…",
		Short: "Classify a batch of postings, one row each",
		Long: "classify reads postings from files, folders, patterns, web addresses and stdin\n" +
			"(-) and writes one row a posting, in the order of the input. A record that\n" +
			"cannot be read is named, counted and skipped. Killed anywhere, the same command\n" +
			"with --resume goes on.",
		Example: "  rung classify jobs.csv -o levels.jsonl\n" +
			"  rung classify jobs/ --to csv > levels.csv\n" +
			"  rung classify jobs.parquet -o levels/ --shard-rows 100000 --resume\n" +
			"  zcat jobs.jsonl.gz | rung classify --explain 1 -",
		RunE: func(cmd *cobra.Command, args []string) error { return a.classify(cmd.Context(), &f, args) },
	}
	f.batchFlags.add(cmd, batch.ClassifyFormats, "a table on a terminal and jsonl in a pipe")
	f.modelFlags.add(cmd)
	flags := cmd.Flags()
	flags.IntVar(&f.shardRows, "shard-rows", 0, "write a folder of Parquet files of so many rows each (default for -o NAME/: "+strconv.Itoa(batch.ShardRows)+")")
	flags.IntVar(&f.explain, "explain", 3, "reasons a row; -1: all")
	flags.BoolVar(&f.boilerplate, "boilerplate", false, "read the input twice, and let what an employer repeats in postings of other titles count half")
	flags.Float64Var(&f.least, "min-probability", 0, "say unsure where the level is less probable than this, 0 to 1")
	addOnlyFlag(cmd, &f.only, "write the rows of these verdicts alone, and count the others on stderr")
	return cmd
}

func (f *classifyFlags) validate(onTerminal bool) error {
	switch {
	case f.least < 0 || f.least > 1:
		return withHint(fmt.Errorf("reading the flags: --min-probability %v", f.least), "a probability lies between 0 and 1")
	case f.explain < -1:
		return withHint(fmt.Errorf("reading the flags: --explain %d", f.explain), "-1 lists every reason")
	}
	fallback := "jsonl"
	if onTerminal {
		fallback = "table"
	}
	if err := f.batchFlags.validate(batch.ClassifyFormats, fallback); err != nil {
		return err
	}
	if f.to == "table" {
		f.explain = max(f.explain, 1) // the strongest reason is a column
	}
	return nil
}

func (a *app) classify(ctx context.Context, f *classifyFlags, args []string) error {
	onTerminal := a.onTerminal(f.path)
	if err := f.validate(onTerminal); err != nil {
		return err
	}
	args, err := a.inputs(args, "rung classify jobs.jsonl")
	if err != nil {
		return err
	}
	f.input.opt.Said = func(s string) { a.say("%s", s) }
	in, err := a.open(&f.input, args)
	if err != nil {
		return err
	}
	if f.to != "parquet" && f.to != "xlsx" { // they gather many rows in memory
		// There is more room for garbage where few chunks are under way.
		defer debug.SetGCPercent(debug.SetGCPercent(100 + 200/f.jobs))
	}
	if f.jobs > 1 {
		go text.Warm()
	}
	c, err := f.load()
	if err != nil {
		return err
	}
	opt := batch.ClassifyOptions{Format: f.to, Explain: f.explain, Text: f.text, Least: f.least}
	if opt.Only, err = parseOnly(f.only, c.Model().Levels); err != nil {
		return err
	}
	if f.boilerplate {
		if opt.Repeats, err = readRepeats(ctx, in, f.limit); err != nil {
			return err
		}
	}
	if onTerminal { // a file is as wide whatever the terminal
		opt.Width = a.columns()
	}
	task := batch.Classify(c, opt)
	task.Options["prior-vp"] = f.shareText()
	n, left, err := a.runBatch(ctx, &f.batchFlags, in, task, "classified")
	if err == nil && n > 0 {
		a.sayLeft(opt.Only, left, n)
	}
	return err
}

// readRepeats reads the input once for what employers repeat.
func readRepeats(ctx context.Context, in *inputs.Set, limit int) (*boilerplate.Sentences, error) {
	if slices.Contains(in.Names, "-") {
		return nil, withHint(errors.New("reading stdin twice: --boilerplate reads its input first to see what repeats"), "save the postings to a file")
	}
	repeats := &boilerplate.Sentences{}
	for p, err := range inputs.Limit(in.Postings(ctx), limit) {
		if err == nil {
			repeats.Add(p)
		}
	}
	return repeats, nil
}

func addOnlyFlag(cmd *cobra.Command, names *[]string, help string) {
	cmd.Flags().StringSliceVar(names, "only", nil, help+": "+strings.Join(batch.OnlyNames(report.Levels{}), ", "))
	offer(cmd, "only", batch.OnlyNames(report.Levels{})...)
}

// parseOnly reads the flag; levels are those of the model.
func parseOnly(names []string, levels report.Levels) (*batch.Only, error) {
	only, err := batch.ParseOnly(names, levels)
	var unknown *batch.UnknownVerdict
	if errors.As(err, &unknown) {
		err = withHint(fmt.Errorf("reading the flags: --only %q", unknown.Name), "it takes "+strings.Join(unknown.Known, ", "))
	}
	return only, err
}

// sayLeft tells how many of n postings --only left out.
func (a *app) sayLeft(o *batch.Only, left, n int) {
	if o != nil {
		a.say("left out %d of %s; --only %s keeps the others", left, plural(n, "posting"), o)
	}
}
