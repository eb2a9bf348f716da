package report

import (
	"strings"

	"github.com/clipperhouse/displaywidth"
)

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
