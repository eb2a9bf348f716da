package eval

import (
	"encoding/json"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rung/classify"
	"rung/corpus"
)

// sayings makes gold of two levels out of a few words each, one company a row.
func sayings(n int) []Example {
	high := strings.Fields("board budget founders company investors strategy acquisition organization")
	low := strings.Fields("sprint review release team backlog standup deployment retrospective")
	var gold []Example
	for i := range n {
		words, l := low, Director
		if i%3 == 0 {
			words, l = high, VP
		}
		text := fmt.Sprintf("You answer for the %s and the %s, also the %s.", words[i%8], words[(i+3)%8], words[i*i%8])
		e := example(fmt.Sprint("id", i), fmt.Sprintf("company %d x", i), text, l)
		e.Repo = fmt.Sprint("source ", i%2)
		gold = append(gold, e)
	}
	return gold
}

// trainFunc is a trainer made of a function.
type trainFunc func([]Example) (Classifier, error)

func (trainFunc) Name() string { return "test" }

func (f trainFunc) Train(e []Example) (Classifier, error) { return f(e) }

// classifyFunc is a classifier made of a function.
type classifyFunc func(corpus.Posting) classify.Verdict

func (f classifyFunc) Classify(p corpus.Posting) classify.Verdict { return f(p) }

func TestNoRowIsTestedByWhatItTrained(t *testing.T) {
	gold := sayings(40)
	for i := range gold {
		gold[i].Company = fmt.Sprintf("company %d x", i%13)
	}
	for name, folds := range map[string]split{"company": byCompany(gold, groups(gold), 5, 1), "source": byKey(gold, sourceOf), "layout": byKey(gold, byBullets)} {
		runs, err := crossValidate(trainFunc(func(train []Example) (Classifier, error) {
			known := map[string]bool{}
			for _, e := range train {
				known[e.Company] = true
			}
			return classifyFunc(func(p corpus.Posting) classify.Verdict {
				if known[p.Company] {
					t.Errorf("by %s: %s was tested by a classifier that was trained on %s", name, p.ID, p.Company)
				}
				return classify.Verdict{ID: p.ID}
			}), nil
		}), gold, []split{folds})
		if err != nil {
			t.Fatal(err)
		}
		for i := range gold {
			if runs[0][i].ID != gold[i].ID {
				t.Fatalf("by %s: verdict %d is of %q, want %q", name, i, runs[0][i].ID, gold[i].ID)
			}
		}
	}
}

func TestCoresDoNotShow(t *testing.T) {
	gold := sayings(45)
	var results []string
	for _, cores := range []int{1, 4, 4} {
		old := runtime.GOMAXPROCS(cores)
		runs, err := CrossValidate(baselines()[4], gold, 5, []uint64{1, 2})
		if err != nil {
			t.Fatal(err)
		}
		b, err := json.Marshal(Measure(runs, gold, Options{Resamples: 50, K: 5}))
		if err != nil {
			t.Fatal(err)
		}
		results = append(results, string(b))
		runtime.GOMAXPROCS(old)
	}
	for _, r := range results[1:] {
		if r != results[0] {
			t.Error("one core and several differ: " + cmp.Diff(results[0], r))
		}
	}
}

func TestCrossValidationSaysWhatIsWrong(t *testing.T) {
	fails := trainFunc(func([]Example) (Classifier, error) { return nil, errors.New("cannot") })
	for _, c := range []struct {
		name string
		rows int
		k    int
		want string
	}{
		{"one fold", 10, 1, "cross-validation needs at least 2 folds, not 1"},
		{"more folds than companies", 3, 5, "cross-validation by company: 5 folds of 3 companies: use fewer folds"},
		{"a trainer that fails", 10, 2, "cross-validating test: shuffle 1, fold 1: cannot"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := CrossValidate(fails, sayings(c.rows), c.k, []uint64{0}); err == nil || err.Error() != c.want {
				t.Errorf("error %v, want %s", err, c.want)
			}
		})
	}
}

func TestHoldOutTrainsWithoutThePartThatItScores(t *testing.T) {
	var gold []Example
	for i, e := range sayings(30) {
		e.Company, e.Repo, e.Label = fmt.Sprintf("company %d x", i%13), "large", Label(1+i%2)
		if i >= 24 {
			e.Repo = "small" // too few rows to be scored
		}
		gold = append(gold, e)
	}
	parts, err := HoldOut(trainFunc(func(train []Example) (Classifier, error) {
		known := map[string]bool{}
		for _, e := range train {
			known[e.Company] = true
		}
		return classifyFunc(func(p corpus.Posting) classify.Verdict {
			if known[p.Company] {
				t.Errorf("%s was tested by a classifier that was trained on %s", p.ID, p.Company)
			}
			return classify.Verdict{ID: p.ID, Level: classify.VP, Probability: 1}
		}), nil
	}), gold, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(parts) != 2 || parts[0].Name != "without source large" || parts[0].N != 24 || parts[0].VPFound != 1 || parts[1].Name != "without layout flattened" || parts[1].N != 30 {
		t.Errorf("parts %+v, want the large source and the one layout", parts)
	}
}
