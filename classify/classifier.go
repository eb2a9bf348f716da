package classify

import (
	"cmp"
	"embed"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
	"sync"

	"rung/classify/signal"
	"rung/corpus"
	"rung/corpus/text"
)

//go:embed models/*.model
var models embed.FS

// Builtin loads a model that is built into the program: default, which is
// trained on the reference documents and on labelled postings, or reference,
// which knows the documents and the cited rules alone, with nothing fitted to
// labels.
func Builtin(name string) (*Classifier, error) {
	f, err := models.Open("models/" + name + ".model")
	if err != nil {
		return nil, fmt.Errorf("there is no built-in model %q: want default or reference", name)
	}
	defer f.Close()
	return Load(f, name+".model")
}

// Default is Builtin("default"), read once. A model that does not fit the
// lexicon is a mistake of the program, which its tests find: Default panics.
var Default = sync.OnceValue(func() *Classifier { return must(Builtin("default")) })

// Reference is Builtin("reference"), read once.
var Reference = sync.OnceValue(func() *Classifier { return must(Builtin("reference")) })

func must(c *Classifier, err error) *Classifier {
	if err != nil {
		panic(err)
	}
	return c
}

// Classifier scores postings with one model. It is safe for concurrent use.
type Classifier struct {
	model   *Model
	lexicon *signal.Lexicon
	terms   *signal.Terms
	level   []float64 // by rule of the lexicon
	gate    []float64
	weights []termWeight // by term, without what few verdicts ask for
	scratch sync.Pool    // *scratch
}

type termWeight struct {
	level, gate, idf float64
	difference       signal.Difference
}

// scratch is what one classification needs and the next may reuse.
type scratch struct {
	doc   text.Document
	rules *signal.Finder
	parts []part
	gates []part
}

// part is a contribution before it is a Reason.
type part struct {
	rule  int32 // index into the signals, or -1
	term  int32 // index into the model's terms
	value float64
	sum   float64 // weight * value
}

// Load reads a model for the built-in lexicon. A model made for another
// lexicon is refused: its weights would stand beside other rules.
func Load(r io.Reader, name string) (*Classifier, error) {
	m, err := ReadModel(r, name)
	if err != nil {
		return nil, err
	}
	return New(m, signal.Default())
}

// NoLexicon stands for the lexicon's version in a model of keywords only.
const NoLexicon = "none"

// New makes a classifier of a model and the lexicon it was made for.
func New(m *Model, lx *signal.Lexicon) (*Classifier, error) {
	if m.Lexicon == NoLexicon {
		lx = signal.None()
	} else if m.Lexicon != lx.Version {
		return nil, fmt.Errorf("model %s was made for lexicon %s, this program has lexicon %s: build the model again with rung model build or train", m.Name, m.Lexicon, lx.Version)
	}
	c := &Classifier{model: m, lexicon: lx, level: make([]float64, len(lx.Rules)), gate: make([]float64, len(lx.Rules))}
	byName := make(map[string]int, len(lx.Rules))
	for i, r := range lx.Rules {
		byName[r.Name] = i
	}
	for _, r := range m.Rules {
		i, ok := byName[r.Name]
		if !ok {
			return nil, fmt.Errorf("model %s weighs rule %q, which the lexicon does not have", m.Name, r.Name)
		}
		c.level[i], c.gate[i] = r.Level, r.Gate
	}
	names := make([]string, len(m.Terms))
	for i, t := range m.Terms {
		names[i] = t.Term
		c.weights = append(c.weights, termWeight{t.Level, t.Gate, t.IDF, t.Difference})
	}
	c.terms = signal.NewTerms(names)
	c.scratch.New = func() any { return &scratch{rules: lx.NewCounter(c.terms)} }
	return c, nil
}

// Model returns the classifier's model; it must not be changed.
func (c *Classifier) Model() *Model { return c.model }

// Lexicon returns the classifier's rules.
func (c *Classifier) Lexicon() *signal.Lexicon { return c.lexicon }

// Classify judges one posting, with every reason. It accepts any text.
func (c *Classifier) Classify(p corpus.Posting) Verdict { return c.ClassifyTop(p, -1) }

