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

// entry is what the gazetteer knows of a name.
type entry struct {
	Name    string // normalised
	Family  string // "database", "method", "leadership"…
	Hard    bool
	product bool // listed in technologies.txt or onet.txt
}

// gazetteer finds listed names. It is read only after loading and safe for
// concurrent use.
type gazetteer struct {
	entries  []entry
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

// loadGazetteer reads the .txt files at the top of fsys. soft.txt holds soft
// skills, context.txt the neighbours of ordinary words, people.txt and
// degree.txt single words, all others hard skills. Errors name file and line.
func loadGazetteer(fsys fs.FS) (*gazetteer, error) {
	g := &gazetteer{
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
		e := entry{Hard: file != "soft.txt", product: file == "technologies.txt" || file == "onet.txt"}
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

func (g *gazetteer) addWords(flag uint8, line string) {
	for w := range strings.FieldsSeq(line) {
		g.flags[makeWord(w, 0, len(w), false).lower] |= flag
	}
}

// add reads one line of names, or a family line, which sets the family of e.
func (g *gazetteer) add(line string, e *entry, families map[string]uint8) error {
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
func (g *gazetteer) put(words []uint64, l leaf) {
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

func (g *gazetteer) node() int32 {
	g.ends = append(g.ends, leaf{entry: -1})
	return int32(len(g.ends) - 1)
}

// context reads one line of context.txt.
func (g *gazetteer) context(rules map[string]*rule, line string) error {
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
