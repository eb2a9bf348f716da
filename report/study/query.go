package study

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
	"strings"

	"rung/classify"
	"rung/corpus/stats"
	"rung/report/table"
)

// Query says how a table is made. The zero value is right.
type Query struct {
	By         string   // field that makes the groups; "" for the table's own
	Groups     []string // only these groups, in this order; nil: the table's own choice
	Top        int      // most groups of a free field, and most terms of a group; 0: 25
	Duplicates bool     // keep near-duplicates
	Resamples  int      // of a bootstrap; 0: 2,000
	Seed       uint64   // of the bootstrap
	Prior      float64  // terms that the prior of keyness counts for; 0: 100
	Least      int      // postings that must hold a term; 0: 5
	Employers  int      // employers that must use a term; 0: 3, at most 40
}

func (q Query) top() int        { return cmp.Or(q.Top, 25) }
func (q Query) resamples() int  { return cmp.Or(q.Resamples, 2000) }
func (q Query) prior() float64  { return cmp.Or(q.Prior, 100) }
func (q Query) least() int      { return cmp.Or(q.Least, 5) }
func (q Query) leastUsers() int { return cmp.Or(q.Employers, 3) }

// Fields are what postings can be grouped by.
func Fields() []string {
	return []string{"level", "claim", "agreement", "answer", "label", "company", "source", "board", "month", "year", "title", "degree", "currency"}
}

// Value is an observation's value of a field, "" where it is not known.
func (s *Study) Value(o *Observation, field string) string {
	switch field {
	case "level":
		return s.level(o.Level)
	case "answer":
		return s.answer(o)
	case "claim":
		return claimName(o.Claim)
	case "agreement":
		return strings.ReplaceAll(o.Agreement.String(), "_", " ")
	case "label":
		return labelName(o.Label)
	case "company":
		return o.Company
	case "source":
		return o.Source
	case "board":
		if board, rest, ok := strings.Cut(o.ID, "/"); ok && rest != "" {
			return board
		}
	case "month":
		return o.Month
	case "year":
		return o.Month[:min(4, len(o.Month))]
	case "title":
		return strings.Join(strings.Fields(o.Title), " ")
	case "degree":
		if o.Facts.Degree >= 0 && o.Facts.Read {
			return degreeName(o.Facts.Degree)
		}
	case "currency":
		return o.Facts.Currency
	}
	return ""
}

// level is a level's name for people.
func (s *Study) level(l classify.Level) string {
	switch l {
	case classify.Director:
		return levelName(s.opt.Levels[0])
	case classify.VP:
		return levelName(s.opt.Levels[1])
	}
	return levelName(l.String())
}

// levels are all, the lowest first.
func (s *Study) levels() []string {
	return []string{s.level(classify.Director), s.level(classify.Unsure), s.level(classify.VP), s.level(classify.Neither), s.level(classify.Unread)}
}

// answer is what is said of a posting, for people: finer than its level.
func (s *Study) answer(o *Observation) string {
	verb, _, _ := strings.Cut(o.Answer, "_")
	switch o.Answer {
	case "reads_director", "leans_director", "below":
		return levelName(verb) + " " + s.level(classify.Director)
	case "reads_vp", "leans_vp", "above":
		return levelName(verb) + " " + s.level(classify.VP)
	case "unread":
		if o.Cause != classify.NoCause {
			return "Unread: " + strings.ReplaceAll(o.Cause.String(), "_", " ")
		}
	}
	return levelName(o.Answer)
}

// answers are all that a study may hold, from below the lower level upwards and
// then those that stand on no ladder. Why a job is neither, or a text unread, is
// listed where some posting is so.
func (s *Study) answers() []string {
	var out []string
	add := func(answer string, cause classify.Cause, always bool) {
		has := func(o *Observation) bool { return o.Answer == answer && o.Cause == cause }
		if always || slices.ContainsFunc(s.all, has) {
			out = append(out, s.answer(&Observation{Answer: answer, Cause: cause}))
		}
	}
	add("below", 0, false)
	for _, a := range []string{"reads_director", "leans_director", "unsure", "leans_vp", "reads_vp"} {
		add(a, 0, true)
	}
	for _, a := range []string{"above", "other_function", "neither"} {
		add(a, 0, false)
	}
	for c := classify.NoCause; c <= classify.SeveralJobs; c++ {
		add("unread", c, false)
	}
	return out
}

