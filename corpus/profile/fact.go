package profile

import (
	"strconv"
	"strings"
)

// Fact is a value that a posting states once.
type Fact struct {
	Name   string // one of FactNames
	Value  string // empty: not stated
	Quoted bool   // Value is words; else it is a number, true or false
}

// FactNames are the names of the facts, in the order of Facts.
var FactNames = [...]string{"reports_to", "manages", "team_size_min", "team_size_max", "direct_reports",
	"years_total_min", "years_leading_min", "degree", "degree_or_equivalent",
	"salary_min", "salary_max", "salary_currency", "salary_period", "salary_kind",
	"workplace", "employment", "company_stage", "company_size_min", "company_size_max"}

// Facts lists the facts of a profile of the text t, stated or not.
func (p *Profile) Facts(t string) []Fact {
	facts := make([]Fact, 0, len(FactNames))
	words := func(s string) {
		facts = append(facts, Fact{FactNames[len(facts)], strings.Join(strings.Fields(s), " "), true})
	}
	number := func(f float64) {
		s := ""
		if f > 0 {
			s = strconv.FormatFloat(f, 'f', -1, 64)
		}
		facts = append(facts, Fact{FactNames[len(facts)], s, false})
	}
	choice := func(c *Choice) {
		if c == nil {
			c = &Choice{}
		}
		words(c.Value)
	}
	boss := ""
	if p.ReportsTo != nil {
		boss = p.ReportsTo.Of(t)
	}
	words(boss)
	team := p.Manages
	if team == nil {
		team = &Team{}
	}
	words(team.Of(t))
	number(float64(team.Min))
	number(float64(team.Max))
	number(float64(team.Direct))
	for _, y := range []*Years{p.Experience.Total, p.Experience.Leading} {
		if y == nil {
			y = &Years{}
		}
		number(float64(y.Min))
	}
	if e := p.Education; e != nil {
		words(e.Minimum.String())
		facts = append(facts, Fact{FactNames[len(facts)], strconv.FormatBool(e.OrEquivalent), false})
	} else {
		words("")
		number(0)
	}
	pay := p.Pay
	if pay == nil {
		pay = &Pay{}
	}
	number(pay.Min)
	number(pay.Max)
	words(pay.Currency)
	words(pay.Period)
	words(pay.Kind)
	choice(p.Workplace)
	choice(p.Employment)
	choice(p.Stage)
	size := p.CompanySize
	if size == nil {
		size = &Range{}
	}
	number(float64(size.Min))
	number(float64(size.Max))
	return facts
}
