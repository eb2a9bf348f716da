// How patterns are matched.
//
// The rules of the lexicon hold some 2,400 patterns such as
//
//	report|reports [directly] [in] to [the|our] ceo|founder
//
// and every posting is searched for all of them. Few match, most not even by their
// first word, so nearly all of the work is to find out which need not be tried.
//
// Programs. A pattern is compiled to a program over sets of places: a set is one
// word of 64 bits, and bit i says that a match may have come to the gap before unit
// i of the sentence. The vocabulary numbers the words that patterns name, and a
// window holds, for each of them, the places where it stands. A word of the pattern
// keeps those places that stand before its own occurrences and moves them on by
// one (at & places << 1); an option keeps both ways; a gap of up to n words spreads
// the set n times. So one pass over the program tries the pattern at every place of
// a sentence at once, in a few instructions a step and without recursion, and where
// the set becomes empty the rest is passed over. The method is that of Cameron et
// al., "Bitwise data parallelism in regular expression matching" (2014), with words
// in the place of bytes. Because a set is one word, a window holds 63 units and a
// match 40 at most; a longer sentence is read in windows that overlap by as many.
//
// Ways. An alternative of several words ("head of engineering" or "vp") would hide
// what its pattern needs: either of its ways needs words of its own, both together
// hardly any. So a pattern is taken apart into its ways, up to 48, each of them a
// program, and equal ones of several rules one: some 8,500 in all. Single words in
// alternation stay one class, whose places are joined when a window is first asked
// for them.
//
// Triggers. A match holds at least one word of every required step. The rarest of
// these, by the counts of common.txt, triggers the program: it is looked at only in
// a sentence that holds such a word. Exceptions are triggered by their rule, when it
// says something, and what denies or hedges only after that.
//
// Marks. The next three of the required steps are asked for as well. Each set of
// words that some program needs is given one of 1,023 marks, every word bears those
// of its sets, and a sentence those of its words; whether it bears the three is read
// from three bits, without a branch, since a branch that nobody can predict costs
// more than the look. Sets that share a mark make false alarms, never a miss, so the
// commoner a set, the fewer may share its mark: from the commonest set down, each is
// dealt the mark with the least load so far (Graham's longest-processing-time rule).
// A heap keeps that one first, so that loading does not search all marks for every
// set. More than three needs a program rule out hardly more.
//
// Quiet kinds. In sentences of legal notices one trigger in ninety counts. For such
// kinds, of which a twentieth of the triggers count or less, a sieve of the words
// that could trigger anything is asked first, and most sentences are left at that.
//
// Why no regular expressions. Package regexp runs one expression at a time over
// bytes, and of thousands in one alternation does not say which matched. It knows
// neither words that are passed over, nor numbers with their units, nor that an
// exception matters only where its rule speaks. Why no automaton: the matcher before
// this one was Glushkov's position automaton over words, shared by all patterns. It
// followed every beginning of a match on its own, state by state, and took half as
// long again.
//
// What was measured. Finding took 45 µs with that automaton and 30 µs with programs
// for a posting of 3.7 KB on warm caches. A posting with all the reading of it and
// its row took 978,000 instructions then, 873,000 once ways were programs of their
// own, and 843,000 once triggers were looked at without branches (cachegrind;
// mispredicted branches 12,300, 9,800 and 8,900). The first word's places, kept in
// the trigger and looked at before the program is, took another 3 %. In 384 postings
// of engineering leaders a sentence has 15 units on average, for which 48 of 12,300
// triggers are looked at and 4 programs run.
//
// File pattern.go reads patterns, compile.go makes programs of them, vocabulary.go
// numbers their words and deals the marks, window.go runs them, and find.go makes
// evidence of what they match.

package signal

import "rung/corpus/text"

// program is one way to match a pattern, compiled.
type program struct {
	accepts []accept // what a match means; the same pattern may stand in several rules
	code    []op
	kinds   uint16 // anchored, or 0
}

type accept struct {
	rule int32 // -1 for the context
	use  patternUse
}

// phase says when a pattern is tried: what rules say, always; the exceptions of a
// rule, where it says something; the context, where any rule does.
type phase uint8

const (
	phaseSay phase = iota
	phaseUnless
	phaseContext
	numPhases
)

func (a accept) phase() phase {
	switch a.use {
	case useSay:
		return phaseSay
	case useUnless:
		return phaseUnless
	}
	return phaseContext
}

// op is a step of a program. The state of a program is a set and a stack of sets.
type op struct {
	code opcode
	fail uint16 // the step to go on at where the set is empty: the end of the bracket, or of the code
	arg  int32
}

type opcode uint8

const (
	opWord   opcode = iota // moves over the word arg
	opClass                // moves over the words or numbers of class arg
	opGap                  // moves over up to arg words of any kind
	opOption               // pushes the set: what follows may be left out
	opJoin                 // pops it, and joins it
	opAlt                  // pushes the set and an empty result: alternatives follow
	opOr                   // joins the result and begins the next alternative with the set
	opEnd                  // joins the result and goes on with it; pops both
)

const (
	maxMatch = 40 // units of the longest match
	maxDepth = 32 // sets on a program's stack
)

// class is a set of words, or of numbers, that a place of a pattern takes.
type class struct {
	words     []int32 // of the vocabulary
	number    bool
	low, high float64 // of a number, both ends included
}

// patterns are those of a lexicon, ready to run.
type patterns struct {
	vocab    vocabulary
	classes  []class
	programs []program
	says     triggers                 // of what rules say
	context  triggers                 // of the context
	unless   triggers                 // by rule: its exceptions
	spelled  []float64                // by word: the number that it writes out, or 0
	times    []float64                // by word: what it multiplies a number by, or 0
	joins    []bool                   // by word: it may be joined with the unit before
	marks    []marks                  // by word
	number   marks                    // of a number
	quiet    [text.NumKinds]*listener // of kinds in which few rules count, else nil
}

// listener knows which tokens let a rule count in sentences of a kind.
type listener struct {
	words  text.Sieve
	number bool // numbers do
}

// hears reports whether one of the tokens may let a rule count.
func (l *listener) hears(tokens []text.Token) bool {
	for i := range tokens {
		t := &tokens[i]
		if l.words.Passes(t.Hash) || t.Class == text.Number && l.number {
			return true
		}
	}
	return false
}

// triggers are the programs that are worth trying in a sentence, by its words; by
// word 0, those that are worth trying where there is a number.
type triggers struct {
	list []trigger
	from []uint32 // word w: list[from[w]:from[w+1]]
}

// trigger names a program and holds what rules most of them out beside it, so that
// a look touches no other memory.
type trigger struct {
	program uint32
	kinds   uint16          // bit k: counts in sections of kind k; and anchored
	need    [maxNeed]uint16 // marks that the sentence must bear too
	first   op              // of the program
}

// anchored is the bit of patterns that match at the beginning of a sentence only.
const anchored = 1 << 15

// marks is a set of marks: bit i of lane k is mark 64k+i. A sentence bears those of
// its words, and every sentence mark 0. A mark stands for a set of words that
// patterns need, or for several sets: one that is borne proves nothing, and one that
// is not borne rules a pattern out.
type marks [16]uint64

const (
	maxNeed  = 3 // more rule out hardly more
	numMarks = 16 * 64
)

func (m *marks) set(mark uint16) { m[mark>>6] |= 1 << (mark & 63) }

// bit returns the lane of the mark, shifted so that its lowest bit tells whether
// the mark is borne.
func (m *marks) bit(mark uint16) uint64 { return m[mark>>6%16] >> (mark & 63) }
