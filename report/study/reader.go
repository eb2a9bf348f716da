package study

import (
	"cmp"
	_ "embed"
	"encoding/json"
	"fmt"
	"math"
	"net/url"
	"slices"
	"strings"
	"time"

	"rung/classify"
	"rung/classify/signal"
	"rung/corpus"
	"rung/corpus/profile"
	"rung/corpus/text"
	"rung/report"
)

// Reading is what was read of one posting, on its way to Study.Add.
type Reading struct {
	Observation
	found [numFeatures][]found
}

// Reader reads postings for a study. It is for one goroutine.
type Reader struct {
	opt   Options
	doc   text.Document
	index map[uint64]int // of the thing with that hash, in the list being made
}

// NewReader returns a reader for a study of the same options.
func NewReader(opt Options) *Reader {
	if opt.Levels == ([2]string{}) {
		opt.Levels = defaultLevels
	}
	return &Reader{opt: opt, index: map[uint64]int{}}
}

// Posting reads a posting and the verdict on it. Numbers are kept to six
// decimals, as rows hold them: a study of rows is that of their postings.
func (r *Reader) Posting(p corpus.Posting, v *classify.Verdict) *Reading {
	out := &Reading{Observation: Observation{
		ID: string(p.ID), Company: corpus.Employer(p.Company), Title: p.Title, Source: origin(p.Source), Month: month(p.Posted, p.Fetched),
		Level: v.Level, Answer: report.Answer(v), Sure: v.Sure, Why: v.Why, Cause: v.Cause, Claim: v.Claim, Agreement: v.Agreement,
		Probability: round6(v.Probability), PriorVP: round6(v.PriorVP), Differences: v.Differences, Model: v.Model,
	}}
	for d := range out.Differences {
		out.Differences[d] = round6(out.Differences[d])
	}
	r.text(out, p.Text)
	return out
}

func round6(f float64) float64 { return math.Round(f*1e6) / 1e6 }

// row is what is read of a line of rung classify --to jsonl.
type row struct {
	ID, Source, Company, Title, Level, Model string
	Probability                              float64
	LogOdds                                  *float64 `json:"log_odds"`
	Claim                                    string   `json:"title_claim"`
	Agreement                                string
	Differences                              *struct{ Horizon, Duties, Meetings, Authority, Metrics, Career, Education float64 }
	Sure                                     bool
	Ladder                                   *struct{}
	Why                                      classify.Why   `json:"why_neither"`
	Cause                                    classify.Cause `json:"why_unread"`
	PriorVP                                  *float64       `json:"prior_vp"`
	Text                                     string
	Posted                                   string
}

// evenOdds is the prior of rows that do not tell theirs: those of earlier versions.
const evenOdds = 0.5

// IsRow reports whether a JSON line is a verdict and not a posting.
func IsRow(line []byte) bool {
	var w row
	return json.Unmarshal(line, &w) == nil && w.LogOdds != nil && w.Differences != nil && w.Level != ""
}

// RowText is the posting's text in such a row, "" where it holds none.
func RowText(line []byte) string {
	var w row
	if json.Unmarshal(line, &w) != nil {
		return ""
	}
	return w.Text
}

