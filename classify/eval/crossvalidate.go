package eval

import (
	"cmp"
	"errors"
	"fmt"

	"rung/classify"
)

// CrossValidate trains on all but one of k folds by company and classifies the
// one left out, for every fold of every shuffle: one slice of verdicts a seed,
// in the order of the examples. The verdicts keep no parsed text. The trainer
// is used by several goroutines at once; how many cannot show.
func CrossValidate(t Trainer, examples []Example, k int, seeds []uint64) ([][]classify.Verdict, error) {
	folds, err := shuffles(examples, groups(examples), k, seeds)
	if err != nil {
		return nil, err
	}
	runs, err := crossValidate(t, examples, folds)
	if err != nil {
		return nil, fmt.Errorf("cross-validating %s: %w", t.Name(), err)
	}
	return runs, nil
}

// shuffles is k folds by company for each seed.
func shuffles(examples []Example, group []int, k int, seeds []uint64) ([]split, error) {
	if k < 2 {
		return nil, fmt.Errorf("cross-validation needs at least 2 folds, not %d", k)
	}
	if len(seeds) == 0 {
		return nil, errors.New("cross-validation needs at least 1 shuffle")
	}
	if n := groupCount(group); n < k {
		return nil, fmt.Errorf("cross-validation by company: %d folds of %d companies: use fewer folds", k, n)
	}
	folds := make([]split, len(seeds))
	for i, seed := range seeds {
		folds[i] = byCompany(examples, group, k, seed)
	}
	return folds, nil
}

func crossValidate(t Trainer, examples []Example, folds []split) ([][]classify.Verdict, error) {
	runs := make([][]classify.Verdict, len(folds))
	type task struct{ run, fold int }
	var tasks []task
	for r := range folds {
		runs[r] = make([]classify.Verdict, len(examples))
		for f := range folds[r].names {
			tasks = append(tasks, task{r, f})
		}
	}
	errs := make([]error, len(tasks))
	parallel(len(tasks), func(i int) {
		k := tasks[i]
		if err := testFold(t, examples, folds[k.run], k.fold, runs[k.run]); err != nil {
			errs[i] = fmt.Errorf("shuffle %d, fold %s: %w", k.run+1, folds[k.run].names[k.fold], err)
		}
	})
	return runs, cmp.Or(errs...) // the first, in the order of the folds
}

// testFold fills in the verdicts of the rows of one fold, by a classifier trained
// on the rows whose groups have none there.
func testFold(t Trainer, examples []Example, folds split, fold int, verdicts []classify.Verdict) error {
	tested := make([]bool, groupCount(folds.group))
	for i, f := range folds.fold {
		if f == fold {
			tested[folds.group[i]] = true
		}
	}
	var train []Example
	for i, g := range folds.group {
		if !tested[g] {
			train = append(train, examples[i])
		}
	}
	c, err := t.Train(train)
	if err != nil {
		return err
	}
	for i, f := range folds.fold {
		if f == fold {
			verdicts[i] = c.Classify(examples[i].Posting)
			verdicts[i].Doc = nil
		}
	}
	return nil
}
