package reference

import (
	_ "embed"
	"sync"
)

// The seven differences between two levels of a job.
const (
	Horizon   = "horizon"   // long-term against short-term goals
	Duties    = "duties"    // responsibilities of the day
	Meetings  = "meetings"  // which meetings, with whom
	Authority = "authority" // seniority, scope, who decides, who reports to whom
	Metrics   = "metrics"   // what success is measured by
	Career    = "career"    // where one comes from and goes to
	Education = "education" // schooling and experience
)

// Differences lists the seven, in their order.
var differences = [...]string{Horizon, Duties, Meetings, Authority, Metrics, Career, Education}

//go:embed differences.txt
var differencesText string

var cues = sync.OnceValue(func() map[string]phrases { return wordLists(differencesText) })

// differenceOf returns the difference that most words of ws point to, and how
// many do; "" and 0 when none does. Of equals the earlier in the list wins.
func differenceOf(ws []word) (string, int) {
	best, most := "", 0
	for _, d := range differences {
		n := 0
		for i := 0; i < len(ws); {
			k := phraseAt(ws, i, cues()[d])
			if k > 0 {
				n++
			}
			i += max(k, 1)
		}
		if n > most {
			best, most = d, n
		}
	}
	return best, most
}

// topicOf is the difference that a paragraph is about. One of several sentences
// says so itself, above all in the first, because headings get lost; an item or
// a single sentence is about what its heading names. "" leaves it to the clause.
func topicOf(sentences [][]word, heading string) string {
	if len(sentences) < 2 {
		return heading
	}
	score := map[string]int{heading: 2}
	for i, ws := range sentences {
		d, n := differenceOf(ws)
		if i == 0 {
			n *= 3
		}
		score[d] += n
	}
	best, most := heading, 0
	for _, d := range differences {
		if score[d] > most {
			best, most = d, score[d]
		}
	}
	return best
}
