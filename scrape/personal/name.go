package personal

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// personName returns the name that follows a cue whose end is at i: two to four
// capitalised words on one line, beyond tags, signs and linking words.
func (r *reader) personName(i int) (start, stop int) {
	b := r.b
	for limit := min(len(b), i+200); i < limit; {
		r.steps++
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
		w, size := r.wordAt(i)
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
		w, size := r.wordAt(j)
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

// mostName is how many bytes a word of a name has at most.
const mostName = 200

// wordAt is the word at i: letters, with - and ' inside. A word that is longer than any
// name is none.
func (r *reader) wordAt(i int) (string, int) {
	b, j := r.b, i
	for j < len(b) {
		if r.steps++; j-i > mostName {
			return "", 0
		}
		c, size := utf8.DecodeRune(b[j:])
		if !unicode.IsLetter(c) && !(j > i && (c == '-' || c == '\'' || c == '’')) {
			break
		}
		j += size
	}
	return string(b[i:j]), j - i
}

// personKey returns the value of a JSON key at i that holds a person's name.
func (r *reader) personKey(i int) (start, end int) {
	b := r.b
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
		r.steps++
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
