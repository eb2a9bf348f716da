package signal

import (
	"cmp"
	"iter"
	"slices"

	"rung/corpus/text"
)

// unit is what one step of a pattern takes: a word, a number with its multiplier and
// range, or a title of two words ("vice president").
type unit struct {
	value  float64 // of a number; of a range, its lower end
	word   int32   // in the vocabulary; 0 if no pattern names it
	first  int32   // tokens first to last, both included
	last   int32
	number bool
}

// Finder finds the signals of one document after another and reuses its
// buffers. It is not safe for concurrent use; the lexicon is.
type Finder struct {
	lx      *Lexicon
	units   []unit
	window  window
	found   []match
	byRule  [][]Evidence
	touched []int32
	signals []Signal
	special specialWords
	vocab   wordTable
	terms   *TermFinder // counts the terms; nil if none are counted
	number  int32       // the term that stands for numbers, or 0
	alone   bool        // all terms are single words: join counts them
	counts  bool        // it does so in this sentence

	denials  []int32  // of a sentence: where negations end, in order
	excluded []uint64 // by rule: the last turn in which an exception of it stood in the sentence
	turn     uint64   // counts the sentences with matches
	steps    int      // matches compared with one another, for the test that this stays in bounds
}

// match is a place of a pattern: units from to to, both included.
type match struct {
	accept
	from, to int32
}

// specialWords are the numbers in the vocabulary of the words that join looks for.
type specialWords struct {
	vice, president, presidents, vp, vps, to, or int32
}

// NewFinder makes a finder for the lexicon.
func (lx *Lexicon) NewFinder() *Finder {
	id := func(w string) int32 { return lx.patterns.vocab.lookup(text.Hash(w)) }
	return &Finder{
		lx:     lx,
		window: newWindow(lx.patterns),
		byRule: make([][]Evidence, len(lx.Rules)), excluded: make([]uint64, len(lx.Rules)),
		vocab: lx.patterns.vocab.with(nil),
		special: specialWords{
			vice: id("vice"), president: id("president"), presidents: id("presidents"),
			vp: id("vp"), vps: id("vps"), to: id("to"), or: id("or"),
		},
	}
}

// NewCounter makes a finder that also counts the terms, in the same reading.
func (lx *Lexicon) NewCounter(t *Terms) *Finder {
	f := lx.NewFinder()
	f.terms, f.alone = t.NewFinder(), t.longest <= 1 && len(t.names) <= maxTable
	if f.alone {
		f.vocab = lx.patterns.vocab.with(t.names)
		_, f.number = f.vocab.lookup(numberHash)
	}
	return f
}

// Hits returns the terms of the document that Find read last, in the order of
// their first places. The result is valid until the next call.
func (f *Finder) Hits(d *text.Document) []Hit {
	switch {
	case f.terms == nil:
		return nil
	case f.alone:
		return f.terms.counted()
	}
	return f.terms.Find(d)
}

// Find returns the rules that fire in the document, in the order of the
// lexicon. The result is valid until the next call.
func (f *Finder) Find(d *text.Document) []Signal {
	for _, r := range f.touched {
		f.byRule[r] = f.byRule[r][:0]
	}
	f.touched = f.touched[:0]
	if f.alone {
		f.terms.counted() // of a document whose hits nobody asked for
		f.terms.hits = f.terms.hits[:0]
	}
	for i := Body(d); i < len(d.Sentences); i++ {
		f.sentence(d, i)
	}
	slices.Sort(f.touched)
	f.touched = slices.Compact(f.touched)
	f.signals = f.signals[:0]
	for _, r := range f.touched {
		f.signals = append(f.signals, Signal{f.lx.Rules[r], f.byRule[r]})
	}
	return f.signals
}

// longestTitle is the number of tokens up to which a first line may be a title.
const longestTitle = 16

