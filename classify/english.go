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
// case; a text with few of them (a list of tools, or another language) goes to a
// trigram detector, which costs as much as the rest of the classification.
func english(d *text.Document, words int) bool {
	if words < tooFew {
		return true
	}
	skip, seen, hits := (words-min(words, sampleWords))/2, 0, 0
	enough := int(math.Ceil(englishShare * float64(min(words, sampleWords))))
	for i := range d.Tokens {
		t := &d.Tokens[i]
		if t.Class != text.Word {
			continue
		}
		if skip > 0 {
			skip--
			continue
		}
		if isFunctionWord(t.Hash) {
			if hits++; hits >= enough {
				return true
			}
		}
		if seen++; seen == sampleWords {
			break
		}
	}
	sample := d.Text
	if len(sample) > languageBytes {
		sample = strings.ToValidUTF8(sample[:languageBytes], "")
	}
	info := whatlanggo.Detect(sample)
	return info.Lang == whatlanggo.Eng || !info.IsReliable()
}