// Row reads a verdict as rung classify --to jsonl writes it. Words and facts
// are read where the row holds the text (--with-text).
func (r *Reader) Row(line []byte) (*Reading, error) {
	var w row
	if err := json.Unmarshal(line, &w); err != nil {
		return nil, err
	}
	if w.LogOdds == nil || w.Differences == nil {
		return nil, fmt.Errorf("no log_odds or differences: not a row of rung classify")
	}
	out := &Reading{Observation: Observation{
		ID: w.ID, Company: corpus.Employer(w.Company), Title: w.Title, Source: origin(w.Source), Model: w.Model, Probability: w.Probability,
		Sure: w.Sure, Why: w.Why, Cause: w.Cause, PriorVP: evenOdds,
	}}
	o := &out.Observation
	if w.PriorVP != nil {
		o.PriorVP = *w.PriorVP
	}
	switch w.Level {
	case r.opt.Levels[0]:
		o.Level = classify.Director
	case r.opt.Levels[1]:
		o.Level = classify.VP
	case classify.Unsure.String():
		o.Level = classify.Unsure
	case classify.Neither.String():
		o.Level = classify.Neither
	case classify.Unread.String():
		o.Level = classify.Unread
	default:
		return nil, fmt.Errorf("level %q: want %s, %s, unsure, neither or unread, as the model names its levels", w.Level, r.opt.Levels[0], r.opt.Levels[1])
	}
	v := classify.Verdict{Level: o.Level, Sure: o.Sure, Why: o.Why, Cause: o.Cause}
	if w.Ladder != nil {
		v.Ladder[classify.Contributor] = 1 // that there is one says that levels may lean
	}
	o.Answer = report.Answer(&v)
	for c := classify.ClaimNone; c <= classify.ClaimOther; c++ {
		if c.String() == w.Claim {
			o.Claim = c
		}
	}
	for a := classify.Unclear; a <= classify.ReadsHigher; a++ {
		if a.String() == w.Agreement {
			o.Agreement = a
		}
	}
	d := w.Differences
	o.Differences = [signal.NumDifferences]float64{signal.Horizon: d.Horizon, signal.Duties: d.Duties, signal.Meetings: d.Meetings,
		signal.Authority: d.Authority, signal.Metrics: d.Metrics, signal.Career: d.Career, signal.Education: d.Education}
	for _, layout := range []string{time.RFC3339, "2006-01-02", "2006-01"} {
		if t, err := time.Parse(layout, w.Posted); err == nil {
			o.Month = month(t, t)
			break
		}
	}
	if w.Text != "" {
		r.text(out, w.Text)
	}
	return out, nil
}

// month is that in which a posting was published, or else fetched.
func month(posted, fetched time.Time) string {
	switch {
	case !posted.IsZero():
		return posted.UTC().Format("2006-01")
	case !fetched.IsZero():
		return fetched.UTC().Format("2006-01")
	}
	return ""
}

// origin is the host of an address, or a file without its line.
func origin(source string) string {
	if strings.Contains(source, "://") {
		if u, err := url.Parse(source); err == nil && u.Host != "" {
			return u.Host
		}
		return source
	}
	if i := strings.LastIndexByte(source, ':'); i > 0 && strings.Trim(source[i+1:], "0123456789#") == "" { // file:line, file:line#2
		return source[:i]
	}
	return source
}

// text reads what was asked for of the text.
func (r *Reader) text(out *Reading, t string) {
	out.hasText, out.print = true, corpus.SimHash(t)
	if !r.opt.Facts && !r.opt.Terms {
		return
	}
	r.doc.Reset(text.Readable(t))
	if r.opt.Terms {
		r.terms(out)
	}
	if r.opt.Facts {
		r.facts(out, profile.Extract(&r.doc))
	}
}

// count adds a thing to the list of a feature; index is cleared before a list is
// begun.
func (r *Reader) count(out *Reading, f feature, h uint64, name func() string, note string) {
	i, ok := r.index[h]
	if !ok {
		i = len(out.found[f])
		r.index[h] = i
		out.found[f] = append(out.found[f], found{hash: h, name: name(), note: note})
	}
	out.found[f][i].count++
}

// periods are how many hours, days and so on a year of pay is made of: 52 weeks of
// five days of eight hours, holidays included.
var periods = map[string]float64{"hour": 2080, "day": 260, "week": 52, "month": 12, "year": 1}

func (r *Reader) facts(out *Reading, p *profile.Profile) {
	clear(r.index)
	for _, list := range [][]profile.Skill{p.HardSkills, p.SoftSkills} {
		for i := range list {
			s := &list[i]
			note := "soft"
			if s.Hard {
				note = "hard"
			}
			name := strings.ToLower(skillName(s))
			shown := s.Name
			if s.Family == "" { // as written; one spelling for all
				shown = name
			}
			r.count(out, skill, text.Hash(name), func() string { return shown }, note)
		}
	}
	clear(r.index)
	for i := range p.Responsibilities {
		d := &p.Responsibilities[i]
		if d.Type != "" {
			r.count(out, duty, text.Hash(d.Type), func() string { return d.Type }, d.Difference)
		}
	}
	f := Facts{Read: true, Degree: -1}
	if y := p.Experience.Total; y != nil {
		f.Years = float64(y.Min)
	}
	if y := p.Experience.Leading; y != nil {
		f.YearsLeading = float64(y.Min)
	}
	if e := p.Education; e != nil {
		f.Degree, f.OrEquivalent = int8(e.Minimum), e.OrEquivalent
	}
	if pay := p.Pay; pay != nil && periods[pay.Period] > 0 && pay.Max > 0 {
		a := periods[pay.Period]
		f.PayLow, f.PayHigh, f.Currency, f.Period = pay.Min*a, pay.Max*a, pay.Currency, pay.Period
	}
	out.Facts = f
}

