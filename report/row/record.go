package row

import (
	"encoding/json"
	"math"
	"strings"

	"rung/classify"
	"rung/classify/signal"
	"rung/corpus"
	"rung/corpus/store"
	"rung/report"
)

// Record is one row as typed values, for files with columns: the keys of Row
// and Append, in their order, with the same rounding. Lists are never
// missing, only empty.
type Record struct {
	ID          string         `parquet:"id"`
	Source      string         `parquet:"source"`
	Company     string         `parquet:"company,dict"`
	Title       string         `parquet:"title,dict"`
	Level       string         `parquet:"level,dict"`
	Probability float64        `parquet:"probability"`
	LogOdds     float64        `parquet:"log_odds"`
	TitleClaim  string         `parquet:"title_claim,dict"`
	Agreement   string         `parquet:"agreement,dict"`
	Reasons     []RecordReason `parquet:"reasons,list"`
	Differences Differences    `parquet:"differences"`
	Flags       []string       `parquet:"flags,list" parquet-element:",dict"`
	Model       string         `parquet:"model,dict"`
	Lexicon     string         `parquet:"lexicon,dict"`
	Bias        float64        `parquet:"bias,dict"`
	Rest        float64        `parquet:"rest"`
	Gate        float64        `parquet:"gate"`
	Missing     []string       `parquet:"missing,list" parquet-element:",dict"`
	Sure        bool           `parquet:"sure"`
	Ladder      *Ladder        `parquet:"ladder"`   // nil, like Function and Facts, where a row has none
	Function    *Function      `parquet:"function"` //
	Facts       *Facts         `parquet:"facts"`
	WhyNeither  string         `parquet:"why_neither,optional,dict"`
	WhyUnread   string         `parquet:"why_unread,optional,dict"`
	PriorVP     float64        `parquet:"prior_vp,dict"`
	Unread      []RecordUnread `parquet:"unread,list"`
	Rung        string         `parquet:"-"` // the most probable, a column of sheets; "" where Ladder is nil
	Text        string         `parquet:"-"` // with Options.Text; writers that are asked for it write it as "text"
}

// Ladder is the probability of each rung.
type Ladder struct {
	Contributor float64 `parquet:"contributor" json:"contributor"`
	FirstLine   float64 `parquet:"first_line" json:"first_line"`
	Director    float64 `parquet:"director" json:"director"`
	VP          float64 `parquet:"vp" json:"vp"`
	Chief       float64 `parquet:"chief" json:"chief"`
}

// list gives the values in the order of package classify.
func (l *Ladder) list() [classify.NumRungs]*float64 {
	return [...]*float64{&l.Contributor, &l.FirstLine, &l.Director, &l.VP, &l.Chief}
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
	Exec     Fact[int64]  `parquet:"exec" json:"exec"`
	Budget   Fact[string] `parquet:"budget" json:"budget"`
	Horizon  Fact[string] `parquet:"horizon" json:"horizon"`
	HandsOn  Fact[int64]  `parquet:"hands_on" json:"hands_on"`
	BuildOrg Fact[int64]  `parquet:"build_org" json:"build_org"`
	Stage    Fact[string] `parquet:"stage" json:"stage"`
	Size     Fact[*int64] `parquet:"size" json:"size"`
}

// Fact is a value and, where the posting states it, its place, as in RowFact.
type Fact[T any] struct {
	Value T      `parquet:"value,dict" json:"value"`
	Start *int64 `parquet:"start" json:"start,omitempty"`
	End   *int64 `parquet:"end" json:"end,omitempty"`
	Quote string `parquet:"quote,optional" json:"quote,omitempty"`
}

// RecordUnread is a part of the text that the verdict does not rest on.
type RecordUnread struct {
	Start int64  `parquet:"start" json:"start"`
	End   int64  `parquet:"end" json:"end"`
	Cause string `parquet:"cause,dict" json:"cause"`
}

// RecordReason is one reason of a Record.
type RecordReason struct {
	Rule       string           `parquet:"rule,dict" json:"rule"`
	Difference string           `parquet:"difference,dict" json:"difference"`
	Weight     float64          `parquet:"weight,dict" json:"weight"`
	Value      float64          `parquet:"value" json:"value"`
	Evidence   []RecordEvidence `parquet:"evidence,list" json:"evidence"` // in text order
	Cite       string           `parquet:"cite,dict" json:"cite"`
}

