package skills

// A feature is a 32-bit hash of a template's number and what it looks at.
// Collisions are rarer than one in a thousand at the model's size, and
// harmless: training sees the same ones.

func mix(template uint32, a, b uint64) uint32 {
	h := a*0x9E3779B97F4A7C15 ^ b*0xC2B2AE3D27D4EB4F ^ uint64(template)*0x165667B19E3779F9
	h ^= h >> 29
	h *= 0xBF58476D1CE4E5B9
	return uint32(h >> 32)
}

// boundary stands for the words before the first and after the last.
var boundary = word{lower: 1, exact: 1, shape: 1}

// appendFeatures appends the features of word i of a sentence to dst.
func appendFeatures(dst []uint32, ws []word, i int) []uint32 {
	at := func(d int) *word {
		if j := i + d; j >= 0 && j < len(ws) {
			return &ws[j]
		}
		return &boundary
	}
	p3, p2, p1, w, n1, n2, n3 := at(-3), at(-2), at(-1), at(0), at(1), at(2), at(3)
	f := func(t uint32, a, b uint64) { dst = append(dst, mix(t, a, b)) }
	c := func(w *word, level int) uint64 {
		if w.cluster[level] != 0 {
			return uint64(w.cluster[level])
		}
		return uint64(w.shape) << 16
	}

	f(0, 0, 0)
	f(1, w.lower, 0)
	f(2, p1.lower, 0)
	f(3, p2.lower, 0)
	f(4, p3.lower, 0)
	f(5, n1.lower, 0)
	f(6, n2.lower, 0)
	f(7, n3.lower, 0)
	f(8, p1.lower, w.lower)
	f(9, w.lower, n1.lower)
	f(10, p2.lower, p1.lower)
	f(11, n1.lower, n2.lower)
	f(12, p1.lower, n1.lower)
	f(13, w.exact, 0)
	f(14, uint64(w.shape), 0)
	f(15, uint64(p1.shape), uint64(w.shape))
	f(16, uint64(w.shape), uint64(n1.shape))
	f(17, uint64(p1.shape), uint64(n1.shape))
	for k := range 4 {
		if w.pre[k] != 0 {
			f(20+uint32(k), uint64(w.pre[k]), 0)
		}
		if w.suf[k] != 0 {
			f(24+uint32(k), uint64(w.suf[k]), 0)
		}
	}
	f(28, uint64(p1.suf[2]), 0)
	f(29, uint64(n1.suf[2]), 0)
	f(30, uint64(p1.suf[2]), uint64(w.suf[2]))
	f(31, uint64(w.suf[2]), uint64(n1.suf[2]))

	for level := range 3 {
		t := 40 + 16*uint32(level)
		f(t, c(w, level), 0)
		f(t+1, c(p1, level), 0)
		f(t+2, c(n1, level), 0)
		f(t+3, c(p2, level), 0)
		f(t+4, c(n2, level), 0)
	}
	for level := range 2 {
		t := 40 + 16*uint32(level)
		f(t+5, c(p1, level), c(w, level))
		f(t+6, c(w, level), c(n1, level))
		f(t+7, c(p2, level), c(p1, level))
		f(t+8, c(n1, level), c(n2, level))
		f(t+9, c(p1, level), c(n1, level))
		f(t+10, c(p2, level)<<32|c(p1, level), c(w, level))
		f(t+11, c(p1, level)<<32|c(w, level), c(n1, level))
		f(t+12, c(w, level)<<32|c(n1, level), c(n2, level))
	}
	f(90, uint64(w.flags), uint64(min(i, 3)))
	f(91, uint64(min(len(ws), 20)/3), uint64(w.shape))
	f(92, ws[0].lower, 0)
	f(93, c(&ws[0], 2), 0)
	f(94, ws[len(ws)-1].lower, uint64(w.flags))
	f(95, uint64(w.listed), uint64(w.family))
	f(96, uint64(p1.listed)<<8|uint64(p1.family), 0)
	f(97, uint64(n1.listed)<<8|uint64(n1.family), 0)
	f(98, uint64(p1.listed)<<16|uint64(w.listed)<<8|uint64(n1.listed), 0)
	f(99, uint64(w.listed), uint64(w.shape))
	return dst
}
