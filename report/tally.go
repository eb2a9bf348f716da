package report

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"

	"rung/classify"
	"rung/classify/signal"
)

// Tally counts verdicts. It holds only integers, so that Merge is exact and
// neither the order of adding nor that of merging can show: any split of a batch
// gives the same Tally. The zero value is empty and ready.
type Tally struct {
	claims      [tallyClaims][tallyLevels]int64
	agreement   [tallyAgreements]int64
	answers     map[string]int64 // see Answer
	unread      map[string]int64 // by cause
	flags       map[string]int64
	differences [signal.NumDifferences][3]int64 // by sign of the log-odds: below 0, 0, above
	probability [TallyBins]int64
	skipped     int64
}

const (
	tallyLevels     = int(classify.Unread) + 1
	tallyClaims     = int(classify.ClaimOther) + 1
	tallyAgreements = int(classify.ReadsHigher) + 1

	// TallyBins is the number of equal bins of the probability, 0…1.
	TallyBins = 20
)

// Add counts a verdict.
func (t *Tally) Add(v *classify.Verdict) {
	t.claims[v.Claim][v.Level]++
	t.agreement[v.Agreement]++
	count(&t.answers, Answer(v), 1)
	if v.Level == classify.Unread {
		count(&t.unread, causeKey(v.Cause), 1)
	}
	for _, f := range v.Flags {
		count(&t.flags, f, 1)
	}
	for d, odds := range v.Differences {
		sign := 1
		if odds < 0 {
			sign = 0
		} else if odds > 0 {
			sign = 2
		}
		t.differences[d][sign]++
	}
	if HasOdds(v) {
		t.probability[bin(v.Probability)]++
	}
}

// bin is the bin of a probability; the last holds 1 too.
func bin(p float64) int {
	if math.IsNaN(p) {
		return 0
	}
	return int(min(max(p*TallyBins, 0), TallyBins-1))
}

func count(m *map[string]int64, name string, n int64) {
	if *m == nil {
		*m = map[string]int64{}
	}
	(*m)[name] += n
}

func countAll(m *map[string]int64, of map[string]int64) {
	for name, n := range of {
		count(m, name, n)
	}
}

// causeKey names why a text is unread.
func causeKey(c classify.Cause) string {
	if c == classify.NoCause {
		return "unknown"
	}
	return c.String()
}

// Skip counts n records that could not be read.
func (t *Tally) Skip(n int64) { t.skipped += n }

// Merge adds the counts of o, which it leaves alone.
func (t *Tally) Merge(o *Tally) {
	for c := range t.claims {
		add(t.claims[c][:], o.claims[c][:])
	}
	add(t.agreement[:], o.agreement[:])
	countAll(&t.answers, o.answers)
	countAll(&t.unread, o.unread)
	countAll(&t.flags, o.flags)
	for d := range t.differences {
		add(t.differences[d][:], o.differences[d][:])
	}
	add(t.probability[:], o.probability[:])
	t.skipped += o.skipped
}

func add(to, from []int64) {
	for i, n := range from {
		to[i] += n
	}
}

// Postings is the number of verdicts.
func (t *Tally) Postings() int64 {
	var n int64
	for _, a := range t.agreement {
		n += a
	}
	return n
}

// Level is the number of verdicts of one level.
func (t *Tally) Level(l classify.Level) int64 {
	var n int64
	for c := range t.claims {
		n += t.claims[c][l]
	}
	return n
}

// Claim is the number of verdicts of one level on postings whose title claims c.
func (t *Tally) Claim(c classify.Claim, l classify.Level) int64 { return t.claims[c][l] }

// Skipped is the number of records that could not be read.
func (t *Tally) Skipped() int64 { return t.skipped }

// tallyJSON is the form that programs read. Every key of the fixed lists is
// there, also where the count is 0.
type tallyJSON struct {
	Postings    int64                       `json:"postings"`
	Skipped     int64                       `json:"skipped"`
	Levels      map[string]int64            `json:"levels"`
	Answers     map[string]int64            `json:"answers"`      // finer than levels: reads_vp, leans_vp, below, …; they add up to those
	Unread      map[string]int64            `json:"why_unread"`   // by cause
	Claims      map[string]map[string]int64 `json:"title_claims"` // by claim, then by level
	Agreement   map[string]int64            `json:"agreement"`
	Flags       map[string]int64            `json:"flags"`
	Differences map[string]map[string]int64 `json:"differences"` // by difference, then by the level that it speaks for, or silent
	Probability []int64                     `json:"probability"` // TallyBins equal bins; without postings that read neither level, or none
}

// silent is the key of the verdicts in which a difference says nothing.
const silent = "silent"

// MarshalJSON writes the counts under the names of the built-in pair of levels,
// always the same bytes for the same counts: the keys of every object are
// sorted.
func (t Tally) MarshalJSON() ([]byte, error) { return json.Marshal(t.form(Levels{})) }

// JSON is MarshalJSON with the names of the model's levels, indented, with a
// line end.
func (t *Tally) JSON(levels Levels) []byte {
	b, err := json.MarshalIndent(t.form(levels), "", "  ")
	if err != nil {
		panic(err) // integers under strings
	}
	return append(b, '\n')
}

