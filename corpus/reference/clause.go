package reference

import (
	_ "embed"
	"strings"
	"sync"

	"rung/corpus/text"
)

//go:embed clauses.txt
var clausesText string

// phrases are lists of words, by their first word.
type phrases map[string][][]string

// wordLists reads a file of "name: word or phrase, word or phrase" lines.
func wordLists(file string) map[string]phrases {
	out := map[string]phrases{}
	for name, entries := range text.Named(file) {
		ps := phrases{}
		for _, e := range entries {
			f := strings.Fields(e)
			ps[f[0]] = append(ps[f[0]], f)
		}
		out[name] = ps
	}
	return out
}

var clauseWords = sync.OnceValue(func() map[string]phrases { return wordLists(clausesText) })

// phraseAt returns how many words of ws at i the longest phrase of the list
// covers; 0 when none does.
func phraseAt(ws []word, i int, list phrases) int {
	if i >= len(ws) {
		return 0
	}
	best := 0
next:
	for _, p := range list[ws[i].lower] {
		if len(p) <= best || i+len(p) > len(ws) {
			continue
		}
		for k, w := range p {
			if ws[i+k].lower != w {
				continue next
			}
		}
		best = len(p)
	}
	return best
}

func hasPhrase(ws []word, list phrases) bool {
	for i := range ws {
		if phraseAt(ws, i, list) > 0 {
			return true
		}
	}
	return false
}

// speaksOn says whether the clause has a pronoun for someone named before.
func speaksOn(ws []word) bool { return hasPhrase(ws, clauseWords()["person"]) }

// denies says whether the clause says that something is not so.
func denies(ws []word) bool {
	for i := range ws {
		if phraseAt(ws, i, clauseWords()["denial"]) > 0 && phraseAt(ws, i, clauseWords()["no denial"]) == 0 {
			return true
		}
	}
	return false
}

// aside says whether a heading calls its section secondary.
func aside(ws []word) bool { return hasPhrase(ws, clauseWords()["aside"]) }

// clause is a part of a sentence.
type clause struct {
	words  []word
	level  int // that it names; none, or both
	weight float64
}

// clauses cuts a sentence at its clause markers where that tells the levels
// apart: before a marker that always begins a clause, and before the name of a
// level that follows a comma or a conjunction, unless it is one of an
// enumeration of both levels. A sentence that names one level at most stays
// whole, but for its denials.
func (n *namer) clauses(ws []word) []clause {
	ms := n.find(ws)
	cuts := []int{0}
	cut := func(i int) {
		if i > cuts[len(cuts)-1] && i < len(ws) {
			cuts = append(cuts, i)
		}
	}
	next := 0 // the first mention at or behind i
	for i := range ws {
		for next < len(ms) && ms[next].first < i {
			next++
		}
		inserted := next > 0 && ms[next-1].last >= i-1 && ws[i-1].class == text.Punct // "VPs, on the other hand, …"
		switch {
		case ws[i].lower == ";":
			cut(i + 1)
		case phraseAt(ws, i, clauseWords()["contrast"]) > 0:
			if !inserted {
				cut(i)
			}
		case next == len(ms) || ms[next].first != i || ms[next].object:
		case next == 0 && speaksOn(ws[:i]):
			if b := opening(ws, i, 0); phraseAt(ws, b, clauseWords()["subordinate"]) > 0 {
				cut(b)
			}
		case next > 0 && ms[next].level != ms[next-1].level && !joined(ws[ms[next-1].last:i]):
			b := opening(ws, i, ms[next-1].last)
			if ws[b-1].lower == "," || phraseAt(ws, b, clauseWords()["subordinate"]) > 0 {
				cut(b)
			}
		}
	}
	out := make([]clause, 0, len(cuts))
	for k, b := range cuts {
		e := len(ws)
		if k+1 < len(cuts) {
			e = cuts[k+1]
		}
		c := clause{words: ws[b:e]}
		c.level, c.weight = n.subject(c.words)
		out = append(out, c)
	}
	leadIn(out)
	return out
}

// opening is where the clause begins whose first name is at i: before its
// article, preposition and conjunction, but not before floor.
func opening(ws []word, i, floor int) int {
	b := i
	for b > floor && i-b < 4 && phraseAt(ws, b-1, clauseWords()["opening"]) > 0 {
		b--
	}
	return b
}

// joined says whether what stands between two names only joins them: "and",
// "or a", "/".
func joined(between []word) bool {
	for _, w := range between {
		if w.class != text.Punct && phraseAt([]word{w}, 0, clauseWords()["joint"]) == 0 {
			return false
		}
	}
	return true
}

// subject is the level that a clause speaks of, and how surely.
func (n *namer) subject(ws []word) (level int, weight float64) {
	level, weight = none, named
	var last mention
	for _, m := range n.find(ws) {
		switch {
		case m.object:
		case level == none:
			level, last = m.level, m
		case level != m.level && joined(ws[last.last:m.first]):
			return both, shared
		case level != m.level:
			weight = shared // the first named is the subject; the other is its object
		}
	}
	return level, weight
}

// leadIn gives a first clause without a name or a pronoun to the clause that
// it leads to ("On most days, while …" has none to give).
func leadIn(cs []clause) {
	if len(cs) < 2 || cs[0].level != none || speaksOn(cs[0].words) || denies(cs[0].words) {
		return
	}
	level := cs[1].level
	for _, c := range cs[1:] {
		if c.level != level {
			return
		}
	}
	cs[0].level, cs[0].weight = level, carried
}
