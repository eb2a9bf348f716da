package measure

import (
	"fmt"
	"strconv"
	"strings"

	"rung/corpus/profile"
	"rung/corpus/text"
)

// fields compares the values that a posting states at most once.
func (m *Lines) fields(d *text.Document, got *profile.Profile, p *Posting) {
	read := map[string]string{}
	for _, f := range got.Facts() {
		read[f.Name] = f.Value
	}
	for _, name := range fieldNames {
		want, have := label(p.Fields[name]), read[name]
		s := m.Fields[name]
		if want != "" {
			s.N++
		}
		if have != "" {
			s.found++
		}
		same := want == have
		if name == "reports_to" || name == "manages" {
			same = want == "" && have == "" || want != "" && have != "" && overlapping(d.Text, want, span(got, name))
		}
		if want != "" && same {
			s.hit++
			s.known++
		}
		m.Fields[name] = s
		if !same {
			m.Misses = append(m.Misses, Miss{p.ID, name, want, have})
		}
	}
}

// fieldNames are the fields measured, in the order of the figures.
var fieldNames = []string{"reports_to", "manages", "team_size_min", "team_size_max", "years_total_min", "years_leading_min",
	"degree", "degree_or_equivalent", "salary_min", "salary_max", "salary_currency", "salary_period", "workplace", "employment"}

// label is a labelled value as words; empty for null.
func label(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	}
	return fmt.Sprint(v)
}

func span(p *profile.Profile, name string) text.Span {
	if name == "manages" {
		return p.Manages.Span
	}
	return *p.ReportsTo
}

// overlapping reports whether some place of want in t overlaps s.
func overlapping(t, want string, s text.Span) bool {
	for from := 0; ; {
		i := strings.Index(t[from:], want)
		if i < 0 {
			return false
		}
		start := from + i
		if start < s.End && s.Start < start+len(want) {
			return true
		}
		from = start + 1
	}
}
