package signal

import (
	"cmp"
	_ "embed"
	"encoding/binary"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"rung/corpus/text"
)

// A pattern is a program over sets of places. A set is a word of bits: bit i
// says that a match may have come to the gap before unit i of the sentence. A
// word of the pattern keeps the places before its own occurrences and moves
// them on by one; an option keeps both ways; a gap spreads. So one pass over the
// program tries the pattern at every place of a sentence at once. See Cameron et
// al., "Bitwise data parallelism in regular expression matching" (2014).
type program struct {
	accepts []accept // what a match means; the same pattern may stand in several rules
	code    []op
	kinds   uint16 // anchored, or 0
}

type accept struct {
	rule int32 // -1 for the context
	use  patternUse
}

// phase says when a pattern is tried: what a rule says always, its exceptions
// where the rule says something, and the context where any does.
type phase uint8

const (
	phaseSay phase = iota
	phaseUnless
	phaseContext
	numPhases
)

func (a accept) phase() phase {
	switch a.use {
	case useSay:
		return phaseSay
	case useUnless:
		return phaseUnless
	}
	return phaseContext
}

// op is a step of a program, whose state is a set and a stack of sets.
type op struct {
	code opcode
	fail uint16 // where an empty set goes on: at the end of the bracket, or of the code
	arg  int32
}

type opcode uint8

const (
	opWord   opcode = iota // moves over the word arg
	opClass                // moves over the words or numbers of class arg
	opGap                  // moves over up to arg words of any kind
	opOption               // pushes the set: what follows may be left out
	opJoin                 // pops it, and joins it
	opAlt                  // pushes the set and an empty result: alternatives follow
	opOr                   // joins the result and begins the next alternative with the set
	opEnd                  // joins the result and goes on with it; pops both
)

const (
	maxMatch = 40 // units of the longest match
	maxDepth = 32 // sets on a program's stack
)

// class is a set of words, or of numbers, that a place of a pattern takes.
type class struct {
	words     []int32 // of the vocabulary
	number    bool
	low, high float64 // of a number, both ends included
}

// patterns are those of a lexicon, ready to run.
type patterns struct {
	vocab    vocabulary
	classes  []class
	programs []program
	says     triggers                 // of what rules say
	context  triggers                 // of the context
	unless   triggers                 // by rule: its exceptions
	spelled  []float64                // by word: the number that it writes out, or 0
	times    []float64                // by word: what it multiplies a number by, or 0
	joins    []bool                   // by word: it may be joined with the unit before
	marks    []marks                  // by word
	number   marks                    // of a number
	quiet    [text.NumKinds]*listener // of kinds in which few rules count, else nil
}

// listener knows which tokens let a rule count in sentences of a kind.
type listener struct {
	words  text.Sieve
	number bool // numbers do
}

// hears reports whether one of the tokens may let a rule count.
func (l *listener) hears(tokens []text.Token) bool {
	for i := range tokens {
		t := &tokens[i]
		if l.words.Passes(t.Hash) || t.Class == text.Number && l.number {
			return true
		}
	}
	return false
}

// triggers are the programs that are worth trying in a sentence, by its words;
// by 0 those that are where there is a number.
type triggers struct {
	list []trigger
	from []uint32 // word w: list[from[w]:from[w+1]]
}

// trigger names a program, and beside it what rules most of them out, so that a
// look touches no other memory.
type trigger struct {
	program uint32
	kinds   uint16          // bit k: counts in sections of kind k; and anchored
	need    [maxNeed]uint16 // marks that the sentence must bear too
	first   op              // of the program
}

// anchored is the bit of patterns that match at the beginning of a sentence only.
const anchored = 1 << 15

// A sentence bears the marks of its words, and every sentence mark 0. Marks
// stand for the sets of words that patterns need; sets may share one, so that a
// mark that is borne proves nothing, and one that is not rules a pattern out.
type marks [16]uint64

const (
	maxNeed  = 3 // more rule out hardly more
	numMarks = 16 * 64
)

func (m *marks) set(mark uint16) { m[mark>>6] |= 1 << (mark & 63) }

// bit has its lowest bit set where the mark is borne.
func (m *marks) bit(mark uint16) uint64 { return m[mark>>6%16] >> (mark & 63) }

//go:embed common.txt
var commonText string

// readCommon reads words and how often they occur.
func readCommon(file string) map[string]float64 {
	m := map[string]float64{}
	for line := range strings.Lines(file) {
		line, _, _ = strings.Cut(line, "#")
		f := strings.Fields(line)
		for i := 0; i+1 < len(f); i += 2 {
			m[f[i]], _ = strconv.ParseFloat(f[i+1], 64)
		}
	}
	return m
}

