package text

import (
	"iter"
	"strings"
)

// Lists gives the words of each line of a file of lists, without its comments,
// which begin with #, and its blank lines.
func Lists(file string) iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		for line := range strings.Lines(file) {
			line, _, _ = strings.Cut(line, "#")
			if f := strings.Fields(line); len(f) > 0 && !yield(f) {
				return
			}
		}
	}
}
