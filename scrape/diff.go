package scrape

import (
	"strings"

	"rung/corpus"
)

// diffCells bounds the table that a diff costs. Beyond it, all lines between the
// first and the last difference count as replaced.
const diffCells = 4 << 20

// diff words a change of a posting: each line that went, with "-" before it, and
// each that came, with "+", in the order of the text.
func diff(old, new corpus.Posting) string {
	var b strings.Builder
	if old.Title != new.Title {
		b.WriteString("- title: " + old.Title + "\n+ title: " + new.Title + "\n")
	}
	x, y := strings.Split(old.Text, "\n"), strings.Split(new.Text, "\n")
	for len(x) > 0 && len(y) > 0 && x[0] == y[0] {
		x, y = x[1:], y[1:]
	}
	for len(x) > 0 && len(y) > 0 && x[len(x)-1] == y[len(y)-1] {
		x, y = x[:len(x)-1], y[:len(y)-1]
	}
	line := func(sign, s string) {
		if s != "" {
			b.WriteString(sign + s + "\n")
		}
	}
	if len(x)*len(y) > diffCells {
		for _, l := range x {
			line("- ", l)
		}
		for _, l := range y {
			line("+ ", l)
		}
		return b.String()
	}
	// Length of the longest common run of lines from i and j on.
	width := len(y) + 1
	common := make([]int32, (len(x)+1)*width)
	for i := len(x) - 1; i >= 0; i-- {
		for j := len(y) - 1; j >= 0; j-- {
			if x[i] == y[j] {
				common[i*width+j] = common[(i+1)*width+j+1] + 1
			} else {
				common[i*width+j] = max(common[(i+1)*width+j], common[i*width+j+1])
			}
		}
	}
	for i, j := 0, 0; i < len(x) || j < len(y); {
		switch {
		case i < len(x) && j < len(y) && x[i] == y[j]:
			i, j = i+1, j+1
		case j == len(y) || i < len(x) && common[(i+1)*width+j] >= common[i*width+j+1]:
			line("- ", x[i])
			i++
		default:
			line("+ ", y[j])
			j++
		}
	}
	return b.String()
}
