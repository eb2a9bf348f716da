package text

import (
	_ "embed"
	"strconv"
	"strings"
)

// numContent is the number of kinds that a line of content can have; a heading
// is labelled by the kind it introduces, so there are as many kinds of heading.
const numContent = int(Heading)

// weights are by kind, of content or of the content that a heading introduces.
type weights [numContent]float32

// A cueTable holds the weights of cues by their hash. Most words are no cue, so
// the first look is at one bit of a map that fits into the nearest cache.
type cueTable struct {
	bits [1 << 17 / 64]uint64 // by the highest 17 bits of the hash
	slot []uint16             // index into cues, 0 where empty: open addressing, at most half full
	mask uint64
	cues []cue // from 1
}

type cue struct {
	key uint64
	weights
}

// sum returns s and the weights of the cues, whose slice it uses as scratch. The
// sums are kept in registers: written out, this takes a fifth of the time of
// Parse, and more if not.
func (t *cueTable) sum(s weights, cues []uint64) weights {
	n := 0
	for _, key := range cues { // without a branch: which are cues cannot be foretold
		cues[n] = key
		n += int(t.bits[key>>53] >> (key >> 47 & 63) & 1)
	}
	a, b, c, d, e, f, g, h, k := s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7], s[8]
next:
	for _, key := range cues[:n] {
		i := key >> 20 & t.mask
		w := &t.cues[t.slot[i]]
		for w.key != key {
			if t.slot[i] == 0 {
				continue next
			}
			i = (i + 1) & t.mask
			w = &t.cues[t.slot[i]]
		}
		a += w.weights[0]
		b += w.weights[1]
		c += w.weights[2]
		d += w.weights[3]
		e += w.weights[4]
		f += w.weights[5]
		g += w.weights[6]
		h += w.weights[7]
		k += w.weights[8]
	}
	return weights{a, b, c, d, e, f, g, h, k}
}

func newCueTable(cues map[uint64]weights) *cueTable {
	size := 64
	for size < 2*len(cues) {
		size *= 2
	}
	t := &cueTable{slot: make([]uint16, size), mask: uint64(size - 1), cues: make([]cue, 1, len(cues)+1)}
	for h, w := range cues {
		t.bits[h>>53] |= 1 << (h >> 47 & 63)
		i := h >> 20 & t.mask
		for t.slot[i] != 0 {
			i = (i + 1) & t.mask
		}
		t.slot[i] = uint16(len(t.cues))
		t.cues = append(t.cues, cue{h, w})
	}
	return t
}

// cueHash returns the hash of a cue as the files write it: words, "{n}" for a
// number, "^" for the beginning and "<end>" for the end, and other marks in
// angle brackets.
func cueHash(name string) uint64 {
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

// readCues reads lines of a cue, a tab and its weights: "years of	requirements 1.21 duties -0.40".
func readCues(file string) map[uint64]weights {
	m := map[uint64]weights{}
	for e := range entries(file) {
		name, list, _ := strings.Cut(e, "\t")
		var w weights
		f := strings.Fields(list)
		for i := 0; i+1 < len(f); i += 2 {
			k, _ := ParseKind(f[i])
			x, _ := strconv.ParseFloat(f[i+1], 32)
			w[k] = float32(x)
		}
		m[cueHash(name)] = w
	}
	return m
}
