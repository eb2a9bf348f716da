// Package classify says of a posting, from its duties and not from its title,
// whether the job is Director-level or VP-level, and proves it: the log-odds are
// the bias plus the sum of the reasons, and each reason quotes the posting. It
// does not read titles as evidence and does not print.
package classify

import (
	"fmt"

	"rung/classify/signal"
	"rung/corpus"
	"rung/corpus/enum"
	"rung/corpus/text"
)

// Level is what the duties read.
type Level uint8

const (
	Unsure Level = iota // engineering leadership, but the text does not tell the two levels apart
	Director
	VP
	Neither // not a Director's or VP's engineering-leadership job
	Unread  // no level can be read from this text
)

var levelNames = enum.Names[Level]{"unsure", "director", "vp", "neither", "unread"}

func (l Level) String() string { return levelNames.Of(l) }

func (l Level) MarshalText() ([]byte, error) { return []byte(l.String()), nil }

func (l *Level) UnmarshalText(b []byte) error {
	if err := parseName(levelNames, b, l, "level"); err != nil {
		return fmt.Errorf("%w (want director, vp, unsure, neither or unread)", err)
	}
	return nil
}

// Claim is what the posting's own title says.
type Claim uint8

const (
	ClaimNone Claim = iota // no title
	ClaimDirector
	ClaimVP
	ClaimBankVP // a bank's or insurer's grade, not the head of a function
	ClaimOther  // a title of neither level, or of both ("Director/VP")
)

var claimNames = enum.Names[Claim]{"none", "director", "vp", "bank_vp", "other"}

func (c Claim) String() string { return claimNames.Of(c) }

// Agreement compares the title's claim with what the duties read.
type Agreement uint8

const (
	Unclear Agreement = iota // the title claims neither level, or the duties read neither or unsure
	Agrees
	ReadsLower  // the title says VP, the duties read Director
	ReadsHigher // the title says Director, the duties read VP
)

var agreementNames = enum.Names[Agreement]{"unclear", "agrees", "reads_lower", "reads_higher"}

func (a Agreement) String() string { return agreementNames.Of(a) }

// Reason is one term of the sum that is the log-odds.
type Reason struct {
	Rule       string // "reports-to/ceo", or "term:roadmap planning" for a mined keyword
	Gloss      string // plain words for a reader; never empty
	Difference signal.Difference
	Weight     float64           // of the model; positive speaks for VP
	Value      float64           // of this posting; Weight*Value is the contribution, in natural log-odds
	Evidence   []signal.Evidence // every place, in text order; never empty
	Cite       []string          // reference lines or named sources: "003:37"
}

// Contribution is Weight*Value.
func (r *Reason) Contribution() float64 { return r.Weight * r.Value }

// Verdict is what is said of one posting.
type Verdict struct {
	ID          corpus.ID
	Source      string
	Company     string
	Title       string
	Level       Level
	Sure        bool    // director or vp, and right 95 times in 100 on held-out postings; without it the posting only leans
	Why         Why     // of a verdict that is neither
	Cause       Cause   // of a verdict that is unread
	Ladder      Ladder  // probability of each rung
	Engineering float64 // probability that the function is engineering, 0…1
	Facts       Facts   // the job in facts
	PriorVP     float64 // share of VPs among the two levels that Probability assumes: 0.5 unless another was asked for
	LogOdds     float64 // natural log-odds of VP against Director: Bias + sum of the reasons' contributions
	Probability float64 // calibrated P(VP | one of the two), 0…1
	Bias        float64
	Reasons     []Reason                       // heaviest first; with ClassifyTop only the first n, the others summed in Rest
	Rest        float64                        // sum of the contributions of the reasons not listed
	Differences [signal.NumDifferences]float64 // log-odds by difference; they and Bias add up to LogOdds
	Gate        float64                        // log-odds that this is an engineering-leadership job of one of the two levels; of a model with a ladder see the function Gate
	GateReasons []Reason                       // what spoke for and against that, heaviest first; at most a few
	Claim       Claim
	Agreement   Agreement
	Flags       []string           // sorted: bank_grade, startup, short_text, not_english, …
	Missing     []string           // the families of rules that the posting is silent on: "reporting", "people", …
	Model       string             // "default@hash"
	Lexicon     string             // hash of the rules
	questions   [firstFact]float64 // log-odds of the ladder's and the function's questions
	Unread      []UnreadSpan       // what was not read, in text order
	Doc         *text.Document     `json:"-"` // the parsed text that the spans point into
}

// Abstain makes the verdict unsure if its level is less probable than least, 0 to 1. It
// then leans to neither level.
func (v *Verdict) Abstain(least float64) {
	p := v.Probability
	if v.Level == Director {
		p = 1 - p
	}
	if (v.Level == VP || v.Level == Director) && p < least {
		v.Level, v.Sure, v.Agreement = Unsure, false, Unclear
	}
}