// rare is how often a word occurs that is not in common.txt.
const rare = 8

// builder collects programs while patterns are read.
type builder struct {
	programs []program
	needs    [][]*anyOf        // by program: what every match holds, the rarest first
	same     map[string]int32  // programs by their code and phase
	names    map[string]int32  // of the classes
	sets     map[*string]int32 // classes by the first word of a leaf
	classes  []class           // without their words
	spelling [][]string        // the words of the classes
	one      []*anyOf          // by class: one of its words or numbers
	common   map[string]float64
}

// anyOf is a set of words of which every match holds one.
type anyOf struct {
	words  []string // sorted
	number bool     // or it holds a number
	share  float64  // how often one of them occurs
	name   string   // tells the set from others
}

// add compiles a pattern.
func (b *builder) add(n node, a accept) error {
	if b.common == nil {
		b.common, b.names, b.sets, b.same = readCommon(commonText), map[string]int32{}, map[*string]int32{}, map[string]int32{}
	}
	kinds := uint16(0)
	if s, ok := n.(seq); ok && len(s) > 0 {
		if _, ok := s[0].(start); ok {
			kinds, n = anchored, s[1:]
		}
	}
	if beginsWithGap(n) {
		return fmt.Errorf("a pattern may not begin with a gap")
	}
	if long := longest(n); long > maxMatch {
		return fmt.Errorf("a match could be %d words long, and may be %d: make gaps or groups smaller", long, maxMatch)
	}
	if depth(n) > maxDepth {
		return fmt.Errorf("brackets nested more than %d deep", maxDepth/2)
	}
	for _, n := range ways(n) {
		if err := b.program(n, a, kinds); err != nil {
			return err
		}
	}
	return nil
}

// program adds the program of one way to match a pattern.
func (b *builder) program(n node, a accept, kinds uint16) error {
	p := program{accepts: []accept{a}, code: b.compile(nil, n), kinds: kinds}
	if len(p.code) > math.MaxUint16 {
		return fmt.Errorf("the pattern has %d parts: make its groups smaller", len(p.code))
	}
	fail(p.code, 0, len(p.code))
	name := p.name()
	if i, ok := b.same[name]; ok {
		b.programs[i].accepts = append(b.programs[i].accepts, a)
		return nil
	}
	b.same[name] = int32(len(b.programs))
	b.programs, b.needs = append(b.programs, p), append(b.needs, b.need(n))
	return nil
}

// name tells a program of one use from those that do or serve anything else.
func (p *program) name() string {
	a := p.accepts[0]
	name := []byte{byte(a.phase()), byte(p.kinds >> 8)}
	if a.use == useUnless {
		name = binary.AppendVarint(name, int64(a.rule))
	}
	for _, o := range p.code {
		name = binary.AppendVarint(append(name, byte(o.code)), int64(o.fail))
		name = binary.AppendVarint(name, int64(o.arg))
	}
	return string(name)
}

// maxWays is the number of programs that a pattern is made into at most.
const maxWays = 48

// ways takes alternatives of several words apart, as long as they do not become
// too many: each way needs words of its own, and is seldom worth trying.
func ways(n node) []node {
	switch n := n.(type) {
	case alt:
		var out []node
		for _, m := range n {
			out = append(out, ways(m)...)
		}
		if len(out) <= maxWays {
			return out
		}
	case seq:
		out := []seq{make(seq, 0, len(n))}
		for _, m := range n {
			each := ways(m)
			if len(each) == 1 || len(out)*len(each) > maxWays {
				for i := range out {
					out[i] = append(out[i], m)
				}
				continue
			}
			var longer []seq
			for _, s := range out {
				for _, w := range each {
					longer = append(longer, append(slices.Clone(s), w))
				}
			}
			out = longer
		}
		nodes := make([]node, len(out))
		for i, s := range out {
			nodes[i] = s
		}
		return nodes
	}
	return []node{n}
}

func (b *builder) compile(code []op, n node) []op {
	switch n := n.(type) {
	case words, number:
		return append(code, op{code: opClass, arg: b.class(n)})
	case gap:
		return append(code, op{code: opGap, arg: int32(n)})
	case maybe:
		from := len(code)
		code = append(b.compile(append(code, op{code: opOption}), n.of), op{code: opJoin})
		fail(code, from+1, len(code)-1)
	case seq:
		for _, m := range n {
			code = b.compile(code, m)
		}
	case alt:
		code = append(code, op{code: opAlt})
		for i, m := range n {
			if i > 0 {
				code = append(code, op{code: opOr})
			}
			from := len(code)
			code = b.compile(code, m)
			fail(code, from, len(code))
		}
		return append(code, op{code: opEnd})
	}
	return code // an anchor inside a set is passed over
}