// pair are the two levels that a model tells apart, the lower first.
func (s *Study) pair() []string { return []string{s.level(classify.Director), s.level(classify.VP)} }

func levelName(key string) string {
	if key == "vp" {
		return "VP"
	}
	key = strings.ReplaceAll(key, "_", " ")
	return strings.ToUpper(key[:min(1, len(key))]) + key[min(1, len(key)):]
}

func labelName(label string) string {
	if label == "bank_vp" {
		return claimName(classify.ClaimBankVP)
	}
	return levelName(label)
}

func claimName(c classify.Claim) string { return claimNames[c] }

var claimNames = map[classify.Claim]string{classify.ClaimDirector: "Director", classify.ClaimVP: "VP", classify.ClaimBankVP: "Bank VP", classify.ClaimOther: "Other"}

// grouping puts the observations that are counted into groups.
type grouping struct {
	field   string
	names   []string
	of      []int32 // by observation: index into names, or -1
	n       []int   // observations of a group
	counted int     // observations that the table speaks of: all but duplicates
	missing int     // of them, those whose value is not known
	other   int     // of them, those of groups that are not shown
}

// group groups by a field. The groups are those of the query; without any, those
// of fixed that occur; where that is nil, the most frequent values of the field,
// equals in alphabetical order. With rest, all others make a last group.
func (s *Study) group(q Query, field string, fixed []string, rest bool) (*grouping, error) {
	s.finish()
	if !slices.Contains(Fields(), field) {
		return nil, fmt.Errorf("there is no field %q: want one of %s", field, strings.Join(Fields(), ", "))
	}
	g := &grouping{field: field, of: make([]int32, len(s.all))}
	counts := map[string]int{}
	for i := range s.all {
		g.of[i] = -1
		o := s.all[i]
		if o.Duplicate && !q.Duplicates {
			continue
		}
		g.counted++
		if v := s.Value(o, field); v == "" {
			g.missing++
		} else {
			counts[v]++
		}
	}
	switch {
	case len(q.Groups) > 0:
		for v := range counts {
			for _, want := range q.Groups {
				if strings.EqualFold(v, want) && !slices.Contains(g.names, v) {
					g.names = append(g.names, v)
				}
			}
		}
		if len(g.names) == 0 {
			return nil, fmt.Errorf("%w: no posting has a %s among %q", ErrNothing, field, q.Groups)
		}
		at := func(v string) int {
			return slices.IndexFunc(q.Groups, func(w string) bool { return strings.EqualFold(v, w) })
		}
		slices.SortFunc(g.names, func(a, b string) int { return cmp.Or(at(a)-at(b), cmp.Compare(a, b)) })
	case fixed != nil:
		g.names = slices.DeleteFunc(slices.Clone(fixed), func(v string) bool { return counts[v] == 0 })
	default:
		for v := range counts {
			g.names = append(g.names, v)
		}
		if field == "month" || field == "year" {
			slices.Sort(g.names)
			break
		}
		slices.SortFunc(g.names, func(a, b string) int { return cmp.Or(counts[b]-counts[a], cmp.Compare(a, b)) })
		g.names = g.names[:min(len(g.names), q.top())]
	}
	index := map[string]int32{}
	for i, v := range g.names {
		index[v] = int32(i)
	}
	if rest && len(g.names) < len(counts) {
		g.names = append(g.names, fmt.Sprintf("All %d others", len(counts)-len(g.names)))
	} else {
		rest = false
	}
	g.n = make([]int, len(g.names))
	for i := range s.all {
		o := s.all[i]
		if o.Duplicate && !q.Duplicates {
			continue
		}
		v := s.Value(o, field)
		if v == "" {
			continue
		}
		at, ok := index[v]
		switch {
		case !ok && rest:
			at = int32(len(g.names) - 1)
		case !ok:
			g.other++
			continue
		}
		g.of[i] = at
		g.n[at]++
	}
	return g, nil
}

// everyone is one group of all that are counted.
func (s *Study) everyone(q Query) *grouping {
	s.finish()
	g := &grouping{names: []string{"All"}, of: make([]int32, len(s.all)), n: []int{0}}
	for i := range s.all {
		if s.all[i].Duplicate && !q.Duplicates {
			g.of[i] = -1
			continue
		}
		g.counted++
		g.n[0]++
	}
	return g
}

