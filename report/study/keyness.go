package study

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"rung/corpus/stats"
	"rung/report/table"
)

var featureNames = [numFeatures]struct{ one, many string }{
	skill: {"Skill", "Skills that the postings ask for"},
	duty:  {"Kind of duty", "Kinds of duty, by the leading verbs of the responsibilities"},
	term:  {"Term", "Words, and pairs of words, of the duties and of the description of the role"},
}

func keynessOf(f feature) func(*Study, Query) (*table.Table, error) {
	return compared(func(s *Study, q Query, g *grouping) *table.Table { return s.keynessTable(q, g, f) })
}

// key is a thing in one group against the others.
type key struct {
	id, group   int
	own, others int // postings that hold it
	odds        stats.Estimate
	z, q        float64
	sightings   int
	dispersion  float64
	employersIn int
}

// keynessTable lists the things that speak most for each group.
//
// A posting counts a thing once, however often it says it: repeats within a
// posting are no independent sightings.
func (s *Study) keynessTable(q Query, g *grouping, f feature) *table.Table {
	v := &s.vocab[f]
	keys, tested, unread := s.weigh(f, g, q)
	shown := make([][]key, len(g.names))
	for _, k := range keys {
		if k.z < 0 && len(g.names) == 2 {
			k = k.turned()
		}
		if k.z >= 0 && len(shown[k.group]) < q.top() {
			shown[k.group] = append(shown[k.group], k)
		}
	}
	s.disperse(f, g, shown)
	t := &table.Table{
		N: g.counted - g.other, Missing: g.missing + unread,
		Caption: fmt.Sprintf("%s: for each group the %d that speak most for it against all other groups shown, of %d that at least %d postings and %d employers have.%s%s",
			featureNames[f].many, q.top(), tested, q.least(), q.leastUsers(), s.boilerplate(f), s.leftOut(q, g)),
		Columns: []table.Column{textCol("level", groupHead(g)), textCol("term", featureNames[f].one), textCol("kind", "Kind"),
			countCol("count", "Sightings"), countCol("n", "Postings"), shareCol("share", "Share of group"), countCol("other_n", "Other postings"), shareCol("other_share", "Share of others"),
			numberCol("log_odds", "Log-odds", "", 2), numberCol("low", "Low", "", 2), numberCol("high", "High", "", 2), numberCol("z", "z", "", 2), numberCol("q", "q", "", 4),
			numberCol("dispersion", "DP", "", 2), countCol("employers", "Employers")},
		Notes: []string{fmt.Sprintf("Log-odds with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008): the postings of all groups stand for %v sightings, a posting counts once; low and high are 95 %% bounds. They and q take postings for independent of one another: of a term with a high DP or few employers they say too much.", q.prior()),
			fmt.Sprintf("q is Benjamini and Hochberg's (1995), over the %d tests of this table.", len(keys)),
			"DP is the normed deviation of proportions over the group's employers (Gries 2008; Lijffijt and Gries 2012): 0 is spread as they post, 1 is one employer's word."},
	}
	if f != skill {
		t.Columns = slices.DeleteFunc(t.Columns, func(c table.Column) bool { return c.Key == "kind" })
	}
	if v.lost > 0 {
		t.Notes = append(t.Notes, fmt.Sprintf("To bound the memory, the rarest were forgotten whenever there were %d of them (lossy counting; Manku and Motwani 2002): a number of postings may be too small, by %d at most.", v.most(), v.lost))
	}
	if g.field == "level" && f != skill {
		t.Notes = append(t.Notes, "The level is read from the same duties: what the model weighs is found again here. By claim the groups are independent of it.")
	}
	for at := range shown {
		others := 0
		for k := range g.n {
			if k != at {
				others += g.n[k]
			}
		}
		for _, k := range shown[at] {
			row := []table.Cell{table.String(g.names[at]), table.String(v.names[k.id])}
			if f == skill {
				row = append(row, table.String(v.notes[k.id]))
			}
			row = append(row, table.Int(k.sightings), table.Int(k.own), shareCells(k.own, g.n[at])[0], table.Int(k.others), shareCells(k.others, others)[0])
			row = append(row, estimate(k.odds)...)
			t.Rows = append(t.Rows, append(row, table.Float(k.z), table.Float(k.q), table.Float(k.dispersion), table.Int(k.employersIn)))
		}
	}
	return t
}

