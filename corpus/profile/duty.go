package profile

import (
	"slices"
	"strings"

	"rung/corpus/text"
)

// duties finds what the job has to do, and the sentences that say what it is.
func (r *reader) duties(p *Profile) {
	primary := slices.ContainsFunc(r.d.Sentences, func(s text.Sentence) bool { return s.Kind == text.Duties })
	for s := 0; s < len(r.d.Sentences); {
		line := r.d.Sentences[s].Line
		next := s + 1
		for next < len(r.d.Sentences) && r.d.Sentences[next].Line == line {
			next++
		}
		r.lineDuties(p, s, next, primary)
		s = next
	}
}

// lineDuties reads the sentences [s,next) of one line. A bullet is one duty,
// or several where its halves stand alone; in a paragraph each sentence with a
// leading verb is one.
func (r *reader) lineDuties(p *Profile, s, next int, primary bool) {
	l := &r.d.Lines[r.d.Sentences[s].Line]
	if l.Kind == text.Duties && (l.Bullet || next == s+1) {
		first, last := r.d.Sentences[s].First, r.d.Sentences[next-1].Last
		if r.d.Sentences[s].Kind == text.Duties && !r.introduces(first, last) {
			r.bullet(p, s, first, last, l.Bullet)
		}
		return
	}
	for ; s < next; s++ {
		sent := &r.d.Sentences[s]
		switch sent.Kind {
		case text.Duties:
			if v, ok := r.leadingVerb(sent.First, sent.Last, true); ok && v.typ != "knows" && !r.introduces(sent.First, sent.Last) {
				r.duty(p, s, sent.First, sent.Last, v)
			}
		case text.Role:
			if from, ok := r.promised(sent); ok {
				if v, ok := r.leadingVerb(from, sent.Last, false); ok && v.typ != "knows" && v.form == bare {
					if !primary {
						r.duty(p, s, from, sent.Last, v)
						continue
					}
				}
			}
			if sent.Last-sent.First > 4 {
				p.Definition = append(p.Definition, sent.Span)
			}
		}
	}
}

// introduces reports whether tokens [i,j) only announce a list: "You will:", but
// not "Hire a team of engineers, including:".
func (r *reader) introduces(i, j int) bool {
	if i >= j || !r.is(j-1, ':') {
		return i >= j
	}
	v, ok := r.leadingVerb(i, j, false)
	return !ok || j-i < 5 || v.typ == "does" || v.typ == "knows" || v.lemma == "be"
}

// promised returns the token after "you will", "to" or their like, with which a
// sentence about the role begins to say what will be done.
func (r *reader) promised(sent *text.Sentence) (int, bool) {
	for i := sent.First; i < sent.Last-1; i++ {
		switch {
		case r.oneOf(i, "will", "'ll") && !r.oneOf(i-1, "we", "it", "they", "that", "which"):
			return i + 1, true
		case r.word(i, "to") && i > sent.First+2 && r.has(i-1, cRank) || r.word(i, "to") && i > sent.First+3 && r.oneOf(sent.First, "looking", "seeking"):
			return i + 1, true
		}
	}
	return 0, false
}

// bullet adds the duties of tokens [i,j), the first sentence of which is s. In
// a list what has no verb is a duty too ("P&L responsibility"); in a paragraph
// it is talk.
func (r *reader) bullet(p *Profile, s, i, j int, listed bool) {
	v, ok := r.leadingVerb(i, j, true)
	if ok && v.typ == "knows" || !ok && !listed {
		return
	}
	if !ok {
		v = verb{}
	}
	from := i
	sentence := s
	for ok {
		at, w := r.secondDuty(from, j, v)
		if at == 0 {
			break
		}
		end := at
		for end > from && (r.is(end-1, ',') || r.is(end-1, ';') || r.is(end-1, '.') || r.word(end-1, "and")) {
			end--
		}
		r.duty(p, sentence, from, end, v)
		for sentence+1 < len(r.d.Sentences) && r.d.Sentences[sentence+1].First <= at {
			sentence++
		}
		from, v = at, w
	}
	r.duty(p, sentence, from, j, v)
}

