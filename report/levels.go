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
func (l Levels) key(level classify.Level) string {
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
func (l Levels) names() [2]string {
	if l.BuiltIn() {
		return [2]string{"Director", "VP"}
	}
	for i, name := range l {
		l[i] = sentence(truncate(clean(strings.ReplaceAll(name, "_", " ")), 20))
	}
	return l
}

// side names the level that log-odds speak for.
func (l Levels) side(logOdds float64) string {
	if logOdds < 0 {
		return l.names()[0]
	}
	return l.names()[1]
}

// testimony is what only the built-in pair has: the title's claim, how the
// duties agree with it, and what the posting does not say.
func (l Levels) testimony(v *classify.Verdict) (classify.Claim, classify.Agreement, []string) {
	if l.BuiltIn() {
		return v.Claim, v.Agreement, v.Missing
	}
	return classify.ClaimNone, classify.Unclear, nil
}
