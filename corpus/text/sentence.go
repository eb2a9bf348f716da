package text

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/neurosnap/sentences"
	"github.com/neurosnap/sentences/english"
)

//go:embed abbrev.txt
var abbrevText string

// abbrev holds the hashes of the words of abbrev.txt; false for those that
// never end a sentence.
var abbrev = func() map[uint64]bool {
	m := map[uint64]bool{}
	for e := range entries(abbrevText) {
		w, never := strings.CutSuffix(e, " never")
		m[Hash(w)] = !never
	}
	return m
}()

// punkt is the English model of Kiss and Strunk (2006). To load it costs a tenth of a
// second and ten megabytes, and it is asked about one full stop in a few hundred, so
// it is loaded when the first of those is met.
var punkt = sync.OnceValue(func() *sentences.DefaultSentenceTokenizer {
	t, err := english.NewSentenceTokenizer(nil)
	if err != nil {
		panic("text: embedded sentence model: " + err.Error()) // the model is compiled in
	}
	return t
})

// maxPunkt is the length, in bytes, of the longest two words that punkt is asked
// about.
const maxPunkt = 1000

// verdict says whether a sentence ends with a token.
type verdict uint8

const (
	goesOn verdict = iota
	ends
	unsure // it may: an abbreviation before a capital
)

// split appends the sentences of one line, or one item of it, whose tokens
// are d.Tokens[first:last].
func (d *Document) split(line, first, last int) {
	toks := d.Tokens[:last]
	start := first // first token of the sentence
	for i := first; i < len(toks); i++ {
		if t := &toks[i]; t.Class != Punct && d.Text[t.End-1] != '.' {
			continue
		}
		end, v := d.boundary(toks, first, i)
		if v == unsure && !d.ask(toks[first:], i-first, end-first) {
			v = goesOn
		}
		if v != goesOn {
			d.sentence(line, start, end)
			start = end
		}
		d.scratch.steps += max(i, end-1) - i + 1
		i = max(i, end-1) // a run of signs is looked at once
	}
	if start < len(toks) {
		d.sentence(line, start, len(toks))
	}
}

// sentence appends the sentence of tokens [first:last].
func (d *Document) sentence(line, first, last int) {
	d.Sentences = append(d.Sentences, Sentence{
		Span: Span{int(d.Tokens[first].Start), int(d.Tokens[last-1].End)},
		Line: line, Kind: d.Lines[line].Kind, First: first, Last: last,
	})
}

// boundary says whether a sentence ends with token i, and with which token the next
// one would begin: closing quotes and brackets belong to the old one.
func (d *Document) boundary(toks []Token, first, i int) (next int, v verdict) {
	s := d.Text
	t := toks[i]
	c := s[t.Start]
	last := s[t.End-1]
	switch {
	case t.Class == Punct && (c == '.' || c == '!' || c == '?' || strings.HasPrefix(s[t.Start:], "…")):
	case t.Class == Word && last == '.':
	default:
		return 0, goesOn
	}
	next = i + 1
	for next < len(toks) && toks[next].Start == toks[next-1].End && isCloser(s, toks[next]) {
		if c == '.' && s[toks[next].Start] == '.' {
			c = '!' // dots of omission end what an abbreviation would not
		}
		next++
	}
	if next >= len(toks) {
		return next, goesOn // the line ends anyway
	}
	n := toks[next]
	glued := n.Start == toks[next-1].End
	if !opens(s, n) {
		return next, goesOn
	}
	if t.Class == Word {
		return next, d.abbreviated(t, glued)
	}
	if i == first {
		return next, goesOn
	}
	prev := toks[i-1]
	if prev.End != t.Start {
		return next, ends // a full stop that stands alone
	}
	if glued && !(c == '.' && next == i+1 && prev.Class == Word && prev.End-prev.Start > 1 && n.Class == Word && !isUpper(s[prev.End-1])) {
		return next, goesOn
	}
	if c != '.' {
		return next, ends
	}
	switch {
	case prev.Class == Word:
		return next, d.abbreviated(prev, glued)
	case prev.Class == Number && i-1 == first:
		return next, goesOn // a list number
	}
	return next, ends
}

// abbreviated says whether a full stop after the word t, before a capital, ends the
// sentence.
func (d *Document) abbreviated(t Token, glued bool) verdict {
	may, listed := abbrev[t.Hash]
	single := t.End-t.Start == 1
	switch {
	case listed && !may:
		return goesOn
	case listed || single:
		if glued {
			return goesOn
		}
		return unsure
	}
	return ends
}

// maxAsked is how many answers of punkt are kept: writers repeat themselves.
const maxAsked = 1000

// ask says whether punkt ends the sentence with the abbreviation that is token i,
// before token next. It goes by the two words there, as they stand between spaces,
// and by nothing else.
func (d *Document) ask(toks []Token, i, next int) bool {
	before := toks[next-1].End
	for i > 0 && toks[i-1].End == toks[i].Start {
		i--
	}
	last := next
	for last+1 < len(toks) && toks[last].End == toks[last+1].Start {
		last++
	}
	from := toks[i].Start
	words := d.Text[from:toks[last].End]
	d.scratch.steps += len(words)
	if len(words) > maxPunkt || !utf8.ValidString(words) {
		return false
	}
	w := &d.scratch
	ends, known := w.asked[words]
	if known {
		return ends
	}
	for _, s := range punkt().Tokenize(words) {
		ends = ends || int(before-from) <= s.End && s.End <= int(toks[next].Start-from)
	}
	if w.asked == nil {
		w.asked = map[string]bool{}
	}
	if len(w.asked) == maxAsked {
		clear(w.asked)
	}
	w.asked[strings.Clone(words)] = ends
	return ends
}

// isCloser reports whether t can follow the end of a sentence without a gap.
func isCloser(s string, t Token) bool {
	switch s[t.Start:t.End] {
	case ".", "!", "?", "…", ")", "]", "\"", "'", "”", "’", "»", "*", "_":
		return true
	}
	return false
}

// opens reports whether a sentence can begin with t: a capital, a number, a
// sign or an opening quote.
func opens(s string, t Token) bool {
	switch t.Class {
	case Word:
		c := s[t.Start]
		if c < utf8.RuneSelf {
			return c < 'a' || c > 'z'
		}
		r, _ := utf8.DecodeRuneInString(s[t.Start:])
		return !unicode.IsLower(r)
	case Punct:
		switch s[t.Start:t.End] {
		case "\"", "'", "“", "‘", "(", "[", "«", "¿", "¡":
			return true
		}
		return false
	}
	return true
}
