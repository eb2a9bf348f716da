package reference

import (
	_ "embed"
	"strings"
	"sync"

	"rung/corpus/text"
)

//go:embed stop.txt
var stopText string

var stops = sync.OnceValue(func() map[string]bool { return text.Set(stopText) })

// stopped says whether w, in lower case, carries no meaning of its own.
func stopped(w string) bool { return stops()[w] }

// word is a token of a clause.
type word struct {
	lower      string // "" for what breaks a term: punctuation, a number, a masked name
	start, end int    // bytes of the line
	class      text.Class
	bound      bool // a hyphen ties it to the word before; see solid
	first      bool // of its sentence, where a capital letter says nothing
	capital    bool // written like a name: Xx, and not the first of its sentence
}

// edge says whether a term may begin or end with w.
func (w word) edge() bool { return w.class == text.Word && len(w.lower) > 1 && !stopped(w.lower) }

// inner says whether w may stand inside a term.
func (w word) inner() bool {
	return w.class == text.Word && w.lower != "" && w.lower[0] != '\'' && w.lower != "n't"
}

// solid drops the hyphens between words and remembers where they were, so that
// "back-end team" and "back end team" hold the same terms.
func solid(ws []word) []word {
	out := make([]word, 0, len(ws))
	for i, w := range ws {
		if w.lower == "-" && i > 0 && i+1 < len(ws) && ws[i-1].end == w.start && w.end == ws[i+1].start {
			continue
		}
		w.bound = len(out) > 0 && i > 0 && ws[i-1].lower == "-" && out[len(out)-1].lower != "-"
		out = append(out, w)
	}
	return out
}

// eachTerm calls f with the words of every term of up to most words in ws,
// which are solid. A term neither begins nor ends with a stop word, a letter or
// inside a hyphenated word, but it may be one: "hands-on", "day-to-day".
func eachTerm(ws []word, most int, f func([]word)) {
	for i := range ws {
		if ws[i].bound {
			continue
		}
		for j := i; j < len(ws) && j < i+most && ws[j].inner(); j++ {
			tied := j+1 < len(ws) && ws[j+1].bound
			if !tied && (ws[i].edge() || i+1 < len(ws) && ws[i+1].bound) && (ws[j].edge() || ws[j].bound) {
				f(ws[i : j+1])
			}
		}
	}
}

// sentences splits a line into sentences of words.
func sentences(line string) [][]word {
	d := text.Parse(line)
	out := make([][]word, 0, len(d.Sentences))
	for _, s := range d.Sentences {
		ws := make([]word, 0, s.Last-s.First)
		for i := s.First; i < s.Last; i++ {
			t := d.Tokens[i]
			v := line[t.Start:t.End]
			w := word{start: int(t.Start), end: int(t.End), class: t.Class, lower: lower(v), first: len(ws) == 0}
			w.capital = !w.first && len(v) > 1 && v[0] >= 'A' && v[0] <= 'Z' && v[1] == w.lower[1]
			ws = append(ws, w)
		}
		if len(ws) > 0 {
			out = append(out, ws)
		}
	}
	return out
}

// lower is the form that words are compared in; it agrees with text.Token.Hash.
func lower(s string) string { return strings.ReplaceAll(strings.ToLower(s), "’", "'") }

// stem takes the plural s off w (Harman, "How effective is suffixing?", JASIS
// 42, 1991): nothing more, because "scheduling" and "schedule" are not the same
// duty.
func stem(w string) string {
	n := len(w)
	switch {
	case n > 4 && strings.HasSuffix(w, "ies") && w[n-4] != 'e' && w[n-4] != 'a':
		return w[:n-3] + "y"
	case n > 4 && (strings.HasSuffix(w, "sses") || strings.HasSuffix(w, "xes") || strings.HasSuffix(w, "ches") || strings.HasSuffix(w, "shes")):
		return w[:n-2]
	case n > 3 && strings.HasSuffix(w, "es") && !strings.ContainsRune("aeo", rune(w[n-3])):
		return w[:n-1]
	case n > 3 && w[n-1] == 's' && w[n-2] != 'u' && w[n-2] != 's' && w[n-2] != '\'':
		return w[:n-1]
	}
	return w
}
