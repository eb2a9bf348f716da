package paper

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// line is what stands on one line of a page.
type line struct {
	x, end, y, size float64
	text            string
}

// typeset puts the strings of a page together to lines. They come in the order of
// drawing, which is the order of reading, in columns too. A dot before a line is its
// bullet.
func (d *drawing) typeset(runs []run) []line {
	var lines []line
	var text strings.Builder // of the last line
	var last run
	end := func() {
		if n := len(lines); n > 0 {
			lines[n-1].text = text.String()
		}
		text = strings.Builder{}
	}
	for _, r := range runs {
		if strings.TrimSpace(r.text) == "" && (len(lines) == 0 || !near(lines[len(lines)-1], r)) {
			continue
		}
		if r == last {
			continue // drawn twice to look bold
		}
		last = r
		if n := len(lines); n > 0 && near(lines[n-1], r) {
			l := &lines[n-1]
			so := text.String()
			if len(so) < 16 && isBullet(strings.TrimSpace(so)) {
				l.y, l.size = r.y, r.size // of the words
			}
			if r.x-l.end > 0.18*l.size && !strings.HasSuffix(so, " ") && !strings.HasPrefix(r.text, " ") {
				text.WriteByte(' ')
			}
			text.WriteString(r.text)
			l.end = max(l.end, r.end)
			l.size = max(l.size, r.size)
			continue
		}
		end()
		lines = append(lines, line(r))
		text.WriteString(r.text)
	}
	end()
	out := lines[:0]
	for _, l := range lines {
		l.text = strings.Join(strings.Fields(strings.ReplaceAll(l.text, "\u00ad", "")), " ")
		if l.text == "" {
			continue
		}
		if n := len(out); n > 0 && isBullet(out[n-1].text) && math.Abs(out[n-1].y-l.y) < l.size {
			out[n-1].text += " " + l.text
			out[n-1].end, out[n-1].y, out[n-1].size = l.end, l.y, l.size
			continue
		}
		d.work(len(d.dots) / 10)
		for _, o := range d.dots {
			if o.size < 0.7*l.size && o.x < l.x && o.x > l.x-2.5*l.size && o.y > l.y && o.y < l.y+0.7*l.size {
				l.x, l.text = o.x, "• "+l.text
				break
			}
		}
		out = append(out, l)
	}
	return out
}

// near reports whether r stands on the line of l, where that ends or after it.
func near(l line, r run) bool {
	size := max(l.size, r.size)
	return math.Abs(l.y-r.y) < 0.4*size && r.x > l.end-0.6*size
}

// isBullet reports whether s is a bullet and nothing else.
func isBullet(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	return n == len(s) && strings.ContainsRune("•●◦○▪■□‣⁃–-*·o➢➤►▶✓✔§ˆ", r)
}

// item reports whether a line begins an item of a list.
func item(s string) bool {
	first, rest, _ := strings.Cut(s, " ")
	if rest == "" {
		return false
	}
	if isBullet(first) {
		return true
	}
	n := strings.TrimRight(first, ".)")
	return n != first && n != "" && len(n) <= 2 && strings.Trim(n, "0123456789") == ""
}

// compose puts lines together to paragraphs.
func (d *drawing) compose(pages [][]line) (string, error) {
	pages = withoutRepeats(pages)
	lead := leading(pages)
	words := map[string]bool{} // of the document, to see which hyphens belong to words
	for _, p := range pages {
		for _, l := range p {
			for w := range strings.FieldsSeq(l.text) {
				words[letters(w)] = true
			}
		}
	}
	var out lines
	var para paragraph
	begin := func(l line, apart bool) {
		out.add(mark(para.all()), false)
		if apart {
			out.gap()
		}
		para.begin(l)
	}
	for _, page := range pages {
		for i, l := range page {
			d.work(10)
			if para.last == "" {
				para.begin(l)
				continue
			}
			gap := para.y - l.y
			usual := lead * l.size
			same := math.Abs(para.size-l.size) < 0.08*l.size
			goes := same && !item(l.text) && (breaks(para.last) && startsLower(l.text) || full(para.line, l, around(page, i)))
			if i == 0 { // over the end of a page
				goes = goes && startsLower(l.text)
			} else {
				goes = goes && gap > 0 && gap < 1.3*usual
				if para.item {
					goes = goes && l.x > para.x+0.2*l.size // hanging
				} else {
					goes = goes && l.x > para.x-2*l.size
				}
			}
			if !goes {
				begin(l, i > 0 && gap > 1.3*usual && !item(l.text) || !same)
				continue
			}
			para.add(l, words)
		}
	}
	out.add(mark(para.all()), false)
	return out.text()
}

