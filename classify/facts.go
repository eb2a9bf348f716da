package classify

import (
	"slices"

	"rung/classify/signal"
	"rung/corpus/text"
)

// stateOnly are the facts that hold only where a rule states them: a posting says whose
// money it is and what is to be built, or it is not so. Of the others much stands
// between the lines, and a careful reader infers it.
var stateOnly = [signal.NumFacts]bool{signal.FactBudget: true, signal.FactBuildOrg: true}

// stated is added to the weight of a rule that states a value.
const stated = 1 << 20

// facts decides the ten facts. Each has the value with the highest score among those
// that a rule which fired speaks for, and the place of the rule that says it best. A
// value that only single words speak for is not claimed, because it has no place.
func (c *Classifier) facts(sums []float64, d *text.Document, signals []signal.Signal) Facts {
	// For each output, the rule that adds most to it; one that states the value goes
	// before one that only goes with it.
	var best [numOutputs]struct {
		signal int32 // 1 + index; 0: no rule speaks for it
		weight float64
	}
	for i := range signals {
		r, value := signals[i].Rule, SignalValue(&signals[i])
		for _, o := range c.othersOfRule(r.Index) {
			if o.output < firstFact || o.hundredths <= 0 {
				continue
			}
			w := float64(o.hundredths) * value
			if states(r, o.output) {
				w += stated
			}
			if b := &best[o.output]; b.signal == 0 || w > b.weight {
				b.signal, b.weight = int32(i+1), w
			}
		}
	}
	var out Facts
	for f := range signal.Fact(signal.NumFacts) {
		score, chosen := 0.0, 0
		for v := 1; v < len(f.Values()); v++ {
			o := FactOutput(f, v)
			if b := &best[o]; sums[o] > score && b.signal > 0 && (b.weight >= stated || !stateOnly[f]) {
				score, chosen = sums[o], v
			}
		}
		if chosen > 0 {
			b := &best[FactOutput(f, chosen)]
			out[f] = FactValue{Value: uint8(chosen), Evidence: surest(signals[b.signal-1].Evidence), Inferred: b.weight < stated}
		}
	}
	out[signal.FactSize] = size(d, signals)
	return out
}

// states says whether a rule states the value of an output, rather than only going
// with it.
func states(r *signal.Rule, output uint8) bool {
	for _, s := range r.States {
		if s.Fact != signal.FactSize && s.Value > 0 && FactOutput(s.Fact, int(s.Value)) == int(output) {
			return true
		}
	}
	return false
}

// surest is the first place that is neither conditional nor boilerplate, or else the
// first of all.
func surest(places []signal.Evidence) signal.Evidence {
	return places[max(0, slices.IndexFunc(places, func(e signal.Evidence) bool { return !e.Hedged && !e.Boilerplate }))]
}

// mostLed bounds the number of people that a job is believed to lead.
const mostLed = 20000

// size is the largest number of people that rules say are led: a posting names the
// whole, and then its parts.
func size(d *text.Document, signals []signal.Signal) FactValue {
	var out FactValue
	for i := range signals {
		for _, s := range signals[i].Rule.States {
			if s.Fact != signal.FactSize {
				continue
			}
			for _, e := range signals[i].Evidence {
				if n, ok := signal.Number(e.Of(d.Text)); ok && int(n) > out.Number && n <= mostLed {
					out.Number, out.Evidence = int(n), e
				}
			}
		}
	}
	return out
}
