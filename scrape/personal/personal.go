// Package personal takes personal data out of what sites publish: e-mail addresses,
// phone numbers, and the names of people whom a posting says to contact. It works
// on the bytes of a text, a page or a record in JSON alike, and keeps nothing of
// what it takes out.
package personal

import (
	"bytes"
	_ "embed"
	"strings"
	"sync"
)

//go:embed words.txt
var personalFile string

// personalWords maps the kinds of words.txt to their words.
var personalWords = sync.OnceValue(func() map[string]map[string]bool {
	m := map[string]map[string]bool{"cue": {}, "link": {}, "not": {}, "key": {}}
	for line := range strings.Lines(personalFile) {
		if f := strings.Fields(line); len(f) > 1 && m[f[0]] != nil {
			for _, w := range f[1:] {
				m[f[0]][w] = true
			}
		}
	}
	return m
})

// looks tells at a glance which places of a text are to be looked at: where four
// bytes in a row, the first of them before the place, have a bit in common, each in
// its own quarter of masks. One bit is for the signs that begin an address or a
// number; the words that announce something share the others. Nearly all of a text
// is passed over in this way.
type looks struct {
	masks [256]uint64
	words [256][]string // by their first letter, in lower case
}

var looking = sync.OnceValue(func() *looks {
	const sign = 1 << 15
	var l looks
	for c := range 256 {
		l.masks[c] = sign | sign<<32 | sign<<48
		if !isWord(byte(c)) {
			l.masks[c] |= 1<<16 - 1
		}
		if isDigit(byte(c)) || strings.IndexByte("@&%+(\"", byte(c)) >= 0 {
			l.masks[c] |= sign << 16
		}
	}
	n := 0
	for _, words := range []map[string]bool{personalWords()["cue"], phoneWords} {
		for w := range words { // all have three letters or more
			for i := range 3 {
				bit := uint64(1) << (16*(i+1) + n%15)
				l.masks[w[i]] |= bit
				l.masks[w[i]&^0x20] |= bit
			}
			l.words[w[0]] = append(l.words[w[0]], w)
			n++
		}
	}
	return &l
})

// next is the first place from i on that is to be looked at; len(b) when there
// is none. The last two bytes always are.
func (l *looks) next(b []byte, i int) int {
	row := uint64(1<<16 - 1) // what the bytes so far have in common, by where they may stand
	if i > 0 {
		row &= l.masks[b[i-1]]
	}
	for k, c := range b[i:] {
		if row = (row<<16 | 1<<16 - 1) & l.masks[c]; row>>48 != 0 {
			return i + k - 2
		}
	}
	return max(i, len(b)-2)
}

// What stands for what was taken out.
const (
	noMail  = "[e-mail]"
	noPhone = "[phone]"
	noName  = "[name]"
)

// Redact puts "[e-mail]", "[phone]" and "[name]" for the personal data in b, and
// returns in how many places; where there are none, b itself. b is not changed.
func Redact(b []byte) ([]byte, int) { return (&reader{b: b}).redact() }

// reader looks through the bytes of one text.
type reader struct {
	b     []byte
	steps int // bytes looked at by what reads on from a place
}

func (r *reader) redact() ([]byte, int) {
	b := r.b
	var out []byte
	done, n := 0, 0
	look := looking()
	// What a cue announced; what lies between is looked at too.
	start, stop, with := -1, 0, ""
	cut := func(start, end int, with string) {
		if out == nil {
			out = make([]byte, 0, len(b))
		}
		out = append(append(out, b[done:start]...), with...)
		done = end
		n++
	}
	for i := 0; i < len(b); i++ {
		if next := look.next(b, i); i <= start {
			i = min(next, start)
		} else {
			i = next
		}
		if i == len(b) {
			break
		}
		c, before := b[i], byte(' ')
		if i > 0 {
			before = b[i-1]
		}
		switch {
		case i == start:
			cut(start, stop, with)
			i = stop - 1
		case c == '@' || c == '&' && bytes.HasPrefix(b[i:], []byte("&#64;")) || c == '%' && bytes.HasPrefix(b[i:], []byte("%40")):
			if start, end := r.mail(i); start >= done && end > 0 {
				cut(start, end, noMail)
				i = end - 1
			}
		case c == '+' || c == '(' || isDigit(c):
			if isWord(before) || strings.IndexByte("/-.=&+#_", before) >= 0 {
				for i+1 < len(b) && isDigit(b[i+1]) {
					i++
				}
				continue
			}
			if end := r.phone(i); end > 0 {
				cut(i, end, noPhone)
				i = end - 1
			}
		case c == '"':
			if start, end := r.personKey(i); end > 0 {
				cut(start, end, noName)
				i = end - 1
			}
		case isLetter(c) && !isWord(before):
			end := i + 1
			for end < len(b) && isLetter(b[end]) {
				end++
			}
			for _, w := range look.words[c|0x20] {
				if len(w) == end-i && isFold(b[i:end], w) {
					if s, e, w := r.afterCue(w, end); e > 0 {
						start, stop, with = s, e, w
					}
				}
			}
			i = end - 1
		}
	}
	if n == 0 {
		return b, 0
	}
	return append(out, b[done:]...), n
}

// isFold reports whether letters, in lower case, are a word of the same length.
func isFold(b []byte, word string) bool {
	for i, c := range b {
		if c|0x20 != word[i] {
			return false
		}
	}
	return true
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
func isDigit(c byte) bool  { return c >= '0' && c <= '9' }
func isWord(c byte) bool   { return isLetter(c) || isDigit(c) || c >= 0x80 }

// afterCue returns what a word that ends at end announces: a number after
// "phone", a name after "contact". stop is 0 when it announces nothing.
func (r *reader) afterCue(word string, end int) (start, stop int, with string) {
	b := r.b
	if phoneWords[word] {
		j := end
		for j < len(b) && j-end < 4 && strings.IndexByte(": .", b[j]) >= 0 {
			j++
		}
		if j < len(b) && (b[j] == '+' || b[j] == '(' || isDigit(b[j])) {
			if stop, digits, _ := r.number(j); digits >= 6 && digits <= 15 {
				return j, stop, noPhone
			}
		}
		return 0, 0, ""
	}
	start, stop = r.personName(end)
	return start, stop, noName
}

// RedactString is Redact for a text.
func RedactString(s string) string {
	if s == "" {
		return s
	}
	room := rooms.Get().(*[]byte)
	defer rooms.Put(room)
	*room = append((*room)[:0], s...)
	b, n := Redact(*room)
	if n == 0 {
		return s
	}
	return string(b)
}

// rooms are for texts that are looked through.
var rooms = sync.Pool{New: func() any { return new([]byte) }}
