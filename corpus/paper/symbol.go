package paper

import (
	"strconv"
	"strings"
)

// symbols are what the glyphs of the fonts of symbols are as letters, where
// they are no bullets.
var symbols = map[rune]string{
	0xf0e0: "→", 0xf0ae: "→", 0xf0e8: "→", 0xf0de: "⇒", 0xf0a3: "≤", 0xf0b3: "≥", 0xf0b4: "×", 0xf0b1: "±", 0xf02d: "–", 0xf026: "&",
	0xf020: " ", 0xf02b: "+", 0xf02f: "/", 0xf028: "(", 0xf029: ")", 0xf0a9: "©", 0xf0d2: "®", 0xf0d3: "©", 0xf0d4: "™", 0xf04a: "☺",
}

// symbol is a glyph of a font of symbols: of most that postings have, a bullet.
func symbol(font, code string) string {
	n, err := strconv.ParseUint(code, 16, 32)
	if err != nil || n == 0 {
		return ""
	}
	r := rune(n)
	if r < 0x100 {
		r += 0xf000
	}
	if r < 0xf000 || r > 0xf0ff {
		return visible(string(r))
	}
	if s := symbols[r]; s != "" && (strings.HasPrefix(font, "Symbol") || strings.ContainsRune("→⇒ ☺", []rune(s)[0])) {
		return s
	}
	return "•"
}

// visible is a text with the glyphs that only a font of symbols knows as bullets, and
// without the hyphens that show only where a line ends.
func visible(s string) string {
	if !strings.ContainsFunc(s, func(r rune) bool { return r == '\u00ad' || r >= 0xe000 && r <= 0xf8ff }) {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\u00ad':
			return -1
		case r >= 0xe000 && r <= 0xf8ff:
			return '•'
		}
		return r
	}, s)
}
