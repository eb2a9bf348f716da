package profile

import (
	_ "embed"
	"strings"
	"sync"

	"rung/corpus/text"
)

//go:embed cues.txt
var cueFile string

// cue is a set of classes of words, one bit each.
type cue [2]uint64

func (c cue) has(k class) bool { return c[k>>6]>>(k&63)&1 == 1 }

func (c *cue) add(d cue) { c[0], c[1] = c[0]|d[0], c[1]|d[1] }

// class is a line of cues.txt, in its order.
type class uint8

const (
	cYear class = iota
	cDecade
	cNotYears
	cExperience
	cLeads
	cManages
	cLeadership
	cAsRank
	cThings
	cPeople
	cMaking
	cWish
	cMust
	cAssociate
	cBachelor
	cMaster
	cDoctor
	cDegree
	cEquivalent
	cCertificate
	cPayWord
	cBase
	cOTE
	cNotPay
	cHour
	cDay
	cWeek
	cMonth
	cAnnual
	cBudget
	cReport
	cAnswer
	cDirectly
	cRank
	cOthers
	cNotReporter
	cUnder
	cSubject
	cRemote
	cHybrid
	cOnsite
	cNotRemote
	cJobNoun
	cNoOffer
	cEither
	cFullTime
	cPartTime
	cContract
	cTemporary
	cIntern
	cNotKind
	cSeries
	cSeed
	cStartup
	cScaleUp
	cPreIPO
	cPublic
	cOwned
	cStaffNoun
	cSizeVerb
	cNotSize
	cOffice
	cFormer
	cNext
	cLateral
	cRankWord
	numClasses
)

// phrase is an entry of more than one token.
type phrase struct {
	rest []uint64 // hashes of the words after the first
	cue  cue
}

// cueList is cues.txt, read once.
type cueList struct {
	words   map[uint64]cue
	phrases map[uint64][]phrase // by the first word
	names   []string
}

var cues = sync.OnceValue(func() *cueList {
	l := &cueList{words: map[uint64]cue{}, phrases: map[uint64][]phrase{}}
	for name, entries := range text.Named(cueFile) {
		var c cue
		c[len(l.names)>>6] = 1 << (len(l.names) & 63)
		l.names = append(l.names, name)
		for _, entry := range entries {
			l.add(entry, c)
		}
	}
	return l
})

func (l *cueList) add(entry string, c cue) {
	var hashes []uint64
	if strings.HasPrefix(entry, "'") { // 'll is a token only behind its word
		hashes, entry = append(hashes, text.Hash(entry)), ""
	}
	for _, t := range text.Tokenize(nil, entry) {
		if t.Class != text.Punct {
			hashes = append(hashes, t.Hash)
		}
	}
	if len(hashes) == 1 {
		w := l.words[hashes[0]]
		w.add(c)
		l.words[hashes[0]] = w
		return
	}
	l.phrases[hashes[0]] = append(l.phrases[hashes[0]], phrase{hashes[1:], c})
}

// reader holds a document with the cues of its tokens.
type reader struct {
	d    *text.Document
	cues []cue   // of each token, and of the phrases that begin with it
	ends []int32 // where the longest such phrase ends, or the next token
	run  currencyRun

	people int // the first token of the sentence that names people, so far; -1: none

	sentence int  // the last one that wished was asked about
	wish     bool // and the answer

	steps int // tokens looked at
}

var readers = sync.Pool{New: func() any { return new(reader) }}

func newReader(d *text.Document) *reader {
	r := readers.Get().(*reader)
	r.d, r.sentence, r.run, r.steps = d, -1, currencyRun{}, 0
	l := cues()
	r.cues, r.ends = r.cues[:0], r.ends[:0]
	for i := range d.Tokens {
		h := d.Tokens[i].Hash
		c, end := l.words[h], i+1
		for _, p := range l.phrases[h] {
			if e := r.phrase(i+1, p.rest); e > 0 {
				c.add(p.cue)
				end = max(end, e)
			}
		}
		r.cues = append(r.cues, c)
		r.ends = append(r.ends, int32(end))
	}
	return r
}

