package skills

import (
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"unicode"

	"rung/corpus/text"
)

//go:embed gazetteer/*.txt
var gazetteerFiles embed.FS

// Entry is what the gazetteer knows of a name.
type Entry struct {
	Name    string // normalised
	Family  string // "database", "method", "leadership"…
	Hard    bool
	product bool // listed in technologies.txt or onet.txt
}

// Hit is a place where a name of the gazetteer stands.
type Hit struct {
	Entry
	First, Last int // tokens, half open
}

// Gazetteer finds listed names. It is read only after loading and safe for
// concurrent use.
type Gazetteer struct {
	entries  []Entry
	families []uint8         // by entry: 1 + index of its family
	first    [1 << 10]uint64 // a bit for each hash a name begins with
	root     map[uint64]int32
	next     map[edge]int32
	ends     []leaf // by node; node 0 is none
	before   phrases
	after    phrases
	groups   phrases
	flags    map[uint64]uint8 // flagPeople for words of people.txt, flagDegree for those of degree.txt, by word.lower
}

type edge struct {
	node int32
	word uint64
}

// leaf is the name that ends at a node.
type leaf struct {
	entry int32  // index into entries, -1 where no name ends
	form  string // for an ordinary word: the name as it must be written; else ""
	rule  *rule
}

// rule holds the neighbours that forbid an ordinary word.
type rule struct{ before, after phrases }

// phrases are word sequences by the hash of the word nearest to the name.
type phrases map[uint64][][]uint64

// between reports whether a token is a hyphen or slash: between the words of a
// name they do not count.
func between(t string, k text.Token) bool {
	return k.End-k.Start == 1 && (t[k.Start] == '-' || t[k.Start] == '/') || k.Class == text.Punct && dash(t[k.Start:k.End])
}

func dash(s string) bool { return s == "‑" || s == "–" }

// hashes returns the hashes of the words of a name.
func hashes(s string) []uint64 {
	var out []uint64
	for _, k := range text.Tokenize(nil, s) {
		if !between(s, k) {
			out = append(out, k.Hash)
		}
	}
	return out
}

// LoadGazetteer reads the .txt files at the top of fsys. soft.txt holds soft
// skills, context.txt the neighbours of ordinary words, people.txt and
// degree.txt single words, all others hard skills. Errors name file and line.
func LoadGazetteer(fsys fs.FS) (*Gazetteer, error) {
	g := &Gazetteer{
		root: map[uint64]int32{}, next: map[edge]int32{}, ends: []leaf{{entry: -1}},
		before: phrases{}, after: phrases{}, groups: phrases{},
		flags: map[uint64]uint8{},
	}
	files, err := fs.Glob(fsys, "*.txt")
	if err != nil {
		return nil, err
	}
	rules, families := map[string]*rule{}, map[string]uint8{}
	for _, file := range files {
		b, err := fs.ReadFile(fsys, file)
		if err != nil {
			return nil, err
		}
		e := Entry{Hard: file != "soft.txt", product: file == "technologies.txt" || file == "onet.txt"}
		n := 0
		for line := range strings.Lines(string(b)) {
			n++
			line, _, _ = strings.Cut(strings.TrimSpace(line), " #")
			line = strings.TrimSpace(line)
			if line == "" || line[0] == '#' {
				continue
			}
			switch file {
			case "context.txt":
				err = g.context(rules, line)
			case "people.txt":
				g.addWords(flagPeople, line)
			case "degree.txt":
				g.addWords(flagDegree, line)
			default:
				err = g.add(line, &e, families)
			}
			if err != nil {
				return nil, fmt.Errorf("%s:%d: %w", file, n, err)
			}
		}
	}
	known := map[string]bool{}
	for i := range g.ends {
		if l := &g.ends[i]; l.form != "" {
			l.rule = rules[l.form]
			known[l.form] = true
		}
	}
	for name := range rules {
		if !known[name] {
			return nil, fmt.Errorf("context.txt: not %s: no list has the name %q", name, name+"?")
		}
	}
	return g, nil
}

func (g *Gazetteer) addWords(flag uint8, line string) {
	for w := range strings.FieldsSeq(line) {
		g.flags[makeWord(w, 0, len(w), false).lower] |= flag
	}
}

