package classify

import (
	"strings"

	"rung/classify/signal"
	"rung/corpus/text"
)

// unread says why no level can be read from a text, if none can. It goes by words and
// phrases that other texts are full of and postings hardly ever hold (unread.txt), so
// that a posting in unusual words is still read: in doubt, a text is a posting.
func unread(d *text.Document, r *reading, english bool) Cause {
	switch {
	case !english:
		return NotEnglish
	case r.words < tooFew:
		return TooShort
	case r.isFiller(), r.isNotice():
		return NoDuties
	case r.isResume(d):
		return Resume
	case r.isSeveral(d):
		return SeveralJobs
	case r.isArticle():
		return Article
	case r.saysNothing():
		return NoDuties
	}
	return NoCause
}

// tooFew is the number of words below which a text is a title or a line: too few
// to say even what language they are.
const tooFew = 12

// isFiller says whether the text is filler: the typesetters' Latin.
func (r *reading) isFiller() bool {
	n := r.count[ofFiller]
	return n >= 5 && 10*n >= r.words
}

// isNotice says whether the text stands in the place of a posting: a closed job, a
// missing page, a question about cookies.
func (r *reading) isNotice() bool {
	switch n := r.kinds(ofNotice); {
	case r.words < 80:
		return n >= 1 && r.kinds(ofDuty) <= 4
	case r.words < 250:
		return n >= 2 && r.kinds(ofDuty) <= 6
	}
	return false
}

// saysNothing says whether hardly a word is about work, or nearly all are about what is
// offered and allowed.
func (r *reading) saysNothing() bool {
	if 5*r.quiet >= 3*r.words && r.job < tooFew {
		return true
	}
	switch duty := r.kinds(ofDuty); duty + r.kinds(ofPosting) {
	case 0, 1:
		return true
	case 2:
		return duty < 2 || r.job < tooFew && r.count[ofReader] == 0
	}
	return false
}

// isResume says whether the text is about a person who seeks a job or has had several.
// Such a text has spans of years, the headings and phrases of a curriculum vitae, items
// that tell what was done, or an "I" that speaks to nobody. A posting speaks to its
// reader, or of the employer.
func (r *reading) isResume(d *text.Document) bool {
	alone := r.count[ofSelf] >= 6 && r.count[ofReader] <= 1
	deeds := r.count[ofDeeds] >= 5 && r.count[ofReader]+r.count[ofFirm] == 0
	if r.spans < 2 && r.kinds(ofPerson) < 2 && !deeds && !alone {
		return false
	}
	score := max(0, min(r.spans-1, 3)) + max(0, min(r.kinds(ofHeadings)-1, 2)) + min(r.kinds(ofPerson), 4)
	for _, is := range [...]bool{alone, deeds, deeds, r.count[ofDeeds] >= 3, r.count[ofReader] == 0, addressed(d)} {
		if is {
			score++
		}
	}
	invites := r.count[ofReader] >= 4 && r.count[ofSelf] < 2*r.count[ofReader]
	for _, is := range [...]bool{invites, invites, r.count[ofFirm] >= 5, r.kinds(ofPosting) >= 5} {
		if is {
			score--
		}
	}
	return score >= 4
}

// letterhead is how many bytes of a text may hold its writer's address.
const letterhead = 300

// addressed says whether an address for mail stands at the top.
func addressed(d *text.Document) bool {
	return strings.IndexByte(d.Text[:min(len(d.Text), letterhead)], '@') > 0
}

// isSeveral says whether the text is a list of openings, or several postings:
// titles at the beginning of lines all over it. The jobs of a team, or "similar
// jobs" below a posting, stand together and leave most of the text free.
func (r *reading) isSeveral(d *text.Document) bool {
	rest := r.openings.rest(d)
	switch n := r.openings.n; {
	case n >= 6 && r.count[ofOpenings] >= 6: // a page of results, most with titles of no list
		return true
	case n >= 4:
		return rest < 0.35 || rest < 0.6 && r.count[ofOpenings] > 0
	case n == 3:
		return rest < 0.3
	}
	return false
}

// isArticle says whether the text is about such jobs, or about somebody who got one. A
// posting may hold one of the phrases, but then it speaks like a posting; a text that
// speaks neither to a reader nor of an employer is an article with fewer of them.
// Phrases that a posting holds now and then must stand close together: a search firm's
// long brief in the third person has some of them too.
func (r *reading) isArticle() bool {
	const apart = 25 // words
	sure, essay, posting := r.kinds(ofArticle), r.kinds(ofEssay), r.kinds(ofPosting)
	if sure == 0 && apart*essay < r.words {
		return false
	}
	score := 3*sure + essay
	if r.count[ofReader]+r.count[ofFirm] <= 1 && posting <= 2 && score >= 4 {
		return true
	}
	score -= max(0, posting-2)
	return score >= 8 || score == 7 && sure > 1
}

// maxUnreadSpans is how many spans there is room for at first. Few postings have more.
const maxUnreadSpans = 6

// unreadSpans are the parts of the text that the verdict does not rest on, in text
// order: the posting's own title, and benefits, legal notices and how to apply, each
// with its headings. Neighbours of the same cause are one span.
func unreadSpans(d *text.Document) []UnreadSpan {
	var out []UnreadSpan
	body, next := signal.Body(d), 0 // the sentence behind the headings that were looked at
	cause := ""
	for i := range d.Sentences {
		s := &d.Sentences[i]
		was := cause
		switch {
		case i < body:
			cause = "title"
		case i < next: // of the same heading
		default:
			for next = i; next+1 < len(d.Sentences) && d.Sentences[next].Kind == text.Heading; {
				next++
			}
			cause = ""
			if k := d.Sentences[next].Kind; k == text.Benefits || k == text.Legal || k == text.Apply {
				cause = k.String()
			}
		}
		switch {
		case cause == "":
		case cause == was:
			out[len(out)-1].End = s.End
		default:
			if out == nil {
				out = make([]UnreadSpan, 0, maxUnreadSpans)
			}
			out = append(out, UnreadSpan{s.Span, cause})
		}
	}
	return out
}