// ClassifyTop judges one posting and lists the n heaviest reasons (n < 0: all);
// the contributions of the others are summed in Rest.
func (c *Classifier) ClassifyTop(p corpus.Posting, n int) Verdict { return c.ClassifyIn(nil, p, n) }

// ClassifyIn is ClassifyTop for a posting of a batch: what its employer repeats
// in postings of other titles, as b knows, counts half. A nil b knows nothing.
func (c *Classifier) ClassifyIn(b *Boilerplate, p corpus.Posting, n int) Verdict {
	s := c.scratch.Get().(*scratch)
	defer c.scratch.Put(s)
	s.doc.Reset(p.Text)
	v := c.judge(s, b, p.Company, n)
	v.ID, v.Source, v.Company, v.Title = p.ID, p.Source, p.Company, p.Title
	v.Claim = ClaimOf(p.Title)
	v.Agreement = agreement(v.Claim, v.Level)
	if v.Claim == ClaimBankVP && !slices.Contains(v.Flags, FlagBankGrade) {
		v.Flags = append(v.Flags, FlagBankGrade)
		slices.Sort(v.Flags)
	}
	if n < 0 {
		// The whole verdict keeps its text; a batch does not.
		doc := s.doc
		s.doc = text.Document{}
		v.Doc = &doc
	}
	return v
}

// weigh calls add for every rule and term that the document holds.
func (c *Classifier) weigh(s *scratch, signals []signal.Signal, d *text.Document, add func(level, gate part)) {
	for i := range signals {
		r := signals[i].Rule
		v := SignalValue(&signals[i])
		l, g := c.level[r.Index], c.gate[r.Index]
		add(part{int32(i), -1, v, l * v}, part{int32(i), -1, v, g * v})
	}
	hits := s.rules.Hits(d)
	norm := TermNorm(hits, func(t int32) float64 { return c.weights[t].idf })
	for _, h := range hits {
		w := &c.weights[h.Term]
		v := TermValue(h.Count, w.idf, norm)
		add(part{-1, h.Term, v, w.level * v}, part{-1, h.Term, v, w.gate * v})
	}
}

// SignalValue is the value of a rule that fired: that of its best place, which
// is 1, half of it where the sentence is conditional, and half of it where it is
// boilerplate.
func SignalValue(s *signal.Signal) float64 {
	best := 0.0
	for _, e := range s.Evidence {
		v := 1.0
		if e.Hedged {
			v /= 2
		}
		if e.Boilerplate {
			v /= 2
		}
		best = max(best, v)
	}
	return best
}

// TermNorm is the Euclidean length of the terms' unnormalised values.
func TermNorm(hits []signal.Hit, idf func(int32) float64) float64 {
	var sum float64
	for _, h := range hits {
		x := damped(h.Count) * idf(h.Term)
		sum += x * x
	}
	return math.Sqrt(sum)
}

// TermValue is (1+ln count)·idf over the length of all: sublinear tf-idf, as in
// Manning, Raghavan and Schütze, "Introduction to Information Retrieval" (2008),
// section 6.4.
func TermValue(count int32, idf, norm float64) float64 { return damped(count) * idf / norm }

// logCount holds 1+ln n for the counts that occur.
var logCount = func() (t [64]float64) {
	for i := range t {
		t[i] = 1 + math.Log(max(1, float64(i)))
	}
	return t
}()

func damped(count int32) float64 {
	if int(count) < len(logCount) {
		return logCount[count]
	}
	return 1 + math.Log(float64(count))
}

