package eval

import (
	"encoding/json"
	"math"

	"rung/classify"
	"rung/corpus"
)

// Stat is a figure; NaN, where the rows do not determine it, is null in JSON.
type Stat float64

func (s Stat) MarshalJSON() ([]byte, error) {
	if math.IsNaN(float64(s)) {
		return []byte("null"), nil
	}
	return json.Marshal(float64(s))
}

func (s *Stat) UnmarshalJSON(b []byte) error {
	if string(b) == "null" {
		*s = Stat(math.NaN())
		return nil
	}
	return json.Unmarshal(b, (*float64)(s))
}

// Score is how well the two levels are told apart on some rows, all of them a
// Director's or a VP's and none a bank's grade. With several runs over the same
// rows, the AUC is the mean of the runs' and the rest counts them together.
type Score struct {
	N                int  `json:"n"`       // postings
	VP               int  `json:"vp"`      // those labelled VP
	AUC              Stat `json:"auc"`     // 0…1
	AUCLow           Stat `json:"auc_low"` // 95 %, stratified bootstrap over postings
	AUCHigh          Stat `json:"auc_high"`
	BalancedAccuracy Stat `json:"balanced_accuracy"`         // of the choice forced at even log-odds, see Measure
	MacroF1          Stat `json:"macro_f1"`                  // likewise
	BalancedAtHalf   Stat `json:"balanced_accuracy_at_half"` // of the choice forced at a probability of one half
	VPFound          Stat `json:"vp_found"`                  // share of the VPs' postings that read vp
	DirectorFound    Stat `json:"director_found"`            // likewise
	CalledNeither    Stat `json:"called_neither"`            // share that read neither, or unread
	Coverage         Stat `json:"coverage"`                  // share that read Director or VP, not unsure or neither
	AccuracyWhenSure Stat `json:"accuracy_when_sure"`        // over those
	AccuracyLow      Stat `json:"accuracy_low"`              // 95 %, Wilson
	AccuracyHigh     Stat `json:"accuracy_high"`
}

// Named is the score of something: a baseline, a source, a layout.
type Named struct {
	Name string `json:"name"`
	Score
}

// Baseline is a simpler classifier's score, cross-validated on the same rows.
type Baseline struct {
	Named
	Gain     Stat `json:"gain"`     // AUC of the classifier measured less the baseline's
	GainLow  Stat `json:"gain_low"` // 95 %, paired bootstrap: above 0 is better beyond chance
	GainHigh Stat `json:"gain_high"`
}

// Row is one line of the matrix: how the postings of one label read, the mean
// over the runs.
type Row struct {
	Label    string  `json:"label"` // director, vp, other or bank_vp
	Director float64 `json:"director"`
	VP       float64 `json:"vp"`
	Unsure   float64 `json:"unsure"`
	Neither  float64 `json:"neither"` // or unread
}

// Neither is how the rows labelled other read.
type Neither struct {
	N       int  `json:"n"`
	Flagged Stat `json:"flagged"` // share that read neither or unsure
}

// Bank is how the rows whose title is a bank's grade read. None should be a
// confident VP.
type Bank struct {
	N              int     `json:"n"`
	ReadVP         float64 `json:"read_vp"`         // postings, the mean over the runs
	Confident      float64 `json:"confident"`       // of those, with a probability above 0.7
	MaxProbability float64 `json:"max_probability"` // among those that read VP; 0 when none does
}

// Miss is a posting whose probability lies on the wrong side of 0.5.
type Miss struct {
	ID          corpus.ID      `json:"id"`
	Label       Label          `json:"label"`
	Level       classify.Level `json:"level"`       // that the first run read
	Probability float64        `json:"probability"` // of VP, the mean over the runs
}

// Result is what is said of a classifier. Floats are as computed; WriteText
// rounds.
type Result struct {
	Gold  string `json:"gold"`  // the gold file's name
	Model string `json:"model"` // as the verdicts name it
	Runs  int    `json:"runs"`  // sets of verdicts: 1, or the shuffles of a cross-validation
	Score
	ECE          Stat                 `json:"ece"` // 10 bins of equal width over the probability of VP
	Brier        Stat                 `json:"brier"`
	Neither      Neither              `json:"neither"`
	Bank         Bank                 `json:"bank"`
	Baselines    map[string]Stat      `json:"baselines"` // their AUC
	BaselineRows []Baseline           `json:"baseline_rows,omitempty"`
	Reference    *Baseline            `json:"reference,omitempty"` // another classifier on the same rows
	Readers      *Readers             `json:"readers,omitempty"`
	Facts        map[string]FactScore `json:"facts,omitempty"` // by the fact's name
	Matrix       []Row                `json:"matrix"`
	HeldOut      []Named              `json:"held_out,omitempty"` // trained without the part that is scored, see HoldOut
	BySource     []Named              `json:"by_source"`          // as many as there are sources, largest first
	ByLayout     []Named              `json:"by_layout"`
	Reliability  []Bin                `json:"reliability"`
	Curve        []Point              `json:"curve"`  // widest coverage first
	Misses       []Miss               `json:"misses"` // worst first
	Warnings     []string             `json:"warnings,omitempty"`
}
