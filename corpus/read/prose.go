package read

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// columns says what the columns of a table hold, as header does, and changes nothing.
func (m *mapping) columns(names []string) ([]column, error) { return m.header(slices.Clone(names)) }

// header says what the columns of a table hold. It trims white space off names.
func (m *mapping) header(names []string) ([]column, error) {
	m.settle(names)
	cols := make([]column, len(names))
	have := [numSingle]bool{}
	for i, n := range names {
		names[i] = strings.TrimSpace(strings.TrimPrefix(n, "\ufeff"))
		cols[i] = m.column([]byte(names[i]))
		have[cols[i].field%numSingle] = true
		have[fText] = have[fText] || cols[i].field == fSection
	}
	return cols, m.require(have, names)
}

// known is how many of the cells are names of fields.
func (m *mapping) known(cells []string) (n int) {
	for _, c := range cells {
		if m.lookup(strings.TrimSpace(strings.TrimPrefix(c, "\ufeff"))).field != fNone {
			n++
		}
	}
	return n
}

// names reports whether cells are names of columns, one of which holds the text: at
// least two, and a third of all that are filled, are those of fields.
func (m *mapping) names(cells []string) bool {
	if len(cells) > maxColumns {
		return false
	}
	var fields [fSection + 1]bool
	filled, known := 0, 0
	for _, c := range cells {
		if c = strings.TrimSpace(strings.TrimPrefix(c, "\ufeff")); c == "" {
			continue
		}
		if filled++; len(c) > 60 {
			continue
		}
		if f := m.lookup(c).field; f != fNone && (!fields[f] || f == fSection) {
			fields[f] = true
			known++
		}
	}
	return (fields[fText] || fields[fSection]) && known >= 2 && known*3 >= filled
}

// prose is what the cells of a column are like.
type prose struct {
	length int // in bytes, of the one in the middle
	words  int
	ends   bool // most have ends of sentences or of lines
}

// wordy are columns whose cells are sentences; others are labels.
func (p prose) wordy(length, words int) bool {
	return p.length >= length && p.words >= words && p.ends
}

// prose looks at the cells of column i that are held.
func (g *grid) prose(i int) prose {
	var lengths, words []int
	ends := 0
	for j := range g.held {
		c := strings.TrimSpace(g.held[j].cell(i + g.after))
		if g.held[j].err != nil || c == "" {
			continue
		}
		letters := 0
		for _, r := range c {
			if unicode.IsLetter(r) || r == ' ' {
				letters++
			}
		}
		if letters*3 < len(c)*2 && strings.IndexByte(c, '<') < 0 { // a list or numbers
			continue
		}
		lengths, words = append(lengths, len(c)), append(words, len(strings.Fields(c)))
		if strings.ContainsAny(c[len(c)-1:], ".!?>") || strings.Contains(c, ". ") || strings.Contains(c, "\n") {
			ends++
		}
	}
	if len(lengths) == 0 {
		return prose{}
	}
	slices.Sort(lengths)
	slices.Sort(words)
	return prose{lengths[len(lengths)/2], words[len(words)/2], ends*2 >= len(lengths)}
}

// guess begins a table of whose columns none has a usual name: the text is the column
// whose cells are the longest prose. A table whose first row has such a cell too has no
// header.
func (g *grid) guess() error {
	for len(g.held) < heldRows && g.bytes < heldBytes && g.hold() {
	}
	head := g.likely()
	names := slices.Clone(g.held[head].cells)
	cols, err := g.s.m.header(names)
	if g.s.m.named[fText] != "" {
		return err
	}
	best, at := prose{}, -1
	for i := range names {
		if p := g.prose(i); cols[i].field == fNone && p.wordy(40, 7) && p.length > best.length {
			best, at = p, i
		}
	}
	if at < 0 {
		return err
	}
	cols[at] = column{field: fText, rank: -1}
	if first := strings.TrimSpace(g.held[head].cell(at)); len(first) > best.length/3 && len(strings.Fields(first)) >= 7 {
		for i := range names {
			cols[i], names[i] = column{}, strconv.Itoa(i+1)
		}
		cols[at] = column{field: fText, rank: -1}
		g.s.m.say(fmt.Sprintf("no row names the columns; the text is read from column %d, whose cells are the longest", at+1))
		head--
	} else {
		g.s.m.say(fmt.Sprintf("no column has a usual name; the text is read from column %q, whose cells are the longest", names[at]))
	}
	g.head, g.cols = names, cols
	for f := range numSingle {
		if n := g.s.m.named[f]; n != "" && !slices.ContainsFunc(cols, func(c column) bool { return c.field == f }) {
			return &NoColumnError{n, names}
		}
	}
	g.held = slices.Delete(g.held, 0, head+1)
	g.in.header(len(names))
	return nil
}

// likely is the row that most likely names the columns, of those that are held: the
// first, or where that has a title of the table alone the first that has more.
func (g *grid) likely() int {
	if g.held[0].filled() > 1 {
		return 0
	}
	for i := range min(len(g.held), headerRows) {
		if g.held[i].err == nil && g.held[i].filled() > 1 {
			return i
		}
	}
	return 0
}

// unnamed is the error of a table in which no row names a column for the text.
func (g *grid) unnamed() error {
	_, err := g.s.m.columns(g.held[g.likely()].cells)
	return err
}

// longCell is the length in bytes from which a column that is left unread is told.
const longCell = 100

// sections finds the columns that hold a part of the posting by what their names hold
// and their cells are, and says which of long cells are left unread.
func (g *grid) sections() {
	text, m := -1, g.s.m
	for i, c := range g.cols {
		if c.field == fText && (text < 0 || c.rank < g.cols[text].rank) {
			text = i
		}
	}
	joined := m.named[fText] == "" && (text < 0 || g.cols[text].rank != 0)
	var unread []string
	for i, c := range g.cols {
		switch folded := fold(g.head[i]); {
		case i == text, c.field == fSection && joined, c.field != fNone && c.field != fText && c.field != fSection:
		case c.field == fSection && c.rank < 0:
		default:
			p := g.prose(i)
			if at := slices.IndexFunc(columns().stems, func(s stem) bool { return strings.Contains(folded, s.in) }); at >= 0 && joined && c.field == fNone && p.words >= 3 {
				g.cols[i] = column{fSection, 0, columns().stems[at].heading}
			} else if p.wordy(longCell, 12) || c.field == fText && p.length > 0 && p.words > 3 && text >= 0 {
				unread = append(unread, strconv.Quote(g.head[i]))
			}
		}
	}
	if len(unread) > 0 {
		m.say("also there, not read: " + strings.Join(unread[:min(len(unread), 20)], ", "))
	}
}
