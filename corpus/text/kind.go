package text

// The kinds of sentences are read with a linear-chain conditional random field
// (Lafferty, McCallum and Pereira 2001): what a sentence's words say, what its
// looks say, and what usually follows what. The best sequence is found with
// Viterbi's method, in time linear in the text.

// A state is the kind of a sentence, or numContent plus the kind that a heading
// introduces.
type state uint8

const numStates = 2 * numContent

// A unit is a sentence with what the model needs of it.
type unit struct {
	content scores // scores of being content of a kind
	heading scores // scores of being a heading of a kind
	may     bool   // it may be a heading
	item    bool   // it begins an item of a list
	turn    uint8  // how it follows the unit before: index into turns
}

// How one unit follows another.
const (
	sameLine = iota // a sentence within the line
	longLine        // the same in a line so long that it may hold a whole posting
	nextItem        // an item of a list after another
	nextLine        // a new line
	nextPara        // a line after a blank one
	numTurns
)

var turnNames = [numTurns]string{"same-line", "long-line", "next-item", "next-line", "next-paragraph"}

// turns holds the scores of a state after another, by how the units follow.
type turns struct {
	score [numTurns][numStates][numStates]int32 // of the later state, by the earlier
	gain  [numTurns][numStates][numStates]int32 // the most that the second makes up for the first, as earlier states
}

// scratch is what reading needs besides the Document.
type scratch struct {
	units []unit
	cues  []uint64
	back  [][numStates]state
	best  []state
	asked map[string]bool // what punkt said of two words
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

// markIDs numbers the marks, which tell how a sentence looks: no hash is as small.
var markIDs = map[string]uint64{}

// mark numbers a family of marks: "<length0>", "<length1>" …
func mark(name string, n int) []uint64 {
	m := make([]uint64, n)
	for i := range m {
		m[i] = uint64(len(markIDs))
		markIDs["<"+name+string(rune('0'+i))+">"] = m[i]
	}
	return m
}

var (
	markLen     = mark("length", 7)              // words, in buckets
	markPlace   = mark("place", numPlaces)       // see place
	markItem    = mark("item", 2)                // begins an item of a list
	markColon   = mark("colon", 2)               // ends with a colon
	markBegins  = mark("begins", numContent)     // begins with a known heading of that kind
	markIs      = mark("is", numContent)         // is a known heading of that kind
	markIsLoose = mark("is-loosely", numContent) // the same, marked with "?"
	markEnds    = mark("ends", 5)                // : 1, ? 2, . 3, others 4
	markCase    = mark("case", 5)                // all capitals 1, all with a capital 2, most 3, some 4
	markAround  = mark("around", 8)              // blank line before 1, item after 2, blank line after 4
	markWords   = mark("words", 8)               // words of a heading, in buckets
	markSign    = mark("sign", 2)                // begins with # or *
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

// contentCues appends the hashes of the cues that speak for the kind of what
// unit i says. The first so many are of words, the others marks.
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

// begins says which known heading a sentence begins with: "Responsibilities:
// lead …", "POSITION SUMMARY Acme seeks …".
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

// headingCues does the same for what speaks for unit i being a heading, and of
// what.
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
	casing := 0
	switch {
	case small == 0 && title == 0 && upper > 0:
		casing = 1
	case small == 0 && title+upper > 0:
		casing = 2
	case title+upper > small:
		casing = 3
	case title+upper > 0:
		casing = 4
	}
	ends := 0
	switch c := d.Text[s.End-1]; {
	case c == ':':
		ends = 1
	case c == '?':
		ends = 2
	case c == '.':
		ends = 3
	case c == '!', c == ';', c == ',':
		ends = 4
	}
	u := d.scratch.units
	around := b2i(u[i].turn == nextPara)
	if i+1 < len(u) {
		around += 2*b2i(u[i+1].item) + 4*b2i(u[i+1].turn == nextPara)
	}
	sign := d.Text[s.Start] == '#' || d.Text[s.Start] == '*'
	return append(dst, markWords[bucket(n, 1, 2, 3, 4, 6, 8, 10)], markCase[casing], markEnds[ends],
		markAround[around], markItem[b2i(u[i].item)], markSign[b2i(sign)]), words
}

// The places of a sentence. Its end is like the rest of a text: notices stand
// there most often, but what is said of the job may stand below them.
const (
	shortText = iota // anywhere in it
	firstLine
	beginning
	behind // the beginning
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

// bucket returns how many of the limits x has reached.
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
