package classify

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"rung/classify/signal"
)

// Model is a linear model over the rules of one lexicon and over terms. Its
// text form (see models/README.md) is sorted and rounded, so that a retraining
// reads as a diff; a model in memory always equals its text form.
type Model struct {
	Name       string
	Lexicon    string    // version of the lexicon it was made for
	Levels     [2]string // display names of the two levels, lower and higher: director, vp
	References []Origin
	Notes      []string // how it was made, for a reader; one line each

	Bias float64 // natural log-odds of the higher level where nothing speaks
	// Calibration maps log-odds to a probability: sigmoid(Slope*x + Shift).
	// Platt, "Probabilistic outputs for support vector machines" (1999).
	Slope, Shift float64
	// Between Low and High (probabilities) the verdict is unsure.
	Low, High         float64
	SureLow, SureHigh Surety // the probabilities from which on a verdict of the lower, or the higher, level is sure
	// GateBias and the gate weights give the log-odds that the posting is an
	// engineering-leadership job of one of the two levels; below GateMin the
	// verdict is neither. A model with outputs has the ladder and the function in
	// their place, see the function Gate, and is unsure up to Enough.
	GateBias, GateMin, Enough float64

	Outputs []Output     // what is read beside the level, in the order of OutputNames; nil: nothing
	Rules   []RuleWeight // sorted by name
	Terms   []TermWeight // sorted by term

	hash string
}

// Origin is a document or data set that the model was made from.
type Origin struct{ Name, Hash string }

// Surety is how probable the parts of a verdict must be for it to be sure.
type Surety struct {
	Rung  float64 // Director or above, and of engineering: each
	Level float64 // the level, of the two
}

// RuleWeight is what a rule's firing adds.
type RuleWeight struct {
	Name        string
	Level, Gate float64 // natural log-odds
	Others      []OutputWeight
}

// TermWeight is what a term adds at value 1.
type TermWeight struct {
	Term        string
	Level, Gate float64 // natural log-odds
	IDF         float64 // inverse document frequency in the background: the term's value before normalisation
	Difference  signal.Difference
	Cite        []string
	Others      []OutputWeight
}

const (
	modelMagic   = "rung-model 1"
	maxModelSize = 64 << 20
)

// Hash identifies the model: 12 hexadecimal digits of its text form's SHA-256.
func (m *Model) Hash() string { return m.hash }

// String is the model's name and hash, as verdicts carry it.
func (m *Model) String() string { return m.Name + "@" + m.hash }

// Probability is the calibrated probability of the higher level.
func (m *Model) Probability(logOdds float64) float64 {
	return sigmoid(m.Slope*logOdds + m.Shift)
}

// round keeps four decimals, the precision of the text form.
func round(x float64) float64 { return math.Round(x*1e4) / 1e4 }

// Seal rounds every number to the precision of the text form, drops rules whose weights
// became zero (a term without weight still counts in the norm), sorts, and sets the
// hash.
func (m *Model) Seal() {
	for _, p := range []*float64{&m.Bias, &m.Slope, &m.Shift, &m.Low, &m.High, &m.SureLow.Rung, &m.SureLow.Level, &m.SureHigh.Rung, &m.SureHigh.Level, &m.GateBias, &m.GateMin, &m.Enough} {
		*p = round(*p)
	}
	for i := range m.Outputs {
		m.Outputs[i].Bias = round(m.Outputs[i].Bias)
	}
	for i := range m.Rules {
		r := &m.Rules[i]
		r.Level, r.Gate, r.Others = round(r.Level), round(r.Gate), sealed(r.Others)
	}
	for i := range m.Terms {
		t := &m.Terms[i]
		t.Level, t.Gate, t.IDF, t.Others = round(t.Level), round(t.Gate), round(t.IDF), sealed(t.Others)
	}
	m.Rules = slices.DeleteFunc(m.Rules, func(r RuleWeight) bool { return r.Level == 0 && r.Gate == 0 && len(r.Others) == 0 })
	slices.SortFunc(m.Rules, func(a, b RuleWeight) int { return strings.Compare(a.Name, b.Name) })
	slices.SortFunc(m.Terms, func(a, b TermWeight) int { return strings.Compare(a.Term, b.Term) })
	var b bytes.Buffer
	m.write(&b)
	sum := sha256.Sum256(b.Bytes())
	m.hash = hex.EncodeToString(sum[:])[:12]
}

