package text

import (
	_ "embed"
	"math"
	"slices"
	"strings"
	"sync"
)

//go:embed cues.txt
var cuesText string

//go:embed headcues.txt
var headCuesText string

//go:embed turns.txt
var turnsText string

// A model holds the scores by which kinds are read; see kind.go.
type model struct {
	content, heading *cueTable
	turns            *turns
}

// learned is the model of the embedded files.
var learned = sync.OnceValue(func() *model {
	return &model{newCueTable(readCues(cuesText)), newCueTable(readCues(headCuesText)), readTurns(turnsText)}
})

// readTurns reads lines of a turn, two states and a score: "next-line duties
// requirements -1.20"; "#duties" is a heading of duties.
func readTurns(file string) *turns {
	t := new(turns)
	s := &t.score
	for e := range entries(file) {
		f := strings.Fields(e)
		x := int32(hundredths(f[3]) * fine)
		if i := slices.Index(turnNames[:], f[0]); i >= 0 {
			s[i][parseState(f[1])][parseState(f[2])] = x
		}
	}
	for i := range s {
		for j := range numStates {
			for l := range numStates {
				gain := s[i][l][0] - s[i][j][0]
				for k := range numStates {
					gain = max(gain, s[i][l][k]-s[i][j][k])
				}
				t.gain[i][j][l] = gain
			}
		}
	}
	return t
}

func parseState(name string) state {
	words, isHeading := strings.CutPrefix(name, "#")
	k, _ := ParseKind(words)
	if isHeading {
		return state(k) + state(numContent)
	}
	return state(k)
}

func (s state) String() string {
	if int(s) >= numContent {
		return "#" + Kind(int(s)-numContent).String()
	}
	return Kind(s).String()
}

// maxWords is how many cues of words count in full. A longer unit has more of them,
// but not more to say of its kind: they count in proportion.
const maxWords = 24

// score fills in the scores of the units.
func (d *Document) score(m *model) {
	w := &d.scratch
	for i := range w.units {
		u := &w.units[i]
		cues, words := d.contentCues(w.cues[:0], i)
		m.content.addWords(&u.content, cues[:words])
		if words > maxWords {
			for k := range u.content {
				u.content[k] = u.content[k] * maxWords / words
			}
		}
		m.content.addMarks(&u.content, cues[words:])
		if u.may {
			cues, words = d.headingCues(cues[:0], i)
			m.heading.addWords(&u.heading, cues[:words])
			m.heading.addMarks(&u.heading, cues[words:])
		}
		w.cues = cues
	}
}

// The lowest bits of a score hold the state that it came from, so that the greatest
// number is the best score, and of equal scores that of the earlier state.
const (
	originBits = 5
	origin     = 1 << originBits
)

// decode returns the best sequence of states for the units. It is valid until the
// next call.
func (w *scratch) decode(t *turns) []state {
	n := len(w.units)
	if cap(w.back) < n {
		w.back, w.best = make([][numStates]state, n), make([]state, n)
	}
	w.back, w.best = w.back[:n], w.best[:n]
	if n == 0 {
		return nil
	}
	var at, next [numStates]int
	states := numContent // how many states the unit before could be in
	for i := range w.units {
		u := &w.units[i]
		before := best(at[:states])
		top := at[before]
		turn, gain := &t.score[u.turn], &t.gain[u.turn][before]
		was := states
		states = numContent
		if u.may {
			states = numStates
		}
		for k := range states {
			next[k] = math.MinInt
		}
		for from, x := range at[:was] {
			// A state that no turn can bring back to the front is out of the race.
			if x+int(gain[from]) < top {
				continue
			}
			x = x*origin + origin - 1 - from
			for k, y := range turn[from][:states] {
				next[k] = max(next[k], x+int(y)*origin)
			}
		}
		back := &w.back[i]
		for k, x := range next[:states] {
			back[k] = state(origin - 1 - x&(origin-1))
			next[k] = x >> originBits
		}
		if i == 0 {
			next = [numStates]int{}
		}
		for k, x := range u.content {
			next[k] += x
		}
		if u.may {
			for k, x := range u.heading {
				next[numContent+k] += x
			}
		}
		// Scores stay near zero, however long the text.
		for k := range states {
			at[k] = next[k] - next[0]
		}
	}
	w.best[n-1] = state(best(at[:states]))
	for i := n - 1; i > 0; i-- {
		w.best[i-1] = w.back[i][w.best[i]]
	}
	return w.best
}

// best returns the index of the greatest score, of equal ones the first.
func best(scores []int) int {
	top := math.MinInt
	for k, x := range scores {
		top = max(top, x*origin+origin-1-k)
	}
	return origin - 1 - top&(origin-1)
}
