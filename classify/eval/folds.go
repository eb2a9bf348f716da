package eval

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"

	"rung/corpus"
)

// split says which rows are tested together. A row is never tested by a
// classifier that was trained on a row of its own group.
type split struct {
	fold  []int    // of each example
	group []int    // of each example: rows that may know each other's text
	names []string // of the folds: "1", "2" … or what they hold
}

// groups joins the examples of one company, and those whose texts are nearly
// the same whoever signs them: numbers from 0 in order of first appearance.
func groups(examples []Example) []int {
	parent := make([]int, len(examples))
	for i := range parent {
		parent[i] = i
	}
	var find func(int) int
	find = func(i int) int {
		if parent[i] != i {
			parent[i] = find(parent[i])
		}
		return parent[i]
	}
	join := func(a, b int) { // the root of a group is its first row
		a, b = find(a), find(b)
		parent[max(a, b)] = min(a, b)
	}
	first := map[string]int{}
	for i := range examples {
		if c := corpus.EmployerKey(examples[i].Company); c != "" {
			if j, ok := first[c]; ok {
				join(i, j)
			} else {
				first[c] = i
			}
		}
	}
	nearDuplicates(examples, join)
	group, number := make([]int, len(examples)), map[int]int{}
	for i := range group {
		root := find(i)
		if _, ok := number[root]; !ok {
			number[root] = len(number)
		}
		group[i] = number[root]
	}
	return group
}

const (
	shingle = 5   // words
	alike   = 0.5 // Jaccard similarity from which two texts are one ad
)

// nearDuplicates joins the texts that share half of their five-word shingles
// (Broder 1997), counted exactly.
func nearDuplicates(examples []Example, join func(a, b int)) {
	type entry struct {
		shingle uint64
		text    int
	}
	var index []entry
	for i := range examples {
		list := words(examples[i].Text)
		for w := 0; w+shingle <= len(list); w++ {
			h := uint64(0)
			for _, word := range list[w : w+shingle] {
				h = h*0x9e3779b97f4a7c15 + hash(word)
			}
			index = append(index, entry{h, i})
		}
	}
	slices.SortFunc(index, func(a, b entry) int {
		return cmp.Or(cmp.Compare(a.shingle, b.shingle), cmp.Compare(a.text, b.text))
	})
	index = slices.Compact(index)
	size := make([]int, len(examples))
	shared := map[[2]int]int{}
	for i, e := range index {
		size[e.text]++
		for j := i - 1; j >= 0 && index[j].shingle == e.shingle; j-- {
			shared[[2]int{index[j].text, e.text}]++
		}
	}
	for pair, n := range shared { // the groups do not depend on the order
		if float64(n) >= alike*float64(size[pair[0]]+size[pair[1]]-n) {
			join(pair[0], pair[1])
		}
	}
}

// byCompany deals the groups into k folds that hold about the same number of
// rows of each label: the groups are shuffled, those whose rows are least evenly
// spread over the labels go first, and each goes where it leaves the folds most
// alike (as scikit-learn's StratifiedGroupKFold does).
func byCompany(examples []Example, group []int, k int, seed uint64) split {
	const classes = 4 // other, director, vp, bank's grade
	type count [classes]float64
	class := func(e *Example) int {
		if e.BankVP {
			return classes - 1
		}
		return int(e.Label)
	}
	of := make([]count, groupCount(group))
	var all count
	for i := range examples {
		of[group[i]][class(&examples[i])]++
		all[class(&examples[i])]++
	}
	order := rand.New(rand.NewPCG(seed, 0x666f6c64)).Perm(len(of))
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(deviation(of[b][:]), deviation(of[a][:])) })
	folds := split{fold: make([]int, len(examples)), group: group, names: make([]string, k)}
	for f := range folds.names {
		folds.names[f] = strconv.Itoa(f + 1)
	}
	in := make([]count, k)
	fold := make([]int, len(of))
	shares := make([]float64, k)
	for _, g := range order {
		best, bestSpread, bestRows := 0, math.Inf(1), math.Inf(1)
		for f := range in {
			spread, rows := 0.0, 0.0
			for c := range all {
				if all[c] == 0 {
					continue
				}
				for j := range in {
					n := in[j][c]
					if j == f {
						n += of[g][c]
					}
					shares[j] = n / all[c]
				}
				spread += deviation(shares)
				rows += in[f][c]
			}
			// Sums of rounded shares that should be equal must not decide.
			if spread < bestSpread-1e-12 || spread < bestSpread+1e-12 && rows < bestRows {
				best, bestSpread, bestRows = f, spread, rows
			}
		}
		fold[g] = best
		for c := range all {
			in[best][c] += of[g][c]
		}
	}
	for i, g := range group {
		folds.fold[i] = fold[g]
	}
	return folds
}

// deviation is the population standard deviation.
func deviation(x []float64) float64 {
	mean, sum := 0.0, 0.0
	for _, v := range x {
		mean += v / float64(len(x))
	}
	for _, v := range x {
		sum += (v - mean) * (v - mean)
	}
	return math.Sqrt(sum / float64(len(x)))
}

func groupCount(group []int) int {
	if len(group) == 0 {
		return 0
	}
	return slices.Max(group) + 1
}

// What postings are told apart by: where they are from, and whether they have bullets.
func sourceOf(e *Example) string { return e.Repo }

func byBullets(e *Example) string { return layoutOf(e.Text) }

// byKey leaves out the examples of one key at a time.
func byKey(examples []Example, key func(*Example) string) split {
	folds := split{fold: make([]int, len(examples)), group: groups(examples)}
	for i := range examples {
		name := key(&examples[i])
		if !slices.Contains(folds.names, name) {
			folds.names = append(folds.names, name)
		}
		folds.fold[i] = slices.Index(folds.names, name)
	}
	return folds
}

// layoutOf is "bulleted" where at least three lines of a text begin with a
// bullet sign or a list number, else "flattened".
func layoutOf(s string) string {
	bullets := 0
	for line := range strings.Lines(s) {
		if bulleted(strings.TrimSpace(line)) {
			if bullets++; bullets == 3 {
				return "bulleted"
			}
		}
	}
	return "flattened"
}

func bulleted(line string) bool {
	sign, rest, ok := strings.Cut(line, " ")
	if !ok || rest == "" {
		return false
	}
	if number := strings.TrimRight(sign, ".)"); number != sign && number != "" && strings.Trim(number, "0123456789") == "" {
		return true
	}
	return strings.Trim(sign, "•-*·–—▪■●◦○‣⁃►➢✓") == ""
}
