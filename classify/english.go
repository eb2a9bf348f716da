package classify

import (
	"strings"

	"github.com/abadojack/whatlanggo"

	"rung/corpus/text"
)

const (
	englishShare  = 0.12 // of function words: surely English; running English text has 0.3 to 0.45, lists of tools less
	foreignMore   = 1.4  // times as many function words of other languages as of English: half or more of a text in two languages
	languageBytes = 2000 // for the detector
)

// english says whether the text is English, or at least as much English as any other
// language. Function words decide the common case. A text with few of them (another
// language, or nothing but lists) goes to a trigram detector, which costs as much as
// ten classifications.
func english(d *text.Document, r *reading) bool {
	if r.words < tooFew {
		return !wideLetters(d.Text)
	}
	own, foreign := float64(r.count[ofEnglish]), float64(r.count[ofForeign])
	if foreign > foreignMore*own && r.count[ofForeign] >= tooFew/2 {
		return false
	}
	if own >= englishShare*float64(r.words) {
		return true
	}
	some := d.Text
	if len(some) > languageBytes {
		some = strings.ToValidUTF8(some[:languageBytes], "")
	}
	return !surelyOther(some)
}

// surelyOther asks the detector, which is the only place where it is called: with a text of
// bounded length, and a panic of it is no answer.
func surelyOther(some string) (other bool) {
	defer func() {
		if recover() != nil {
			other = false
		}
	}()
	info := whatlanggo.Detect(some)
	return info.Lang != whatlanggo.Eng && info.IsReliable()
}

// wideLetters says whether the text is written in letters of another script: in
// some of them a whole sentence is one word.
func wideLetters(s string) bool {
	n := 0
	for i := range len(s) {
		if s[i] >= 0xc8 { // the first byte of a letter that is not Latin
			n++
		}
	}
	return n >= 2*tooFew && 6*n > len(s)
}
