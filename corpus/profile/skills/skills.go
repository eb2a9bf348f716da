// Package skills finds the skills that a posting asks for: what one must know
// (hard: technologies, methods, fields, standards) and how one must be and deal
// with people (soft). Names that stand in a list are found by a gazetteer, the
// rest by a tagger learned on labelled postings. It reads duties, requirements
// and the description of the role only. It does not weigh a skill, does not say
// who has it, and never reads a title.
package skills

import (
	"cmp"
	_ "embed"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"rung/corpus/enum"
	"rung/corpus/text"
)

// Source says which part found a skill.
type Source uint8

const (
	Listed  Source = iota // the gazetteer
	Learned               // the span tagger
)

var sourceNames = enum.Names[Source]{"gazetteer", "learned"}

func (s Source) String() string { return sourceNames.Of(s) }

// Skill is one place where a posting names a skill.
type Skill struct {
	text.Span        // bytes of the document's text; never empty
	Name      string // normalised: the gazetteer's name, or the words as written
	Family    string // the gazetteer's family: "database", "method"…; empty when learned
	Hard      bool   // knowledge, as against a personal or leadership competence
	Source    Source
	Sentence  int // index into Document.Sentences
}

// knownWord is what the lists say of a word.
type knownWord struct {
	cluster [3]uint16
	flags   uint8
}

// Tagger finds skills. It is safe for concurrent use.
type Tagger struct {
	names *gazetteer
	known map[uint64]knownWord // by word.lower
	model *model
	pool  sync.Pool // *scratch
}

//go:embed tagger.model
var modelFile []byte

//go:embed clusters.txt
var clusterFile string

// Default returns the tagger that is part of the program, which the first call loads.
// It panics if the files in the program are broken, which their tests find.
var Default = sync.OnceValue(func() *Tagger {
	t, err := newTagger(embeddedNames(), clusterFile)
	if err != nil {
		panic(err)
	}
	if t.model, err = readModel(modelFile); err != nil {
		panic(err)
	}
	return t
})

func embeddedNames() fs.FS {
	names, _ := fs.Sub(gazetteerFiles, "gazetteer") // fails for a malformed name only
	return names
}

// newTagger returns a tagger that has learned nothing yet.
func newTagger(names fs.FS, clusters string) (*Tagger, error) {
	g, err := loadGazetteer(names)
	if err != nil {
		return nil, err
	}
	c, err := readClusters(clusters)
	if err != nil {
		return nil, err
	}
	t := &Tagger{names: g, known: make(map[uint64]knownWord, len(c)+len(g.flags))}
	for w, cluster := range c {
		t.known[w] = knownWord{cluster, g.flags[w]}
	}
	for w, flags := range g.flags {
		t.known[w] = knownWord{c[w], flags}
	}
	t.pool.New = func() any { return new(scratch) }
	return t, nil
}

// scratch is what reading one text needs; it is used again.
type scratch struct {
	words    []word
	hits     []found
	memory   memory
	features []uint32
	sums     []sums
	lattice  lattice
	cand     []spanScore
	chosen   [numKinds][]spanScore
	best     []float64
	back     []int32
}

// annotate puts clusters, flags and the gazetteer's marks on the words of a text.
func (t *Tagger) annotate(s *scratch, txt string, ks []text.Token) {
	for i := range s.words {
		w := &s.words[i]
		k := t.known[w.lower]
		w.cluster = k.cluster
		w.flags |= k.flags
	}
	s.hits = t.names.find(s.hits[:0], txt, ks)
	t.names.mark(s.words, ks, s.hits)
}

// tag chooses the spans of s.words, for each kind, with the given costs.
func (t *Tagger) tag(s *scratch, costs [numKinds]float32) {
	for k := range s.chosen {
		s.chosen[k] = s.chosen[k][:0]
	}
	if len(s.words) == 0 {
		return
	}
	t.model.emissions(s)
	s.lattice.run(t.model.tr)
	for k := range s.chosen {
		s.choose(t.model.tr, k, float64(costs[k]))
	}
}

// choose fills s.chosen[kind] from the lattice.
func (s *scratch) choose(tr *transitions, kind int, cost float64) {
	n := len(s.words)
	s.cand = s.lattice.spans(s.cand[:0], tr, kind, cost)
	if cap(s.best) <= n {
		s.best, s.back = make([]float64, 2*n+1), make([]int32, 2*n+1)
	}
	s.chosen[kind] = choose(s.chosen[kind][:0], s.cand, n, cost, s.best[:n+1], s.back[:n+1])
}

// reads are the kinds of sentence that can ask for a skill. In those of glances only an
// enumeration of products does: "our stack: Go, Kafka, Postgres".
var (
	reads   = [text.NumKinds]bool{text.Duties: true, text.Requirements: true, text.Preferred: true, text.Role: true}
	glances = [text.NumKinds]bool{text.About: true, text.Other: true}
)

const minStack = 3 // products that make an enumeration

