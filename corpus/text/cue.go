package text

import (
	"math"
	"strconv"
	"strings"
)

// numContent is the number of kinds that a line of content can have; a heading
// is labelled by the kind it introduces, so there are as many kinds of heading.
const numContent = int(Heading)

// scores are one for each kind of content, or of what a heading introduces. They are
// whole numbers, so that a sum does not depend on the order.
type scores [numContent]int

// fine is into how many parts scores divide a hundredth, which is what the files
// give: a part of a sum is rounded to one of them.
const fine = 64

// packed holds the scores of nine kinds in hundredths, three to a word in lanes of
// 21 bits, so that three additions add them all. (A struct stays in registers, an
// array does not.)
type packed struct{ a, b, c uint64 }

const (
	laneBits = 21
	maxSum   = 1 << 11                    // how many scores can be added up in a lane
	maxScore = 1<<(laneBits-1)/maxSum - 1 // hundredths; what is learned is below 500
)

func pack(s scores) packed {
	var p [numContent / 3]uint64
	for k, x := range s {
		p[k/3] += uint64(max(-maxScore, min(x, maxScore))) << (laneBits * (k % 3))
	}
	return packed{p[0], p[1], p[2]}
}

func (p packed) plus(q *packed) packed { return packed{p.a + q.a, p.b + q.b, p.c + q.c} }

// addTo adds a sum to scores.
func (p packed) addTo(s *scores) {
	for i, x := range [...]uint64{p.a, p.b, p.c} {
		for k := range 3 { // the lower lanes carry into the higher
			lane := int64(x<<(64-laneBits)) >> (64 - laneBits)
			s[3*i+k] += int(lane) * fine
			x = uint64(int64(x-uint64(lane)) >> laneBits)
		}
	}
}

// A cueTable holds the scores of cues. Most words are no cue, so the first look is at
// one bit of a map that fits into the nearest cache.
type cueTable struct {
	bits  [1 << 17 / 64]uint64 // by the highest 17 bits of the hash
	cues  []cue                // open addressing, at most half full; key 0 is empty
	mask  uint64
	marks []packed // by markIDs
}

type cue struct {
	key uint64
	packed
}

// addMarks adds the scores of the marks, a few, to s.
func (t *cueTable) addMarks(s *scores, marks []uint64) {
	var sum packed
	for _, id := range marks {
		sum = sum.plus(&t.marks[id])
	}
	sum.addTo(s)
}

// addWords adds the scores of the words, whose slice it uses as scratch, to s.
func (t *cueTable) addWords(s *scores, cues []uint64) {
	for len(cues) > maxSum {
		t.addWords(s, cues[:maxSum])
		cues = cues[maxSum:]
	}
	n := 0
	for _, key := range cues { // without a branch: nobody can predict which are cues
		cues[n] = key
		n += int(t.bits[key>>53] >> (key >> 47 & 63) & 1)
	}
	var sum packed
next:
	for _, key := range cues[:n] {
		i := key >> 20 & t.mask
		c := &t.cues[i]
		for c.key != key {
			if c.key == 0 {
				continue next
			}
			i = (i + 1) & t.mask
			c = &t.cues[i]
		}
		sum = sum.plus(&c.packed)
	}
	sum.addTo(s)
}

func newCueTable(cues map[uint64]scores) *cueTable {
	size := 64
	for size < 2*len(cues) {
		size *= 2
	}
	t := &cueTable{cues: make([]cue, size), mask: uint64(size - 1), marks: make([]packed, len(markIDs))}
	for h, s := range cues {
		if h < uint64(len(markIDs)) {
			t.marks[h] = pack(s)
			continue
		}
		t.bits[h>>53] |= 1 << (h >> 47 & 63)
		i := h >> 20 & t.mask
		for t.cues[i].key != 0 {
			i = (i + 1) & t.mask
		}
		t.cues[i] = cue{h, pack(s)}
	}
	return t
}

// cueHash returns the key of a cue as the files write it: the hash of its words,
// where "{n}" is a number, "^" the beginning and "<end>" the end; or the number of a
// mark.
func cueHash(name string) uint64 {
	if id, ok := markIDs[name]; ok {
		return id
	}
	var h uint64
	for i, w := range strings.Fields(name) {
		if i == 0 {
			h = Hash(w)
		} else {
			h = pair(h, Hash(w))
		}
	}
	return h
}

// readCues reads lines of a cue, a tab and its scores: "years of	requirements 1.21 duties -0.40".
func readCues(file string) map[uint64]scores {
	m := map[uint64]scores{}
	for e := range entries(file) {
		name, list, _ := strings.Cut(e, "\t")
		var s scores
		f := strings.Fields(list)
		for i := 0; i+1 < len(f); i += 2 {
			k, _ := ParseKind(f[i])
			s[k] = hundredths(f[i+1])
		}
		m[cueHash(name)] = s
	}
	return m
}

func hundredths(s string) int {
	x, _ := strconv.ParseFloat(s, 64)
	return int(math.Round(100 * x))
}
