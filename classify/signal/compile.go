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

//go:embed common.txt
var commonText string

// readCommon reads words and how often they occur.
func readCommon(file string) map[string]float64 {
	m := map[string]float64{}
	for f := range text.Lists(file) {
		for i := 0; i+1 < len(f); i += 2 {
			m[f[i]], _ = strconv.ParseFloat(f[i+1], 64)
		}
	}
	return m
}

// rare is how often a word is taken to occur that is not in common.txt.
const rare = 8

// builder collects programs while patterns are read.
type builder struct {
	programs []program
	needs    [][]*anyOf        // by program: what every match holds, the rarest first
	same     map[string]int32  // programs by name
	names    map[string]int32  // classes by name
	sets     map[*string]int32 // classes by the first word of a leaf
	classes  []class           // without their words
	spelling [][]string        // by class: its words
	one      []*anyOf          // by class: any of its words or numbers
	common   map[string]float64
}

// anyOf is a set of words, one of which every match holds.
type anyOf struct {
	words  []string // sorted
	number bool     // a number will do as well
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
	switch s := shapeOf(n); {
	case s.gapFirst:
		return fmt.Errorf("a pattern may not begin with a gap")
	case s.longest > maxMatch:
		return fmt.Errorf("a match could be %d words long, and may be %d: make gaps or groups smaller", s.longest, maxMatch)
	case s.depth > maxDepth:
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

// name is the same for two programs that do the same in the same phase.
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

// ways takes alternatives of several words apart, unless there would be too many:
// each way needs words of its own, and so is seldom worth trying.
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
	return code // an anchor inside a set counts for nothing
}

// fail makes the steps of code[from:to], except those in brackets of their own, go
// on at to where the set is empty.
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

// need lists sets of words such that every match of n holds a word of each, the
// rarest set first; there is none where n may match nothing.
func (b *builder) need(n node) []*anyOf {
	out := b.appendNeeds(nil, n)
	slices.SortStableFunc(out, func(x, y *anyOf) int { return cmp.Compare(x.share, y.share) })
	return slices.CompactFunc(out, func(x, y *anyOf) bool { return x.name == y.name })
}

// appendNeeds appends the same in the order of the pattern.
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

// alike maps spellings to the word that the matcher reads them as.
var alike = map[string]string{"&": "and", "programme": "program"}

// canonical is the word that the matcher reads a spelling as.
func canonical(w string) string { return cmp.Or(alike[w], w) }

// spellings are a canonical word and the spellings that are read as it.
func spellings(w string) []string {
	out := []string{w}
	for spelling, as := range alike {
		if as == w {
			out = append(out, spelling)
		}
	}
	return out
}
