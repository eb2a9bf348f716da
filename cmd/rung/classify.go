package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"slices"
	"strconv"

	"github.com/spf13/cobra"

	"rung/classify"
	"rung/corpus/boilerplate"
	"rung/corpus/text"
	"rung/report"
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
	f.batchFlags.add(cmd, formats, "a table on a terminal and jsonl in a pipe")
	f.modelFlags.add(cmd)
	flags := cmd.Flags()
	flags.IntVar(&f.shardRows, "shard-rows", 0, "write a folder of Parquet files of so many rows each (default for -o NAME/: "+strconv.Itoa(defaultShardRows)+")")
	flags.IntVar(&f.explain, "explain", 3, "reasons a row; -1: all")
	flags.BoolVar(&f.boilerplate, "boilerplate", false, "read the input twice, and let what an employer repeats in postings of other titles count half")
	flags.Float64Var(&f.least, "min-probability", 0, "say unsure where the level is less probable than this, 0 to 1")
	addOnlyFlag(cmd, &f.only, "write the rows of these verdicts alone, and count the others on stderr")
	return cmd
}

// formats of rung classify.
var formats = []string{"table", "jsonl", "csv", "tsv", "markdown", "html", "latex", "parquet", "xlsx", "db"}

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
	if err := f.batchFlags.validate(formats, fallback); err != nil {
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
	src, err := a.sources(&f.input, args)
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
	opt := report.RowOptions{Text: f.text, Levels: c.Model().Levels}
	keep, err := parseOnly(f.only, opt.Levels)
	if err != nil {
		return err
	}
	b := &batch{batchFlags: &f.batchFlags, app: a, done: "classified", args: args, src: src, most: chunkPostings, levels: levelNames(opt.Levels), only: keep}
	b.identify("classify", map[string]string{
		"explain": strconv.Itoa(f.explain), "boilerplate": strconv.FormatBool(f.boilerplate), "min-probability": strconv.FormatFloat(f.least, 'g', -1, 64),
		"prior-vp": f.shareText(), "only": keep.String(),
	})
	b.run.Model, b.run.Lexicon = c.Model().String(), c.Lexicon().Version
	var repeats *boilerplate.Sentences
	if f.boilerplate {
		if repeats, err = readRepeats(src, args, f.limit); err != nil {
			return err
		}
	}
	var row report.Format
	switch f.to {
	case "jsonl":
		row = report.JSONL(opt)
	case "csv":
		row = report.CSV(opt)
	case "tsv":
		row = report.TSV(opt)
	case "markdown":
		row = report.Markdown(opt.Levels)
	case "html":
		row = report.HTML(opt.Levels)
	case "latex":
		row = report.LaTeX(opt.Levels)
	case "parquet":
		b.records = func(w io.Writer) report.RecordWriter { return report.NewParquet(w, opt) }
	case "xlsx":
		b.records = func(w io.Writer) report.RecordWriter { return report.NewXLSX(w, opt) }
	case "table":
		width := 120 // of a file, whatever the terminal
		if onTerminal {
			width = a.columns()
		}
		row = report.TableRows(opt.Levels)
		b.table = func(w io.Writer) io.WriteCloser { return report.NewTable(w, width, opt.Levels) }
	}
	if row.Head != nil {
		b.layout.head = row.Head(nil)
	}
	if row.Foot != nil {
		b.layout.foot = row.Foot(nil)
	}
	known := newDuplicates()
	b.worker = func() func(*chunk) {
		return func(ch *chunk) {
			for i := range ch.postings {
				p := &ch.postings[i]
				v := known.verdict(p, func() classify.Verdict {
					v := c.ClassifyIn(repeats, *p, f.explain)
					v.Abstain(f.least)
					return v
				})
				left := !keep.keeps(v.Level, v.Sure)
				ch.levels, ch.left = append(ch.levels, v.Level), append(ch.left, left)
				switch {
				case left:
				case row.Row != nil:
					ch.out = row.Row(ch.out, *p, &v)
				case f.to == "db":
					r := report.NewRecord(*p, &v, opt)
					ch.results = append(ch.results, r.Result())
				default:
					ch.records = append(ch.records, report.NewRecord(*p, &v, opt))
				}
				ch.end()
			}
		}
	}
	return b.execute(ctx)
}

// levelNames are the names of the levels in rows, by classify.Level.
func levelNames(names report.Levels) []string {
	list := make([]string, classify.Unread+1)
	for l := range list {
		list[l] = classify.Level(l).String()
	}
	if !names.BuiltIn() {
		list[classify.Director], list[classify.VP] = names[0], names[1]
	}
	return list
}

// readRepeats reads the input once for what employers repeat.
func readRepeats(src *sources, args []string, limit int) (*boilerplate.Sentences, error) {
	if slices.Contains(args, "-") {
		return nil, withHint(errors.New("reading stdin twice: --boilerplate reads its input first to see what repeats"), "save the postings to a file")
	}
	repeats := &boilerplate.Sentences{}
	for p, err := range limited(src.postings(), limit) {
		if err == nil {
			repeats.Add(p)
		}
	}
	return repeats, nil
}
