// Package report says what a verdict answers, and in which words: the names of
// the levels, the keys of answers, the words of words.txt, texts that are safe to
// show, numbers as they are rounded, and a tally of many verdicts. Packages below
// make rows (report/row), cards (report/card) and tables of them. It computes no
// verdict, fetches nothing, looks at no clock, and writes no format of its own.
package report

import (
	"rung/classify"
	"rung/corpus/text"
	"strings"
)

// Quote returns the words of a span, and nothing where the span does not fit
// the text: a verdict may be shown beside the wrong posting, but not panic.
func Quote(t string, s text.Span) string {
	if s.Start < 0 || s.End > len(t) || s.Start > s.End {
		return ""
	}
	return s.Of(t)
}

// Strongest returns the gloss of the heaviest reason that is listed and that is
// no single word of the model, the wording where there are only words, or "".
// Models of other levels know nothing but words.
func Strongest(v *classify.Verdict, l Levels) string {
	if len(v.Reasons) == 0 {
		return ""
	}
	if !l.BuiltIn() {
		return v.Reasons[0].Gloss
	}
	for i := range v.Reasons {
		if r := &v.Reasons[i]; !IsWord(r) {
			return r.Gloss
		}
	}
	return Say("reason", "wording")
}

// IsWord says whether a reason is a word, or a few words, of the model, and no
// rule.
func IsWord(r *classify.Reason) bool { return strings.HasPrefix(r.Rule, "term:") }

// Word is the words of such a reason.
func Word(r *classify.Reason) string {
	return strings.ReplaceAll(strings.TrimPrefix(r.Rule, "term:"), "_", " ")
}

// HasLadder says whether it was read where the job stands. A model that knows no
// ladder knows none of it, and of a text that is unread nothing is said.
func HasLadder(v *classify.Verdict) bool { return v.Level != classify.Unread && v.Ladder.Known() }

// HasOdds says whether it makes sense to ask how probable the higher level is.
func HasOdds(v *classify.Verdict) bool {
	return v.Level != classify.Neither && v.Level != classify.Unread
}

// Answer is the key of what a verdict says, finer than its level: reads_vp or
// leans_vp, reads_director or leans_director, unsure, below, above,
// other_function, neither where it is not known why, unread. The two levels have
// these keys whatever the model calls them. A model that knows no ladder does
// not say how sure it is: it never leans.
func Answer(v *classify.Verdict) string {
	leans := !v.Sure && HasLadder(v)
	switch {
	case v.Level == classify.Director && leans:
		return "leans_director"
	case v.Level == classify.Director:
		return "reads_director"
	case v.Level == classify.VP && leans:
		return "leans_vp"
	case v.Level == classify.VP:
		return "reads_vp"
	case v.Level == classify.Neither && v.Why != classify.NoWhy:
		return v.Why.String()
	}
	return v.Level.String()
}

// Answers are all that Answer gives, by level.
func Answers(l classify.Level) []string {
	switch l {
	case classify.Director:
		return []string{"leans_director", "reads_director"}
	case classify.VP:
		return []string{"leans_vp", "reads_vp"}
	case classify.Neither:
		return []string{classify.Below.String(), classify.Above.String(), classify.OtherFunction.String(), classify.Neither.String()}
	}
	return []string{l.String()}
}
