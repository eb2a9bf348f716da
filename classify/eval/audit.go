package eval

import (
	"math"
	"strings"

	"rung/classify"
	"rung/classify/signal"
	"rung/corpus"
	"rung/corpus/stats"
)

// AuditRow is what one rule or term of a model does on labelled postings. The
// counts are of postings; Director and VP leave bank grades out. With many
// rows, one in twenty intervals misses by chance: P is not corrected for it.
type AuditRow struct {
	Rule     string   `json:"rule"` // "reports-to/ceo", "term:roadmap_planning"
	Gloss    string   `json:"gloss,omitempty"`
	Cite     []string `json:"cite,omitempty"`
	Lean     int      `json:"lean"`   // of its sources: -3 surely Director … +3 surely VP, 0 neither
	Weight   float64  `json:"weight"` // of the model, natural log-odds of VP
	Director int      `json:"director"`
	VP       int      `json:"vp"`
	Other    int      `json:"other"`
	Bank     int      `json:"bank_vp"`
	Coverage Stat     `json:"coverage"` // share of the Directors' and VPs' postings
	Ratio    Stat     `json:"ratio"`    // share of VPs' postings over share of Directors'; NaN where no Director's has it
	LogOdds  Stat     `json:"log_odds"` // natural log of the odds ratio of VP, see stats.OddsRatio; NaN where it never fires
	Low      Stat     `json:"low"`      // 95 %
	High     Stat     `json:"high"`
	P        float64  `json:"p"` // Fisher's, two-sided
	// Flips are the postings of any label that would read as another level
	// without this rule's contribution; of them, Helped would be read worse
	// and Hurt better.
	Flips    []corpus.ID `json:"flips"`
	Helped   int         `json:"helped"`
	Hurt     int         `json:"hurt"`
	Findings []string    `json:"findings"` // see the constants
}

// What an audit finds.
const (
	NeverFires  = "never fires"
	Rare        = "rare"                   // on one to four of all postings
	Alike       = "alike"                  // on ten or more Directors' and VPs' postings, its ratio between 0.8 and 1.25
	Contradicts = "contradicts its source" // the interval lies wholly on the other side of 0 than the lean
	LeansOff    = "leans off its source"   // on five or more, the log-odds lie on the other side, but the interval holds 0
	Reweighed   = "weighs off its source"  // the model's weight has the other sign than the lean
	Decides     = "decides alone"          // it flips at least one posting
)

// Audit is a table of all rules of a classifier's lexicon, in its order, then
// all terms of its model.
type Audit []AuditRow

// AuditModel runs a classifier over labelled postings and says of each rule and
// term where it fires, whom for, and what would change without it. A rule is
// counted where it fires, also when the model gives it no weight.
func AuditModel(c *classify.Classifier, gold []Example) Audit {
	verdicts := make([]classify.Verdict, len(gold))
	fired := make([][]signal.Signal, len(gold))
	parallel(len(gold), func(i int) {
		verdicts[i] = c.Classify(gold[i].Posting)
		fired[i] = c.Lexicon().Find(verdicts[i].Doc)
		verdicts[i].Doc = nil
	})

	m := c.Model()
	var audit Audit
	at := map[string]int{} // rule → row
	add := func(r AuditRow) {
		at[r.Rule] = len(audit)
		audit = append(audit, r)
	}
	for _, r := range c.Lexicon().Rules {
		add(AuditRow{Rule: r.Name, Gloss: r.Gloss, Cite: r.Cite, Lean: int(r.Lean)})
	}
	for _, r := range m.Rules {
		audit[at[r.Name]].Weight = r.Level
	}
	for _, t := range m.Terms {
		add(AuditRow{Rule: "term:" + strings.ReplaceAll(t.Term, " ", "_"), Cite: t.Cite, Weight: t.Level})
	}

	directors, vps := 0, 0
	for i := range gold {
		e, v := &gold[i], &verdicts[i]
		if e.scored() {
			if e.Label == VP {
				vps++
			} else {
				directors++
			}
		}
		for _, s := range fired[i] {
			audit[at[s.Rule.Name]].count(e)
		}
		for _, r := range v.Reasons {
			row := &audit[at[r.Rule]]
			if strings.HasPrefix(r.Rule, "term:") {
				row.count(e)
			}
			without := m.Without(v, r.Contribution())
			if without == v.Level {
				continue
			}
			row.Flips = append(row.Flips, e.ID)
			switch d := fault(e, without) - fault(e, v.Level); {
			case d > 0:
				row.Helped++
			case d < 0:
				row.Hurt++
			}
		}
	}
	for i := range audit {
		audit[i].conclude(directors, vps)
	}
	return audit
}

func (r *AuditRow) count(e *Example) {
	switch {
	case e.BankVP:
		r.Bank++
	case e.Label == VP:
		r.VP++
	case e.Label == Director:
		r.Director++
	default:
		r.Other++
	}
}

// fault grades a reading: right 0, no answer 1, wrong 2. A bank's grade is
// wrong only as a VP; another job is best left without an answer.
func fault(e *Example, l classify.Level) int {
	none := l != classify.Director && l != classify.VP
	switch {
	case e.BankVP:
		if l == classify.VP {
			return 2
		}
		return 0
	case e.Label == Other:
		if none {
			return 0
		}
		return 2
	case none:
		return 1
	case (l == classify.VP) == (e.Label == VP):
		return 0
	}
	return 2
}

// conclude fills in the figures and the findings.
func (r *AuditRow) conclude(directors, vps int) {
	r.Coverage = Stat(ratio(r.Director+r.VP, directors+vps))
	r.Ratio = Stat(ratio(r.VP, vps) / ratio(r.Director, directors))
	if r.Director == 0 {
		r.Ratio = Stat(math.NaN()) // JSON has no infinity
	}
	odds := stats.Estimate{Value: math.NaN(), Low: math.NaN(), High: math.NaN()}
	if r.Director+r.VP > 0 {
		odds = stats.OddsRatio(r.VP, r.Director, vps-r.VP, directors-r.Director)
	}
	r.LogOdds, r.Low, r.High = Stat(odds.Value), Stat(odds.Low), Stat(odds.High)
	r.P = stats.Fisher(r.VP, r.Director, vps-r.VP, directors-r.Director)

	note := func(so bool, finding string) {
		if so {
			r.Findings = append(r.Findings, finding)
		}
	}
	both, all := r.Director+r.VP, r.Director+r.VP+r.Other+r.Bank
	lean := float64(r.Lean)
	note(all == 0, NeverFires)
	note(all > 0 && all < 5, Rare)
	note(both >= 10 && r.Ratio >= 0.8 && r.Ratio <= 1.25, Alike)
	contradicts := lean*odds.Low < 0 && lean*odds.High < 0
	note(contradicts, Contradicts)
	note(both >= 5 && lean*odds.Value < 0 && !contradicts, LeansOff)
	note(lean*r.Weight < 0, Reweighed)
	note(len(r.Flips) > 0, Decides)
}
