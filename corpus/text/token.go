package text

import (
	"strings"
	"unicode/utf8"
)

// maxLen is how much of a text is read: offsets of tokens are 32 bits wide.
const maxLen = 1<<31 - 1

// Tokenize appends the tokens of s to dst. It knows nothing of lines: white
// space of any kind separates.
func Tokenize(dst []Token, s string) []Token {
	s = s[:min(len(s), maxLen)]
	return tokenize(dst, s, 0, len(s))
}

// TokenText returns the words of token i.
func (d *Document) TokenText(i int) string { return d.Text[d.Tokens[i].Start:d.Tokens[i].End] }

// tokenize appends the tokens of s[i:end]. It looks at every byte a bounded number of
// times: what joins tokens backwards never reaches below floor, an index of dst.
func tokenize(dst []Token, s string, i, end int) []Token {
	floor := len(dst)
	for i < end {
		n, kind := kindAt(s, i)
		switch kind {
		case isSpace:
			i += n
			continue
		case isLetter, isDigit:
			c := Word
			if kind == isDigit {
				c = Number
			}
			j, h := atom(s, i, end)
			if j < end && s[j] == ' ' { // most words; no entry of keep.txt holds a space
				dst, i = append(dst, Token{int32(i), int32(j), h, c}), j+1
				continue
			}
			dst, i = word(dst, s, i, j, end, h, c)
			continue
		}
		switch s[i] {
		case '.':
			if j := match(keep.byStop, s, i, end); j > 0 {
				dst, i = append(dst, token(s, i, j, Word)), j
				continue
			}
			if d, j := site(dst, s, i, end, floor); j > 0 {
				dst, i, floor = d, j, len(d)
				continue
			}
		case '@':
			if d, j := mail(dst, s, i, end, floor); j > 0 {
				dst, i, floor = d, j, len(d)
				continue
			}
		}
		c := Punct
		if kind == isSymbol {
			c = Symbol
		}
		dst = append(dst, token(s, i, i+n, c))
		i += n
	}
	return dst
}

func token(s string, i, j int, c Class) Token {
	if j == i+1 && s[i] < utf8.RuneSelf {
		return Token{int32(i), int32(j), hashOf[s[i]], c}
	}
	return Token{int32(i), int32(j), Hash(s[i:j]), c}
}

var (
	hashHTTP  = Hash("http")
	hashHTTPS = Hash("https")
	hashWWW   = Hash("www")
	hashNT    = Hash("n't")
)

// word appends the word or number that begins with the letters and digits s[i:j], of
// hash h, and its clitic if it has one, and returns where the text goes on.
func word(dst []Token, s string, i, j, end int, h uint64, c Class) ([]Token, int) {
	if j < end && keep.begins(h, s[j]) {
		if k := match(keep.byAtom[h], s, i, end); k > 0 {
			return append(dst, token(s, i, k, c)), k
		}
	}
	for c == Number && end-j > 1 && (s[j] == '.' || s[j] == ',') && class[s[j+1]] == isDigit {
		j, _ = atom(s, j+1, end)
		h = 0
	}
	if c == Word && end-j > 2 {
		switch s[j] {
		case '.':
			if k := initials(s, i, j, end); k > 0 {
				return append(dst, token(s, i, k, Word)), k
			}
			if h == hashWWW && inWord(s, j+1, end) {
				k := urlEnd(s, j+1, end)
				return append(dst, token(s, i, k, Word)), k
			}
		case ':':
			if (h == hashHTTP || h == hashHTTPS) && s[j+1] == '/' && s[j+2] == '/' {
				k := urlEnd(s, j+3, end)
				return append(dst, token(s, i, k, Word)), k
			}
		}
	}
	for { // O'Reilly, o'clock: one word
		a := apostrophe(s, j, end)
		if a == 0 || !inWord(s, j+a, end) {
			return append(dst, whole(s, i, j, c, h)), j
		}
		k, _ := atom(s, j+a, end)
		switch {
		case isNot(s[j+a:k]) && j-i > 1 && lower[s[j-1]] == 'n':
			return append(dst, token(s, i, j-1, c), Token{int32(j - 1), int32(k), hashNT, Word}), k
		case isClitic(s[j+a : k]):
			return append(dst, whole(s, i, j, c, h), token(s, j, k, Word)), k
		}
		j, h = k, 0
	}
}

// whole is the token s[i:j] of hash h. A token that was joined of parts has h = 0 and
// is hashed here, once, however many its parts are.
func whole(s string, i, j int, c Class, h uint64) Token {
	if h == 0 {
		return token(s, i, j, c)
	}
	return Token{int32(i), int32(j), h, c}
}

