// Package row writes verdicts one a row, and profiles, in the formats that
// programs and people read: JSON Lines, CSV, TSV, Parquet, XLSX, rows of a
// database, Markdown, HTML, LaTeX, and a table for a terminal. Numbers are rounded
// here and nowhere before. It computes no verdict and opens no file; a cell is
// never a formula, nor a sign that moves a cursor.
package row

import (
	"math"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"rung/classify"
	"rung/classify/signal"
	"rung/corpus"
	"rung/report"
)

// Record is one row of verdicts, as it is written and as programs read it back
// from JSON. It is the one list of columns: every format of rows is made of these
// fields and their tags, and a new column is one line here and, in fill, what it
// holds. Programs count columns, so a new one comes last. Lists are never missing, only empty.
//
//	json     key of JSON Lines and name in a database; with omitempty a row may
//	         lack it, and NULL stands in a database; "-" is a column of sheets alone
//	parquet  the same in Parquet
//	sheet    place in a sheet (CSV, TSV, XLSX): columns of a lower number stand
//	         first, and those of one number as here; without it, a sheet lacks the
//	         column. A struct has a cell for each of its fields. Options: prefix=
//	         before the names of these, width= in characters, share (shown as per
//	         cent), blank (an empty text or a zero is no cell), level (no cell
//	         where the posting has no level), name= of a column of sheets alone
//	note     what the schema of a database says
//
// The text comes last in JSON Lines and Parquet, and only where it is asked for.
type Record struct {
	ID      string `json:"id" parquet:"id" sheet:"1,width=22" note:"not unique: what the input says twice stands here twice"`
	Source  string `json:"source" parquet:"source" sheet:"1,width=28" note:"file:line, or address"`
	Company string `json:"company" parquet:"company,dict" sheet:"1,width=22"`
	Title   string `json:"title" parquet:"title,dict" sheet:"1,width=36"`
	// vp, director, unsure, neither or unread; with a model of other levels, theirs.
	Level string `json:"level" parquet:"level,dict" sheet:"1"`
	// Of the higher level given one of the two, 0…1.
	Probability float64 `json:"probability" parquet:"probability" sheet:"1,share,level"`
	// Bias + Σ weight·value + Rest, to within 1e-6.
	LogOdds float64 `json:"log_odds" parquet:"log_odds" sheet:"1"`
	// vp, director, bank_vp, other or none; with other levels none.
	TitleClaim string `json:"title_claim" parquet:"title_claim,dict" sheet:"1"`
	// agrees, reads_lower, reads_higher or unclear.
	Agreement string `json:"agreement" parquet:"agreement,dict" sheet:"1"`
	// Heaviest first. In a sheet, "rule contribution “quotation”", separated by "; ".
	Reasons []Reason `json:"reasons" parquet:"reasons,list" sheet:"2,width=80" note:"JSON array"`
	// Log-odds by difference; they and Bias add up to LogOdds.
	Differences Differences `json:"differences" parquet:"differences" sheet:"1" note:"JSON object"`
	Flags       []string    `json:"flags" parquet:"flags,list" parquet-element:",dict" sheet:"1,width=20" note:"JSON array"`
	Model       string      `json:"model" parquet:"model,dict" sheet:"2,width=20"`
	Lexicon     string      `json:"lexicon" parquet:"lexicon,dict"`
	Bias        float64     `json:"bias" parquet:"bias,dict"`
	// Contributions of the reasons not listed, and what rounding left over.
	Rest float64 `json:"rest" parquet:"rest"`
	// Log-odds of being an engineering-leadership job at all.
	Gate    float64  `json:"gate" parquet:"gate" sheet:"4"`
	Missing []string `json:"missing" parquet:"missing,list" parquet-element:",dict" sheet:"1,width=24" note:"JSON array"`
	// The normalised text that the offsets count in.
	Text string `json:"text,omitempty" parquet:"-" sheet:"3,width=60" note:"NULL where it was not asked for"`
	// The level is right 95 times in 100; without it the posting leans.
	Sure bool `json:"sure" parquet:"sure" sheet:"3" note:"1 or 0; tables of earlier versions end before it"`
	// The most probable rung.
	Rung string `json:"-" parquet:"-" sheet:"3,blank"`
	// Nil, like Function and Facts, where it is not known on which rung the job
	// stands: with a model of other levels, and where Level is unread.
	Ladder   *Ladder   `json:"ladder,omitempty" parquet:"ladder" sheet:"3,prefix=ladder_,share" note:"JSON object; NULL, like the next two, where the rung is not known"`
	Function *Function `json:"function,omitempty" parquet:"function" sheet:"3,share" note:"JSON object"`
	Facts    *Facts    `json:"facts,omitempty" parquet:"facts" sheet:"3,prefix=fact_" note:"JSON object"`
	// below, above or other_function, where it is known.
	WhyNeither string `json:"why_neither,omitempty" parquet:"why_neither,optional,dict" note:"NULL where the level is another, or why is not known"`
	// not_english, too_short, no_duties, resume, article or several_jobs.
	WhyUnread string `json:"why_unread,omitempty" parquet:"why_unread,optional,dict" note:"NULL where the level is another"`
	// WhyNeither or WhyUnread, in one cell.
	Why string `json:"-" parquet:"-" sheet:"3"`
	// Share of the higher level among the two that Probability assumes.
	PriorVP float64 `json:"prior_vp" parquet:"prior_vp,dict" sheet:"3,share"`
	// Parts of the text that the verdict does not rest on, in its order.
	Unread []Unread `json:"unread" parquet:"unread,list" note:"JSON array"`
	// As the input names them.
	URL      string `json:"url,omitempty" parquet:"url,optional" sheet:"4,blank,width=28" note:"NULL, like the next three, where it is not known"`
	Location string `json:"location,omitempty" parquet:"location,optional,dict" sheet:"4,blank,width=20"`
	// A day, or a time as in RFC 3339.
	Posted string `json:"posted,omitempty" parquet:"posted,optional,dict" sheet:"4,blank"`
	// Number of the record in its input, from 1.
	Row int64 `json:"row,omitempty" parquet:"row,optional" sheet:"4,blank"`
	// Why the level is what it is, heaviest first, in words.
	ReasonsText string `json:"-" parquet:"-" sheet:"4,blank,name=reasons_text,width=80"`
	// Columns of the input, where they are asked for.
	Kept Kept `json:"kept,omitempty" parquet:"-" note:"JSON object; NULL where nothing was kept"`
}