func (c *Classifier) judge(s *scratch, b *Boilerplate, company string, n int) Verdict {
	d := &s.doc
	signals := s.rules.Find(d)
	repeats := b.mark(company, d, signals)
	v := Verdict{
		Model: c.model.String(), Lexicon: c.lexicon.Version,
		Bias: c.model.Bias, LogOdds: c.model.Bias, Gate: c.model.GateBias,
	}
	s.parts, s.gates = s.parts[:0], s.gates[:0]
	c.weigh(s, signals, d, func(level, gate part) {
		if level.sum != 0 {
			v.LogOdds += level.sum
			v.Differences[c.difference(signals, level)] += level.sum
			s.parts = append(s.parts, level)
		}
		if gate.sum != 0 {
			v.Gate += gate.sum
			s.gates = append(s.gates, gate)
		}
	})
	v.Probability = c.model.Probability(v.LogOdds)
	r := read(d)
	isEnglish := english(d, &r)
	v.Flags, v.Missing = flags(&r, isEnglish, signals), missing(signals)
	if repeats {
		v.Flags = append([]string{FlagBoilerplate}, v.Flags...)
		slices.Sort(v.Flags)
	}
	v.Level = c.model.Level(v.LogOdds, v.Gate, v.Flags)
	if v.Cause = unread(d, &r, isEnglish); v.Cause != NoCause {
		v.Level = Unread
	}
	v.Unread = unreadSpans(d)
	shown, rest := heaviest(s.parts, n)
	for _, p := range rest {
		v.Rest += p.sum
	}
	v.Reasons = c.reasons(d, signals, shown, c.level, func(t *TermWeight) float64 { return t.Level })
	if n < 0 {
		shown, _ = heaviest(s.gates, gateReasons)
		v.GateReasons = c.reasons(d, signals, shown, c.gate, func(t *TermWeight) float64 { return t.Gate })
	}
	return v
}

// gateReasons is how many reasons are given for and against a posting being an
// engineering-leadership job.
const gateReasons = 8

// labelled is the cite of a word that only labelled postings speak for.
var labelled = []string{"postings"}

func (c *Classifier) difference(signals []signal.Signal, p part) signal.Difference {
	if p.rule >= 0 {
		return signals[p.rule].Rule.Difference
	}
	return c.weights[p.term].difference
}

// heaviest puts the n heaviest parts first, in order of weight (n < 0: all),
// and splits them off.
func heaviest(parts []part, n int) (shown, rest []part) {
	heavier := func(a, b part) int {
		return cmp.Or(cmp.Compare(math.Abs(b.sum), math.Abs(a.sum)), cmp.Compare(b.rule, a.rule), cmp.Compare(a.term, b.term))
	}
	if n < 0 || n >= len(parts)/8 {
		slices.SortFunc(parts, heavier)
		if n < 0 || n > len(parts) {
			n = len(parts)
		}
		return parts[:n], parts[n:]
	}
	// A few of many: select them one by one.
	for i := range n {
		best := i
		for j := i + 1; j < len(parts); j++ {
			if math.Abs(parts[j].sum) >= math.Abs(parts[best].sum) && heavier(parts[j], parts[best]) < 0 {
				best = j
			}
		}
		parts[i], parts[best] = parts[best], parts[i]
	}
	return parts[:n], parts[n:]
}

// reasons writes parts out as reasons, with their evidence.
func (c *Classifier) reasons(d *text.Document, signals []signal.Signal, parts []part, weights []float64, weight func(*TermWeight) float64) []Reason {
	var wanted []int32
	for _, p := range parts {
		if p.rule < 0 {
			wanted = append(wanted, p.term)
		}
	}
	places := c.terms.Places(d, wanted)
	out := make([]Reason, 0, len(parts))
	for _, p := range parts {
		if p.rule >= 0 {
			sg := &signals[p.rule]
			r := sg.Rule
			out = append(out, Reason{
				Rule: r.Name, Gloss: r.Gloss, Difference: r.Difference, Cite: r.Cite,
				Weight: weights[r.Index], Value: p.value, Evidence: slices.Clone(sg.Evidence),
			})
			continue
		}
		t := &c.model.Terms[p.term]
		gloss, cite := "uses the word “"+t.Term+"”", t.Cite
		if strings.Contains(t.Term, " ") {
			gloss = "uses the words “" + t.Term + "”"
		}
		if len(cite) == 0 {
			cite = labelled
		}
		out = append(out, Reason{
			Rule: "term:" + strings.ReplaceAll(t.Term, " ", "_"), Gloss: gloss, Difference: t.Difference, Cite: cite,
			Weight: weight(t), Value: p.value, Evidence: places[0],
		})
		places = places[1:]
	}
	return out
}
