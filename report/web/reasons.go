package web

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"rung/classify"
	"rung/classify/signal"
	"rung/report"
	"rung/report/card"
)

// least is a contribution that is worth showing, in natural log-odds.
const least = 0.05

// reasonView is a reason as the page shows it.
type reasonView struct {
	told    *card.Told
	N       int
	Gloss   string
	Side    string // director, vp or doubt
	For     string // the level's name; empty for a doubt
	Weight  string // slight, clear, strong
	Amount  string // "+0.82", in natural log-odds
	Diff    string // the difference, in words
	Quotes  []quoteView
	More    int // places beyond Quotes
	Sources []string
	Rule    string
	Halved  []string   // why it counts less
	Words   []wordView // of the wording as a whole, heaviest first
}

// wordView is a word of the wording as a whole.
type wordView struct {
	start     int // of its first place; -1 where it has none
	Word      string
	Side, For string
	Amount    string
	Anchor    string // "" where the text does not show it
}

// quoteView is a place that a reason rests on.
type quoteView struct {
	start   int
	Text    string
	Section string
	Anchor  string
}

// differenceView is one of the seven differences, as a pair of bars.
type differenceView struct {
	Key, Name     string
	Lower, Higher int // widths of the bars, 0…100
	Lean          string
	Side          string
	Reasons       []*reasonView
	Wording       string // which way the wording as a whole leans here; empty: none
	LowerX        int    // where the left bar begins
}

// worth reports whether a reason is shown to a reader. With levels other than the
// built-in ones, single words are reasons too, and move less than they seem to
// say.
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

// reason says one reason, the n-th; with doubt it speaks against the job being
// of the function at all.
func (s *Server) reason(told *card.Told, n int, t string, doubt bool) reasonView {
	v := reasonView{told: told, N: n, Weight: weightWord(told.Sum), Amount: amount(told.Sum)}
	v.Side, v.For = s.side(told.Sum, doubt)
	if told.Reason == nil {
		v.Gloss, v.Rule = s.Words.Say("reason", "wording"), "wording"
		for _, r := range told.Words {
			w := wordView{start: -1, Word: report.Word(r), Amount: amount(r.Contribution())}
			w.Side, w.For = s.side(r.Contribution(), doubt)
			if len(r.Evidence) > 0 {
				w.start = r.Evidence[0].Start
			}
			v.Words = append(v.Words, w)
		}
		return v
	}
	r := told.Reason
	v.Gloss, v.Rule, v.Diff = report.Capital(r.Gloss), r.Rule, s.Words.Say("difference", r.Difference.String())
	s.quote(&v, t)
	for _, cite := range r.Cite {
		source := ""
		switch {
		case cite == "postings":
			source = s.Words.Say("ui", "from_postings")
		case s.Cite != nil:
			source = s.Cite(cite)
		}
		if source != "" && len(v.Sources) < 3 && !slices.Contains(v.Sources, source) {
			v.Sources = append(v.Sources, source)
		}
	}
	return v
}

// side is the level that log-odds speak for, as a key and as a name.
func (s *Server) side(x float64, doubt bool) (key, name string) {
	switch {
	case doubt:
		return "doubt", ""
	case x < 0:
		return "director", s.names()[0]
	}
	return "vp", s.names()[1]
}

func amount(x float64) string { return fmt.Sprintf("%+.2f", x) }

// quote fills in what the reason rests on.
func (s *Server) quote(v *reasonView, t string) {
	const quotes = 3
	hedged, repeated := true, true
	for _, e := range v.told.Evidence {
		hedged, repeated = hedged && e.Hedged, repeated && e.Boilerplate
		if len(v.Quotes) == quotes || !fits(e.Span, t) {
			continue
		}
		words := strings.Join(strings.Fields(e.Of(t)), " ")
		if !slices.ContainsFunc(v.Quotes, func(q quoteView) bool { return strings.EqualFold(q.Text, words) }) {
			v.Quotes = append(v.Quotes, quoteView{start: e.Start, Text: words, Section: s.Words.Say("section", e.Section.String())})
		}
	}
	v.More = len(v.told.Evidence) - len(v.Quotes)
	if hedged {
		v.Halved = append(v.Halved, s.Words.Say("ui", "hedged"))
	}
	if repeated {
		v.Halved = append(v.Halved, s.Words.Say("ui", "boilerplate"))
	}
}

// differences are the seven as pairs of bars, all to one scale.
func (s *Server) differences(v *classify.Verdict, view *checkView) []differenceView {
	var sums [signal.NumDifferences][2]float64
	top := 1.0 // a posting that says little shows short bars
	out := make([]differenceView, signal.NumDifferences)
	add := func(d signal.Difference, x float64) {
		side := 0
		if x > 0 {
			side = 1
		}
		sums[d][side] += math.Abs(x)
		top = max(top, sums[d][side])
	}
	told := card.Tell(v.Reasons, s.levels()) // all, also those too light to show
	for i := range told {
		if t := &told[i]; t.Reason != nil {
			add(t.Reason.Difference, t.Sum)
		}
	}
	for i := range view.Reasons {
		if r := view.Reasons[i].told.Reason; r != nil {
			out[r.Difference].Reasons = append(out[r.Difference].Reasons, &view.Reasons[i])
		}
	}
	for d := range out {
		if x := card.WordingOf(signal.Difference(d), told); x != 0 {
			add(signal.Difference(d), x)
			if math.Abs(x) >= least {
				out[d].Wording = s.lean(x)
			}
		}
	}
	for d := range out {
		o := &out[d]
		o.Key = signal.Difference(d).String()
		o.Name = s.Words.Say("difference", o.Key)
		o.Lower, o.Higher = int(math.Round(100*sums[d][0]/top)), int(math.Round(100*sums[d][1]/top))
		o.LowerX = 100 - o.Lower
		if x := v.Differences[d]; math.Abs(x) < least {
			o.Lean, o.Side = s.Words.Say("ui", "even"), "even"
		} else {
			o.Lean = s.lean(x)
			o.Side, _ = s.side(x, false)
		}
	}
	return out
}

// lean says which level log-odds speak for, and how strongly.
func (s *Server) lean(x float64) string {
	_, name := s.side(x, false)
	return s.Words.Say("weight", weightWord(x), "{level}", name)
}

// weightWord grades a contribution.
func weightWord(x float64) string { return [...]string{"slight", "clear", "strong"}[card.Grade(x)-1] }
