package corpus

import (
	_ "embed"
	"math/bits"
	"slices"
	"strings"
	"sync"
	"unicode"
)

// SimHash is a 64-bit fingerprint of a text's runs of three words: texts that
// differ in one word of a hundred differ in about four bits (Charikar 2002; the
// angle between the counts, over pi, is the share of bits that differ). Single
// words would not do: those that every posting has would make strangers near.
// Letter case, punctuation and white space do not count. A text without words
// has 0.
func SimHash(text string) uint64 {
	// The 64 counts are kept by their bits: bit i of planes[k] is bit k of the number of
	// features that have bit i set, so that a full adder counts all 64 at once.
	var planes [32]uint64
	var four [4]uint64
	features := 0
	flush := func() {
		var a, b, carry uint64
		planes[0], a = addBits(planes[0], four[0], four[1])
		planes[0], b = addBits(planes[0], four[2], four[3])
		planes[1], carry = addBits(planes[1], a, b)
		for k := 2; carry != 0; k++ {
			planes[k], carry = planes[k]^carry, planes[k]&carry
		}
		four = [4]uint64{}
	}
	add := func(h uint64) {
		four[features&3] = mix(h)
		if features++; features&3 == 0 {
			flush()
		}
	}
	var last, before uint64 // the words before
	word := func(h uint64) {
		add(h ^ bits.RotateLeft64(last, 17) ^ bits.RotateLeft64(before, 39))
		last, before = h, last
	}
	const basis, prime = 14695981039346656037, 1099511628211 // FNV-1a
	h, in := uint64(basis), false
	for i := 0; i < len(text) || in; i++ {
		c := byte(' ')
		if i < len(text) {
			c = text[i]
		}
		switch {
		case c == 0xe2 && in: // general punctuation, bullets, arrows
			word(h)
			h, in = basis, false
			fallthrough
		case c == 0xe2:
			i += 2
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9', c >= 0x80:
			h, in = (h^uint64(c))*prime, true
		case c >= 'A' && c <= 'Z':
			h, in = (h^uint64(c|0x20))*prime, true
		case in:
			word(h)
			h, in = basis, false
		}
	}
	flush()
	var out uint64
	for i := range 64 {
		n := 0
		for k, p := range planes[:bits.Len(uint(features))] {
			n |= int(p>>i&1) << k
		}
		if 2*n > features {
			out |= 1 << (i ^ 7) // the order of bits that stored fingerprints have
		}
	}
	return out
}

// addBits adds three numbers of one bit each, 64 times.
func addBits(a, b, c uint64) (sum, carry uint64) {
	both := a ^ b
	return both ^ c, a&b | both&c
}

// mix makes every bit depend on all (splitmix64's finish).
func mix(h uint64) uint64 {
	h = (h ^ h>>30) * 0xbf58476d1ce4e5b9
	h = (h ^ h>>27) * 0x94d049bb133111eb
	return h ^ h>>31
}

// nearBits is how many of 64 bits may differ between texts that are nearly the
// same: about two words in a hundred.
const nearBits = 7

// Fingerprint is what Near compares.
type Fingerprint struct {
	ID   ID
	Hash uint64 // SimHash of the text
	Rank string // RankWords of the title
}

// Near finds, for every posting, the first one by ID whose text is nearly the same and
// whose title has the same words of rank: the same duties offered at two ranks are two
// postings. A posting that is the first of its kind is not in the answer. Near sorts
// prints, whose order does not matter.
func Near(prints []Fingerprint) map[ID]ID {
	slices.SortFunc(prints, func(a, b Fingerprint) int { return strings.Compare(string(a.ID), string(b.ID)) })
	// Where seven bits differ, at least one of eight bands of bits is the same.
	const bands, width = nearBits + 1, 64 / (nearBits + 1)
	var index [bands][1 << width][]int32
	near := map[ID]ID{}
	for i, p := range prints {
		first := int32(-1)
		for b := range bands {
			key := p.Hash >> (b * width) & (1<<width - 1)
			for _, j := range index[b][key] { // ascending
				if first >= 0 && j >= first {
					break
				}
				if o := &prints[j]; bits.OnesCount64(o.Hash^p.Hash) <= nearBits && o.Rank == p.Rank {
					first = j
				}
			}
		}
		if first >= 0 {
			near[p.ID] = prints[first].ID
			continue // its neighbours are the first's, or a chain would wander
		}
		for b := range bands {
			key := p.Hash >> (b * width) & (1<<width - 1)
			index[b][key] = append(index[b][key], int32(i))
		}
	}
	return near
}

//go:embed rankwords.txt
var rankWordsFile string

// rankWords maps a word of a title to the rank that it names.
var rankWords = sync.OnceValue(func() map[string]string {
	m := map[string]string{}
	for line := range strings.Lines(rankWordsFile) {
		line, _, _ = strings.Cut(line, "#")
		if words := strings.Fields(line); len(words) > 0 {
			for _, w := range words {
				m[w] = words[0]
			}
		}
	}
	return m
})

// RankWords returns the words of a title that name a rank, each once, sorted
// and in one spelling: "director senior" for "Sr. Director, Platform".
func RankWords(title string) string {
	title = strings.ToLower(title)
	for _, long := range []string{"vice president", "vice-president"} {
		title = strings.ReplaceAll(title, long, "vp")
	}
	var found []string
	for _, w := range strings.FieldsFunc(title, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if rank, ok := rankWords()[w]; ok && !slices.Contains(found, rank) {
			found = append(found, rank)
		}
	}
	slices.Sort(found)
	return strings.Join(found, " ")
}
