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
	member  []uint64     // bit (word*stride*64 + class): the word is in the class
	stride  int          // 64-bit words of member for one word
	needs   []uint64     // as member, for the classes that first.need names, in a numbering of their own
	span    int          // 64-bit words of needs for one word
	pos     []position   //
	starts  [2][][]first // by word: positions that it may begin a match at; apart for the kinds where most rules do not count
	spelled []float64    // by word: the number that it writes out, or 0
	times   []float64    // by word: what it multiplies a number by, or 0
	numbers []first      // positions of number leaves that may begin a match
}

// startKinds are the kinds of section that automaton.starts holds apart.
var startKinds = [2]uint16{defaultKinds, ^uint16(defaultKinds)}

// position is a leaf of a pattern.
type position struct {
	leaf
	low, high float64 // of a number
	follow    []leaf
	accepts   []accept // non-empty: a match may end here
}

// leaf is a position with its class of words beside it (<0: see below), so that
// looking whether it takes a word touches no other memory.
type leaf struct{ pos, class int32 }

// first is a position at which a match may begin, with what must hold.
type first struct {
	pos      int32
	rule     int32          // that the pattern belongs to; -1 for the context
	kinds    uint16         // bit k: the rule counts in sections of kind k
	anchored bool           // only at the beginning of a sentence
	skip     int32          // in a word's list, which is sorted by need[0]: the next beginning with another
	need     [maxNeed]int32 // classes without which the pattern cannot match, see required; classNone where there are fewer
}

// Two classes hold no words: every sentence has classNone, and those with a
// number have classNumber, so that both can be needed like others.
const (
	classNone   = 0
	classNumber = 1
	classAny    = -1 // a gap's word
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
	first   []first // positions at which a match may begin
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
	need := b.required(n)
	// The shortest classes are the rarest, and rule out most.
	slices.SortStableFunc(need, func(x, y int32) int { return cmp.Compare(b.size(x), b.size(y)) })
	var lookups [maxNeed]int32
	copy(lookups[:], need)
	for _, p := range f.first {
		if b.pos[p].class == classAny {
			return fmt.Errorf("a pattern may not begin with a gap")
		}
		b.first = append(b.first, first{pos: p, rule: a.rule, anchored: anchored, need: lookups})
	}
	for _, p := range f.last {
		b.pos[p].accepts = append(b.pos[p].accepts, a)
	}
	return nil
}

// maxNeed bounds how many classes are looked up before a pattern is begun.
const maxNeed = 4

// required lists the classes of which every match holds a word. Most patterns
// begin with a common verb and turn on a rare noun: a sentence without the noun
// need not try them.
func (b *builder) required(n node) []int32 {
	switch n := n.(type) {
	case words:
		return []int32{b.wordClass(n)}
	case number:
		return []int32{classNumber}
	case seq:
		var out []int32
		for _, m := range n {
			out = append(out, b.required(m)...)
		}
		slices.Sort(out)
		return slices.Compact(out)
	case alt:
		// One of the alternatives' rarest words, whichever it is.
		var any words
		for _, m := range n {
			classes := b.required(m)
			if len(classes) == 0 {
				return nil
			}
			rarest := slices.MinFunc(classes, func(x, y int32) int { return cmp.Compare(b.size(x), b.size(y)) })
			if rarest == classNumber {
				return nil
			}
			any = append(any, b.class[rarest]...)
		}
		return []int32{b.wordClass(any)}
	}
	return nil // a gap, an optional part, an anchor
}

// size is the number of words of a class.
func (b *builder) size(class int32) int {
	if class == classNumber {
		return 8 // about as rare in postings as a set of eight words
	}
	return len(b.class[class])
}

func (b *builder) leaf(p position) fragment {
	p.pos = int32(len(b.pos))
	b.pos = append(b.pos, p)
	i := []int32{p.pos}
	return fragment{first: i, last: i}
}

