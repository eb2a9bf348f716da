package learn

import (
	_ "embed"
	"rung/classify"
	"rung/classify/eval"
	"rung/classify/signal"
	"rung/corpus"
	"rung/corpus/text"
)

// Row is a posting to learn from: what is believed of it, as probabilities, and
// how much it counts for each question. A weight of 0: it says nothing of it.
type Row struct {
	Text    string
	Company string // rows of one company, or of none and one text, are held out together
	Voice   string // rows of one voice are held out together for calibration

	VP, VPWeight                   float64 // of the higher level, given one of the two
	Up, UpWeight                   float64 // of a Director or above
	Leads, LeadsWeight             float64 // of leading a team, given that it is below
	Chief, ChiefWeight             float64 // of being the chief, given that it is above Director
	Engineering, EngineeringWeight float64 // of the function
	Facts                          *[signal.NumFacts]uint8
	Phrases                        []eval.Phrase
	Leader                         bool // a level is expected: thresholds are chosen on such rows
	Weight                         float64
}

// What rows count, beside a found posting that careful readers read.
const (
	writtenWeight  = 0.4  // its writer knew the answer and made it plain
	labelledWeight = 0.5  // a title's word for it
	strangerWeight = 0.2  // of a posting of the background whose title names no leader
	otherJobs      = 0.3  // for the level: of a job that is not of engineering leadership
	otherLeaders   = 0.3  // for Director or above: of a leader of another function, whose words are others
	leastUp        = 0.1  // for the level: of a job that is surely below
	strangerUp     = 0.04 // belief that such a stranger is a Director or above
)

// fromReading is the row of a posting that was read.
func fromReading(p *corpus.Posting, r *eval.Reading) Row {
	row := Row{Text: p.Text, Company: p.Company, Voice: eval.Voice(string(p.ID)), VP: r.VP, Up: r.Up, UpWeight: 1, Facts: r.Facts, Phrases: r.Phrases, Weight: 1, Leader: r.Leader()}
	row.VPWeight = max(r.Up, leastUp)
	if r.Kind != eval.KindEngLeader && r.Kind != eval.KindChief {
		row.VPWeight *= otherJobs
	}
	if r.Written {
		row.VPWeight = 1
		row.Weight = writtenWeight
	}
	switch r.Kind {
	case eval.KindUnknown:
		return Row{Text: p.Text, Company: p.Company}
	case eval.KindContributor:
		row.LeadsWeight = 1 - r.Up
		row.Engineering, row.EngineeringWeight = engineeringTitle(p.Title), 1
	case eval.KindFirstLine:
		row.Leads, row.LeadsWeight = 1, 1-r.Up
		row.Engineering, row.EngineeringWeight = engineeringTitle(p.Title), 1
	case eval.KindEngLeader:
		row.ChiefWeight = r.Up
		row.Engineering, row.EngineeringWeight = 1, 1
	case eval.KindChief:
		row.Chief, row.ChiefWeight = 1, 1
		row.Engineering, row.EngineeringWeight = 1, 1
	case eval.KindOtherLeader:
		row.EngineeringWeight = 1
		row.UpWeight = otherLeaders
	}
	return row
}

// fromLabel is the row of a posting of which only the label is known.
func fromLabel(e *eval.Example) Row {
	row := Row{Text: e.Text, Company: e.Company, Weight: labelledWeight, UpWeight: 1, Engineering: 1, EngineeringWeight: 1}
	rank := rankOf(e.Title)
	switch {
	case e.BankVP:
		return Row{Text: e.Text, Company: e.Company}
	case e.Label == eval.VP:
		row.VP, row.VPWeight, row.Up, row.Leader = 0.85, 1, 0.92, true
	case e.Label == eval.Director:
		row.VP, row.VPWeight, row.Up, row.Leader = 0.12, 1, 0.85, true
	case rank == above:
		row.VP, row.VPWeight, row.Up = 0.85, 0.3, 0.85
	case rank == below:
		row.Up = 0.25
	default:
		row.UpWeight = 0
	}
	return row
}

// stranger is the row of a posting of the background: another job.
func stranger(p *corpus.Posting) Row {
	return Row{Text: p.Text, Company: p.Company, Weight: strangerWeight, Up: strangerUp, UpWeight: 1, Engineering: engineeringTitle(p.Title), EngineeringWeight: 1}
}

// otherFunction is the row of a leader of another function.
func otherFunction(p *corpus.Posting) Row {
	return Row{Text: p.Text, Company: p.Company, Weight: labelledWeight, EngineeringWeight: 1}
}

//go:embed functions.txt
var functionsText string

// functionWords are the lists of functions.txt: words of titles that name
// software engineering, and words that make another job of them.
var functionWords = func() (lists [2]map[uint64]bool) {
	for i := range lists {
		lists[i] = map[uint64]bool{}
	}
	for f := range text.Lists(functionsText) {
		list := lists[0]
		if f[0] == "other:" {
			list = lists[1]
		}
		for _, w := range f[1:] {
			list[text.Hash(w)] = true
		}
	}
	return lists
}()

// engineeringTitle is 1 for the title of a job in software engineering, else 0.
func engineeringTitle(title string) float64 {
	engineering := 0.0
	for _, t := range text.Tokenize(nil, title) {
		switch {
		case functionWords[1][t.Hash]:
			return 0
		case functionWords[0][t.Hash]:
			engineering = 1
		}
	}
	return engineering
}

func leads(title string) bool {
	c := classify.ClaimOf(title)
	return c == classify.ClaimDirector || c == classify.ClaimVP || c == classify.ClaimBankVP || rankOf(title) != noRank
}