// weigh compares every thing that is frequent enough in each group with the
// others; of two groups it is one comparison. The keys are sorted, the farthest
// from chance first. It says how many things were tested, and how many postings
// have none.
func (s *Study) weigh(f feature, g *grouping, q Query) (keys []key, tested, unread int) {
	v := &s.vocab[f]
	postings := make([][]int32, len(g.names)) // by group and id
	for k := range postings {
		postings[k] = make([]int32, len(v.names))
	}
	mass, back, backMass := make([]int, len(g.names)), make([]int32, len(v.names)), 0
	for i := range s.all {
		o := s.all[i]
		if o.Duplicate && !q.Duplicates {
			continue
		}
		for id := range o.seen[f].all() {
			back[id]++
		}
		backMass += int(o.things[f])
		at := g.of[i]
		if at < 0 {
			continue
		}
		if o.things[f] == 0 {
			unread++
		}
		mass[at] += int(o.things[f])
		for id := range o.seen[f].all() {
			postings[at][id]++
		}
	}
	groups := len(g.names)
	if groups == 2 {
		groups = 1 // the second is the first with the other sign
	}
	var p []float64
	for id := range v.names {
		all := 0
		for k := range postings {
			all += int(postings[k][id])
		}
		if all < q.least() || v.spread(id) < q.leastUsers() {
			continue
		}
		tested++
		for k := range groups {
			n, m := 0, 0
			for j := range mass {
				if j == k {
					n = mass[j]
				} else {
					m += mass[j]
				}
			}
			if m == 0 {
				continue
			}
			y := int(postings[k][id])
			prior := q.prior()
			e := stats.LogOdds(float64(y), float64(n), float64(all-y), float64(m), prior*float64(back[id])/float64(backMass), prior)
			z := e.Value / e.SE
			keys = append(keys, key{id: id, group: k, own: y, others: all - y, odds: e, z: z})
			p = append(p, stats.TwoSided(z))
		}
	}
	for i, q := range stats.BenjaminiHochberg(p) {
		keys[i].q = q
	}
	slices.SortFunc(keys, func(a, b key) int {
		return cmp.Or(cmp.Compare(math.Abs(b.z), math.Abs(a.z)), cmp.Compare(v.names[a.id], v.names[b.id]), a.group-b.group)
	})
	return keys, tested, unread
}

// turned is the key of the second of two groups.
func (k key) turned() key {
	k.group, k.own, k.others, k.z = 1, k.others, k.own, -k.z
	k.odds.Value, k.odds.Low, k.odds.High = -k.odds.Value, -k.odds.High, -k.odds.Low
	return k
}

// disperse counts the sightings of what is shown, and how they are spread over
// the employers of its group.
func (s *Study) disperse(f feature, g *grouping, shown [][]key) {
	for at, keys := range shown {
		index := map[int]int{}
		for i, k := range keys {
			index[k.id] = i
		}
		own := &grouping{of: make([]int32, len(s.all))} // the postings of the group that have things
		for i, o := range s.all {
			if own.of[i] = -1; g.of[i] == int32(at) && o.things[f] > 0 {
				own.of[i] = 0
			}
		}
		employer, n := s.clusters(own)
		sizes, counts := make([]int, n), make([][]int, len(keys))
		for k := range counts {
			counts[k] = make([]int, n)
		}
		for i, e := range employer {
			if e < 0 {
				continue
			}
			o := s.all[i]
			sizes[e] += int(o.sights[f])
			for id, count := range o.seen[f].all() {
				if k, ok := index[id]; ok {
					counts[k][e] += count
				}
			}
		}
		for k := range keys {
			keys[k].dispersion = stats.Dispersion(counts[k], sizes)
			for _, n := range counts[k] {
				keys[k].sightings += n
				if n > 0 {
					keys[k].employersIn++
				}
			}
		}
	}
}

// boilerplate says in a caption what became of repeated sentences.
func (s *Study) boilerplate(f feature) string {
	switch {
	case f != term:
		return ""
	case s.opt.Repeated == nil:
		return " Sentences that an employer repeats in postings of other titles were kept."
	}
	return " Sentences that an employer repeats in postings of other titles were removed."
}
