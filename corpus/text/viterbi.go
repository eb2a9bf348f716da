package text

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

//go:embed cues.txt
var cuesText string

//go:embed headcues.txt
var headCuesText string

//go:embed turns.txt
var turnsText string

// A model is the weights that kinds are read with.
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
		x, _ := strconv.ParseFloat(f[3], 32)
		for i, name := range turnNames {
			if name == f[0] {
				s[i][parseState(f[1])][parseState(f[2])] = float32(x)
			}
		}
	}
	for i := range s {
		for j := range numStates {
			for l := range numStates {
				gain := s[i][l][0] - s[i][j][0]
				for k := range numStates {
					gain = max(gain, s[i][l][k]-s[i][j][k])
				}
				t.gain[i][j][l] = gain + slack
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

// score fills in the scores of the units.
func (d *Document) score(m *model) {
	w := &d.scratch
	for i := range w.units {
		u := &w.units[i]
		cues, words := d.contentCues(w.cues[:0], i)
		u.content = m.content.sum(weights{}, cues[:words])
		for k := range u.content {
			u.content[k] *= wordShare(words)
		}
		u.content = m.content.sum(u.content, cues[words:])
		w.cues = cues
		if !u.may {
			continue
		}
		w.cues = d.headingCues(w.cues[:0], i)
		u.heading = m.heading.sum(weights{}, w.cues)
	}
}

// slack is more than rounding makes out in a sum of scores.
const slack = 1e-3

// decode returns the best sequence of states for the units: valid until the
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
	var at, next [numStates]float32
	states := numContent // how many states the unit before could be in
	var rivals [numStates]int
	for i := range w.units {
		u := &w.units[i]
		turn := &t.score[u.turn]
		top := 0
		for j, x := range at[:states] {
			if x > at[top] {
				top = j
			}
		}
		// What lies further behind than turns can make up for is out of the race.
		n := 0
		gain := &t.gain[u.turn][top]
		for j, x := range at[:states] {
			if x+gain[j] >= at[top] {
				rivals[n] = j
				n++
			}
		}
		states = numContent
		if u.may {
			states = numStates
		}
		back := &w.back[i]
		if i == 0 {
			n, next, *back = 0, [numStates]float32{}, [numStates]state{}
		}
		for nth, from := range rivals[:n] {
			x, row := at[from], &turn[from]
			for k := range states {
				if y := x + row[k]; nth == 0 || y > next[k] {
					next[k], back[k] = y, state(from)
				}
			}
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
	last := 0
	for k := range states {
		if at[k] > at[last] {
			last = k
		}
	}
	w.best[n-1] = state(last)
	for i := n - 1; i > 0; i-- {
		w.best[i-1] = w.back[i][w.best[i]]
	}
	return w.best
}
