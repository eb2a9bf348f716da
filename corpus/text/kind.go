// How the kinds of sentences are read.
//
// A sentence is content of one of nine kinds, or the heading of one: eighteen states.
// A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) says
// which, from three tables that were learned on labelled postings. A sequence of
// states has the sum of their scores, in hundredths, and the best sequence is found
// with Viterbi's method, in time linear in the text.
//
// cues.txt says, of each cue, how much it speaks for each kind of content. A cue is a
// word, two neighbouring words, or a mark. Marks tell how a sentence looks and where
// it stands: how long it is, whether it begins an item or ends with a colon, whether
// it begins with a known heading ("Responsibilities: lead …").
//
// headcues.txt says the same of cues for a heading of each kind. Its marks tell
// whether the words are a known heading of headings.txt, how they are capitalised,
// what sign ends them, and what stands around. Only a short sentence is asked: one
// alone on its line, or one before the first item of a list that lost its lines.
//
// turns.txt says how well a state follows another, apart for each way in which a
// sentence follows the one before it: within a line, as the next item, on the next
// line, behind a blank one. So a list goes on being what it was, and a heading is
// followed by what it introduces.

package text

// A state is the kind of a sentence, or, of a heading, numContent plus the kind that
// it introduces.
type state uint8

const numStates = 2 * numContent

// A unit is a sentence with what the model needs of it.
type unit struct {
	content scores // how well it is content of each kind
	heading scores // how well it is a heading of each kind
	may     bool   // it may be a heading
	item    bool   // it begins an item of a list
	turn    uint8  // how it follows the unit before: sameLine …
}

// The turns: how one unit follows another.
const (
	sameLine = iota // on the same line
	longLine        // the same, in a line so long that it may hold a whole posting
	nextItem        // an item of a list after an item
	nextLine        // on a new line
	nextPara        // on a line after a blank one, or the first of the text
	numTurns
)

var turnNames = [numTurns]string{"same-line", "long-line", "next-item", "next-line", "next-paragraph"}

// turns holds the scores of one state after another, by turn.
type turns struct {
	score [numTurns][numStates][numStates]int32 // by the earlier state, then by the later
	gain  [numTurns][numStates][numStates]int32 // [t][j][l]: the most by which l, as the earlier state, may outdo j, whatever comes later
}

// scratch is what reading needs besides the Document.
type scratch struct {
	units []unit
	cues  []uint64
	back  [][numStates]state
	best  []state
	asked map[string]bool // what punkt said of the words around a full stop
	steps int             // bytes and tokens looked at beyond the one at hand
}

// maxPara is the length in bytes from which a line may hold paragraphs that lost
// their breaks.
const maxPara = 700

// maxHeading is the length of the longest heading, in tokens.
const maxHeading = 14

var (
	cueNumber = Hash("{n}")
	cueBegin  = Hash("^")
	cueEnd    = Hash("<end>")
	hashSharp = Hash("#")
)

// markIDs numbers the marks by the names that they have in the files. Cues that are
// words go by their hashes, none of which is as small.
var markIDs = map[string]uint64{}

// mark numbers a family of n marks: "<length0>", "<length1>" …
func mark(name string, n int) []uint64 {
	m := make([]uint64, n)
	for i := range m {
		m[i] = uint64(len(markIDs))
		markIDs["<"+name+string(rune('0'+i))+">"] = m[i]
	}
	return m
}

var (
	markLen     = mark("length", 7)              // number of words: up to 2, 4, 8, 14, 24, 40, or more
	markPlace   = mark("place", numPlaces)       // place in the text
	markItem    = mark("item", 2)                // 1: begins an item of a list
	markColon   = mark("colon", 2)               // 1: ends with a colon
	markBegins  = mark("begins", numContent)     // begins with a known heading of that kind
	markIs      = mark("is", numContent)         // is a known heading of that kind
	markIsLoose = mark("is-loosely", numContent) // the same, of a heading that promises little
	markEnds    = mark("ends", numEndings)       // sign at the end
	markCase    = mark("case", numCases)         // how the words are capitalised
	markAround  = mark("around", 8)              // sum of afterBlank, beforeItem and beforeBlank
	markWords   = mark("words", 8)               // number of words of a heading: 1, 2, 3, 4, up to 6, 8, 10, or more; 0 with 1
	markSign    = mark("sign", 2)                // 1: begins with # or *
)

// The signs that end a heading.
const (
	endsNot = iota // none of these
	endsColon
	endsAsking // ?
	endsStop   // .
	endsOther  // ! ; ,
	numEndings
)

// How the words of a heading are capitalised; small words of up to three letters do
// not count.
const (
	caseSmall = iota // no word begins with a capital
	caseUpper        // all letters are capitals
	caseTitle        // all words begin with a capital
	caseMost         // most do
	caseSome         // some do
	numCases
)

// What stands around a heading.
const (
	afterBlank  = 1 // a blank line before it
	beforeItem  = 2 // an item of a list after it
	beforeBlank = 4 // a blank line after it
)

// observe fills in the units: one for every sentence.
func (d *Document) observe() {
	u := d.scratch.units[:0]
	for i := range d.Sentences {
		s := &d.Sentences[i]
		var x unit
		x.item = d.isItem(i)
		x.turn = nextPara
		first := i == 0 || d.Sentences[i-1].Line != s.Line
		switch {
		case i == 0:
		case x.item && u[i-1].item:
			x.turn = nextItem
		case !first && d.Lines[s.Line].End-d.Lines[s.Line].Start > maxPara:
			x.turn = longLine
		case !first:
			x.turn = sameLine
		case d.Lines[s.Line].Number == d.Lines[s.Line-1].Number+1:
			x.turn = nextLine
		}
		last := i+1 == len(d.Sentences) || d.Sentences[i+1].Line != s.Line
		if s.Last-s.First <= maxHeading {
			x.may = first && last || !x.item && !last && d.isItem(i+1)
		}
		u = append(u, x)
	}
	d.scratch.units = u
}

