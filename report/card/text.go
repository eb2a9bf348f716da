package card

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/clipperhouse/displaywidth"
	"github.com/olekukonko/tablewriter"
	"github.com/olekukonko/tablewriter/tw"

	"rung/report"
	"rung/report/table"
)

// Text returns the card as plain lines no wider than Width, or 60 columns.
func (c *Card) Text() string {
	w := c.view()
	width := c.Width
	if width == 0 {
		width = 80
	}
	t := &lines{width: max(width, 60), colour: c.Colour}
	t.add("", bold, w.Name)
	t.add("", dim, strings.Join(nonEmpty(w.Where, w.Source), " · "))
	t.blank()
	t.add("", bold, w.Level+".")
	if w.Known {
		t.raw(w.bar(t.width))
		t.add("", "", w.Odds)
	}
	if len(w.Ladder) > 0 {
		t.heading(headLadder)
		t.raw(w.ladder(t.width))
		t.add("", dim, w.Function)
	}
	if len(w.Facts) > 0 {
		t.heading(headFacts)
		t.facts(w.Facts)
	}
	if w.Claim != "" && len(w.Ladder)+len(w.Facts) > 0 {
		t.blank()
	}
	t.add("", "", w.Claim)
	t.reasons(w.HeadDoubts, w.Doubts)
	if len(w.Differences) > 0 {
		t.heading("The seven differences")
		t.raw(w.table(t.width))
		t.add("", dim, "+ slight, ++ clear, +++ strong; – says nothing either way.")
	}
	t.reasons(headReasons, w.Reasons)
	for _, list := range w.Lists() {
		t.heading(list.Heading)
		for _, s := range list.Items {
			t.addAfter("  • ", "    ", "", s)
		}
	}
	t.blank()
	t.add("", dim, w.Model)
	return t.b.String()
}

// bar draws the probability between the two levels, over the unsure zone.
func (w *view) bar(width int) string {
	left, right := w.Names[0]+" ├", "┤ "+w.Names[1]
	cells := min(width-displaywidth.String(left+right), 50)
	at := func(percent int) int { return percent * (cells - 1) / 100 }
	var b strings.Builder
	b.WriteString(left)
	for i := range cells {
		switch {
		case i == at(w.Percent):
			b.WriteString("●")
		case w.Low < w.High && i >= at(w.Low) && i <= at(w.High):
			b.WriteString("▒")
		default:
			b.WriteString("─")
		}
	}
	b.WriteString(right)
	return b.String()
}

// ladder draws the rungs as bars, the highest at the top.
func (w *view) ladder(width int) string {
	const name, most = 14, 40 // columns of the names, and of a bar of 100 %
	room := min(width-name-8, most)
	var b strings.Builder
	for _, s := range w.Ladder {
		bar := "▏" // so that every rung has one
		if n := (s.Percent*room + 50) / 100; n > 0 {
			bar = strings.Repeat("█", n)
		}
		fmt.Fprintf(&b, "  %-*s%s %s\n", name-2, s.Name, bar, s.Said)
	}
	return b.String()
}

// header is that of the differences, where the two columns of evidence have
// room for so many columns.
func (w *view) header(room int) []string {
	speak := [2]string{"speaks for " + w.Names[0], "speaks for " + w.Names[1]}
	if displaywidth.String(speak[0]) > room || displaywidth.String(speak[1]) > room {
		speak = w.Names
	}
	return []string{"", report.Truncate(speak[0], room), report.Truncate(speak[1], room), "together"}
}

// table draws the differences, with the two columns of evidence sharing what
// the others leave.
func (w *view) table(width int) string {
	const name, lean = 15, 14 // with a space on either side, as all widths here
	side := max((width-name-lean-3)/2, 8)
	var b bytes.Buffer
	t := table.NewGrid(&b, []int{name, side, side, lean}, tablewriter.WithHeaderAlignment(tw.AlignLeft))
	t.Header(w.header(side - 2))
	for _, d := range w.Differences {
		// Wrapped before: tablewriter would cut a word that is wider than its column.
		t.Append([]string{wrap(name-2, d.Name), wrap(side-2, d.Lower...), wrap(side-2, d.Higher...), wrap(lean-2, d.Lean)}) // to memory: cannot fail
	}
	t.Render()
	return string(table.TrimLines(nil, b.Bytes()))
}

func wrap(width int, list ...string) string {
	var parts []string
	for _, s := range list {
		parts = append(parts, table.Wrap(s, width)...)
	}
	return strings.Join(parts, "\n")
}

// The ANSI styles of a card.
const (
	bold = "\x1b[1m"
	dim  = "\x1b[2m"
	off  = "\x1b[0m"
)

// lines collects wrapped lines.
type lines struct {
	b      strings.Builder
	width  int
	colour bool
}

func (t *lines) blank() { t.b.WriteByte('\n') }

// raw adds what is already broken into lines.
func (t *lines) raw(s string) {
	t.b.WriteString(strings.TrimSuffix(s, "\n"))
	t.b.WriteByte('\n')
}

// addAfter wraps s: its first line stands after first, the others after indent,
// which is as wide.
func (t *lines) addAfter(first, indent, style, s string) {
	if s == "" {
		return
	}
	for i, part := range table.Wrap(s, t.width-len([]rune(indent))) {
		if i == 0 {
			t.b.WriteString(first)
		} else {
			t.b.WriteString(indent)
		}
		if t.colour && style != "" {
			part = style + part + off
		}
		t.b.WriteString(part)
		t.b.WriteByte('\n')
	}
}

func (t *lines) add(indent, style, s string) { t.addAfter(indent, indent, style, s) }

func (t *lines) heading(s string) {
	t.blank()
	t.add("", bold, s)
}

// facts lists the facts of the job with what says them.
func (t *lines) facts(facts []JobFact) {
	const name = 19 // columns of the names
	for _, f := range facts {
		s := f.Value
		if f.Quote != "" {
			s += " — “" + report.Truncate(f.Quote, factQuote) + "”"
		}
		style := ""
		if !f.Stated {
			style = dim
		}
		t.addAfter(fmt.Sprintf("  %-*s", name-2, f.Name), strings.Repeat(" ", name), style, s)
	}
}

// factQuote is the width of the quotation of a fact.
const factQuote = 120

func (t *lines) reasons(heading string, reasons []reasonView) {
	if len(reasons) == 0 {
		return
	}
	t.heading(heading)
	for i, r := range reasons {
		t.addAfter(fmt.Sprintf("%3d. ", i+1), "     ", "", r.Gloss+": "+r.Speaks())
		if r.Quote != "" {
			t.add("     ", "", "“"+r.Before+"«"+r.Quote+"»"+r.After+"”")
		}
		t.add("     ", "", r.Heaviest())
		t.add("     ", dim, r.Place())
	}
}

// around returns the part of t round the span of about room bytes: what stands
// before it, and after it, within bounds, cut at a space and marked … there.
func around(t string, start, end, from, to, room int) (before, after string) {
	before, after = t[from:start], t[end:to]
	side := max(room-(end-start), 40) / 2
	if len(before) > side {
		_, cut, ok := strings.Cut(before[len(before)-side:], " ")
		if !ok {
			cut = ""
		}
		before = "… " + cut
	}
	if len(after) > side {
		after = after[:max(strings.LastIndexByte(after[:side], ' '), 0)] + " …"
	}
	return before, after
}
