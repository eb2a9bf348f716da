package read

import (
	"fmt"
	"slices"
	"strings"
)

// shortText is below how many bytes a row is looked at as a whole: it may be no posting.
const shortText = 80

// aside reports whether a row is part of the table but no posting: blank, a header that
// is met again, a comment, a total. It says so where something is left out.
func (g *grid) aside(r rows) bool {
	first, filled := "", 0
	const beyond = 64 // columns behind those with a name
	g.cells = slices.Grow(g.cells[:0], min(r.size(), len(g.head)+beyond))
	cells := g.cells[:min(r.size(), len(g.head)+beyond)]
	for i := range cells {
		if cells[i] = strings.TrimSpace(strings.TrimPrefix(r.cell(i), "\ufeff")); cells[i] != "" {
			if filled++; filled == 1 {
				first = cells[i]
			}
		}
	}
	say := func(what string) bool {
		g.s.m.say(fmt.Sprintf("line %d, %s, is left out: %s", r.line(), quote(first), what))
		return true
	}
	switch {
	case filled == 0:
		return true
	case g.after == 0 && g.again(cells):
		return true
	case strings.HasPrefix(first, "#") && r.size() < len(g.head):
		return say("a comment")
	case isTotal(first) && numeric(cells, first):
		return say("a total or a note, and no posting")
	}
	return false
}

// again reports whether cells are the header, met again where files were joined. Another
// header is that of the rows below it.
func (g *grid) again(cells []string) bool {
	n := min(len(cells), len(g.head))
	if slices.Equal(cells[:n], g.head[:n]) && strings.TrimSpace(strings.Join(cells[n:], "")+strings.Join(g.head[n:], "")) == "" {
		return true
	}
	if !g.s.m.names(cells) || len(cells) > 1 && g.s.m.known(cells) < len(cells) {
		return false
	}
	cols, err := g.s.m.header(cells)
	if err != nil {
		return false
	}
	g.head, g.cols = slices.Clone(cells), cols
	g.in.header(len(cells))
	g.s.m.say("the columns are named anew within the table, in another order, and read so from there")
	return true
}

// numeric reports whether all cells but the first that is filled are numbers or empty.
func numeric(cells []string, first string) bool {
	return !slices.ContainsFunc(cells, func(c string) bool { return c != first && !isNumber(c) })
}

// isTotal reports whether a row has only words of the foot of a table: "Total: 12",
// "(12 rows)", "Exported on …".
func isTotal(s string) bool {
	words := strings.FieldsFunc(strings.ToLower(strings.Trim(s, "()[]-=+_* ")), func(r rune) bool { return strings.ContainsRune(" :=", r) })
	if len(words) == 0 || len(words) > 12 {
		return len(words) == 0
	}
	if columns().foot[words[0]] {
		return true
	}
	n := 0
	for _, w := range words {
		if columns().total[w] {
			n++
		} else if !isNumber(w) {
			return false
		}
	}
	return n > 0
}
