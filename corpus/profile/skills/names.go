package skills

import (
	"slices"

	"rung/corpus/text"
)

// match reports whether one of the phrases stands at token i, going by step.
func (p phrases) match(t string, ks []text.Token, i, step int) bool {
	for i >= 0 && i < len(ks) && between(t, ks[i]) {
		i += step
	}
	if i < 0 || i >= len(ks) {
		return false
	}
next:
	for _, words := range p[ks[i].Hash] {
		j := i
		for _, w := range words {
			for j >= 0 && j < len(ks) && between(t, ks[j]) {
				j += step
			}
			if j < 0 || j >= len(ks) || ks[j].Hash != w {
				continue next
			}
			j += step
		}
		return true
	}
	return false
}

// found is a hit before its context has been looked at.
type found struct {
	first, last int32
	leaf        *leaf
	ok          bool
}

// find appends the longest names in ks, left to right, to dst: those that
// stand in every context, and of the ordinary words those that the context
// lets stand.
func (g *gazetteer) find(dst []found, t string, ks []text.Token) []found {
	from := len(dst)
	for i := 0; i < len(ks); i++ {
		h := ks[i].Hash
		if b := h >> 48; g.first[b>>6]&(1<<(b&63)) == 0 {
			continue
		}
		node := g.root[h]
		if node == 0 {
			continue
		}
		best, at := &g.ends[node], i+1
		for j := i + 1; j < len(ks); j++ {
			if between(t, ks[j]) {
				continue
			}
			if node = g.next[edge{node, ks[j].Hash}]; node == 0 {
				break
			}
			if g.ends[node].entry >= 0 {
				best, at = &g.ends[node], j+1
			}
		}
		if best.entry < 0 {
			continue
		}
		if best.form != "" && t[ks[i].Start:ks[at-1].End] != best.form {
			continue
		}
		dst = append(dst, found{int32(i), int32(at), best, best.form == ""})
		i = at - 1
	}
	g.resolve(dst[from:], t, ks)
	return slices.DeleteFunc(dst, func(f found) bool { return !f.ok })
}

// resolve decides which ordinary words are names.
func (g *gazetteer) resolve(hits []found, t string, ks []text.Token) {
	for i := range hits {
		h := &hits[i]
		if h.ok {
			continue
		}
		if r := h.leaf.rule; r != nil && (r.before.match(t, ks, int(h.first)-1, -1) || r.after.match(t, ks, int(h.last), 1)) {
			h.leaf = &g.ends[0] // no name
			continue
		}
		h.ok = g.before.match(t, ks, int(h.first)-1, -1) || g.after.match(t, ks, int(h.last), 1)
	}
	beside := func(i, j int) { // j speaks for i
		if i < 0 || j < 0 || i >= len(hits) || j >= len(hits) {
			return
		}
		a, b := &hits[i], &hits[j]
		if a.ok || a.leaf.entry < 0 || b.leaf.entry < 0 || !g.entries[b.leaf.entry].Hard || !enumerated(t, ks, a, b) {
			return
		}
		a.ok = b.ok || g.entries[a.leaf.entry].Family == g.entries[b.leaf.entry].Family
	}
	for i := range hits {
		beside(i, i-1)
		beside(i, i+1)
	}
	for i := len(hits) - 1; i >= 0; i-- {
		beside(i, i+1)
	}
}

// enumerated reports whether only commas, slashes, brackets and at most one
// "and" or "or" stand between two hits.
func enumerated(t string, ks []text.Token, a, b *found) bool {
	if a.first > b.first {
		a, b = b, a
	}
	if b.first-a.last > 3 {
		return false
	}
	for _, k := range ks[a.last:b.first] {
		switch t[k.Start:k.End] {
		case ",", "/", "(", ")", ";", "|", "&", "+", "and", "or", "•", "·":
		default:
			return false
		}
	}
	return true
}

// The places a word can have in a listed name, in word.listed.
const (
	listedHard   uint8 = 1
	listedSoft   uint8 = 2
	listedInside uint8 = 2 // added where the word is not the first of the name
)

// mark notes on the words which of them stand in listed names. Words and hits
// are in text order.
func (g *gazetteer) mark(ws []word, ks []text.Token, hits []found) {
	i := 0
	for _, h := range hits {
		start, end := ks[h.first].Start, ks[h.last-1].End
		for i < len(ws) && ws[i].end <= start {
			i++
		}
		place := listedHard
		if !g.entries[h.leaf.entry].Hard {
			place = listedSoft
		}
		for j := i; j < len(ws) && ws[j].start < end; j++ {
			ws[j].listed, ws[j].family = place, g.families[h.leaf.entry]
			if j == i {
				place += listedInside
			}
		}
	}
}
