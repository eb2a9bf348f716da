package reference

import "slices"

// Source is a document and what it is about.
type Source struct {
	Level string // the level it describes; "" for a comparison, which is decided clause by clause
	Doc   *Document
}

// Passage is a clause of a document that speaks of one level.
type Passage struct {
	Doc        string // Document.Name
	Line       int    // of the file, 1-based
	Level      string
	Difference string  // one of Differences
	Text       string  // as it stands in the document; for a reader's eyes, not to be kept
	Weight     float64 // 0 < Weight <= 1: how surely it speaks of the level
	Profile    bool    // it comes from a document about this level alone

	words []word
}

// How surely a passage speaks of its level, by how it came to it.
const (
	named     = 1.0 // the clause names the level, or is in a list under it
	pronoun   = 0.8 // "they", and the paragraph spoke of it last
	inherited = 0.6 // no name, no pronoun, in a section about it
	carried   = 0.4 // the same in a section about both
	shared    = 0.5 // the clause names both levels
	profile   = 0.5 // a document about this level alone
	secondary = 0.2 // times this, in a section that calls itself secondary
)

// Attribute says of each clause of the sources which level and which
// difference it speaks of. What speaks of neither is left out. A source whose
// Level is not the name of one of levels is read as a comparison.
func Attribute(levels [2]Level, sources []Source) []Passage {
	ls := pair(levels)
	n := newNamer(&ls)
	var out []Passage
	for _, s := range sources {
		r := reader{namer: n, doc: s.Doc, own: ls.index(s.Level), section: none}
		for i := range s.Doc.Lines {
			r.line(&s.Doc.Lines[i])
		}
		out = append(out, r.out...)
	}
	return out
}

// What a running level may be besides 0 and 1.
const (
	none = -1
	both = -2
)

// reader walks one document.
type reader struct {
	*namer
	doc     *Document
	own     int // level of a profile, or none
	section int // level of the section, or none
	depth   int // of the heading that said so; 0 where it cannot be known
	running int // level spoken of last in the paragraph, or none
	minor   bool
	topic   string // difference that the section's heading names; ""
	stacked bool   // the last line was a heading
	intro   int    // level that the paragraph above a list passes on
	out     []Passage
}

func (r *reader) line(l *Line) {
	switch l.Kind {
	case Noise:
	case Heading:
		r.heading(l)
	case Paragraph:
		r.running = r.section
		r.paragraph(l)
		r.intro = r.section
		if ends(l.Text, ":") && r.running >= 0 {
			r.intro = r.running
		}
	case Item:
		r.running = r.intro
		r.paragraph(l)
	}
	r.stacked = l.Kind == Heading
}

// heading lets a heading that names one level pass it on to what stands below,
// deeper headings and those directly below it included. Any other takes it back.
func (r *reader) heading(l *Line) {
	level, topic, minor := none, "", false
	for _, ws := range sentences(l.Text) {
		for _, m := range r.find(ws) {
			switch {
			case level == none:
				level = m.level
			case level != m.level:
				level = both
			}
		}
		minor = minor || aside(ws)
		if topic == "" {
			topic, _ = differenceOf(ws)
		}
	}
	switch {
	case level == both:
		level = none
	case level == none && (r.stacked || l.depth > r.depth && r.depth > 0):
		level = r.section
	}
	if level != r.section || l.depth < r.depth {
		r.depth = l.depth
	}
	if topic == "" && r.stacked {
		topic = r.topic
	}
	r.section, r.intro, r.topic, r.minor = level, level, topic, minor
}

// paragraph attributes the clauses of a paragraph or an item.
func (r *reader) paragraph(l *Line) {
	all := sentences(l.Text)
	topic := topicOf(all, r.topic)
	for _, ws := range all {
		if r.own != none {
			r.describe(l, ws, topic)
			continue
		}
		for _, c := range r.clauses(ws) {
			r.clause(l, c, topic)
		}
	}
}

// describe takes a sentence of a profile. One that names the other level counts
// only where that level is whom the job deals with.
func (r *reader) describe(l *Line, ws []word, topic string) {
	for _, m := range r.find(ws) {
		if m.level != r.own && (topic == Career || m.first < 2) {
			return
		}
	}
	weight := profile
	if r.minor {
		weight *= secondary
	}
	r.add(l, ws, r.own, topic, weight)
}

// clause takes a clause of a comparison and keeps in mind whom it spoke of.
func (r *reader) clause(l *Line, c clause, topic string) {
	level, weight := r.running, carried
	switch {
	case c.level >= 0:
		level, weight = c.level, c.weight
	case c.level == both:
		r.running = none
		if !denies(c.words) {
			r.add(l, c.words, 0, topic, shared)
			r.add(l, c.words, 1, topic, shared)
		}
		return
	case l.Kind == Item:
		weight = named
	case speaksOn(c.words):
		weight = pronoun
	case level == r.section:
		weight = inherited
	}
	r.running = level
	if level >= 0 && !denies(c.words) {
		r.add(l, c.words, level, topic, weight)
	}
}

func (r *reader) add(l *Line, ws []word, level int, topic string, weight float64) {
	masked := r.mask(ws)
	if !slices.ContainsFunc(masked, word.edge) {
		return
	}
	if topic == "" {
		topic, _ = differenceOf(ws)
	}
	if topic == "" {
		topic = Duties
	}
	first, last := ws[0].start, ws[len(ws)-1].end
	r.out = append(r.out, Passage{
		Doc: r.doc.Name, Line: l.Row(first), Level: r.levels[level].Name, Difference: topic,
		Text: l.Text[first:last], Weight: weight, Profile: r.own != none, words: masked,
	})
}

// mask blanks the names of the levels and their grades ("SVP"), and the words
// that only set one against the other, so that no term holds or crosses one.
func (n *namer) mask(ws []word) []word {
	out := append([]word(nil), ws...)
	for _, m := range n.find(ws) {
		blankOut(out[m.first:m.last])
	}
	for i := range ws {
		blankOut(out[i : i+phraseAt(ws, i, clauseWords()["contrast"])])
		if n.grade(ws[i].lower) {
			out[i].lower = ""
		}
	}
	return out
}

func blankOut(ws []word) {
	for i := range ws {
		ws[i].lower = ""
	}
}
