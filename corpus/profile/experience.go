package profile

import (
	"strings"

	"rung/corpus/text"
)

// maxYears is the most that a posting can ask for; more are those of a company.
const maxYears = 25

// experience finds the years asked for.
func (r *reader) experience(p *Profile) {
	for s := range r.d.Sentences {
		sent := &r.d.Sentences[s]
		switch sent.Kind {
		case text.Benefits, text.Legal, text.Apply, text.Heading:
			continue
		}
		for i := sent.First; i < sent.Last; {
			if next := r.years(p, s, i); next > i {
				i = next
			} else {
				i++
			}
		}
	}
	e := &p.Experience
	for i := range e.Mentions {
		m := &e.Mentions[i]
		best := &e.Total
		if m.Leading {
			best = &e.Leading
		}
		if *best == nil || (*best).Preferred && !m.Preferred || m.Preferred == (*best).Preferred && m.Min > (*best).Min {
			*best = m
		}
	}
}

// years reads a number of years at token i of sentence s and returns the token
// after it, or i.
func (r *reader) years(p *Profile, s, i int) int {
	sent := &r.d.Sentences[s]
	low, high, unit, next := r.count(i, sent.Last)
	switch {
	case next == i:
		if !r.has(i, cDecade) || r.word(i-2, "in") { // "a decade"; not "once in a decade"
			return i
		}
		low, high, next = 10, 0, i+1
	case next < sent.Last && r.has(next, cDecade):
		low, high, next = low*10, high*10, next+1
	case unit != "":
		if u := strings.ToLower(unit); u != "yrs" && u != "yr" && u != "years" && u != "y" {
			return i
		}
	default:
		j := next
		if j < sent.Last && r.is(j, '-') {
			j++ // "10-year"
		}
		for j < sent.Last && j < next+2 && r.oneOf(j, "full", "solid", "plus", "or", "more", "+", "calendar") {
			j++
		}
		if j >= sent.Last || !r.has(j, cYear) {
			return i
		}
		next = j + 1
	}
	if next < sent.Last && r.is(next, '\'') {
		next++
	}
	if n := r.plus(next, sent.Last); n > next { // "fifteen years or more"
		next = n
		if high == low {
			high = 0
		}
	}
	if low <= 0 || low > maxYears || high > maxYears+20 || !r.isExperience(sent, i, next) {
		return next
	}
	from, to := r.asked(sent, i, next)
	y := Years{Range: Range{r.span(i, next), int(low), int(high)}}
	led, made := r.leading(from, to)
	y.Preferred = sent.Kind == text.Preferred || r.find(from, to, cWish) >= 0 || r.find(max(sent.First, i-4), i, cWish) >= 0
	if !led || made {
		p.Experience.Mentions = append(p.Experience.Mentions, y)
	}
	if led {
		y.Leading = true
		p.Experience.Mentions = append(p.Experience.Mentions, y)
	}
	return next
}

// isExperience tells years that one must have worked from those of a company, a plan
// or a law. Tokens [i,j) are the number and the unit.
func (r *reader) isExperience(sent *text.Sentence, i, j int) bool {
	if r.find(max(sent.First, i-3), i, cNotYears) >= 0 {
		return false
	}
	if r.word(i-1, "in") || r.word(i-2, "less") && r.word(i-1, "than") || r.has(j, cBachelor, cDegree) || r.oneOf(j, "college", "university") {
		return false // how long it took
	}
	if r.word(j, "of") && r.oneOf(j+1, "age", "service", "growth", "history") || r.ofCompany(sent, i) {
		return false
	}
	if j < sent.Last && (r.has(j, cNotYears) || r.is(j, '-') && j+1 < sent.Last && r.has(j+1, cNotYears)) {
		return false
	}
	switch sent.Kind {
	case text.Requirements, text.Preferred:
		return true
	}
	// Elsewhere the words must say so: "with 10+ years of experience".
	end := min(j+8, sent.Last)
	for k := j; k < end; k++ {
		if r.oneOf(k, "experience", "experiences", "background", "expertise") {
			return r.subjectIsApplicant(sent, i)
		}
	}
	if sent.Kind == text.About || sent.Kind == text.Other {
		return false
	}
	return j < sent.Last && r.has(j, cExperience)
}

// subjectIsApplicant reports whether the sentence speaks of the one who is sought, and
// not of those who are there already.
func (r *reader) subjectIsApplicant(sent *text.Sentence, i int) bool {
	for k := back(sent, i); k < i; k++ {
		if r.oneOf(k, "you", "your", "candidate", "candidates", "applicants", "require", "required", "requires", "requirements", "seeking", "looking", "minimum", "must", "least", "someone", "ideal", "qualifications", "engineer", "developer", "need", "hire", "hiring") {
			return true
		}
	}
	return i-sent.First < 2 || sent.Kind == text.Duties
}

