package main

import (
	"context"
	"runtime/debug"
	"slices"

	"github.com/spf13/cobra"

	"rung/classify"
	"rung/corpus/profile"
	"rung/corpus/text"
	"rung/report/row"
)

// extractFormats are the names of row.ExtractFormats.
var extractFormats = func() (names []string) {
	for _, f := range row.ExtractFormats(row.Options{}) {
		names = append(names, f.Name)
	}
	return names
}()

func (a *app) extractCommand() *cobra.Command {
	var f batchFlags
	cmd := &cobra.Command{
		Use:   "extract INPUT…",
		Short: "Write what each posting states: duties, skills, experience, pay, reporting line",
		Long: "extract reads postings from files, folders, patterns and stdin (-) and writes\n" +
			"what each of them states, with its place in bytes and in code points: one JSON\n" +
			"object a posting (jsonl), one row an item (csv), or tasks for the annotation\n" +
			"tools Label Studio and doccano, with the items as predictions. The ten facts\n" +
			"that tell the rung of the job, such as how much it leads and what stands above\n" +
			"and below, are read by the default model.",
		Example: "  rung extract jobs.csv -o profiles.jsonl\n" +
			"  rung extract jobs/ --to csv > items.csv\n" +
			"  rung extract jobs.jsonl --to labelstudio -o tasks.json",
		RunE: func(cmd *cobra.Command, args []string) error { return a.extract(cmd.Context(), &f, args) },
	}
	f.add(cmd, extractFormats, "jsonl")
	return cmd
}

// extractMost is the number of postings that cross between goroutines at once:
// few, since each takes long.
const extractMost = 16

func (a *app) extract(ctx context.Context, f *batchFlags, args []string) error {
	if err := f.validate(extractFormats, "jsonl"); err != nil {
		return err
	}
	args, err := a.inputs(args, "rung extract jobs.jsonl")
	if err != nil {
		return err
	}
	f.input.opt.Said = func(s string) { a.say("%s", s) }
	src, err := a.sources(&f.input, args)
	if err != nil {
		return err
	}
	// Most of the memory is the tagger and the tables of skills: it need not be
	// held twice over while garbage collects.
	defer debug.SetGCPercent(debug.SetGCPercent(50))
	format := row.ExtractFormats(row.Options{Text: f.text})[slices.Index(extractFormats, f.to)]
	b := &batch{batchFlags: f, app: a, done: "extracted", args: args, src: src, most: extractMost,
		layout: layout{[]byte(format.Head), []byte(format.Between), []byte(format.Tail)}}
	b.identify("extract", map[string]string{})
	judge := classify.Default()
	b.run.Model, b.run.Lexicon = judge.Model().String(), judge.Lexicon().Version
	b.worker = func() func(*chunk) {
		d := new(text.Document)
		return func(c *chunk) {
			for _, p := range c.postings {
				d.Reset(p.Text)
				v := judge.ClassifyTop(p, 0)
				c.out = format.Row(c.out, p, profile.Extract(d), &v)
				c.end()
			}
		}
	}
	return b.execute(ctx)
}
