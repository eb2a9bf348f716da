package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"sync/atomic"

	"github.com/spf13/cobra"

	"rung/report/batch"
	"rung/report/figure"
	"rung/report/study"
	"rung/report/table"
	"rung/scrape/inputs"
)

// reportFlags are those of rung report beside the input's.
type reportFlags struct {
	input inputFlags
	modelFlags
	to, path, quarantine                           string
	tables, groups, only                           []string
	by, duplicates, boilerplate, examples, created string
	top, limit, jobs, resamples, sample, perTerm   int
	prior                                          float64
	seed                                           uint64
	stratify                                       string
	all                                            bool
	command                                        string // as it was typed, for the manifest
	progress                                       string
	labels                                         inputs.Labels // looked up while postings are read, if wanted
	done                                           atomic.Int64  // bytes read, for the progress
	keep                                           *batch.Only   // of only
	left                                           []bool        // by what could be read, in order: --only leaves it out; nil where it is not set
	shareAsked                                     bool          // --prior-vp was typed
}

// figureFormats are written by report/figure, the others by report/table.
var figureFormats = figure.Formats()

func (a *app) reportCommand() *cobra.Command {
	var f reportFlags
	cmd := &cobra.Command{
		Use:   "report INPUT…",
		Short: "Tables and figures of many postings, for print",
		Long: "report reads postings, or what rung classify wrote (jsonl, csv, tsv, parquet,\n" +
			"db), and writes tables: levels, agreement of titles with duties, the seven\n" +
			"differences, skills, duties and words that tell levels apart, experience,\n" +
			"education, pay, time. Every table says how many postings it counts and how many\n" +
			"it lacks. --all writes a whole report with method, figures and sources; --sample\n" +
			"draws postings for people to label.",
		Example: "  rung report jobs.jsonl --table levels --by company\n" +
			"  rung report levels.jsonl --table agreement -o agreement.html\n" +
			"  rung report jobs.jsonl --table differences -o differences.svg\n" +
			"  rung report jobs.jsonl --all -o report/\n" +
			"  rung report jobs.jsonl --sample 200 --to labelstudio -o tasks.json",
		RunE: func(cmd *cobra.Command, args []string) error {
			f.command = spoken(cmd, args)
			f.shareAsked = cmd.Flags().Changed("prior-vp")
			return a.report(cmd.Context(), &f, args)
		},
	}
	f.input.add(cmd)
	f.modelFlags.add(cmd)
	addOnlyFlag(cmd, &f.only, "count these verdicts alone")
	flags := cmd.Flags()
	flags.StringSliceVar(&f.tables, "table", []string{"levels"}, "tables to write: "+strings.Join(study.Names(), ", "))
	flags.StringVar(&f.by, "by", "", "field that makes the groups: "+strings.Join(study.Fields(), ", ")+" (default: the levels where they are compared)")
	flags.StringSliceVar(&f.groups, "groups", nil, "only these groups, in this order (default: the two levels, else the largest)")
	flags.StringVar(&f.to, "to", "", "format: "+strings.Join(reportFormats(), ", ")+" (default: by the extension of -o, else table)")
	flags.StringVarP(&f.path, "output", "o", "", "file to write, whole or not at all (default: stdout); with --all a folder or an .html file")
	flags.StringVar(&f.quarantine, "quarantine", "", "file to keep skipped records in, whole, as JSON Lines")
	flags.IntVar(&f.top, "top", 0, "most groups of a field, and most terms of a group (default 25)")
	flags.StringVar(&f.duplicates, "duplicates", "remove", "what becomes of near-duplicates: remove, keep")
	flags.StringVar(&f.boilerplate, "boilerplate", "keep", "what becomes of sentences that an employer repeats, in the table of terms: keep, remove (reads the input twice)")
	flags.StringVar(&f.examples, "examples", "", "CSV file for the sentences behind the tables "+strings.Join(study.Worded(), ", ")+" (reads the input again)")
	flags.IntVar(&f.perTerm, "examples-per-term", 20, "sentences a term and group at most")
	flags.Float64Var(&f.prior, "prior", 100, "sightings that the prior of the log-odds of skills, duties and terms counts for")
	flags.IntVar(&f.resamples, "resamples", 2000, "resamples of a bootstrap")
	flags.Uint64Var(&f.seed, "seed", 0, "seed of the bootstrap and of the sample")
	flags.BoolVar(&f.all, "all", false, "write the whole report: method, all tables, figures, dictionary, sources")
	flags.StringVar(&f.created, "created", "", "date that the report bears (default: SOURCE_DATE_EPOCH, else none)")
	flags.IntVar(&f.sample, "sample", 0, "draw so many postings for people to label, instead of tables")
	flags.StringVar(&f.stratify, "stratify", "level", "field of which --sample draws as many from each value: level, claim, company, source, month, or none")
	flags.IntVar(&f.limit, "limit", 0, "postings to read at most; 0: all")
	flags.IntVar(&f.jobs, "jobs", runtime.GOMAXPROCS(0), "postings to read at the same time")
	addProgressFlag(cmd, &f.progress)
	offer(cmd, "table", study.Names()...)
	offer(cmd, "by", study.Fields()...)
	offer(cmd, "to", reportFormats()...)
	offer(cmd, "duplicates", "remove", "keep")
	offer(cmd, "boilerplate", "keep", "remove")
	return cmd
}

