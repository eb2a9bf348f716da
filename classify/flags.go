package classify

import (
	"slices"

	"rung/classify/signal"
	"rung/corpus/text"
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

// MostText is text.Most: how many bytes of a posting are read.
const MostText = text.Most

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
