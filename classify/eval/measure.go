package eval

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"rung/classify"
	"rung/corpus"
	"rung/corpus/stats"
)

// Measure says how well verdicts agree with the gold. runs, of which there is at
// least one, hold one verdict per example, in the order of the examples. It is for
// verdicts that were made elsewhere, above all by CrossValidate.
func Measure(runs [][]classify.Verdict, gold []Example, opt Options) Result {
	opt.Resamples = cmp.Or(opt.Resamples, defaultResamples)
	if opt.Shuffles == nil {
		opt.Shuffles = []uint64{0, 1, 2, 3, 4}
	}
	rows := pick(gold, (*Example).scored)
	s := sample{runs, gold, rows}
	res := Result{Gold: opt.Gold, Model: s.model(), Runs: len(runs), Score: s.score(opt), Baselines: map[string]Stat{}}
	if len(rows) == 0 || res.VP == 0 || res.VP == res.N {
		res.Warnings = append(res.Warnings, "the gold holds no two levels to tell apart")
	}
	seen := map[corpus.ID]bool{}
	for i := range gold {
		id := gold[i].ID
		if seen[id] {
			res.Warnings = append(res.Warnings, fmt.Sprintf("id %q stands in the gold twice, so it counts twice", id))
		}
		seen[id] = true
	}
	p, y := s.pooled()
	bins := stats.Reliability(p, y, 10)
	for _, b := range bins {
		res.Reliability = append(res.Reliability, Bin{b.Low, b.High, b.N, Stat(b.Said), Stat(b.Was())})
	}
	res.ECE, res.Brier = Stat(stats.ECE(bins)), Stat(stats.Brier(p, y))
	sure, right := make([]float64, len(p)), make([]bool, len(p))
	for i := range p {
		sure[i] = math.Abs(p[i] - 0.5)
		right[i] = (p[i] > 0.5) == y[i]
	}
	res.Curve = curve(sure, right, 20)
	res.Neither, res.Bank, res.Matrix = neither(runs, gold), bank(runs, gold), matrix(runs, gold)
	res.Misses = s.misses()
	res.BySource = s.by(opt, sourceOf)
	res.ByLayout = s.by(opt, byBullets)
	if len(opt.Readings) > 0 {
		if read := readOf(gold, opt.Readings); len(read) > 0 {
			res.Readers, res.Facts = readers(runs, gold, read), factScores(runs, gold, read)
		} else {
			res.Warnings = append(res.Warnings, "no row of the gold has a reading: the ids differ")
		}
	}
	if opt.Reference != nil {
		b := s.against(sample{[][]classify.Verdict{classifyAll(opt.Reference, gold)}, gold, rows}, opt)
		res.Reference = &b
	}
	if !opt.SkipBaselines {
		group := groups(gold)
		if opt.K == 0 {
			opt.K = max(2, min(10, groupCount(group)))
		}
		folds, unfolded := shuffles(gold, group, opt.K, opt.Shuffles)
		for _, t := range baselines() {
			var verdicts [][]classify.Verdict
			err := unfolded
			if c, ok := t.(Classifier); ok {
				verdicts, err = [][]classify.Verdict{classifyAll(c, gold)}, nil
			} else if err == nil {
				verdicts, err = crossValidate(t, gold, folds)
			}
			if err != nil {
				res.Warnings = append(res.Warnings, fmt.Sprintf("baseline %s: %v", t.Name(), err))
				res.Baselines[t.Name()] = Stat(math.NaN())
				continue
			}
			b := s.against(sample{verdicts, gold, rows}, opt)
			res.Baselines[t.Name()] = b.AUC
			res.BaselineRows = append(res.BaselineRows, b)
		}
	}
	return res
}

// sample is what runs said of some rows of the gold.
type sample struct {
	runs [][]classify.Verdict // one verdict for each example, for each run
	gold []Example
	rows []int // those looked at
}

func pick(gold []Example, keep func(*Example) bool) []int {
	var rows []int
	for i := range gold {
		if keep(&gold[i]) {
			rows = append(rows, i)
		}
	}
	return rows
}

func (s sample) model() string {
	if len(s.gold) == 0 || len(s.runs) == 0 {
		return ""
	}
	return s.runs[0][0].Model
}

// labels of the rows: true is VP.
func (s sample) labels() []bool {
	y := make([]bool, len(s.rows))
	for i, row := range s.rows {
		y[i] = s.gold[row].Label == VP
	}
	return y
}

// pooled is every run's probability of VP, one run after the other.
func (s sample) pooled() (p []float64, y []bool) {
	for _, run := range s.runs {
		for _, row := range s.rows {
			p = append(p, run[row].Probability)
		}
		y = append(y, s.labels()...)
	}
	return p, y
}

// even is, run after run, a number above one half where the log-odds are above
// zero. Learned models weigh both levels alike, so there lies the choice that
// balanced accuracy rewards; the calibrated probability also knows that most
// postings are Directors', and passes one half later.
func (s sample) even() (p []float64) {
	for _, run := range s.runs {
		for _, row := range s.rows {
			p = append(p, 0.5)
			if run[row].LogOdds > 0 {
				p[len(p)-1] = 1
			}
		}
	}
	return p
}

// rankings has one a run.
func (s sample) rankings() []stats.Ranking {
	rs := make([]stats.Ranking, len(s.runs))
	p, _ := s.pooled()
	for r := range rs {
		rs[r] = stats.Rank(p[r*len(s.rows) : (r+1)*len(s.rows)])
	}
	return rs
}

