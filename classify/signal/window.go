package signal

import (
	"math/bits"

	"rung/corpus/text"
)

// A window runs programs over a sentence, up to maxWindow units at a time. Longer
// sentences are read in windows that overlap by the longest match. The places of a
// class are worked out when they are first asked for.
type window struct {
	p       *patterns
	units   []unit
	words   []int32  // of the units, those that patterns name; and 0 if there is a number
	from    int32    // place of units in the sentence
	kind    uint16   // of the sentence
	numbers uint64   // places of numbers
	marks   marks    // of the words
	places  []uint64 // by word: its places in the window
	classes []filled
	tried   []uint32  // by program: the window in which it was tried last
	now     uint32    // number of the window
	pass    []uint32  // room for triggers with all their marks
	rules   []int32   // of what is said, each once
	noted   []uint32  // by rule: the window in which it was noted last
	worth   []attempt // what is worth trying
	stack   [maxDepth]uint64
	steps   int // programs tried
}

// filled holds the places of a class.
type filled struct {
	places uint64
	known  uint32 // number of the window that they are of
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
		p: p, places: make([]uint64, len(p.spelled)), words: make([]int32, maxWindow+1),
		classes: make([]filled, len(p.classes)), tried: make([]uint32, len(p.programs)), noted: make([]uint32, len(p.unless.from)),
	}
}

// find appends the matches in a sentence of the given kind: for every pattern and
// every unit at which one of its matches ends, the match that begins first. Of a
// long sentence, which is read in parts, it may append another that begins later. A
// sentence in which no rule says anything has no matches.
func (w *window) find(dst []match, units []unit, kind text.Kind) []match {
	w.kind = uint16(kind)
	before := len(dst)
	if len(units) <= maxWindow {
		w.fill(units, 0)
		if dst = w.says(dst); len(dst) > before {
			w.note(dst[before:])
			dst = w.rest(dst)
		}
		w.clear()
		return dst
	}
	// Exceptions and the context are those of all parts.
	parts := func(read func(dst []match) []match) {
		for from := 0; from < len(units)-maxMatch; from += maxWindow - maxMatch {
			w.fill(units[from:min(len(units), from+maxWindow)], from)
			dst = read(dst)
			w.clear()
		}
	}
	parts(w.says)
	if len(dst) > before {
		w.note(dst[before:])
		parts(w.rest)
	}
	return dst
}

// fill makes units the window.
func (w *window) fill(units []unit, from int) {
	w.units, w.from = units, int32(from)
	if w.now++; w.now == 0 { // after 4 billion windows the numbers begin anew
		clear(w.classes)
		clear(w.tried)
		clear(w.noted)
		w.now = 1
	}
	numbers, n := uint64(0), 0
	words := w.words[:maxWindow+1]
	for i := range w.units {
		u := &w.units[i]
		words[n] = u.word
		if u.word != 0 { // 0 stands for all that no pattern names
			n++
		}
		w.places[u.word] |= 1 << i
		if u.number {
			numbers |= 1 << i
		}
	}
	words[n] = 0
	w.marks = w.p.markedBy(words[:n])
	if numbers != 0 {
		n++
		for i, m := range w.p.number {
			w.marks[i] |= m
		}
	}
	w.numbers, w.words = numbers, words[:n]
}

// markedBy are the marks of a sentence of the words, but for its numbers. Marks
// are sixteen lanes of 64 bits. It joins those of all words eight lanes at a time,
// each in a variable of its own: these stay in registers, an array does not, and
// sixteen are more than there are.
func (p *patterns) markedBy(words []int32) (out marks) {
	const lanes = 8
	for half := 0; half < len(out); half += lanes {
		var lane0, lane1, lane2, lane3, lane4, lane5, lane6, lane7 uint64
		for _, word := range words {
			of := (*[lanes]uint64)(p.marks[word][half:])
			lane0, lane1, lane2, lane3 = lane0|of[0], lane1|of[1], lane2|of[2], lane3|of[3]
			lane4, lane5, lane6, lane7 = lane4|of[4], lane5|of[5], lane6|of[6], lane7|of[7]
		}
		*(*[lanes]uint64)(out[half:]) = [lanes]uint64{lane0, lane1, lane2, lane3, lane4, lane5, lane6, lane7}
	}
	out[0] |= 1 // every sentence bears mark 0
	return out
}

// says appends what rules say.
func (w *window) says(dst []match) []match { return w.triggered(dst, &w.p.says, w.words) }

// note keeps the rules of what is said, each once.
func (w *window) note(said []match) {
	w.rules = w.rules[:0]
	for _, m := range said {
		if w.noted[m.rule] != w.now {
			w.noted[m.rule] = w.now
			w.rules = append(w.rules, m.rule)
		}
	}
}

// rest appends the exceptions of the rules noted, and the context.
func (w *window) rest(dst []match) []match {
	dst = w.triggered(dst, &w.p.unless, w.rules)
	return w.triggered(dst, &w.p.context, w.words)
}

func (w *window) clear() {
	for i := range w.units {
		w.places[w.units[i].word] = 0
	}
}

// triggered tries those triggers of the words, or of the rules, all of whose marks
// the sentence bears. The look takes no branch: nobody can predict which marks are
// missing.
func (w *window) triggered(dst []match, t *triggers, of []int32) []match {
	n, borne, kind := 0, &w.marks, w.kind&15
	for _, i := range of {
		from, to := t.from[i], t.from[i+1]
		if len(w.pass)-n < int(to-from) {
			w.pass = append(w.pass, make([]uint32, n+int(to-from))...)
		}
		pass := w.pass
		for i := from; i < to; i++ {
			g := &t.list[i]
			pass[n] = i
			n += int(borne.bit(g.need[0]) & borne.bit(g.need[1]) & borne.bit(g.need[2]) & uint64(g.kinds>>kind) & 1)
		}
	}
	return w.try(dst, t, w.pass[:n])
}

// try runs the programs of the triggers in pass whose first word the sentence
// holds, each once a window.
func (w *window) try(dst []match, t *triggers, pass []uint32) []match {
	w.worth = w.worth[:0]
	for _, i := range pass {
		g := &t.list[i]
		if w.tried[g.program] == w.now {
			continue
		}
		w.tried[g.program] = w.now
		begins := uint64(1)<<len(w.units) - 1
		if g.kinds&anchored != 0 {
			if begins = 1; w.from > 0 {
				continue
			}
		}
		switch g.first.code {
		case opWord:
			begins &= w.places[g.first.arg]
		case opClass:
			begins &= w.class(g.first.arg)
		}
		if begins != 0 {
			w.worth = append(w.worth, attempt{begins, g.program})
		}
	}
	w.steps += len(w.worth)
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
		f.known, f.places = w.now, w.takes(&w.p.classes[c])
	}
	return f.places
}

func (w *window) takes(c *class) uint64 {
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
