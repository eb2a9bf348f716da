package skills

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
)

// The sizes of the distributional model: how many words get a cluster, how many
// context words count at each distance, the dimensions of the vectors, and the
// numbers of clusters, fine to coarse.
const (
	clusterWords  = 24000
	clusterNear   = 2000 // columns for the word before and the word after, each
	clusterFar    = 1000 // columns for two before and two after, each
	clusterBag    = 3000 // columns for anywhere within bagWindow
	bagWindow     = 6
	clusterDims   = 100
	clusterFine   = 1024
	clusterMiddle = 256
	clusterCoarse = 64
)

// Clusters groups the most frequent words of the lines by the company they
// keep and writes one line a fine cluster: "coarse middle: words". The vectors
// are a truncated singular value decomposition (Halko, Martinsson and Tropp
// 2011) of positive pointwise mutual information (Bullinaria and Levy 2007), the
// clusters spherical k-means, begun at the most frequent words so that the same
// lines give the same bytes.
func Clusters(w io.Writer, lines []string) error {
	vocab, ids := vocabulary(lines)
	vectors := decompose(cooccur(lines, len(vocab), ids))
	fine := kmeans(vectors, clusterFine, 20)
	centres := means(vectors, fine, clusterFine)
	middle := kmeans(centres, clusterMiddle, 30)
	centres = means(centres, middle, clusterMiddle)
	coarse := kmeans(centres, clusterCoarse, 30)

	members := make([][]string, clusterFine)
	for i, c := range fine {
		if !address(vocab[i]) {
			members[c] = append(members[c], vocab[i])
		}
	}
	order := make([]int, 0, clusterFine)
	for c := range members {
		if len(members[c]) > 0 {
			order = append(order, c)
			slices.Sort(members[c])
		}
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(coarse[middle[a]], coarse[middle[b]]), cmp.Compare(middle[a], middle[b]), cmp.Compare(a, b))
	})
	bw := bufio.NewWriter(w)
	for _, c := range order {
		fmt.Fprintf(bw, "%d %d: %s\n", coarse[middle[c]], middle[c], strings.Join(members[c], " "))
	}
	return bw.Flush()
}

// address reports whether a word is that of a page or a person, which no list
// should hold.
func address(w string) bool {
	return strings.Contains(w, "@") || strings.Contains(w, "://") || strings.Contains(w, "www.")
}

// coreOf returns the lower-cased core of a word, digits folded to 0: the form
// that word.lower is the hash of.
func coreOf(t string, w *word) string {
	a, b := core(t, int(w.start), int(w.end))
	if a >= b {
		a, b = int(w.start), int(w.end)
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '0' && r <= '9':
			return '0'
		case r == '’':
			return '\''
		}
		return r
	}, strings.ToLower(t[a:b]))
}

// vocabulary returns the most frequent words, most frequent first, and their
// places in that order.
func vocabulary(lines []string) ([]string, map[uint64]int32) {
	type entry struct {
		form string
		n    int
	}
	counts := map[uint64]*entry{}
	var ws []word
	for _, l := range lines {
		ws = appendWords(ws[:0], l, 0, len(l))
		for i := range ws {
			e := counts[ws[i].lower]
			if e == nil {
				e = &entry{form: coreOf(l, &ws[i])}
				counts[ws[i].lower] = e
			}
			e.n++
		}
	}
	all := make([]*entry, 0, len(counts))
	for _, e := range counts {
		if !strings.ContainsFunc(e.form, func(r rune) bool { return r <= ' ' }) && len(e.form) < 40 {
			all = append(all, e)
		}
	}
	slices.SortFunc(all, func(a, b *entry) int { return cmp.Or(cmp.Compare(b.n, a.n), cmp.Compare(a.form, b.form)) })
	all = all[:min(len(all), clusterWords)]
	vocab, ids := make([]string, len(all)), make(map[uint64]int32, len(all))
	for i, e := range all {
		vocab[i] = e.form
		w := makeWord(e.form, 0, len(e.form), false)
		ids[w.lower] = int32(i)
	}
	return vocab, ids
}

