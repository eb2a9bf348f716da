package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"rung/classify"
	"rung/scrape/inputs"
)

func addModelFlag(cmd *cobra.Command, name *string) {
	cmd.Flags().StringVar(name, "model", "default", "model: default, reference (the documents alone), or a file")
	offer(cmd, "model", "default", "reference")
}

// modelFlags say which model judges, and for which share of VPs.
type modelFlags struct {
	model string
	share float64 // of the higher level among the two
}

func (f *modelFlags) add(cmd *cobra.Command) {
	addModelFlag(cmd, &f.model)
	cmd.Flags().Float64Var(&f.share, "prior-vp", evenOdds, "share of VPs among Directors and VPs where the postings come from, above 0 and below 1: probabilities, and the levels read from them, move with it")
}

// evenOdds is the share of VPs unless another is asked for.
const evenOdds = 0.5

// load returns the classifier of the flags.
func (f *modelFlags) load() (*classify.Classifier, error) {
	if !(f.share > 0 && f.share < 1) {
		return nil, withHint(fmt.Errorf("reading the flags: --prior-vp %v", f.share), "it is the share of VPs among Directors and VPs, above 0 and below 1; half of them, 0.5, is assumed")
	}
	c, err := loadModel(f.model)
	if err != nil {
		return nil, err
	}
	return c.AtPrior(f.share), nil
}

// shareText is --prior-vp as it stands in journals.
func (f *modelFlags) shareText() string { return strconv.FormatFloat(f.share, 'g', -1, 64) }

// loadModel returns the classifier of the flag --model.
func loadModel(name string) (*classify.Classifier, error) {
	if name == "default" || name == "reference" {
		c, err := classify.Builtin(name)
		if err != nil {
			return nil, withHint(fmt.Errorf("reading the built-in model: %w", err), "--model takes the name of a model file")
		}
		return c, nil
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, withHint(fmt.Errorf("reading the model %q: %w", name, inputs.Cause(err)), "--model takes default, reference or the name of a model file")
	}
	defer f.Close()
	c, err := classify.Load(f, name)
	if err != nil {
		return nil, fmt.Errorf("reading the model: %w", err)
	}
	return c, nil
}

// cites shows where a rule comes from: the source's title and the place in it,
// and nothing where only a number could be shown.
func cites(c *classify.Classifier) func(string) string {
	sources := c.Lexicon().Sources
	return func(cite string) string {
		key, _, _ := strings.Cut(cite, ":")
		if sources[key] == nil {
			return ""
		}
		return sources.Show(cite)
	}
}

func (a *app) modelCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "model",
		Short:   "Work on the models that weigh the evidence",
		Example: "  rung model show",
		Args:    noSuchCommand,
		RunE:    func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(a.modelShowCommand(), a.modelBuildCommand(), a.modelTrainCommand(), a.modelAuditCommand(), a.modelDiffCommand())
	return cmd
}

func (a *app) modelShowCommand() *cobra.Command {
	var name, path string
	cmd := &cobra.Command{
		Use:     "show",
		Short:   "Print a model: its bias, its weights, where it comes from",
		Example: "  rung model show\n  rung model show --model reference",
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			c, err := loadModel(name)
			if err != nil {
				return err
			}
			return a.writeModelTo(path, []string{name}, c.Model())
		},
	}
	addModelFlag(cmd, &name)
	cmd.Flags().StringVarP(&path, "output", "o", "", "file to write (default: stdout)")
	return cmd
}
