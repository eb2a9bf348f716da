package profile

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"rung/corpus/text"
)

// Item is one statement of a profile, in the form that tables and tools for annotation
// want.
type Item struct {
	text.Span
	Field string   // one of Fields
	Value string   // in normal form ("lead", "Kubernetes", "10+", "120000-150000 USD") or the words as written
	Kind  string   // "leads", "database", "years", "year"…; may be empty
	Marks []string // "preferred", "secondary", "leading", "or equivalent"…; sorted, mostly empty
}

// Fields are the names that an Item can have.
var Fields = []string{"definition", "responsibility", "hard_skill", "soft_skill", "degree", "degree_field", "years",
	"entry_from", "next_step", "lateral", "pay", "reports_to", "manages", "workplace", "employment", "stage", "company_size", "budget", "office"}

// Items lists what p states, in text order.
func (p *Profile) Items() []Item {
	var out []Item
	add := func(s text.Span, field, value, kind string, marks ...string) {
		if value == "" {
			value = strings.Join(strings.Fields(s.Of(p.Text)), " ")
		}
		var sorted []string
		for _, m := range slices.Compact(slices.Sorted(slices.Values(marks))) {
			if m != "" {
				sorted = append(sorted, m)
			}
		}
		out = append(out, Item{s, field, value, kind, sorted})
	}
	when := func(so bool, mark string) string {
		if so {
			return mark
		}
		return ""
	}
	all := func(list []text.Span, field string) {
		for _, s := range list {
			add(s, field, "", "")
		}
	}
	all(p.Definition, "definition")
	for _, d := range p.Responsibilities {
		add(d.Span, "responsibility", cmp.Or(d.Verb, "none"), d.Type, d.Difference, when(!d.Primary, "secondary"))
	}
	for _, list := range [][]Skill{p.HardSkills, p.SoftSkills} {
		for _, s := range list {
			add(s.Span, cmp.Or(when(s.Hard, "hard_skill"), "soft_skill"), s.Name, s.Family, s.Source.String(), when(s.Preferred, "preferred"))
		}
	}
	if e := p.Education; e != nil {
		kind := when(e.Preferred > NoDegree, "preferred: "+e.Preferred.String())
		add(e.Span, "degree", e.Minimum.String(), kind, when(e.OrEquivalent, "or equivalent"))
		all(e.Fields, "degree_field")
	}
	for i := range p.Experience.Mentions {
		y := &p.Experience.Mentions[i]
		most := y == p.Experience.Total || y == p.Experience.Leading
		add(y.Span, "years", y.Range.String(), cmp.Or(when(y.Leading, "leading"), "total"), when(y.Preferred, "preferred"), when(most, "most"))
	}
	all(p.Career.EntryFrom, "entry_from")
	all(p.Career.Next, "next_step")
	all(p.Career.Lateral, "lateral")
	if pay := p.Pay; pay != nil {
		for _, m := range pay.Ranges {
			add(m.Span, "pay", m.String(), pay.Period, when(!pay.PeriodStated, "period by size"), pay.Kind)
		}
	}
	if p.ReportsTo != nil {
		add(*p.ReportsTo, "reports_to", "", "")
	}
	if m := p.Manages; m != nil {
		add(m.Span, "manages", "", when(m.Min > 0, Range{Min: m.Min, Max: m.Max}.String()))
	}
	for _, c := range []struct {
		field string
		*Choice
	}{{"workplace", p.Workplace}, {"employment", p.Employment}, {"stage", p.Stage}} {
		if c.Choice != nil {
			add(c.Span, c.field, c.Value, "")
		}
	}
	if p.CompanySize != nil {
		add(p.CompanySize.Span, "company_size", p.CompanySize.String(), "")
	}
	for _, b := range p.Budgets {
		add(b.Span, "budget", b.String(), "")
	}
	all(p.Offices, "office")
	slices.SortStableFunc(out, func(a, b Item) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End), cmp.Compare(a.Field, b.Field))
	})
	return out
}

// String is "10+", "8-12" or "5".
func (r Range) String() string {
	switch r.Max {
	case 0:
		return strconv.Itoa(r.Min) + "+"
	case r.Min:
		return strconv.Itoa(r.Min)
	}
	return strconv.Itoa(r.Min) + "-" + strconv.Itoa(r.Max)
}

// String is "120000-150000 EUR", "200000 USD", or "up to 90000 GBP" where only
// the upper end is stated.
func (m Money) String() string {
	s := strconv.FormatFloat(m.Max, 'f', -1, 64)
	switch m.Min {
	case m.Max:
	case 0:
		s = "up to " + s
	default:
		s = strconv.FormatFloat(m.Min, 'f', -1, 64) + "-" + s
	}
	return strings.TrimSpace(s + " " + m.Currency)
}
