package eval

import (
	"errors"
	"math"
	"strings"

	"rung/classify"
	"rung/corpus"
)

// Baselines are what a classifier has to beat, in the order of the effort they
// cost: the larger class, counts of level words in the text as it stands
// ("title_words") and with the posting's own title struck out
// ("title_words_masked"), the length of the text, and TF-IDF with logistic
// regression ("tfidf_lr").
func Baselines() []Trainer {
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
		Level: classify.Director, LogOdds: x, Bias: x, Probability: sigmoid(x)}
	if v.Probability > 0.5 {
		v.Level = classify.VP
	}
	return v
}

// scored keeps the rows that baselines learn from.
func scored(examples []Example) (rows []Example, vp []bool, err error) {
	vps := 0
	for _, e := range examples {
		if e.Scored() {
			rows = append(rows, e)
			vp = append(vp, e.Label == VP)
			if e.Label == VP {
				vps++
			}
		}
	}
	if vps == 0 || vps == len(rows) {
		return nil, nil, errors.New("the training rows hold one level only")
	}
	return rows, vp, nil
}

func trainMajority(examples []Example) (score, error) {
	_, vp, err := scored(examples)
	vps := 0
	for _, v := range vp {
		if v {
			vps++
		}
	}
	larger := -1.0
	if 2*vps > len(vp) {
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
	sparse := make([][]feature, len(rows))
	for i := range x {
		sparse[i] = []feature{{0, (x[i] - mean) / spread}}
	}
	w, b := logistic(sparse, vp, 1, 5)
	return func(p corpus.Posting) float64 { return w[0]*(length(p)-mean)/spread + b }, nil
}
