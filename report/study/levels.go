package study

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"rung/classify"
	"rung/corpus/stats"
	"rung/report/table"
)

const (
	wilsonNote = "Intervals of shares are 95 % score intervals (Wilson 1927), which take postings for independent of one another."
	levelNote  = "A level is what the duties read, not what the title says. A level is read surely where such readings are right 95 times in 100 on postings held out, and else leaned to; unsure is where the two are near a coin flip. Neither is a job below or above the two levels, or of another function; unread is a text in which no level can be read, such as one in another language or a curriculum vitae."
)

// levelsTable counts levels, in all or by a field.
func (s *Study) levelsTable(q Query) (*table.Table, error) {
	t, g, err := s.counted(q, "level", "the level that their duties read", textCol("level", "Level"))
	if err != nil {
		return nil, err
	}
	s.levelRows(t, g)
	if g.field == "" {
		t.Notes = append(t.Notes, s.sureNote(g))
		t.Notes = append(t.Notes, s.designNote(g)...)
	}
	return t, nil
}

// counted begins a table of how many postings are of each kind, in all or by a
// field other than their own.
func (s *Study) counted(q Query, own, what string, kinds ...table.Column) (*table.Table, *grouping, error) {
	g, caption := s.everyone(q), "Postings by "+what+"."
	if q.By != "" && q.By != own {
		var err error
		if g, err = s.group(q, q.By, nil, true); err != nil {
			return nil, nil, err
		}
		caption = "Postings by " + q.By + " and by " + what + "; the share is of the group."
	}
	return &table.Table{
		Caption: caption + s.leftOut(q, g), N: g.counted - g.other, Missing: g.missing,
		Columns: slices.Concat([]table.Column{textCol("group", groupHead(g))}, kinds, countCols),
		Notes:   s.levelNotes(wilsonNote),
	}, g, nil
}

// levelNotes say what levels mean, and at which odds they are read.
func (s *Study) levelNotes(more ...string) []string {
	notes := []string{levelNote}
	if odds := s.Odds(); odds != "" {
		notes = append(notes, odds)
	}
	return append(notes, more...)
}

// Odds says in a sentence which shares of the higher level the probabilities
// assume; "" where that is not known.
func (s *Study) Odds() string {
	var said []string
	for _, p := range s.Priors() {
		if p == 0.5 {
			said = append(said, "even odds of the two levels")
		} else {
			said = append(said, fmt.Sprintf("a share of %s %% %s among the two levels", strconv.FormatFloat(math.Round(p*1000)/10, 'f', -1, 64), s.level(classify.VP)))
		}
	}
	if said == nil {
		return ""
	}
	return "Probabilities, and with them the levels, are at " + strings.Join(said, ", or at ") + "."
}

// answersTable counts what is said of postings, finer than by level: whether a
// level is read surely, why a job is of neither, why a text is unread.
func (s *Study) answersTable(q Query) (*table.Table, error) {
	t, g, err := s.counted(q, "answer", "what is said of them", textCol("level", "Level"), textCol("answer", "Answer"))
	if err != nil {
		return nil, err
	}
	answers := s.answers()
	level := map[string]string{}
	counts := make([]map[string]int, len(g.names))
	for i := range counts {
		counts[i] = map[string]int{}
	}
	for _, o := range s.all {
		level[s.answer(o)] = s.level(o.Level)
	}
	for at, o := range s.members(g) {
		counts[at][s.answer(o)]++
	}
	for _, l := range []classify.Level{classify.Director, classify.VP} {
		level["Reads "+s.level(l)], level["Leans "+s.level(l)] = s.level(l), s.level(l)
	}
	level[s.level(classify.Unsure)] = s.level(classify.Unsure)
	for at, name := range g.names {
		for _, a := range answers {
			row := []table.Cell{table.String(name), table.String(level[a]), table.String(a)}
			t.Rows = append(t.Rows, append(row, countCells(counts[at][a], g.n[at])...))
		}
	}
	return t, nil
}

