package text

import (
	_ "embed"
	"strings"
	"unicode/utf8"
)

// Signs that begin an item of a list wherever they stand, also in the middle of
// a flattened paragraph.
const bulletSigns = "•‣◦▪▫●○■□➢➤►▶▸✓✔✅☑❖◆◇⁃∙⦿⚫🔹🔸\uf0b7\uf0a7\uf0d8"

// Signs that begin an item only at the beginning of a line and before a space.
const dashSigns = "-*–—+·>~o"

// bullets holds bulletSigns for a quick look.
var bullets = func() map[rune]bool {
	m := map[rune]bool{}
	for _, r := range bulletSigns {
		m[r] = true
	}
	return m
}()

// lines appends the non-blank lines of s to dst.
func lines(dst []Line, s string) []Line {
	carried := false // a bullet sign stood on a line of its own
	number := 0
	for start := 0; start <= len(s); number++ {
		end := strings.IndexByte(s[start:], '\n')
		if end < 0 {
			end = len(s)
		} else {
			end += start
		}
		l := Line{Span: trim(s, start, end), Number: number}
		start = end + 1
		if l.Start == l.End {
			continue
		}
		for range 3 { // "• - Own the roadmap"
			if l.Start == l.End {
				break
			}
			n := bullet(s[l.Start:l.End])
			if n == 0 {
				break
			}
			l.Bullet = true
			l.Span = trim(s, l.Start+n, l.End)
		}
		if l.Start == l.End {
			carried = true
			continue
		}
		l.Bullet = l.Bullet || carried
		carried = false
		dst = append(dst, l)
	}
	return dst
}

// trim returns s[i:j] without white space at both ends.
func trim(s string, i, j int) Span {
	for i < j {
		n, k := kindAt(s, i)
		if k != isSpace {
			break
		}
		i += n
	}
	for i < j {
		n, k := 1, class[s[j-1]]
		if k == isWide {
			_, n = utf8.DecodeLastRuneInString(s[i:j])
			_, k = wide(s, j-n)
		}
		if k != isSpace {
			break
		}
		j -= n
	}
	return Span{i, j}
}

// bullet returns the length of the bullet sign or list number that s begins
// with, or 0.
func bullet(s string) int {
	c := s[0]
	switch class[c] {
	case isWide:
		r, n := utf8.DecodeRuneInString(s)
		if bullets[r] || isEmoji(r) {
			return n
		}
		if strings.ContainsRune(dashSigns, r) && (n == len(s) || spaceAt(s, n) || r == '–' && isUpper(s[n])) {
			return n
		}
		return 0
	case isDigit:
		n := 1
		if len(s) > 1 && class[s[1]] == isDigit {
			n = 2
		}
		if n < len(s) && (s[n] == '.' || s[n] == ')') && (spaceAt(s, n+1) || n+1 < len(s) && isUpper(s[n+1])) {
			return n + 1
		}
		return 0
	case isLetter:
		if len(s) > 2 && s[1] == ')' && spaceAt(s, 2) {
			return 2
		}
	case isPunct:
		if c == '(' && len(s) > 3 && s[2] == ')' && spaceAt(s, 3) && (class[s[1]] == isDigit || class[s[1]] == isLetter) {
			return 3
		}
	}
	if strings.IndexByte(dashSigns, c) >= 0 && (len(s) == 1 && c != 'o' || spaceAt(s, 1) || c == '-' && len(s) > 1 && isUpper(s[1])) {
		return 1
	}
	return 0
}

// spaceAt reports whether white space stands at s[i].
func spaceAt(s string, i int) bool {
	if i >= len(s) {
		return false
	}
	_, k := kindAt(s, i)
	return k == isSpace
}

// isEmoji reports whether r is a pictograph: people put them where others put
// a bullet.
func isEmoji(r rune) bool {
	return r >= 0x1f300 && r <= 0x1faff || r >= 0x2600 && r <= 0x27bf || r >= 0x2b00 && r <= 0x2bff
}