// Body is the index of the first sentence after the posting's own title. A text
// begins with a title if its first line is short and ends without a full stop, and
// more stands below it. A title is testimony, whatever it says.
func Body(d *text.Document) int {
	if len(d.Lines) < 2 || d.Lines[0].Bullet || d.Lines[0].End == d.Lines[0].Start {
		return 0
	}
	switch d.Text[d.Lines[0].End-1] {
	case '.', '!', '?', ';', ',':
		return 0
	}
	n, tokens := 0, 0
	for n < len(d.Sentences) && d.Sentences[n].Line == 0 {
		tokens += d.Sentences[n].Last - d.Sentences[n].First
		n++
	}
	if tokens > longestTitle {
		return 0
	}
	return n
}

// Find is for callers that read one document: it allocates.
func (lx *Lexicon) Find(d *text.Document) []Signal {
	return lx.NewFinder().Find(d)
}

func (f *Finder) sentence(d *text.Document, at int) {
	s := &d.Sentences[at]
	f.counts = f.alone && termKinds>>s.Kind&1 == 1
	if l := f.lx.patterns.quiet[s.Kind]; l != nil && !f.counts && !l.hears(d.Tokens[s.First:s.Last]) {
		return
	}
	f.join(d, s)
	f.found = f.window.find(f.found[:0], f.units, s.Kind)
	if len(f.found) > 0 {
		f.settle(d, at)
	}
}

// negationReach is how many words before a match a negation may end.
const negationReach = 4

// settle turns the matches of one sentence into evidence: of those that overlap, the
// longest. It leaves out what is denied, what an exception excludes, and what stands
// in a section where the rule does not count, and marks what is conditional. Matches
// are in the order in which they end, and none is longer than maxMatch: so each is
// compared with its neighbours alone, however long the sentence is.
func (f *Finder) settle(d *text.Document, at int) {
	s := &d.Sentences[at]
	hedged, says := s.Kind == text.Preferred, false
	f.denials = f.denials[:0]
	f.turn++
	slices.SortStableFunc(f.found, func(a, b match) int { return cmp.Compare(a.to, b.to) })
	for i, m := range f.found {
		switch m.use {
		case useHedges:
			hedged = true
		case useSay:
			says = true
		case useUnless:
			f.excluded[m.rule] = f.turn
		case useNegates:
			if !f.affirmed(i) {
				f.denials = append(f.denials, m.to)
			}
		}
	}
	if !says {
		return
	}
	for i, m := range f.found {
		if m.use != useSay {
			continue
		}
		r := f.lx.Rules[m.rule]
		if !r.Counts(s.Kind) || f.excluded[m.rule] == f.turn || !r.keepNegated && f.negated(m) || f.covered(i) {
			continue
		}
		span := text.Span{
			Start: int(d.Tokens[f.units[m.from].first].Start),
			End:   int(d.Tokens[f.units[m.to].last].End),
		}
		f.touched = append(f.touched, m.rule)
		f.byRule[m.rule] = append(f.byRule[m.rule], Evidence{Span: span, Section: s.Kind, Sentence: at, Hedged: hedged && !r.keepHedged})
	}
}

// around gives the other matches that may overlap match i.
func (f *Finder) around(i int) iter.Seq2[int, match] {
	return func(yield func(int, match) bool) {
		m := f.found[i]
		for j := i - 1; j >= 0 && f.found[j].to >= m.from; j-- {
			f.steps++
			if !yield(j, f.found[j]) {
				return
			}
		}
		for j := i + 1; j < len(f.found) && f.found[j].to < m.to+maxMatch; j++ {
			f.steps++
			if !yield(j, f.found[j]) {
				return
			}
		}
	}
}

// covered says whether another match of the same rule is preferred to match i: one
// that overlaps it and begins earlier, or begins at the same word and ends later.
func (f *Finder) covered(i int) bool {
	m := f.found[i]
	for j, o := range f.around(i) {
		if o.accept != m.accept || m.to < o.from {
			continue
		}
		if o.from < m.from || o.from == m.from && (o.to > m.to || o.to == m.to && j < i) {
			return true
		}
	}
	return false
}

