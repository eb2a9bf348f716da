package profile

import (
	"strings"

	"rung/corpus/text"
)

// reporting finds whom the job answers to. It passes over others who report, and over
// reports that are written.
func (r *reader) reporting(p *Profile) {
	for s := range r.d.Sentences {
		sent := &r.d.Sentences[s]
		switch sent.Kind {
		case text.Legal, text.Apply:
			continue
		}
		for i := sent.First; i < sent.Last; i++ {
			from := 0
			switch {
			case r.has(i, cUnder) && sent.Kind != text.About:
				from = int(r.ends[i])
				if from < sent.Last && (r.is(from, ':') || r.word(from, "to") || r.word(from, "is")) {
					from++
				} else if r.oneOf(i, "reporting", "line") {
					from = 0
				}
			case r.has(i, cReport, cAnswer):
				from = r.reportsTo(sent, i)
			}
			if from == 0 {
				continue
			}
			boss := text.Span{}
			if from < sent.Last {
				boss = r.boss(from, sent.Last)
			} else if s+1 < len(r.d.Sentences) && (sent.Last-sent.First) <= 4 { // "Reports to" on a line of its own
				next := &r.d.Sentences[s+1]
				if next.Last-next.First <= 10 {
					boss = r.boss(next.First, next.Last)
				}
			}
			if boss.End == boss.Start && r.is(from-1, ':') && i <= sent.First+1 {
				boss = r.name(from, sent.Last) // "Reports to: Ada Byron"
			}
			if boss.End > boss.Start {
				p.ReportsTo = &boss
				return
			}
		}
	}
}

// reportsTo returns the token after "reports to" and its like at token i, or 0
// where the words mean something else.
func (r *reader) reportsTo(sent *text.Sentence, i int) int {
	j := i + 1
	for j < sent.Last && j < i+5 && (r.has(j, cDirectly) && !r.word(j, "line") || r.is(j, '-') || r.is(j, '(') || r.is(j, ')')) && !r.word(j, "in") {
		j++
	}
	if r.word(j, "in") && r.word(j+1, "to") {
		j++
	}
	switch {
	case r.word(j, "to"), r.word(j, "into"):
		j++
		if j < sent.Last && (r.is(j, ':') || r.dash(j) || r.is(j, '-')) {
			j++
		}
	case j == i+1 && j < sent.Last && r.is(j, ':') && r.word(i, "reporting") && i == sent.First:
		j++
	default:
		return 0
	}
	// Who does it?
	k := i - 1
	for k >= back(sent, i) && (r.has(k, cDirectly) || r.oneOf(k, "who", "that", "which") && k > sent.First && r.has(k-1, cSubject) && !r.has(k-1, cOthers)) {
		k--
	}
	switch {
	case k < sent.First:
		return j
	case r.word(i, "report") || r.word(i, "answer") || r.word(i, "answerable") || r.word(i, "accountable"):
		// you will report, to report, and report; not: teams report
		if r.word(k, "to") && r.oneOf(k-1, "continue", "required", "able", "need", "asked") {
			return 0
		}
		if r.has(k, cOthers) || r.has(k, cNotReporter) || !r.has(k, cSubject) && !r.stop(k) {
			return 0
		}
		if r.word(i, "accountable") && !r.oneOf(k, "be", "is", "directly") {
			return 0
		}
	case r.word(i, "reports"), r.word(i, "answers"):
		if r.has(k, cOthers) && !r.has(k, cSubject) || r.has(k, cNotReporter) || !r.has(k, cSubject) && !r.stop(k) && !r.upper(k) && !r.is(k, ')') {
			return 0
		}
	default: // reporting
		if r.has(k, cOthers) && !r.has(k, cSubject) || r.has(k, cNotReporter) {
			return 0
		}
	}
	// "their manager reports to": somebody else's line
	for m := k; m >= max(sent.First, k-4); m-- {
		if r.has(m, cOthers) && r.has(m+1, cReport) || r.oneOf(m, "whom", "whose", "their") {
			return 0
		}
	}
	return j
}