// Ladder is the probability of each rung; they add up to 1.
type Ladder struct {
	Contributor float64 `parquet:"contributor" json:"contributor"`
	FirstLine   float64 `parquet:"first_line" json:"first_line"`
	Director    float64 `parquet:"director" json:"director"`
	VP          float64 `parquet:"vp" json:"vp"`
	Chief       float64 `parquet:"chief" json:"chief"`
}

// Function is the probability of each function: of engineering alone.
type Function struct {
	Engineering float64 `parquet:"engineering" json:"engineering"`
}

// Facts are the ten facts of the job.
type Facts struct {
	Scope    Fact[string] `parquet:"scope" json:"scope"`
	Below    Fact[string] `parquet:"below" json:"below"`
	Above    Fact[string] `parquet:"above" json:"above"`
	Exec     Fact[int64]  `parquet:"exec" json:"exec"` // 0 or 1, like HandsOn and BuildOrg
	Budget   Fact[string] `parquet:"budget" json:"budget"`
	Horizon  Fact[string] `parquet:"horizon" json:"horizon"`
	HandsOn  Fact[int64]  `parquet:"hands_on" json:"hands_on"`
	BuildOrg Fact[int64]  `parquet:"build_org" json:"build_org"`
	Stage    Fact[string] `parquet:"stage" json:"stage"`
	Size     Fact[*int64] `parquet:"size" json:"size"` // people led; nil where no number is said
}

// Fact is a value and, where the posting states it, its place: half-open bytes of
// the normalised text.
type Fact[T any] struct {
	Value T      `parquet:"value,dict" json:"value"`
	Start *int64 `parquet:"start" json:"start,omitempty"`
	End   *int64 `parquet:"end" json:"end,omitempty"`
	Quote string `parquet:"quote,optional" json:"quote,omitempty"`
}

// Unread is a part of the text that the verdict does not rest on, in bytes.
type Unread struct {
	Start int64  `parquet:"start" json:"start"`
	End   int64  `parquet:"end" json:"end"`
	Cause string `parquet:"cause,dict" json:"cause"` // title, the kind of section: benefits, legal, apply; or cut: behind classify.MostText
}

// Reason is one reason of a verdict.
type Reason struct {
	Rule         string     `parquet:"rule,dict" json:"rule"`
	Difference   string     `parquet:"difference,dict" json:"difference"`
	Weight       float64    `parquet:"weight,dict" json:"weight"`
	Value        float64    `parquet:"value" json:"value"`
	Evidence     []Evidence `parquet:"evidence,list" json:"evidence"` // in text order
	Cite         string     `parquet:"cite,dict" json:"cite"`         // sources, separated by a space
	contribution float64    // Weight·Value before they were rounded, to the last decimal of CSV and TSV; 0: not kept
}

// Evidence is one quoted place: Start and End count bytes of the normalised text,
// RuneStart and RuneEnd its code points; all are half-open.
type Evidence struct {
	Start       int64  `parquet:"start" json:"start"`
	End         int64  `parquet:"end" json:"end"`
	RuneStart   int64  `parquet:"rune_start" json:"rune_start"`
	RuneEnd     int64  `parquet:"rune_end" json:"rune_end"`
	Quote       string `parquet:"quote" json:"quote"`
	Section     string `parquet:"section,dict" json:"section"`
	Boilerplate bool   `parquet:"boilerplate" json:"boilerplate,omitempty"`
}

