package row

import (
	"math/bits"

	"rung/corpus/text"
)

// runeCounter turns byte offsets into code-point offsets, in any order. It keeps the
// count at 64 marks of the part of the text that is read, and at the last offset: of
// offsets that grow it reads each part of the text once, however many they are.
type runeCounter struct {
	text  string
	step  int       // bytes between two marks
	known int       // marks[:known] are counted
	marks [65]int32 // marks[i] = code points before byte i*step
	last  int       // the last offset
	runes int       // code points before it
	steps int       // bytes that were read
}

func newRuneCounter(t string) runeCounter {
	return runeCounter{text: t, step: max(64, (min(len(t), text.Most)+63)/64), known: 1}
}

func (c *runeCounter) at(offset int) int {
	offset = min(max(offset, 0), len(c.text))
	mark := min(offset/c.step, len(c.marks)-1)
	for ; c.known <= mark; c.known++ {
		c.marks[c.known] = c.marks[c.known-1] + int32(c.count((c.known-1)*c.step, c.known*c.step))
	}
	from, before := mark*c.step, int(c.marks[mark])
	if c.last > from && c.last <= offset {
		from, before = c.last, c.runes
	}
	c.last, c.runes = offset, before+c.count(from, offset)
	return c.runes
}

func (c *runeCounter) count(from, to int) int {
	c.steps += to - from
	return countRunes(c.text[from:to])
}

// countRunes counts the bytes that begin a code point, eight at a time. Unlike
// utf8.RuneCountInString it may be asked for a part that ends inside one.
func countRunes(s string) int {
	n := len(s)
	for len(s) >= 8 {
		x := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
			uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56 // one load
		n -= bits.OnesCount64(x >> 7 &^ (x >> 6) & 0x0101010101010101) // continuation bytes are 10xxxxxx
		s = s[8:]
	}
	for i := range len(s) {
		if s[i]&0xc0 == 0x80 {
			n--
		}
	}
	return n
}
