package web

import (
	"strconv"
	"strings"

	"rung/classify"
	"rung/corpus/text"
)

// piece is a run of the text that is shown in one way: as evidence of a reason, as
// the words that say a fact, as not read, or plain.
type piece struct {
	Text   string
	Anchor string // of evidence and of a fact: where links lead
	Reason int    // of evidence: the number of its heaviest reason, from 1; 0: none
	Side   string // director, vp or doubt
	Weight string // slight, clear or strong
	Fact   string // a fact of the job that it says: name and value
	Unread string // why it was not read; empty: it was
}

// paint says how the parts of a text are shown.
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

// pieces cuts the text wherever the way in which it is shown changes. Where two
// reasons rest on the same words, the heavier one, which comes first, has them.
// Evidence counts as read wherever it stands. It also fills in the anchors of
// quotations and facts.
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
	over := func(s text.Span, set func(*layer)) {
		if fits(s, t) {
			for b := s.Start; b < s.End; b++ {
				set(&layers[b])
			}
		}
	}
	for i, part := range p.unread {
		over(part.Span, func(l *layer) { l.unread = int32(i + 1) })
	}
	for i := range p.reasons {
		for _, e := range p.reasons[i].told.Evidence {
			over(e.Span, func(l *layer) {
				if l.unread = 0; l.reason == 0 {
					l.reason = int32(i + 1)
				}
			})
		}
	}
	for i := range p.facts {
		if f := &p.facts[i]; f.Stated {
			over(f.Span, func(l *layer) {
				if l.unread = 0; l.fact == 0 {
					l.fact = uint8(i + 1)
				}
			})
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
			c.Weight = weightWord(0) // only all its words together weigh as much as the reason
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

// lineView is one line of a text that is shown beside another text.
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
