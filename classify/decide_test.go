package classify

import (
	"math"
	"strings"
	"testing"

	"rung/classify/signal"
)

func TestEveryValueOfAFactHasItsOutput(t *testing.T) {
	if len(OutputNames) != numOutputs {
		t.Errorf("%d outputs, want %d", len(OutputNames), numOutputs)
	}
	for f := range signal.Fact(signal.NumFacts) {
		for v := 1; v < len(f.Values()); v++ {
			if got, want := OutputNames[FactOutput(f, v)], f.String()+":"+f.Values()[v]; got != want {
				t.Errorf("output %d is %s, want %s", FactOutput(f, v), got, want)
			}
		}
	}
}

func TestTheLevelFollowsFromTheLadder(t *testing.T) {
	m := &Model{Slope: 1, Low: 0.45, High: 0.57, GateMin: -2.3, Enough: -1.1, Outputs: make([]Output, numOutputs),
		SureLow: Surety{0.9, 0.6}, SureHigh: Surety{0.75, 0.97}}
	for _, c := range []struct {
		name                             string
		up, lead, chief, engineering, vp float64
		flag                             string
		level                            Level
		why                              Why
		sure                             bool
	}{
		{"a Director, surely", 0.95, 0.9, 0.1, 0.95, 0.1, "", Director, NoWhy, true},
		{"leans Director: perhaps of another function", 0.95, 0.9, 0.1, 0.8, 0.1, "", Director, NoWhy, false},
		{"a VP, surely", 0.95, 0.9, 0.1, 0.95, 0.98, "", VP, NoWhy, true},
		{"leans VP", 0.95, 0.9, 0.1, 0.95, 0.8, "", VP, NoWhy, false},
		{"near a coin flip", 0.95, 0.9, 0.1, 0.95, 0.5, "", Unsure, NoWhy, false},
		{"a VP by a bank's grade", 0.95, 0.9, 0.1, 0.95, 0.98, FlagBankGrade, Unsure, NoWhy, false},
		{"a chief", 0.95, 0.9, 0.7, 0.95, 0.98, "", Neither, Above, false},
		{"no chief who reads Director", 0.95, 0.9, 0.7, 0.95, 0.2, "", Director, NoWhy, true},
		{"a team's manager", 0.05, 0.9, 0.1, 0.95, 0.2, "", Neither, Below, false},
		{"as near to a manager as to a Director", 0.3, 0.9, 0.1, 0.95, 0.2, "", Unsure, NoWhy, false},
		{"a leader of another function", 0.9, 0.9, 0.1, 0.005, 0.9, "", Neither, OtherFunction, false},
		{"who leads nobody, perhaps elsewhere", 0.38, 0.1, 0.1, 0.3, 0.5, "", Neither, Below, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			v := Verdict{LogOdds: logit(c.vp), PriorVP: 0.5}
			v.questions = [firstFact]float64{outUp: logit(c.up), outLead: logit(c.lead), outChief: logit(c.chief), outEngineering: logit(c.engineering)}
			if c.flag != "" {
				v.Flags = []string{c.flag}
			}
			m.decide(&v)
			if v.Level != c.level || v.Why != c.why || v.Sure != c.sure {
				t.Errorf("level %v, why %q, sure %v at gate %.2f; want %v, %q, %v", v.Level, v.Why, v.Sure, v.Gate, c.level, c.why, c.sure)
			}
			sum := 0.0
			for _, p := range v.Ladder {
				sum += p
			}
			if math.Abs(sum-1) > 1e-12 || math.Abs(v.Ladder.Up()-c.up) > 1e-12 || math.Abs(v.Engineering-c.engineering) > 1e-12 {
				t.Errorf("ladder %v, engineering %v", v.Ladder, v.Engineering)
			}
		})
	}
}

func TestMistakesInTheOutputsOfAModelAreNamed(t *testing.T) {
	const head = "rung-model 1\nname x\nlexicon none\nlevels a b\n"
	var all strings.Builder
	for _, n := range OutputNames {
		all.WriteString("output " + n + " 0\n")
	}
	for in, want := range map[string]string{
		head + "output lead 1\n":                         `m:5: output "lead": the outputs stand in the order up lead`,
		head + "output up 1\n":                           "1 output lines, want none or all",
		head + "rule a 1 0 | up=1\n":                     "m:5: weights of outputs, but no output lines above",
		head + all.String() + "rule a 1 0 | down=1\n":    `no output is called "down"`,
		head + all.String() + "rule a 1 0 | up=1 up=2\n": "output up is weighed twice",
		head + all.String() + "rule a 1 0 | up=x\n":      `"x" is not a number`,
	} {
		_, err := ReadModel(strings.NewReader(in), "m")
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want …%s…", in[len(head):], err, want)
		}
	}
}

// A fact has a place where its value is not the first, and the place quotes the
// text.
func TestFactsHaveTheirPlaces(t *testing.T) {
	c := Default()
	stated := 0
	for _, p := range gold(t) {
		v := c.Classify(p)
		for k := range signal.Fact(signal.NumFacts) {
			f := v.Facts[k]
			claims := f.Value > 0 || f.Number > 0
			if claims != v.Facts.Stated(k) {
				t.Fatalf("%s: %v is %v (%d), its place %v", p.ID, k, v.Facts.Value(k), f.Number, f.Evidence.Span)
			}
			if claims {
				stated++
				if f.Evidence.End > len(p.Text) || f.Evidence.Sentence >= len(v.Doc.Sentences) {
					t.Fatalf("%s: %v stands at %v of %d bytes", p.ID, k, f.Evidence.Span, len(p.Text))
				}
			}
		}
	}
	if stated == 0 {
		t.Error("no posting states a fact")
	}
}
