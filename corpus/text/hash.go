package text

import (
	"math/bits"
	"unicode"
	"unicode/utf8"
)

// A word is hashed eight bytes at a time: each eight are multiplied into the hash so
// far, and the halves of the product are folded together, as in wyhash (Wang Yi
// 2019).
const (
	hashSeed  = 14695981039346656037
	hashPrime = 1099511628211
	hashFold  = 0xa0761d6478bd642f
)

func fold(h, eight uint64) uint64 {
	hi, lo := bits.Mul64(h^eight, hashFold)
	return hi ^ lo
}

// Hash returns what Token.Hash holds for a token that reads like word: a hash of
// the UTF-8 bytes of its lower-cased form, with ’ read as '.
func Hash(word string) uint64 {
	h, eight, n := uint64(hashSeed), uint64(0), 0
	add := func(c byte) {
		eight |= uint64(c) << (8 * n)
		if n++; n == 8 {
			h, eight, n = fold(h, eight), 0, 0
		}
	}
	for i := 0; i < len(word); {
		c := word[i]
		if c < utf8.RuneSelf {
			add(lower[c])
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(word[i:])
		i += size
		switch r {
		case utf8.RuneError: // not UTF-8: the byte stands for itself
			add(c)
		case '’':
			add('\'')
		default:
			var buf [utf8.UTFMax]byte
			for _, b := range buf[:utf8.EncodeRune(buf[:], unicode.ToLower(r))] {
				add(b)
			}
		}
	}
	if n > 0 {
		h = fold(h, eight)
	}
	return h
}

// A Sieve holds hashes of words by their highest 15 bits, so that it stays in the
// nearest cache. What does not pass was never added; what passes may be another.
type Sieve [1 << 15 / 64]uint64

// Add lets the hash pass.
func (s *Sieve) Add(h uint64) { s[h>>55] |= 1 << (h >> 49 & 63) }

// Passes reports whether the hash, or one that is like it, was added.
func (s *Sieve) Passes(h uint64) bool { return s[h>>55]>>(h>>49&63)&1 == 1 }

// hashOf holds the hashes of single bytes of ASCII.
var hashOf = func() (t [utf8.RuneSelf]uint64) {
	for c := range t {
		t[c] = Hash(string(rune(c)))
	}
	return t
}()

// The same byte eight times over.
const (
	each  = 0x0101010101010101
	tops  = 0x80 * each
	lows  = 0x7f * each
	cases = 0x20 * each
)

// atom scans letters, digits and low lines from s[i] on and returns where they end,
// and their Hash.
func atom(s string, i, end int) (int, uint64) {
	h := uint64(hashSeed)
	for j := i; ; j += 8 {
		x := load(s, j)
		low, small := x&lows, (x|cases)&lows
		// A byte plus 128 less the first of a range has its top bit set if it is that
		// or more; plus 127 less the last of the range, if it is beyond the last.
		letters := (small + (0x80-'a')*each) &^ (small + (0x7f-'z')*each)
		digits := (low + (0x80-'0')*each) &^ (low + (0x7f-'9')*each)
		other := low ^ '_'*each + lows // its top bit is set but for a low line
		word := (letters | digits | ^other) &^ x & tops
		n := min(bits.TrailingZeros64(^word&tops)/8, end-j)
		if n == 8 {
			h = fold(h, x|letters&tops>>2)
			continue
		}
		j += n
		if j < end && s[j] >= utf8.RuneSelf {
			j = wideAtom(s, j, end)
			return j, Hash(s[i:j])
		}
		if n > 0 {
			h = fold(h, (x|letters&tops>>2)&(1<<(8*n)-1))
		}
		return j, h
	}
}

// wideAtom goes on with the scan where it met a byte beyond ASCII.
func wideAtom(s string, i, end int) int {
	for i < end {
		n, k := kindAt(s, i)
		if k != isLetter && k != isDigit && s[i] != '_' {
			break
		}
		i += n
	}
	return i
}

// load returns the eight bytes from s[i], with zeros behind the end.
func load(s string, i int) uint64 {
	if i+8 <= len(s) {
		b := s[i : i+8]
		return uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
			uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
	}
	x := uint64(0)
	for k := len(s) - 1; k >= i; k-- {
		x = x<<8 | uint64(s[k])
	}
	return x
}

// What a byte is: a kind of ASCII, or the beginning of a longer rune.
const (
	isSpace = iota
	isLetter
	isDigit
	isSymbol
	isPunct
	isWide
)

var (
	class = classes()
	lower = lowers()
)

func classes() (t [256]uint8) {
	for c := range t {
		switch {
		case c >= utf8.RuneSelf:
			t[c] = isWide
		case c >= '0' && c <= '9':
			t[c] = isDigit
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z':
			t[c] = isLetter
		case c <= ' ', c == 0x7f:
			t[c] = isSpace // control characters separate words and are nothing themselves
		default:
			t[c] = isPunct
		}
	}
	for _, c := range "$%+&@#*=<>~^|`\\" {
		t[c] = isSymbol
	}
	return t
}

func lowers() (t [256]byte) {
	for c := range t {
		t[c] = byte(c)
	}
	for c := 'A'; c <= 'Z'; c++ {
		t[c] = byte(c) + 'a' - 'A'
	}
	return t
}

// kindAt returns the kind of the rune at s[i] and its length in bytes.
func kindAt(s string, i int) (n int, kind uint8) {
	n, kind = 1, class[s[i]]
	if kind == isWide {
		n, kind = wide(s, i)
	}
	return
}

// wide is kindAt for a byte beyond ASCII. It stands alone so that kindAt, which is
// asked for every word, is compiled into its callers.
//
//go:noinline
func wide(s string, i int) (n int, kind uint8) {
	r, n := utf8.DecodeRuneInString(s[i:])
	if int(r) < len(usual) {
		return n, usual[r]
	}
	return n, classOf(r)
}

// usual holds the classes of European letters, punctuation and bullets.
var usual = func() (t [0x2700]uint8) {
	for r := range t {
		t[r] = classOf(rune(r))
	}
	return t
}()

func classOf(r rune) uint8 {
	switch {
	case r == utf8.RuneError:
		return isSymbol
	case unicode.IsLetter(r), unicode.IsMark(r) && !unicode.Is(unicode.Variation_Selector, r):
		return isLetter
	case unicode.IsNumber(r):
		return isDigit
	case unicode.IsSpace(r), unicode.IsControl(r), unicode.In(r, unicode.Cf, unicode.Variation_Selector, unicode.Zs, unicode.Zl, unicode.Zp):
		return isSpace
	case unicode.IsPunct(r):
		return isPunct
	}
	return isSymbol
}