// isItem reports whether sentence i begins an item of a list.
func (d *Document) isItem(i int) bool {
	s := &d.Sentences[i]
	if i == 0 || d.Sentences[i-1].Line != s.Line {
		return d.Lines[s.Line].Bullet
	}
	at := trim(d.Text, d.Sentences[i-1].End, s.Start)
	return at.Start < at.End
}

// contentCues appends the cues by which unit i is content of a kind: the hashes of
// words, as many as it says, and then marks.
func (d *Document) contentCues(dst []uint64, i int) (cues []uint64, words int) {
	s := &d.Sentences[i]
	toks := d.Tokens[s.First:s.Last]
	prev := cueBegin
	for _, t := range toks {
		h := t.Hash
		switch {
		case t.Class == Number:
			h = cueNumber
		case t.Class == Punct, t.Hash == hashSharp:
			continue
		}
		dst = append(dst, h, pair(prev, h))
		prev = h
	}
	words = len(dst)
	dst = append(dst, markLen[bucket(words/2, 2, 4, 8, 14, 24, 40)], markItem[b2i(d.scratch.units[i].item)],
		markColon[b2i(d.Text[s.End-1] == ':')], markPlace[d.place(s)])
	if k, ok := d.begins(toks); ok {
		dst = append(dst, markBegins[k])
	}
	return dst, words
}

// begins says what the known heading introduces that a sentence begins with:
// "Responsibilities: lead …", "POSITION SUMMARY Acme seeks …".
func (d *Document) begins(toks []Token) (k Kind, ok bool) {
	if len(toks) == 0 || !isUpper(d.Text[toks[0].Start]) {
		return 0, false
	}
	h, n := uint64(hashSeed), 0
	for i, t := range toks[:min(len(toks), 7)] {
		if t.Class > Number || t.Hash == hashAnd || n == 0 && isSkipped(t.Hash) {
			continue
		}
		if n == 0 && !headings.first.Passes(t.Hash) {
			return 0, false
		}
		h = pair(h, t.Hash)
		n++
		colon := i+1 < len(toks) && d.Text[toks[i+1].Start] == ':'
		if n > 1 || colon {
			if x, found := headings.find(h); found && !x.loose && (colon || i+1 < len(toks) && isUpper(d.Text[toks[i+1].Start])) {
				k, ok = x.kind, true
			}
		}
		if colon {
			break
		}
	}
	return k, ok
}

// headingCues appends, likewise, the cues by which unit i is a heading of a kind.
func (d *Document) headingCues(dst []uint64, i int) (cues []uint64, words int) {
	s := &d.Sentences[i]
	toks := d.Tokens[s.First:s.Last]
	prev := cueBegin
	n, upper, title, small := 0, 0, 0, 0
	for _, t := range toks {
		if t.Class > Number {
			continue
		}
		h := t.Hash
		if t.Class == Number {
			h = cueNumber
		}
		dst = append(dst, h, pair(prev, h))
		prev = h
		n++
		switch w := d.Text[t.Start:t.End]; {
		case t.Class == Number:
		case len(w) > 1 && isUpper(w[0]) && isUpper(w[1]):
			upper++
		case isUpper(w[0]):
			title++
		case len(w) > 3:
			small++
		}
	}
	dst = append(dst, pair(prev, cueEnd))
	words = len(dst)
	if h, ok := headings.find(phrase(toks)); ok && n > 0 {
		m := markIs[h.kind]
		if h.loose {
			m = markIsLoose[h.kind]
		}
		dst = append(dst, m)
	}
	casing := caseSmall
	switch {
	case small == 0 && title == 0 && upper > 0:
		casing = caseUpper
	case small == 0 && title+upper > 0:
		casing = caseTitle
	case title+upper > small:
		casing = caseMost
	case title+upper > 0:
		casing = caseSome
	}
	ends := endsNot
	switch d.Text[s.End-1] {
	case ':':
		ends = endsColon
	case '?':
		ends = endsAsking
	case '.':
		ends = endsStop
	case '!', ';', ',':
		ends = endsOther
	}
	u := d.scratch.units
	around := afterBlank * b2i(u[i].turn == nextPara)
	if i+1 < len(u) {
		around += beforeItem*b2i(u[i+1].item) + beforeBlank*b2i(u[i+1].turn == nextPara)
	}
	sign := d.Text[s.Start] == '#' || d.Text[s.Start] == '*'
	return append(dst, markWords[bucket(n, 1, 2, 3, 4, 6, 8, 10)], markCase[casing], markEnds[ends],
		markAround[around], markItem[b2i(u[i].item)], markSign[b2i(sign)]), words
}

// The places of a sentence in its text. The end is no place of its own: notices
// stand there most often, but what is said of the job may stand below them.
const (
	shortText = iota // anywhere in a text of less than 500 bytes
	firstLine
	beginning // in the first 15 % of the bytes
	behind    // below that
	numPlaces
)

// place says where in the text a sentence stands.
func (d *Document) place(s *Sentence) int {
	switch n := len(d.Text); {
	case n < 500:
		return shortText
	case s.Line == 0:
		return firstLine
	case 100*s.Start/n <= 15:
		return beginning
	}
	return behind
}

// bucket returns how many of the limits x exceeds.
func bucket(x int, limits ...int) int {
	n := 0
	for _, l := range limits {
		if x > l {
			n++
		}
	}
	return n
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
