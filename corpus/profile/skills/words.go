package skills

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// word is one word as the tagger sees it: a run of text between blanks, without
// the brackets and quotation marks at its ends. Commas are no words: the tagger
// learned on text that has none.
type word struct {
	start, end int32  // bytes of the text
	glue       bool   // a comma, semicolon or bracket stands between the word before and this one
	lower      uint64 // hash of the lower-cased core, digits folded
	exact      uint64 // hash of the core as written
	shape      uint32 // capitals, digits and signs, run lengths folded
	pre        [4]uint32
	suf        [4]uint32 // hashes of the first and last 1…4 bytes of the lower-cased core; 0 where the core is shorter
	cluster    [3]uint16 // coarse, middle, fine; 0 unknown
	flags      uint8
	listed     uint8 // 0, or where in a name of the gazetteer the word stands: see mark
	family     uint8 // 1 + index of that name's family
}

const (
	flagColon  uint8 = 1 << iota // ends with a colon
	flagUpper                    // first letter is a capital
	flagCaps                     // two capitals or more
	flagDigit                    // has a digit
	flagSign                     // has no letter and no digit
	flagDot                      // a full stop, alone
	flagDegree                   // listed in degree.txt
	flagPeople                   // listed in people.txt

	flagsSeen = flagDegree - 1 // those that the features look at
)

const (
	fnvBasis = 14695981039346656037
	fnvPrime = 1099511628211
)

// openers and closers are taken off the ends of a word. They are words of their own
// where the training text has them as such.
const (
	openers = "([{\"“‘«'<"
	closers = ")]}\"”’»',;.>"
)

// appendWords appends the words of t[from:to] to dst.
func appendWords(dst []word, t string, from, to int) []word {
	glue := false
	for i := from; i < to; {
		r, n := utf8.DecodeRuneInString(t[i:to])
		if unicode.IsSpace(r) {
			i += n
			continue
		}
		j := i + n
		for j < to {
			r, n := utf8.DecodeRuneInString(t[j:to])
			if unicode.IsSpace(r) {
				break
			}
			j += n
		}
		next := j
		for i < j { // opening brackets
			r, n := utf8.DecodeRuneInString(t[i:j])
			if !strings.ContainsRune(openers, r) {
				break
			}
			if r == '(' || r == '[' {
				dst = append(dst, makeWord(t, i, i+n, glue))
				glue = true
			}
			i += n
		}
		end := j
		for end > i { // closing brackets, commas, full stops
			r, n := utf8.DecodeLastRuneInString(t[i:end])
			if !strings.ContainsRune(closers, r) || r == '.' && keepDot(t[i:end]) {
				break
			}
			end -= n
		}
		if end > i {
			dst = append(dst, makeWord(t, i, end, glue))
			glue = false
		}
		for end < j {
			r, n := utf8.DecodeRuneInString(t[end:j])
			switch r {
			case ')', ']', '.':
				dst = append(dst, makeWord(t, end, end+n, glue))
				glue = r != '.'
			case ',', ';':
				glue = true
			}
			end += n
		}
		i = next
	}
	return dst
}

// keepDot reports whether the full stop at the end of w belongs to it: "e.g.",
// "i.e.", "etc.", a single letter.
func keepDot(w string) bool {
	if len(w) <= 2 {
		return true
	}
	if strings.Contains(w[:len(w)-1], ".") {
		return len(w) <= 6
	}
	return w == "etc."
}

// makeWord computes what the features of the word t[from:to] are made of.
func makeWord(t string, from, to int, glue bool) word {
	w := word{start: int32(from), end: int32(to), glue: glue}
	a, b := core(t, from, to)
	if a >= b {
		w.flags |= flagSign
		if t[from:to] == "." {
			w.flags |= flagDot
		}
		a, b = from, to
	}
	if t[to-1] == ':' {
		w.flags |= flagColon
	}
	lower, exact, shape := uint64(fnvBasis), uint64(fnvBasis), uint32(0)
	var last byte
	run, caps := 0, 0
	var ends [4]byte // the last four bytes of the lower-cased core
	n := 0
	var pre [4]uint32
	p := uint32(2166136261)
	put := func(c byte) {
		lower = (lower ^ uint64(c)) * fnvPrime
		if n < 4 {
			p = (p ^ uint32(c)) * 16777619
			pre[n] = p | 1
		}
		ends[n&3] = c
		n++
	}
	first := true
	for i := a; i < b; {
		r, size := rune(t[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(t[i:b])
		}
		for k := i; k < i+size; k++ {
			exact = (exact ^ uint64(t[k])) * fnvPrime
		}
		i += size
		var c byte
		switch {
		case r >= 'a' && r <= 'z':
			c = 'x'
			put(byte(r))
		case r >= 'A' && r <= 'Z':
			c = 'X'
			caps++
			put(byte(r) + 32)
		case r >= '0' && r <= '9':
			c = '0'
			w.flags |= flagDigit
			put('0')
		case r == '’':
			c = '\''
			put('\'')
		case r < utf8.RuneSelf:
			c = byte(r)
			put(c)
		default:
			c = 'u'
			if unicode.IsUpper(r) {
				c = 'X'
				caps++
				r = unicode.ToLower(r)
			}
			var buf [utf8.UTFMax]byte
			for _, x := range buf[:utf8.EncodeRune(buf[:], r)] {
				put(x)
			}
		}
		if first && c == 'X' {
			w.flags |= flagUpper
		}
		first = false
		if c == last {
			run++
		} else {
			run = 1
		}
		if run <= 2 {
			shape = (shape ^ uint32(c)) * 16777619
		}
		last = c
	}
	if caps >= 2 {
		w.flags |= flagCaps
	}
	w.lower, w.exact, w.shape, w.pre = lower, exact, shape|1, pre
	s := uint32(2166136261)
	for k := 0; k < 4 && k < n; k++ {
		s = (s ^ uint32(ends[(n-1-k)&3])) * 16777619
		w.suf[k] = s | 1
	}
	return w
}

// core narrows t[from:to] to what lies between the outermost letters and digits, with
// the signs that belong to a name: C++, C#, .NET, a closing +.
func core(t string, from, to int) (int, int) {
	for from < to {
		r, n := utf8.DecodeRuneInString(t[from:to])
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			break
		}
		if r == '.' && from+1 < to && isLetter(t[from+1]) {
			break
		}
		from += n
	}
	for from < to {
		r, n := utf8.DecodeLastRuneInString(t[from:to])
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '+' || r == '#' {
			break
		}
		to -= n
	}
	return from, to
}

func isLetter(c byte) bool { return c|32 >= 'a' && c|32 <= 'z' }
