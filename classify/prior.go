package classify

import "math"

// evenOdds is the share of VPs among the two levels that a model is calibrated
// for, and that holds unless another is asked for.
const evenOdds = 0.5

// AtPrior is the classifier for postings of which another share than half are of
// the higher level, given one of the two: 0 < share < 1. Only the odds move, by
// those of the share (Saerens, Latinne and Decaestecker, "Adjusting the outputs
// of a classifier to new a priori probabilities", 2002); the log-odds of a
// verdict and its reasons stay what the text says. The receiver is left as it is.
func (c *Classifier) AtPrior(share float64) *Classifier {
	at := *c
	at.prior = share
	return &at
}

// probability is the calibrated one of the higher level, at the classifier's prior.
func (c *Classifier) probability(logOdds float64) float64 {
	m := c.model
	return 1 / (1 + math.Exp(-(m.Slope*logOdds + m.Shift + math.Log(c.prior/(1-c.prior)))))
}
