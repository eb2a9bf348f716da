// Package study turns many verdicts, and what their postings state, into tables
// of results: how many are of which level, whether titles agree, in what the
// levels differ, and how surely. It keeps a few hundred bytes of a posting and
// none of its text. It judges no posting, draws no table, rounds nothing, and
// says in each caption what was counted and what was left out.
package study

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"iter"
	"math/bits"
	"slices"

	"rung/classify"
	"rung/classify/signal"
	"rung/corpus"
	"rung/corpus/boilerplate"
	"rung/corpus/text"
)

// Options say what is read of each posting. The zero value reads verdicts only.
type Options struct {
	Levels   [2]string              // the lower and the higher level, as the model names them; zero: director and vp
	Facts    bool                   // what a posting states: skills, duties, experience, education, pay
	Terms    bool                   // the words of its duties
	Repeated *boilerplate.Sentences // sentences to leave out of Terms; nil keeps all
}

// Observation is what is kept of one posting.
type Observation struct {
	ID, Company, Title, Source, Month string // Source: the file or host; Month: "2026-11", or "" where it is not known
	Label                             string // that the input gives, "" for none
	Level                             classify.Level
	Answer                            string         // see report.Answer
	Sure                              bool           // a level without it leans, where the model knows a ladder
	Why                               classify.Why   // of a level that is neither, where it is known
	Cause                             classify.Cause // of one that is unread
	Claim                             classify.Claim
	Agreement                         classify.Agreement
	Probability                       float64
	PriorVP                           float64 // share of the higher level that Probability assumes
	Differences                       [signal.NumDifferences]float64
	Model                             string // "default@hash"
	Facts                             Facts
	Duplicate                         bool // its text is nearly that of an earlier one

	hasText bool
	print   uint64             // corpus.SimHash of the text
	seen    [numFeatures]hits  // by feature; without what was dropped
	things  [numFeatures]int32 // how many different ones the posting has, dropped ones included
	sights  [numFeatures]int32 // and how often in all
}

// Facts are what a posting states once. What is not stated is 0 or "", but
// for Degree.
type Facts struct {
	Read                bool    // else nothing is known of what it states
	Years, YearsLeading float64 // the most that one statement demands
	Degree              int8    // profile.Degree of the least that must be; -1: none named
	OrEquivalent        bool
	PayLow, PayHigh     float64 // a year, in Currency; PayLow may be 0 where only the upper end is stated
	Currency, Period    string  // "USD"; the period that pay was stated for
}

// feature is a kind of thing of which a posting has many.
type feature uint8

const (
	skill feature = iota
	duty
	term
	numFeatures
)

// hits are the things of the vocabulary that one posting has, in order of their
// ids, with how often it has them. They are most of what a study holds: an id is
// written as its distance from the one before, in seven bits a byte, the lowest
// bit of it saying that a count above one follows.
type hits []byte

type hit struct{ id, count int }

// pack writes hits, sorted by id.
func pack(list []hit) hits {
	b := make([]byte, 0, 3*len(list))
	last := 0
	for _, h := range list {
		step := uint64(h.id-last) << 1
		last = h.id
		if h.count == 1 {
			b = binary.AppendUvarint(b, step)
		} else {
			b = binary.AppendUvarint(binary.AppendUvarint(b, step|1), uint64(h.count))
		}
	}
	return slices.Clone(b) // of its own length
}

// all gives the ids and their counts.
func (b hits) all() iter.Seq2[int, int] {
	return func(yield func(id, count int) bool) {
		id := 0
		for i := 0; i < len(b); {
			step, n := binary.Uvarint(b[i:])
			i += n
			id += int(step >> 1)
			count := uint64(1)
			if step&1 != 0 {
				count, n = binary.Uvarint(b[i:])
				i += n
			}
			if !yield(id, int(count)) {
				return
			}
		}
	}
}

// Study collects observations. Add is for one goroutine; once the first table is
// made nothing may be added.
type Study struct {
	opt      Options
	all      []*Observation    // apart from one another: a long list is not copied as it grows
	words    map[string]string // one copy of each string
	vocab    [numFeatures]vocabulary
	finished bool

	Skipped int // records that could not be read; told in the captions
}

var defaultLevels = [2]string{"director", "vp"}

// New returns an empty study.
func New(opt Options) *Study {
	if opt.Levels == ([2]string{}) {
		opt.Levels = defaultLevels
	}
	s := &Study{opt: opt, words: map[string]string{}}
	for f := range s.vocab {
		s.vocab[f].ids = map[uint64]int32{}
	}
	return s
}

// Options are those of New.
func (s *Study) Options() Options { return s.opt }

// Len is the number of observations, duplicates among them.
func (s *Study) Len() int { return len(s.all) }

// At returns an observation, in the order in which they came.
func (s *Study) At(i int) *Observation {
	s.finish()
	return s.all[i]
}

// Models are the models that judged, sorted.
func (s *Study) Models() []string {
	return distinct(s, func(o *Observation) (string, bool) { return o.Model, true })
}

// Priors are the shares of the higher level that the probabilities assume, the
// smallest first; those that are not known are left out.
func (s *Study) Priors() []float64 {
	return distinct(s, func(o *Observation) (float64, bool) { return o.PriorVP, o.PriorVP > 0 })
}

// distinct are the known values of the observations, each once, sorted.
func distinct[T cmp.Ordered](s *Study, value func(*Observation) (v T, known bool)) (out []T) {
	for _, o := range s.all {
		if v, known := value(o); known && !slices.Contains(out, v) {
			out = append(out, v)
		}
	}
	slices.Sort(out)
	return out
}