// designNote says how much wider the intervals would be that know that postings
// of one employer are alike; nothing where no employer has two.
func (s *Study) designNote(g *grouping) []string {
	clusters, n := s.clusters(g)
	if n == g.counted {
		return nil
	}
	var parts []string
	for _, level := range s.levels() {
		of := make([]stats.Part, n)
		for i, c := range clusters {
			if c >= 0 {
				of[c].N++
				if s.level(s.all[i].Level) == level {
					of[c].Sum++
				}
			}
		}
		if d := stats.DesignEffect(of); !math.IsNaN(d) {
			parts = append(parts, fmt.Sprintf("%s %.2f", level, d))
		}
	}
	if parts == nil {
		return nil
	}
	return []string{fmt.Sprintf("Postings of one employer are alike. The design effects of the shares over %d employers (a posting without one counts as its own) are %s (Kish 1965): an interval that allows for it is about as much wider as the root of that.", n, strings.Join(parts, ", "))}
}

func groupHead(g *grouping) string {
	if g.field == "" {
		return "Group"
	}
	return strings.ToUpper(g.field[:1]) + g.field[1:]
}

// sureNote says how many of each level are read surely.
func (s *Study) sureNote(g *grouping) string {
	var parts []string
	for _, l := range []classify.Level{classify.Director, classify.VP} {
		n, sure := 0, 0
		for _, o := range s.members(g) {
			if o.Level != l {
				continue
			}
			n++
			if strings.HasPrefix(o.Answer, "reads_") {
				sure++
			}
		}
		parts = append(parts, fmt.Sprintf("%d of %d %s", sure, n, s.level(l)))
	}
	return "Read surely are " + strings.Join(parts, " and ") + "; the others lean. The table of answers tells them apart, and why a posting is neither or unread."
}

// levelRows adds a row for each group and level.
func (s *Study) levelRows(t *table.Table, g *grouping) {
	type cell struct {
		group int
		level string
	}
	counts := map[cell]int{}
	for at, o := range s.members(g) {
		counts[cell{at, s.level(o.Level)}]++
	}
	for at, name := range g.names {
		for _, level := range s.levels() {
			row := []table.Cell{table.String(name), table.String(level)}
			t.Rows = append(t.Rows, append(row, countCells(counts[cell{at, level}], g.n[at])...))
		}
	}
}

// leastMonth is the number of postings below which the shares of a month say
// nothing.
const leastMonth = 10

// timeTable counts levels by month.
func (s *Study) timeTable(q Query) (*table.Table, error) {
	q.Groups = nil
	g, err := s.group(q, "month", nil, false)
	if err != nil {
		return nil, err
	}
	t := &table.Table{
		Caption: "Postings by the month in which they were published, or else fetched, and by level; the share is of the month." + s.leftOut(q, g),
		N:       g.counted, Missing: g.missing,
		Columns: append([]table.Column{{Key: "month", Head: "Month", Kind: table.Month}, textCol("level", "Level")}, countCols...),
		Notes:   s.levelNotes(wilsonNote, fmt.Sprintf("Months without a posting are not listed; those of fewer than %d have no shares.", leastMonth)),
	}
	s.levelRows(t, g)
	for _, row := range t.Rows {
		if row[3].Number < leastMonth {
			row[4], row[5], row[6] = table.Missing, table.Missing, table.Missing
		}
	}
	return t, nil
}

// matrixTable sets what titles claim against what duties read.
func (s *Study) matrixTable(q Query) (*table.Table, error) {
	g := s.everyone(q)
	levels, claims := s.levels(), []string{"Director", "VP", "Bank VP", "Other", ""}
	counts, leaning := map[[2]string]int{}, map[[2]string]int{}
	missing := 0
	for _, o := range s.members(g) {
		c := claimName(o.Claim)
		if c == "" {
			missing++
		}
		counts[[2]string{c, s.level(o.Level)}]++
		if strings.HasPrefix(o.Answer, "leans_") {
			leaning[[2]string{c, s.level(o.Level)}]++
		}
	}
	t := &table.Table{
		Caption: "Postings by what the title claims and what the duties read." + s.leftOut(q, g), N: g.counted, Missing: missing,
		Columns: []table.Column{textCol("claim", "Title claims")}, Notes: s.levelNotes("Bank VP is a bank's or insurer's grade; other is a title of neither level or of both.", "Reads counts what is read surely and what is leaned to; of these the last columns count what is leaned to."),
	}
	add := func(verb string, levels []string) {
		for _, l := range levels {
			head := verb + " " + l
			t.Columns = append(t.Columns, countCol(strings.ReplaceAll(strings.ToLower(head), " ", "_"), head))
		}
	}
	add("Reads", levels)
	t.Columns = append(t.Columns, countCol("n", "All"))
	add("Leans", s.pair())
	for _, c := range claims {
		row, sum := []table.Cell{table.String(cmp.Or(c, "No title"))}, 0
		for _, l := range levels {
			n := counts[[2]string{c, l}]
			sum += n
			row = append(row, table.Int(n))
		}
		row = append(row, table.Int(sum))
		for _, l := range s.pair() {
			row = append(row, table.Int(leaning[[2]string{c, l}]))
		}
		t.Rows = append(t.Rows, row)
	}
	return t, nil
}

