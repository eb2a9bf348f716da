package signal

import (
	"cmp"
	"container/heap"
	"maps"
	"math/bits"
	"slices"

	"rung/corpus/text"
)

// vocabulary maps the hash of a lower-cased word, or of a term, to its number, from 1
// on; every other word has 0. It is a hash table with open addressing and linear
// probing, and uses the hash as it is.
type vocabulary struct {
	slots []slot
	mask  uint64
}

type slot struct {
	hash uint64
	id   int32 // 0: empty
}

func newVocabulary(words int) vocabulary {
	size := 1 << bits.Len(uint(words*3))
	return vocabulary{make([]slot, size), uint64(size - 1)}
}

func (v *vocabulary) slot(h uint64) *slot {
	i := h & v.mask
	for v.slots[i].hash != h && v.slots[i].id != 0 {
		i = (i + 1) & v.mask
	}
	return &v.slots[i]
}

func (v *vocabulary) lookup(h uint64) int32 { return v.slot(h).id }

func (v *vocabulary) set(h uint64, id int32) { *v.slot(h) = slot{hash: h, id: id} }

// wordTable holds a vocabulary and the terms of one word, in half the memory: the
// upper half of a hash and its place in the table, some 45 bits, tell words apart.
type wordTable struct {
	slots []wordSlot
	mask  uint64
}

type wordSlot struct {
	hash     uint32 // upper half
	id, term uint16 // term: 1 + its index; both 0: empty
}

// maxTable is the greatest number of words, and of terms, in a wordTable.
const maxTable = 1<<16 - 2

// with returns the table of the vocabulary and of terms, which are single words.
func (v *vocabulary) with(terms []string) wordTable {
	size := 1 << bits.Len(uint(len(v.slots)/2+2*len(terms)))
	t := wordTable{make([]wordSlot, size), uint64(size - 1)}
	for _, s := range v.slots {
		if s.id != 0 {
			*t.slot(s.hash) = wordSlot{hash: uint32(s.hash >> 32), id: uint16(s.id)}
		}
	}
	for i, name := range terms {
		h := text.Hash(name)
		s := t.slot(h)
		s.hash, s.term = uint32(h>>32), uint16(i+1)
	}
	return t
}

func (t *wordTable) slot(h uint64) *wordSlot {
	i := h & t.mask
	for t.slots[i].hash != uint32(h>>32) && t.slots[i].id|t.slots[i].term != 0 {
		i = (i + 1) & t.mask
	}
	return &t.slots[i]
}

// lookup returns the number of the word and that of the term, or 0.
func (t *wordTable) lookup(h uint64) (id, term int32) {
	s := t.slot(h)
	return int32(s.id), int32(s.term)
}

// joining are the words by which units are joined; see Finder.join.
var joining = []string{"vice", "president", "presidents", "vp", "vps", "to", "or", "and"}

// finish numbers the words of all patterns and makes the patterns ready to run.
func (b *builder) finish(rules []*Rule) *patterns {
	all := slices.Concat(b.spelling...)
	all = append(all, joining...)
	for w := range numberWords {
		all = append(all, w)
	}
	for w := range multipliers {
		all = append(all, w)
	}
	slices.Sort(all)
	all = slices.Compact(all)
	words := len(all) + 1
	p := &patterns{
		vocab: newVocabulary(words), classes: b.classes, programs: b.programs,
		spelled: make([]float64, words), times: make([]float64, words), joins: make([]bool, words),
	}
	id := make(map[string]int32, len(all))
	for i, w := range all {
		id[w] = int32(i + 1)
		for _, spelling := range spellings(w) {
			p.vocab.set(text.Hash(spelling), id[w])
		}
		p.spelled[id[w]], p.times[id[w]] = numberWords[w], multipliers[w]
		p.joins[id[w]] = numberWords[w] != 0 || multipliers[w] != 0 || slices.Contains(joining, w)
	}
	for c, spelling := range b.spelling {
		for _, w := range spelling {
			p.classes[c].words = append(p.classes[c].words, id[w])
		}
	}
	ops := 0
	for i := range p.programs {
		ops += len(p.programs[i].code)
	}
	code := make([]op, 0, ops) // of all programs, one after another
	for i := range p.programs {
		for k := range p.programs[i].code {
			o := &p.programs[i].code[k]
			if o.code != opClass {
				continue
			}
			if words := p.classes[o.arg].words; len(words) == 1 {
				*o = op{opWord, o.fail, words[0]}
			}
		}
		code = append(code, p.programs[i].code...)
	}
	for i := range p.programs {
		n := len(p.programs[i].code)
		p.programs[i].code, code = code[:n:n], code[n:]
	}
	b.index(p, id, rules)
	return p
}