// Differences are the log-odds by difference.
type Differences struct {
	Horizon   float64 `parquet:"horizon" json:"horizon"`
	Duties    float64 `parquet:"duties" json:"duties"`
	Meetings  float64 `parquet:"meetings" json:"meetings"`
	Authority float64 `parquet:"authority" json:"authority"`
	Metrics   float64 `parquet:"metrics" json:"metrics"`
	Career    float64 `parquet:"career" json:"career"`
	Education float64 `parquet:"education" json:"education"`
}

// list gives the values in the order of package signal.
func (d *Differences) list() [signal.NumDifferences]*float64 {
	return [...]*float64{&d.Horizon, &d.Duties, &d.Meetings, &d.Authority, &d.Metrics, &d.Career, &d.Education}
}

// list gives the values in the order of package classify.
func (l *Ladder) list() [classify.NumRungs]*float64 {
	return [...]*float64{&l.Contributor, &l.FirstLine, &l.Director, &l.VP, &l.Chief}
}

// Options says what a row holds beyond the verdict.
type Options struct {
	Text   bool          // the posting's normalised text
	Kept   []string      // names of columns of the input that sheets and Parquet have; JSON has what the posting carries
	Levels report.Levels // of the model; zero: director and vp
}

// NewRecord is the row of a verdict. The reasons are those of v: all, or the first
// n after ClassifyTop. The evidence of v must lie in p.Text.
//
// Every number is rounded to six decimals. So that the printed numbers still add
// up, Rest is what LogOdds lacks after Bias and the printed reasons; it differs
// from v.Rest by the rounding of the others, a few millionths.
func NewRecord(p corpus.Posting, v *classify.Verdict, opt Options) Record {
	var r Record
	new(room).fill(&r, p, v, opt)
	return r
}

// room is where the parts of a record stand, so that rows that are only written
// can use it again.
type room struct {
	reasons  []Reason
	evidence []Evidence
	unread   []Unread
	ladder   Ladder
	function Function
	facts    Facts
	exact    bool // reasons keep their contributions as they were
	sheet    bool // which shows no places: code points are not counted
	places   [2 * signal.NumFacts]int64
	people   int64
}

// written is a record whose parts are used again.
type written struct {
	Record
	room
}

var writtens = sync.Pool{New: func() any { return &written{room: room{exact: true}} }}

func (m *room) fill(r *Record, p corpus.Posting, v *classify.Verdict, opt Options) {
	claim, agreement, missing := testimony(v, opt.Levels)
	*r = Record{
		ID: valid(string(v.ID)), Source: valid(v.Source), Company: valid(v.Company), Title: valid(v.Title),
		Level: opt.Levels.Key(v.Level), Probability: rounded(v.Probability), LogOdds: rounded(v.LogOdds),
		TitleClaim: claim.String(), Agreement: agreement.String(), Flags: v.Flags, Missing: missing,
		Model: v.Model, Lexicon: v.Lexicon, Bias: rounded(v.Bias), Gate: rounded(v.Gate),
		Sure: v.Sure, PriorVP: rounded(v.PriorVP),
	}
	o := newOrigin(p)
	r.URL, r.Location, r.Posted, r.Row, r.Kept = o.URL, o.Location, o.Posted, o.Row, o.Kept
	if m.sheet || !m.exact { // JSON has no such column
		r.ReasonsText = reasonsText(v.Reasons)
	}
	var sum float64
	r.Reasons, sum = m.fillReasons(p.Text, v.Reasons)
	r.Rest = rounded(report.Round(v.LogOdds) - report.Round(v.Bias) - sum)
	if opt.Text {
		r.Text = valid(p.Text)
	}
	for d, field := range r.Differences.list() {
		*field = rounded(v.Differences[d])
	}
	r.WhyNeither, r.WhyUnread = whys(v)
	r.Why = r.WhyNeither + r.WhyUnread
	if r.Why == "" && v.Level == classify.Neither {
		r.Why = "unknown"
	}
	m.unread = again(m.unread, len(v.Unread))
	for i, u := range v.Unread {
		m.unread[i] = Unread{int64(u.Start), int64(u.End), valid(u.Cause)}
	}
	r.Unread = m.unread
	if !report.HasLadder(v) {
		return
	}
	m.function = Function{rounded(v.Engineering)}
	r.Rung, r.Ladder, r.Function, r.Facts = v.Ladder.Best().String(), &m.ladder, &m.function, m.fillFacts(p.Text, &v.Facts)
	for rung, field := range m.ladder.list() {
		*field = rounded(v.Ladder[rung])
	}
}