// add reads one line of names, or a family line, which sets the family of e.
func (g *Gazetteer) add(line string, e *Entry, families map[string]uint8) error {
	if f, ok := strings.CutPrefix(line, "family "); ok {
		if families[f] == 0 {
			families[f] = uint8(len(families) + 1)
		}
		e.Family = f
		return nil
	}
	if e.Family == "" {
		return fmt.Errorf("%q stands before the first family line", line)
	}
	id := int32(len(g.entries))
	g.families = append(g.families, families[e.Family])
	for i, form := range strings.Split(line, "|") {
		form = strings.TrimSpace(form)
		form, ordinary := strings.CutSuffix(form, "?")
		if i == 0 {
			e.Name = form
			g.entries = append(g.entries, *e)
		}
		words := hashes(form)
		if len(words) == 0 {
			return fmt.Errorf("empty name in %q", line)
		}
		l := leaf{entry: id}
		if ordinary {
			l.form = form
		}
		g.put(words, l)
		if p := plural(form); p != "" && !ordinary {
			g.put(hashes(p), l)
		}
	}
	return nil
}

// plural returns the plural of a name whose last word is written in small
// letters, else "".
func plural(form string) string {
	last := form[strings.LastIndexAny(form, " -/")+1:]
	if len(last) < 3 || strings.ContainsFunc(last, func(r rune) bool { return !unicode.IsLower(r) }) {
		return ""
	}
	switch {
	case strings.HasSuffix(last, "s") || strings.HasSuffix(last, "ing"):
		return ""
	case strings.HasSuffix(last, "y") && !strings.ContainsRune("aeiou", rune(last[len(last)-2])):
		return form[:len(form)-1] + "ies"
	}
	return form + "s"
}

// put adds a name; the first listing of a name wins.
func (g *Gazetteer) put(words []uint64, l leaf) {
	node := g.root[words[0]]
	if node == 0 {
		node = g.node()
		g.root[words[0]] = node
		b := words[0] >> 48
		g.first[b>>6] |= 1 << (b & 63)
	}
	for _, w := range words[1:] {
		e := edge{node, w}
		if g.next[e] == 0 {
			g.next[e] = g.node()
		}
		node = g.next[e]
	}
	if g.ends[node].entry < 0 {
		g.ends[node] = l
	}
}

func (g *Gazetteer) node() int32 {
	g.ends = append(g.ends, leaf{entry: -1})
	return int32(len(g.ends) - 1)
}

// context reads one line of context.txt.
func (g *Gazetteer) context(rules map[string]*rule, line string) error {
	kind, rest, _ := strings.Cut(line, " ")
	var before, after phrases
	switch kind {
	case "cue":
		before, after = g.before, g.after
	case "group":
		before, after = phrases{}, g.groups
	case "not":
		var name string
		name, rest, _ = strings.Cut(rest, " ")
		r := rules[name]
		if r == nil {
			r = &rule{phrases{}, phrases{}}
			rules[name] = r
		}
		before, after = r.before, r.after
	default:
		return fmt.Errorf("%q: want cue, group or not", kind)
	}
	side, rest, _ := strings.Cut(rest, " ")
	for p := range strings.SplitSeq(rest, "|") {
		words := hashes(p)
		if len(words) == 0 {
			return fmt.Errorf("empty phrase in %q", line)
		}
		switch side {
		case "before":
			slices.Reverse(words)
			before[words[0]] = append(before[words[0]], words)
		case "after":
			after[words[0]] = append(after[words[0]], words)
		default:
			return fmt.Errorf("%q: want before or after", side)
		}
	}
	return nil
}

// match reports whether one of the phrases stands at token i, going by step.
func (p phrases) match(t string, ks []text.Token, i, step int) bool {
	for i >= 0 && i < len(ks) && between(t, ks[i]) {
		i += step
	}
	if i < 0 || i >= len(ks) {
		return false
	}
next:
	for _, words := range p[ks[i].Hash] {
		j := i
		for _, w := range words {
			for j >= 0 && j < len(ks) && between(t, ks[j]) {
				j += step
			}
			if j < 0 || j >= len(ks) || ks[j].Hash != w {
				continue next
			}
			j += step
		}
		return true
	}
	return false
}

// found is a hit before its context has been looked at.
type found struct {
	first, last int32
	leaf        *leaf
	ok          bool
}