// boss reads the person or post that begins at token i; it must hold a rank.
func (r *reader) boss(i, end int) (s text.Span) {
	if r.is(i, '*') {
		i++
	}
	if r.oneOf(i, "their", "his", "her", "its") {
		return s // somebody's, but not named
	}
	from := i
	ranked := -1
	for end = min(end, i+window); i < end; {
		t := r.d.Tokens[i]
		switch {
		case r.has(i, cRank):
			ranked = i
		case r.is(i, '.') && r.oneOf(i-1, "sr", "jr", "dr", "mr", "ms", "mrs", "assoc", "asst"):
		case (r.is(i, '(') || r.is(i, ')')) && ranked < 0: // "the Information Technology (IT) Manager"
		case t.Class == text.Punct && !r.is(i, '-') && !r.is(i, '/') && !r.is(i, '('):
			// "the Director, Platform Engineering" goes on after its comma
			// and "Ada Byron, CEO" has its rank there.
			if r.is(i, ',') && (ranked == i-1 || ranked < 0 && i-from < 4 && r.upper(from) && r.find(i+1, min(i+4, end), cRank) > 0) && r.upper(i+1) && !r.oneOf(i+1, "You", "This", "The", "Our", "In", "As", "We", "Your", "Reporting", "Working") {
				i++
				continue
			}
			if r.is(i, ':') && i-1 > ranked {
				i-- // "CTO Location: …": the next label of a flattened list
			}
			return r.close(from, i, ranked)
		case r.oneOf(i, "and"):
			if r.upper(i+1) && (r.has(i+1, cRank) || r.has(i+2, cRank) && !r.oneOf(i+1, "you", "will", "the") || ranked < 0) || r.has(i+1, cRank) && r.oneOf(i+1, "co", "founder", "ceo", "cto", "president", "chief") {
				i++
				continue
			}
			return r.close(from, i, ranked)
		case r.is(i, '('), i-from > 14, r.oneOf(i, "you", "this", "who", "while", "with", "within", "as", "will", "is", "where", "that", "on", "twice", "at", "via", "from", "by", "has", "are", "but", "when", "working", "in", "based", "and/or", "about", "regarding", "your", "every", "located", "to") && i > from:
			return r.close(from, i, ranked)
		}
		i++
	}
	return r.close(from, i, ranked)
}

// name reads the capitalised words that begin at token i.
func (r *reader) name(i, end int) (s text.Span) {
	k := i
	for k < min(i+5, end) && r.d.Tokens[k].Class == text.Word && r.upper(k) {
		k++
	}
	if k == i || k < end && !r.stop(k) {
		return s
	}
	return r.span(i, k)
}

// close ends the post at token i, without the small words and signs before it that
// follow the rank.
func (r *reader) close(from, i, ranked int) (s text.Span) {
	if ranked < from || ranked-from > 9 {
		return s
	}
	for i > ranked+1 && (r.oneOf(i-1, "of", "for", "and", "the", "our", "or", "to") || r.is(i-1, '-') || r.is(i-1, '/')) {
		i--
	}
	return r.span(from, i)
}

// The largest team that a number beside "team" is read as.
const maxTeam = 20000

// team finds whom the job leads. Of several statements it keeps one with a number,
// else the plainest: "lead" before "coach", a duty before the introduction,
// "engineers" before "the team".
func (r *reader) team(p *Profile) {
	best := -1
	for s := range r.d.Sentences {
		sent := &r.d.Sentences[s]
		if sent.Kind != text.Duties && sent.Kind != text.Role {
			continue
		}
		offer := func(t Team, ok bool, weight int) {
			if t.Min > 0 {
				weight += 4
			}
			if t.Direct > 0 {
				weight += 3
			}
			if sent.Kind == text.Duties {
				weight++
			}
			if ok && weight > best {
				best, p.Manages = weight, &t
			}
		}
		led := false
		for i := sent.First; i < sent.Last; i++ {
			if r.ledBy(i) {
				led = true
				weight := 0
				if r.has(i, cLeads, cManages) || r.oneOf(i, "leads", "oversee", "oversees", "leadership") {
					weight = 2
				}
				t, ok := r.led(i+1, sent.Last)
				if ok && strings.Contains(t.Of(r.d.Text), " of ") {
					weight++
				}
				offer(t, ok, weight)
			}
			if r.has(i, cReport) && r.word(i+1, "to") && r.oneOf(i+2, "you", "this") {
				t, ok := r.reporters(back(sent, i), i)
				offer(t, ok, 0)
			}
			if led || sent.Kind == text.Role {
				t, ok := r.sized(sent, i)
				offer(t, ok, 0)
			}
		}
	}
}

// reporters reads "five directors and a head of quality", who report to the
// job, from tokens [i,j).
func (r *reader) reporters(i, j int) (t Team, ok bool) {
	for k := i; k < j; k++ {
		low, _, unit, next := r.count(k, j)
		at := r.find(next, min(next+4, j), cPeople, cOthers)
		if next == k || unit != "" || low < 1 || low > 100 || at < 0 {
			continue
		}
		return Team{Span: r.span(k, j), Direct: int(low)}, true
	}
	return t, false
}

// ledBy reports whether token i is a verb of leading people, or a noun for it.
func (r *reader) ledBy(i int) bool {
	if r.has(i, cLeads, cManages) || r.oneOf(i, "leads", "oversee", "oversees", "supervises", "coach", "mentor", "grow", "scale", "direct", "directs", "build", "inherit", "head", "heads", "mentors") {
		return true
	}
	return r.oneOf(i, "leadership", "management", "responsibility", "responsible", "oversight", "supervision") && r.oneOf(i+1, "of", "for")
}

// maxPhrase is how many tokens a noun phrase of people has before its noun, at most.
const maxPhrase = 9