// WriteTo writes the text form of a sealed model.
func (m *Model) WriteTo(w io.Writer) (int64, error) {
	var b bytes.Buffer
	m.write(&b)
	return b.WriteTo(w)
}

func (m *Model) write(b *bytes.Buffer) {
	fmt.Fprintln(b, modelMagic)
	fmt.Fprintf(b, "name %s\nlexicon %s\nlevels %s %s\n", m.Name, m.Lexicon, m.Levels[0], m.Levels[1])
	for _, r := range m.References {
		fmt.Fprintf(b, "reference %s %s\n", r.Name, r.Hash)
	}
	for _, n := range m.Notes {
		fmt.Fprintf(b, "note %s\n", n)
	}
	fmt.Fprintf(b, "bias %.4f\ncalibration %.4f %.4f\nunsure %.4f %.4f\n", m.Bias, m.Slope, m.Shift, m.Low, m.High)
	fmt.Fprintf(b, "gate %.4f %.4f\n", m.GateBias, m.GateMin)
	if len(m.Outputs) > 0 {
		fmt.Fprintf(b, "enough %.4f\nsure %.4f %.4f %.4f %.4f\n", m.Enough, m.SureLow.Rung, m.SureLow.Level, m.SureHigh.Rung, m.SureHigh.Level)
	}
	for i, o := range m.Outputs {
		fmt.Fprintf(b, "output %s %s\n", OutputNames[i], short(o.Bias))
	}
	for _, r := range m.Rules {
		fmt.Fprintf(b, "rule %s %s %s", r.Name, short(r.Level), short(r.Gate))
		writeOthers(b, r.Others)
	}
	for _, t := range m.Terms {
		cite := "-"
		if len(t.Cite) > 0 {
			cite = strings.Join(t.Cite, ",")
		}
		fmt.Fprintf(b, "term %s %s %s %s %s %s", short(t.Level), short(t.Gate), short(t.IDF), t.Difference, cite, t.Term)
		writeOthers(b, t.Others)
	}
}

// short writes a rounded number without trailing zeros.
func short(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

// ReadModel reads the text form. Errors name the line.
func ReadModel(r io.Reader, name string) (*Model, error) {
	b, err := io.ReadAll(io.LimitReader(r, maxModelSize+1))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if len(b) > maxModelSize {
		return nil, fmt.Errorf("%s: larger than %d MiB: this is no model", name, maxModelSize>>20)
	}
	m := &Model{Slope: 1}
	sc := bufio.NewScanner(bytes.NewReader(b))
	sc.Buffer(nil, 1<<20)
	for number := 1; sc.Scan(); number++ {
		line := strings.TrimRight(sc.Text(), "\r")
		if number == 1 {
			if line != modelMagic {
				return nil, fmt.Errorf("%s:1: begins with %q: a model begins with %q", name, clip(line), modelMagic)
			}
			continue
		}
		if line == "" || line[0] == '#' {
			continue
		}
		if err := m.line(line); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, number, err)
		}
	}
	if err := sc.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if m.Name == "" || m.Lexicon == "" || m.Levels[1] == "" {
		return nil, fmt.Errorf("%s: the model lacks its name, lexicon or levels line", name)
	}
	if len(m.Outputs) > 0 && len(m.Outputs) != len(OutputNames) {
		return nil, fmt.Errorf("%s: %d output lines, want none or all %d", name, len(m.Outputs), len(OutputNames))
	}
	m.Seal()
	return m, nil
}

func clip(s string) string {
	if len(s) > 40 {
		return strings.ToValidUTF8(s[:40], "") + "…"
	}
	return s
}