func (t *Tally) form(levels Levels) tallyJSON {
	j := tallyJSON{
		Postings: t.Postings(), Skipped: t.skipped, Levels: map[string]int64{}, Answers: map[string]int64{}, Unread: map[string]int64{}, Claims: map[string]map[string]int64{},
		Agreement: map[string]int64{}, Flags: map[string]int64{}, Differences: map[string]map[string]int64{}, Probability: t.probability[:],
	}
	for c := range t.claims {
		row := map[string]int64{}
		for l, n := range t.claims[c] {
			name := levels.Key(classify.Level(l))
			row[name] = n
			j.Levels[name] += n
		}
		j.Claims[classify.Claim(c).String()] = row
	}
	for a, n := range t.agreement {
		j.Agreement[classify.Agreement(a).String()] = n
	}
	for l := range classify.Level(tallyLevels) {
		for _, a := range Answers(l) {
			j.Answers[a] = t.answers[a]
		}
	}
	for c := classify.NoCause; c <= classify.SeveralJobs; c++ {
		j.Unread[causeKey(c)] = t.unread[causeKey(c)]
	}
	maps.Copy(j.Flags, t.flags)
	for d, signs := range t.differences {
		j.Differences[signal.Difference(d).String()] = map[string]int64{
			levels.Key(classify.Director): signs[0], silent: signs[1], levels.Key(classify.VP): signs[2],
		}
	}
	return j
}

// UnmarshalJSON is the inverse of MarshalJSON. It refuses what no Tally writes:
// unknown names, missing names, negative counts, sums that do not fit.
func (t *Tally) UnmarshalJSON(b []byte) error {
	var j tallyJSON
	if err := json.Unmarshal(b, &j); err != nil {
		return fmt.Errorf("reading a tally: %w", err)
	}
	var out Tally
	out.skipped = j.Skipped
	for c := range out.claims {
		row := j.Claims[classify.Claim(c).String()]
		for l := range out.claims[c] {
			out.claims[c][l] = row[classify.Level(l).String()]
		}
	}
	for a := range out.agreement {
		out.agreement[a] = j.Agreement[classify.Agreement(a).String()]
	}
	countAll(&out.answers, j.Answers)
	countAll(&out.unread, j.Unread)
	countAll(&out.flags, j.Flags)
	for d := range out.differences {
		row := j.Differences[signal.Difference(d).String()]
		out.differences[d] = [3]int64{row[classify.Director.String()], row[silent], row[classify.VP.String()]}
	}
	if len(j.Probability) != TallyBins {
		return fmt.Errorf("reading a tally: %d bins of the probability (want %d)", len(j.Probability), TallyBins)
	}
	copy(out.probability[:], j.Probability)
	// What the counts above did not take up shows in the form of the result.
	if err := same(out.form(Levels{}), j); err != nil {
		return fmt.Errorf("reading a tally: %w", err)
	}
	*t = out
	return nil
}

// same compares the form of a tally with the one it was read from.
func same(got, read tallyJSON) error {
	switch {
	case got.Postings != read.Postings:
		return fmt.Errorf("%d postings, and %d by agreement", read.Postings, got.Postings)
	case read.Skipped < 0 || slices.Min(read.Probability) < 0:
		return errors.New("a negative count")
	}
	for _, m := range []struct {
		name      string
		got, read map[string]int64
	}{{"levels", got.Levels, read.Levels}, {"answers", got.Answers, read.Answers}, {"why_unread", got.Unread, read.Unread}, {"agreement", got.Agreement, read.Agreement}, {"flags", got.Flags, read.Flags}} {
		if err := sameCounts(m.name, m.got, m.read); err != nil {
			return err
		}
	}
	if err := got.answersAddUp(); err != nil {
		return err
	}
	for _, m := range []struct {
		name      string
		got, read map[string]map[string]int64
	}{{"title_claims", got.Claims, read.Claims}, {"differences", got.Differences, read.Differences}} {
		if !slices.Equal(slices.Sorted(maps.Keys(m.got)), slices.Sorted(maps.Keys(m.read))) {
			return fmt.Errorf("%s: unknown or missing names", m.name)
		}
		for k := range m.got {
			if err := sameCounts(m.name+"."+k, m.got[k], m.read[k]); err != nil {
				return err
			}
		}
	}
	return nil
}

// answersAddUp checks that the answers are those of the levels, and the causes
// those of what is unread.
func (j *tallyJSON) answersAddUp() error {
	for l := range classify.Level(tallyLevels) {
		n := int64(0)
		for _, a := range Answers(l) {
			n += j.Answers[a]
		}
		if n != j.Levels[l.String()] {
			return fmt.Errorf("answers: %d of level %s, of which there are %d", n, l, j.Levels[l.String()])
		}
	}
	n := int64(0)
	for _, k := range j.Unread {
		n += k
	}
	if n != j.Levels[classify.Unread.String()] {
		return fmt.Errorf("why_unread: %d causes of %d", n, j.Levels[classify.Unread.String()])
	}
	return nil
}

func sameCounts(name string, got, read map[string]int64) error {
	if !maps.Equal(got, read) {
		return fmt.Errorf("%s: unknown or missing names, or counts that do not add up", name)
	}
	for k, n := range read {
		if n < 0 {
			return fmt.Errorf("%s: %q is %d, below 0", name, k, n)
		}
	}
	return nil
}
