package signal

import (
	"fmt"
	"strconv"
	"strings"

	"rung/corpus/text"
)

// The syntax tree of a pattern. README.md in lexicon/ has the grammar.
type (
	node interface{ isNode() }

	// words are any of a set of single words; the usual leaf.
	words []string
	// number is {n}, {15..}, {..20} or {2..4}; ends included.
	number struct{ low, high float64 }
	// gap is ..3: up to that many words.
	gap   int
	seq   []node
	alt   []node
	maybe struct{ of node }
	start struct{} // ^
)

func (words) isNode()  {}
func (number) isNode() {}
func (gap) isNode()    {}
func (seq) isNode()    {}
func (alt) isNode()    {}
func (maybe) isNode()  {}
func (start) isNode()  {}

const maxGap = 8

// patternParser reads one pattern; sets are those defined so far.
type patternParser struct {
	in   string
	pos  int
	sets map[string]node
}

func parsePattern(s string, sets map[string]node) (node, error) {
	p := &patternParser{in: s, sets: sets}
	n, err := p.sequence(0)
	if err != nil {
		return nil, err
	}
	if p.pos < len(p.in) {
		return nil, fmt.Errorf("column %d: unexpected %q", p.pos+1, p.in[p.pos])
	}
	if shapeOf(n).nullable {
		return nil, fmt.Errorf("the pattern matches nothing at all: make at least one word required")
	}
	return n, nil
}

func (p *patternParser) space() {
	for p.pos < len(p.in) && (p.in[p.pos] == ' ' || p.in[p.pos] == '\t') {
		p.pos++
	}
}

// sequence reads items until the closing bracket (0: the end of the input).
func (p *patternParser) sequence(closing byte) (node, error) {
	var out seq
	for {
		p.space()
		if p.pos >= len(p.in) || p.in[p.pos] == closing && closing != 0 {
			if p.pos >= len(p.in) && closing != 0 {
				return nil, fmt.Errorf("unclosed bracket: %q is missing", closing)
			}
			if len(out) == 0 {
				return nil, fmt.Errorf("column %d: an empty sequence", p.pos+1)
			}
			if out = joinTitles(out); len(out) == 1 {
				return out[0], nil
			}
			return out, nil
		}
		if p.in[p.pos] == '^' {
			if len(out) > 0 || closing != 0 {
				return nil, fmt.Errorf("column %d: ^ may only stand first", p.pos+1)
			}
			p.pos++
			out = append(out, start{})
			continue
		}
		if strings.HasPrefix(p.in[p.pos:], "..") {
			n, err := p.gap()
			if err != nil {
				return nil, err
			}
			out = append(out, n)
			continue
		}
		n, err := p.alternatives()
		if err != nil {
			return nil, err
		}
		out = append(out, n)
	}
}

func (p *patternParser) gap() (node, error) {
	from := p.pos
	p.pos += 2
	digits := p.pos
	for p.pos < len(p.in) && '0' <= p.in[p.pos] && p.in[p.pos] <= '9' {
		p.pos++
	}
	n, err := strconv.Atoi(p.in[digits:p.pos])
	if err != nil || n < 1 || n > maxGap {
		return nil, fmt.Errorf("column %d: a gap is ..1 to ..%d", from+1, maxGap)
	}
	return gap(n), nil
}

func (p *patternParser) alternatives() (node, error) {
	var out alt
	for {
		n, err := p.atom()
		if err != nil {
			return nil, err
		}
		out = append(out, n)
		if p.pos >= len(p.in) || p.in[p.pos] != '|' {
			break
		}
		p.pos++
	}
	return simplify(out), nil
}

// simplify merges single words into one leaf, so that a long set costs one step
// of a program.
func simplify(a alt) node {
	var w words
	var rest alt
	for _, n := range a {
		switch n := n.(type) {
		case words:
			w = append(w, n...)
		case alt:
			for _, m := range n {
				if ws, ok := m.(words); ok {
					w = append(w, ws...)
				} else {
					rest = append(rest, m)
				}
			}
		default:
			rest = append(rest, n)
		}
	}
	if len(w) > 0 {
		rest = append(rest, w)
	}
	if len(rest) == 1 {
		return rest[0]
	}
	return rest
}

