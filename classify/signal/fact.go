package signal

import "rung/corpus/enum"

// Fact is one of the ten things about a job that tell its rung: how much it
// leads, what stands above and below, whose money, how far ahead, how near to
// the code, whether an organisation is to be built, and how old the company is.
type Fact uint8

const (
	FactScope    Fact = iota // how much of engineering the job leads
	FactBelow                // the highest level that reports to it
	FactAbove                // whom it reports to
	FactExec                 // a member of the executive team
	FactBudget               // whose money: its own, a part, none
	FactHorizon              // how far ahead its goals lie
	FactHandsOn              // writes or designs software itself
	FactBuildOrg             // builds or redesigns the organisation
	FactStage                // of the company
	FactSize                 // people led, a number
	NumFacts     = iota
)

var factNames = enum.Names[Fact]{"scope", "below", "above", "exec", "budget", "horizon", "hands_on", "build_org", "stage", "size"}

// factValues are the values of each fact, from the lowest up. The first holds where a
// posting says nothing. Size has none: it is a number.
var factValues = [NumFacts][]string{
	FactScope:    {"none", "team", "teams", "division", "whole"},
	FactBelow:    {"unstated", "none", "ics", "leads", "managers", "directors"},
	FactAbove:    {"unstated", "manager", "director", "vp", "cxo", "ceo", "board"},
	FactExec:     {"0", "1"},
	FactBudget:   {"none", "part", "own"},
	FactHorizon:  {"unstated", "sprint", "quarter", "annual", "multi_year"},
	FactHandsOn:  {"0", "1"},
	FactBuildOrg: {"0", "1"},
	FactStage:    {"unclear", "seed", "growth", "large"},
	FactSize:     {},
}

func (f Fact) String() string { return factNames.Of(f) }

// Values lists the values that the fact may have, from the lowest up; the first holds
// where nothing is said. The list must not be changed. It is empty for FactSize,
// which is a number.
func (f Fact) Values() []string {
	if f >= NumFacts {
		return nil
	}
	return factValues[f]
}

// Statement is a value of a fact that a rule states by firing.
type Statement struct {
	Fact  Fact
	Value uint8 // index into Fact.Values; 0 for FactSize, whose value is the first number of the evidence
}
