package card

import (
	"context"
	"strconv"
	"strings"

	"rung/classify"
	"rung/corpus"
	"rung/report"
)

// targets are the levels that the writer of a posting may want it to read as: the
// one that is meant ("director", "vp", or "" where nobody says), else the one that
// the title claims where the duties do not settle it, else the other one. There is
// none for what surely reads as meant, for a job of neither level, for what is
// unread, or for other levels than the built-in.
func targets(v *classify.Verdict, levels report.Levels, means string) []classify.Level {
	if !report.HasOdds(v) || !levels.BuiltIn() {
		return nil
	}
	reads := strings.HasPrefix(report.Answer(v), "reads")
	claims := map[classify.Claim]classify.Level{classify.ClaimDirector: classify.Director, classify.ClaimVP: classify.VP}
	claimed, claim := claims[v.Claim]
	var wanted classify.Level
	switch {
	case means == "director":
		wanted = classify.Director
	case means == "vp":
		wanted = classify.VP
	case claim && (v.Level == classify.Unsure || v.Level == claimed && !reads):
		wanted = claimed
	case v.Level == classify.Director:
		wanted = classify.VP
	case v.Level == classify.VP:
		wanted = classify.Director
	default:
		return []classify.Level{classify.Director, classify.VP}
	}
	if wanted == v.Level && reads {
		return nil
	}
	return []classify.Level{wanted}
}

// Advice is how the posting of a verdict comes to read one level.
type Advice struct {
	Target  classify.Level
	Changes []classify.Change // each with its effect after those before it
}

// mostChanges is how many changes are advised to come to one level.
const mostChanges = 3

// Advise looks for what to change in a posting, of which v is the verdict of c.
// means is the level that is meant, "director" or "vp", and "" where nobody says.
// Nothing is advised where there is nothing to change; an Advice without changes
// says that none was found. Where ctx ends, what was found until then is advised.
func Advise(ctx context.Context, c *classify.Classifier, p corpus.Posting, v *classify.Verdict, means string) (advice []Advice) {
	for _, target := range targets(v, c.Model().Levels, means) {
		advice = append(advice, Advice{target, c.Suggest(ctx, p, target, mostChanges)})
	}
	return advice
}

// Advised is a change in words.
type Advised struct {
	Do     string // what to do, a sentence
	Effect string // what it would do, a sentence
	Add    string // a sentence to add or to put in place of Find, where it is true; may be empty
	Find   string // the sentence of the posting to reword; may be empty
}

// Advice says the changes that bring the posting of a verdict nearer to the
// target level, each with its effect after those before it, and closes with how
// far they bring it and what is still missing.
func (o Voice) Advice(v *classify.Verdict, target classify.Level, list []classify.Change) (changes []Advised, closing string) {
	for i := range list {
		changes = append(changes, o.change(target, &list[i]))
	}
	level := o.Level(target)
	switch {
	case len(list) == 0 && v.Level == target:
		return nil, o.Say("closing", "fits", "{level}", level)
	case len(list) == 0 && v.Level == classify.Unsure && !nearEven(v.Probability) && (v.Probability > 0.5) == (target == classify.VP):
		if lowish(v) {
			return nil, o.Say("closing", "lowish", "{level}", level)
		}
		return nil, o.Say("closing", "settled", "{level}", level)
	case len(list) == 0:
		return nil, o.Say("closing", "none", "{level}", level)
	}
	last := &list[len(list)-1]
	key := "short"
	switch {
	case last.Level == target && !last.Leans:
		key = "reads"
	case last.Level == target:
		key = "leans"
	case last.Level == classify.Unsure && nearEven(last.Probability):
		key = "between"
	case last.Level == classify.Unsure:
		key = "unsettled"
	}
	closing = o.Say("closing", key, "{n}", points(last.Probability), "{higher}", o.Names[1], "{level}", level, "{other}", o.Level(last.Level))
	var left []string // what could be changed beyond the last change
	for _, f := range last.Left {
		left = append(left, o.Say("left", f.String()))
	}
	switch {
	case key == "reads":
	case len(left) > 0:
		closing += " " + o.Say("closing", "left", "{left}", strings.Join(left, ", "))
	case last.More:
		closing += " " + o.Say("closing", "more")
	case key != "leans":
		closing += " " + o.Say("closing", "differ")
	}
	return changes, closing
}

func (o Voice) change(target classify.Level, c *classify.Change) Advised {
	moves := []string{"{from}", points(c.Before), "{to}", points(c.Probability), "{higher}", o.Names[1]}
	if !c.Open {
		a := Advised{Effect: o.Say("advice", "effect", moves...), Add: c.Add, Find: c.Quote}
		if a.Add != "" {
			a.Do = o.Say("advice", "instead", "{quote}", shorten(c.Quote), "{level}", o.Level(target), "{value}", c.Add)
		} else {
			a.Do = o.Say("advice", "reword", "{quote}", shorten(c.Quote), "{gloss}", c.Gloss)
		}
		return a
	}
	key, value, other := "like", c.Add, c.Against.Add
	if c.Value != "" {
		key, value, other = "names", o.option(c, c.Value), o.option(c, c.Against.Value)
	}
	if c.Against.Add != "" {
		key += "_two"
	}
	return Advised{
		Do:     o.Say("open", c.Fact.String()),
		Effect: o.Say("advice", key, append(moves, "{value}", value, "{other}", other, "{n}", points(c.Against.Probability))...),
		Add:    c.Add,
	}
}

func (o Voice) option(c *classify.Change, value string) string {
	return o.Say("option", c.Fact.String()+"/"+value)
}

// Level is the name of one of the two levels.
func (o Voice) Level(l classify.Level) string {
	if l == classify.VP {
		return o.Names[1]
	}
	return o.Names[0]
}

// points is a probability as so many of 100.
func points(p float64) string { return strconv.Itoa(report.Percent(p)) }

// sentences is the advice as sentences, one for each change and one to close.
func sentences(v *classify.Verdict, target classify.Level, list []classify.Change) []string {
	o := voice(report.Levels{})
	changes, closing := o.Advice(v, target, list)
	var out []string
	for i, c := range changes {
		key := "then"
		switch {
		case i == 0 && v.Level == target:
			key = "surely"
		case i == 0:
			key = "first"
		}
		out = append(out, o.Say("advice", key, "{level}", o.Level(target), "{change}", c.Do)+" "+c.Effect)
	}
	return append(out, closing)
}

// shorten keeps about the first hundred bytes of a quote, whole words of it.
func shorten(s string) string {
	const most = 100
	s = strings.Join(strings.Fields(s), " ")
	if len(s) <= most {
		return s
	}
	cut := strings.LastIndexByte(s[:most], ' ')
	if cut < 0 {
		cut = 0
		for i := range s {
			if i > most {
				break
			}
			cut = i
		}
	}
	return s[:cut] + " …"
}