func (r *reader) duty(p *Profile, s, i, j int, v verb) {
	if i >= j {
		return
	}
	if boss := p.ReportsTo; boss != nil && v.lemma == "report" && boss.Start >= int(r.d.Tokens[i].Start) && boss.End <= int(r.d.Tokens[j-1].End) {
		return // "You will report to the CTO" is no duty
	}
	sent := &r.d.Sentences[s]
	p.Responsibilities = append(p.Responsibilities, Duty{
		Span: r.span(i, j), Line: sent.Line, Verb: v.lemma, Type: r.dutyType(v, i, j),
		Primary:    sent.Kind == text.Duties,
		Difference: differences().of(r.d.Tokens[i:j]),
	})
}

// maxObject is how many tokens after its verb an object is looked for.
const maxObject = 9

// dutyType is the type that the verb has with its object, else its own.
func (r *reader) dutyType(v verb, i, j int) string {
	objects := verbs().objects[v.lemma]
	if objects == nil {
		return v.typ
	}
	class := "*"
	for k := i + 1; k < min(i+maxObject, j) && !r.oneOf(k, "to", "for", "with", "that", "which") && class == "*"; k++ {
		switch {
		case r.has(k, cBudget):
			class = "money"
		case r.collective(k) && !r.collective(k+1) && !r.oneOf(k+1, "'s"):
			class = "people"
		}
	}
	if t, ok := objects[class]; ok {
		return t
	}
	return v.typ
}

// minObject is how many tokens each half of a compound duty must hold beside its verb
// to stand alone.
const minObject = 2

// secondDuty returns where in tokens [i,j) a second duty begins, and its verb: it
// stands after "; ", ". ", ", and " or " and " and begins with a verb of the same
// form, and both duties have an object of their own. "Design, build and run services"
// is one duty. It returns 0 where there is none.
func (r *reader) secondDuty(i, j int, v verb) (int, verb) {
	depth := 0
	for k := i + 1 + minObject; k < j-minObject; k++ {
		switch {
		case r.is(k-1, '('):
			depth++
		case r.is(k-1, ')'):
			depth--
		}
		if depth > 0 {
			continue
		}
		w, ok := verbs().forms[r.d.Tokens[k].Hash]
		if !ok || w.form != v.form || w.typ == "knows" || r.is(k+1, '-') && r.glued(k+1) || r.glued(k) {
			continue
		}
		parted := r.is(k-1, ';') || r.is(k-1, '.')
		joined := r.word(k-1, "and") || r.is(k-1, '&')
		if !parted && !joined {
			continue
		}
		// "and" between two verbs that share what follows or precedes.
		if joined {
			if before := verbs().forms[r.d.Tokens[k-2].Hash]; before.lemma != "" && before.form == v.form && !r.has(k-2, cPeople, cThings) {
				continue
			}
			if !r.object(k+1, j) || !r.ownObject(i, k-1) {
				continue
			}
		}
		return k, w
	}
	return 0, verb{}
}

// object reports whether token i begins an object: an article, a possessive, or
// words that are no further verb.
func (r *reader) object(i, j int) bool {
	if i >= j || r.stop(i) || r.oneOf(i, "and", "or", "to", "of", "for", "in", "with", "on", "by") {
		return false
	}
	return r.oneOf(i, "the", "a", "an", "our", "your", "their", "its", "this", "that", "all", "new", "any", "every", "each")
}

// ownObject reports whether the verb at i has an object of its own before k.
func (r *reader) ownObject(i, k int) bool {
	if k > i && r.is(k-1, ',') {
		k--
	}
	if k-i < minObject+1 {
		return false
	}
	// A list of verbs or a purpose ("to hire and retain") is no object.
	for m := k - 1; m > max(i, k-4); m-- {
		if r.word(m, "to") || r.is(m, ',') && m >= k-2 {
			return false
		}
	}
	return true
}

// preambles are words that may stand before the leading verb of a duty.
var preambles = hashes("you", "will", "'ll", "the", "to", "be", "this", "role", "position", "person", "successful", "candidate", "and", "also", "responsible", "for", "accountable", "able", "expected",
	"is", "are", "primarily", "*", "in", "addition", "our", "who", "ability", "include", "includes", "including", "director", "vp", "of", "engineering", "incumbent", "manager", "we", "need", "someone", "must", "should", "can", "may", "as", "needed", "a", "can", "continue", "get", "continuously", "help", "helps")

