package classify

import (
	"bytes"
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"rung/classify/signal"
)

// Output is a score that a model reads beside that of the level, from the same
// rules and terms.
type Output struct {
	Bias float64 // natural log-odds where nothing speaks
}

// OutputWeight is what a rule or a term adds to an output.
type OutputWeight struct {
	Output uint8 // index into OutputNames
	Weight float64
}

// The questions of the ladder and of the function. The ladder is a nest of two-way
// questions (Frank and Kramer, "Ensembles of nested dichotomies for
// multi-class problems", ICML 2004): Director or above? if not, does it lead
// anybody? if so, VP or Director? (the model's level itself) and of a VP, is it
// the chief?
const (
	outUp = iota
	outLead
	outChief
	outEngineering
	firstFact
)

// OutputNames are the outputs in the order of a model: the four questions, then
// each value of each fact but the first, as "scope:whole". The value of a fact
// is the one of the highest score; the first value scores 0.
var OutputNames, factOutput = func() (names []string, first [signal.NumFacts]int) {
	names = []string{"up", "lead", "chief", "engineering"}
	for f := range signal.Fact(signal.NumFacts) {
		first[f] = len(names)
		for _, v := range f.Values()[min(1, len(f.Values())):] {
			names = append(names, f.String()+":"+v)
		}
	}
	return names, first
}()

// numOutputs is the number of outputs.
const numOutputs = firstFact + 27

// FactOutput is the output of a fact's value: an index into OutputNames. The
// first value has none.
func FactOutput(f signal.Fact, value int) int { return factOutput[f] + value - 1 }

// sealed rounds the weights to two decimals, which is how well they are known, drops
// those that became zero, and sorts them.
func sealed(others []OutputWeight) []OutputWeight {
	for i := range others {
		others[i].Weight = math.Round(others[i].Weight*100) / 100
	}
	others = slices.DeleteFunc(others, func(o OutputWeight) bool { return o.Weight == 0 })
	slices.SortFunc(others, func(a, b OutputWeight) int { return cmp.Compare(a.Output, b.Output) })
	return others
}

// writeOthers ends a line of the text form with the weights of the outputs.
func writeOthers(b *bytes.Buffer, others []OutputWeight) {
	line := b.AvailableBuffer()
	if len(others) > 0 {
		line = append(line, " |"...)
	}
	for _, o := range others {
		line = append(append(append(line, ' '), OutputNames[o.Output]...), '=')
		line = strconv.AppendFloat(line, o.Weight, 'f', -1, 64)
	}
	b.Write(append(line, '\n'))
}

// others splits the weights of the outputs off a line.
func (m *Model) others(line string) (rest string, others []OutputWeight, err error) {
	rest, list, found := strings.Cut(line, " | ")
	if !found {
		return line, nil, nil
	}
	if m.Outputs == nil {
		return "", nil, fmt.Errorf("weights of outputs, but no output lines above")
	}
	for pair := range strings.FieldsSeq(list) {
		name, value, _ := strings.Cut(pair, "=")
		i, ok := outputIndex[name]
		if !ok {
			return "", nil, fmt.Errorf("no output is called %q", clip(name))
		}
		w, err := number(value)
		if err != nil {
			return "", nil, err
		}
		if slices.ContainsFunc(others, func(o OutputWeight) bool { return o.Output == i }) {
			return "", nil, fmt.Errorf("output %s is weighed twice", name)
		}
		others = append(others, OutputWeight{i, w})
	}
	return rest, others, nil
}

var outputIndex = func() map[string]uint8 {
	m := map[string]uint8{}
	for i, n := range OutputNames {
		m[n] = uint8(i)
	}
	return m
}()
