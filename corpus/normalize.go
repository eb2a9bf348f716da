package corpus

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Normalize brings a text into the one form that every offset of the module
// counts in: valid UTF-8 in NFC (a broken byte becomes U+FFFD), lines ended by
// LF alone, every kind of space a plain space, no invisible or control
// characters, no white space at the end of a line, at most one blank line in a
// row, none at either end. Indentation stays. It is idempotent, and a text
// that is normal already is returned as it is, without allocation.
func Normalize(s string) string {
	s = strings.TrimLeft(strings.TrimRight(s, " \n"), "\n")
	normal, composed := isTidy(s)
	if normal && (composed || norm.NFC.IsNormalString(s)) {
		return s
	}
	b := make([]byte, 0, len(s)+16)
	composed = true
	for i := 0; i < len(s); {
		j := i
		for j < len(s) && (s[j] >= ' ' && s[j] < 0x7f || s[j] == '\n') {
			j++
		}
		b = append(b, s[i:j]...)
		if i = j; i == len(s) {
			break
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		if r == '\r' {
			if i < len(s) && s[i] == '\n' {
				continue
			}
			r = '\n'
		} else {
			r = plain(r)
		}
		if r >= 0 {
			b = utf8.AppendRune(b, r)
			composed = composed && isComposed(r)
		}
	}
	// Composition comes after removal: a removed character may have stood
	// between a letter and its accent.
	if !composed && !norm.NFC.IsNormal(b) {
		b = norm.NFC.Bytes(b)
	}
	return string(tidy(b))
}

// isComposed reports whether r surely is in composed form (NFC) and does not compose
// with what stands before it: Latin letters and general punctuation.
func isComposed(r rune) bool {
	return r < 0x300 || r >= 0x2010 && (r < 0x20d0 || r == '™')
}

// isTidy reports whether s needs no change other than, perhaps, composition,
// and whether it surely is composed.
func isTidy(s string) (ok, composed bool) {
	composed = true
	prev, blank := byte('\n'), 1 // as after a blank line, so that the text may not begin with one
	for i := 0; i < len(s); {
		// Eight bytes at a time while all are printable ASCII: no byte below
		// the space, none above "~".
		if i+8 <= len(s) {
			x := load64(s[i:])
			if ((x-0x2020202020202020)|(x+0x0101010101010101)|x)&0x8080808080808080 == 0 {
				i += 8
				prev, blank = s[i-1], 0
				continue
			}
		}
		c := s[i]
		switch {
		case c > ' ' && c < 0x7f:
			blank = 0
		case c == ' ':
		case c == '\n':
			if prev == ' ' {
				return false, false
			}
			if prev == '\n' {
				if blank++; blank > 1 {
					return false, false
				}
			}
		case c < utf8.RuneSelf:
			return false, false
		default:
			r, size := utf8.DecodeRuneInString(s[i:])
			if r == utf8.RuneError && size == 1 || plain(r) != r {
				return false, false
			}
			composed = composed && isComposed(r)
			blank = 0
			i += size
			prev = 'x'
			continue
		}
		prev = c
		i++
	}
	return s == "" || prev != '\n' && prev != ' ', composed
}

func load64(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// plain is the form r takes in a normal text, or -1 if it is removed.
func plain(r rune) rune {
	switch {
	case r >= ' ' && r < 0x7f, r == '\n':
		return r
	case r == '\t':
		return ' '
	case r == '\v', r == '\f', r == 0x85, r == 0x2028, r == 0x2029: // word processors' soft line and page breaks
		return '\n'
	case r < ' ', r == 0x7f:
		return -1
	case r < 0xa0:
		return c1[r-0x80]
	case r < 0x300:
		switch r {
		case 0xa0:
			return ' '
		case 0xad: // soft hyphen
			return -1
		}
		return r
	case r >= 0x2000 && r <= 0x206f:
		switch {
		case r <= 0x200a, r == 0x202f, r == 0x205f:
			return ' '
		case r <= 0x200f, r >= 0x202a && r <= 0x202e, r >= 0x2060:
			return -1
		}
		return r
	}
	switch r {
	case 0x1680, 0x2800, 0x3000:
		return ' '
	case 0x034f, 0x061c, 0x180e, 0xfeff, 0xfff9, 0xfffa, 0xfffb:
		return -1
	case 0xf0b7, 0xf0a7, 0xf0d8, 0xf0fc, 0xf076: // bullets of the Symbol and Wingdings fonts
		return '•'
	}
	if r >= 0xe0000 && r <= 0xe007f { // invisible tags
		return -1
	}
	return r
}

// c1 says what the control characters U+0080 to U+009F stand for. Nobody writes them:
// they are windows-1252 punctuation that was read as Latin-1. Only U+0085 is what it
// says: NEL, a line end.
var c1 = [32]rune{
	'€', -1, '‚', 'ƒ', '„', '\n', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', -1, 'Ž', -1,
	-1, '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', -1, 'ž', 'Ÿ',
}

// tidy removes, in place, white space at line ends, blank lines at both ends, and all
// but the first of several blank lines.
func tidy(b []byte) []byte {
	out := b[:0]
	blank := 0
	for len(b) > 0 {
		n := bytes.IndexByte(b, '\n')
		if n < 0 {
			n = len(b)
		}
		end := n
		for end > 0 && b[end-1] == ' ' {
			end--
		}
		if end == 0 {
			blank++
		} else {
			if len(out) > 0 {
				out = append(out, '\n')
				if blank > 0 {
					out = append(out, '\n')
				}
			}
			blank = 0
			out = append(out, b[:end]...)
		}
		if n == len(b) {
			break
		}
		b = b[n+1:]
	}
	return out
}
