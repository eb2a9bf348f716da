package main

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rung/classify"
	"rung/classify/eval"
	"rung/classify/learn"
	"rung/classify/signal"
	"rung/corpus"
	"rung/corpus/read"
	"rung/corpus/reference"
	"rung/scrape/inputs"
)

type buildFlags struct {
	levels, names, contrast []string
	background, path, name  string
}

func (a *app) modelBuildCommand() *cobra.Command {
	var f buildFlags
	cmd := &cobra.Command{
		Use:   "build --level NAME=FILE… --contrast FILE… -o MODEL",
		Short: "Make a model from reference documents alone",
		Long: "build mines keywords from documents about two levels of a job: role profiles\n" +
			"(--level NAME=FILE) and comparisons of both (--contrast FILE). The lower level is\n" +
			"named first. For director and vp the rules of the lexicon weigh too, as their\n" +
			"sources judge them; for other levels the model has keywords only. Nothing is\n" +
			"fitted to labelled postings.",
		Example: "  rung model build --level director=profile.txt --contrast comparison.txt -o my.model\n" +
			"  rung model build --level nurse=nurse.txt --level chief=chief.txt --names chief='chief nursing officer,CNO' -o nurses.model",
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return a.build(&f) },
	}
	flags := cmd.Flags()
	flags.StringArrayVar(&f.levels, "level", nil, "NAME=FILE: a document about one level; the lower level first")
	flags.StringArrayVar(&f.contrast, "contrast", nil, "a document that compares the two levels")
	flags.StringArrayVar(&f.names, "names", nil, "NAME=TITLE,TITLE: the titles that name a level in the documents (default: its name; known for director and vp)")
	flags.StringVar(&f.background, "background", "", "postings to count common words in, in any format (default: built-in counts)")
	flags.StringVar(&f.name, "name", "reference", "name of the model")
	flags.StringVarP(&f.path, "output", "o", "", "file to write (default: stdout)")
	return cmd
}

func (a *app) build(f *buildFlags) error {
	in := learn.Documents{Name: f.name}
	var names, files []string // files: those of --level, in their order
	var levels []string       // and whose they are
	for _, l := range f.levels {
		name, file, ok := strings.Cut(l, "=")
		if !ok || name == "" || file == "" {
			return withHint(fmt.Errorf("reading the flags: --level %q", l), "write --level NAME=FILE, for example --level director=profile.txt")
		}
		levels, files = append(levels, name), append(files, file)
		if len(names) == 0 || names[len(names)-1] != name {
			names = append(names, name)
		}
	}
	if len(files)+len(f.contrast) == 0 {
		return withHint(errors.New("no document to build a model from"), "name role profiles with --level NAME=FILE and comparisons with --contrast FILE")
	}
	// A comparison may be all there is about a level of the built-in pair.
	if pair := [2]string{"director", "vp"}; len(names) == 0 || len(names) == 1 && slices.Contains(pair[:], names[0]) || slices.Equal(names, pair[:]) {
		names, in.Lexicon = pair[:], signal.Default()
	}
	if len(names) != 2 {
		return withHint(fmt.Errorf("reading the flags: %d levels named, two are compared", len(names)), "give --level twice, the lower level first")
	}
	titles := map[string][]string{}
	for _, g := range f.names {
		level, list, ok := strings.Cut(g, "=")
		if !ok {
			return withHint(fmt.Errorf("reading the flags: --names %q", g), "write --names NAME=TITLE,TITLE")
		}
		if !slices.Contains(names, level) {
			return withHint(fmt.Errorf("reading the flags: --names %q: no level is called %q", g, level), "the levels are "+strings.Join(names, " and "))
		}
		titles[level] = strings.Split(list, ",")
	}
	for i, name := range names {
		in.Levels[i] = reference.Level{Name: name, Names: learn.Titles(name, titles[name])}
	}
	inputs := append(files, f.contrast...)
	for i, file := range inputs {
		doc, err := readDocument(file)
		if err != nil {
			return err
		}
		source := reference.Source{Doc: doc}
		if i < len(levels) {
			source.Level = levels[i]
		}
		in.Sources = append(in.Sources, source)
	}
	if f.background != "" {
		ps, err := a.readAll([]string{f.background})
		if err != nil {
			return err
		}
		in.Background = reference.CountBackground(func(yield func(string) bool) {
			for i := range ps {
				if !yield(ps[i].Text) {
					return
				}
			}
		}, 400_000, nil)
		inputs = append(inputs, f.background)
	}
	m, err := learn.FromDocuments(in)
	if err != nil {
		return fmt.Errorf("building the model: %w", err)
	}
	return a.writeModel(m, f.path, inputs)
}

func readDocument(file string) (*reference.Document, error) {
	if err := readable(file); err != nil {
		return nil, err
	}
	return readFile(file, "the document", func(r io.Reader, name string) (*reference.Document, error) {
		return reference.Read(filepath.Base(name), read.Document(r))
	})
}

// readFile opens a file, packed or not, and parses it; what is named in errors.
func readFile[T any](name, what string, parse func(r io.Reader, name string) (T, error)) (T, error) {
	var none T
	r, err := read.Open(name)
	if err != nil {
		return none, fmt.Errorf("reading %q: %w", name, inputs.Cause(err))
	}
	defer r.Close()
	out, err := parse(r, name)
	if err != nil {
		return none, fmt.Errorf("reading %s: %w", what, err)
	}
	return out, nil
}