// find appends the longest names in ks, left to right, to dst: those that
// stand in every context, and of the ordinary words those that the context
// lets stand.
func (g *Gazetteer) find(dst []found, t string, ks []text.Token) []found {
	from := len(dst)
	for i := 0; i < len(ks); i++ {
		h := ks[i].Hash
		if b := h >> 48; g.first[b>>6]&(1<<(b&63)) == 0 {
			continue
		}
		node := g.root[h]
		if node == 0 {
			continue
		}
		best, at := &g.ends[node], i+1
		for j := i + 1; j < len(ks); j++ {
			if between(t, ks[j]) {
				continue
			}
			if node = g.next[edge{node, ks[j].Hash}]; node == 0 {
				break
			}
			if g.ends[node].entry >= 0 {
				best, at = &g.ends[node], j+1
			}
		}
		if best.entry < 0 {
			continue
		}
		if best.form != "" && t[ks[i].Start:ks[at-1].End] != best.form {
			continue
		}
		dst = append(dst, found{int32(i), int32(at), best, best.form == ""})
		i = at - 1
	}
	g.resolve(dst[from:], t, ks)
	return slices.DeleteFunc(dst, func(f found) bool { return !f.ok })
}

// resolve decides which ordinary words are names.
func (g *Gazetteer) resolve(hits []found, t string, ks []text.Token) {
	for i := range hits {
		h := &hits[i]
		if h.ok {
			continue
		}
		if r := h.leaf.rule; r != nil && (r.before.match(t, ks, int(h.first)-1, -1) || r.after.match(t, ks, int(h.last), 1)) {
			h.leaf = &g.ends[0] // no name
			continue
		}
		h.ok = g.before.match(t, ks, int(h.first)-1, -1) || g.after.match(t, ks, int(h.last), 1)
	}
	beside := func(i, j int) { // j speaks for i
		if i < 0 || j < 0 || i >= len(hits) || j >= len(hits) {
			return
		}
		a, b := &hits[i], &hits[j]
		if a.ok || a.leaf.entry < 0 || b.leaf.entry < 0 || !g.entries[b.leaf.entry].Hard || !enumerated(t, ks, a, b) {
			return
		}
		a.ok = b.ok || g.entries[a.leaf.entry].Family == g.entries[b.leaf.entry].Family
	}
	for i := range hits {
		beside(i, i-1)
		beside(i, i+1)
	}
	for i := len(hits) - 1; i >= 0; i-- {
		beside(i, i+1)
	}
}

// enumerated reports whether only commas, slashes, brackets and at most one
// "and" or "or" stand between two hits.
func enumerated(t string, ks []text.Token, a, b *found) bool {
	if a.first > b.first {
		a, b = b, a
	}
	if b.first-a.last > 3 {
		return false
	}
	for _, k := range ks[a.last:b.first] {
		switch t[k.Start:k.End] {
		case ",", "/", "(", ")", ";", "|", "&", "+", "and", "or", "•", "·":
		default:
			return false
		}
	}
	return true
}

// Find returns the names in the tokens of a text, in text order.
func (g *Gazetteer) Find(t string, ks []text.Token) []Hit {
	var out []Hit
	for _, f := range g.find(nil, t, ks) {
		out = append(out, Hit{g.entries[f.leaf.entry], int(f.first), int(f.last)})
	}
	return out
}

// The places a word can have in a listed name, in word.listed.
const (
	listedHard   uint8 = 1
	listedSoft   uint8 = 2
	listedInside uint8 = 2 // added where the word is not the first of the name
)

// mark notes on the words which of them stand in listed names. Words and hits
// are in text order.
func (g *Gazetteer) mark(ws []word, ks []text.Token, hits []found) {
	i := 0
	for _, h := range hits {
		start, end := ks[h.first].Start, ks[h.last-1].End
		for i < len(ws) && ws[i].end <= start {
			i++
		}
		place := listedHard
		if !g.entries[h.leaf.entry].Hard {
			place = listedSoft
		}
		for j := i; j < len(ws) && ws[j].start < end; j++ {
			ws[j].listed, ws[j].family = place, g.families[h.leaf.entry]
			if j == i {
				place += listedInside
			}
		}
	}
}