// affirmed says whether negation i is a part of words that affirm ("not only").
func (f *Finder) affirmed(i int) bool {
	n := f.found[i]
	for _, o := range f.around(i) {
		if o.use == useAffirms && o.from <= n.from && n.to <= o.to {
			return true
		}
	}
	return false
}

// negated says whether a negation ends close before the match.
func (f *Finder) negated(m match) bool {
	i, _ := slices.BinarySearch(f.denials, m.from-negationReach)
	return i < len(f.denials) && f.denials[i] < m.from
}

// join makes the units of a sentence: it passes over punctuation, reads numbers with
// their multipliers and ranges, and makes one word of "vice president".
func (f *Finder) join(d *text.Document, s *text.Sentence) {
	f.units = f.units[:0]
	words, sp, vocab := f.lx.patterns, &f.special, &f.vocab
	dash := false // a dash or "to" stands between this token and a number before it
	for i := s.First; i < s.Last; i++ {
		t := &d.Tokens[i]
		if t.Class == text.Punct {
			c := d.Text[t.Start]
			dash = c == '-' || c == 0xE2 // – and —
			continue
		}
		if t.Class == text.Symbol && ignoredSymbol(d.Text[t.Start:t.End]) {
			continue
		}
		word, term := vocab.lookup(t.Hash)
		u := unit{word: word, first: int32(i), last: int32(i)}
		if t.Class == text.Word && term != 0 && f.counts {
			f.terms.add(term)
		}
		if t.Class == text.Word && !words.joins[word] {
			f.units = append(f.units, u)
			dash = false
			continue
		}
		n := len(f.units)
		switch {
		case t.Class == text.Number:
			if f.counts && f.number != 0 {
				f.terms.add(f.number)
			}
			u.value, u.number = parseNumber(d.Text[t.Start:t.End])
		case word != 0:
			if m := words.times[word]; m != 0 && n > 0 && f.units[n-1].number && f.units[n-1].last == int32(i-1) {
				f.units[n-1].value *= m
				f.units[n-1].last = int32(i)
				// "50-100 million": the multiplier is meant for both ends.
				continue
			}
			if v := words.spelled[word]; v != 0 {
				u.value, u.number = v, true
				if n > 0 && f.units[n-1].number && v < 10 && f.units[n-1].value >= 20 && f.units[n-1].value < 100 && !startsWithDigit(d, f.units[n-1].first) {
					f.units[n-1].value += v // twenty-five
					f.units[n-1].last = int32(i)
					continue
				}
			}
		}
		if n > 0 {
			p := &f.units[n-1]
			switch {
			case u.number && p.number && dash && p.last >= int32(i-2):
				p.last = int32(i) // 10-15: one number, its lower end
				dash = false
				continue
			case u.number && n > 1 && (p.word == sp.to || p.word == sp.or) && f.units[n-2].number && p.word != 0:
				f.units = f.units[:n-1]
				f.units[n-2].last = int32(i) // ten to fifteen
				continue
			case p.word == sp.vice && word == sp.president:
				p.word, p.last = sp.vp, int32(i)
				continue
			case p.word == sp.vice && word == sp.presidents:
				p.word, p.last = sp.vps, int32(i)
				continue
			}
		}
		f.units = append(f.units, u)
		dash = false
	}
}

func startsWithDigit(d *text.Document, token int32) bool {
	c := d.Text[d.Tokens[token].Start]
	return '0' <= c && c <= '9'
}

// ignoredSymbol says whether a sign is passed over like punctuation: "10+
// years", "**bold**", "#1".
func ignoredSymbol(s string) bool {
	switch s {
	case "$", "€", "£", "¥", "%", "&":
		return false
	}
	return true
}
