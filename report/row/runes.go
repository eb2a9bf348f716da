package row

import "math/bits"

// runeCounter turns byte offsets into code-point offsets, in any order, and
// reads each part of the text once: it keeps the count at 64 marks.
type runeCounter struct {
	text  string
	step  int       // bytes between two marks
	known int       // marks[:known] are counted
	marks [65]int32 // marks[i] = code points before byte i*step
}

func newRuneCounter(text string) runeCounter {
	return runeCounter{text: text, step: max(64, (len(text)+63)/64), known: 1}
}

func (c *runeCounter) at(offset int) int {
	offset = min(max(offset, 0), len(c.text))
	mark := offset / c.step
	for ; c.known <= mark; c.known++ {
		c.marks[c.known] = c.marks[c.known-1] + int32(countRunes(c.text[(c.known-1)*c.step:c.known*c.step]))
	}
	return int(c.marks[mark]) + countRunes(c.text[mark*c.step:offset])
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
