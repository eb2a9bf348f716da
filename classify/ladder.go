package classify

import (
	"fmt"
	"slices"

	"rung/classify/signal"
	"rung/corpus/enum"
	"rung/corpus/text"
)

// Rung is a step of the ladder on which a job stands, whatever its function.
type Rung uint8

const (
	Contributor  Rung = iota // leads nobody, however senior
	FirstLine                // leads one team
	DirectorRung             // leads several teams or one area
	VPRung                   // leads the whole function, or one of its few parts
	Chief                    // runs the company's technology: a CTO, a founder
	NumRungs     = iota
)

var rungNames = enum.Names[Rung]{"contributor", "first_line", "director", "vp", "chief"}

func (r Rung) String() string { return rungNames.Of(r) }

// Ladder holds the probability of each rung; they add up to 1. All are 0 if the model
// knows no ladder or the verdict is unread.
type Ladder [NumRungs]float64

// Up is the probability that the job is a Director's or above.
func (l *Ladder) Up() float64 { return l[DirectorRung] + l[VPRung] + l[Chief] }

// Best is the most probable rung, the lowest of equals.
func (l *Ladder) Best() Rung {
	return Rung(max(0, slices.Index(l[:], slices.Max(l[:]))))
}

// Known says whether the ladder was read at all.
func (l *Ladder) Known() bool { return *l != Ladder{} }

// Why says why a verdict is neither of the two levels.
type Why uint8

const (
	NoWhy         Why = iota
	Below             // below Director: leads one team, or nobody
	Above             // above VP: runs the company's technology
	OtherFunction     // of another function than engineering
)

var whyNames = enum.Names[Why]{"", "below", "above", "other_function"}

// String is empty for a verdict that is not neither.
func (w Why) String() string { return whyNames.Of(w) }

// Cause says why no level can be read from a text.
type Cause uint8

const (
	NoCause     Cause = iota
	NotEnglish        // rung reads English only
	TooShort          // a title, a line: nothing to read
	NoDuties          // words that say nothing of a job: a notice, filler text
	Resume            // a person's curriculum vitae; rung scores postings, never people
	Article           // a text about such jobs, and not a posting
	SeveralJobs       // several postings in one text
)

var causeNames = enum.Names[Cause]{"", "not_english", "too_short", "no_duties", "resume", "article", "several_jobs"}

// String is empty for a verdict that is not unread.
func (c Cause) String() string { return causeNames.Of(c) }

func (c Cause) MarshalText() ([]byte, error)  { return []byte(c.String()), nil }
func (c *Cause) UnmarshalText(b []byte) error { return parseName(causeNames, b, c, "cause") }

func (w Why) MarshalText() ([]byte, error)  { return []byte(w.String()), nil }
func (w *Why) UnmarshalText(b []byte) error { return parseName(whyNames, b, w, "why") }

func parseName[T ~uint8](names enum.Names[T], b []byte, to *T, what string) error {
	v, ok := names.Parse(string(b))
	if !ok {
		return fmt.Errorf("unknown %s %q", what, b)
	}
	*to = v
	return nil
}

// FactValue is what a posting says of one fact of the job.
type FactValue struct {
	Value    uint8           // index into the fact's Values; 0, the first, where nothing is said
	Number   int             // of FactSize: people led; 0 where it is not said
	Evidence signal.Evidence // the best place that says it; an empty span where nothing is said
	Inferred bool            // no rule states the value: its place is one of those that go with it
}

// Facts are the ten facts of the job, by signal.Fact.
type Facts [signal.NumFacts]FactValue

// Stated says whether the posting says anything of the fact, which then has a place.
func (f *Facts) Stated(k signal.Fact) bool { return f[k].Evidence.End > f[k].Evidence.Start }

// Value is the name of a fact's value, as in signal.Fact.Values; "" for FactSize.
func (f *Facts) Value(k signal.Fact) string {
	if v := k.Values(); len(v) > 0 {
		return v[f[k].Value]
	}
	return ""
}

// UnreadSpan is a part of the text that the verdict does not rest on.
type UnreadSpan struct {
	text.Span
	Cause string // "title", or the kind of section: "benefits", "legal", "apply"
}
