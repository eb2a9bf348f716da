package profile

import (
	"strings"

	"rung/corpus/text"
)

var stages = [...]struct {
	class
	name string
}{{cSeed, "seed"}, {cPreIPO, "pre-ipo"}, {cPublic, "public"}, {cOwned, "privately held"}, {cScaleUp, "scale-up"}, {cStartup, "startup"}}

// company finds the stage, size and offices of the company.
func (r *reader) company(p *Profile) {
	weak := false // a round ("Series C") says more than "startup"
	for s := range r.d.Sentences {
		sent := &r.d.Sentences[s]
		switch sent.Kind {
		case text.Duties, text.Requirements, text.Preferred, text.Legal, text.Heading:
			continue
		}
		r.people = -1
		for i := sent.First; i < sent.Last; i++ {
			switch {
			case r.has(i, cSeries) && i+1 < sent.Last && r.upper(i+1) && len(r.d.TokenText(i+1)) == 1 && r.d.TokenText(i + 1)[0] <= 'J':
				if p.Stage == nil || weak {
					p.Stage, weak = &Choice{r.span(i, i+2), "series " + strings.ToLower(r.d.TokenText(i+1))}, false
				}
			case p.Stage == nil:
				for _, k := range stages {
					if r.has(i, k.class) && !(k.class == cSeed && r.oneOf(i+1, "the", "of", "data", "oil", "oils")) && !(k.class == cStartup && r.oneOf(i-1, "with", "for", "to", "as")) && !(k.class == cScaleUp && r.oneOf(i+1, "up")) {
						p.Stage = &Choice{r.span(i, int(r.ends[i])), k.name}
						weak = k.class == cStartup || k.class == cScaleUp
						break
					}
				}
			}
			if p.CompanySize == nil && sent.Kind != text.Benefits {
				r.companySize(p, sent, i)
			}
			if r.has(i, cPeople) && r.people < 0 {
				r.people = i
			}
			if r.has(i, cOffice) && len(p.Offices) < maxOffices {
				r.offices(p, sent, i)
			}
		}
	}
}

// companySize reads "120 employees", "a 120-person company" at token i.
func (r *reader) companySize(p *Profile, sent *text.Sentence, i int) {
	if r.d.Tokens[i].Class != text.Number && r.d.Tokens[i].Class != text.Word {
		return
	}
	low, high, unit, next := r.count(i, sent.Last)
	if next == i || unit != "" || low < 5 || low > 3e6 || high > 3e6 || r.is(i-1, '$') {
		return
	}
	if next < sent.Last && r.is(next, '-') {
		next++
	}
	at := r.find(next, min(next+3, sent.Last), cStaffNoun)
	if at < 0 || r.find(next, at, cNotSize) >= 0 ||
		r.find(max(sent.First, i-6), i, cNotSize) >= 0 || r.find(at+1, min(at+3, sent.Last), cNotSize) >= 0 {
		return
	}
	switch {
	case r.word(at, "people") || r.word(at, "professionals") || r.word(at, "staff"):
		if r.find(max(sent.First, i-4), i, cSizeVerb) < 0 || sent.Kind == text.Role && r.people >= 0 {
			return
		}
	case r.word(at, "person"):
		if !r.oneOf(at+1, "company", "startup", "firm", "organization", "organisation", "business", "start") {
			return
		}
	}
	p.CompanySize = &Range{r.span(i, at+1), int(low), int(high)}
}

// maxOffices is how many offices are listed at most.
const maxOffices = 50

// offices reads the places after "offices in", "headquartered in".
func (r *reader) offices(p *Profile, sent *text.Sentence, i int) {
	if !r.oneOf(i+1, "in", "at") && !(r.word(i+1, "are") && r.word(i+2, "in")) {
		return
	}
	k := i + 2
	if r.word(i+1, "are") {
		k++
	}
	for from, end := k, k+4*window; k <= min(sent.Last, end); k++ {
		if k < sent.Last && (r.upper(k) || r.d.Tokens[k].Class == text.Word && from < k && r.oneOf(k, "de", "la", "of") || r.is(k, '-')) {
			continue
		}
		if k > from && r.upper(from) && !r.oneOf(from, "The", "Our", "We") {
			if len(p.Offices) < maxOffices {
				p.Offices = append(p.Offices, r.span(from, k))
			}
		}
		if k >= sent.Last || !(r.is(k, ',') || r.oneOf(k, "and", "or", "&", "the") || r.is(k, '/') || r.is(k, '&')) {
			return
		}
		from = k + 1
	}
}

// career finds the posts before, after and beside the job.
func (r *reader) career(p *Profile) {
	for s := range r.d.Sentences {
		sent := &r.d.Sentences[s]
		for i := sent.First; i < sent.Last; i++ {
			var to *[]text.Span
			switch {
			case r.has(i, cFormer) && (sent.Kind == text.Requirements || sent.Kind == text.Preferred):
				to = &p.Career.EntryFrom
			case r.has(i, cNext) && sent.Kind != text.Legal && sent.Kind != text.About:
				to = &p.Career.Next
			case r.has(i, cLateral) && (sent.Kind == text.Duties || sent.Kind == text.Role):
				to = &p.Career.Lateral
			default:
				continue
			}
			post, ok := r.post(int(r.ends[i]), sent.Last)
			if n := len(*to); ok && n < 20 && (n == 0 || (*to)[n-1] != post) {
				*to = append(*to, post)
			}
		}
	}
}

// post reads a title from token i on: at most two words before it, a rank in
// it, and capitals or a rank's neighbours all through.
func (r *reader) post(i, end int) (s text.Span, ok bool) {
	for k := 0; k < 3 && i < end && r.oneOf(i, "a", "an", "the", "our", "experience", "role", "roles", "as", "being", "other"); k++ {
		i++
	}
	from, ranked := i, -1
	for i < end && i < from+8 {
		switch {
		case r.has(i, cRankWord):
			ranked = i
		case r.upper(i), r.oneOf(i, "of", "software", "engineering", "senior", "technical", "tech", "team", "similar") && ranked < 0:
		case r.word(i, "of") && i+1 < end && (r.upper(i+1) || r.word(i+1, "engineering")), r.word(i, "engineering") && r.word(i-1, "of"):
		default:
			end = i
			continue
		}
		i++
	}
	if ranked < 0 {
		return s, false
	}
	for i > ranked+1 && r.oneOf(i-1, "of", "similar") {
		i--
	}
	return r.span(from, i), true
}
