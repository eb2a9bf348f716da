package profile

import (
	"cmp"
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

// Facts lists the facts of a profile, stated or not.
func (p *Profile) Facts() []Fact {
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
	choice := func(c *Choice) { words(cmp.Or(c, &Choice{}).Value) }
	boss := ""
	if p.ReportsTo != nil {
		boss = p.ReportsTo.Of(p.Text)
	}
	words(boss)
	team := cmp.Or(p.Manages, &Team{})
	words(team.Of(p.Text))
	number(float64(team.Min))
	number(float64(team.Max))
	number(float64(team.Direct))
	for _, y := range []*Years{p.Experience.Total, p.Experience.Leading} {
		number(float64(cmp.Or(y, &Years{}).Min))
	}
	if e := p.Education; e != nil {
		words(e.Minimum.String())
		facts = append(facts, Fact{FactNames[len(facts)], strconv.FormatBool(e.OrEquivalent), false})
	} else {
		words("")
		number(0)
	}
	pay := cmp.Or(p.Pay, &Pay{})
	number(pay.Min)
	number(pay.Max)
	words(pay.Currency)
	words(pay.Period)
	words(pay.Kind)
	choice(p.Workplace)
	choice(p.Employment)
	choice(p.Stage)
	size := cmp.Or(p.CompanySize, &Range{})
	number(float64(size.Min))
	number(float64(size.Max))
	return facts
}
