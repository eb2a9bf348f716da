package classify

import (
	"embed"
	"fmt"
	"io"
	"math"
	"slices"
	"sync"

	"rung/classify/signal"
	"rung/corpus"
	"rung/corpus/boilerplate"
	"rung/corpus/text"
)

//go:embed models/*.model
var models embed.FS

// Builtin loads a model that is built into the program: "default", trained on the
// reference documents and on labelled postings, or "reference", which knows only the
// documents and the cited rules, with nothing fitted to labels.
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
	weights []termWeight // by term: what every verdict asks for
	others  []other      // of rules, then of terms
	ofRule  []int32      // others[ofRule[i]:ofRule[i+1]] are those of rule i
	ofTerm  []int32      // likewise
	prior   float64      // share of the higher level that probabilities assume
	scratch *sync.Pool   // *scratch
}

type termWeight struct {
	level, gate, idf float64
	difference       signal.Difference
}

// other is an OutputWeight in the form that the innermost loop reads.
type other struct {
	output     uint8
	hundredths int16
}

// scratch holds what one classification needs and the next can reuse.
type scratch struct {
	doc   text.Document
	rules *signal.Finder
	parts []part
	gates []part
	sums  []float64    // of the outputs
	hits  []signal.Hit // the terms of the document, valid until the next
	norm  float64      // of their values
}

// part is a contribution before it is a Reason.
type part struct {
	rule   int32 // index into the signals, or -1
	term   int32 // index into the model's terms, or -1
	weight float64
	value  float64
	sum    float64 // weight * value
}

// Load reads a model for the built-in lexicon. It refuses a model that was made for
// another lexicon, whose weights would stand beside other rules.
func Load(r io.Reader, name string) (*Classifier, error) {
	go signal.Default() // compiled while the model is read, where there are cores
	m, err := ReadModel(r, name)
	if err != nil {
		return nil, err
	}
	return New(m, signal.Default())
}

// NoLexicon stands for the lexicon's version in a model of keywords only.
const NoLexicon = "none"

// New makes a classifier of a model and the lexicon that the model was made for.
func New(m *Model, lx *signal.Lexicon) (*Classifier, error) {
	if m.Lexicon == NoLexicon {
		lx = signal.None()
	} else if m.Lexicon != lx.Version {
		return nil, fmt.Errorf("model %s was made for lexicon %s, this program has lexicon %s: build the model again with rung model build or train", m.Name, m.Lexicon, lx.Version)
	}
	c := &Classifier{model: m, lexicon: lx, level: make([]float64, len(lx.Rules)), gate: make([]float64, len(lx.Rules)), prior: evenPrior}
	ofRule := make([][]OutputWeight, len(lx.Rules))
	byName := make(map[string]int, len(lx.Rules))
	for i, r := range lx.Rules {
		byName[r.Name] = i
	}
	for _, r := range m.Rules {
		i, ok := byName[r.Name]
		if !ok {
			return nil, fmt.Errorf("model %s weighs rule %q, which the lexicon does not have", m.Name, r.Name)
		}
		c.level[i], c.gate[i], ofRule[i] = r.Level, r.Gate, r.Others
	}
	for _, o := range ofRule {
		c.ofRule = c.addOthers(c.ofRule, o)
	}
	c.ofRule = append(c.ofRule, int32(len(c.others)))
	names := make([]string, len(m.Terms))
	for i, t := range m.Terms {
		names[i] = t.Term
		c.weights = append(c.weights, termWeight{t.Level, t.Gate, t.IDF, t.Difference})
		c.ofTerm = c.addOthers(c.ofTerm, t.Others)
	}
	c.ofTerm = append(c.ofTerm, int32(len(c.others)))
	c.terms = signal.NewTerms(names)
	c.scratch = &sync.Pool{New: func() any { return &scratch{rules: lx.NewCounter(c.terms), sums: make([]float64, len(m.Outputs))} }}
	return c, nil
}

// addOthers adds the weights of one more rule or term, and where they begin.
func (c *Classifier) addOthers(starts []int32, others []OutputWeight) []int32 {
	starts = append(starts, int32(len(c.others)))
	for _, o := range others {
		c.others = append(c.others, other{o.Output, int16(math.Round(o.Weight * 100))})
	}
	return starts
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
func (c *Classifier) ClassifyIn(b *boilerplate.Sentences, p corpus.Posting, n int) Verdict {
	s := c.scratch.Get().(*scratch)
	defer c.scratch.Put(s)
	read := text.Readable(p.Text)
	s.doc.Reset(read)
	v := c.judge(s, b, p.Company, n)
	if len(read) < len(p.Text) {
		v.Unread = append(v.Unread, UnreadSpan{text.Span{Start: len(read), End: len(p.Text)}, FlagCut})
		v.Flags = append(v.Flags, FlagCut)
		slices.Sort(v.Flags)
	}
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
