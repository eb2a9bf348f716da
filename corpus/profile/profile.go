// Package profile states what a posting states: its duties, the skills,
// schooling and experience it asks for, pay, the reporting line, the team, the
// place and kind of work, each with its place in the text. It does not judge a
// level, does not guess what is not written, and never reads a title.
package profile

import (
	"rung/corpus/enum"
	"rung/corpus/profile/skills"
	"rung/corpus/text"
)

// Profile is what one posting states. A nil pointer or an empty list is: not
// stated. Lists are in text order.
type Profile struct {
	Text             string      // of the document that was read: spans count its bytes
	Definition       []text.Span // sentences that say what the role is
	Responsibilities []Duty
	HardSkills       []Skill
	SoftSkills       []Skill
	Education        *Education
	Experience       Experience
	Career           Career
	Pay              *Pay
	ReportsTo        *text.Span // "the VP of Engineering"
	Manages          *Team
	Workplace        *Choice // "remote", "hybrid" or "onsite"
	Employment       *Choice // "full-time", "part-time", "contract", "temporary" or "internship"
	Stage            *Choice // of the company: "seed", "series b", "startup", "public"…
	CompanySize      *Range  // people
	Budgets          []Money // sums the job answers for; no pay
	Offices          []text.Span
}

// Choice is one of a few values.
type Choice struct {
	text.Span
	Value string
}

// Range is a quantity from Min to Max; Max is 0 where it is open ("10+").
type Range struct {
	text.Span
	Min, Max int
}

// Duty is one thing that the job has to do.
type Duty struct {
	text.Span         // without the bullet sign
	Line       int    // index into Document.Lines
	Verb       string // lemma of the leading verb: "lead"; empty when it has none
	Type       string // of verbs.txt: "leads", "owns", "builds"…; empty when the list does not know the verb
	Primary    bool   // it stands among the duties, not in the description of the role or elsewhere
	Difference string // which of the comparison's seven it speaks to: "horizon", "duties", "meetings", "authority", "metrics", "career" or "education"
}

// Skill is a skill and whether the posting can do without it.
type Skill struct {
	skills.Skill
	Preferred bool
}

// Degree is a level of schooling.
type Degree uint8

const (
	NoDegree Degree = iota // a school certificate, or none required
	Associate
	Bachelor
	Master
	Doctor
)

var degreeNames = enum.Names[Degree]{"none", "associate", "bachelor", "master", "doctor"}

func (d Degree) String() string { return degreeNames.Of(d) }

// Education is the schooling asked for.
type Education struct {
	text.Span                // the first statement that Minimum rests on
	Minimum      Degree      // the lowest that is required; NoDegree if a degree is only wished for
	Preferred    Degree      // the highest that is wished for beyond Minimum; NoDegree if none is
	Fields       []text.Span // "computer science, engineering or a related field"
	OrEquivalent bool        // experience may stand for it
}

// Years is one statement of how long one must have done something.
type Years struct {
	Range          // years
	Leading   bool // people were led in them
	Preferred bool
}

// Experience is the time asked for. Total and Leading are the most that one
// statement demands, in years.
type Experience struct {
	Mentions       []Years
	Total, Leading *Years // point into Mentions
}

// Career is what the job comes after and what it leads to.
type Career struct {
	EntryFrom []text.Span // posts one must have held: "Engineering Manager"
	Next      []text.Span // posts it prepares for
	Lateral   []text.Span // posts it may change to, or that stand beside it
}

// Money is a sum or a range of sums.
type Money struct {
	text.Span
	Min, Max float64 // 0: not stated ("up to $200k" has no Min)
	Currency string  // ISO 4217; "$" alone reads USD
}

// Pay is what the job pays. Where several ranges are stated, by place or
// level, Min and Max are the outermost of those of one period and currency, and
// Ranges keeps them apart.
type Pay struct {
	Money
	Period       string // "hour", "day", "week", "month" or "year"
	PeriodStated bool   // else Period follows from the size of the sum
	Kind         string // "base" or "ote" where it is said; else empty
	Ranges       []Money
}

// Team is whom the job leads.
type Team struct {
	text.Span     // "a team of 8-12 engineers"
	Min, Max  int // people, 0: not stated
	Direct    int // direct reports, 0: not stated
}

// Extract reads a document. Every document has a profile.
func Extract(d *text.Document) *Profile {
	r := newReader(d)
	defer r.free()
	p := &Profile{Text: d.Text}
	for _, s := range skills.Default().Find(d) {
		skill := Skill{s, r.wished(s.Sentence)}
		if s.Hard {
			p.HardSkills = append(p.HardSkills, skill)
		} else {
			p.SoftSkills = append(p.SoftSkills, skill)
		}
	}
	r.facts(p)
	return p
}

// facts finds all but the skills.
func (r *reader) facts(p *Profile) {
	r.reporting(p)
	r.duties(p)
	r.experience(p)
	r.education(p)
	r.pay(p)
	r.team(p)
	r.place(p)
	r.company(p)
	r.career(p)
}
