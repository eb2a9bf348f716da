package report

import (
	"strings"

	"github.com/clipperhouse/displaywidth"
)

// wrap breaks a line at spaces so that no part is wider than width columns; a
// word wider than that is broken inside. There is always at least one part.
func wrap(s string, width int) []string {
	width = max(width, 1)
	var parts []string
	var line strings.Builder
	used := 0
	flush := func() {
		parts = append(parts, line.String())
		line.Reset()
		used = 0
	}
	for word := range strings.FieldsSeq(s) {
		wide := displaywidth.String(word)
		if used > 0 && used+1+wide > width {
			flush()
		}
		if used > 0 {
			line.WriteByte(' ')
			used++
		}
		if wide <= width {
			line.WriteString(word)
			used += wide
			continue
		}
		for g := displaywidth.StringGraphemes(word); g.Next(); {
			if used > 0 && used+g.Width() > width {
				flush()
			}
			line.WriteString(g.Value())
			used += g.Width()
		}
	}
	flush()
	return parts
}

// truncate cuts s to width columns and ends it with … where something is lost.
func truncate(s string, width int) string {
	return displaywidth.TruncateString(s, width, "…")
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
