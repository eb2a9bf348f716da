package classify

import (
	"slices"
	"testing"

	"rung/corpus"
	"rung/corpus/boilerplate"
)

func TestWhatAnEmployerRepeatsCountsHalf(t *testing.T) {
	const (
		shared = "You will report to the CEO and sit on the executive team."
		own    = "You lead four engineering managers and plan each quarter with product."
	)
	a := corpus.Posting{Company: "Northfield", Title: "VP of Engineering", Text: shared + "\n" + own}
	b := corpus.Posting{Company: "northfield ", Title: "Director of Engineering", Text: shared + "\nYou own the roadmap of the payments domain and its delivery."}
	other := corpus.Posting{Company: "Elsewhere", Title: "Director of Engineering", Text: shared}
	c := Reference()
	bp := &boilerplate.Sentences{}
	for _, p := range []corpus.Posting{a, b, a} {
		bp.Add(p)
	}
	weight := func(v Verdict, rule string) (value float64, marked bool) {
		for _, r := range v.Reasons {
			if r.Rule == rule {
				return r.Value, r.Evidence[0].Boilerplate
			}
		}
		t.Fatalf("rule %s did not fire on %q", rule, v.Title)
		return 0, false
	}
	plain := c.Classify(a)
	in := c.ClassifyIn(bp, a, -1)
	if v, marked := weight(plain, "reporting/ceo"); v != 1 || marked {
		t.Errorf("alone the sentence has value %v, marked %v; want 1, false", v, marked)
	}
	if v, marked := weight(in, "reporting/ceo"); v != 0.5 || !marked {
		t.Errorf("repeated under another title the sentence has value %v, marked %v; want 0.5, true", v, marked)
	}
	if v, marked := weight(in, "people/engineering-managers"); v != 1 || marked {
		t.Errorf("a sentence of its own has value %v, marked %v; want 1, false", v, marked)
	}
	if !slices.Contains(in.Flags, FlagBoilerplate) || slices.Contains(plain.Flags, FlagBoilerplate) {
		t.Errorf("flags %v and alone %v, want %s in the first only", in.Flags, plain.Flags, FlagBoilerplate)
	}
	if v, marked := weight(c.ClassifyIn(bp, other, -1), "reporting/ceo"); v != 1 || marked {
		t.Errorf("at another employer the sentence has value %v, marked %v; want 1, false", v, marked)
	}
	hidden := &boilerplate.Sentences{}
	for _, p := range []corpus.Posting{a, b} {
		p.Company = "Confidential Company"
		hidden.Add(p)
	}
	a.Company = "Confidential Company"
	if v, marked := weight(c.ClassifyIn(hidden, a, -1), "reporting/ceo"); v != 1 || marked {
		t.Errorf("among postings that hide their employer the sentence has value %v, marked %v; want 1, false", v, marked)
	}
	a.Company = "Northfield"
	same := &boilerplate.Sentences{}
	same.Add(a)
	same.Add(a)
	if v, _ := weight(c.ClassifyIn(same, a, -1), "reporting/ceo"); v != 1 {
		t.Errorf("the same posting twice makes a sentence count %v, want 1", v)
	}
}
