package classify

import (
	_ "embed"
	"math/bits"
	"slices"
	"strings"

	"rung/corpus/text"
)

//go:embed unread.txt
var unreadText string

//go:embed function_words.txt
var functionWordsText string

// The lists of function_words.txt (the first) and of unread.txt.
const (
	ofEnglish = iota
	ofForeign
	ofSelf
	ofReader
	ofFirm
	ofNow
	ofUntil
	ofDeeds
	ofDuty
	ofFiller
	ofTitles
	ofSmall
	ofJoins
	ofGrades
	ofNever
	ofPhrases // the lists from here on hold phrases, one a line
)

const (
	ofPerson = iota + ofPhrases
	ofHeadings
	ofArticle
	ofEssay
	ofPosting
	ofNotice
	ofOpenings
	numLists
)

var listNames = [numLists]string{
	"english", "foreign", "self", "reader", "firm", "now", "until", "deeds", "duty", "filler", "titles", "small", "joins", "grades", "never",
	"person", "headings", "article", "essay", "posting", "notice", "openings",
}

// A cue is a word or phrase of the lists, or the beginning of one.
type cue struct {
	hash   uint64 // of its words, one after another; 0 is an empty place
	lists  uint32 // bit k: it stands in list k
	number uint8  // its index in its list, modulo 64
	longer bool   // a phrase begins with it
}

func (c *cue) in(list int) bool { return c.lists>>list&1 == 1 }

// cueSet is a hash table of cues with linear probing, about half full. Most words and
// pairs of words are no cues, so the first look is at the sieve.
type cueSet struct {
	sieve text.Sieve
	cues  [2048]cue
}

// none is the cue of a word that stands in no list.
var none cue

// find returns the cue of words of that hash, or none.
func (s *cueSet) find(h uint64) *cue {
	if !s.sieve.Passes(h) {
		return &none
	}
	return s.place(h)
}

// place returns the place of words of that hash, or an empty one.
func (s *cueSet) place(h uint64) *cue {
	i := h % uint64(len(s.cues))
	for s.cues[i].hash != 0 && s.cues[i].hash != h {
		i = (i + 1) % uint64(len(s.cues))
	}
	return &s.cues[i]
}

// add adds a word or phrase to a list, as its n-th.
func (s *cueSet) add(list, n int, words []string) {
	var h uint64
	for i, w := range words {
		if i == 0 {
			h = text.Hash(w)
		} else {
			h = then(h, text.Hash(w))
		}
		s.sieve.Add(h)
		c := s.place(h)
		c.hash = h
		if i+1 < len(words) {
			c.longer = true
			continue
		}
		c.lists |= 1 << list
		c.number = uint8(n % 64)
	}
}

// then is the hash of words and one more.
func then(words, word uint64) uint64 {
	return (bits.RotateLeft64(words, 23) ^ word) * 0x9E3779B97F4A7C15
}

// cues is what the files list, read once.
var cues = func() *cueSet {
	s := new(cueSet)
	list, n := ofEnglish, 0
	for _, file := range []string{functionWordsText, unreadText} {
		for words := range text.Lists(file) {
			if name, ok := strings.CutSuffix(words[0], ":"); ok && len(words) == 1 {
				list, n = listOf(name), 0
				continue
			}
			phrases := [][]string{words}
			if list < ofPhrases {
				phrases = slices.Collect(slices.Chunk(words, 1))
			}
			for _, p := range phrases {
				s.add(list, n, p)
				n++
			}
		}
	}
	return s
}()

func listOf(name string) int {
	i := slices.Index(listNames[:], name)
	if i < 0 {
		panic("unread.txt: there is no list " + name) // the file is compiled in
	}
	return i
}

// reading is what tells a posting from other texts: counts of words, and how the lines
// begin.
type reading struct {
	words    int
	count    [numLists]int    // by list: how often its words and phrases occur
	seen     [numLists]uint64 // by list: which of them occur, by number
	spans    int              // of years: "2016 – 2019", "Jan 2021 to date"
	job      int              // words of sentences about the job: its role, duties and requirements
	quiet    int              // words of benefits, notices and how to apply
	openings openings
}

// kinds is how many different words and phrases of a list there are.
func (r *reading) kinds(list int) int { return bits.OnesCount64(r.seen[list]) }

// readingOf reads a document once.
func readingOf(d *text.Document) reading {
	var r reading
	for i := range d.Sentences {
		s := &d.Sentences[i]
		before := r.words
		r.sentence(d, s)
		switch s.Kind {
		case text.Role, text.Duties, text.Requirements, text.Preferred:
			r.job += r.words - before
		case text.Benefits, text.Legal, text.Apply:
			r.quiet += r.words - before
		}
		if beginsLine(d, i) {
			r.openings.line(d, s)
		}
	}
	return r
}

// sentence counts the words and phrases of a sentence.
func (r *reading) sentence(d *text.Document, s *text.Sentence) {
	for i := s.First; i < s.Last; i++ {
		t := &d.Tokens[i]
		switch t.Class {
		case text.Word:
		case text.Number:
			if isYear(d, i) && spanOfYears(d, i+1, s.Last) {
				r.spans++
			}
			continue
		default:
			continue
		}
		r.words++
		h := t.Hash
		c := cues.find(h)
		if c.hash == 0 {
			continue
		}
		if c.lists == 1<<ofEnglish { // most of them
			r.count[ofEnglish]++
		} else {
			r.note(c, i == s.First, i+1 == s.Last)
		}
		for j := i + 1; c.longer && j < s.Last; j++ {
			next := &d.Tokens[j]
			if next.Class == text.Punct && d.Text[next.Start] == '-' {
				continue
			}
			h = then(h, next.Hash)
			if c = cues.find(h); c.hash == 0 {
				break
			}
			r.note(c, i == s.First, j+1 == s.Last)
		}
	}
}