// ofCompany reports whether what comes before token i has the company for its
// subject: "we have over 20 years of experience".
func (r *reader) ofCompany(sent *text.Sentence, i int) bool {
	ours := false
	for k := back(sent, i); k < i; k++ {
		if r.oneOf(k, "you", "you're", "looking", "seeking", "require", "need", "seek", "want", "candidate", "candidates", "hire", "ask", "expect", "love", "someone", "prefer", "ideal") {
			return false
		}
		ours = ours || r.oneOf(k, "we", "our", "company", "founders")
	}
	return ours
}

// asked returns the tokens that say what the years at [i,j) are of: those after them, to
// the end of the clause or the next such number. For years in brackets it is those
// before: "production experience (5+ years)".
func (r *reader) asked(sent *text.Sentence, i, j int) (from, to int) {
	if j < sent.Last && r.is(j, ')') {
		from = i
		for from > back(sent, i) && !r.is(from-1, ',') && !r.is(from-1, ';') {
			from--
		}
		return from, i
	}
	to = j
	for to < min(sent.Last, j+window) {
		if r.d.Tokens[to].Class == text.Number || r.has(to, cYear) {
			break
		}
		if _, ok := wordNumbers[r.d.Tokens[to].Hash]; ok && to > j+2 {
			break
		}
		if r.stop(to) && !(r.is(to, ',') && r.listed(to, sent.Last)) {
			if !r.is(to, '(') && !r.is(to, ')') && !r.is(to, ':') || to > j {
				break
			}
		}
		to++
	}
	return j, to
}

// listed reports whether the comma at i parts the members of a short list, as
// in "of leading, hiring and growing teams".
func (r *reader) listed(i, end int) bool {
	for k := i + 1; k < min(i+4, end); k++ {
		if r.word(k, "and") || r.word(k, "or") || r.is(k, ',') {
			return true
		}
		if r.oneOf(k, "including", "with", "preferably", "at", "of", "plus", "ideally") {
			return false
		}
	}
	return false
}

// leading reports whether tokens [i,j) speak of leading people, and whether
// they also speak of making something.
func (r *reader) leading(i, j int) (led, made bool) {
	for k := i; k < j; k++ {
		switch {
		case r.has(k, cLeadership, cAsRank):
			if r.word(k, "executive") && !r.oneOf(k+1, "role", "roles", "leadership", "position", "positions", "level", "capacity") {
				continue
			}
			led = led || !r.oneOf(k-1, "architectural", "thought", "market", "industry") && !(r.word(k, "management") && r.has(k-1, cThings))
		case r.word(k, "leading") && r.word(k+1, "product") && (r.oneOf(k+2, "and", "or") || r.is(k+2, '/')):
			led = true // "and engineering"
		case r.has(k, cLeads):
			// "a leading provider" and "a lead developer" lead nobody
			led = led || !r.oneOf(k-1, "a", "the", "an") && (r.peopleAfter(k+1, j) || r.word(k, "leading") && !r.has(k+1, cThings))
		case r.has(k, cManages):
			led = led || r.peopleAfter(k+1, j)
		case r.word(k, "management") && k > i && !r.has(k-1, cThings):
			// "engineering and people management", but not "data management"
			led = led || r.oneOf(k-1, "of", "people", "team", "engineering", "personnel", "staff", "senior", "and", "line", "software", "or", "leadership", "direct", "resource", "development", "technical", "performance", "formal", "organizational", "executive", "demonstrated", "technology", "progressive") && !(r.word(k-1, "and") && r.word(k+1, "and"))
		}
		if led && r.word(k, "and") && r.has(k+1, cMaking) {
			made = true
		}
	}
	return led, made
}

// peopleAfter reports whether the object of a verb, which begins with token i,
// is people: "software engineering teams", not "projects across teams".
func (r *reader) peopleAfter(i, j int) bool {
	for k := i; k < min(i+8, j); k++ {
		switch {
		case r.has(k, cPeople):
			return true
		case r.oneOf(k, "across", "with", "for", "to", "in", "by", "through", "between", "from", "on"):
			return false
		case r.word(k, "and") && r.has(k-1, cThings) && !r.oneOf(k-1, "product", "software", "data", "delivery", "platform", "infrastructure", "quality", "it", "test"):
			return false
		}
	}
	return false
}
