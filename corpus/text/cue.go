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

// A cueTable holds the weights of cues by their hash: open addressing, at most
// half full, so that most look-ups of words that are no cue end at once.
type cueTable struct {
	keys []uint64
	vals []weights
	mask uint64
}

// add adds the weights of a cue to sum, times x.
func (t *cueTable) add(sum *weights, cue uint64, x float32) {
	for i := cue >> 32 & t.mask; ; i = (i + 1) & t.mask {
		switch t.keys[i] {
		case cue:
			for k, w := range &t.vals[i] {
				sum[k] += x * w
			}
			return
		case 0:
			return
		}
	}
}

func newCueTable(cues map[uint64]weights) *cueTable {
	size := 64
	for size < 4*len(cues) {
		size *= 2
	}
	t := &cueTable{make([]uint64, size), make([]weights, size), uint64(size - 1)}
	for h, w := range cues {
		i := h >> 32 & t.mask
		for t.keys[i] != 0 {
			i = (i + 1) & t.mask
		}
		t.keys[i], t.vals[i] = h, w
	}
	return t
}

// cueHash returns the hash of a cue as the files write it: words, "{n}" for a
// number, "^" for the beginning and "$" for the end of a heading, and marks in
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