func (r *reader) free() {
	r.d = nil
	readers.Put(r)
}

// phrase returns the token after the words of rest, if they stand from token i on with
// at most a hyphen between two of them, or else 0.
func (r *reader) phrase(i int, rest []uint64) int {
	for _, h := range rest {
		if r.is(i, '-') {
			i++
		}
		if i >= len(r.d.Tokens) || r.d.Tokens[i].Hash != h {
			return 0
		}
		i++
	}
	return i
}

// at returns the words of token i, "" where i is out of bounds. What asks by it may
// be asked about any i.
func (r *reader) at(i int) string {
	r.steps++
	if i < 0 || i >= len(r.d.Tokens) {
		return ""
	}
	return r.d.TokenText(i)
}

// is reports whether token i is the sign c, or begins with it.
func (r *reader) is(i int, c byte) bool {
	s := r.at(i)
	return s != "" && s[0] == c
}

// has reports whether token i belongs to one of the classes; i may be out of
// bounds.
func (r *reader) has(i int, classes ...class) bool {
	r.steps++
	if i < 0 || i >= len(r.cues) {
		return false
	}
	for _, k := range classes {
		if r.cues[i].has(k) {
			return true
		}
	}
	return false
}

// find returns the first token of [i,end) in one of the classes, or -1.
func (r *reader) find(i, end int, classes ...class) int {
	for i = max(i, 0); i < min(end, len(r.cues)); i++ {
		if r.has(i, classes...) {
			return i
		}
	}
	return -1
}

// word reports whether token i reads w, which is in lower case.
func (r *reader) word(i int, w string) bool {
	s := r.at(i)
	if len(s) != len(w) {
		rest, ok := strings.CutPrefix(s, "’") // ’ll
		return ok && w[0] == '\'' && strings.EqualFold(rest, w[1:])
	}
	return strings.EqualFold(s, w)
}

// oneOf reports whether token i reads one of the words.
func (r *reader) oneOf(i int, words ...string) bool {
	for _, w := range words {
		if r.word(i, w) {
			return true
		}
	}
	return false
}

// span is that of tokens [i,j).
func (r *reader) span(i, j int) text.Span {
	return text.Span{Start: int(r.d.Tokens[i].Start), End: int(r.d.Tokens[j-1].End)}
}

// upper reports whether token i begins with a capital letter of ASCII.
func (r *reader) upper(i int) bool {
	s := r.at(i)
	return s != "" && s[0] >= 'A' && s[0] <= 'Z'
}

// stop reports whether token i ends a clause.
func (r *reader) stop(i int) bool {
	r.steps++
	if r.d.Tokens[i].Class != text.Punct {
		return false
	}
	switch r.d.Text[r.d.Tokens[i].Start] {
	case '.', ',', ';', ':', '!', '?', '(', ')', '[', ']', '|':
		return true
	case '-':
		// A hyphen joins, a dash between spaces parts.
		return i > 0 && r.d.Tokens[i-1].End < r.d.Tokens[i].Start
	}
	return r.dash(i) && !(r.glued(i) && r.glued(i+1)) // "8–12" goes on
}

// clause returns the end of the clause that token i stands in, within end.
func (r *reader) clause(i, end int) int {
	for i < end && !r.stop(i) {
		i++
	}
	return i
}

// wished reports whether sentence s makes what it names a wish.
func (r *reader) wished(s int) bool {
	if s != r.sentence {
		sent := &r.d.Sentences[s]
		r.sentence, r.wish = s, sent.Kind == text.Preferred || r.find(sent.First, sent.Last, cWish) >= 0
	}
	return r.wish
}

// window is how many tokens before a token are looked at, at most, for what they say
// of it: a line without end must not take time without end.
const window = 60

// back is the first token of the sentence that is looked at for what it says of
// token i.
func back(sent *text.Sentence, i int) int { return max(sent.First, i-window) }
