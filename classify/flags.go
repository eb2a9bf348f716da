package classify

import (
	"slices"
	"strings"
	"unicode/utf8"

	"rung/classify/signal"
)

// Flags that do not come from rules of the lexicon.
const (
	FlagBankGrade   = "bank_grade"  // reads like a bank's or insurer's grade, not the head of a function
	FlagShortText   = "short_text"  // fewer than shortText words: little to read
	FlagNotEnglish  = "not_english" // rung reads English only
	FlagEmpty       = "empty"       // no words at all
	FlagCut         = "cut"         // longer than MostText: the rest was not read
	FlagBoilerplate = "boilerplate" // a reason stands in sentences that the employer repeats in postings of other titles
)

// MostText is how many bytes of a posting are read at most: ten times the longest of
// 19,000 real ones. It bounds what one posting can cost, whoever made it.
const MostText = 256 << 10

// Readable is the part of a text that is read: all of it, or its beginning up to
// the last line break, or the last rune, within MostText.
func Readable(t string) string {
	if len(t) <= MostText {
		return t
	}
	if i := strings.LastIndexByte(t[:MostText], '\n'); i > MostText/2 {
		return t[:i]
	}
	i := MostText
	for !utf8.RuneStart(t[i]) {
		i--
	}
	return t[:i]
}

// shortText is the number of words below which a posting is said to be short:
// a paragraph or two.
const shortText = 80

// flags collects the flags of the rules that fired and those of the text as a
// whole, sorted.
func flags(r *reading, english bool, signals []signal.Signal) []string {
	var out []string
	for i := range signals {
		if f := signals[i].Rule.Flag; f != "" {
			out = append(out, f)
		}
	}
	switch {
	case r.words == 0:
		out = append(out, FlagEmpty)
	case !english:
		out = append(out, FlagNotEnglish)
	case r.words < shortText:
		out = append(out, FlagShortText)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// families are those whose silence a reader wants to hear of, in the order in which it
// is told: the reporting line, what stands below, the scope, money, the horizon,
// measures of success.
var families = [...]string{"reporting", "people", "scope", "money", "horizon", "metrics"}

// missing lists the families none of whose rules that lean to a level fired: what the
// posting does not say.
func missing(signals []signal.Signal) []string {
	var said [len(families)]bool
	for i := range signals {
		r := signals[i].Rule
		if r.Lean == 0 {
			continue
		}
		for k, f := range families {
			if len(r.File) == len(f)+len(".lex") && r.File[:len(f)] == f {
				said[k] = true
			}
		}
	}
	var out []string
	for k, f := range families {
		if !said[k] {
			out = append(out, f)
		}
	}
	return out
}
