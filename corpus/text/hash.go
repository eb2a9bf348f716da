package text

import (
	"unicode"
	"unicode/utf8"
)

// FNV-1a, 64 bits (Fowler, Noll, Vo 1991): one multiplication a byte, and it can
// be carried along while a word is being scanned.
const (
	hashSeed  = 14695981039346656037
	hashPrime = 1099511628211
)

// Hash returns what Token.Hash holds for a token that reads like word: FNV-1a
// over the UTF-8 bytes of its lower-cased form, with ’ read as '.
func Hash(word string) uint64 { return hashOn(hashSeed, word) }

// hashOn carries a hash on over more text.
func hashOn(h uint64, word string) uint64 {
	for i := 0; i < len(word); {
		if c := word[i]; c < utf8.RuneSelf {
			h = (h ^ uint64(lower[c])) * hashPrime
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(word[i:])
		h = hashRune(h, r, word[i])
		i += n
	}
	return h
}

// hashRune adds a rune beyond ASCII to h. first is its first byte, which stands
// for a byte that is no UTF-8.
func hashRune(h uint64, r rune, first byte) uint64 {
	switch {
	case r == utf8.RuneError:
		return (h ^ uint64(first)) * hashPrime
	case r == '’':
		return (h ^ '\'') * hashPrime
	}
	var buf [utf8.UTFMax]byte
	for _, b := range buf[:utf8.EncodeRune(buf[:], unicode.ToLower(r))] {
		h = (h ^ uint64(b)) * hashPrime
	}
	return h
}

// What a byte of ASCII is, or that it begins a longer rune.
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

// wide classes the rune that begins at s[i], a byte beyond ASCII, and returns
// its length.
func wide(s string, i int) (r rune, n int, kind uint8) {
	r, n = utf8.DecodeRuneInString(s[i:])
	switch {
	case r == utf8.RuneError:
		return r, n, isSymbol
	case unicode.IsLetter(r), unicode.IsMark(r) && !unicode.Is(unicode.Variation_Selector, r):
		return r, n, isLetter
	case unicode.IsNumber(r):
		return r, n, isDigit
	case unicode.IsSpace(r), unicode.IsControl(r), unicode.In(r, unicode.Cf, unicode.Variation_Selector, unicode.Zs, unicode.Zl, unicode.Zp):
		return r, n, isSpace
	case unicode.IsPunct(r):
		return r, n, isPunct
	}
	return r, n, isSymbol
}