// note counts a cue; first and last say whether it begins and ends its sentence.
func (r *reading) note(c *cue, first, last bool) {
	for l := c.lists; l != 0; l &= l - 1 {
		k := bits.TrailingZeros32(l)
		if k == ofDeeds && !first || k == ofHeadings && !(first && last) {
			continue
		}
		r.count[k]++
		r.seen[k] |= 1 << c.number
	}
}

func isYear(d *text.Document, i int) bool {
	s := d.TokenText(i)
	return len(s) == 4 && (s[:2] == "19" || s[:2] == "20") && '0' <= s[2] && s[2] <= '9' && '0' <= s[3] && s[3] <= '9'
}

// longestSpan is the number of tokens after a year within which a span must end: "– Mar
// 2021", "to 03/2021".
const longestSpan = 5

// spanOfYears says whether the tokens after a year make it the first of a span.
func spanOfYears(d *text.Document, from, last int) bool {
	if from >= last {
		return false
	}
	switch t := &d.Tokens[from]; {
	case t.Class == text.Punct:
		if s := d.TokenText(from); s != "-" && s != "–" && s != "—" {
			return false
		}
	case !cues.find(t.Hash).in(ofUntil):
		return false
	}
	for i := from + 1; i < min(last, from+longestSpan); i++ {
		if isYear(d, i) || cues.find(d.Tokens[i].Hash).in(ofNow) {
			return true
		}
	}
	return false
}

// beginsLine says whether sentence i begins a line, or an item of a list.
func beginsLine(d *text.Document, i int) bool {
	s := &d.Sentences[i]
	if i == 0 || d.Sentences[i-1].Line != s.Line || numbered(d, s) {
		return true
	}
	gap := d.Text[d.Sentences[i-1].End:s.Start]
	return len(gap) > 1 && strings.TrimSpace(gap) != ""
}

// numbered says whether a sentence begins with a number of a list: "2) ".
func numbered(d *text.Document, s *text.Sentence) bool {
	return s.Last-s.First > 2 && d.Tokens[s.First].Class == text.Number && d.Text[d.Tokens[s.First+1].Start] == ')'
}

// maxOpenings is how many different titles are counted.
const maxOpenings = 12

// openings are the different lines of a text that begin with a job's title.
type openings struct {
	hashes [maxOpenings]uint64
	n      int
	end    int // where the beginning of the last line with a title ends, also of one that was seen before
	gap    int // the longest stretch of bytes before such a line
}

// rest is the longest stretch of the text without a title, as a share of it.
func (o *openings) rest(d *text.Document) float64 {
	return float64(max(o.gap, len(d.Text)-o.end)) / float64(max(1, len(d.Text)))
}

// longestLine is how many bytes of a line count as its beginning, by which two lines
// are told apart.
const longestLine = 64

// line notes a line if it begins with a title. A title that the text begins with is the
// posting's own.
func (o *openings) line(d *text.Document, s *text.Sentence) {
	if !beginsWithTitle(d, s) {
		return
	}
	o.gap, o.end = max(o.gap, s.Start-o.end), min(s.End, s.Start+longestLine)
	if s.First == 0 || o.n == len(o.hashes) {
		return
	}
	h := text.Hash(d.Text[s.Start:min(s.End, s.Start+longestLine)])
	if !slices.Contains(o.hashes[:o.n], h) {
		o.hashes[o.n] = h
		o.n++
	}
}

// longestJobTitle is the number of words of the longest title.
const longestJobTitle = 10

// leastRow is the least number of words of a row of a table, if they are capitalised and
// one of them names a job.
const leastRow = 4

// beginsWithTitle says whether a sentence begins with a job's title: capitalised words
// up to a sign or a gap, of which the last names a job ("Senior Backend Engineer –
// Leeds"), or of which one does and "of" follows ("VP of Engineering").
func beginsWithTitle(d *text.Document, s *text.Sentence) bool {
	words, names, may := 0, false, false // a word named a job; the title may end here
	first := s.First
	if numbered(d, s) {
		first += 2
	}
	for i := first; i < s.Last; i++ {
		t := &d.Tokens[i]
		if may && gapBefore(d, i) {
			return true
		}
		switch t.Class {
		case text.Number:
			continue
		case text.Word:
		default:
			switch d.Text[t.Start] {
			case '-':
				if may && d.Text[t.Start-1] == ' ' {
					return true
				}
				continue
			case '/', '&', '*', '#', '+':
				continue
			case ',', '(':
				if may {
					return true
				}
				continue
			}
			if may || t.Class == text.Punct {
				return may
			}
			continue
		}
		c := cues.find(t.Hash)
		if words++; words > longestJobTitle || c.in(ofNever) {
			return false
		}
		if b := d.Text[t.Start]; 'a' <= b && b <= 'z' {
			switch {
			case !c.in(ofSmall):
				return false
			case names && c.in(ofJoins):
				return true
			}
			continue
		}
		may = c.in(ofTitles) || may && c.in(ofGrades)
		names = names || may
	}
	// "Senior Data Engineer Engineering Bergen": a row of a table, whose columns
	// became one line.
	return may || names && words >= leastRow
}

// gapBefore says whether token i stands in the next column of a table.
func gapBefore(d *text.Document, i int) bool {
	gap := d.Text[d.Tokens[i-1].End:d.Tokens[i].Start]
	return len(gap) > 1 || gap == "\t"
}
