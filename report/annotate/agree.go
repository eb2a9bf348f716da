package annotate

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"rung/corpus/stats"
	"rung/report/table"
)

// Agreement says how far the annotators agree with one another and, where
// verdicts are given (the label by posting), with the model. A second judgement
// of the same posting by the same annotator replaces the first.
func Agreement(judgements []Judgement, verdicts map[string]string) *table.Table {
	said := map[string]map[string]string{} // annotator → posting → label
	postings := map[string]bool{}
	for _, j := range judgements {
		if said[j.Annotator] == nil {
			said[j.Annotator] = map[string]string{}
		}
		said[j.Annotator][j.ID] = j.Label
		postings[j.ID] = true
	}
	people := slices.Sorted(maps.Keys(said))
	ids := slices.Sorted(maps.Keys(postings))
	t := &table.Table{
		Name: "annotators", Title: "Agreement of annotators", N: len(ids),
		Columns: []table.Column{{Key: "first", Head: "First"}, {Key: "second", Head: "Second"}, {Key: "n", Head: "Postings of both", Kind: table.Count},
			{Key: "agree", Head: "Agree", Kind: table.Share, Digits: 1}, {Key: "low", Head: "Low", Kind: table.Share, Digits: 1}, {Key: "high", Head: "High", Kind: table.Share, Digits: 1},
			{Key: "kappa", Head: "Kappa", Kind: table.Number, Digits: 2}, {Key: "kappa_se", Head: "SE", Kind: table.Number, Digits: 2},
			{Key: "kappa_linear", Head: "Linear kappa", Kind: table.Number, Digits: 2}, {Key: "kappa_quadratic", Head: "Quadratic kappa", Kind: table.Number, Digits: 2},
			{Key: "alpha", Head: "Alpha", Kind: table.Number, Digits: 2}, {Key: "alpha_low", Head: "Alpha low", Kind: table.Number, Digits: 2}, {Key: "alpha_high", Head: "Alpha high", Kind: table.Number, Digits: 2},
			{Key: "alpha_ordinal", Head: "Ordinal alpha", Kind: table.Number, Digits: 2}, {Key: "alpha_ordinal_low", Head: "Ordinal alpha low", Kind: table.Number, Digits: 2}, {Key: "alpha_ordinal_high", Head: "Ordinal alpha high", Kind: table.Number, Digits: 2}},
		Notes: []string{"Kappa is Cohen's over the four labels (1960), with the standard error of Fleiss, Cohen and Everitt (1969); linear and quadratic kappa (Cohen 1968) and ordinal alpha are over the postings that nobody of the row calls neither, on the scale director, unsure, vp.",
			fmt.Sprintf("Alpha is Krippendorff's (2004): of all annotators it takes postings that some did not judge. Its 95 %% bounds are percentiles of %d resamples of the postings (Zapf et al. 2016).", resamples),
			"Intervals of shares are 95 % score intervals (Wilson 1927). The most frequent label of a posting is that of the majority; without one the posting is left out."},
	}
	none := 0
	for _, id := range ids {
		n := 0
		for _, p := range people {
			if said[p][id] != "" {
				n++
			}
		}
		if n < 2 && verdicts[id] == "" {
			none++
		}
	}
	t.Missing = none
	t.Caption = fmt.Sprintf("Judgements of %d annotators over %s.", len(people), strings.Join(Labels, ", "))
	majority := map[string]string{}
	for _, id := range ids {
		votes := map[string]int{}
		for _, p := range people {
			if l := said[p][id]; l != "" {
				votes[l]++
			}
		}
		best, tied := "", false
		for _, l := range Labels {
			switch {
			case votes[l] > votes[best]:
				best, tied = l, false
			case votes[l] == votes[best] && votes[l] > 0:
				tied = true
			}
		}
		if !tied {
			majority[id] = best
		}
	}
	if len(people) > 1 {
		var all []map[string]string
		for _, p := range people {
			all = append(all, said[p])
		}
		alphas, n := alphaCells(ids, all)
		row := []table.Cell{table.String("all annotators"), table.String("one another"), table.Int(n)}
		for range 7 {
			row = append(row, table.Missing)
		}
		t.Rows = append(t.Rows, append(row, alphas...))
	}
	add := func(first, second string, x, y map[string]string) {
		var four [4][4]int
		agree, n := 0, 0
		for _, id := range ids {
			a, b := slices.Index(Labels, x[id]), slices.Index(Labels, y[id])
			if a < 0 || b < 0 {
				continue
			}
			n++
			four[a][b]++
			if a == b {
				agree++
			}
		}
		whole, scale := make([][]int, 4), make([][]int, 3)
		for i := range whole {
			whole[i] = four[i][:]
			if i < 3 {
				scale[i] = four[i][:3]
			}
		}
		w, k := stats.Wilson(agree, n), stats.Kappa(whole, stats.Nominal)
		alphas, _ := alphaCells(ids, []map[string]string{x, y})
		t.Rows = append(t.Rows, append([]table.Cell{table.String(first), table.String(second), table.Int(n), table.Float(w.Value), table.Float(w.Low), table.Float(w.High),
			table.Float(k.Value), table.Float(k.SE), table.Float(stats.Kappa(scale, stats.Linear).Value), table.Float(stats.Kappa(scale, stats.Quadratic).Value)}, alphas...))
	}
	for i, p := range people {
		for _, q := range people[i+1:] {
			add(p, q, said[p], said[q])
		}
	}
	if len(verdicts) > 0 {
		for _, p := range people {
			add(p, "rung", said[p], verdicts)
		}
		if len(people) > 1 {
			add("the majority", "rung", majority, verdicts)
		}
	}
	return t
}

// resamples of the bootstrap of alpha, whose seed is always the same.
const resamples = 1000

// alphaCells are Krippendorff's alpha with its bounds, nominal and ordinal, and
// the number of postings with two judgements. The ordinal one is of the scale,
// and leaves out postings that one calls neither.
func alphaCells(ids []string, coders []map[string]string) (cells []table.Cell, n int) {
	var whole, scale [][]int
	for _, id := range ids {
		unit, judged, outside := make([]int, len(coders)), 0, false
		for c := range coders {
			unit[c] = slices.Index(Labels, coders[c][id]) // Index's -1 is Absent
			if unit[c] >= 0 {
				judged++
			}
			outside = outside || unit[c] == len(Labels)-1
		}
		if judged < 2 {
			continue
		}
		whole = append(whole, unit)
		if !outside {
			scale = append(scale, unit)
		}
	}
	for _, a := range []stats.Estimate{stats.KrippendorffInterval(whole, false, resamples, 0), stats.KrippendorffInterval(scale, true, resamples, 0)} {
		cells = append(cells, table.Float(a.Value), table.Float(a.Low), table.Float(a.High))
	}
	return cells, len(whole)
}