func (b *builder) fragment(n node) fragment {
	switch n := n.(type) {
	case words:
		return b.leaf(position{leaf: leaf{class: b.wordClass(n)}})
	case number:
		return b.leaf(position{leaf: leaf{class: classNumber}, low: n.low, high: n.high})
	case gap:
		f := fragment{nullable: true}
		for range n {
			f = b.join(f, b.optional(b.leaf(position{leaf: leaf{class: classAny}})))
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
		for _, q := range g.first {
			b.pos[p].follow = append(b.pos[p].follow, b.pos[q].leaf)
		}
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
		b.reserve()
		c = int32(len(b.class))
		b.classOf[key] = c
		b.class = append(b.class, w)
	}
	return c
}

// reserve makes the two classes that hold no words.
func (b *builder) reserve() {
	if b.class == nil {
		b.class = make([][]string, classNumber+1)
	}
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

func (b *builder) finish(rules []*Rule) *automaton {
	b.reserve()
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

	a := &automaton{vocab: newVocabulary(len(all) + 1), pos: b.pos}
	a.stride = len(b.class)/64 + 1
	a.member = make([]uint64, (len(all)+1)*a.stride)
	a.starts = [2][][]first{make([][]first, len(all)+1), make([][]first, len(all)+1)}
	a.spelled, a.times = make([]float64, len(all)+1), make([]float64, len(all)+1)
	id := map[string]int32{}
	for i, w := range all {
		id[w] = int32(i + 1)
		a.vocab.set(text.Hash(w), id[w])
		a.spelled[id[w]], a.times[id[w]] = numberWords[w], multipliers[w]
	}
	a.vocab.set(text.Hash("&"), id["and"])
	a.vocab.set(text.Hash("programme"), id["program"]) // harmless where "program" is in no pattern: id 0
	for c, ws := range b.class {
		for _, w := range ws {
			a.member[int(id[w])*a.stride+c/64] |= 1 << (c % 64)
		}
	}
	for _, f := range b.first {
		f.kinds = 1<<text.NumKinds - 1
		if f.rule >= 0 {
			f.kinds = rules[f.rule].kinds
		}
		switch c := b.pos[f.pos].class; c {
		case classNumber:
			a.numbers = append(a.numbers, f)
		default:
			for g, kinds := range startKinds {
				if f.kinds&kinds == 0 {
					continue
				}
				for _, w := range b.class[c] {
					a.starts[g][id[w]] = append(a.starts[g][id[w]], f)
				}
			}
		}
	}
	a.lookups(b.class, id)
	for i := range a.pos {
		slices.SortFunc(a.pos[i].follow, func(x, y leaf) int { return cmp.Compare(x.pos, y.pos) })
		a.pos[i].follow = slices.Compact(a.pos[i].follow)
		slices.SortFunc(a.pos[i].accepts, func(x, y accept) int {
			return cmp.Or(cmp.Compare(x.rule, y.rule), cmp.Compare(x.use, y.use))
		})
	}
	return a
}

// lookups numbers the classes that are needed anew, so that the set of those
// ahead in a sentence is small.
func (a *automaton) lookups(class [][]string, id map[string]int32) {
	number := map[int32]int32{classNone: classNone, classNumber: classNumber}
	all := []int32{classNone, classNumber}
	renumber := func(fs []first) {
		for i := range fs {
			for k, c := range fs[i].need {
				n, ok := number[c]
				if !ok {
					n = int32(len(all))
					number[c] = n
					all = append(all, c)
				}
				fs[i].need[k] = n
			}
		}
	}
	renumber(a.numbers)
	for _, g := range a.starts {
		for _, fs := range g {
			renumber(fs)
			slices.SortStableFunc(fs, func(x, y first) int { return cmp.Compare(x.need[0], y.need[0]) })
			for i := len(fs) - 1; i >= 0; i-- {
				fs[i].skip = int32(i + 1)
				if i+1 < len(fs) && fs[i+1].need[0] == fs[i].need[0] {
					fs[i].skip = fs[i+1].skip
				}
			}
		}
	}
	a.span = len(all)/64 + 1
	a.needs = make([]uint64, len(a.starts[0])*a.span)
	for n, c := range all {
		for _, w := range class[c] {
			a.needs[int(id[w])*a.span+n/64] |= 1 << (n % 64)
		}
	}
}

// possible says whether a match that begins at the position can end, when words
// of the classes in ahead are still to come and one of need[0] is.
func (f *first) possible(ahead []uint64) bool {
	for _, c := range f.need[1:] {
		if !holds(ahead, c) {
			return false
		}
	}
	return true
}

// holds says whether a set of classes holds one.
func holds(set []uint64, class int32) bool { return set[class>>6]>>(class&63)&1 == 1 }

// takes says whether the leaf can consume the unit, whose classes are in row.
func (a *automaton) takes(l leaf, u *unit, row []uint64) bool {
	switch l.class {
	case classAny:
		return true
	case classNumber:
		q := &a.pos[l.pos]
		return u.number && q.low <= u.value && u.value <= q.high
	}
	return holds(row, l.class)
}

// row is the set of the classes that hold a word.
func (a *automaton) row(word int32) []uint64 {
	return a.member[int(word)*a.stride : (int(word)+1)*a.stride]
}
