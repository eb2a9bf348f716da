package skills

import (
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"math/bits"
	"slices"
	"strings"
)

// model is the learned part of the tagger: integer weights by feature, the
// transition scores and the costs of a span. Its file is described in README.md.
type model struct {
	unit  float32  // what one step of a weight is worth
	cells []weight // a hash table with open addressing; key 0 is an empty cell
	shift uint32   // 32 less the binary logarithm of len(cells)
	seen  []uint64 // a bit for the first seenBits of each key, which rules out most other features
	trans [(numStates + 1) * numStates]float32
	tr    *transitions
	exp   []float64         // exp(-k·unit); beyond its end nothing counts
	costs [numKinds]float32 // the probability that a span must be worth, 0…1
}

const (
	modelMagic = "rung span tagger 1\n"
	seenBits   = 21
)

// weight holds the weights of one feature, as they are written.
type weight struct {
	key uint32
	row [numScores]int8
}

// expTransitions turns transition scores, the first state's and then from each
// state to each, into factors.
func expTransitions(w *[(numStates + 1) * numStates]float32) *transitions {
	tr := new(transitions)
	for s := range numStates {
		if label(s, kindSkill) != inside && label(s, kindKnowledge) != inside {
			tr.start[s] = math.Exp(float64(w[s]))
		}
		for b := range numStates {
			if allowed(s, b) {
				tr.next[s][b] = math.Exp(float64(w[(s+1)*numStates+b]))
			}
		}
	}
	return tr
}

// write writes the model: keys ascending, as differences.
func (m *model) write(w io.Writer, ws []weight) error {
	slices.SortFunc(ws, func(a, b weight) int { return cmp.Compare(a.key, b.key) })
	b := []byte(modelMagic)
	b = binary.AppendUvarint(b, uint64(len(ws)))
	b = binary.LittleEndian.AppendUint32(b, math.Float32bits(m.unit))
	for _, c := range m.costs {
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(c))
	}
	for _, v := range m.trans {
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(v))
	}
	last := uint32(0)
	for _, x := range ws {
		b = binary.AppendUvarint(b, uint64(x.key-last))
		last = x.key
	}
	for _, x := range ws {
		for _, v := range x.row {
			b = append(b, byte(v))
		}
	}
	_, err := w.Write(b)
	return err
}

// readModel reads what write wrote.
func readModel(b []byte) (*model, error) {
	s, ok := strings.CutPrefix(string(b), modelMagic)
	if !ok {
		return nil, errors.New("not a span tagger of this version; train it again")
	}
	b = []byte(s)
	n, k := binary.Uvarint(b)
	m := new(model)
	if head := k + 4*(1+numKinds+len(m.trans)); k <= 0 || len(b) < head || n > uint64(len(b)) {
		return nil, errors.New("span tagger cut short")
	}
	b = b[k:]
	number := func() float32 {
		v := math.Float32frombits(binary.LittleEndian.Uint32(b))
		b = b[4:]
		return v
	}
	m.unit = number()
	for i := range m.costs {
		m.costs[i] = number()
	}
	for i := range m.trans {
		m.trans[i] = number()
	}
	keys := make([]uint32, n)
	key := uint64(0)
	for i := range keys {
		d, k := binary.Uvarint(b)
		if k <= 0 {
			return nil, errors.New("span tagger cut short")
		}
		b = b[k:]
		key += d
		keys[i] = uint32(key)
	}
	if len(b) != int(n)*numScores {
		return nil, fmt.Errorf("span tagger: %d bytes of weights for %d features", len(b), n)
	}
	ws := make([]weight, n)
	for i, key := range keys {
		ws[i].key = key
		for x := range numScores {
			ws[i].row[x] = int8(b[i*numScores+x])
		}
	}
	m.index(ws)
	return m, nil
}

