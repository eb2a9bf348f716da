package eval

import (
	"cmp"

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
	opt.Resamples = cmp.Or(opt.Resamples, defaultResamples)
	out := []Named{}
	for _, part := range []struct {
		name  string
		folds split
	}{{"without source ", byKey(gold, sourceOf)}, {"without layout ", byKey(gold, byBullets)}} {
		var samples []sample // of one part each
		var parts []int
		for f := range part.folds.names {
			rows, n := []int{}, [3]int{}
			for i := range gold {
				if part.folds.fold[i] == f && gold[i].scored() {
					rows = append(rows, i)
					n[gold[i].Label]++
				}
			}
			if len(rows) >= leastHeldOut && min(n[Director], n[VP]) >= 2 {
				samples = append(samples, sample{[][]classify.Verdict{make([]classify.Verdict, len(gold))}, gold, rows})
				parts = append(parts, f)
			}
		}
		list, errs := make([]Named, len(parts)), make([]error, len(parts))
		parallel(len(parts), func(k int) {
			s := samples[k]
			if errs[k] = testFold(t, gold, part.folds, parts[k], s.runs[0]); errs[k] == nil {
				list[k] = Named{part.name + part.folds.names[parts[k]], s.score(opt)}
			}
		})
		if err := cmp.Or(errs...); err != nil {
			return nil, err
		}
		out = append(out, list...)
	}
	return out, nil
}