func meanAUC(rs []stats.Ranking, y []bool, weight []float64) float64 {
	sum := 0.0
	for _, r := range rs {
		sum += r.AUC(y, weight)
	}
	return sum / float64(len(rs))
}

func (s sample) score(opt Options) Score {
	rs, y := s.rankings(), s.labels()
	p, pooled := s.pooled()
	counts, half := force(s.even(), pooled), force(p, pooled)
	sc := Score{
		N:                len(s.rows),
		VP:               howMany(y),
		AUC:              Stat(meanAUC(rs, y, nil)),
		BalancedAccuracy: Stat(counts.balancedAccuracy()),
		MacroF1:          Stat(counts.macroF1()),
		BalancedAtHalf:   Stat(half.balancedAccuracy()),
	}
	low, high := stats.Bootstrap(y, opt.Resamples, 0, func(w []float64) float64 { return meanAUC(rs, y, w) })
	sc.AUCLow, sc.AUCHigh = Stat(low), Stat(high)
	var vp, director, none, right share // right: of those that are sure
	for _, run := range s.runs {
		for i, row := range s.rows {
			l := run[row].Level
			if y[i] {
				vp.add(l == classify.VP)
			} else {
				director.add(l == classify.Director)
			}
			none.add(l == classify.Neither || l == classify.Unread)
			if l == classify.VP || l == classify.Director {
				right.add((l == classify.VP) == y[i])
			}
		}
	}
	sc.VPFound, sc.DirectorFound, sc.CalledNeither = vp.stat(), director.stat(), none.stat()
	sc.Coverage = Stat(ratio(right.all, len(p)))
	sc.AccuracyWhenSure = right.stat()
	// Runs repeat the same postings: the interval is that of one run's number.
	k := len(s.runs)
	accuracy := stats.Wilson((right.so+k/2)/k, (right.all+k/2)/k)
	sc.AccuracyLow, sc.AccuracyHigh = Stat(accuracy.Low), Stat(accuracy.High)
	return sc
}

// against scores another sample of the same rows and how far this one is ahead.
func (s sample) against(other sample, opt Options) Baseline {
	b := Baseline{Named: Named{other.model(), other.score(opt)}}
	y, ours, theirs := s.labels(), s.rankings(), other.rankings()
	gain := func(w []float64) float64 { return meanAUC(ours, y, w) - meanAUC(theirs, y, w) }
	low, high := stats.Bootstrap(y, opt.Resamples, 0, gain)
	b.Gain, b.GainLow, b.GainHigh = Stat(gain(nil)), Stat(low), Stat(high)
	return b
}

// by scores the rows of each value of key apart, the largest part first.
func (s sample) by(opt Options, key func(*Example) string) []Named {
	parts := map[string][]int{}
	for _, row := range s.rows {
		k := key(&s.gold[row])
		parts[k] = append(parts[k], row)
	}
	list := []Named{}
	for k, rows := range parts {
		list = append(list, Named{k, sample{s.runs, s.gold, rows}.score(opt)})
	}
	slices.SortFunc(list, func(a, b Named) int { return cmp.Or(cmp.Compare(b.N, a.N), cmp.Compare(a.Name, b.Name)) })
	return list
}

func (s sample) misses() []Miss {
	list := []Miss{}
	for _, row := range s.rows {
		e, p := &s.gold[row], 0.0
		for _, run := range s.runs {
			p += run[row].Probability / float64(len(s.runs))
		}
		if (p > 0.5) != (e.Label == VP) {
			list = append(list, Miss{e.ID, e.Label, s.runs[0][row].Level, p})
		}
	}
	slices.SortStableFunc(list, func(a, b Miss) int {
		return cmp.Compare(math.Abs(b.Probability-0.5), math.Abs(a.Probability-0.5))
	})
	return list
}

func neither(runs [][]classify.Verdict, gold []Example) Neither {
	rows := pick(gold, func(e *Example) bool { return e.Label == Other })
	var flagged share
	for _, run := range runs {
		for _, row := range rows {
			l := run[row].Level
			flagged.add(l != classify.Director && l != classify.VP)
		}
	}
	return Neither{len(rows), flagged.stat()}
}

func bank(runs [][]classify.Verdict, gold []Example) Bank {
	rows := pick(gold, func(e *Example) bool { return e.BankVP })
	b := Bank{N: len(rows)}
	for _, run := range runs {
		for _, row := range rows {
			if v := run[row]; v.Level == classify.VP {
				b.ReadVP++
				b.MaxProbability = max(b.MaxProbability, v.Probability)
				if v.Probability > 0.7 {
					b.Confident++
				}
			}
		}
	}
	b.ReadVP /= float64(len(runs))
	b.Confident /= float64(len(runs))
	return b
}

func matrix(runs [][]classify.Verdict, gold []Example) []Row {
	table := []Row{{Label: "director"}, {Label: "vp"}, {Label: "other"}, {Label: "bank_vp"}}
	for i := range gold {
		label := gold[i].Label.String()
		if gold[i].BankVP {
			label = "bank_vp"
		}
		row := &table[slices.IndexFunc(table, func(r Row) bool { return r.Label == label })]
		for _, run := range runs {
			cell := [...]*float64{classify.Unsure: &row.Unsure, classify.Director: &row.Director,
				classify.VP: &row.VP, classify.Neither: &row.Neither, classify.Unread: &row.Neither}[run[i].Level]
			*cell++
		}
	}
	for i := range table {
		for _, cell := range []*float64{&table[i].Director, &table[i].VP, &table[i].Unsure, &table[i].Neither} {
			*cell /= float64(len(runs))
		}
	}
	return table
}
