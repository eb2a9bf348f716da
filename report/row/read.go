package row

// Row is one line of `rung classify --to jsonl`, for programs that read it
// back. AppendRow writes exactly these keys, in this order. Ladder, Function and
// Facts are missing where it is not known on which rung the job stands: with a
// model of other levels, and where Level is unread.
type Row struct {
	ID          string             `json:"id"`
	Source      string             `json:"source"` // file:line, or URL
	Company     string             `json:"company"`
	Title       string             `json:"title"`
	Level       string             `json:"level"`       // vp, director, unsure, neither or unread; with a model of other levels, theirs
	Probability float64            `json:"probability"` // of the higher level given one of the two, 0…1
	LogOdds     float64            `json:"log_odds"`    // bias + Σ weight·value + rest, to within 1e-6
	TitleClaim  string             `json:"title_claim"` // vp, director, bank_vp, other or none; with other levels none
	Agreement   string             `json:"agreement"`   // agrees, reads_lower, reads_higher or unclear
	Reasons     []RowReason        `json:"reasons"`     // heaviest first
	Differences map[string]float64 `json:"differences"` // log-odds by difference; they and bias add up to log_odds
	Flags       []string           `json:"flags"`
	Model       string             `json:"model"`
	Lexicon     string             `json:"lexicon"`
	Bias        float64            `json:"bias"`
	Rest        float64            `json:"rest"` // contributions of the reasons not listed, and what rounding left over
	Gate        float64            `json:"gate"` // log-odds of being an engineering-leadership job at all
	Missing     []string           `json:"missing"`
	Sure        bool               `json:"sure"`                  // the level is right 95 times in 100; without it the posting leans
	Ladder      map[string]float64 `json:"ladder,omitempty"`      // probability by rung: contributor, first_line, director, vp, chief; they add up to 1
	Function    map[string]float64 `json:"function,omitempty"`    // probability that it is engineering
	Facts       map[string]RowFact `json:"facts,omitempty"`       // the ten facts of the job, by signal.Fact
	WhyNeither  string             `json:"why_neither,omitempty"` // below, above or other_function, where it is known
	WhyUnread   string             `json:"why_unread,omitempty"`  // not_english, too_short, no_duties, resume, article or several_jobs
	PriorVP     float64            `json:"prior_vp"`              // share of the higher level among the two that Probability assumes
	Unread      []RowUnread        `json:"unread"`                // parts of the text that the verdict does not rest on, in its order
	Text        string             `json:"text,omitempty"`        // the normalised text that the offsets count in
}

// RowReason is one reason of a Row.
type RowReason struct {
	Rule       string        `json:"rule"`
	Difference string        `json:"difference"`
	Weight     float64       `json:"weight"`
	Value      float64       `json:"value"`
	Evidence   []RowEvidence `json:"evidence"` // in text order
	Cite       string        `json:"cite"`     // sources, separated by a space
}

// RowEvidence is one quoted place: Start and End count bytes of the normalised
// text, RuneStart and RuneEnd its code points; all are half-open.
type RowEvidence struct {
	Start       int    `json:"start"`
	End         int    `json:"end"`
	RuneStart   int    `json:"rune_start"`
	RuneEnd     int    `json:"rune_end"`
	Boilerplate bool   `json:"boilerplate,omitempty"`
	Quote       string `json:"quote"`
	Section     string `json:"section"`
}

// RowFact is one fact of the job. Start, End and Quote are there where the
// posting states it; they count bytes as in RowEvidence.
type RowFact struct {
	Value any    `json:"value"` // a word; of exec, hands_on and build_org 0 or 1; of size a number, or nil where none is said
	Start int    `json:"start,omitempty"`
	End   int    `json:"end,omitempty"`
	Quote string `json:"quote,omitempty"`
}

// RowUnread is a part of the text, in bytes as in RowEvidence.
type RowUnread struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Cause string `json:"cause"` // title, or the kind of section: benefits, legal, apply
}