func reportFormats() []string { return slices.Concat(table.Formats(), figureFormats) }

// spoken is the command as it was meant: its arguments, and the flags that were
// set, but for where the output goes and how many work at it, which do not show
// in it.
func spoken(cmd *cobra.Command, args []string) string {
	words := []string{cmd.CommandPath()}
	for _, arg := range args {
		words = append(words, quoted(arg))
	}
	for _, name := range []string{"all", "boilerplate", "by", "company-column", "created", "duplicates", "examples", "examples-per-term", "from", "groups",
		"id-column", "limit", "model", "only", "prior", "prior-vp", "resamples", "seed", "text-column", "title-column", "top"} {
		if f := cmd.Flags().Lookup(name); f != nil && f.Changed {
			word := "--" + name
			if name != "all" {
				word += "=" + quoted(strings.Trim(f.Value.String(), "[]"))
			}
			words = append(words, word)
		}
	}
	return strings.Join(words, " ")
}

func quoted(s string) string {
	if s == "" || strings.ContainsAny(s, " \t\n'\"\\$*?[](){}<>|&;!`") {
		return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
	}
	return s
}

func (f *reportFlags) validate() error {
	bad := func(what string, value any, hint string) error {
		return withHint(fmt.Errorf("reading the flags: --%s %v", what, value), hint)
	}
	f.by = strings.ToLower(strings.TrimSpace(f.by))
	for i := range f.tables {
		f.tables[i] = strings.ToLower(strings.TrimSpace(f.tables[i]))
	}
	switch {
	case f.jobs < 1:
		return bad("jobs", f.jobs, "at least one is needed")
	case f.limit < 0:
		return bad("limit", f.limit, "0 reads all")
	case f.top < 0:
		return bad("top", f.top, "0 is 25")
	case f.resamples < 2:
		return bad("resamples", f.resamples, "at least 2 are needed; 2000 are usual")
	case !(f.prior > 0):
		return bad("prior", f.prior, "it is above 0; the more, the less rare terms speak")
	case f.sample < 0:
		return bad("sample", f.sample, "0 draws none")
	case f.duplicates != "remove" && f.duplicates != "keep":
		return bad("duplicates", fmt.Sprintf("%q", f.duplicates), "it takes remove or keep")
	case f.boilerplate != "remove" && f.boilerplate != "keep":
		return bad("boilerplate", fmt.Sprintf("%q", f.boilerplate), "it takes remove or keep")
	case f.by != "" && !slices.Contains(study.Fields(), f.by):
		return bad("by", fmt.Sprintf("%q", f.by), "it takes "+strings.Join(study.Fields(), ", "))
	case len(f.groups) > 0 && f.by == "":
		return bad("groups", strings.Join(f.groups, ","), "add --by and the field of which these are values, such as --by level")
	case f.perTerm < 1:
		return bad("examples-per-term", f.perTerm, "at least one is needed")
	}
	if f.all {
		f.tables = study.Names()
		if f.path == "" || f.path == "-" {
			return withHint(errors.New("reading the flags: --all writes many files"), "name a folder for them, or an .html file, with -o")
		}
		return nil
	}
	if info, err := os.Stat(f.path); err == nil && info.IsDir() || strings.HasSuffix(f.path, "/") {
		return withHint(fmt.Errorf("writing %q: it is a folder", f.path), "name a file; --all fills a folder")
	}
	seen := map[string]bool{}
	for _, name := range f.tables {
		if !slices.Contains(study.Names(), name) || seen[name] {
			return bad("table", fmt.Sprintf("%q", name), "it takes each once of "+strings.Join(study.Names(), ", "))
		}
		seen[name] = true
	}
	if len(f.tables) == 0 {
		return bad("table", `""`, "it takes "+strings.Join(study.Names(), ", "))
	}
	if f.to == "" {
		f.to = "table"
		extension := strings.TrimPrefix(strings.ToLower(filepath.Ext(f.path)), ".")
		for _, name := range reportFormats() {
			if extension != "" && (extension == name || extension == table.Extension(name)) {
				f.to = name
				extension = ""
				break
			}
		}
		if extension != "" {
			return notWritten(f.path, reportFormats(), "--to")
		}
	}
	if !slices.Contains(reportFormats(), f.to) {
		return withHint(fmt.Errorf("reading the flags: --to %q is not written", f.to), "it takes "+strings.Join(reportFormats(), ", "))
	}
	one := slices.Contains([]string{"csv", "tsv", "parquet", "svg", "png"}, f.to) // table a file
	if one && len(f.tables) > 1 {
		return withHint(fmt.Errorf("writing %s: it holds one table, not %d", f.to, len(f.tables)), "name one table, or write html, xlsx or json")
	}
	if slices.Contains(figureFormats, f.to) && !slices.Contains(figure.Figures(), f.tables[0]) {
		return withHint(fmt.Errorf("writing %s: there is no figure of the table %s", f.to, f.tables[0]), "there are figures of "+strings.Join(figure.Figures(), ", "))
	}
	if f.examples != "" && len(f.worded()) == 0 {
		return withHint(errors.New("reading the flags: --examples are sentences of tables of words"), "add --table "+strings.Join(study.Worded(), ", "))
	}
	if i := slices.Index(f.tables, "agreement"); i >= 0 && !one && !slices.Contains(f.tables, "matrix") {
		f.tables = slices.Insert(f.tables, i+1, "matrix")
	}
	return nil
}

