// Package eval measures classifiers on labelled postings: what they get right,
// how sure they may be, what simpler ones get right on the same rows, and which
// rules earn their place. It does not read titles for a classifier, it fits
// nothing on the rows it scores, and nothing that it measures imports it.
package eval

import (
	"runtime"
	"sync"
	"sync/atomic"

	"rung/classify"
	"rung/corpus"
)

// Classifier is what is measured: classify.Classifier, or a baseline.
type Classifier interface {
	Classify(corpus.Posting) classify.Verdict
}

// Trainer makes a classifier out of examples. It is given all rows of the
// training folds, Other and bank grades included, and must be safe for
// concurrent use. The same examples give the same classifier.
type Trainer interface {
	Name() string
	Train(train []Example) (Classifier, error)
}

// Options of a measurement. The zero value is right.
type Options struct {
	Gold          string     // the gold file's name, for the record
	Resamples     int        // of the bootstrap; 0 is 2,000
	SkipBaselines bool       // leave out the baselines, which train for a second or two
	K             int        // folds of the baselines; 0 is 10, or as many as there are companies
	Shuffles      []uint64   // seeds of their folds; nil is 0 to 4
	Readings      []Reading  // careful readers', to compare with; nil for none
	Reference     Classifier // another classifier to compare with; nil for none
}

// defaultResamples is enough for intervals of three digits.
const defaultResamples = 2000

// Evaluate classifies the gold and says how well. Its figures are too good for a
// model that was trained on the gold: CrossValidate the trainer and Measure that.
func Evaluate(c Classifier, gold []Example, opt Options) Result {
	return Measure([][]classify.Verdict{classifyAll(c, gold)}, gold, opt)
}

// classifyAll uses all cores; the verdicts keep no parsed text.
func classifyAll(c Classifier, gold []Example) []classify.Verdict {
	verdicts := make([]classify.Verdict, len(gold))
	parallel(len(gold), func(i int) {
		verdicts[i] = c.Classify(gold[i].Posting)
		verdicts[i].Doc = nil
	})
	return verdicts
}

// parallel calls do for 0…n-1 from as many goroutines as there are cores.
func parallel(n int, do func(i int)) {
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), n) {
		wg.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	wg.Wait()
}
