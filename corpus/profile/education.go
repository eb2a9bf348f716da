package profile

import "rung/corpus/text"

// mention is a degree named in a text.
type mention struct {
	level Degree
	at    int // token
	wish  bool
}

// education finds the schooling asked for. "MS" is a degree only beside words
// of schooling: it also means Microsoft and milliseconds.
func (r *reader) education(p *Profile) {
	var e *Education
	least, wished := NoDegree, NoDegree // the least that must be, the highest wished
	named := false
	for s := range r.d.Sentences {
		sent := &r.d.Sentences[s]
		switch sent.Kind {
		case text.Benefits, text.Legal, text.Apply, text.About, text.Heading:
			continue
		}
		found := r.degrees(sent)
		if len(found) == 0 || r.find(max(sent.First, found[0].at-10), found[0].at, cNoOffer) >= 0 {
			continue
		}
		first := Education{Span: r.span(found[0].at, r.clause(found[0].at, sent.Last))}
		if e == nil {
			e = &first
		}
		for _, m := range found {
			if m.wish {
				wished = max(wished, m.level)
			} else if m.level == NoDegree {
				// A school certificate instead of a degree: see OrEquivalent.
			} else if !named || m.level < least {
				if !named {
					e.Span = first.Span
				}
				least, named = m.level, true
			}
		}
		e.OrEquivalent = e.OrEquivalent || r.replaceable(found[0].at, sent.Last)
		for _, m := range found {
			if f := r.field(m.at, sent.Last); f.End > f.Start {
				e.Fields = append(e.Fields, f)
				break
			}
		}
	}
	if e == nil {
		return
	}
	e.Minimum = least
	if wished > least {
		e.Preferred = wished
	}
	p.Education = e
}

// maxDegrees is how many degrees of a sentence are read.
const maxDegrees = 12

// degrees lists the degrees that a sentence names and whether each is a wish.
func (r *reader) degrees(sent *text.Sentence) (found []mention) {
	generic := -1
	for i := sent.First; i < sent.Last && len(found) < maxDegrees; i = int(r.ends[i]) {
		level := NoDegree
		switch {
		case r.has(i, cDoctor):
			level = Doctor
		case r.has(i, cMaster) && r.schooling(i, sent):
			level = Master
		case r.has(i, cBachelor) && r.schooling(i, sent):
			level = Bachelor
		case r.has(i, cAssociate):
			level = Associate
		case r.has(i, cDegree) && generic < 0 && !r.oneOf(i+1, "of") && r.asks(i, sent):
			generic = i
			continue
		case r.has(i, cCertificate): // less than a degree
		default:
			continue
		}
		found = append(found, mention{level: level, at: i})
	}
	if len(found) == 0 && generic >= 0 {
		found = append(found, mention{level: Bachelor, at: generic})
	}
	for k := range found {
		found[k].wish = r.wishedDegree(sent, found, k) || k > 0 && found[k-1].wish && found[k].at-found[k-1].at < 7 && found[k].level >= found[k-1].level
	}
	return found
}

// schooling reports whether the abbreviation or word at i is a degree here.
func (r *reader) schooling(i int, sent *text.Sentence) bool {
	t := r.d.TokenText(i)
	if len(t) > 4 || int(r.ends[i]) > i+1 || len(t) > 2 && t[1] != '.' {
		// "master": of the craft, a branch, data
		return !r.oneOf(i, "master") || !r.oneOf(i-1, "scrum", "web") && (r.oneOf(i+1, "'s", "degree", "of", "'", "or", "level", "in") || r.is(i+1, '/'))
	}
	if !r.upper(i) || r.oneOf(i+1, "office", "excel", "word", "sql", "project", "access", "windows", "azure", "teams", "visio", "dynamics", "products", "suite", "outlook", "server", "powerpoint") {
		return false
	}
	end := min(i+10, sent.Last)
	for k := max(sent.First, i-4); k < end; k++ {
		if k != i && (r.has(k, cDegree, cBachelor, cMaster, cDoctor) && !r.word(k, "ms") || r.oneOf(k, "science", "sciences", "engineering", "cs", "computer", "field", "discipline", "stem", "equivalent", "mathematics", "math", "physics", "statistics", "it", "information")) {
			return true
		}
	}
	return false
}

