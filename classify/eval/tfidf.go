package eval

import (
	"math"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"rung/corpus"
	"rung/corpus/stats"
)

// tfidf is what one would write instead: single words and pairs that stand in
// at least two texts, 1+ln of their count times their smoothed inverse document
// frequency, rows of length 1, and a logistic regression with C 5 that weighs
// both classes the same; scikit-learn's TfidfVectorizer and LogisticRegression
// do the same sums. The posting's own title and all level words are masked.
//
// It remembers the counts of each posting it met, since every fold meets most
// of them again.
type tfidf struct {
	mu   sync.Mutex
	ids  map[uint64]int32 // of each word and pair met
	bags map[text][]gram
}

// text is the part of a posting that decides its words.
type text struct{ title, text string }

// gram is a word or a pair of words, and how often a text holds it.
type gram struct {
	id    int32 // depends on who came first: for look-up, never for order
	count int32
}

func (t *tfidf) train(examples []Example) (score, error) {
	rows, vp, err := scored(examples)
	if err != nil {
		return nil, err
	}
	bags := make([][]gram, len(rows))
	for i := range rows {
		bags[i] = t.bag(rows[i].Posting)
	}
	df := make([]int, t.size())
	for _, bag := range bags {
		for _, g := range bag {
			df[g.id]++
		}
	}
	v := vocabulary{make([]int32, len(df)), nil}
	for _, bag := range bags {
		for _, g := range bag {
			if n := df[g.id]; n >= 2 && v.place[g.id] == 0 {
				v.idf = append(v.idf, math.Log(float64(1+len(rows))/float64(1+n))+1)
				v.place[g.id] = int32(len(v.idf))
			}
		}
	}
	x := make([]stats.Sparse, len(rows))
	for i, bag := range bags {
		x[i] = v.row(bag)
	}
	w, b := regress(x, vp, len(v.idf))
	return func(p corpus.Posting) float64 {
		return b + v.row(t.bag(p)).Dot(w)
	}, nil
}

func (t *tfidf) size() int {
	t.mu.Lock()
	defer t.mu.Unlock()
	return len(t.ids)
}

// vocabulary is what one training set knows. Places go by the order of the
// rows, so that no sum depends on what other folds did first.
type vocabulary struct {
	place []int32   // of each id, from 1; 0 is unknown
	idf   []float64 // of each place less 1
}

func (v vocabulary) row(bag []gram) stats.Sparse {
	row := make(stats.Sparse, 0, len(bag))
	length := 0.0
	for _, g := range bag {
		if int(g.id) < len(v.place) && v.place[g.id] > 0 {
			at := v.place[g.id] - 1
			x := (1 + math.Log(float64(g.count))) * v.idf[at]
			length += x * x
			row = append(row, stats.Feature{At: at, Value: x})
		}
	}
	length = math.Sqrt(length)
	for i := range row {
		row[i].Value /= length
	}
	return row
}

// bag counts the masked words and pairs of a posting, in order of their hash.
func (t *tfidf) bag(p corpus.Posting) []gram {
	key := text{p.Title, p.Text}
	t.mu.Lock()
	bag, ok := t.bags[key]
	t.mu.Unlock()
	if ok {
		return bag
	}
	hashes := grams(words(strikeTitle(p)))
	slices.Sort(hashes)
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.bags == nil {
		t.ids, t.bags = map[uint64]int32{}, map[text][]gram{}
	}
	for i, h := range hashes {
		if i > 0 && h == hashes[i-1] {
			bag[len(bag)-1].count++
			continue
		}
		id, ok := t.ids[h]
		if !ok {
			id = int32(len(t.ids))
			t.ids[h] = id
		}
		bag = append(bag, gram{id, 1})
	}
	t.bags[key] = bag
	return bag
}

// grams hashes the words, level words masked, and the pairs of neighbours.
func grams(list []string) []uint64 {
	hashes := make([]uint64, 0, 2*len(list))
	last := uint64(0)
	for i := 0; i < len(list); {
		n := level(list, i)
		word := "level"
		if n == 0 {
			n, word = 1, list[i]
		}
		h := hash(word)
		hashes = append(hashes, h)
		if i > 0 {
			hashes = append(hashes, (last^h>>1)*0x9e3779b97f4a7c15)
		}
		last = h
		i += n
	}
	return hashes
}

// hash is FNV-1a.
func hash(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}

// strikeTitle returns the text without its posting's own title.
func strikeTitle(p corpus.Posting) string {
	if p.Title == "" {
		return p.Text
	}
	return strings.ReplaceAll(p.Text, p.Title, "LEVEL")
}

// words returns the lower-cased runs of two or more letters, digits and
// underscores: scikit-learn's token pattern.
func words(text string) []string {
	list := make([]string, 0, len(text)/6)
	for w := range strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool { return r != '_' && !unicode.IsLetter(r) && !unicode.IsNumber(r) }) {
		if utf8.RuneCountInString(w) > 1 {
			list = append(list, w)
		}
	}
	return list
}

// level is how many of the words from i on name a level, a modifier before it
// included ("senior vice president" is 3); 0 where they name none.
func level(words []string, i int) int {
	n := i
	switch words[n] {
	case "senior", "sr", "executive", "assistant", "associate", "deputy":
		n++
	}
	if n == len(words) {
		return 0
	}
	switch words[n] {
	case "director", "directors", "vp", "vps", "svp", "svps", "evp", "evps", "avp", "avps":
		return n - i + 1
	case "vice":
		if n+1 < len(words) && (words[n+1] == "president" || words[n+1] == "presidents") {
			return n - i + 2
		}
	}
	return 0
}
