package eval

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"rung/corpus"
)

// trainTFIDF is what one would write instead: single words and pairs that stand
// in at least two texts, 1+ln of their count times their smoothed inverse
// document frequency, rows of length 1, and a logistic regression with C 5
// that weighs both classes the same; scikit-learn's TfidfVectorizer and
// LogisticRegression do the same sums. The posting's own title and all level
// words are masked.
func trainTFIDF(examples []Example) (score, error) {
	rows, vp, err := scored(examples)
	if err != nil {
		return nil, err
	}
	bags := make([][]gram, len(rows))
	df := map[uint64]int{}
	for i := range rows {
		bags[i] = grams(rows[i].Posting)
		for _, g := range bags[i] {
			df[g.hash]++
		}
	}
	v := vocabulary{}
	for _, bag := range bags { // in the order of the rows, so that sums never differ
		for _, g := range bag {
			if n := df[g.hash]; n >= 2 {
				if _, ok := v[g.hash]; !ok {
					v[g.hash] = feature{int32(len(v)), math.Log(float64(1+len(rows))/float64(1+n)) + 1}
				}
			}
		}
	}
	x := make([][]feature, len(rows))
	for i, bag := range bags {
		x[i] = v.row(bag)
	}
	w, b := logistic(x, vp, len(v), 5)
	return func(p corpus.Posting) float64 {
		sum := b
		for _, f := range v.row(grams(p)) {
			sum += w[f.at] * f.value
		}
		return sum
	}, nil
}

// vocabulary holds the place and the inverse document frequency of each gram.
type vocabulary map[uint64]feature

func (v vocabulary) row(bag []gram) []feature {
	row := make([]feature, 0, len(bag))
	length := 0.0
	for _, g := range bag {
		if f, ok := v[g.hash]; ok {
			f.value *= 1 + math.Log(float64(g.count))
			length += f.value * f.value
			row = append(row, f)
		}
	}
	length = math.Sqrt(length)
	for i := range row {
		row[i].value /= length
	}
	return row
}

// gram is a word or a pair of words, and how often a text holds it.
type gram struct {
	hash  uint64
	count int
}

// grams counts the masked words and pairs of a posting, in order of their hash.
func grams(p corpus.Posting) []gram {
	list := words(strikeTitle(p))
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
	slices.Sort(hashes)
	bag := make([]gram, 0, len(hashes))
	for _, h := range hashes {
		if len(bag) > 0 && bag[len(bag)-1].hash == h {
			bag[len(bag)-1].count++
		} else {
			bag = append(bag, gram{h, 1})
		}
	}
	return bag
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
	text = strings.ToLower(text)
	list := make([]string, 0, len(text)/6)
	start, runes := 0, 0
	for at, r := range text {
		if r == '_' || unicode.IsLetter(r) || unicode.IsNumber(r) {
			if runes == 0 {
				start = at
			}
			runes++
			continue
		}
		if runes > 1 {
			list = append(list, text[start:at])
		}
		runes = 0
	}
	if runes > 1 {
		list = append(list, text[start:])
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
