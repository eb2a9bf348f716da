package card

import (
	"math"
	"strconv"

	"rung/classify"
	"rung/classify/signal"
	"rung/corpus/text"
	"rung/report"
)

// Voice says verdicts in words: those of a card, or of a page that may be in
// another language. What is said is decided here, for both.
type Voice struct {
	Say    func(kind, key string, with ...string) string // the words of a key, pairs of with replaced in them
	Levels report.Levels
	Names  [2]string // of the two levels for a reader, the lower first
}

// voice is that of the cards.
func voice(l report.Levels) Voice { return Voice{report.Say, l, l.Names()} }

// Headline is the answer as a sentence without its full stop.
func (o Voice) Headline(v *classify.Verdict) string {
	answer := report.Answer(v)
	switch {
	case v.Level == classify.Unread && v.Cause != classify.NoCause:
		return o.Say("cause", v.Cause.String())
	case !o.Levels.BuiltIn():
		return o.Say("pair", answer, "{lower}", o.Names[0], "{higher}", o.Names[1])
	case v.Level == classify.Unsure && nearEven(v.Probability):
		return o.Say("level", "coin_flip")
	case v.Level == classify.Unsure && lowish(v):
		return o.Say("level", "unsure_below")
	case v.Level != classify.Neither || v.Why == classify.NoWhy || !report.HasLadder(v):
		return o.Say("level", answer)
	}
	rung, p := o.standing(v)
	return o.Say("level", answer+"_known", "{rung}", rung, "{n}", strconv.Itoa(report.Percent(p)))
}

// nearEven says whether a probability is that of a coin.
func nearEven(p float64) bool { return p > 0.35 && p < 0.65 }

// lowish says of a verdict that is unsure, and not near even odds of the two
// levels, whether the job may stand below them.
func lowish(v *classify.Verdict) bool { return report.HasLadder(v) && 1-v.Ladder.Up() >= 0.25 }

// standing is where the job of a verdict that is neither stands, in words, and
// how probable that is.
func (o Voice) standing(v *classify.Verdict) (string, float64) {
	switch v.Why {
	case classify.Above:
		return o.Say("rung_is", classify.Chief.String()), v.Ladder[classify.Chief]
	case classify.Below:
		best := classify.Contributor
		if v.Ladder[classify.FirstLine] > v.Ladder[classify.Contributor] {
			best = classify.FirstLine
		}
		if p := v.Ladder[best]; p >= 0.5 {
			return o.Say("rung_is", best.String()), p
		}
		return o.Say("rung_is", "below"), v.Ladder[classify.Contributor] + v.Ladder[classify.FirstLine]
	}
	best := v.Ladder.Best()
	return o.Say("rung_at", best.String()), v.Ladder[best]
}

// Claim sets the title against the duties; "" of other levels, whose titles are
// not known, and of a text that is unread.
func (o Voice) Claim(v *classify.Verdict) string {
	if !o.Levels.BuiltIn() || v.Level == classify.Unread {
		return ""
	}
	answer := report.Answer(v)
	if v.Why == classify.OtherFunction {
		answer = "neither"
	}
	return o.Say("claim", v.Claim.String()+"/"+answer)
}

// Odds says the probability of the two levels, and of which mixture of them.
func (o Voice) Odds(v *classify.Verdict) string {
	n := report.Percent(v.Probability)
	s := o.Say("odds", "is", "{higher}", o.Names[1], "{lower}", o.Names[0], "{n}", strconv.Itoa(n), "{rest}", strconv.Itoa(100-n))
	if p := o.Prior(v.PriorVP); p != "" {
		s += " " + p
	}
	return s
}

// Prior says which share of the higher level a probability assumes; "" where
// that is not known.
func (o Voice) Prior(share float64) string {
	switch {
	case share <= 0 || share >= 1:
		return ""
	case share == 0.5:
		return o.Say("odds", "even")
	}
	return o.Say("odds", "prior", "{higher}", o.Names[1], "{n}", strconv.FormatFloat(math.Round(share*1000)/10, 'f', -1, 64))
}

// Zone is where the model stays unsure, in percent, and whether it may be shown:
// not where the verdict would contradict it.
func Zone(v *classify.Verdict, low, high float64) (from, to int, ok bool) {
	p := v.Probability
	switch v.Level {
	case classify.Director:
		ok = p <= low
	case classify.VP:
		ok = p >= high
	case classify.Unsure:
		ok = low <= p && p <= high
	}
	from, to = report.Percent(low), report.Percent(high)
	return from, to, ok && from < to
}

// Step is one rung of the ladder as it is shown.
type Step struct {
	Key, Name string
	Percent   int    // 0…100
	Said      string // "70 %", "< 1 %"
	Best      bool   // the most probable
}

// Ladder is the five rungs, the highest first; nil where they are not known.
func (o Voice) Ladder(v *classify.Verdict) []Step {
	if !report.HasLadder(v) {
		return nil
	}
	var steps []Step
	for r := classify.Chief; ; r-- {
		s := Step{Key: r.String(), Name: o.Say("rung", r.String()), Percent: int(math.Round(100 * v.Ladder[r])), Best: r == v.Ladder.Best()}
		switch s.Said = strconv.Itoa(s.Percent) + " %"; s.Percent {
		case 0:
			s.Said = "< 1 %"
		case 100:
			s.Said = "> 99 %"
		}
		steps = append(steps, s)
		if r == classify.Contributor {
			return steps
		}
	}
}

// Function says how probable it is that the job leads engineering; "" where the
// ladder is not known.
func (o Voice) Function(v *classify.Verdict) string {
	if !report.HasLadder(v) {
		return ""
	}
	return o.Say("odds", "engineering", "{n}", strconv.Itoa(report.Percent(v.Engineering)))
}

// JobFact is one fact of the job as it is shown.
type JobFact struct {
	Key, Name string
	Value     string // in words; "not said" where Stated is not set
	Stated    bool
	Span      text.Span // where it is said, when it is
	Quote     string
}

// Facts are the ten facts of the job in the posting of the text t; nil where
// none is stated.
func (o Voice) Facts(v *classify.Verdict, t string) []JobFact {
	var facts []JobFact
	any := false
	for k := range signal.Fact(signal.NumFacts) {
		f := JobFact{Key: k.String(), Name: o.Say("job", k.String()), Value: o.Say("job", "unstated")}
		if f.Stated = v.Level != classify.Unread && v.Facts.Stated(k); f.Stated {
			any = true
			f.Span = v.Facts[k].Evidence.Span
			f.Quote = report.Clean(report.Quote(t, f.Span))
			if f.Value = o.factValue(v, k); v.Facts[k].Inferred {
				f.Value = o.Say("job", "inferred", "{value}", f.Value)
			}
		}
		facts = append(facts, f)
	}
	if !any {
		return nil
	}
	return facts
}

func (o Voice) factValue(v *classify.Verdict, k signal.Fact) string {
	switch value := v.Facts.Value(k); {
	case k == signal.FactSize:
		return o.Say("job", "size/n", "{n}", strconv.Itoa(v.Facts[k].Number))
	case k == signal.FactScope && value == "whole" && v.Why == classify.OtherFunction:
		return o.Say("job", "scope/whole_other")
	default:
		return o.Say("job", k.String()+"/"+value)
	}
}

// Side names the level that log-odds speak for.
func (o Voice) Side(logOdds float64) string {
	if logOdds < 0 {
		return o.Names[0]
	}
	return o.Names[1]
}