// wanted are the needs of a program that marks stand for. The rarest is not among
// them, for it is the trigger; but exceptions are triggered by their rule.
func (b *builder) wanted(program int) []*anyOf {
	needs := b.needs[program]
	if b.programs[program].accepts[0].use != useUnless {
		needs = needs[1:]
	}
	return needs[:min(len(needs), maxNeed)]
}

// load is how often any word of a mark occurs.
type load struct {
	share float64
	mark  uint16
}

// markHeap is a heap whose first mark has the least load; of equal ones the lowest
// mark. It is made whole and only its first changes, so nothing is pushed or popped.
type markHeap []load

func (h markHeap) Len() int      { return len(h) }
func (h markHeap) Swap(i, j int) { h[i], h[j] = h[j], h[i] }
func (h markHeap) Less(i, j int) bool {
	return h[i].share < h[j].share || h[i].share == h[j].share && h[i].mark < h[j].mark
}
func (h *markHeap) Push(any) {}
func (h *markHeap) Pop() any { return nil }

// marks gives the words their marks, and returns the marks of the needs by name. The
// commoner a set, the fewer sets share its mark.
func (b *builder) marks(p *patterns, id map[string]int32) map[string]uint16 {
	byName := map[string]*anyOf{}
	for i := range b.programs {
		for _, need := range b.wanted(i) {
			byName[need.name] = need
		}
	}
	names := slices.SortedFunc(maps.Keys(byName), func(x, y string) int {
		return cmp.Or(cmp.Compare(byName[y].share, byName[x].share), cmp.Compare(x, y))
	})
	p.marks = make([]marks, len(id)+1)
	var least markHeap // all but mark 0, in order
	for m := 1; m < numMarks; m++ {
		least = append(least, load{mark: uint16(m)})
	}
	out := map[string]uint16{}
	for _, name := range names {
		need := byName[name]
		mark := least[0].mark
		least[0].share += need.share
		heap.Fix(&least, 0)
		out[name] = mark
		for _, w := range need.words {
			p.marks[id[w]].set(mark)
		}
		if need.number {
			p.number.set(mark)
		}
	}
	return out
}

// index fills in the triggers and the marks they look for.
func (b *builder) index(p *patterns, id map[string]int32, rules []*Rule) {
	var byWord [numPhases][][]trigger
	for f := range byWord {
		byWord[f] = make([][]trigger, len(id)+1)
	}
	marks := b.marks(p, id)
	unless := make([][]trigger, len(rules))
	for i, g := range b.programs {
		t := trigger{program: uint32(i), kinds: g.kinds, first: p.programs[i].code[0]}
		for _, a := range g.accepts {
			if a.rule >= 0 {
				t.kinds |= rules[a.rule].kinds
			} else {
				t.kinds |= 1<<text.NumKinds - 1
			}
		}
		for k, need := range b.wanted(i) {
			t.need[k] = marks[need.name]
		}
		switch first, f := b.needs[i][0], g.accepts[0].phase(); f {
		case phaseUnless:
			r := g.accepts[0].rule
			unless[r] = append(unless[r], t)
		default:
			for _, w := range first.words {
				byWord[f][id[w]] = append(byWord[f][id[w]], t)
			}
			if first.number {
				byWord[f][0] = append(byWord[f][0], t)
			}
		}
	}
	p.says, p.context, p.unless = newTriggers(byWord[phaseSay]), newTriggers(byWord[phaseContext]), newTriggers(unless)
	for k := range p.quiet {
		p.quiet[k] = p.listen(text.Kind(k), id)
	}
}

// fewTriggers is the share of the triggers that count in a kind up to which the kind
// is quiet: most of its sentences hold none.
const fewTriggers = 1. / 20

// listen makes the listener of a kind, or nil where many rules count in it.
func (p *patterns) listen(k text.Kind, id map[string]int32) *listener {
	counts := func(t trigger) bool { return t.kinds>>k&1 == 1 }
	n := 0
	for _, t := range p.says.list {
		if counts(t) {
			n++
		}
	}
	if float64(n) > fewTriggers*float64(len(p.says.list)) {
		return nil
	}
	l := new(listener)
	l.number = slices.ContainsFunc(p.says.of(0), counts)
	for w, i := range id {
		if slices.ContainsFunc(p.says.of(i), counts) || l.number && p.spelled[i] != 0 || w == "vice" {
			for _, spelling := range spellings(w) {
				l.words.Add(text.Hash(spelling))
			}
		}
	}
	return l
}

// of returns the triggers of a word.
func (t *triggers) of(word int32) []trigger { return t.list[t.from[word]:t.from[word+1]] }

func newTriggers(byWord [][]trigger) triggers {
	t := triggers{from: []uint32{0}}
	for _, list := range byWord {
		t.list = append(t.list, list...)
		t.from = append(t.from, uint32(len(t.list)))
	}
	return t
}