func (p *patternParser) atom() (node, error) {
	if p.pos >= len(p.in) {
		return nil, fmt.Errorf("the pattern ends where a word is expected")
	}
	switch c := p.in[p.pos]; c {
	case '(':
		p.pos++
		n, err := p.sequence(')')
		p.pos++
		return n, err
	case '[':
		p.pos++
		n, err := p.sequence(']')
		p.pos++
		return maybe{n}, err
	case '{':
		end := strings.IndexByte(p.in[p.pos:], '}')
		if end < 0 {
			return nil, fmt.Errorf("column %d: unclosed {", p.pos+1)
		}
		n, err := parseRange(p.in[p.pos+1 : p.pos+end])
		p.pos += end + 1
		return n, err
	case ' ', '\t', '|', ')', ']', '}':
		return nil, fmt.Errorf("column %d: a word is expected before %q", p.pos+1, c)
	}
	from := p.pos
	for p.pos < len(p.in) && !strings.ContainsRune(" \t|()[]{}", rune(p.in[p.pos])) {
		p.pos++
	}
	w := p.in[from:p.pos]
	if w[0] == '@' && len(w) > 1 {
		n, ok := p.sets[w[1:]]
		if !ok {
			return nil, fmt.Errorf("column %d: there is no set %q: define it above, or in a file read earlier", from+1, w[1:])
		}
		return n, nil
	}
	// A word that was read is kept beside the sets, under a name that no set has: most
	// words come again.
	name := "\x00" + w
	n, known := p.sets[name]
	if !known {
		var err error
		if n, err = wordNode(w); err != nil {
			return nil, err
		}
		p.sets[name] = n
	}
	return n, nil
}

// wordNode turns one written word into the tokens that stand for it in a text.
func wordNode(w string) (node, error) {
	inflected := strings.HasPrefix(w, "~")
	w = strings.TrimPrefix(w, "~")
	if w == "$$" {
		w = "$"
	}
	var parts []string
	for _, t := range text.Tokenize(nil, w) {
		if t.Class != text.Punct {
			parts = append(parts, strings.ToLower(w[t.Start:t.End]))
		}
	}
	if len(parts) == 0 {
		return nil, fmt.Errorf("%q holds no word", w)
	}
	var out seq
	for i, part := range parts {
		if inflected && i == len(parts)-1 {
			out = append(out, words(inflect(part)))
		} else {
			out = append(out, words{part})
		}
	}
	if len(out) == 1 {
		return out[0], nil
	}
	return out, nil
}

// joinTitles writes "vice president" as "vp", which is how the matcher reads it in a
// text.
func joinTitles(s seq) seq {
	for i := 0; i+1 < len(s); i++ {
		v, ok := s[i].(words)
		p, ok2 := s[i+1].(words)
		if !ok || !ok2 || len(v) != 1 || v[0] != "vice" {
			continue
		}
		var joined words
		for _, w := range p {
			switch w {
			case "president":
				joined = append(joined, "vp")
			case "presidents":
				joined = append(joined, "vps")
			}
		}
		if len(joined) > 0 {
			s = append(append(s[:i:i], joined), s[i+2:]...)
		}
	}
	return s
}

func parseRange(s string) (node, error) {
	s = strings.TrimSpace(s)
	if s == "n" {
		return number{0, maxNumber}, nil
	}
	lo, hi, ok := strings.Cut(s, "..")
	if !ok {
		hi = lo
	}
	n := number{0, maxNumber}
	for _, part := range []struct {
		s  string
		to *float64
	}{{lo, &n.low}, {hi, &n.high}} {
		if part.s == "" {
			continue
		}
		v, ok := parseNumber(part.s)
		if !ok {
			return nil, fmt.Errorf("{%s}: want {n}, {15..}, {..20} or {2..4}", s)
		}
		*part.to = v
	}
	if n.low > n.high {
		return nil, fmt.Errorf("{%s}: the range is empty", s)
	}
	return n, nil
}

// shape is what is known of the matches of a node before any is looked for.
type shape struct {
	nullable bool // one of them is the empty sequence
	gapFirst bool // one could begin with any word at all
	longest  int  // units of the longest
	depth    int  // sets that its program keeps on its stack
}

func shapeOf(n node) (s shape) {
	switch n := n.(type) {
	case words, number:
		s.longest = 1
	case gap:
		s = shape{nullable: true, gapFirst: true, longest: int(n)}
	case start:
		s.nullable = true
	case maybe:
		s = shapeOf(n.of)
		s.nullable = true
		s.depth++
	case seq:
		s.nullable = true // so far
		for _, m := range n {
			of := shapeOf(m)
			s.gapFirst = s.gapFirst || s.nullable && of.gapFirst
			s.nullable = s.nullable && of.nullable
			s.longest += of.longest
			s.depth = max(s.depth, of.depth)
		}
	case alt:
		for _, m := range n {
			of := shapeOf(m)
			s.gapFirst = s.gapFirst || of.gapFirst
			s.nullable = s.nullable || of.nullable
			s.longest = max(s.longest, of.longest)
			s.depth = max(s.depth, of.depth+2)
		}
	}
	return s
}
