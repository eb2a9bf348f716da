package eval

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"

	"rung/classify/signal"
	"rung/corpus"
)

// Reading is what careful readers made of a whole posting whose own title they
// did not see.
type Reading struct {
	ID      corpus.ID
	Kind    ReadingKind
	Up      float64 // probability that the job is a Director's or above, 0…1
	VP      float64 // probability of VP, given one of the two levels, 0…1
	Written bool    // written for the purpose by somebody who knew the answer, not found
	Facts   *[signal.NumFacts]uint8
	Size    int      // people led; 0: not said
	Phrases []Phrase // those that moved the readers
}

// ReadingKind is what kind of job readers took a posting for.
type ReadingKind uint8

const (
	KindUnknown ReadingKind = iota // not a job, or not said
	KindContributor
	KindFirstLine   // leads one team
	KindEngLeader   // a Director or a VP of engineering
	KindOtherLeader // of another function
	KindChief
)

// readingKinds are the names in readings, and those of postings written for the
// purpose.
var readingKinds = map[string]ReadingKind{"ic": KindContributor, "first_line": KindFirstLine, "eng_leader": KindEngLeader, "other_leader": KindOtherLeader,
	"chief": KindChief, "not_a_job": KindUnknown, "vp": KindEngLeader, "director": KindEngLeader, "other_vp": KindOtherLeader, "other_director": KindOtherLeader}

// Phrase is a quotation of at most a few words that speaks for a level.
type Phrase struct {
	Text     string
	VP       bool
	Strength int // 1 to 3
}

// Leader says whether the readers took the job for one of the two levels, and
// surely so: the rows on which a level is expected.
func (r *Reading) Leader() bool { return r.Kind == KindEngLeader && r.Up >= 0.6 }

// readsVP says whether the readers would call the job VP-level.
func (r *Reading) readsVP() bool { return r.VP > 0.5 && r.Up >= 0.5 }

// usual are Up and VP of a posting written as of a kind, where its writer noted
// no probabilities.
var usual = map[string][2]float64{"vp": {0.92, 0.85}, "director": {0.8, 0.12}, "chief": {0.96, 0.95}, "other_vp": {0.85, 0.75},
	"other_director": {0.78, 0.2}, "first_line": {0.25, 0.15}, "ic": {0.05, 0.1}}

// ReadReadings reads JSON Lines with the keys id and kind and, where they are
// noted, p_up and p_vp (percent), the ten facts, moved and marks: see the README
// of the data. A line without a kind is refused.
func ReadReadings(r io.Reader, name string) ([]Reading, error) {
	var readings []Reading
	err := readLines(r, name, func(line []byte, _ string) (string, error) {
		var row struct {
			ID    string
			Set   string
			Kind  string
			PUp   *float64 `json:"p_up"`
			PVP   *float64 `json:"p_vp"`
			Moved []struct{ T, D string }
			Marks []struct {
				T, D string
				S    int
			}
		}
		facts := map[string]any{}
		if err := errors.Join(json.Unmarshal(line, &row), json.Unmarshal(line, &facts)); err != nil {
			return "", err
		}
		kind, ok := readingKinds[row.Kind]
		if !ok {
			return "", fmt.Errorf("kind %q is none of those known", row.Kind)
		}
		out := Reading{ID: corpus.ID(row.ID), Kind: kind, Written: row.Set == ""}
		for i, p := range []*float64{row.PUp, row.PVP} {
			to := [...]*float64{&out.Up, &out.VP}[i]
			u, known := usual[row.Kind]
			switch {
			case p != nil && *p >= 0 && *p <= 100:
				*to = *p / 100
			case p != nil:
				return "", fmt.Errorf("probability %v is not a percentage", *p)
			case known:
				*to = u[i]
			default:
				return "", errors.New("p_up or p_vp is missing")
			}
		}
		out.Facts, out.Size = readFacts(facts)
		seen := map[string]bool{}
		add := func(t, d string, strength int) {
			if (d == "v" || d == "d") && !seen[t] {
				seen[t] = true
				out.Phrases = append(out.Phrases, Phrase{t, d == "v", strength})
			}
		}
		for _, m := range row.Marks {
			add(m.T, m.D, m.S)
		}
		for _, m := range row.Moved {
			add(m.T, m.D, 2)
		}
		readings = append(readings, out)
		return row.ID, nil
	})
	return readings, err
}

// readFacts reads the ten facts and the number of people led; nil where the line
// does not note all facts.
func readFacts(row map[string]any) (*[signal.NumFacts]uint8, int) {
	var out [signal.NumFacts]uint8
	for f := range signal.Fact(signal.NumFacts) {
		value, ok := row[f.String()]
		if !ok {
			return nil, 0
		}
		s, isText := value.(string)
		if n, ok := value.(float64); ok && !isText {
			s = strconv.Itoa(int(n))
		}
		out[f] = uint8(max(0, slices.Index(f.Values(), s)))
	}
	size, _ := row["size"].(float64)
	return &out, int(math.Round(size))
}
