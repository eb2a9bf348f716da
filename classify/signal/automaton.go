package signal

import (
	"cmp"
	"fmt"
	"math/bits"
	"slices"

	"rung/corpus/text"
)

// The automaton is Glushkov's position automaton over words: a state is a
// position of a pattern's leaf, there are no empty moves, and the states that
// may follow are listed with each. All patterns of all rules share it, so a
// document is read once. See Glushkov, "The abstract theory of automata"
// (1961), and Caron and Ziadi, "Characterization of Glushkov automata" (2000).
type automaton struct {
	vocab   vocabulary
	classes int        // number of word classes
	member  []uint64   // bit (word*stride*64 + class): the word is in the class
	stride  int        // 64-bit words of member for one word
	pos     []position //
	starts  [][]int32  // by word: positions that it may begin a match at
	numbers []int32    // positions of number leaves that may begin a match
	rules   int
}

// position is a leaf of a pattern.
type position struct {
	class     int32 // of words; <0: see below
	low, high float64
	anchored  bool // only at the beginning of a sentence
	follow    []int32
	accepts   []accept // non-empty: a match may end here
}

const (
	classAny    = -1 // a gap's word
	classNumber = -2
)

type accept struct {
	rule int32 // -1 for the context
	use  patternUse
}

// vocabulary maps the hash of a lower-cased word to its number, from 1; 0 is
// every other word. Open addressing, linear probing: the hash is used as it is.
type vocabulary struct {
	hash []uint64
	id   []int32
	mask uint64
}

func newVocabulary(words int) vocabulary {
	size := 1 << bits.Len(uint(words*4))
	return vocabulary{make([]uint64, size), make([]int32, size), uint64(size - 1)}
}

func (v *vocabulary) slot(h uint64) uint64 {
	i := (h ^ h>>32) & v.mask
	for v.id[i] != 0 && v.hash[i] != h {
		i = (i + 1) & v.mask
	}
	return i
}

func (v *vocabulary) lookup(h uint64) int32 { return v.id[v.slot(h)] }

func (v *vocabulary) set(h uint64, id int32) {
	i := v.slot(h)
	v.hash[i], v.id[i] = h, id
}

// builder collects positions while patterns are read.
type builder struct {
	pos     []position
	first   []int32 // positions at which a match may begin
	classOf map[string]int32
	class   [][]string
}

// fragment is what Glushkov's construction needs to know of a subpattern.
type fragment struct {
	first, last []int32
	nullable    bool
}

// add compiles a pattern into the automaton under construction.
func (b *builder) add(n node, a accept) error {
	anchored := false
	if s, ok := n.(seq); ok && len(s) > 0 {
		if _, ok := s[0].(start); ok {
			anchored, n = true, s[1:]
		}
	}
	from := len(b.pos)
	f := b.fragment(n)
	if len(b.pos)-from > 4000 {
		return fmt.Errorf("the pattern has %d positions: make its gaps or groups smaller", len(b.pos)-from)
	}
	for _, p := range f.first {
		if b.pos[p].class == classAny {
			return fmt.Errorf("a pattern may not begin with a gap")
		}
		b.pos[p].anchored = anchored
	}
	for _, p := range f.last {
		b.pos[p].accepts = append(b.pos[p].accepts, a)
	}
	b.first = append(b.first, f.first...)
	return nil
}

func (b *builder) leaf(p position) fragment {
	b.pos = append(b.pos, p)
	i := []int32{int32(len(b.pos) - 1)}
	return fragment{first: i, last: i}
}

func (b *builder) fragment(n node) fragment {
	switch n := n.(type) {
	case words:
		return b.leaf(position{class: b.wordClass(n)})
	case number:
		return b.leaf(position{class: classNumber, low: n.low, high: n.high})
	case gap:
		f := fragment{nullable: true}
		for range n {
			f = b.join(f, b.optional(b.leaf(position{class: classAny})))
		}
		return f
	case maybe:
		return b.optional(b.fragment(n.of))
	case seq:
		f := fragment{nullable: true}
		for _, m := range n {
			f = b.join(f, b.fragment(m))
		}
		return f
	case alt:
		var f fragment
		for _, m := range n {
			g := b.fragment(m)
			f.first = append(slices.Clone(f.first), g.first...)
			f.last = append(slices.Clone(f.last), g.last...)
			f.nullable = f.nullable || g.nullable
		}
		return f
	}
	return fragment{nullable: true} // an anchor inside a set: matches nothing
}

