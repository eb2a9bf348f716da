package reference

import (
	"cmp"
	"slices"
	"strings"

	"rung/corpus/text"
)

// Level is one of the two levels that documents are read for.
type Level struct {
	Name  string   // as in Passage.Level
	Names []string // title words that name it, with their plurals: "vp", "vps", "vice president", "vice presidents"
}

// pair is the two levels; a positive score speaks for the second.
type pair [2]Level

func (l *pair) index(name string) int {
	return slices.IndexFunc(l[:], func(l Level) bool { return l.Name == name })
}

// namer finds the names of the levels in words.
type namer struct {
	levels *pair
	names  map[string][]name // by first word; longest first
}

type name struct {
	level int
	words []string
}

func newNamer(levels *pair) *namer {
	n := &namer{levels: levels, names: map[string][]name{}}
	for i := range levels {
		for _, s := range levels[i].Names {
			w := strings.FieldsFunc(lower(s), func(r rune) bool { return r == ' ' || r == '-' })
			if len(w) == 0 {
				continue
			}
			n.names[w[0]] = append(n.names[w[0]], name{i, w})
		}
	}
	for _, list := range n.names {
		slices.SortStableFunc(list, func(a, b name) int { return cmp.Compare(len(b.words), len(a.words)) })
	}
	return n
}

// mention is a place that names a level: words [first, last), the title's tail
// ("of engineering") included.
type mention struct {
	level       int
	first, last int
	object      bool // compared with, not spoken of: "than a director"
}

// find returns the mentions in ws, in order.
func (n *namer) find(ws []word) []mention {
	var out []mention
	for i := 0; i < len(ws); {
		m, ok := n.at(ws, i)
		if !ok {
			i++
			continue
		}
		m.last = tail(ws, m.last)
		m.object = compared(ws, i)
		out = append(out, m)
		i = m.last
	}
	return out
}

func (n *namer) at(ws []word, i int) (mention, bool) {
next:
	for _, c := range n.names[ws[i].lower] {
		j := i
		for _, w := range c.words {
			for j > i && j < len(ws) && ws[j].lower == "-" {
				j++
			}
			if j >= len(ws) || ws[j].lower != w {
				continue next
			}
			j++
		}
		return mention{level: c.level, first: i, last: j}, true
	}
	return mention{}, false
}

// grade says whether w is a level's name of one word with a letter or two put
// before it: "svp". That is another level, and still no word about duties.
func (n *namer) grade(w string) bool {
	for i := 1; i <= 2 && i < len(w); i++ {
		for _, c := range n.names[w[i:]] {
			if len(c.words) == 1 {
				return true
			}
		}
	}
	return false
}

// tail is where a title ends whose name ends at i: "(VP) of engineering" or
// "of Site Reliability Engineering" belongs to it.
func tail(ws []word, i int) int {
	if n := phraseAt(ws, i, clauseWords()["tail"]); n > 0 {
		return i + n
	}
	if i+1 >= len(ws) || ws[i].lower != "of" && ws[i].lower != "for" || ws[i+1].class != text.Word || stopped(ws[i+1].lower) {
		return i
	}
	i += 2
	for i < len(ws) && ws[i].capital && ws[i-1].capital {
		i++
	}
	return i + phraseAt(ws, i, clauseWords()["tail"])
}

// compared says whether the name at i is compared with and not spoken of:
// "than a director".
func compared(ws []word, i int) bool {
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		if ws[k].class == text.Punct {
			return false
		}
		if phraseAt(ws, k, clauseWords()["comparing"]) > 0 {
			return true
		}
	}
	return false
}
