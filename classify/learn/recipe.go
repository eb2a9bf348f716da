package learn

import (
	"fmt"

	"rung/classify"
)

// Recipe is how a model is learned. The zero value is not useful; see
// DefaultRecipe, and models/README.md for the effect of each number.
type Recipe struct {
	PriorScale float64 // prior mean of a rule's weight, as a multiple of its reference weight
	RuleSpread float64 // prior standard deviation of a rule's weight
	TermSpread float64 // prior standard deviation of a term's weight
	Rationales float64 // weight of a phrase that moved a reader, where a posting has 1; it teaches rules only
	// The same for the ladder's questions, the first of which has the reference gate
	// as its prior mean, and for the facts.
	LadderPrior, LadderRules, LadderTerms float64
	FactRules, FactTerms                  float64
	Stated                                float64 // prior mean of a rule for the value that it states
	Folds                                 int     // for calibration

	// Thresholds, chosen on rows held out. The zone of unsure is fixed: fitted
	// anew to so few rows it is noise.
	Low, High     float64
	LeadersOut    float64 // share of the held-out leaders of engineering that may be called neither
	LeadersUnsure float64 // likewise, neither or unsure
	SurePrecision float64 // share of the sure verdicts that are right on the rows where the thresholds are chosen
}

// DefaultRecipe is what the default model is made with.
var DefaultRecipe = Recipe{
	PriorScale: 0.3, RuleSpread: 0.4, TermSpread: 3, Rationales: 0.05,
	LadderPrior: 0.7, LadderRules: 0.6, LadderTerms: 2, FactRules: 0.7, FactTerms: 2, Stated: 3,
	Folds: 5, Low: 0.45, High: 0.57, LeadersOut: 0.04, LeadersUnsure: 0.21, SurePrecision: 0.95,
}

// Train learns a model from labelled rows and the materials: the level, the
// questions of the ladder and the facts, their calibration and their thresholds.
// Every part is a logistic regression over rules and terms, found by maximum a
// posteriori, with the reference weights of the rules as prior means of the
// level. Targets are probabilities: what readers believed, where they read.
func (r Recipe) Train(name string, labelled []Row, m *Materials) (*classify.Model, error) {
	return r.train(name, append(labelled, m.rows...), m)
}

func (r Recipe) train(name string, rows []Row, m *Materials) (*classify.Model, error) {
	l := newLearner(r, rows, m)
	var counts [2]int
	for i := range rows {
		if rows[i].Leader && rows[i].VP > 0.5 {
			counts[1]++
		} else if rows[i].Leader {
			counts[0]++
		}
	}
	if counts[0] < 5 || counts[1] < 5 {
		return nil, fmt.Errorf("%d postings of the lower level and %d of the higher: training wants five of each at least", counts[0], counts[1])
	}
	model := &classify.Model{
		Name: name, Lexicon: m.lexicon.Version, Levels: m.reference.Levels, References: m.reference.References, Slope: 1,
		Notes: []string{fmt.Sprintf("learned from %d postings of the lower level, %d of the higher, %d other jobs", counts[0], counts[1], len(rows)-counts[0]-counts[1])},
	}
	all := make([]int, len(rows))
	for i := range all {
		all[i] = i
	}
	p := l.learn(all)
	l.calibrate(model, &p)
	l.write(model, &p)
	model.Seal()
	return model, nil
}
