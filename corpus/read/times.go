package read

import (
	"strings"
	"time"

	"rung/corpus"
)

var layouts = []string{
	time.RFC3339Nano, "2006-01-02", "2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04:05", "2006-01-02 15:04:05.999999",
	"2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05 -0700 MST", "2006-01-02 15:04", "2006-01-02T15:04:05-0700", "2006-01", "2006/1/2", "2006-1-2",
	time.RFC1123, time.RFC1123Z, time.ANSIC, "January 2, 2006", "Jan 2, 2006", "2 January 2006", "2 Jan 2006", "2.1.2006", "20060102",
}

// parseTime reads a date as data sets write it, but none with slashes and the year
// last: one alone does not say which number is the month.
func parseTime(s string) time.Time { return corpus.ParseTime(s, layouts) }

// order is that of day and month in the dates of a column.
type order uint8

const (
	unknown order = iota
	dayFirst
	monthFirst
	mixed // as some show, and others the other way round
)

// slashed cuts a date such as 26/01/2026 or 1-26-26 9:30 into its first two numbers and
// what follows; ok is false for other texts.
func slashed(s string) (first, second int, rest string, ok bool) {
	s = strings.TrimSpace(s)
	if len(s) > 40 {
		return 0, 0, "", false
	}
	i := strings.IndexAny(s, "/-")
	if i < 1 || i > 2 {
		return 0, 0, "", false
	}
	j := strings.IndexByte(s[i+1:], s[i])
	if j < 1 || j > 2 {
		return 0, 0, "", false
	}
	a, b, rest := s[:i], s[i+1:i+1+j], s[i+j+2:]
	n := len(rest) - len(strings.TrimLeft(rest, "0123456789"))
	if strings.Trim(a+b, "0123456789") != "" || n != 2 && n != 4 {
		return 0, 0, "", false
	}
	number := func(s string) (n int) {
		for i := range len(s) {
			n = n*10 + int(s[i]-'0')
		}
		return n
	}
	return number(a), number(b), rest, true
}

// orderOf is what one date tells of the order.
func orderOf(s string) order {
	first, second, _, ok := slashed(s)
	switch {
	case !ok || first > 12 && second > 12:
	case first > 12 && first <= 31:
		return dayFirst
	case second > 12 && second <= 31:
		return monthFirst
	}
	return unknown
}

// clocks are what may follow a date.
var clocks = []string{"", " 15:04", " 15:04:05", " 3:04 PM", " 3:04:05 PM", "T15:04:05", ", 15:04:05", ", 3:04:05 PM"}

// inOrder reads a date with slashes by the order of its column.
func inOrder(s string, o order) time.Time {
	_, _, rest, _ := slashed(s)
	sep := s[strings.IndexAny(s, "/-"):][:1]
	date := "2" + sep + "1" + sep
	if o == monthFirst {
		date = "1" + sep + "2" + sep
	}
	year := "06"
	if n := len(rest) - len(strings.TrimLeft(rest, "0123456789")); n == 4 {
		year = "2006"
	}
	for _, c := range clocks {
		if t, err := time.Parse(date+year+c, strings.TrimSpace(s)); err == nil {
			return t
		}
	}
	return time.Time{}
}

// learn takes note of what dates tell of the order in their column. It reports whether
// there are dates of which it is still open.
func (s *stream) learn(f field, dates []string) bool {
	o := &s.orders[f]
	for _, d := range dates {
		switch seen := orderOf(d); {
		case seen != unknown && *o != unknown && *o != seen:
			*o = mixed
		case seen != unknown:
			*o = seen
		}
		if _, _, _, ok := slashed(d); ok {
			s.slashes[f] = true
		}
	}
	return *o == unknown && s.slashes[f]
}

// dates are the values of a field in the rows that are held, from row n on.
func (g *grid) dates(f field, n int) (all []string) {
	for i, c := range g.cols {
		for j := n; c.field == f && j < len(g.held); j++ {
			if v := g.held[j].cell(i + g.after); v != "" {
				all = append(all, v)
			}
		}
	}
	return all
}

// date is a field of the row as a time.
func (s *stream) date(f field) time.Time {
	v := s.row.value[f]
	if t := parseTime(v); !t.IsZero() || v == "" {
		return t
	}
	if _, _, _, ok := slashed(v); !ok {
		return time.Time{}
	}
	o := orderOf(v)
	if o == unknown {
		o = s.orders[f]
	}
	if o == unknown || o == mixed {
		if s.undated {
			return time.Time{}
		}
		s.undated = true
		s.m.say("dates such as " + quote(v) + ` may name the month first or the day, and nothing in the column tells which: they are not read`)
		return time.Time{}
	}
	return inOrder(v, o)
}
