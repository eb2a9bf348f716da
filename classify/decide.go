package classify

import (
	"math"
	"slices"
)

// evenPrior is the share of the higher level that probabilities assume unless another
// is asked for. Nobody knows the share among the postings of a reader, and whoever does
// can correct even odds.
const evenPrior = 0.5

// AtPrior returns the classifier for postings of the two levels, of which share, above 0
// and below 1, are of the higher. It moves the calibrated
// log-odds by the log-odds of the share and nothing else (Saerens, Latinne and
// Decaestecker, "Adjusting the outputs of a classifier to new a priori
// probabilities", Neural Computation 14, 2002).
func (c *Classifier) AtPrior(share float64) *Classifier {
	moved := *c
	moved.prior = share
	return &moved
}

func sigmoid(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

func logit(p float64) float64 { return math.Log(p / (1 - p)) }

// decide derives the probability, the ladder and the level of a verdict from its
// log-odds, questions, flags, prior and cause.
func (m *Model) decide(v *Verdict) {
	v.Probability = sigmoid(m.Slope*v.LogOdds + m.Shift + logit(v.PriorVP))
	v.Level, v.Why, v.Sure, v.Ladder = Unsure, NoWhy, false, Ladder{}
	if v.Cause != NoCause {
		v.Level = Unread
		return
	}
	if len(m.Outputs) == 0 {
		if v.Gate < m.GateMin {
			v.Level = Neither
			return
		}
		m.between(v)
		return
	}
	up, lead, chief := sigmoid(v.questions[outUp]), sigmoid(v.questions[outLead]), sigmoid(v.questions[outChief])
	v.Engineering = sigmoid(v.questions[outEngineering])
	p := v.Probability
	v.Ladder = Ladder{(1 - up) * (1 - lead), (1 - up) * lead, up * (1 - p), up * p * (1 - chief), up * p * chief}
	v.Gate = Gate(up, lead, v.Engineering)
	switch neither := v.Gate < m.GateMin || v.Gate < m.Enough && v.stranger(); {
	case neither && m.doubt(v) == outEngineering:
		v.Level, v.Why = Neither, OtherFunction
	case neither:
		v.Level, v.Why = Neither, Below
	case v.Gate < m.Enough:
		// As near to a team's manager as to a Director: a coin flip of another kind.
	case chief > 0.5 && p > m.Low:
		v.Level, v.Why = Neither, Above
	default:
		m.between(v)
	}
}

// stranger says whether the job is almost surely of another function, or seems to lead
// nobody and is likelier of another function than not. Such a job is not asked whether
// it might still be a Director's.
func (v *Verdict) stranger() bool {
	const surely, likely = 0.1, 0.4 // probability of engineering below which it is
	return v.Engineering < surely || v.Engineering < likely && v.Ladder.Best() == Contributor
}

// Gate is how much speaks for a job of one of the two levels: ln P(Director or above)
// + ½ ln P(engineering) + ½ ln P(leads anybody), at most 0. The halves are a
// convention: at the same loss of leaders, the three together rule out more other jobs
// than any of them alone. lead is the probability of leading a team, given that the job
// is below Director.
func Gate(up, lead, engineering float64) float64 {
	return math.Log(up) + (math.Log(engineering)+math.Log(up+(1-up)*lead))/2
}

// between decides between the two levels.
func (m *Model) between(v *Verdict) {
	switch {
	case v.Probability >= m.High && !slices.Contains(v.Flags, FlagBankGrade):
		v.Level = VP
		v.Sure = m.SureHigh.holds(v, v.Probability)
	case v.Probability <= m.Low:
		v.Level = Director
		v.Sure = m.SureLow.holds(v, 1-v.Probability)
	}
}

// holds says whether a level of probability p is sure. Without a ladder none is, since
// nobody has measured it.
func (s Surety) holds(v *Verdict, p float64) bool {
	return v.Ladder.Known() && min(v.Ladder.Up(), v.Engineering) >= s.Rung && p >= s.Level
}

// doubt is the question whose answer takes most from the gate. Its reasons are shown to
// whoever asks why the job is, or is not, of the two levels.
func (m *Model) doubt(v *Verdict) int {
	if math.Log(sigmoid(v.questions[outEngineering]))/2 < math.Log(sigmoid(v.questions[outUp])) {
		return outEngineering
	}
	return outUp
}

// Without is the level that the verdict would have without a contribution to
// its log-odds.
func (m *Model) Without(v *Verdict, contribution float64) Level {
	w := *v
	w.LogOdds -= contribution
	m.decide(&w)
	return w.Level
}