// line reads one line of the text form.
func (m *Model) line(line string) error {
	key, rest, _ := strings.Cut(line, " ")
	var err error
	numbers := func(to ...*float64) error {
		f := strings.Fields(rest)
		if len(f) != len(to) {
			return fmt.Errorf("%s: want %d numbers", key, len(to))
		}
		for i, s := range f {
			if *to[i], err = number(s); err != nil {
				return fmt.Errorf("%s: %w", key, err)
			}
		}
		return nil
	}
	switch key {
	case "name":
		if m.Name = rest; rest == "" || strings.ContainsAny(rest, " @") {
			return fmt.Errorf("name %q: want one word", rest)
		}
	case "lexicon":
		m.Lexicon = rest
	case "levels":
		f := strings.Fields(rest)
		if len(f) != 2 {
			return fmt.Errorf("levels: want two words, lower level first")
		}
		m.Levels = [2]string(f)
	case "reference":
		n, h, ok := strings.Cut(rest, " ")
		if !ok {
			return fmt.Errorf("reference: want NAME HASH")
		}
		m.References = append(m.References, Origin{n, h})
	case "note":
		m.Notes = append(m.Notes, rest)
	case "bias":
		return numbers(&m.Bias)
	case "calibration":
		return numbers(&m.Slope, &m.Shift)
	case "unsure":
		return numbers(&m.Low, &m.High)
	case "sure":
		return numbers(&m.SureLow.Rung, &m.SureLow.Level, &m.SureHigh.Rung, &m.SureHigh.Level)
	case "gate":
		return numbers(&m.GateBias, &m.GateMin)
	case "enough":
		return numbers(&m.Enough)
	case "output":
		name, _, _ := strings.Cut(rest, " ")
		if len(m.Outputs) == len(OutputNames) || name != OutputNames[len(m.Outputs)] {
			return fmt.Errorf("output %q: the outputs stand in the order %s", clip(name), strings.Join(OutputNames, " "))
		}
		rest = strings.TrimPrefix(rest, name)
		var o Output
		if err := numbers(&o.Bias); err != nil {
			return err
		}
		m.Outputs = append(m.Outputs, o)
	case "rule":
		rest, others, err := m.others(rest)
		if err != nil {
			return err
		}
		f := strings.Fields(rest)
		if len(f) != 3 {
			return fmt.Errorf("rule: want NAME LEVEL GATE")
		}
		r := RuleWeight{Name: f[0], Others: others}
		for i, to := range []*float64{&r.Level, &r.Gate} {
			if *to, err = number(f[i+1]); err != nil {
				return err
			}
		}
		m.Rules = append(m.Rules, r)
	case "term":
		rest, others, err := m.others(rest)
		if err != nil {
			return err
		}
		f := strings.SplitN(rest, " ", 6)
		if len(f) != 6 || strings.TrimSpace(f[5]) == "" {
			return fmt.Errorf("term: want LEVEL GATE IDF DIFFERENCE CITE TERM")
		}
		t := TermWeight{Term: f[5], Others: others}
		if n := 1 + strings.Count(t.Term, " "); n > signal.MaxTerm {
			return fmt.Errorf("term %q has %d words: want %d at most", clip(t.Term), n, signal.MaxTerm)
		}
		for i, to := range []*float64{&t.Level, &t.Gate, &t.IDF} {
			if *to, err = number(f[i]); err != nil {
				return err
			}
		}
		d, ok := signal.ParseDifference(f[3])
		if !ok {
			return fmt.Errorf("term %q: no difference is called %q", clip(t.Term), clip(f[3]))
		}
		t.Difference = d
		if f[4] != "-" {
			t.Cite = strings.Split(f[4], ",")
		}
		m.Terms = append(m.Terms, t)
	default:
		return fmt.Errorf("%q is not a line of a model", clip(key))
	}
	return nil
}

// number reads a finite number of a size that no weight exceeds.
func number(s string) (float64, error) {
	x, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsNaN(x) || math.Abs(x) > 1e6 {
		return 0, fmt.Errorf("%q is not a number between -1e6 and 1e6", clip(s))
	}
	return x, nil
}
