package boilerplate

import (
	"testing"

	"rung/corpus"
	"rung/corpus/text"
)

func TestWhatCountsAsRepeated(t *testing.T) {
	const shared = "We celebrate our values with every colleague."
	director := corpus.Posting{Company: "Ash & Co", Title: "Director of Data", Text: shared + "\nThank you."}
	for name, c := range map[string]struct {
		others  []corpus.Posting
		company string
		want    bool
	}{
		"under another title":            {[]corpus.Posting{{Company: " ash  &\nCo", Title: "VP of Data", Text: shared}}, "ASH & CO", true},
		"the same posting twice":         {[]corpus.Posting{director}, "Ash & Co", false},
		"at another employer":            {[]corpus.Posting{{Company: "Birch", Title: "VP of Data", Text: shared}}, "Ash & Co", false},
		"asked for another employer":     {[]corpus.Posting{{Company: "Ash & Co", Title: "VP of Data", Text: shared}}, "Birch", false},
		"without a title":                {[]corpus.Posting{{Company: "Ash & Co", Title: " ", Text: shared}}, "Ash & Co", false},
		"too short to have been copied":  {[]corpus.Posting{{Company: "Ash & Co", Title: "VP of Data", Text: "Thank you."}}, "Ash & Co", false},
		"of employers that hide":         {[]corpus.Posting{{Company: "Confidential", Title: "CTO", Text: shared}, {Company: "Confidential", Title: "CIO", Text: shared}}, "Confidential", false},
		"asked for nobody":               {[]corpus.Posting{{Company: "Ash & Co", Title: "VP of Data", Text: shared}}, "", false},
		"in other case, among new words": {[]corpus.Posting{{Company: "Ash & Co", Title: "VP of Data", Text: "Hello there. " + "WE celebrate OUR values with every colleague!"}}, "Ash & Co", true},
	} {
		t.Run(name, func(t *testing.T) {
			b := &Sentences{}
			for _, p := range append(c.others, director) {
				b.Add(p)
			}
			d := text.Parse(director.Text)
			e := b.Of(c.company)
			if got := e.Repeats(d, 0); got != c.want {
				t.Errorf("the sentence is repeated: %v, want %v", got, c.want)
			}
			if e.Repeats(d, 1) {
				t.Error("two words are repeated")
			}
		})
	}
	var none *Sentences
	if none.Of("Ash & Co").Repeats(text.Parse(shared), 0) {
		t.Error("a nil Sentences repeats something")
	}
}
