package reference

import (
	"bufio"
	"cmp"
	_ "embed"
	"fmt"
	"io"
	"iter"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"

	"rung/corpus/text"
)

// Background is how common words and pairs of words are in other texts. It
// does not change once it is made, and is safe for concurrent use.
type Background struct {
	documents int
	tokens    int            // words counted, stop words included
	floor     int            // a term that is not in counts occurred fewer times than this
	counts    map[string]int // surface forms of one or two words
	stems     map[string]int // the same, plurals taken together
	forms     map[string][]string
}

// Documents is the number of texts that were counted.
func (b *Background) Documents() int { return b.documents }

//go:embed background.txt
var backgroundText string

// DefaultBackground is the embedded table; README.md says where it is from.
var DefaultBackground = sync.OnceValue(func() *Background {
	b, err := readBackground("background.txt", strings.NewReader(backgroundText))
	if err != nil {
		panic(err) // the table is embedded, and a test reads it
	}
	return b
})

// readBackground reads a table: sorted lines of a term, a tab and a count. Errors
// name the line.
func readBackground(name string, r io.Reader) (*Background, error) {
	b := &Background{counts: map[string]int{}}
	heads := map[string]*int{"documents": &b.documents, "tokens": &b.tokens, "below": &b.floor}
	sc := bufio.NewScanner(r)
	n := 0
	for sc.Scan() {
		n++
		line := sc.Text()
		if line == "" || line[0] == '#' {
			continue
		}
		term, num, ok := strings.Cut(line, "\t")
		count, err := strconv.Atoi(num)
		if !ok || err != nil || count < 0 || strings.TrimSpace(term) == "" {
			return nil, fmt.Errorf("%s:%d: want a term, a tab and a count, not %q", name, n, line)
		}
		if head := heads[strings.TrimPrefix(term, "!")]; head != nil && term[0] == '!' {
			*head = count
			continue
		}
		if _, again := b.counts[term]; again {
			return nil, fmt.Errorf("%s:%d: %q is listed twice", name, n, term)
		}
		b.counts[term] = count
	}
	if err := sc.Err(); err != nil {
		return nil, fmt.Errorf("%s:%d: %w", name, n+1, err)
	}
	if b.tokens <= 0 {
		return nil, fmt.Errorf("%s: no \"!tokens\" line: not a table of counts", name)
	}
	b.index()
	return b, nil
}

// index makes the tables that lookups use.
func (b *Background) index() {
	b.stems = make(map[string]int, len(b.counts))
	b.forms = map[string][]string{}
	for _, t := range slices.Sorted(maps.Keys(b.counts)) {
		first, second, pair := strings.Cut(t, " ")
		key := stem(first)
		if pair {
			key += " " + stem(second)
		} else {
			b.forms[key] = append(b.forms[key], t)
		}
		b.stems[key] += b.counts[t]
	}
}

// share is how likely a word of the background is to begin the term whose
// stems are given; above 0, below 1.
func (b *Background) share(stems []string) float64 {
	n := float64(b.tokens + 1)
	if c, ok := b.stems[strings.Join(stems, " ")]; ok {
		return (float64(c) + 0.5) / n
	}
	unlisted := float64(b.floor+2) / 4 / n
	switch len(stems) {
	case 0, 1:
		return unlisted
	case 2:
		// As if the words met by chance, within what is known of the pair.
		return min(unlisted, max(b.share(stems[:1])*b.share(stems[1:]), 0.5/n))
	}
	// As if the third word hung on the second alone.
	ab, bc := b.share(stems[:2]), b.share(stems[1:])
	return max(min(ab*bc/b.share(stems[1:2]), ab, bc), 0.25/n)
}

// Count returns how often the background holds a term of one to three words as
// it is written; for a term that its table does not list, the most that it can
// have been.
func (b *Background) Count(term string) int {
	if c, ok := b.counts[term]; ok {
		return c
	}
	return max(0, b.floor-1)
}

// CountBackground counts the words and pairs of texts, and lists the most
// frequent in about size bytes, two fifths of them for single words, besides
// the terms of keep. A text that came before is not counted again.
func CountBackground(texts iter.Seq[string], size int, keep []string) *Background {
	b := &Background{counts: map[string]int{}}
	for _, t := range keep {
		b.counts[t] = 0
	}
	ids := map[string]uint32{}
	var names []string
	id := func(w string) uint32 {
		i, ok := ids[w]
		if !ok {
			i = uint32(len(names))
			ids[w] = i
			names = append(names, w)
		}
		return i
	}
	const alone = 1<<32 - 1
	counts := map[uint64]int{}
	seen := map[uint64]bool{}
	for t := range texts {
		h := text.Hash(t)
		if seen[h] {
			continue
		}
		seen[h] = true
		b.documents++
		for _, ws := range sentences(t) {
			ws = solid(ws)
			for _, w := range ws {
				if w.class == text.Word {
					b.tokens++
				}
			}
			eachTerm(ws, 2, func(ws []word) {
				k := uint64(id(ws[0].lower))<<32 | alone
				if len(ws) == 2 {
					k = k&^alone | uint64(id(ws[1].lower))
				}
				counts[k]++
			})
		}
	}
	type entry struct {
		term  string
		count int
	}
	var lists [2][]entry // single words, pairs
	for k, c := range counts {
		e, kind := entry{names[k>>32], c}, 0
		if k&alone != alone {
			e.term, kind = e.term+" "+names[uint32(k)], 1
		}
		if _, kept := b.counts[e.term]; kept {
			b.counts[e.term] = c
		} else if c > 2 {
			lists[kind] = append(lists[kind], e)
		}
	}
	for kind, room := range []int{size * 2 / 5, size * 3 / 5} {
		slices.SortFunc(lists[kind], func(a, b entry) int {
			return cmp.Or(cmp.Compare(b.count, a.count), cmp.Compare(a.term, b.term))
		})
		for _, e := range lists[kind] {
			if room -= len(e.term) + len(strconv.Itoa(e.count)) + 2; room < 0 {
				b.floor = max(b.floor, e.count+1)
				break
			}
			b.counts[e.term] = e.count
		}
	}
	b.index()
	return b
}