func hashes(words ...string) map[uint64]bool {
	m := map[uint64]bool{}
	for _, w := range words {
		m[text.Hash(w)] = true
	}
	return m
}

// maxPreamble is how many tokens into a duty its verb is looked for.
const maxPreamble = 10

// leadingVerb returns the verb that tokens [i,j) begin with. With ask, the
// tagger is asked about a leading word that the list does not know.
func (r *reader) leadingVerb(i, j int, ask bool) (v verb, ok bool) {
	if v, ok = r.verbAt(i, j); ok {
		return v, true
	}
	// "Strategy: define …", "Technical leadership – provide …"
	for k := i + 1; k < min(i+8, j-1); k++ {
		if r.is(k, ':') || r.dash(k) || r.is(k, '-') && !r.glued(k) {
			if v, ok = r.verbAt(k+1, j); ok {
				return v, true
			}
			break
		}
	}
	// "In this role, you will lead …", "As part of the team, review …"
	for k := i + 1; k < min(i+16, j-1); k++ {
		if r.is(k, ',') && r.oneOf(i, "in", "as", "with", "through", "by", "within", "on", "under") || r.oneOf(k, "will", "'ll", "would") {
			if v, ok = r.verbAt(k+1, j); ok {
				return v, true
			}
		}
	}
	if !ask || i >= j || r.d.Tokens[i].Class != text.Word || !r.upper(i) || j-i < 3 {
		return v, false
	}
	span := r.span(i, j)
	if !imperative(span.Of(r.d.Text)) {
		return v, false
	}
	return verb{lemma: lemma(r.d.TokenText(i))}, true
}

// verbAt finds a listed verb at token i, or after words of the preamble and
// adverbs.
func (r *reader) verbAt(i, j int) (v verb, ok bool) {
	for k := i; k < min(i+maxPreamble, j); k++ {
		h := r.d.Tokens[k].Hash
		w, listed := verbs().forms[h]
		if listed && !(preambles[h] && k+1 < j && r.more(k+1, j)) && !(w.form == past && k > i) {
			if w.form == noun && k+1 < j && !r.oneOf(k+1, "of", "for", "and", "in", "with") {
				return v, false
			}
			return w, w.form != past
		}
		if k+2 < j && r.is(k+1, '-') && r.oneOf(k, "co", "re", "fine", "pre", "cross", "up", "out", "over", "de", "hand") { // "fine-tune", "co-lead"
			if w, ok := verbs().forms[r.d.Tokens[k+2].Hash]; ok && w.form != noun {
				return w, w.form != past
			}
		}
		if !preambles[h] && !(r.is(k, ',') && k > i) && !strings.HasSuffix(r.d.TokenText(k), "ly") {
			return v, false
		}
	}
	return v, false
}

// more reports whether a verb or more of a preamble follows at token i, so
// that what stands before it ("help", "be responsible for") is none itself.
func (r *reader) more(i, j int) bool {
	if r.oneOf(i, "responsible", "accountable", "able", "expected") {
		return true
	}
	if r.word(i, "for") {
		i++
	}
	if i >= j {
		return false
	}
	w, ok := verbs().forms[r.d.Tokens[i].Hash]
	return ok && w.form != past && w.form != noun
}

// lemma guesses the lemma of a verb that the list does not know.
func lemma(w string) string {
	w = strings.ToLower(w)
	switch {
	case strings.HasSuffix(w, "ies") && len(w) > 4:
		return w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "sses"), strings.HasSuffix(w, "shes"), strings.HasSuffix(w, "ches"), strings.HasSuffix(w, "xes"), strings.HasSuffix(w, "zes") && !strings.HasSuffix(w, "izes"):
		return w[:len(w)-2]
	case strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && len(w) > 3:
		return w[:len(w)-1]
	case strings.HasSuffix(w, "ing") && len(w) > 5:
		return w[:len(w)-3]
	}
	return w
}
