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

// Named gives the lists of a file, "name: entry, entry", one a line, without its
// comments, which begin with #.
func Named(file string) iter.Seq2[string, []string] {
	return func(yield func(string, []string) bool) {
		for line := range strings.Lines(file) {
			line, _, _ = strings.Cut(line, "#")
			name, list, ok := strings.Cut(line, ":")
			if !ok {
				continue
			}
			entries := strings.Split(list, ",")
			for i, e := range entries {
				entries[i] = strings.TrimSpace(e)
			}
			if !yield(name, entries) {
				return
			}
		}
	}
}

// Set is the set of all words of a file of lists.
func Set(file string) map[string]bool {
	out := map[string]bool{}
	for words := range Lists(file) {
		for _, w := range words {
			out[w] = true
		}
	}
	return out
}