// led reads the people that are led, from token i on.
func (r *reader) led(i, end int) (t Team, ok bool) {
	limit := min(i+12, end)
	for i < limit && (r.oneOf(i, "and", "or", "for", "of") || r.is(i, ',') || r.is(i, '/') || r.isVerb(i)) {
		i++
	}
	if r.oneOf(i, "within", "by", "from", "with", "to", "in", "at", "on", "as") {
		return t, false
	}
	from, to := i, -1
	comma := false
	for k := i; k < min(i+14, end); k++ {
		switch {
		case r.collective(k), to > 0 && r.d.Tokens[k].Class == text.Number:
			to = k + 1
		case to < 0 && (k-from >= maxPhrase || r.isVerb(k) && !r.glued(k) && r.has(k-1, cThings) || r.oneOf(k, "to", "for", "in", "with", "alongside", "while", "that", "as", "by", "how", "on", "from", "your") && k > from),
			to > 0 && (r.oneOf(k, "across", "through", "while", "that", "who", "in", "by", "with", "and", "for", "as", "on") || r.word(k, "to") && k+1 < end && r.d.Tokens[k+1].Class != text.Number),
			r.stop(k) && !(r.is(k, ',') && to < 0 && k-from < 4):
			end = k
		}
		comma = comma || r.is(k, ',')
		if to < 0 && (r.word(k, "and") && comma || (r.word(k, "and") || r.is(k, ',')) && r.isVerb(k+1)) {
			return t, false // "lead strategy, hiring and teams" lists things, "lead reviews and mentor engineers" has them behind the next verb
		}
	}
	if to < 0 {
		return t, false
	}
	t.Span = r.span(from, to)
	r.size(&t, from, to)
	return t, true
}

// isVerb reports whether token i is the bare form or gerund of a listed verb.
func (r *reader) isVerb(i int) bool {
	if r.at(i) == "" {
		return false
	}
	v, ok := verbs().forms[r.d.Tokens[i].Hash]
	return ok && (v.form == bare || v.form == gerund) && !r.has(i, cThings, cPeople)
}

// collective reports whether token i is a noun for several people.
func (r *reader) collective(i int) bool {
	return r.has(i, cPeople) && !r.oneOf(i, "engineer", "developer", "reports", "talent") || r.word(i, "reports") && r.word(i-1, "direct")
}

// size reads the number of people from tokens [i,j).
func (r *reader) size(t *Team, i, j int) {
	for k := i; k < j; k++ {
		low, high, unit, next := r.count(k, min(j+1, len(r.d.Tokens)))
		if next == k || unit != "" || low < 2 || low > maxTeam || high > maxTeam || low != float64(int(low)) {
			continue
		}
		if r.has(next, cYear) || r.is(next, '%') || r.is(k-1, '$') || r.has(next, cThings) && r.find(next, min(next+4, j), cPeople) < 0 {
			k = next - 1
			continue
		}
		at := r.find(next, min(next+5, j+1), cPeople)
		if at < 0 && r.find(max(i, k-4), k, cPeople) < 0 {
			k = next - 1
			continue
		}
		t.Min, t.Max = int(low), int(high)
		if at >= 0 && r.oneOf(at, "direct", "reports") || r.oneOf(next, "direct") {
			t.Direct = int(low)
		}
		return
	}
}

// sized reads "a team of 8-12 engineers" or "five engineers" at token i.
func (r *reader) sized(sent *text.Sentence, i int) (t Team, ok bool) {
	of := i + 1
	if r.oneOf(of, "currently", "presently", "will", "that", "is") {
		of++
	}
	if r.has(i, cPeople) && !r.oneOf(i-1, "executive", "leadership", "management", "senior", "founding") && r.oneOf(of, "of", "consists", "from", "size", "comprises", "consisting") {
		to := min(i+10, sent.Last)
		end := of
		for end < to && !(r.stop(end) && !r.is(end, '-')) {
			end++
		}
		r.size(&t, i, end)
		if t.Min > 0 {
			t.Span = r.span(i, end)
			return t, true
		}
	}
	if !r.has(i, cPeople) {
		if low, _, unit, next := r.count(i, sent.Last); next > i && unit == "" && low >= 2 && low <= maxTeam {
			// "a 35+ person engineering team", "five direct reports"
			end := min(next+5, sent.Last)
			at := next
			for at < end && !r.stop(at) && !r.has(at, cPeople, cStaffNoun) {
				at++
			}
			if at < end && r.has(at, cPeople, cStaffNoun) && (at == next || at < next+3) && !r.is(next, '%') && !r.has(next, cYear) && !r.has(next, cThings) && !r.is(i-1, '$') {
				if r.word(at, "person") {
					if at = r.find(at+1, end, cPeople); at < 0 {
						return t, false
					}
				}
				if r.find(max(sent.First, i-8), i, cLeads, cManages, cPeople) < 0 && !r.word(at, "direct") {
					return t, false
				}
				t.Span = r.span(i, at+1)
				r.size(&t, i, at+1)
				return t, t.Min > 0
			}
		}
	}
	return t, false
}
