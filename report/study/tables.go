package study

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"rung/report/table"
)

// Need says what a table rests on beside the verdicts. Without Labels it makes
// do with what titles claim.
type Need struct{ Facts, Terms, Labels bool }

// Kind is a table that can be made.
type Kind struct {
	Name  string
	Title string
	Need  Need
	make  func(*Study, Query) (*table.Table, error)
}

// Kinds are all tables, in the order of a report.
func Kinds() []Kind {
	return []Kind{
		{"levels", "Levels read from the duties", Need{}, (*Study).levelsTable},
		{"answers", "What is said of the postings", Need{}, (*Study).answersTable},
		{"agreement", "Agreement of titles with duties", Need{}, (*Study).agreementTable},
		{"matrix", "What titles claim and what duties read", Need{}, (*Study).matrixTable},
		{"differences", "The seven differences", Need{}, compared((*Study).differencesTable)},
		{"skills", "Skills that tell the groups apart", Need{Facts: true}, keynessOf(skill)},
		{"responsibilities", "Kinds of duty that tell the groups apart", Need{Facts: true}, keynessOf(duty)},
		{"terms", "Words of the duties that tell the groups apart", Need{Terms: true}, keynessOf(term)},
		{"experience", "Years of experience asked for", Need{Facts: true}, compared((*Study).experienceTable)},
		{"education", "Schooling asked for", Need{Facts: true}, compared((*Study).educationTable)},
		{"pay", "Pay a year", Need{Facts: true}, compared((*Study).payTable)},
		{"time", "Levels by month", Need{}, (*Study).timeTable},
		{"calibration", "Calibration of the probability", Need{Labels: true}, (*Study).calibrationTable},
		{"coverage", "Agreement among the surest postings", Need{Labels: true}, (*Study).coverageTable},
	}
}

// Names are the names of Kinds.
func Names() []string {
	var names []string
	for _, k := range Kinds() {
		names = append(names, k.Name)
	}
	return names
}

// ErrNothing is wrapped where the study holds nothing of what a table counts.
var ErrNothing = errors.New("nothing to count")

// Worded are the names of the tables whose terms stand in sentences of postings.
func Worded() []string { return []string{"skills", "responsibilities", "terms"} }

// Grouped reports whether a table can be by a field; the others are of all
// postings.
func Grouped(name string) bool {
	return !slices.Contains([]string{"matrix", "time", "calibration", "coverage"}, name)
}

// Needs is what the tables of these names rest on together.
func Needs(names []string) (n Need) {
	for _, k := range Kinds() {
		for _, name := range names {
			if k.Name == name {
				n.Facts, n.Terms, n.Labels = n.Facts || k.Need.Facts, n.Terms || k.Need.Terms, n.Labels || k.Need.Labels
			}
		}
	}
	return n
}

// Extra are the tables by other groups that a whole report has beside Names:
// those by what titles claim are free of what the model weighs.
func Extra() []string {
	return []string{"levels_by_company", "agreement_by_company", "differences_by_claim", "skills_by_claim", "responsibilities_by_claim", "terms_by_claim", "experience_by_claim", "pay_by_claim"}
}

// Table makes the table of a name; a name like levels_by_company says the field
// that makes the groups, whatever the query says. Errors are an unknown name, field or group,
// and a study that did not read what the table rests on.
func (s *Study) Table(name string, q Query) (*table.Table, error) {
	full := name
	if kind, field, ok := strings.Cut(name, "_by_"); ok {
		name, q.By, q.Groups = kind, field, nil
	}
	for _, k := range Kinds() {
		if k.Name != name {
			continue
		}
		if k.Need.Facts && !s.opt.Facts || k.Need.Terms && !s.opt.Terms {
			return nil, fmt.Errorf("table %s: the study did not read what it rests on", name)
		}
		t, err := k.make(s, q)
		if err != nil {
			return nil, fmt.Errorf("table %s: %w", name, err)
		}
		t.Name, t.Title = full, k.Title
		if len(t.Rows) == 0 {
			t.Notes = append(t.Notes, "No row: no posting counted has what this table compares.")
		}
		if full != name {
			t.Title += ", by " + q.By
		}
		return t, nil
	}
	return nil, fmt.Errorf("there is no table %q: want one of %s", name, strings.Join(Names(), ", "))
}
