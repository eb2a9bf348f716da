package main

import (
	"context"
	"runtime/debug"
	"slices"
	"strconv"

	"github.com/spf13/cobra"

	"rung/classify"
	"rung/corpus"
	"rung/corpus/profile"
	"rung/corpus/text"
	"rung/report/batch"
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
			"and below, are read by the default model. Of a text longer than any posting,\n" +
			"256 KB are read, and the rest is told as unread.",
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
	in, err := a.open(&f.input, args)
	if err != nil {
		return err
	}
	// Most of the memory is the tagger and the tables of skills: it need not be
	// held twice over while garbage collects.
	defer debug.SetGCPercent(debug.SetGCPercent(50))
	format := row.ExtractFormats(row.Options{Text: f.text})[slices.Index(extractFormats, f.to)]
	judge := classify.Default()
	task := &batch.Task{
		Command: "extract", Options: map[string]string{"with-text": strconv.FormatBool(f.text)}, Model: judge.Model().String(), Lexicon: judge.Lexicon().Version,
		Format: f.to, Most: extractMost, Layout: batch.Layout{Head: []byte(format.Head), Between: []byte(format.Between), Foot: []byte(format.Tail)},
		Worker: func() func([]corpus.Posting, *batch.Rows) {
			d := new(text.Document)
			return func(postings []corpus.Posting, rows *batch.Rows) {
				for _, p := range postings {
					d.Reset(text.Readable(p.Text))
					v := judge.ClassifyTop(p, 0)
					rows.Text = format.Row(rows.Text, p, profile.Extract(d), &v)
					rows.End()
				}
			}
		},
	}
	task.Columns = func(kept []string) {
		format = row.ExtractFormats(row.Options{Text: f.text, Kept: kept})[slices.Index(extractFormats, f.to)]
		task.Layout.Head = []byte(format.Head)
	}
	_, _, err = a.runBatch(ctx, f, in, task, "extracted")
	return err
}
