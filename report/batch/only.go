package batch

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"rung/classify"
	"rung/report"
)

// Only are the verdicts whose rows are kept; nil keeps all.
type Only struct {
	keep  [classify.Unread + 1][2]bool // by level, and by whether the verdict is sure
	names string                       // as they were named, in one order: "sure-vp,unsure"
}

// OnlyNames are the names that ParseOnly takes, of the levels of a model.
func OnlyNames(levels report.Levels) []string {
	names := LevelNames(levels)
	pair := names[classify.Director : classify.VP+1]
	return append(slices.Concat(pair, []string{names[classify.Unsure], names[classify.Neither], names[classify.Unread]}),
		"sure-"+pair[0], "sure-"+pair[1], "leans-"+pair[0], "leans-"+pair[1], "sure", "leans")
}

// UnknownVerdict is the error of ParseOnly.
type UnknownVerdict struct {
	Name  string
	Known []string
}

func (e *UnknownVerdict) Error() string {
	return fmt.Sprintf("%q is no verdict; there are %s", e.Name, strings.Join(e.Known, ", "))
}

// ParseOnly reads the names of verdicts, such as "sure-vp" and "unsure"; levels are
// those of the model. No name is nil.
func ParseOnly(names []string, levels report.Levels) (*Only, error) {
	if len(names) == 0 {
		return nil, nil
	}
	o, named := &Only{}, map[string]bool{}
	for _, name := range names {
		name = strings.ToLower(strings.TrimSpace(name))
		if !o.add(name, levels) {
			return nil, &UnknownVerdict{name, OnlyNames(levels)}
		}
		named[name] = true
	}
	o.names = strings.Join(slices.Sorted(maps.Keys(named)), ",")
	return o, nil
}

// add keeps the verdicts of one more name; it reports whether there is such a name.
func (o *Only) add(name string, levels report.Levels) (known bool) {
	for l, level := range LevelNames(levels) {
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

// Keeps reports whether a verdict of a level, sure or not, is kept.
func (o *Only) Keeps(l classify.Level, sure bool) bool {
	switch {
	case o == nil:
		return true
	case sure:
		return o.keep[l][1]
	}
	return o.keep[l][0]
}

// String are the names in one order, "" for none.
func (o *Only) String() string {
	if o == nil {
		return ""
	}
	return o.names
}
