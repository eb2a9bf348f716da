package reference

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"

	"rung/corpus/text"
)

//go:embed noise.txt
var noiseText string

var calls = sync.OnceValue(func() [][]string {
	return slices.Collect(text.Lists(noiseText))
})

const advertisement = "an advertisement"

// noise marks what is no part of the description.
func noise(lines []Line) {
	title := slices.IndexFunc(lines, func(l Line) bool { return l.Kind == Heading })
	for i := range max(title, 0) {
		if strings.Count(lines[i].Text, " ") < 3 && ends(lines[i].Text, ".!") {
			lines[i].drop("a banner")
		}
	}
	names(lines)
	for i := range lines {
		if why := reason(&lines[i]); why != "" {
			lines[i].drop(why)
		}
	}
	orphans(lines, title+1)
}

func (l *Line) drop(why string) { l.Kind, l.Note = Noise, why }

// reason says why a line by itself is noise; "" when it is not.
func reason(l *Line) string {
	t := l.Text
	words := strings.Fields(t)
	letters, humps, prev := 0, 0, rune(0)
	for _, r := range t {
		if unicode.IsLetter(r) {
			letters++
		}
		if unicode.IsUpper(r) && unicode.IsLower(prev) {
			humps++
		}
		prev = r
	}
	switch {
	case l.Kind == Noise:
		return l.Note
	case letters < 2:
		return "no words"
	case len(words) == 1 && humps >= 2:
		return "tags glued together"
	case byline(t):
		return "a byline"
	case call(t):
		return advertisement
	}
	return ""
}

// byline says whether t is a row of short entries, one of them a number:
// "By A. Writer • May 2, 2020 • 5 min read".
func byline(t string) bool {
	for _, sep := range []string{" • ", " · ", " | ", " – "} {
		parts := strings.Split(t, sep)
		if len(parts) < 3 || !strings.ContainsAny(t, "0123456789") {
			continue
		}
		if !slices.ContainsFunc(parts, func(p string) bool { return strings.Count(strings.TrimSpace(p), " ") >= 6 }) {
			return true
		}
	}
	return false
}

// call says whether t calls the reader to act. A line of noise.txt that ends
// in "!" counts where it begins a sentence that ends so.
func call(t string) bool {
	begin := 0
	for i := 0; i < len(t); i++ {
		if i < len(t)-1 && (!strings.ContainsRune(".!?", rune(t[i])) || t[i+1] != ' ' || i+2 < len(t) && unicode.IsLower(rune(t[i+2]))) {
			continue // "vs. VP" is taken for an end, "vs. a VP" is not; a call begins after either
		}
		if calling(t[begin:i+1], t[i] == '!') {
			return true
		}
		begin = i + 1
	}
	return false
}

func calling(sentence string, shouted bool) bool {
	words := strings.FieldsFunc(strings.ToLower(sentence), func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' })
	for _, c := range calls() {
		n := len(c)
		if c[n-1] == "!" {
			if !shouted {
				continue
			}
			n--
		}
		if len(words) >= n && slices.Equal(words[:n], c[:n]) {
			return true
		}
	}
	return false
}

// names marks lists of names: at least five items of at most four words, two
// on average, few of whose words occur anywhere else in the document.
func names(lines []Line) {
	seen := map[string]int{}
	for i := range lines {
		for _, w := range contentWords(lines[i].Text) {
			seen[w]++
		}
	}
	for i := 0; i < len(lines); {
		j := i
		inside := map[string]int{}
		words := 0
		for j < len(lines) && lines[j].Kind == Item && strings.Count(lines[j].Text, " ") < 4 && !ends(lines[j].Text, ".;") {
			for _, w := range contentWords(lines[j].Text) {
				inside[w]++
				words++
			}
			j++
		}
		known := 0
		for w, n := range inside {
			if seen[w] > n {
				known++
			}
		}
		if j-i >= 5 && words <= 2*(j-i) && 3*known < len(inside) {
			for k := i; k < j; k++ {
				lines[k].drop("one of a list of names")
			}
		}
		i = max(j, i+1)
	}
}

func contentWords(t string) []string {
	words := strings.FieldsFunc(strings.ToLower(t), func(r rune) bool { return !unicode.IsLetter(r) })
	return slices.DeleteFunc(words, stopped)
}

// orphans marks headings from the given line on below which nothing but an
// advertisement stands.
func orphans(lines []Line, from int) {
	for i := from; i < len(lines); i++ {
		if lines[i].Kind != Heading || i+1 == len(lines) || lines[i+1].Note != advertisement {
			continue
		}
		j := i + 1
		for j < len(lines) && lines[j].Kind == Noise {
			j++
		}
		if j == len(lines) || lines[j].Kind == Heading {
			lines[i].drop("the heading of " + advertisement)
		}
	}
}