// sparse is a matrix by rows.
type sparse struct {
	cols int
	row  []int32 // row[i]:row[i+1] are the entries of row i
	col  []int32
	val  []float32
}

// cooccur counts each word's contexts and turns the counts into positive
// pointwise mutual information.
func cooccur(lines []string, n int, ids map[uint64]int32) *sparse {
	const cols = 2*clusterNear + 2*clusterFar + clusterBag
	counts := make([]uint16, n*cols)
	add := func(w int32, col int32) {
		if c := &counts[int(w)*cols+int(col)]; *c < math.MaxUint16 {
			*c++
		}
	}
	var ws []word
	var line []int32
	for _, l := range lines {
		ws = appendWords(ws[:0], l, 0, len(l))
		line = line[:0]
		for i := range ws {
			id, ok := ids[ws[i].lower]
			if !ok {
				id = -1
			}
			line = append(line, id)
		}
		for i, w := range line {
			if w < 0 {
				continue
			}
			for d := -bagWindow; d <= bagWindow; d++ {
				j := i + d
				if d == 0 || j < 0 || j >= len(line) || line[j] < 0 {
					continue
				}
				c := line[j]
				switch {
				case d == -1 && c < clusterNear:
					add(w, c)
				case d == 1 && c < clusterNear:
					add(w, clusterNear+c)
				case d == -2 && c < clusterFar:
					add(w, 2*clusterNear+c)
				case d == 2 && c < clusterFar:
					add(w, 2*clusterNear+clusterFar+c)
				}
				// The fifty most frequent words say nothing about the topic.
				if c >= 50 && c < 50+clusterBag {
					add(w, 2*clusterNear+2*clusterFar+c-50)
				}
			}
		}
	}
	rowSum, colSum, total := make([]float64, n), make([]float64, cols), 0.0
	for i := range n {
		for j := range cols {
			c := float64(counts[i*cols+j])
			rowSum[i] += c
			colSum[j] += c
			total += c
		}
	}
	smooth := 0.0 // context distribution smoothing (Levy, Goldberg and Dagan 2015)
	for j := range colSum {
		colSum[j] = math.Pow(colSum[j], 0.75)
		smooth += colSum[j]
	}
	m := &sparse{cols: cols, row: make([]int32, 1, n+1)}
	for i := range n {
		for j := range cols {
			if c := float64(counts[i*cols+j]); c > 0 {
				if v := math.Log(c * smooth / (rowSum[i] * colSum[j])); v > 0 {
					m.col = append(m.col, int32(j))
					m.val = append(m.val, float32(v))
				}
			}
		}
		m.row = append(m.row, int32(len(m.col)))
	}
	return m
}

// decompose returns unit vectors of the rows: the left singular vectors, each
// direction weighted by the root of its singular value.
func decompose(m *sparse) [][]float32 {
	n := len(m.row) - 1
	k := min(clusterDims, n)
	rng := rand.New(rand.NewPCG(1, 2))
	q := make([][]float64, m.cols) // cols × k
	for j := range q {
		q[j] = make([]float64, k)
		for d := range q[j] {
			q[j][d] = rng.NormFloat64()
		}
	}
	y := make([][]float64, n)
	for i := range y {
		y[i] = make([]float64, k)
	}
	for pass := 0; ; pass++ {
		for i := range n {
			clear(y[i])
			for e := m.row[i]; e < m.row[i+1]; e++ {
				v, row := float64(m.val[e]), q[m.col[e]]
				for d, x := range row {
					y[i][d] += v * x
				}
			}
		}
		if pass == 6 {
			break
		}
		for j := range q {
			clear(q[j])
		}
		for i := range n {
			for e := m.row[i]; e < m.row[i+1]; e++ {
				v, row := float64(m.val[e]), q[m.col[e]]
				for d, x := range y[i] {
					row[d] += v * x
				}
			}
		}
		orthonormal(q)
	}
	// q spans the right singular space: y = A q. Columns of y are near their
	// singular vectors times singular values after the passes.
	scale := make([]float64, k)
	for d := range scale {
		for i := range y {
			scale[d] += y[i][d] * y[i][d]
		}
		scale[d] = 1 / math.Sqrt(math.Sqrt(scale[d])+1e-12)
	}
	out := make([][]float32, n)
	for i := range out {
		out[i] = make([]float32, k)
		for d := range out[i] {
			out[i][d] = float32(y[i][d] * scale[d])
		}
		unit(out[i])
	}
	return out
}