// paragraph is one so far: x and size of its line are those of the first, end and y
// those of the last.
type paragraph struct {
	line
	item bool
	done strings.Builder // all but the last
	last string          // line, with which the next is joined
}

func (p *paragraph) begin(l line) {
	*p = paragraph{line: l, item: item(l.text), last: l.text}
}

// add goes on with a line.
func (p *paragraph) add(l line, words map[string]bool) {
	before, last := join(p.last, l.text, words)
	p.done.WriteString(before)
	p.last = last
	p.end, p.y = l.end, l.y
}

func (p *paragraph) all() string { return p.done.String() + p.last }

func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// around are the lines of a page that may tell where the column ends in which one of
// them stands. No column is longer, and looking at all would take the square of a page
// that is made of nothing but lines.
func around(page []line, i int) []line {
	const most = 500
	return page[max(i-most, 0):min(i+most, len(page))]
}

// mark gives an item the bullet that all items have here.
func mark(s string) string {
	if first, rest, ok := strings.Cut(s, " "); ok && isBullet(first) {
		return "• " + rest
	}
	return s
}

// full reports whether the first word of next had no room where last ends.
func full(last, next line, page []line) bool {
	word, _, _ := strings.Cut(next.text, " ")
	width := (next.end - next.x) / float64(max(utf8.RuneCountInString(next.text), 1))
	return last.end+width*float64(utf8.RuneCountInString(word)+1) > margin(page, last)-0.2*next.size
}

// narrow is the width, in sizes, below which no column of text is set.
const narrow = 20

// margin is the right end of the column that a line stands in: that of the longest
// line of its size that overlaps it.
func margin(page []line, l line) float64 {
	right, broken := l.end, false
	for _, o := range page {
		if math.Abs(o.size-l.size) < 0.08*l.size && o.x < l.end && o.end > l.x && o.x > l.x-8*l.size {
			right = max(right, o.end)
			broken = broken || breaks(o.text)
		}
	}
	if !broken { // words are broken in columns only, be they ever so narrow
		right = max(right, l.x+narrow*l.size)
	}
	return right
}

// breaks reports whether a line ends within a word.
func breaks(s string) bool {
	s, ok := strings.CutSuffix(s, "-")
	r, _ := utf8.DecodeLastRuneInString(s)
	return ok && unicode.IsLetter(r)
}

// leading is the usual distance of lines within a paragraph, in sizes of the font: the
// first quintile of all distances, because those between paragraphs are among them.
func leading(pages [][]line) float64 {
	var gaps []float64
	for _, p := range pages {
		for i := 1; i < len(p); i++ {
			if gap := (p[i-1].y - p[i].y) / p[i].size; gap > 0.8 && gap < 3 {
				gaps = append(gaps, gap)
			}
		}
	}
	if len(gaps) == 0 {
		return 1.3
	}
	slices.Sort(gaps)
	return min(gaps[len(gaps)/5], 1.8) // wider is no text of lines
}

// letters is a word without the punctuation around it, in lower case.
func letters(w string) string {
	return strings.ToLower(strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))
}

// edge is how many lines at the head and foot of a page may repeat on others.
const edge = 3

// withoutRepeats drops the first and last lines of pages that stand at the same
// height on most of them: headers, footers, page numbers.
func withoutRepeats(pages [][]line) [][]line {
	seen := map[string]int{}
	for _, p := range pages {
		on := map[string]bool{}
		for i, l := range p {
			if i < edge || i >= len(p)-edge {
				on[l.repeats()] = true
			}
		}
		for s := range on {
			seen[s]++
		}
	}
	var out [][]line
	for _, p := range pages {
		var kept []line
		for i, l := range p {
			n := seen[l.repeats()]
			if (i < edge || i >= len(p)-edge) && len(pages) > 1 && n > 1 && n*2 > len(pages) {
				continue
			}
			kept = append(kept, l)
		}
		out = append(out, kept)
	}
	return out
}

// repeats is what a header has in common with that of another page: its height
// and its text, numbers apart.
func (l line) repeats() string {
	return strconv.Itoa(int(math.Round(l.y/2))) + strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return '0'
		}
		return r
	}, l.text)
}
