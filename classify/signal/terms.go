package signal

import (
	_ "embed"
	"math/bits"
	"slices"
	"strings"

	"rung/corpus/text"
)

// MaxTerm is the number of words of the longest term.
const MaxTerm = 3

//go:embed titlewords.txt
var titleWordsText string

// titleWords are the hashes of the words that name a level. No term holds such a
// word.
var titleWords = func() vocabulary {
	v := newVocabulary(64)
	for words := range text.Lists(titleWordsText) {
		for _, w := range words {
			v.set(text.Hash(w), 1)
		}
	}
	return v
}()

// numberHash stands for every number in a term: "0 years".
var numberHash = text.Hash("0")

// Terms is an index of terms: runs of one to MaxTerm words, lower case, joined
// by single spaces, every number written 0. It is immutable and safe for
// concurrent use.
type Terms struct {
	names   []string
	longest int        // words of the longest term
	index   vocabulary // 1 + index in names, by hashTerm
}

// NewTerms indexes the terms; the index of a term is its place in names.
func NewTerms(names []string) *Terms {
	t := &Terms{names: names, index: newVocabulary(len(names) + 1)}
	for i, name := range names {
		t.longest = max(t.longest, 1+strings.Count(name, " "))
		t.index.set(hashTerm(name), int32(i+1))
	}
	return t
}

// Names returns the terms by index.
func (t *Terms) Names() []string { return t.names }

// hashTerm is the hash under which EachTerm reports a term.
func hashTerm(name string) uint64 {
	var h uint64
	for w := range strings.SplitSeq(name, " ") {
		h = extend(h, text.Hash(w))
	}
	return h
}

// extend adds a word to a term's hash; the order of words counts.
func extend(h, word uint64) uint64 {
	return (bits.RotateLeft64(h, 23) ^ word) * 0x9E3779B97F4A7C15
}

// termKinds are the sections in which terms count.
const termKinds = defaultKinds

// EachTerm calls yield for every run of one to MaxTerm words inside a sentence
// that stands in a section where the job itself is described. A run is broken by
// punctuation other than hyphens and slashes, by signs, and by words that name a
// level. Tokens first to last (both included) hold the run.
func EachTerm(d *text.Document, yield func(hash uint64, sentence, first, last int)) {
	eachTerm(d, MaxTerm, yield)
}

func eachTerm(d *text.Document, longest int, yield func(hash uint64, sentence, first, last int)) {
	for si := Body(d); si < len(d.Sentences); si++ {
		s := &d.Sentences[si]
		if termKinds>>s.Kind&1 == 0 {
			continue
		}
		var h [MaxTerm]uint64 // h[k]: the run of k+1 words that ends here
		var from [MaxTerm]int
		n := 0 // words in the unbroken run, at most MaxTerm
		for i := s.First; i < s.Last; i++ {
			t := &d.Tokens[i]
			w := t.Hash
			switch t.Class {
			case text.Punct:
				if c := d.Text[t.Start]; c != '-' && c != '/' {
					n = 0
				}
				continue
			case text.Symbol:
				n = 0
				continue
			case text.Number:
				w = numberHash
			case text.Word:
				if titleWords.lookup(w) != 0 {
					n = 0
					continue
				}
			}
			for k := min(n, longest-1); k > 0; k-- {
				h[k], from[k] = extend(h[k-1], w), from[k-1]
			}
			h[0], from[0] = extend(0, w), i
			n = min(n+1, longest)
			for k := range n {
				yield(h[k], si, from[k], i)
			}
		}
	}
}

// Term gives the spelling of the run of tokens first to last, as NewTerms wants
// it.
func Term(d *text.Document, first, last int) string {
	var words []string
	for i := first; i <= last; i++ {
		switch d.Tokens[i].Class {
		case text.Word:
			words = append(words, strings.ReplaceAll(strings.ToLower(d.TokenText(i)), "’", "'"))
		case text.Number:
			words = append(words, "0")
		}
	}
	return strings.Join(words, " ")
}

// Hit is a term found in a document.
type Hit struct {
	Term  int32
	Count int32 // at least 1
}

// TermFinder counts terms in one document after another and reuses its
// buffers. It is not safe for concurrent use; the index is.
type TermFinder struct {
	t      *Terms
	counts []int32
	hits   []Hit
}

// NewFinder makes a finder for the index.
func (t *Terms) NewFinder() *TermFinder {
	return &TermFinder{t: t, counts: make([]int32, len(t.names))}
}

// Find counts the terms of the document and returns them in the order of their
// first places. The result is valid until the next call.
func (f *TermFinder) Find(d *text.Document) []Hit {
	f.hits = f.hits[:0]
	if len(f.counts) == 0 {
		return nil
	}
	count := func(h uint64, _, _, _ int) {
		if id := f.t.index.lookup(h); id != 0 {
			f.add(id)
		}
	}
	if f.t.longest == 1 {
		eachWord(d, ^uint64(0), count)
	} else {
		eachTerm(d, f.t.longest, count)
	}
	return f.counted()
}

// counted gives the hits their counts and sets those back to zero.
func (f *TermFinder) counted() []Hit {
	for i := range f.hits {
		h := &f.hits[i]
		h.Count = f.counts[h.Term]
		f.counts[h.Term] = 0
	}
	return f.hits
}

func (f *TermFinder) add(id int32) {
	if f.counts[id-1] == 0 {
		f.hits = append(f.hits, Hit{Term: id - 1})
	}
	f.counts[id-1]++
}

// eachWord does what eachTerm does, for terms of one word, none of which names a
// level: there runs do not matter. It skips words whose bit is not in the filter.
func eachWord(d *text.Document, filter uint64, yield func(hash uint64, sentence, first, last int)) {
	for si := Body(d); si < len(d.Sentences); si++ {
		s := &d.Sentences[si]
		if termKinds>>s.Kind&1 == 0 {
			continue
		}
		for i := s.First; i < s.Last; i++ {
			t := &d.Tokens[i]
			h := extend(0, t.Hash)
			if t.Class == text.Number {
				h = extend(0, numberHash)
			}
			if filter&filterBit(h) != 0 && t.Class <= text.Number {
				yield(h, si, i, i)
			}
		}
	}
}

func filterBit(h uint64) uint64 { return 1 << (h >> 58) }

// Places finds every place of the wanted terms, by their index in wanted. It reads
// the document once more, for the few terms that a verdict quotes.
func (t *Terms) Places(d *text.Document, wanted []int32) [][]Evidence {
	out := make([][]Evidence, len(wanted))
	if len(wanted) == 0 {
		return out
	}
	place := func(h uint64, sentence, first, last int) {
		id := t.index.lookup(h)
		if id == 0 {
			return
		}
		if i := slices.Index(wanted, id-1); i >= 0 {
			out[i] = append(out[i], Evidence{
				Span:     text.Span{Start: int(d.Tokens[first].Start), End: int(d.Tokens[last].End)},
				Section:  d.Sentences[sentence].Kind,
				Sentence: sentence,
			})
		}
	}
	if t.longest > 1 {
		eachTerm(d, t.longest, place)
		return out
	}
	filter := uint64(0)
	for _, id := range wanted {
		filter |= filterBit(hashTerm(t.names[id]))
	}
	eachWord(d, filter, place)
	return out
}