// orthonormal makes the columns of q orthonormal (modified Gram-Schmidt).
func orthonormal(q [][]float64) {
	k := len(q[0])
	for d := range k {
		for e := range d {
			dot := 0.0
			for j := range q {
				dot += q[j][d] * q[j][e]
			}
			for j := range q {
				q[j][d] -= dot * q[j][e]
			}
		}
		norm := 0.0
		for j := range q {
			norm += q[j][d] * q[j][d]
		}
		norm = 1 / math.Sqrt(norm+1e-300)
		for j := range q {
			q[j][d] *= norm
		}
	}
}

func unit(v []float32) {
	s := 0.0
	for _, x := range v {
		s += float64(x) * float64(x)
	}
	if s == 0 {
		return
	}
	f := float32(1 / math.Sqrt(s))
	for d := range v {
		v[d] *= f
	}
}

// kmeans assigns each unit vector to one of at most k clusters by cosine. The
// first k vectors are the first centres.
func kmeans(vectors [][]float32, k, rounds int) []int {
	k = min(k, len(vectors))
	centres := make([][]float32, k)
	for c := range centres {
		centres[c] = slices.Clone(vectors[c])
	}
	assigned := make([]int, len(vectors))
	for range rounds {
		moved := 0
		for i, v := range vectors {
			best, at := float32(math.Inf(-1)), 0
			for c, centre := range centres {
				dot := float32(0)
				for d, x := range v {
					dot += x * centre[d]
				}
				if dot > best {
					best, at = dot, c
				}
			}
			if assigned[i] != at {
				assigned[i] = at
				moved++
			}
		}
		centres = means(vectors, assigned, k)
		if moved == 0 {
			break
		}
	}
	return assigned
}

// means returns the unit centre of each of k clusters.
func means(vectors [][]float32, assigned []int, k int) [][]float32 {
	out := make([][]float32, k)
	for c := range out {
		out[c] = make([]float32, len(vectors[0]))
	}
	for i, c := range assigned {
		for d, x := range vectors[i] {
			out[c][d] += x
		}
	}
	for c := range out {
		unit(out[c])
	}
	return out
}

// readClusters reads the table that Clusters writes. Clusters are numbered from
// 1, so that 0 is a word without.
func readClusters(table string) (map[uint64][3]uint16, error) {
	out := make(map[uint64][3]uint16, clusterWords)
	fine := 0
	for line := range strings.Lines(table) {
		fine++
		numbers, words, ok := strings.Cut(line, ": ")
		coarse, middle, two := strings.Cut(numbers, " ")
		c, err := strconv.Atoi(coarse)
		m, err2 := strconv.Atoi(middle)
		if !ok || !two || errors.Join(err, err2) != nil || c < 0 || m < 0 || max(c, m, fine) >= math.MaxUint16 {
			return nil, fmt.Errorf("clusters.txt:%d: want \"coarse middle: words\"", fine)
		}
		for w := range strings.FieldsSeq(words) {
			x := makeWord(w, 0, len(w), false)
			out[x.lower] = [3]uint16{uint16(c + 1), uint16(m + 1), uint16(fine)}
		}
	}
	return out, nil
}