// writeWhole writes to a path, or to stdout, whole or not at all; what is named in errors.
func (a *app) writeWhole(path string, inputs []string, what string, write func(io.Writer) error) error {
	out, err := a.create(path, inputs)
	if err != nil {
		return err
	}
	defer out.Abort()
	if err := write(out); err != nil {
		return fmt.Errorf("writing %s: %w", what, err)
	}
	return out.Commit()
}

// writeModelTo writes a model's text form.
func (a *app) writeModelTo(path string, inputs []string, m *classify.Model) error {
	return a.writeWhole(path, inputs, "the model", func(w io.Writer) error {
		_, err := m.WriteTo(w)
		return err
	})
}

// readAll reads every posting of the files; a bad record fails.
func (a *app) readAll(files []string) ([]corpus.Posting, error) {
	var opt read.Options
	var out []corpus.Posting
	for p, err := range opt.Files(a.ctx, files) {
		if err != nil {
			return nil, fmt.Errorf("reading postings: %w", err)
		}
		out = append(out, p)
	}
	return out, nil
}

func (a *app) writeModel(m *classify.Model, path string, inputs []string) error {
	if err := a.writeModelTo(path, inputs, m); err != nil {
		return err
	}
	a.say("model %s: %d rules, %d terms", m, len(m.Rules), len(m.Terms))
	return nil
}

// materialFlags name what a model is learned from besides the labelled
// postings. They are the same for model train and eval --cv.
type materialFlags struct {
	background, functions, reference string
}

// strangerEvery is which part of the background teaches the gate what other
// jobs are like: enough to learn from, few enough to learn in seconds.
const strangerEvery = 8

func (f *materialFlags) add(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&f.background, "background", "", "postings of all jobs without labels (default: background.jsonl.gz beside the gold, or one folder up)")
	flags.StringVar(&f.functions, "functions", "", "labelled postings of other functions (default: other_functions.jsonl beside the gold)")
	flags.StringVar(&f.reference, "prior", "reference", "model whose weights are the prior: reference, or a file")
}

// materials reads them; what is not named is looked for beside the gold, and
// said.
func (a *app) materials(f *materialFlags, gold string, readings []eval.Reading) (*learn.Materials, error) {
	folder := filepath.Dir(gold)
	look := func(named string, places ...string) string {
		if named != "" {
			return named
		}
		for _, p := range places {
			if readable(p) == nil {
				a.say("using %s", p)
				return p
			}
		}
		return ""
	}
	background := look(f.background, filepath.Join(folder, "background.jsonl.gz"), filepath.Join(folder, "..", "background.jsonl.gz"))
	if background == "" {
		return nil, withHint(errors.New("no background postings to count words in"), "name a file of postings of all kinds of jobs with --background")
	}
	ps, err := a.readAll([]string{background})
	if err != nil {
		return nil, err
	}
	var functions []eval.Example
	if name := look(f.functions, filepath.Join(folder, "other_functions.jsonl")); name != "" {
		if functions, err = a.readGold([]string{name}); err != nil {
			return nil, err
		}
	}
	prior, err := loadModel(f.reference)
	if err != nil {
		return nil, err
	}
	return learn.NewMaterials(prior.Model(), prior.Lexicon(), ps, functions, readings, strangerEvery), nil
}

func (a *app) modelTrainCommand() *cobra.Command {
	var f materialFlags
	var gold, readings []string
	var path, name string
	cmd := &cobra.Command{
		Use:   "train --gold FILE… [--readings FILE…] -o MODEL",
		Short: "Learn a model from labelled postings, with the reference documents as prior",
		Long: "train starts from the weights that the documents support and moves them as far as\n" +
			"labelled postings demand (maximum a posteriori). With --readings it learns what\n" +
			"careful readers made of the postings of the gold, of the background and of other\n" +
			"functions, where their ids are the same: how probable each level is, the facts of\n" +
			"the job, and the phrases that moved them. Probabilities come from postings held\n" +
			"out by company. The same input gives the same bytes.",
		Example: "  rung model train --gold gold.jsonl --background postings.jsonl.gz -o my.model",
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			if len(gold) == 0 {
				return withHint(errors.New("no labelled postings to learn from"), "name them: rung model train --gold gold.jsonl")
			}
			examples, err := a.readGold(gold)
			if err != nil {
				return err
			}
			read, err := a.readReadings(readings)
			if err != nil {
				return err
			}
			m, err := a.materials(&f, gold[0], read)
			if err != nil {
				return err
			}
			model, err := learn.DefaultRecipe.Train(name, m.Labelled(examples), m)
			if err != nil {
				return fmt.Errorf("training: %w", err)
			}
			return a.writeModel(model, path, append(slices.Concat(gold, readings), f.background, f.functions, f.reference))
		},
	}
	f.add(cmd)
	flags := cmd.Flags()
	flags.StringSliceVar(&gold, "gold", nil, "labelled postings, JSON Lines")
	flags.StringSliceVar(&readings, "readings", nil, "careful readings of those postings, JSON Lines with p_vp, p_up, kind and facts")
	flags.StringVar(&name, "name", "default", "name of the model")
	flags.StringVarP(&path, "output", "o", "", "file to write (default: stdout)")
	return cmd
}

// readReadings reads the files of careful readings; an id may stand in one of
// them only.
func (a *app) readReadings(files []string) ([]eval.Reading, error) {
	var all []eval.Reading
	for _, name := range files {
		readings, err := readFile(name, "the readings", eval.ReadReadings)
		if err != nil {
			return nil, err
		}
		all = append(all, readings...)
	}
	return all, nil
}