// fillReasons also returns the sum of the contributions as printed.
func (m *room) fillReasons(text string, from []classify.Reason) (reasons []Reason, sum float64) {
	places := 0
	for i := range from {
		places += len(from[i].Evidence)
	}
	m.reasons, m.evidence = again(m.reasons, len(from)), again(m.evidence, places)
	runes := newRuneCounter(text)
	next := 0
	for i := range from {
		f := &from[i]
		sum += report.Round(f.Weight) * report.Round(f.Value)
		first := next
		for j := range f.Evidence {
			e := &f.Evidence[j]
			m.evidence[next] = Evidence{
				Start: int64(e.Start), End: int64(e.End),
				Quote: valid(report.Quote(text, e.Span)), Section: e.Section.String(), Boilerplate: e.Boilerplate,
			}
			if !m.sheet {
				m.evidence[next].RuneStart, m.evidence[next].RuneEnd = int64(runes.at(e.Start)), int64(runes.at(e.End))
			}
			next++
		}
		m.reasons[i] = Reason{
			Rule: valid(f.Rule), Difference: f.Difference.String(), Weight: rounded(f.Weight), Value: rounded(f.Value),
			Evidence: m.evidence[first:next:next], Cite: strings.Join(f.Cite, " "),
		}
		if m.exact {
			m.reasons[i].contribution = f.Contribution()
		}
	}
	return m.reasons, sum
}

// again is a list of n elements in the room of an older one.
func again[T any](list []T, n int) []T {
	if n > cap(list) || list == nil { // which JSON would have as null
		return make([]T, n)
	}
	return list[:n]
}

func (m *room) fillFacts(text string, facts *classify.Facts) *Facts {
	m.people = int64(facts[signal.FactSize].Number)
	var people *int64
	if m.people != 0 {
		people = &m.people
	}
	m.facts = Facts{
		Scope:    fact(m, text, facts, signal.FactScope, facts.Value(signal.FactScope)),
		Below:    fact(m, text, facts, signal.FactBelow, facts.Value(signal.FactBelow)),
		Above:    fact(m, text, facts, signal.FactAbove, facts.Value(signal.FactAbove)),
		Exec:     fact(m, text, facts, signal.FactExec, int64(facts[signal.FactExec].Value)),
		Budget:   fact(m, text, facts, signal.FactBudget, facts.Value(signal.FactBudget)),
		Horizon:  fact(m, text, facts, signal.FactHorizon, facts.Value(signal.FactHorizon)),
		HandsOn:  fact(m, text, facts, signal.FactHandsOn, int64(facts[signal.FactHandsOn].Value)),
		BuildOrg: fact(m, text, facts, signal.FactBuildOrg, int64(facts[signal.FactBuildOrg].Value)),
		Stage:    fact(m, text, facts, signal.FactStage, facts.Value(signal.FactStage)),
		Size:     fact(m, text, facts, signal.FactSize, people),
	}
	return &m.facts
}

func fact[T any](m *room, t string, facts *classify.Facts, k signal.Fact, value T) Fact[T] {
	if !facts.Stated(k) {
		return Fact[T]{Value: value}
	}
	place := m.places[2*k:]
	span := facts[k].Evidence.Span
	place[0], place[1] = int64(span.Start), int64(span.End)
	return Fact[T]{value, &place[0], &place[1], valid(report.Quote(t, span))}
}

// testimony is what only the built-in pair of levels has: the title's claim, how
// the duties agree with it, and what the posting does not say.
func testimony(v *classify.Verdict, l report.Levels) (classify.Claim, classify.Agreement, []string) {
	if l.BuiltIn() {
		return v.Claim, v.Agreement, v.Missing
	}
	return classify.ClaimNone, classify.Unclear, nil
}

// whys are why a verdict is neither of the levels, and why it is unread, each ""
// where it is something else or where that is not known.
func whys(v *classify.Verdict) (neither, unread string) {
	switch v.Level {
	case classify.Neither:
		return v.Why.String(), ""
	case classify.Unread:
		return "", v.Cause.String()
	}
	return "", ""
}

// moment is a day, or a time where it is known, "" where nothing is.
func moment(t time.Time) string {
	switch {
	case t.IsZero():
		return ""
	case t.Equal(t.Truncate(24 * time.Hour)):
		return t.UTC().Format(time.DateOnly)
	}
	return t.UTC().Format(time.RFC3339)
}

// rounded is the number that report.AppendFloat writes.
func rounded(f float64) float64 {
	if math.Abs(f) > 1e9 {
		return f
	}
	return report.Round(f) + 0 // without the sign of a zero
}

// valid replaces each byte that is no UTF-8, as report.AppendString does.
func valid(s string) string {
	if utf8.ValidString(s) {
		return s
	}
	return string([]rune(s))
}