//go:embed stop.txt
var stopText string

// stops are the words that no term begins or ends with, and those of levels,
// which no term holds.
var stops, levelWords = func() (stop, level map[uint64]bool) {
	stop, level = map[uint64]bool{}, map[uint64]bool{}
	for words := range text.Lists(stopText) {
		into := stop
		if words[0] == "level:" {
			words, into = words[1:], level
		}
		for _, w := range words {
			into[text.Hash(w)] = true
		}
	}
	return stop, level
}()

// terms counts the words, and the pairs of words side by side, of the duties
// and of the description of the role.
func (r *Reader) terms(out *Reading) {
	clear(r.index)
	d := &r.doc
	r.eachTerm(out.Company, func(_ int, h uint64, start, end int) {
		r.count(out, term, h, func() string { return spell(d.Text[start:end]) }, "")
	})
}

// eachTerm calls f with the terms of the document in text order: the sentence,
// the hash and the bytes of each.
func (r *Reader) eachTerm(company string, f func(sentence int, h uint64, start, end int)) {
	d, employer := &r.doc, r.opt.Repeated.Of(company)
	for i := range d.Sentences {
		s := &d.Sentences[i]
		if s.Kind != text.Duties && s.Kind != text.Role || employer.Repeats(d, i) {
			continue
		}
		for k := s.First; k < s.Last; k++ {
			a := &d.Tokens[k]
			if !edge(d, a) {
				continue
			}
			f(i, a.Hash, int(a.Start), int(a.End))
			if k+1 < s.Last {
				if b := &d.Tokens[k+1]; edge(d, b) && int(b.Start) == int(a.End)+1 && d.Text[a.End] == ' ' {
					f(i, pair(a.Hash, b.Hash), int(a.Start), int(b.End))
				}
			}
		}
	}
}

// edge says whether a term may begin or end with a token.
func edge(d *text.Document, t *text.Token) bool {
	return t.Class == text.Word && t.End-t.Start > 1 && d.Text[t.Start] != '\'' && !stops[t.Hash] && !levelWords[t.Hash]
}

func pair(a, b uint64) uint64 { return (a<<7 | a>>57) ^ b*0x9e3779b97f4a7c15 }

func spell(s string) string { return strings.ReplaceAll(strings.ToLower(s), "’", "'") }

// Sentence is a sentence of a posting that holds a term of a table.
type Sentence struct {
	text.Span
	Table, Term string
	Text        string
}

// Sentences finds, in the text of a posting, the sentences that hold one of the
// terms of the tables skills, responsibilities and terms, each term once in each
// sentence, in text order. wanted are these terms by table, in lower case, and as
// the table spells them.
func (r *Reader) Sentences(company, t string, wanted map[string]map[string]string) []Sentence {
	d := &r.doc
	d.Reset(text.Readable(t))
	var out []Sentence
	add := func(table, name string, at text.Span) {
		if term, ok := wanted[table][strings.ToLower(name)]; ok {
			out = append(out, Sentence{at, table, term, at.Of(t)})
		}
	}
	if len(wanted["terms"]) > 0 {
		r.eachTerm(company, func(i int, _ uint64, start, end int) {
			add("terms", spell(d.Text[start:end]), d.Sentences[i].Span)
		})
	}
	if len(wanted["skills"])+len(wanted["responsibilities"]) > 0 {
		p := profile.Extract(d)
		for _, list := range [][]profile.Skill{p.HardSkills, p.SoftSkills} {
			for i := range list {
				add("skills", skillName(&list[i]), d.Sentences[list[i].Sentence].Span)
			}
		}
		for i := range p.Responsibilities {
			add("responsibilities", p.Responsibilities[i].Type, p.Responsibilities[i].Span)
		}
	}
	slices.SortStableFunc(out, func(a, b Sentence) int {
		return cmp.Or(a.Start-b.Start, strings.Compare(a.Table, b.Table), strings.Compare(a.Term, b.Term))
	})
	return slices.Compact(out)
}

// skillName is a skill's name on one line.
func skillName(s *profile.Skill) string { return strings.Join(strings.Fields(s.Name), " ") }
