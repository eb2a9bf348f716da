package report

import (
	_ "embed"
	"fmt"
	"maps"
	"math"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/displaywidth"
)

//go:embed words.txt
var wordsFile string

var words = sync.OnceValue(func() Words {
	w, err := ParseWords(wordsFile, nil)
	if err != nil {
		panic(err) // a mistake in words.txt, which every test would meet
	}
	return w
})

// Words are what is said, by "kind key".
type Words map[string]string

// ParseWords reads a file of lines of a kind, a key and the words; "#" begins a
// comment. A key that it lacks is said as in base; one that base lacks, where there
// is one, is an error, since nothing would say it. Errors begin with ":" and the
// number of the line.
func ParseWords(file string, base Words) (Words, error) {
	w := Words{}
	maps.Copy(w, base)
	n := 0
	for line := range strings.Lines(file) {
		n++
		f := strings.Fields(line)
		if len(f) == 0 || strings.HasPrefix(f[0], "#") {
			continue
		}
		if len(f) < 3 {
			return nil, fmt.Errorf(":%d: want a kind, a key and the words", n)
		}
		key := f[0] + " " + f[1]
		if _, ok := base[key]; !ok && base != nil {
			return nil, fmt.Errorf(":%d: nothing says %q: take the kinds and keys of words.txt", n, key)
		}
		w[key] = strings.Join(f[2:], " ")
	}
	return w, nil
}

// Say returns the words for a key, with the pairs of with replaced in them, or
// the key itself in plain letters.
func (w Words) Say(kind, key string, with ...string) string {
	s, ok := w[kind+" "+key]
	if !ok {
		return Clean(strings.ReplaceAll(key, "_", " "))
	}
	if len(with) > 0 {
		s = strings.NewReplacer(with...).Replace(s)
	}
	return s
}

func (w Words) SayAll(kind string, keys []string) []string {
	said := make([]string, len(keys))
	for i, key := range keys {
		said[i] = w.Say(kind, key)
	}
	return said
}

// Say and SayAll speak in the words of words.txt.
func Say(kind, key string, with ...string) string { return words().Say(kind, key, with...) }

func SayAll(kind string, keys []string) []string { return words().SayAll(kind, keys) }

// Clean makes one line of s that is safe on a terminal and in a cell: white
// space becomes one space; control characters and the marks that turn the
// direction of writing are dropped, because a posting could hide or repaint
// text with them.
func Clean(s string) string {
	if isClean(s) {
		return s
	}
	return string(AppendClean(nil, s))
}

// isClean reports whether s is surely clean, as nearly all texts are.
func isClean(s string) bool {
	space := true // none at the beginning
	for i := range len(s) {
		c := s[i]
		if c < ' ' || c >= 0x7f || c == ' ' && space {
			return false
		}
		space = c == ' '
	}
	return !space
}

func AppendClean(dst []byte, s string) []byte {
	if isClean(s) {
		return append(dst, s...)
	}
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

// Truncate cuts s to width columns and ends it with … where something is lost.
func Truncate(s string, width int) string {
	return displaywidth.TruncateString(s, width, "…")
}

// Percent is a probability as so many of 100, and never 0 or 100: the model cannot
// be that sure.
func Percent(probability float64) int {
	return min(max(int(math.Round(probability*100)), 1), 99)
}

// Capital begins s with a capital letter.
func Capital(s string) string {
	_, n := utf8.DecodeRuneInString(s)
	return strings.ToUpper(s[:n]) + s[n:]
}

// EscapeMarkdown escapes what Markdown and its tables would take for markup, in a
// text that is one line already.
func EscapeMarkdown(s string) string { return markdown.Replace(s) }

var markdown = strings.NewReplacer("\\", "\\\\", "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, ">", `\>`, "|", `\|`, "#", `\#`, "~", `\~`, "&", `\&`)
