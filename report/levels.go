package report

import (
	"strings"

	"rung/classify"
)

// Levels are the names of the two levels that a model tells apart, the lower
// first, as classify.Model has them. The zero value is the built-in pair.
type Levels [2]string

// BuiltIn reports whether the pair is director and vp. Only of these it is known
// what titles claim, what a posting should say and what would change it.
func (l Levels) BuiltIn() bool { return l == Levels{} || l == Levels{"director", "vp"} }

// key names a level in rows.
func (l Levels) Key(level classify.Level) string {
	switch {
	case l.BuiltIn():
	case level == classify.Director:
		return l[0]
	case level == classify.VP:
		return l[1]
	}
	return level.String()
}

// names are the two levels for a reader, short enough for a heading.
func (l Levels) Names() [2]string {
	if l.BuiltIn() {
		return [2]string{"Director", "VP"}
	}
	for i, name := range l {
		l[i] = Capital(Truncate(Clean(strings.ReplaceAll(name, "_", " ")), 20))
	}
	return l
}
