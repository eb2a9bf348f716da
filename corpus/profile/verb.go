package profile

import (
	_ "embed"
	"strings"
	"sync"

	"rung/corpus/text"
)

//go:embed verbs.txt
var verbFile string

//go:embed differences.txt
var differenceFile string

// form says how a verb is inflected.
type form uint8

const (
	bare   form = iota // lead
	third              // leads
	gerund             // leading
	past               // led
	noun               // leadership
)

// verb is a form of a verb that duties begin with.
type verb struct {
	lemma string
	typ   string // of verbs.txt
	form  form
}

// verbList is verbs.txt.
type verbList struct {
	forms   map[uint64]verb              // every form, by hash
	objects map[string]map[string]string // type by lemma and class of the object
}

var verbs = sync.OnceValue(func() *verbList {
	list := &verbList{map[uint64]verb{}, map[string]map[string]string{}}
	types := map[string]string{}
	add := func(word string, v verb) {
		h := text.Hash(word)
		if _, ok := list.forms[h]; !ok {
			list.forms[h] = v
		}
	}
	type late struct {
		word string
		verb
	}
	var inflected []late // after every bare form: "found" begins with find only where nothing else is found
	for typ, entries := range text.Named(verbFile) {
		for _, entry := range entries {
			if typ == "objects" {
				what, becomes, _ := strings.Cut(entry, " = ")
				lemma, class, _ := strings.Cut(what, " ")
				if list.objects[lemma] == nil {
					list.objects[lemma] = map[string]string{}
				}
				list.objects[lemma][class] = becomes
				continue
			}
			if typ == "nouns" {
				word, lemma, _ := strings.Cut(entry, " = ")
				inflected = append(inflected, late{word, verb{lemma, types[lemma], noun}})
				continue
			}
			lemma, irregular, _ := strings.Cut(entry, " (")
			types[lemma] = typ
			add(lemma, verb{lemma, typ, bare})
			inflected = append(inflected, late{thirdOf(lemma), verb{lemma, typ, third}}, late{gerundOf(lemma), verb{lemma, typ, gerund}})
			if irregular == "" {
				inflected = append(inflected, late{pastOf(lemma), verb{lemma, typ, past}})
			}
			for word := range strings.FieldsSeq(strings.TrimSuffix(irregular, ")")) {
				inflected = append(inflected, late{word, verb{lemma, typ, past}})
			}
			// Both spellings of a doubled consonant: planning, modelling.
			if d := doubled(lemma); d != lemma {
				inflected = append(inflected, late{d + "ing", verb{lemma, typ, gerund}}, late{d + "ed", verb{lemma, typ, past}})
			}
		}
	}
	for _, l := range inflected {
		add(l.word, l.verb)
	}
	return list
})

func thirdOf(v string) string {
	switch {
	case strings.HasSuffix(v, "y") && !vowelBefore(v):
		return v[:len(v)-1] + "ies"
	case strings.HasSuffix(v, "s"), strings.HasSuffix(v, "sh"), strings.HasSuffix(v, "ch"), strings.HasSuffix(v, "x"), strings.HasSuffix(v, "z"), strings.HasSuffix(v, "o"):
		return v + "es"
	}
	return v + "s"
}

func gerundOf(v string) string {
	if strings.HasSuffix(v, "e") && !strings.HasSuffix(v, "ee") && v != "be" {
		return v[:len(v)-1] + "ing"
	}
	return v + "ing"
}

func pastOf(v string) string {
	switch {
	case strings.HasSuffix(v, "e"):
		return v + "d"
	case strings.HasSuffix(v, "y") && !vowelBefore(v):
		return v[:len(v)-1] + "ied"
	}
	return v + "ed"
}

// vowelBefore reports whether a vowel stands before the last letter.
func vowelBefore(v string) bool {
	return len(v) > 1 && strings.IndexByte("aeiou", v[len(v)-2]) >= 0
}

// doubled doubles the last consonant after a single vowel.
func doubled(v string) string {
	n := len(v)
	if n < 3 || !vowelBefore(v) || strings.IndexByte("aeiouwxy", v[n-1]) >= 0 || strings.IndexByte("aeiou", v[n-3]) >= 0 {
		return v
	}
	return v + v[n-1:]
}

// differences are the words of differences.txt, by hash, and the names.
var differences = sync.OnceValue(func() *differenceList {
	l := &differenceList{words: map[uint64]int{}}
	for name, words := range text.Named(differenceFile) {
		for _, w := range words {
			l.words[differenceKey(text.Tokenize(nil, w))] = len(l.names)
		}
		l.names = append(l.names, name)
	}
	return l
})

type differenceList struct {
	words map[uint64]int // index into names, by differenceKey
	names []string
}

// differenceKey mixes the hashes of a phrase of one to three tokens.
func differenceKey(ks []text.Token) (h uint64) {
	for _, k := range ks {
		h = h*1099511628211 ^ k.Hash
	}
	return h
}

// of returns the difference that the tokens speak to.
func (l *differenceList) of(ks []text.Token) string {
	var n [8]int
	for i := range ks {
		for j := i + 1; j <= min(i+3, len(ks)); j++ {
			if k, ok := l.words[differenceKey(ks[i:j])]; ok {
				n[k&7]++
			}
		}
	}
	best := -1
	for k := range l.names {
		if n[k] > 0 && (best < 0 || n[k] > n[best]) {
			best = k
		}
	}
	if best < 0 {
		return "duties"
	}
	return l.names[best]
}
