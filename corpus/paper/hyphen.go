package paper

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// join puts two lines of a paragraph together: what is to stand before the second, and
// the second. A hyphen at the end of the first was put there to break a word, as most
// are before a letter in lower case, unless the word is a compound: by what the document
// has elsewhere, or by its parts.
func join(a, b string, words map[string]bool) (before, last string) {
	if !strings.HasSuffix(a, "-") {
		return a + " ", b
	}
	at := strings.LastIndexByte(a, ' ') + 1
	first, _, _ := strings.Cut(b, " ")
	if r, _ := utf8.DecodeRuneInString(b); len(a)-at < 2 || !unicode.IsLower(r) {
		return a + " ", b
	}
	if breaksWord(strings.TrimSuffix(a[at:], "-"), first, words) {
		a = strings.TrimSuffix(a, "-")
	}
	if len(a)-at > 100 { // no word
		return a, b
	}
	return a[:at], a[at:] + b
}

// breaksWord reports whether the hyphen between two parts of a word only breaks it.
func breaksWord(head, tail string, words map[string]bool) bool {
	switch {
	case words[letters(head+tail)]:
		return true
	case words[letters(head+"-"+tail)]:
		return false
	}
	if strings.ContainsFunc(letters(head), func(r rune) bool { return r != '-' && !unicode.IsLetter(r) }) {
		return false // 24-hour, C++-based, R&D-led
	}
	head, tail = letters(head), letters(tail)
	if part, rest, more := strings.Cut(tail, "-"); more {
		return !(len(part) < 4 && rest != "") && !heads[head] // day-to-day, state-of-the-art
	}
	if i := strings.LastIndexByte(head, '-'); i >= 0 {
		if head[i+1:] == "to" || head[i+1:] == "the" || head[i+1:] == "of" {
			return false // end-to-end
		}
		head = head[i+1:]
	}
	switch {
	case len(tail) < 3: // hands-on: no word is broken before two letters
		return false
	case endings[tail] || syllables[head]:
		return !pairs[head+"-"+tail]
	}
	return !heads[head] && !tails[tail] && !pairs[head+"-"+tail]
}

// heads begin compounds that keep their hyphen, and tails end them, but for endings of
// words, and for syllables with which words begin; some compounds of these are pairs.
var (
	heads = listed("best big business client cross customer decision detail double early employee fast first five four full goal " +
		"half hands hard high higher highly key knowledge large long longer low lower mission multi new non people problem project " +
		"quality results revenue sales second self seven short single six small ten third three two user value well world year")
	tails = listed("based driven facing focused functional led level minded oriented orientated specific related centric centred " +
		"centered friendly intensive savvy wide class critical heavy agnostic funded backed owned run style term paced sized " +
		"site scale stage time hour year month week day making solving setting growing winning performing person off out")
	endings = listed("able age ages aged al ally ance ances ant ants ary ate ated ates ed en ence ences ent ents er ers ery est ful fully hood " +
		"ial ible ic ical ice ices ier ies iest ily ing ingly ings ion ions ish ism ist ists ity ive ively ize ized ise ised less light lights " +
		"ly ment ments ness or ors ous ously ship ships sion sions tion tions tional tive ual uals ure ures ware way ways ground")
	syllables = listed("ac ad al ap as at be bi co col com con cor de dec des dis ec ef em en ex for fore fron im in inter ir life mid " +
		"mis mon month ob off on out over par part per post pre pro re real so some sub sun sup sur through to trans tri un under uni up " +
		"ware web with work")
	pairs = listed("co-founder co-founders co-owner in-depth in-house in-person in-office life-saving mid-level mid-market mid-size mid-sized " +
		"mid-term mid-stage off-site on-call on-demand on-site on-premise on-premises on-target over-arching part-time post-merger pre-sales " +
		"re-engineer real-life real-time real-world so-called up-front work-life")
)

func listed(s string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(s) {
		m[w] = true
	}
	return m
}
