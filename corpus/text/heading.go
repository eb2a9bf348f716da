package text

import (
	_ "embed"
	"strings"
)

//go:embed headings.txt
var headingText string

// heading is what a known heading introduces.
type heading struct {
	kind  Kind
	loose bool // it promises little of the lines that follow
}

// headingList is headings by the hash of their words. Few phrases are one, so
// the first look is at a bit.
type headingList struct {
	bits   [1 << 15 / 64]uint64 // by the highest 15 bits of the hash
	first  [1 << 15 / 64]uint64 // the same of the first words
	byHash map[uint64]heading
}

// begin reports whether a heading may begin with the word.
func (l *headingList) begin(h uint64) bool { return l.first[h>>55]>>(h>>49&63)&1 == 1 }

func (l *headingList) find(h uint64) (x heading, ok bool) {
	if l.bits[h>>55]>>(h>>49&63)&1 == 0 {
		return x, false
	}
	x, ok = l.byHash[h]
	return x, ok
}

// headings is headings.txt.
var headings = readHeadings(headingText)

// skipped words do not tell headings apart: "and" nowhere, the others not as
// the first word.
var (
	hashAnd = Hash("and")
	skipped = [...]uint64{Hash("the"), Hash("a"), Hash("an"), Hash("our"), Hash("your"), Hash("some")}
)

func isSkipped(h uint64) bool {
	for _, x := range skipped {
		if x == h {
			return true
		}
	}
	return false
}

func readHeadings(file string) *headingList {
	l := &headingList{byHash: map[uint64]heading{}}
	var k Kind
	for e := range entries(file) {
		if name, ok := strings.CutPrefix(e, "["); ok {
			k, _ = ParseKind(strings.TrimSuffix(name, "]"))
			continue
		}
		e, loose := strings.CutSuffix(e, " ?")
		words := Tokenize(nil, e)
		h := phrase(words)
		l.byHash[h] = heading{k, loose}
		l.bits[h>>55] |= 1 << (h >> 49 & 63)
		for _, w := range words {
			if w.Class <= Number && w.Hash != hashAnd && !isSkipped(w.Hash) {
				l.first[w.Hash>>55] |= 1 << (w.Hash >> 49 & 63)
				break
			}
		}
	}
	return l
}

// phrase returns a hash of the words of a heading.
func phrase(toks []Token) uint64 {
	h, n := uint64(hashSeed), 0
	for i, t := range toks {
		if t.Class > Number || t.Hash == hashAnd || n == 0 && i+1 < len(toks) && isSkipped(t.Hash) {
			continue
		}
		h = pair(h, t.Hash)
		n++
	}
	return h
}

// pair returns a hash of two hashes in their order.
func pair(a, b uint64) uint64 { return (a*hashPrime ^ b) * hashPrime }
