package web

import (
	"math"
	"strconv"
	"strings"

	"rung/classify"
	"rung/corpus/text"
	"rung/report"
	"rung/report/card"
)

// Grades of a contribution, in natural log-odds.
const (
	least   = 0.05 // worth showing
	telling = 0.4  // moves the odds by half
	strong  = 1.0  // nearly triples them
)

// piece is a run of the text: marked, the words that say a fact, not read, or
// plain.
type piece struct {
	Text   string
	Anchor string // of a marked one, and of one that says a fact: where links lead
	Reason int    // of a marked one: the number of its heaviest reason, from 1; 0: plain
	Side   string // director, vp or doubt
	Weight string // slight, clear or strong
	Fact   string // of one that says a fact of the job: its name and value
	Unread string // of one that was not read: why
}

// worth reports whether a reason is shown to a reader. Of other levels than the
// built-in words are reasons, and move less than they seem to say.
func worth(t *card.Told) bool {
	x := math.Abs(t.Sum)
	switch {
	case t.Reason == nil:
		return x >= least
	case report.IsWord(t.Reason):
		return x >= card.Loud && len(t.Evidence) > 0
	}
	return x >= least && len(t.Evidence) > 0
}

// paint is what of a text is shown in which way.
type paint struct {
	prefix  string // of the names of anchors
	reasons []reasonView
	facts   []factView
	unread  []classify.UnreadSpan
	why     func(cause string) string // why a part is not read, in words
}

// layer is how a byte is shown: by which reason, fact and part that is not read,
// each counted from 1.
type layer struct {
	reason, unread int32
	fact           uint8
}

// pieces cuts the text where what is shown of it begins and ends. Where two
// reasons rest on the same words, the heavier one, which comes first, has them.
// What speaks was read. Quotations and facts learn their anchors.
func (p *paint) pieces(t string) []piece {
	layers := p.layers(t)
	var out []piece
	for from, to := 0, 1; to <= len(t); to++ {
		if layers[to] == layers[from] {
			continue
		}
		out = append(out, p.piece(t[from:to], from, layers[from]))
		from = to
	}
	// Each link leads to the piece that its first byte is in.
	begins := func(at int) string {
		start := at
		for start > 0 && layers[start-1] == layers[at] {
			start--
		}
		return p.anchor(start)
	}
	for i := range p.reasons {
		r := &p.reasons[i]
		for k := range r.Quotes {
			if q := &r.Quotes[k]; q.start < len(t) {
				q.Anchor = begins(q.start)
			}
		}
		for k := range r.Words {
			if w := &r.Words[k]; w.start >= 0 && w.start < len(t) && int(layers[w.start].reason) == i+1 {
				w.Anchor = begins(w.start)
			}
		}
	}
	for i := range p.facts {
		if f := &p.facts[i]; f.Stated && fits(f.Span, t) {
			f.Anchor = begins(f.Span.Start)
		}
	}
	return out
}

func (p *paint) anchor(at int) string { return p.prefix + "e" + strconv.Itoa(at) }

// layers says of each byte, and of the end, how it is shown.
func (p *paint) layers(t string) []layer {
	layers := make([]layer, len(t)+1)
	layers[len(t)].reason = -1
	for i := range p.unread {
		if s := p.unread[i].Span; fits(s, t) {
			for b := s.Start; b < s.End; b++ {
				layers[b].unread = int32(i + 1)
			}
		}
	}
	for i := range p.reasons {
		for _, e := range p.reasons[i].told.Evidence {
			if !fits(e.Span, t) {
				continue
			}
			for b := e.Start; b < e.End; b++ {
				if layers[b].unread = 0; layers[b].reason == 0 {
					layers[b].reason = int32(i + 1)
				}
			}
		}
	}
	for i := range p.facts {
		if f := &p.facts[i]; f.Stated && fits(f.Span, t) {
			for b := f.Span.Start; b < f.Span.End; b++ {
				if layers[b].unread = 0; layers[b].fact == 0 {
					layers[b].fact = uint8(i + 1)
				}
			}
		}
	}
	return layers
}

// fits says whether a span holds words of the text.
func fits(s text.Span, t string) bool { return s.Start >= 0 && s.Start < s.End && s.End <= len(t) }

func (p *paint) piece(words string, at int, l layer) piece {
	c := piece{Text: words}
	if strings.TrimSpace(words) == "" {
		return c // the space between words that say different things says nothing
	}
	if l.reason > 0 || l.fact > 0 {
		c.Anchor = p.anchor(at)
	}
	if l.reason > 0 {
		r := &p.reasons[l.reason-1]
		if c.Reason, c.Side, c.Weight = int(l.reason), r.Side, r.Weight; r.told.Reason == nil {
			c.Weight = weightWord(0) // all its words together weigh what it weighs
		}
	}
	if l.fact > 0 {
		f := &p.facts[l.fact-1]
		c.Fact = f.Name + ": " + f.Value
	}
	if l.unread > 0 {
		c.Unread = p.why(p.unread[l.unread-1].Cause)
	}
	return c
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
func shown(told []card.Told) []*card.Told {
	var out []*card.Told
	for i := range told {
		if worth(&told[i]) {
			out = append(out, &told[i])
		}
	}
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
