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

// headingList holds headings by the hash of their words. Few phrases are one, so the
// first look is at the sieves.
type headingList struct {
	sieve  Sieve // of the hashes
	first  Sieve // of the first words
	byHash map[uint64]heading
}

func (l *headingList) find(h uint64) (x heading, ok bool) {
	if !l.sieve.Passes(h) {
		return x, false
	}
	x, ok = l.byHash[h]
	return x, ok
}

// headings is headings.txt.
var headings = readHeadings(headingText)

// Words that do not tell headings apart: "and" anywhere, the others as the first
// word.
var (
	hashAnd = Hash("and")
	skipped = [...]uint64{Hash("the"), Hash("a"), Hash("an"), Hash("our"), Hash("your"), Hash("some")}
)

func isSkipped(h uint64) bool {
	for _, x := range skipped { // compiled into its callers, which slices.Contains is not
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
		l.sieve.Add(h)
		for _, w := range words {
			if w.Class <= Number && w.Hash != hashAnd && !isSkipped(w.Hash) {
				l.first.Add(w.Hash)
				break
			}
		}
	}
	return l
}

// phrase returns a hash of the words of a heading, without those.
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
