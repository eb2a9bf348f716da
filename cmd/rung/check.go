package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rung/corpus"
	"rung/corpus/profile"
	"rung/report/batch"
	"rung/report/card"
)

type checkFlags struct {
	input                        inputFlags
	format, path, title, company string
	modelFlags
}

// cards are the formats of rung check.
var cards = []string{"card", "json", "html", "markdown"}

func (a *app) checkCommand() *cobra.Command {
	var f checkFlags
	cmd := &cobra.Command{
		Use:   "check [INPUT]",
		Short: "Check one posting and show why it reads as it does",
		Long: "check reads one posting, from a file or from stdin, and shows a card: the level\n" +
			"that its duties read, how that sits with its title, the seven differences with\n" +
			"the evidence on both sides, and what the posting leaves out.",
		Example: "  rung check posting.txt\n" +
			"  rung check posting.html --format html -o card.html\n" +
			"  pbpaste | rung check --title 'VP of Engineering'",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return withHint(fmt.Errorf("reading %d inputs: check shows one posting", len(args)), "rung classify takes many")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error { return a.check(cmd.Context(), &f, args) },
	}
	f.input.add(cmd)
	f.modelFlags.add(cmd)
	flags := cmd.Flags()
	flags.StringVar(&f.format, "format", "", "format of the card: "+strings.Join(cards, ", ")+" (default: by the extension of -o, else card)")
	flags.StringVarP(&f.path, "output", "o", "", "file to write, whole or not at all (default: stdout)")
	flags.StringVar(&f.title, "title", "", "the posting's title, where the text does not hold it")
	flags.StringVar(&f.company, "company", "", "the employer, where the text does not hold it")
	offer(cmd, "format", cards...)
	return cmd
}

func (f *checkFlags) validate() error {
	if f.format != "" {
		if !slices.Contains(cards, f.format) {
			return withHint(fmt.Errorf("reading the flags: --format %q is not written", f.format), "it takes "+strings.Join(cards, ", "))
		}
		return nil
	}
	switch strings.ToLower(filepath.Ext(f.path)) {
	case ".json":
		f.format = "json"
	case ".html", ".htm":
		f.format = "html"
	case ".md", ".markdown":
		f.format = "markdown"
	case ".csv", ".tsv", ".jsonl":
		return notWritten(f.path, cards, "--format")
	default:
		if batch.Foreign(f.path) {
			return notWritten(f.path, cards, "--format")
		}
		f.format = "card"
	}
	return nil
}

func (a *app) check(ctx context.Context, f *checkFlags, args []string) error {
	if err := f.validate(); err != nil {
		return err
	}
	args, err := a.inputs(args, "rung check posting.txt")
	if err != nil {
		return err
	}
	shown, err := a.judge(ctx, f, args)
	if err != nil {
		return err
	}
	out, err := a.create(f.path, args)
	if err != nil {
		return err
	}
	defer out.Abort()
	var b []byte
	switch f.format {
	case "json":
		b = append(shown.AppendJSON(nil), '\n')
	case "markdown":
		b = []byte(shown.Markdown())
	case "html":
		if b, err = shown.HTML(); err != nil {
			return err
		}
	case "card":
		if !out.Named() {
			shown.Width, shown.Colour = min(a.columns(), 120), a.colour()
		}
		b = []byte(shown.Text())
	}
	if _, err := out.Write(b); err != nil {
		return fmt.Errorf("writing the card: %w", err)
	}
	return out.Commit()
}

// judge is the card of the first posting.
func (a *app) judge(ctx context.Context, f *checkFlags, args []string) (*card.Card, error) {
	var notes []string
	f.input.opt.Said = func(s string) { notes = append(notes, "The "+s+".") }
	p, more, err := a.first(f, args)
	if err != nil {
		return nil, err
	}
	if more {
		notes = append(notes, "The input holds more postings; this is the first. rung classify reads all.")
	}
	p.Title, p.Company = cmp.Or(f.title, p.Title), cmp.Or(f.company, p.Company)
	c, err := f.load()
	if err != nil {
		return nil, err
	}
	v := c.Classify(p)
	shown := card.New(c.Model(), &p, &v)
	shown.Cite, shown.Notes = cites(c), notes
	shown.Supplement(profile.Extract(v.Doc), card.Advise(ctx, c, p, &v, ""))
	return shown, nil
}

// first reads the first posting, and whether there are more.
func (a *app) first(f *checkFlags, args []string) (p corpus.Posting, more bool, err error) {
	in, err := a.open(&f.input, args)
	if err != nil {
		return p, false, err
	}
	found := false
	var bad error
	for next, err := range in.Postings(a.ctx) {
		switch {
		case err != nil:
			bad = worded(err)
		case found:
			return p, true, nil
		default:
			p, found = next, true
		}
	}
	switch {
	case found:
		return p, false, nil
	case bad != nil:
		return p, false, withHint(fmt.Errorf("reading %w", bad), "a posting is text, a saved page, or a row of a table; --from names the format")
	}
	return p, false, withHint(errors.New("reading "+args[0]+": no posting in it"), "is it the right file? --from names its format")
}
