package study

import (
	"fmt"
	"math"
	"slices"

	"rung/classify/signal"
	"rung/corpus/stats"
	"rung/report/table"
)

// differenceNames are the seven for people.
var differenceNames = [signal.NumDifferences]string{"Time horizon", "Daily duties", "Meetings", "Authority", "Measured by", "Career path", "Education"}

// draws bounds what a bootstrap draws for one mean; leastResamples is how many
// resamples it has however many postings there are.
const (
	draws          = 10_000_000
	leastResamples = 200
)

func resamples(q Query, n int) int {
	return min(q.resamples(), max(leastResamples, draws/max(n, 1)))
}

// differencesTable is the mean of each difference in each group.
func (s *Study) differencesTable(q Query, g *grouping) *table.Table {
	t := &table.Table{
		Caption: "Mean log-odds by difference: positive speaks for the higher level. The effect is Hedges' g of a group against all other groups shown." + s.leftOut(q, g),
		N:       g.counted - g.other, Missing: g.missing,
		Columns: []table.Column{textCol("difference", "Difference"), textCol("level", groupHead(g)), countCol("n", "Postings"), numberCol("mean", "Mean", "log-odds", 2),
			numberCol("low", "Low", "log-odds", 2), numberCol("high", "High", "log-odds", 2), numberCol("sd", "SD", "log-odds", 2), shareCol("silent", "Says nothing"),
			numberCol("effect", "Hedges' g", "", 2), numberCol("effect_low", "g low", "", 2), numberCol("effect_high", "g high", "", 2),
			numberCol("delta", "Cliff's delta", "", 2), numberCol("delta_low", "Delta low", "", 2), numberCol("delta_high", "Delta high", "", 2)},
		Notes: []string{fmt.Sprintf("Intervals of means are 95 %% percentile bootstrap intervals (Efron 1979), seed %d, of %d resamples of whole employers with all their postings (Davison and Hinkley 1997), fewer for groups of more than %d employers, at least %d.", q.Seed, q.resamples(), draws/q.resamples(), leastResamples),
			"Hedges' g with the correction for small samples (Hedges 1981); Cliff's delta with the interval of Feng and Cliff (2004), which has no bounds where one group lies wholly above the other. The intervals of both take postings for independent of one another.",
			"Says nothing is the share of postings in which the difference weighs nothing."},
	}
	if g.field == "level" {
		t.Notes = append(t.Notes, "The differences add up to the log-odds from which the level is read: that they differ by level is by construction, how much each does is not. By claim they are compared without that circle.")
	}
	clusters, numClusters := s.clusters(g)
	for d, name := range differenceNames {
		values := make([][]float64, len(g.names))
		for at, o := range s.members(g) {
			values[at] = append(values[at], o.Differences[d])
		}
		for at, level := range g.names {
			var others []float64
			for k := range values {
				if k != at {
					others = append(others, values[k]...)
				}
			}
			x := values[at]
			parts := make([]stats.Part, numClusters)
			for i, in := range g.of {
				if in == int32(at) {
					parts[clusters[i]].Sum += s.all[i].Differences[d]
					parts[clusters[i]].N++
				}
			}
			parts = slices.DeleteFunc(parts, func(p stats.Part) bool { return p.N == 0 })
			mean := stats.BootstrapMean(parts, resamples(q, len(parts)), q.Seed)
			silent := 0
			for _, v := range x {
				if v == 0 {
					silent++
				}
			}
			t.Rows = append(t.Rows, slices.Concat([]table.Cell{table.String(name), table.String(level), table.Int(len(x))}, estimate(mean),
				[]table.Cell{table.Float(math.Sqrt(stats.Variance(x))), shareCells(silent, len(x))[0]}, estimate(stats.Hedges(x, others)), estimate(stats.Cliff(x, others))))
		}
	}
	return t
}
