package eval

import (
	"rung/classify"
	"rung/classify/signal"
	"rung/corpus"
	"rung/corpus/stats"
)

// Readers compares verdicts with careful readers of the same texts. Shares are
// over all runs; NaN where there is no such row.
type Readers struct {
	N                       int  `json:"n"`                      // rows of the gold that were read
	AUC                     Stat `json:"auc"`                    // of Directors' and VPs' postings: telling those that readers call VP-level from those they call Director-level
	Rho                     Stat `json:"rho"`                    // Spearman's, of the probability with the readers', on Directors' and VPs' postings
	UpAUC                   Stat `json:"up_auc"`                 // of all rows: telling Director-or-above from what is below
	ReadVP                  int  `json:"read_vp"`                // rows read vp
	VPRight                 Stat `json:"vp_right"`               // share of those that readers call VP-level
	SureVPs                 int  `json:"sure_vps"`               // rows that readers surely call VP-level
	SureVPFound             Stat `json:"sure_vp_found"`          // share of them read vp
	ReadDirector            int  `json:"read_director"`          // rows read director
	DirectorRight           Stat `json:"director_right"`         // share of those that readers call Director-level
	SureDirectors           int  `json:"sure_directors"`         // rows that readers surely call Director-level
	SureDirectorFound       Stat `json:"sure_director_found"`    // share of them read director
	Leaders                 int  `json:"leaders"`                // rows that readers take for a leader of engineering
	LeadersCalledNeither    Stat `json:"leaders_called_neither"` // share of them, unread included
	LeadersUnsure           Stat `json:"leaders_unsure"`
	Below                   int  `json:"below"`                       // rows that readers place below Director
	BelowCalledDirectorOrVP Stat `json:"below_called_director_or_vp"` // share of them
	Sure                    int  `json:"sure"`                        // rows whose level is sure
	SureRight               Stat `json:"sure_right"`                  // share of them that readers agree with
}

// FactScore is how well one fact is read.
type FactScore struct {
	N       int             `json:"n"`        // rows of which readers noted facts
	MacroF1 Stat            `json:"macro_f1"` // over the values that readers noted; of size: F1 of equal numbers
	Values  map[string]Stat `json:"values"`   // F1 of each value
}

// share counts the rows that are so, and all that were looked at.
type share struct{ so, all int }

func (s *share) add(so bool) {
	s.all++
	if so {
		s.so++
	}
}

func (s *share) stat() Stat { return Stat(ratio(s.so, s.all)) }

// readOf pairs the rows of the gold, by place, with their readings.
func readOf(gold []Example, readings []Reading) map[int]*Reading {
	byID := map[corpus.ID]*Reading{}
	for i := range readings {
		byID[readings[i].ID] = &readings[i]
	}
	out := map[int]*Reading{}
	for i := range gold {
		if r := byID[gold[i].ID]; r != nil && r.Kind != KindUnknown {
			out[i] = r
		}
	}
	return out
}

func readers(runs [][]classify.Verdict, gold []Example, read map[int]*Reading) *Readers {
	res := &Readers{N: len(read)}
	var auc, rho, upAUC float64
	var vp, sureVP, director, sureDirector, neither, unsure, below, sure share
	for _, run := range runs {
		var p, theirs, scored, up []float64
		var isVP, isUp []bool
		for i := range gold {
			r := read[i]
			if r == nil {
				continue
			}
			v := &run[i]
			if gold[i].scored() {
				p, theirs = append(p, v.Probability), append(theirs, r.VP)
				if r.Up >= 0.5 {
					scored, isVP = append(scored, v.Probability), append(isVP, r.VP > 0.5)
				}
			}
			up, isUp = append(up, v.Ladder.Up()), append(isUp, r.Up >= 0.5)
			readsDirector := r.VP <= 0.5 && r.Up >= 0.5 && r.Kind != KindOtherLeader
			switch v.Level {
			case classify.VP:
				vp.add(r.readsVP())
			case classify.Director:
				director.add(readsDirector)
			}
			if v.Sure {
				sure.add(v.Level == classify.VP && r.readsVP() && r.Kind != KindOtherLeader || v.Level == classify.Director && readsDirector)
			}
			if r.Leader() {
				neither.add(v.Level == classify.Neither || v.Level == classify.Unread)
				unsure.add(v.Level == classify.Unsure)
				if r.VP >= 0.7 {
					sureVP.add(v.Level == classify.VP)
				}
				if r.VP <= 0.25 {
					sureDirector.add(v.Level == classify.Director)
				}
			}
			if (r.Kind == KindFirstLine || r.Kind == KindContributor) && r.Up < 0.4 {
				below.add(v.Level == classify.VP || v.Level == classify.Director)
			}
		}
		auc += stats.Rank(scored).AUC(isVP, nil) / float64(len(runs))
		rho += stats.Spearman(p, theirs) / float64(len(runs))
		upAUC += stats.Rank(up).AUC(isUp, nil) / float64(len(runs))
	}
	k := len(runs)
	res.AUC, res.Rho, res.UpAUC = Stat(auc), Stat(rho), Stat(upAUC)
	res.ReadVP, res.VPRight = vp.all/k, vp.stat()
	res.SureVPs, res.SureVPFound = sureVP.all/k, sureVP.stat()
	res.ReadDirector, res.DirectorRight = director.all/k, director.stat()
	res.SureDirectors, res.SureDirectorFound = sureDirector.all/k, sureDirector.stat()
	res.Leaders, res.LeadersCalledNeither, res.LeadersUnsure = neither.all/k, neither.stat(), unsure.stat()
	res.Below, res.BelowCalledDirectorOrVP = below.all/k, below.stat()
	res.Sure, res.SureRight = sure.all/k, sure.stat()
	return res
}

// factScores compares the facts of verdicts with those that readers noted.
func factScores(runs [][]classify.Verdict, gold []Example, read map[int]*Reading) map[string]FactScore {
	out := map[string]FactScore{}
	for f := range signal.Fact(signal.NumFacts) {
		values := f.Values()
		if f == signal.FactSize {
			values = []string{"equal"}
		}
		hit, said, noted, n := make([]int, len(values)), make([]int, len(values)), make([]int, len(values)), 0
		for _, run := range runs {
			for i := range gold {
				r := read[i]
				if r == nil || r.Facts == nil {
					continue
				}
				n++
				v := run[i].Facts[f]
				says, notes, equal := int(v.Value), int(r.Facts[f]), v.Value == r.Facts[f]
				if f == signal.FactSize { // -1: no number
					says, notes, equal = min(v.Number, 1)-1, min(r.Size, 1)-1, r.Size == v.Number
				}
				if says >= 0 {
					said[says]++
				}
				if notes >= 0 {
					noted[notes]++
				}
				if notes >= 0 && equal {
					hit[notes]++
				}
			}
		}
		if n == 0 {
			continue
		}
		score, sum, seen := FactScore{N: n / len(runs), Values: map[string]Stat{}}, 0.0, 0
		for i, v := range values {
			if noted[i] > 0 {
				f1 := 2 * float64(hit[i]) / float64(said[i]+noted[i])
				score.Values[v] = Stat(f1)
				sum += f1
				seen++
			}
		}
		score.MacroF1 = Stat(sum / float64(seen))
		out[f.String()] = score
	}
	return out
}