// Duplicates counts the near-duplicates of earlier postings.
func (s *Study) Duplicates() int {
	s.finish()
	return s.count(func(o *Observation) bool { return o.Duplicate })
}

// Texts counts the postings that came with their text.
func (s *Study) Texts() int { return s.count(func(o *Observation) bool { return o.hasText }) }

func (s *Study) count(is func(*Observation) bool) (n int) {
	for _, o := range s.all {
		if is(o) {
			n++
		}
	}
	return n
}

// Add adds what was read of one posting.
func (s *Study) Add(r *Reading) {
	o := r.Observation
	for _, w := range []*string{&o.Company, &o.Source, &o.Month, &o.Label, &o.Model, &o.Facts.Currency, &o.Facts.Period} {
		*w = s.one(*w)
	}
	employer := uint64(1) << (text.Hash(o.Company) & 63)
	if o.Company == "" {
		employer = 1 << (len(s.all) & 63)
	}
	for f := range r.found {
		o.things[f] = int32(len(r.found[f]))
		for _, t := range r.found[f] {
			o.sights[f] += int32(t.count)
		}
		o.seen[f] = s.vocab[f].add(r.found[f], employer)
	}
	s.all = append(s.all, &o)
	for f := range s.vocab {
		if v := &s.vocab[f]; len(v.names) > v.most() {
			s.forget(feature(f))
		}
	}
}

// one returns the copy of a string that is kept.
func (s *Study) one(w string) string {
	if have, ok := s.words[w]; ok {
		return have
	}
	w = string([]byte(w)) // no posting hangs on it
	s.words[w] = w
	return w
}

// finish finds the near-duplicates, once.
func (s *Study) finish() {
	if s.finished {
		return
	}
	s.finished, s.words = true, nil
	for f := range s.vocab {
		s.vocab[f].ids = nil
	}
	var prints []corpus.Fingerprint
	for i := range s.all {
		if o := s.all[i]; o.hasText {
			prints = append(prints, corpus.Fingerprint{ID: corpus.ID(fmt.Sprintf("%09d", i)), Hash: o.print, Rank: corpus.RankWords(o.Title)})
		}
	}
	near := corpus.Near(prints)
	for i := range s.all {
		_, s.all[i].Duplicate = near[corpus.ID(fmt.Sprintf("%09d", i))]
	}
}

// vocabulary numbers the things of one feature.
type vocabulary struct {
	ids       map[uint64]int32 // hash → id
	names     []string         // by id
	notes     []string         // what is known of it beside the name: the kind of a skill
	postings  []int32          // that hold it
	employers []uint64         // a bit for the hash of each employer: at most as many set as employers
	floor     int32            // things of so few postings were forgotten last
	lost      int32            // postings that a count may lack: the sum of all floors
	limit     int              // of ids; 0: vocabularyLimit
}

// vocabularyLimit is how many things are kept apart. Beyond it the rarest are
// forgotten (lossy counting; Manku and Motwani 2002), so that the memory does not
// grow with the vocabulary.
const vocabularyLimit = 400_000

func (v *vocabulary) most() int {
	if v.limit > 0 {
		return v.limit
	}
	return vocabularyLimit
}

// forget drops the rarest things until half the vocabulary is free, and numbers
// the others anew.
func (s *Study) forget(f feature) {
	v := &s.vocab[f]
	left := len(v.names)
	for left > v.most()/2 {
		v.floor++
		left = 0
		for _, n := range v.postings {
			if n > v.floor {
				left++
			}
		}
	}
	v.lost += v.floor
	moved := make([]int32, len(v.names))
	next := int32(0)
	for id, n := range v.postings {
		moved[id] = -1
		if n > v.floor {
			v.names[next], v.notes[next], v.postings[next], v.employers[next] = v.names[id], v.notes[id], n, v.employers[id]
			moved[id] = next
			next++
		}
	}
	clear(v.names[next:])
	v.names, v.notes, v.postings, v.employers = v.names[:next], v.notes[:next], v.postings[:next], v.employers[:next]
	for h, id := range v.ids {
		if v.ids[h] = moved[id]; moved[id] < 0 {
			delete(v.ids, h)
		}
	}
	var list []hit
	for _, o := range s.all {
		list = list[:0]
		for id, count := range o.seen[f].all() {
			if moved[id] >= 0 {
				list = append(list, hit{int(moved[id]), count})
			}
		}
		o.seen[f] = pack(list)
	}
}

// found is one thing in one posting.
type found struct {
	hash  uint64
	name  string // may point into the posting
	note  string
	count int
}

// add counts the things of one posting, each of which is listed once.
func (v *vocabulary) add(things []found, employer uint64) hits {
	if len(things) == 0 {
		return nil
	}
	list := make([]hit, 0, len(things))
	for _, t := range things {
		id, ok := v.ids[t.hash]
		if !ok {
			id = int32(len(v.names))
			v.ids[t.hash] = id
			v.names = append(v.names, string([]byte(t.name)))
			v.notes = append(v.notes, t.note)
			v.postings = append(v.postings, 0)
			v.employers = append(v.employers, 0)
		}
		v.postings[id]++
		v.employers[id] |= employer
		list = append(list, hit{int(id), t.count})
	}
	slices.SortFunc(list, func(a, b hit) int { return a.id - b.id })
	return pack(list)
}

// spread is a lower bound of the number of employers that use a thing, 0 to 64.
func (v *vocabulary) spread(id int) int { return bits.OnesCount64(v.employers[id]) }
