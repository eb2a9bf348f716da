package card

import (
	"cmp"
	"math"
	"slices"

	"rung/classify"
	"rung/classify/signal"
	"rung/report"
)

// Told is a reason as it is shown to a reader. The sums of all that Tell returns
// are the sum of the contributions of the reasons it was given.
type Told struct {
	Reason   *classify.Reason   // nil for the wording as a whole
	Sum      float64            // natural log-odds; positive speaks for the higher level
	Evidence []signal.Evidence  // the places that speak for its side, in text order
	Words    []*classify.Reason // of the wording as a whole, heaviest first
}

// Loud is the contribution, in natural log-odds, from which on the place of a
// single word is worth showing. A word moves less than it seems to say.
const Loud = 0.12

// Tell is how the reasons of a verdict are shown, heaviest first.
//
// A word of its own says little (“tech”, “power”), so the words of the model are
// one reason, the wording as a whole; of models of other levels, which know
// nothing but words, each stays a reason.
//
// No place in the text speaks for both sides: each place of a reason carries an
// equal part of its weight, and where places overlap that speak for different
// levels, the lighter side is taken off the heavier and not shown.
func Tell(reasons []classify.Reason, levels report.Levels) []Told {
	var told []Told
	var words []*classify.Reason
	for i := range reasons {
		r := &reasons[i]
		if report.IsWord(r) && levels.BuiltIn() {
			words = append(words, r)
			continue
		}
		told = append(told, Told{Reason: r, Sum: r.Contribution(), Evidence: r.Evidence})
	}
	told = settle(told)
	if len(words) > 0 {
		told = append(told, wording(words, told))
	}
	slices.SortStableFunc(told, func(a, b Told) int { return cmp.Compare(math.Abs(b.Sum), math.Abs(a.Sum)) })
	return told
}

// wording makes one reason of words. It has the places of those that speak for
// its side and are loud, where no other reason stands.
func wording(words []*classify.Reason, others []Told) Told {
	w := Told{Words: words}
	for _, r := range words {
		w.Sum += r.Contribution()
	}
	slices.SortStableFunc(w.Words, func(a, b *classify.Reason) int {
		return cmp.Compare(math.Abs(b.Contribution()), math.Abs(a.Contribution()))
	})
	var taken []signal.Evidence
	for i := range others {
		taken = append(taken, others[i].Evidence...)
	}
	slices.SortFunc(taken, byPlace)
	var places []signal.Evidence
	for _, r := range words {
		if x := r.Contribution(); math.Abs(x) >= Loud && (x < 0) == (w.Sum < 0) {
			places = append(places, r.Evidence...)
		}
	}
	slices.SortStableFunc(places, byPlace)
	next, end := 0, 0 // of taken; end is that of the farthest that begins before the place
	for _, e := range places {
		for next < len(taken) && taken[next].Start < e.End {
			end = max(end, taken[next].End)
			next++
		}
		if end <= e.Start {
			w.Evidence = append(w.Evidence, e)
		}
	}
	return w
}

func byPlace(a, b signal.Evidence) int {
	return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
}

// spot is one place of a reason.
type spot struct {
	told, place int
	start, end  int
	part        float64 // of the weight
}

// settle gives every place to one side.
func settle(told []Told) []Told {
	var spots []spot
	for i := range told {
		t := &told[i]
		for k, e := range t.Evidence {
			spots = append(spots, spot{i, k, e.Start, e.End, t.Sum / float64(len(t.Evidence))})
		}
	}
	slices.SortStableFunc(spots, func(a, b spot) int { return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end)) })
	lost := map[[2]int]bool{} // places by reason
	for first := 0; first < len(spots); {
		last, end := first+1, spots[first].end
		for last < len(spots) && spots[last].start < end {
			end = max(end, spots[last].end)
			last++
		}
		for _, s := range outweighed(told, spots[first:last]) {
			lost[[2]int{s.told, s.place}] = true
		}
		first = last
	}
	if len(lost) == 0 {
		return told
	}
	var kept []Told
	for i := range told {
		t := told[i]
		var places []signal.Evidence
		for k, e := range t.Evidence {
			if !lost[[2]int{i, k}] {
				places = append(places, e)
			}
		}
		if len(places) > 0 || len(t.Evidence) == 0 {
			t.Evidence = places
			kept = append(kept, t)
		}
	}
	return kept
}

// outweighed takes the lighter side of overlapping places off the heavier, and
// returns the places of the lighter. Of sides that weigh the same it returns
// both.
func outweighed(told []Told, spots []spot) []spot {
	var lower, higher float64
	for _, s := range spots {
		lower, higher = lower+max(-s.part, 0), higher+max(s.part, 0)
	}
	if lower == 0 || higher == 0 {
		return nil
	}
	left := 1 - min(lower, higher)/max(lower, higher) // of each part of the heavier side
	var out []spot
	for _, s := range spots {
		keeps := left
		if (s.part > 0) != (higher > lower) || left == 0 {
			keeps = 0
			out = append(out, s)
		}
		told[s.told].Sum -= s.part * (1 - keeps)
	}
	return out
}
