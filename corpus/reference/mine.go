package reference

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"

	"rung/corpus/stats"
)

// Keyword is a term that one level's passages hold more of than the other's.
type Keyword struct {
	Term       string     // one to three words, lower case, joined by spaces; as most often written
	Forms      []string   // Term and its singulars and plurals, sorted
	Difference string     // that most of its passages are about
	LogOdds    float64    // natural logarithm of the odds ratio, after the prior; positive speaks for the second level
	Z          float64    // LogOdds in estimated standard deviations
	Counts     [2]float64 // sightings in each level's passages, weighted and balanced
	Cites      []Cite     // where it stands in the documents, in their order; never empty
}

// Cite is a place in a document.
type Cite struct {
	Doc  string
	Line int // of the file, 1-based
}

// Options say how to mine. Only Levels must be given.
type Options struct {
	Levels [2]Level
	MinZ   float64 // least |Z| of a keyword; 0 means 0.3
}

// The prior is many times what a document holds, so that a word of which
// ordinary texts hold one in a thousand does not speak on a handful of
// sightings. With it, |Z| is under 1 for what is seen once; 0.3 is where single
// sightings of everyday words end.
const (
	prior       = 10_000 // words that the background counts for
	defaultMinZ = 0.3
	most        = 300 // keywords of a level
)

// maxWords is the longest term.
const maxWords = 3

// term is what is known of a term before it is scored.
type term struct {
	stems  []string
	counts [2][2]float64 // by level; in comparisons, in profiles
	about  [len(differences)]float64
	forms  map[string]int
	cites  []Cite
}

// Mine scores the terms of the passages and returns the keywords of both
// levels, strongest first; equals in the order of the alphabet. Passages of
// other levels are not counted. Without passages of both there are none.
func Mine(passages []Passage, bg *Background, opt Options) []Keyword {
	levels := pair(opt.Levels)
	terms := map[string]*term{}
	var mass [2][2]float64
	texts := make([][]word, len(passages))
	n := newNamer(&levels)
	for i := range passages {
		texts[i] = solid(passages[i].masked(n))
	}
	proper := properNames(texts, bg)
	for i := range passages {
		p := &passages[i]
		level := levels.index(p.Level)
		if level < 0 {
			continue
		}
		kind := 0
		if p.Profile {
			kind = 1
		}
		for _, w := range texts[i] {
			if w.inner() {
				mass[level][kind] += p.Weight
			}
		}
		eachTerm(texts[i], maxWords, func(ws []word) {
			if !slices.ContainsFunc(ws, func(w word) bool { return proper[stem(w.lower)] }) {
				count(terms, p, level, kind, ws)
			}
		})
	}
	return score(terms, mass, bg, opt)
}

// masked is the passage in words, without the names of the levels.
func (p *Passage) masked(n *namer) []word {
	if p.words != nil {
		return p.words
	}
	var out []word
	for _, ws := range sentences(p.Text) {
		out = append(append(out, n.mask(ws)...), word{})
	}
	return out
}

func count(terms map[string]*term, p *Passage, level, kind int, ws []word) {
	stems, form := make([]string, len(ws)), make([]string, len(ws))
	for i, w := range ws {
		stems[i], form[i] = stem(w.lower), w.lower
	}
	key := strings.Join(stems, " ")
	t := terms[key]
	if t == nil {
		t = &term{stems: stems, forms: map[string]int{}}
		terms[key] = t
	}
	t.counts[level][kind] += p.Weight
	t.forms[strings.Join(form, " ")]++
	if d := slices.Index(differences[:], p.Difference); d >= 0 {
		t.about[d] += p.Weight
	}
	if c := (Cite{p.Doc, p.Line}); len(t.cites) == 0 || t.cites[len(t.cites)-1] != c {
		t.cites = append(t.cites, c)
	}
}

