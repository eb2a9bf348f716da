package signal

import (
	_ "embed"
	"slices"
	"strings"

	"rung/corpus/text"
)

//go:embed irregular.txt
var irregularText string

// irregular maps a base form to the forms that the rules of inflect miss.
var irregular = func() map[string][]string {
	m := map[string][]string{}
	for forms := range text.Lists(irregularText) {
		m[forms[0]] = forms
	}
	return m
}()

// inflect lists the inflections of an English base form, the base first, the others
// sorted: -s, -ed and -ing as of a verb, which for a noun adds forms that no text
// holds. The words of irregular.txt have the forms that stand there.
func inflect(w string) []string {
	if f, ok := irregular[w]; ok {
		return slices.Clone(f)
	}
	out := []string{w}
	stem, last := w, w[len(w)-1]
	vowel := func(i int) bool { return i >= 0 && i < len(w) && strings.IndexByte("aeiou", w[i]) >= 0 }
	switch {
	case last == 'y' && len(w) > 1 && !vowel(len(w)-2):
		stem = w[:len(w)-1]
		return append(out, stem+"ied", stem+"ies", w+"ing")
	case last == 's' || last == 'x' || last == 'z' || strings.HasSuffix(w, "ch") || strings.HasSuffix(w, "sh"):
		out = append(out, w+"es")
	default:
		out = append(out, w+"s")
	}
	switch {
	case strings.HasSuffix(w, "ee"):
		out = append(out, w+"d", w+"ing")
	case last == 'e':
		out = append(out, w+"d", w[:len(w)-1]+"ing")
	case doubles(w):
		stem = w + string(last)
		out = append(out, stem+"ed", stem+"ing")
	default:
		out = append(out, w+"ed", w+"ing")
	}
	slices.Sort(out[1:])
	return out
}

// doubles says whether the last consonant doubles: that of a single syllable which
// ends in consonant, vowel, consonant (plan, set, ship) does. Longer words that
// double (refer, commit) stand in irregular.txt.
func doubles(w string) bool {
	const vowels = "aeiou"
	n := len(w)
	if n < 3 || strings.IndexByte(vowels+"wxy", w[n-1]) >= 0 || strings.IndexByte(vowels, w[n-2]) < 0 || strings.IndexByte(vowels, w[n-3]) >= 0 {
		return false
	}
	return !strings.ContainsAny(w[:n-2], vowels+"y")
}
