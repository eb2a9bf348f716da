package web

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"rung/classify"
)

// A word alone moves less than it seems to say, so words are marked from a
// higher contribution on than rules. Both are natural log-odds.
const (
	markRule = 0.05
	markWord = 0.12
	telling  = 0.4 // moves the odds by half
	strong   = 1.0 // nearly triples them
)

// piece is a run of the text, marked or plain.
type piece struct {
	Text   string
	Anchor string // of a marked one: where links lead
	Reason int    // of a marked one: the number of its heaviest reason, from 1; 0: plain
	Side   string // director, vp or doubt
	Weight string // slight, clear or strong
}

// worth reports whether a reason is shown to a reader.
func worth(r *classify.Reason) bool {
	x := math.Abs(r.Contribution())
	return len(r.Evidence) > 0 && (x >= markWord || x >= markRule && !strings.HasPrefix(r.Rule, "term:"))
}

// paint cuts the text where the evidence of reasons begins and ends. Where two
// reasons rest on the same words, the heavier one, which comes first, has them.
// The names of anchors begin with prefix.
func paint(text string, reasons []reasonView, prefix string) []piece {
	owner := make([]int32, len(text)+1)
	for i := range reasons {
		for _, e := range reasons[i].reason.Evidence {
			if e.Start < 0 || e.End > len(text) || e.Start >= e.End {
				continue
			}
			for b := e.Start; b < e.End; b++ {
				if owner[b] == 0 {
					owner[b] = int32(i + 1)
				}
			}
		}
	}
	var out []piece
	owner[len(text)] = -1
	for from, to := 0, 1; to <= len(text); to++ {
		if owner[to] == owner[from] {
			continue
		}
		p := piece{Text: text[from:to]}
		if n := int(owner[from]); n > 0 {
			r := &reasons[n-1]
			p.Reason, p.Side, p.Weight = n, r.Side, r.Weight
			p.Anchor = prefix + "e" + strconv.Itoa(from)
		}
		out = append(out, p)
		from = to
	}
	// Each quotation leads to the piece that its first byte is in.
	for i := range reasons {
		r := &reasons[i]
		for k := range r.Quotes {
			if q := &r.Quotes[k]; q.start < len(text) {
				start := q.start
				for start > 0 && owner[start-1] == owner[q.start] {
					start--
				}
				q.Anchor = prefix + "e" + strconv.Itoa(start)
			}
		}
	}
	return out
}

// weightWord grades a contribution.
func weightWord(x float64) string {
	switch x = math.Abs(x); {
	case x >= strong:
		return "strong"
	case x >= telling:
		return "clear"
	}
	return "slight"
}

// shown keeps the reasons worth showing, heaviest first.
func shown(reasons []classify.Reason) []*classify.Reason {
	var out []*classify.Reason
	for i := range reasons {
		if worth(&reasons[i]) {
			out = append(out, &reasons[i])
		}
	}
	slices.SortStableFunc(out, func(a, b *classify.Reason) int {
		switch x, y := math.Abs(a.Contribution()), math.Abs(b.Contribution()); {
		case x > y:
			return -1
		case x < y:
			return 1
		}
		return 0
	})
	return out
}

// lineView is one line of a text beside another text.
type lineView struct {
	Changed bool // the other text has no such line
	Pieces  []piece
}

// beside cuts a painted text into lines and says which of them other has not.
func beside(pieces []piece, other string) []lineView {
	has := map[string]bool{}
	for line := range strings.SplitSeq(other, "\n") {
		has[line] = true
	}
	var out []lineView
	var line lineView
	var whole strings.Builder
	end := func() {
		line.Changed = !has[whole.String()]
		out = append(out, line)
		line = lineView{}
		whole.Reset()
	}
	for _, p := range pieces {
		for i, part := range strings.Split(p.Text, "\n") {
			if i > 0 {
				end()
			}
			if part != "" {
				p.Text = part
				line.Pieces = append(line.Pieces, p)
				whole.WriteString(part)
			}
		}
	}
	end()
	return out
}