// asks reports whether a bare "degree" is one of a school: "a degree in
// physics", "university degree", not "a high degree of autonomy".
func (r *reader) asks(i int, sent *text.Sentence) bool {
	return r.oneOf(i+1, "in", "or", "required", "with", "preferred", "is", "and", "from", "qualification", "level") || i+1 >= sent.Last || r.is(i+1, ',') || r.is(i+1, '.') || r.is(i+1, ';') || r.is(i+1, '(') ||
		r.oneOf(i-1, "university", "college", "technical", "engineering", "science", "relevant", "cs", "year", "stem", "related", "quantitative", "academic", "higher")
}

// wishedDegree reports whether found[k] is only wished for. "Preferred" right after a
// degree ("MS preferred") is said of that one alone; further on, of all that "or"
// joins to it.
func (r *reader) wishedDegree(sent *text.Sentence, found []mention, k int) bool {
	if sent.Kind == text.Preferred {
		return true
	}
	at := found[k].at
	end := sent.Last
	if k+1 < len(found) {
		end = found[k+1].at
	}
	for i := at; i < end; i++ {
		if r.oneOf(i, ";", ".", "]") || r.is(i, ';') || r.is(i, '.') {
			return false
		}
		if r.has(i, cWish) {
			return true
		}
		if r.has(i, cMust) && !r.oneOf(i, "at") {
			return false
		}
	}
	if r.find(max(sent.First, at-6), at, cWish) >= 0 && (k == 0 || found[k-1].at < at-6) {
		return true
	}
	// "Bachelor's or Master's degree in physics preferred"
	if k+1 < len(found) && found[k+1].at-at < 5 && (r.find(at, end, cDegree) >= 0 || found[k+1].at-at > 1) && !r.is(at+1, '/') && r.wishedDegree(sent, found, k+1) {
		next := found[k+1].at
		if r.find(next, min(next+5, sent.Last), cWish) >= 0 {
			return false // it follows too closely to be said of both
		}
		return r.oneOf(end-1, "or", "and")
	}
	return false
}

// replaceable reports whether tokens [i,end) offer something instead of a degree: "or
// equivalent", "or five years of experience"; not "or equivalent field".
func (r *reader) replaceable(i, end int) bool {
	for ; i < end; i++ {
		if r.has(i, cEquivalent) && !r.oneOf(i+1, "field", "fields", "discipline", "disciplines", "area", "areas", "subject", "degree") || r.orExperience(i, end) {
			return true
		}
	}
	return false
}

// orExperience reports whether "or" at token i offers experience instead.
func (r *reader) orExperience(i, end int) bool {
	if !r.word(i, "or") {
		return false
	}
	for k := i + 1; k < min(i+6, end) && !r.stop(k); k++ {
		if r.word(k, "experience") {
			return true
		}
	}
	return false
}

// field returns what a degree at token i is to be in.
func (r *reader) field(i, end int) (s text.Span) {
	for k := i; k < min(i+8, end) && !r.oneOf(k, "with", "minimum", "years") && r.d.Tokens[k].Class != text.Number; k++ {
		if !r.oneOf(k, "in", "of") || k+1 >= end {
			continue
		}
		from := k + 1
		if r.oneOf(from, "a", "an", "the") {
			from++
		}
		to := from
		for to < end && !r.is(to, ';') && !r.is(to, '.') && !r.is(to, '(') && !r.is(to, ':') && !r.oneOf(to, "with", "required", "preferred", "is", "plus", "from") && !r.has(to, cEquivalent) && !r.orExperience(to, end) && r.d.Tokens[to].Class != text.Number && !r.dash(to) {
			to++
		}
		for to > from && (r.oneOf(to-1, "or", "and", "an", "a", "strongly", "highly") || r.is(to-1, ',') || r.is(to-1, '-')) {
			to--
		}
		if to > from {
			return r.span(from, to)
		}
	}
	return s
}
