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

// headings is headings.txt by the hash of its words.
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

func readHeadings(file string) map[uint64]heading {
	m := map[uint64]heading{}
	var k Kind
	for e := range entries(file) {
		if name, ok := strings.CutPrefix(e, "["); ok {
			k, _ = ParseKind(strings.TrimSuffix(name, "]"))
			continue
		}
		e, loose := strings.CutSuffix(e, " ?")
		m[phrase(Tokenize(nil, e))] = heading{k, loose}
	}
	return m
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