// apostrophe returns the length of the apostrophe at s[i:end], or 0.
func apostrophe(s string, i, end int) int {
	switch {
	case i < end && s[i] == '\'':
		return 1
	case end-i > 2 && s[i] == 0xe2 && s[i+1] == 0x80 && s[i+2] == 0x99: // ’
		return 3
	}
	return 0
}

func isNot(s string) bool { return s == "t" || s == "T" }

// isClitic reports whether s follows an apostrophe as a word of its own.
func isClitic(s string) bool {
	switch len(s) {
	case 1:
		switch lower[s[0]] {
		case 's', 'd', 'm':
			return true
		}
	case 2:
		switch [2]byte{lower[s[0]], lower[s[1]]} {
		case [2]byte{'l', 'l'}, [2]byte{'r', 'e'}, [2]byte{'v', 'e'}:
			return true
		}
	}
	return false
}

// initials returns the end of single letters with full stops between them that
// begin at s[i] (U.S., e.g., i.e.), or 0. j is the end of the first word.
func initials(s string, i, j, end int) int {
	if j-i != 1 || class[s[i]] != isLetter {
		return 0
	}
	k := j // end of the last single letter
	for end-k > 1 && s[k] == '.' && class[s[k+1]] == isLetter && !inWord(s, k+2, end) {
		k += 2
	}
	if k == j {
		return 0
	}
	if k < end && s[k] == '.' {
		k++
	}
	return k
}

// site joins what follows the full stop at s[i] with the tokens before it to the name
// of a site or file, and returns where it ends; 0 where there is none.
func site(dst []Token, s string, i, end, floor int) ([]Token, int) {
	n := len(dst)
	if n == floor || int(dst[n-1].End) != i || dst[n-1].Class > Number || end-i < 3 || class[s[i+1]] != isLetter {
		return dst, 0
	}
	if isUpper(s[i+1]) && !isUpper(s[i-1]) {
		return dst, 0
	}
	j, h := atom(s, i+1, end)
	kind := keep.endings[h]
	if kind == ofNothing {
		return dst, 0
	}
	n = joined(dst, s, i, floor, "-.")
	if kind == ofSite {
		j = hostEnd(s, j, end)
		if j < end && (s[j] == '/' || s[j] == '?') {
			j = urlEnd(s, j, end)
		}
	}
	return append(dst[:n], token(s, int(dst[n].Start), j, Word)), j
}

// mail joins the address whose @ is at s[i], with the tokens before it, and returns
// where it ends; 0 where there is none.
func mail(dst []Token, s string, i, end, floor int) ([]Token, int) {
	if !inWord(s, i+1, end) {
		return dst, 0
	}
	n := joined(dst, s, i, floor, "-._+%")
	if n == len(dst) {
		return dst, 0
	}
	j := hostEnd(s, i+1, end)
	if j == i+1 {
		return dst, 0
	}
	return append(dst[:n], token(s, int(dst[n].Start), j, Word)), j
}

// joined returns the index of the first of those last tokens that stand without a gap
// before s[i] and are words, numbers or one of the given signs.
func joined(dst []Token, s string, i, floor int, signs string) int {
	n, at := len(dst), i
	first := n
	for n > floor && int(dst[n-1].End) == at {
		t := dst[n-1]
		switch {
		case t.Class <= Number:
			first = n - 1
		case t.End-t.Start != 1 || strings.IndexByte(signs, s[t.Start]) < 0:
			return first
		}
		n--
		at = int(t.Start)
	}
	return first
}

// hostEnd scans letters, digits, hyphens and full stops from i.
func hostEnd(s string, i, end int) int {
	j := i
	for j < end && (class[s[j]] == isLetter || class[s[j]] == isDigit || s[j] == '.' || s[j] == '-') {
		j++
	}
	for j > i && (s[j-1] == '.' || s[j-1] == '-') {
		j--
	}
	return j
}

// urlEnd scans an address from i to the white space, quotation mark or bracket
// that ends it, and leaves out the punctuation that is the sentence's.
func urlEnd(s string, i, end int) int {
	j := i
	for j < end {
		n, k := kindAt(s, j)
		if k == isSpace || class[s[j]] == isWide && k != isLetter && k != isDigit || strings.IndexByte("<>\"`{}|\\^", s[j]) >= 0 {
			break
		}
		j += n
	}
	for j > i && strings.IndexByte(".,;:!?'()[]*_~", s[j-1]) >= 0 {
		j--
	}
	return j
}

func isUpper(c byte) bool { return c >= 'A' && c <= 'Z' }
