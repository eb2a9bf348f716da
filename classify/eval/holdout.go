package eval

import (
	"cmp"
	"slices"

	"rung/classify"
)

// leastHeldOut is how many Directors' and VPs' postings a source must have, and
// two of each level, for a figure of its own.
const leastHeldOut = 10

// HoldOut trains without one source, then without one layout, and measures on
// what was left out: how well a model does on postings gathered elsewhere or
// written another way. Parts with too few postings of either level to score are
// trained with but not scored.
func HoldOut(t Trainer, gold []Example, opt Options) ([]Named, error) {
	out := []Named{}
	for _, part := range []struct {
		name  string
		folds Folds
	}{{"without source ", BySource(gold)}, {"without layout ", ByLayout(gold)}} {
		var scored []int
		for f := range part.folds.Names {
			n := map[Label]int{}
			for i := range gold {
				if part.folds.Of[i] == f && gold[i].Scored() {
					n[gold[i].Label]++
				}
			}
			if n[Director]+n[VP] >= leastHeldOut && min(n[Director], n[VP]) >= 2 {
				scored = append(scored, f)
			}
		}
		list := make([]Named, len(scored))
		errs := make([]error, len(scored))
		parallel(len(scored), func(k int) {
			f := scored[k]
			var train []Example
			held := map[int]bool{}
			for i := range gold {
				if part.folds.Of[i] == f {
					held[part.folds.Group[i]] = true
				}
			}
			for i := range gold {
				if part.folds.Of[i] != f && !held[part.folds.Group[i]] {
					train = append(train, gold[i])
				}
			}
			c, err := t.Train(train)
			if err != nil {
				errs[k] = err
				return
			}
			rows := pick(gold, func(e *Example) bool { return e.Scored() })
			rows = slices.DeleteFunc(rows, func(i int) bool { return part.folds.Of[i] != f })
			verdicts := make([]classify.Verdict, len(gold))
			for _, i := range rows {
				verdicts[i] = c.Classify(gold[i].Posting)
				verdicts[i].Doc = nil
			}
			o := opt
			o.Resamples = cmp.Or(o.Resamples, 2000)
			list[k] = Named{part.name + part.folds.Names[f], sample{[][]classify.Verdict{verdicts}, gold, rows}.score(o)}
		})
		for _, err := range errs {
			if err != nil {
				return nil, err
			}
		}
		out = append(out, list...)
	}
	return out, nil
}