// agreementTable compares titles with duties, in all and by a field.
func (s *Study) agreementTable(q Query) (*table.Table, error) {
	if s.opt.Levels != defaultLevels {
		return nil, fmt.Errorf("%w: only of directors and vps is it known what a title claims", ErrNothing)
	}
	all := s.everyone(q)
	t := &table.Table{
		N: all.counted,
		Columns: []table.Column{textCol("group", "Group"), countCol("n", "Postings compared"), shareCol("agree", "Agree"), shareCol("low", "Low"), shareCol("high", "High"),
			numberCol("kappa", "Kappa", "", 2), numberCol("kappa_se", "SE", "", 2), numberCol("kappa_low", "Kappa low", "", 2), numberCol("kappa_high", "Kappa high", "", 2),
			numberCol("kappa_linear", "Linear kappa", "", 2), numberCol("kappa_quadratic", "Quadratic kappa", "", 2),
			countCol("reads_lower", "Says VP, reads Director"), countCol("reads_higher", "Says Director, reads VP"), countCol("unsure", "Duties unsure")},
		Notes: []string{"Compared are postings whose title claims one of the two levels and whose duties read one of them, surely or leaning; agree and kappa are of these (Cohen 1960; standard error by Fleiss, Cohen and Everitt 1969).",
			"Linear and quadratic kappa (Cohen 1968) also count the postings whose duties are unsure, as a step between the two levels.", wilsonNote},
	}
	groups := []*grouping{all}
	if q.By != "" {
		g, err := s.group(q, q.By, nil, true)
		if err != nil {
			return nil, err
		}
		groups = append(groups, g)
		t.Missing = g.missing
		t.Columns[0].Head = groupHead(g)
	}
	without := 0
	for k, g := range groups {
		tables := make([][3][3]int, len(g.names)) // claim × reading over Director, unsure, VP
		for at, o := range s.members(g) {
			c, l := place(claimName(o.Claim)), place(s.level(o.Level))
			if c == 0 || c == 2 || l == 0 {
				if k == 0 {
					without++
				}
				continue
			}
			tables[at][c-1][l-1]++
		}
		for at, name := range g.names {
			m := &tables[at]
			n := m[0][0] + m[0][2] + m[2][0] + m[2][2]
			plain := stats.Kappa([][]int{{m[0][0], m[0][2]}, {m[2][0], m[2][2]}}, stats.Nominal)
			three := [][]int{m[0][:], m[1][:], m[2][:]}
			row := append([]table.Cell{table.String(name), table.Int(n)}, shareCells(m[0][0]+m[2][2], n)...)
			t.Rows = append(t.Rows, append(row, table.Float(plain.Value), table.Float(plain.SE), table.Float(plain.Low), table.Float(plain.High),
				table.Float(stats.Kappa(three, stats.Linear).Value), table.Float(stats.Kappa(three, stats.Quadratic).Value),
				table.Int(m[2][0]), table.Int(m[0][2]), table.Int(m[0][1]+m[2][1])))
		}
	}
	t.Caption = fmt.Sprintf("What titles claim against what duties read. Not compared, since the title claims neither level, or the duties read neither or are unread: %d.", without) + s.leftOut(q, groups[len(groups)-1])
	if q.By == "" {
		t.Missing = without
	}
	return t, nil
}

// place is a level's place on the scale Director, unsure, VP, from 1; else 0.
func place(name string) int { return slices.Index([]string{"Director", "Unsure", "VP"}, name) + 1 }
