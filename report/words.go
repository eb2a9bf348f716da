package report

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed words.txt
var wordsFile string

// words maps "kind key" to the words of words.txt.
var words = sync.OnceValue(func() map[string]string {
	m := make(map[string]string)
	for line := range strings.Lines(wordsFile) {
		f := strings.Fields(line)
		if len(f) > 2 && f[0] != "#" {
			m[f[0]+" "+f[1]] = strings.Join(f[2:], " ")
		}
	}
	return m
})

// say returns the words for a key, with the pairs of with replaced in them, or
// the key itself in plain letters.
func say(kind, key string, with ...string) string {
	s, ok := words()[kind+" "+key]
	if !ok {
		return clean(strings.ReplaceAll(key, "_", " "))
	}
	if len(with) > 0 {
		s = strings.NewReplacer(with...).Replace(s)
	}
	return s
}

func sayAll(kind string, keys []string) []string {
	said := make([]string, len(keys))
	for i, key := range keys {
		said[i] = say(kind, key)
	}
	return said
}

// clean makes one line of s that is safe on a terminal and in a cell: white
// space becomes one space; control characters and the marks that turn the
// direction of writing are dropped, because a posting could hide or repaint
// text with them.
func clean(s string) string { return string(appendClean(nil, s)) }

func appendClean(dst []byte, s string) []byte {
	from := len(dst)
	space := false
	for i := 0; i < len(s); {
		c, width := rune(s[i]), 1
		if c >= utf8.RuneSelf {
			c, width = utf8.DecodeRuneInString(s[i:])
		}
		i += width
		switch {
		case unicode.IsSpace(c):
			space = true
			continue
		case unicode.IsControl(c), c >= 0x202a && c <= 0x202e, c >= 0x2066 && c <= 0x2069, c == 0x200e, c == 0x200f, c == 0x61c, c == 0xfeff:
			continue
		}
		if space && len(dst) > from {
			dst = append(dst, ' ')
		}
		space = false
		dst = utf8.AppendRune(dst, c)
	}
	return dst
}
