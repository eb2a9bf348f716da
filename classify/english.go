package classify

import (
	_ "embed"
	"math"
	"strings"

	"github.com/abadojack/whatlanggo"

	"rung/corpus/text"
)

//go:embed function_words.txt
var functionWordsText string

// functionWords is a set of hashes, open to linear probing; 0 is empty.
var functionWords = func() (set [1024]uint64) {
	for line := range strings.Lines(functionWordsText) {
		line, _, _ = strings.Cut(line, "#")
		for _, w := range strings.Fields(line) {
			h := text.Hash(w)
			i := h % uint64(len(set))
			for set[i] != 0 && set[i] != h {
				i = (i + 1) % uint64(len(set))
			}
			set[i] = h
		}
	}
	return set
}()

func isFunctionWord(h uint64) bool {
	i := h % uint64(len(functionWords))
	for functionWords[i] != 0 && functionWords[i] != h {
		i = (i + 1) % uint64(len(functionWords))
	}
	return functionWords[i] == h
}

const (
	sampleWords   = 200  // of the middle of the text: its ends hold addresses and notices
	englishShare  = 0.12 // of function words: surely English; running English text has 0.3 to 0.45, lists of tools less
	languageBytes = 2000 // for the detector
	tooFew        = 12   // words: too few to say what language they are
)

// english says whether the text is English. Function words decide the common
// case, in a sample or else, where the sample is a list of tools, in the whole; a
// text with few of them (another language, or lists alone) goes to a trigram
// detector, which costs as much as the rest of ten classifications.
func english(d *text.Document, words int) bool {
	if words < tooFew {
		return true
	}
	sample := min(words, sampleWords)
	first := (words - sample) / 2
	if functionWordsIn(d, first, first+sample, englishShare) || words > sample && functionWordsIn(d, 0, words, 2*englishShare) {
		return true
	}
	some := d.Text
	if len(some) > languageBytes {
		some = strings.ToValidUTF8(some[:languageBytes], "")
	}
	info := whatlanggo.Detect(some)
	return info.Lang == whatlanggo.Eng || !info.IsReliable()
}

// functionWordsIn says whether the share of function words among the words from
// to to is at least least.
func functionWordsIn(d *text.Document, from, to int, least float64) bool {
	enough := int(math.Ceil(least * float64(to-from)))
	word, hits := 0, 0
	for i := range d.Tokens {
		t := &d.Tokens[i]
		if t.Class != text.Word {
			continue
		}
		if word == to {
			break
		}
		if word >= from && isFunctionWord(t.Hash) {
			if hits++; hits >= enough {
				return true
			}
		}
		word++
	}
	return false
}
