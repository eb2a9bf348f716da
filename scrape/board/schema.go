package board

import (
	"cmp"
	"strings"
)

// schema sets the fields of a JobPosting of schema.org.
func (j *Job) schema(v value, source string) {
	j.fill(v, source, "title=title company=hiringOrganization url=url posted=datePosted until=validThrough text=description")
	var kinds []string
	for _, e := range v.get("employmentType").list() {
		kinds = append(kinds, e.str())
	}
	j.employment(strings.Join(kinds, ", "), source+" employmentType")
	if v.get("jobLocationType").str() == "TELECOMMUTE" {
		j.location("Remote", source+" jobLocationType")
	}
	for _, k := range []string{"jobLocation", "applicantLocationRequirements"} {
		for _, p := range v.get(k).list() {
			a := p.get("address")
			if !a.isObject() && a.str() != "" || !p.isObject() {
				a = value{map[string]any{"addressLocality": a.str() + p.str()}}
			} else if !a.isObject() {
				a = value{map[string]any{"addressCountry": p.get("name").str()}}
			}
			j.place(source+" "+k, a.get("addressLocality").str(), a.get("addressRegion").str(), a.get("addressCountry").str())
		}
	}
	j.schemaExtras(v, source)
}

// schemaExtras sets what package page does not read: pay and workplace.
func (j *Job) schemaExtras(v value, source string) {
	j.workplace(v.get("jobLocationType").str(), source+" jobLocationType")
	for _, k := range []string{"baseSalary", "estimatedSalary"} {
		for _, s := range v.get(k).list() {
			if !s.isObject() {
				if n := s.num(); n > 0 {
					j.pay(n, n, v.get("salaryCurrency").str(), "", "", source+" "+k)
				} else {
					j.payWords(s.str(), source+" "+k)
				}
				continue
			}
			amount := s.get("value")
			if !amount.isObject() {
				amount = s
			}
			currency := cmp.Or(s.get("currency").str(), amount.get("currency").str()+v.get("salaryCurrency").str())
			unit := cmp.Or(amount.get("unitText").str(), s.get("unitText").str())
			lo, hi := amount.get("minValue").num(), amount.get("maxValue").num()
			if lo == 0 && hi == 0 {
				lo = amount.get("value").num()
				hi = lo
			}
			j.pay(lo, hi, currency, unit, "", source+" "+k)
			if words := amount.get("value").str(); lo == 0 && hi == 0 {
				j.payWords(words, source+" "+k)
			}
		}
	}
}