// index makes the weights ready to be looked up.
func (m *model) index(ws []weight) {
	m.tr = expTransitions(&m.trans)
	m.exp = m.exp[:0]
	for k := 0; k < 1<<14 && float64(m.unit)*float64(k) < 30; k++ {
		m.exp = append(m.exp, math.Exp(-float64(m.unit)*float64(k)))
	}
	size := uint32(1024)
	for int(size)*3/4 < len(ws) { // small enough for the processor's cache
		size *= 2
	}
	m.shift, m.cells = uint32(32-bits.TrailingZeros32(size)), make([]weight, size)
	m.seen = make([]uint64, 1<<seenBits/64)
	for _, x := range ws {
		*m.cell(x.key) = x
		bit := x.key >> (32 - seenBits)
		m.seen[bit>>6] |= 1 << (bit & 63)
	}
}

// cell returns the cell where key stands or would stand. Key 0 is never written.
func (m *model) cell(key uint32) *weight {
	i := key * 0x9E3779B1 >> m.shift
	for {
		c := &m.cells[i&uint32(len(m.cells)-1)]
		if c.key == key || c.key == 0 {
			return c
		}
		i++
	}
}

// sums are integer scores: of the three labels of skill, then of knowledge.
type sums [numScores]int32

// add adds the weights of the features to sum.
func (m *model) add(sum *sums, features []uint32) {
	for _, f := range features {
		if bit := f >> (32 - seenBits); m.seen[bit>>6]&(1<<(bit&63)) == 0 {
			continue
		}
		if c := m.cell(f); c.key == f {
			for x, v := range c.row {
				sum[x] += int32(v)
			}
		}
	}
}

// memory keeps the sums of words that were met before, by distance: words repeat, and
// more than half of the features look at one word alone. It is a table without chains,
// in which a newer word drives out an older.
type memory struct {
	of    *model // the model that the sums are of
	words []remembered
}

type remembered struct {
	lower, exact   uint64
	listed, family uint8
	known          bool
	at             [2*reach + 1][numScores]int16
}

const memoryBits = 13

// recall returns the sums of w at each distance.
func (s *scratch) recall(m *model, w *word) *[2*reach + 1][numScores]int16 {
	if s.memory.of != m {
		s.memory = memory{m, make([]remembered, 1<<memoryBits)}
	}
	r := &s.memory.words[(w.exact+uint64(w.listed)+uint64(w.family)<<2)*0x9E3779B97F4A7C15>>(64-memoryBits)]
	if r.known && r.exact == w.exact && r.lower == w.lower && r.listed == w.listed && r.family == w.family {
		return &r.at
	}
	*r = remembered{lower: w.lower, exact: w.exact, listed: w.listed, family: w.family, known: true}
	for d := range r.at {
		var sum sums
		s.features = appendWordFeatures(s.features[:0], w, d-reach)
		m.add(&sum, s.features)
		for x, v := range sum {
			r.at[d][x] = int16(v)
		}
	}
	return &r.at
}

// emissions fills the lattice of s.words, of which there is at least one.
func (m *model) emissions(s *scratch) {
	n := len(s.words)
	var all sums
	s.features = appendSentenceFeatures(s.features[:0], s.words)
	m.add(&all, s.features)
	s.lattice.resize(n)
	s.sums = s.sums[:0]
	for range n {
		s.sums = append(s.sums, all)
	}
	for i := -reach; i < n+reach; i++ {
		for d, says := range s.recall(m, at(s.words, i)) { // word i stands d-reach after word j
			if j := i + reach - d; j >= 0 && j < n {
				for x, v := range says {
					s.sums[j][x] += int32(v)
				}
			}
		}
	}
	for i := range s.sums {
		s.features = appendPairFeatures(s.features[:0], s.words, i)
		m.add(&s.sums[i], s.features)
		var e [numScores]float64
		for x, d := range relative((*[numScores]int32)(&s.sums[i])) {
			if -d < int32(len(m.exp)) {
				e[x] = m.exp[-d]
			}
		}
		s.lattice.fill(i, &e)
	}
}
