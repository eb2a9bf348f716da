package skills

// A feature is a 32-bit hash of the number of a template and of what the template looks
// at. Collisions are rare at the size of the model, and harmless, since training sees
// the same. Features of one word and its distance are apart from those of several
// words, because their sums can be kept for the next time that the word comes.

func mix(template uint32, a, b uint64) uint32 {
	h := a*0x9E3779B97F4A7C15 ^ b*0xC2B2AE3D27D4EB4F ^ uint64(template)*0x165667B19E3779F9
	h ^= h >> 29
	h *= 0xBF58476D1CE4E5B9
	return uint32(h >> 32)
}

// boundary stands for the words before the first and after the last.
var boundary = word{lower: 1, exact: 1, shape: 1}

func at(ws []word, i int) *word {
	if i >= 0 && i < len(ws) {
		return &ws[i]
	}
	return &boundary
}

// group returns the word's cluster at a level, or its shape where it has none.
func (w *word) group(level int) uint64 {
	if w.cluster[level] != 0 {
		return uint64(w.cluster[level])
	}
	return uint64(w.shape) << 16
}

// reach is how far the tagger looks to either side of a word.
const reach = 3

// appendWordFeatures appends what w, standing d words after the word in
// question, says of that word. -reach <= d <= reach.
func appendWordFeatures(dst []uint32, w *word, d int) []uint32 {
	t := uint32(d+reach) * 20
	f := func(n uint32, a, b uint64) { dst = append(dst, mix(t+n, a, b)) }
	f(0, w.lower, 0)
	if d < -2 || d > 2 {
		return dst
	}
	for level := range 3 {
		f(1+uint32(level), w.group(level), 0)
	}
	if d < -1 || d > 1 {
		return dst
	}
	f(4, uint64(w.listed), uint64(w.family))
	f(5, uint64(w.suf[2]), 0)
	if d != 0 {
		return dst
	}
	f(6, w.exact, 0)
	f(7, uint64(w.shape), uint64(w.listed))
	f(8, uint64(w.shape), 0)
	for k := range 4 {
		if w.pre[k] != 0 {
			f(9+uint32(k), uint64(w.pre[k]), 0)
		}
		if w.suf[k] != 0 {
			f(13+uint32(k), uint64(w.suf[k]), 0)
		}
	}
	return dst
}

// appendPairFeatures appends what several words together say of word i.
func appendPairFeatures(dst []uint32, ws []word, i int) []uint32 {
	p2, p1, w, n1, n2 := at(ws, i-2), at(ws, i-1), &ws[i], at(ws, i+1), at(ws, i+2)
	f := func(t uint32, a, b uint64) { dst = append(dst, mix(t, a, b)) }
	f(200, p1.lower, w.lower)
	f(201, w.lower, n1.lower)
	f(208, p2.lower, p1.lower)
	f(209, n1.lower, n2.lower)
	f(210, p1.lower, n1.lower)
	f(202, uint64(p1.shape), uint64(w.shape))
	f(203, uint64(w.shape), uint64(n1.shape))
	f(204, uint64(p1.listed)<<16|uint64(w.listed)<<8|uint64(n1.listed), 0)
	f(205, uint64(w.flags&flagsSeen), uint64(min(i, 3)))
	f(206, uint64(min(len(ws), 20)/3), uint64(w.shape))
	f(207, ws[len(ws)-1].lower, uint64(w.flags&flagsSeen))
	f(217, uint64(p1.shape), uint64(n1.shape))
	f(218, uint64(p1.suf[2]), uint64(w.suf[2]))
	f(219, uint64(w.suf[2]), uint64(n1.suf[2]))
	for level := range 2 {
		t := 230 + 10*uint32(level)
		a, b, c, d, e := p2.group(level), p1.group(level), w.group(level), n1.group(level), n2.group(level)
		f(t, b, c)
		f(t+1, c, d)
		f(t+2, a, b)
		f(t+3, d, e)
		f(t+4, b, d)
		f(t+5, a<<32|b, c)
		f(t+6, b<<32|c, d)
		f(t+7, c<<32|d, e)
	}
	return dst
}

// appendSentenceFeatures appends what holds for every word of a sentence.
func appendSentenceFeatures(dst []uint32, ws []word) []uint32 {
	return append(dst, mix(220, 0, 0), mix(221, ws[0].lower, 0), mix(222, ws[0].group(2), 0))
}

// appendFeatures appends all features of word i.
func appendFeatures(dst []uint32, ws []word, i int) []uint32 {
	dst = appendSentenceFeatures(dst, ws)
	for d := -reach; d <= reach; d++ {
		dst = appendWordFeatures(dst, at(ws, i+d), d)
	}
	return appendPairFeatures(dst, ws, i)
}
