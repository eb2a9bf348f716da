package signal

import (
	"math/bits"

	"rung/corpus/text"
)

// A window runs patterns over a sentence, sets of up to maxWindow units at a
// time. Longer sentences are read in windows that overlap by the longest match.
// Sets are kept by number and filled when they are first asked for.
type window struct {
	p       *patterns
	units   []unit
	from    int32    // place of units in the sentence
	kind    uint16   // of the sentence, as a bit
	numbers uint64   // places of numbers
	marks   marks    // of the words
	places  []uint64 // by word: its places in the window
	classes []filled
	tried   []uint32  // by program: the window in which it was tried last
	now     uint32    // number of the window
	worth   []attempt // what is worth trying
	stack   [maxDepth]uint64
}

// filled holds the places of a class in the window of which the number is known.
type filled struct {
	places uint64
	known  uint32
}

// attempt is a program with the places at which a match of it may begin.
type attempt struct {
	begins  uint64
	program uint32
}

// maxWindow leaves room for the place behind the last unit.
const maxWindow = 63

func newWindow(p *patterns) window {
	return window{
		p: p, places: make([]uint64, len(p.spelled)),
		classes: make([]filled, len(p.classes)), tried: make([]uint32, len(p.programs)),
	}
}

// find appends the matches in a sentence of the kind: of every pattern and every
// unit at which a match of it ends, the one that begins first. Where a long
// sentence is read in parts, it may also give another, which begins later. A
// sentence in which no rule says anything has no matches.
func (w *window) find(dst []match, units []unit, kind text.Kind) []match {
	w.kind = 1 << kind
	for from := 0; from < len(units); from += maxWindow - maxMatch {
		w.from, w.units = int32(from), units[from:min(len(units), from+maxWindow)]
		dst = w.read(dst, len(w.units) < len(units))
		if from+len(w.units) == len(units) {
			break
		}
	}
	return dst
}

// read appends the matches in the window. In a part of a sentence the exceptions
// and the context are those of all parts.
func (w *window) read(dst []match, part bool) []match {
	if w.now++; w.now == 0 { // after 4 billion windows the marks begin anew
		clear(w.classes)
		clear(w.tried)
		w.now = 1
	}
	numbers := uint64(0)
	a, b, c, d := uint64(1), uint64(0), uint64(0), uint64(0) // the marks, in registers
	for i := range w.units {
		u := &w.units[i]
		if u.word != 0 { // 0 stands for all the words that no pattern names
			w.places[u.word] |= 1 << i
			m := &w.p.marks[u.word]
			a, b, c, d = a|m[0], b|m[1], c|m[2], d|m[3]
		}
		if u.number {
			m := &w.p.number
			a, b, c, d = a|m[0], b|m[1], c|m[2], d|m[3]
			numbers |= 1 << i
		}
	}
	w.numbers, w.marks = numbers, marks{a, b, c, d}
	before := len(dst)
	dst = w.triggered(dst, &w.p.says)
	switch {
	case part:
		w.worth = w.worth[:0]
		for _, list := range w.p.unless {
			w.look(list)
		}
		dst = w.try(dst)
	case len(dst) == before:
		w.clear()
		return dst
	default:
		w.worth = w.worth[:0]
		for _, m := range dst[before:] {
			w.look(w.p.unless[m.rule])
		}
		dst = w.try(dst)
	}
	dst = w.triggered(dst, &w.p.context)
	w.clear()
	return dst
}

func (w *window) clear() {
	for i := range w.units {
		w.places[w.units[i].word] = 0
	}
}

func (w *window) triggered(dst []match, t *triggers) []match {
	w.worth = w.worth[:0]
	for i := range w.units {
		if word := w.units[i].word; word != 0 {
			if list := t.list[t.from[word]:t.from[word+1]]; len(list) > 0 {
				w.look(list)
			}
		}
	}
	if w.numbers != 0 {
		w.look(t.list[:t.from[1]])
	}
	return w.try(dst)
}

// look adds the programs that are worth trying. Half of the marks are looked at
// without a branch: which of them is missing cannot be foretold.
func (w *window) look(list []trigger) {
	m := &w.marks
	for i := range list {
		t := &list[i]
		if m.bit(t.need[0])&m.bit(t.need[1])&m.bit(t.need[2])&1 == 0 || t.kinds&w.kind == 0 ||
			m.bit(t.need[3])&m.bit(t.need[4])&m.bit(t.need[5])&1 == 0 || w.tried[t.program] == w.now {
			continue
		}
		w.tried[t.program] = w.now
		begins := uint64(1)<<len(w.units) - 1
		if t.kinds&anchored != 0 {
			if begins = 1; w.from > 0 {
				continue
			}
		}
		switch t.first.code {
		case opWord:
			begins &= w.places[t.first.arg]
		case opClass:
			begins &= w.class(t.first.arg)
		}
		if begins != 0 {
			w.worth = append(w.worth, attempt{begins, t.program})
		}
	}
}

// try runs the programs that are worth it.
func (w *window) try(dst []match) []match {
	for _, a := range w.worth {
		g := &w.p.programs[a.program]
		dst = w.locate(dst, g, a.begins, w.run(g.code, a.begins))
	}
	return dst
}

// locate appends the matches that end before the places ends.
func (w *window) locate(dst []match, g *program, begins, ends uint64) []match {
	for ; ends != 0; begins &= begins - 1 {
		first := begins & -begins
		of := ends
		if begins != first {
			of &= w.run(g.code, first)
		}
		ends &^= of
		for ; of != 0; of &= of - 1 {
			for _, a := range g.accepts {
				dst = append(dst, match{a, w.from + int32(bits.TrailingZeros64(first)), w.from + int32(bits.TrailingZeros64(of)) - 1})
			}
		}
	}
	return dst
}

// run returns the places behind the matches that begin at the given places.
func (w *window) run(code []op, at uint64) uint64 {
	top := 0
	for i := 0; i < len(code); i++ {
		o := &code[i]
		switch o.code {
		case opWord:
			at = at & w.places[o.arg] << 1
		case opClass:
			at = at & w.class(o.arg) << 1
		case opGap:
			for range o.arg {
				at |= at << 1
			}
			at &= 1<<(len(w.units)+1) - 1
		case opOption:
			w.stack[top] = at
			top++
		case opJoin:
			top--
			at |= w.stack[top]
		case opAlt:
			w.stack[top], w.stack[top+1] = at, 0
			top += 2
		case opOr:
			w.stack[top-1] |= at
			at = w.stack[top-2]
		case opEnd:
			at |= w.stack[top-1]
			top -= 2
		}
		if at == 0 {
			i = int(o.fail) - 1
		}
	}
	return at
}

// class returns the places of a class.
func (w *window) class(c int32) uint64 {
	f := &w.classes[c]
	if f.known != w.now {
		f.known, f.places = w.now, w.fill(&w.p.classes[c])
	}
	return f.places
}

func (w *window) fill(c *class) uint64 {
	places := uint64(0)
	if !c.number {
		for _, word := range c.words {
			places |= w.places[word]
		}
		return places
	}
	for at := w.numbers; at != 0; at &= at - 1 {
		if v := w.units[bits.TrailingZeros64(at)].value; c.low <= v && v <= c.high {
			places |= at & -at
		}
	}
	return places
}