// members gives the observations that are in groups, each with its group.
func (s *Study) members(g *grouping) iter.Seq2[int, *Observation] {
	return func(yield func(int, *Observation) bool) {
		for i, at := range g.of {
			if at >= 0 && !yield(int(at), s.all[i]) {
				return
			}
		}
	}
}

// compared makes a table that compares groups, which are levels where the query
// says nothing else.
func compared(make func(*Study, Query, *grouping) *table.Table) func(*Study, Query) (*table.Table, error) {
	return func(s *Study, q Query) (*table.Table, error) {
		g, err := s.groupsOr(q)
		if err != nil {
			return nil, err
		}
		return make(s, q, g), nil
	}
}

// clusters numbers the employers of the postings that are in groups, and says how
// many there are. A posting without an employer is a cluster of its own; one that
// is in no group has -1.
func (s *Study) clusters(g *grouping) (of []int32, n int) {
	of = make([]int32, len(s.all))
	known := map[string]int32{}
	for i, at := range g.of {
		of[i] = -1
		if at < 0 {
			continue
		}
		company := s.all[i].Company
		c, ok := known[company]
		if !ok || company == "" {
			c = int32(n)
			known[company] = c
			n++
		}
		of[i] = c
	}
	return of, n
}

// groupsOr are the groups of a table that compares levels by itself.
func (s *Study) groupsOr(q Query) (*grouping, error) {
	field := cmp.Or(q.By, "level")
	var fixed []string
	switch field {
	case "level", "label":
		fixed = s.pair()
	case "claim":
		fixed = []string{"Director", "VP"}
	}
	if fixed == nil && q.Top == 0 {
		q.Top = 8
	}
	return s.group(q, field, fixed, false)
}

// leftOut says in a caption what is not counted.
func (s *Study) leftOut(q Query, g *grouping) string {
	duplicates, texts := s.Duplicates(), s.Texts()
	out := ""
	switch {
	case texts == 0:
		out += " Near-duplicates were not looked for, since the input holds no texts."
	case q.Duplicates:
		out += fmt.Sprintf(" Near-duplicates were kept: %d.", duplicates)
	default:
		out += fmt.Sprintf(" Near-duplicates of an earlier posting were removed: %d.", duplicates)
	}
	if texts > 0 && texts < len(s.all) {
		out += fmt.Sprintf(" %d postings came without text.", len(s.all)-texts)
	}
	if g != nil && g.other > 0 {
		out += fmt.Sprintf(" Postings of other groups were left out: %d.", g.other)
	}
	if s.Skipped > 0 {
		out += fmt.Sprintf(" Records that could not be read: %d.", s.Skipped)
	}
	return out
}

// shareCells are the share of k in n and its interval; missing where n is 0.
func shareCells(k, n int) []table.Cell {
	if n == 0 {
		return []table.Cell{table.Missing, table.Missing, table.Missing}
	}
	return estimate(stats.Wilson(k, n))
}

// countCells are k of n postings, and their share with its interval.
func countCells(k, n int) []table.Cell {
	return append([]table.Cell{table.Int(k), table.Int(n)}, shareCells(k, n)...)
}

// countCols are the columns of countCells.
var countCols = []table.Column{countCol("n", "Postings"), countCol("of", "Of"), shareCol("share", "Share"), shareCol("low", "Low"), shareCol("high", "High")}

// estimate are the cells of a value and its interval.
func estimate(e stats.Estimate) []table.Cell {
	return []table.Cell{table.Float(e.Value), table.Float(e.Low), table.Float(e.High)}
}

// textCol, countCol, shareCol and numberCol are columns of one kind; people see
// one decimal of a share.
func textCol(key, head string) table.Column { return table.Column{Key: key, Head: head} }
func countCol(key, head string) table.Column {
	return table.Column{Key: key, Head: head, Kind: table.Count}
}
func shareCol(key, head string) table.Column {
	return table.Column{Key: key, Head: head, Kind: table.Share, Digits: 1}
}
func numberCol(key, head, unit string, digits int) table.Column {
	return table.Column{Key: key, Head: head, Kind: table.Number, Unit: unit, Digits: digits}
}
