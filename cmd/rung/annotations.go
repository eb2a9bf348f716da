package main

import (
	"fmt"
	"io"
	"strings"

	"rung/corpus"
	"rung/report/annotate"
	"rung/report/table"
)

// evalAnnotations measures how far people agree with one another and with the
// model, over the exports of a labelled sample.
func (a *app) evalAnnotations(f *evalFlags) error {
	files, err := a.inputs(f.annotations, "rung eval --annotations export.json")
	if err != nil {
		return err
	}
	var all []annotate.Judgement
	for _, name := range files {
		some, err := readFile(name, "the annotations", annotate.Read)
		if err != nil {
			return withHint(err, "exports of Label Studio (JSON, JSON-MIN, CSV), of doccano (JSON Lines), and the CSV of rung report --sample are read")
		}
		all = append(all, some...)
	}
	if len(all) == 0 {
		return withHint(fmt.Errorf("reading %s: no posting has a label", strings.Join(files, " ")), "the label is one of "+strings.Join(annotate.Labels, ", "))
	}
	c, err := f.load()
	if err != nil {
		return err
	}
	verdicts := map[string]string{}
	for _, j := range all {
		if j.Text != "" && verdicts[j.ID] == "" {
			v := c.ClassifyTop(corpus.Posting{Text: corpus.Normalize(j.Text)}, 0)
			verdicts[j.ID] = v.Level.String()
		}
	}
	format := "table"
	if f.json {
		format = "json"
	}
	return a.writeWhole(f.path, files, "the figures", func(w io.Writer) error {
		return table.Write(w, format, table.Options{Width: a.columns() + 60}, annotate.Agreement(all, verdicts))
	})
}
