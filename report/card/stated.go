package card

import (
	"rung/corpus/profile"
)

// stated writes what a posting states beside the facts of the job: years, degree, pay
// and place, one plain sentence each.
func stated(p *profile.Profile) []string {
	facts := map[string]string{}
	for _, f := range p.Facts() {
		facts[f.Name] = f.Value
	}
	var out []string
	add := func(before, name, after string) {
		if facts[name] != "" {
			out = append(out, before+facts[name]+after)
		}
	}
	add("Asks for ", "years_total_min", " years of experience.")
	add("Asks for ", "years_leading_min", " years of leading.")
	if facts["degree"] != "none" {
		add("Degree: ", "degree", ".")
	}
	switch low, high := facts["salary_min"], facts["salary_max"]; {
	case low != "" && high != "" && low != high:
		out = append(out, "Pays "+facts["salary_currency"]+" "+low+" to "+high+per(facts["salary_period"])+".")
	case low != "" || high != "":
		out = append(out, "Pays "+facts["salary_currency"]+" "+max(low, high)+per(facts["salary_period"])+".")
	}
	add("Workplace: ", "workplace", ".")
	add("Employment: ", "employment", ".")
	return out
}

func per(period string) string {
	if period == "" {
		return ""
	}
	return " a " + period
}