func (b *builder) optional(f fragment) fragment {
	f.nullable = true
	return f
}

func (b *builder) join(f, g fragment) fragment {
	for _, p := range f.last {
		b.pos[p].follow = append(b.pos[p].follow, g.first...)
	}
	out := fragment{first: f.first, last: g.last, nullable: f.nullable && g.nullable}
	if f.nullable {
		out.first = append(slices.Clone(f.first), g.first...)
	}
	if g.nullable {
		out.last = append(slices.Clone(g.last), f.last...)
	}
	return out
}

func (b *builder) wordClass(w words) int32 {
	w = slices.Clone(w)
	for i := range w {
		w[i] = canonical(w[i])
	}
	slices.Sort(w)
	w = slices.Compact(w)
	key := fmt.Sprint([]string(w))
	if b.classOf == nil {
		b.classOf = map[string]int32{}
	}
	c, ok := b.classOf[key]
	if !ok {
		c = int32(len(b.class))
		b.classOf[key] = c
		b.class = append(b.class, w)
	}
	return c
}

// canonical folds the spellings that the matcher reads as one word.
func canonical(w string) string {
	switch w {
	case "&":
		return "and"
	case "programme":
		return "program"
	}
	return w
}

func (b *builder) finish(rules int) *automaton {
	var all []string
	for _, c := range b.class {
		all = append(all, c...)
	}
	for w := range numberWords {
		all = append(all, w)
	}
	for w := range multipliers {
		all = append(all, w)
	}
	all = append(all, "vice", "president", "presidents", "vp", "vps", "to", "or", "and", "a", "&")
	slices.Sort(all)
	all = slices.Compact(all)

	a := &automaton{vocab: newVocabulary(len(all) + 1), classes: len(b.class), pos: b.pos, rules: rules}
	a.stride = (len(b.class) + 63) / 64
	a.member = make([]uint64, (len(all)+1)*a.stride)
	a.starts = make([][]int32, len(all)+1)
	id := map[string]int32{}
	for i, w := range all {
		id[w] = int32(i + 1)
		a.vocab.set(text.Hash(w), id[w])
	}
	a.vocab.set(text.Hash("&"), id["and"])
	a.vocab.set(text.Hash("programme"), id["program"]) // harmless where "program" is in no pattern: id 0
	for c, ws := range b.class {
		for _, w := range ws {
			a.member[int(id[w])*a.stride+c/64] |= 1 << (c % 64)
		}
	}
	for _, p := range b.first {
		switch c := b.pos[p].class; c {
		case classNumber:
			a.numbers = append(a.numbers, p)
		default:
			for _, w := range b.class[c] {
				a.starts[id[w]] = append(a.starts[id[w]], p)
			}
		}
	}
	for i := range a.pos {
		slices.Sort(a.pos[i].follow)
		a.pos[i].follow = slices.Compact(a.pos[i].follow)
		slices.SortFunc(a.pos[i].accepts, func(x, y accept) int {
			return cmp.Or(cmp.Compare(x.rule, y.rule), cmp.Compare(x.use, y.use))
		})
	}
	return a
}

func (a *automaton) in(word int32, class int32) bool {
	return a.member[int(word)*a.stride+int(class>>6)]>>(class&63)&1 == 1
}

// takes says whether the position can consume the unit.
func (a *automaton) takes(p int32, u *unit) bool {
	q := &a.pos[p]
	switch q.class {
	case classAny:
		return true
	case classNumber:
		return u.number && q.low <= u.value && u.value <= q.high
	}
	return a.in(u.word, q.class)
}