// properNames finds the words that the passages write with a capital inside
// sentences, never without, and that the background hardly knows: names of
// people, companies and products.
func properNames(texts [][]word, bg *Background) map[string]bool {
	const rare = 20e-6
	out, common := map[string]bool{}, map[string]bool{}
	for _, ws := range texts {
		for _, w := range ws {
			if !w.edge() {
				continue
			}
			s := stem(w.lower)
			if !w.capital {
				common[s] = common[s] || !w.first
			} else if bg.share([]string{s}) < rare {
				out[s] = true
			}
		}
	}
	maps.DeleteFunc(out, func(s string, _ bool) bool { return common[s] })
	return out
}

// score balances the levels and scores the terms.
func score(terms map[string]*term, mass [2][2]float64, bg *Background, opt Options) []Keyword {
	fill, scale, size := balance(mass)
	minZ := cmp.Or(opt.MinZ, defaultMinZ)
	var sides [2][]Keyword
	for _, key := range slices.Sorted(maps.Keys(terms)) {
		t := terms[key]
		var y [2]float64
		for l := range y {
			y[l] = scale[l] * (t.counts[l][0] + fill[l]*t.counts[l][1]*credit(terms, key, l))
		}
		odds := stats.LogOdds(y[1], size, y[0], size, prior*bg.share(t.stems), prior)
		k := Keyword{LogOdds: odds.Value, Z: odds.Value / odds.SE, Counts: y}
		if math.Abs(k.Z) < minZ {
			continue
		}
		k.Term, k.Forms = t.spell(bg)
		k.Cites = t.cites
		k.Difference = differences[slices.Index(t.about[:], slices.Max(t.about[:]))]
		side := 0
		if k.Z > 0 {
			side = 1
		}
		sides[side] = append(sides[side], k)
	}
	var out []Keyword
	for _, ks := range sides {
		slices.SortFunc(ks, stronger)
		out = append(out, ks[:min(len(ks), most)]...)
	}
	slices.SortFunc(out, stronger)
	return out
}

func stronger(a, b Keyword) int {
	return cmp.Or(cmp.Compare(math.Abs(b.Z), math.Abs(a.Z)), cmp.Compare(a.Term, b.Term))
}

// balance says by what to multiply the profiles of each level, so that they
// fill up what the comparisons leave empty, and then by what to multiply all of
// a level, so that both are of one size.
func balance(mass [2][2]float64) (fill, scale [2]float64, size float64) {
	full := func(l int) float64 { return mass[l][0] + mass[l][1] }
	goal := max(mass[0][0], mass[1][0], min(full(0), full(1)))
	var got [2]float64
	for l := range got {
		if room := goal - mass[l][0]; mass[l][1] > 0 && room > 0 {
			fill[l] = min(1, room/mass[l][1])
		}
		got[l] = mass[l][0] + fill[l]*mass[l][1]
	}
	size = min(got[0], got[1])
	if size == 0 {
		// One level has no passages: nothing can be compared.
		return fill, scale, 1
	}
	for l := range scale {
		scale[l] = size / got[l]
	}
	return fill, scale, size
}

// credit is the part of a term's sightings in the profiles of a level that
// counts: all of them, unless the comparisons use it, or one of its words, for
// the other level.
func credit(terms map[string]*term, key string, level int) float64 {
	c := 1.0
	for _, s := range append(strings.Fields(key), key) {
		if t := terms[s]; t != nil && t.counts[1-level][0] > 0 {
			own, other := t.counts[level][0], t.counts[1-level][0]
			c = min(c, own/(own+other))
		}
	}
	return c
}

// spell returns the form of a term that the documents use most, and all forms
// that its words have in the documents or the background.
func (t *term) spell(bg *Background) (string, []string) {
	best := ""
	all := map[string]bool{}
	for _, f := range slices.Sorted(maps.Keys(t.forms)) {
		all[f] = true
		if t.forms[f] > t.forms[best] {
			best = f
		}
	}
	made := []string{""}
	for _, s := range t.stems {
		var next []string
		for _, m := range made {
			for _, f := range bg.forms[s] {
				next = append(next, strings.TrimPrefix(m+" "+f, " "))
			}
		}
		made = next
	}
	for _, f := range made {
		all[f] = true
	}
	return best, slices.Sorted(maps.Keys(all))
}
