package profile

import (
	"slices"

	"rung/corpus/text"
)

// Workplaces.
const (
	atRemote = iota
	atHybrid
	atOnsite
	numPlaces
)

var (
	placeNames = [numPlaces]string{"remote", "hybrid", "onsite"}
	placeCues  = [numPlaces]class{cRemote, cHybrid, cOnsite}
)

// place finds where the work is done, and under what kind of contract. A line that
// only lists such facts, or a tag ("#LI-Remote"), outweighs prose. What is said of
// teams, tools and benefits does not count.
func (r *reader) place(p *Profile) {
	var score [numPlaces]float64
	var at [numPlaces]text.Span
	for s := range r.d.Sentences {
		sent := &r.d.Sentences[s]
		mixed := r.find(sent.First, sent.Last, cHybrid) >= 0 // says of "three days onsite" what they are
		for i := sent.First; i < sent.Last; i++ {
			place := slices.IndexFunc(placeCues[:], func(c class) bool { return r.has(i, c) })
			if place < 0 {
				r.employment(p, s, i)
				continue
			}
			w := r.placed(s, i, place)
			if w <= 0 || mixed && w < 4 && (place == atOnsite || place == atRemote && !r.is(i-1, '%')) {
				continue
			}
			if score[place] == 0 {
				at[place] = r.span(i, int(r.ends[i]))
			}
			score[place] = max(score[place], w) + 0.1
		}
	}
	best := 0
	for k := 1; k < numPlaces; k++ {
		if score[k] > score[best] || score[k] == score[best] && score[k] > 0 && k == atHybrid {
			best = k
		}
	}
	if score[best] > 0 {
		p.Workplace = &Choice{at[best], placeNames[best]}
	}
}

// placed weighs one naming of a workplace; 0 if it is about something else.
func (r *reader) placed(s, i, place int) float64 {
	sent := &r.d.Sentences[s]
	next := int(r.ends[i])
	if r.word(i-2, "li") && r.is(i-1, '-') {
		return 4 // LinkedIn's tag
	}
	if r.find(max(sent.First, i-3), i, cNoOffer) >= 0 {
		return 0
	}
	if next < sent.Last && r.has(next, cNotRemote) && !r.has(next, cJobNoun) {
		return 0
	}
	if r.word(next, "work") && r.oneOf(next+1, "opportunities", "experience", "environments", "stipend", "tools", "monthly", "allowance", "equipment") {
		if place != atHybrid || sent.Kind == text.Duties {
			return 0
		}
	}
	short := sent.Last-sent.First <= 14 || r.header(s)
	switch sent.Kind {
	case text.Duties, text.Requirements, text.Preferred:
		// "communicate with remote teams" is not an offer; "must work onsite" is
		if !short && !r.workVerb(sent, i) || r.has(next, cNotRemote) {
			return 0
		}
		if r.find(max(sent.First, i-10), i, cPeople) >= 0 && !r.header(s) {
			return 0 // of those who are led
		}
		if r.oneOf(i-1, "leading", "managing", "with", "of", "and") && place != atHybrid {
			return 0
		}
	}
	if place == atOnsite {
		if sent.Kind == text.Benefits && !r.header(s) || sent.Kind == text.About && !short {
			return 0
		}
		if !r.workVerb(sent, i) && !short {
			return 0
		}
		if r.oneOf(next, "gym", "health", "wellness", "and", "interview", "interviews", "flu", "fitness", "meals", "lunch", "client", "customer", "visits", "meetings", "events", "parking", "training", "childcare", "massage", "support", "for", "participation", "collaboration", "gatherings", "weeks", "services") {
			return 0
		}
	}
	if place == atHybrid && !short && (sent.Kind == text.About || sent.Kind == text.Other) && !r.has(next, cJobNoun) && !r.workVerb(sent, i) {
		return 0 // "hybrid and multi-cloud"
	}
	if r.find(max(sent.First, i-8), min(next+8, sent.Last), cEither) >= 0 && r.find(back(sent, i), min(i+window, sent.Last), cHybrid) >= 0 && r.find(back(sent, i), min(i+window, sent.Last), cRemote, cOnsite) >= 0 && sent.Last-sent.First > 12 {
		return 0 // "onsite, hybrid or virtual, depending on the role"
	}
	w := 1.0
	switch {
	case short && sent.Kind != text.Benefits && sent.Kind != text.Requirements && sent.Kind != text.Duties:
		w = 2.5
	case r.find(max(sent.First, i-5), i, cJobNoun) >= 0 || next < sent.Last && r.has(next, cJobNoun):
		w = 1.8
	}
	if r.word(i-1, "fully") || r.word(i-1, "100%") || r.oneOf(next, "role", "position", "job") || r.oneOf(next+1, "role", "position", "job") {
		w += 0.7
	}
	if sent.Kind == text.Benefits || sent.Kind == text.Legal || sent.Kind == text.About && w < 2 {
		w *= 0.6
	}
	if r.oneOf(next, "first", "friendly") || r.is(next, '-') && r.oneOf(next+1, "first", "friendly") {
		w = 1
	}
	return w
}

// workVerb reports whether the sentence tells where the work is done.
func (r *reader) workVerb(sent *text.Sentence, i int) bool {
	for k := max(sent.First, i-10); k < min(i+8, sent.Last); k++ {
		if r.oneOf(k, "work", "working", "role", "position", "based", "job", "days", "week", "location", "done", "located", "schedule") {
			return true
		}
	}
	return false
}

// header reports whether sentence s stands in a line of facts between bars, or
// near the top of the posting without a verb.
func (r *reader) header(s int) bool {
	sent := &r.d.Sentences[s]
	if sent.Last-sent.First > window {
		return false
	}
	bars := 0
	for i := sent.First; i < sent.Last; i++ {
		if r.is(i, '|') || r.is(i, '-') && r.d.Tokens[i].Start > 0 && !r.glued(i) || r.dash(i) && !r.glued(i) {
			bars++
		}
	}
	return bars >= 2
}

var kinds = [...]struct {
	class
	name string
}{{cFullTime, "full-time"}, {cPartTime, "part-time"}, {cIntern, "internship"}, {cTemporary, "temporary"}, {cContract, "contract"}}

// employment reads the kind of contract at token i. Only the first counts.
func (r *reader) employment(p *Profile, s, i int) {
	if p.Employment != nil {
		return
	}
	sent := &r.d.Sentences[s]
	for _, k := range kinds {
		if !r.has(i, k.class) {
			continue
		}
		next := int(r.ends[i])
		switch {
		case sent.Kind == text.Benefits, sent.Kind == text.Legal:
			return
		case next < sent.Last && r.has(next, cNotKind) && !r.oneOf(next, "experience") || r.oneOf(i-1, "non", "all", "our", "for"):
			return
		case k.class == cContract || k.class == cTemporary || k.class == cIntern:
			if !r.header(s) && !(sent.Last-sent.First <= 8) && !r.oneOf(next, "role", "position", "basis", "to", "job") {
				return
			}
			if sent.Kind == text.Duties || sent.Kind == text.Requirements || sent.Kind == text.Preferred {
				return
			}
		case sent.Kind == text.Requirements || sent.Kind == text.Preferred:
			if sent.Last-sent.First > 12 && !r.oneOf(next, "role", "position") {
				return
			}
		}
		p.Employment = &Choice{r.span(i, next), k.name}
		return
	}
	// "FT" between bars
	if r.d.TokenText(i) == "FT" && r.header(s) {
		p.Employment = &Choice{r.span(i, i+1), "full-time"}
	}
}
