package eval

import (
	"errors"
	"math"
	"strings"

	"rung/classify"
	"rung/corpus"
	"rung/corpus/stats"
)

// baselines are what a classifier has to beat, in the order of the effort they
// cost: the larger class, counts of level words in the text as it stands
// ("title_words") and with the posting's own title struck out
// ("title_words_masked"), the length of the text, and TF-IDF with logistic
// regression ("tfidf_lr").
func baselines() []Trainer {
	return []Trainer{
		trainer{"majority", trainMajority},
		titleWords{baseline{"title_words", func(p corpus.Posting) float64 { return levelWords(p.Text) }}},
		titleWords{baseline{"title_words_masked", func(p corpus.Posting) float64 { return levelWords(strikeTitle(p)) }}},
		trainer{"length", trainLength},
		trainer{"tfidf_lr", new(tfidf).train},
	}
}

type trainer struct {
	name  string
	train func([]Example) (score, error)
}

func (t trainer) Name() string { return t.name }

func (t trainer) Train(examples []Example) (Classifier, error) {
	s, err := t.train(examples)
	return baseline{t.name, s}, err
}

// score is a log-odds of VP against Director.
type score func(corpus.Posting) float64

// baseline is sure of everything: above 0 is VP, all else Director.
type baseline struct {
	name  string
	score score
}

func (b baseline) Classify(p corpus.Posting) classify.Verdict {
	x := b.score(p)
	v := classify.Verdict{ID: p.ID, Source: p.Source, Company: p.Company, Title: p.Title, Model: b.name,
		Level: classify.Director, LogOdds: x, Bias: x, Probability: stats.Sigmoid(x)}
	if v.Probability > 0.5 {
		v.Level = classify.VP
	}
	return v
}

// scored keeps the rows that baselines learn from.
func scored(examples []Example) (rows []Example, vp []bool, err error) {
	for _, e := range examples {
		if e.scored() {
			rows, vp = append(rows, e), append(vp, e.Label == VP)
		}
	}
	if vps := howMany(vp); vps == 0 || vps == len(rows) {
		return nil, nil, errors.New("the training rows hold one level only")
	}
	return rows, vp, nil
}

func trainMajority(examples []Example) (score, error) {
	_, vp, err := scored(examples)
	larger := -1.0
	if 2*howMany(vp) > len(vp) {
		larger = 1
	}
	// The same score in every fold: its share of VPs would rank the folds.
	return func(corpus.Posting) float64 { return larger }, err
}

// titleWords learns nothing: a trainer that is its own classifier needs no folds.
type titleWords struct{ baseline }

func (t titleWords) Name() string { return t.name }

func (t titleWords) Train([]Example) (Classifier, error) { return t, nil }

// levelWords is how many more VPs than Directors a text names.
func levelWords(text string) float64 {
	sum, list := 0, words(text)
	for i := 0; i < len(list); {
		n := level(list, i)
		switch {
		case n == 0:
			n = 1
		case strings.HasPrefix(list[i+n-1], "director"):
			sum--
		default:
			sum++
		}
		i += n
	}
	return float64(sum)
}

func trainLength(examples []Example) (score, error) {
	rows, vp, err := scored(examples)
	if err != nil {
		return nil, err
	}
	length := func(p corpus.Posting) float64 { return math.Log1p(float64(len(p.Text))) }
	x := make([]float64, len(rows))
	mean := 0.0
	for i := range rows {
		x[i] = length(rows[i].Posting)
		mean += x[i] / float64(len(rows))
	}
	spread := math.Max(deviation(x), 1e-9)
	features := make([]stats.Sparse, len(rows))
	for i := range x {
		features[i] = stats.Sparse{{At: 0, Value: (x[i] - mean) / spread}}
	}
	w, b := regress(features, vp, 1)
	return func(p corpus.Posting) float64 { return w[0]*(length(p)-mean)/spread + b }, nil
}

// regress fits the weights of features 0…width-1 and an intercept by the logistic
// regression with C 5 in which both classes weigh the same: scikit-learn's
// LogisticRegression with class_weight balanced. In terms of priors, a weight has
// deviation 1 and the intercept none, and a row counts C times all rows over
// twice its class's. Both classes must be there.
func regress(x []stats.Sparse, vp []bool, width int) (w []float64, intercept float64) {
	const c = 5
	examples, n, vps := make([]stats.Example, len(x)), len(x), howMany(vp)
	for i := range x {
		e := stats.Example{X: append(x[i], stats.Feature{At: int32(width), Value: 1}), Weight: c * float64(n) / float64(2*(n-vps))}
		if vp[i] {
			e.Target, e.Weight = 1, c*float64(n)/float64(2*vps)
		}
		examples[i] = e
	}
	prior := stats.Prior{Mean: make([]float64, width+1), Deviation: make([]float64, width+1)}
	for j := range width {
		prior.Deviation[j] = 1
	}
	prior.Deviation[width] = math.Inf(1)
	w = stats.Logistic(examples, prior, true)
	return w[:width], w[width]
}
