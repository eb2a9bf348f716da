package learn

import (
	"bytes"
	"os"
	"testing"

	"rung/classify"
	"rung/classify/eval"
	"rung/corpus"
)

func goldRows(t *testing.T) []eval.Example {
	t.Helper()
	f, err := os.Open("../../testdata/gold/gold.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	gold, err := eval.ReadGold(f, "gold.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	return gold
}

func TestTheSameRowsMakeTheSameModel(t *testing.T) {
	gold := goldRows(t)
	var texts []corpus.Posting
	for i := range gold {
		texts = append(texts, gold[i].Posting)
	}
	ref := classify.Reference()
	m := NewMaterials(ref.Model(), ref.Lexicon(), texts, nil, nil, 8)
	var first []byte
	for range 2 {
		model, err := DefaultRecipe.Train("t", m.Labelled(gold), m)
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		model.WriteTo(&b)
		if first == nil {
			first = b.Bytes()
		} else if !bytes.Equal(first, b.Bytes()) {
			t.Error("a second training gave other bytes")
		}
		c, err := classify.New(model, ref.Lexicon())
		if err != nil {
			t.Fatal(err)
		}
		if r := eval.Evaluate(c, gold, eval.Options{SkipBaselines: true, Resamples: 10}); r.AUC < 0.95 {
			t.Errorf("the AUC on the rows that were learned from is %.3f, want .95 at least", r.AUC)
		}
	}
}

func TestTrainingWantsFiveOfEachLevel(t *testing.T) {
	ref := classify.Reference()
	m := NewMaterials(ref.Model(), ref.Lexicon(), nil, nil, nil, 8)
	gold := goldRows(t)[:4]
	if _, err := DefaultRecipe.Train("t", m.Labelled(gold), m); err == nil {
		t.Error("four postings make a model")
	}
}

func TestWhatIsReadIsBelieved(t *testing.T) {
	p := corpus.Posting{ID: "w1-7", Company: "Elm", Title: "VP of Sales", Text: "You lead sales."}
	ref := classify.Reference()
	m := NewMaterials(ref.Model(), ref.Lexicon(), []corpus.Posting{p, {ID: "x", Title: "Sales Engineer", Text: "You sell."}, {ID: "y", Title: "CTO", Text: "You run it."}}, nil,
		[]eval.Reading{{ID: "w1-7", Kind: eval.KindOtherLeader, Up: 0.8, VP: 0.7, Written: true}}, 1)
	if len(m.rows) != 2 { // a chief of the background is no stranger
		t.Fatalf("%d rows, want 2: %+v", len(m.rows), m.rows)
	}
	read, stranger := m.rows[0], m.rows[1]
	if read.Up != 0.8 || read.VP != 0.7 || read.Voice != "w1" || read.Engineering != 0 || read.EngineeringWeight == 0 || read.Leader || read.Weight != writtenWeight {
		t.Errorf("%+v", read)
	}
	if stranger.VPWeight != 0 || stranger.Up != strangerUp || stranger.Engineering != 0 {
		t.Errorf("%+v", stranger)
	}
}

func TestFunctionsOfTitles(t *testing.T) {
	for title, want := range map[string]float64{"Senior Backend Engineer": 1, "Sales Engineer": 0, "Nurse": 0, "Engineering Manager, Payments": 1, "Civil Engineer": 0, "": 0} {
		if got := engineeringTitle(title); got != want {
			t.Errorf("engineeringTitle(%q) = %v, want %v", title, got, want)
		}
	}
}