// fail lets the steps from:to, but for those in brackets of their own, go on at
// to where the set is empty.
func fail(code []op, from, to int) {
	for i := from; i < to; i++ {
		if code[i].fail == 0 {
			code[i].fail = uint16(to)
		}
	}
}

// class returns the number of the class that a leaf takes.
func (b *builder) class(leaf node) int32 {
	var c class
	var spelling []string
	var name string
	switch n := leaf.(type) {
	case words:
		if i, ok := b.sets[&n[0]]; ok { // the words of a set stand in many patterns
			return i
		}
		for _, w := range n {
			spelling = append(spelling, canonical(w))
		}
		slices.Sort(spelling)
		spelling = slices.Compact(spelling)
		name = strings.Join(spelling, " ")
	case number:
		c = class{number: true, low: n.low, high: n.high}
		name = fmt.Sprintf("{%g %g}", n.low, n.high)
	}
	i, ok := b.names[name]
	if !ok {
		i = int32(len(b.classes))
		b.names[name] = i
		b.classes, b.spelling = append(b.classes, c), append(b.spelling, spelling)
		b.one = append(b.one, b.anyOf(spelling, c.number))
	}
	if n, ok := leaf.(words); ok {
		b.sets[&n[0]] = i
	}
	return i
}

// need lists sets of words of which every match of n holds one each, the rarest
// first; none where n may match nothing.
func (b *builder) need(n node) []*anyOf {
	out := b.appendNeeds(nil, n)
	slices.SortStableFunc(out, func(x, y *anyOf) int { return cmp.Compare(x.share, y.share) })
	return slices.CompactFunc(out, func(x, y *anyOf) bool { return x.name == y.name })
}

// appendNeeds appends them in the order of the pattern.
func (b *builder) appendNeeds(out []*anyOf, n node) []*anyOf {
	switch n := n.(type) {
	case words, number:
		return append(out, b.one[b.class(n)])
	case seq:
		for _, m := range n {
			out = b.appendNeeds(out, m)
		}
	case alt:
		// One of the alternatives' rarest words, whichever it is.
		var list []string
		number := false
		for _, m := range n {
			need := b.need(m)
			if len(need) == 0 {
				return out
			}
			list, number = append(list, need[0].words...), number || need[0].number
		}
		out = append(out, b.anyOf(list, number))
	}
	return out
}

func (b *builder) anyOf(list []string, number bool) *anyOf {
	a := &anyOf{words: slices.Clone(list), number: number}
	slices.Sort(a.words)
	a.words = slices.Compact(a.words)
	for _, w := range a.words {
		a.share += max(b.common[w], rare)
	}
	a.name = strings.Join(a.words, " ")
	if number {
		a.share += b.common["0"]
		a.name += " {n}"
	}
	return a
}

// beginsWithGap reports whether a match of n could begin with any word at all.
func beginsWithGap(n node) bool {
	switch n := n.(type) {
	case gap:
		return true
	case maybe:
		return beginsWithGap(n.of)
	case alt:
		return slices.ContainsFunc(n, beginsWithGap)
	case seq:
		for _, m := range n {
			if beginsWithGap(m) {
				return true
			}
			if !nullable(m) {
				return false
			}
		}
	}
	return false
}

// longest is the number of units of the longest match.
func longest(n node) int {
	sum := 0
	switch n := n.(type) {
	case words, number:
		return 1
	case gap:
		return int(n)
	case maybe:
		return longest(n.of)
	case seq:
		for _, m := range n {
			sum += longest(m)
		}
	case alt:
		for _, m := range n {
			sum = max(sum, longest(m))
		}
	}
	return sum
}

// depth is the number of sets that the program of n keeps on its stack.
func depth(n node) int {
	most := 0
	switch n := n.(type) {
	case maybe:
		return depth(n.of) + 1
	case seq:
		for _, m := range n {
			most = max(most, depth(m))
		}
	case alt:
		for _, m := range n {
			most = max(most, depth(m)+2)
		}
	}
	return most
}

// alike are spellings that the matcher reads as another word.
var alike = map[string]string{"&": "and", "programme": "program"}

// canonical is the word as which the matcher reads a spelling.
func canonical(w string) string { return cmp.Or(alike[w], w) }

// spellings are a canonical word and those that are read as it.
func spellings(w string) []string {
	out := []string{w}
	for spelling, as := range alike {
		if as == w {
			out = append(out, spelling)
		}
	}
	return out
}