// RecordEvidence is one quoted place, counted as in RowEvidence.
type RecordEvidence struct {
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

// RecordWriter writes records in their order. What it wrote is whole only after
// Close, which does not close what lies below. Close is due after an error, too:
// it frees what waits to be written.
type RecordWriter interface {
	Write([]Record) error
	Close() error
}

// NewRecord is the row of a verdict as Append writes it.
func NewRecord(p corpus.Posting, v *classify.Verdict, opt Options) Record {
	claim, agreement, missing := testimony(v, opt.Levels)
	r := Record{
		ID: valid(string(v.ID)), Source: valid(v.Source), Company: valid(v.Company), Title: valid(v.Title),
		Level: opt.Levels.Key(v.Level), Probability: rounded(v.Probability), LogOdds: rounded(v.LogOdds),
		TitleClaim: claim.String(), Agreement: agreement.String(), Flags: v.Flags, Model: v.Model, Lexicon: v.Lexicon,
		Bias: rounded(v.Bias), Gate: rounded(v.Gate), Missing: missing,
		Reasons: make([]RecordReason, len(v.Reasons)),
	}
	if opt.Text {
		r.Text = valid(p.Text)
	}
	for d, field := range r.Differences.list() {
		*field = rounded(v.Differences[d])
	}
	places := 0
	for i := range v.Reasons {
		places += len(v.Reasons[i].Evidence)
	}
	evidence := make([]RecordEvidence, 0, places)
	runes := newRuneCounter(p.Text)
	sum := 0.0
	for i := range v.Reasons {
		from := &v.Reasons[i]
		sum += report.Round(from.Weight) * report.Round(from.Value)
		first := len(evidence)
		for j := range from.Evidence {
			e := &from.Evidence[j]
			evidence = append(evidence, RecordEvidence{
				Start: int64(e.Start), End: int64(e.End), RuneStart: int64(runes.at(e.Start)), RuneEnd: int64(runes.at(e.End)),
				Quote: valid(report.Quote(p.Text, e.Span)), Section: e.Section.String(), Boilerplate: e.Boilerplate,
			})
		}
		r.Reasons[i] = RecordReason{
			Rule: valid(from.Rule), Difference: from.Difference.String(), Weight: rounded(from.Weight), Value: rounded(from.Value),
			Evidence: evidence[first:len(evidence):len(evidence)], Cite: strings.Join(from.Cite, " "),
		}
	}
	r.Rest = rounded(report.Round(v.LogOdds) - report.Round(v.Bias) - sum)
	r.standing(p.Text, v)
	return r
}

// standing fills in what appendStanding writes.
func (r *Record) standing(text string, v *classify.Verdict) {
	r.Sure, r.PriorVP = v.Sure, rounded(v.PriorVP)
	r.WhyNeither, r.WhyUnread = whys(v)
	r.Unread = make([]RecordUnread, len(v.Unread))
	for i, u := range v.Unread {
		r.Unread[i] = RecordUnread{int64(u.Start), int64(u.End), valid(u.Cause)}
	}
	if !report.HasLadder(v) {
		return
	}
	r.Ladder, r.Function, r.Facts = &Ladder{}, &Function{rounded(v.Engineering)}, newFacts(text, &v.Facts)
	r.Rung = v.Ladder.Best().String()
	for rung, field := range r.Ladder.list() {
		*field = rounded(v.Ladder[rung])
	}
}

func newFacts(text string, facts *classify.Facts) *Facts {
	return &Facts{
		Scope:    newFact(text, facts, signal.FactScope, facts.Value(signal.FactScope)),
		Below:    newFact(text, facts, signal.FactBelow, facts.Value(signal.FactBelow)),
		Above:    newFact(text, facts, signal.FactAbove, facts.Value(signal.FactAbove)),
		Exec:     newFact(text, facts, signal.FactExec, int64(facts[signal.FactExec].Value)),
		Budget:   newFact(text, facts, signal.FactBudget, facts.Value(signal.FactBudget)),
		Horizon:  newFact(text, facts, signal.FactHorizon, facts.Value(signal.FactHorizon)),
		HandsOn:  newFact(text, facts, signal.FactHandsOn, int64(facts[signal.FactHandsOn].Value)),
		BuildOrg: newFact(text, facts, signal.FactBuildOrg, int64(facts[signal.FactBuildOrg].Value)),
		Stage:    newFact(text, facts, signal.FactStage, facts.Value(signal.FactStage)),
		Size:     newFact(text, facts, signal.FactSize, people(facts)),
	}
}

func newFact[T any](text string, facts *classify.Facts, k signal.Fact, value T) Fact[T] {
	f := Fact[T]{Value: value}
	if e := &facts[k].Evidence; facts.Stated(k) {
		start, end := int64(e.Start), int64(e.End)
		f.Start, f.End, f.Quote = &start, &end, valid(report.Quote(text, e.Span))
	}
	return f
}

// people is the number of people led, nil where none is said.
func people(facts *classify.Facts) *int64 {
	n := int64(facts[signal.FactSize].Number)
	if n == 0 {
		return nil
	}
	return &n
}

// Result is the record as a row of a database.
func (r *Record) Result() store.Result {
	reasons, _ := json.Marshal(r.Reasons) // strings and finite numbers
	odds, _ := json.Marshal(&r.Differences)
	unread, _ := json.Marshal(r.Unread)
	return store.Result{
		ID: r.ID, Source: r.Source, Company: r.Company, Title: r.Title, Level: r.Level, Probability: r.Probability, LogOdds: r.LogOdds,
		TitleClaim: r.TitleClaim, Agreement: r.Agreement, Reasons: string(reasons), Differences: string(odds),
		Flags: string(report.AppendStrings(nil, r.Flags)), Model: r.Model, Lexicon: r.Lexicon, Bias: r.Bias, Rest: r.Rest, Gate: r.Gate,
		Missing: string(report.AppendStrings(nil, r.Missing)), Text: r.Text,
		Sure: r.Sure, Ladder: orNone(r.Ladder), Function: orNone(r.Function), Facts: orNone(r.Facts),
		WhyNeither: r.WhyNeither, WhyUnread: r.WhyUnread, PriorVP: r.PriorVP, Unread: string(unread),
	}
}

// orNone is an object as JSON, "" for none.
func orNone[T any](v *T) string {
	if v == nil {
		return ""
	}
	b, _ := json.Marshal(v) // strings and finite numbers
	return string(b)
}

// rounded is the number that appendFloat writes.
func rounded(f float64) float64 {
	if math.Abs(f) > 1e9 {
		return f
	}
	return report.Round(f) + 0 // without the sign of a zero
}

// valid replaces what is no UTF-8, as appendString does.
func valid(s string) string { return strings.ToValidUTF8(s, "\ufffd") }
