package scrape

import (
	"bytes"
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed personal.txt
var personalFile string

// personalWords maps the kinds of personal.txt to their words.
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

// looks tells at a glance where something may be that is to be looked at: four
// bytes in a row, the first of them before the place, that have a bit in common,
// each in its own quarter of masks. One bit is for the signs that begin an
// address or a number, the others are shared by the words that announce
// something. Nearly all of a text is passed over so.
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

var phoneWords = map[string]bool{"tel": true, "telephone": true, "telefon": true, "phone": true, "mobile": true, "mobil": true, "fax": true}

// What stands for what was taken out.
const (
	noMail  = "[e-mail]"
	noPhone = "[phone]"
	noName  = "[name]"
)

// redact takes personal data out of a text, a page or a record in JSON: e-mail
// addresses, phone numbers, and the names of people whom it says to contact. It
// returns how many places it changed; where there are none, b itself.
func redact(b []byte) ([]byte, int) {
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
			if start, end := mail(b, i); start >= done && end > 0 {
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
			if end := phone(b, i); end > 0 {
				cut(i, end, noPhone)
				i = end - 1
			}
		case c == '"':
			if start, end := personKey(b, i); end > 0 {
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
					if s, e, w := afterCue(b, w, end); e > 0 {
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

// mail returns the address around an at-sign at i; end is 0 when it is none.
func mail(b []byte, i int) (start, end int) {
	start, end = i, i+1
	if b[i] == '&' {
		end = i + len("&#64;")
	} else if b[i] == '%' {
		end = i + len("%40")
	}
	for start > 0 && i-start < 64 && (isWord(b[start-1]) || strings.IndexByte("._+-", b[start-1]) >= 0) {
		start--
	}
	// "\u003cjane@…" and "\njane@…" in JSON: the escape is not of the name.
	if start > 0 && b[start-1] == '\\' {
		if b[start] == 'u' {
			start = min(start+5, i)
		} else {
			start++
		}
	}
	domain, dot := end, 0
	for end < len(b) && end-domain < 255 && (isWord(b[end]) || b[end] == '-' || b[end] == '.') {
		if b[end] == '.' {
			dot = end
		}
		end++
	}
	for end > domain && (b[end-1] == '.' || b[end-1] == '-') { // the sentence's
		end--
	}
	if dot >= end {
		dot = bytes.LastIndexByte(b[domain:end], '.') + domain
	}
	if start >= i || dot <= domain || end-dot < 3 {
		return 0, 0
	}
	switch tld := b[dot+1 : end]; {
	case !isLetter(tld[0]), bytes.ContainsAny(tld, "0123456789"):
		return 0, 0
	default:
		switch strings.ToLower(string(tld)) {
		case "png", "jpg", "jpeg", "gif", "svg", "webp", "css", "js": // logo@2x.png
			return 0, 0
		}
	}
	return start, end
}

// phone returns the end of a number at i that is a phone's by its form alone:
// international with its plus, or North American with its separators.
func phone(b []byte, i int) int {
	if isDigit(b[i]) && !(i+4 < len(b) && isDigit(b[i+1]) && isDigit(b[i+2]) && strings.IndexByte(" .-()/", b[i+3]) >= 0) {
		return 0 // most numbers
	}
	end, digits, groups := number(b, i)
	if end == 0 || end < len(b) && (isWord(b[end]) || b[end] == '-') {
		return 0
	}
	if b[i] == '+' && digits >= 8 && digits <= 15 {
		return end
	}
	if digits == 10 && groups == "334" {
		return end
	}
	return 0
}

// number reads digits in groups; groups tells the length of each, a digit each.
func number(b []byte, i int) (end, digits int, groups string) {
	j := i
	if b[j] == '+' {
		j++
	}
	run := 0
	var lengths []byte
	flush := func() {
		if run > 0 {
			lengths = append(lengths, byte('0'+min(run, 9)))
		}
		run = 0
	}
	for ; j < len(b) && digits <= 16; j++ {
		c := b[j]
		if c >= '0' && c <= '9' {
			run++
			digits++
			end = j + 1
			continue
		}
		// One sign between groups, or ") " and " (".
		if strings.IndexByte(" .-()/", c) < 0 || j-end >= 2 && digits > 0 {
			break
		}
		flush()
	}
	flush()
	return end, digits, string(lengths)
}

// afterCue returns what a word that ends at end announces: a number after
// "phone", a name after "contact". stop is 0 when it announces nothing.
func afterCue(b []byte, word string, end int) (start, stop int, with string) {
	if phoneWords[word] {
		j := end
		for j < len(b) && j-end < 4 && strings.IndexByte(": .", b[j]) >= 0 {
			j++
		}
		if j < len(b) && (b[j] == '+' || b[j] == '(' || isDigit(b[j])) {
			if stop, digits, _ := number(b, j); digits >= 6 && digits <= 15 {
				return j, stop, noPhone
			}
		}
		return 0, 0, ""
	}
	start, stop = personName(b, end)
	return start, stop, noName
}

// personName returns the name that follows a cue whose end is at i: two to four
// capitalised words on one line, beyond tags, signs and linking words.
func personName(b []byte, i int) (start, stop int) {
	for limit := min(len(b), i+200); i < limit; {
		switch c := b[i]; {
		case c == '<':
			n := bytes.IndexByte(b[i:limit], '>')
			if n < 0 {
				return 0, 0
			}
			i += n + 1
			continue
		case c == '&':
			n := bytes.IndexByte(b[i:limit], ';')
			if n < 0 || n > 8 {
				return 0, 0
			}
			i += n + 1
			continue
		case strings.IndexByte(" \n\t:,-", c) >= 0:
			i++
			continue
		}
		w, size := wordAt(b, i)
		if size == 0 {
			return 0, 0
		}
		if w == strings.ToLower(w) || personalWords()["link"][strings.ToLower(w)] {
			if !personalWords()["link"][strings.ToLower(w)] {
				return 0, 0
			}
			if i += size; i < len(b) && b[i] == '.' { // "Ms."
				i++
			}
			continue
		}
		break
	}
	words := 0
	for j := i; words < 4; words++ {
		w, size := wordAt(b, j)
		first, _ := utf8.DecodeRuneInString(w)
		initial := size > 0 && size == utf8.RuneLen(first) && j+size < len(b) && b[j+size] == '.'
		if size == 0 || !unicode.IsUpper(first) || !initial && personalWords()["not"][w] {
			break
		}
		if j += size; initial {
			j++
		}
		stop = j
		if j >= len(b) || b[j] != ' ' {
			words++
			break
		}
		j++
	}
	if words < 2 {
		return 0, 0
	}
	return i, stop
}

// wordAt is the word at i: letters, with - and ' inside.
func wordAt(b []byte, i int) (string, int) {
	j := i
	for j < len(b) {
		r, size := utf8.DecodeRune(b[j:])
		if !unicode.IsLetter(r) && !(j > i && (r == '-' || r == '\'' || r == '’')) {
			break
		}
		j += size
	}
	return string(b[i:j]), j - i
}

// personKey returns the value of a JSON key at i that holds a person's name.
func personKey(b []byte, i int) (start, end int) {
	n := bytes.IndexByte(b[i+1:min(len(b), i+32)], '"')
	if n < 1 || !personalWords()["key"][string(b[i+1:i+1+n])] {
		return 0, 0
	}
	j := skipSpace(b, i+n+2)
	if j >= len(b) || b[j] != ':' {
		return 0, 0
	}
	if j = skipSpace(b, j+1); j >= len(b) {
		return 0, 0
	}
	if b[j] == '{' { // {"name":"…"}
		object := b[j:min(len(b), j+300)]
		if k := bytes.IndexByte(object, '}'); k >= 0 {
			object = object[:k]
		}
		k := bytes.Index(object, []byte(`ame"`))
		if k < 0 {
			return 0, 0
		}
		if j = skipSpace(b, j+k+len(`ame"`)); j >= len(b) || b[j] != ':' {
			return 0, 0
		}
		j = skipSpace(b, j+1)
	}
	if j >= len(b) || b[j] != '"' {
		return 0, 0
	}
	for end = j + 1; end < len(b) && b[end] != '"'; end++ {
		if b[end] == '\\' {
			end++
		}
	}
	if end >= len(b) || end == j+1 || string(b[j+1:end]) == noName {
		return 0, 0
	}
	return j + 1, end
}

func skipSpace(b []byte, i int) int {
	for i < len(b) && (b[i] == ' ' || b[i] == '\n' || b[i] == '\t' || b[i] == '\r') {
		i++
	}
	return i
}