// Find returns the skills of a document in text order, without overlap among
// the hard ones and among the soft ones.
func (t *Tagger) Find(d *text.Document) []Skill {
	s := t.pool.Get().(*scratch)
	defer t.pool.Put(s)
	var out []Skill
	for i := range d.Sentences {
		sent := &d.Sentences[i]
		ks := d.Tokens[sent.First:sent.Last]
		switch {
		case reads[sent.Kind]:
			s.words = appendWords(s.words[:0], d.Text, sent.Start, sent.End)
			t.annotate(s, d.Text, ks)
			t.tag(s, searchCosts)
			from := len(out)
			out = t.listed(out, s, d.Text, ks, i)
			listed := len(out)
			out = s.learned(out, d.Text, i)
			out = merge(out, from, listed)
		case glances[sent.Kind]:
			s.words = s.words[:0]
			s.hits = t.names.find(s.hits[:0], d.Text, ks)
			s.hits = slices.DeleteFunc(s.hits, func(f found) bool { return !t.names.entries[f.leaf.entry].product })
			if len(s.hits) >= minStack {
				out = t.listed(out, s, d.Text, ks, i)
			}
		}
	}
	return out
}

// searchCosts are the costs of a span when skills are searched for. They keep more than
// Eval's costs would: a span with a wrong boundary still quotes a skill.
var searchCosts = [numKinds]float32{kindSkill: 0.08, kindKnowledge: 0.2}

// listed appends the hits of the gazetteer in sentence i, except subjects of a degree
// and fields that name a group of people ("the Data Science team").
func (t *Tagger) listed(dst []Skill, s *scratch, txt string, ks []text.Token, i int) []Skill {
	degree := slices.ContainsFunc(s.words, func(w word) bool { return w.flags&flagDegree != 0 })
	for _, h := range s.hits {
		e := &t.names.entries[h.leaf.entry]
		if degree && e.Family == "subject" || e.Hard && !e.product && t.names.groups.match(txt, ks, int(h.last), 1) {
			continue
		}
		span := text.Span{Start: int(ks[h.first].Start), End: int(ks[h.last-1].End)}
		dst = append(dst, Skill{span, e.Name, e.Family, e.Hard, Listed, i})
	}
	return dst
}

// maxSubjects is how many words after a degree its subjects stand at most.
const maxSubjects = 12

// learned appends the spans that the tagger chose in sentence i, except education, which
// names a degree or its subjects, and duties, which are done without people.
func (s *scratch) learned(dst []Skill, txt string, i int) []Skill {
	for _, c := range s.chosen[kindKnowledge] {
		if !taught(s.words, int(c.first), int(c.last)) {
			dst = s.parts(dst, txt, c, true, i)
		}
	}
	for _, c := range s.chosen[kindSkill] {
		if slices.ContainsFunc(s.words[c.first:c.last], func(w word) bool { return w.flags&flagPeople != 0 }) {
			dst = s.parts(dst, txt, c, false, i)
		}
	}
	return dst
}

// taught reports whether words[first:last] name a degree or stand close after
// one in its clause.
func taught(words []word, first, last int) bool {
	for j := last - 1; j >= 0 && j >= first-maxSubjects; j-- {
		switch w := &words[j]; {
		case w.flags&flagDegree != 0:
			return true
		case j < first && (w.flags&(flagDot|flagDigit) != 0 || w.lower == wordWith || w.lower == wordExperience):
			return false
		}
	}
	return false
}

var (
	wordWith       = text.Hash("with")
	wordExperience = text.Hash("experience")
)

// parts appends the parts of a tagged span. A comma or a bracket in it separates two
// things that one knows, but not the parts of a thing that one does.
func (s *scratch) parts(dst []Skill, txt string, c spanScore, hard bool, i int) []Skill {
	ws := s.words[c.first:c.last]
	for len(ws) > 0 && ws[len(ws)-1].flags&flagSign != 0 {
		ws = ws[:len(ws)-1]
	}
	for a := 0; a < len(ws); {
		b := a + 1
		for b < len(ws) && !(hard && (ws[b].glue || ws[b].flags&flagSign != 0)) {
			b++
		}
		start, _ := core(txt, int(ws[a].start), int(ws[a].end))
		_, end := core(txt, int(ws[b-1].start), int(ws[b-1].end))
		if start < end {
			dst = append(dst, Skill{text.Span{Start: start, End: end}, strings.Join(strings.Fields(txt[start:end]), " "), "", hard, Learned, i})
		}
		for a = b; a < len(ws) && ws[a].flags&flagSign != 0; a++ {
		}
	}
	return dst
}

// merge resolves overlaps in dst[from:], of which those before listed came from
// the gazetteer. A learned span that holds one listed name takes over its name
// and family; one that holds several gives way to them.
func merge(dst []Skill, from, listed int) []Skill {
	names, spans := dst[from:listed], dst[listed:]
	lo := 0
	for j := range spans {
		p := &spans[j]
		if j > 0 && spans[j-1].Hard != p.Hard {
			lo = 0 // names and the spans of each kind are in text order
		}
		for lo < len(names) && names[lo].End <= p.Start {
			lo++
		}
		var holds *Skill
		n := 0
		for k := lo; k < len(names) && names[k].Start < p.End; k++ {
			if q := &names[k]; q.Hard == p.Hard && q.End > p.Start {
				n++
				holds = q
			}
		}
		switch {
		case n == 1 && p.Start <= holds.Start && holds.End <= p.End:
			p.Name, p.Family, p.Source = holds.Name, holds.Family, Listed
			holds.End = holds.Start // gone
		case n > 0:
			p.End = p.Start
		}
	}
	tail := slices.DeleteFunc(dst[from:], func(s Skill) bool { return s.Start == s.End })
	slices.SortStableFunc(tail, func(a, b Skill) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End)) })
	return dst[:from+len(tail)]
}
