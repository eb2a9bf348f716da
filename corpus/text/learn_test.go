package text

import (
	"cmp"
	"flag"
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// The files cues.txt, headcues.txt and turns.txt are learned here:
//
//	go test ./corpus/text -run TestLearn -learn
//
// and cross-validated with -cross 4, from two sources. Real postings without labels lend theirs: lines under a
// heading that headings.txt lists are of its kind. Postings labelled by reading
// say the rest. Both are constraints on the states that a unit may have, and
// the likelihood of all sequences that keep them is maximised.
var (
	learnFlag = flag.Bool("learn", false, "learn the weights of kinds again and write them")
	crossFlag = flag.Int("cross", 0, "cross-validate the learning in so many folds")
	showFlag  = flag.Bool("show", false, "print lines of the wrong kind")
)

// example is a posting as the learner sees it: the cues of each unit as indexes
// into the learner's features, and the states it may have as bits.
type example struct {
	units   []unit
	content [][]feature
	heading [][]feature
	allowed []uint32
	weight  float64
	loose   bool // the units are learned each by itself
}

type feature struct {
	i int32
	x float32
}

const (
	allContent = 1<<numContent - 1
	allHeading = allContent << numContent
	allStates  = allContent | allHeading
)

// learner holds the weights while they are learned.
type learner struct {
	index [2]map[uint64]int32 // of content and heading cues
	w, g  [2][][numContent]float64
	t, tg [numTurns][numStates][numStates]float64
	exp   [numTurns][numStates][numStates]float64
	names [2]map[uint64]string
}

func (l *learner) example(d *Document, allowed []uint32, weight float64) example {
	e := example{units: slices.Clone(d.scratch.units), allowed: allowed, weight: weight}
	look := func(which int, cues []uint64, words int) (f []feature) {
		for j, c := range cues {
			if i, ok := l.index[which][c]; ok {
				x := float32(1)
				if j < words {
					x = min(1, maxWords/float32(words))
				}
				f = append(f, feature{i, x})
			}
		}
		return f
	}
	for i := range e.units {
		cues, words := d.contentCues(nil, i)
		e.content = append(e.content, look(0, cues, words))
		var h []feature
		if e.units[i].may {
			cues, _ := d.headingCues(nil, i)
			h = look(1, cues, 0)
		}
		e.heading = append(e.heading, h)
	}
	return e
}

// alone returns the units whose kind is known as units that stand alone, so that
// words are learned as if nothing stood around them.
func (e *example) alone() example {
	a := example{weight: e.weight / 2, loose: true}
	for i, u := range e.units {
		if x := e.allowed[i]; x&allContent != 0 && x&(x-1) == 0 {
			a.units = append(a.units, u)
			a.content = append(a.content, e.content[i])
			a.heading = append(a.heading, e.heading[i])
			a.allowed = append(a.allowed, x)
		}
	}
	return a
}

// headless returns the example without its headings, so that words are learned
// for postings that have none.
func (e *example) headless() example {
	h := example{weight: e.weight / 2}
	for i, u := range e.units {
		if e.allowed[i]&allContent == 0 {
			continue
		}
		if n := len(h.units); n > 0 && u.item && h.units[n-1].item {
			u.turn = nextItem
		}
		h.units = append(h.units, u)
		h.content = append(h.content, e.content[i])
		h.heading = append(h.heading, e.heading[i])
		h.allowed = append(h.allowed, e.allowed[i])
	}
	return h
}

// ofTheJob and ofNotices are the states of content that tells of the job itself,
// and of what rules do not listen to.
const (
	ofTheJob  = 1<<Role | 1<<Duties
	ofNotices = 1<<Benefits | 1<<Legal | 1<<Apply
)

func only(allowed, states uint32) bool { return allowed != 0 && allowed&^states == 0 }

// moved returns the example as if what it says of the job stood below all else,
// behind the notices, with its headings: that it seldom does must not keep it
// from being read there. It is empty where nothing can be moved.
func (l *learner) moved(e *example) example {
	m := example{weight: e.weight / 2}
	job := func(i int) bool { return only(e.allowed[i], ofTheJob|ofTheJob<<numContent) }
	for i := range e.units {
		if !job(i) {
			m.take(e, i, i > 0 && job(i-1), nextPara)
		}
	}
	rest := len(m.units)
	for i := range e.units {
		if job(i) {
			m.take(e, i, i == 0 || !job(i-1), nextPara)
			l.placeLast(&m)
		}
	}
	if rest == 0 || rest == len(m.units) {
		return example{}
	}
	return m
}

// scattered returns the example as if some of what it says of the job stood
// behind sentences of notices, one to three at a time.
func (l *learner) scattered(e *example, rnd *rand.Rand) example {
	m := example{weight: e.weight / 2}
	var jobs []int
	job := func(i int) bool { return only(e.allowed[i], ofTheJob) }
	for i := range e.units {
		if job(i) {
			jobs = append(jobs, i)
		}
	}
	next := 0
	for i := range e.units {
		if job(i) && i%2 == 0 {
			continue
		}
		m.take(e, i, i > 0 && job(i-1) && (i-1)%2 == 0, nextPara)
		if !only(e.allowed[i], ofNotices) || rnd.IntN(3) > 0 {
			continue
		}
		for n := 1 + rnd.IntN(3); n > 0 && next < len(jobs); next++ {
			if jobs[next]%2 == 0 {
				turn := [...]uint8{sameLine, nextLine, nextPara}[rnd.IntN(3)]
				m.take(e, jobs[next], true, turn)
				l.placeLast(&m)
				n--
			}
		}
	}
	if next == 0 {
		return example{}
	}
	return m
}

// take appends unit i of e, with another turn where it stands behind another unit.
func (m *example) take(e *example, i int, elsewhere bool, turn uint8) {
	u := e.units[i]
	switch n := len(m.units); {
	case !elsewhere || n == 0:
	case u.item && m.units[n-1].item:
		u.turn = nextItem
	case u.item && turn == sameLine:
		u.turn = nextLine
	default:
		u.turn = turn
	}
	m.units = append(m.units, u)
	m.content = append(m.content, e.content[i])
	m.heading = append(m.heading, e.heading[i])
	m.allowed = append(m.allowed, e.allowed[i])
}

// placeLast gives the last unit the mark of the place where it stands now.
func (l *learner) placeLast(m *example) {
	f := slices.Clone(m.content[len(m.content)-1])
	for _, id := range markPlace[firstLine:] {
		i, known := l.index[0][id]
		for j := range f {
			if known && f[j].i == i {
				f[j].i = l.index[0][markPlace[behind]]
			}
		}
	}
	m.content[len(m.content)-1] = f
}

// flat returns the example as if it were one line, with its headings where a
// list follows them.
func (e *example) flat() example {
	f := example{weight: e.weight / 2}
	for i, u := range e.units {
		allowed := e.allowed[i]
		if allowed&allContent == 0 {
			if u.item || i+1 == len(e.units) || !e.units[i+1].item {
				continue
			}
		} else if u.may = u.may && !u.item && i+1 < len(e.units) && e.units[i+1].item; !u.may {
			allowed &= allContent
		}
		u.turn = longLine
		if n := len(f.units); n > 0 && u.item && f.units[n-1].item {
			u.turn = nextItem
		}
		f.units = append(f.units, u)
		f.content = append(f.content, e.content[i])
		f.heading = append(f.heading, e.heading[i])
		f.allowed = append(f.allowed, allowed)
	}
	return f
}

// name remembers how the cues of d are written.
func (l *learner) name(d *Document) {
	for i := range d.Sentences {
		s := &d.Sentences[i]
		for which := range 2 {
			prev := "^"
			for j := s.First; j < s.Last; j++ {
				w := strings.ReplaceAll(strings.ToLower(d.TokenText(j)), "’", "'")
				switch c := d.Tokens[j].Class; {
				case c == Number:
					w = "{n}"
				case c == Punct, which == 1 && c == Symbol:
					continue
				}
				l.names[which][cueHash(w)] = w
				l.names[which][cueHash(prev+" "+w)] = prev + " " + w
				prev = w
			}
			l.names[1][cueHash(prev+" <end>")] = prev + " <end>"
		}
	}
}

// nameMarks remembers how marks are written.
func (l *learner) nameMarks() {
	for _, m := range []string{"length", "place", "item", "colon", "begins", "is", "is-loosely", "ends", "case", "around", "words", "sign"} {
		for i := range 10 {
			n := fmt.Sprintf("<%s%d>", m, i)
			l.names[0][cueHash(n)], l.names[1][cueHash(n)] = n, n
		}
	}
}

// emit fills in the scores of a unit's states.
func (l *learner) emit(e *example, i int, out *[numStates]float64) {
	*out = [numStates]float64{}
	for _, f := range e.content[i] {
		for k := range numContent {
			out[k] += float64(f.x) * l.w[0][f.i][k]
		}
	}
	for _, f := range e.heading[i] {
		for k := range numContent {
			out[numContent+k] += float64(f.x) * l.w[1][f.i][k]
		}
	}
	if !e.units[i].may {
		for k := numContent; k < numStates; k++ {
			out[k] = math.Inf(-1)
		}
	}
}

type row = [numStates]float64

// marginals runs forward and backward over the states that are allowed, calls
// step with the probability of every state of a unit and turn with that of every
// pair of states, times sign, and returns log Z, or -Inf where no sequence is
// allowed.
func (l *learner) marginals(e *example, allowed []uint32, emit []row, sign float64, step func(i, k int, p float64), turn func(i, j, k int, p float64)) float64 {
	n := len(e.units)
	states := make([][]int, n)
	fwd, bwd, ex := make([]row, n), make([]row, n), make([]row, n)
	logZ := 0.0
	for i := range n {
		m := math.Inf(-1)
		for k := range numStates {
			if allowed[i]>>k&1 == 1 && !math.IsInf(emit[i][k], -1) {
				states[i] = append(states[i], k)
				m = max(m, emit[i][k])
			}
		}
		sum := 0.0
		for _, k := range states[i] {
			in := 1.0
			if i > 0 {
				in = 0
				for _, j := range states[i-1] {
					in += fwd[i-1][j] * l.exp[e.units[i].turn][j][k]
				}
			}
			ex[i][k] = math.Exp(emit[i][k] - m)
			fwd[i][k] = in * ex[i][k]
			sum += fwd[i][k]
		}
		if sum == 0 {
			return math.Inf(-1)
		}
		for _, k := range states[i] {
			fwd[i][k] /= sum
		}
		logZ += math.Log(sum) + m
	}
	for k := range numStates {
		bwd[n-1][k] = 1
	}
	for i := n - 1; i >= 0; i-- {
		sum := 0.0
		for _, k := range states[i] {
			sum += fwd[i][k] * bwd[i][k]
		}
		for _, k := range states[i] {
			step(i, k, sign*fwd[i][k]*bwd[i][k]/sum)
		}
		if i == 0 {
			break
		}
		t := &l.exp[e.units[i].turn]
		total, scale := 0.0, 0.0
		for _, j := range states[i-1] {
			x := 0.0
			for _, k := range states[i] {
				x += t[j][k] * ex[i][k] * bwd[i][k]
			}
			bwd[i-1][j] = x
			total += fwd[i-1][j] * x
			scale = max(scale, x)
		}
		for _, j := range states[i-1] {
			for _, k := range states[i] {
				turn(i, j, k, sign*fwd[i-1][j]*t[j][k]*ex[i][k]*bwd[i][k]/total)
			}
			bwd[i-1][j] /= scale
		}
	}
	return logZ
}

const (
	rate      = 0.15
	decay     = 2e-4 // of a weight at each step that touches it
	turnDecay = 5e-4 // the same for turns: what seldom happens should stay near zero
)

// learn makes passes over the examples with AdaGrad (Duchi, Hazan and Singer
// 2011) and returns the mean log-likelihood of a unit in the last pass.
func (l *learner) learn(examples []example, passes int, rnd *rand.Rand) float64 {
	like, units := 0.0, 0
	for range passes {
		like, units = 0, 0
		for _, x := range rnd.Perm(len(examples)) {
			e := &examples[x]
			if len(e.units) == 0 {
				continue
			}
			emit := make([]row, len(e.units))
			for i := range emit {
				l.emit(e, i, &emit[i])
			}
			grad := make([]row, len(e.units))
			var tgrad [numTurns][numStates]row
			step := func(i, k int, p float64) { grad[i][k] += p }
			turn := func(i, j, k int, p float64) { tgrad[e.units[i].turn][j][k] += p }
			all := make([]uint32, len(e.units))
			for i := range all {
				all[i] = allContent
				if e.units[i].may {
					all[i] = allStates
				}
			}
			if e.loose {
				for i := range emit {
					l.stepAlone(e.allowed[i], &emit[i], &grad[i])
					l.update(0, e.content[i], grad[i][:numContent], e.weight)
				}
				continue
			}
			good := l.marginals(e, e.allowed, emit, 1, step, turn)
			if math.IsInf(good, -1) {
				continue
			}
			like += good - l.marginals(e, all, costly(e, emit), -1, step, turn)
			units += len(e.units)
			for i := range grad {
				l.update(0, e.content[i], grad[i][:numContent], e.weight)
				l.update(1, e.heading[i], grad[i][numContent:], e.weight)
			}
			for a := range tgrad {
				for b := range tgrad[a] {
					for c, g := range tgrad[a][b] {
						if g == 0 {
							continue
						}
						g = g*e.weight - turnDecay*l.t[a][b][c]
						l.tg[a][b][c] += g * g
						l.t[a][b][c] += rate * g / math.Sqrt(l.tg[a][b][c]+1)
						l.exp[a][b][c] = math.Exp(l.t[a][b][c])
					}
				}
			}
		}
	}
	return like / float64(units)
}

// missed is what it costs to read what is said of the job as a benefit or a
// notice, to which rules do not listen, in log-likelihood. The other way round
// costs nothing; and how to apply is told apart well enough without.
const missed = 1.5

// costly returns the scores of the units' states with that cost, so that the two
// are learned to be told apart by so much more (softmax-margin, Gimpel and Smith
// 2010).
func costly(e *example, emit []row) []row {
	out := slices.Clone(emit)
	for i := range out {
		if only(e.allowed[i], ofTheJob) {
			out[i][Benefits] += missed
			out[i][Legal] += missed
		}
	}
	return out
}

// stepAlone sets grad to the gradient of the likelihood of a content state
// without neighbours.
func (l *learner) stepAlone(allowed uint32, emit, grad *row) {
	sum := 0.0
	for k := range numContent {
		grad[k] = math.Exp(emit[k])
		sum += grad[k]
	}
	for k := range numContent {
		grad[k] = float64(allowed>>k&1) - grad[k]/sum
	}
}

func (l *learner) update(which int, fs []feature, grad []float64, weight float64) {
	for _, f := range fs {
		w, g := &l.w[which][f.i], &l.g[which][f.i]
		for k, x := range grad {
			x = x*float64(f.x)*weight - decay*w[k]
			g[k] += x * x
			w[k] += rate * x / math.Sqrt(g[k]+1)
		}
	}
}

// sizes of the model
const (
	minDocs     = 6
	keepContent = 5000
	keepHeading = 900
	goldWeight  = 4
)

// train learns a model. Cues that say little are left out and the rest learned
// again.
func train(t testing.TB, unlabelled, labelled []posting) *learner {
	rnd := rand.New(rand.NewPCG(1, 2))
	l := &learner{}
	d := new(Document)
	var docs [2]map[uint64]int
	for which := range 2 {
		docs[which] = map[uint64]int{}
		l.names[which] = map[uint64]string{}
	}
	l.nameMarks()
	count := func(text string, times int) {
		d.Reset(text)
		l.name(d)
		for which := range 2 {
			seen := map[uint64]bool{}
			for i := range d.Sentences {
				cues, _ := d.contentCues(nil, i)
				if which == 1 {
					if !d.scratch.units[i].may {
						continue
					}
					cues, _ = d.headingCues(nil, i)
				}
				for _, c := range cues {
					seen[c] = true
				}
			}
			for h := range seen {
				docs[which][h] += times
			}
		}
	}
	var used []posting
	for _, p := range unlabelled {
		d.Reset(p.Text)
		if _, known := constraints(d); known >= 2 {
			used = append(used, p)
			count(p.Text, 1)
		}
	}
	for i := range labelled {
		count(labelled[i].Text, 2)
	}
	keepAll := [2][]uint64{}
	for which := range 2 {
		for h, n := range docs[which] {
			if n >= minDocs {
				keepAll[which] = append(keepAll[which], h)
			}
		}
	}
	build := func(kept [2][]uint64) []example {
		for which := range 2 {
			slices.Sort(kept[which])
			l.index[which] = map[uint64]int32{}
			for i, h := range kept[which] {
				l.index[which][h] = int32(i)
			}
			l.w[which] = make([][numContent]float64, len(kept[which]))
			l.g[which] = make([][numContent]float64, len(kept[which]))
		}
		l.t, l.tg = [numTurns][numStates][numStates]float64{}, [numTurns][numStates][numStates]float64{}
		for a := range l.exp {
			for b := range l.exp[a] {
				for c := range l.exp[a][b] {
					l.exp[a][b][c] = 1
				}
			}
		}
		var examples []example
		for _, p := range used {
			d.Reset(p.Text)
			allowed, _ := constraints(d)
			e := l.example(d, allowed, 0.5)
			examples = append(examples, e, e.headless(), e.flat(), e.alone())
			for _, m := range []example{l.moved(&e), l.scattered(&e, rnd)} {
				if len(m.units) > 0 {
					examples = append(examples, m, m.headless(), m.flat())
				}
			}
		}
		for i := range labelled {
			d.Reset(labelled[i].Text)
			e := l.example(d, gold(d, &labelled[i]), goldWeight)
			examples = append(examples, e, e.headless(), e.flat(), e.alone())
			for _, m := range []example{l.moved(&e), l.scattered(&e, rnd)} {
				if len(m.units) > 0 {
					examples = append(examples, m, m.headless(), m.flat())
				}
			}
		}
		return examples
	}
	examples := build(keepAll)
	like := l.learn(examples, 1, rnd)
	t.Logf("%d postings, %d + %d cues: log-likelihood of a unit %.4f", len(examples), len(keepAll[0]), len(keepAll[1]), like)
	var kept [2][]uint64
	for which, limit := range []int{keepContent, keepHeading} {
		said := map[uint64]float64{}
		for h, i := range l.index[which] {
			w := l.w[which][i]
			mean := 0.0
			for _, x := range w {
				mean += x / float64(numContent)
			}
			for _, x := range w {
				said[h] = max(said[h], math.Abs(x-mean)*math.Log(1+float64(docs[which][h])))
			}
			if strings.HasPrefix(l.names[which][h], "<") {
				said[h] = math.Inf(1)
			}
		}
		order := slices.SortedFunc(maps.Keys(said), func(a, b uint64) int {
			return cmp.Or(cmp.Compare(said[b], said[a]), cmp.Compare(a, b))
		})
		kept[which] = order[:min(limit, len(order))]
	}
	examples = build(kept)
	like = l.learn(examples, 3, rnd)
	t.Logf("%d + %d cues kept: log-likelihood of a unit %.4f", len(kept[0]), len(kept[1]), like)
	return l
}
