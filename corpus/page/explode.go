package page

import (
	"bytes"
	"slices"
	"strings"

	xhtml "golang.org/x/net/html"
)

// maxNodes is how many nodes a tree may get that its source has no tags for. Each
// takes some hundred bytes.
const maxNodes = 500_000

// explodes reports whether the tree of a source may be far larger than the source:
// formatting that is left open when its paragraph ends is opened anew in every one that
// follows (WHATWG HTML, 13.2.4.3), so that 500 elements and 5,000 paragraphs make two
// million of 30 KB. It goes by how many are open at each tag.
func explodes[T string | []byte](s T) bool {
	var open [len(formatting)]int
	all, nodes := 0, 0
	var name [8]byte
	for i := 0; i < len(s); i++ {
		if s[i] != '<' {
			continue
		}
		at := i + 1
		end := at < len(s) && s[at] == '/'
		if end {
			at++
		}
		n := 0
		for n < len(name) && at < len(s) && (s[at]|0x20 >= 'a' && s[at]|0x20 <= 'z') {
			name[n] = s[at] | 0x20
			n, at = n+1, at+1
		}
		if nodes += all; nodes > maxNodes {
			return true
		}
		if n == 0 || n == len(name) || at == len(s) || strings.IndexByte(" \t\r\n\f/>", s[at]) < 0 {
			continue
		}
		for k := range formatting {
			if string(name[:n]) != formatting[k] {
				continue
			}
			if !end {
				open[k]++
				all++
			} else if open[k] > 0 {
				open[k]--
				all--
			}
			break
		}
	}
	return false
}

var formatting = [...]string{"a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"}

// withoutFormatting is a source without its formatting: no line of its text depends on it.
func withoutFormatting(s string) string {
	var out strings.Builder
	z := xhtml.NewTokenizer(strings.NewReader(s))
	for {
		kind := z.Next()
		if kind == xhtml.ErrorToken {
			return out.String()
		}
		raw := z.Raw()
		if kind == xhtml.StartTagToken || kind == xhtml.EndTagToken || kind == xhtml.SelfClosingTagToken {
			raw = bytes.Clone(raw) // which the name is made of, in place
			name, _ := z.TagName()
			if slices.Contains(formatting[:], string(name)) {
				continue
			}
		}
		out.Write(raw)
	}
}