func (f *reportFlags) query() study.Query {
	return study.Query{By: f.by, Groups: f.groups, Top: f.top, Duplicates: f.duplicates == "keep", Resamples: f.resamples, Seed: f.seed, Prior: f.prior}
}

func (a *app) report(ctx context.Context, f *reportFlags, args []string) error {
	if f.sample > 0 {
		return a.sample(ctx, f, args)
	}
	if err := f.validate(); err != nil {
		return err
	}
	for _, name := range f.tables {
		if f.by != "" && !f.all && !study.Grouped(name) {
			a.say("the table %s is of all postings: --by does not show in it", name)
		}
	}
	args, err := a.inputs(args, "rung report jobs.jsonl")
	if err != nil {
		return err
	}
	again := f.examples != "" || f.boilerplate == "remove"
	if again && slices.Contains(args, "-") {
		return withHint(errors.New("reading stdin twice: --examples and --boilerplate=remove read the input again"), "save the postings to a file")
	}
	// Most of the memory is what is kept of each posting: it need not be held
	// twice over, neither while it is read nor while the tables are made.
	defer debug.SetGCPercent(debug.SetGCPercent(40))
	kept, err := batch.OpenQuarantine(f.quarantine, &inputs.Set{Names: args})
	if err != nil {
		return err
	}
	defer kept.Abort()
	s, skip, err := a.study(ctx, f, args, kept)
	if err != nil {
		return err
	}
	if need := study.Needs(f.tables); (need.Facts || need.Terms) && s.Texts() == 0 {
		a.say("the input holds no texts, so that tables of words and facts are empty; rung classify --with-text keeps them in its rows")
	}
	if f.all {
		err = a.wholeReport(f, s, args)
	} else {
		err = a.writeTables(f, s, args)
	}
	if err != nil {
		return err
	}
	if f.examples != "" {
		if err := a.writeExamples(ctx, f, s, args); err != nil {
			return err
		}
	}
	if err := kept.Commit(); err != nil {
		return err
	}
	skip.finish(s.Len())
	return nil
}

// writeTables writes the tables asked for to one file.
func (a *app) writeTables(f *reportFlags, s *study.Study, args []string) error {
	tables, err := makeTables(s, f.tables, f.query())
	if err != nil {
		return withHint(fmt.Errorf("making the report: %w", err), "rung report --help lists fields and tables")
	}
	out, err := a.create(f.path, args)
	if err != nil {
		return err
	}
	defer out.Abort()
	width := 0
	if terminal(a.stdout) && !out.Named() {
		width = a.columns()
	}
	if slices.Contains(figureFormats, f.to) {
		err = figure.Draw(out, f.tables[0], f.to, tables[0], figure.Options{})
	} else {
		err = table.Write(out, f.to, table.Options{Width: width}, tables...)
	}
	if err != nil {
		return fmt.Errorf("writing the report: %w", err)
	}
	return out.Commit()
}

func makeTables(s *study.Study, names []string, q study.Query) ([]*table.Table, error) {
	var tables []*table.Table
	for _, name := range names {
		t, err := s.Table(name, q)
		if err != nil {
			return nil, err
		}
		tables = append(tables, t)
	}
	return tables, nil
}

// worded are the tables asked for whose terms stand in sentences.
func (f *reportFlags) worded() []string {
	return slices.DeleteFunc(study.Worded(), func(name string) bool { return !slices.Contains(f.tables, name) })
}
