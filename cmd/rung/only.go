package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rung/classify"
	"rung/report"
)

// only are the verdicts that --only keeps; nil keeps all.
type only struct {
	keep  [classify.Unread + 1][2]bool // by level, and by whether the verdict is sure
	names string                       // as they were named, in one order: "sure-vp,unsure"
}

func addOnlyFlag(cmd *cobra.Command, names *[]string, help string) {
	cmd.Flags().StringSliceVar(names, "only", nil, help+": "+strings.Join(onlyNames(report.Levels{}), ", "))
	offer(cmd, "only", onlyNames(report.Levels{})...)
}

// onlyNames are the names that --only takes.
func onlyNames(levels report.Levels) []string {
	names := levelNames(levels)
	pair := names[classify.Director : classify.VP+1]
	return append(slices.Concat(pair, []string{names[classify.Unsure], names[classify.Neither], names[classify.Unread]}),
		"sure-"+pair[0], "sure-"+pair[1], "leans-"+pair[0], "leans-"+pair[1], "sure", "leans")
}

// parseOnly reads the flag; levels are those of the model. No name is nil.
func parseOnly(names []string, levels report.Levels) (*only, error) {
	if len(names) == 0 {
		return nil, nil
	}
	o, named := &only{}, map[string]bool{}
	for _, name := range names {
		name = strings.ToLower(strings.TrimSpace(name))
		if !o.add(name, levels) {
			return nil, withHint(fmt.Errorf("reading the flags: --only %q", name), "it takes "+strings.Join(onlyNames(levels), ", "))
		}
		named[name] = true
	}
	o.names = strings.Join(slices.Sorted(maps.Keys(named)), ",")
	return o, nil
}

// add keeps the verdicts of one more name; it reports whether there is such a name.
func (o *only) add(name string, levels report.Levels) (known bool) {
	for l, level := range levelNames(levels) {
		level = strings.ToLower(level)
		pair := classify.Level(l) == classify.Director || classify.Level(l) == classify.VP
		switch {
		case name == level:
			o.keep[l] = [2]bool{true, true}
		case pair && (name == "sure" || name == "sure-"+level):
			o.keep[l][1] = true
		case pair && (name == "leans" || name == "leans-"+level):
			o.keep[l][0] = true
		default:
			continue
		}
		known = true
	}
	return known
}

func (o *only) keeps(l classify.Level, sure bool) bool {
	switch {
	case o == nil:
		return true
	case sure:
		return o.keep[l][1]
	}
	return o.keep[l][0]
}

// String is the flag's value, "" for none.
func (o *only) String() string {
	if o == nil {
		return ""
	}
	return o.names
}

// sayLeft tells how many of n postings --only left out.
func (a *app) sayLeft(o *only, left, n int) {
	if o != nil {
		a.say("left out %d of %s; --only %s keeps the others", left, plural(n, "posting"), o)
	}
}
